"""Officials told without a state beside the side for which they are there: ``on the Kenyan side Minister X``."""

from __future__ import annotations

import itertools

from dragoman.find.mention import ActorMention, Sentence
from dragoman.find.owners import LEADING
from dragoman.find.scan import Scan
from dragoman.resolve.scene import Scene

_NEAR = 80  # letters between a side and who stands for it, with the verb
_ACTING = ("", "obj", "to", "with", "of", "by", "between")  # markers of a side that itself does something


def stand_for_sides(scan: Scan, scene: Scene) -> None:
    """Give persons the state of the side told for them in their sentence."""
    if all(person.state for person in scene.persons.values()):
        return
    before: list[ActorMention] = []  # the envoys of the sentence before
    for row in scan.sentences:
        envoys = [a for a in row.actors if a.office == "ambassador" and a.state]
        if scan.pack.words["predecessor"]:
            _succeeding(row, scan, scene, [*before, *envoys])
        before = envoys or before[-1:]
        _inviting(row, scene, scan.pack.order == "sov")
        _greeting(row, scene, ("from",) if scan.pack.case_of_head else ("of", "from"))
        _on_side(row, scan.folded, scene, scan.pack.order == "sov")
        _beside_delegation(row, scene)
        if any(cue.pattern.group and cue.pattern.group.act == "sign" for cue in row.cues):
            _signing_for(row, scene)
        if scan.pack.words["represents"]:
            _representing(row, scan, scene)


def _on_side(row: Sentence, folded: str, scene: Scene, last: bool) -> None:
    """``On the Kenyan side the ministers A and B took part, on the Peruvian side C``; ``last`` says that markers stand
    behind their noun."""
    side: str | None = None
    for at, actor in enumerate(row.actors):
        behind = row.actors[at + 1] if at + 1 < len(row.actors) else None
        bare = actor.state and not (actor.office or actor.name)
        if bare and (actor.institution == "side" or (actor.form == "gov" and actor.marker == "from")):
            side = actor.state if actor.marker not in _ACTING else None
            # "the Mongolian side's Minister X", "por la parte mongola el ministro X"
            if behind and actor.marker and 0 < behind.start - actor.end <= _BESIDE:
                side = actor.state
        elif bare and actor.marker in ("by", "from") and behind and behind.office and last:
            # "Azərbaycan tərəfindən nazir X": a postposition alone stands between
            side = actor.state if len(folded[actor.end : behind.start].split()) == 1 else None
        elif actor.state:
            side = None
        elif side and actor.office and (person := scene.stateless(actor)):
            person.state = side


def _beside_delegation(row: Sentence, scene: Scene) -> None:
    """``Foreign Minister X and a Tajik delegation``: who is told in a list with a delegation is of its state."""
    for left, right in itertools.pairwise(row.actors):
        listed = left.office and left.marker != "by" and left.list_id and left.list_id == right.list_id
        person = scene.stateless(left) if listed else None
        if person and right.office == "delegation" and right.state and not right.name:
            person.state = right.state


def _signing_for(row: Sentence, scene: Scene) -> None:
    """``Minister A signed the accord for Denmark, and Minister B for Romania``: of the state told next after each."""
    for one, other in itertools.pairwise(row.actors):
        if one.office and other.marker == "for" and _side(other) and (person := scene.stateless(one)):
            person.state = other.state
        elif other.office and one.marker in _ON_BEHALF and _side(one) and (person := scene.stateless(other)):
            person.state = one.state  # "on behalf of Denmark it was signed by Minister A"


def _inviting(row: Sentence, scene: Scene, last: bool) -> None:
    """``An invitation from President X to visit India``: who invites to a state is of it."""
    for cue in row.cues:
        group = cue.pattern.group
        if group is None or group.kind != "visit" or group.args.get("subj") != "host":
            continue
        near = [a for a in row.actors if a.marker in ("of", "from", "by") and 0 <= a.start - cue.end <= _NEAR]
        if last:  # "X'un davetlisi olarak": the host stands right before
            near = [a for a in row.actors if a.marker == "of" and 0 <= cue.start - a.end <= _BESIDE]
        host = next((a for a in near if a.office and scene.stateless(a)), None)
        place = next((a for a in row.actors if host and a.start > host.end and _place(a)), None)
        person = scene.stateless(host) if host else None
        if host and place and person and place.start - host.end <= _NEAR:
            person.state = place.state


