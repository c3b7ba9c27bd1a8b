"""A question to a chat model over HTTP, as OpenAI's API and those made after it take it.

``POST …/chat/completions`` (platform.openai.com/docs/api-reference/chat). The shape of the answer is asked for as
``response_format`` of type ``json_schema``; a server that knows no such thing is asked for ``json_object``, then
plainly.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import httpx2

from dragoman import __version__
from dragoman.export.plain import one_line
from dragoman.retry_after import retry_after
from dragoman.second.cache import Answer
from dragoman.second.settings import KEY, SecondError, Settings

TRIES = 3
"""How often one question is put where the server is busy or fails."""

LONGEST_WAIT = 30.0
"""Seconds between two tries, at most, whatever the server asks for."""

MOST = 2**20
"""Bytes of a response, at most."""

_BUSY = (408, 425, 429, 500, 502, 503, 504, 529)
_NOT_AS_ASKED = (400, 415, 422, 501)
_HINTS = {
    401: f"it wants a key, or another one: give it as {KEY}",
    402: "it wants to be paid",
    403: f"the key may not do this: check {KEY}",
    404: "nothing answers there, or it has no such model: check --second-reader and --second-model",
    405: "nothing takes chats there: check --second-reader",
}


class Failed(Exception):
    """A question that was not answered: why, in words that can be counted, and what the server said."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


class Hopeless(SecondError):
    """Nobody need be asked again in this run."""


class Line:
    """A connection to the model, for one run. ``spend`` is called before every call, and raises if none is left."""

    def __init__(self, settings: Settings, shape: dict[str, Any], spend: Callable[[], None]) -> None:
        self._settings, self._spend = settings, spend
        wanted = {"type": "json_schema", "json_schema": {"name": "records", "strict": True, "schema": shape}}
        self._forms: tuple[dict[str, Any] | None, ...] = (wanted, {"type": "json_object"}, None)
        headers = {"User-Agent": f"dragoman/{__version__}", "Accept-Encoding": "identity"}
        if settings.key:
            headers["Authorization"] = f"Bearer {settings.key}"
        # what is on this machine is asked directly: a proxy would carry the text away from it
        try:
            self._client = httpx2.AsyncClient(
                headers=headers, timeout=settings.timeout, trust_env=not settings.is_local, follow_redirects=False
            )
        except (ValueError, ImportError) as error:
            raise SecondError(f"the proxy that the environment names cannot be used: {_said(error)}") from None

    async def close(self) -> None:
        await self._client.aclose()

    async def ask(self, messages: Sequence[dict[str, str]]) -> Answer:
        """The model's answer; raises `Failed` for this question, `Hopeless` for all."""
        for form in self._forms:
            response = await self._patiently(self._body(messages, form))
            if response.status_code == httpx2.codes.OK:
                if len(self._forms) > 1:  # what it takes is found out once a run
                    self._forms = (form,)
                return _answer(response)
            if response.status_code not in _NOT_AS_ASKED:
                break
        raise self._failure(response)

    def _body(self, messages: Sequence[dict[str, str]], form: dict[str, Any] | None) -> dict[str, Any]:
        settings = self._settings
        body = {"model": settings.model, "messages": messages, "temperature": 0, "max_tokens": settings.tokens}
        return {**body, "response_format": form} if form else body

    async def _patiently(self, body: dict[str, Any]) -> httpx2.Response:
        """What the server says once it is neither busy nor broken, with a longer wait before each further try."""
        for number in range(1, TRIES + 1):
            wait = float(2 ** (number - 1))
            try:
                response = await self._call(body)
            except httpx2.ConnectError as error:
                if number == TRIES:
                    raise Hopeless(
                        f"{self._settings.url}: cannot be reached ({_said(error)}): start it, or check the address"
                    ) from None
            except httpx2.TransportError as error:
                if number == TRIES:
                    raise Failed("the connection broke", type(error).__name__) from None
            else:
                if response.status_code not in _BUSY or number == TRIES:
                    return response
                wait = max(wait, retry_after(response.headers.get("retry-after")) or 0.0)
            await asyncio.sleep(min(wait, LONGEST_WAIT))
        raise AssertionError  # the last try returns or raises

    async def _call(self, body: dict[str, Any]) -> httpx2.Response:
        self._spend()
        try:
            async with (
                asyncio.timeout(self._settings.timeout),
                self._client.stream("POST", self._settings.address, json=body) as response,
            ):
                content = b""
                async for block in response.aiter_bytes():
                    content += block
                    if len(content) > MOST:
                        raise Failed(f"an answer of over {MOST:,} bytes")
                return httpx2.Response(response.status_code, headers=_plain(response.headers), content=content)
        except (TimeoutError, httpx2.TimeoutException):
            raise Failed(f"no answer within {self._settings.timeout:g} seconds") from None
        except (httpx2.InvalidURL, httpx2.DecodingError, UnicodeError) as error:
            raise Failed("no sensible response", type(error).__name__) from None

    def _failure(self, response: httpx2.Response) -> Exception:
        code, said = response.status_code, _message(response)
        if self._settings.key:
            said = said.replace(self._settings.key, "…")
        said = one_line(said, 160)
        if code in _HINTS or response.is_redirect:
            elsewhere = one_line(response.headers.get("location", ""), 80)
            hint = _HINTS.get(code, f"it is elsewhere: check --second-reader ({elsewhere})")
            return Hopeless(f"{self._settings.url}: HTTP {code}: {hint}" + (f" [{said}]" if said else ""))
        return Failed(f"HTTP {code}", said)


def _answer(response: httpx2.Response) -> Answer:
    try:
        choice = response.json()["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise Failed("a response that is no chat completion") from None
    if not isinstance(content, str) or not content.strip():
        raise Failed("an empty answer")
    return Answer(content, choice.get("finish_reason") == "length")


def _message(response: httpx2.Response) -> str:
    """What the server says went wrong."""
    try:
        error = response.json()["error"]
        return str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""


def _plain(headers: httpx2.Headers) -> dict[str, str]:
    """The headers that tell of more than how the content was packed: it has been unpacked."""
    return {name: headers[name] for name in ("content-type", "retry-after", "location") if name in headers}


def _said(error: Exception) -> str:
    return one_line(str(error), 80) or type(error).__name__
