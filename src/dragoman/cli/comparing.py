"""The command that compares the codings of two people, versions or machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.root import main, writable
from dragoman.model import DispatchError

if TYPE_CHECKING:
    from dragoman.evaluate.comparison import Comparison

KEYS = ("slot", "kind", "lang", "doc")
SHOWN = 5
"""Lines told of one sort of trouble; --json has all."""


@main.command()
@click.argument("one", metavar="A", type=click.Path(exists=True, path_type=Path))
@click.argument("other", metavar="B", type=click.Path(exists=True, path_type=Path))
@click.option("--by", "keys", type=click.Choice(KEYS), multiple=True, help="Only this table; may be given again.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a page of the differences: texts with both codings, records side by side.",
)
@click.option("--force", is_flag=True, help="Overwrite the page.")
def compare(one: Path, other: Path, keys: tuple[str, ...], as_json: bool, page: Path | None, force: bool) -> None:
    """Compare two codings A and B of the same dispatches: how far two coders agree, and where they differ.

    Both are files or folders of coded dispatches (JSON or JSON Lines), which are paired by their id; neither is the
    truth. Told are agreement in percent and Krippendorff's alpha, of what dispatches hold at all and slot by slot of
    records that align, and precision, recall and F1 with A as the reference.
    """
    from dragoman.evaluate import load
    from dragoman.evaluate.compared import lines, to_json
    from dragoman.evaluate.comparison import compare as between

    _refuse(page, force, (one, other))
    try:
        codings = load(one), load(other)
    except DispatchError as error:
        raise click.ClickException(str(error)) from None
    result = between(*codings)
    if not result.both:
        raise click.ClickException(_nothing(result, *(next(iter(docs)) for docs in codings)))
    for line in _troubles(result):
        click.echo(f"dragoman: {line}", err=True)
    if page:
        _write(result, (str(one), str(other)), page)
    text = json.dumps(to_json(result), ensure_ascii=False, indent=1) if as_json else None
    click.echo(text or "\n".join(lines(result, (str(one), str(other)), keys or KEYS[:3])))


def _refuse(page: Path | None, force: bool, inputs: tuple[Path, Path]) -> None:
    if page and page.exists() and any(page.samefile(path) for path in inputs):
        raise click.UsageError(f"{page} is one of the codings: give another file")
    writable(page, force)


def _write(result: Comparison, names: tuple[str, str], page: Path) -> None:
    from dragoman.evaluate.differences import write

    try:
        with page.open("w", encoding="utf-8", newline="\n") as out:
            write(result, names, out)
    except OSError as error:
        raise click.ClickException(f"{page}: cannot be written: {error.strerror}") from None


def _nothing(result: Comparison, one: str, other: str) -> str:
    if result.other_text:
        return f"nothing to compare: the texts differ of all dispatches in both, such as {result.other_text[0]!r}"
    return f"no dispatch is in both: ids are {one!r} and the like in A, {other!r} in B: give both the same ids"


def _troubles(result: Comparison) -> Iterator[str]:
    """What is left out of the figures, or breaks the codebook, a line each."""
    for side, rest, ids in zip("AB", "BA", result.only, strict=True):
        yield from _some(f"only in {side}", ids, f"not compared: code it in {rest} too")
    yield from _some("another text in A than in B", result.other_text, "not compared: code the same text")
    for side, problems in zip("AB", result.problems, strict=True):
        yield from _some(f"breach of the codebook in {side}", problems)


def _some(what: str, items: Sequence[str], mend: str = "") -> Iterator[str]:
    from dragoman.export.plain import one_line

    yield from (f"{what}: {one_line(item)}{mend and f' ({mend})'}" for item in items[:SHOWN])
    if len(items) > SHOWN:
        yield f"{what}: and {len(items) - SHOWN:,} more; --json lists all"
