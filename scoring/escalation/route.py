"""What to do when people may be being exploited now: said once, used wherever a finding is urgent.

Sources: Ending Modern Slavery strategy 2021-2026 (need support?); Home Office, transparency in
supply chains guidance (2025), on responding to a suspected case; Fair Work Agency, which took over
from the Gangmasters and Labour Abuse Authority on 7 April 2026.
"""

from dataclasses import dataclass
from datetime import date

HELPLINE = "08000 121 700"
LOCAL_SERVICES = "https://www.angelou.org/human-trafficking"
FAIR_WORK_AGENCY_FROM = date(2026, 4, 7)


@dataclass(frozen=True, slots=True)
class UrgentRoute:
    """The steps for a named person today, and what nobody may do.

    Attributes:
        headline: What the finding may mean, in one sentence.
        do: Steps in order.
        do_not: What could put people in danger.
    """

    headline: str
    do: tuple[str, ...]
    do_not: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole route as plain sentences."""
        return " ".join((self.headline, *self.do, *self.do_not))


def urgent_route(at: date) -> UrgentRoute:
    """Return the route as it stands on a day: the licensing authority's name changed in 2026."""
    return UrgentRoute(
        "These are signs that people may be being exploited now. "
        "They are not proof: a named person must look at them today.",
        (
            "If anyone is in immediate danger, call 999.",
            f"Call the Modern Slavery & Exploitation Helpline, {HELPLINE} "
            "(every day of the year).",
            f"Tell {labour_authority(at)} about suspected labour exploitation.",
            "Tell the council's modern slavery lead or safeguarding team today; for local "
            f"services see {LOCAL_SERVICES}.",
            "Keep the records as they are, and let as few people as possible see them.",
        ),
        (
            "Do not confront the supplier, the agency or anyone who may be an exploiter.",
            "Do not tip them off: no call, visit, question or notice about this finding.",
            "Do not question the workers yourself or promise them an outcome.",
            "Do not end the contract in haste: it can put the workers in more danger.",
            "Questions to the supplier under other findings wait until the named person says so.",
        ),
    )


def labour_authority(at: date) -> str:
    """Return the name of the authority for gangmaster licences and labour abuse on a day."""
    if at >= FAIR_WORK_AGENCY_FROM:
        return (
            "the Fair Work Agency (before 7 April 2026 the Gangmasters and Labour Abuse Authority)"
        )
    return "the Gangmasters and Labour Abuse Authority (from 7 April 2026 the Fair Work Agency)"