def _greeting(row: Sentence, scene: Scene, markers: tuple[str, ...]) -> None:
    """``The minister conveyed the greetings of President X``: whose message somebody hands over is of his state."""
    for cue in row.cues:
        group = cue.pattern.group
        if group is None or group.kind != "message" or group.args.get("subj", "sender") != "sender" or cue.impersonal:
            continue
        before = [a for a in row.actors if a.end <= cue.start and not (a.marker or a.attributive)]
        giver = before[-1] if before else None
        whose = next((a for a in row.actors if a.marker in markers and 0 <= a.start - cue.end <= _NEAR), None)
        person = scene.stateless(whose) if whose and whose.office in LEADING else None
        known = scene.persons.get(giver.name or "") if giver else None
        state = (giver.state or (known.state if known else None)) if giver else None
        if person and state:
            person.state = state


def _place(actor: ActorMention) -> bool:
    """Whether a mention is a state told as where somebody goes."""
    bare = actor.form in ("state", "capital") and not (actor.office or actor.name)
    return bare and actor.state is not None and actor.marker in ("", "to", "in", "obj")


def _succeeding(row: Sentence, scan: Scan, scene: Scene, envoys: list[ActorMention]) -> None:
    """``Her predecessor, X``, ``Y succeeds X``: of the state, and the rank, of the envoy told last."""
    words, last = scan.pack.words["predecessor"], scan.pack.order == "sov"
    for actor in row.actors if envoys else ():
        behind = actor.end + (_PREDECESSOR if last else 0)
        beside = scan.folded[max(row.span.start, actor.start - _PREDECESSOR) : behind]
        person = scene.stateless(actor) if any(word in beside for word in words) else None
        envoy = next((a for a in reversed(envoys) if a.start < actor.start), None)
        if person and envoy and person.office in (None, envoy.office):
            person.state, person.office = envoy.state, envoy.office


_PREDECESSOR = 32  # letters before a name in which the word for a predecessor stands


def _representing(row: Sentence, scan: Scan, scene: Scene) -> None:
    """``Kenya was represented by Minister A, Peru by Minister B``, ``Делегацию Кении возглавлял министр A``: a side and
    who stands for it, whichever is told first; the verb is told once for several such pairs."""
    stands, heads = scan.pack.words["represents"], scan.pack.words["heads_delegation"]
    told = False
    for at, (one, other) in enumerate(itertools.pairwise(row.actors)):
        between = scan.folded[one.end : other.start]
        last = row.actors[at + 2] if at + 2 < len(row.actors) else other
        sent = last.office if last.start - other.end <= _SENT else None  # "the U.S. interagency delegation"
        delegation = "delegation" in (one.office, other.office, sent) or "side" in (one.institution, other.institution)
        verbs = (*stands, *heads) if delegation else stands
        verb = len(between) <= _NEAR and ";" not in between and any(word in between for word in verbs)
        told = told or verb or (not at and any(word in scan.folded[row.span.start : other.start] for word in stands))
        if _side(one) and other.office and (person := scene.stateless(other)):
            if verb or (told and len(between.split()) <= _JOINED and other.marker in ("", "by")):
                person.state = one.state
        elif verb and _side(other) and one.office and (person := scene.stateless(one)):
            person.state = other.state


_ON_BEHALF = ("for", "after")
_BESIDE = 5  # letters between a side and who stands right beside it: an article
_SENT = 24  # letters between a state and its delegation
_JOINED = 3  # words between a side and who stands for it, where the verb is left out


def _side(actor: ActorMention) -> bool:
    """Whether a mention is a state as such, or its delegation."""
    bare = actor.form in ("state", "capital", "org", "gov", "adj") and not actor.office
    return (
        bool(actor.state) and not actor.name and (bare or actor.office == "delegation" or actor.institution == "side")
    )
