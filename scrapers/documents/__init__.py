"""Readers of documents: bytes in, a Document with the place of every sentence out."""
