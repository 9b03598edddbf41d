"""The reference of the API as a page, drawn from its own description."""
