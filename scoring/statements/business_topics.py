"""Topics about the business itself: its structure, its work, its supply chains and their risks."""

from types import MappingProxyType

from scoring.reference.vocabulary import Criterion
from scoring.statements.elements import build_topic
from scoring.statements.topic_words import (
    COUNT,
    FIRM,
    GOODS,
    HARM,
    MONEY,
    ORIGIN,
    PEOPLE_AT_RISK,
    PLACE,
    STAFF,
)

_WORK = (
    r"(?:mak(?:e|es|ing)|sells?|serves?|runs?|grows?|packs?|picks?|posts?|builds?|cleans?"
    r"|wash(?:es)?"
    r"|supply|supplies|teach(?:es)?|moves?|writes?|operates?|manufactur(?:e|es)|rents? out|lets?"
    r"|owns?|imports?|exports?|advises?|looks? after|cares? for|distribut(?:e|es)|designs?"
    r"|delivers?|publish(?:es)?|hosts?|prints?|drives?|install(?:s)?|repairs?|maintains?|fits?"
    r"|treats?|hous(?:e|es)|bakes?|brews?|cooks?|farms?|lands?|mines?|tests?|ships?|hauls?"
    r"|stores?"
    r"|lends?|insur(?:e|es)|collects?|recycles?|puts? up|hands? out|go into|goes into|guards?"
    r"|dig|digs|lay|lays|plants?|sew(?:s)?|trades? in|processes|process|develops?|provides?"
    r"|do|does|visits?)"
)
_NOT_OUR_TRADE = (
    r"(?! (?:not\b|this|(?:\w+ ){0,3}(?:training|courses?|statement|polic(?:y|ies)|helpline"
    r"|hotline|guidance|information|awareness|due diligence|checks?|audits?|the right|sure"
    r"|business|our (?:staff|people|suppliers?|buyers|managers))))"
)

_PLACES = ("where", PLACE)
_SITES = (
    r"(?:schools|buildings|offices|homes|houses|hospitals|clinics|surgeries|shops|stores|sites"
    r"|sheds|plants|factories|hotels|campuses|students|pupils|patients|depots|shelters|countries"
    r"|guards|bedrooms|beds|warehouses|branches|restaurants|pubs|halls|vans|lorries|trucks"
    r"|visits"
    r"|farms|acres|centres|clients|customers|households|parcels|meals|flats|theatres"
    r"|laboratories)"
)

