"""The hands: everything that reads files or the network, and returns records."""
