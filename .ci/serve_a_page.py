"""Serve the installation in CANDOUR_HOME and fetch its first page; fail when it is no page."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

PATIENCE_S = 60


def main() -> None:
    """Start the service on a free port, ask for `/`, and stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "app.cli", "serve", "--open", "--port", str(port)]
    with subprocess.Popen(command, env=os.environ) as served:
        try:
            page = _fetch(f"http://127.0.0.1:{port}/")
        finally:
            served.terminate()
    if "Kestrelmoor" not in page:
        sys.exit("The first page does not list the example's suppliers.")


def _fetch(url: str) -> str:
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


main()
