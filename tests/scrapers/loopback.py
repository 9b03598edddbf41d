"""A small web on this machine, whose pages each test writes for itself."""

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Act = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Reply:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        request.send_response(self.status)
        for name, value in self.headers.items():
            request.send_header(name, value)
        if not {"Content-Length", "Transfer-Encoding"} & set(self.headers):
            request.send_header("Content-Length", str(len(self.body)))
        request.end_headers()
        request.wfile.write(self.body)


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float


def page(html: str, **headers: str) -> Reply:
    return Reply(html.encode(), headers={"Content-Type": "text/html; charset=utf-8", **headers})


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A reader that hangs up on a hostile page is what the tests are about."""


class Web:
    """Serves `pages` by path (query included, then without it); writes down what was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Act] = {}
        self.asked: list[Asked] = []
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()

    @property
    def authority(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.authority}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(web) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler's
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                web.asked.append(
                    Asked(
                        self.command,
                        self.path,
                        dict(self.headers.items()),
                        self.rfile.read(length),
                        time.monotonic(),
                    )
                )
                act = web.pages.get(self.path) or web.pages.get(self.path.partition("?")[0])
                with suppress(ConnectionError, TimeoutError):
                    (act or Reply(b"nothing here", status=404))(self)

            do_POST = do_GET  # noqa: N815 - the standard library's name

            def log_message(self, *args: object) -> None:
                pass

        return Handler
