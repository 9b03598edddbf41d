"""Topics about people and results: training, remedy, speaking up, partners, effectiveness."""

from types import MappingProxyType

from scoring.reference.vocabulary import Criterion
from scoring.statements.elements import build_topic
from scoring.statements.topic_words import COUNT, LEARN, OFTEN, RESULT, SHARE, STAFF

_REPAIRED = (
    r"(?:repaid|reimbursed|refunded|paid (?:\w+,? ){0,5}back|paid back|gave (?:\w+ ){0,4}back"
    r"|given"
    r" back|got (?:it|them|their \w+|[£$€]\S+) back|new work|moved? (?:\w+ ){0,3}(?:into|to"
    r"|house|out)"
    r"|safe (?:bed|house|place|room)|(?:tenant|person|worker|them) safe|compensat\w+"
    r"|refunded|returned to|allowance|legal jobs?|offered support|given (?:a|another|their)"
    r"|got (?:\w+ ){0,2}back|(?:wages|pay|fees|passports?|papers) (?:returned|back)"
    r"|helped by|leaving|sent the police|flights? home|(?-i:school)(?:ing)?"
    r"(?: place)?|medical|shelter(?:ed)?|new contracts?|lost wages?|helped (?:\w+ ){0,4}(?:to"
    r"|away"
    r"|move|find|get)|looked after|found (?:\w+ ){0,3}(?:a|another|new) (?:\w+ )?(?:place|job"
    r"|home"
    r"|room)|rehoused|counsell\w+|legal advice|put right)"
)
_INFORMED = (
    r"(?:police|GLAA|Gangmasters|authorit\w+|safeguarding team|helpline|08000 ?121 ?700|999"
    r"|National Referral|NRM|Salvation Army|Modern Slavery (?:&|and) Exploitation"
    r"|Crimestoppers|social services)"
)
_HARMED = (
    r"(?:victims?|survivors?|cases?|forced work|children picking|papers|passports|pickers|guards"
    r"|carers|boys|girls|people|someone|somebody|anyone|men|women|workers?|tenants?|patients?"
    r"|families|family|slavery|eleven|the four|them|drivers|cleaners|agent|go-between|woman|man"
    r"|children|girl|boy|carer|everyone|each (?:one|of them)|her|him|they|guests?|residents?"
    r"|operatives|labourers|staff|applicants?)"
)

