"""Topics about the business itself: its structure, its work, its supply chains and their risks."""

from types import MappingProxyType

from scoring.reference.vocabulary import Criterion
from scoring.statements.elements import build_topic
from scoring.statements.topic_words import (
    CHECKED,
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
from scoring.statements.word_classes import (
    ACQUIRED,
    AGENTS,
    ORIGIN_WORDS,
    SELLERS,
    TRADES,
    WORRY,
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
    r"|do|does|visits?|keep(?:s)?|brings?|places? (?:\w+ )?(?:people|workers|staff)|fillet(?:s"
    r"|ing)?"
    r"|drill(?:s)?|licenses?|lay|weld(?:s)?|launder(?:s)?|cater(?:s)?|smok(?:e|es|ing)"
    r"|assembl(?:e|es)"
    rf"|manages?|educates?|researches|broadcasts?|markets?|supports? (?:people|families|adults)"
    rf"|{TRADES})"
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
    r"|laboratories|dogs|horses|properties|rooms|pubs|learners|tenants|hectares|tonnes|vessels"
    r"|people at"
    r" home|older (?:\w+ ){0,3}people|disabled people|adults|children|kennels|businesses|caf[eé]s"
    r"|tenancies|venues|routes|flights|journeys|members|readers|events|orders|labs|callers)"
)

BUSINESS_TOPICS = MappingProxyType(
    {
        Criterion.STRUCTURE: build_topic(
            (
                r"\b(?:is|am|are|was) (?:a|an|the|wholly|part|owned|listed|registered|founded"
                r"|run)"
                r"\b[^.]{0,40}\b(?:company|charity|trader|partnership|LLP|subsidiary|group|owned"
                r"|corporation|association|authority|mutual|provider|start-up|franchise|quoted"
                r"|trust|co-operative|London|society|firm|business|body|college|council"
                r"|founders?"
                r"|famil(?:y|ies)|members)\b",
                r"\bquoted on|\btrades through|\bpart of the [A-Z]\w+ Group|\bown it\b"
                r"|\b(?:is|am) (?:\w+ ){0,3}(?:licensed by|registered (?:with|in))|\bon my own\b",
                r"\bsubsidiar(?:y|ies)\b|\bjoint venture|\b(?:and|also|plc|Limited|Ltd|we"
                r"|group) owns? [A-Z]|\bis (?:owned|run)"
                r" by|\bbelongs to|wholly owned|parent company|\bsole trader|\bthe founders\b"
                r"|\b(?:hold|own) \d+ ?% of|\bon the (?:books|cards|payroll)\b|\bjust me\b"
                r"|\bonly me\b|\bI work (?:alone|on my own)|\bby myself\b",
                rf"\b(?:has|have|employ(?:s|ing)?|(?<!interviews )(?<!held )with|by|our|some|about"
                rf"|around|are|is|of) (?:about |some"
                rf" |around |over |nearly )?{COUNT} (?:[\w-]+ ){{0,2}}{STAFF}\b",
                rf"{COUNT} (?:\w+ )?{STAFF} (?:work|are employed)\b|\bheadcount\b"
                rf"|\bthere are {COUNT} of us|{COUNT} on the payroll",
                rf"\b(?:with|employs?|employing) {COUNT} (?:[\w-]+ ){{0,3}}{AGENTS}\b"
                rf"|\b{COUNT} (?:\w+ )?of us (?:are|work|run)|\b(?:is|am) (?:\w+ )?(?:me|myself)\b"
                r"|\bone[- ](?:man|woman|person)\b|\bself-employed\b|\bholding company\b|\b(?:I"
                r"|we) trade as\b"
                r"|\bnobody else\b|\bno (?:staff|employees)\b|\bsole (?:owner|proprietor"
                r"|director)\b|\bfreelance\b"
                r"|\bset up by\b|\bfounded by\b|\bfamily[- ](?:run|owned)\b|\bshareholders\b"
                r"|\bowns [A-Z]\w+",
            ),
            r"\bstructure|about us|who we are|our (?:organisation|company|group|firm)\b",
            (
                "legal form",
                r"\b(?:limited company|private company|public (?:limited )?company|charity|LLP"
                r"|limited liability partnership|sole trader|royal charter|foundation trust|plc"
                r"|listed (?:in|on)|co-operative|public body|family (?:\w+ )?(?:firm|business"
                r"|company)"
                r"|partnership|community interest company|CIC|just me|only me|on my own|by myself"
                r"|corporation|limited by guarantee|(?:district|county|borough|city"
                r"|parish) council"
                r"|unitary authority|housing association|academy trust|mutual|quoted on|start-up"
                r"|statutory body"
                r"|(?:Limited|Ltd) (?:is|has|belongs|\(company)|NHS (?:foundation )?trust"
                r"|self-employed"
                r"|one[- ](?:man|woman|person)|registered (?:charity|provider|society)"
                r"|holding company|(?:I|we) trade as|freelance|sole (?:owner|proprietor|director)"
                r"|community benefit society|grammar school|independent school)\b",
            ),
            (
                "who owns what",
                r"\b(?:subsidiar(?:y|ies)|(?:owned|run) by|wholly owned|owns?|belongs to|joint"
                r" venture|parent|group(?! (?:plc|limited|ltd|has\b))|founders|holds? \d+ ?%"
                r"|family-owned|operating companies|headed by|belong to|ultimate parent"
                r"|(?:of|by|to) (?:two|three|four) (?:sisters|brothers|partners|cousins|friends)"
                r"|(?:of|by) (?:two|three|four) famil(?:y|ies)|councillors|shareholders)\b",
            ),
            (
                "number of people",
                rf"{COUNT} (?:[\w-]+ ){{0,3}}(?:{STAFF}|{AGENTS})\b|employs (?:about |around "
                rf"|over "
                rf"|some )?\d[\d,]*"
                rf"|{COUNT} on the (?:books|cards|payroll)|(?:just|only|simply) (?:me|myself)\b"
                rf"|\bis me\b|nobody else|no (?:staff|employees)\b|by myself|on my own"
                rf"|{COUNT} of us\b"
                rf"|headcount (?:is|was|of) {COUNT}",
            ),
            (
                "where people work",
                rf"\b(?:{STAFF}|of them|of whom \d+|offices) (?:\w+ ){{0,4}}(?={PLACE})(?:in|at"
                rf"|across|round) \w+|\b(?:work|based|employed)\b[^.;]{{0,20}}(?:at|across"
                rf"|from) {COUNT} \w+|\bof whom \d[\d,]* (?:\w+ )?(?:on site|abroad|overseas)",
            ),
            unless=r"\b(?:interview\w*|train(?:ed|ing)|course|module|asked|spoke\w*|speak"
            r"|audit\w*"
            r"|visit\w*|check\w*|rang|helped|found|told|exam|attended|finished|completed)\b",
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
                rf"\bour (?:\w+ )?{AGENTS} (?:go|visit|look after|care|clean|drive|deliver"
                rf"|teach|guard"
                r"|serve|travel)\b|\b(?:seasonal|temporary|casual) (?:\w+ )?(?:workers|staff"
                r"|hands|pickers)"
                r" (?:join|swell|come|help|work)\b|\bmillion (?:people|passengers|customers"
                r"|visitors)\b",
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
                rf"{COUNT} (?:[\w-]+ ){{0,3}}{_SITES}\b|\d[\d.]* million \w+",
            ),
            _PLACES,
            (
                "kind of work",
                r"\b(?:seasonal|agency|agencies|outsourced|evenings|contractors?|night shifts?"
                r"|temps|zero[- ]hours)\b",
            ),
            unless=rf"\b{CHECKED} (?:\w+ ){{0,6}}{FIRM}\b|\bcompared\b|\bwashed by\b",
        ),
        Criterion.SUPPLY_CHAINS: build_topic(
            (
                r"\b(?:we|I|it|is|are|company|group|which|most|mainly|mostly|also|then|and|have"
                r"|has)"
                r" (?:\w+ )?(?:buy|buys|bought|purchase[sd]?|source[sd]?|procure[sd]?|rent"
                r"|lease|hire"
                r"|import|imports|imported)\b(?! (?:\w+ )?(?:workers?|staff|responsibl\w+"
                r"|directly))",
                r"\bsold us|placed orders|\bnon-pay bill|\b(?:our|annual|external|total"
                r"|third-party)"
                r" (?:\w+ )?spend\b|\borders? go|\bspen(?:ds?|t|ding) (?:about |some |over )?[£$€]"
                r"|\bspen(?:d|t) (?:\w+ ){0,3}on\b|\bwhat we spend|\bspend (?:is|was|came)\b"
                r"|\blargest amounts were",
                rf"^(?!.*\b(?:people|workers?|pickers|carers|staff|patients|residents|guests)\b)"
                rf"\W*(?:\w+,? ){{1,5}}(?:comes?|came|arrives?) (?:mainly |mostly |largely "
                rf"|chiefly )?"
                rf"(?:{PLACE}|from (?:a|an|one|two|three) )",
                r"\b(?:factories|suppliers|farms|mills|growers|plants|vessels|boats)\b[^;"
                r"|:]{0,20}: ?\d",
                rf"\b(?:remain|are|is) (?:still )?unknown to us|\bcannot say which\b"
                rf"|\bidentified {COUNT} (?:\w+ )?(?:mills|farms|factories|smelters|growers)",
                rf"\b(?:washed|cooked|cleaned|guarded|repaired|built|printed|done) by {COUNT}?"
                r" ?(?:\w+ )?(?:contractors|firms|companies|agencies)\b|\bis outsourced\b",
                r"\b(?:get|gets|got) (?:\w+,? ){1,8}(?:off|from) \w+|\b(?:I|we) (?:get|order"
                r"|lease) from\b",
                (
                    rf"\b(?:is|are|was|were) (?:\w+ ){{0,2}}{ACQUIRED}"
                    rf"(?: \w+){{0,2}} {ORIGIN_WORDS}\b",
                    rf"{GOODS}|\b{FIRM}\b|\b{SELLERS}\b|\bproducts?\b|\bproducers\b",
                ),
                (
                    r"\b(?:comes?|came|arrives?|is|are) (?:\w+ ){0,2}(?:from|off|via"
                    r"|through) (?:an? |one |two "
                    r"|three |our |the |local )",
                    rf"{GOODS}|\b{FIRM}\b|\b{SELLERS}\b",
                ),
                r"\b(?:non-pay|third-party|external|annual|total"
                r"|procurement) (?:\w+ )?expenditure\b"
                r"|\b(?:business|orders|contracts|goods) worth (?:\w+ )?[£€$]|\b(?:biggest|main"
                r"|largest)"
                r" (?:\w+ )?categor(?:y|ies)\b|\b(?:group|company|firm|trust|our)(?:'s"
                r"|’s)? (?:main )?"
                r"purchases\b|\b\d[\d.]*% of (?:\w+ )?spend\b(?! (?:\w+ )?(?:ha|w|sign))"
                r"|\breach(?:es)? us\b|\bsent (?:to )?us\b|\bsupplied (?:them|us)\b|\bcost us\b"
                r"|\border(?:ed)? (?:\w+ ){0,4}(?:through|from|online)\b|\bspend most on\b"
                r"|\baccount(?:s|ed)? for (?:\w+ )"
                r"{0,4}(?:spend|money|purchases|orders)\b"
                r"|\btraced \w+[^.]{0,40}\bto\b|\bcannot yet see\b|\bbeyond the first tier\b",
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
            (
                "what is bought",
                GOODS + r"|\b(?:buy|buys|bought|purchase[sd]?|procure[sd]?) (?:mainly |mostly |our"
                r" )?(?!from|through|in|it|them)\w+"
                r"|\b(?!(?:we|I|they|it|he|she|staff|people|workers|us|most|all|some)\b)[a-z]+"
                r"(?:,? \w+){0,3}(?= (?:is|are|was|were|comes?|came) (?:\w+ ){0,2}(?:from|made"
                r"|sewn|stitched"
                r"|grown|supplied|hired|leased|laundered|forged|cast|woven|assembled|caught"
                r"|imported)\b)",
            ),
            (
                "number or spend",
                rf"(?<![\w£$€.,])\d[\d,]* (?!largest|biggest|main)(?:[\w-]+ ){{0,3}}"
                rf"(?:suppliers|subcontractors|growers|factories|firms"
                rf"|agencies|mills|wholesalers|merchants|countries|vendors|farms|manufacturers"
                rf"|boats|skippers|companies|consorti(?:um|a)|plants|organisations|producers"
                rf"|foundries|laundries|businesses|sites)"
                rf"|(?:factories|suppliers|farms|mills|boats): \d+|{MONEY}",
                True,
            ),
            _PLACES,
            (
                "kinds of supplier",
                r"\b(?:direct suppliers|wholesalers?|consorti(?:um|a)|agencies|subcontractors"
                r"|growers"
                r"|merchants?|importers|distributors|resellers?|hosting (?:company|firm)"
                r"|accountant"
                r"|purchasing consorti(?:um|a)|Purchasing Consortium|auction|boats|framework"
                r"|NHS Supply Chain|trade counter|websites?|frameworks?"
                r"|Crown Commercial Service|producers|brokers"
                r"|dealers|foundries|middlem[ae]n|(?:is|are) (?:leased|hired|rented)"
                r"|national frameworks|local firms|manufacturers|(?:local"
                r" )?contractors?|mines|cash and carry|shops?|farms|factories)\b",
            ),
            (
                "tiers and what is not known",
                r"\b(?:tier (?:\d|one|two|three)|cannot yet (?:see|say)|(?:have|has) listed"
                r"|not the (?:farms|mills|mines)|traced|know the sites"
                r"|do(?:es)? not (?:yet )?know|cannot see"
                r"|can't see"
                r"|not (?:yet )?mapped|mapped|beyond the|unknown to us|cannot say which"
                r"|first[- ]tier"
                r"|second[- ]tier|mills behind)\b",
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
                    r"|may be exploited|prone|cause for concern|concern(?:s|ed)? (?:about|is"
                    r"|are)|I"
                    r" think about|we think about|main worry|trapped|afraid)\b",
                    rf"{GOODS}|{PEOPLE_AT_RISK}|\b{ORIGIN}\b|\b(?:country|countries|sectors?"
                    rf"|Xinjiang"
                    r"|sub-?contract\w+|quarr(?:y|ies)|factories|mills|mines|farms)\b",
                ),
                (HARM, rf"{PEOPLE_AT_RISK}|{GOODS}|\b{FIRM}\b|\b(?:men|people|room|job|visas?)\b"),
                r"\brisk (?:workshop|assessment|review|register|map)\b[^.]*\b(?:first|highest"
                r"|greatest"
                r"|top|above all)\b",
                (
                    rf"\b{WORRY}\b",
                    HARM,
                    rf"{PEOPLE_AT_RISK}|\b{AGENTS}\b|{GOODS}|{PLACE}|\b{FIRM}\b|\b{SELLERS}\b",
                ),
                r"\bcome first\b|\bwhere we see the danger|people we worry about"
                r"|ranked (?:our )?risks",
            ),
            r"\b(?:risks?|where (?:the |people )?(?:risks|could)|worr(?:y|ies)|danger)\b",
            ("named risk", HARM),
            (
                "who is exposed",
                rf"{PEOPLE_AT_RISK}|\b{AGENTS} (?:from|on|in|at|who|whom|supplied|hired|brought"
                rf"|paid)\b",
            ),
            ("where, or in which goods or work", GOODS + r"|\b(?:harvest|depots)\b|" + PLACE),
            (
                "ranking",
                r"\b(?:rank(?:ed|ing|s)?|in order|descending order|first|second|biggest"
                r"|greatest|highest"
                r"|likeliest|riskiest|above all|more than the|fear for most|worst|next(?! (?:to"
                r"|year|of)\b)|most"
                r"(?= (?:at risk|of all|likely|exposed|cause))|the other one|main worry|after them"
                r"|two areas)\b|^\W*[1-9][.)] ",
            ),
            (
                "how it was found",
                r"\b(?:(?:from|through|by|on|reading) (?:[\w']+ ){0,3}(?:surveys?"
                r"|audit reports?|casework|incident logs?"
                r"|interviews?|inspections?|worker voice)|(?:we|I) know (?:this|that"
                r"|it) (?:from|because)|\d+ worker interviews|graded|arrived at (?:these|this"
                r"|them|that)"
                r"|came to (?:that|this)"
                r" view|(?:we|I) (?:learn(?:ed|t)|noticed)|because of reports|have told (?:\w+)"
                r"|talking (?:with|to)|found (?:this|by|that)|after talking|by talking"
                r"|told (?:us|our|me)"
                r"|came to"
                r" light|country data|data from|spend with|risk tool|we found|going through"
                r"|mapping"
                r"|(?:has|have) been found|drew up|we (?:saw|heard|learnt|learned)"
                r"|Global Slavery Index|based on (?:audit|data|interviews?|talks)|interviews with"
                r"|risk workshop|has been (?:reported|documented)|survey|told (?:the|their|a) \w+"
                r"|heat ?map)\b",
                True,
            ),
            unless=(
                r"\b(?:courses?|train(?:ed|ing)|modules?|sessions?|briefings?|quiz|repaid|refunded"
                r"|returned to"
                r"|paid (?:\w+,? ){0,5}back|(?:is|are) (?:considered )?(?:low|limited))\b"
            ),
        ),
    }
)
"""What a statement can say about the business, its supply chains and where the risks are."""
