"""Classes of everyday words: trades, buying, checking, telling, owning, repairing, and people.

Ordinary writers say one thing in many ways. Each class holds the verbs or nouns of one deed, so
that a topic is recognised by a deed and its object, and not by a phrase that somebody foresaw.
"""

_NOT_PEOPLE = (
    r"(?:numbers|orders|papers|computers|customers|suppliers|containers|quarters|matters|letters"
    r"|offers|powers|towers|trailers|routers|servers|printers|boilers|meters|centers|sensors"
    r"|motors|tractors|factors|sectors|doors|floors|errors|mirrors|posters|covers|fingers|winters"
    r"|summers|rivers|reminders|flyers|registers|filters|dispensers|chargers|adapters|indicators"
    r"|manufacturers|retailers|wholesalers|importers|providers|distributors|contractors"
    r"|subcontractors|vendors|makers|tenders|dinners|layers|corners|others|trees|fees|degrees"
    r"|committees|coffees|hours|answers|transfers|borders|chapters|headers|folders|markers"
    r"|stickers|newspapers|helicopters|tankers|freezers|scanners|screwdrivers|generators"
    r"|investors|behaviors|properties|charters|barriers|carriers|clusters|canisters|acres"
    r"|growers|brokers|launderers|smelters|refiners|spinners|processors|exporters|outsiders"
    r"|stakeholders|consumers|users|visitors|owners|hackers|triggers|tiers|years|partners"
    r"|organisers|scissors|razors|pliers|trousers|mowers|mixers|lockers|lasers|timers|hangers"
    r"|identifiers|parameters|drawers|cookers|loans|licensees|franchisees)"
)
AGENTS = (
    rf"(?:(?!{_NOT_PEOPLE}\b)[a-z]{{2,}}(?:ers|ors|ists|ians|ees|women|men)|hands|folk|nurses"
    r"|clerks|chefs|cooks|crew|paramedics|apprentices|midwives|artists|lads|girls|boys|of us"
    r"|souls|relatives|cousins|sons|daughters|brothers|sisters|youngsters|pairs of hands"
    r"|jobs|posts|fitters|joiners|agronomists?|execs)"
)
"""People by what they do, in the plural: paramedics, dyers, fitters, call handlers."""

TRADE = (
    r"(?:groom|educate|act for|answer|nurse|transport|transmit|service|paint|plaster|carve|weave"
    r"|knit|dye|mill|forge|cast|machine|press|roast|bottle|freeze|slaughter|butcher|breed|raise"
    r"|rear|harvest|fell|saw|quarry|extract|refine|generate|rent|broker|underwrite|translate"
    r"|film|stage|exhibit|entertain|feed|shelter|rescue|mend|tailor|polish|valet|ferry|sail"
    r"|dredge|survey|bag|wash|dry|grind|blend|fill|wrap|deal in|import|export|restore|decorate"
    r"|landscape|mow|sweep|clear|empty|collect|tow|garage|board|train horses|hire out|let out"
    r"|supply|stock|retail|wholesale|fish for|trawl|catch|cure|can|pickle|churn|spin|cut|fold"
    r"|bind|frame|glaze|roof|wire|plumb|heat|insulate|excavate|demolish|crane|lift|erect"
    r"|represent|audit accounts|prepare accounts|code|engineer|broadcast"
    r"|carry out research|employ engineers|look after|care for|house|feed|protect|patrol"
    r"|screen patients|treat|diagnose|operate|produce|construct|convert|refurbish|lease"
    r"|invest in|calibrate"
    r"|sell on|resell|buy and sell|tend|plough|sow|spray|milk|shear|thatch|lay|dig|pave|surface"
    r"|upholster|re-?cover|recruit|trade from|bake|stitch|see (?:patients|clients)|photograph"
    r"|perform|coach|tutor|mentor|walk dogs|mind|foster|cut hair|embroider|engrave|sharpen"
    r"|unblock|coat|galvanise|laminate|mould|extrude|solder|etch|plate|distil|ferment|slice"
    r"|smoke|gut|debone|pick and pack|assemble|kit out|find (?:[\w-]+ ){1,4}(?:staff|workers)"
    r"|saw (?=\d)|carried out (?=\d)|operate|caretake|grit)"
)
TRADES = rf"(?:{TRADE}(?:s|es)?|supplies|dries|ferries|dyes|resells|processes|lays)"
"""What an organisation does for a living, in the present tense."""

