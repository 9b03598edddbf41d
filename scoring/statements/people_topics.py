"""Topics about people: training, remedy for those harmed, and speaking up."""

from types import MappingProxyType

from scoring.reference.vocabulary import Criterion
from scoring.statements.elements import build_topic
from scoring.statements.topic_words import COUNT, LEARN, OFTEN, RESULT, SHARE, STAFF
from scoring.statements.word_classes import (
    AGENTS,
    CHANNEL,
    CONFIDENCE,
    REPAIR,
    TELL,
)

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
    rf"|home|room)|rehoused|counsell\w+|legal advice|put right|{REPAIR})"
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
    rf"|operatives|labourers|staff|applicants?|{AGENTS}|all of them|both)"
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
                rf"\b(?:{STAFF}|{AGENTS})\b[^.;:]{{0,50}}\b(?:are given|were given|is given|had"
                rf"|did|do|have|has|got|spent)"
                r"\b[^.;:]{0,20}\b(?:half-days?|mornings?|afternoons?|evenings?|days?|hours?"
                r"|talks?|sessions?)"
                r" (?:on|about|with|from|by|at)\b",
                (
                    rf"{SHARE} of (?:[\w-]+ ){{0,3}}(?:{STAFF}|{AGENTS})\b",
                    r"\b(?:in date|up to date|complet\w+|compliant|compliance|certified"
                    r"|trained)\b",
                ),
                r"\bsafeguarding (?:level|training|session)|\be-?learning\b",
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
                rf"\b|\b(?!(?:employees|workers|others|trainers|learners|members|women|men"
                rf"|girls|boys)\b){AGENTS}\b"
                rf"|\b{COUNT} (?:[\w-]+ ){{0,2}}people\b|\b(?:HR|procurement) (?:personnel"
                rf"|people|team|staff)\b",
            ),
            (
                "how often or how long",
                OFTEN
                + r"|\b(?:two|one|half|three|an|a|full|\d+)[- ]?(?:half[- ])?(?:hour|day|minute)s?"
                r"(?:'s|’s)?\b|\b(?:a|an|half a|full) (?:morning|afternoon|evening|day)\b|half-day"
                rf"|{COUNT}[- ](?:hour|day|minute|morning|afternoon|evening|session)s?\b"
                rf"|\blasts? \w+"
                r"|\b\w+ Together day\b|\btoolbox talk in \w+",
            ),
            (
                "number or share",
                rf"{SHARE}|{COUNT} (?:of (?:the |our )?{COUNT}|of (?:the "
                rf"|our )?(?:\w+ )?(?:{STAFF}|{AGENTS})|(?:[\w-]+ ){{0,2}}{AGENTS}\b"
                rf"|(?:[\w-]+ )?{STAFF}\b)|: ?\d+ of \d+"
                rf"|\ball (?:our )?\d+|{COUNT} (?:have |had |has )?(?:passed|attended|completed"
                rf"|taken|done|finished|sat|been through"
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
                r"|(?:courses?|modules?|sessions?|workshops?|talks?|films?|half-days?|mornings?"
                r"|afternoons?) (?:on|about)"
                r" (?!modern slavery|slavery|human trafficking|the Act|this|our|it\b)"
                r"|exploitation|trafficking|look(?:ing)? out for|labour standards|purchasing"
                r"|threats|responsible (?:buying|purchasing|recruitment|sourcing)"
                r"|procurement"
                r" (?:test|ethics)|ethical \w+|human rights|who to tell|how to (?:ask|raise))\b"
                r"[\w ]*",
            ),
            (
                "what it changed",
                RESULT + r"|up from \d+|before it\b|since then|\bafter (?:the|this|that|doing) \w+"
                r"|\bagainst \d+|compared with|\bpass rate|(?:have|has) brought|rose from"
                r"|the (?:two|three) years|(?:the|last) year (?:before )?there (?:was|were)|led to"
                r"|: ?\d+ of \d+; (?:19|20)\d\d",
                True,
            ),
            unless=r"\blearn(?:t|ed) (?:this|that|it|from)\b",
        ),
        Criterion.REMEDIATION: build_topic(
            (
                r"\bwhat (?:should|to|must) (?:happen|do) (?:\w+ )?(?:if|when)\b|\b(?:remed(?:y"
                r"|ies|iation|iated)|compensat\w+|repaid|reimbursed)\b"
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
                    r"\b(?:report\w*|call|ring|rang|tell|told|refer\w*|drove|pass(?:ed|es)?"
                    r"|inform(?:s|ed)?)\b",
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
                rf"|\ban? (?:[\w-]+ ){{0,2}}(?:girl|boy|man|woman|carer|cleaner|porter|tenant"
                rf"|worker|child|couple|family)"
                rf"(?= (?:of (?:about )?(?:\w+teen|\d)|who|whom|had|came|broke|said|told|from))"
                rf"|\bone of (?:our|the) (?:[\w-]+ ){{0,2}}{AGENTS}\b|{COUNT} times\b"
                rf"|{COUNT} owed|{COUNT} (?:had|have) (?:each )?(?:paid"
                rf"|borrowed|lost)|{COUNT} (?:[\w-]+ ){{0,2}}{AGENTS}(?= (?:had|were|was|have"
                rf"|out))|{COUNT} men out\b"
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
                r"|if there is danger|the same day|within (?:\w+ ){1,2}(?:hours?|days?)"
                r"|where the (?:adult|person) consents|without the person"
                r"|before the end of|instalments?|arrested|been charged|kept buying"
                r"|still suppl\w+|agrees|agreement|reported|until they)\b",
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
                r"|(?:telephone|phone|outside) line|advocates?|report a problem"
                r"|carry the number|talk to (?:our|the) \w+ (?:to \w+ \w+ )?"
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
                    rf"\b(?:can|may|could|able to|invited to|free to) (?:[\w ]{{0,12}}){TELL}\b",
                    rf"\b{CHANNEL}\b|\b{CONFIDENCE}\b",
                    rf"\b(?:{STAFF}|{AGENTS}|anyone|anybody|guests?|students?|patients?"
                    rf"|tenants?|they|residents?)\b",
                ),
                rf"^\W*(?:\w+ ){{0,4}}(?:{STAFF}|{AGENTS})\b[^.;]{{0,20}}\b(?:can|may"
                rf"|could) (?:\w+ )?(?:write|talk|speak"
                r"|ring|phone|text|message|complain|report|turn|go) to\b|\b(?:EthicsPoint"
                r"|Safecall|Navex|SeeHearSpeakUp)\b"
                r"|\b(?:can|may) (?:message|text|ring|call|use) (?:the|our"
                r"|an?) (?:[\w-]+ ){0,3}(?:line|app|number)\b",
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
                rf"|called back|{COUNT} (?:\w+ )?(?:messages|disclosures|grievances|issues"
                rf"|queries)|(?:took|logged) {COUNT}"
                rf"|{COUNT} did\b"
                rf"|dealt with {COUNT}|\bline(?:; (?:19|20)\d\d: ?\d+)+",
                True,
            ),
            (
                "languages",
                r"\blanguages?\b|\binterpreters?\b|\bin (?:(?-i:[A-Z])\w+,? ?(?:and |or )?){2,}",
            ),
            (
                "who may use it",
                r"\b(?:(?:workers|carers|staff|people|tenants|drivers|pickers|guards|residents"
                r"|colleagues|students|villages|villagers|crew|employees|workers at [^.;]{0,20}"
                rf"|temps|{AGENTS}) (?:and \w+ )?(?:(?:at|on|from|in|with) [^.;]{{0,40}} )?(?:can"
                r"|may)|anyone can|anybody can|guests and staff|suppliers (?:and|can)|open to"
                r"|on every"
                r" \w+|member of staff|(?:which|that) (?:guests|staff|workers|anyone)"
                r"|to employees and"
                r"|guests and staff|from staff and \w+)\b",
            ),
            (
                "protection",
                r"\b(?:in confidence|confidential\w*|anonymous\w*|without giving a name"
                r"|in private"
                r"|need not (?:say|give)|no retaliation|protected|without (?:saying|giving|fear)"
                rf"|(?:goes|go) (?:only )?to [^.;]{{0,30}} (?:alone|only)|no one (?:else )?sees"
                rf"|{CONFIDENCE})\b",
            ),
            (
                "the way",
                r"\b(?:hot ?line|helpline|free ?phone|free number|(?:free|phone|worker"
                r"|whistleblowing) (?:phone )?line|guardians?|run by|outside charity|quiet word"
                r"|suggestion box|WhatsApp|text message|posters?|mobile|(?:a|one) number|app"
                rf"|(?-i:[A-Z])\w+ line|General Counsel|(?!concerns?\b|worr(?:y|ies)\b"
                rf"|grievances?\b){CHANNEL})\b",
            ),
            unless=(
                r"\b(?:rang|ring|calls?|called|phoned)\b[^.]{0,25}\b(?:999|helpline|08000"
                r"|police)\b"
                r"(?<!can ring the helpline)"
            ),
        ),
    }
)
"""What a statement can say about training, remedy and speaking up."""
