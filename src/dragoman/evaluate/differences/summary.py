"""What stands at the top of the page: the figures, what they mean, and a list of the dispatches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.evaluate.alpha import Agreement
from dragoman.evaluate.compared import ALL_SLOTS, NONE, between, decimal, percent
from dragoman.evaluate.comparison import Comparison
from dragoman.evaluate.counts import Counts
from dragoman.evaluate.differences.beside import label
from dragoman.evaluate.differences.rows import Row
from dragoman.evaluate.presence import PRESENCE
from dragoman.export.labels import count
from dragoman.export.markup import line

_ALPHA = (
    "<strong>Alpha</strong> is Krippendorff’s: 1 where the coders always agree, 0 where they do no better than chance, "
    "– where nothing varies. He asks for 0.8, and for 0.667 where conclusions are tentative. Of 100 "
    "samples of such dispatches 95 have an alpha in the range of <strong>95 %</strong>. <strong>Agreed</strong> is the "
    "plain share of units. Of lists, such as topics, agreed counts those that are the same, alpha also how much "
    "the others share. <strong>F1</strong> counts every value, also those of records that only one coder has. Records "
    "are taken for the same fact only if kind and act agree, so these two have no alpha."
)
_CAPTIONS = {
    "presence": "Do both see the same facts at all?",
    "slot": "Where both have a record, do they fill it alike?",
    "kind": "Which kinds do both find in a dispatch?",
}


def summary(comparison: Comparison, shown: Sequence[tuple[str, list[Row]]]) -> str:
    """The section; ``shown`` are the titles and rows of the dispatches."""
    return "".join(_summary(comparison, shown))


def _summary(comparison: Comparison, shown: Sequence[tuple[str, list[Row]]]) -> Iterator[str]:
    (one, other), aligned = comparison.records(), comparison.aligned()
    yield '<section class="summary" aria-label="Summary">\n'
    yield f"<p>{count(len(comparison.both), 'dispatch', 'dispatches')} compared. "
    yield f"<b class=a>A</b> has {count(one, 'record', 'records')}, <b class=b>B</b> {other:,}; "
    yield f"{aligned:,} tell the same fact, {one - aligned:,} are only in A, {other - aligned:,} only in B.</p>\n"
    if not any(row.slots for _, rows in shown for row in rows):
        yield "<p>Nothing differs. Untick “only differences” to see what both have.</p>\n"
    yield from _left_out(comparison)
    yield '<div class="figures">\n'
    counts = comparison.evaluation.by("slot")
    slots = comparison.slots
    known = {slot: slots.get(slot, Agreement()) for slot in ALL_SLOTS}
    named = {slot: found for slot, found in known.items() if slot in counts or found.units}
    yield _table("presence", {PRESENCE[name]: found for name, found in comparison.presence.items()}, {})
    yield _table("slot", named, counts)
    yield _table("kind", comparison.kinds, comparison.evaluation.by("kind"))
    yield f"</div>\n<p class=how>{_ALPHA}</p>\n{_dispatches(shown)}</section>\n"


def _left_out(comparison: Comparison) -> Iterator[str]:
    """What the figures leave out, in one line each."""
    told: list[tuple[str, Sequence[str]]] = [
        ("Only in A, so not compared", comparison.only[0]),
        ("Only in B, so not compared", comparison.only[1]),
        ("Another text in A than in B, so not compared", comparison.other_text),
        ("Against the codebook in A", comparison.problems[0]),
        ("Against the codebook in B", comparison.problems[1]),
    ]
    for what, items in told:
        if items:
            yield f'<details class="left"><summary>{what}: {len(items):,}</summary><ul>{_items(items)}</ul></details>\n'


def _items(items: Iterable[str]) -> str:
    return "".join(f"<li>{line(item)}</li>" for item in items)


def _table(name: str, agreed: Mapping[str, Agreement], counts: Mapping[str, Counts]) -> str:
    heads = ["units", "agreed", "alpha", "95 %", *(["F1"] if counts else [])]
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    rows = "".join(_row(key, found, counts.get(key), bool(counts)) for key, found in agreed.items())
    return (
        f"<table class=of-{name}><caption>{_CAPTIONS[name]}</caption>\n<thead><tr><td></td>{columns}</tr></thead>\n"
        f"<tbody>{rows}</tbody></table>\n"
    )


def _row(name: str, found: Agreement, counts: Counts | None, counted: bool) -> str:
    alpha = found.alpha
    bar = "" if alpha is None else f' style="--alpha:{max(alpha, 0):.3f};--how:var(--{_how(alpha)})"'
    f1 = f"<td>{decimal(counts.f1) if counts else NONE}</td>" if counted else ""
    units = f"{found.units:,}" if found.units else NONE
    return (
        f'<tr><th scope="row">{line(label(name))}</th><td>{units}</td><td>{percent(found.share)}</td>'
        f"<td class=alpha{bar}><b>{decimal(alpha)}</b></td><td class=range>{between(found.interval)}</td>{f1}</tr>\n"
    )


def _how(alpha: float) -> str:
    """By the levels that Krippendorff asks for."""
    return "good" if alpha >= 0.8 else "fair" if alpha >= 0.667 else "poor"


def _dispatches(shown: Sequence[tuple[str, list[Row]]]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("same", "differ", "only A", "only B"))
    rows = "".join(_dispatch(number, title, rows) for number, (title, rows) in enumerate(shown, 1))
    return (
        f"<details><summary>All dispatches, with how many records agree</summary>\n<table>\n"
        f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>{rows}</tbody></table></details>\n"
    )


def _dispatch(number: int, title: str, rows: list[Row]) -> str:
    states = [row.state for row in rows]
    cells = "".join(f"<td>{states.count(state) or ''}</td>" for state in ("same", "differs", "only-a", "only-b"))
    return f'<tr><th scope="row"><a href="#d{number}" dir="auto">{line(title)}</a></th>{cells}</tr>\n'
