"""Whether a place is in London for the London Living Wage, and in which borough: looked up.

The London rate covers every borough of Greater London (Living Wage Foundation), that is the 32
boroughs and the City of London. Postcode districts and the names of districts, with their
boroughs, are in `london_postcodes.csv` and `london_places.csv`: general knowledge of the map,
checked against public lists. A district that the boundary cuts is marked, and a place that cannot
be told is unknown, never outside.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

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
_COUNTIES = """
avon bedfordshire berkshire buckinghamshire cambridgeshire cheshire cornwall cumbria derbyshire
devon dorset durham east sussex gloucestershire hampshire herefordshire isle of wight lancashire
leicestershire lincolnshire merseyside norfolk northamptonshire northumberland north yorkshire
nottinghamshire oxfordshire rutland shropshire somerset south yorkshire staffordshire suffolk tyne
and wear warwickshire west midlands west sussex west yorkshire wiltshire worcestershire
"""
_ABROAD = """
ontario canada ireland usa us united states america australia new zealand south africa france
germany kentucky ohio texas california new york connecticut massachusetts new jersey maryland
queensland new south wales nova scotia northern ireland wales scotland jersey guernsey isle of man
"""
_TWO_WORDS = re.compile(
    r"east sussex|west sussex|isle of wight|north yorkshire|south yorkshire|west yorkshire|"
    r"tyne and wear|west midlands|united states|new zealand|south africa|new york|new jersey|"
    r"new south wales|nova scotia|northern ireland|isle of man"
)
_SUFFIXES = (
    r"(?:city |town )?hall|(?:university |general )?hospital|civic centre|library|college|depot|"
    r"council offices?|offices?|town centre|area|borough|station|arena|stadium|schools?|"
    r"university|terminal \w+|t\d|cargo|shopping centre|"
    r"business park|industrial estate|park|market|clinic|surgery|care home|court"
)
_COUNTRY = frozenset({"england", "uk", "united kingdom", "great britain", "gb", "britain"})
_LONDON = frozenset(
    {"london", "greater london", "inner london", "outer london", "central london", "north london"}
    | {"south london", "east london", "west london", "north west london", "south east london"}
    | {"south west london", "north east london", "london wide", "across london", "pan london"}
)
_NOT_LONDON = frozenset(
    {"london gatwick", "gatwick", "gatwick airport", "london gatwick airport", "london luton"}
    | {"london luton airport", "london stansted", "london stansted airport", "stansted"}
    | {"stansted airport", "london southend", "london southend airport", "london colney"}
    | {"outside london", "london apprentice", "londonderry", "luton airport", "non london"}
)
_NEAR = {
    "surrey": {"Croydon", "Kingston upon Thames", "Richmond upon Thames", "Sutton", "Merton"},
    "kent": {"Bromley", "Bexley", "Greenwich", "Lewisham"},
    "essex": {"Barking and Dagenham", "Havering", "Redbridge", "Newham", "Waltham Forest"},
    "middlesex": {"Brent", "Ealing", "Enfield", "Haringey", "Harrow", "Hillingdon", "Hounslow"}
    | {"Barnet", "Richmond upon Thames"},
    "hertfordshire": {"Barnet", "Enfield", "Harrow"},
}
"""Counties whose name still stands in addresses of the boroughs that they lost in 1965."""
_COUNTY_SHORT = {"middx": "middlesex", "herts": "hertfordshire", "northants": "northamptonshire"}
_STREET = re.compile(r"\b(?:road|street|avenue|lane|close|drive|way|terrace|rd|st|ave|crescent)$")
_POSTCODE = re.compile(r"\b([A-Z]{1,2})(\d[A-Z\d]?)(?:\s*(\d)[A-Z]{2})?\b")
_CODE = re.compile(r"(UKI|TLI|E09)|(UK[C-N]|TL[C-N]|[EWSN]\d{2})(?=[A-Z0-9]*$)")
_UNSPACED = re.compile(r"([A-Z]{1,2})(\d[A-Z\d]?)(\d)[A-Z]{2}")
_TITLES = re.compile(
    r"^(?:the )?(?:london borough(?: council)? of|royal borough of|city of(?! london)|"
    r"lb of|lb|rb of|rb|"
    r"borough of|royal)(?: the)? "
)
_ENDINGS = re.compile(
    r" (?:(?:london )?(?:borough|city|county) council|council|london borough|lbc|lb|borough)$"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A part of a place that is known: its borough, or empty; and whether it needs more beside."""

    borough: str
    alone: bool


def postcode_in_london(postcode: str) -> bool | None:
    """Return whether a postcode is in London by its district; None where the boundary cuts it.

    Args:
        postcode: A whole postcode or its first half, in any case and spacing.
    """
    text = re.sub(r"\s+", " ", postcode.strip().upper())
    match = _POSTCODE.fullmatch(text) or _UNSPACED.fullmatch(text)
    if not match:
        return None
    area, district, sector = match.group(1), match.group(1) + match.group(2), match.group(3)
    listed = _districts().get(district)
    if district == "E4" and sector in {"6", "8", "9"}:
        return True  # only E4 7 reaches over the boundary, at Sewardstone
    if listed is not None:
        return True if listed == "yes" else None
    if area in _WHOLE:
        return True
    near = any(each.rstrip("0123456789") == area for each in _districts())
    return False if area in _OUTSIDE or near else None


