"""Which module writes which data set; each is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import BinaryIO, cast

from dragoman.export.data.columns import TABLES, Field
from dragoman.export.data.told import Told


@dataclass(frozen=True, slots=True)
class Format:
    """A data set: what it is for, its file's ending, whether it is one of tables, the extra that it needs.

    ``only`` says which events it has, of a format that leaves some out.
    """

    name: str
    about: str
    suffix: str
    tables: bool = False
    binary: bool = False
    extra: str | None = None
    only: str | None = None

    @property
    def module(self) -> ModuleType:
        """The module that writes it; raises `ModuleNotFoundError` where its extra is not installed."""
        return import_module(f"dragoman.export.data.{self.name}")

    def writer(self) -> Callable[[Iterable[Told], BinaryIO], int]:
        """The function that writes one file; it returns the number of events that it did not leave out."""
        return cast("Callable[[Iterable[Told], BinaryIO], int]", self.module.write)

    def tables_writer(self) -> Callable[[Iterable[Told], Mapping[str, BinaryIO]], int]:
        """The function that writes tables, each to its own file, likewise."""
        return cast("Callable[[Iterable[Told], Mapping[str, BinaryIO]], int]", self.module.write)

    def takes_records(self, tables: Iterable[str]) -> bool:
        """Whether it writes what the records of events hold, if these of its tables are written."""
        return not self.tables or set(tables) != {"events"}

    def dictionary(self) -> Mapping[str, Sequence[Field]]:
        """What it holds: a list of fields for each of its tables, or one without a name."""
        if self.tables:
            return {name: table.columns for name, table in TABLES.items()}
        fields = self.module.FIELDS
        return cast("Mapping[str, Sequence[Field]]", fields if isinstance(fields, Mapping) else {"": fields})


_TYPED = "events that PLOVER has a type for"
_DATED = "visits, meetings and sessions whose day is known"

FORMATS = {
    form.name: form
    for form in (
        Format("csv", "tables of events, records and actors, for any program", ".csv", tables=True),
        Format("parquet", "the same tables with types, for pandas, R, DuckDB", ".parquet", True, True, "parquet"),
        Format("jsonl", "events with their tellings and quotes, a line each", ".jsonl"),
        Format("plover", "PLOVER 2.0, JSON Lines", ".jsonl", only=_TYPED),
        Format("polecat", "the columns of POLECAT, a line for each event", ".tsv", only=_TYPED),
        Format("gdelt", "GDELT 1.0: CAMEO, a line for each pair of parties", ".tsv", only=_TYPED),
        Format("colt", "visits of leaders, after the COLT data set", ".csv", only="visits of leaders that took place"),
        Format("sqlite", "the tables in one file with keys and full-text search, for Datasette", ".db", binary=True),
        Format("ftm", "FollowTheMoney entities, JSON Lines, for Aleph and the tools of OpenSanctions", ".ftm.json"),
        Format("jsonld", "events in the terms of schema.org (JSON-LD), for the web of data", ".jsonld"),
        Format("geojson", "events where they took place, for maps", ".geojson"),
        Format("ical", f"{_DATED}, for calendar programs", ".ics", only=_DATED),
    )
}
