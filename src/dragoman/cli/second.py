"""The options by which a second reader is asked, and the commands that decide on what it read."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.root import F, ledger_option, main, opened

if TYPE_CHECKING:
    from dragoman.second.reader import SecondReader

_OPTIONS = (
    click.option(
        "--second-reader",
        "url",
        metavar="URL",
        help="Send dispatches in doubt to the chat model at this OpenAI-compatible address, as https://host/v1. "
        "Their texts leave this machine. A key is taken from DRAGOMAN_SECOND_KEY.",
    ),
    click.option("--second-model", "model", metavar="NAME", help="Which model to ask there."),
    click.option(
        "--second-limit",
        "limit",
        type=click.IntRange(min=0),
        default=100,
        show_default=True,
        metavar="N",
        help="Calls in all.",
    ),
    click.option(
        "--second-seconds",
        "seconds",
        type=click.FloatRange(min=1),
        default=600,
        show_default=True,
        metavar="S",
        help="Time in all.",
    ),
    click.option(
        "--second-timeout",
        "timeout",
        type=click.FloatRange(min=0.1),
        default=120,
        show_default=True,
        metavar="S",
        help="Time for a call.",
    ),
    click.option(
        "--second-tokens",
        "tokens",
        type=click.IntRange(min=1),
        default=4000,
        show_default=True,
        metavar="N",
        help="Length of an answer.",
    ),
    click.option(
        "--second-cache",
        "cache",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Keep answers there, so that none is asked for twice; else in the user's cache folder.",
    ),
    click.option(
        "--second-insecure",
        "insecure",
        is_flag=True,
        help="Allow http to another machine, where others may read along.",
    ),
)


def second_options(command: F) -> F:
    """The options of a second reader, as the one argument ``reader``: None where nobody asks for one."""

    @wraps(command)
    def run(*args: Any, **told: Any) -> Any:
        names = ("url", "model", "limit", "seconds", "timeout", "tokens", "cache", "insecure")
        return command(*args, reader=_reader(**{name: told.pop(name) for name in names}), **told)

    wrapped: Any = run
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def _reader(url: str | None, model: str | None, **limits: Any) -> SecondReader | None:
    if url is None:
        if model:
            raise click.UsageError("--second-model goes with --second-reader URL.")
        return None
    if not model:
        raise click.UsageError("--second-reader asks a model: name it with --second-model NAME.")
    from dragoman.extras import missing

    try:
        import httpx2
        import jsonschema
        import platformdirs
    except ModuleNotFoundError as error:
        raise click.ClickException(missing("a second reader", error.name, "second")) from None
    del httpx2, jsonschema, platformdirs
    from dragoman.run import say
    from dragoman.second.reader import SecondReader
    from dragoman.second.settings import SecondError, Settings, key

    try:
        return SecondReader(Settings(url, model, key=key(), **limits), say)
    except SecondError as error:
        raise click.ClickException(str(error)) from None


@main.group()
def second() -> None:
    """Compare what a second reader made of dispatches with the coder's records, and decide on it."""


_BY = click.option("--by", required=True, envvar="DRAGOMAN_USER", metavar="NAME", help="Who decides.")
_WHY = click.option("--why", metavar="TEXT", help="The reason.")


@second.command("list")
@click.option("--all", "everything", is_flag=True, help="Also what was decided, or does not differ.")
@ledger_option
def listed(everything: bool, address: str) -> None:
    """List the readings that differ from the coder's records and wait for a decision."""
    from dragoman.ledger.readings import readings
    from dragoman.report.second import line

    with opened(address) as kept, kept.reading() as connection:
        found = readings(connection, decided=everything)
        click.echo("\n".join(map(line, found)) if found else "nothing waits for a decision")


@second.command()
@click.argument("number", type=int)
@ledger_option
def show(number: int, address: str) -> None:
    """Show a reading beside the coder's records, with the words that carry each."""
    from dragoman.ledger.readings import reading
    from dragoman.report.second import lines

    with opened(address) as kept, kept.reading() as connection:
        click.echo("\n".join(lines(reading(connection, number))))


@second.command()
@click.argument("number", type=int)
@click.argument("records", nargs=-1, required=True, type=click.IntRange(min=1))
@_BY
@_WHY
@ledger_option
def accept(number: int, records: tuple[int, ...], by: str, why: str | None, address: str) -> None:
    """Take RECORDS of a reading, by their numbers in `show`, in among the dispatch's own; the others are left out."""
    with opened(address) as kept:
        kept.accept(number, [place - 1 for place in records], by=by, why=why)
        click.echo(f"second reading {number}: {len(set(records))} accepted")


@second.command()
@click.argument("number", type=int)
@_BY
@_WHY
@ledger_option
def dismiss(number: int, by: str, why: str | None, address: str) -> None:
    """Leave all records of a reading out."""
    with opened(address) as kept:
        kept.accept(number, [], by=by, why=why)
        click.echo(f"second reading {number}: dismissed")


@second.command()
@click.argument("number", type=int)
@ledger_option
def undo(number: int, address: str) -> None:
    """Take the decision on a reading back; it waits again."""
    with opened(address) as kept:
        kept.undecide(number)
        click.echo(f"second reading {number}: waits again")
