"""The command that tells the relation of the two parties of a sentence."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import click

from dragoman.cli.root import language, main


@main.command()
@click.argument("file", type=click.File("rb"), metavar="FILE|-")
@click.option("--cues", "cues_only", is_flag=True, help="By the cues alone, without the trained model.")
@click.option(
    "--lang", default="en", show_default=True, callback=language, metavar="CODE", help="Language of the sentences."
)
def relation(file: BinaryIO, cues_only: bool, lang: str) -> None:
    """Tell who does what to whom, in PLOVER's terms.

    FILE is JSON Lines: one sentence a line, with the fields text, source and target, the two parties in the sentence's
    very words; null is for one that it does not name. Written are JSON Lines too: root (PLOVER's type, with CONCEDE and
    RETREAT as YIELD), quad (1 verbal and 2 material co-operation, 3 verbal and 4 material conflict), binary, mode and
    the words that decided. The root is null where nothing tells one. A line that is off is told on standard error, the
    others are still read; the exit status is then 1.
    """
    from dragoman.export.plain import one_line
    from dragoman.plover.lines import tell

    problems = 0
    where = Path(getattr(file, "name", "-")).name.replace("<stdin>", "-")
    with closing(file):
        for told in tell(file, where, lang=lang, cues_only=cues_only):
            if told.problem is None:
                click.echo(json.dumps(told.answer, ensure_ascii=False))
            else:
                problems += 1
                click.echo(f"dragoman: {told.where}: {one_line(told.problem)}", err=True)
    sys.exit(1 if problems else 0)
