"""Make labelled text and real text look alike: what a sentence is to the classifier.

The labelled sentences have lost their final punctuation and every letter outside ASCII
("Australias", "identied"); sentences read from documents have kept both. Both lose here what
either lacks, so that a model learns from the one what it meets in the other. Noughts and
ones within a word are letters misread by character recognition.
"""

import re
import unicodedata

LONGEST = 4_000
"""Characters of a sentence that are read: about 600 words, beyond any real sentence."""

_QUOTES = re.compile(r"['`\u2018\u2019\u201b]")
_WEB = re.compile(r"(?:https?://|www\.)\S+")
_RUN = re.compile(r"\S+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d[\d,.]*")
_OTHER = re.compile(r"[^a-z0-9&%/();:,-]+")
_MISREAD = re.compile(r"(?<=[a-z])[01]+(?=[a-z]|\s|$)")
_SPACES = re.compile(r" {2,}")
_DIGITS = str.maketrans("01", "ol")
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})


def normalise(sentence: str) -> str:
    """Return the words of a sentence as the classifier reads them: lower case, plain ASCII."""
    text = _QUOTES.sub("", sentence[:LONGEST].translate(_LIGATURES))
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    text = _MISREAD.sub(lambda match: match[0].translate(_DIGITS), text)
    text = _WEB.sub(" weblink ", text)
    text = _RUN.sub(_without_address, text) if "@" in text else text
    text = _NUMBER.sub(" 9 ", _YEAR.sub(" yyyy ", text))
    return _SPACES.sub(" ", _OTHER.sub(" ", text)).strip(" ;:,-")


def _without_address(run: re.Match[str]) -> str:
    """Return a run of characters without space, or a word that takes an e-mail address's place.

    An address has an "@" after its first character and, further on, a point before its last. One
    pattern for both would try every pair of places in a run of many "@".
    """
    text = run[0]
    at = text.find("@", 1)
    return " emailaddress " if at > 0 and text.rfind(".", at + 2, -1) > 0 else text
