"""The one question put to a read document: what are you?"""

from dataclasses import replace

from scoring.identity.approvals import approval_of
from scoring.identity.facts import Approval, ApprovalState, Identity, Signature, SignatureState
from scoring.identity.kinds import kind_of
from scoring.identity.organisations import organisations_of
from scoring.identity.published import published_of
from scoring.identity.running_text import RunningText
from scoring.identity.signatures import signatories_of, signature_of
from scoring.identity.unread import recognised_of, signature_unseen, unread_of
from scoring.identity.years import year_of
from scoring.reference.vocabulary import DocumentKind
from scoring.text import Document

_NOT_ITS_OWN = {DocumentKind.NO_TEXT, DocumentKind.OTHER_LANGUAGE, DocumentKind.LAW}


def identify(document: Document) -> Identity:
    """Return what the document is and whose, for which year, approved and signed by whom.

    Where part of the document was not read, or was read from a picture, what was not found is
    unknown and never `no`. Text cannot show a signature, so its absence there is unknown too.
    """
    kind = kind_of(document)
    unread = unread_of(document)
    if kind.kind in _NOT_ITS_OWN:
        known = kind.kind is DocumentKind.LAW
        return Identity(
            kind.kind,
            kind.reason,
            Approval(ApprovalState.NO if known else ApprovalState.UNKNOWN),
            Signature(SignatureState.NO if known else SignatureState.UNKNOWN),
            kind.sentence,
            unread=unread,
        )
    organisations = organisations_of(document)
    running = RunningText.of(document)
    partnership = bool(organisations) and organisations[0][0].upper().endswith("LLP")
    signatories = signatories_of(running, partnership=partnership)
    signature = signature_of(running, signatories)
    approval = approval_of(document, signature)
    unseen = signature_unseen(document)
    only_leads = kind.kind is DocumentKind.EMPTY
    if unread or kind.partly_foreign or only_leads or recognised_of(document):
        approval = _unknown_approval(approval)
    if unread or kind.partly_foreign or only_leads or unseen:
        signature = _unknown_signature(signature)
    published = published_of(document)
    return Identity(
        kind=kind.kind,
        reason=kind.reason,
        approval=approval,
        signature=signature,
        reason_sentence=kind.sentence,
        organisations=tuple(name for name, _ in organisations),
        organisation_sentences=tuple(sentence for _, sentence in organisations),
        year=year_of(document),
        published=published[0].day if published else None,
        published_sentence=published[1] if published else None,
        calls_itself_policy=kind.calls_itself_policy,
        published_exact=published[0].exact if published else True,
        signatories=signatories,
        unread=unread,
        signature_unseen=unseen,
    )


def _unknown_approval(approval: Approval) -> Approval:
    """Return `unknown` in place of `no`: the words may be where we could not read."""
    if approval.state is ApprovalState.NO and not approval.refused:
        return replace(approval, state=ApprovalState.UNKNOWN)
    return approval


def _unknown_signature(signature: Signature) -> Signature:
    """Return `unknown` in place of `no`: the signature may be where we could not read."""
    if signature.state is SignatureState.NO:
        return replace(signature, state=SignatureState.UNKNOWN)
    return signature
