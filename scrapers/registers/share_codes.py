"""Supplier information shared by a code: what a supplier told the central digital platform.

Publisher: Cabinet Office, Find a Tender's central digital platform.
Licence: for the contracting authority that was given the code; not open data.
Access: `GET /share/data/{code}` with the authority's key in the header `cdp-api-key`; or the JSON
    that a supplier downloaded, by `read_shared`.
Rate limit: not published.
Caveats: everything is the supplier's own word on the day that it made the code. Questions are
    named by the platform's own keys, which change with its forms, so each answer keeps its key.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from scrapers.archive.archive import digest
from scrapers.http.client import Client
from scrapers.registers.download import download
from scrapers.registers.ocds.parts import party
from scrapers.registers.ocds.records import Party
from scrapers.registers.snapshot import Snapshot
from scrapers.registers.strict_object import Members, parse_object

SOURCE = "Supplier information by share code"
_CODE = re.compile(r"[A-Za-z0-9]{6,12}")


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """One answer, under the platform's key of the question; values not given are None or empty.

    Attributes:
        section: The part of the form, such as modern slavery.
        question: The platform's key.
        title: The question in words, where the data holds the form too.
        document: Address of an uploaded document, to be fetched with the same key.
    """

    section: str
    question: str
    title: str = ""
    yes: bool | None = None
    text: str = ""
    option: str = ""
    day: date | None = None
    number: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class SharedSupplier:
    """What one supplier shared.

    Attributes:
        party: Who it is, with its identifiers.
        connected: Names of connected persons and entities: exclusion grounds reach to them.
        answers: Every answer of every section.
        submitted: The day on which the supplier made it.
        as_at: The day on which the platform gave it.
    """

    party: Party
    as_at: date
    connected: tuple[str, ...] = ()
    answers: tuple[SharedAnswer, ...] = ()
    submitted: date | None = None

    def section(self, words: str) -> tuple[SharedAnswer, ...]:
        """Return the answers of the sections whose name holds these words."""
        wanted = words.lower().replace(" ", "")
        return tuple(a for a in self.answers if wanted in a.section.lower().replace(" ", ""))


def fetch_shared(
    client: Client, code: str, key: str, *, base_url: str
) -> Snapshot[SharedSupplier]:
    """Fetch what a supplier shares under a code.

    Args:
        client: The guarded client.
        code: The supplier's share code.
        key: The authority's key; it is sent to this host only.
        base_url: The platform's data sharing interface, as the authority was given it.

    Raises:
        ValueError: That is no share code.
        SourceUnavailable: No answer; `gone` where there is no such code.
        SourceChanged: The answer is not the one we know.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"“{code[:40]}” is no share code")
    url = f"{base_url.rstrip('/')}/share/data/{code}"
    fetched = download(client, url, SOURCE, headers={"cdp-api-key": key})
    return read_shared(fetched.body, as_at=fetched.fetched_at.date(), url=fetched.final_url)


def read_shared(data: bytes, *, as_at: date, url: str = "") -> Snapshot[SharedSupplier]:
    """Read shared supplier information, however it was come by.

    Raises:
        SourceChanged: It is no such thing, or names no supplier.
    """
    top = parse_object(data, SOURCE)
    top.ignore("type", "associatedPersonsCount")
    people = top.records("associatedPersons", _name)
    entities = top.records("additionalEntities", _name)
    top.records("additionalParties", _name)
    form = top.one("supplierInformationData")
    answers, submitted = _answers(form)
    supplier = SharedSupplier(
        party=party(top),
        as_at=as_at,
        connected=(*people, *entities),
        answers=answers,
        submitted=submitted,
    )
    top.close()
    return Snapshot(SOURCE, as_at, (supplier,), tuple(top.unread), url, digest(data))


def _name(members: Members) -> str:
    members.ignore("id", "relationship", "uri", "roles", "details", "identifier", "address")
    members.ignore("additionalIdentifiers", "contactPoint", "period", "signatoryCompany")
    return members.need("name")


def _answers(form: Members) -> tuple[tuple[SharedAnswer, ...], date | None]:
    about = form.one("form")
    submitted = about.day("submittedAt")
    about.ignore("name", "submissionState", "organisationId", "formId", "formVersionId")
    about.ignore("isRequired", "bookingReference", "scope", "type", "shareCode")
    titles = dict(form.records("questions", _question))
    all_answers: list[SharedAnswer] = []
    for answers in form.many("answerSets"):
        answers.ignore("id", "organisationId")
        section = answers.text("sectionName")
        all_answers += answers.records("answers", partial(_answer, section, titles))
    return tuple(all_answers), submitted


def _question(members: Members) -> tuple[str, str]:
    members.ignore("type", "text", "isRequired", "sectionName", "options", "sortOrder", "id")
    return members.need("name"), members.text("title")


def _answer(section: str, titles: dict[str, str], members: Members) -> SharedAnswer:
    members.ignore("id", "jsonValue")
    question = members.need("questionName")
    span = filter(None, (members.text("startValue"), members.text("endValue")))
    return SharedAnswer(
        section=section,
        question=question,
        title=titles.get(question, ""),
        yes=members.yes_no("boolValue"),
        text=members.text("textValue"),
        option=" ".join(
            filter(None, (members.text("optionValue"), *members.texts("optionValues")))
        ),
        day=members.day("dateValue"),
        number=members.text("numericValue") or " to ".join(span),
        document=members.text("documentUri"),
    )
