"""Who serves an official told by name: ``the spokesman for President X, Y``, ``a spokesman for the Peruvian president
X``."""

from __future__ import annotations

import functools
import itertools
from dataclasses import replace

from dragoman.find.glue import Unit, glue_between, marker_before
from dragoman.find.heads import owned_by
from dragoman.find.mention import ActorMention
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold

_STAFF = ("spokesperson", "special_envoy", "senior_official")  # whom an official has
_SERVED = (
    "head_of_state", "head_of_government", "crown_prince", "foreign_minister", "defence_minister", "speaker",
    "minister", "governor", "secretary_general",
)  # fmt: skip
_SERVED_AS_WELL = (*_SERVED, "deputy_head_of_government")  # where no name follows
_OF = ("of", "for", "to")  # how those are told whom somebody serves
_WORDS = 2  # words at most between somebody and whom he or she serves
_SPEAKS = "spokesperson"
_NEAR = 8  # letters of an article between a spokesman's office and his master's


@functools.cache
def _offices(code: str) -> dict[str, str]:
    """The single words for those who have a staff, with their offices."""
    out: dict[str, str] = {}
    for entry in load(code).entries:
        word = fold(entry.surface.split("~")[0].rstrip("*!"))
        if entry.table == "office" and entry.value in _SERVED and word.isalpha() and " " not in entry.surface:
            out.setdefault(word, entry.value)
    return out


def _held(word: str, code: str) -> str | None:
    """The office that a word is, with or without an ending of one letter."""
    return _offices(code).get(word) or _offices(code).get(word[:-1])


@functools.cache
def _markers(code: str) -> frozenset[str]:
    """The words before those whom somebody serves."""
    return frozenset(word for marker in _OF for word in load(code).markers.get(marker, ()))


def with_staff(units: list[Unit], folded: str, pack: Pack) -> list[Unit]:
    """``An adviser to the Iraqi prime minister``, ``the Russian president's spokesman``: the office of who is served
    tells nothing of who serves; his state is theirs."""
    out = list(units)
    for at, staff in enumerate(units):
        if staff.table != "office" or staff.value not in _STAFF or staff not in out:
            continue
        before = units[at - 1] if at else None
        if before and _served(before) and before.case == "of" and before.end + 1 == staff.start:
            state = units[at - 2] if at > 1 else None
            beside = (
                state is not None
                and state.table in ("state", "org")
                and glue_between(folded, state, before, pack) == "direct"
            )
            if before.value == "secretary_general" and not beside:
                continue  # of which organisation the text tells elsewhere
            out.remove(before)
            if state and beside:
                state.end = before.end
            else:
                staff.start = before.start
            continue
        behind = units[at + 1 : at + 4]
        to = bool(behind) and glue_between(folded, staff, behind[0], pack) == "to"
        if not behind or not (to or owned_by(folded, staff, behind[0], pack)):
            continue
        state = behind[0] if (behind[0].form == "adj" or behind[0].table == "org") and len(behind) > 1 else None
        served = behind[1] if state else behind[0]
        if not _served(served) or (state and glue_between(folded, state, served, pack) != "direct"):
            continue
        rest = behind[2:] if state else behind[1:]
        if rest and rest[0].table in ("person", "title") and glue_between(folded, served, rest[0], pack) == "direct":
            continue  # "a spokesman for President X"
        out.remove(served)
        staff.served = served.value
        if state and to:
            staff.end, staff.state = served.end, state.value
            out.remove(state)
        elif state:
            state.end = served.end
        else:
            staff.end = served.end
    return out


def _served(unit: Unit) -> bool:
    return unit.table == "office" and unit.value in _SERVED_AS_WELL


def part_staff(folded: str, units: list[Unit], pack: Pack) -> list[Unit]:
    """Right before a name the words of an office that end with whom its holder serves are two, and a preposition
    that ends them is none of them: ``porte-parole du président | X``, ``spokesman for | X``."""
    out: list[Unit] = []
    for at, unit in enumerate(units):
        out.append(unit)
        behind = units[at + 1] if at + 1 < len(units) else None
        if unit.table != "office" or unit.value not in _STAFF or behind is None:
            continue
        words = folded[unit.start : unit.end].split(" ")
        last = words.pop()
        direct = folded[unit.end : behind.start] == " "
        if not words or not direct:
            continue
        if last in _markers(pack.code) and behind.table in ("person", "office"):
            out[-1] = replace(unit, end=unit.end - len(last) - 1)
        elif behind.table == "person" and words[-1] in _markers(pack.code) and (office := _held(last, pack.code)):
            start = unit.end - len(last)
            out[-1] = replace(unit, end=start - len(words[-1]) - 2)
            out.append(replace(unit, start=start, value=office, surface=last))
    return out


