"""Processes that do what outside files call for, under limits, apart from the one that serves."""
