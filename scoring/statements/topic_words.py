"""Patterns of what a sentence about a topic can state: counts, shares, places and standards."""

COUNT = (
    r"(?:(?<![\w£$€.,])\d[\d,]*(?!\s*(?:%|January|February|March|April|May|June|July|August"
    r"|September|October|November|December))\b(?<!\b19\d\d)(?<!\b20\d\d)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|hundred)\b)"
)
SHARE = r"\d[\d.]*\s?(?:%|per\s?cent)"
MONEY = r"[£$€]\s?\d[\d,.]*(?:\s?(?:m|bn|million|billion))?"
PLACE = (
    r"\b(?:in|from|of|near|around|across|at)\s+(?:the\s+)?(?!January|February|March|April|May\b"
    r"|June|July|August|September|October|November|December|Our\b|We\b|Modern|Act\b)[A-Z][a-z]+\w*"
    r"|\b(?:UK|United Kingdom|Great Britain|England|Scotland|Wales|Ireland|Europe|EU|Asia|Africa"
    r"|overseas|abroad|worldwide)\b"
)
OFTEN = (
    r"\b(?:annual(?:ly)?|yearly|monthly|weekly|quarterly|twice a year|half-yearly"
    r"|(?:every|each|once a|per) (?:\w+ )?(?:months?|years?|quarters?|weeks?|spring|summer|autumn"
    r"|winter|January|June)|regular(?:ly)?|at induction|on induction|refresher|when they (?:join|"
    r"start)|before (?:they|the first|anyone|a contract|we|I|award)\w*)\b"
)
RESULT = (
    r"\b(?:found|identified|discovered|raised|rose|fell|led to|as a result|resulted|passed"
    r"|failed|closed|put right|corrective|stopped (?:using|buying)|ended the contract|lost their"
    r"|afterwards|could not (?:say|show)|rang the police|asked us|spoken to alone|repaid|"
    r"got [£$€]\d\S* back)\b"
)
GOODS = (
    r"\b(?:food|rice|tea|coffee|cocoa|spices?|fruit|vegetables|fish|meat|uniforms?|clothing"
    r"|garments?|textiles?|cotton|cloths?|linen|bedding|gloves|electronics|laptops|computers|IT"
    r"|software|hosting|furniture|timber|wood|stone|steel|metals?|minerals?|castings|batteries"
    r"|chemicals?|cleaning|security|catering|construction|building work|agency (?:labour|staff"
    r"|workers?|guards?)|packaging|paper|stationery|medical|instruments|vehicles?|fuel|materials"
    r"|ingredients|laundry|logistics|transport|fluids|mops|supplies|equipment|solar|mica|cobalt)\b"
)
PEOPLE_AT_RISK = (
    r"\b(?:migrant|seasonal|agency|temporary|overseas|sponsored|undocumented|low[- ]paid"
    r"|low[- ]skilled|unskilled|domestic|night) (?:\w+ )?(?:workers?|labour\w*|pickers?|guards?"
    r"|staff|cleaners?|families|people)\b|\b(?:agency guards?|labour-only gangs?|gangmasters?"
    r"|women|children|refugees|visa|pickers|guests)\b|owe (?:\w+ )?(?:fees|money)"
    r"|debt bondage|recruitment fees?|child labour|forced labour|withheld wages|passports?"
    r"|hand over wages|borrow to pay|live on site|cannabis"
)
STANDARD = (
    r"\b(?:ETI|Ethical Trad\w+ Initiative|UN Guiding Principles|UNGPs?|ILO|International Labour"
    r" Organi[sz]ation|SA ?8000|OECD|Universal Declaration|ISO ?\d+|Global Compact|SMETA"
    r"|GLAA standards?|Base Code)\b"
)
VICTIM = (
    r"\b(?:victims?|survivors?|people harmed|cases?|pickers?|guards|workers?|children|guest)\b"
)
