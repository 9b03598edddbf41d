"""Companies House's own lists: kinds of company, states, accounts, officers' roles.

Source: Companies House, API enumerations (`constants.yml`, keys `company_type`, `company_status`,
`company_status_detail`, `account_type`, `officer_role`).
"""

from enum import StrEnum


class CompanyStatus(StrEnum):
    """What state the register says that a company is in."""

    ACTIVE = "active"
    DISSOLVED = "dissolved"
    LIQUIDATION = "liquidation"
    RECEIVERSHIP = "receivership"
    CONVERTED_CLOSED = "converted-closed"
    VOLUNTARY_ARRANGEMENT = "voluntary-arrangement"
    INSOLVENCY_PROCEEDINGS = "insolvency-proceedings"
    ADMINISTRATION = "administration"
    OPEN = "open"
    CLOSED = "closed"
    REGISTERED = "registered"
    REMOVED = "removed"

    @property
    def ended(self) -> bool:
        """Whether the company is no longer on the register."""
        return self in _ENDED


_ENDED = frozenset(
    {
        CompanyStatus.DISSOLVED,
        CompanyStatus.CONVERTED_CLOSED,
        CompanyStatus.CLOSED,
        CompanyStatus.REMOVED,
    }
)


class StatusDetail(StrEnum):
    """What more the register says about a company's state."""

    ACTIVE = "active"
    DISSOLVED = "dissolved"
    CONVERTED_CLOSED = "converted-closed"
    TRANSFERRED_FROM_UK = "transferred-from-uk"
    PROPOSAL_TO_STRIKE_OFF = "active-proposal-to-strike-off"
    PETITION_TO_RESTORE = "petition-to-restore-dissolved"
    TRANSFORMED_TO_SE = "transformed-to-se"
    CONVERTED_TO_PLC = "converted-to-plc"
    CONVERTED_TO_UK_SOCIETAS = "converted-to-uk-societas"
    CONVERTED_TO_UKEIG = "converted-to-ukeig"


class AccountsType(StrEnum):
    """What kind of accounts a company last filed: a band of its size."""

    NONE = "null"
    FULL = "full"
    SMALL = "small"
    MEDIUM = "medium"
    GROUP = "group"
    DORMANT = "dormant"
    INTERIM = "interim"
    INITIAL = "initial"
    TOTAL_EXEMPTION_FULL = "total-exemption-full"
    TOTAL_EXEMPTION_SMALL = "total-exemption-small"
    PARTIAL_EXEMPTION = "partial-exemption"
    AUDIT_EXEMPTION_SUBSIDIARY = "audit-exemption-subsidiary"
    FILING_EXEMPTION_SUBSIDIARY = "filing-exemption-subsidiary"
    MICRO_ENTITY = "micro-entity"
    NOT_AVAILABLE = "no-accounts-type-available"
    AUDITED_ABRIDGED = "audited-abridged"
    UNAUDITED_ABRIDGED = "unaudited-abridged"


class CompanyType(StrEnum):
    """What kind of legal person it is."""

    PRIVATE_UNLIMITED = "private-unlimited"
    LTD = "ltd"
    PLC = "plc"
    OLD_PUBLIC_COMPANY = "old-public-company"
    GUARANTEE_EXEMPT = "private-limited-guarant-nsc-limited-exemption"
    LIMITED_PARTNERSHIP = "limited-partnership"
    GUARANTEE = "private-limited-guarant-nsc"
    CONVERTED_OR_CLOSED = "converted-or-closed"
    PRIVATE_UNLIMITED_NSC = "private-unlimited-nsc"
    SHARES_EXEMPT = "private-limited-shares-section-30-exemption"
    PROTECTED_CELL_COMPANY = "protected-cell-company"
    ASSURANCE_COMPANY = "assurance-company"
    OVERSEA_COMPANY = "oversea-company"
    EEIG_ESTABLISHMENT = "eeig-establishment"
    ICVC_SECURITIES = "icvc-securities"
    ICVC_WARRANT = "icvc-warrant"
    ICVC_UMBRELLA = "icvc-umbrella"
    REGISTERED_SOCIETY = "registered-society-non-jurisdictional"
    INDUSTRIAL_AND_PROVIDENT_SOCIETY = "industrial-and-provident-society"
    NORTHERN_IRELAND = "northern-ireland"
    NORTHERN_IRELAND_OTHER = "northern-ireland-other"
    LLP = "llp"
    ROYAL_CHARTER = "royal-charter"
    ICVC = "investment-company-with-variable-capital"
    UNREGISTERED_COMPANY = "unregistered-company"
    OTHER = "other"
    EUROPEAN_PUBLIC_COMPANY = "european-public-limited-liability-company-se"
    UNITED_KINGDOM_SOCIETAS = "united-kingdom-societas"
    UK_ESTABLISHMENT = "uk-establishment"
    SCOTTISH_PARTNERSHIP = "scottish-partnership"
    CHARITABLE_INCORPORATED_ORGANISATION = "charitable-incorporated-organisation"
    SCOTTISH_CHARITABLE_INCORPORATED_ORGANISATION = "scottish-charitable-incorporated-organisation"
    FURTHER_EDUCATION_CORPORATION = "further-education-or-sixth-form-college-corporation"
    EEIG = "eeig"
    UKEIG = "ukeig"
    REGISTERED_OVERSEAS_ENTITY = "registered-overseas-entity"


