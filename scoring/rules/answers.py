"""From an answer of the questionnaire or an audit to a finding, one way for every question."""

from datetime import date

from scoring.escalation.indicators import indicators_of
from scoring.escalation.route import urgent_route
from scoring.facts import Answer, AnswerValue, SupplierFacts
from scoring.findings import Evidence, Finding, Rule
from scoring.questionnaires.questions import Question, question
from scoring.reference.vocabulary import Outcome, Severity

AnswerRule = (
    Rule[[SupplierFacts, date], Finding] | Rule[[SupplierFacts, date], tuple[Finding, ...]]
)
_WORDS = {
    AnswerValue.YES: "yes",
    AnswerValue.NO: "no",
    AnswerValue.PARTLY: "partly",
    AnswerValue.NOT_KNOWN: "not known",
}


def answers_to(facts: SupplierFacts, id: str, at: date) -> tuple[Answer, ...]:
    """Return every answer to a question that was known on a day, in the order given."""
    return tuple(
        each
        for each in facts.answers
        if each.question == id and (each.as_at is None or each.as_at <= at)
    )


def value_of(facts: SupplierFacts, id: str, at: date) -> AnswerValue:
    """Return the most worrying firm answer to a question; not known where there is none."""
    values = {each.value for each in answers_to(facts, id, at)} - {AnswerValue.NOT_KNOWN}
    good = question(id).good
    bad = AnswerValue.NO if good is AnswerValue.YES else AnswerValue.YES
    order = (bad, AnswerValue.PARTLY, good)
    return next((value for value in order if value in values), AnswerValue.NOT_KNOWN)


def judged(judge: AnswerRule, facts: SupplierFacts, id: str, at: date) -> Finding:
    """Return the finding of a rule that rests on one question.

    `partly` counts as a concern, one step lighter. Where sources disagree the more worrying answer
    stands and all are shown. No answer is unknown.
    """
    item, value = question(id), value_of(facts, id, at)
    given = answers_to(facts, id, at)
    evidence = tuple(answer_evidence(each) for each in given)
    if value is AnswerValue.NOT_KNOWN:
        return judge.finding(
            Outcome.UNKNOWN,
            f"Unknown: no firm answer to “{item.text}”",
            remedy=f"Ask for an answer. {item.guidance}",
            evidence=evidence,
        )
    said = f"“{item.text}” was answered {_WORDS[value]}."
    if len({each.value for each in given}) > 1:
        said += " The sources disagree, so we used the more serious answer."
    if value is item.good:
        return judge.finding(Outcome.MET, said, evidence=evidence)
    return _concern(judge, item, value, said, evidence, at)


def gated(
    judge: Rule[[SupplierFacts, date], Finding],
    facts: SupplierFacts,
    id: str,
    at: date,
    *,
    gate: str,
    why: str,
) -> Finding:
    """Return the finding of a rule that concerns only those who answer a first question.

    Answered `no` to the gate, the rule is not applicable, unless the question itself was answered.
    """
    closed = value_of(facts, gate, at) is AnswerValue.NO
    if closed and value_of(facts, id, at) is AnswerValue.NOT_KNOWN:
        evidence = tuple(answer_evidence(each) for each in answers_to(facts, gate, at))
        return judge.finding(Outcome.NOT_APPLICABLE, f"Not needed: {why}.", evidence=evidence)
    return judged(judge, facts, id, at)


def _concern(
    judge: AnswerRule,
    item: Question,
    value: AnswerValue,
    said: str,
    evidence: tuple[Evidence, ...],
    at: date,
) -> Finding:
    severity = lighter(item.severity) if value is AnswerValue.PARTLY else item.severity
    remedy = f"Verify and agree how it will be put right. {item.guidance}"
    return judge.finding(
        Outcome.NOT_MET,
        f"{said} {urgent_route(at).headline}" if item.urgent else said,
        severity=severity,
        remedy=urgent_route(at).text if item.urgent else remedy,
        evidence=evidence,
        urgent=item.urgent,
        indicators=item.signs or indicators_of(judge.card.id),
    )


def lighter(severity: Severity) -> Severity:
    """Return the severity one step below."""
    return list(Severity)[max(severity.rank - 1, 0)]


def answer_evidence(answer: Answer) -> Evidence:
    """Return an answer as evidence."""
    words = f"{_WORDS[answer.value]}: {answer.text}" if answer.text else _WORDS[answer.value]
    return Evidence(words, answer.source or f"answer to {answer.question}", as_at=answer.as_at)
