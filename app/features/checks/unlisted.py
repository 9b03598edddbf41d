"""Assess a supplier that is on no list, by what a person says of it; nothing is kept."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.features.assessments.inputs import facts_for, record_of
from app.features.rates.service import rates_in_force
from app.features.suppliers.queries import supplier_by_key, supplier_key, suppliers_with
from models import Company, Supplier
from scoring.assessment import Assessed, Inputs, assess
from scoring.companies.identifiers import Scheme
from scoring.companies.names import normalise
from scoring.facts import ContractFacts
from scoring.matching import CompanyIndex, MatchProposal, MatchState, SupplierIdentity
from scoring.rules.company import MatchedCompany


@dataclass(frozen=True, slots=True)
class UnlistedSupplier:
    """A supplier as a person describes it; empty and None are unknown.

    `number` is a company number in canonical form, `supplies` what it sells in words,
    `annual_value` pounds a year.
    """

    name: str
    number: str = ""
    postcode: str = ""
    supplies: str = ""
    reference: str = ""
    title: str = ""
    annual_value: Decimal | None = None

    @property
    def contract(self) -> ContractFacts | None:
        """The contract that it is asked about, None where nothing was said of one."""
        if not (self.reference or self.title or self.annual_value is not None):
            return None
        return ContractFacts(
            reference=self.reference or "the contract asked about",
            title=self.title,
            annual_value=self.annual_value,
            category_text=self.supplies,
            source="what was entered on the page",
        )


@dataclass(frozen=True, slots=True)
class UnlistedAssessment:
    """What was concluded, and the company of the registers that it was concluded of."""

    assessed: Assessed
    matched: MatchedCompany


def listed_already(
    session: Session, organisation: UUID, wanted: UnlistedSupplier
) -> Supplier | None:
    """Return the supplier of the organisation's lists that has this number, else this name."""
    if wanted.number:
        for each in suppliers_with(session, organisation, Scheme.COMPANY.value, wanted.number):
            return each
    return supplier_by_key(session, organisation, supplier_key(wanted.name))


def assess_unlisted(
    session: Session, organisation: UUID, wanted: UnlistedSupplier, *, at: date
) -> UnlistedAssessment:
    """Assess a supplier by what a person says of it and what the registers hold.

    Args:
        session: An open transaction; nothing is written.
        organisation: Who asks: its rates and policies count.
        wanted: The supplier.
        at: The day as of which it is assessed.
    """
    proposal = _match(session, wanted)
    accepted = proposal.best if proposal.state is MatchState.ACCEPTED else None
    company = session.get(Company, UUID(accepted.company.id)) if accepted else None
    numbers = [company.number if company else wanted.number]
    supplier = Supplier(
        organisation_id=organisation,
        key=supplier_key(wanted.name),
        name=wanted.name,
        company_numbers=[each for each in numbers if each],
        postcode=wanted.postcode,
        sic_codes=list(company.sic_codes) if company else [],
        category_text=wanted.supplies,
    )
    contracts = (wanted.contract,) if wanted.contract else ()
    matched = MatchedCompany(
        proposal.state, record_of(company) if company else None, proposal.reasons
    )
    with session.no_autoflush, rates_in_force(session, organisation):
        facts = replace(facts_for(session, supplier, at=at), contracts=contracts)
        inputs = Inputs(at=at, facts=facts, documents=(), unread=(), matched=matched)
        return UnlistedAssessment(assess(inputs, ()), matched)


def _match(session: Session, wanted: UnlistedSupplier) -> MatchProposal:
    """Match among the companies that have this number or this name in one spelling."""
    same = [col(Company.name_key) == normalise(wanted.name)]
    if wanted.number:
        same.append(col(Company.number) == wanted.number)
    companies = session.exec(select(Company).where(or_(*same)).limit(50)).all()
    index = CompanyIndex.build(map(record_of, companies))
    numbers = (wanted.number,) if wanted.number else ()
    return index.propose(SupplierIdentity(wanted.name, numbers, wanted.postcode))
