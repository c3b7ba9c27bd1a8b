"""Commands for archives of any size: code on a cluster, join, load into a ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.root import F, day, language, ledger_option, main, opened, reading_options

if TYPE_CHECKING:
    from dragoman.scale.cluster import Cluster

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@main.group()
def scale() -> None:
    """Code, join and load archives of any size, on the cores of this machine or of a cluster (needs dragoman[ray])."""


def _cluster_options(command: F) -> F:
    """Where the workers are, and how many."""
    address = click.option(
        "--address", metavar="HOST:PORT|auto", help="A Ray that runs already; else one is started here."
    )
    workers = click.option(
        "--workers", type=click.IntRange(min=1), metavar="N", help="Workers, at most; else all cores."
    )
    return address(workers(command))


@contextmanager
def _told() -> Iterator[None]:
    """What keeps a command from being done ends it with one line."""
    from dragoman.extras import missing
    from dragoman.run import say
    from dragoman.scale.errors import ScaleError

    try:
        yield
    except ScaleError as error:
        say(str(error))
        sys.exit(1)
    except ImportError as error:
        if error.name not in ("pyarrow", "ray"):
            raise
        say(missing("this", error.name, "ray"))
        sys.exit(1)
    except OSError as error:
        say(f"{error.filename or 'output'}: {error.strerror}: check the folder, its disk and your rights")
        sys.exit(1)


def _cluster(address: str | None, workers: int | None) -> Cluster:
    from dragoman.scale.cluster import Cluster

    return Cluster(address, workers)


@scale.command("code")
@click.argument("inputs", nargs=-1, required=True, metavar="FILES|FOLDERS...")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Where to.")
@click.option("--lang", callback=language, metavar="CODE", help="Language of all dispatches; else as they say.")
@click.option("--date", "sent", callback=day, metavar="YYYY-MM-DD", help="Day of all dispatches; else as they say.")
@_cluster_options
@click.option(
    "--split", type=click.IntRange(min=1), default=64, show_default=True, metavar="MB", help="Cut larger inputs up."
)
@click.option("--force", is_flag=True, help="Code all anew, whatever is coded in DIR.")
@reading_options
def code_(
    inputs: tuple[str, ...],
    out: Path,
    lang: str | None,
    sent: str | None,
    address: str | None,
    workers: int | None,
    split: int,
    force: bool,
    read_as: str | None,
    mapped: dict[str, str],
    no_limits: bool,
) -> None:
    """Code an archive into Parquet, by year and month, below DIR.

    Takes what `dragoman code` takes. Given again, the same command goes on where it ended; of inputs that
    have changed, or are new, only these are coded. What cannot be coded is listed in DIR/rejected, and the exit status
    is then 1.
    """
    with _told():
        from dragoman.intake import Reading
        from dragoman.scale.archive import Archive, code_archive
        from dragoman.scale.outcome import Overrides

        reading = Reading(read_as, mapped, bounded=not no_limits)
        archive = Archive(inputs, out, Overrides(lang, sent), split * 1_000_000, force, reading)
        sys.exit(code_archive(archive, _cluster(address, workers)))


@scale.command()
@click.argument("folder", type=_FOLDER, metavar="DIR")
@_cluster_options
def join(folder: Path, address: str | None, workers: int | None) -> None:
    """Join the records of an archive into events, below DIR/joined.

    DIR is where `dragoman scale code` has written to. Its records are joined as a ledger joins them: the tables are
    those of a ledger, and hold the same.
    """
    with _told():
        from dragoman.scale.joining import join_archive

        sys.exit(join_archive(folder, _cluster(address, workers)))


@scale.command()
@click.argument("folder", type=_FOLDER, metavar="DIR")
@ledger_option
@click.option("--embargoed", is_flag=True, help="Enter dispatches under embargo too, to be seen at once.")
def load(folder: Path, address: str, embargoed: bool) -> None:
    """Enter an archive coded below DIR into a ledger, without coding it again.

    The ledger is made if there is none. Each dispatch is entered once, however often it is given. One under embargo is
    held back and told: give the command again when the time has come.
    """
    with _told():
        from dragoman.scale.loading import load_archive

        with opened(address, create="://" not in address) as ledger:
            sys.exit(load_archive(folder, ledger, embargoed=embargoed))
