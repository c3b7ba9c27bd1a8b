"""Who is told by name alone and, right behind it, by an office of some state: ``X said ... The American president``."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, Sentence
from dragoman.find.scan import Scan
from dragoman.resolve.scene import MINISTERS, UNIQUE, Person, Scene

_FACED = ("with", "against", "on", "obj")  # how a state is told that is not the speaker's own
_ACTING = ("", "by", "according", "for")
_BARE = 2  # words of "the Israeli minister", of whatever he is minister
_COMMA = 2  # letters of a comma and a space
_BEFORE = 2  # sentences before an office in which its holder is told by name
_MINISTERS = ("minister", "foreign_minister", "defence_minister")
_OFFICES = (*UNIQUE, "minister")


def place_told_again(scan: Scan, scene: Scene) -> None:
    """A name without a state is of whoever a sentence behind it calls by an office, if the text tells of one such
    office alone whose holder it does not name."""
    free: dict[tuple[str, str], tuple[int, ActorMention]] = {}
    for number, row in enumerate(scan.sentences):
        for actor in row.actors:
            alone = actor.state and not (actor.name or actor.ref or actor.former)
            if actor.office in _OFFICES and alone and not _held(actor, scene):
                free.setdefault((actor.office or "", actor.state or ""), (number, actor))
    if len(free) != 1:
        return
    number, office = next(iter(free.values()))
    words = scan.folded[office.start : office.end].split(" ")
    if office.marker not in _ACTING or office.possessive or (office.office == "minister" and len(words) != _BARE):
        return
    person = _told_before(scan.sentences[max(0, number - _BEFORE) : number], office, scene)
    if person is not None and not _otherwise(person, scan):
        person.state = office.state
        person.office = person.office or office.office


def _held(office: ActorMention, scene: Scene) -> bool:
    """Whether the text names somebody who holds an office of a state."""
    offices = MINISTERS if office.office == "minister" else (office.office,)
    return any(scene.holder(one or "", office.state) is not None for one in offices)


def _otherwise(person: Person, scan: Scan) -> bool:
    """Whether a person is told as one who held an office before, or behind one that was not read to be his or her own
    (``the ousted president, X``)."""
    for row in scan.sentences:
        for actor in row.actors:
            if actor.name == person.name and (actor.former or _titled(row, actor)):
                return True
    return False


def _told_before(rows: list[Sentence], office: ActorMention, scene: Scene) -> Person | None:
    """The only person of unknown state that acts in the nearest sentence before, if he or she may hold an office."""
    for row in reversed(rows):
        acting = [a for a in row.actors if a.name and a.marker in _ACTING and not a.attributive]
        names = {a.name or "" for a in acting if scene.state_of(a) is None}
        faced = any(a.state == office.state and a.marker in _FACED for a in row.actors)
        if len(names) > 1 or faced:
            return None
        for name in names:
            person = scene.persons[name]
            return person if _may_hold(person, office) else None
    return None


def _titled(row: Sentence, person: ActorMention) -> bool:
    """Whether an office that is nobody's own stands right before a name."""
    return any(a.office and not a.name and 0 <= person.start - a.end <= _COMMA for a in row.actors)


def _may_hold(person: Person, office: ActorMention) -> bool:
    """Whether somebody without a state may be the one whom an office tells."""
    if office.office == "minister":
        return person.office in _MINISTERS
    return person.office in (None, office.office)
