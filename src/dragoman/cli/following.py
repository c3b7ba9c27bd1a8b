"""The command that follows feeds and folders."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from dragoman.cli.root import ledger_option, main, opened


@main.command()
@click.argument("sources", type=click.Path(dir_okay=False, path_type=Path), metavar="SOURCES.yml")
@ledger_option
@click.option("--once", is_flag=True, help="Look at each source one time, and end.")
@click.option(
    "--state",
    "remembered",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What was read is remembered here; else beside SOURCES.yml, with the ending .state.",
)
def follow(sources: Path, address: str, once: bool, remembered: Path | None) -> None:
    """Follow feeds and folders: what is new in them is coded and entered into a ledger, until it is stopped.

    SOURCES.yml lists them (docs/following.md). Stopped with Ctrl-C or SIGTERM, it ends what it is at; the next run goes
    on from there.
    """
    from dragoman.extras import missing

    try:
        from dragoman.follow.follower import Follower
    except ModuleNotFoundError as error:
        raise click.ClickException(missing("following", error.name, "follow")) from None
    from dragoman.follow.errors import FollowError
    from dragoman.follow.sources import read
    from dragoman.follow.state import State
    from dragoman.run import say

    try:
        listed = read(sources)
        state = State(remembered or sources.with_suffix(".state"))
    except FollowError as error:
        raise click.ClickException(str(error)) from None
    try:
        with opened(address, create="://" not in address) as ledger:
            follower = Follower(ledger, listed, state, say)
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: follower.stop.set())
            say(f"following {len(listed):,} sources into {ledger.database.shown}")
            follower.run(once)
    finally:
        state.close()
    say("stopped" if follower.stop.is_set() else "done")
    sys.exit(1 if once and follower.problems else 0)
