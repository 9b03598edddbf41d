"""Companies House: who a company is, what it was called, who its directors are.

Publisher: Companies House, for the Department for Business and Trade.
Licence: no restriction on re-use of the register; the bulk product is free of charge.
Access: a public interface with a free key (`CompaniesHouse`: search, profile with previous names
    and kind of accounts, officers), and a monthly CSV snapshot of live companies
    (`companies_in`), as a zip of about half a gigabyte.
Rate limit: 600 requests in five minutes for a key; a client made with `POLICY` asks every half a
    second at most. Several processes with one key must share it out.
Caveats: the snapshot holds live companies only, so a company missing there may be dissolved; it
    tells until when a previous name was borne and not since when. The kind of accounts is a band
    of size, not a turnover. Officers are listed by name alone: the same name is not proof of the
    same person. Officers' birth, nationality and address are left unread.
"""

from scrapers.registers.companies_house.bulk import companies_in
from scrapers.registers.companies_house.choices import (
    AccountsType,
    CompanyStatus,
    CompanyType,
    OfficerRole,
    StatusDetail,
)
from scrapers.registers.companies_house.live import API, POLICY, SOURCE, CompaniesHouse
from scrapers.registers.companies_house.records import Company, Officer, PreviousName, SearchHit
from scrapers.registers.companies_house.states import state_in

__all__ = [
    "API",
    "POLICY",
    "SOURCE",
    "AccountsType",
    "CompaniesHouse",
    "Company",
    "CompanyStatus",
    "CompanyType",
    "Officer",
    "OfficerRole",
    "PreviousName",
    "SearchHit",
    "StatusDetail",
    "companies_in",
    "state_in",
]
