"""Which module reads what: the formats, and how they are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from dragoman.extras import missing
from dragoman.intake import (
    columns,
    csv,
    feeds,
    html,
    json,
    jsonl,
    mail,
    newsml,
    objects,
    packed,
    parquet,
    tarred,
    text,
    warc,
    zipped,
)
from dragoman.intake.item import Item
from dragoman.intake.source import Source


@dataclass(frozen=True, slots=True)
class Told:
    """What is read of a format, for the documentation: fields of a dispatch and where they come from; what is lost."""

    fields: Mapping[str, str]
    lost: str


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write dispatches: the endings of its files, how it looks, its reader.

    ``needs`` are the packages of the extra ``intake`` without which it is not read. ``ends`` is whether what it holds
    shows its own end, so that what was read before a file breaks off is sound.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[Source], Iterator[Item]]
    told: Told
    needs: tuple[str, ...] = ()
    ends: bool = False


_OBJECTS = Told(objects.FIELDS, objects.LOST)
_COLUMNS = Told(columns.FIELDS, columns.LOST)


FORMATS = (
    Format("jsonl", "JSON Lines", (".jsonl", ".ndjson", ".json"), jsonl.looks_like, jsonl.read, _OBJECTS),
    Format("json", "JSON", (".json",), json.looks_like, json.read, _OBJECTS, ends=True),
    Format(
        "feed",
        "RSS, Atom",
        (".rss", ".atom", ".rdf", ".xml"),
        feeds.looks_like,
        feeds.read,
        Told(feeds.FIELDS, feeds.LOST),
        ("feedparser",),
        True,
    ),
    Format(
        "html",
        "HTML",
        (".html", ".htm", ".xhtml", ".xml"),
        html.looks_like,
        html.read,
        Told(html.FIELDS, html.LOST),
        ("trafilatura",),
    ),
    Format(
        "newsml",
        "NewsML-G2, NITF",
        (".xml",),
        newsml.looks_like,
        newsml.read,
        Told(newsml.FIELDS, newsml.LOST),
    ),
    Format("parquet", "Parquet", (".parquet",), parquet.looks_like, parquet.read, _COLUMNS, ("pyarrow",)),
    Format("csv", "CSV, TSV", (".csv", ".tsv"), csv.looks_like, csv.read, _COLUMNS),
    Format("mail", "e-mail", (".eml",), mail.looks_like, mail.read, Told(mail.FIELDS, mail.LOST)),
    Format("text", "plain text", (".txt",), text.looks_like, text.read, Told(text.FIELDS, text.LOST)),
)
"""Those that are told by how they begin stand before those that are not: whatever is nothing else is text."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A way to pack files: the endings, how it looks, and what opens it, file by file.

    ``told`` is for the documentation.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    open: Callable[[Source], Iterator[Source | Item]]
    needs: tuple[str, ...] = ()
    told: Told | None = None


ARCHIVES = (
    Archive("gzip", "gzip", (".gz", ".tgz"), packed.is_gzip, packed.open_gzip),
    Archive("bzip2", "bzip2", (".bz2", ".tbz2"), packed.is_bzip2, packed.open_bzip2),
    Archive("xz", "xz", (".xz", ".txz"), packed.is_xz, packed.open_xz),
    Archive("zip", "zip", (".zip",), zipped.looks_like, zipped.open_archive),
    Archive("tar", "tar", (".tar",), tarred.looks_like, tarred.open_archive),
    Archive(
        "warc",
        "WARC",
        (".warc",),
        warc.looks_like,
        warc.open_archive,
        ("fastwarc", "trafilatura"),
        Told(warc.FIELDS, warc.LOST),
    ),
)
"""What is opened before formats are told apart, whatever the ending of the file."""

SUFFIXES = frozenset(suffix for known in (*FORMATS, *ARCHIVES) for suffix in known.suffixes)
BY_NAME = {known.name: known for known in FORMATS}


def detect(suffix: str, head: bytes) -> Format:
    """The format by the file's ending, and by its first bytes where that does not settle it."""
    candidates = [known for known in FORMATS if suffix in known.suffixes] or list(FORMATS)
    return next((known for known in candidates if known.looks_like(head)), candidates[-1])


def archive(head: bytes) -> Archive | None:
    """The kind of archive that begins so, if any."""
    return next((known for known in ARCHIVES if known.looks_like(head)), None)


def not_installed(known: Format | Archive) -> str | None:
    """What is said where a package is not installed that a format needs."""
    gone = [name for name in known.needs if find_spec(name) is None]
    if not gone:
        return None
    return missing(f"reading {known.title}", " and ".join(gone), "intake")
