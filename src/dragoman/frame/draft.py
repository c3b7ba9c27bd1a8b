"""A candidate record while it is being made."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.find.mention import ActorMention
from dragoman.model import Actor
from dragoman.text.sentences import Span


@dataclass(slots=True)
class Draft:
    """A mutable record with what merging needs to know besides: where it was told, how sure its date is."""

    kind: str
    status: str
    actors: list[Actor]
    spans: list[Span]
    type: str = "unspecified"
    act: str | None = None
    date: str | None = None
    end_date: str | None = None
    place: str | None = None
    topics: list[str] = field(default_factory=list)
    name: str | None = None
    sentence: int = 0
    at: int = 0
    to: int = 0  # where its cue ends
    told_date: bool = False
    day: int = -1  # where its date is told
    inferred: bool = False  # a statement's type told by what is said only
    gap: int = 0  # how far from its cue the first actor stands
    background: bool = False
    told: str = ""  # the words with which a report tells who gives it
    own: bool = False  # told as done by the speaker's own side

    def states(self, role: str | None = None) -> set[str]:
        return {actor.state for actor in self.actors if actor.state and (role is None or actor.role == role)}


def as_actor(role: str, mention: ActorMention) -> Actor:
    """The mention in a role of a record."""
    surface = mention.surface if mention.form == "org" else None
    return Actor(role, mention.name or surface, mention.office, mention.state)


def state_actor(role: str, state: str) -> Actor:
    return Actor(role, None, None, state)
