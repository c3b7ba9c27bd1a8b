"""PLOVER's JSON Lines: as the manual has them, with what the samples tell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dragoman import __version__
from dragoman.export.data.plover import FIELDS
from dragoman.export.data.told import Told
from dragoman.ledger.pairs import Pair

from ... import samples
from .made import told, who

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "plover.schema.json").read_text("utf-8")))
APRIL = {"pair": Pair("BRA", "CHN"), "since": "2023-04-14", "until": "2023-04-14"}


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


@pytest.fixture
def events(from_ledger: From, from_codings: From, written: Written) -> list[dict[str, Any]]:
    """All events of the ledger, all records of the codings."""
    return lines(written("plover", from_ledger())) + lines(written("plover", from_codings()))


def test_every_line_is_as_the_manual_has_it(events: list[dict[str, Any]]) -> None:
    assert len(events) > 600
    for event in events:
        SCHEMA.validate(event)


def test_what_every_line_holds_is_in_the_dictionary(events: list[dict[str, Any]]) -> None:
    known = {name.strip() for field in FIELDS for name in field.name.split(",")}
    held = {name for event in events for name in names(event)}
    assert held <= known
    assert known - held == {"recipient.identifier_text", "cite_info.copyright"}  # of which the samples have none


def names(event: dict[str, Any]) -> Iterator[str]:
    for name, value in event.items():
        yield name
        for one in value if isinstance(value, list) else [value]:
            yield from (f"{name}.{inner}" for inner in (one if isinstance(one, dict) else ()))


def test_a_state_visit_is_told_in_full(from_ledger: From, written: Written) -> None:
    found = lines(written("plover", from_ledger(**APRIL)))
    (visit,) = (one for one in found if one.get("mode") == ["visit"])
    assert len(visit.pop("event_text")) == len(visit.pop("text_info")) == 4
    assert [one["language"] for one in visit["cite_info"]] == ["zh", "fr", "zh", "ru"]
    assert visit.pop("cite_info")[0] == {
        "citation": "bra-chn-03-zh-2023-04-11",
        "title": "巴西总统卢拉将对中国进行国事访问",
        "language": "zh",
        "publication": "Sample CN",
    }
    assert visit.pop("link") == visit.pop("id")  # its parts have the same
    lula, xi = visit["actor"][0].pop("key"), visit["recipient"][0].pop("key")
    assert lula != xi
    assert visit == {
        "date": "2023-04-14",
        "date_precision": "day",
        "actor": [
            {"code": "BRA", "sector": "GOV", "entity_text": "Luiz Inácio Lula da Silva", "office": "head_of_state"}
        ],
        "recipient": [{"code": "CHN", "sector": "GOV", "entity_text": "Xi Jinping", "office": "head_of_state"}],
        "event": ["CONSULT"],
        "mode": ["visit"],
        "quad_code": 1,
        "event_scale": 4.0,
        "event_loc": {"resolved_place": "Beijing", "lat": 39.91, "lon": 116.4, "country_code": "CHN", "resolution": 4},
        "coder": f"dragoman {__version__}",
        "has_event": True,
    }


def test_parts_are_linked_to_their_visit(from_ledger: From, written: Written) -> None:
    found = lines(written("plover", from_ledger(**APRIL)))
    (visit,) = (one["id"] for one in found if one.get("mode") == ["visit"])
    linked = [one for one in found if one.get("link") == visit and one["id"] != visit]
    assert len(linked) >= 5
    assert {one["event"][0] for one in linked} == {"CONSULT", "SUPPORT"}


def test_every_quote_stands_where_it_says(events: list[dict[str, Any]]) -> None:
    texts = {coding.dispatch.id: coding.dispatch.text for coding in samples.codings()}
    for event in events:
        for quote, place in zip(event["event_text"], event["text_info"], strict=True):
            text = texts[event["cite_info"][place["sequence"]]["citation"]]
            assert text[place["start"] : place["end"]] == quote


def test_what_plover_has_no_type_for_is_left_out(from_ledger: From, written: Written) -> None:
    kept = [one.event.id for one in from_ledger() if one.plover]
    assert [event["id"] for event in lines(written("plover", from_ledger()))] == kept
    assert len(kept) < len(list(from_ledger()))


def test_the_command_says_how_many_that_are(dragoman: Callable[..., Any], address: str, tmp_path: Path) -> None:
    done = dragoman("export", "plover", "--ledger", address, "-o", tmp_path / "x.jsonl")
    kept = len((tmp_path / "x.jsonl").read_text("utf-8").splitlines())
    assert done.stdout == f"{kept} events written to {tmp_path / 'x.jsonl'}\n"
    left = re.fullmatch(
        r"(\d+) of (\d+) events left out: plover has only events that PLOVER has a type for\n", done.stderr
    )
    assert left
    assert int(left[2]) - int(left[1]) == kept
    assert dragoman("export", "jsonl", "--ledger", address).stderr == ""


def test_an_organisation_is_named(written: Written) -> None:
    event = told("action", who("source", None, None, "WHO"), who("target", None, None, "KEN"), type="aid")
    (line,) = lines(written("plover", iter([event])))
    assert line["actor"] == [{"code": "IGO", "identifier_text": "World Health Organization"}]
    assert line["recipient"] == [{"code": "KEN"}]
    assert (line["event"], line["date"], line["date_precision"]) == (["AID"], "2024-05-08", "sent")


def test_a_month_begins_on_its_first_day_and_ends_where_that_is_told(written: Written) -> None:
    event = told("visit", who("guest", "Ada Mbeki", "head_of_state", "KEN"), date="2024-02", end_date="2024-02")
    (line,) = lines(written("plover", iter([event])))
    assert (line["date"], line["enddate"], line["date_precision"]) == ("2024-02-01", "2024-02-29", "month")
