"""The page: what differs over all, then each dispatch with both codings in its text, and its records side by side.

It works without its script, filters too (they are style alone); the script lights up what belongs together, counts what
a filter leaves, and takes colours off passages whose records are filtered out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TextIO

from dragoman.codebook import codebook
from dragoman.evaluate.comparison import Both, Comparison
from dragoman.evaluate.differences.beside import card, label
from dragoman.evaluate.differences.rows import ONLY, Row, Side, State, rows, sides
from dragoman.evaluate.differences.summary import summary
from dragoman.evaluate.units import SLOTS
from dragoman.export.labels import count, words
from dragoman.export.markup import asset, foot, head, language, line, text
from dragoman.export.segments import Segment, lines

Shown = list[Row]

_COUNTED: tuple[tuple[State, str], ...] = (
    ("same", "the same"),
    ("differs", "differ"),
    ("only-a", "only in A"),
    ("only-b", "only in B"),
)


def write(comparison: Comparison, names: tuple[str, str], out: TextIO) -> None:
    """Write the page; the names are those of the codings A and B."""
    coded = [(doc, sides(doc)) for doc in comparison.both]
    shown = [rows(doc, *both) for doc, both in coded]
    every = [row for found in shown for row in found]
    kinds = Counter(row.kind for row in every if row.slots and row.kind in codebook().kinds)
    slots = Counter(slot for row in every for slot in row.slots)
    style = "".join(_hiding("kind", kinds)) + "".join(_hiding("slots", slots))
    here = asset("differences.css", __package__)
    out.write(head("Two codings compared", asset("page.css"), here, style))
    out.write(_top(names, kinds, {slot: slots[slot] for slot in (*ONLY, *SLOTS) if slots[slot]}))
    out.write(
        "<main>\n" + summary(comparison, [(doc.title, found) for (doc, _), found in zip(coded, shown, strict=True)])
    )
    for number, ((doc, both), found) in enumerate(zip(coded, shown, strict=True), 1):
        out.write("".join(_dispatch(doc, both, found, number)))
    told = f"{count(len(coded), 'dispatch', 'dispatches')} · compared by dragoman"
    out.write("</main>\n" + foot(told, [asset("page.js"), asset("differences.js", __package__)]))


def _hiding(what: str, values: Mapping[str, int]) -> Iterator[str]:
    """Rules of style that hide what a chosen value leaves out: cards, and dispatches that have none such."""
    for value in values:
        chosen = f'body:has(#{what} option[value="{value}"]:checked)'
        yield f'{chosen} :is(article, .records > li):not([data-{what}~="{value}"]){{display:none}}\n'


def _top(names: tuple[str, str], kinds: Mapping[str, int], slots: Mapping[str, int]) -> str:
    of_kinds = {kind: f"{words(kind)} ({kinds[kind]:,})" for kind in sorted(kinds)}
    of_slots = {slot: f"{ONLY.get(slot) or label(slot)} ({number:,})" for slot, number in slots.items()}
    one, other = names
    return (
        '<header class="top"><h1>Two codings compared</h1>\n'
        f'<p><b class="a">A</b> <span dir="auto">{line(one)}</span> '
        f'<b class="b">B</b> <span dir="auto">{line(other)}</span></p>\n'
        '<ul class="key" aria-label="Colours"><li class="a">quoted by A</li><li class="b">quoted by B</li>'
        '<li class="ab">by both</li></ul>\n'
        '<div class="filters"><label><input type="checkbox" id="differ" checked> only differences</label>\n'
        f"<label>kind {_choice('kind', 'all', of_kinds)}</label>\n"
        f"<label>differing in {_choice('slots', 'anything', of_slots)}</label>\n"
        '<output aria-live="polite"></output></div></header>\n'
    )


def _choice(name: str, every: str, options: Mapping[str, str]) -> str:
    chosen = "".join(f'<option value="{text(value)}">{text(shown)}</option>' for value, shown in options.items())
    return f'<select id="{name}" autocomplete="off"><option value="">{every}</option>{chosen}</select>'


def _dispatch(doc: Both, both: tuple[list[Side], list[Side]], found: Shown, number: int) -> Iterator[str]:
    kinds = " ".join(sorted({row.kind for row in found if row.slots}))
    slots = " ".join(sorted({slot for row in found for slot in row.slots}))
    same = "" if slots else ' class="same"'
    states = Counter(row.state for row in found)
    told = [f"{states[state]} {what}" for state, what in _COUNTED if states[state]]
    frame = [*([doc.id] if doc.id != doc.title else []), doc.lang, ", ".join(told) or "no records in either"]
    yield f'<article id="d{number}"{same} data-kind="{text(kinds)}" data-slots="{text(slots)}">'
    yield f'<header><h2 dir="auto">{line(doc.title)}</h2>'
    yield "<p>" + " · ".join(f'<span dir="auto">{line(part)}</span>' for part in frame) + "</p></header>\n"
    yield f'<div class="pair"><div class="text"{language(doc.lang)} tabindex="-1">\n'
    cards = {side.number: order for order, row in enumerate(found, 1) for side in row.sides}
    every = [side.quotes for side in (*both[0], *both[1])]
    for row in lines(doc.text, every):
        yield f'<p dir="auto">{"".join(_segment(part, doc, number, cards) for part in row)}</p>\n'
    yield '</div>\n<ol class="records">\n'
    yield from (card(row, number, order) for order, row in enumerate(found, 1))
    yield "</ol></div></article>\n"


def _segment(segment: Segment, doc: Both, number: int, cards: Mapping[int, int]) -> str:
    """A stretch of the text, coloured by who quotes it, linked to the first card that it is quoted in."""
    shown = text(doc.text[segment.start : segment.end])
    if not segment.records:
        return shown
    last_of_a = len(doc.records[0])
    who = ("a" if segment.records[0] <= last_of_a else "") + ("b" if segment.records[-1] > last_of_a else "")
    first = min(cards[record] for record in segment.records)
    numbers = " ".join(map(str, segment.records))
    return f'<a class="{who}" href="#d{number}-r{first}" data-at="{segment.start}" data-r="{numbers}">{shown}</a>'