ACQUIRED = (
    r"(?:bought|ordered|purchased|sourced|procured|supplied|hired|leased|rented|imported"
    r"|delivered|made|sewn|stitched|grown|woven|knitted|forged|cast|assembled|caught|picked"
    r"|laundered|washed|printed|cooked|produced|manufactured|shipped|milled|dyed|cut|packed"
    r"|brought in|farmed|landed|raised|roasted|quarried|mined|cleaned|serviced|maintained)"
)
"""How a thing came to the organisation."""

ORIGIN_WORDS = r"(?:from|in|by|off|through|via|at|on)"

QUESTIONED = (
    r"(?:ask(?:s|ed)?|email(?:s|ed)|e-mailed|wrote to|writes? to|written to|rang|ring|phone[sd]?"
    r"|telephone[sd]?|called|enquire[sd]?|inquire[sd]?|quiz(?:zes|zed)|challenge[sd]|pressed"
    r"|put it to|question(?:s|ed)|messaged|texted|contacted|raised it with|queried)"
)
LOOKED = (
    r"(?:slept at|sat (?:down )?(?:in|with)|sits? (?:down )?(?:in|with)|stayed (?:at|with|on)"
    r"|walk(?:s|ed) (?:round|through|into)|stood (?:in|at)|drop(?:s|ped) in|calls? in|called in"
    r"|look(?:s|ed)? (?:at|into|over|through|up|for|round)|went (?:to|into|round|over|through)"
    r"|go(?:es)? (?:to|into|round|over|through)|r(?:u|a)ns? (?:\w+ ){1,4}through|compare[sd]?"
    r"|compares|cross-check\w*|match(?:es|ed)|count(?:s|ed)|watch(?:es|ed)|met (?:with )?"
    r"|spent (?:a|an|two|three) (?:\w+ )?(?:day|night|week|morning|shift)s? (?:at|in|with|on)"
    r"|put (?:all|every|each|our|the|\d+|\w+) (?:[\w-]+ ){0,5}through|held (?:\w+ )?meetings"
    r"|read(?:s)? (?:the|its|their|his|every)|took up references|searched|undergo(?:es)?"
    r"|underwent|were assessed|is assessed|are assessed|desktop|desk-?based|trace[sd]?|weigh(?:s"
    r"|ed)?|probe[sd]?|takes? a look|took a look|check(?:s|ed)? on|ran checks|sift(?:s|ed)?"
    r"|tested|score[sd]|grade[sd]|rate[sd]|escalated|onboard\w*|pre-?qualif\w+|vet(?:s|ted)"
    r"|call(?:s|ed)? in|spoke (?:privately |alone )?(?:to|with)|talked to|interview(?:s|ed)?"
    r"|sen(?:d|t) (?:in )?(?:an? )?(?:auditors?|inspectors?|monitors?)"
    r"|had (?:[\w-]+ ){1,4}(?:visited|audited|checked|inspected)|demand(?:s|ed)|request(?:s|ed)"
    r"|obtain(?:s|ed)|stud(?:y|ied|ies)|analys(?:e|ed|es)|re-?visit(?:s|ed)?|observe[sd]?"
    r"|inspect\w*|(?:need|insist)(?:s|ed)? (?:on seeing|to see)|got (?:[\w-]+ ){1,3}to (?:show"
    r"|send|prove)|ma(?:de|ke) (?:[\w-]+ ){1,3}(?:show|send|prove))"
)
"""How somebody looks at another's work: by asking, reading, visiting or watching."""

