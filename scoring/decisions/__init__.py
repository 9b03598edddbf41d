"""What is known of a supplier → one of four proposals, its reason and what would change it."""

from scoring.decisions.change import Turn, turns_of
from scoring.decisions.enough import enough
from scoring.decisions.message import message_of
from scoring.decisions.needs import Question
from scoring.decisions.propose import FOUR, VERSION, Proposal, propose
from scoring.decisions.validity import LONGEST, valid_until

__all__ = [
    "FOUR",
    "LONGEST",
    "VERSION",
    "Proposal",
    "Question",
    "Turn",
    "enough",
    "message_of",
    "propose",
    "turns_of",
    "valid_until",
]
