"""Relations in the languages that have no list of PLOVER cues: by the records that the coder makes of a sentence.

The packs' cues, negations, moods and voices decide, as they do in dispatches; who acts on whom is told by the records'
roles. Where the coder does not know a party (a pronoun, a firm, a crowd), no record names it: the nearest cue decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.coder import Coder
from dragoman.find.mention import Cue
from dragoman.find.mention import Sentence as Row
from dragoman.find.scan import Scan, glance, scan
from dragoman.model import Actor, Dispatch, DispatchError, Record
from dragoman.plover.crosswalk import Plover, plover

_DAY = "2000-01-01"  # a sentence alone has no day, and a coding needs one
_STATUS = "status"


class Told(NamedTuple):
    """What a sentence tells: the type and mode of PLOVER, and where the words stand that decided."""

    type: str
    mode: str | None
    words: tuple[tuple[int, int], ...]


Span = tuple[int, int]


def told(text: str, source: Span | None, target: Span | None, lang: str) -> Told | None:
    """What the source does to the target, both at these places; None where nothing is told, or the target acts."""
    found = scan(text, lang)
    acting, suffering = (_Party(text, span, lang) if span else None for span in (source, target))
    is_turned = False
    for record in _records(text, lang):
        said = record.plover
        if said is None:
            continue
        if _fits(said, acting, suffering):
            return Told(said.type, said.mode, tuple(_words(found, record)))
        is_turned = is_turned or _fits(said, suffering, acting)
    return None if is_turned else _nearest(found, source or target)


def _records(text: str, lang: str) -> Sequence[Record]:
    try:
        return Coder().code(Dispatch(text, lang=lang, date=_DAY)).records
    except DispatchError:
        return ()


class _Party:
    """A party by its words and the states that these name."""

    def __init__(self, text: str, span: Span, lang: str) -> None:
        words = text[slice(*span)]
        self._words = words.casefold()
        self._states = glance(words, lang).states

    def is_one_of(self, actors: Sequence[Actor]) -> bool:
        return any(self._is(actor) for actor in actors)

    def _is(self, actor: Actor) -> bool:
        name = (actor.name or "").casefold()
        return bool(name and (name in self._words or self._words in name)) or actor.state in self._states


def _fits(said: Plover, acting: _Party | None, suffering: _Party | None) -> bool:
    """Whether the parties stand on these sides; of what all do together there is one side alone."""
    other = said.recipient or said.actor
    return (acting is None or acting.is_one_of(said.actor)) and (suffering is None or suffering.is_one_of(other))


def _words(found: Scan, record: Record) -> Iterator[Span]:
    """The cues of the record's kind in the words that carry it; where there is none, all of these words."""
    places = [(quote.start, quote.end) for quote in record.evidence]
    cues = dict.fromkeys(
        (cue.start, cue.end)
        for row in found.sentences
        for cue in row.cues
        if _kind(cue) == record.kind and any(start <= cue.start and cue.end <= end for start, end in places)
    )
    yield from cues or places


def _kind(cue: Cue) -> str | None:
    return cue.pattern.group.kind if cue.pattern.group else None


def _nearest(found: Scan, party: Span | None) -> Told | None:
    """What the cue tells that stands nearest to a party."""
    here = party or (0, 0)
    cues = [(cue, row) for row in found.sentences for cue in row.cues]
    for cue, row in sorted(cues, key=lambda one: max(one[0].start - here[1], here[0] - one[0].end, 0)):
        said = plover(_alone(cue, row))
        if said:
            return Told(said.type, said.mode, ((cue.start, cue.end),))
    return None


def _alone(cue: Cue, row: Row) -> Record:
    """A record of nobody, with what the cue and the words about its status in its clause tell."""
    group = cue.pattern.group
    assert group is not None  # cues have groups, rules have none
    start, end = row.clause_start(cue.start), row.clause_end(cue.end)
    rules = [rule for rule in row.rules if rule.pattern.table == _STATUS and start <= rule.start and rule.end <= end]
    status = next((rule.pattern.value for rule in rules if rule.pattern.value in _STATUSES), group.status or "done")
    return Record(group.kind, status, (), (), group.type or "unspecified", group.act)


_STATUSES = frozenset(("planned", "proposed", "cancelled", "ongoing"))
