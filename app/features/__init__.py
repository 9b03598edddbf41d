"""Features, each in one folder."""
