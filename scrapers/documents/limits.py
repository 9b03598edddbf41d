"""How much of a document, and how long at it, a reader may take."""

from dataclasses import dataclass

from scrapers.processes.bounded import Bounds
from scrapers.processes.watch import IDLE_S

RECOGNITION_SHARE = 0.7
"""Share of a document's processor time that recognising its pictures may take (ours): the rest of
it is still read then, and the pages left out are said."""


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bounds on one reading; beyond them a document is refused with a reason.

    Attributes:
        bytes: Largest file, in bytes.
        pages: Most pages; a document with more is no statement.
        seconds: Most processor time, in seconds (only in a child process). Wall time is not
            limited: how busy a machine is does not change what is read.
        memory: Most memory a child process may map, in bytes.
        ocr_pages: Most pages read by optical character recognition; later ones are noticed.
        ocr_page_seconds: Most processor time for recognising one page's picture, in seconds.
        idle_s: Wall time without any use of the processor after which a child has hung.
    """

    bytes: int = 50_000_000
    pages: int = 1_000
    seconds: float = 300.0
    memory: int = 4_000_000_000
    ocr_pages: int = 30
    ocr_page_seconds: float = 40.0
    idle_s: float = IDLE_S

    @property
    def bounds(self) -> Bounds:
        """The bounds of the child process that reads."""
        return Bounds(self.seconds, self.memory, self.idle_s)

    @property
    def ocr_seconds(self) -> float:
        """Most processor time for recognising all pictures of a document."""
        return self.seconds * RECOGNITION_SHARE
