"""Topics about results: work with others, and how well the steps work."""

from types import MappingProxyType

from scoring.reference.vocabulary import Criterion
from scoring.statements.elements import build_topic
from scoring.statements.topic_words import COUNT, OFTEN
from scoring.statements.word_classes import PARTNER_BODIES, TOGETHER

RESULT_TOPICS = MappingProxyType(
    {
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
                (rf"\b{TOGETHER}", rf"\b{PARTNER_BODIES}\b"),
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
                rf"|(?:members?|affiliates?) of (?:the )?[A-Z]\w+|{PARTNER_BODIES})\b",
            ),
            (
                "what is done together",
                r"\b(?:took part|meet|share|joint|run together|monitoring|train\w*|courses?"
                r"|sends"
                r" monitors|reported on|affiliates?|called at|visits?|held with|working group"
                r"|labour"
                r" group|meets|together|talk over|sit down|worked on|paid for|funded|pool\w*"
                r"|monitors? went"
                r"|adviser|attend\w*)\b(?: \w+){0,2}",
            ),
            (
                "what came of it",
                r"\b(?:were repaid|as a result|led to|(?:has|have) (?:had|since)|fees paid back"
                r"|new \w+ (?:\w+ )?at|has helped|" + COUNT + r" (?:factories|plants))",
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
                r"|go(?:es)? through|sees?|is given|are given|asks?|reviews?"
                r"|go over) (?:\w+ ){0,3}(?:number|proportion|share|rate"
                r"|compliance|completion|measures|report|figures?|scorecard|progress"
                r"|numbers"
                r"|results|how|indicators|data)\b|\bmeasures of progress\b|\bscorecard\b",
                r"\b(?:looks? at|reviews?|sees?|go(?:es)? (?:over|through)|gets) (?:the |how many "
                r"|these |this"
                r" |those )(?:\w+ )?(?:figures?|numbers?|results|staff|many|at each|every"
                r"|measures)"
                r"|\bcompare[sd]? (?:them )?with|\b\d[\d,]*,? (?:up|down) from \d"
                r"|\bagainst \d+ in"
                rf"|\b(?:rose|fell|grew|dropped|climbed|up|down) from {COUNT}"
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
                rf"\b(?:up|down|rose|fell|grew|dropped|climbed) from {COUNT}"
                rf"|{COUNT} in (?-i:[A-Z])\w+, {COUNT} in"
                r"|against \d+%? (?:in (?:19|20)\d\d|a year|twelve)"
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
                r"\b(?:target|goal|aim)\b[\w \-]{0,25}(?:\d+|is|of)|\bwants? (?:it|them|that"
                r"|this) to (?:stay|be|reach|fall)|/ \d+%?$"
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
                r"|measures of progress|number of|proportion of|compliance|completion|rate"
                r"|steps (?:taken|made)|what had been done)\b",
            ),
            (
                "who reviews",
                r"\b(?:committee|board|directors?|trustees|governors|cabinet|partners|executive"
                r"|panel|council) (?:looks?|is given|are given|asks?|go(?:es)? through|reviews?"
                r"|sees?|goes?|gets|go|receives?|had|hears?"
                r"|discuss(?:es)?|tracks?)\b",
            ),
            ("how often", OFTEN),
        ),
    }
)
"""What a statement can say about partners and results."""
