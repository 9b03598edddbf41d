"""The published elements of each criterion, and the words by which a sentence speaks about it."""

from types import MappingProxyType

from scoring.reference.vocabulary import Criterion
from scoring.statements.elements import build_topic
from scoring.statements.topic_words import (
    COUNT,
    GOODS,
    MONEY,
    OFTEN,
    PEOPLE_AT_RISK,
    PLACE,
    RESULT,
    SHARE,
    STANDARD,
)

_PLACES = ("where", PLACE)

TOPICS = MappingProxyType(
    {
        Criterion.STRUCTURE: build_topic(
            r"\b(?:is|am|are) (?:a|an|the|wholly|part|owned|listed"
            r"|registered)\b[^.]{0,40}\b(?:company"
            r"|charity|trader|partnership|LLP|subsidiary|group|owned|trust|co-operative|London"
            r"|society)|\bsubsidiar(?:y|ies)\b|\bjoint venture|\bowns? [A-Z]|\bis owned by"
            r"|\b(?:has|employ(?:s|ing)?|with) [\d,]+ (?:\w+ )?(?:people|staff|employees"
            r"|colleagues)"
            r"|\b(?:hold|own) \d+ ?% of|wholly owned|parent company|sole trader",
            r"\bstructure|about us|who we are",
            (
                "legal form",
                r"\b(?:limited company|private company|public (?:limited )?company|charity|LLP"
                r"|limited liability partnership|sole trader|royal charter|foundation trust|plc"
                r"|listed in|co-operative|(?:Limited|Ltd) is)\b",
            ),
            (
                "who owns what",
                r"\b(?:subsidiar(?:y|ies)|owned by|wholly owned|owns?|joint venture|parent|group"
                r"|holds? \d+ ?%)\b",
            ),
            (
                "number of people",
                rf"{COUNT} (?:\w+ )?(?:people|staff|employees|colleagues|volunteers|workers)"
                r"|employs (?:about |around |over |some )?\d[\d,]*",
                True,
            ),
            _PLACES,
        ),
        Criterion.OPERATIONS: build_topic(
            r"\b(?:we|I|it|which|that|limited|ltd|plc|group|company|university|trust|who) (?:also "
            r"|mainly )?(?:make|sell|serve|run|grow|pack|build|clean|provide|supply|teach|move"
            r"|write"
            r"|operate|manufacture|rent|own|import|advise|look after|distribute|design|deliver"
            r"|publish|host)(?:s|es)?\b(?! (?:training|staff|our (?:staff|policy))\b)",
            r"\b(?:our business|operations|what we do|about us|our work)\b",
            (
                "what is done",
                r"\b(?:mak(?:e|es|ing)|sells?|serves?|grow|packs?|builds?|cleans?|provides? \w+"
                r"|supply|supplies|runs?|teach(?:es)?|moves?|writes?|manufactur\w+|rents? out"
                r"|imports?|advise|look after|distribut\w+|deliver\w*|own"
                r"|visit)\b (?!this statement)\w+",
            ),
            (
                "number of sites or customers",
                rf"{COUNT} (?:\w+ ){{0,2}}(?:schools|buildings|offices|homes|hospitals|clinics"
                r"|shops|stores|sites|plants|factories|hotels|campuses|students|people|depots"
                r"|shelters|surgeries|countries|guards|bedrooms|warehouses|branches|restaurants)",
                True,
            ),
            _PLACES,
            ("kind of work", r"\b(?:seasonal|agency|agencies|outsourced|evenings|contractors?)\b"),
        ),
        Criterion.SUPPLY_CHAINS: build_topic(
            r"\b(?:buy|buys|bought|purchase[sd]?|source[sd]?|procure[sd]?|sold us|placed orders"
            r"|spend)\b|\b(?:comes?|made|grown) (?:\w+ ){0,3}(?:from|in) [A-Z]|\b\d[\d,]* "
            r"(?:direct |tier \w+ )?(?:suppliers?|subcontractors|growers|factories)\b"
            r"|\btier (?:1|2"
            r"|3|one|two|three)\b|\bour (?:main )?suppliers (?:are|include)|our supply chains? "
            r"(?:\w+ )?(?:includes?|covers?|consists?|comprises?)",
            r"\bsuppl(?:y chains?|iers)\b",
            ("what is bought", GOODS),
            (
                "number or spend",
                rf"{COUNT} (?:\w+ ){{0,3}}(?:suppliers|subcontractors|growers|factories|firms"
                rf"|agencies|mills|wholesalers|merchants|countries|vendors)|(?:factories|suppliers)"
                rf": \d+|{MONEY}",
                True,
            ),
            _PLACES,
            (
                "kinds of supplier",
                r"\b(?:direct suppliers|wholesalers?|consortium|agencies|subcontractors|growers"
                r"|merchants|importers|distributors|hosting company|accountant|NHS Supply Chain"
                r"|local firms|manufacturers|contractors|mines)\b",
            ),
            (
                "tiers and what is not known",
                r"\b(?:tier (?:\d|one|two|three)|do not (?:yet )?know|not mapped|mapped)\b",
                True,
            ),
        ),
        Criterion.POLICIES: build_topic(
            r"\bpolic(?:y|ies)\b|\bcodes? of conduct\b|\bwhistleblowing policy",
            r"\bpolic(?:y|ies)\b",
            (
                "which policy",
                r"\b(?:anti[- ]slavery|safeguarding|procurement|human rights|whistle[- ]?blowing"
                r"|recruitment|modern slavery|ethical trad\w+|equal\w*|health and safety)\b"
                r"[\w ]{0,25}\bpolic(?:y|ies)",
            ),
            (
                "owner",
                r"\b(?:owned|overseen|sponsored|approved|led) by (?:the |our )?\w+|\bowns it"
                r"|\bis responsible for|[Tt]rustees review",
            ),
            (
                "review",
                r"\b(?:(?:last |was |is )?(?:reviewed|updated|approved by Council) (?:\w+ ){0,3}"
                r"(?:in|on|every)|review(?:s|ed)? (?:it|them) (?:in|every|each|annually)|reviewed"
                r" (?:annually|every|each)|reviewed it)\b[\w ]*",
                True,
            ),
            ("standard", STANDARD),
            (
                "who it reaches",
                r"\b(?:applies to|covers|for all|every site|all (?:staff|workers))\b[\w ]*",
            ),
        ),
        Criterion.DUE_DILIGENCE: build_topic(
            r"\b(?:audit(?:s|ed)?|check(?:s|ed)?|visit(?:s|ed)|vet(?:s|ted)?|screen(?:s|ed)?"
            r"|inspect(?:s|ed|ions?)|questionnaires?|assess(?:es|ed)?|due diligence|ask(?:s|ed)?"
            r"|look at new|went to see|spoke to|interviewed|corrective actions?|monitor(?:s"
            r"|ed)?)\b"
            r"[^.]{0,90}\b(?:suppliers?|factor(?:y|ies)|subcontractors?|contractors?|agenc(?:y"
            r"|ies)"
            r"|providers?|bidders?|laundry|wholesalers?|of them|actions|workers|on site|tenders)\b"
            r"|\b(?:suppliers?|factories|agencies|providers|contractors?|tenders|them)\b[^.]{0,60}"
            r"\b(?:audited|checked|visited|screened|vetted|inspected|assessed|ask bidders)\b"
            r"|\bdue diligence\b|\b(?:find|found)\b[^.]{0,40}\bwithout contracts"
            r"|could not show payslips|asked both|went to see|serious findings",
            r"\bdue diligence|audits?|our checks|indicators\b",
            (
                "number checked",
                rf"{COUNT} (?:\w+ ){{0,4}}(?:suppliers|factories|subcontractors|agencies"
                rf"|contractors|providers|audits|checks|visits|workers|growers|of them)"
                rf"|(?:audited|checked|visited|see|spoke to|all)[: ]+(?:all |each of )?{COUNT}",
                True,
            ),
            (
                "findings and follow-up",
                rf"{RESULT}|\b(?:had|has) (?:\w+ )?(?:paid|charged)|\bno action open|follow up",
                True,
            ),
            ("how often", OFTEN),
            (
                "what is checked",
                r"\b(?:payslips?|rotas?|wages?|labour|accounts|insurance|hired|paid|right to work"
                r"|grown|modern slavery assessment tool|about modern slavery|contracts|in private"
                r"|unannounced|talked with)\b",
            ),
            (
                "who is checked",
                r"\b(?:every|each|both|ten largest|two|high[- ]risk|repairs|night-cleaning"
                r"|cleaning"
                r"|supplier over|all) (?:\w+ ){0,3}(?:suppliers?|agenc\w+|contractors?"
                r"|subcontractors"
                r"|providers?|of them)|\bover £[\d,]+|\b(?:laundry|contractor)\b",
            ),
        ),
        Criterion.SUPPLIER_TERMS: build_topic(
            r"\b(?:suppliers?|subcontractors?|contractors?)\b[^.]{0,60}\b(?:must|sign|required to"
            r"|have to|agree to|comply|are bound)\b|\b(?:contracts?|terms and conditions"
            r"|clauses?)\b"
            r"[^.]{0,80}\b(?:slavery|end the contract|require|let us|code)\b|supplier code"
            r"|require (?:our |all )?suppliers",
            r"\bsupplier (?:code|terms|contracts)",
            (
                "share signed or outcome",
                rf"{SHARE}|{COUNT} (?:of )?(?:\w+ )?(?:suppliers|subcontractors)"
                r"|ended the contract|lost their orders",
                True,
            ),
            (
                "passed on",
                r"\b(?:pass (?:the|on|this|it)|cascade|their (?:own )?sub\w+|sub-let)\b[\w ]*",
            ),
            (
                "what is asked",
                r"\b(?:sign|signed|terms and conditions|clauses?|code of conduct|our code|must not"
                r"|may not|end the contract)\b",
            ),
        ),
        Criterion.RECRUITMENT_PAY: build_topic(
            r"\bliving wage\b|\bright to work\b|\brecruitment fees?|\bpaid (?:a )?fees?\b"
            r"|\b(?:hire|recruit)s? (?:\w+ )?(?:directly|through)|\bI pay\b"
            r"|charge(?:d)? (?:a fee|for)"
            r"|labour providers?|recruitment agencies|had paid between|going rate|minimum wage"
            r"|\bno one may charge",
            r"\b(?:recruitment|pay)\b",
            (
                "fees and what was repaid",
                r"\b(?:repaid|paid (?:\w+ ){0,4}back|reimbursed|got £[\d,]+ back|charge a fee"
                r"|charged for)\b|" + MONEY,
                True,
            ),
            (
                "number or share",
                rf"{SHARE}|{COUNT} (?:\w+ ){{0,4}}(?:workers|agencies|guards|providers)"
                r"|of them had paid",
                True,
            ),
            ("pay", r"\b(?:living wage|going rate|minimum wage|at least)\b"),
            (
                "checks before work",
                r"\b(?:right to work|licen[cs]ed?|bank account|before the first"
                r"|hire \w+ directly)\b",
            ),
            ("agencies", r"\b(?:agenc(?:y|ies)|labour providers|directly)\b"),
        ),
        Criterion.RISK_DESCRIPTION: build_topic(
            r"\b(?:risks?|danger|worr(?:y|ies|ied)|at risk|vulnerable)\b[^.]{0,140}\b(?:slavery"
            r"|labour|workers?|fees?|cotton|electronics|garments?|uniforms|guards|pickers|cleaning"
            r"|cleaners|wages|gangs|country|countries|sector|agenc\w+|stone|timber|families"
            r"|children|contractor)\b|\bcome first\b|\bwhere we see the danger|worr(?:y"
            r"|ies) (?:me|"
            r"about) most|people we worry about|exploitation can happen|at risk\b",
            r"\b(?:risks?|where the risks)\b",
            ("which goods or work", GOODS + r"|\b(?:pickers|harvest|gangs|guards)\b"),
            ("who is exposed", PEOPLE_AT_RISK),
            _PLACES,
            (
                "ranking",
                r"\b(?:ranked|ranking|first|second|biggest|greatest|highest|most)\b",
            ),
            (
                "how it was found",
                r"\b(?:found (?:this|by)|after talking|country data|spend with|risk tool|visits"
                r"|we found|going through|mapping|has been found|borrow to pay)\b",
                True,
            ),
        ),
        Criterion.EFFECTIVENESS: build_topic(
            r"\b(?:key performance indicators?|KPIs?|indicators?)\b|\btargets?\b"
            r"|\bmeasure[sd]? (?:how"
            r"|our|:)|\b(?:looks? at|reviews?) (?:the |how many )(?:\w+ )?(?:figures?|results"
            r"|staff"
            r"|many)|\bcompared with|\b\d[\d,]*,? (?:up|down) from \d|\bagainst \d+ in"
            r"|\bhow many\b"
            r"|\d+ ?%? / \d+",
            r"\b(?:indicators?|effectiveness|measur\w+|KPIs?)\b",
            (
                "change since last year",
                r"\b(?:up|down) from \d[\d,]*|against \d+ in (?:19|20)\d\d|compared with|rose from"
                r"|fell from|\d+%? / \d+",
                True,
            ),
            ("target", r"\btarget\b[\w \-]{0,25}(?:\d+|is|of)|/ \d+%?$", True),
            (
                "this year's figure",
                r"(?<![\d-])\d+ (?:suppliers|visits|in 20\d\d|of \d+)|\d[\d.]*%|: \d+",
                True,
            ),
            (
                "measure",
                r"\b(?:measure how many|how many|audits|visited|audited|findings closed"
                r"|training figure|trained|briefed|audits?)\b",
            ),
            ("who reviews", r"\b(?:committee|board|director|trustees)\b (?:looks|reviews)"),
            ("how often", OFTEN),
        ),
        Criterion.TRAINING: build_topic(
            r"\btrain(?:ed|ing|s)?\b|\b(?:courses?|briefings?|toolbox talks?|workshops?|e-learning"
            r"|webinars?|sat through|shown how to spot)\b",
            r"\btraining|awareness\b",
            (
                "who is trained",
                r"\b(?:all (?:\w+ )?(?:staff|employees|managers|colleagues|guards)|buyers?"
                r"|managers?|supervisors?|foremen|lawyers|housing officers|directors|volunteers"
                r"|reception and housekeeping|care workers|procurement (?:staff|team)|recruiters"
                r"|every (?:\w+ )?(?:member|employee|guard)|of (?:our )?\d+ staff|officers)\b",
            ),
            (
                "how often or how long",
                OFTEN + r"|\b(?:two|one|half|three|an|\d+)[- ]?(?:hour|day)(?:'s|’s)?\b",
            ),
            (
                "number or share",
                rf"{SHARE}|{COUNT} (?:of (?:our )?\d+|(?:\w+ )?(?:staff|managers|buyers"
                r"|supervisors|people|lawyers|officers|employees|site managers|reception"
                r"|volunteers|guards|colleagues|workers))",
                True,
            ),
            (
                "content",
                r"\b(?:signs? of|spot(?:ting)?|notice|notic\w+|how to report|what to do|forced"
                r" labour|safeguarding|indicators of|recruitment fees)\b[\w ]*",
            ),
            ("what it changed", RESULT + r"|up from \d+", True),
        ),
        Criterion.REMEDIATION: build_topic(
            r"\b(?:remed(?:y|ies|iation|iated)|repaid|reimbursed|compensat\w+)\b"
            r"|\bpaid\b[^.]{0,40}"
            r"\bback\b|\b(?:victims?|survivors?|a case|forced work|children picking|papers|"
            r"passports)\b[^.]{0,90}\b(?:we|given back|call|tell|police|paid|report|safe)\b"
            r"|\bwere given back\b|reported (?:it|the agent) to",
            r"\b(?:remed(?:y|iation)|cases)\b",
            (
                "a case",
                rf"{COUNT} (?:\w+ ){{0,2}}(?:pickers|guards|workers|people|cases|men|women)"
                rf"|found (?:that )?(?:children|{COUNT})",
                True,
            ),
            (
                "what was done for the person",
                r"\b(?:repaid|paid (?:\w+ ){0,5}(?:back|school place)|given back|new work"
                r"|move house|safe bed|tenant safe|compensat\w+|school place|reimbursed"
                r"|medical|shelter)\b|paid for a \w+ school",
                True,
            ),
            (
                "who is informed",
                r"\b(?:police|GLAA|Gangmasters|authorit\w+|safeguarding team|helpline|National"
                r" Referral)\b",
            ),
            (
                "process",
                r"\b(?:first|only if|by October|that day|dismissed|ended the contract|kept buying"
                r"|agrees|reported)\b",
            ),
        ),
        Criterion.GRIEVANCE: build_topic(
            r"\b(?:hot ?line|helpline|free ?phone|free (?:phone )?line|whistle[- ]?blow\w*"
            r"|speak up|speak(?:ing)? (?:in private|to one of)|raise (?:a |any )?concerns?"
            r"|\bcalls (?:were|came)|\d+ calls|report (?:in confidence|concerns?|anonymously)"
            r"|Guardians?|grievances?)\b",
            r"\b(?:grievance|speak\w* up|whistleblow\w+)\b",
            (
                "number of concerns and what followed",
                rf"{COUNT} (?:\w+ )?(?:calls|concerns|reports|cases)|(?:calls|concerns) (?:came"
                r"|were)|answered within",
                True,
            ),
            ("languages", r"\blanguages\b"),
            (
                "who may use it",
                r"\b(?:workers can|anyone can|staff (?:and \w+ )?can|guests and staff|suppliers"
                r" (?:and|can)|open to|workers may)\b",
            ),
            (
                "protection",
                r"\b(?:in confidence|confidential\w*|anonymous\w*|without giving a name|in private"
                r"|no retaliation|protected)\b",
            ),
            (
                "the way",
                r"\b(?:hot ?line|helpline|free ?phone|(?:free|phone"
                r"|whistleblowing) (?:phone )?line"
                r"|Guardians?|run by)\b",
            ),
        ),
        Criterion.PARTNERSHIP: build_topic(
            r"\b(?:work(?:s|ed|ing)? (?:closely )?with|members? of|partner\w* with|together with"
            r"|with) (?:the )?[A-Z]\w+|trade union|Electronics Watch|Stronger Together",
            r"\b(?:partner\w*|collaborat\w+|working with others)\b",
            (
                "partner",
                r"\b(?:unions?|Slave-Free Alliance|Stronger Together|Electronics Watch|Unseen"
                r"|Salvation Army|Police|ETI|Ethical Trading Initiative|GLAA|Sedex)\b",
            ),
            (
                "what is done together",
                r"\b(?:took part|meet|share|joint|run together|monitoring|train)\b[\w ]*",
            ),
            (
                "what came of it",
                r"\b(?:were repaid|as a result|led to|" + COUNT + r" factories)",
                True,
            ),
        ),
    }
)
"""Every criterion that adds to the score, with its elements."""
