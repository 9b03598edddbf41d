"""The proposal under its old place, until every caller reads it from `scoring.decisions`."""

from scoring.decisions import LONGEST, VERSION, Proposal, propose, valid_until

__all__ = ["LONGEST", "VERSION", "Proposal", "propose", "valid_until"]
