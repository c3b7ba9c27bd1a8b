"""The command that writes data sets of events."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from dragoman.cli.root import ledger_option, main, opened
from dragoman.cli.telling import period
from dragoman.export.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.export.data.registry import Format
    from dragoman.export.data.told import Told
    from dragoman.ledger.queries import Filter


class _Formats(click.ParamType["Format"]):
    """The formats, listed only when asked: their registry is not imported by other commands."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Format:
        from dragoman.export.data.registry import FORMATS

        if value not in FORMATS:
            self.fail(f"unknown format {value!r}: give one of {' '.join(FORMATS)}", param, ctx)
        return FORMATS[value]


@main.command()
@click.argument("form", type=_Formats(), metavar="FORMAT")
@click.argument("inputs", nargs=-1, metavar="[CODED...]")
@click.option("--pair", nargs=2, metavar="STATE STATE", help="Only events of these two.")
@period
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; may be given again.")
@click.option("--topic", metavar="TOPIC", help="Only with this topic.")
@click.option(
    "--table",
    "tables",
    multiple=True,
    type=click.Choice(("events", "records", "actors")),
    help="Of formats that are tables, this one; else events, and all of them into a folder.",
)
@click.option("-o", "--output", "path", metavar="FILE|FOLDER/", help="Write to it.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@click.option("--describe", is_flag=True, help="Print what the format holds, field by field, instead.")
@click.option(
    "--metadata", "database", metavar="NAME", help="Of sqlite: print instead what Datasette shows of NAME.db."
)
@ledger_option
def export(
    form: Format,
    inputs: tuple[str, ...],
    pair: tuple[str, str] | None,
    since: str | None,
    until: str | None,
    kinds: tuple[str, ...],
    topic: str | None,
    tables: tuple[str, ...],
    path: str | None,
    force: bool,
    describe: bool,
    database: str | None,
    address: str,
) -> None:
    """Write the events of a ledger as a data set, or those of CODED dispatches, if any are given.

    CODED are files or folders that `dragoman code --format jsonl` wrote, or - for standard input; each of their records
    is an event. `dragoman formats` lists the formats.
    """
    from dragoman.export.data import dictionary, files
    from dragoman.export.labels import count
    from dragoman.ledger.pairs import pair as named
    from dragoman.ledger.queries import Filter

    with _one_line(form, path):
        if describe:
            click.echo(dictionary.markdown(form))
            return
        if database is not None:
            click.echo(_metadata(form, database), nl=False)
            return
        wanted = Filter(named(*pair) if pair else None, since, until, kinds or None, topic)
        try:
            chosen = files.targets(form, path, tables, force)
        except files.TargetError as error:
            raise click.UsageError(str(error)) from None
        problems: list[str] = []
        with _source(inputs, wanted, address, problems, whole=form.takes_records(chosen)) as told:
            written = files.write(form, told, chosen)
    if path:
        click.echo(f"{count(written.kept, 'event', 'events')} written to {path}")
    if written.read > written.kept:
        left = f"{written.read - written.kept:,} of {count(written.read, 'event', 'events')}"
        click.echo(f"{left} left out: {form.name} has only {form.only}", err=True)
    sys.exit(1 if problems else 0)


def _metadata(form: Format, database: str) -> str:
    """What Datasette shows of a database."""
    from dragoman.export.data import sqlite

    if form.name != "sqlite":
        raise click.UsageError(f"--metadata is of sqlite, not of {form.name}: leave it out")
    return sqlite.metadata(database)


@contextmanager
def _source(
    inputs: tuple[str, ...], wanted: Filter, address: str, problems: list[str], *, whole: bool
) -> Iterator[Iterable[Told]]:
    """The events of coded dispatches, or those of a ledger."""
    if inputs:
        from dragoman.export.data import codings
        from dragoman.export.data.reading import read

        def tell(problem: str) -> None:
            problems.append(problem)
            click.echo(f"dragoman: {one_line(problem)}", err=True)

        yield codings.told(read(inputs, tell), wanted)
        return
    from dragoman.export.data import ledger

    with opened(address) as kept, kept.reading() as connection:
        yield ledger.told(connection, wanted, whole=whole)


@contextmanager
def _one_line(form: Format, path: str | None) -> Iterator[None]:
    """What is missing or cannot be written ends the command with one line."""
    from dragoman.extras import missing
    from dragoman.ledger import LedgerError

    try:
        yield
    except ModuleNotFoundError as error:
        if form.extra is None:
            raise
        problem = missing(form.name, error.name, form.extra)
    except LedgerError as error:
        problem = str(error)
    except OSError as error:
        problem = (
            f"{path or 'standard output'}: cannot be written ({error.strerror}): check it, its disk and your rights"
        )
    else:
        return
    print(f"dragoman: {problem}", file=sys.stderr)
    sys.exit(1)


@main.command()
def formats() -> None:
    """List the formats of data sets."""
    from dragoman.export.data.registry import FORMATS

    for form in FORMATS.values():
        click.echo(f"{form.name:<10}{form.about}")
