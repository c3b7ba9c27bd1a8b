"""Commands that code dispatches, and tell of the codebook and the languages."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.root import day, language, main, reading_options
from dragoman.cli.second import second_options
from dragoman.export import FORMATS
from dragoman.model import DispatchError

if TYPE_CHECKING:
    from dragoman.second.reader import SecondReader

KEYS = ("kind", "slot", "lang", "doc")


@main.command()
@click.argument("inputs", nargs=-1, metavar="[FILES|FOLDERS|-]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How to write; else by the ending of --output, else table.",
)
@click.option(
    "--lang", callback=language, metavar="CODE", help="Language of all dispatches; else as they say or as found."
)
@click.option("--date", "sent", callback=day, metavar="YYYY-MM-DD", help="Day of all dispatches; else as they say.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes; order is kept."
)
@reading_options
@click.option(
    "--second-output",
    "beside",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write what a second reader makes of dispatches in doubt there, in the format of the file's ending.",
)
@second_options
def code(
    inputs: tuple[str, ...],
    form: str | None,
    lang: str | None,
    sent: str | None,
    output: Path | None,
    jobs: int,
    read_as: str | None,
    mapped: dict[str, str],
    no_limits: bool,
    beside: Path | None,
    reader: SecondReader | None,
) -> None:
    """Code dispatches into records.

    Reads plain text (.txt, one dispatch a file), JSON, JSON Lines, ninjs, pages, feeds, NewsML-G2, e-mail, tables (CSV,
    Parquet), web archives and archives of all these, from files, from folders or from standard input (-). A dispatch
    that cannot be coded is told on standard error; the others are still coded. The exit status is 1 if any could not be
    coded, 2 for wrong usage.
    """
    from dragoman.intake import Reading
    from dragoman.run import Output, Second, run
    from dragoman.scale.outcome import Overrides

    if not inputs:
        if sys.stdin.isatty():
            raise click.UsageError("Nothing to code: give files or folders, or - for standard input.")
        inputs = ("-",)
    _refuse_overwriting(inputs, output, "--output")
    if (reader is None) != (beside is None):
        raise click.UsageError(
            "--second-reader and --second-output go together: what is read goes to a file of its own."
        )
    if beside and output and beside.absolute() == output.absolute():
        raise click.BadParameter("is --output too: give another file", param_hint="--second-output")
    _refuse_overwriting(inputs, beside, "--second-output")
    second = Second(reader, Output(None, beside)) if reader else None
    reading = Reading(read_as, mapped, bounded=not no_limits)
    sys.exit(run(inputs, Output(form, output), Overrides(lang, sent), jobs, reading, second))


def _refuse_overwriting(inputs: tuple[str, ...], output: Path | None, option: str) -> None:
    if output is None:
        return
    if not output.absolute().parent.is_dir():
        raise click.BadParameter(f"no folder {str(output.parent)!r}: make it first", param_hint=option)
    if output.exists() and any(Path(name).is_file() and output.samefile(name) for name in inputs):
        raise click.BadParameter(f"{str(output)!r} is one of the inputs: give another file", param_hint=option)


@main.command()
def languages() -> None:
    """List the languages that dispatches may be in, and how much of the contract each passes."""
    from dragoman.lang.pack import contract

    for code, (name, passed, facts) in contract().items():
        click.echo(f"{code}  {name:<12} contract {passed} of {facts}")


@main.command()
@click.argument("name", required=False, metavar="[KIND]")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a coded dispatch instead.")
def codebook(name: str | None, schema: bool) -> None:
    """Print the codebook: all of it in short, or one KIND or list in full."""
    from dragoman.codebook import codebook as load
    from dragoman.codebook import show

    if schema:
        from dragoman.codebook.schema import schema as make

        click.echo(_dump(make(load())))
        return
    text = show.entry(load(), name) if name else show.overview(load())
    if text is None:
        raise click.UsageError(f"The codebook has no {name!r}: give one of {' '.join(show.names(load()))}.")
    click.echo(text)


@main.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("predicted", type=click.Path(exists=True, path_type=Path))
@click.option("--by", "keys", type=click.Choice(KEYS), multiple=True, help="Only this table; may be given again.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
def evaluate(gold: Path, predicted: Path, keys: tuple[str, ...], as_json: bool) -> None:
    """Compare PREDICTED with GOLD codings: precision, recall and F1 by kind, slot, language and dispatch.

    Both are files or folders of coded dispatches (JSON or JSON Lines), which are paired by their id.
    """
    from dragoman.evaluate import evaluate as measure
    from dragoman.evaluate import load
    from dragoman.evaluate.tables import tables, to_json

    try:
        result = measure(load(gold), load(predicted))
    except DispatchError as error:
        raise click.ClickException(str(error)) from None
    for problem in result.problems[:5]:
        click.echo(f"dragoman: breach of the codebook: {problem}", err=True)
    click.echo(_dump(to_json(result)) if as_json else "\n".join(tables(result, keys or KEYS)))


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)
