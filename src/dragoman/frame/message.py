"""Messages: letters, telegrams, cables to a counterpart (codebook, kind ``message``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.find.mention import ActorMention
from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft, as_actor
from dragoman.frame.parties import expand, focus
from dragoman.frame.view import View
from dragoman.model import Actor

_ARGS = {
    "subj": "sender",
    "by": "sender",
    "from": "sender",
    "of": "sender",
    "to": "recipient",
    "obj": "recipient",
    "for": "recipient",
    "with": "recipient",
}

_BESIDE = 10  # letters between a letter and the clause that says what it says


def messages(view: View) -> list[Draft]:
    """One message, or one for each sender of a list who has sent one of his own to somebody else."""
    if _is_got(view):
        return []
    args = view.args or _ARGS
    slots = [s for s, role in args.items() if role == "sender" and view.slots.get(s)]
    for told_as in ("from", "of"):
        rows = view.slots.get(told_as, [])
        rows = rows if told_as == "from" else [m for m in rows if _of_letter(view, m) and (m.office or m.name)]
        if told_as in slots and len({m.state for m in rows}) > 1:
            slots = [told_as]  # "received telegrams from A and B"
    slot = slots[0] if slots else None
    rows = view.slots[slot] if slot else []
    listed = [m for m in rows if m.list_id and m.list_id == rows[0].list_id and m.state]
    if slot != "subj" and "subj" not in args:
        listed = [m for m in rows if m.name and m.state] or listed  # "greetings came from A and from B"
    states = {m.state for m in listed}
    if view.scan.pack.order != "sov":
        told = {m.state for s, role in args.items() if role == "recipient" for m in view.slots.get(s, [])}
        apart = any(word in view.scan.folded[view.window[0] : view.cue.end] for word in view.scan.pack.words["apart"])
        several = len(states) > 1 and (
            bool(told - states) or slot == "from" or _of_receipt(view) or _got(view, args, slot, states)
        )
        each = slot in ("from", "of") and all(m.name for m in listed)
        several = several or (len({m.office for m in listed}) > 1 and (apart or each))
    else:
        several = len(states) > 1
    if any(m.ref == "guest" for m in rows):
        return []  # the guest is here, and speaks
    if len(states) > 1 and _together(view):
        draft = message(view)
        if draft is not None:
            draft.actors[:1] = [as_actor("sender", m) for m in listed]
        return [draft] if draft else []
    drafts = []
    for sender in listed if several and slot else [None]:
        if sender is not None and slot:
            view.slots[slot] = [sender]
        drafts.append(message(view))
    made = [draft for draft in drafts if draft]
    return [each for draft in made for each in ((draft, _answer(draft)) if _exchanged(view, draft) else (draft,))]


def _is_got(view: View) -> bool:
    """Whether the words for a letter stand within others that tell that somebody got it: ``received greetings``."""
    groups = (c.pattern.group for c in view.sentence.cues if c.start < view.cue.start < c.end)
    return any(g and g.kind == "message" and not g.type and g.args.get("subj") == "recipient" for g in groups)


def _got(view: View, args: Mapping[str, str], slot: str | None, states: set[str | None]) -> bool:
    """Whether who acts got letters of several others: ``erhielt Schreiben von A und B``."""
    acts = view.slots.get("subj", []) if slot == "of" and args.get("subj") == "sender" else []
    return bool({m.state for m in acts if m.state} - states)


def _together(view: View) -> bool:
    """Whether several wrote one letter: ``sent a joint letter``."""
    low, high = view.window
    words = view.scan.folded[max(low, view.cue.start - _JOINT) : min(high, view.cue.end + _JOINT)]
    return any(word in words for word in view.scan.pack.words["jointly"])


_JOINT = 20  # letters between the words of a letter and the one that says that it is of several


def _exchanged(view: View, draft: Draft) -> bool:
    """Whether the cue says that both sides wrote: ``exchanged letters``."""
    words = view.scan.folded[view.cue.start : view.cue.end]
    return len(draft.actors) == _TWO and any(word in words for word in view.scan.pack.words["exchanged"])


_TWO = 2


def _answer(draft: Draft) -> Draft:
    """The message that goes the other way: ``the presidents exchanged letters``."""
    other = {"sender": "recipient", "recipient": "sender"}
    turned = [replace(actor, role=other[actor.role]) for actor in reversed(draft.actors)]
    return replace(draft, actors=turned, topics=list(draft.topics), spans=list(draft.spans))


def message(view: View) -> Draft | None:
    """One message; a side that is not told is the other of the main pair."""
    senders, recipients = _sides(view)
    both_ways = senders[1:]  # "the presidents exchanged letters"
    senders = senders[:1]
    recipients = [r for r in recipients if r.state not in {s.state for s in senders}][:1]
    recipients = recipients or [s for s in both_ways if s.state != senders[0].state][:1]
    if not senders and (not recipients or (_of_receipt(view) and "subj" not in view.args)):
        return None
    before = None
    if senders and not recipients:
        recipients = _told_beside(view, senders[0]) if _of_receipt(view) else []
        before = None if recipients else _got_before(view, senders[0])
        recipients = [before[0]] if before else recipients
    if not senders or not recipients:
        other = _untold(view, (senders or recipients)[0])
        if other is None:
            return None
        senders, recipients = (senders, [other]) if senders else ([other], recipients)
    actors = [as_actor("sender", s) for s in senders] + [as_actor("recipient", r) for r in recipients]
    group = view.cue.pattern.group
    told = group.type if group else None
    type_ = told if told not in (None, "other") else view.qualifier("message") or (before and before[1]) or "other"
    if type_ in _SPOKEN and before is None and not (_of_receipt(view) or _written(view)):
        said = _speaking(actors)
        return view.draft("statement", said, view.status("done"), type="support", topics=view.topics(), told=type_)
    return view.draft("message", actors, view.status("done"), type=type_, topics=view.topics())


_SPOKEN = ("condolence", "congratulation")  # what is no message unless a letter or call carries it


def _written(view: View) -> bool:
    """Whether the sentence tells of a letter, a call or a post, or that something was sent."""
    words, span = view.scan.pack.words["written"], view.sentence.span
    return not words or any(word in view.scan.folded[span.start : span.end] for word in words)


def _speaking(actors: list[Actor]) -> list[Actor]:
    """Who congratulates or condoles in speech, and whom."""
    return [replace(actor, role={"sender": "speaker"}.get(actor.role, "target")) for actor in actors]


def _sides(view: View) -> tuple[list[ActorMention], list[ActorMention]]:
    """Who may have sent the message and who may have got it, the likeliest first."""
    args = view.args or _ARGS
    senders: list[ActorMention] = []
    recipients: list[ActorMention] = []
    verb_last = view.scan.pack.order == "sov"  # then whom a letter is from stands before the verb too
    inner = [] if verb_last else _inside(view)
    # who hands over a letter from another has not sent it: whom it is from comes first
    writers = [m for m in view.slots.get("of", []) if _of_letter(view, m) and (m.office or m.name)]
    acting = [m for m in inner if m.marker != "to"]
    if acting and not writers and not view.slots.get("from"):
        writers = acting[:1]
    first = ("from", "of") if writers else ("from",)
    acts = bool(view.slots.get("subj")) and args.get("subj") == "sender"
    for slot, role in sorted(args.items(), key=lambda item: item[0] not in first):
        told = writers if slot == "of" and writers else view.slots.get(slot, [])
        if slot == "from" and acts and not verb_last:
            told = [m for m in told if m.start > view.cue.start]  # "as the press service said, X wrote"
        if slot == "subj":
            told = _acting(view, told)
        rows = [m for m in expand(told, view) if m.state and not (m.capital and m.marker == "in")]
        (senders if role == "sender" else recipients).extend(rows)
    if not verb_last and (written := _written_to(view)):
        senders = [m for m in senders if m is not written] or _behind(view, written)
        recipients.insert(0, written)
    if not verb_last:
        # "wishing him success, he wrote to X": whom the letter goes to stands behind its words
        recipients.sort(key=lambda m: m.start < view.cue.start)
    return senders, [m for m in inner if m not in writers] + recipients


def _acting(view: View, subjects: list[ActorMention]) -> list[ActorMention]:
    """Who acts: not whom a letter is about, told nearer to the verb (``X就A发生地震致电B``)."""
    about = {a.start for a in view.sentence.actors if a.marker == "about"}
    if not about.intersection(m.start for m in subjects):
        return subjects
    rows = [m for m in subjects if m.start not in about]
    acting = [a for a in view.actors_in(view.window[0], view.cue.start) if not a.marker and (a.office or a.name)]
    return rows or acting[:1]


def _written_to(view: View) -> ActorMention | None:
    """Whom a letter that opens the sentence is to, told behind its word: ``In a letter to X, Y thanked ...``."""
    low, cue = view.window[0], view.cue
    rows = [m for m in view.sentence.actors if m.marker == "to" and m.state and (m.office or m.name)]
    opens = not any(m.end <= cue.start and not m.marker for m in view.actors_in(low, cue.start))
    return next((m for m in rows if opens and m.start > cue.start), None)


def _behind(view: View, recipient: ActorMention) -> list[ActorMention]:
    """Who acts behind the one whom a letter is to."""
    rows = (m for m in view.sentence.actors if m.start >= recipient.end and m.state and (m.office or m.name))
    return [m for m in rows if not m.marker and not m.attributive][:1]


def as_before(found: Scan, number: int, made: list[Draft], told: list[Draft]) -> None:
    """A letter like the one told before is of its type, and from its sender where the sentence tells no other: ``A
    similar cable was sent to X``."""
    spoken = [d for d in made if d.told in _SPOKEN and any(b.kind == "message" and b.type == d.told for b in told)]
    for draft in spoken:
        _write(draft)  # "President A sent a telegram. The president of B congratulated him, too"
        made[:] = [d for d in made if d.type != "support" or d.states("speaker") != draft.states("sender")]
    letters = [draft for draft in made if draft.kind == "message"]
    before = next((draft for draft in reversed(told) if draft.kind == "message"), None)
    if not letters or before is None:
        return
    row = found.sentences[number]
    words = found.folded[row.span.start : row.span.end]
    if not any(word in words for word in found.pack.words["alike"]):
        return
    here = {actor.state for actor in row.actors if actor.marker != "to"}
    for draft in letters:
        draft.type = before.type if draft.type == "other" else draft.type
        to = next((a for a in row.actors if a.marker == "to" and a.state and (a.office or a.form == "state")), None)
        if to is not None and to.state not in draft.states("recipient"):
            senders = [actor for actor in draft.actors if actor.role == "sender" and actor.state != to.state]
            draft.actors = [*senders, as_actor("recipient", to)]
        if not draft.states("sender") & here:
            senders = [actor for actor in before.actors if actor.role == "sender"]
            draft.actors = [*senders, *(actor for actor in draft.actors if actor.role != "sender")]
            draft.topics = draft.topics or list(before.topics)


def _write(draft: Draft) -> None:
    """A statement that congratulates or condoles as a letter."""
    draft.kind, draft.type = "message", draft.told
    draft.actors = [replace(a, role={"speaker": "sender"}.get(a.role, "recipient")) for a in draft.actors]


def _told_beside(view: View, sender: ActorMention) -> list[ActorMention]:
    """Who else is told in a sentence of letters, of another state than those who wrote."""
    wrote = {a.state for a in view.sentence.actors if sender.list_id and a.list_id == sender.list_id}
    rows = [a for a in view.sentence.actors if a.state and a.marker != sender.marker]
    rows = [a for a in rows if a.state != sender.state and a.state not in wrote]
    return rows if len({a.state for a in rows}) == 1 else []


def _of_receipt(view: View) -> bool:
    """Whether the words tell that letters came, and not who sent them: whoever wrote them is told, or nobody."""
    group = view.cue.pattern.group
    return group is not None and group.type is None and view.args.get("subj", "recipient") == "recipient"


def _got_before(view: View, sender: ActorMention) -> tuple[ActorMention, str | None] | None:
    """Who got the letters that a sentence before tells of, and what they are for, where one sentence after another
    tells who else wrote: ``A has received greetings. The first came from B. C sent congratulations, too``."""
    for row in view.scan.sentences[: view.number]:
        cues = [cue for cue in row.cues if cue.pattern.value == "message"]
        named = [a for a in row.actors if a.name and a.office and a.state and a.state != sender.state] if cues else []
        if named and len({a.state for a in named}) == 1:
            groups = (cue.pattern.group.type for cue in cues if cue.pattern.group)
            rules = (
                r.pattern.value for r in row.rules if (r.pattern.table, r.pattern.form) == ("qualifier", "message")
            )
            return named[0], next((kind for kind in (*groups, *rules) if kind not in (None, "other")), None)
    return None


def _of_letter(view: View, mention: ActorMention) -> bool:
    """Whether a genitive is the letter's: behind its noun, or right before it where verbs come last."""
    if view.scan.pack.order == "sov":
        return 0 < view.cue.start - mention.end <= _OWN
    return mention.start > view.cue.start


