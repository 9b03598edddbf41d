"""Concrete or boilerplate: the details a sentence gives, and the Act's own words in it."""

import re

_DETAILS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("share", re.compile(r"\b\d[\d.,]*\s?(?:%|per\s?cent)", re.IGNORECASE)),
    ("money", re.compile(r"[£€$]\s?\d")),
    (
        "number",
        re.compile(
            r"\b(?:\d{1,3}(?:,\d{3})+|\d{2,}|\d)\b(?!\s*(?:%|\)|January|February|March|April|May"
            r"|June|July|August|September|October|November|December))",
        ),
    ),
    (
        "count",
        re.compile(
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "standard",
        re.compile(
            r"\b(?:SA ?8000|SMETA|Sedex|EcoVadis|ETI Base Code|Ethical Trading Initiative"
            r"|ISO ?\d+"
            r"|BSCI|amfori|Fairtrade|Responsible Business Alliance|RBA|GLAA|Stronger Together"
            r"|Unseen|Slave[- ]Free Alliance|Stop the Traffik|ILO|Living Wage|NQC|CIPS|Achilles"
            r"|Constructionline|Global Slavery Index)\b"
        ),
    ),
    (
        "date",
        re.compile(
            r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
            r"|December),? (?:19|20)\d\d\b"
        ),
    ),
    (
        "comparison",
        re.compile(
            r"\b(?:compared (?:with|to)|(?:up|down) from|base(?:line| year)|year[- ]on[- ]year"
            r"|(?:target|goal) of|(?:rose|fell|risen|fallen|increas\w+|decreas\w+|reduc\w+"
            r"|improv\w+) (?:from|by) (?:\d|over|about|nearly))",
            re.IGNORECASE,
        ),
    ),
    (
        "place",
        re.compile(
            r"\b(?:China|India|Bangladesh|Pakistan|Turkey|Türkiye|Vietnam|Thailand|Malaysia"
            r"|Indonesia|Cambodia|Myanmar|Sri Lanka|Philippines|Taiwan|Japan|South Korea"
            r"|Hong Kong|Singapore|Romania|Bulgaria|Poland|Hungary|Spain|Portugal|Italy|France"
            r"|Germany|Netherlands|Belgium|Ireland|Scotland|Wales|Northern Ireland|Morocco|Egypt"
            r"|Ghana|Kenya|Ethiopia|South Africa|Brazil|Mexico|Colombia|Peru|Canada|Australia"
            r"|United States|USA|UAE|Qatar|Saudi Arabia|Ukraine|Mauritius|Nigeria|Israel)\b"
        ),
    ),
)
_WHOLE = ("standard", "date", "comparison")
"""Details that are sought in the whole sentence; the others where no Act or year is numbered."""

_LAW_NUMBERS = re.compile(
    r"(?:Act|section|sections|s\.?|chapter|part|article|paragraph|subsection)\s*"
    r"(?:of\s+)?\(?\d+(?:\(\d+\))*\)?|(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?|ISO ?\d+|SA ?8000"
    r"|^\W*\d+(?:\.\d+)*[.)]?\s",
    re.IGNORECASE,
)
_RUN = 5

_ACT = """
a slavery and human trafficking statement for a financial year is a statement of the steps the
organisation has taken during the financial year to ensure that slavery and human trafficking is
not taking place in any of its supply chains and in any part of its own business or a statement
that the organisation has taken no such steps
an organisations slavery and human trafficking statement may include information about the
organisations structure its business and its supply chains its policies in relation to slavery and
human trafficking its due diligence processes in relation to slavery and human trafficking in its
business and supply chains the parts of its business and supply chains where there is a risk of
slavery and human trafficking taking place and the steps it has taken to assess and manage that
risk its effectiveness in ensuring that slavery and human trafficking is not taking place in its
business or supply chains measured against such performance indicators as it considers appropriate
the training about slavery and human trafficking available to its staff
a commercial organisation within subsection 2 must prepare a slavery and human trafficking
statement for each financial year of the organisation
if the organisation has a website it must publish the slavery and human trafficking statement on
that website and include a link to the slavery and human trafficking statement in a prominent
place on that websites homepage
if the organisation does not have a website it must provide a copy of the slavery and human
trafficking statement to anyone who makes a written request for one
a person commits an offence if the person holds another person in slavery or servitude and the
circumstances are such that the person knows or ought to know that the other person is held in
slavery or servitude or the person requires another person to perform forced or compulsory labour
a person commits an offence if the person arranges or facilitates the travel of another person
with a view to that person being exploited
"""
"""Modern Slavery Act 2015, sections 1, 2 and 54; Crown copyright, Open Government Licence 3.0."""


