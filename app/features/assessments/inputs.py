"""What is known of a supplier on a day, gathered from its records into the shapes rules judge."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.json_codec import CONTRACT_FACTS, DOCUMENT, EVIDENCE, HOME_LINK, IDENTITY
from app.features.exclusion.case_answers import case_answers
from app.features.imports.payments import payment_periods
from app.features.registers.queries import (
    accreditation,
    least_turnover,
    listed_statements,
    lookup_keys,
    register_answers,
)
from app.features.suppliers.trade import trade_set
from models import (
    Company,
    CompanyMatch,
    CompanyMatchState,
    Contract,
    Document,
    Statement,
    Supplier,
    SupplierAnswer,
    Website,
)
from models.contract import of_current_lists
from scoring.assessment import Inputs, StatementRead
from scoring.facts import Answer, AnswerValue, ContractFacts, SupplierFacts
from scoring.matching import CompanyRecord, MatchState
from scoring.rules.company import MatchedCompany
from scoring.rules.publication import Unread
from scoring.rules.section54 import HomeLink
from scrapers.registers.companies_house import CompanyStatus, state_in

_IN_BEING = (CompanyStatus.OPEN, CompanyStatus.REGISTERED)
"""What the register calls active for branches, charities and societies."""


def facts_for(session: Session, supplier: Supplier, *, at: date) -> SupplierFacts:
    """Return what a supplier's records tell on a day; None and empty are unknown."""
    company = _accepted_company(session, supplier.id)
    number, name_key = lookup_keys(supplier, company)
    listed = listed_statements(session, number=number, name_key=name_key, at=at)
    turnover, turnover_row = supplier.turnover, None
    if turnover is None and listed:
        turnover = least_turnover(listed[0])
        turnover_row = None if turnover is None else listed[0]
    return SupplierFacts(
        name=supplier.name,
        company_number=number,
        postcode=supplier.postcode,
        countries=tuple(supplier.countries),
        sic_codes=tuple(supplier.sic_codes or (company.sic_codes if company else ())),
        category_codes=tuple(supplier.category_codes),
        category_text=supplier.category_text,
        turnover=turnover,
        employees=supplier.employees,
        spend=supplier.spend,
        spend_periods=payment_periods(session, supplier.organisation_id),
        workforce=tuple(supplier.workforce),
        contracts=tuple(contracts_of(session, supplier.id)),
        answers=(
            *answers_of(session, supplier.id, at=at),
            *register_answers(session, number=number, name_key=name_key, at=at),
            *case_answers(session, supplier.organisation_id, supplier.id, at=at),
        ),
        accreditation_verified=accreditation(session, number=number, name_key=name_key, at=at),
        listed=listed,
        turnover_row=turnover_row,
        trade=trade_set(session, supplier.id),
    )


def inputs_for(
    session: Session, supplier: Supplier, *, at: date
) -> tuple[Inputs, tuple[StatementRead, ...]]:
    """Return everything that an assessment of a supplier is made from, as known on a day."""
    read, unread = statements_of(session, supplier.id)
    inputs = Inputs(
        at=at,
        facts=facts_for(session, supplier, at=at),
        documents=tuple(each.document.sha256 for each in read),
        unread=unread,
        matched=matched_company(session, supplier.id),
        home_link=home_link_of(session, supplier.id, at=at),
    )
    return inputs, read


def home_link_of(session: Session, supplier: UUID, *, at: date) -> HomeLink | None:
    """Return what a supplier's home page showed of its statement, if it was looked at by a day."""
    website = session.exec(select(Website).where(Website.supplier_id == supplier)).first()
    if website is None or not website.home_link:
        return None
    link = HOME_LINK.from_json(website.home_link)
    return link if link.seen_on <= at else None


def documents_read(session: Session, hashes: Sequence[str]) -> tuple[StatementRead, ...]:
    """Return documents as they are read now, in the order asked for; unread ones are left out."""
    documents = (session.get(Document, sha256) for sha256 in hashes)
    read = (_as_read(each) for each in documents if each is not None)
    return tuple(each for each in read if each is not None)


def contracts_of(session: Session, supplier: UUID) -> Iterable[ContractFacts]:
    """Yield the contracts that the newest version of each list still holds."""
    query = (
        select(Contract)
        .where(Contract.supplier_id == supplier, of_current_lists())
        .order_by(col(Contract.key))
    )
    return (CONTRACT_FACTS.from_json(each.facts) for each in session.exec(query))


def answers_of(session: Session, supplier: UUID, *, at: date) -> Iterable[Answer]:
    """Yield the answers that were known on a day."""
    query = (
        select(SupplierAnswer)
        .where(SupplierAnswer.supplier_id == supplier)
        .order_by(col(SupplierAnswer.question), col(SupplierAnswer.source))
    )
    for each in session.exec(query):
        if each.as_at is None or each.as_at <= at:
            yield Answer(
                each.question, AnswerValue(each.value), each.text, each.source, each.as_at
            )


def statements_of(
    session: Session, supplier: UUID
) -> tuple[tuple[StatementRead, ...], tuple[Unread, ...]]:
    """Return what a supplier offers as its statements: those read, and those that were not."""
    query = (
        select(Statement, Document)
        .join(Document, col(Statement.document_sha256) == col(Document.sha256))
        .where(Statement.supplier_id == supplier)
        .order_by(col(Document.sha256))
    )
    read: list[StatementRead] = []
    unread: list[Unread] = []
    for statement, document in session.exec(query):
        as_read = _as_read(document)
        if as_read is None:
            unread.append(Unread(statement.name, document.reason, document.sha256))
        else:
            read.append(as_read)
    return tuple(read), tuple(unread)


def _as_read(document: Document) -> StatementRead | None:
    if document.body is None or document.evidence is None:
        return None
    return StatementRead(
        DOCUMENT.decompress(document.body),
        IDENTITY.from_json(document.identity),
        EVIDENCE.decompress(document.evidence),
    )


def matched_company(session: Session, supplier: UUID) -> MatchedCompany:
    """Return how a supplier was matched to a company."""
    match = session.exec(select(CompanyMatch).where(CompanyMatch.supplier_id == supplier)).first()
    if match is None:
        return MatchedCompany(MatchState.NONE)
    company = session.get(Company, match.company_id) if match.company_id else None
    state = {
        CompanyMatchState.ACCEPTED: MatchState.ACCEPTED,
        CompanyMatchState.REVIEW: MatchState.REVIEW,
    }.get(match.state, MatchState.NONE)
    return MatchedCompany(
        state, record_of(company) if company else None, tuple(match.reasons), match.decided_by
    )


def record_of(company: Company) -> CompanyRecord:
    """Return a kept company in the shape that matching judges."""
    return CompanyRecord(
        str(company.id),
        company.name,
        company.number,
        company.postcode,
        tuple(company.other_names),
        standing=_standing(company),
    )


def _standing(company: Company) -> str:
    """The register's words for a company that it does not give as plainly active."""
    if company.removed_on is not None:
        return f"no longer in the register of {company.removed_on}"
    state = state_in(company.status)
    plain = state.detail is None and state.status in (CompanyStatus.ACTIVE, *_IN_BEING)
    return "" if plain or not company.status else company.status.replace("-", " ")


def _accepted_company(session: Session, supplier: UUID) -> Company | None:
    query = (
        select(Company)
        .join(CompanyMatch, col(CompanyMatch.company_id) == col(Company.id))
        .where(
            CompanyMatch.supplier_id == supplier, CompanyMatch.state == CompanyMatchState.ACCEPTED
        )
    )
    return session.exec(query).first()
