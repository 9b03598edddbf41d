"""The tables' history, one dated file a step, for SQLite and PostgreSQL alike."""
