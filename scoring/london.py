"""Whether a place is in London for the London Living Wage: yes, no, or unknown.

The London rate covers every borough of Greater London (Living Wage Foundation), that is the 32
boroughs and the City of London.
"""

import re

BOROUGHS = frozenset(
    {
        "barking and dagenham",
        "barnet",
        "bexley",
        "brent",
        "bromley",
        "camden",
        "croydon",
        "ealing",
        "enfield",
        "greenwich",
        "hackney",
        "hammersmith and fulham",
        "haringey",
        "harrow",
        "havering",
        "hillingdon",
        "hounslow",
        "islington",
        "kensington and chelsea",
        "kingston upon thames",
        "lambeth",
        "lewisham",
        "merton",
        "newham",
        "redbridge",
        "richmond upon thames",
        "southwark",
        "sutton",
        "tower hamlets",
        "waltham forest",
        "wandsworth",
        "westminster",
        "city of london",
    }
)

_WHOLE = frozenset({"E", "EC", "N", "NW", "SE", "SW", "W", "WC"})
_STRADDLING = frozenset(
    {"BR", "CM", "CR", "DA", "EN", "HA", "IG", "KT", "RM", "SL", "SM", "TN", "TW", "UB", "WD"}
)
_STRADDLING_DISTRICTS = frozenset({"E4"})  # Sewardstone, in Essex, has E4 postcodes
_OUTSIDE_AREAS = """
AB AL B BA BB BD BH BL BN BS BT CA CB CF CH CO CT CV CW DD DE DG DH DL DN DT DY EH EX FK FY
G GL GU GY HD HG HP HR HS HU HX IM IP IV JE KA KW KY L LA LD LE LL LN LS LU M ME MK ML NE NG NN
NP NR OL OX PA PE PH PL PO PR RG RH S SA SG SK SN SO SP SR SS ST SY TA TD TF TQ TR TS WA WF WN
WR WS WV YO ZE
"""
_OUTSIDE = frozenset(_OUTSIDE_AREAS.split())
_TOWNS = """
aberdeen bath belfast birmingham bradford brighton bristol cambridge cardiff carlisle
chelmsford chester colchester coventry derby dundee durham edinburgh essex exeter glasgow
gloucester hertfordshire inverness kent lancaster leeds leicester lincoln liverpool luton
manchester newcastle newport northampton norwich nottingham oxford perth peterborough plymouth
portsmouth preston reading salford scotland sheffield southampton stirling stoke-on-trent
sunderland surrey swansea wakefield wales winchester wolverhampton worcester
york
"""
_ELSEWHERE = frozenset(_TOWNS.split()) | {
    "northern ireland",
    "hull",
    "milton keynes",
    "newcastle upon tyne",
    "greater manchester",
}
_POSTCODE = re.compile(r"\b([A-Z]{1,2})(\d[A-Z\d]?)(?:\s*\d[A-Z]{2})?\b")
_CODE = re.compile(r"(UKI|TLI|E09)|(UK[C-N]|TL[C-N]|[EWSN]\d{2})(?=[A-Z0-9]*$)")
_TITLES = re.compile(
    r"^(the )?(london borough of|royal borough of|city of(?! london)|lb of|lb|rb)( the)? "
)


def postcode_in_london(postcode: str) -> bool | None:
    """Return whether a postcode is in London by its area; None where the area straddles.

    Args:
        postcode: A whole postcode or its first half, in any case and spacing.
    """
    found = _POSTCODE.fullmatch(postcode.strip().upper())
    if not found:
        return None
    area, district = found.group(1), found.group(1) + found.group(2)
    if district in _STRADDLING_DISTRICTS or area in _STRADDLING:
        return None
    if area in _WHOLE:
        return True
    return False if area in _OUTSIDE else None


def in_london(place: str) -> bool | None:
    """Return whether a place as written is in London; None where that cannot be told.

    Args:
        place: A borough, `London`, a postcode, a statistical code (`UKI32`, `E09000033`), a nation
            or large town, or an address that ends with one of these.
    """
    for part in (place, *reversed(place.split(","))):
        answer = _one(part)
        if answer is not None:
            return answer
    last = _POSTCODE.search(place.upper())
    return postcode_in_london(last.group(0)) if last else None


def _one(place: str) -> bool | None:
    name = re.sub(r"\s+", " ", place.strip().lower().replace("&", "and"))
    if name in {"london", "greater london", "inner london", "outer london"} | BOROUGHS:
        return True
    short = re.sub(r" (council|borough council|city council)$", "", _TITLES.sub("", name))
    if short in BOROUGHS:
        return True
    if short in _ELSEWHERE:
        return False
    code = _CODE.match(place.strip().upper())
    if code:
        return code.group(1) is not None
    return postcode_in_london(place)
