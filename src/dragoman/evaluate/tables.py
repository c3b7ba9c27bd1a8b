"""An evaluation as tables for people, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.evaluate.counts import Counts
from dragoman.evaluate.measure import Evaluation

KEYS = ("kind", "slot", "lang", "doc")
_COLUMNS = f"{'P':>7}{'R':>8}{'F1':>8}{'tp':>8}{'fp':>7}{'fn':>7}"


def tables(evaluation: Evaluation, keys: Sequence[str] = KEYS) -> Iterator[str]:
    """The lines to print: a table for each key, the main figures last."""
    for key in keys:
        records = {} if key == "slot" else evaluation.records_by(key)
        yield (
            f"\n{f'by {key}':<34}{_COLUMNS}{'records F1':>13}".rstrip() if records else f"\n{f'by {key}':<34}{_COLUMNS}"
        )
        for name, counts in evaluation.by(key).items():
            yield _line(name, counts) + (f"{records[name].f1:>13.4f}" if name in records else "")
    yield f"\n{'all':<34}{_COLUMNS}"
    yield from (_line(name, counts) for name, counts in evaluation.totals().items())
    yield (
        f"\n{evaluation.dispatches} dispatches, {len(evaluation.without_prediction)} without prediction, "
        f"{evaluation.unsupported} unsupported evidence, {len(evaluation.problems)} breaches of the codebook"
    )


def _line(name: str, counts: Counts) -> str:
    figures = f"{counts.precision:>7.4f}{counts.recall:>8.4f}{counts.f1:>8.4f}"
    return f"{name:<34}{figures}{counts.tp:>8}{counts.fp:>7}{counts.fn:>7}"


def to_json(evaluation: Evaluation) -> dict[str, Any]:
    """All figures as plain data."""
    groups = {name: {"all": counts} for name, counts in evaluation.totals().items()}
    groups |= {key: evaluation.by(key) for key in KEYS}
    groups |= {f"record_{key}": evaluation.records_by(key) for key in KEYS if key != "slot"}
    figures = {group: {name: counts.to_json() for name, counts in rows.items()} for group, rows in groups.items()}
    return {
        **figures,
        "dispatches": evaluation.dispatches,
        "without_prediction": evaluation.without_prediction,
        "unsupported": evaluation.unsupported,
        "problems": evaluation.problems,
    }
