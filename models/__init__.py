"""Memory: the tables, one aggregate a file, and no queries."""
