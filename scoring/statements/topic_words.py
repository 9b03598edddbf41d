"""Words that many topics share: counts, shares, places, people, firms, checks and harms."""

COUNT = (
    r"(?:(?<![\w£$€.,])\d[\d,]*(?!\s*(?:%|January|February|March|April|May|June|July|August"
    r"|September|October|November|December))\b(?<!\b19\d\d)(?<!\b20\d\d)(?![,.]\d)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|half|a dozen|a third|two thirds|three quarters)\b)"
)
SHARE = r"\d[\d.]*\s?(?:%|per\s?cent)"
MONEY = r"[£$€]\s?\d[\d,.]*(?:\s?(?:m|bn|k|million|billion))?"
PLACE = (
    r"\b(?:in|from|of|near|around|round|across|at|outside|to)\s+(?:the\s+|southern |northern"
    r" |eastern |western )?(?!January|February|March|April|May\b"
    r"|June|July|August|September|October|November|December|Our\b|We\b|Modern|Act\b|Slavery"
    r"|Section|Schedule|Human|Code\b|Policy|Christmas|Easter|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday)(?-i:[A-Z][a-zé]{2,}\w*)"
    r"|\b(?:UK|United Kingdom|Great Britain|England|Scotland|Wales|Ireland|Europe|EU|Asia|Africa"
    r"|China|India|Pakistan|Bangladesh|Turkey|Vietnam|Malaysia|Thailand|Romania|Bulgaria|Poland"
    r"|overseas|abroad|worldwide)\b"
)
OFTEN = (
    r"\b(?:annual(?:ly)?|yearly|monthly|weekly|quarterly|termly|twice a year|half-yearly"
    r"|(?:every|each|once a|once every|per) (?:\w+ )?(?:months?|years?|quarters?|quarterly"
    r" meeting|weeks?|term|spring|summer|autumn|winter|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|time)|regular(?:ly)?"
    r"|(?:at|on|during|part of) (?:their |its |the )?induction"
    r"|refresher|when they (?:join|start)|before (?:they|the first|anyone|anybody|a contract|we"
    r"|I|award)\w*|after (?:\w+ ){1,2}months)\b"
)
RESULT = (
    r"\b(?:found|identified|discovered|raised|rose|fell|led to|as a result|resulted|passed"
    r"|failed|closed|put right|corrective|came to light|turned (?:out|down|up)|below standard"
    r"|serious (?:findings?|problems?|issues?)|(?:stopped|quit|ceased) (?:using|buying|dealing)"
    r"|(?:dropped|left|removed|sacked|struck off|suspended|replaced) (?:\w+ )?(?:two|three|four"
    r"|five|one|it|them|him|her|\d+|off)|off our (?:sites?|list|books)|no longer (?:use|buy"
    r"|supply|deal|take|work|supplies|works)|ended (?:the|our|its|their|two|one) \w+|walked away"
    r"|lost their|afterwards|could not (?:say|show|tell|prove)|did not know|admitted"
    r"|rang the police|asked us|spoken to alone|repaid|got (?:it|them|[£$€]\d\S*) back|so now"
    r"|improved|non-conformit\w+|non-complian\w+)\b"
)
GOODS = (
    r"\b(?:food|groceries|rice|tea|coffee|cocoa|chocolate|sugar|spices?|fruit|tomato\w*|berries"
    r"|flowers|bananas|vegetables|fish|prawns|seafood|tuna|meat|poultry|chicken|palm oil|soya?"
    r"|uniforms?|workwear|clothing|clothes|garments?|gowns?|shirts?|boots|footwear|shoes"
    r"|textiles?"
    r"|cotton|wool|leather|cloths?|linens?|towels|bedding|gloves|PPE|electronics|laptops|tablets"
    r"|phones|computers|servers|lab(?:oratory)? equipment|(?-i:IT)|hardware|software|hosting"
    r"|furniture|toys|timber|wood|plywood|stone|sandstone|slates?|paving|granite|bricks?|blocks"
    r"|cement|steel|aluminium|metals?|minerals?|castings|batteries|bearings|chemicals?|plastics?"
    r"|rubber|cleaning|security|catering|construction|building work|gangs?|agency (?:labour"
    r"|staff"
    r"|workers?|guards?|nurses|drivers)|temps|packaging|cardboard|paper|ink|stationery|medical"
    r"|instruments|syringes|drugs|vehicles?|vans|lorries|forklifts|tyres|parts|fuel|materials"
    r"|ingredients|laundry|logistics|transport|haulage|couriers|fluids|mops|supplies|equipment"
    r"|tools|solar|panels|mica|cobalt|car wash(?:es)?|nail bars?|waste|recycling|scaffolding"
    r"|groundworks?|roofing|tinned goods|homeware|jewellery|gold|diamonds|feathers)\b"
)
ORIGIN = (
    r"(?:migrant|seasonal|agency|temporary|overseas|sponsored|undocumented|refugees?|low[- ]paid"
    r"|low[- ]skilled|unskilled|domestic|night|young|foreign|casual|day|homeless|trafficked"
    r"|Romanian|Bulgarian|Polish|Albanian|Vietnamese|Chinese|Indian|Nepali|Nepalese|Bangladeshi"
    r"|Zimbabwean|Nigerian|Filipino|Syrian|Uyghur|Uighur|Indonesian|Rohingya|Ukrainian|Eritrean)"
)
PEOPLE_AT_RISK = (
    rf"\b{ORIGIN}[- ](?:\w+ )?(?:workers?|labour\w*|pickers?|guards?|staff|cleaners?|families"
    r"|people|men|women|nurses|carers|drivers|girls|crews?|refugees|labourers|cooks|nationals)\b"
    r"|\b(?:agency guards?|labour-only gangs?|gangmasters?|women|children|boys|girls|kids|lads"
    r"|refugees?|asylum seekers|pickers|packers|guards|cleaners|carers|fishermen|seafarers"
    r"|crews?"
    r"|guests|residents|tenants|students|homeworkers|home workers|stitchers|miners|labourers"
    r"|temps|warehouse workers|farm ?workers|migrants|people (?:in|who|from)|those (?:who|on"
    r"|in))"
    r"\b"
)
HARM = (
    r"\b(?:debt bondage|bonded|indebted|in debt|debts?|owe[sd]? \w+|owing"
    r"|recruitment fees?|(?:paid|pay|paying|handed|charged) (?:\w+ ){0,8}(?:fees?|agents?"
    r"|for (?:the|a|their|his|her) (?:jobs?|work|place|visas?)|to get (?:the|a) jobs?"
    r"|go-between|recruiters?|certificates? of sponsorship)"
    r"|passports?|documents? (?:taken|held|kept)|papers (?:taken|held|kept)|confiscat\w+"
    r"|withh(?:o|e)ld\w*|unpaid|underpaid|below the (?:legal )?minimum|paid next to nothing"
    r"|cash in hand|hand(?:ed|s)? over (?:part of )?(?:\w+ )?(?:wages|pay|money)|wages? (?:taken"
    r"|kept|skimmed|stolen)|gets? the money|taken out of (?:their|his|her) (?:pay|wages)"
    r"|deductions?|tied to|visa sponsor|sponsorship|threat\w*|intimidat\w+|beaten|locked"
    r"|scared|bossed about|controlled|thumb|under (?:the age of )?1\d|underage|child labour"
    r"|forced"
    r" labour|forced to|forced work|state-imposed|trafficked|exploited|exploitation"
    r"|borrow to pay|overcrowd\w+|(?:six|eight|ten|four|five) (?:to|in|lived in) (?:a|one)"
    r" (?:bed)?room|excessive (?:hours|overtime)|long hours|cannabis|cuckoo\w*|undocumented"
    r"|live (?:on site|in shelters)|at risk of (?:being )?\w+)\b"
)
"""What is done to people who are exploited; the ILO's indicators of forced labour in words."""

