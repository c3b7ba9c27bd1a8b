"""Whatever the bytes are: items come out, or one line each on what is wrong; never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.intake import read_all
from dragoman.intake.registry import FORMATS, Format
from dragoman.intake.source import Source

from .test_archives import FILES, PACKED
from .test_command import INPUTS

SAMPLES = [*INPUTS, *((name, pack(FILES)) for name, pack in PACKED)]
PIECES = [b"\0", b"<", b'"', b"&", b"\xff", b"\n", b"{", b"<![CDATA[", b"\r\n\r\n", b"PK\x03\x04", b"\x1f\x8b"]


def _damaged(data: bytes, at: float, size: int, piece: bytes) -> bytes:
    """With a stretch taken out and something else in its place."""
    start = int(at * len(data))
    return data[:start] + piece + data[start + size :]


@pytest.mark.parametrize(("name", "data"), SAMPLES, ids=[row[0] for row in SAMPLES])
@given(st.floats(0, 1), st.sampled_from([0, 1, 7, 200, 10**9]), st.sampled_from(PIECES) | st.binary(max_size=20))
@settings(max_examples=15, deadline=None)
def test_damaged_samples(
    name: str, data: bytes, tmp_path_factory: pytest.TempPathFactory, at: float, size: int, piece: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / f"damaged{Path(name).suffix}"
    file.write_bytes(_damaged(data, at, size, piece))
    for item in read_all([str(file)]):
        assert item.dispatch or item.problem or item.note
        assert "\n" not in (item.problem or "")


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=20, deadline=None)
def test_anything_as_any_format(form: Format, data: bytes) -> None:
    for item in form.read(Source.of(data, "f", "f")):
        assert item.dispatch or item.problem or item.note
        assert "\n" not in (item.problem or "")
