"""A look at a feed: what is new in it, with the pages behind its entries where these are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from email.message import Message
from hashlib import sha256
from threading import Event

from dragoman.follow.errors import FollowError, Stopped, Unanswered
from dragoman.follow.fetch import NOT_MODIFIED, Answer, Fetcher, Remembered
from dragoman.follow.haul import Haul, mark
from dragoman.follow.robots import Robots
from dragoman.follow.sources import Feed
from dragoman.intake import Item, html
from dragoman.intake.registry import detect, not_installed
from dragoman.intake.source import HEAD, Source
from dragoman.model import Dispatch

SHORT = 600
"""Characters below which an entry's text is taken for a summary, so that its page is read."""

_FINAL = frozenset((401, 402, 403, 404, 410, 451))
"""Answers after which a page is not asked for again."""

Unseen = Callable[[Sequence[str]], set[str]]


class Looker:
    """Looks at feeds; safe to use from several threads."""

    def __init__(self, fetcher: Fetcher, robots: Robots, stop: Event) -> None:
        self._fetcher, self._robots, self._stop = fetcher, robots, stop

    def look(self, feed: Feed, remembered: Remembered, unseen: Unseen) -> Haul:
        """What is new in a feed; never raises but for defects."""
        try:
            if feed.robots:
                self._robots.check(feed.address, private=feed.private)
            answer = self._fetcher.get(feed.address, remembered, private=feed.private, size=feed.max_bytes)
            if answer.status == NOT_MODIFIED:
                return Haul(feed, remember=remembered)
            return self._new(feed, answer, unseen)
        except Unanswered as error:
            return Haul(feed, remember=remembered, problem=str(error), retry_after=error.retry_after)
        except FollowError as error:
            return Haul(feed, remember=remembered, problem=str(error))

    def _new(self, feed: Feed, answer: Answer, unseen: Unseen) -> Haul:
        items = list(_items(feed, answer))
        marked = [(_mark(item), item) for item in items]
        new = unseen([found for found, _ in marked])
        fresh: list[Item] = []
        marks: list[str] = []
        whole = True
        for found, item in marked:
            whole = whole and item.where != feed.address  # what is said of the feed itself: that it breaks off
            if found in new:
                told = self._with_page(feed, item)
                if told is None:
                    whole = False
                    continue
                new.discard(found)
                fresh.append(told)
            marks.append(found)
        # what is not read yet must come again: a feed that is asked with its mark may answer that nothing is new
        return Haul(feed, fresh, tuple(marks), answer.remember if whole else Remembered())

    def _with_page(self, feed: Feed, item: Item) -> Item | None:
        """An entry with the text of its page, if that is wanted; None where the page may be had later."""
        entry = item.dispatch
        wanted = feed.pages and entry is not None and entry.url and (item.partial or len(entry.text) < SHORT)
        if not wanted or entry is None or entry.url is None:
            return item
        try:
            delay = self._robots.check(entry.url, private=feed.private) if feed.robots else 0.0
            if self._stop.wait(delay):
                raise Stopped(f"{feed.address}: stopped")
            answer = self._fetcher.get(entry.url, private=feed.private, size=feed.max_bytes)
        except Stopped:
            raise
        except Unanswered as error:
            return replace(item, note=f"{error}: the summary stands for it") if error.status in _FINAL else None
        except FollowError as error:
            return replace(item, note=f"{error}: the summary stands for it")
        return _joined(item, entry, answer)


def _mark(item: Item) -> str:
    """What an entry is known by; what is wrong with one is known too, so that it is said once."""
    return mark(item.dispatch) if item.dispatch else sha256(f"{item.problem} {item.note}".encode()).hexdigest()[:32]


def _joined(item: Item, entry: Dispatch, answer: Answer) -> Item:
    """An entry with its page's text: what the feed says of it counts, and what only the page says is added."""
    page = next(html.items(answer.data, answer.url, item.where, entry.id, _charset(answer.type)), None)
    if page is None or page.dispatch is None:
        why = page.problem if page else "it is empty"
        return replace(item, note=f"{entry.url}: {why}: the summary stands for it")
    found = page.dispatch
    if len(found.text) < len(entry.text):
        return item
    told = entry.with_defaults(lang=found.lang, date=found.date, title=found.title, byline=found.byline)
    told = told.with_defaults(sent=found.sent, rights=found.rights, agency=found.agency)
    return replace(item, dispatch=replace(told, text=found.text), partial=False)


def _items(feed: Feed, answer: Answer) -> Iterator[Item]:
    """What an answer holds, whatever its format; each known by its guid or address rather than its place."""
    form = detect("", answer.data[:HEAD])
    if why := not_installed(form):
        raise FollowError(why)
    if form.name in ("text", "html"):
        raise Unanswered(f"{feed.address}: answered with no feed but {form.title}")
    source = replace(Source.of(answer.data, feed.address, "entry"), url=answer.url, charset=_charset(answer.type))
    for item in form.read(source):
        entry = item.dispatch
        if entry is None:
            yield item
            continue
        name = entry.guid or entry.url or mark(entry)
        yield replace(item, dispatch=replace(entry, id=name))


def _charset(type: str | None) -> str | None:
    """What a Content-Type says of the letters."""
    message = Message()
    message["content-type"] = type or ""
    found = message.get_content_charset()
    return found if isinstance(found, str) else None
