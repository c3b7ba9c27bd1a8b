"""Which module reads what: the formats, and how they are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec

from dragoman.intake import feeds, html, json, jsonl, objects, text
from dragoman.intake.item import Item
from dragoman.intake.source import Source

HEAD = 1 << 16
"""As many bytes of a source as are looked at to tell its format."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write dispatches: the endings of its files, how it looks, its reader.

    ``needs`` are the packages of the extra ``intake`` without which it is not read. ``ends`` is whether what it holds
    shows its own end, so that what was read before a file breaks off is sound. ``title``, ``fields`` (of a dispatch,
    and where they come from) and ``lost`` are told in the documentation.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[Source], Iterator[Item]]
    fields: Mapping[str, str] = field(default_factory=dict)
    lost: str = ""
    needs: tuple[str, ...] = ()
    ends: bool = False

    def missing(self) -> str | None:
        """What is said where a package that it needs is not installed."""
        gone = [name for name in self.needs if find_spec(name) is None]
        if not gone:
            return None
        return f"{self.title} is read with {' and '.join(gone)}, not installed here: pip install 'dragoman[intake]'"


FORMATS = (
    Format(
        "jsonl",
        "JSON Lines",
        (".jsonl", ".ndjson", ".json"),
        jsonl.looks_like,
        jsonl.read,
        objects.FIELDS,
        objects.LOST,
    ),
    Format("json", "JSON", (".json",), json.looks_like, json.read, objects.FIELDS, objects.LOST, ends=True),
    Format(
        "feed",
        "RSS or Atom",
        (".rss", ".atom", ".rdf", ".xml"),
        feeds.looks_like,
        feeds.read,
        feeds.FIELDS,
        feeds.LOST,
        ("feedparser",),
        ends=True,
    ),
    Format(
        "html",
        "HTML",
        (".html", ".htm", ".xhtml", ".xml"),
        html.looks_like,
        html.read,
        html.FIELDS,
        html.LOST,
        ("trafilatura",),
    ),
    Format("text", "plain text", (".txt",), text.looks_like, text.read, text.FIELDS, text.LOST),
)
"""Those that are told by how they begin stand before those that are not: whatever is nothing else is text."""

SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
BY_NAME = {known.name: known for known in FORMATS}


def detect(suffix: str, head: bytes) -> Format:
    """The format by the file's ending, and by its first bytes where that does not settle it."""
    candidates = [known for known in FORMATS if suffix in known.suffixes] or list(FORMATS)
    return next((known for known in candidates if known.looks_like(head)), candidates[-1])
