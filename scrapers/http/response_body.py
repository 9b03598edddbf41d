"""Reading a body within bounds: bytes are counted on the wire and again when unpacked."""

import zlib
from collections.abc import Iterable, Iterator

from scrapers.errors import FetchRefused, SourceUnavailable

_WINDOW = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
_STEP = 1 << 18


def read_body(chunks: Iterable[bytes], encoding: str, max_bytes: int) -> bytes:
    """Return the whole body, decompressed.

    Args:
        chunks: What comes off the wire.
        encoding: The answer's Content-Encoding.
        max_bytes: Most bytes on the wire, and most bytes after decompression.

    Raises:
        FetchRefused: It is longer than that, or packed in a way that we did not ask for.
        SourceUnavailable: It breaks off or is damaged.
    """
    name = encoding.strip().lower()
    wire = _bounded(chunks, max_bytes)
    if name in ("", "identity"):
        return b"".join(wire)
    if name not in _WINDOW:
        raise FetchRefused(f"the answer is packed as “{name[:40]}”, which we did not ask for")
    return b"".join(_bounded(_unpacked(wire, name), max_bytes))


def _bounded(chunks: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    left = max_bytes
    for chunk in chunks:
        left -= len(chunk)
        if left < 0:
            raise FetchRefused(f"cut off: the document is larger than {max_bytes:,} bytes")
        yield chunk


def _unpacked(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    unpack = zlib.decompressobj(_WINDOW[name])
    started = False
    try:
        for chunk in chunks:
            if name == "deflate" and not started and chunk and chunk[0] & 0x0F != zlib.DEFLATED:
                # Many servers send deflate bare, without the zlib header of the standard.
                unpack = zlib.decompressobj(-zlib.MAX_WBITS)
            started = started or bool(chunk)
            waiting = chunk
            while waiting:
                if unpack.eof:
                    unpack = zlib.decompressobj(_WINDOW[name])
                yield unpack.decompress(waiting, _STEP)
                waiting = unpack.unconsumed_tail or unpack.unused_data
        yield unpack.flush()
    except zlib.error as error:
        raise SourceUnavailable("the answer is damaged: it cannot be unpacked") from error
    if started and not unpack.eof:
        raise SourceUnavailable("the answer breaks off: its packed body has no end")
