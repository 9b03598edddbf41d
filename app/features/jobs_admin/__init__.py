"""Jobs admin."""
