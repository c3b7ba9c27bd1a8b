"""One self-contained page: each dispatch's text with its evidence highlighted, and its records beside it.

Evidence links to its record and the record back to it, so the page works without its script; the script adds hovering
and the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TextIO

from dragoman.codebook import codebook
from dragoman.export.labels import count, dates, what, words
from dragoman.export.markup import asset, foot, head, language, line, text
from dragoman.export.segments import Segment, lines
from dragoman.model import Actor, Coding, Record

STRIPES = 3
"""Kinds that are shown under one stretch of text; the hover shows all."""

QUOTE = 120
"""Characters of a quote that a record's card repeats."""

_HINT = (
    "Point at a coloured passage to see what was read from it, or at a record to see where it stands. Click keeps it."
)


def write(codings: Iterable[Coding], out: TextIO) -> None:
    """Write the page, dispatch by dispatch."""
    out.write(_head())
    dispatches = records = 0
    for coding in codings:
        dispatches += 1
        records += len(coding.records)
        out.write("".join(_dispatch(coding, dispatches)))
    counted = f"{count(dispatches, 'dispatch', 'dispatches')}, {count(records, 'record', 'records')}"
    out.write("</main>\n" + foot(f"{counted} · coded by dragoman", [asset("page.js")]))


def _head() -> str:
    return head("Coded dispatches", asset("page.css")) + (
        f'<header class="top"><h1>dragoman</h1><p>{_HINT}</p>\n'
        f'<ul class="legend" aria-label="Kinds of record">{_legend()}</ul>\n'
        '<nav hidden aria-label="Dispatches"></nav></header>\n<main>\n'
    )


def _legend() -> str:
    return "".join(
        f'<li><button type="button" aria-pressed="true" data-kind="{kind.code}" title="{escape(kind.meaning)}">'
        f"{kind.code} <span></span></button></li>"
        for kind in codebook().kinds.values()
    )


def _dispatch(coding: Coding, number: int) -> Iterator[str]:
    dispatch = coding.dispatch
    frame = [dispatch.lang, dispatch.date, coding.place, dispatch.agency, coding.coder]
    frame.append(count(len(coding.records), "record", "records") if coding.records else "no records")
    yield f'<article id="d{number}"><header><h2 dir="auto">{line(dispatch.title or dispatch.id)}</h2>'
    yield ("<p>" + " · ".join(f'<span dir="auto">{line(part)}</span>' for part in frame if part) + "</p></header>\n")
    yield f'<div class="pair"><div class="text"{language(dispatch.lang)} tabindex="-1">\n'
    for row in lines(dispatch.text, coding.records):
        marked = "".join(_segment(segment, coding, number) for segment in row)
        yield f'<p dir="auto">{marked}</p>\n'
    yield '</div>\n<ol class="records">\n'
    for order, record in enumerate(coding.records, 1):
        yield "".join(_card(record, number, order)) + "\n"
    yield "</ol></div></article>\n"


def _segment(segment: Segment, coding: Coding, number: int) -> str:
    shown = text(coding.dispatch.text[segment.start : segment.end])
    if not segment.records:
        return shown
    kinds = list(dict.fromkeys(text(coding.records[order - 1].kind) for order in segment.records))[:STRIPES]
    colours = ";".join(f"--k{place}:var(--{kind})" for place, kind in enumerate(kinds, 1))
    numbers = " ".join(map(str, segment.records))
    return (
        f'<a class="n{len(kinds)}" href="#d{number}-r{segment.records[0]}" data-at="{segment.start}" '
        f'data-r="{numbers}" style="{colours}">{shown}</a>'
    )


def _card(record: Record, number: int, order: int) -> Iterator[str]:
    kind = text(record.kind)
    yield f'<li id="d{number}-r{order}" data-r="{order}" data-kind="{kind}" style="--k:var(--{kind})" tabindex="0">'
    yield f"<h3><b>{kind}</b> {', '.join(map(text, what(record)))} <i>{text(record.status)}</i></h3>"
    when = [part for part in (dates(record), record.place) if part]
    yield f'<p class="when">{" · ".join(map(line, when))}</p>' if when else ""
    yield f"<ul>{''.join(map(_actor, record.actors))}</ul>"
    yield f'<p class="name" dir="auto">{line(record.name)}</p>' if record.name else ""
    topics = "".join(f"<span>{text(words(topic))}</span>" for topic in record.topics)
    yield f'<p class="topics">{topics}</p>' if topics else ""
    for item in record.evidence:
        quote = line(item.quote, QUOTE)
        yield f'<a class="quote" dir="auto" href="#d{number}" data-at="{item.start}">{quote}</a>'
    yield "</li>"


def _actor(actor: Actor) -> str:
    name = f'<strong dir="auto">{line(actor.name)}</strong> ' if actor.name else ""
    office = f"{text(words(actor.office))} " if actor.office else ""
    state = f"<code>{text(actor.state)}</code>" if actor.state else ""
    return f"<li><span>{text(words(actor.role))}</span><div>{name}{office}{state}</div></li>"
