"""The work queue: what to do first, why, and what is overdue."""
