"""Who acts in the events of a file: gathered while these are written, then written themselves, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.export.data.ftm.entities import Entity, country, entity, identity
from dragoman.export.data.sentences import LANG
from dragoman.export.data.told import Telling
from dragoman.export.plain import one_line
from dragoman.model import Actor
from dragoman.plover.parties import is_organisation
from dragoman.report.naming import state
from dragoman.report.wording import wording

NO_POST = ("business", "delegation", "other")
"""Offices that are no post of a state which somebody holds."""


@dataclass(slots=True)
class _Person:
    """A person, with the spellings and offices that dispatches give."""

    state: str | None
    names: dict[str, None] = field(default_factory=dict)
    offices: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Held:
    """That a person of a state holds an office: the days on which it is told, and the first dispatch that does."""

    holder: str
    office: str
    state: str
    first: str
    last: str
    article: str


class Actors:
    """Those met so far."""

    def __init__(self) -> None:
        self._persons: dict[str, _Person] = {}
        self._held: dict[str, _Held] = {}
        self._states: dict[str, str] = {}
        self._posts: dict[str, tuple[str, str]] = {}

    def of(self, actor: Actor) -> str | None:
        """The id of who an actor is: a person where one is named, else the state or organisation."""
        own = self._state(actor.state) if actor.state else None
        return self._person(actor) if actor.name else own

    def office(self, actor: Actor) -> str | None:
        """The office of one who is not named, in English."""
        return _label(actor.office) if actor.office and not actor.name else None

    def meet(self, telling: Telling, article: str) -> None:
        """Take in what a dispatch calls those who act, and which offices it says that they hold."""
        for actor in telling.record.actors:
            who = self.of(actor)
            if who and actor.name and actor.office:
                self._persons[who].offices[actor.office] = None
                if actor.state and actor.office not in NO_POST:
                    self._hold(who, actor.office, actor.state, telling.sent, article)

    def entities(self) -> Iterator[Entity]:
        """All of them, in the order in which they were met."""
        yield from (_organisation(own, code) for own, code in self._states.items())
        yield from (self._post(own, *post) for own, post in self._posts.items())
        for own, person in self._persons.items():
            offices, where = map(_label, person.offices), [country(person.state)]
            yield entity("Person", own, name=person.names, position=offices, country=where)
        for own, held in self._held.items():
            post = _post_id(held.office, held.state)
            days = [held.first, held.last]
            yield entity("Occupancy", own, holder=[held.holder], post=[post], date=days, proof=[held.article])

    def _person(self, actor: Actor) -> str:
        name = one_line(actor.name or "")
        own = identity("person", actor.state, actor.key or name)
        self._persons.setdefault(own, _Person(actor.state)).names[name] = None
        return own

    def _state(self, code: str) -> str:
        own = identity("state", code)
        self._states[own] = code
        return own

    def _hold(self, who: str, office: str, state: str, day: str, article: str) -> None:
        post = _post_id(office, state)
        self._posts[post] = office, state
        held = self._held.setdefault(identity("held", who, post), _Held(who, office, state, day, day, article))
        held.last = max(held.last, day)
        if day < held.first:
            held.first, held.article = day, article

    def _post(self, own: str, office: str, of: str) -> Entity:
        name = f"{_label(office)} of {state(of, LANG)}"
        return entity("Position", own, name=[name], organization=[self._state(of)], country=[country(of)])


def _post_id(office: str, state: str) -> str:
    return identity("post", office, state)


def _label(office: str) -> str:
    return wording(LANG).label("offices", office)


def _organisation(own: str, code: str) -> Entity:
    schema, topic = ("Organization", "gov.igo") if is_organisation(code) else ("PublicBody", "gov.national")
    where = [country(code)]
    return entity(schema, own, name=[state(code, LANG)], weakAlias=[code], country=where, topics=[topic])
