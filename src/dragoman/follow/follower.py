"""Following: sources are looked at when they are due, what is new is coded and entered, until somebody stops it.

Looks at feeds run side by side, each in a thread, so that one that is slow keeps no other waiting; coding and entering
are the main thread's alone.
"""

from __future__ import annotations

import queue
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from dragoman.coder import Coder
from dragoman.export.labels import count as number_of
from dragoman.follow.feed import Looker
from dragoman.follow.fetch import Fetcher, Limits
from dragoman.follow.folder import Watcher
from dragoman.follow.haul import Haul
from dragoman.follow.pace import wait
from dragoman.follow.robots import Robots
from dragoman.follow.sources import Feed, Source
from dragoman.follow.state import Standing, State
from dragoman.intake import Item
from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.enter import Tally
from dragoman.ledger.store import Entry
from dragoman.model import Dispatch
from dragoman.scale.outcome import Overrides, code_item

AT_ONCE = 8
"""Feeds that are looked at side by side."""

PATIENCE = 60.0
"""Seconds after which a ledger that could not be written is tried again."""

_TICK = 0.5


@dataclass(slots=True)
class Follower:
    """Follows sources into a ledger. ``say`` gets a line for all that people may want to know."""

    ledger: Ledger
    sources: tuple[Source, ...]
    state: State
    say: Callable[[str], None]
    limits: Limits = field(default_factory=Limits)
    stop: threading.Event = field(default_factory=threading.Event)
    coder: Coder = field(default_factory=Coder)
    problems: int = 0
    _hauls: queue.Queue[Haul] = field(default_factory=queue.Queue)
    _out: set[str] = field(default_factory=set)

    def run(self, once: bool = False) -> None:
        """Follow until `stop` is set; with ``once``, look at each source one time."""
        fetcher = Fetcher(self.limits, self.stop.is_set)
        looker, watcher = Looker(fetcher, Robots(fetcher), self.stop), Watcher()
        waiting = list(self.sources) if once else None
        try:
            while not self.stop.is_set():
                self._release()
                for source in self._due(waiting):
                    self._start(source, looker, watcher)
                if waiting == [] and not self._out and self._hauls.empty():
                    return
                self._take()
        finally:
            fetcher.close()

    def _due(self, waiting: list[Source] | None) -> Iterator[Source]:
        """The sources to look at now; those of ``waiting`` whenever they are due, each one time."""
        now = time.time()
        for source in list(self.sources if waiting is None else waiting):
            free = source.address not in self._out and len(self._out) < AT_ONCE
            if free and (waiting is not None or self.state.standing(source.address).due <= now):
                if waiting is not None:
                    waiting.remove(source)
                yield source

    def _start(self, source: Source, looker: Looker, watcher: Watcher) -> None:
        self._out.add(source.address)
        if isinstance(source, Feed):
            remembered = self.state.standing(source.address).remember

            def look(feed: Feed = source) -> None:
                self._hauls.put(looker.look(feed, remembered, lambda marks: self.state.unseen(feed.address, marks)))

            threading.Thread(target=look, daemon=True).start()
        else:
            for haul in watcher.look(source, lambda marks: self.state.unseen(source.address, marks)):
                self._hauls.put(haul)

    def _take(self) -> None:
        """Enter what a look has brought, if one has."""
        try:
            haul = self._hauls.get(timeout=_TICK)
        except queue.Empty:
            return
        try:
            tally = self.ledger.add(self._entries(haul))
        except LedgerError as error:
            self.say(f"{error}: what {haul.source.address} brought is asked for again")
            haul = replace(haul, problem=str(error), marks=(), retry_after=PATIENCE)
            tally = Tally()
        if self.stop.is_set() and not isinstance(haul.source, Feed):
            haul = replace(haul, marks=())  # it may not have been read to its end: once more the next time
        self._settle(haul, tally)

    def _settle(self, haul: Haul, tally: Tally) -> None:
        """Remember what a look has brought, and when the next one is due."""
        source, now = haul.source, time.time()
        before = self.state.standing(source.address)
        failures = before.failures + 1 if haul.problem else 0
        pause = wait(source.every, failures, haul.retry_after, random.random) if haul.last else 0.0
        remember = before.remember if haul.problem or not haul.last else haul.remember
        self.state.keep(source.address, Standing(remember, failures, now + pause), haul.marks, now)
        if haul.last:
            self._out.discard(source.address)
        if haul.problem:
            self.problems += 1
            self.say(f"{haul.problem}; again in {_told(pause)}")
        elif tally != Tally():
            self.say(f"{source.address}: {tally.told()}")

    def _entries(self, haul: Haul) -> Iterator[Entry]:
        """What is to be entered of a look's items; what is under embargo is kept back."""
        source = haul.source
        for item in haul.items:
            if self.stop.is_set() and not isinstance(source, Feed):
                return
            if item.dispatch is None:
                yield from self._coded(item)
                continue
            told = item.dispatch.with_defaults(agency=source.agency)
            told = replace(told, lang=source.lang or told.lang)
            until = _embargo(told)
            if until > time.time():
                self.state.hold(told, until)
                self.say(f"{item.where}: kept back until {told.embargo}")
            else:
                yield from self._coded(replace(item, dispatch=told))

    def _coded(self, item: Item) -> Iterator[Entry]:
        outcome = code_item(item, self.coder.code, Overrides())
        if outcome.note:
            self.say(f"{outcome.where}: note: {outcome.note}")
        if outcome.problem:
            self.problems += 1
            self.say(f"{outcome.where}: {outcome.problem}")
        if entry := outcome.coding or outcome.withdrawn:
            yield entry

    def _release(self) -> None:
        """Enter what was kept back and may be shown now."""
        due = self.state.released(time.time())
        if not due:
            return
        entries = (entry for _, told in due for entry in self._coded(Item(told.id, told)))
        try:
            tally = self.ledger.add(entries)
        except LedgerError as error:
            self.say(f"{error}: tried again in {_told(PATIENCE)}")
            self.stop.wait(PATIENCE)
            return
        self.state.let_go([number for number, _ in due])
        self.say(f"embargo ended: {tally.told()}")


def _embargo(dispatch: Dispatch) -> float:
    """When a dispatch may be shown, in seconds since 1970; 0 for at once."""
    return datetime.fromisoformat(dispatch.embargo).timestamp() if dispatch.embargo else 0.0


def _told(seconds: float) -> str:
    """A wait as people say it."""
    if seconds < 90:
        return number_of(round(seconds), "second", "seconds")
    return number_of(round(seconds / 60), "minute", "minutes")
