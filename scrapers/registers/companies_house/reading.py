"""Answers of Companies House's interface → records."""

from datetime import date

from scoring.companies.identifiers import company_number
from scrapers.registers.companies_house.choices import (
    AccountsType,
    CompanyStatus,
    CompanyType,
    OfficerRole,
    StatusDetail,
)
from scrapers.registers.companies_house.records import Company, Officer, PreviousName, SearchHit
from scrapers.registers.strict_object import Members

_ADDRESS = (
    *("care_of", "po_box", "premises", "address_line_1", "address_line_2", "locality", "region"),
    *("postal_code", "country"),
)
_NOT_NEEDED = (
    *("annual_return", "branch_company_details", "company_birth_type", "confirmation_statement"),
    *("corporate_annotation", "etag", "external_registration_number", "foreign_company_details"),
    *("has_been_liquidated", "has_charges", "has_insolvency_history", "has_super_secure_pscs"),
    *("is_community_interest_company", "jurisdiction", "last_full_members_list_date", "links"),
    *("partial_data_available", "proof_status", "registered_office_is_in_dispute"),
    *("service_address", "subtype", "super_secure_managing_officer_count"),
    "undeliverable_registered_office_address",
)
# Personal data that no rule of ours uses.
_NOT_OURS = (
    *("address", "contact_details", "country_of_residence", "date_of_birth", "identification"),
    *("identity_verification_details", "nationality", "occupation", "person_number"),
    *("principal_office_address", "responsibilities"),
)
_LISTING = ("etag", "items_per_page", "kind", "links", "page_number", "start_index")


def read_company(members: Members, as_at: date) -> Company:
    """Read a company's profile."""
    members.ignore(*_NOT_NEEDED)
    accounts = members.one("accounts")
    accounts.ignore("accounting_reference_date", "next_made_up_to")
    last, following = accounts.one("last_accounts"), accounts.one("next_accounts")
    last.ignore("period_start_on", "period_end_on")
    following.ignore("period_start_on", "period_end_on")
    due, overdue = accounts.day("next_due"), accounts.yes_no("overdue")
    address, postcode, country = _address(members.one("registered_office_address"))
    kind = members.choice("type", CompanyType)
    status = members.choice("company_status", CompanyStatus)
    return Company(
        number=_number(members),
        name=members.need("company_name"),
        as_at=as_at,
        kind=kind,
        kind_text=kind or "",
        status=status,
        status_text=status or "",
        status_detail=members.choice("company_status_detail", StatusDetail),
        incorporated_on=members.day("date_of_creation"),
        dissolved_on=members.day("date_of_cessation"),
        address=address,
        postcode=postcode,
        country=country,
        sic_codes=tuple(code.zfill(5) for code in members.texts("sic_codes")),
        previous_names=members.records("previous_company_names", _previous_name),
        accounts=last.choice("type", AccountsType),
        accounts_made_up_to=last.day("made_up_to"),
        accounts_due=following.day("due_on") or due,
        accounts_overdue=_either(following.yes_no("overdue"), overdue),
        can_file=members.yes_no("can_file"),
    )


def read_officers(members: Members, as_at: date) -> tuple[Officer, ...]:
    """Read one page of a company's officers."""
    members.ignore(*_LISTING, "active_count", "inactive_count", "resigned_count")
    return members.records("items", lambda item: _officer(item, as_at))


def read_search(members: Members, as_at: date) -> tuple[SearchHit, ...]:
    """Read one page of a search for companies."""
    members.ignore(*_LISTING, "total_results")
    return members.records("items", lambda item: _search_hit(item, as_at))


def _officer(item: Members, as_at: date) -> Officer:
    item.ignore("etag", "links", "appointed_before", "is_pre_1992_appointment", *_NOT_OURS)
    return Officer(
        name=item.need("name"),
        as_at=as_at,
        role=item.choice("officer_role", OfficerRole),
        appointed_on=item.day("appointed_on"),
        resigned_on=item.day("resigned_on"),
        former_names=item.records(
            "former_names", lambda name: f"{name.text('forenames')} {name.text('surname')}".strip()
        ),
    )


def _search_hit(item: Members, as_at: date) -> SearchHit:
    item.ignore("address_snippet", "description", "description_identifier", "kind", "links")
    item.ignore("matches", "snippet", "external_registration_number")
    address, postcode, _ = _address(item.one("address"))
    return SearchHit(
        number=_number(item),
        name=item.need("title"),
        as_at=as_at,
        status=item.choice("company_status", CompanyStatus),
        kind=item.choice("company_type", CompanyType),
        address=address,
        postcode=postcode,
        incorporated_on=item.day("date_of_creation"),
        dissolved_on=item.day("date_of_cessation"),
    )


def _number(members: Members) -> str:
    given = members.need("company_number")
    return company_number(given) or given


def _previous_name(item: Members) -> PreviousName:
    return PreviousName(item.need("name"), item.day("effective_from"), item.day("ceased_on"))


def _address(members: Members) -> tuple[str, str, str]:
    parts = {name: members.text(name) for name in _ADDRESS}
    address = ", ".join(part for part in parts.values() if part)
    return address, parts["postal_code"], parts["country"]


def _either(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one
