"""Words of a status column → whether a contract runs, has ended, or is not let yet.

Source: the values of the contract status codelist of the Open Contracting Data Standard 1.1
(pending, active, cancelled, terminated), and the words of published contract registers.
"""

import re
from enum import Enum
from functools import lru_cache

from scrapers.spreadsheets.cells import is_nothing


class ContractStatus(Enum):
    """What a status says of a contract."""

    RUNS = "runs"
    ENDED = "ended"
    NOT_LET = "not let"


_NOT_LET = re.compile(
    r"(?:draft|pending|planned|pipeline|proposed|future|forthcoming"
    r"|not (?:started|let|awarded|yet)|to be (?:let|awarded|confirmed|tendered)"
    r"|in (?:procurement|tender|evaluation|development)"
    r"|(?:out to |at |under )?tender(?:ing)?|procur\w*|evaluation|award pending"
    r"|awaiting (?:award|approval|signature)|pre[- ]?(?:award|tender|procurement)|unsuccessful"
    r"|cancell?ed|withdrawn|abandoned|void|rejected|no award)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?:terminat\w*|closed?|expired?|end(?:ed)?|complet(?:ed?|ion)|finished|lapsed"
    r"|archived?|inactive|not (?:active|live|current|in use|renewed)|non[- ](?:active|live)|ceased"
    r"|superseded|replaced|former|historic\w*|past|old|dead|exited|dormant"
    r"|no(?: longer\b.*)?|decommissioned|n)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"(?:live|active|current|open|awarded|ongoing|on[- ]going|running|in[- ](?:place|force|use"
    r"|progress|contract|term|date|extension|life|delivery)|extended|extension|rolling|signed|let"
    r"|existing|approved|published|operational|mobili[sz]\w*|executed|valid|yes|y|true|renewed"
    r"|continuing|expir(?:ing|es)|due to expire|holding over|on hold|suspended|under (?:review"
    r"|contract|extension))\b",
    re.IGNORECASE,
)


@lru_cache(4096)
def status_of(cell: str) -> ContractStatus | None:
    """Return what a status says of a contract; None where its words are not understood.

    A contract that has expired but is used still runs.
    """
    if is_nothing(cell):
        return None
    words = " ".join(cell.replace("_", " ").split()).strip(" *-–:.()")
    words = re.sub(r"(?:contract|agreement|status)(?: is| has been|:)?\s+", "", words, flags=re.I)
    if re.search(r"\b(?:still|but) (?:in use|used|running|live|active|rolling)\b", words, re.I):
        return ContractStatus.RUNS
    for pattern, status in (
        (_RUNS, ContractStatus.RUNS),
        (_NOT_LET, ContractStatus.NOT_LET),
        (_ENDED, ContractStatus.ENDED),
    ):
        if pattern.match(words):
            return status
    return None
