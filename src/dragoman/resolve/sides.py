"""Officials told without a state beside the side for which they are there: ``on the Kenyan side Minister X``."""

from __future__ import annotations

import itertools

from dragoman.find.mention import ActorMention, Sentence
from dragoman.find.scan import Scan
from dragoman.resolve.scene import Person, Scene

_NEAR = 80  # letters between a side and who stands for it, with the verb
_ACTING = ("", "obj", "to", "with", "of", "by", "between")  # markers of a side that itself does something


def stand_for_sides(scan: Scan, scene: Scene) -> None:
    """Give persons the state of the side told for them in their sentence."""
    if all(person.state for person in scene.persons.values()):
        return
    for row in scan.sentences:
        _on_side(row, scene)
        _beside_delegation(row, scene)
        if any(cue.pattern.group and cue.pattern.group.act == "sign" for cue in row.cues):
            _signing_for(row, scene)
        if scan.pack.words["represents"]:
            _representing(row, scan, scene)


def _free(actor: ActorMention, scene: Scene) -> Person | None:
    """The person whom a mention tells first, if no state is told for him or her."""
    person = scene.persons.get(actor.name or "")
    free = person is not None and person.state is None and actor.state is None and person.first == actor.start
    return person if free else None


def _on_side(row: Sentence, scene: Scene) -> None:
    """``On the Kenyan side the ministers A and B took part, on the Peruvian side C``."""
    side: str | None = None
    for at, actor in enumerate(row.actors):
        if actor.institution == "side" and not (actor.office or actor.name):
            side = actor.state if actor.marker not in _ACTING else None
            # "the Mongolian side's Minister X", "por la parte mongola el ministro X"
            behind = row.actors[at + 1] if at + 1 < len(row.actors) else None
            if behind and actor.marker and 0 < behind.start - actor.end <= _BESIDE:
                side = actor.state
        elif actor.state:
            side = None
        elif side and actor.office and (person := _free(actor, scene)):
            person.state = side


def _beside_delegation(row: Sentence, scene: Scene) -> None:
    """``Foreign Minister X and a Tajik delegation``: who is told in a list with a delegation is of its state."""
    for left, right in itertools.pairwise(row.actors):
        listed = left.office and left.marker != "by" and left.list_id and left.list_id == right.list_id
        person = _free(left, scene) if listed else None
        if person and right.office == "delegation" and right.state and not right.name:
            person.state = right.state


def _signing_for(row: Sentence, scene: Scene) -> None:
    """``Minister A signed the accord for Denmark, and Minister B for Romania``: of the state told next after each."""
    for one, side in itertools.pairwise(row.actors):
        if one.office and side.marker == "for" and _side(side) and (person := _free(one, scene)):
            person.state = side.state


def _representing(row: Sentence, scan: Scan, scene: Scene) -> None:
    """``Kenya was represented by Minister A, Peru by Minister B``, ``Делегацию Кении возглавлял министр A``: a side and
    who stands for it, whichever is told first; the verb is told once for several such pairs."""
    stands, heads = scan.pack.words["represents"], scan.pack.words["heads_delegation"]
    told = False
    for one, other in itertools.pairwise(row.actors):
        between = scan.folded[one.end : other.start]
        delegation = "delegation" in (one.office, other.office)
        verbs = (*stands, *heads) if delegation else stands
        verb = len(between) <= _NEAR and ";" not in between and any(word in between for word in verbs)
        told = told or verb
        if _side(one) and other.office and (person := _free(other, scene)):
            if verb or (told and len(between.split()) <= _JOINED and other.marker in ("", "by")):
                person.state = one.state
        elif verb and _side(other) and one.office and (person := _free(one, scene)):
            person.state = other.state


_BESIDE = 5  # letters between a side and who stands right beside it: an article
_JOINED = 3  # words between a side and who stands for it, where the verb is left out


def _side(actor: ActorMention) -> bool:
    """Whether a mention is a state as such, or its delegation."""
    bare = actor.form in ("state", "capital", "org", "gov", "adj") and not actor.office
    return (
        bool(actor.state) and not actor.name and (bare or actor.office == "delegation" or actor.institution == "side")
    )
