"""What the API answers of the samples, word for word: who changes an answer sees it, and says so with ``--renew``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

KEPT = Path(__file__).parent / "snapshots"

ASKED = {
    "overview": "/overview.json?since=2024-07&until=2024-08&on=2024-08-31",
    "pairs": "/pairs.json",
    "pair": "/pairs/AZE-KAZ.json?since=2023-04-10&until=2023-06&kind=visit&limit=2",
    "commitments": "/pairs/IRN-SAU/commitments.json?on=2025-12-31",
    "documents": "/pairs/IRN-SAU/documents.json",
    "bodies": "/pairs/IRN-SAU/bodies.json",
    "persons": "/pairs/IRN-SAU/persons.json",
    "report": "/pairs/IRN-SAU/report.json?until=2025",
    "event": "/events/e0338adab17f5.json",
    "dispatch": "/dispatches/58.json",
    "person": "/persons/IRN.snmlptln.json?limit=2",
    "body": "/bodies/be4f0add821ba.json",
    "document": "/documents/d44e4cbfeab0b.json",
    "search": "/search.json?q=Токаев&lang=ar&limit=1",
    "judgements": "/judgements.json",
    "second-readings": "/second-readings.json",
    "chart": "/pairs/IRN-SAU/chart.json?on=2025-12-31&until=2023-04",
    "map": "/pairs/IRN-SAU/map.json",
    "person-map": "/persons/IRN.snmlptln/map.json",
    "problem": "/pairs/AZE-XXX.json",
}
"""For each kind of answer an address that is narrow enough to be read."""


@pytest.mark.parametrize("name", ASKED)
def test_an_answer_is_as_it_was(pages: TestClient, renew: bool, name: str) -> None:
    answer = pages.get(ASKED[name]).json()
    file = KEPT / f"{name}.json"
    if renew:
        file.write_text(f"{json.dumps(answer, ensure_ascii=False, indent=1)}\n", "utf-8")
    assert answer == json.loads(file.read_text("utf-8"))


def test_every_kind_of_answer_is_kept(pages: TestClient) -> None:
    paths = [path for path, methods in pages.get("/openapi.json").json()["paths"].items() if "get" in methods]
    asked = [address.partition("?")[0] for address in ASKED.values()]
    for path in paths:
        shape = re.sub(r"\\\{\w+\\\}", r"[^/]+", re.escape(path))
        assert not path.endswith(".json") or any(re.fullmatch(shape, one) for one in asked), path
    assert {file.stem for file in KEPT.glob("*.json")} == set(ASKED)
