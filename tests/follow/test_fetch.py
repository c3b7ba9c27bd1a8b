"""Certificates: the connection goes to a number, and the name is checked all the same."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import trustme

from dragoman.follow.errors import FollowError
from dragoman.follow.fetch import Fetcher

CA = trustme.CA()


class _Handler(BaseHTTPRequestHandler):
    """Answers with the name that it was asked by."""

    def do_GET(self) -> None:
        data = self.headers["Host"].encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def serve() -> Iterator[Callable[[str], int]]:
    """Start a server whose certificate is for a name; its port."""
    started: list[HTTPServer] = []

    def start(name: str) -> int:
        server = HTTPServer(("127.0.0.1", 0), _Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        CA.issue_cert(name).configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        started.append(server)
        return int(server.server_address[1])

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


def trusting() -> ssl.SSLContext:
    """What trusts the authority that made the certificates."""
    context = ssl.create_default_context()
    CA.configure_trust(context)
    return context


def test_a_certificate_for_the_name_is_taken(serve: Callable[[str], int]) -> None:
    port = serve("localhost")
    answer = Fetcher(trust=trusting()).get(f"https://localhost:{port}/x", private=True)
    assert answer.data == f"localhost:{port}".encode()


@pytest.mark.parametrize(("name", "trust"), [("other.example", trusting()), ("localhost", None)])
def test_another_certificate_is_not(name: str, trust: ssl.SSLContext | None, serve: Callable[[str], int]) -> None:
    with pytest.raises(FollowError, match="certificate verify failed"):
        Fetcher(trust=trust).get(f"https://localhost:{serve(name)}/x", private=True)
