"""Commands that tell what a ledger holds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.root import F, day, ledger_option, main, opened, writable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.pairs import Pair
    from dragoman.report.page import Page


def _pair_arguments(command: F) -> F:
    """The two states, by code or English name."""
    return click.argument("one", metavar="STATE")(click.argument("other", metavar="STATE")(command))


def _partial_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A day, month or year."""
    from dragoman.ledger.spans import span

    if value is None:
        return None
    try:
        span(value)
    except ValueError:
        raise click.BadParameter(f"no such date {value!r}: write it as 2023-04-10, 2023-04 or 2023") from None
    return value


def period(command: F) -> F:
    """The days between which."""
    command = click.option("--until", callback=_partial_day, metavar="DATE", help="Up to this day, month or year.")(
        command
    )
    return click.option("--since", callback=_partial_day, metavar="DATE", help="From this day, month or year on.")(
        command
    )


def _today() -> str:
    return date.today().isoformat()


def _pair(one: str, other: str) -> Pair:
    from dragoman.ledger.pairs import pair

    return pair(one, other)


def _tell(address: str, lines: Callable[[Any], list[str]], otherwise: str = "") -> None:
    """Print what a question to the ledger is answered with, or that there is nothing."""
    with opened(address) as kept, kept.reading() as connection:
        found = lines(connection)
        click.echo("\n".join(found) if found else otherwise)


@main.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, metavar="N")
@ledger_option
def search(query: str, limit: int, address: str) -> None:
    """Find dispatches that hold every word of QUERY, whatever its case, marks or script."""
    from dragoman.report.lines import dispatches

    _tell(address, lambda connection: dispatches(connection, query, limit), f"no dispatch holds {query!r}")


@main.command()
@_pair_arguments
@period
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; may be given again.")
@click.option("--topic", metavar="TOPIC", help="Only with this topic.")
@ledger_option
def events(
    one: str, other: str, since: str | None, until: str | None, kinds: tuple[str, ...], topic: str | None, address: str
) -> None:
    """List the events of two states in order of time, with the number of their sources."""
    from dragoman.ledger.queries import Filter
    from dragoman.report.lines import events as lines

    _tell(
        address,
        lambda connection: lines(connection, Filter(_pair(one, other), since, until, kinds or None, topic)),
        f"no such events of {one} and {other} in this ledger",
    )


@main.command()
@_pair_arguments
@click.option("--open", "only", flag_value="open", help="Only open ones, overdue or not.")
@click.option("--overdue", "only", flag_value="overdue", help="Only open ones whose date has passed.")
@click.option("--date", "on", callback=day, metavar="YYYY-MM-DD", help="As of this day; else today.")
@ledger_option
def commitments(one: str, other: str, only: str | None, on: str | None, address: str) -> None:
    """List what two states said they would do, and what became of it, step by step with its evidence."""
    from dragoman.report.lines import commitments as lines

    _tell(
        address,
        lambda connection: lines(connection, _pair(one, other), only, on or _today()),
        f"no such commitments of {one} and {other} in this ledger",
    )


@main.command()
@ledger_option
def pairs(address: str) -> None:
    """List the pairs of states that the ledger holds events of, the most told first."""
    from dragoman.report.lines import pairs as lines

    _tell(address, lines, "this ledger holds no events of two states")


@main.command()
@click.argument("name", metavar="STATE")
@ledger_option
def persons(name: str, address: str) -> None:
    """List the persons of a state, with the office that each was last told to hold."""
    from dragoman.ledger.pairs import state
    from dragoman.report.lines import people as lines

    _tell(address, lambda connection: lines(connection, state(name)), f"this ledger names nobody of {name}")


@main.command()
@_pair_arguments
@ledger_option
def bodies(one: str, other: str, address: str) -> None:
    """List the joint bodies of two states."""
    from dragoman.report.lines import bodies as lines

    _tell(address, lambda connection: lines(connection, _pair(one, other)), f"no bodies of {one} and {other}")


@main.command()
@_pair_arguments
@ledger_option
def documents(one: str, other: str, address: str) -> None:
    """List the documents of two states, with how far each has come."""
    from dragoman.report.lines import documents as lines

    _tell(address, lambda connection: lines(connection, _pair(one, other)), f"no documents of {one} and {other}")


