"""Persons as pages ask for them: those of a state at once, kept for as long as nothing new is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection

from dragoman.ledger import changes, persons
from dragoman.ledger.pairs import Pair
from dragoman.ledger.views import Person
from dragoman.web.keeping import kept, token


def of_states(connection: Connection, codes: Sequence[str]) -> list[Person]:
    """The persons of these states, the most told first."""
    return persons.ranked([person for code in codes for person in _of_state(connection, code)])


def one(connection: Connection, identity: str) -> Person:
    """One person by id, or by any other key under which the person is told."""
    return persons.among(_of_state(connection, identity.partition(".")[0]), identity)


def stands(connection: Connection, pair: Pair) -> tuple[int, ...]:
    """What tells that nothing of a pair has changed, nor what the persons of its states are called."""
    return token(connection, changes.of_pair, pair), *(_called(connection, code) for code in pair.codes)


def _called(connection: Connection, code: str) -> int:
    """A number that is another when a person of the state is called otherwise."""

    def made() -> int:
        known = _of_state(connection, code)
        return hash(tuple((person.keys, person.name, *person.called.items()) for person in known))

    return kept(connection).get(("called", code), token(connection, changes.of_state, code), made)


def _of_state(connection: Connection, code: str) -> list[Person]:
    make = partial(persons.persons, connection, [code])
    return kept(connection).get(("persons", code), token(connection, changes.of_state, code), make)
