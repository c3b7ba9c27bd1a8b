"""Where a ledger lies: a SQLite file, or a PostgreSQL database by address. The one module that tells the two apart,
full-text search aside (`ledger.search`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from dragoman.ledger.errors import LedgerError, reachable, told
from dragoman.ledger.schema import HEAD, KNOWN

WAIT = 10
"""Seconds that one process waits for another one's writing to end."""

MAPPED = 2**32
"""Bytes of a file that are read as memory, at most."""

_LOCK = 0x647261676F  # any number that is ours alone: PostgreSQL's advisory locks are shared by a whole server
_VERSION = text("SELECT version_num FROM alembic_version")


class Database:
    """Connections to a ledger's database, whose schema has been checked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.is_server = "://" in address and not address.startswith("sqlite")
        with told(shown(address)):
            self.engine = _engine(address, self.is_server)

    @property
    def shown(self) -> str:
        return shown(self.address)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the ledger."""
        with told(self.shown), self.engine.connect() as connection:
            if self.is_server:  # where each statement would otherwise see what was committed until then
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, all of it or nothing; another writer waits until it has ended."""
        with told(self.shown), self.engine.connect() as connection:
            connection = connection.execution_options(dragoman_writes=True)
            with connection.begin():
                if self.is_server:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection

    def make(self) -> None:
        """Make the tables, or bring them up to date."""
        if self.path is not None:
            self._make_file(self.path)
        with self.writing() as connection:
            if _found_version(connection, self.shown) != HEAD:
                _migrate(connection)

    def check(self) -> None:
        """See that the schema is this version's; a file's is brought up to date, a server's only by command."""
        path = self.path
        with reachable(self.shown):
            if path is not None and not path.is_file():
                raise LedgerError(
                    f"{self.shown}: no such ledger: make it with `dragoman ledger init` or `dragoman add`"
                )
        with self.reading() as connection:
            version = _found_version(connection, self.shown)
        if version == HEAD:
            return
        if self.is_server:
            state = "holds no ledger" if version is None else "has an older schema"
            raise LedgerError(f"{self.shown}: {state}: give `dragoman ledger init --ledger {self.shown}`")
        if version is None:
            raise LedgerError(f"{self.shown}: holds no ledger: make one with `dragoman ledger init`")
        self.make()

    @property
    def path(self) -> Path | None:
        """The file, if it is one."""
        return None if self.is_server else Path(self.engine.url.database or "")

    def _make_file(self, path: Path) -> None:
        with reachable(self.shown), told(self.shown):
            if not path.absolute().parent.is_dir():
                raise LedgerError(f"{self.shown}: no folder {str(path.parent)!r}: make it first")
            if path.is_dir():
                raise LedgerError(f"{self.shown}: is a folder: give a file in it")
            connection = self.engine.raw_connection()
            # write-ahead logging: readers go on while one writes; it stays with the file
            connection.cursor().execute("PRAGMA journal_mode=WAL")
            connection.close()

    def close(self) -> None:
        self.engine.dispose()


def shown(address: str) -> str:
    """The address without its password."""
    return make_url(address).render_as_string(hide_password=True) if "://" in address else address


def _engine(address: str, is_server: bool) -> Engine:
    try:
        url = make_url(address if "://" in address else f"sqlite+pysqlite:///{address}")
    except ArgumentError:
        raise LedgerError(f"{address}: not an address of a database: give a file, or postgresql+psycopg://…") from None
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise LedgerError(f"{address}: no such kind of database: give a file, or postgresql+psycopg://…")
    if is_server:
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")
    # pages are read where the system keeps them anyway: a connection's own are void with each change of another's
    connection.execute(f"PRAGMA mmap_size={MAPPED}")


def _begin(connection: Connection) -> None:
    # a writer takes its lock at once: one that reads first could find its view outdated when it wants to write
    writes = connection.get_execution_options().get("dragoman_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _found_version(connection: Connection, name: str) -> str | None:
    """The schema's version; None where there is no ledger."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(_VERSION).scalar()
    if version is not None and version not in KNOWN:
        raise LedgerError(f"{name}: was written by a newer dragoman (schema {version}): update dragoman")
    return version


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    command.upgrade(config, "head")