PEOPLE_TOPICS = MappingProxyType(
    {
        Criterion.TRAINING: build_topic(
            (
                r"\btrain(?:ed|ing|s)?\b(?! (?:company|companies|centres?|facilit\w+|providers?"
                r"|network"
                r"|and development|and promotion))",
                r"\b(?:briefings?|briefed|toolbox talks?|workshops? (?:on|about|for|with)"
                r"|e-?learning"
                r"|webinars?|sat through|shown how to spot)\b",
                rf"\b{STAFF}\b[^.;:]{{0,60}}\b(?:do|does|did|takes?|took|sits?|sat|attend(?:s|ed)?"
                r"|complete[sd]?|finish(?:es|ed)?|watch(?:es|ed)?|go(?:es)? (?:on|through)|went"
                r" (?:on|through)|had|have|has|gets?|got|receive[sd]?|pass(?:es|ed)?|holds?"
                r"|spent)\b"
                r"[^.;:]{0,40}\b(?:courses?|films?|videos?|quiz(?:zes)?|tests?|exams?|modules?"
                r"|workshops?|talks? (?:from|by|on|about)|(?:full|half[- ])?day (?:with|on|about)"
                r"|half-day|(?:morning|afternoon|evening|hours?) (?:with|on|about)|seminars?"
                r"|briefings?|refreshers?|certificates?|lessons?|classes|qualification"
                r"|induction)\b",
                (
                    rf"\b{LEARN}\b",
                    r"\b(?:slavery|exploitation|signs?|spot\w*|indicators|trafficking|debt"
                    r"|visas?"
                    r"|threats|safeguarding|labour|rights|ethic\w+|recogni[sz]e|how to (?:tell"
                    r"|report)"
                    r"|CIPS|Stronger Together|Hope for Justice|Unseen)\b",
                ),
                (
                    rf"\b{COUNT}\b",
                    rf"\b{STAFF}\b[^.]{{0,60}}\b(?:course|briefing|session|module)s?\b",
                ),
                r"\b(?:through|on|took|had|did|sat|finished|completed) (?:the|a|our"
                r"|an) (?:[\w-]+ ){0,4}"
                r"courses?\b|\bafter the (?:course|training|session)",
            ),
            r"\b(?:training|awareness|learning)\b",
            (
                "who is trained",
                r"\b(?:all (?:\w+ )?(?:staff|employees|managers|colleagues|guards|members)"
                r"|buyers?"
                r"|managers?|supervisors?|foremen|lawyers|housing officers|directors|volunteers"
                r"|reception and housekeeping|(?:\d+ )?carers|care workers|nurses|drivers"
                r"|cleaners"
                r"|procurement (?:staff|team)|purchasing (?:team|staff)|recruiters"
                r"|shift leaders|team"
                r" leaders?|the lads|every(?:one|body)|all our people|new starters|our people"
                r"|every (?:\w+ )?(?:member|employee|guard|team leader)|of (?:our )?\d+ staff"
                r"|officers"
                r"|\d[\d,]* colleagues|teachers|governors|trustees|apprentices|engineers"
                r"|front desk|(?:field|ward|site|front[- ]line|office|\d+|sponsored) staff"
                r"|deputies"
                r"|assistants|merchandisers|consultants|housekeep(?:ing|ers)|line leaders|stewards"
                r"|new (?:colleagues?|joiners?|employees?|recruits|members)|skippers|auditors"
                r"|inspectors|the board|executives|leaders|caseworkers|lecturers|wardens|guards"
                r"|(?:housing|licensing|sales|quality|HR|legal|estates|finance) (?:\w+ )*teams?)"
                r"\b",
            ),
            (
                "how often or how long",
                OFTEN
                + r"|\b(?:two|one|half|three|an|a|full|\d+)[- ]?(?:half[- ])?(?:hour|day|minute)s?"
                r"(?:'s|’s)?\b|\b(?:a|an|half a|full) (?:morning|afternoon|evening|day)\b|half-day"
                rf"|{COUNT}[- ](?:hour|day|minute)s?\b"
                r"|\b\w+ Together day\b|\btoolbox talk in \w+",
            ),
            (
                "number or share",
                rf"{SHARE}|{COUNT} (?:of (?:our )?\d+|(?:[\w-]+ )?{STAFF}\b)|: ?\d+ of \d+"
                rf"|\ball (?:our )?\d+|{COUNT} (?:have |had )?(?:passed|attended|completed"
                rf"|are up to date)",
                True,
            ),
            (
                "content",
                r"\b(?:signs? of|spot(?:ting)?|notice|notic\w+|how to (?:report|tell"
                r"|recogni[sz]e|spot)"
                r"|recogni[sz]\w+|what to do|forced labour|safeguarding|indicators of"
                r"|recruitment fees"
                r"|on debt|debt|what slavery looks like|labour rights|coercion"
                r"|purchasing practices"
                r"|exploitation|child labour|responsible (?:buying|recruitment|sourcing)"
                r"|procurement"
                r" (?:test|ethics)|ethical \w+|human rights|who to tell|how to (?:ask|raise))\b"
                r"[\w ]*",
            ),
            (
                "what it changed",
                RESULT + r"|up from \d+|before it\b|since then|\bafter (?:the|this|that|doing) \w+"
                r"|\bagainst \d+|(?:the|last) year (?:before )?there (?:was|were)|led to"
                r"|: ?\d+ of \d+; (?:19|20)\d\d",
                True,
            ),
            unless=r"\blearn(?:t|ed) (?:this|that|it|from)\b",
        ),
        Criterion.REMEDIATION: build_topic(
            (
                r"\b(?:remed(?:y|ies|iation|iated)|compensat\w+|repaid|reimbursed)\b"
                r"|\bpaid\b[^.]{0,40}\bback\b|\bwere given back\b|\bpaid for (?:their|his|her"
                r"|a)\b",
                (rf"\b{_REPAIRED}\b", rf"\b{_HARMED}\b"),
                (
                    r"\b(?:offered|given|gave|found|with) (?:\w+ )?(?:support|help|a room|a place"
                    r"|an interpreter|advice)\b|\bwas helped by\b|\bwere helped\b|\bled to"
                    r" [^.]{0,30}\bleaving\b|\breferred (?:\w+ ){0,3}to\b|\bsent the police\b",
                    rf"\b{_HARMED}\b|\b{_INFORMED}\b|\bpolice\b",
                ),
                (
                    rf"\b{_INFORMED}\b",
                    r"\b(?:report\w*|call|ring|rang|tell|told|refer\w*|drove|passed)\b",
                ),
                (
                    r"\b(?:we|I) found\b|\bcame to us\b|\b(?:was|were) recogni[sz]ed as\b",
                    r"\b(?:under 1\d|boys|girls|children|victims?|passports|held|forced"
                    r"|locked)\b",
                ),
            ),
            r"\b(?:remed(?:y|iation)|cases|what we (?:did|found)|putting (?:it|things) right)\b",
            (
                "a case",
                rf"{COUNT} (?:[\w-]+ ){{0,2}}(?:pickers|guards|workers|people|cases|men|women"
                rf"|carers"
                rf"|boys|girls|children|patients|tenants|drivers|cleaners|residents|victims)\b"
                rf"|found (?:that )?(?:children|{COUNT})"
                rf"|\b(?:a|one) (?:\w+ ){{0,2}}(?:man|woman|girl|boy|carer|cleaner|worker|tenant"
                rf"|guest|picker|driver|resident)\b(?= (?:had|was|were|who|told|came|from))"
                rf"|{COUNT} (?:\w+ ){{0,2}}(?:girls|children|women|men|families|brothers|residents"
                rf"|people|workers|were (?:offered|helped|moved|given))|{COUNT} out of \d+",
                True,
            ),
            ("what was done for the person", rf"\b{_REPAIRED}\b", True),
            ("who is informed", rf"\b{_INFORMED}\b"),
            (
                "process",
                r"\b(?:first|only if|by October|by the end of|that day|dismissed"
                r"|ended the contract"
                r"|kept buying|still suppl\w+|agrees|agreement|reported|until they)\b",
            ),
            unless=r"\b(?:film|courses?|sessions?|train(?:ed|ing)|modules?) (?:on|about|in|we)\b",
        ),
        Criterion.GRIEVANCE: build_topic(
            (
                r"\b(?:hot ?lines?|helplines?|free ?phone|free (?:phone )?(?:line|number)"
                r"|worker line"
                r"|whistle[- ]?blow\w*|speak(?:ing)? up|speak(?:ing)? (?:in private|to one of)"
                r"|raise (?:a |any )?(?:concerns?|worr\w+|grievances?)|calls (?:were|came|to)"
                r"|\d+ calls"
                r"|report (?:in confidence|concerns?|anonymously)|guardians? take|Guardians"
                r"|grievances?"
                r"|quiet word|suggestion box|complaints? (?:line|box|procedure)"
                r"|(?:number|line|app) (?:\w+ ){0,3}(?:can|may) (?:text|ring|call|use)|WhatsApp"
                r"|free text|concerns? (?:may|can) be (?:raised|reported)|kummeldesk|ombudsman"
                r"|report a problem|carry the number|talk to (?:our|the) \w+ (?:to \w+ \w+ )?"
                r"guardians?)\b",
                (
                    r"\b(?:ring|phone|call|text|tell|email|speak to|talk to|write to|rang"
                    r"|report)\b",
                    r"\b(?:anonymous\w*|in confidence|confidential\w*|without giving"
                    r"|need not (?:say|give)"
                    r"|outside charity|concerns?|worr(?:y|ies)|any ?(?:one|body) can"
                    r"|in private)\b",
                ),
                (
                    r"\b(?:rang|called|phoned|spoke up)\b(?! (?:our|back|on|a"
                    r"|the(?! (?:free )?(?:line|number|helpline|hotline))))",
                    COUNT,
                ),
            ),
            r"\b(?:grievance|speak\w* up|whistleblow\w+|raising concerns)\b",
            (
                "number of concerns and what followed",
                rf"{COUNT} (?:\w+ )?(?:calls|concerns|reports|cases|worries|complaints|messages"
                rf"|texts"
                rf"|people rang"
                rf"|workers rang|rang)|(?:calls|concerns) (?:came|were)|answered within"
                rf"|called back"
                rf"|dealt with {COUNT}|\bline(?:; (?:19|20)\d\d: ?\d+)+",
                True,
            ),
            (
                "languages",
                r"\blanguages?\b|\bin (?:(?-i:[A-Z])\w+,? ?(?:and |or )?){2,}",
            ),
            (
                "who may use it",
                r"\b(?:(?:workers|carers|staff|people|tenants|drivers|pickers|guards|residents"
                r"|colleagues|students|villages|villagers|crew|employees|workers at [^.;]{0,20}"
                r"|temps) (?:and \w+ )?(?:can"
                r"|may)|anyone can|anybody can|guests and staff|suppliers (?:and|can)|open to"
                r"|on every"
                r" \w+|from staff and \w+)\b",
            ),
            (
                "protection",
                r"\b(?:in confidence|confidential\w*|anonymous\w*|without giving a name"
                r"|in private"
                r"|need not (?:say|give)|no retaliation|protected|without (?:saying|giving|fear)"
                r"|(?:goes|go) (?:only )?to [^.;]{0,30} (?:alone|only)|no one (?:else )?sees)\b",
            ),
            (
                "the way",
                r"\b(?:hot ?line|helpline|free ?phone|free number|(?:free|phone|worker"
                r"|whistleblowing) (?:phone )?line|guardians?|run by|outside charity|quiet word"
                r"|suggestion box|WhatsApp|text message|posters?|mobile|(?:a|one) number|app"
                r"|(?-i:[A-Z])\w+ line|General Counsel)\b",
            ),
            unless=(
                r"\b(?:rang|ring|calls?|called|phoned)\b[^.]{0,25}\b(?:999|helpline|08000"
                r"|police)\b"
                r"(?<!can ring the helpline)"
            ),
        ),
        Criterion.PARTNERSHIP: build_topic(
            (
                r"\b(?:work(?:s|ed|ing)? (?:closely )?(?:with|alongside)|members? of"
                r"|affiliates? of|supporters? of|(?:we|I) support|joined|jointly with|meet (?:\w+ "
                r"){0,4}with|in partnership with"
                r"|belong to|signed up to|signator(?:y|ies) (?:to|of)|partner\w* with"
                r"|together with|run"
                r" with|(?:given|led|taught) by|with help from) (?:the )?"
                r"(?!us\b|our\b|staff\b|any\b|all\b)[A-Z]\w+",
                (
                    r"\b(?:took part|take part|meet|met|share[sd]?|joined|visits? with|work)\b",
                    r"\b(?:unions?|Unseen|ETI|Sedex|GLAA|GMB|UNISON|Unite|Anti-Slavery"
                    r" International|Salvation Army"
                    r"|charit(?:y|ies)|police|other (?:firms|members))\b",
                ),
                r"\btrade union|Electronics Watch|Stronger Together|Slave-Free Alliance"
                r"|Hope for Justice|Ethical Trading Initiative|\bwith a local charity"
                r"|together with (?:the )?(?:police|HMRC|GLAA|other)|\bother members of\b"
                r"|(?:School|Forum|Alliance|Coalition|Network|Partnership|Foundation)(?:'s|’s)"
                r" (?:\w+ )?(?:group|programme|project|pledge)",
            ),
            r"\b(?:partner\w*|collaborat\w+|working with others)\b",
            (
                "partner",
                r"\b(?:unions?|Slave-Free Alliance|Stronger Together|Electronics Watch|Unseen"
                r"|Salvation Army|Police|ETI|Ethical Trading Initiative|GLAA|Sedex"
                r"|Hope for Justice"
                r"|UNISON|Unite|GMB|Anti-Slavery International|Stop the Traffik"
                r"|local charity|HMRC|Crimestoppers|NGOs?|trade (?:body|association)"
                r"|(?-i:[A-Z])[\w-]+(?: [A-Z][\w-]+){0,4} (?:School|Forum|Alliance|Coalition"
                r"|Network"
                r"|Foundation|Consortium|Initiative|Group|Partnership|Trust)"
                r"|(?:members?|affiliates?) of (?:the )?[A-Z]\w+)\b",
            ),
            (
                "what is done together",
                r"\b(?:took part|meet|share|joint|run together|monitoring|train\w*|courses?"
                r"|sends"
                r" monitors|reported on|affiliates?|called at|visits?|held with|working group"
                r"|labour"
                r" group|meets|together)\b(?: \w+){0,2}",
            ),
            (
                "what came of it",
                r"\b(?:were repaid|as a result|led to|" + COUNT + r" (?:factories|plants))",
                True,
            ),
            unless=r"\blicen[cs]e[ds]?\b",
        ),
        Criterion.EFFECTIVENESS: build_topic(
            (
                r"\b(?:key performance indicators?|KPIs?)\b|\bindicators? (?:are|is|show|for"
                r"|we)\b"
                r"|\btargets?\b|\bmeasure[sd]? (?:how|our|progress|success|:)|\bmeasures?: ",
                r"\b(?:committee|board|directors?|trustees|governors|cabinet|partners|executive"
                r"|panel)"
                r"\b (?:\w+ ){0,2}(?:receives?|had|has|hears?|looks? at|discuss(?:es)?|tracks?"
                r"|follows?"
                r"|goes? through) (?:\w+ ){0,3}(?:measures|report|figures?|scorecard|progress"
                r"|numbers"
                r"|results|how|indicators|data)\b|\bmeasures of progress\b|\bscorecard\b",
                r"\b(?:looks? at|reviews?|sees?|goes? (?:over|through)|gets) (?:the |how many "
                r"|these |this"
                r" |those )(?:\w+ )?(?:figures?|numbers?|results|staff|many|at each|every"
                r"|measures)"
                r"|\bcompare[sd]? (?:them )?with|\b\d[\d,]*,? (?:up|down) from \d"
                r"|\bagainst \d+ in"
                r"|\bhow many\b|\d+ ?%? / \d+|\bagainst \d[\d.]*%|\bnone in (?:19|20)\d\d"
                r"|\blast year \d|\b(?:aim|goal|target)[: ]+\d",
                r"\b\d[\d,]*%? (?:\w+ )?in (?:19"
                r"|20)\d\d(?:[-/]\d+)?[^.]{0,30}\b\d[\d,]*%? (?:\w+ )?in"
                r" (?:19|20)\d\d",
                r"(?:19|20)\d\d(?:[-/]\d\d)?: ?\d[\d,.]*%?[^;]*;[^;]*(?:19"
                r"|20)\d\d(?:[-/]\d\d)?: ?\d"
                r"|(?:goal|target)[^;]*: ?\d",
            ),
            r"\b(?:indicators?|effectiveness|measur\w+|KPIs?|progress|scorecard|figures|results"
            r"|how we are doing)\b",
            (
                "change since last year",
                r"\b(?:up|down) from \d[\d,]*|against \d+%? (?:in (?:19|20)\d\d|a year|twelve)"
                r"|last year \d+|none in (?:19|20)\d\d|went (?:up )?from|doubled|halved|trebled"
                r"|compare[sd] (?:them )?with"
                r"|rose from|fell from|\d+%? / \d+|\d[\d,]*%? (?:\w+ )?in (?:19"
                r"|20)\d\d(?:[-/]\d+)?,? (?:and"
                r" )?\d[\d,]*%? (?:\w+ )?in|(?:19|20)\d\d(?:[-/]\d\d)?: ?\d[\w ,.%]*; (?:19"
                r"|20)\d\d",
                True,
            ),
            (
                "target",
                r"\b(?:target|goal|aim)\b[\w \-]{0,25}(?:\d+|is|of)|/ \d+%?$"
                r"|\b(?:target|goal)[^;]*: ?\d+%?",
                True,
            ),
            (
                "this year's figure",
                r"(?<![\d-])\d+ (?:suppliers|visits|in 20\d\d|of \d+)|\d[\d.]*%|: ?\d+",
                True,
            ),
            (
                "measure",
                r"\b(?:measure how many|how many|audits|visited|audited|findings closed|closed"
                r"|training figure|trained|briefed|audits?|assessments|spotted|course|calls"
                r"|share of"
                r"|sites|findings|referrals|papers|up to date|in date|assessed"
                r"|measures of progress"
                r"|steps (?:taken|made)|what had been done)\b",
            ),
            (
                "who reviews",
                r"\b(?:committee|board|directors?|trustees|governors|cabinet|partners|executive"
                r"|panel|council) (?:looks?|reviews?|sees?|goes?|gets|go|receives?|had|hears?"
                r"|discuss(?:es)?|tracks?)\b",
            ),
            ("how often", OFTEN),
        ),
    }
)
"""What a statement can say about training, remedy, speaking up, partners and results."""
