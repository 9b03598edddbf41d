"""All network: one guarded client, its transport, and its limits."""
