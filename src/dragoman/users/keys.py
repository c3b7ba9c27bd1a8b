"""Keys that a browser or a program shows to be known by: random, and kept only as their SHA-256."""

from __future__ import annotations

import secrets
from hashlib import sha256

BYTES = 32
"""Of randomness; nobody guesses these, so a fast hash will do."""


def fresh() -> str:
    return secrets.token_urlsafe(BYTES)


def kept(key: str) -> str:
    """What is stored of a key."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
