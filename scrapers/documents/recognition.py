"""Character recognition: words with their boxes and confidence from a picture, if installed."""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from types import FrameType
from typing import Any

import numpy as np
from PIL.Image import Image

_UNSURE = 0.92
_LEAST_SCORE = 0.5
_GLUED_YEAR = re.compile(r"(?<=[A-Za-z]{3})(?=(?:19|20)\d\d\b)")
_GLUED_WORD = re.compile(r"(?<=[a-z]{4})(?=[A-Z][a-z]{4})")
_GLUED_DASH = re.compile(r"(?<=^[-–—])(?=[A-Z][a-z]{2})")


@dataclass(frozen=True, slots=True)
class Recognised:
    """One word recognised: its edges in pixels of the picture turned upright, and how sure."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    score: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a picture says, line by line; `turns` quarter turns to the left made it upright.

    `complete` is false where the processor time for it ran out.
    """

    lines: list[list[Recognised]]
    turns: int
    complete: bool = True

    @property
    def confidence(self) -> float:
        """Mean confidence, each word weighing by its length."""
        words = [word for line in self.lines for word in line]
        letters = sum(len(word.text) for word in words)
        return sum(word.score * len(word.text) for word in words) / letters if letters else 0.0

    @property
    def letters(self) -> float:
        """How many characters were read, each counted by its confidence."""
        return sum(word.score * len(word.text) for line in self.lines for word in line)


@cache
def engine() -> Any:
    """Return the recogniser, or None where the extra `ocr` is not installed.

    RapidOCR is chosen over tesseract because pip installs it whole, models included. Its own
    classifier of upside-down lines is off: on real scans it turned sound lines over.

    It runs on one thread: several wait for each other by spinning, so on a busy machine the same
    page took half as much processor time again, and twice the time.
    """
    try:
        from rapidocr import RapidOCR  # noqa: PLC0415 (an extra, and slow to load)
    except ImportError:
        return None
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def recognise(picture: Image, *, seconds: float = 40.0) -> Recognition:
    """Read a picture of text, turning it where its lines stand up or upside down.

    Args:
        picture: The picture.
        seconds: Most processor time; what was read until then is returned as incomplete.
    """
    pixels = np.asarray(picture.convert("RGB"))[:, :, ::-1]
    best = Recognition([], 0)
    try:
        with _processor_time(seconds):
            best, upright = _read(pixels, 0)
            turns: tuple[int, ...] = ()
            if not upright:
                turns = (1, 3)
            elif best.lines and best.confidence < _UNSURE:
                turns = (2, 1, 3)
            for turn in turns:
                other, _ = _read(np.ascontiguousarray(np.rot90(pixels, turn)), turn)
                if other.letters > best.letters:
                    best = other
    except _OutOfTime:
        return replace(best, complete=False)
    return best


class _OutOfTime(BaseException):
    """Passes through whatever the recogniser catches of its own errors."""


@contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """Raise `_OutOfTime` within once the process has used that much; on the main thread only.

    A reading process has no other thread of Python; elsewhere, and where the system has no such
    timer, the limits of the whole document hold alone.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return
    running = True

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if running:
            raise _OutOfTime

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001))
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _read(pixels: Any, turns: int) -> tuple[Recognition, bool]:
    """Return what the pixels say, and whether most of its lines lie level."""
    result = engine()(pixels, return_word_box=True)
    lines: list[list[Recognised]] = []
    level = standing = 0
    for box, text, words in zip(
        [] if result.boxes is None else result.boxes,
        result.txts or (),
        result.word_results or (),
        strict=False,
    ):
        across = max(p[0] for p in box) - min(p[0] for p in box)
        down = max(p[1] for p in box) - min(p[1] for p in box)
        if len(text) >= 3:
            level, standing = level + (across >= down), standing + (down > across)
        top, bottom = float(min(p[1] for p in box)), float(max(p[1] for p in box))
        line = [
            piece
            for word in words
            if word[2] is not None and word[1] >= _LEAST_SCORE
            for piece in _parted(word[0], word[2], float(word[1]), top, bottom)
        ]
        if line:
            lines.append(line)
    return Recognition(lines, turns), level >= standing


def _parted(text: str, box: Any, score: float, top: float, bottom: float) -> list[Recognised]:
    """Part a word where the recogniser lost a space, sharing its width by letters."""
    x0, x1 = float(min(p[0] for p in box)), float(max(p[0] for p in box))
    spaced = text
    for glued in (_GLUED_YEAR, _GLUED_WORD, _GLUED_DASH):
        spaced = glued.sub(" ", spaced)
    pieces, place = [], 0
    step = (x1 - x0) / max(len(text), 1)
    for part in spaced.split():
        left, right = x0 + step * place, x0 + step * (place + len(part))
        pieces.append(Recognised(part, left, top, right, bottom, score))
        place += len(part)
    return pieces
