"""Accounts, sessions and tokens."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dragoman.ledger import Ledger, LedgerError, clock, tables
from dragoman.users import accounts, sessions, tokens

from . import EDITOR, PASSWORD, READER


@pytest.mark.parametrize(
    ("name", "role", "password", "told"),
    [
        ("ada", "editor", PASSWORD, "there is a user 'ada' already"),
        ("Eve Adams", "editor", PASSWORD, "no spaces"),
        ("", "editor", PASSWORD, "no name"),
        ("x" * 65, "editor", PASSWORD, "up to 64"),
        ("Eve", "owner", PASSWORD, "no role 'owner'"),
        ("Eve", "reader", "short", "10 to 200"),
        ("Eve", "reader", "x" * 201, "10 to 200"),
        ("Eve", "reader", "aaaaaaaaaaaaaaa", "easily guessed"),
        ("Evelyn", "reader", "evelyn-2024-evelyn", "easily guessed"),
    ],
)
def test_accounts_that_are_not_made(ledger: Ledger, name: str, role: str, password: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told), ledger.database.writing() as connection:
        accounts.add(connection, name, role, password)


def test_nothing_is_kept_that_could_be_shown_at_the_door(ledger: Ledger) -> None:
    key = sessions.begin(ledger.database, EDITOR, PASSWORD)
    with ledger.database.writing() as connection:
        token = tokens.make(connection, EDITOR, "script")
    with ledger.database.reading() as connection:
        rows = [
            str(row)
            for table in (tables.user, tables.session, tables.token)
            for row in connection.execute(select(table))
        ]
    assert len(rows) == 4
    assert key
    assert not any(secret in row for row in rows for secret in (PASSWORD, key, token))
    assert all("$argon2id$" in row for row in rows[:2])


@pytest.mark.parametrize(("name", "password"), [(EDITOR, "wrong"), ("Nobody", PASSWORD), ("", ""), (EDITOR, "\udc80")])
def test_who_does_not_get_in(ledger: Ledger, name: str, password: str) -> None:
    assert sessions.begin(ledger.database, name, password) is None


def test_a_session_is_its_users_until_it_ends(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    key = sessions.begin(ledger.database, EDITOR, PASSWORD) or ""
    with ledger.database.reading() as connection:
        session = sessions.found(connection, key)
        assert session is not None
        assert (session.user.name, session.user.may_write) == (EDITOR, True)
        assert sessions.found(connection, key + "x") is None
    later = clock.after(clock.now(), sessions.LIFE)
    monkeypatch.setattr(clock, "now", lambda: later)
    with ledger.database.reading() as connection:
        assert sessions.found(connection, key) is None


def test_too_many_wrong_passwords_make_a_name_wait(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(accounts.TRIES):
        assert sessions.begin(ledger.database, EDITOR, "wrong") is None
    with pytest.raises(accounts.Waits, match="wait 30 seconds"):
        sessions.begin(ledger.database, EDITOR, PASSWORD)
    assert sessions.begin(ledger.database, READER, PASSWORD), "others do not wait"
    later = clock.after(clock.now(), accounts.timedelta(seconds=31))
    monkeypatch.setattr(clock, "now", lambda: later)
    assert sessions.begin(ledger.database, EDITOR, PASSWORD)
    assert sessions.begin(ledger.database, EDITOR, "wrong") is None, "forgotten since"


@pytest.mark.parametrize("change", ["password", "remove"])
def test_a_changed_password_or_removed_user_ends_sessions(ledger: Ledger, change: str) -> None:
    key = sessions.begin(ledger.database, EDITOR, PASSWORD) or ""
    with ledger.database.writing() as connection:
        token = tokens.make(connection, EDITOR, "script")
        if change == "password":
            accounts.set_password(connection, EDITOR, "nine white storks")
        else:
            accounts.remove(connection, EDITOR)
    with ledger.database.reading() as connection:
        assert sessions.found(connection, key) is None
        assert (tokens.found(connection, token) is None) == (change == "remove")
    assert sessions.begin(ledger.database, EDITOR, PASSWORD) is None


def test_a_changed_role_holds_at_once(ledger: Ledger) -> None:
    key = sessions.begin(ledger.database, READER, PASSWORD) or ""
    with ledger.database.writing() as connection:
        accounts.set_role(connection, READER, "editor")
    with ledger.database.reading() as connection:
        session = sessions.found(connection, key)
    assert session is not None
    assert session.user.may_write


def test_tokens_are_found_listed_and_revoked(ledger: Ledger) -> None:
    with ledger.database.writing() as connection:
        token = tokens.make(connection, EDITOR, "nightly script")
        (row,) = tokens.tokens(connection, EDITOR)
        assert (row.label, row.user) == ("nightly script", EDITOR)
        found = tokens.found(connection, token)
        assert found is not None
        assert found.name == EDITOR
        with pytest.raises(LedgerError, match="no token"):
            tokens.revoke(connection, row.id, READER)
        tokens.revoke(connection, row.id)
        assert tokens.found(connection, token) is None


def test_a_backup_holds_no_accounts(ledger: Ledger, tmp_path: object) -> None:
    import gzip
    from pathlib import Path

    from dragoman.ledger.backup import write

    file = Path(str(tmp_path)) / "backup.gz"
    write(ledger.database, file)
    assert "argon2" not in gzip.decompress(file.read_bytes()).decode()
