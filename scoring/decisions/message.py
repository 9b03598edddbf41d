"""The questions of a proposal as one message to the supplier."""

from datetime import date, timedelta

from scoring.decisions.needs import Answerer
from scoring.decisions.propose import Proposal
from scoring.reference.weights import section


def message_of(proposal: Proposal, *, supplier: str, sender: str, at: date) -> str:
    """Return one message that asks a supplier all that it can answer; empty where nothing is.

    Where there are urgent signs nothing is asked: a question could warn an exploiter.

    Args:
        proposal: What was proposed, with its questions.
        supplier: The supplier's name.
        sender: The organisation that asks.
        at: The day the message is sent.
    """
    questions = [each.text for each in proposal.questions if each.to is Answerer.SUPPLIER]
    if not questions:
        return ""
    by = at + timedelta(days=int(section("enough")["days_to_answer"]))
    lines = "\n".join(f"{place}. {text}" for place, text in enumerate(questions, 1))
    return (
        f"Dear {supplier},\n\n{sender} asks its suppliers how they keep modern slavery out of "
        "the work they do for it. Being asked says nothing against you.\n\n"
        f"{lines}\n\nPlease answer by {by:%-d %B %Y}. If you do not know an answer, say so and "
        f"say when you will.\n\n{sender}\n"
    )
