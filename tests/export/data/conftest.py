"""Events to export: those of a ledger of the samples, and those of their codings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from dragoman.export.data import codings, ledger
from dragoman.export.data.registry import FORMATS
from dragoman.export.data.told import Told
from dragoman.ledger import Ledger
from dragoman.ledger.queries import Filter

from ... import samples
from ...databases import KINDS, empty


@pytest.fixture(scope="session", params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a ledger of the samples."""
    for made in empty(request.param, tmp_path_factory.mktemp("export")):
        samples.fill(made)
        yield made


@pytest.fixture
def from_ledger(address: str) -> Iterator[Callable[..., Iterator[Told]]]:
    """Its events, as a filter lets them through."""
    with Ledger(address) as kept, kept.reading() as connection:
        yield lambda **wanted: ledger.told(connection, Filter(**wanted))


@pytest.fixture(scope="session")
def from_codings() -> Callable[..., Iterator[Told]]:
    """The records of the samples, as a filter lets them through."""
    return lambda **wanted: codings.told(samples.codings(), Filter(**wanted))


@pytest.fixture(scope="session")
def written() -> Callable[..., Any]:
    """The bytes of a format, or those of each of its tables."""

    def write(name: str, told: Iterator[Told]) -> Any:
        form = FORMATS[name]
        if not form.tables:
            form.writer()(told, out := BytesIO())
            return out.getvalue()
        outs = {table: BytesIO() for table in form.dictionary()}
        form.tables_writer()(told, outs)
        return {table: out.getvalue() for table, out in outs.items()}

    return write


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """The samples' codings as a file of JSON Lines."""
    import json

    file = tmp_path / "coded.jsonl"
    file.write_text("".join(f"{json.dumps(coding.to_json())}\n" for coding in samples.codings()), "utf-8")
    return file
