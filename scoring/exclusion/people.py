"""Whom a ground reaches: the supplier, its connected and associated persons, sub-contractors.

Source: Procurement Act 2023, Schedule 6 paragraph 45 (connected person, predecessor company),
section 26(4) (associated person), section 28 (intended sub-contractors), section 57.
"""

from dataclasses import dataclass
from enum import StrEnum


class Party(StrEnum):
    """In which part a person is asked about."""

    SUPPLIER = "supplier"
    ASSOCIATED_PERSON = "associated_person"
    INTENDED_SUBCONTRACTOR = "intended_subcontractor"


class Connection(StrEnum):
    """What a person is to the party: itself, or one of those that paragraph 45 names."""

    ITSELF = "itself"
    SIGNIFICANT_CONTROL = "significant_control"
    DIRECTOR = "director"
    SHADOW_DIRECTOR = "shadow_director"
    PARENT_UNDERTAKING = "parent_undertaking"
    SUBSIDIARY_UNDERTAKING = "subsidiary_undertaking"
    PREDECESSOR_COMPANY = "predecessor_company"
    EQUIVALENT_POSITION = "equivalent_position"
    INFLUENCE_OVER_SUPPLIER = "influence_over_supplier"
    INFLUENCED_BY_SUPPLIER = "influenced_by_supplier"
    DIRECTOR_OF_SUBSIDIARY = "director_of_subsidiary"
    UNCLEAR = "unclear"
    NONE = "none"


class IdentityMatch(StrEnum):
    """How sure it is that a record is about this person and not another of the same name."""

    CONFIRMED = "confirmed"
    NAME_ONLY = "name_only"
    SOMEONE_ELSE = "someone_else"


CONNECTIONS: dict[Connection, str] = {
    Connection.SIGNIFICANT_CONTROL: "a person with significant control (paragraph 45, (a))",
    Connection.DIRECTOR: "a director (paragraph 45, (b))",
    Connection.SHADOW_DIRECTOR: "a shadow director (paragraph 45, (b))",
    Connection.PARENT_UNDERTAKING: "a parent undertaking (paragraph 45, (c))",
    Connection.SUBSIDIARY_UNDERTAKING: "a subsidiary undertaking (paragraph 45, (c))",
    Connection.PREDECESSOR_COMPANY: "a predecessor company (paragraph 45, (d))",
    Connection.EQUIVALENT_POSITION: "a person in an equivalent position (paragraph 45, (e))",
    Connection.INFLUENCE_OVER_SUPPLIER: "a person that has the right to exercise, or exercises, "
    "significant influence or control over it (paragraph 45, (f))",
    Connection.INFLUENCED_BY_SUPPLIER: "a person over which it has the right to exercise, or "
    "exercises, significant influence or control (paragraph 45, (g))",
}
"""The connected persons, in words with the place in paragraph 45."""

PREDECESSOR_TESTS = (
    "It became insolvent and ceased to trade.",
    "Before that, it carried on the same or substantially the same business as the supplier.",
    "It transferred all or substantially all of its assets to the supplier.",
    "At least one of its directors or shadow directors is or was one of the supplier's.",
)
"""All four must hold for a predecessor company (Schedule 6 paragraph 45)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person or company that is asked about.

    Attributes:
        name: Its name.
        party: In which part it is asked about.
        connection: What it is to that party.
        predecessor_tests: For a predecessor company, whether each of the four tests holds; None
            where one is not known. In the order of `PREDECESSOR_TESTS`.
        individual: Whether it is a natural person: only such a conviction can become spent.
    """

    name: str
    party: Party = Party.SUPPLIER
    connection: Connection = Connection.ITSELF
    predecessor_tests: tuple[bool | None, ...] = (None, None, None, None)
    individual: bool = False


def reached(person: Person, *, connected: bool) -> tuple[bool | None, str]:
    """Return whether a ground reaches a person, None where it is not known, and why.

    Args:
        person: The person or company.
        connected: Whether the ground reaches connected persons, or only the party itself.
    """
    link = person.connection
    if link is Connection.ITSELF:
        return True, ""
    if link is Connection.NONE:
        return False, f"{person.name} is no connected person by paragraph 45."
    if not connected:
        return False, f"This ground reaches the party itself, not {person.name}."
    if link is Connection.PREDECESSOR_COMPANY:
        return _predecessor(person)
    return _connected(person)


def _connected(person: Person) -> tuple[bool | None, str]:
    if person.connection is Connection.DIRECTOR_OF_SUBSIDIARY:
        return None, (
            f"A director of a subsidiary is not named in paragraph 45. {person.name} is connected "
            "only if in an equivalent position, or where there is significant influence or "
            "control, or the right to it: ask, and let the authority say. The subsidiary itself "
            "is connected."
        )
    if person.connection is Connection.UNCLEAR:
        return None, f"What {person.name} is to the party is not known, so ask."
    return True, f"{person.name} is {CONNECTIONS[person.connection]}."


def _predecessor(person: Person) -> tuple[bool | None, str]:
    tests = dict(zip(PREDECESSOR_TESTS, person.predecessor_tests, strict=True))
    failing = [test for test, holds in tests.items() if holds is False]
    open_tests = [test for test, holds in tests.items() if holds is None]
    if failing:
        return False, (
            f"{person.name} is no predecessor company, since this does not hold: {failing[0]} It "
            "may still be connected in another way: look at control and influence."
        )
    if open_tests:
        return None, f"Whether {person.name} is a predecessor company is open: {open_tests[0]}"
    return True, f"{person.name} is {CONNECTIONS[Connection.PREDECESSOR_COMPANY]}."