def details(sentence: str) -> tuple[str, ...]:
    """Return the kinds of detail that a sentence gives: figures, dates, standards, places.

    A comparison is a figure set against a base year or a target. Numbers of Acts, sections,
    bare years and paragraphs are no details: anyone can copy them.
    """
    bare = _LAW_NUMBERS.sub(" ", sentence)
    return tuple(
        name for name, pattern in _DETAILS if pattern.search(sentence if name in _WHOLE else bare)
    )


_IN_GENERAL = re.compile(
    r"^\W*(?:(?:the|term|forms?|of|all|modern|human|such) ){0,4}(?:slavery|trafficking"
    r"|exploitation|forced labour)\b[\w ,()]{0,40}\b(?:is|are|takes?|can"
    r"|includes?|means|refers|encompass\w*|describes|covers|remains|exists?|affects)\b"
    r"|\bno (?:sector|country|industry|business|organisation|supply chain) (?:is|can be)\b"
    r"|\btakes? (?:various|many|several|different) forms\b|\bdeprivation of (?:a person|liberty)"
    r"|\bmillion (?:people|victims)\b|\bthe (?:Modern Slavery )?Act (?:2015 )?(?:requires"
    r"|makes)\b",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"^\W*(?:this|the|our) (?:[\w-]+ ){0,5}(?:statement|report)\b[^.;]{0,20}\b(?:is|was|has been"
    r"|covers|sets out|constitutes)\b(?![^.]*\bwe (?:train|check|audit|visit|buy|ask))"
    r"|\bpublish(?:es|ed)? (?:this|its|our) (?:\w+ ){0,4}statement|\b(?:makes"
    r"|made) this statement"
    r"|^\W*(?:approved|signed)\b|\bapproved this statement\b|^\W*it was signed by\b",
    re.IGNORECASE,
)
_OUR_OWN = re.compile(
    r"\b(?:we|our|ours|us|I|my|me|the (?:company|group|firm|trust|university|council"
    r"|charity))\b",
    re.IGNORECASE,
)
_OTHER_TRAINING = re.compile(
    r"\bcodes? of (?:business )?(?:conduct|ethics)\b|\bbribery|\bdata protection|\bGDPR"
    r"|\bhealth (?:and|&) safety|\bH&S\b|\bfirst aid|\b[HL]GV\b|\bdriv(?:ing|ers) (?:skills"
    r"|train)"
    r"|\bapprentice|\bqualifications\b|\bautomotive|\bcareers?\b|\btraining (?:and|&)"
    r" (?:development|promotion)|\btraining (?:centres?|facilit\w+|network)"
    r"|\brecruitment,? (?:services, )?(?:and )?training|\bcarry out their roles|\bcompany values"
    r"|\bkit out\b|\bproducts? (?:knowledge|training)|\bbusiness (?:ethics|philosophy)"
    r"|\bethical behaviou?r|\bfinancial literacy|\bnutrition|\bfarming practices|\bagricultur"
    r"|\bgardening|\bcultivation|\benvironmental|\boil and gas|\bbusiness updates|\bsmallholder"
    r"|\btraining (?:requirements|needs)\b|\btraining (?:limited|ltd)\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"train|\bcourses?\b(?! of)|\bbrief(?:s|ed|ings?)\b|\bworkshops?\b|learn|\bwebinars?\b"
    r"|\bmodules?\b"
    r"|\bsessions?\b|\bseminars?\b|\btoolbox|\btaught\b|\bteach|\bfilms?\b|\bvideos?\b|\bquiz"
    r"|\btests?\b|\bexams?\b|\bcertificates?\b|\btalks?\b|\beducat|\blessons?\b"
    r"|\bclass(?:es)?\b|\bpodcasts?\b|\bprogrammes? (?:about|on)\b"
    r"|\blevel (?:one|two|three|\d)\b|\brefresher|\bshown (?:how|what)|\btaken through\b"
    r"|\bqualification|\b(?:mornings?|afternoons?|evenings?|(?<!every)days?|hours?) (?:with|on"
    r"|about)\b"
    r"|\b(?:does|do|did|has|had|gets?|receives?) (?:\w+ ){0,3}induction\b|\bguidance\b"
    r"|\b(?:had|done|did|took|attended|completed) (?:the|a|an|our|its) (?:[\w-]+ ){0,4}(?:day"
    r"|morning"
    r"|afternoon|evening|session)s?\b|\bhalf-days?\b|\bworked through\b|\bin date\b|\be-?learning"
    r"|\braise[sd]? awareness (?:among|of) (?:our )?(?:staff|employees|colleagues)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^[\W\d]*(?:training|awareness|learning)(?:,? (?:and|&|training|awareness|capability|building"
    r"|development|education|communication))*\W*$",
    re.IGNORECASE,
)
_MATERIAL = re.compile(
    r"\b(?:posters?|leaflets?|flyers?|intranet|newsletters?|e-?mails?|notice ?boards?"
    r"|copy of|copies|website|annual (?:report|accounts)|handbook)\b",
    re.IGNORECASE,
)
_ON_EXPLOITATION = re.compile(
    r"slavery|traffick|forced|human rights|labour (?:rights|standards|exploitation|practices)"
    r"|exploit|ethical (?:trad|procure|sourc)|\bsigns\b|safeguard|vulnerab|recruitment fees"
    r"|debt",
    re.IGNORECASE,
)


