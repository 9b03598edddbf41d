"""The one question put to a read document: what are you?"""

from scoring.identity.approvals import approval_of
from scoring.identity.facts import Approval, ApprovalState, Identity, Signature, SignatureState
from scoring.identity.kinds import kind_of
from scoring.identity.organisations import organisations_of
from scoring.identity.published import published_of
from scoring.identity.signatures import signature_of
from scoring.identity.years import year_of
from scoring.text import Document
from scoring.vocabulary import DocumentKind

_NOT_ITS_OWN = {DocumentKind.NO_TEXT, DocumentKind.OTHER_LANGUAGE, DocumentKind.LAW}


def identify(document: Document) -> Identity:
    """Return what the document is and whose, for which year, approved and signed by whom."""
    kind = kind_of(document)
    if kind.kind in _NOT_ITS_OWN:
        return Identity(
            kind.kind,
            kind.reason,
            Approval(ApprovalState.NO),
            Signature(SignatureState.NO),
            kind.sentence,
        )
    signature = signature_of(document)
    organisations = organisations_of(document)
    published = published_of(document)
    return Identity(
        kind=kind.kind,
        reason=kind.reason,
        approval=approval_of(document, signature),
        signature=signature,
        reason_sentence=kind.sentence,
        organisations=tuple(name for name, _ in organisations),
        organisation_sentences=tuple(sentence for _, sentence in organisations),
        year=year_of(document),
        published=published[0].day if published else None,
        published_sentence=published[1] if published else None,
        calls_itself_policy=kind.calls_itself_policy,
        published_exact=published[0].exact if published else True,
    )