SELLERS = (
    r"(?:websites?|trade counters?|shops?|garages?|foundr(?:y|ies)|abattoirs|nurser(?:y|ies)"
    r"|greenhouses|tailors|launderers|builders?|decorators|importers?|roasters?|brokers?|dealers?"
    r"|middlem[ae]n|gangmasters?|franchises?|outworkers|stitching units|dye ?houses?|tanneries"
    r"|kilns?|fisheries|trawlers?|plantations?|co-?operatives?|compan(?:y|ies) (?:we|I|that|who"
    r"|which|in|from)|organisations we|place on|yards?|sellers?|cash and carry|market traders?"
    r"|the (?:boss|owner|maker|place|firm|company|gaffer|foreman|dealer|agent|manager)"
    r"|(?:car|hand) wash(?:es)?|launderette|agents?|ambulance firm|print(?:er|works)|smithy"
    r"|abattoir|egg farm|hatchery|bakery|bakeries|brewer(?:y|ies)|vineyards?|ginners?|gins"
    r"|recycl(?:er|ing firm)s?|scrap|hauliers?|couriers?|umbrella|partners? abroad|source|sites?)"
)
"""Whom a small buyer deals with, who is not called a supplier."""

CONDITIONS = (
    r"(?:payslips?|pay ?slips|pay day|clock cards?|time ?sheets|contracts of employment|wages?"
    r"|how (?:\w+ ){0,4}(?:paid|treated|hired|found|recruited|housed|live|lived)|who (?:\w+ )?"
    r"(?:makes|made|picks|picked|sews|sewed|grows|grew|paid|pays|works)|where (?:\w+ ){1,5}"
    r"(?:made|forged|from|grown|sewn|comes?|came|caught|mined)|recruitment|adverse news"
    r"|sanctions|workers' committees|bunk ?rooms?|dormitor(?:y|ies)|caravans?|bank accounts?"
    r"|one account|own bank|ages|labour|rotas?|hours|rest days|living quarters|beds"
    r"|without the managers?|without (?:warning|notice|an? (?:call|appointment)|being announced)"
    r"|unannounced|in private|at night|workers there|pressers|dyers|(?:the )?(?:men|women|staff"
    r"|workers|pickers|packers|cleaners|people) (?:were|are|there|who|slept|sleep|live)"
    r"|modern slavery|slavery|human rights|self-assessment|questions?|questionnaires?|tool"
    r"|database|references|certificates?|fire doors|references"
    r"|(?:wage|pay|employment|time) records|its records|living arrangements|which (?:mill"
    r"|factory|farm|plant|boat|village)|country of (?:manufacture|origin)|money from them"
    r"|bosses present|without bosses|privately|visas?|permits?|where (?:our |the )?workers live"
    r"|owed money|loans?|how the work is paid)"
)
"""What somebody looks at who checks how people are treated."""

OUTCOME = (
    r"(?:would(?: not|n[’']t) (?:say|tell|answer|let)|(?:did not|didn[’']t|never) (?:answer"
    r"|reply|know|say)"
    r"|no (?:answer|reply)|(?:wrote|said|replied|answered|told us|told me|admitted|confirmed)"
    r" (?:back )?(?:that|they|she|he|it)|shut us out|locked|these days|instead|sells? to us no"
    r" more|has since|have since|came (?:out|back) (?:as )?(?:red|amber|clean|short)|scored"
    r" (?:poorly|low|badly)|not (?:been )?renewed|(?:was|were) declined|exited|escalated|resolved"
    r"|settled|logged|turned out|had no|no longer|cancelled|switched|changed (?:to|our)|moved our"
    r"|stopped (?:using|going|buying)|we left|I left|put (?:it|them|that) right|now (?:has|have"
    r"|buy|use|wash)|issues|plan in place|action plans?|improvement plans?|arrears|fell short"
    r"|fallen short|broke (?:the|our)|breach(?:es)? (?:was|were)"
    r"|so (?:I|we) (?:now )?\w+|(?:amber|red) and|gave (?:them|it) (?:notice|a month)|sorted"
    r"|shortcomings?|shortfalls?|gaps|wrong(?:ly)?|did (?:so )?within|since published"
    r"|it stopped|had been \w+ing|got the money back|owed money|said yes|faults?|mended"
    r"|lost our (?:business|custom|order)|sent (?:me|us) (?:the|a)|gave (?:me|us)"
    r"|raised (?:wages|pay|the rate)|came top|did not (?:pass|meet)|paid (?:up|off)"
    r"|nothing about|shut (?:it|them|two|three|four|five)|docking)"
)
"""What came of looking: an answer, a refusal, a fault, a remedy or a parting."""