class OfficerRole(StrEnum):
    """In what role an officer serves."""

    CIC_MANAGER = "cic-manager"
    CORPORATE_DIRECTOR = "corporate-director"
    CORPORATE_LLP_DESIGNATED_MEMBER = "corporate-llp-designated-member"
    CORPORATE_LLP_MEMBER = "corporate-llp-member"
    CORPORATE_MANAGER_OF_AN_EEIG = "corporate-manager-of-an-eeig"
    CORPORATE_MANAGING_OFFICER = "corporate-managing-officer"
    CORPORATE_MEMBER_OF_A_MANAGEMENT_ORGAN = "corporate-member-of-a-management-organ"
    CORPORATE_MEMBER_OF_A_SUPERVISORY_ORGAN = "corporate-member-of-a-supervisory-organ"
    CORPORATE_MEMBER_OF_AN_ADMINISTRATIVE_ORGAN = "corporate-member-of-an-administrative-organ"
    CORPORATE_NOMINEE_DIRECTOR = "corporate-nominee-director"
    CORPORATE_NOMINEE_SECRETARY = "corporate-nominee-secretary"
    CORPORATE_SECRETARY = "corporate-secretary"
    DIRECTOR = "director"
    GENERAL_PARTNER = "general-partner-in-a-limited-partnership"
    CORPORATE_GENERAL_PARTNER = "corporate-general-partner-in-a-limited-partnership"
    LIMITED_PARTNER = "limited-partner-in-a-limited-partnership"
    CORPORATE_LIMITED_PARTNER = "corporate-limited-partner-in-a-limited-partnership"
    JUDICIAL_FACTOR = "judicial-factor"
    LLP_DESIGNATED_MEMBER = "llp-designated-member"
    LLP_MEMBER = "llp-member"
    MANAGER_OF_AN_EEIG = "manager-of-an-eeig"
    MANAGING_OFFICER = "managing-officer"
    MEMBER_OF_A_MANAGEMENT_ORGAN = "member-of-a-management-organ"
    MEMBER_OF_A_SUPERVISORY_ORGAN = "member-of-a-supervisory-organ"
    MEMBER_OF_AN_ADMINISTRATIVE_ORGAN = "member-of-an-administrative-organ"
    NOMINEE_DIRECTOR = "nominee-director"
    NOMINEE_SECRETARY = "nominee-secretary"
    PERSON_AUTHORISED_TO_ACCEPT = "person-authorised-to-accept"
    PERSON_AUTHORISED_TO_REPRESENT = "person-authorised-to-represent"
    PERSON_AUTHORISED_TO_REPRESENT_AND_ACCEPT = "person-authorised-to-represent-and-accept"
    RECEIVER_AND_MANAGER = "receiver-and-manager"
    SECRETARY = "secretary"

    @property
    def may_sign(self) -> bool:
        """Whether section 54(6) of the Modern Slavery Act 2015 lets this role sign a statement.

        A director of a company, a designated member of a limited liability partnership, a general
        partner of a limited partnership; for a partner of any other partnership the register
        holds no role.
        """
        return self in _MAY_SIGN


_MAY_SIGN = frozenset(
    {
        OfficerRole.DIRECTOR,
        OfficerRole.NOMINEE_DIRECTOR,
        OfficerRole.LLP_DESIGNATED_MEMBER,
        OfficerRole.GENERAL_PARTNER,
        OfficerRole.MEMBER_OF_A_MANAGEMENT_ORGAN,
        OfficerRole.MEMBER_OF_AN_ADMINISTRATIVE_ORGAN,
    }
)