STAFF = (
    r"(?:staff|employees?|colleagues|workers?|workforce|teams?|people|carers?|nurses"
    r"|drivers|guards|cleaners|managers?|management|directors?|supervisors?|foremen|buyers?"
    r"|leaders?|lawyers?|solicitors?|teachers|lads|men|women|volunteers?|trustees|apprentices"
    r"|operatives|pickers|packers|chefs|officers?|members|partners|everyone|everybody|starters?"
    r"|joiners|hires|recruits|governors|hosts|porters|wardens|caseworkers|engineers"
    r"|receptionists?"
    r"|reception|housekeeping|consultants|fundraisers|recruiters|procurement|nobody|anyone"
    r"|nephew|I)"
)
FIRM = (
    r"(?:suppliers?|vendors?|firms|(?:sub-?)?contractors?|agenc(?:y|ies)|recruiters|labour"
    r" providers?|providers?|factor(?:y|ies)|(?:supplier|production|manufacturing) sites?|farms?"
    r"|mills?|growers?|bidders?|tenderers?|tenders|wholesalers?|merchants?|manufacturers?"
    r"|makers?|gangs?|gangers?|plants?|quarr(?:y|ies)|mines?|landlords?|laundr(?:y|ies)|the shop"
    r"|importers?|distributors?|hauliers?|caterers?|consorti(?:um|a)|umbrella compan(?:y|ies)"
    r"|tanner(?:y|ies)|workshops|packhouses?|vessels?|boats|ships|subbies|licensees?"
    r"|franchisees?"
    r"|operators|resellers?|estates)"
)
"""Whom an organisation buys from."""