_OWN = 2  # letters between whose a letter is and the letter


def _untold(view: View, known: ActorMention) -> ActorMention | None:
    """The side that the clause does not tell: the other of the pair, in the person of who leads it."""
    if known.state in view.scene.pair[:2]:
        state = view.scene.other(known.state)
    else:
        # letters "from A and B" went to a third
        own = {known.state, *(a.state for a in view.sentence.actors if known.list_id and a.list_id == known.list_id)}
        state = next((s for s in (*focus(view), *view.scene.pair[:2]) if s not in own), None)
    if state is None:
        return None
    person = view.scene.principal(state)
    return ActorMention(0, 0, "person", state, person.office if person else None, person.name if person else None)


def _inside(view: View) -> list[ActorMention]:
    """Who is told in the clause behind a letter: ``a letter in which President X invites Y``, ``addressed to Y``."""
    cue = view.cue
    begins = next((at for at in view.sentence.barriers if cue.start < at <= cue.end + _BESIDE), None)
    if begins is None:
        return []
    ends = view.sentence.clause_end(max(begins, cue.end) + 1)
    persons = [m for m in view.sentence.actors if begins <= m.start < ends and m.state and (m.office or m.name)]
    return [m for m in persons if m.marker in ("", "in", "to") and not m.attributive]
