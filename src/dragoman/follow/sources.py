"""The list of sources that are followed, in YAML: feeds by their addresses, folders by their paths."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dragoman.follow.errors import SourcesError

FEED_EVERY, FOLDER_EVERY = 900.0, 10.0
"""Seconds between two looks, where the list says nothing."""

SHORTEST = 1.0

MAX_BYTES = 20_000_000
"""The most that an answer may hold, unpacked."""

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_KEYS = {
    "feed": frozenset(("feed", "every", "agency", "lang", "pages", "private", "robots", "max_bytes")),
    "folder": frozenset(("folder", "every", "agency", "lang", "as")),
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. ``every`` is in seconds; ``pages``: whether the page behind each item is read, where that is shorter.

    ``private`` allows machines of one's own network, ``robots`` is whether robots.txt is heeded.
    """

    address: str
    every: float = FEED_EVERY
    agency: str | None = None
    lang: str | None = None
    pages: bool = False
    private: bool = False
    robots: bool = True
    max_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that files are put into; ``form`` is the format of all of them, else each is told by its looks."""

    path: Path
    every: float = FOLDER_EVERY
    agency: str | None = None
    lang: str | None = None
    form: str | None = None

    @property
    def address(self) -> str:
        return str(self.path)


Source = Feed | Folder


def read(path: Path) -> tuple[Source, ...]:
    """The list in a file. Raises `SourcesError` with a line that names the file, the source and the mend."""
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise SourcesError(f"{path}: cannot be read ({error.strerror}): check its name and your rights") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SourcesError(f"{path}: no YAML ({' '.join(str(error).split())[:120]})") from None
    if not isinstance(data, dict) or not isinstance(data.get("sources"), list) or not data["sources"]:
        raise SourcesError(f"{path}: give a list `sources:` of entries such as `- feed: https://example.org/rss.xml`")
    if unknown := set(data) - {"sources", "defaults"}:
        raise SourcesError(f"{path}: unknown keys {sorted(map(str, unknown))}: only `sources` and `defaults`")
    defaults = data.get("defaults") or {}
    listed = tuple(
        _source(f"{path}: source {n}", row, defaults, path.parent) for n, row in enumerate(data["sources"], 1)
    )
    twice = {one.address for one in listed if sum(one.address == other.address for other in listed) > 1}
    if twice:
        raise SourcesError(f"{path}: listed twice: {sorted(twice)[0]}")
    return listed


def _source(where: str, row: Any, defaults: Mapping[str, Any], folder: Path) -> Source:
    kind = next((kind for kind in _KEYS if isinstance(row, dict) and kind in row), None)
    if kind is None:
        raise SourcesError(f"{where}: give it a `feed` with an address, or a `folder` with a path")
    given = {**{key: value for key, value in defaults.items() if key in _KEYS[kind]}, **row}
    if unknown := set(row) - _KEYS[kind]:
        raise SourcesError(f"{where}: unknown keys {sorted(map(str, unknown))}: give {' '.join(sorted(_KEYS[kind]))}")
    for key in (kind, "agency", "lang", "as"):
        if given.get(key) is not None and not isinstance(given[key], str):
            raise SourcesError(f"{where}: `{key}` is no text: {given[key]!r}")
    agency, lang = given.get("agency"), _lang(where, given.get("lang"))
    if kind == "folder":
        path = folder / Path(given["folder"]).expanduser()
        form = _form(where, given.get("as"))
        return Folder(path, _seconds(where, given.get("every", FOLDER_EVERY)), agency, lang, form)
    size = given.get("max_bytes", MAX_BYTES)
    if not isinstance(size, int) or size < 1:
        raise SourcesError(f"{where}: `max_bytes` is no number of bytes: {size!r}")
    pages, private, robots = (
        _flag(where, key, given.get(key, key == "robots")) for key in ("pages", "private", "robots")
    )
    every = _seconds(where, given.get("every", FEED_EVERY))
    return Feed(given["feed"], every, agency, lang, pages, private, robots, size)


def _lang(where: str, code: str | None) -> str | None:
    from dragoman.lang.pack import languages

    if code is not None and code not in languages():
        raise SourcesError(f"{where}: unsupported language {code!r}: give one of {' '.join(languages())}")
    return code


def _form(where: str, name: str | None) -> str | None:
    from dragoman.intake.registry import BY_NAME

    if name is not None and name not in BY_NAME:
        raise SourcesError(f"{where}: unknown format {name!r}: give one of {' '.join(BY_NAME)}")
    return name


def _flag(where: str, key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise SourcesError(f"{where}: `{key}` is true or false, not {value!r}")
    return value


def _seconds(where: str, value: Any) -> float:
    """``30s``, ``15m``, ``2h``, ``1d``, or a number of seconds."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd]?)", str(value).strip())
    seconds = float(found[1]) * _SECONDS[found[2] or "s"] if found else 0.0
    if seconds < SHORTEST:
        raise SourcesError(f"{where}: `every` is no time: {value!r}; write it as 30s, 15m, 2h or 1d, at least 1s")
    return seconds
