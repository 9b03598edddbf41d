"""Findings and suppliers made for the tests of risk."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from scoring.facts import ContractFacts, SupplierFacts
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome, Severity, Theme

AT = date(2026, 11, 10)


def finding(
    theme: Theme,
    outcome: Outcome,
    severity: Severity = Severity.MEDIUM,
    *,
    urgent: bool = False,
) -> Finding:
    return Finding(
        "a.rule", 1, theme, "A rule", outcome, severity, "Detail", "Source", urgent=urgent
    )


JUDGED = st.sampled_from([Theme.CONDITIONS, Theme.PAY, Theme.LAW])
FINDINGS = st.lists(
    st.builds(
        finding,
        JUDGED,
        st.sampled_from(list(Outcome)),
        st.sampled_from(list(Severity)),
        urgent=st.booleans(),
    ),
    max_size=12,
).map(tuple)
SCORES = st.none() | st.decimals(0, 100, places=2)
VERIFIED = st.none() | st.booleans()
CODES = ("90910000-9", "45000000-7", "18110000-3", "72000000-5", "270000", "321000", "999999")
FACTS = st.builds(
    SupplierFacts,
    name=st.just("Fern Ltd"),
    company_number=st.sampled_from(["", "01234567", "FC012345"]),
    countries=st.lists(st.sampled_from(["GB", "CN", "BD", "FR", "Atlantis"]), max_size=2).map(
        tuple
    ),
    category_codes=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
    category_text=st.sampled_from(["", "window cleaning", "agency staff", "grapes"]),
    sic_codes=st.lists(st.sampled_from(["81210", "14130", "62012"]), max_size=1).map(tuple),
    spend=st.none() | st.decimals(0, 10_000_000, places=2),
    turnover=st.none() | st.decimals(1, 10_000_000, places=2),
    workforce=st.lists(
        st.sampled_from(["agency", "migrant", "permanent", "night", "live-in", "subcontractors"]),
        max_size=3,
    ).map(tuple),
    contracts=st.lists(
        st.builds(
            ContractFacts,
            reference=st.just("C1"),
            annual_value=st.sampled_from([None, Decimal(9)]),
        ),
        max_size=1,
    ).map(tuple),
)
