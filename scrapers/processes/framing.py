"""Parts of bytes over a pipe, each with its length before it."""

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], *parts: bytes) -> None:
    """Write parts, each with its length before it."""
    for part in parts:
        stream.write(_LENGTH.pack(len(part)))
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one part, or None where the stream has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    body = stream.read(length)
    return body if len(body) == length else None
