"""A comparison as lines for people, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.evaluate.alpha import Agreement
from dragoman.evaluate.comparison import Comparison
from dragoman.evaluate.counts import Counts
from dragoman.evaluate.presence import PRESENCE
from dragoman.evaluate.tables import to_json as figures
from dragoman.evaluate.units import SLOTS
from dragoman.export.labels import count

KEYS = ("slot", "kind", "lang", "doc")

CONSTRUCTED = ("kind", "act")
"""Slots that aligned records agree in by construction: they have counts, but no alpha."""

ALL_SLOTS = ("kind", "type", "act", *SLOTS[1:])
"""Every slot of a record, in the order in which people are shown them."""

NONE = "–"
"""Shown for a figure that is not defined."""

READING = (
    "alpha (Krippendorff's) is 1 where coders always agree, 0 where they do no better than chance, – where nothing\n"
    "varies. Slots and P, R, F1: docs/compare.md."
)

_HEADINGS = {
    "slot": "by slot, of aligned records",
    "kind": "by kind, whether in a dispatch",
    "lang": "by lang, which kinds in a sentence",
    "doc": "by doc",
}

_AGREED = f"{'units':>7}{'agreed':>9}{'alpha':>8}{'95 % of samples':>17}"
_COUNTED = f"{'P':>8}{'R':>8}{'F1':>8}{'tp':>8}{'fp':>7}{'fn':>7}"


def lines(comparison: Comparison, names: tuple[str, str], keys: Sequence[str]) -> Iterator[str]:
    """The lines to print: what was compared, what there is at all, then a table for each key."""
    yield from _sizes(comparison, names)
    yield f"\n{'what there is at all':<34}{_AGREED}"
    yield from (f"{PRESENCE[name]:<34}{_agreed(found)}" for name, found in comparison.presence.items())
    for key in keys:
        yield f"\n{_HEADINGS[key]:<34}{'' if key == 'doc' else _AGREED}{_COUNTED}"
        yield from _table(comparison, key)
    yield f"\n{'all':<34}{' ' * len(_AGREED)}{_COUNTED}"
    for name, counts in comparison.evaluation.totals().items():
        yield f"{name:<34}{' ' * len(_AGREED)}{_counted(counts)}"
    yield f"\n{READING}"


def _sizes(comparison: Comparison, names: tuple[str, str]) -> Iterator[str]:
    left = comparison.only
    whole = len(comparison.both) + len(comparison.other_text)
    for side, name, alone in zip("AB", names, left, strict=True):
        yield f"{side}: {name}, {count(whole + len(alone), 'dispatch', 'dispatches')}"
    (one, other), aligned = comparison.records(), comparison.aligned()
    yield f"{count(len(comparison.both), 'dispatch', 'dispatches')} compared: {one:,} records in A, {other:,} in B"
    yield f"{aligned:,} records align; {one - aligned:,} are only in A, {other - aligned:,} only in B"


def _table(comparison: Comparison, key: str) -> Iterator[str]:
    counts = comparison.evaluation.by(key)
    if key == "slot":
        agreed: Mapping[str, Agreement] = comparison.slots
        names: Sequence[str] = [slot for slot in ALL_SLOTS if slot in counts or agreed.get(slot, Agreement()).units]
    elif key == "doc":
        agreed, names = {}, list(counts)
    else:
        agreed = comparison.kinds if key == "kind" else comparison.languages
        names = list(agreed)
    for name in names:
        shown = "" if key == "doc" else _agreed(agreed.get(name, Agreement()))
        yield f"{name:<34}{shown}{_counted(counts[name]) if name in counts else ''}".rstrip()


def _agreed(found: Agreement) -> str:
    return f"{found.units or NONE:>7}{percent(found.share):>9}{decimal(found.alpha):>8}{between(found.interval):>17}"


def _counted(counts: Counts) -> str:
    shares = f"{counts.precision:>8.3f}{counts.recall:>8.3f}{counts.f1:>8.3f}"
    return f"{shares}{counts.tp:>8}{counts.fp:>7}{counts.fn:>7}"


def percent(share: float | None) -> str:
    """``87.5%``; a dash for none."""
    return NONE if share is None else f"{share:.1%}"


def decimal(value: float | None) -> str:
    """``0.875``; a dash for none."""
    return NONE if value is None else f"{value:.3f}"


def between(interval: tuple[float, float] | None) -> str:
    """``0.81 to 0.88``; a dash for none."""
    return f"{interval[0]:.2f} to {interval[1]:.2f}" if interval else NONE


def to_json(comparison: Comparison) -> dict[str, Any]:
    """All figures as plain data: the agreement, then those of ``evaluate`` with A for gold."""
    one, other = comparison.records()
    aligned = comparison.aligned()
    groups = {
        "presence": comparison.presence,
        "slot": comparison.slots,
        "kind": comparison.kinds,
        "lang": comparison.languages,
    }
    return {
        "dispatches": {
            "compared": len(comparison.both),
            "only_a": comparison.only[0],
            "only_b": comparison.only[1],
            "other_text": comparison.other_text,
        },
        "records": {"a": one, "b": other, "aligned": aligned, "only_a": one - aligned, "only_b": other - aligned},
        "agreement": {group: {name: found.to_json() for name, found in rows.items()} for group, rows in groups.items()},
        "a_as_gold": figures(comparison.evaluation),
        "problems": {"a": comparison.problems[0], "b": comparison.problems[1]},
    }
