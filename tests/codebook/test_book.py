"""The codebook's own data."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from dragoman.codebook import Codebook, codebook
from dragoman.codebook.book import CodebookError

COUNTS = [
    ("kinds", 11),
    ("statuses", 5),
    ("offices", 22),
    ("organisations", 35),
    ("topics", 43),
    ("slots", 11),
    ("actor_slots", 4),
]


@pytest.mark.parametrize(("name", "count"), COUNTS)
def test_lists_are_whole(name: str, count: int) -> None:
    assert len(getattr(codebook(), name)) == count


def test_every_kind_has_roles_and_meanings() -> None:
    for kind in codebook().kinds.values():
        assert kind.roles, kind.code
        assert all(kind.roles.values()), kind.code
    assert [kind.code for kind in codebook().kinds.values() if kind.acts] == ["document", "body", "accreditation"]


def _data() -> dict[str, Any]:
    lists = ("slots", "actor_slots", "statuses", "offices", "organisations", "topics")
    return {
        **{name: {"a": "an a"} for name in lists},
        "kinds": {"k": {"meaning": "a k", "types": {}, "roles": {"r": "an r"}}},
    }


FAULTS = [
    ("unknown key", lambda data: data.update(extra={}), "extra"),
    ("missing list", lambda data: data.pop("topics"), "topics"),
    ("unknown key of a kind", lambda data: data["kinds"]["k"].update(color="red"), "color"),
    ("missing roles", lambda data: data["kinds"]["k"].pop("roles"), "roles"),
    ("no meaning", lambda data: data["topics"].update(b=None), "'b'"),
    ("a code that YAML reads as a truth value", lambda data: data["topics"].update({False: "no"}), "False"),
]


@pytest.mark.parametrize(("why", "spoil", "named"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_faults_are_named(why: str, spoil: Any, named: str) -> None:
    data = _data()
    assert Codebook.from_data(data).kinds["k"].acts == {}
    spoil(data)
    with pytest.raises(CodebookError, match=named):
        Codebook.from_data(data)


def test_the_file_is_plain_yaml() -> None:
    from importlib.resources import files

    assert yaml.safe_load(files("dragoman.codebook").joinpath("codebook.yml").read_text("utf-8"))["kinds"]
