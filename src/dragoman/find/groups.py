"""Armed groups and oppositions: each is an actor of the state in which it acts (codebook, actors without a code).

A group is told by its name (``Hezbollah``), by a word for fighters (``Syrian rebels``, ``militants in northern Mali``)
or by both (``gunmen from the jihadist group Boko Haram``). A word alone stands for the group told last.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.find.glue import Unit, marker_before
from dragoman.find.units import longest
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack

_WORDS = 3  # words that may stand between a word for fighters and what tells whose they are
_BESIDE = 1  # words between a state's adjective and its group
_NOWHERE = "-"
_OF_LAND = ("name", "adj", "people")  # words for a state that do not stand for its government


@dataclass(slots=True)
class Told:
    """The group that a text told last."""

    state: str = ""
    name: str = ""


def with_groups(units: list[Unit], bucket: list[Hit], text: str, folded: str, pack: Pack, told: Told) -> list[Unit]:
    """The units of a sentence with its groups, which take in the adjective of their state; notes which was last."""
    hits = longest(hit for hit in bucket if hit.entry.table == "group" and hit.entry.form != "crowd")
    offices = [unit for unit in units if unit.table in ("office", "institution", "org")]
    hits = [hit for hit in hits if not any(u.start <= hit.start and hit.end <= u.end for u in offices)]
    if not hits:
        return units
    out, done = list(units), -1
    for at, hit in enumerate(hits):
        if hit.entry.form != "name" or hit.end <= done:
            continue
        start, end = _around(hits, at, folded, pack)
        done = end
        state = hit.entry.value if hit.entry.value != _NOWHERE else _where(out, bucket, folded, pack)
        if state:
            told.state, told.name = state, text[hit.start : hit.end - len(hit.suffix)]
            _put(out, Unit(start, end, "state", state, "group", hit.suffix, told.name), folded, pack)
    for hit in hits:
        inside = any(unit.start < hit.end and hit.start < unit.end for unit in out if unit.form == "group")
        if hit.entry.form in ("name", "group") or inside:
            continue
        unit = _unnamed(hit, out, bucket, text, folded, pack, told)
        if unit is not None:
            _put(out, unit, folded, pack)
    return sorted(out, key=lambda unit: unit.start)


def _around(hits: list[Hit], at: int, folded: str, pack: Pack) -> tuple[int, int]:
    """Where a named group begins and ends with the words for fighters beside its name."""
    start, end = hits[at].start, hits[at].end
    for hit in hits[at + 1 :]:
        short = folded[end : hit.start] == " (" and hit.entry.surface != hits[at].entry.surface
        if folded[end : hit.start] not in (" ", "-") and not (short and hit.entry.value == hits[at].entry.value):
            break
        end = hit.end
    for hit in reversed(hits[:at]):
        between = folded[hit.end : start]
        words = between.split()
        beside = between.strip('" ') in ("", "-", "(")
        of = bool(words) and len(words) <= _WORDS and words[0] in _belonging(pack)
        if hit.entry.form == "name" or not (beside or (of and "," not in between)):
            break
        start = hit.start
    return start, end


def _belonging(pack: Pack) -> tuple[str, ...]:
    """Words between fighters and their group: ``of``, ``from``, and articles that are a genitive's."""
    return (*pack.markers.get("of", ()), *pack.markers.get("from", ()), *pack.words["owner_articles"])


def _unnamed(
    hit: Hit, units: list[Unit], bucket: list[Hit], text: str, folded: str, pack: Pack, told: Told
) -> Unit | None:
    """A group known by a word only: of the state before it, of the place told with it, or the group told last."""
    name = text[hit.start : hit.end - len(hit.suffix)]
    owner = _owner(hit.start, units, folded)
    if owner is not None:
        return Unit(hit.start, hit.end, "state", owner.value, "group", hit.suffix, name)
    if hit.entry.form == "fighters" and told.state:
        return Unit(hit.start, hit.end, "state", told.state, "group", hit.suffix, told.name)
    state = _where(units, bucket, folded, pack)
    if not state:
        return None
    if hit.entry.form == "fighters":
        told.state, told.name = state, name
    return Unit(hit.start, hit.end, "state", state, "group", hit.suffix, name)


def _owner(start: int, units: list[Unit], folded: str) -> Unit | None:
    """The state's adjective or genitive before a group; in ``pro-Russian rebels`` none is."""
    before = [unit for unit in units if unit.end < start]
    near = before[-1] if before else None
    if near is None or near.table != "state" or not (near.form in ("adj", "people") or near.suffix):
        return None
    words = folded[near.end : start].replace("-", " ").split()
    whole = folded[near.end] == " " and len(words) <= _BESIDE and all(word.isalpha() for word in words)
    return near if whole and folded[near.start - 1 : near.start] != "-" else None


def _where(units: list[Unit], bucket: list[Hit], folded: str, pack: Pack) -> str:
    """The state of the place told in the sentence, or the only one that it tells."""
    places = [hit.entry.form for hit in bucket if hit.entry.table == "place" and hit.entry.form != _NOWHERE]
    capitals = [unit for unit in units if unit.form == "capital"]
    places += [unit.value for unit in capitals if marker_before(folded, unit.start, pack) == "in"]
    if places:
        return places[-1]
    states = {unit.value for unit in units if unit.table == "state" and unit.form in _OF_LAND}
    return next(iter(states)) if len(states) == 1 else ""


def _put(units: list[Unit], group: Unit, folded: str, pack: Pack) -> None:
    """Add a group; what is told of its state right before it belongs to it."""
    owner = _owner(group.start, units, folded)
    if owner is not None and owner.value == group.value:
        units.remove(owner)
        group.start = owner.start
    units[:] = [unit for unit in units if unit.end <= group.start or group.end <= unit.start]
    for unit in units:
        if (unit.end < group.start and folded[unit.end : group.start] == "-") or _leans(unit, group, folded):
            units.remove(unit)  # "pro-Russian separatists": none of Russia's
            break
    units.append(group)
    units.sort(key=lambda unit: unit.start)


def _leans(unit: Unit, group: Unit, folded: str) -> bool:
    """Whether an adjective before a group only tells to whom it leans: ``pro-Russian``."""
    near = unit.form == "adj" and unit.end + 1 == group.start
    return near and folded[unit.start - 1 : unit.start] == "-"
