"""What came to be known of a pair, as feed readers subscribe to it (Atom, RFC 4287).

The days in it are those of dispatches: the same ledger gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from sqlalchemy import Connection

from dragoman import __version__
from dragoman.export.plain import one_line, visible, xml
from dragoman.ledger import queries
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Account
from dragoman.report.naming import state
from dragoman.report.phrases import capital, plain
from dragoman.report.wording import wording
from dragoman.web import links
from dragoman.web.showing import LANG
from dragoman.web.timeline import Entry, entries, phrases

TYPE = "application/atom+xml; charset=utf-8"

MOST = 50
"""Events of a feed, the newest."""

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = UUID("a4d3cf0b-5a8e-4f0c-9d0c-64726167006e")  # any that is ours alone
_NEVER = "1970-01-01"


def write(connection: Connection, pair: Pair, wanted: Filter, base: str, at: str) -> bytes:
    """The newest events of a pair as a filter lets them through; ``at`` is where under ``base`` the feed lies."""
    told = entries(connection, phrases(pair), queries.newest(connection, wanted, MOST))
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": LANG})
    _put(feed, "id", _urn(at))
    _put(feed, "title", f"New of {state(pair.one, LANG)} and {state(pair.other, LANG)}")
    _put(feed, "updated", _time(max((_days(entry)[1] for entry in told), default=_NEVER)))
    _put(ET.SubElement(feed, "author"), "name", "dragoman")
    _put(feed, "generator", "dragoman", version=__version__)
    _put(feed, "link", rel="self", type="application/atom+xml", href=f"{base}{at}")
    page = f"{base}/pairs/{pair.one}-{pair.other}"
    _put(feed, "link", rel="alternate", type="text/html", href=page)
    for entry in told:
        _entry(feed, entry, base)
    ET.indent(feed, "")
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(feed: ET.Element, entry: Entry, base: str) -> None:
    address = links.event(entry.event.id)
    first, last = _days(entry)
    out = ET.SubElement(feed, "entry")
    _put(out, "id", _urn(address))
    _put(out, "title", one_line(plain(capital(entry.what))))
    _put(out, "published", _time(first))
    _put(out, "updated", _time(last))
    _put(out, "category", term=entry.event.kind, label=wording(LANG).label("kinds", entry.event.kind))
    _put(out, "link", rel="alternate", type="text/html", href=f"{base}{address}")
    _put(out, "content", "\n".join(_lines(entry)), type="text")


def _lines(entry: Entry) -> Iterator[str]:
    """When and where, how far it has come, and what each account says of it."""
    status = wording(LANG).label("statuses", entry.event.status)
    yield one_line(", ".join(filter(None, (entry.when, entry.event.place, status))))
    for account in entry.fact.accounts:
        yield f"“{one_line(account.quote)}” {_source(account)}"


def _source(account: Account) -> str:
    words = wording(LANG)
    name = one_line(account.agency or account.source)
    return f"({name}, {words.date(account.sent)}, {words.label('languages', account.lang)})"


def _days(entry: Entry) -> tuple[str, str]:
    """The days of the dispatch by which it came to be known, and of the latest one."""
    accounts = entry.fact.accounts
    return min(accounts, key=lambda a: a.dispatch).sent, max(a.sent for a in accounts)


def _put(under: ET.Element, name: str, text: str = "", **given: str) -> None:
    ET.SubElement(under, name, given).text = xml(visible(text), instead="") or None


def _urn(address: str) -> str:
    """An id that is the same wherever the ledger is served."""
    return uuid5(_NAMESPACE, address).urn


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
