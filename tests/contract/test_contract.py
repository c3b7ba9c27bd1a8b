"""The contract: core facts, written in every supported language, give the same canonical records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.coder import Coder, languages
from dragoman.find.spelling import skeleton
from dragoman.model import Dispatch, Record

DATE = "2024-05-14"
FOLDER = Path(__file__).parent


def facts() -> list[dict[str, Any]]:
    """The facts of `facts.yml`, with the wordings in other languages (`ru.yml`: id → text)."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / "facts.yml").read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("??.yml")):
        wordings: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        # how a script that spells no letters writes the invented persons: name -> name
        names: dict[str, str] = wordings.pop("names", {})
        for fact in found:
            if fact["id"] in wordings:
                fact[path.stem] = wordings.pop(fact["id"])
                fact[f"{path.stem}_names"] = names
        assert not wordings, f"{path.name}: no fact is called {', '.join(wordings)}"
    return found


FACTS = facts()
ROWS = [(fact, lang) for fact in FACTS for lang in languages() if lang in fact]


def matches(record: Record, expect: dict[str, Any], names: dict[str, str] | None = None) -> bool:
    """Whether a record tells what is expected; what is not expected may be anything."""
    for slot in ("kind", "type", "act", "status", "place"):
        if slot in expect and getattr(record, slot) != expect[slot]:
            return False
    if "date" in expect and record.date != str(expect["date"]):
        return False
    wanted = [[role, (names or {}).get(name, name), *rest] for role, name, *rest in expect.get("actors", ())]
    return all(any(_same_actor(row, actor) for actor in record.actors) for row in wanted)


def _same_actor(wanted: list[str | None], actor: Any) -> bool:
    role, name, office, state = wanted
    if (actor.role, actor.state) != (role, state) or (office and actor.office != office):
        return False
    return name is None or (actor.name is not None and skeleton(name) == skeleton(actor.name))


@pytest.mark.parametrize(("fact", "lang"), ROWS, ids=[f"{fact['id']}-{lang}" for fact, lang in ROWS])
def test_fact(fact: dict[str, Any], lang: str) -> None:
    coding = Coder().code(Dispatch(text=fact[lang], lang=lang, date=DATE))
    names = fact.get(f"{lang}_names")
    assert any(matches(record, fact["expect"], names) for record in coding.records), [r.to_json() for r in coding.records]
