"""Deed, promise, denial or nothing firm: what a sentence says, read with what leads it."""

import re
from collections.abc import Sequence

from scoring.reference.vocabulary import EvidenceStatus
from scoring.text import Sentence

_PROMISE = re.compile(
    r"\b(?:will|shall)\b(?! (?:not|never)\b)"
    r"|\b(?:intend|plan|aim|propose?|hope?)(?:s|d|ed|ing|ning|ned)? to\b|\bgoing forward\b"
    r"|\bin the (?:coming|next|near) (?:\w+ )?(?:years?|months|financial year|period|future)\b"
    r"|\bover the next\b|\bnext (?:year|steps?)\b|\bis underway\b"
    r"|\bto be (?:undertaken|introduced)"
    r"|\blook(?:ing)? to (?:introduce|expand|extend|develop|implement)\b"
    r"|\b(?:intention|plan|aim|goal|hope|ambition) is (?:to|that)\b|\bwould like to\b"
    r"|\b(?:is|are) due to\b|\bshould be (?:ready|done|finished|complete\w*|in place)\b"
    r"|\b(?:is|are) (?:being|still being) (?:drafted|written|prepared|developed|drawn up|planned"
    r"|designed|considered|undertaken|rolled out|introduced|organised|arranged|looked (?:at"
    r"|into))\b"
    r"|\b(?:we|I) (?:intend|plan|want|expect|hope) (?:for )?(?:[\w-]+ ){1,5}to (?:have|be)\b"
    r"|\b(?:we|I) (?:expect|want|mean) to\b|\b(?:am|is|are) going to\b"
    r"|\b(?:is|are) to (?:be (?:trained|asked|written|visited|checked|drawn|issued|reviewed|set"
    r"|given|told)|have|own"
    r"|write|lead|get|take|start|join)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:developing|introducing|drafting|planning|designing|preparing"
    r"|rolling out|exploring|considering|in the process of|looking (?:at|into))\b"
    r"|\bon our list\b|\bin (?:the|a) (?:future|second phase),? we\b"
    r"|\bendeavou?rs? to (?:provide|train|offer|deliver|give)\b"
    r"|^\W*(?:continue|continuing|carry out|roll ?out|introduce|expand|extend|launch|undertake"
    r"|begin|explore|enhance|strengthen|further develop) (?!of\b)",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:if|where|should|when|whenever|once|unless|any|until|violations?|breach(?:es)?)\b"
    r"[^.;]*\b(?:will|shall)\b|\bwho will\b|\bwill (?:review and )?updated? it\b|\bwhether\b"
    r"|\b(?:issues?|concerns?|complaints?|reports?|allegations?)\b[^.;]{0,60}\b(?:will|shall)\b"
    r"|\bwill (?:only|always|ever|knowingly|generally|typically|support anyone)\b"
    r"|\bwill\b[^.;]{0,30}\b(?:any claim|from time to time|at all times"
    r"|regular(?:ly)? checks?)\b"
    r"|\bthere will be\b",
    re.IGNORECASE,
)
"""A rule for whenever something happens is in force now; it only sounds like the future."""

