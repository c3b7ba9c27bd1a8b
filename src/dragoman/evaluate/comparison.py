"""Comparing the codings of two people, versions or machines, neither of which is the truth.

Dispatches are paired by id, and their records aligned by the measure. Only dispatches that both have, with the same
text, are counted: what a coder has not been given is no disagreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from dragoman.codebook import codebook
from dragoman.codebook.check import record_problems
from dragoman.evaluate.alpha import Agreement, agreement, masi, together
from dragoman.evaluate.interval import Numbers, draws, interval
from dragoman.evaluate.measure import UNKNOWN, Docs, Evaluation, Pairs, evaluate
from dragoman.evaluate.presence import PRESENCE, SENTENCES, kinds, presence
from dragoman.evaluate.slots import RecordData
from dragoman.evaluate.units import BY_KIND, SLOTS, Unit, Value, units


class Told(NamedTuple):
    """A unit with the dispatch, language and kind that it is of; no kind for what is of a dispatch as a whole."""

    doc: str
    lang: str
    kind: str | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Both:
    """A dispatch that both have, and which of their records are partners (places in the two lists)."""

    id: str
    lang: str
    title: str
    text: str
    records: tuple[list[RecordData], list[RecordData]]
    aligned: Pairs

    def units(self) -> Iterator[Told]:
        """All units of the dispatch."""
        one, other = self.records
        for unit in presence(one, other, self.text, self.lang):
            yield Told(self.id, self.lang, None, unit)
        for row, column in self.aligned:
            kind = one[row]["kind"]
            yield from (Told(self.id, self.lang, kind, unit) for unit in units(one[row], other[column]))


@dataclass(frozen=True)
class Comparison:
    """What came out. ``only`` are the ids that one side alone has, ``other_text`` those whose texts differ,
    ``problems`` the breaches of the codebook on each side; ``evaluation`` takes A for gold."""

    both: list[Both]
    only: tuple[list[str], list[str]]
    other_text: list[str]
    problems: tuple[list[str], list[str]]
    evaluation: Evaluation

    @cached_property
    def _units(self) -> dict[str, list[Told]]:
        units: dict[str, list[Told]] = defaultdict(list)
        for doc in self.both:
            for told in doc.units():
                units[told.unit.slot].append(told)
        return units

    def records(self) -> tuple[int, int]:
        """How many records the sides have in the dispatches that are compared."""
        return sum(len(doc.records[0]) for doc in self.both), sum(len(doc.records[1]) for doc in self.both)

    def aligned(self) -> int:
        """How many of them are partners."""
        return sum(len(doc.aligned) for doc in self.both)

    @cached_property
    def presence(self) -> dict[str, Agreement]:
        """Agreement on what dispatches and sentences have at all."""
        return {name: self._agreement(self._units[name]) for name in PRESENCE}

    @cached_property
    def slots(self) -> dict[str, Agreement]:
        """Agreement on each slot of aligned records."""
        return {slot: self._agreement(self._units[slot]) for slot in SLOTS}

    @cached_property
    def kinds(self) -> dict[str, Agreement]:
        """For each kind that occurs, agreement on whether a dispatch has any record of it."""
        sides = [(doc, kinds(doc.records[0]), kinds(doc.records[1])) for doc in self.both]
        found = sorted({kind for _, one, other in sides for kind in one | other})
        return {
            kind: self._agreement(
                Told(doc.id, doc.lang, kind, Unit(kind, str(kind in one), str(kind in other)))
                for doc, one, other in sides
            )
            for kind in found
        }

    @cached_property
    def languages(self) -> dict[str, Agreement]:
        """For each language, agreement on which kinds its sentences have."""
        by_lang: dict[str, list[Told]] = defaultdict(list)
        for told in self._units[SENTENCES]:
            by_lang[told.lang].append(told)
        return {lang: self._agreement(told) for lang, told in sorted(by_lang.items())}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {doc.id: place for place, doc in enumerate(self.both)}

    @cached_property
    def _draws(self) -> Numbers | None:
        return draws(len(self.both))

    def _agreement(self, told: Iterable[Told]) -> Agreement:
        """Agreement in one slot: of sets by MASI, and within each kind where kinds have codes of their own."""
        groups: dict[str | None, list[tuple[int, Value, Value]]] = defaultdict(list)
        for doc, _, kind, unit in told:
            groups[kind if unit.slot in BY_KIND else None].append((self._places[doc], unit.one, unit.other))
        measured = [(group, masi if isinstance(group[0][1], frozenset) else None) for group in groups.values()]
        found = together(agreement((unit[1:] for unit in group), by) for group, by in measured)
        if self._draws is None or found.alpha is None:
            return found
        return found._replace(interval=interval(measured, self._draws))


def compare(one: Docs, other: Docs) -> Comparison:
    """Compare two codings by id."""
    shared = [id_ for id_ in one if id_ in other]
    texts = {id_: (one[id_].get("text"), other[id_].get("text")) for id_ in shared}
    differ = [id_ for id_, (mine, theirs) in texts.items() if None not in (mine, theirs) and mine != theirs]
    kept = [id_ for id_ in shared if id_ not in set(differ)]
    mine, theirs = ({id_: _filled(docs[id_], rest[id_]) for id_ in kept} for docs, rest in ((one, other), (other, one)))
    evaluation = evaluate(mine, theirs)
    both = [_both(mine[id_], theirs[id_], evaluation.aligned[id_]) for id_ in kept]
    only = ([id_ for id_ in one if id_ not in other], [id_ for id_ in other if id_ not in one])
    return Comparison(both, only, differ, (list(_problems(mine.values())), evaluation.problems), evaluation)


def _filled(doc: Mapping[str, Any], rest: Mapping[str, Any]) -> dict[str, Any]:
    """A dispatch with what it lacks of the frame taken from the other side."""
    frame = {key: doc.get(key) or rest.get(key) for key in ("lang", "title", "text")}
    return {**doc, **frame, "lang": frame["lang"] or UNKNOWN, "text": frame["text"] or ""}


def _both(mine: Mapping[str, Any], theirs: Mapping[str, Any], aligned: Pairs) -> Both:
    records = (mine["records"], theirs["records"])
    return Both(mine["id"], mine["lang"], mine["title"] or mine["id"], mine["text"], records, aligned)


def _problems(docs: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for doc in docs:
        found = record_problems(doc["records"], doc["text"], codebook())
        yield from (f"{doc['id']}: {problem}" for problem in found)
