"""Self assessment."""
