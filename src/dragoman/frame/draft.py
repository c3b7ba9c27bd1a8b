"""A candidate record while it is being made."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.find.mention import ActorMention
from dragoman.model import Actor
from dragoman.text.sentences import Span


@dataclass(slots=True, init=False, eq=False)
class Draft:
    """A mutable record with what merging needs to know besides: where it was told, how sure its date is."""

    kind: str
    status: str
    actors: list[Actor]
    spans: list[Span]
    type: str
    act: str | None
    date: str | None
    end_date: str | None
    place: str | None
    topics: list[str]
    name: str | None
    sentence: int
    at: int
    to: int  # where its cue ends
    told_date: bool
    day: int  # where its date is told
    inferred: bool  # a statement's type told by what is said only
    gap: int  # how far from its cue the first actor stands
    background: bool
    told: str  # the words with which a report tells who gives it
    own: bool  # told as done by the speaker's own side

    def __init__(
        self,
        kind: str,
        status: str,
        actors: list[Actor],
        spans: list[Span],
        type: str = "unspecified",
        act: str | None = None,
        date: str | None = None,
        end_date: str | None = None,
        place: str | None = None,
        topics: list[str] | None = None,
        name: str | None = None,
        sentence: int = 0,
        at: int = 0,
        to: int = 0,
        told_date: bool = False,
        day: int = -1,
        inferred: bool = False,
        gap: int = 0,
        background: bool = False,
        told: str = "",
        own: bool = False,
    ) -> None:
        self.kind = kind
        self.status = status
        self.actors = actors
        self.spans = spans
        self.type = type
        self.act = act
        self.date = date
        self.end_date = end_date
        self.place = place
        self.topics = [] if topics is None else topics
        self.name = name
        self.sentence = sentence
        self.at = at
        self.to = to
        self.told_date = told_date
        self.day = day
        self.inferred = inferred
        self.gap = gap
        self.background = background
        self.told = told
        self.own = own

    def states(self, role: str | None = None) -> set[str]:
        return {actor.state for actor in self.actors if actor.state and (role is None or actor.role == role)}

    def actors_within(self, other: Draft) -> bool:
        """Whether every person told is one of another draft, too."""
        names = {actor.name for actor in other.actors}
        return all(actor.name is None or actor.name in names for actor in self.actors)


def as_actor(role: str, mention: ActorMention) -> Actor:
    """The mention in a role of a record."""
    surface = mention.surface if mention.form in ("org", "group") else None
    return Actor(role, mention.name or surface, mention.office, mention.state)


def state_actor(role: str, state: str) -> Actor:
    return Actor(role, None, None, state)
