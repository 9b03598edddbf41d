"""Words that people read: no banned turns, and no sentence over 25 words.

The words come from templates and from the texts in the code: messages, titles, remedies and help.
Patterns, SQL and docstrings are not read.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_WORDS = 25
BANNED = re.compile(
    r"\b(tells? of|tells? (?:nothing|little)|told|at hand|stands?|of what is known|shall|somebody"
    r"|nobody|taken for|speaks of|let in|keep out|gone on|look again|come of it|wherever|anew"
    r"|otherwise than|of those)\b",
    re.IGNORECASE,
)
PATTERN = re.compile(r"\\[bdswn]|\(\?|\|")
SENTENCE = re.compile(r"^[“\"'(]?[A-Z0-9£X].*[.!?]”?$", re.DOTALL)
END = re.compile(r"(?<=[.!?])\s+(?=[A-ZX“\[])|[:;]\s")
WORD = re.compile(r"[A-Za-z’'-]+")


def texts() -> Iterator[tuple[str, str]]:
    for folder in ("app", "scoring", "scrapers"):
        for path in sorted((ROOT / folder).rglob("*.html")):
            for text in visible(path.read_text()):
                yield str(path.relative_to(ROOT)), text
        for path in sorted((ROOT / folder).rglob("*.py")):
            for line, text in strings(ast.parse(path.read_text())):
                yield f"{path.relative_to(ROOT)}:{line}", text


def visible(template: str) -> Iterator[str]:
    """What a template shows, in blocks: without tags, comments and what fills in values."""
    text = re.sub(r"\{#.*?#\}", "", template, flags=re.DOTALL)
    text = re.sub(r"</?(?:a|strong|em|bdi|code|span|abbr|time|q|b|i)\b[^>]*>", "", text)
    labels = re.findall(r'"(?:text|html)": "([^"]+)"', text)
    text = re.sub(r"\{\{.*?\}\}", " X ", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}", " ", text, flags=re.DOTALL)
    blocks = re.split(r"\n\s*\n", re.sub(r"<[^>]*>", "\n\n", text))
    yield from labels
    yield from (re.sub(r"\s+", " ", each).strip() for each in blocks)


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a module that have a space, each as one, with X for what fills in values."""
    docstrings = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    parts = {
        id(part)
        for each in ast.walk(tree)
        if isinstance(each, ast.JoinedStr)
        for part in ast.walk(each)
        if part is not each
    }
    for each in ast.walk(tree):
        if id(each) in docstrings | parts:
            continue
        text = ""
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            text = each.value
        elif isinstance(each, ast.JoinedStr):
            text = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "X" for part in each.values
            )
        if " " in text and not PATTERN.search(text):
            yield each.lineno, text  # type: ignore[attr-defined]


def test_words_for_people_hold_no_banned_turn() -> None:
    wrong = [
        (place, found[0], text[:120]) for place, text in texts() if (found := BANNED.search(text))
    ]
    assert not wrong, "\n".join(map(str, wrong))


def test_sentences_for_people_have_at_most_25_words() -> None:
    wrong = [
        (place, len(WORD.findall(sentence)), sentence)
        for place, text in texts()
        if SENTENCE.match(text) and "\n" not in text
        for sentence in END.split(text)
        if len(WORD.findall(sentence)) > MOST_WORDS
    ]
    assert not wrong, "\n".join(map(str, wrong))
