"""One self-contained page: each dispatch's text with its evidence highlighted, and its records beside it.

Nothing is fetched, and no text of a dispatch is markup: all of it passes through `_text`. Evidence links to its
record and the record back to it, so the page works without its script; the script adds hovering and the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import TextIO

from dragoman.codebook import codebook
from dragoman.export.labels import count, dates, what, words
from dragoman.export.plain import one_line, visible
from dragoman.export.segments import Segment, lines
from dragoman.model import Actor, Coding, Dispatch, Record

STRIPES = 3
"""Kinds that are shown under one stretch of text; the hover shows all."""

QUOTE = 120
"""Characters of a quote that a record's card repeats."""

_HINT = (
    "Point at a coloured passage to see what was read from it, or at a record to see where it stands. Click keeps it."
)
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
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
    out.write(
        f"</main>\n<footer>{counted} · coded by dragoman</footer>\n<script>{_asset('page.js')}</script>\n</html>\n"
    )


def _head() -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>Coded dispatches</title>\n<style>{_asset('page.css')}</style>\n"
        f'<header class="top"><h1>dragoman</h1><p>{_HINT}</p>\n'
        f'<ul class="legend" aria-label="Kinds of record">{_legend()}</ul>\n'
        '<nav hidden aria-label="Dispatches"></nav></header>\n<main>\n'
    )


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _legend() -> str:
    return "".join(
        f'<li><button type="button" aria-pressed="true" data-kind="{kind.code}" title="{escape(kind.meaning)}">'
        f"{kind.code} <span></span></button></li>"
        for kind in codebook().kinds.values()
    )


def _text(text: str | None) -> str:
    return escape(visible(text or ""))


def _dispatch(coding: Coding, number: int) -> Iterator[str]:
    dispatch = coding.dispatch
    frame = [dispatch.lang, dispatch.date, coding.place, dispatch.agency]
    frame.append(count(len(coding.records), "record", "records") if coding.records else "no records")
    yield f'<article id="d{number}"><header><h2 dir="auto">{_text(one_line(dispatch.title or dispatch.id))}</h2>'
    yield (
        "<p>"
        + " · ".join(f'<span dir="auto">{_text(one_line(part))}</span>' for part in frame if part)
        + "</p></header>\n"
    )
    yield f'<div class="pair"><div class="text"{_lang(dispatch)} tabindex="-1">\n'
    for line in lines(dispatch.text, coding.records):
        marked = "".join(_segment(segment, coding, number) for segment in line)
        yield f'<p dir="auto">{marked}</p>\n'
    yield '</div>\n<ol class="records">\n'
    for order, record in enumerate(coding.records, 1):
        yield "".join(_card(record, number, order)) + "\n"
    yield "</ol></div></article>\n"


def _lang(dispatch: Dispatch) -> str:
    return f' lang="{_text(dispatch.lang)}"' if dispatch.lang else ""


def _segment(segment: Segment, coding: Coding, number: int) -> str:
    text = _text(coding.dispatch.text[segment.start : segment.end])
    if not segment.records:
        return text
    kinds = list(dict.fromkeys(_text(coding.records[order - 1].kind) for order in segment.records))[:STRIPES]
    colours = ";".join(f"--k{place}:var(--{kind})" for place, kind in enumerate(kinds, 1))
    numbers = " ".join(map(str, segment.records))
    return (
        f'<a class="n{len(kinds)}" href="#d{number}-r{segment.records[0]}" data-at="{segment.start}" '
        f'data-r="{numbers}" style="{colours}">{text}</a>'
    )


def _card(record: Record, number: int, order: int) -> Iterator[str]:
    kind = _text(record.kind)
    yield f'<li id="d{number}-r{order}" data-r="{order}" data-kind="{kind}" style="--k:var(--{kind})" tabindex="0">'
    yield f"<h3><b>{kind}</b> {', '.join(map(_text, what(record)))} <i>{_text(record.status)}</i></h3>"
    when = [part for part in (dates(record), one_line(record.place or "")) if part]
    yield f'<p class="when">{" · ".join(map(_text, when))}</p>' if when else ""
    yield f"<ul>{''.join(map(_actor, record.actors))}</ul>"
    yield f'<p class="name" dir="auto">{_text(one_line(record.name))}</p>' if record.name else ""
    topics = "".join(f"<span>{_text(words(topic))}</span>" for topic in record.topics)
    yield f'<p class="topics">{topics}</p>' if topics else ""
    for item in record.evidence:
        quote = _text(one_line(item.quote, QUOTE))
        yield f'<a class="quote" dir="auto" href="#d{number}" data-at="{item.start}">{quote}</a>'
    yield "</li>"


def _actor(actor: Actor) -> str:
    name = f'<strong dir="auto">{_text(one_line(actor.name))}</strong> ' if actor.name else ""
    office = f"{_text(words(actor.office))} " if actor.office else ""
    state = f"<code>{_text(actor.state)}</code>" if actor.state else ""
    return f"<li><span>{_text(words(actor.role))}</span><div>{name}{office}{state}</div></li>"
