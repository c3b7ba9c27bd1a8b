"""Persons told without a state of whom their own clause tells for which they act, before anything is guessed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.find.scan import Scan
from dragoman.resolve.placing import AT_HOME_HEADS
from dragoman.resolve.scene import Scene

_OWNING = ("state", "capital", "gov", "org")  # how a side is told whose official follows behind a comma
_NEAR_VISIT = 40  # letters between a verb of travel and where it says that somebody goes
_MET = ("", "with", "obj", "to", "by", "on")  # how those are told whom somebody meets or speaks to
_HELD = frozenset(AT_HOME_HEADS)


def of_relatives(scan: Scan) -> None:
    """Whose official a relative clause tells right behind a side: ``Portugal, whose president X``."""
    words = scan.pack.possessives
    for row in scan.sentences if words and scan.pack.spelling.spaces else ():
        for owner, actor in itertools.pairwise(row.actors):
            held = actor.office or actor.form == "institution"
            if not held or actor.state is not None or not owner.state or owner.form not in _OWNING or owner.name:
                continue
            between = scan.folded[owner.end : actor.start]
            if between.startswith(", ") and between[2:].strip() in words:
                actor.state = owner.state


def of_clauses(scan: Scan, scene: Scene) -> None:
    """Give those who lead at home, are met by travellers or speak in their capital the state that this tells."""
    if all(person.state for person in scene.persons.values()):
        return
    _leading_at_home(scan, scene)
    for row in scan.sentences:
        for actor, state in (*_hosts(row, scene), *_speaking(row)):
            person = scene.stateless(actor)
            if person is not None:
                person.state = state


def _leading_at_home(scan: Scan, scene: Scene) -> None:
    """Who acts first in the lead of a dispatch sent from the agency's own country and is told without a state is an
    official of it: ``Wien (APA) - Bundespräsident X empfing vier Botschafter``."""
    rows = (row for row in scan.sentences if row.span.end > scene.header.end)
    row = next(rows, None) if scene.own_lead else None
    lead = next((a for a in row.actors if a.name and not a.marker), None) if row else None
    told = lead is not None and row is not None and any(a.office and a.state for a in row.actors if a.end <= lead.start)
    person = scene.stateless(lead) if lead is not None and lead.office in _HELD and not told else None
    if person is not None:
        person.state = scene.header.agency_state or scene.header.place_state


def _hosts(row: Sentence, scene: Scene) -> Iterator[tuple[ActorMention, str]]:
    """Whom an official meets or speaks to in the sentence that tells of his or her travel to a state is of it:
    ``President A landed in Lima and told Foreign Minister B``."""
    there = next((place for cue in row.cues for place in _goals(row, cue)), None)
    if there is None:
        return
    state = there.state or there.capital or ""
    guest = next((a for a in row.actors if not a.marker and not a.attributive and a.office), None)
    own = (scene.state_of(guest) or scene.home) if guest else None
    if guest is None or own is None or own == state:
        return
    for actor in row.actors:
        met = actor.name and actor.office in _HELD and actor.marker in _MET and actor.start > guest.start
        if met and actor is not guest and actor.start > there.end:
            yield actor, state


def _goals(row: Sentence, cue: Cue) -> Iterator[ActorMention]:
    """The states and capitals that a verb of travel names beside it."""
    if not cue.travels:
        return
    for actor in row.actors:
        bare = actor.form in ("state", "capital", "gov") and not (actor.office or actor.name or actor.attributive)
        near = -1 <= actor.start - cue.end <= _NEAR_VISIT or -1 <= cue.start - actor.end <= 1
        if bare and near and actor.marker in ("in", "to", "on", "obj"):
            yield actor


def _speaking(row: Sentence) -> Iterator[tuple[ActorMention, str]]:
    """A spokesman told right beside a capital in which he speaks is that state's: ``spokesman X in Lima``."""
    if not any(cue.pattern.value == "statement" for cue in row.cues):
        return
    spoken = [a for a in row.actors if a.office == "spokesperson" and a.name]
    for one in spoken:
        cities = [a for a in row.actors if a.capital and a.marker == "in" and not a.office]
        if len(cities) == 1 and cities[0].capital:
            yield one, cities[0].capital
