"""A chat endpoint that answers as a test wants it, over real HTTP on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

IN_DOUBT = "Nairobi, 8 May. Kenya and Japan signed an agreement on trade. Both will be bound by it from June on."
"""A text that the coder codes and doubts: it names neither an office nor a person. The last sentence it cannot read."""

SIGNED: dict[str, Any] = {
    "kind": "document",
    "type": "agreement",
    "act": "sign",
    "status": "done",
    "date": None,
    "end_date": None,
    "place": "Nairobi",
    "actors": [
        {"role": "party", "name": None, "office": None, "state": "KEN"},
        {"role": "party", "name": None, "office": None, "state": "JPN"},
    ],
    "topics": ["trade"],
    "name": None,
    "evidence": ["Kenya and Japan signed an agreement on trade"],
}
"""A sound record of it, as a model answers with it."""

IN_FORCE = {**SIGNED, "act": "enter_into_force", "status": "planned", "place": None, "topics": []}
IN_FORCE["evidence"] = ["Both will be bound by it from June on"]


def said(*records: Any, finish: str = "stop") -> dict[str, Any]:
    """A chat completion that holds these records."""
    return completion(json.dumps({"records": records}), finish)


def completion(content: str | None, finish: str = "stop") -> dict[str, Any]:
    return {"choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}]}


Respond = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Endpoint:
    """``respond`` is given each request; ``requests`` and ``headers`` are those that have come."""

    url: str = ""
    respond: Respond = lambda handler, request: handler.send(said(SIGNED))
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """Takes chats at ``/v1/chat/completions`` and nothing else."""

    endpoint: Endpoint

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.path != "/v1/chat/completions":
            self.send({"error": {"message": "no such path"}}, 404)
            return
        self.endpoint.requests.append(body)
        self.endpoint.headers.append({name.lower(): value for name, value in self.headers.items()})
        self.endpoint.respond(self, body)

    def send(self, data: Any, status: int = 200, **headers: str) -> None:
        """Answer with JSON, or with text as it is."""
        content = (data if isinstance(data, str) else json.dumps(data)).encode()
        self.send_response(status)
        for name, value in {"content-length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    made = Endpoint()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"endpoint": made}))
    server.daemon_threads = True
    made.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield made
    made.ended.set()
    server.shutdown()
    server.server_close()
