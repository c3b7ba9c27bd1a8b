"""The command ``dragoman``, to which the modules beside this one add theirs, and what their options share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman import __version__
from dragoman.model import DispatchError

if TYPE_CHECKING:
    from dragoman.ledger import Ledger

F = TypeVar("F", bound=Callable[..., Any])

LEDGER = "ledger.db"
"""Where the ledger lies if nobody says: in this folder."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read diplomatic news dispatches, code them into records with the words that carry each, and keep a ledger."""


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """An ISO day."""
    from dragoman.intake.fields import iso_day

    try:
        return iso_day(value) if value else None
    except DispatchError as error:
        raise click.BadParameter(str(error)) from None


def language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The code of a pack."""
    if value is None:
        return None
    from dragoman.coder import languages

    if value.lower() not in languages():
        raise click.BadParameter(f"unsupported language {value!r}: give one of {' '.join(languages())}")
    return value.lower()


def columns(ctx: click.Context, param: click.Parameter, value: str | None) -> dict[str, str]:
    """Fields and the columns that hold them."""
    from dragoman.intake.columns import parse_map

    try:
        return parse_map(value or "")
    except DispatchError as error:
        raise click.BadParameter(str(error)) from None


def form(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A format that dispatches are read from."""
    if value is None:
        return None
    from dragoman.intake.registry import BY_NAME

    if value.lower() not in BY_NAME:
        raise click.BadParameter(f"no format {value!r}: give one of {' '.join(sorted(BY_NAME))}")
    return value.lower()


def reading_options(command: F) -> F:
    """How the inputs are to be read."""
    bounds = click.option("--no-limits", is_flag=True, help="Read archives however much they expand to.")
    mapped = click.option(
        "--map",
        "mapped",
        callback=columns,
        metavar="FIELD=COLUMN,…",
        help="Columns of tables: text=body,date=published.",
    )
    read_as = click.option(
        "--as", "read_as", callback=form, metavar="FORMAT", help="Format of all inputs; else as they begin and end."
    )
    return read_as(mapped(bounds(command)))


def spared(path: Path | None, force: bool) -> None:
    """Refuse to write over a file, unless that is asked for."""
    if path and path.exists() and not force:
        raise click.UsageError(f"{path} exists: give another file, or --force")


def writable(path: Path | None, force: bool) -> None:
    """Refuse, before anything is made, what cannot be written: a file in no folder, or over another one."""
    if path and not path.parent.is_dir():
        raise click.UsageError(f"{path.parent}: no such folder: make it first, or give another file")
    spared(path, force)


def ledger_option(command: F) -> F:
    """Where the ledger lies: a file, or the address of a server."""
    return click.option(
        "--ledger",
        "address",
        envvar="DRAGOMAN_LEDGER",
        default=LEDGER,
        show_default=True,
        metavar="PATH|ADDRESS",
        help="A SQLite file, or postgresql+psycopg://…; also as DRAGOMAN_LEDGER.",
    )(command)


@contextmanager
def opened(address: str, *, create: bool = False) -> Iterator[Ledger]:
    """The ledger at an address; what is wrong with it, or with what is asked of it, ends the command with one line."""
    from dragoman.ledger import Ledger, LedgerError

    try:
        with Ledger(address, create=create) as ledger:
            yield ledger
    except LedgerError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        sys.exit(1)