CHECKED = (
    r"(?:audit(?:s|ed|ing)?|spot[- ]checks?|check(?:s|ed|ing)?|visit(?:s|ed|ing)?|vet(?:s|ted"
    r"|ting)?|screen(?:s|ed|ing)?|inspect(?:s|ed|ions?)?|assess(?:es|ed|ing|ments?)?"
    r"|interview\w*"
    r"|question(?:ed|naires?)|monitor(?:s|ed|ing)?|survey(?:s|ed)?|verif(?:y|ies|ied)|trac(?:e"
    r"|ed)"
    r"|mapp?(?:ed|ing)|compare[sd]?|look(?:ed|s)? (?:at|into|over|round|through)|ask(?:s|ed)?"
    r"|rang|phoned|called on|turn(?:ed|s)? up|went to|been to|sp(?:eak|oke|oken) (?:to|with)"
    r"|talk(?:ed|s)? (?:to|with)|dropped in|walk(?:ed|s)? (?:round|through)|answer(?:s|ed)?"
    r" questions|sen(?:d|ds|t) monitors|sampled?|due diligence|self-assessment|reports? on"
    r"|sent us (?:its|their|a|an|the))"
)
STANDARD = (
    r"\b(?:ETI|Ethical Trad\w+ Initiative|UN Guiding Principles|UNGPs?|ILO|International Labour"
    r" Organi[sz]ation|SA ?8000|OECD|Universal Declaration|ISO ?\d+|Global Compact|SMETA"
    r"|GLAA standards?|Base Code|BS ?25700|Gangmasters \(Licensing\)|Employer Pays"
    r"|Dhaka Principles|Responsible Business Alliance)\b"
)
LEARN = (
    r"(?:train(?:ed|ing|s)?|courses?|briefings?|briefed|toolbox talks?|workshops?|e-?learning"
    r"|webinars?|seminars?|awareness (?:days?|sessions?|events?)|lectures?|modules?"
    r"|sat (?:through|a|an|the)|shown how to|taught|learn(?:t|ed|s|ing)?|films?|videos?"
    r"|certificates?|refresher|qualification|inductions?|level (?:one|two|three|1|2|3)|talks? on"
    r"|(?:had|done|did|took|attended|completed|hold) (?:the|a|an|our|its) (?:[\w-]+ ){0,4}"
    r"(?:day|morning|afternoon|evening|session|certificate|test|quiz)|spent (?:a|an|the|half a)"
    r" (?:day|morning|afternoon|evening|hour))"
)
