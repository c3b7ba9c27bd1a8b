"""The command that opens a ledger in the browser."""

from __future__ import annotations

import ipaddress
import os

import click

from dragoman.cli.root import ledger_option, main, opened


def _is_loopback(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8700, show_default=True)
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name that a proxy gives it; all must sign in.")
@click.option(
    "--tls-cert", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="For HTTPS, with its key."
)
@click.option("--tls-key", type=click.Path(exists=True, dir_okay=False), metavar="FILE")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="Processes.")
@ledger_option
def serve(
    host: str,
    port: int,
    names: tuple[str, ...],
    tls_cert: str | None,
    tls_key: str | None,
    workers: int,
    address: str,
) -> None:
    """Open a ledger in the browser: pages and, beside each, its data as JSON. Ends with Ctrl-C.

    On this machine whoever opens the pages may read; to write, or to read from elsewhere, people sign in
    (`dragoman user add`).
    """
    if bool(tls_cert) != bool(tls_key):
        raise click.UsageError("A certificate and its key go together: give both --tls-cert and --tls-key.")
    is_open = _is_loopback(host) and not names
    _ready(address, host, is_open=is_open)
    import uvicorn

    from dragoman.web.app import HOSTS, OPEN
    from dragoman.web.guard import LOOPBACK

    hosts = (*LOOPBACK, host, *names) if _is_loopback(host) or names else ()
    os.environ |= {"DRAGOMAN_LEDGER": address, HOSTS: " ".join(hosts), OPEN: str(int(is_open))}
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"{'https' if tls_cert else 'http'}://{shown}:{port}  (Ctrl-C ends it)", err=True)
    if not (tls_cert or _is_loopback(host)):
        click.echo("Passwords go over the network as they are typed: give --tls-cert and --tls-key.", err=True)
    uvicorn.run(
        "dragoman.web.app:served",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        server_header=False,
        ssl_certfile=tls_cert,
        ssl_keyfile=tls_key,
    )


def _ready(address: str, host: str, *, is_open: bool) -> None:
    """See that there is a ledger, and that those who can reach it are asked who they are."""
    from dragoman.users.accounts import has_users

    with opened(address) as kept, kept.database.reading() as connection:  # what is wrong is said in one line
        if not is_open and not has_users(connection):
            raise click.UsageError(
                f"{host} can be reached from other machines, and this ledger has no users: anybody could read it. "
                f"Give `dragoman user add NAME --role editor --ledger {kept.database.shown}` first, "
                "or --host 127.0.0.1."
            )
