"""Lets `python -m app.cli` stand for the installed `candour` command."""

from app.cli import main

main()
