"""What one language can say each can: a fact must give the same records whatever language tells it.

``untold.txt`` names the wordings that do not yet: the list may only become shorter. ``--renew`` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coder import Coder

from .facts import facts

UNTOLD = Path(__file__).parent / "untold.txt"
FACTS = facts()
FILES = sorted({fact.file for fact in FACTS})
LANGUAGES = sorted({lang for fact in FACTS for lang in fact.texts})


def _untold() -> set[tuple[str, str, str]]:
    """File, language and fact of each wording that is known not to be read."""
    rows = (line.split() for line in UNTOLD.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(file, lang, name) for file, lang, *names in rows for name in names}


def _misread(file: str, lang: str) -> set[str]:
    """The facts of a file that a language does not tell."""
    coder = Coder()
    told = (fact for fact in FACTS if fact.file == file and lang in fact.texts)
    return {fact.name for fact in told if not fact.is_read(coder, lang)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_a_language_tells_the_facts(file: str, lang: str, renew: bool) -> None:
    misread = _misread(file, lang)
    known = {name for one, other, name in _untold() if (one, other) == (file, lang)}
    if renew:
        _renew(file, lang, misread)
        return
    lost = misread - known
    assert not lost, f"{lang} no longer tells {', '.join(sorted(lost))} of facts/{file}.txt"
    gained = known - misread
    assert not gained, f"{lang} tells {', '.join(sorted(gained))} of facts/{file}.txt now: --renew takes them out"


def test_names_are_of_one_fact() -> None:
    names = [(fact.file, fact.name) for fact in FACTS]
    assert len(names) == len(set(names))


def _renew(file: str, lang: str, misread: set[str]) -> None:
    rows = {row for row in _untold() if row[:2] != (file, lang)} | {(file, lang, name) for name in misread}
    by_text: dict[tuple[str, str], list[str]] = {}
    for one, other, name in sorted(rows):
        by_text.setdefault((one, other), []).append(name)
    lines = ["# Wordings that do not yet give what they should: file, language, names of facts."]
    lines += [" ".join((*key, *names)) for key, names in by_text.items()]
    UNTOLD.write_text("\n".join(lines) + "\n", encoding="utf-8")