def close_staff(units: list[Unit], glues: list[str]) -> None:
    """``Le porte-parole du président X``: who serves an official told by name is another."""
    for at, (staff, served, name) in enumerate(zip(units, units[1:], units[2:], strict=False)):
        offices = staff.table == served.table == "office" and name.table == "person"
        of = glues[at] in ("of", "to") and glues[at + 1] == "direct"
        if offices and of and staff.value in _STAFF and served.value in _SERVED:
            glues[at] = ""


def serves(served: Unit, before: list[Unit]) -> bool:
    """Whether an office is that of whom somebody told right before it serves, his state between them or not."""
    rows = before[-2:] if before and before[-1].table in ("state", "org") else before[-1:]
    beside = bool(rows) and all(right.start - left.end == 1 for left, right in itertools.pairwise([*rows, served]))
    return beside and served.value in _SERVED and rows[0].table == "office" and rows[0].value in _STAFF


def name_who_serves(actors: list[ActorMention], links: list[str], units: list[Unit]) -> None:
    """``Пресс-секретарь финского президента X сказал``: a name in the nominative is that of who serves."""
    told = {unit.end for unit in units if unit.table == "person" and unit.case == "subj"}
    for at in range(len(actors) - 2, -1, -1):
        staff, served = actors[at : at + 2]
        bare = staff.office in _STAFF and not (staff.name or staff.ref) and served.start - staff.end == 1
        if bare and served.name and served.office in _SERVED and served.end in told:
            staff.name = served.name
            staff.state = staff.state or served.state
            staff.form = "person"
            staff.end = served.end
            links[at] = links[at + 1]
            del actors[at + 1], links[at + 1]


def name_behind_master(actors: list[ActorMention], links: list[str]) -> None:
    """``Пресс-секретарь Яна Тамаса Юрий Ковач``: the second name is that of who serves, where nouns are declined."""
    for at in range(len(actors) - 3, -1, -1):
        staff, master, name = actors[at : at + 3]
        beside = master.start - staff.end == 1 == name.start - master.end
        bare = staff.office in _STAFF and not (staff.name or staff.ref) and name.only_named and not name.marker
        if beside and bare and master.only_named and master.marker == "of":
            name.office = staff.office
            name.state = staff.state
            links[at + 1] = ""
            del actors[at], links[at]


def name_staff(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
    """``Der Sprecher von Präsident X, Y, sagte``: the name behind whom somebody serves holds the office told before."""
    for at in range(len(actors) - 3, -1, -1):
        staff, served, name = actors[at : at + 3]
        bare = staff.office in _STAFF and not (staff.name or staff.ref) and name.only_named
        between = folded[staff.end : served.start].split()
        if not bare or not served.name or folded[served.end : name.start] != ", " or len(between) > _WORDS:
            continue
        if marker_before(folded, served.start, pack) in _OF:
            name.office, name.state, links[at + 1] = staff.office, staff.state or served.state, ""
            del actors[at], links[at]


def part_masters(folded: str, actors: list[ActorMention], links: list[str], units: list[Unit]) -> None:
    """``le porte-parole du président péruvien Juan Paz``: the name is the president's; that of who speaks may stand
    behind a comma, or before: ``Ana Torres, a spokeswoman for President Juan Paz``."""
    if not any(unit.table == "office" and unit.value == _SPEAKS for unit in units):
        return
    for at in range(len(actors) - 1, -1, -1):
        actor = actors[at]
        behind = actors[at + 1] if at + 1 < len(actors) else None
        master = _master(folded, actor, units) if actor.name else None
        if master is not None:
            actor.end, actor.form, actor.office, actor.name = master.start - 1, "office", _SPEAKS, None
            if behind is not None and behind.only_named and folded[master.end : behind.start] == ", ":
                behind.office, behind.state, behind.marker = _SPEAKS, actor.state, actor.marker
                actors[at] = master
            else:
                actors.insert(at + 1, master)
                links.insert(at, "")
            continue
        if behind is None or actor.office != _SPEAKS or actor.name or actor.state:
            continue
        person = actors[at - 1] if at else None
        if behind.name is None or behind.marker not in _OF or behind.start - actor.end > _NEAR:
            continue
        actor.state = behind.state
        if person is not None and person.only_named and folded[person.end : actor.start].startswith(", "):
            person.office, person.state = _SPEAKS, behind.state
            del actors[at], links[at]


def _master(folded: str, actor: ActorMention, units: list[Unit]) -> ActorMention | None:
    """Whoever the words of a spokesman's office name with an office of his or her own."""
    rows = [u for u in units if actor.start <= u.start and u.end <= actor.end]
    at = next((n for n, unit in enumerate(rows) if unit.table == "office"), None)
    if at is None or rows[at].value != _SPEAKS or at + 1 == len(rows):
        return None
    if folded.startswith(", ", rows[-2].end):
        return None  # "le porte-parole du président, Kofi Oti": the name of who speaks
    own = rows[at]
    office = own.served or next((u.value for u in rows[at + 1 :] if u.table == "office"), None)
    if office in (None, _SPEAKS):
        return None
    return ActorMention(rows[at + 1].start, actor.end, "person", actor.state, office, actor.name, marker="of")