WORRY = (
    r"(?:bothers?|frets?|fret about|worr(?:y|ies|ied)|fears?|fear for|danger|uneasy|concern(?:s"
    r"|ed)?|likel(?:y|iest)|most exposed|expos(?:ed|ure)|at risk|vulnerab\w+|prone|prey|preyed"
    r"|salient|hotspots?|high[- ]risk|highest|riskiest|greatest|weak(?:est)? (?:spot|point)s?"
    r"|keeps? (?:us|me) (?:up|awake)|could be|may be|might be|can be|were being|gone wrong"
    r"|went wrong|picked up|taken in|targeted|preys? on|risks?|threat|abuse[sd]?|we know that"
    r"|I (?:read|heard)|reports? (?:about|of)|has been made by|have been made by"
    r"|troubles?|squeezed|in (?:most |the most )?danger|nobody sees|hangs on|hidden"
    r"|out of sight|come top|came top|warning signs?|where (?:it|things|people"
    r"|workers) (?:could|can|might|are)|suspect)"
)
"""How a writer says where harm may be."""

TELL = (
    r"(?:ring|phone|call|text|message|email|write to|talk to|speak to|speak with|go to|tell"
    r"|report|contact|turn to|use|raise|approach|come to|leave a|drop a|scan|fill in|confide)"
)
CHANNEL = (
    r"(?:lines?|hot ?lines?|helplines?|free ?phone|app|guardians?|advocates?|mailbox|inbox"
    r"|email address|portal|web ?form|number|WhatsApp|suggestion box|box|poster|vicar|priest"
    r"|chaplain|ombudsman|union rep\w*|shop steward|welfare officer|liaison officer|counsellor"
    r"|Report and Support|EthicsPoint|Safecall|Navex|SeeHearSpeakUp|Speak ?Up|third party"
    r"|nominated (?:person|trustee|director)|trustee|concerns?|worr(?:y|ies)|grievances?"
    r"|somebody outside|someone outside|outside (?:line|body|charity|firm))"
)
CONFIDENCE = (
    r"(?:confiden\w+|anonym\w+|in private|without giving|keeps? it to (?:him|her|them)sel\w+"
    r"|go(?:es)? no further|no name|need not (?:say|give|leave)|(?:does|do) not (?:have to|need to"
    r"|ask who|work for)|passes? nothing on|without leave|without (?:their|his|her) (?:say|leave"
    r"|consent)|not (?:be )?(?:punished|penalised|lose|suffer)|no(?:body| one) (?:\w+ )?(?:is|has"
    r" been|gets) (?:punished|sacked|penalised)|without fear|retaliation|reprisals?|protect(?:s"
    r"|ed)|independent(?:ly)?|third party|outside (?:the|our|line|charity|firm|body)|run by"
    r"|nobody (?:else )?(?:here )?(?:sees|hears|knows)"
    r"|never learn who|nobody is named|not named|no names|no names taken)"
)
"""How a person who speaks up is kept safe."""

OWNS = (
    r"(?:(?:is|are|was) (?:the |its |their |an? )?(?:\w+ )?(?:lead|owner|author|sponsor|holder"
    r"|custodian|accountable|answerable|responsible)|(?:has|have|takes?|holds?|carries) (?:the "
    r"|overall |final |day-to-day )?responsibility|looked after by|in charge of|in the hands of"
    r"|signs? (?:it|them) off|signed off by|endorsed by|approved by|adopted by|written by|kept by"
    r"|(?:falls|sits|rests|lies) (?:with|to|under)|(?:owns|oversees|keeps|maintains|leads on"
    r"|looks after|champions|is behind) (?:it|them|this|both|the policy)|answers? (?:to the board"
    r" )?for (?:it|them|this|both)|reports? on it|led by"
    r"|sponsored by|keeps? (?:it|them)|in the care of|overseen by)"
)
"""Who has charge of a policy."""

