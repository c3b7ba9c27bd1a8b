"""Codings of a dispatch in our own words, for what compares them; its people are invented."""

from __future__ import annotations

from typing import Any

TEXT = "Foreign Minister Ada Mbeki of Kenya came to Oslo on 8 May. She met Ola Nes. They spoke about trade and energy."

GUEST = {"role": "guest", "name": "Ada Mbeki", "office": "foreign_minister", "state": "KEN"}
HOST = {"role": "host", "name": None, "office": None, "state": "NOR"}

VISIT: dict[str, Any] = {
    "kind": "visit",
    "type": "official",
    "act": None,
    "status": "done",
    "date": "2024-05-08",
    "end_date": None,
    "place": "Oslo",
    "actors": [GUEST, HOST],
    "topics": ["trade"],
    "name": None,
    "evidence": ["Foreign Minister Ada Mbeki of Kenya came to Oslo on 8 May."],
}
MEETING: dict[str, Any] = {
    **VISIT,
    "kind": "meeting",
    "type": "bilateral",
    "date": None,
    "actors": [{**GUEST, "role": "participant"}, {**HOST, "role": "participant", "name": "Ola Nes"}],
    "topics": ["trade", "energy"],
    "evidence": ["She met Ola Nes.", "They spoke about trade and energy."],
}


def coded(*records: dict[str, Any], id_: str = "d", **fields: Any) -> dict[str, Any]:
    """A coded dispatch."""
    frame = {"id": id_, "lang": "en", "agency": None, "date": "2024-05-08", "title": None, "text": TEXT}
    return {**frame, "relevant": bool(records), "records": list(records), **fields}


def docs(*dispatches: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Coded dispatches by id."""
    return {doc["id"]: doc for doc in dispatches}
