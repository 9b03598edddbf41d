"""How workers came to the job: fees, promises, contracts and documents."""

from datetime import date

from scoring.facts import SupplierFacts
from scoring.findings import Finding, rule
from scoring.reference.vocabulary import Theme
from scoring.rules.answers import judged


@rule(
    "recruitment.fees",
    version=1,
    theme=Theme.CONDITIONS,
    title="No worker pays or owes a fee for the job",
    source="Employment Agencies Act 1973 s6; Conduct of Employment Agencies and Employment"
    " Businesses Regulations 2003; ETI Base Code 1; ILO Indicators of Forced Labour",
    valid_from=date(2004, 4, 6),
)
def fees(facts: SupplierFacts, at: date) -> Finding:
    """No worker paid, or owes, anyone for finding the work.

    A fee owed can tie a worker to the job until it is paid off: a sign of debt bondage.
    """
    return judged(fees, facts, "recruitment.fees", at)


@rule(
    "recruitment.terms_as_promised",
    version=1,
    theme=Theme.CONDITIONS,
    title="The job is the one that was promised",
    source="Employment Rights Act 1996 s1; ILO Indicators of Forced Labour",
    valid_from=date(1996, 8, 22),
)
def terms_as_promised(facts: SupplierFacts, at: date) -> Finding:
    """Pay, hours, work and place are those promised before workers came.

    A promise that turns out not to be true is a sign of deception.
    """
    return judged(terms_as_promised, facts, "recruitment.terms_as_promised", at)


@rule(
    "recruitment.contract_language",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers have a contract that they understand",
    source="Employment Rights Act 1996 s1; ETI Base Code 8; ILO Indicators of Forced Labour",
    valid_from=date(2020, 4, 6),
)
def contract_language(facts: SupplierFacts, at: date) -> Finding:
    """Every worker has written terms from the first day, in a language they understand.

    A worker who cannot read the terms cannot know that they are broken.
    """
    return judged(contract_language, facts, "recruitment.contract_language", at)


@rule(
    "documents.identity_kept",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers hold their own identity documents",
    source="Modern Slavery Act 2015 s1; ETI Base Code 1.2; ILO Indicators of Forced Labour",
    valid_from=date(2015, 7, 31),
)
def identity_documents(facts: SupplierFacts, at: date) -> Finding:
    """Nobody but the worker keeps passports, identity cards or visas.

    Copies for right-to-work checks are lawful and expected; keeping originals stops people
    leaving.
    """
    return judged(identity_documents, facts, "documents.identity_kept", at)


@rule(
    "documents.right_to_work",
    version=1,
    theme=Theme.LAW,
    title="The right to work is checked before the first day",
    source="Immigration, Asylum and Nationality Act 2006 ss15-26",
    valid_from=date(2008, 2, 29),
)
def right_to_work(facts: SupplierFacts, at: date) -> Finding:
    """The right to work of every worker is checked before the start, agency workers included.

    People without papers are easily threatened; a check that comes late leaves them exposed.
    """
    return judged(right_to_work, facts, "documents.right_to_work", at)
