"""One key for a person however languages and scripts write the name."""

from __future__ import annotations

import itertools
from pathlib import Path

import yaml

from dragoman.coder import Coder
from dragoman.model import Dispatch
from dragoman.resolve.keys import person_key, same_person

PERSONS = yaml.safe_load((Path(__file__).parent / "persons.yml").read_text(encoding="utf-8"))
KEYS = [{lang: person_key(name, lang) for lang, name in person.items()} for person in PERSONS]


def test_most_spellings_of_a_person_have_one_key() -> None:
    """Measured: 300 pairs, .85 with the same key, .94 taken for the same person."""
    pairs = [(keys["en"], key) for keys in KEYS for lang, key in keys.items() if lang != "en"]
    assert len(pairs) >= 300
    assert sum(one == other for one, other in pairs) / len(pairs) >= 0.84
    assert sum(same_person(one, other) for one, other in pairs) / len(pairs) >= 0.9


def test_different_persons_have_different_keys() -> None:
    """Measured: of some 59,000 pairs none, father and son, and holders of the same office in turn, among them."""
    for one, other in itertools.combinations(KEYS, 2):
        assert not [pair for pair in itertools.product(one.values(), other.values()) if same_person(*pair)]


def test_seven_spellings_of_one_name() -> None:
    row = next(keys for person, keys in zip(PERSONS, KEYS, strict=True) if person["en"] == "Kassym-Jomart Tokayev")
    assert len({row[lang] for lang in ("en", "de", "ru", "az", "kk", "ar", "zh")}) == 1


def test_records_bear_the_key_but_not_their_json() -> None:
    text = "Baku. Der kasachische Präsident Kassym-Schomart Tokajew ist am Montag in Baku eingetroffen."
    coding = Coder().code(Dispatch(text=text, lang="de", date="2023-04-10"))
    named = {actor.name: actor.key for record in coding.records for actor in record.actors if actor.name}
    assert named["Kassym-Schomart Tokajew"] == person_key("Касым-Жомарт Токаев", "ru")
    assert all("key" not in actor for record in coding.to_json()["records"] for actor in record["actors"])


def test_a_name_without_consonants_has_an_empty_key() -> None:
    assert person_key("Ии", "ru") == ""
    assert not same_person("", "")
