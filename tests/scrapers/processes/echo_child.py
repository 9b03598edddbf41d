"""A child for tests: it answers, burns the processor, sleeps, grows or fails as it is bidden."""

import os
import time

from scrapers.processes.serve import run


def answer(parts: list[bytes]) -> tuple[str, bytes]:
    match parts[0]:
        case b"burn":
            while True:
                pass
        case b"sleep":
            time.sleep(10_000)
        case b"grow":
            return "echo", bytes(8_000_000_000)[:1]
        case b"die":
            os._exit(1)
        case b"fail":
            raise KeyError("not for the parent")
        case b"secrets":
            return "echo", b" ".join(key.encode() for key in os.environ)
    return "echo", b"".join(parts)


if __name__ == "__main__":
    run(answer)
