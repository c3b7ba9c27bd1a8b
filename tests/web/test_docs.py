"""What docs/pages.md tells is what is served."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

TOLD = (Path(__file__).parent.parent.parent / "docs" / "pages.md").read_text("utf-8")


def test_every_address_and_filter_is_told(pages: TestClient) -> None:
    for path, methods in pages.get("/openapi.json").json()["paths"].items():
        row = next((line for line in TOLD.splitlines() if f"{path}`" in line), None)
        assert row is not None, path
        for taken in methods.values():
            for given in taken.get("parameters", ()):
                assert given["in"] == "path" or given["name"] == "q" or f"`{given['name']}`" in row, (path, given)
