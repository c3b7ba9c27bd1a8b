"""Where texts and key may go."""

from __future__ import annotations

import pytest

from dragoman.second.settings import SecondError, Settings, check

ADDRESSES = [
    ("https://example.org/v1", None),
    ("http://localhost:8080/v1", None),
    ("http://127.0.0.1:8080", None),
    ("http://127.8.9.1/v1", None),
    ("http://[::1]:8080/v1", None),
    ("http://example.org/v1", "unencrypted"),
    ("http://192.168.1.7/v1", "unencrypted"),
    ("http://localhost.example.org/v1", "unencrypted"),
    ("http://127.0.0.1.example.org/v1", "unencrypted"),
    ("http://0.0.0.0/v1", "unencrypted"),
    ("ftp://localhost/v1", "no address"),
    ("localhost:8080", "no address"),
    ("https:///v1", "no address"),
    ("https://example.org:port/v1", "no address"),
    ("https://example.org/v1?key=x", "no address"),
    ("https://[::1/v1", "no address"),
    ("https://ada:secret@example.org/v1", "DRAGOMAN_SECOND_KEY"),
]


@pytest.mark.parametrize(("url", "told"), ADDRESSES)
def test_addresses(url: str, told: str | None) -> None:
    if told is None:
        check(Settings(url, "m"))
        return
    with pytest.raises(SecondError, match=told) as caught:
        check(Settings(url, "m"))
    assert "secret" not in str(caught.value)


def test_insecure_is_allowed_where_it_is_asked_for() -> None:
    check(Settings("http://example.org/v1", "m", insecure=True))


@pytest.mark.parametrize("key", ["two words", "a\nb", "ключ"])
def test_a_key_that_is_none(key: str) -> None:
    with pytest.raises(SecondError, match="DRAGOMAN_SECOND_KEY") as caught:
        check(Settings("https://example.org/v1", "m", key=key))
    assert key not in str(caught.value)


@pytest.mark.parametrize("url", ["http://h/v1", "http://h/v1/", "http://h/v1/chat/completions"])
def test_where_chats_are_asked_for(url: str) -> None:
    settings = Settings(url, "m", key="k")
    assert settings.address == "http://h/v1/chat/completions"
    assert "key" not in repr(settings)
