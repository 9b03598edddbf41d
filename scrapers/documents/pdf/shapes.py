"""What stands on a page before it is text: tokens, segments of a line, lines, tables."""

from dataclasses import dataclass, field
from statistics import median

from scoring.reference.vocabulary import ReadBy


@dataclass(slots=True)
class Token:
    """One word as printed.

    Attributes:
        text: Its characters, ligatures parted.
        x0: Left edge; this and the next three in points from the top left of the reading frame,
            which is the page itself unless the words stand on their side.
        top: Upper edge.
        x1: Right edge.
        bottom: Lower edge.
        bold: Whether its font is a bold one.
        broken: Whether a hyphen at the end of its line was put there by the printer.
        faint: Whether it may be printed invisibly: without ink, or white.
        box: Its edges on the page as shown, where the reading frame is turned.
        ink: Upper and lower edge of the ink of its line, where they were measured.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    broken: bool = False
    faint: bool = False
    box: tuple[float, float, float, float] | None = None
    ink: tuple[float, float] | None = None

    @property
    def height(self) -> float:
        """Height of the word's line of type."""
        return self.bottom - self.top


@dataclass(slots=True)
class Table:
    """A ruled table: for each row its cells in order, each the words in it."""

    rows: list[list[list[Token]]]


@dataclass(slots=True)
class Segment:
    """Neighbouring words of one printed line, without a wide gap between them; or a table."""

    tokens: list[Token]
    x0: float
    top: float
    x1: float
    bottom: float
    table: Table | None = None

    @classmethod
    def around(cls, tokens: list[Token]) -> "Segment":
        """Return the segment that these words make."""
        if len(tokens) == 1:
            token = tokens[0]
            return cls(tokens, token.x0, token.top, token.x1, token.bottom)
        return cls(
            tokens,
            min([t.x0 for t in tokens]),
            min([t.top for t in tokens]),
            max([t.x1 for t in tokens]),
            max([t.bottom for t in tokens]),
        )

    @property
    def height(self) -> float:
        """Height of the segment."""
        return self.bottom - self.top


@dataclass(slots=True)
class Line:
    """One printed line within its column, words in the order of reading.

    `ink` is the upper and lower edge of what is printed; `top` and `bottom` those of the type.
    """

    tokens: list[Token]
    x0: float
    top: float
    x1: float
    bottom: float
    height: float
    bold: bool
    ink: tuple[float, float]

    @classmethod
    def of(cls, tokens: list[Token], around: Segment | None = None) -> "Line":
        """Return the line that these words make, in the order given; `around` if it is known."""
        around = around or Segment.around(tokens)
        heights = {t.bottom - t.top for t in tokens}
        height = around.height if len(heights) == 1 else median(t.height for t in tokens)

        bold = tokens[0].bold and tokens[-1].bold
        edges = around.x0, around.top, around.x1, around.bottom
        inks = {t.ink or (t.top, t.bottom) for t in tokens}
        ink = min([top for top, _ in inks]), max([bottom for _, bottom in inks])
        return cls(tokens, *edges, height, bold, ink)

    @property
    def text(self) -> str:
        """The words, one space between them."""
        return " ".join([t.text for t in self.tokens])


@dataclass(slots=True)
class Run:
    """Lines that make one block, or one table.

    `left` and `right` are the edges of its column; `listed` says that the column's lines are
    short and stand each for itself, as in an address or beneath a signature.
    """

    lines: list[Line] = field(default_factory=list)
    table: Table | None = None
    mark: str = ""
    left: float = 0.0
    right: float = 0.0
    listed: bool = False


@dataclass(slots=True)
class Sheet:
    """One page while it is read: `segments` run level, those of `asides` stand on their side."""

    number: int
    width: float
    height: float
    segments: list[Segment] = field(default_factory=list)
    asides: list[list[Segment]] = field(default_factory=list)
    read_by: ReadBy = ReadBy.TEXT
    confidence: float = 1.0
