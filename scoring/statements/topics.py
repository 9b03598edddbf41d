"""The published elements of each criterion, and the words by which a sentence speaks about it."""

from types import MappingProxyType

from scoring.statements.business_topics import BUSINESS_TOPICS
from scoring.statements.people_topics import PEOPLE_TOPICS
from scoring.statements.result_topics import RESULT_TOPICS
from scoring.statements.supplier_topics import SUPPLIER_TOPICS

TOPICS = MappingProxyType({**BUSINESS_TOPICS, **SUPPLIER_TOPICS, **PEOPLE_TOPICS, **RESULT_TOPICS})
"""Every criterion that adds to the score, with its elements."""
