"""The drafts of one sentence: which cues tell something, and which drafts another one says better."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.find.mention import Cue
from dragoman.find.scan import Scan
from dragoman.frame.attending import meet_there
from dragoman.frame.cue_choice import (
    behind_other_acts,
    distinct_cues,
    leaves_quotation,
    of_one_document,
    shorter_cues,
    tells_undone,
    within_idiom,
)
from dragoman.frame.draft import Draft
from dragoman.frame.echoes import (
    broken_off,
    comes_for,
    encounters,
    greets,
    halted,
    in_both_formats,
    is_itself,
    of_comma_clauses,
    only_calls_off,
    only_where_reported,
    same_session,
    same_to_come,
    sent_for,
    told_better,
    turned_round,
    with_accepted,
    without_echoes,
    without_named,
)
from dragoman.frame.gapping import gapped
from dragoman.frame.letters import receives_letter, stands_in_letter
from dragoman.frame.registry import FRAMES
from dragoman.frame.saying import complements, name_speakers, said_within, without_told
from dragoman.frame.unheld import (
    former_holders,
    is_called_off,
    is_discussed,
    is_history,
    only_asked,
    spoken_of,
    subject_matter,
)
from dragoman.frame.view import View
from dragoman.resolve.scene import Scene


def drafts_of(found: Scan, scene: Scene, number: int) -> list[Draft]:
    """The drafts of one sentence; what another says better is left out."""
    drafts = [d for d in _made(found, scene, number) if not is_history(d, scene)]
    if not drafts:
        return []
    drafts = [d for d in _unless(drafts, turned_round) if not only_asked(d)]
    drafts = with_accepted(_unless(drafts, sent_for), found, number)
    drafts = _unless(in_both_formats(drafts, found, number), greets)
    former_holders(drafts, found, number, scene)
    drafts = _of_sayings(drafts, found, number)
    drafts = _of_encounters(drafts, found, scene, number)
    drafts = _of_circumstances(drafts, found, number)
    meet_there(drafts, found)
    return without_named(without_echoes(drafts, found.sentences[number], found.pack), found)


def _unless(
    drafts: list[Draft], better: Callable[[Draft, Draft], bool], than: list[Draft] | None = None
) -> list[Draft]:
    """The drafts but for those that one of all, or of some, tells better."""
    others = drafts if than is None else than
    return [d for d in drafts if not any(better(d, other) for other in others)]


def _of_sayings(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """The drafts without statements, and what letters say, that others tell better."""
    if found.text.endswith(("?", "？"), 0, found.sentences[number].span.end):
        drafts = [d for d in drafts if d.kind != "statement" or d.type != "inform"]  # who asks tells nothing
    name_speakers(drafts)
    # where commas part clauses, what stands behind one has a speaker of its own
    barriers = [] if found.pack.comma_clauses else complements(found, number)
    statements = [d for d in drafts if d.kind == "statement"]
    drafts = [
        d for d in drafts if d.kind != "statement" or not any(said_within(d, o, barriers, found) for o in statements)
    ]
    # what a letter says stays in the letter
    letters = [d for d in drafts if d.kind == "message"]
    senders = {state for letter in letters for state in letter.states("sender")}
    drafts = [d for d in drafts if not any(stands_in_letter(d, letter, found, senders) for letter in letters)]
    drafts = _unless(drafts, receives_letter, letters)
    if found.pack.order != "sov":  # where verbs come last, what is said stands before its verb
        drafts = without_told(drafts, found, number)
    return drafts


def _of_encounters(drafts: list[Draft], found: Scan, scene: Scene, number: int) -> list[Draft]:
    """The drafts without sessions, meetings and visits that others tell better, or that were broken off."""
    drafts = _unless(drafts, same_session)
    if found.pack.order == "svo":
        drafts = _unless(drafts, same_to_come)
    if found.pack.comma_clauses:
        drafts = of_comma_clauses(drafts, found.sentences[number].barriers)
    drafts = _unless(drafts, told_better)
    # talks that one side breaks off are a measure against the other
    drafts = _unless(drafts, only_calls_off, [d for d in drafts if d.kind == "meeting" and d.status == "cancelled"])
    measures = [d for d in drafts if d.kind == "action" and d.type == "sanction" and d.status in ("done", "ongoing")]
    drafts = _unless(drafts, halted, measures)
    drafts = [d for d in drafts if not broken_off(d, found.sentences[number])]
    return encounters(drafts, found, scene)


def _of_circumstances(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """The drafts without what is only the occasion, place or result of another."""
    row = found.sentences[number]
    if not any(a.state or a.ref for a in row.actors) and not row.places:
        drafts = [d for d in drafts if d.kind != "exchange"]  # it is seldom one of the text's two states
    drafts = _unless(drafts, comes_for, [d for d in drafts if d.kind == "exchange"])
    if any(d.kind == "report" for d in drafts):
        drafts = [d for d in drafts if not only_where_reported(d, drafts, found, number)]
    return _unless(drafts, is_itself, [d for d in drafts if d.kind == "body" or d.type == "broken"])


def _made(found: Scan, scene: Scene, number: int) -> list[Draft]:
    """What the frames make of the sentence's cues, but for those that tell nothing or are denied."""
    drafts: list[Draft] = []
    cues = [cue for cue in found.sentences[number].cues if not (cue.pattern.group and cue.pattern.group.content)]
    if found.pack.order == "sov":
        cues = [cue for cue in cues if not any(within_idiom(cue, other, found.folded) for other in cues)]
    cues = [cue for cue in cues if cue.pattern.value not in _EVENTS or not leaves_quotation(cue, found.folded)]
    cues = behind_other_acts(cues, found.folded, found.pack)
    cues = of_one_document(cues, found)
    distinct = distinct_cues(cues, found.pack.capitals == "nouns")
    for cue in distinct:
        made = _told_by(found, scene, number, cue)
        group = cue.pattern.group
        if not made and group and (group.told or group.kind == "action"):
            # both sides must be told and are not: what a shorter cue among the same words tells may hold
            shorter = (
                other
                for other in shorter_cues(cue, cues, distinct)
                if group.told or not tells_undone(other, group.type)
            )
            rest = (_told_by(found, scene, number, other) for other in shorter)
            made = next((other for other in rest if other), [])
        drafts.extend(made)
    return drafts


def _told_by(found: Scan, scene: Scene, number: int, cue: Cue) -> list[Draft]:
    """What the frame makes of one cue."""
    drafts: list[Draft] = []
    if cue.pattern.group and cue.pattern.group.mute:
        return drafts
    for view in gapped(View(found, scene, number, cue)):
        off = is_called_off(view)
        if view.denied if cue.pattern.value == "statement" else view.negated and not off:
            continue
        if (
            cue.pattern.value in _EVENTS
            and not view.verbal
            and (spoken_of(view) or subject_matter(view) or is_discussed(view))
        ):
            continue
        if cue.pattern.value in _HELD and view.rule("status", "undone", _CLAUSE):
            continue  # "the first session has not yet taken place"
        made = FRAMES[cue.pattern.value](view)
        drafts.extend(made if isinstance(made, list) else [made] if made else [])
    return drafts


_EVENTS = ("meeting", "action", "exchange", "visit")
_HELD = ("meeting", "body", "exchange", "visit", "document")  # what has not been held or signed
_CLAUSE = 240  # letters between what has not happened and the words that say so: the clause
