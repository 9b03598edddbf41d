"""Traces reach a collector where an address is set, and cost nothing where none is."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Access, Settings
from app.tracing import sending
from tests.app.jobs.conftest import until

LIST = {"list": ("list.csv", b"Supplier,Company Number\nAlder Works Ltd,01234567\n")}
PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@contextmanager
def collecting() -> Iterator[tuple[str, list[Any]]]:
    """A collector on this machine: its address, and the spans that it was sent."""
    trace_service = pytest.importorskip(
        "opentelemetry.proto.collector.trace.v1.trace_service_pb2",
        reason="the extra otel is not installed",
    )
    spans: list[Any] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            sent = trace_service.ExportTraceServiceRequest.FromString(body)
            spans.extend(
                span
                for resource in sent.resource_spans
                for scope in resource.scope_spans
                for span in scope.spans
            )
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/traces", spans
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_requests_and_parts_of_jobs_are_traced(tmp_path: Path) -> None:
    with collecting() as (address, spans):
        settings = Settings(home=tmp_path, access=Access.OPEN, traces_url=address)
        with TestClient(create_app(settings)) as client:
            sent = client.post("/v1/imports", files=LIST, headers={"traceparent": PARENT})
            path = sent.headers["location"]
            until(lambda: client.get(f"{path}?secret=1").json()["state"] == "done")
        told = {span.name: span for span in spans}
    assert {"POST /v1/imports", "GET /v1/jobs/{job_id}", "part take in", "part assess"} <= set(
        told
    )
    assert told["POST /v1/imports"].trace_id.hex() == PARENT.split("-")[1]
    assert told["POST /v1/imports"].parent_span_id.hex() == PARENT.split("-")[2]
    of_part = {each.key: each.value.string_value for each in told["part assess"].attributes}
    assert of_part["job"] == path.rsplit("/", 1)[1]
    assert "secret" not in str(spans)


def test_an_address_without_the_library_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with (
        pytest.raises(ImportError, match=r"candour\[otel\]"),
        sending("http://127.0.0.1:1/v1/traces"),
    ):
        pass