def is_about_slavery_in_general(sentence: str) -> bool:
    """Return whether a sentence explains slavery or the law, and says nothing of one's own."""
    return bool(_IN_GENERAL.search(sentence)) and not _OUR_OWN.search(sentence)


def is_about_the_statement(sentence: str) -> bool:
    """Return whether a sentence only says who made, approved or signed the statement."""
    return _FORMAL.search(sentence) is not None


def is_training_in_something_else(sentence: str) -> bool:
    """Return whether the training named is in another subject, such as bribery or driving."""
    return bool(_OTHER_TRAINING.search(sentence)) and not _ON_EXPLOITATION.search(sentence)


def teaches_nobody(sentence: str, lead: str | None = "") -> bool:
    """Return whether a sentence offered for training names no teaching, only papers or posters.

    Args:
        sentence: The sentence.
        lead: The stem of its list or the heading over it, whose words count for it too, except
            where the sentence itself is about posters, leaflets or a page to read; None where it
            goes on from a sentence about teaching.
    """
    if _TITLE.match(sentence):
        return True
    if _TAUGHT.search(sentence):
        return False
    return bool(_MATERIAL.search(sentence)) or (lead is not None and not _TAUGHT.search(lead))


def is_the_acts_wording(sentence: str) -> bool:
    """Return whether most of a sentence is wording of the Act, which proves nothing."""
    runs = _runs(_plain(sentence))
    return bool(runs) and len(runs & _ACT_RUNS) >= 0.5 * len(runs)


def _plain(text: str) -> list[str]:
    return re.sub(r"[^a-z0-9 ]", "", text.lower().replace("\n", " ")).split()


def _runs(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


_ACT_RUNS = _runs(_plain(_ACT))