REVISED = (
    r"(?:(?:last )?(?:reviewed|updated|refreshed|revised|rewritten|renewed|amended|approved"
    r"|endorsed|adopted|agreed|reissued|re-?approved|looked at|gone over|gone through|looked over"
    r"|written|redrafted|overhauled|brought up to date|redone|looked at afresh|drawn up"
    r"|brought in|torn up|signed off|published|introduced"
    r"|re-?read|checked)(?: (?:by|with) (?:[\w'’]+ ){1,4})?,?(?: \w+){0,3} (?:in|on|every|each"
    r"|last|this|at|since|after|yearly|annually|twice|once)(?: \w+)?)"
)
"""When a policy was last gone over."""

REPAIR = (
    r"(?:gave (?:\w+ ){0,4}(?:the |their |all )?(?:money|wages|fees|papers|passports?)|(?:money"
    r"|wages|fees) they had lost|reimburse[sd]?|repaid|refund(?:ed|s)?|paid (?:\w+ ){0,3}back"
    r"|made good|got (?:\w+ ){1,4}out|(?:has|have|had) a (?:bed|room|home|place|job)|were found"
    r"|was found (?:a|another|new)|found (?:him|her|them|each)|foster care|in proper jobs|safe"
    r" ?house|moved (?:\w+ ){0,3}(?:out|away|to|into|onto)|rehoused|housed|put up in|counselling"
    r"|a solicitor|legal (?:help|advice|aid)|new sponsor|leave to remain|back (?:at|in) (?:school"
    r"|work)|is (?:now )?(?:safe|free|home)|are (?:now )?(?:safe|free|home)|took (?:him|her|them)"
    r" (?:in|to)|drove (?:him|her|them)|stayed with (?:him|her|them)|kept (?:his|her|their) jobs?"
    r"|back pay|compensat\w+|settled (?:his|her|their)|arrears|a doctor sees|got (?:his|her|their)"
    r"|supported (?:him|her|them)|support(?:ed)? (?:\w+ )?(?:to|through|with)|paid (?:for )?(?:his"
    r"|her|their)"
    r"|paid off|rooms? of (?:their|his|her) own|on full pay|weeks? off|given contracts"
    r"|foster famil\w+|medical care|kept (?:him|her|them) on|got (?:the|their) money back"
    r"|reunited|flown home|went home|(?:police|authorities) have)"
)
"""What is done to put things right for somebody."""

PARTNER_BODIES = (
    r"(?:(?-i:[A-Z])[\w'’-]+(?: (?:of|for|and|the|(?-i:[A-Z])[\w'’-]+)){0,5} (?-i:Centre|Accord"
    r"|Forum"
    r"|Alliance|Coalition|Network|Foundation|Consortium|Initiative|Group|Partnership"
    r"|Association|Federation|Union|Council|Charter|Watch|Society|Church|Police|Force|Project)"
    r"|Red Cross|(?:the |local |regional |county |city )?(?:police"
    r"|council|constabulary)|(?:anti-slavery|regional|local|county|city|safeguarding) (?:\w+ )?"
    r"(?:partnership|forum|network|group|board)|trade unions?|unions?|churches|charit(?:y|ies)"
    r"|NGOs?|other (?:brands|firms|members|retailers|universities|trusts|councils|buyers|growers"
    r"|landlords|hospitals|companies)|neighbouring \w+|trade (?:body|association)|GLAA|Unseen)"
)
TOGETHER = (
    r"(?:work(?:s|ed|ing)? (?:closely )?(?:with|alongside|on)|with (?:the )?(?:other|help)|sit"
    r" down with|sits? on|sat on|attend(?:s|ed)?|joined|belong(?:s)? to|member(?:s|ship)? of"
    r"|through (?=[A-Z])|meet(?:s)? (?:\w+ ){0,3}with|met with|together with|jointly|alongside"
    r"|in partnership|partner(?:s|ed)? with|take part|took part|run with|ran with"
    r"|funded|fund|support(?:s|ed)?|share[sd]? (?:\w+ ){0,4}with|collaborat\w+|signed up to"
    r"|affiliate[sd]?|teamed up|helped by|advice from|chair(?:s|ed)?)"
)
"""How an organisation acts with another."""