@lru_cache(maxsize=50_000)
def in_london(place: str) -> bool | None:
    """Return whether a place as written is in London; None where that cannot be told.

    A postcode decides. Else the more specific part comes before the county: `Croydon, Surrey` is
    in London, `London, Ontario` and `Newham, Northumberland` are not.

    Args:
        place: A borough by any usual name, a district, a postcode, a statistical code (`UKI32`,
            `E09000033`), a nation or large town, or an address that holds one of these.
    """
    code = _CODE.match(place.strip().upper())
    if code and " " not in place.strip():
        return code.group(1) is not None
    by_code = _by_postcode(place)
    if by_code is not None:
        return by_code
    parts = [each for each in _parts(place) if each not in _COUNTRY and not _is_code(each)]
    return _by_names(parts)


def london_borough(place: str) -> tuple[str, ...]:
    """Return the boroughs that a place in London names, by alphabet."""
    if in_london(place) is not True:
        return ()
    boroughs = {name.borough for each in _parts(place) if (name := _name(each)) and name.borough}
    return tuple(sorted(boroughs))


def _parts(place: str) -> list[str]:
    """The parts of a place, plain; two boroughs joined by "and" are two parts."""
    parts: list[str] = []
    for each in (_plain(part) for part in re.split(r"[,;\n/|]| - ", place)):
        parts += next((pair for pair in _pairs(each) if all(map(_name, pair))), [each])
    return [each for each in parts if each]


def _pairs(part: str) -> list[list[str]]:
    """Every way to part words at an "and", unless the whole is one name."""
    if _name(part):
        return []
    words = part.split(" and ")
    return [[" and ".join(words[:cut]), " and ".join(words[cut:])] for cut in range(1, len(words))]


def _by_postcode(place: str) -> bool | None:
    """What the last whole postcode says, or a district that is a part of its own."""
    text = place.upper()
    whole = [each for each in _POSTCODE.finditer(text) if each.group(3)]
    if whole:
        return postcode_in_london(whole[-1].group(0))
    for part in reversed(re.split(r"[,;\s]+", text.strip())):
        if _POSTCODE.fullmatch(part) or _UNSPACED.fullmatch(part):
            return postcode_in_london(part)
    return None


def _by_names(parts: list[str]) -> bool | None:
    named = [(index, name) for index, each in enumerate(parts) if (name := _name(each))]
    away = [each for each in parts if each in _away() or each in _NOT_LONDON]
    county = next((each for each in reversed(parts) if each in _NEAR), None)
    said_london = any(name.borough == "" for _, name in named)
    boroughs = {name.borough for _, name in named if name.borough}
    if away:
        return False if not _contradicts(parts, away) else None
    if said_london:
        return True
    if boroughs:
        sure = any(name.alone for _, name in named)
        if county:
            return True if boroughs & _NEAR[county] else None
        return True if sure else None
    if county:
        # A village may have lost its county to London, so only the county by itself is outside.
        return None if len(parts) > 1 or county == "middlesex" else False
    return None


def _contradicts(parts: list[str], away: list[str]) -> bool:
    """Whether London comes after the place that is away, as in `Leeds, London`."""
    return parts[-1] in _LONDON and parts[-1] not in away


def _name(part: str) -> _Name | None:
    """What a part of a place names in London; a street's name says nothing of where it is."""
    if part in _LONDON:
        return _Name("", True)
    if part in _NOT_LONDON or _STREET.search(part):
        return None
    short = _ENDINGS.sub("", _TITLES.sub("", part))
    known = _names()
    site = re.sub(rf" (?:{_SUFFIXES})$", "", short)
    for each in (part, short, site, part.removesuffix(" london")):
        if each in known:
            titled = part not in (each, short)
            entry = known[each]
            return _Name(entry.borough, entry.alone or titled)
    if part.startswith("london borough") or part.endswith(" london"):
        return _Name("", True)
    return None


def _plain(text: str) -> str:
    tidy = text.lower().replace("&", " and ").replace("'", "").replace("’", "")
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", tidy).split())
    return _COUNTY_SHORT.get(words, words)


def _is_code(part: str) -> bool:
    return bool(_POSTCODE.fullmatch(part.upper()))


@cache
def _names() -> dict[str, _Name]:
    known = {each: _Name(_titled(each), True) for each in BOROUGHS}
    for row in _table("london_places.csv"):
        known.setdefault(row["name"], _Name(row["borough"], row["alone"] == "yes"))
    return known


@cache
def _districts() -> dict[str, str]:
    return {row["district"]: row["london"] for row in _table("london_postcodes.csv")}


@cache
def _away() -> frozenset[str]:
    names = f"{_COUNTIES} {_ABROAD}".replace("\n", " ")
    pairs = set(_TWO_WORDS.findall(names))
    single = set(_TWO_WORDS.sub(" ", names).split())
    return frozenset(_ELSEWHERE | pairs | single) - frozenset(_NEAR)


def _table(name: str) -> list[dict[str, str]]:
    text = files("scoring").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _titled(name: str) -> str:
    small = {"and", "of", "upon"}
    return " ".join(each if each in small else each.title() for each in name.split())
