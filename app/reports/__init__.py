"""Rendering of kept figures: spreadsheets and documents; nothing is computed here."""
