"""The rule book: one rule or close family a file."""
