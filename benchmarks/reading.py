"""Reading PDFs: how fast, how much memory and how true, as ratios from one run on one machine.

Run `python benchmarks/reading.py [folder of PDFs ...]`; without folders it reads pages that it
makes itself. CPU seconds of one core unless the row says otherwise.
"""

import argparse
import gc
import re
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scrapers.documents import read_document, read_document_safely
from scrapers.documents.pdf.words import Frame, words_of

_SENTENCES = (
    "Forty firms clean our offices, cook our lunches and sew our uniforms.",
    "Our buyers visit each firm every spring and speak with its workers alone.",
    "Two cooks in Leeds told us of wages that were held back for a month.",
    "No agency may charge a worker for a job, a uniform or a bed.",
    "Drivers learn to see the signs of forced labour before their first trip.",
    "Nine of ten suppliers now pay the real Living Wage to all their people.",
)
_YEAR_OF_STATEMENTS = 15_000
_PAGES_EACH = 12


def main() -> None:
    """Print the table for the folders asked for and for pages made here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    gc.freeze()
    files = [
        path.read_bytes() for folder in asked.folders for path in sorted(folder.glob("*.pdf"))
    ]
    files = [data for data in files if _words_in(data)]
    own = _made(200)
    print(f"{len(files)} given files with text, and one of 200 pages made here\n")
    for name, group in (("given", files), ("made", [own])):
        if group:
            _speed(name, group, asked.repeats)
            _agreement(group)
    _workers([own, *files])
    _memory()


def _speed(name: str, files: list[bytes], repeats: int) -> None:
    pages = sum(_page_count(data) for data in files)
    ways: list[tuple[str, Callable[[bytes], object]]] = [
        ("pdfplumber words + close", _plumber_words),
        ("pdfium text, no boxes (floor)", _pdfium_text),
        ("words and boxes", _our_words),
        ("whole reading", _whole),
    ]
    if shutil.which("pdftotext"):
        ways.append(("pdftotext -bbox (with its process)", _pdftotext))
    else:
        print("pdftotext is not installed here: that row is left out")
    seconds = {label: min(_cpu(way, files) for _ in range(repeats)) for label, way in ways}
    base = seconds["pdfplumber words + close"]
    print(f"{name}: {pages} pages")
    for label, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        print(f"  {label:36} {pages / spent:8.1f} pages/s  {base / spent:6.1f} x pdfplumber")
    hours = _YEAR_OF_STATEMENTS * _PAGES_EACH * seconds["whole reading"] / pages / 2 / 3600
    print(f"  a UK year (15,000 x 12 pages) on two cores: {hours:.2f} hours\n")


def _agreement(files: list[bytes]) -> None:
    """Match words by position: the same letters, middles within a third of the line's height.

    Words that pdfplumber itself cannot name (as "(cid:127)"), and their lines, are left out:
    their width is not known to it, so that what follows is out of place.
    """
    same = total = 0
    for data in files:
        with pdfplumber.open(BytesIO(data)) as plumber, pypdfium2.PdfDocument(data) as pdfium:
            for index, page in enumerate(plumber.pages):
                frame = Frame(pdfium[index])
                ours: dict[str, list[tuple[float, float]]] = {}
                for lines in words_of(pdfium[index], frame):
                    for token in (token for line in lines for token in line):
                        x0, top, x1, bottom = token.box or (
                            token.x0, token.top, token.x1, token.bottom,
                        )  # fmt: skip
                        middle = ((x0 + x1) / 2, (top + bottom) / 2)
                        ours.setdefault(_plain(token.text), []).append(middle)
                words = page.extract_words(x_tolerance_ratio=0.15)
                unnamed = [word["bottom"] for word in words if "(cid:" in word["text"]]
                for word in words:
                    lost = any(abs(word["bottom"] - bottom) < 2 for bottom in unnamed)
                    if lost or not _plain(word["text"]):
                        continue
                    near = max(3.0, (word["bottom"] - word["top"]) / 3)
                    total += 1
                    across, down = (
                        (word["x0"] + word["x1"]) / 2,
                        (word["top"] + word["bottom"]) / 2,
                    )
                    same += any(
                        abs(across - x) < near and abs(down - y) < near
                        for x, y in ours.get(_plain(word["text"]), [])
                    )
                page.close()
    print(f"  words that agree with pdfplumber's by letters and place: {same / total:.2%}\n")


def _workers(files: list[bytes]) -> None:
    """Compare one reading process with two, by the clock."""
    files = files * max(1, 24 // len(files))
    for data in files[:2]:
        read_document_safely(data)
    one = _clock(files, 1)
    two = _clock(files, 2)
    print(f"two workers: {one / two:.2f} x one ({one:.1f} s and {two:.1f} s by the clock)\n")


def _clock(files: list[bytes], threads: int) -> float:
    queue = list(files)
    began = time.monotonic()

    def work() -> None:
        while queue:
            try:
                data = queue.pop()
            except IndexError:
                return
            read_document_safely(data)

    running = [threading.Thread(target=work) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return time.monotonic() - began


def _memory() -> None:
    """Read 500 small files, then one of 1,000 pages, each in a process of its own."""
    small, large = _made(4), _made(1_000)
    script = (
        "import resource, sys; from scrapers.documents import read_document\n"
        "data = sys.stdin.buffer.read()\n"
        "for n in range({n}):\n"
        "    read_document(data)\n"
        "    if n in (99, {n} - 1):\n"
        "        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
    )
    for label, data, times in (("500 files of 4 pages", small, 500), ("1,000 pages", large, 1)):
        ran = subprocess.run(
            [sys.executable, "-c", script.format(n=times)],
            input=data,
            capture_output=True,
            check=True,
            cwd=Path(__file__).resolve().parents[1],
        )
        print(f"memory, {label}: {' MB after 100, then '.join(ran.stdout.decode().split())} MB")


def _cpu(way: Callable[[bytes], object], files: list[bytes]) -> float:
    began = time.process_time() + _children()
    for data in files:
        way(data)
    return time.process_time() + _children() - began


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _plumber_words(data: bytes) -> None:
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words(x_tolerance_ratio=0.15)
            page.close()


def _whole(data: bytes) -> None:
    """Read as the reading processes do: the collector of cycles runs between files."""
    gc.disable()
    read_document(data)
    gc.collect()
    gc.enable()


def _pdfium_text(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_range()


def _our_words(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            words_of(page, Frame(page))


def _pdftotext(data: bytes) -> None:
    tool = shutil.which("pdftotext") or "pdftotext"
    ran = subprocess.run([tool, "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    re.findall(
        rb'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">', ran.stdout
    )


def _page_count(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def _words_in(data: bytes) -> bool:
    with pypdfium2.PdfDocument(data) as document:
        return any(page.get_textpage().count_chars() for page in document)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _made(pages: int) -> bytes:
    """Make a document in two columns, with headings and page numbers."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for page in range(pages):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(50, 790, f"Part {page + 1}")
        canvas.setFont("Helvetica", 9)
        for column in (0, 1):
            y = 760.0
            for number in range(24):
                words = _SENTENCES[(number + page) % len(_SENTENCES)]
                for line in (
                    words[:45].rpartition(" ")[0],
                    words[len(words[:45].rpartition(" ")[0]) :],
                ):
                    canvas.drawString(50 + 260 * column, y, line.strip())
                    y -= 11.5
                y -= 5.0
        canvas.drawRightString(545, 25, f"Page {page + 1} of {pages}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    main()
