"""What a statement says: its topics, elements, levels, gaps and legal status."""
