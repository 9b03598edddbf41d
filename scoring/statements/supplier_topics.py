"""Topics about rules and checks: policies, due diligence, supplier terms, recruitment and pay."""

from types import MappingProxyType

from scoring.reference.vocabulary import Criterion
from scoring.statements.elements import build_topic
from scoring.statements.topic_words import (
    CHECKED,
    COUNT,
    FIRM,
    HARM,
    MONEY,
    OFTEN,
    RESULT,
    SHARE,
    STANDARD,
)
from scoring.statements.word_classes import (
    AGENTS,
    CONDITIONS,
    LOOKED,
    OUTCOME,
    OWNS,
    QUESTIONED,
    REVISED,
    SELLERS,
)

_OTHERS = rf"(?:{FIRM}|{SELLERS})"

SUPPLIER_TOPICS = MappingProxyType(
    {
        Criterion.POLICIES: build_topic(
            (
                r"\bpolic(?:y|ies)\b|\bcodes? of (?:conduct|ethics|practice)\b|\bstaff handbook\b"
                r"|\b(?:our|the|its) (?:\w+ )?(?:rules|rulebook|guidelines)\b",
                r"\b[Oo]?(?-i:[A-Z])[\w-]+(?: (?:and|of|for|&|[A-Z][\w-]+)){0,3} (?-i:Strategy"
                r"|Manual"
                r"|Charter|Handbook|Guidelines)\b",
            ),
            r"\bpolic(?:y|ies)\b|\bour rules\b|\bcodes? of conduct\b",
            (
                "which policy",
                r"\b(?:anti[- ]slavery|safeguarding|procurement|purchasing|human rights"
                r"|modern slavery"
                r"|whistle[- ]?blowing|speak(?:ing)? up|recruitment|ethical (?:trad\w+"
                r"|procurement)"
                r"|equal\w*|health and safety|anti[- ]bribery|child labour|supplier)\b"
                r"[\w ]{0,25}\bpolic(?:y|ies)|\bcodes? of (?:conduct|ethics|practice)\b"
                r"|(?<![.!?] )\b(?-i:[A-Z])[\w-]+(?: (?:and|of|for|at|&"
                r"|[A-Z][\w-]+)){0,4} (?-i:Policy"
                r"|Policies|Code|Strategy|Manual|Charter|Handbook|Standard)\b",
            ),
            (
                "owner",
                r"\b(?:owned|overseen|sponsored|approved|led|kept up|signed off) by (?:the "
                r"|our )?\w+"
                r"|\bowns (?:it|them|this)|\bis responsible for|\banswers? for\b|\bowner is\b"
                r"|[Tt]rustees review|\bin charge of (?:it|them)\b|\bbelongs to\b|\b(?:is|are"
                r"|be) (?:accountable|answerable|responsible)\b|\blooks after\b|\bkeeps (?:it"
                r"|them)"
                rf"|\b(?:agreed|adopted) by [A-Z]\w+|\b{OWNS}\b",
            ),
            (
                "review",
                r"\b(?:(?:last |was |were |is |both )?(?:reviewed|updated|refreshed|revised"
                r"|rewritten"
                r"|renewed|amended|approved by Council) (?:\w+ ){0,3}(?:in|on|every|last|this)"
                r"|review(?:s|ed)? (?:it|them) (?:in|every|each|annually)"
                r"|reviewed (?:annually|every|each|yearly|regularly)|reviewed it"
                r"|(?:agreed|adopted|rewritten|reissued|amended|revised|reviewed|updated"
                r"|refreshed|signed"
                r" off) (?:\w+ ){0,3}in (?:\w+ )?20\d\d|(?:went (?:back )?to|last amended"
                r"|was last)"
                r" (?:\w+ ){0,3}in|(?:amended|revised|updated|reviewed) it in"
                r"|approved the (?:present|current|latest) version|(?:present|current|latest)"
                rf" version)\b(?: \w+){{0,2}}|\b{REVISED}\b",
                True,
            ),
            ("standard", STANDARD),
            (
                "who it reaches",
                r"\b(?:appl(?:y|ies) to|covers|extends? to|everybody who|everyone who|(?:read"
                r"|signed) by (?:all|every)"
                r"|given to (?:all|every|each)|part of each|both cover|binds? (?:every\w*|all"
                r"|any)|for (?:all|everyone)"
                r"|part of (?:every|each|the|our) (?:\w+ )?induction|including contractors"
                r"|every"
                r" site|all (?:staff|workers|employees|colleagues)|every(?:one|body) (?:on|who"
                r"|must|has"
                r"|signs)|(?:every|each) (?:new )?(?:\w+ )?(?:starter|employee|member|joiner)"
                r"|on our"
                r" premises)\b(?: \w+){0,2}",
            ),
        ),
        Criterion.DUE_DILIGENCE: build_topic(
            (
                (rf"\b{CHECKED}\b", rf"\b{FIRM}\b|\b(?:on site|actions|digs)\b"),
                (
                    rf"\b{CHECKED}\b",
                    rf"{HARM}|\b(?:payslips?|rotas?|wage records?|in private|alone|unannounced"
                    r"|without notice|bank (?:details|accounts)|living conditions|pays its"
                    r"|what it pays|fair ?trade|where (?:it|they|the) (?:is|are|was|were"
                    r"|comes?))\b",
                ),
                r"\b(?:visits|audits|checks)(?: made)?: ?\d",
                r"\bdue diligence\b|could not show payslips|went to see|serious (?:findings"
                r"|problems)"
                r"|corrective actions?|without contracts",
                rf"\b(?:of|out of) (?:our |the )?{COUNT} {FIRM}\b",
                r"\b(?:questionnaires?|self-assessments?)\b|\b(?:tenderers|bidders"
                r"|bids)\b[^.]{0,40}"
                r"\b(?:complete|answer|opened|rejected|asked|questions)\b",
                r"\b(?:crew lists?|timesheets|wage slips|bank card|badge)\b"
                r"|\bbefore a first shift\b"
                r"|\brefused us entry\b|\bauditors?\b[^.]{0,30}\b(?:arrived?|visited|found"
                r"|came)\b",
                (
                    r"\bwho (?:makes?|grows?|picks?|sews?|made|grew)\b",
                    r"\b(?:asked|rang|phoned|wrote)\b",
                ),
                (
                    r"; [^;]*\b(?:assessed|audited|checked|visited|below|improved)\b[^;]*: ?\d",
                    FIRM,
                ),
                r"\b(?:assessed|audited|checked|visited|screened)(?:[^;]{0,40})?: ?\d+",
                r"\b(?:checks?|audits?|visits?|assessments?|inspections?)\b[^;]{0,40}; (?:19"
                r"|20)\d\d: ?\d",
                r"\b(?:sites?|factories|suppliers|farms|mills)\b (?:\w+ ){0,3}(?:visited"
                r"|audited|checked"
                r"|seen)\b",
                (
                    rf"\b(?:we|I|our|manager|director|buyer|nurse|officer|team|brother|sister"
                    rf"|wife|husband|son"
                    rf"|daughter)s?\b[^.;]{{0,40}}\b(?:{QUESTIONED}|{LOOKED})\b",
                    rf"\b(?:{_OTHERS}|{CONDITIONS})\b",
                    rf"\b(?:{_OTHERS}|{CONDITIONS})\b",
                ),
                (
                    rf"\b(?:we|I)\b[^.;]{{0,30}}\b(?:{QUESTIONED}|{LOOKED}|interviewed|spoke)\b",
                    rf"\b(?:each|every|all) (?:one )?(?:of )?(?:our "
                    rf"|the )?(?:{COUNT} )?(?:[\w-]+ ){{0,2}}{AGENTS}\b"
                    r"|\b(?:sponsored|agency|migrant|temporary) \w+",
                ),
                (
                    rf"\b{CHECKED}\b",
                    r"\b(?:one|same|shared) accounts?\b|\bclock cards\b|\bemployment contracts\b",
                ),
                rf"{COUNT} (?:\w+ )?(?:were|have been) (?:assessed|audited|screened|vetted"
                rf"|inspected|escalated)\b",
                (rf"\b(?:{CHECKED}|{LOOKED})\b", rf"\b{_OTHERS}\b", rf"\b{CONDITIONS}\b"),
                rf"\b{COUNT} (?:of (?:the "
                rf"|our )?{COUNT} )?(?:[\w-]+ ){{0,3}}{_OTHERS}\b[^.;]{{0,30}}"
                rf"\b(?:were|was|been) (?:\w+ )?{CHECKED}\b",
                r"\bgood(?:s)? (?:we|I) (?:could not|couldn't) trace"
                r"|\bpair with a fair ?trade mark",
            ),
            r"\bdue diligence|audits?|our checks|checks|how we check|checks made|agencies|temps"
            r"|what we did\b",
            (
                "number checked",
                rf"{COUNT} (?:[\w-]+ ){{0,4}}(?:suppliers|factories|subcontractors|agencies"
                rf"|sites"
                rf"|contractors|providers|audits|checks|visits|workers|growers|recruiters|mills"
                rf"|farms"
                rf"|gangs'?|bidders|vendors|firms|temps|staff|people|carers|pickers|assessments"
                rf"|of them"
                rf"|plants|boats|skippers|tenderers|agencies|businesses|car washes|premises"
                rf"|operatives|interviews|bids)\b|{COUNT} (?:[\w-]+ ){{0,3}}(?:{_OTHERS}"
                rf"|{AGENTS})\b"
                rf"|{COUNT} (?:of (?:the |our )?{COUNT} )?(?:[\w-]+ ){{0,2}}(?:were|have been"
                rf"|was) {CHECKED}\b|(?:assessed|audited|checked|visited|asked|see"
                rf"|spoke to"
                rf"|all)[: ]+(?:all"
                rf" |each of |only )?{COUNT}|{COUNT} (?:have|had|were) (?:been )?(?:asked"
                rf"|checked|visited"
                rf"|audited|seen|spoken)|(?:visited|audited|checked|assessed)[^;]*; (?:19"
                rf"|20)\d\d: ?\d+"
                r"|\ball (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?\w+",
                True,
            ),
            (
                "findings and follow-up",
                rf"{RESULT}|\b(?:had|has) (?:\w+ )?(?:paid|charged|asked for|failed|no )"
                r"|\bno action open|follow(?:ed)? up|below standard: \d+|looked into|supplied them"
                rf"|\d+ (?:points|actions|findings|issues)|(?:one|two) charges?|\b{OUTCOME}\b"
                r"|we told the",
                True,
            ),
            ("how often", OFTEN),
            (
                "what is checked",
                r"\b(?:payslips?|rotas?|wages?|labour(?: standards)?|accounts|insurance|hired"
                r"|paid"
                r"|right to work|grown|modern slavery assessment tool|about modern slavery"
                r"|contracts"
                r"|in private|alone|unannounced|without notice|talked with|passports?"
                r"|licen[cs]es?|pays"
                r"|bank details|digs|living conditions|hours|who (?:makes|grows|picks|sews)"
                r"|fees|mark|payroll|timesheets|crew lists?|caravans|accommodation|housing|ages"
                r"|badge|bank card|books|hourly rates?|rota|wage slips|conditions|questionnaire"
                r"|audit"
                rf"|section on \w+|labour practices|fair ?trade|{CONDITIONS})\b",
            ),
            (
                "who is checked",
                r"\b(?:every|each|both|any|ten largest|two|three|four|all|the|our|high[- ]risk"
                r"|repairs"
                rf"|night-cleaning|cleaning|bank|labour|each|some|most|an?|new|that|one"
                rf"|{COUNT}) (?:[\w-]+ ){{0,3}}{_OTHERS}\b"
                r"|\b(?:tenderers|bidders|category managers|applicants?|colleague)\b"
                r"|\b(?:of them|over|above) £[\d,]+|\b(?:laundry|contractor|the shop|from abroad"
                r"|anyone|anybody|agency staffing)\b",
            ),
            unless=(
                r"\b(?:go(?:es)? through|looks? at|reviews?|discuss\w*|receives?|sees?"
                r"|ask) (?:\w+ ){0,3}"
                r"(?:number|proportion|share|figures|results|measures|how many)\b"
            ),
        ),
        Criterion.SUPPLIER_TERMS: build_topic(
            (
                (
                    rf"\b{_OTHERS}\b",
                    r"\b(?:must|sign up to|oblige[sd]?|forbid\w*|may use no|signs?|signed"
                    r"|required to|has to|have to|agree[sd]? to|comply"
                    r"|(?:is|are)"
                    r" bound|to bind|binds? its|undertakes?|promises? (?:in writing|us)|may not"
                    r"|signs? our)\b",
                ),
                (
                    r"\b(?:contracts?(?! of employment)|terms(?: and conditions)?|clauses?"
                    r"|agreements?)\b",
                    r"\b(?:slavery|end the (?:contract|deal)|walk away|require|lets? us|code"
                    r"|oblige"
                    r"|cap|forbid|prohibit|give us|comply|let us|gives? the|allow us|entitle"
                    r"|access to|inspect|terminate)\b",
                ),
                r"\b(?:standard|NHS|purchase|our) (?:\w+ )?(?:terms"
                r"|conditions)\b[^.]*\b(?:suppliers?|contractors?)\b"
                r"|\b(?:buy|contract|trade|order)s? on (?:\w+ )?(?:conditions|terms)\b|\b(?:our"
                r"|new) (?:new )?terms\b"
                r"|\bbinds (?:their|its) own\b|\bsigned (?:up to )?(?:the|our) code\b"
                r"|\bsupplier code|require (?:our |all )?suppliers|supplier (?:charter|pledge)",
            ),
            r"\bsupplier (?:code|terms|contracts)|contract terms",
            (
                "share signed or outcome",
                rf"{SHARE}|{COUNT} (?:of )?(?:[\w-]+ )?(?:suppliers|subcontractors|gangs|firms)"
                r"|ended the contract|lost their orders|one broke|taken off|removed from",
                True,
            ),
            (
                "passed on",
                r"\b(?:pass (?:the|on|this|it)|hand(?:s|ed)? (?:it|this|them) (?:on|down)"
                r"|down the chain|flows? down"
                r"|subcontractors? (?:must|need|have to)|prior (?:written )?approval|cascade"
                r"|(?:their|its) (?:own )?(?:sub\w+|suppliers)"
                r"|declare any sub\w+|cap the chain"
                r"|sub-let)\b(?: \w+){0,2}",
            ),
            (
                "what is asked",
                r"\b(?:sign|signs|signed|terms and conditions|clauses?|code of conduct|our code"
                r"|must not"
                r"|may not|have to sign|sign up to|signed|bars?|bans?|keep the Act|obliges?"
                r"|prohibits?|forbids?|comply"
                r"|hold \w+ (?:or [\w-]+ )?certificates?|walk away|end the (?:contract|deal)"
                r"|no one pays|terminate|oblige|must"
                r"|declare)\b",
            ),
            (
                "right to see for ourselves",
                r"\b(?:may (?:talk|speak|visit|audit|inspect)|right to audit|lets? us (?:in|see"
                r"|visit|inspect)|let us (?:terminate|end|leave|walk)|shows? us (?:its|their)"
                r"|turn up|lets? our|right of (?:audit|access"
                r"|entry)|access to|open (?:its|their) books|inspect (?:wage|pay|records)"
                r"|talk to the (?:men|workers|people))\b(?: \w+){0,2}",
            ),
        ),
        Criterion.RECRUITMENT_PAY: build_topic(
            (
                r"\bliving wage\b|\bright to work\b|\brecruitment fees?|\bpaid (?:a )?fees?\b"
                r"|\b(?:hire|recruit)s? (?:\w+ )?(?:directly|through)|\bI pay\b"
                r"|charge(?:d)? (?:a fee|for)|labour providers?|recruitment agencies"
                r"|had paid between"
                r"|going rate|minimum wage (?:is|or|and|for)|\bno one may charge"
                r"|\bwe pay\b[^.]{0,40}\b"
                r"(?:each|every|man|men|wage|hour|staff|them|directly|ourselves)|GLAA licen[cs]e"
                r"|permanent contracts?|written contracts?|umbrella compan\w+|zero[- ]hours"
                r"|\b(?:bank transfer|into (?:his|her|their|our) (?:own )?bank|hourly (?:rate"
                r"|pay|money))",
                r"£\d[\d.]* (?:an|per) hour|\bpaid by the hour\b|\bsame (?:hourly )?(?:rate"
                r"|pay)\b|\bwages go\b"
                r"|\b(?:hire|recruit|employ)(?:s|ed)? (?:\w+ )?(?:without|through|via) (?:any "
                r"|an? )?\w+\b"
                r"|\b(?:cost|price) of (?:the|their|a) (?:visa|flight|permit)\b|\b(?:using|no"
                r"|without) agents\b|\bmoney from them\b"
                r"|\bpaid (?:somebody|an agent)\b|\bpay for (?:\w+ )?(?:visas?|flights?)\b"
                r"|\bown contracts\b"
                r"|\blicensed gangmaster|\basked to pay for"
                r" (?:an?|their) (?:place|job|post)|\bagency(?:'s|’s)? (?:hands|workers"
                r"|staff) (?:earn|get|are paid)\b"
                r"|\bovertime is\b|\bemployer pays\b|\bcost of the visa\b"
                r"|\b(?:in|into) (?:her|his|their) account\b|\bno applicant\b",
                r"\b(?:before|on) (?:a|the|their|each|every) first (?:shift|day)\b"
                r"|\bno(?:body| one) pays (?:\w+ )?for a job|\bpaid (?:to get|for) (?:the|a"
                r"|their) jobs?\b"
                r"|\bcertificates? of sponsorship\b|\bbank (?:details"
                r"|accounts?) (?:\w+ )?(?:compared"
                r"|checked|shared)|\bshared (?:bank )?accounts\b",
                (
                    r"\b(?:agenc(?:y|ies)|recruiters?|go-between|agents?)\b",
                    r"\b(?:fees?|licen[cs]ed?|charged?|paid|names from)\b",
                ),
            ),
            r"\b(?:recruitment|pay|wages|temps|agency workers)\b",
            (
                "fees and what was repaid",
                r"\b(?:repaid|paid (?:\w+ ){0,4}back|reimbursed|got (?:£[\d,]+|it|them) back"
                r"|charge a fee|charged for|paid (?:to get|for) (?:the|a|their) jobs?"
                r"|refunded|returned to)\b|" + MONEY + r"(?![\d.]| (?:an|per) hour)",
                True,
            ),
            (
                "number or share",
                rf"{SHARE}|{COUNT} (?:[\w-]+ ){{0,4}}(?:workers|agencies|guards|providers|carers"
                rf"|recruiters|temps|pickers|staff|people)|of them had paid|{COUNT} had\b",
                True,
            ),
            (
                "pay",
                r"\b(?:no(?:body| one) (?:pays|is asked to pay) (?:\w+ )?for (?:a|an|their) \w+"
                r"|paid by the hour|wages go"
                r"|pay for (?:\w+ )?(?:visas?|flights?)|cost of the visa|bear the cost"
                r"|living"
                r" wage|going rate|minimum wage|at least|(?:pay|paid) each|we pay|overtime"
                r"|an hour"
                r"|I pay"
                r"|(?:same|hourly) (?:\w+ )?(?:money|rate|pay))\b",
            ),
            (
                "checks before work",
                r"\b(?:right to work|licen[cs]e[ds]?|bank (?:account|details)|into (?:his|her"
                r"|their)"
                r" (?:own )?bank|own bank|in (?:her|his|their) account|bank card|badge"
                r"|bank transfer"
                r"|before (?:the first|anyone|anybody)|passport"
                r"|hire \w+ directly)\b",
            ),
            (
                "agencies",
                r"\b(?:agenc(?:y|ies)|labour providers|gangmasters?|middlem[ae]n|directly"
                r"|recruiters|go-between)\b",
            ),
            ("contracts", r"\b(?:permanent|written|new|own) contracts?\b|own language"),
            unless=r"\bbids?\b|\bbidder|\btender|\binterviews with\b",
        ),
    }
)
"""What a statement can say about the rules it sets and the checks it makes."""
