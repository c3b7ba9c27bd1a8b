"""Who speaks for somebody whose state is told with the office: ``a spokesman for the Peruvian president X``."""

from __future__ import annotations

from dragoman.find.glue import Unit
from dragoman.find.mention import ActorMention

_SERVES = "spokesperson"
_BEHIND = ("for", "of", "to")  # how is told for whom somebody speaks
_NEAR = 8  # letters of an article between a spokesman's office and his master's


def part_masters(folded: str, actors: list[ActorMention], links: list[str], units: list[Unit]) -> None:
    """``le porte-parole du président péruvien Juan Paz``: the name is the president's; that of who speaks may stand
    behind a comma, or before: ``Ana Torres, a spokeswoman for President Juan Paz``."""
    if not any(unit.table == "office" and unit.value == _SERVES for unit in units):
        return
    for at in range(len(actors) - 1, -1, -1):
        actor = actors[at]
        behind = actors[at + 1] if at + 1 < len(actors) else None
        master = _master(folded, actor, units) if actor.name else None
        if master is not None:
            actor.end, actor.form, actor.office, actor.name = master.start - 1, "office", _SERVES, None
            if behind is not None and _bare(behind) and folded[master.end : behind.start] == ", ":
                behind.office, behind.state, behind.marker = _SERVES, actor.state, actor.marker
                actors[at] = master
            else:
                actors.insert(at + 1, master)
                links.insert(at, "")
            continue
        if behind is None or actor.office != _SERVES or actor.name or actor.state:
            continue
        person = actors[at - 1] if at else None
        if behind.name is None or behind.marker not in _BEHIND or behind.start - actor.end > _NEAR:
            continue
        actor.state = behind.state
        if person is not None and _bare(person) and folded[person.end : actor.start].startswith(", "):
            person.office, person.state = _SERVES, behind.state
            del actors[at], links[at]


def _bare(person: ActorMention) -> bool:
    return bool(person.name) and person.office is None and person.state is None


def _master(folded: str, actor: ActorMention, units: list[Unit]) -> ActorMention | None:
    """Whoever the words of a spokesman's office name with an office of his or her own."""
    rows = [u for u in units if actor.start <= u.start and u.end <= actor.end]
    at = next((n for n, unit in enumerate(rows) if unit.table == "office"), None)
    if at is None or rows[at].value != _SERVES or at + 1 == len(rows):
        return None
    if folded.startswith(", ", rows[-2].end):
        return None  # "le porte-parole du président, Kofi Oti": the name of who speaks
    own = rows[at]
    office = own.served or next((u.value for u in rows[at + 1 :] if u.table == "office"), None)
    if office in (None, _SERVES):
        return None
    return ActorMention(rows[at + 1].start, actor.end, "person", actor.state, office, actor.name, marker="of")
