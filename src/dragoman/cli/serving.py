"""The command that opens a ledger in the browser."""

from __future__ import annotations

import ipaddress
import os

import click

from dragoman.cli.root import ledger_option, main, opened


def _loopback(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """An address of this machine alone: whoever reaches the pages may read all of the ledger."""
    if value != "localhost" and not _is_loopback(value):
        raise click.BadParameter(
            f"{value} can be reached from other machines, and the pages know no users yet: anybody could read the "
            "ledger; give 127.0.0.1, and let others in through a tunnel (ssh -L) or a proxy that asks who they are"
        )
    return value


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@main.command()
@click.option("--host", callback=_loopback, default="127.0.0.1", show_default=True, help="An address of this machine.")
@click.option("--port", type=click.IntRange(1, 65535), default=8700, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="Processes.")
@ledger_option
def serve(host: str, port: int, workers: int, address: str) -> None:
    """Open a ledger in the browser: pages and, beside each, its data as JSON. Ends with Ctrl-C."""
    with opened(address):
        pass  # what is wrong with it is said here, in one line
    import uvicorn

    from dragoman.web.app import HOSTS
    from dragoman.web.guard import LOOPBACK

    os.environ |= {"DRAGOMAN_LEDGER": address, HOSTS: " ".join((*LOOPBACK, host))}
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"http://{shown}:{port}  (Ctrl-C ends it)", err=True)
    uvicorn.run(
        "dragoman.web.app:served",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        server_header=False,
    )
