"""Companies House through its public interface: search, profile, officers."""

import base64
from urllib.parse import urlencode

from scoring.companies.identifiers import company_number
from scrapers.http.client import Client, Fetched
from scrapers.http.ssrf import FetchPolicy
from scrapers.registers.companies_house.reading import read_company, read_officers, read_search
from scrapers.registers.companies_house.records import Company, Officer, SearchHit
from scrapers.registers.download import download, snapshot_of
from scrapers.registers.snapshot import Snapshot, Unread
from scrapers.registers.strict_object import parse_object

SOURCE = "Companies House"
API = "https://api.company-information.service.gov.uk"
#: 600 requests in five minutes: one every half a second never goes beyond.
POLICY = FetchPolicy(delay_s=0.5, robots=False)
_PAGE = 35
_MOST_OFFICERS = 1_000


class CompaniesHouse:
    """Companies House's public interface.

    Args:
        client: The guarded client; made with `POLICY` it keeps the publisher's rate.
        key: The interface's key; it is sent to this host only.
        base_url: Where the interface is.
    """

    def __init__(self, client: Client, key: str, *, base_url: str = API) -> None:
        self._client = client
        self._base = base_url.rstrip("/")
        token = base64.b64encode(f"{key}:".encode()).decode()
        self._headers = {"authorization": f"Basic {token}"}

    def company(self, number: str) -> Snapshot[Company]:
        """Return the company of that number: a snapshot of one record.

        Raises:
            ValueError: That is no company number.
            SourceUnavailable: No answer; `gone` where there is no such company.
            SourceChanged: The answer is not the one we know.
        """
        fetched = self._ask(f"/company/{_number(number)}")
        members = parse_object(fetched.body, SOURCE)
        company = read_company(members, fetched.fetched_at.date())
        members.close()
        return snapshot_of(fetched, (company,), members.unread, source=SOURCE)

    def officers(self, number: str) -> Snapshot[Officer]:
        """Return everyone who serves or served the company; raises as `company` does."""
        path = f"/company/{_number(number)}/officers?items_per_page={_PAGE}&start_index="
        officers: list[Officer] = []
        unread: list[Unread] = []
        start = 0
        while True:
            fetched = self._ask(f"{path}{start}")
            members = parse_object(fetched.body, SOURCE)
            total = int(members.amount("total_results") or 0)
            officers += read_officers(members, fetched.fetched_at.date())
            members.close()
            unread += members.unread
            start += _PAGE
            if start >= min(total, _MOST_OFFICERS):
                if total > _MOST_OFFICERS:
                    unread.append(Unread("items", 0, f"only {start} of {total} officers are read"))
                return snapshot_of(fetched, tuple(officers), unread, source=SOURCE)

    def search(self, name: str, *, most: int = 20) -> Snapshot[SearchHit]:
        """Return the companies that the register's own search brings up for a name."""
        query = urlencode({"q": name, "items_per_page": most})
        fetched = self._ask(f"/search/companies?{query}")
        members = parse_object(fetched.body, SOURCE)
        hits = read_search(members, fetched.fetched_at.date())
        members.close()
        return snapshot_of(fetched, hits, members.unread, source=SOURCE)

    def _ask(self, path: str) -> Fetched:
        return download(self._client, f"{self._base}{path}", SOURCE, headers=self._headers)


def _number(text: str) -> str:
    number = company_number(text)
    if not number:
        raise ValueError(f"“{text[:40]}” is no company number")
    return number