@main.command()
@click.argument("identity", metavar="EVENT|PERSON|BODY|DOCUMENT|RECORD")
@ledger_option
def show(identity: str, address: str) -> None:
    """Show one event, person, body or document with its sources, by the id that the lists tell."""
    from dragoman.report.lines import show as lines

    _tell(address, lambda connection: lines(connection, identity))


def _report_language(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """A language that reports can be written in."""
    from dragoman.report.wording import languages

    if value.lower() not in languages():
        raise click.BadParameter(f"no reports in {value!r}: give one of {' '.join(languages())}")
    return value.lower()


def _file(command: F) -> F:
    """Where to, if not to standard output."""
    command = click.option("--force", is_flag=True, help="Overwrite the file.")(command)
    place = click.Path(dir_okay=False, path_type=Path)
    return click.option("-o", "--output", "path", type=place, metavar="FILE", help="Write to it.")(command)


def _paper(command: F) -> F:
    """In which format and language, and where to."""
    told = click.option(
        "--lang", callback=_report_language, default="en", show_default=True, metavar="CODE", help="en or de."
    )(_file(command))
    forms = click.Choice(("md", "html", "docx"))
    return click.option("--format", "form", type=forms, help="Else by the ending of FILE, else Markdown.")(told)


def _put(address: str, path: Path | None, force: bool, make: Callable[[Connection], bytes]) -> None:
    """Make something of a ledger and write it, unless it is clear before that it cannot be written."""
    from dragoman.report.output import put

    writable(path, force)
    with opened(address) as kept, kept.reading() as connection:
        data = make(connection)
    try:
        put(data, path)
    except OSError as error:
        print(f"dragoman: {path}: cannot be written: {error.strerror}", file=sys.stderr)
        sys.exit(1)


def _put_page(
    address: str, form: str | None, path: Path | None, force: bool, make: Callable[[Connection], Page]
) -> None:
    """Make a report and write it in a format."""
    from dragoman.report.registry import BINARY, by_suffix, writer

    form = form or by_suffix(path)
    if path is None and form in BINARY:
        raise click.UsageError(f"--format {form} is for a file: give -o FILE.{form}")
    _put(address, path, force, lambda connection: writer(form)(make(connection)))


@main.command()
@_pair_arguments
@period
@click.option("--date", "on", callback=day, metavar="YYYY-MM-DD", help="As of this day; else the last one of --until.")
@_paper
@ledger_option
def report(
    one: str,
    other: str,
    since: str | None,
    until: str | None,
    on: str | None,
    form: str | None,
    lang: str,
    path: Path | None,
    force: bool,
    address: str,
) -> None:
    """Report on the work that two states did in a period, with numbered notes: for a commission's chair."""
    from dragoman.ledger.spans import iso, span
    from dragoman.report.told_work import page
    from dragoman.report.work import work

    last = until or on or _today()
    as_of = on or iso(span(last).last)
    _put_page(address, form, path, force, lambda c: page(work(c, _pair(one, other), since, last, as_of), lang))


@main.command()
@_pair_arguments
@click.option("--date", "on", callback=day, metavar="YYYY-MM-DD", help="The day to prepare for; else today.")
@_paper
@ledger_option
def briefing(
    one: str,
    other: str,
    on: str | None,
    form: str | None,
    lang: str,
    path: Path | None,
    force: bool,
    address: str,
) -> None:
    """Brief on two states before they meet: who is who, the last contacts, open points."""
    from dragoman.report.briefing import briefing as brief
    from dragoman.report.told_briefing import page

    _put_page(address, form, path, force, lambda c: page(brief(c, _pair(one, other), on or _today()), lang))


@main.command()
@_pair_arguments
@period
@_file
@ledger_option
def calendar(
    one: str, other: str, since: str | None, until: str | None, path: Path | None, force: bool, address: str
) -> None:
    """Write the visits, meetings and sessions of two states whose day is known, for a calendar program (iCalendar)."""
    from dragoman.ledger.queries import Filter
    from dragoman.report.calendar import write

    def make(connection: Connection) -> bytes:
        pair = _pair(one, other)
        return write(connection, pair, Filter(pair, since, until))

    _put(address, path, force, make)
