"""Pairs of records judged to be one event or two (`cases/joins.yml`): how well joining agrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dragoman.ledger.claims import Claim, Source
from dragoman.ledger.events import join
from dragoman.ledger.rulings import Rulings
from dragoman.model import Actor, Evidence, Record
from dragoman.resolve.keys import person_key

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "joins.yml").read_text(encoding="utf-8")
)


def claim(told: dict[str, Any], number: int, source: int) -> Claim:
    row = told["record"]
    actors = [Actor.from_json(actor) for actor in row["actors"]]
    keyed = [
        Actor(a.role, a.name, a.office, a.state, person_key(a.name, told["lang"]) if a.name else None) for a in actors
    ]
    record = Record.from_json({**row, "actors": [], "evidence": []}, "")
    record = Record(
        **{
            **{f: getattr(record, f) for f in record.__slots__},
            "actors": tuple(keyed),
            "evidence": (Evidence(0, 1, "x"),),
        }
    )
    return Claim.of(f"{number:03}", record, Source(source, str(source), told["lang"], told["sent"], told["agency"]))


def joined(case: dict[str, Any]) -> bool:
    told = [case["left"], case["right"], *case.get("others", ())]
    # records of one agency and day are of one dispatch
    sources: dict[tuple[str, str], int] = {}
    numbers = [sources.setdefault((row["agency"], row["sent"]), len(sources)) for row in told]
    events = join([claim(row, n, source) for n, (row, source) in enumerate(zip(told, numbers, strict=True))], Rulings())
    return any({"000", "001"} <= {claim.id for claim in event.claims} for event in events)


def test_joining_agrees_with_people() -> None:
    assert len(CASES) >= 120
    found = [(joined(case), case["same"]) for case in CASES]
    hits = sum(got and meant for got, meant in found)
    precision, recall = hits / sum(got for got, _ in found), hits / sum(meant for _, meant in found)
    assert precision >= 0.97, precision
    assert recall >= 0.90, recall


def test_the_outcome_does_not_depend_on_the_order_of_entry() -> None:
    told = [row for case in CASES for row in (case["left"], case["right"])]
    claims = [claim(row, n, n) for n, row in enumerate(told)]
    there, back = join(claims, Rulings()), join(reversed(claims), Rulings())
    assert [[c.id for c in event.claims] for event in there] == [[c.id for c in event.claims] for event in back]
