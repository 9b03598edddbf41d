"""The history of the database, one dated file a change."""
