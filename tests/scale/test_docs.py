"""What docs/scale.md shows is what can be asked of an archive that was coded and joined."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow", reason="needs PyArrow: pip install 'dragoman[ray]'")
pytest.importorskip("duckdb", reason="needs DuckDB, which is not installed")

import duckdb

from dragoman.model import Dispatch
from dragoman.scale import columns
from dragoman.scale.archive import Archive, code_archive
from dragoman.scale.joining import join_archive
from dragoman.scale.outcome import Overrides

if TYPE_CHECKING:
    from dragoman.scale.cluster import Cluster

DOCS = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", DOCS, re.S)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory, cluster: Cluster) -> Path:
    """The samples, coded and joined."""
    out = tmp_path_factory.mktemp("docs") / "coded"
    samples = resources.files("dragoman") / "samples"
    code_archive(Archive((f"{samples}/aze-kaz", f"{samples}/deu-fra"), out, Overrides()), cluster)
    join_archive(out, cluster)
    return out


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_queries_find_something(coded: Path, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(coded.parent)
    rows = duckdb.sql(query).fetchall()
    assert rows
    assert all(any(value is not None for value in row) for row in rows)


def test_pandas_reads_the_folders(coded: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="needs pandas, which is not installed")
    found = pandas.read_parquet(coded / "records")
    assert {2022, 2023} <= {int(year) for year in found["year"].unique()}
    assert found["actors"].explode().dropna().map(lambda actor: actor["role"]).notna().all()


def test_quotes_are_cut_out_of_the_texts_as_the_documentation_does(coded: Path) -> None:
    off = duckdb.sql(
        f"SELECT count(*) FROM read_parquet('{coded}/records/*/*/*.parquet') AS r"
        f" JOIN read_parquet('{coded}/dispatches/*/*/*.parquet') AS d USING (shard, entry)"
        ' WHERE substr(d.text, r.evidence[1].start + 1, r.evidence[1]."end" - r.evidence[1].start)'
        " <> r.evidence[1].quote"
    ).fetchall()
    assert off == [(0,)]


def test_tables_and_fields_are_told() -> None:
    from dragoman.ledger.tables import DERIVED

    for table in DERIVED:
        assert f"`{table.name}`" in DOCS
    assert set(columns.DISPATCHES.names) >= set(Dispatch.__dataclass_fields__)
