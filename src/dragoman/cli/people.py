"""Commands for the accounts of those who may write into a ledger, or read it from elsewhere."""

from __future__ import annotations

import sys

import click

from dragoman.cli.root import ledger_option, main, opened

_ROLE = click.Choice(("reader", "editor"))


@main.group()
def user() -> None:
    """Who may sign in to the pages: readers, and editors, who may judge and add dispatches."""


def _password() -> str:
    """Asked for twice at a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


@user.command()
@click.argument("name")
@click.option("--role", type=_ROLE, default="reader", show_default=True)
@ledger_option
def add(name: str, role: str, address: str) -> None:
    """Make an account; the password is asked for, or read from standard input."""
    from dragoman.users import accounts

    with opened(address) as kept:
        given = _password()  # asked for before the ledger is held
        with kept.database.writing() as connection:
            accounts.add(connection, name, role, given)
    click.echo(f"{name}: {role}")


@user.command("list")
@ledger_option
def listed(address: str) -> None:
    """List the accounts and their tokens."""
    from dragoman.users import accounts, tokens

    with opened(address) as kept, kept.database.reading() as connection:
        for found in accounts.users(connection):
            click.echo(f"{found.name}  {found.role}")
            for token in tokens.tokens(connection, found.name):
                click.echo(f"    token {token.id}, made {token.made_at[:10]}: {token.label}")


@user.command()
@click.argument("name")
@click.argument("role", type=_ROLE)
@ledger_option
def role(name: str, role: str, address: str) -> None:
    """Make a user a reader or an editor."""
    from dragoman.users import accounts

    with opened(address) as kept, kept.database.writing() as connection:
        accounts.set_role(connection, name, role)
    click.echo(f"{name}: {role}")


@user.command()
@click.argument("name")
@ledger_option
def password(name: str, address: str) -> None:
    """Change a password, and end the user's sessions."""
    from dragoman.users import accounts

    with opened(address) as kept:
        given = _password()
        with kept.database.writing() as connection:
            accounts.set_password(connection, name, given)
    click.echo(f"{name}: password changed, sessions ended")


@user.command()
@click.argument("name")
@ledger_option
def remove(name: str, address: str) -> None:
    """Take an account away, with its sessions and tokens; what it judged stays under its name."""
    from dragoman.users import accounts

    with opened(address) as kept, kept.database.writing() as connection:
        accounts.remove(connection, name)
    click.echo(f"{name}: removed")


@user.command()
@click.argument("name")
@click.option("--label", required=True, metavar="TEXT", help="The program that is to use it.")
@ledger_option
def token(name: str, label: str, address: str) -> None:
    """Make a token for a program, which may then do what the user may; it is shown once."""
    from dragoman.users import tokens

    with opened(address) as kept, kept.database.writing() as connection:
        made = tokens.make(connection, name, label)
    click.echo(made)


@user.command()
@click.argument("number", type=int)
@ledger_option
def revoke(number: int, address: str) -> None:
    """Take a token back."""
    from dragoman.users import tokens

    with opened(address) as kept, kept.database.writing() as connection:
        tokens.revoke(connection, number)
    click.echo(f"token {number} revoked")
