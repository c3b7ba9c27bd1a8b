"""Commands that keep a ledger: enter dispatches, look after the database, judge what the machine joined."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.root import F, day, language, ledger_option, main, opened, reading_options, spared
from dragoman.cli.second import second_options

if TYPE_CHECKING:
    from dragoman.ledger.judged import Judgement
    from dragoman.second.reader import SecondReader


@main.command()
@click.argument("inputs", nargs=-1, metavar="[FILES|FOLDERS|-]...")
@ledger_option
@click.option("--lang", callback=language, metavar="CODE", help="Language of all dispatches; else as they say.")
@click.option("--date", "sent", callback=day, metavar="YYYY-MM-DD", help="Day of all dispatches; else as they say.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes.")
@click.option("--embargoed", is_flag=True, help="Enter dispatches under embargo too, to be seen at once.")
@reading_options
@second_options
def add(
    inputs: tuple[str, ...],
    address: str,
    lang: str | None,
    sent: str | None,
    jobs: int,
    embargoed: bool,
    read_as: str | None,
    mapped: dict[str, str],
    no_limits: bool,
    reader: SecondReader | None,
) -> None:
    """Code dispatches and enter them into a ledger, which is made if there is none.

    Each dispatch is entered once, however often it is given: after an interruption the same command goes on where it
    ended. What cannot be coded is told on standard error; the rest is entered, and the exit status is 1. A dispatch
    under embargo is held back and told: give it again when the time has come.
    """
    from dragoman.adding import add as run
    from dragoman.intake import Reading
    from dragoman.scale.outcome import Overrides

    if not inputs:
        if sys.stdin.isatty():
            raise click.UsageError("Nothing to add: give files or folders, or - for standard input.")
        inputs = ("-",)
    with opened(address, create="://" not in address) as ledger:
        reading = Reading(read_as, mapped, bounded=not no_limits)
        sys.exit(run(ledger, inputs, Overrides(lang, sent), jobs, reading, embargoed=embargoed, reader=reader))


@main.group()
def ledger() -> None:
    """Look after a ledger's database."""


@ledger.command()
@ledger_option
def init(address: str) -> None:
    """Make a ledger, or bring its tables up to date."""
    with opened(address, create=True) as made:
        click.echo(f"{made.database.shown}: ready")


ledger.add_command(add)


@ledger.command()
@ledger_option
def recode(address: str) -> None:
    """Code all dispatches of a ledger anew, with this version's coder, and join them again."""
    from dragoman.progress import Progress

    with opened(address) as kept:
        progress = Progress(sys.stderr, None)
        count = kept.recode(lambda done: progress.step(0, done))
        progress.close()
        click.echo(f"{count:,} dispatches coded anew")


@ledger.command()
@ledger_option
def check(address: str) -> None:
    """Prove that a ledger is whole: references, offsets, hashes, and that it comes to the same when derived anew."""
    from dragoman.ledger.check import check as prove

    with opened(address) as kept:
        problems = prove(kept.database)
        for problem in problems[:20]:
            click.echo(problem, err=True)
        if problems:
            click.echo(f"dragoman: {address}: {len(problems):,} faults: restore a backup", err=True)
            sys.exit(1)
        click.echo("whole: every reference, offset and hash holds, and all that is derived comes out the same")


@ledger.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite the file.")
@ledger_option
def backup(file: Path, address: str, force: bool) -> None:
    """Write all that a ledger was given to FILE (JSON Lines, compressed), which any ledger can be restored from."""
    from dragoman.ledger.backup import write

    spared(file, force)
    with opened(address) as kept:
        click.echo(f"{write(kept.database, file):,} rows written to {file}")


@ledger.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@ledger_option
def restore(file: Path, address: str) -> None:
    """Fill an empty ledger from a backup, and derive the rest."""
    from dragoman.ledger.backup import read

    with opened(address, create=True) as kept:
        count = read(kept.database, file)
        kept.refresh()
        click.echo(f"{count:,} rows restored from {file}")


@ledger.command()
@ledger_option
def stats(address: str) -> None:
    """Count what a ledger holds."""
    from dragoman.ledger.stats import stats as count

    with opened(address) as kept, kept.reading() as connection:
        for name, number in count(connection).items():
            click.echo(f"{name:<28}{number:>10,}")


@main.group()
def judge() -> None:
    """Say what is the same event, different, wrong or to be corrected; it wins over the machine and can be undone."""


def _by_and_why(command: F) -> F:
    """Who judges, and why."""
    command = click.option("--why", metavar="TEXT", help="The reason.")(command)
    return click.option("--by", required=True, envvar="DRAGOMAN_USER", metavar="NAME", help="Who judges.")(command)


def _enter(address: str, verdict: str, *records: str, by: str, why: str | None, **what: str) -> None:
    """Enter a judgement, and tell the number by which it can be undone."""
    with opened(address) as kept:
        (number,) = kept.judge(verdict, records, by=by, why=why, **what)
        click.echo(f"judgement {number}")


@judge.command()
@click.argument("record")
@click.argument("other")
@_by_and_why
@ledger_option
def same(record: str, other: str, by: str, why: str | None, address: str) -> None:
    """Two records tell one event."""
    _enter(address, "same", record, other, by=by, why=why)


@judge.command()
@click.argument("record")
@click.argument("other")
@_by_and_why
@ledger_option
def different(record: str, other: str, by: str, why: str | None, address: str) -> None:
    """Two records tell two events."""
    _enter(address, "different", record, other, by=by, why=why)


@judge.command()
@click.argument("record")
@click.argument("slot")
@click.argument("value")
@_by_and_why
@ledger_option
def correct(record: str, slot: str, value: str, by: str, why: str | None, address: str) -> None:
    """A slot of a record has another value; an empty one clears it.

    SLOT is one of type act status date end_date place name topics actors. Actors are written with their roles, as
    'guest: Ilham Aliyev, head_of_state, AZE; host: KAZ'.
    """
    _enter(address, "correct", record, by=by, why=why, slot=slot, value=value)


@judge.command()
@click.argument("record")
@_by_and_why
@ledger_option
def wrong(record: str, by: str, why: str | None, address: str) -> None:
    """A record tells nothing that is so: it no longer counts."""
    _enter(address, "wrong", record, by=by, why=why)


@judge.command()
@click.argument("number", type=int)
@click.option("--by", required=True, envvar="DRAGOMAN_USER", metavar="NAME", help="Who takes it back.")
@ledger_option
def undo(number: int, by: str, address: str) -> None:
    """Take a judgement back."""
    with opened(address) as kept:
        kept.undo(number, by=by)
        click.echo(f"judgement {number} undone")


@judge.command("list")
@ledger_option
def listed(address: str) -> None:
    """List the judgements, those that were undone too."""
    from dragoman.ledger.judged import judgements

    with opened(address) as kept, kept.reading() as connection:
        for judgement in reversed(judgements(connection)):
            click.echo(_line(judgement))


def _line(made: Judgement) -> str:
    what = f"{made.slot} = {made.value!r}" if made.verdict == "correct" else ""
    why = f"because {made.why}" if made.why else ""
    undone = f"undone by {made.undone_by} on {made.undone_at[:10]}" if made.undone_at else ""
    words = f"{made.words.source}: “{made.words.quote[:60]}”"
    told = [str(made.id), made.made_at[:10], made.made_by, made.verdict, made.kind, words, what, why, undone]
    return "  ".join(filter(None, told))
