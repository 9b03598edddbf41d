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

SUPPLIER_TOPICS = MappingProxyType(
    {
        Criterion.POLICIES: build_topic(
            (r"\bpolic(?:y|ies)\b|\bcodes? of (?:conduct|ethics|practice)\b|\bstaff handbook\b",),
            r"\bpolic(?:y|ies)\b|\bour rules\b|\bcodes? of conduct\b",
            (
                "which policy",
                r"\b(?:anti[- ]slavery|safeguarding|procurement|purchasing|human rights"
                r"|modern slavery"
                r"|whistle[- ]?blowing|speak(?:ing)? up|recruitment|ethical (?:trad\w+"
                r"|procurement)"
                r"|equal\w*|health and safety|anti[- ]bribery|child labour|supplier)\b"
                r"[\w ]{0,25}\bpolic(?:y|ies)|\bcodes? of (?:conduct|ethics|practice)\b",
            ),
            (
                "owner",
                r"\b(?:owned|overseen|sponsored|approved|led|kept up|signed off) by (?:the "
                r"|our )?\w+"
                r"|\bowns (?:it|them|this)|\bis responsible for|\banswers? for\b|\bowner is\b"
                r"|[Tt]rustees review|\bin charge of (?:it|them)\b",
            ),
            (
                "review",
                r"\b(?:(?:last |was |were |is |both )?(?:reviewed|updated|refreshed|revised"
                r"|rewritten"
                r"|renewed|amended|approved by Council) (?:\w+ ){0,3}(?:in|on|every|last|this)"
                r"|review(?:s|ed)? (?:it|them) (?:in|every|each|annually)"
                r"|reviewed (?:annually|every|each|yearly|regularly)|reviewed it"
                r"|approved the (?:present|current|latest) version|(?:present|current|latest)"
                r" version)\b[\w ]*",
                True,
            ),
            ("standard", STANDARD),
            (
                "who it reaches",
                r"\b(?:appl(?:y|ies) to|covers|binds? (?:every|all|any)|for (?:all|everyone)"
                r"|every"
                r" site|all (?:staff|workers|employees|colleagues)|every(?:one|body) (?:on|who"
                r"|must|has"
                r"|signs)|(?:every|each) (?:new )?(?:\w+ )?(?:starter|employee|member|joiner)"
                r"|on our"
                r" premises)\b[\w ]*",
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
                r"\bdue diligence\b|could not show payslips|went to see|serious (?:findings"
                r"|problems)"
                r"|corrective actions?|without contracts",
                rf"\b(?:of|out of) (?:our |the )?{COUNT} {FIRM}\b",
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
                rf"|plants)\b|(?:assessed|audited|checked|visited|asked|see|spoke to"
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
                r"|\bno action open|follow(?:ed)? up|below standard: \d+|looked into"
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
                r"|fees|mark"
                r"|fair ?trade)\b",
            ),
            (
                "who is checked",
                r"\b(?:every|each|both|any|ten largest|two|three|four|all|the|our|high[- ]risk"
                r"|repairs"
                rf"|night-cleaning|cleaning|bank|labour) (?:[\w-]+ ){{0,3}}{FIRM}\b"
                r"|\b(?:of them|over|above) £[\d,]+|\b(?:laundry|contractor|the shop|from abroad"
                r"|anyone|anybody|agency staffing)\b",
            ),
        ),
        Criterion.SUPPLIER_TERMS: build_topic(
            (
                (
                    rf"\b{FIRM}\b",
                    r"\b(?:must|signs?|signed|required to|has to|have to|agree[sd]? to|comply"
                    r"|(?:is|are)"
                    r" bound|to bind|binds? its|undertakes?|promises? (?:in writing|us))\b",
                ),
                (
                    r"\b(?:contracts?(?! of employment)|terms(?: and conditions)?|clauses?"
                    r"|agreements?)\b",
                    r"\b(?:slavery|end the (?:contract|deal)|walk away|require|lets? us|code"
                    r"|terminate)\b",
                ),
                r"\bsupplier code|require (?:our |all )?suppliers|supplier (?:charter|pledge)",
            ),
            r"\bsupplier (?:code|terms|contracts)|contract terms",
            (
                "share signed or outcome",
                rf"{SHARE}|{COUNT} (?:of )?(?:[\w-]+ )?(?:suppliers|subcontractors|gangs|firms)"
                r"|ended the contract|lost their orders",
                True,
            ),
            (
                "passed on",
                r"\b(?:pass (?:the|on|this|it)|cascade|(?:their|its) (?:own )?sub\w+"
                r"|sub-let)\b[\w ]*",
            ),
            (
                "what is asked",
                r"\b(?:sign|signs|signed|terms and conditions|clauses?|code of conduct|our code"
                r"|must not"
                r"|may not|walk away|end the contract|no one pays|terminate)\b",
            ),
            (
                "right to see for ourselves",
                r"\b(?:may (?:talk|speak|visit|audit|inspect)|right to audit|let us (?:in|see"
                r"|visit)"
                r"|talk to the (?:men|workers|people))\b[\w ]*",
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
                r"\bno(?:body| one) pays for a job|\bpaid (?:to get|for) (?:the|a|their) jobs?\b"
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
                r"|no(?:body| one) pays for a job)\b|" + MONEY,
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
                r"\b(?:living wage|going rate|minimum wage|at least|(?:pay|paid) each|we pay"
                r"|I pay"
                r"|(?:same|hourly) (?:\w+ )?(?:money|rate|pay))\b",
            ),
            (
                "checks before work",
                r"\b(?:right to work|licen[cs]e[ds]?|bank (?:account|details)|into (?:his|her"
                r"|their)"
                r" (?:own )?bank|bank transfer|before (?:the first|anyone|anybody)|passport"
                r"|hire \w+ directly)\b",
            ),
            (
                "agencies",
                r"\b(?:agenc(?:y|ies)|labour providers|directly|recruiters|go-between)\b",
            ),
            ("contracts", r"\b(?:permanent|written|new) contracts?\b|own language"),
        ),
    }
)
"""What a statement can say about the rules it sets and the checks it makes."""
