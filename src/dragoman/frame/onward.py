"""What goes on from sentence to sentence: who tells, a visit, a session, a meeting, a report."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import Sentence
from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.saying import names_speaker
from dragoman.frame.unheld import taken_back


def name_teller(found: Scan, number: int, drafts: list[Draft]) -> None:
    """``Об этом сообщил X``: what the sentence before lets a state say, its official X has said."""
    row, words = found.sentences[number], found.pack.words["retold"]
    if not words or not found.folded.startswith(words, row.span.start):
        return
    teller = next((a for a in row.actors if a.office and a.state and not a.marker and not a.attributive), None)
    for draft in drafts:
        spoken = draft.kind == "statement" and draft.sentence == number - 1 and not names_speaker(draft)
        if teller and spoken and draft.states("speaker") == {teller.state}:
            others = [actor for actor in draft.actors if actor.role != "speaker"]
            draft.actors = [as_actor("speaker", teller), *others]
            draft.spans = [*draft.spans, row.span]


def take_up(found: Scan, number: int, drafts: list[Draft]) -> None:
    """``The invitation was accepted``: the visit proposed in the sentence before is planned, if this tells nobody;
    ``The visit was postponed``: it is cancelled."""
    row = found.sentences[number]
    if any(actor.state or actor.name for actor in row.actors):
        return
    visits = [draft for draft in drafts[-_BEFORE:] if draft.kind == "visit" and draft.sentence == number - 1]
    if taken_back(row):
        _go_on([draft for draft in visits if draft.status != "cancelled"], "cancelled", row)
    groups = (cue.pattern.group for cue in row.cues if cue.pattern.value == "visit")
    if any(g and g.status == "planned" and dict(g.args).get("of") == "host" for g in groups):
        _go_on([draft for draft in visits if draft.status == "proposed"], "planned", row)


def _go_on(visits: list[Draft], status: str, row: Sentence) -> None:
    """What a sentence tells of visits told before: their status, with its words as evidence too."""
    for draft in visits:
        draft.status = status
        draft.spans = [*draft.spans, row.span]


def into_session(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> list[Draft]:
    """``At the session, trade was discussed``, ``The sides signed the minutes of the meeting``: what a sentence that
    tells nobody anew says of the session of a joint body told before belongs to it, and is no meeting beside it."""
    near = [d for d in before if d.sentence >= number - _SESSION and (d.kind == "meeting" or d.act == "meet")]
    actors = found.sentences[number].actors
    if not near or near[-1].kind != "body" or any((a.name or a.office) and a.ref is None for a in actors):
        return made
    session, out = near[-1], []
    just = session.sentence >= number - _JUST and not any(a.name or a.office for a in actors)
    signed = [d.at for d in made if d.kind == "document" and d.act == "sign"]
    for draft in made:
        # "the delegations will review trade": in the days that the session goes on
        goes_on = just and draft.status == "planned" and session.status in ("done", "ongoing")
        same = draft.kind == "meeting" and draft.type == "bilateral" and (draft.status == session.status or goes_on)
        of_it = just or any(abs(at - draft.at) <= _MINUTES for at in signed)
        if same and of_it and not draft.told_date and draft.states() <= session.states():
            session.topics += [topic for topic in draft.topics if topic not in session.topics]
            session.spans = [*session.spans, *draft.spans][:_SPANS]
        else:
            out.append(draft)
    return out


def without_retelling(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> list[Draft]:
    """What a sentence tells without its own first words, which only say who told of the act in the one before: ``Das
    kündigte Minister A an``."""
    row, words = found.sentences[number], found.pack.words["retold"]
    if not words or not found.folded.startswith(words, row.span.start):
        return made
    last = [draft for draft in before if draft.sentence == number - 1]
    if not last or any(draft.kind == "statement" for draft in last):
        return made  # who said it is told now
    told = {state for draft in last for state in draft.states("source")}
    return [d for d in made if not (_only_tells(d, row) and d.states("speaker") <= told)]


def _only_tells(draft: Draft, row: Sentence) -> bool:
    first = draft.kind == "statement" and draft.type in ("inform", "pledge")
    return first and draft.at - row.span.start <= _FIRST


_FIRST = 8  # letters before the verb of a sentence that begins with what it retells


def into_meeting(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> list[Draft]:
    """What a sentence without anybody says of a meeting to come that the one before tells: ``The topic of the talks is
    trade``."""
    near = [d for d in before if d.kind == "meeting" and d.sentence == number - 1]
    if not near or near[-1].status != "planned" or found.sentences[number].actors:
        return made
    meeting, out = near[-1], []
    for draft in made:
        same = draft.kind == "meeting" and draft.status == "done" and draft.type == meeting.type
        if same and not draft.told_date and draft.states() == meeting.states():
            meeting.topics += [topic for topic in draft.topics if topic not in meeting.topics]
            meeting.spans = [*meeting.spans, *draft.spans][:_SPANS]
        else:
            out.append(draft)
    return out


def answer(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> None:
    """Who rejects what a sentence just before accused him of answers who accused him, if his own names nobody else:
    ``In a letter to the UN A accused B. B rejected the charges``."""
    told = {a.state for a in found.sentences[number].actors}
    for draft in made:
        own = draft.states("speaker")
        if draft.kind != "statement" or draft.type != "reject" or len(own) != 1 or draft.states("target") & told:
            continue
        critics = (d for d in reversed(before) if d.kind == "statement" and d.sentence >= number - _JUST)
        critic = next((d for d in critics if d.type in _ANSWERED and own <= d.states("target")), None)
        if critic is not None and critic.states("speaker"):
            others = [actor for actor in draft.actors if actor.role != "target"]
            draft.actors = [*others, *(state_actor("target", state) for state in sorted(critic.states("speaker")))]


_ANSWERED = ("criticise", "request", "threaten")


def at_meeting(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> None:
    """``After the talks he met B``: what a sentence tells of a meeting told in the one before has its day and place."""
    if not made or not found.folded.startswith(found.pack.words["at_meeting"], found.sentences[number].span.start):
        return
    held = (d for d in reversed(before) if number - _JUST <= d.sentence < number and d.status in ("done", "ongoing"))
    event = next((d for d in held if d.kind == "meeting" or d.act in ("meet", "sign")), None)
    if event is None or event.date is None or event.background:
        return
    for draft in made:
        there = draft.kind == "meeting" or draft.act in ("meet", "sign")
        if draft.status == "done" and draft.date is None and (there or draft.kind in ("statement", "report")):
            draft.date = event.date
            if there and draft.place is None and draft.type not in ("phone", "video"):
                draft.place = event.place


def goes_on_reporting(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> None:
    """``A reported on the railway. Minister B said that the port was ready``: right behind a report what another
    official tells is one, too."""
    told = [d for d in before if d.kind == "report" and d.sentence >= number - 1]
    if not told or found.sentences[told[-1].sentence].paragraph != found.sentences[number].paragraph:
        return
    told += [d for d in made if d.kind == "report"]
    names = {a.name for d in told for a in d.actors}
    for draft in made:
        speakers = [a for a in draft.actors if a.role == "speaker"]
        if draft.kind != "statement" or draft.type != "inform" or len(speakers) != 1:
            continue
        one = speakers[0]
        if one.name and one.name not in names and one.office in _ACCOUNTABLE:
            draft.kind, draft.type = "report", "unspecified"
            draft.actors = [replace(one, role="reporter")]
            draft.told = one.name


_ACCOUNTABLE = (
    "minister",
    "deputy_minister",
    "senior_official",
    "deputy_head_of_government",
    "commission_chair",
    "business",
)
_SESSION = 6  # sentences back in which a session that is still spoken of was told
_MINUTES = 80  # letters between a session and the paper on it that is signed
_JUST = 2  # sentences back in which a session was told
_SPANS = 3
_BEFORE = 6  # drafts of the sentence before
