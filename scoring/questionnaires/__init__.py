"""The questions put to a supplier, and what their answers mean."""
