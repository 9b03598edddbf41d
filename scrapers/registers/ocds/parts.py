"""The parts that OCDS uses again and again: money, periods, parties, items, notices."""

from decimal import Decimal

from scrapers.registers.ocds.records import (
    Classification,
    Item,
    Money,
    Notice,
    Party,
    PartyIdentifier,
    Period,
    Reference,
)
from scrapers.registers.strict_object import Members

_ADDRESS = ("streetAddress", "locality", "region", "postalCode", "countryName")
_DETAILS = (
    *("buyerProfile", "classifications", "legalForm", "listedOnRegulatedMarket", "size"),
    *("publicServiceMissionOrganization", "shelteredWorkshop", "type"),
)


def money(members: Members) -> Money | None:
    """Read an amount; None where the release gives none."""
    members.ignore("amountNet", "valueAddedTaxIncluded", "estimated", "minValue", "maxValue")
    value = Money(
        members.amount("amount"), members.text("currency"), members.amount("amountGross")
    )
    return value if value.amount is not None or value.gross is not None else None


def period(members: Members) -> Period | None:
    """Read a period; None where the release gives none."""
    members.ignore("durationInDays", "duration")
    dates = Period(members.day("startDate"), members.day("endDate"), members.day("maxExtentDate"))
    return dates if dates != Period() else None


def reference(members: Members) -> Reference | None:
    """Read a party's mention; None where there is none."""
    mention = Reference(members.text("id"), members.text("name"))
    members.ignore("identifier", "address", "contactPoint", "additionalIdentifiers")
    return mention if mention.id or mention.name else None


def references(members: Members, name: str) -> tuple[Reference, ...]:
    """Read a list of mentions."""
    mentions = (reference(each) for each in members.many(name))
    return tuple(each for each in mentions if each is not None)


def party(members: Members) -> Party:
    """Read a party; the people to contact are left unread."""
    members.ignore("contactPoint", "additionalContactPoints", "memberOf", "beneficialOwners")
    members.ignore("persones", "shareholders")
    details = members.one("details")
    address = members.one("address")
    address.ignore("type")
    lines = {name: address.text(name) for name in _ADDRESS}
    code = address.text("country")
    main = members.one("identifier")
    identifiers = () if main.empty else (_identifier(main),)
    url, scale = details.text("url"), details.text("scale")
    record = Party(
        id=members.need("id"),
        name=members.text("name"),
        roles=members.texts("roles"),
        identifiers=(
            *identifiers,
            *(_identifier(each) for each in members.many("additionalIdentifiers")),
        ),
        address=", ".join(line for line in lines.values() if line),
        postcode=lines["postalCode"],
        region=lines["region"],
        country=code or lines["countryName"],
        url=url,
        scale=scale,
        voluntary=details.yes_no("vcse"),
        role_details=members.text("roleDetails"),
        classifications=tuple(_classification(each) for each in details.many("classifications")),
    )
    details.ignore(*_DETAILS)
    return record


def _identifier(members: Members) -> PartyIdentifier:
    members.ignore("uri", "hasPPON", "noIdentifierRationale")
    return PartyIdentifier(members.text("scheme"), members.text("id"), members.text("legalName"))


def item(members: Members) -> Item:
    """Read something that is bought."""
    unit = members.one("unit")
    unit.ignore("id", "scheme", "uri")
    places = [*members.many("deliveryAddresses"), members.one("deliveryAddress")]
    location = members.one("deliveryLocation")
    location.ignore("geometry", "gazetteer", "uri")
    main = members.one("classification")
    return Item(
        id=members.need("id"),
        description=members.text("description"),
        classifications=(
            *(() if main.empty else (_classification(main),)),
            *(_classification(each) for each in members.many("additionalClassifications")),
        ),
        quantity=members.amount("quantity"),
        unit=unit.text("name"),
        unit_value=money(unit.one("value")),
        places=tuple(
            place for place in (*map(_place, places), location.text("description")) if place
        ),
        lot=members.text("relatedLot"),
    )


def _place(members: Members) -> str:
    parts = [
        members.text(name) for name in ("description", *_ADDRESS[:3], "postalCode", "countryName")
    ]
    code = members.text("country")
    return ", ".join(part for part in parts if part) or code


def _classification(members: Members) -> Classification:
    members.ignore("uri")
    return Classification(members.text("scheme"), members.text("id"), members.text("description"))


def notice(members: Members) -> Notice:
    """Read a document or notice."""
    members.ignore("language", "dateModified", "noticeType", "relatedLots", "accessDetails")
    members.ignore("accessDetailsURL", "relatedLot")
    return Notice(
        id=members.need("id"),
        kind=members.text("documentType"),
        title=members.text("title"),
        url=members.text("url"),
        published=members.day("datePublished"),
        format=members.text("format"),
        description=members.text("description"),
    )


def total(parts: list[Money]) -> Money | None:
    """Return the sum of amounts in one currency; None where they are of several or none."""
    amounts = [part.amount for part in parts if part.amount is not None]
    currencies = {part.currency for part in parts}
    if not amounts or len(currencies) != 1:
        return None
    return Money(sum(amounts, Decimal(0)), currencies.pop())
