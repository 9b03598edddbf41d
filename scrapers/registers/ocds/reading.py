"""A package of OCDS 1.1 releases → releases: each member read, left out by name or reported."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from scrapers.archive.archive import digest
from scrapers.errors import SourceChanged
from scrapers.registers.ocds.parts import (
    item,
    money,
    notice,
    party,
    period,
    reference,
    references,
    total,
)
from scrapers.registers.ocds.records import (
    Award,
    Lot,
    Money,
    Release,
    SignedContract,
    Tender,
)
from scrapers.registers.snapshot import Snapshot
from scrapers.registers.strict_object import Members, parse_object

SOURCE = "OCDS release package"
_PACKAGE = ("uri", "version", "extensions", "publishedDate", "publisher", "license")
_TENDER = (
    *("additionalProcurementCategories", "amendment", "amendments", "awardCriteria"),
    *("awardCriteriaDetails", "awardPeriod", "bidOpening", "clarificationMeetings"),
    *("communication", "contractTerms", "coveredBy", "crossBorderLaw"),
    *("eligibilityCriteria", "enquiries", "enquiryPeriod", "exclusionGrounds", "hasEnquiries"),
    *("hasRecurrence", "highValue", "lotDetails", "lotGroups", "milestones"),
    *("numberOfTenderers", "otherRequirements", "participationFees", "procedure"),
    *("procurementMethodRationale", "procurementMethodRationaleClassifications"),
    *("procuringEntity", "expressionOfInterestDeadline"),
    *("reviewDetails", "riskDetails", "selectionCriteria", "specialRegime", "submissionMethod"),
    *("submissionMethodDetails", "submissionTerms", "targets", "techniques", "recurrence"),
    *("secondStage", "preliminaryMarketEngagement", "aboveThreshold", "conflictOfInterest"),
    *("directAwardJustification", "modificationDetails", "serviceProvider", "sustainability"),
)
_LOT = (
    *("awardCriteria", "contractTerms", "hasOptions", "hasRenewal", "minValue", "options"),
    *("recurrence", "renewal", "reviewDetails", "secondStage", "selectionCriteria"),
    *("submissionTerms", "suitability", "sustainability", "techniques", "variants"),
)
_AWARD = (
    *("aboveThreshold", "amendment", "amendments", "assessmentDate", "awardCriteria"),
    *("awardingID", "evaluationReports", "hasOptions", "hasRenewal", "hasSubcontracting"),
    *("mainProcurementCategory", "milestones", "options", "relatedBids", "renewal"),
    *("standstillPeriod", "subcontracting", "statusDetails", "procurementMethod"),
)
_CONTRACT = (
    *("aboveThreshold", "agreedMetrics", "amendment", "amendments", "hasOptions"),
    *("milestones", "options", "performanceFailures", "relatedProcesses", "renewal"),
    *("hasRenewal", "statusDetails", "terminationDetails"),
)


@dataclass(frozen=True, slots=True)
class Package:
    """The releases of one package, and where the publisher's next page is, if there is one."""

    snapshot: Snapshot[Release]
    next_page: str = ""


def read_package(data: bytes, *, as_at: date, url: str = "", source: str = SOURCE) -> Package:
    """Read a release package, or the compiled releases of a record package.

    Raises:
        SourceChanged: It is neither.
    """
    top = parse_object(data, source)
    if not {"releases", "records"} & top.left.keys():
        raise SourceChanged(f"{source}: the package holds no releases", field="releases")
    top.ignore(*_PACKAGE, "publicationPolicy", "packages")
    links = top.one("links")
    links.ignore("all", "prev", "self")
    following = links.text("next")
    releases = top.records("releases", partial(_release, as_at), numbered=True)
    releases += top.records("records", partial(_record, as_at), numbered=True)
    top.close()
    snapshot = Snapshot(source, as_at, releases, tuple(top.unread), url, digest(data))
    return Package(snapshot, following)


def _record(as_at: date, members: Members) -> Release:
    members.ignore("ocid", "releases", "versionedRelease")
    return _release(as_at, members.one("compiledRelease"))


def _release(as_at: date, members: Members) -> Release:
    members.ignore("initiationType", "bids", "complaints", "statistics", "description", "title")
    members.ignore("contactPoint", "preQualification")
    planning = members.one("planning")
    planning.ignore("budget", "milestones", "rationale", "project", "id", "description")
    tender = members.one("tender")
    return Release(
        ocid=members.need("ocid"),
        id=members.need("id"),
        as_at=as_at,
        said_at=members.moment("date"),
        tags=members.texts("tag"),
        language=members.text("language"),
        buyer=reference(members.one("buyer")),
        parties=members.records("parties", party),
        tender=None if tender.empty else _tender(tender),
        awards=members.records("awards", _award),
        contracts=members.records("contracts", _contract),
        notices=planning.records("documents", notice),
        related=tuple(each for each in map(_related, members.many("relatedProcesses")) if each),
    )


def _related(members: Members) -> str:
    members.ignore("id", "title", "relationship", "scheme", "uri", "relatedLots")
    return members.text("identifier")


def _tender(members: Members) -> Tender:
    basis = members.one("legalBasis")
    basis.ignore("uri", "description")
    closes = members.one("tenderPeriod")
    closes.ignore("startDate", "durationInDays")
    tender = Tender(
        id=members.text("id"),
        title=members.text("title"),
        description=members.text("description"),
        status=members.text("status"),
        legal_basis=" ".join(filter(None, (basis.text("scheme"), basis.text("id")))),
        category=members.text("mainProcurementCategory"),
        method=members.text("procurementMethod"),
        method_details=members.text("procurementMethodDetails"),
        value=money(members.one("value")),
        least_value=money(members.one("minValue")),
        period=period(members.one("contractPeriod")),
        closes=closes.day("endDate"),
        items=members.records("items", item),
        lots=members.records("lots", _lot),
        tenderers=references(members, "tenderers"),
        notices=members.records("documents", notice),
    )
    members.ignore(*_TENDER)
    return tender


def _lot(members: Members) -> Lot:
    members.ignore(*_LOT)
    return Lot(
        id=members.need("id"),
        title=members.text("title"),
        description=members.text("description"),
        status=members.text("status"),
        value=money(members.one("value")),
        period=period(members.one("contractPeriod")),
    )


def _award(members: Members) -> Award:
    members.ignore(*_AWARD)
    return Award(
        id=members.need("id"),
        title=members.text("title"),
        description=members.text("description"),
        status=members.text("status"),
        awarded=members.day("date"),
        value=money(members.one("value")),
        suppliers=references(members, "suppliers"),
        period=period(members.one("contractPeriod")),
        items=members.records("items", item),
        lots=members.texts("relatedLots"),
        notices=members.records("documents", notice),
    )


def _contract(members: Members) -> SignedContract:
    members.ignore(*_CONTRACT)
    return SignedContract(
        id=members.need("id"),
        award=members.text("awardID"),
        title=members.text("title"),
        description=members.text("description"),
        status=members.text("status"),
        signed=members.day("dateSigned"),
        value=money(members.one("value")),
        period=period(members.one("period")),
        items=members.records("items", item),
        notices=members.records("documents", notice),
        paid=_paid(members.one("implementation")),
    )


def _paid(members: Members) -> Money | None:
    members.ignore("documents", "milestones", "metrics", "finalValue")
    return total([paid for paid in map(_payment, members.many("transactions")) if paid])


def _payment(members: Members) -> Money | None:
    members.ignore(
        "id", "source", "date", "payer", "payee", "uri", "relatedImplementationMilestone"
    )
    return money(members.one("value"))
