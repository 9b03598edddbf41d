"""A year of the statement registry: its CSV file's rows → entries."""

from datetime import date
from functools import partial

from scoring.companies.identifiers import company_number
from scrapers.archive.archive import digest
from scrapers.registers.snapshot import Snapshot
from scrapers.registers.statement_registry.answers import FormAnswers
from scrapers.registers.statement_registry.choices import (
    Area,
    AtRisk,
    Grievance,
    Indicator,
    Partner,
    PolicyProvision,
    Remediation,
    RiskArea,
    Sector,
    SocialAudit,
    SupplyTier,
    Trained,
    Turnover,
)
from scrapers.registers.statement_registry.records import (
    AreaClaim,
    ClaimedRisk,
    RegisteredStatement,
)
from scrapers.registers.tables import Row, RowUnreadable, read_table

SOURCE = "Modern slavery statement registry"
_WITHOUT = {
    Area.STRUCTURE: "NoOrgStructureReason",
    Area.POLICIES: "NoPoliciesReason",
    Area.RISK_ASSESSMENT: "NoRiskAssessmentReason",
    Area.DUE_DILIGENCE: "NoDueDiligenceReason",
    Area.TRAINING: "NoTrainingReason",
    Area.GOALS: "NoGoalsReason",
}
# Columns that the registry has grown since its schema was written.
_LATER = ("PDFDate", "PDFURL")
#: Without these a file is not the registry's: any other that is missing is reported.
REQUIRED = (
    *("StatementYear", "OrganisationName", "CompanyNumber", "StatementURL"),
    *("StatementSummaryURL", "StatementStartDate", "StatementEndDate", "ApprovingPerson"),
    *("DateApproved", "GroupSubmission", "ParentName", "Turnover"),
    *(f"StatementIncludes{area}" for area in Area),
)


def read_year(
    data: bytes, *, as_at: date, url: str = "", etag: str = ""
) -> Snapshot[RegisteredStatement]:
    """Read the registry's file of one year, however it was come by.

    Raises:
        SourceChanged: It is no such file; names the field and row.
    """
    records, unread = read_table(
        data, partial(_entry, as_at), source=SOURCE, required=REQUIRED, optional=_LATER
    )
    return Snapshot(SOURCE, as_at, records, unread, url, digest(data), etag)


def _entry(as_at: date, row: Row) -> RegisteredStatement:
    year = row.whole("StatementYear")
    if year is None:
        raise RowUnreadable("StatementYear", "the row is of no year")
    organisation, parent, number = _who(row)
    answers = FormAnswers(row)
    return RegisteredStatement(
        year=year,
        organisation=organisation,
        as_at=as_at,
        company_number=number,
        address=" ".join(row.text("Address").split()),
        sector=answers.one("SectorType", Sector),
        last_updated=row.day("LastUpdated"),
        group=row.yes_no("GroupSubmission"),
        parent=parent,
        statement_url=row.text("StatementURL"),
        no_url_email=row.text("EmailAddressNoURL"),
        summary_url=row.text("StatementSummaryURL"),
        pdf_url=row.text("PDFURL"),
        pdf_date=row.day("PDFDate"),
        start=row.day("StatementStartDate"),
        end=row.day("StatementEndDate"),
        approved_by=row.text("ApprovingPerson"),
        approved_on=row.day("DateApproved"),
        areas=tuple(
            AreaClaim(area, row.yes_no(f"StatementIncludes{area}"), row.text(why))
            for area, why in _WITHOUT.items()
        ),
        sectors=row.lines("OrganisationSectors"),
        other_sector=row.text("OtherOrganisationSector"),
        turnover=_turnover(row, answers),
        years_producing=row.text("YearsProducingStatements"),
        policies=answers.each("Policies", PolicyProvision),
        other_policies=row.text("OtherPolicies"),
        no_policies=answers.none("NoPolicies", PolicyProvision),
        trained=answers.each("Training", Trained),
        other_training=row.text("OtherTraining"),
        no_training=answers.none("NoTraining", Trained),
        partners=answers.each("WorkingConditionsEngagement", Partner),
        no_partners=answers.none("NoEngagement", Partner),
        audits=answers.each("SocialAudits", SocialAudit),
        no_audits=answers.none("NoSocialAudits", SocialAudit),
        grievance=answers.each("GrievanceMechanisms", Grievance),
        no_grievance=answers.none("NoGrievanceMechanisms", Grievance),
        other_monitoring=row.text("OtherMonitoring"),
        risks=tuple(
            risk for n in (1, 2, 3) if (risk := _risk(row, answers, f"Risk{n}")) is not None
        ),
        no_risks=row.yes_no("NoRisks"),
        indicators=answers.each("ILOIndicatorsInStatement", Indicator),
        no_indicators=answers.none("NoILOIndicatorsInStatement", Indicator),
        remediation=answers.each("ILOIndicatorsActions", Remediation),
        no_remediation=answers.none("ILOIndicatorsNoActions", Remediation),
        progress=row.text("DemonstrateProgress"),
        # Last: the fields above collect them.
        other_answers=tuple(answers.other),
    )


def _who(row: Row) -> tuple[str, str, str]:
    """Return name, parent and number; about one row in a thousand has a number for a name."""
    name, parent = row.need("OrganisationName"), row.text("ParentName")
    number = row.company_number("CompanyNumber")
    misplaced = company_number(name)
    if misplaced and parent:
        row.report(
            "OrganisationName", "there is a number instead of the name; the parent's name is taken"
        )
        return parent, "", number or misplaced
    return name, parent, number


def _turnover(row: Row, answers: FormAnswers) -> Turnover | None:
    if row.text("Turnover").lower() in ("not provided", "notprovided"):
        return None
    return answers.one("Turnover", Turnover)


def _risk(row: Row, answers: FormAnswers, name: str) -> ClaimedRisk | None:
    risk = ClaimedRisk(
        description=row.text(name),
        areas=answers.each(f"{name}Area", RiskArea),
        tiers=answers.each(f"{name}SupplyChainTier", SupplyTier),
        groups=answers.each(f"{name}GroupAffected", AtRisk),
        other_group=row.text(f"{name}OtherGroupAffected"),
        locations=row.lines(f"{name}Location"),
        mitigation=row.text(f"{name}Mitigation"),
    )
    return risk if risk != ClaimedRisk("") else None
