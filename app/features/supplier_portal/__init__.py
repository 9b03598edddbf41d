"""Supplier portal."""
