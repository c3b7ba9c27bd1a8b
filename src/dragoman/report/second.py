"""Second readings at the terminal: a list, and one beside the coder's records."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.export.labels import actor_line, count, dates, what, words
from dragoman.export.plain import one_line
from dragoman.ledger.readings import WAITING, Kept
from dragoman.model import Record
from dragoman.second.doubt import DOUBTS

_QUOTE = 120


def line(kept: Kept) -> str:
    """``12  second:model  kz-1  2 only there, 1 only the coder's  (passed)``, and what was decided."""
    told = [str(kept.id), one_line(kept.coder), one_line(kept.source, 60), difference(kept)]
    return "  ".join([*told, f"({', '.join(kept.doubts)})", *filter(None, [decision(kept)])])


def lines(kept: Kept) -> list[str]:
    """Both readings of a dispatch, each record with its number, who acts, and the words that carry it."""
    out = [line(kept), *(f"  {doubt}: {DOUBTS.get(doubt, '')}" for doubt in kept.doubts)]
    if kept.why:
        out.append(f"  because: {one_line(kept.why)}")
    out.append(f"{one_line(kept.coder)}:")
    for place, record in enumerate(kept.records):
        marks = ["accepted"] if place in kept.accepted else []
        marks += ["only here"] if place in kept.only_here else []
        marks += [f"otherwise: {', '.join(map(words, kept.otherwise[place]))}"] if place in kept.otherwise else []
        out += _record(f"{place + 1}.", record, marks)
    out += [] if kept.records else ["  no records"]
    out.append("the coder:")
    for record in kept.own:
        out += _record("-", record, ["only here"] if record in kept.only_own else [])
    return out if kept.own else [*out, "  no records"]


def _record(number: str, record: Record, marks: list[str]) -> Iterator[str]:
    topics = ", ".join(map(words, record.topics))
    told = [words(record.kind), *what(record), words(record.status), dates(record), record.place, record.name, topics]
    yield f"  {number} " + "  ".join(one_line(part) for part in told if part) + "".join(f"  [{m}]" for m in marks)
    yield "     " + "; ".join(f"{words(actor.role)} {actor_line(actor)}" for actor in record.actors)
    yield "     “" + one_line(" … ".join(quote.quote for quote in record.evidence), _QUOTE) + "”"


def difference(kept: Kept) -> str:
    """How the two readings differ, counted."""
    here, own = len(kept.only_here), len(kept.only_own)
    parts = [f"{here} only there"] if here else []
    parts += [f"{own} only the coder's"] if own else []
    parts += [f"{len(kept.otherwise)} told otherwise"] if kept.otherwise else []
    return ", ".join(parts) or f"the same {count(len(kept.own), 'fact', 'facts')}"


def decision(kept: Kept) -> str:
    """What was decided, by whom; nothing while it waits."""
    if kept.state == WAITING:
        return ""
    taken = f"{len(kept.accepted)} accepted" if kept.accepted else kept.state
    return f"{taken} by {one_line(kept.decided_by or '')} on {(kept.decided_at or '')[:10]}"
