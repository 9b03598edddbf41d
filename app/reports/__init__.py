"""Rendering: the strategy board's report by its figures, and lists as spreadsheets."""
