"""The contract: core facts, written in every supported language, give the same canonical records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from anyascii import anyascii
from rapidfuzz import fuzz

from dragoman.coder import Coder, languages
from dragoman.find.spelling import skeleton
from dragoman.model import Dispatch, Record

DATE = "2024-05-14"
OTHER_SCRIPT = 60
"""How alike a name and its romanisation must be: no table of spellings knows invented persons."""
FOLDER = Path(__file__).parent
WRITTEN: dict[str, list[str]] = {}
"""The facts' names in other scripts, as the wordings' files tell under `names`."""


def facts() -> list[dict[str, Any]]:
    """The facts of `facts.yml`, with the wordings in other languages (`ru.yml`: id → text)."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / "facts.yml").read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("??.yml")):
        wordings: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        # how a script writes the invented persons: name -> name
        names: dict[str, str] = wordings.pop("names", {})
        for name, written in names.items():
            WRITTEN.setdefault(name, []).append(written)
        for fact in found:
            if fact["id"] in wordings:
                fact[path.stem] = wordings.pop(fact["id"])
        assert not wordings, f"{path.name}: no fact is called {', '.join(wordings)}"
    return found


FACTS = facts()
ROWS = [(fact, lang) for fact in FACTS for lang in languages() if lang in fact]


def matches(record: Record, expect: dict[str, Any]) -> bool:
    """Whether a record tells what is expected; what is not expected may be anything."""
    for slot in ("kind", "type", "act", "status", "place"):
        if slot in expect and getattr(record, slot) != expect[slot]:
            return False
    if "date" in expect and record.date != str(expect["date"]):
        return False
    return all(any(_same_actor(row, actor) for actor in record.actors) for row in expect.get("actors", ()))


def _same_actor(wanted: list[str | None], actor: Any) -> bool:
    role, name, office, state = wanted
    if (actor.role, actor.state) != (role, state) or (office and actor.office != office):
        return False
    if name is None or actor.name is None:
        return name is None
    told = anyascii(actor.name)
    alike = told != actor.name and fuzz.ratio(name.lower(), told.lower()) >= OTHER_SCRIPT
    return alike or any(skeleton(same) == skeleton(actor.name) for same in (name, *WRITTEN.get(name, ())))


@pytest.mark.parametrize(("fact", "lang"), ROWS, ids=[f"{fact['id']}-{lang}" for fact, lang in ROWS])
def test_fact(fact: dict[str, Any], lang: str) -> None:
    coding = Coder().code(Dispatch(text=fact[lang], lang=lang, date=DATE))
    assert any(matches(record, fact["expect"]) for record in coding.records), [r.to_json() for r in coding.records]
