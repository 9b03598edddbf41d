"""How much of a document, and how long at it, a reader may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bounds on one reading; beyond them a document is refused with a reason.

    Attributes:
        bytes: Largest file, in bytes.
        pages: Most pages; a document with more is no statement.
        seconds: Longest reading, in seconds of wall time (only in a child process).
        memory: Most memory a child process may map, in bytes.
        ocr_pages: Most pages read by optical character recognition; later ones are noticed.
    """

    bytes: int = 50_000_000
    pages: int = 1_000
    seconds: float = 120.0
    memory: int = 4_000_000_000
    ocr_pages: int = 30
