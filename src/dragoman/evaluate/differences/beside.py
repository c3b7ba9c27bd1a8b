"""A row of two records as a card: one line a slot, A's filler beside B's where they differ, one for both where not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.codebook import codebook
from dragoman.evaluate.differences.rows import Row, Side, State
from dragoman.evaluate.slots import RecordData, actor_pairs
from dragoman.evaluate.units import actor_units
from dragoman.export.labels import words
from dragoman.export.markup import line, text

QUOTE = 160
"""Characters of a quote that a card repeats."""

_PLAIN = ("type", "act", "status", "date", "end_date", "place")
_CODES = frozenset({"type", "act", "status"})
_NOTHING = '<span class="nil">not told</span>'
_NOBODY = '<span class="nil">no such actor</span>'

STATES: dict[State, str] = {"same": "the same", "only-a": "only in A", "only-b": "only in B"}


def label(slot: str) -> str:
    """A slot as people read it."""
    return words(slot).replace("actor.", "actor’s ")


def card(row: Row, number: int, order: int) -> str:
    """The row as an item of a list."""
    kind, state = text(row.kind), row.state
    told = STATES.get(state) or f"differ in {', '.join(map(label, row.slots))}"
    numbers = " ".join(str(side.number) for side in row.sides)
    colour, slots = row.kind if row.kind in codebook().kinds else "ink", " ".join(row.slots)
    return (
        f'<li id="d{number}-r{order}" class="{state}" data-r="{numbers}" data-kind="{kind}" data-slots="{slots}" '
        f'style="--k:var(--{colour})" tabindex="0">'
        f"<h3><b>{kind}</b> <i>{told}</i></h3>\n"
        f'<table><thead><tr><td></td><th scope="col">A</th><th scope="col">B</th></tr></thead>\n'
        f"<tbody>{''.join(_lines(row, number))}</tbody></table></li>\n"
    )


def _lines(row: Row, number: int) -> Iterator[str]:
    one, other = (side.record if side else None for side in (row.one, row.other))
    if one is None or other is None:
        yield from _alone(row, number)
        return
    for slot in _PLAIN:
        yield _line(slot, _filler(slot, one.get(slot)), _filler(slot, other.get(slot)), slot in row.slots)
    yield from _actors(one.get("actors") or [], other.get("actors") or [])
    yield _line("topics", _topics(one, other), _topics(other, one), "topics" in row.slots)
    yield _line("name", _filler("name", one.get("name")), _filler("name", other.get("name")), "name" in row.slots)
    quoted = [_quotes(side, number) for side in row.sides]
    yield _line("quotes", quoted[0], quoted[1], False)


def _line(name: str, one: str, other: str, differs: bool) -> str:
    """A line of the table; none where neither has anything."""
    if not one and not other:
        return ""
    head = f'<th scope="row">{line(label(name))}</th>'
    if one == other:
        return f'<tr>{head}<td colspan="2">{one}</td></tr>\n'
    cells = f'<td class="a">{one or _NOTHING}</td><td class="b">{other or _NOTHING}</td>'
    return f'<tr class="ne">{head}{cells}</tr>\n' if differs else f"<tr>{head}{cells}</tr>\n"


def _alone(row: Row, number: int) -> Iterator[str]:
    """The lines of a record without a partner: the other column is empty all the way down."""
    (side,) = row.sides
    record = side.record
    filled = [(slot, _filler(slot, record.get(slot))) for slot in _PLAIN]
    filled += [(words(actor.get("role")), _actor(actor, frozenset())) for actor in record.get("actors") or []]
    filled += [("topics", _topics(record, record)), ("name", _filler("name", record.get("name")))]
    filled.append(("quotes", _quotes(side, number)))
    shown = [(name, value) for name, value in filled if value]
    gap = f'<td class="gap" rowspan="{len(shown)}">no such record</td>'
    for place, (name, value) in enumerate(shown):
        cell, beside = f'<td class="{"a" if row.one else "b"}">{value}</td>', gap if place == 0 else ""
        cells = cell + beside if row.one else beside + cell
        yield f'<tr><th scope="row">{line(label(name))}</th>{cells}</tr>\n'


def _filler(slot: str, value: str | None) -> str:
    shown = words(value) if slot in _CODES else value
    return f'<span dir="auto">{line(shown)}</span>' if shown else ""


def _topics(record: RecordData, other: RecordData) -> str:
    """The topics, with those marked that the other record has not."""
    theirs = set(other.get("topics") or ())
    topics = dict.fromkeys(record.get("topics") or ())
    return " ".join(f"<{tag}>{line(words(topic))}</{tag}>" for topic in topics for tag in [_tag(topic not in theirs)])


def _tag(marked: bool) -> str:
    return "mark" if marked else "span"


def _actors(one: Sequence[RecordData], other: Sequence[RecordData]) -> Iterator[str]:
    """A line for each actor; partners share one, with the slots marked in which they differ."""
    pairs = dict(actor_pairs(one, other))
    for place, actor in enumerate(one):
        partner = other[pairs[place]] if place in pairs else None
        marked = (
            frozenset(unit.slot for unit in actor_units(actor, partner) if not unit.same) if partner else frozenset()
        )
        beside = _actor(partner, marked) if partner else _NOBODY
        yield _line(actor.get("role") or "actor", _actor(actor, marked), beside, bool(marked) or partner is None)
    for place in sorted(set(range(len(other))) - set(pairs.values())):
        yield _line(other[place].get("role") or "actor", _NOBODY, _actor(other[place], frozenset()), True)


def _actor(actor: RecordData, marked: frozenset[str]) -> str:
    """``Name office STATE``, as far as told; what is not told is shown where the partner differs in it."""
    parts = []
    for slot, tag in (("name", "strong"), ("office", "span"), ("state", "code")):
        value = words(actor.get(slot)) if slot == "office" else line(actor.get(slot))
        shown = f'<{tag} dir="auto">{text(value) if slot == "office" else value}</{tag}>' if value else ""
        if f"actor.{slot}" in marked:
            shown = f"<mark>{shown or f'no {slot}'}</mark>"
        parts.append(shown)
    return " ".join(filter(None, parts))


def _quotes(side: Side, number: int) -> str:
    found = [
        f'<a class="quote" dir="auto" href="#d{number}" data-at="{item.start}">{line(item.quote, QUOTE)}</a>'
        for item in side.quotes.evidence
    ]
    wrong = [f'<span class="quote wrong" dir="auto">{line(quote, QUOTE)}</span>' for quote in side.quotes.missing]
    return "".join(found + wrong)
