"""Which model is asked, where, and how much that may cost."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

KEY = "DRAGOMAN_SECOND_KEY"
"""The variable that holds the key, for servers that want one. No option takes it: these are seen by others."""

PATH = "/chat/completions"


class SecondError(ValueError):
    """A second reader that cannot be asked; the message is one line and names the mend."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A model at an address, and limits: calls in all, seconds in all and for one call, tokens of one answer."""

    url: str
    model: str
    limit: int = 100
    seconds: float = 600
    timeout: float = 120
    tokens: int = 4000
    cache: Path | None = None
    insecure: bool = False
    key: str | None = field(default=None, repr=False)

    @property
    def coder(self) -> str:
        """What its records are told apart by."""
        return f"second:{self.model}"

    @property
    def address(self) -> str:
        """Where chats are asked for."""
        return self.url.rstrip("/").removesuffix(PATH) + PATH

    @property
    def is_local(self) -> bool:
        return _is_local(urlsplit(self.url).hostname or "")


def check(settings: Settings) -> None:
    """Raises `SecondError` for an address or key that must not, or cannot, be used."""
    try:
        parts = urlsplit(settings.url)
        parts.port  # noqa: B018  (raises for what is none)
    except ValueError:
        raise SecondError(f"no address: {settings.url!r}: write it as https://host/v1") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise SecondError(f"no address: {settings.url!r}: write it as https://host/v1")
    if parts.username is not None or parts.password is not None:
        raise SecondError(f"a password in the address would be seen by others: give the key as {KEY}")
    if parts.scheme == "http" and not settings.is_local and not settings.insecure:
        raise SecondError(
            f"{settings.url}: texts and key would travel unencrypted: use https, or say --second-insecure"
        )
    if settings.key and not (settings.key.isascii() and settings.key.isprintable() and " " not in settings.key):
        raise SecondError(f"{KEY} holds what no key can: letters, digits and signs in one line")


def key() -> str | None:
    """The key that the environment gives."""
    return os.environ.get(KEY, "").strip() or None


def _is_local(host: str) -> bool:
    """Whether a host is this machine: by name or by address, without asking anybody."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
