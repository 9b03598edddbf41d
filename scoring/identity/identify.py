"""The one question put to a read document: what are you?"""

import re

from scoring.identity.facts import Approval, ApprovalState, Identity, Signature, SignatureState
from scoring.text import Document
from scoring.vocabulary import DocumentKind

_ACT = re.compile(r"modern slavery act|section 54", re.IGNORECASE)


def identify(document: Document) -> Identity:
    """Return what the document is and whose, for which year, approved and signed by whom."""
    approval, signature = Approval(ApprovalState.NO), Signature(SignatureState.NO)
    if not document.sentences:
        return Identity(
            DocumentKind.NO_TEXT, "It has no words that we can read.", approval, signature
        )
    for sentence in document.sentences:
        if _ACT.search(sentence.text):
            return Identity(
                DocumentKind.STATEMENT,
                "It speaks of the Modern Slavery Act.",
                approval,
                signature,
                sentence.index,
            )
    return Identity(
        DocumentKind.OTHER, "It does not speak of modern slavery.", approval, signature
    )
