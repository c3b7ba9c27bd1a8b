"""What queries of a ledger answer with."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.ledger.spans import span
from dragoman.model import Actor, Evidence


@dataclass(frozen=True, slots=True)
class Account:
    """What one dispatch says of an event: its record's own values, the words that carry it, and why it was joined."""

    record: str
    dispatch: int
    source: str
    agency: str | None
    lang: str
    sent: str
    title: str | None
    url: str | None
    type: str
    status: str
    date: str | None
    place: str | None
    name: str | None
    why: str
    evidence: tuple[Evidence, ...] = ()
    coder: str | None = None  # a second reader, where a person accepted its record

    @property
    def quote(self) -> str:
        """The words that carry it, on one line."""
        return " … ".join(" ".join(quote.quote.split()) for quote in self.evidence)


@dataclass(frozen=True, slots=True)
class Event:
    """An event with the values that its accounts come to. Days are proleptic ordinals, dates ISO as fine as told."""

    id: str
    unit: str
    kind: str
    type: str
    act: str | None
    status: str
    date: str | None
    end_date: str | None
    place: str | None
    name: str | None
    first_day: int
    last_day: int
    sources: int
    parent: str | None
    parent_why: str | None
    actors: tuple[Actor, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(sorted({actor.state for actor in self.actors if actor.state}))

    def people(self, *roles: str) -> tuple[Actor, ...]:
        """The named actors, in these roles if any are given."""
        return tuple(actor for actor in self.actors if actor.name and (not roles or actor.role in roles))


@dataclass(frozen=True, slots=True)
class Appointment:
    """An event as calendars give it out: ISO days, a status of RFC 5545, and the day of the latest dispatch on it.

    One without an event was given out once, and is called off.
    """

    uid: str
    sequence: int
    kind: str
    first: str
    last: str
    place: str | None
    status: str
    sent: str
    event: Event | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot in which the accounts of an event differ: the value of each, by record."""

    slot: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a commitment or a document, with the account that tells it."""

    step: str
    date: str | None
    rule: str | None
    event: str
    account: Account


@dataclass(frozen=True, slots=True)
class Commitment:
    """What was to be done, by when, and what became of it."""

    id: str
    kind: str
    state: str
    due_first: int | None
    due_last: int | None
    made: int
    event: Event
    steps: tuple[Step, ...] = ()

    def state_on(self, day: str) -> str:
        """``open``, ``overdue``, ``fulfilled`` or ``cancelled`` as of an ISO day."""
        late = self.due_last is not None and self.due_last < span(day).first
        return "overdue" if self.state == "open" and late else self.state


@dataclass(frozen=True, slots=True)
class Body:
    """A standing institution with its names by language, and the events that found it, gather it or speak of it."""

    id: str
    unit: str
    type: str
    name: str | None
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    sessions: dict[str, int] = field(default_factory=dict)  # the event of each session -> its number in this ledger


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its names by language and the steps of its life."""

    id: str
    unit: str
    type: str
    name: str | None
    stage: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """That a person held an office: first and last seen so, and in how many dispatches."""

    office: str
    first: str
    last: str
    dispatches: int
    record: str
    latest: str  # the record by which it was last seen


@dataclass(frozen=True, slots=True)
class Sources:
    """How many dispatches tell of something, in which languages, by how many agencies, and when they were sent."""

    dispatches: int
    agencies: int
    langs: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a state, by all the names that dispatches write, with the offices over time."""

    id: str
    name: str
    state: str | None
    names: tuple[str, ...]
    keys: tuple[str, ...]
    first: str
    last: str
    dispatches: int
    offices: tuple[Held, ...] = ()
    called: dict[str, str] = field(default_factory=dict)  # language -> the fullest name in it
