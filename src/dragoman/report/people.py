"""By which name the persons of a pair are called, in a language of choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.ledger.views import Person
from dragoman.model import Actor


@dataclass(frozen=True, slots=True)
class People:
    """The persons of the two states, by state and key."""

    known: dict[tuple[str | None, str], Person]

    @classmethod
    def of(cls, persons: Iterable[Person]) -> People:
        return cls({(person.state, key): person for person in persons for key in person.keys})

    def name(self, actor: Actor, lang: str) -> str | None:
        """The person's name in this language, else in that which comes first, else as the event has it."""
        person = self.known.get((actor.state, actor.key or ""))
        return person.called.get(lang, person.name) if person else actor.name