_DATED = re.compile(
    r"\b(?:in|during|by|from|the end of) (?:FY ?)?20\d\d\b|\b(?:coming|next|future|months)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:we|company|group|firm|organisation|business|council|trust|college"
    r"|university)\b[^.;]{0,40}"
    r"\b(?:do|does|did|have|has|had)(?: not|n['\u2019]t)\b(?! (?:tolerate|accept|condone|support"
    r"|knowingly|identif|discover|f[io]u?nd|receive|use|employ|engage|work with|allow|permit"
    r"|renew|use|buy|bought|go back|reappoint|deal|believe|consider|expect|discriminate|just"
    r"|only|(?:yet )?(?:know|see)))"
    r"|\bno (?:training|polic(?:y|ies)|formal|specific|steps|dedicated"
    r"|assessments?|risk assessment"
    r"|due diligence|audits?|processes) (?:\w+ ){0,6}(?:in place|taken|provided|conducted"
    r"|carried out|was|were|has been|have been|undertaken|established)"
    r"|\bbut (?:do|does)(?: not|n['\u2019]t) (?:provide|offer|have|give)\b"
    r"|\b(?:has|have) no (?:\w+ ){0,3}training\b"
    r"|\b(?:not|nor) (?:yet|currently|as yet)\b(?! (?:know|see|map))"
    r"|\b(?:nobody|no one|none of (?:our|the|us|them|its)\b[^.;,]{0,30}) (?:[\w-]+ ){0,2}"
    r"(?:has|have|is|are|was|were) (?:been |yet |ever )?(?:trained|audited|checked|looked"
    r"|assessed"
    r"|visited|asked(?! to pay)|appointed|screened|responsible|in charge)\b"
    r"|\bnever (?:had|trained|audited|visited|checked|asked|looked|held|given|made|done"
    r"|written)\b"
    r"|\bthere (?:is|are|was|were) no (?:\w+ ){0,2}(?:polic(?:y|ies)|training|helpline|hotline"
    r"|line|app"
    r"|courses?|targets?|contracts?|code|partners?|way to"
    r"|checks?"
    r"|audits?|procedures?|process\w*)\b"
    r"|\b(?:has|have) (?:taken )?no (?:such )?(?:steps|\w+ polic(?:y|ies)|polic(?:y|ies)"
    r"|training"
    r"|helpline|hotline|audits?)\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:train(?:s|ed|ing)?|audit(?:s|ed)?|carr(?:y|ies|ied) out|conduct(?:s|ed)?"
    r"|requir(?:e|es|ed)"
    r"|implement(?:s|ed)|introduc(?:ed|es)|check(?:s|ed)?|assess(?:es|ed|ments?)?|monitor(?:s"
    r"|ed)?"
    r"|publish(?:es|ed)|visit(?:s|ed)?|review(?:s|ed)|updated|map(?:s|ped)|questionnaires?"
    r"|provid(?:e|es|ed)|operat(?:e|es|ed)|appointed|launched|include[sd]?|employ(?:s|ed)?"
    r"|pa(?:y|ys|id)"
    r"|buys?|purchas(?:e|es|ed)|sourc(?:e|es|ed)|manufactur(?:e|es|ed)|approved|signed"
    r"|ha(?:s|ve) (?:a|an|in place)|helpline|hotline|contracts?|clauses?|members? of"
    r"|investigat\w+|report(?:s|ed)?"
    r"|(?:polic(?:y|ies)|manual|code) (?:reflects?|sets? out|states?|explains?|describes?"
    r"|covers?)\b|terminat\w+|encourag(?:e|es|ed)|located|offices?|subsidiar\w+|headquarter\w+"
    r"|\d)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:(?:is|are|am|remain|remains) (?:\w+ )?(?:committed|dedicated|determined|opposed)"
    r"|commitment to|striv(?:e|es|ing)|seeks? to|endeavou?rs?|recogni[sz]es?|believes?"
    r"|takes?\b[^.]{0,30}\bseriously|supports? the principles|zero[- ]tolerance"
    r"|(?:encourage|promote|foster)s? (?:a |an )?(?:\w+ )?(?:culture|transparency|openness"
    r"|awareness)"
    r"|(?:raise|raising) awareness|expects?|respects?|ethos|values?)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:we|I|company|group|firm|it) (?:may|might|could|can)\b(?! not)[^.;]{0,40}\b(?:carry"
    r"|conduct|ask|audit|train|visit|check|request|require|review|provide|terminate|end|consider"
    r"|seek|undertake|take)\b|\b(?:appropriate|necessary|suitable) (?:action|steps|measures)\b"
    r"[^.;]{0,20}\b(?:be taken|taken)\b|\b(?:where|if|as) (?:appropriate|necessary|practicable"
    r"|possible)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_PLANS = re.compile(
    r"\b(?:next steps?|looking (?:forward|ahead)|future|objectives|further (?:steps|actions?)"
    r"|forward plans?|plans? for|priorit(?:y|ies)|roadmap|going forward|coming year"
    r"|next year)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:ha(?:s|ve) (?:been|\w+ed)|was|were|completed|did|last year|this year we)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:we|is|are|was|were|be|has|have|had|do|does|will|shall|can|may|must)\b",
    re.IGNORECASE,
)
_HEADING_WORDS = 9
_CARRIED = 15
"""Sentences for which a heading without a level of its own speaks."""


def status_of(sentence: str) -> EvidenceStatus:
    """Return whether a sentence, by itself, tells of a deed, a promise, a denial or nothing firm.

    A rule for whenever something happens ("any breach will be reported") is a deed: it is in
    force. A commitment without anything done to keep it is vague.
    """
    if _DENIAL.search(sentence):
        return EvidenceStatus.DENIED
    if _PROMISE.search(sentence) and not (
        _STANDING.search(sentence) and not _DATED.search(sentence)
    ):
        return EvidenceStatus.PLANNED
    if _WISH.search(sentence) and not _DEED.search(sentence):
        return EvidenceStatus.VAGUE
    if _MAY.search(sentence) and not _FIGURE.search(sentence):
        return EvidenceStatus.VAGUE
    return EvidenceStatus.DONE


def statuses(sentences: Sequence[Sentence]) -> tuple[EvidenceStatus, ...]:
    """Return the status of each sentence of a document, read with what leads it.

    Under a heading about what comes next, and in the items of a list that begins with a promise,
    what is not told as past is a promise.
    """
    results: list[EvidenceStatus] = []
    carried = 0
    for place, sentence in enumerate(sentences):
        text = sentence.text
        status = status_of(text)
        if _is_heading(text):
            carried = _CARRIED if _PLANS.search(text) else 0
        led = carried > 0 or any(_PLANS.search(each) for each in sentence.headings[-1:])
        goes_on = bool(results) and results[-1] is EvidenceStatus.PLANNED
        if status is not EvidenceStatus.DENIED and not _PAST.search(text):
            begun = goes_on and _goes_on(sentences[place - 1].text, text)
            if begun or (led and not _is_heading(text)):
                status = EvidenceStatus.PLANNED
        results.append(status)
        carried -= 1
    return tuple(results)


def _is_heading(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _HEADING_WORDS
        and text[:1].isupper()
        and not text.rstrip().endswith((".", ";", ","))
        and not _VERB.search(text)
    )


def _goes_on(before: str, text: str) -> bool:
    """Whether a text is an item of the list, or the rest of the sentence, that stands before."""
    open_end = not before.rstrip().endswith((".", "!", "?"))
    return open_end and (text[:1].islower() or before.rstrip().endswith(":"))
