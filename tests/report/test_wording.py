"""The words of reports: every language has all of them, for every code of the codebook and the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from dragoman.codebook import codebook
from dragoman.codebook.book import UNSPECIFIED
from dragoman.coder import languages as spoken
from dragoman.ledger.commitments import RULES
from dragoman.ledger.pairs import names
from dragoman.ledger.registers import STAGES
from dragoman.report import naming
from dragoman.report.wording import languages, wording

ALL = languages()
BOOK = codebook()


def keys(table: dict[str, Any], path: str = "") -> Iterator[str]:
    for key, value in table.items():
        assert isinstance(key, str), f"{path}: {key!r} is read as something else than a word: quote it"
        yield f"{path}.{key}"
        if isinstance(value, dict):
            yield from keys(value, f"{path}.{key}")


def fields(pattern: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(pattern) if name)


@pytest.mark.parametrize("lang", ALL)
def test_every_file_has_the_same_keys(lang: str) -> None:
    assert sorted(keys(wording(lang).table)) == sorted(keys(wording("en").table))


@pytest.mark.parametrize("lang", ALL)
@pytest.mark.parametrize("group", ["say", "titles", "dates"])
def test_patterns_have_the_same_parts(lang: str, group: str) -> None:
    ours, theirs = wording(lang).table[group], wording("en").table[group]
    assert {key: fields(ours[key]) for key in ours} == {key: fields(theirs[key]) for key in theirs}


@pytest.mark.parametrize("lang", ALL)
def test_every_code_has_a_label(lang: str) -> None:
    table = wording(lang).table
    assert set(table["kinds"]) == set(BOOK.kinds)
    assert {kind: set(types) for kind, types in table["types"].items()} == {
        kind.code: {UNSPECIFIED, *kind.types} for kind in BOOK.kinds.values()
    }
    assert {kind: set(acts) for kind, acts in table["acts"].items()} == {
        kind.code: set(kind.acts) for kind in BOOK.kinds.values() if kind.acts
    }
    for group, codes in (
        ("statuses", BOOK.statuses),
        ("offices", BOOK.offices),
        ("topics", BOOK.topics),
        ("rules", RULES),
        ("stages", STAGES),
        ("languages", spoken()),
    ):
        assert set(table[group]) == set(codes), group
    assert len(table["months"]) == 12


@pytest.mark.parametrize(
    ("lang", "begin", "end", "want"),
    [
        ("en", "2023-04-10", None, "10 April 2023"),
        ("de", "2023-04-10", None, "10. April 2023"),
        ("en", "2023-04", None, "April 2023"),
        ("de", "2023", None, "2023"),
        ("en", "2023-04-10", "2023-04-11", "10–11 April 2023"),
        ("de", "2023-04-10", "2023-04-11", "10.–11. April 2023"),
        ("en", "2023-04-30", "2023-05-02", "30 April – 2 May 2023"),
        ("en", "2023-12-31", "2024-01-01", "31 December 2023 – 1 January 2024"),
        ("en", "2023-04", "2023-05-02", "April 2023 – 2 May 2023"),
        ("en", "2023-04-10", "2023-04-10", "10 April 2023"),
    ],
)
def test_dates(lang: str, begin: str, end: str | None, want: str) -> None:
    assert wording(lang).date(begin, end) == want


@pytest.mark.parametrize(
    ("of", "code", "lang", "want"),
    [
        (naming.state, "KAZ", "de", "Kasachstan"),
        (naming.state, "ARE", "de", "Vereinigte Arabische Emirate"),
        (naming.state, "OTS", "en", "Organization of Turkic States"),
        (naming.state, "OTS", "de", "Organisation der Turkstaaten"),
        (naming.place, "Beijing", "de", "Peking"),
        (naming.place, "Geneva", "de", "Genf"),
        (naming.place, "Geneva", "en", "Geneva"),
        (naming.place, "Nowhere", "de", "Nowhere"),
    ],
)
def test_states_and_places_are_called_as_the_packs_call_them(of: Any, code: str, lang: str, want: str) -> None:
    assert of(code, lang) == want


@pytest.mark.parametrize("lang", ALL)
def test_every_state_and_organisation_has_a_name(lang: str) -> None:
    assert set(names()) <= set(naming.states(lang))