BUSINESS_TOPICS = MappingProxyType(
    {
        Criterion.STRUCTURE: build_topic(
            (
                r"\b(?:is|am|are|was) (?:a|an|the|wholly|part|owned|listed|registered|founded"
                r"|run)"
                r"\b[^.]{0,40}\b(?:company|charity|trader|partnership|LLP|subsidiary|group|owned"
                r"|trust|co-operative|London|society|firm|business|body|college|council"
                r"|founders?"
                r"|famil(?:y|ies)|members)\b",
                r"\bsubsidiar(?:y|ies)\b|\bjoint venture|\b(?:and|also|plc|Limited|Ltd|we"
                r"|group) owns? [A-Z]|\bis (?:owned|run)"
                r" by|\bbelongs to|wholly owned|parent company|\bsole trader|\bthe founders\b"
                r"|\b(?:hold|own) \d+ ?% of|\bon the (?:books|cards|payroll)\b|\bjust me\b"
                r"|\bonly me\b|\bI work (?:alone|on my own)|\bby myself\b",
                rf"\b(?:has|have|employ(?:s|ing)?|with|by|our|some|about|around|are"
                rf"|of) (?:about |some"
                rf" |around |over |nearly )?{COUNT} (?:[\w-]+ ){{0,2}}{STAFF}\b",
                rf"{COUNT} (?:\w+ )?{STAFF} (?:work|are employed)\b",
            ),
            r"\bstructure|about us|who we are|our (?:organisation|company|group|firm)\b",
            (
                "legal form",
                r"\b(?:limited company|private company|public (?:limited )?company|charity|LLP"
                r"|limited liability partnership|sole trader|royal charter|foundation trust|plc"
                r"|listed (?:in|on)|co-operative|public body|family (?:\w+ )?(?:firm|business"
                r"|company)"
                r"|partnership|community interest company|CIC|just me|only me"
                r"|(?:Limited|Ltd) (?:is|has|belongs|\(company))\b",
            ),
            (
                "who owns what",
                r"\b(?:subsidiar(?:y|ies)|(?:owned|run) by|wholly owned|owns?|belongs to|joint"
                r" venture|parent|group|founders|holds? \d+ ?%)\b",
            ),
            (
                "number of people",
                rf"{COUNT} (?:[\w-]+ ){{0,2}}{STAFF}\b|employs (?:about |around |over "
                rf"|some )?\d[\d,]*"
                rf"|{COUNT} on the (?:books|cards|payroll)|(?:just|only) me\b",
                True,
            ),
            (
                "where people work",
                rf"\b{STAFF} (?:\w+ ){{0,4}}(?={PLACE})(?:in|at|across"
                rf"|round) \w+",
            ),
        ),
        Criterion.OPERATIONS: build_topic(
            (
                r"\b(?:we|I|it|which|that|limited|ltd|plc|group|company|university|trust"
                r"|charity|council"
                rf"|college|who) (?:also |mainly |only )?{_WORK}\b{_NOT_OUR_TRADE} \w+",
                rf"\b(?:work|works|go on|are|operate|operates|based|run|runs) (?:in|at|from|on"
                rf"|out of)?"
                rf" ?{COUNT} (?:[\w-]+ ){{0,2}}{_SITES}\b",
                r"\b(?:my|our) (?:round|work|trade|business|clients|customers|shops|branches"
                r"|sites"
                r"|fleet|services?) (?:is|are|include|cover)",
                rf"\b(?:has|have|with|across|from|in|to"
                rf"|about) {COUNT} (?:[\w-]+ ){{0,2}}{_SITES}\b",
                rf"^\W*(?:\w+ )?{COUNT} (?:[\w-]+ ){{0,2}}{_SITES}\b(?![^.]*\b(?:audit|check"
                rf"|visited))",
                r"\b(?:building|putting up|making|selling|cleaning|growing|moving|printing) \w+",
            ),
            r"\b(?:our business|operations|what we do|about us|our work|who we are)\b",
            (
                "what is done",
                rf"\b{_WORK}\b{_NOT_OUR_TRADE}(?= \w)(?: (?:our |the "
                rf"|own-label )?(?!{COUNT})\w+)?|\b(?:building"
                rf"|putting up"
                r"|making|selling|cleaning|teaching|growing|moving) \w+",
            ),
            (
                "number of sites or customers",
                rf"{COUNT} (?:[\w-]+ ){{0,3}}{_SITES}\b",
            ),
            _PLACES,
            (
                "kind of work",
                r"\b(?:seasonal|agency|agencies|outsourced|evenings|contractors?|night shifts?"
                r"|temps|zero[- ]hours)\b",
            ),
        ),
        Criterion.SUPPLY_CHAINS: build_topic(
            (
                r"\b(?:we|I|it|is|are|company|group|which|most|mainly|mostly|also|then|and|have"
                r"|has)"
                r" (?:\w+ )?(?:buy|buys|bought|purchase[sd]?|source[sd]?|procure[sd]?|rent"
                r"|lease|hire"
                r"|import|imports|imported)\b(?! (?:\w+ )?(?:workers?|staff|responsibl\w+"
                r"|directly))",
                r"\bsold us|placed orders|\bnon-pay bill|\bour (?:\w+ )?spend\b|\borders? go"
                r"|\bspend(?:s|ing)? [£$€]|\bspend (?:\w+ ){0,3}on\b|\bwhat we spend",
                r"\b(?:get|gets|got) (?:\w+,? ){1,8}(?:off|from) \w+",
                (
                    r"\b(?:(?:comes?|is|are|come|sourced|made|grown|sewn|stitched|caught|mined"
                    r"|woven"
                    r"|assembled|picked|dyed|packed|supplied|bought|delivered"
                    r"|hired) (?:\w+ ){0,2}"
                    r"(?:from|in|off|by|through))\b[^.]{0,20}[A-Z]",
                    GOODS,
                ),
                r"\b\d[\d,]* (?:[\w-]+ ){0,2}(?:suppliers?|subcontractors?|growers|factories"
                r"|vendors"
                r"|farms)\b(?! (?:were|was|have|had|checked|audited|visited))",
                r"\btier (?:1|2|3|one|two|three)\b|\bour (?:main )?suppliers (?:are|include)"
                r"|\bour supply chains? (?:\w+ )?(?:includes?|covers?|consists?|comprises?)",
            ),
            r"\bsuppl(?:y chains?|iers)\b|\bwhat we buy\b|\bwhere (?:it|things"
            r"|our \w+) comes? from",
            ("what is bought", GOODS),
            (
                "number or spend",
                rf"{COUNT} (?:[\w-]+ ){{0,3}}(?:suppliers|subcontractors|growers|factories|firms"
                rf"|agencies|mills|wholesalers|merchants|countries|vendors|farms|manufacturers)"
                rf"|(?:factories|suppliers): \d+|{MONEY}",
                True,
            ),
            _PLACES,
            (
                "kinds of supplier",
                r"\b(?:direct suppliers|wholesalers?|consorti(?:um|a)|agencies|subcontractors"
                r"|growers"
                r"|merchants?|importers|distributors|resellers?|hosting (?:company|firm)"
                r"|accountant"
                r"|NHS Supply Chain|national frameworks|local firms|manufacturers|(?:local"
                r" )?contractors?|mines|cash and carry|shops?|farms|factories)\b",
            ),
            (
                "tiers and what is not known",
                r"\b(?:tier (?:\d|one|two|three)|do(?:es)? not (?:yet )?know|cannot see"
                r"|can't see"
                r"|not (?:yet )?mapped|mapped|beyond the)\b",
                True,
            ),
        ),
        Criterion.RISK_DESCRIPTION: build_topic(
            (
                (
                    r"\b(?:at (?:\w+ )?risk|(?:greatest|highest|biggest|higher|main|salient"
                    r"|high|most|key)"
                    r"(?:[- ]\w+)? risks?|risks? (?:is|are|of|in|that|to)|high[- ]risk|worr(?:y"
                    r"|ies|ied)"
                    r"|danger|vulnerable|could go wrong|goes wrong|get hurt|be hurt|exposed"
                    r"|concerns? us"
                    r"|keeps? us awake|come first|came first|comes? next|most likely"
                    r"|exploitation can"
                    r"|may be exploited|prone)\b",
                    rf"{GOODS}|{PEOPLE_AT_RISK}|\b{ORIGIN}\b|\b(?:country|countries|sectors?"
                    rf"|Xinjiang"
                    r"|sub-?contract\w+|quarr(?:y|ies)|factories|mills|mines|farms)\b",
                ),
                (HARM, rf"{PEOPLE_AT_RISK}|{GOODS}|\b{FIRM}\b"),
                r"\bcome first\b|\bwhere we see the danger|people we worry about"
                r"|ranked (?:our )?risks",
            ),
            r"\b(?:risks?|where (?:the |people )?(?:risks|could)|worr(?:y|ies)|danger)\b",
            ("named risk", HARM),
            ("who is exposed", PEOPLE_AT_RISK),
            ("where, or in which goods or work", GOODS + r"|\b(?:harvest|depots)\b|" + PLACE),
            (
                "ranking",
                r"\b(?:ranked|ranking|in order|first|second|biggest|greatest|highest|next|most"
                r"(?= (?:at risk|of all|likely|exposed))|the other one)\b",
            ),
            (
                "how it was found",
                r"\b(?:found (?:this|by|that)|after talking|by talking|told (?:us|our|me)"
                r"|came to"
                r" light|country data|data from|spend with|risk tool|we found|going through"
                r"|mapping"
                r"|(?:has|have) been found|drew up|we (?:saw|heard|learnt|learned)"
                r"|Global Slavery Index"
                r"|heat ?map)\b",
                True,
            ),
        ),
    }
)
"""What a statement can say about the business, its supply chains and where the risks are."""
