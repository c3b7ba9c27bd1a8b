"""To whom or of whom a statement is: told with its verb, by what is judged, or known from the sentence before."""

from __future__ import annotations

import re

from dragoman.find.mention import SEVERAL, ActorMention, list_of
from dragoman.frame.draft import as_actor, state_actor
from dragoman.frame.parties import both, expand, focus
from dragoman.frame.quotation import quoted
from dragoman.frame.view import View
from dragoman.model import Actor

_ADDRESSED = ("obj", "to", "against", "on", "with")
_JUDGED = ("of", "adj", "by")  # "Russia's war", "the Israeli attacks", "the killing by"
_OF_ACTS = ("criticise", "reject", "support")  # types that judge what somebody has done
_NEAR = 40
_TARGET = ("obj", "to", "with", "against", "for", "of", "on", "adj", "in", "from", "by", "between")
_BESIDE = ("with", "for", "of", "on", "adj", "in", "from", "by", "between")  # how is told who is not spoken to
# whose acts are judged stands in the genitive where verbs come last: "X'in Y'ye satışına tepki gösterdi"
_JUDGED_FIRST = ("obj", "of", *_TARGET[1:])


def of_owned(view: View, targets: list[Actor]) -> list[Actor]:
    """Whom what a noun tells is addressed to, if the sentence tells them: a state where the person who answers it
    stands before."""
    here = {a.state for a in view.sentence.actors}
    behind = {a.name for a in view.sentence.actors if a.start >= view.cue.end}
    told = [target for target in targets if target.state in here]
    return [t if t.name in behind or not t.name else state_actor("target", t.state or "") for t in told]


def of_whom(view: View, behind: ActorMention) -> bool:
    """Whether *of* tells with a noun whom it is about, and not whose it is: ``criticism of``; what draws somebody's
    criticism stands before it."""
    judged = view.args.get("subj") == "target"
    return view.args.get("of") == "target" and behind.marker not in ("from", "by") and not judged


def targets_of(view: View, speakers: list[ActorMention], type_: str, joint: bool) -> list[Actor]:
    own = {s.state for s in speakers}
    pair = set(view.scene.pair[:2])
    if joint:
        sides = [m.state for m in both(view) if m.state]
        addressed = (m for slot in _ADDRESSED for m in view.slots.get(slot, []))
        if sides and not own & {*sides, *pair} and any(m.ref == "both" for m in addressed):
            return [state_actor("target", state) for state in sides]  # third parties address both
        third = [
            m
            for slot in (*_ADDRESSED, *(_JUDGED if type_ in ("criticise", "reject") else ()))
            for m in view.slots.get(slot, [])
            # "Latvia and Lithuania backed Estonia": whom the verb itself takes is addressed, whatever the main pair is
            if m.state and m.state not in own and (not (m.state in pair and own & pair) or _taken(view, m))
        ]
        third = third or _by_pronoun(view, own)
        listed = [m for m in third if m.list_id and m.list_id == third[0].list_id]
        return [as_actor("target", m) for m in listed or third[:1]]
    if type_ in _OF_ACTS and (written := _written_to(view)):
        kept = {slot: [m for m in rows if m.start not in written] for slot, rows in view.slots.items()}
        if any(m.state not in own for slot in ("obj", "of", "adj", "against", "by") for m in kept.get(slot, [])):
            view.slots.update(kept)  # "in a letter to A, B condemned the raids of C"
    judged = view.scan.pack.order == "sov" and type_ in ("criticise", "reject")
    slots: tuple[str, ...]  # of any length: places are put before
    slots = _JUDGED_FIRST if judged else ("subj", *_TARGET) if view.args.get("subj") == "target" else _TARGET
    if type_ == "request" and view.scan.pack.order == "sov" and _asked_from(view, own):
        slots = ("from", *slots)  # "X, A'nın üyeliği için B'den destek istedi"
    elif type_ in _OF_ACTS and any(m.state not in own and m.start >= view.cue.end for m in view.slots.get("by", [])):
        slots = ("by", *slots)  # "condemned the shelling of A by B"
    elif type_ in _OF_ACTS and (first := _whose_act(view, own)):
        slots = (first, *slots)  # "welcomed A's decision to open its border with B"
    if type_ == "request" and _to_nobody(view):
        return []
    if type_ != "inform" and (held := held_within(view, own)):
        return [target_of(m, view) for m in held]
    if (near := _right_behind(view, own, type_)) is not None:
        return [target_of(m, view) for m in list_of(view.sentence.actors, near)]
    told = [m for slot in _TARGET for m in view.slots.get(slot, [])]
    suffering = _suffering(view) if type_ == "criticise" else []
    if suffering and not any(m.state and m.state not in own and m not in suffering for m in told):
        return []
    if view.scan.pack.comma_clauses and told and told[0].ref in ("both", "both_heads") and told[0].state is None:
        # "proposed that both sides ...": to the other state, whoever stands for it
        others = [m.state for m in expand(told[:1], view) if m.state and m.state not in own]
        return [state_actor("target", state) for state in others]
    if type_ == "criticise" and _by_nobody_known(view, own):
        return []
    behind = [
        m
        for slot in ("obj", "to", "against", "of")
        for m in view.slots.get(slot, [])
        if m.state and m.state not in own and 0 <= m.start - view.cue.end < _NEAR and not m.nominative
    ]
    spoken_of = [m for m in quoted(view.sentence, view.cue, view.scan.folded) if m.state not in own]
    for slot in slots:
        if spoken_of and slot in _BESIDE:
            break  # whoever else is told beside a quotation was met, or is where it was said
        both_told = any(m.ref == "both" and (m.marker in ("", slot) or slot == "obj") for m in view.slots.get(slot, []))
        sides = [m.state for m in both(view) if m.state] if both_told else []
        if sides and not own & {*sides, *pair}:
            return [state_actor("target", state) for state in sides]  # a third party addresses both
        for mention in expand(view.slots.get(slot, []), view):
            if slot == "with" and behind and mention.start < view.cue.start and view.scan.pack.case_of_head:
                continue  # "in solidarity with A, X condemned B's attack"
            if (
                mention.state
                and mention.state not in own
                and not (slot == "in" and type_ in ("support",) and mention.capital)
            ):
                if (type_ == "inform" and slot not in ("obj", "to")) or mention in suffering:
                    continue
                rows = expand(view.slots[slot], view)
                rows += [m for m in view.sentence.actors if mention.list_id and m not in rows]
                listed = [
                    m for m in rows if m.list_id and m.list_id == mention.list_id and m.state and m.state not in own
                ]
                named = {m.state for m in listed if m.name}
                listed = [m for m in listed if m.name or m.office or m.state not in named]  # "X and his government"
                return [target_of(m, view) for m in listed or [mention]]
    if type_ == "inform" or _to_nobody(view):
        return []
    if spoken_of:
        return [target_of(spoken_of[0], view)]
    after = [a for a in view.sentence.actors if a.state and a.state not in own and not (a.capital and a.marker == "in")]
    if after:
        low, high = view.window
        near = next((a for a in after if low <= a.start < high), None)
        return [target_of(near, view) if near else state_actor("target", after[0].state or "")]
    if type_ in _TO_BOTH and (sides := _third_party(view, own)):
        return [state_actor("target", side) for side in sides]
    state = next((s for s in focus(view) if s not in own), None)
    home = view.scene.home
    if home and home not in own and all(s.office == "ambassador" for s in speakers):
        state = home  # an envoy speaks to where he or she is posted
    return [state_actor("target", state)] if state else []


def _third_party(view: View, own: set[str | None]) -> list[str]:
    """The two states that a third speaks to where its sentence names neither: those of the main pair, which the
    sentence before tells together (``Peru and Ghana have agreed on it. Togo welcomed the step``)."""
    pair = view.scene.pair[:2]
    if len(pair) < _TWO or own & {*pair} or view.number == 0:
        return []
    before = view.scan.sentences[view.number - 1].actors
    together = {a.state for a in before} >= {*pair} or any(a.ref in SEVERAL for a in before)
    return pair if together else []


_TWO = 2  # states of a dispatch's main pair
_TO_BOTH = ("support", "propose", "pledge", "request")


def _written_to(view: View) -> set[int]:
    """Where those stand to whom a letter goes in which something is said."""
    letters = [c for c in view.sentence.cues if c.pattern.value == "message"]
    if not letters:
        return set()
    last = view.scan.pack.order == "sov"
    rows = [
        m
        for m in view.sentence.actors
        for c in letters
        if m.marker in ("", "to", "obj")
        and (0 <= c.start - m.end <= _LETTER if last else c.start <= m.start <= c.end + _LETTER)
    ]
    return {one.start for m in rows for one in (list_of(view.sentence.actors, m) if m.list_id else [m])}


_LETTER = 14  # letters between a letter and to whom it goes


def _asked_from(view: View, own: set[str | None]) -> bool:
    """Whether someone is asked in the case of whom things come from, and nobody in that of an object or addressee."""
    asked = any(m.state and m.state not in own for m in view.slots.get("from", []))
    others = (*(m for m in view.slots.get("obj", []) if m.marker == "obj"), *view.slots.get("to", []))
    return asked and not any(m.state and m.state not in own for m in others)


def _by_pronoun(view: View, own: set[str | None]) -> list[ActorMention]:
    """Whom a pronoun right behind the verb of a clause stands for, which may also mean *his*: the one told last before
    the clause (``разорвали отношения с Катаром, обвинив его``)."""
    words = view.scan.folded[view.cue.end : view.cue.end + _PRONOUN].split()[:1]
    if not words or words[0] not in view.scan.pack.possessives:
        return []
    told = [a for a in view.sentence.actors if a.end <= view.window[0] and a.state and not a.attributive]
    return [told[-1]] if told and told[-1].state not in own else []


_PRONOUN = 8  # letters of a pronoun behind its verb


def _suffering(view: View) -> list[ActorMention]:
    """Those who suffered an attack that is condemned, where nobody is told to have made it: ``condemned the attack on
    A``, ``谴责空袭A的行为``."""
    pack = view.scan.pack
    high = view.sentence.span.end if view.cue.type == "inform" else view.window[1]  # "he said: 'We condemn ...'"
    if pack.order not in ("svo", "v2"):
        return []
    acts = (c for c in view.sentence.cues if c.pattern.value == "action" and c.type == "assault")
    acts = (c for c in acts if view.cue.end <= c.start < high)
    act = min(acts, key=lambda c: (c.start, -c.end), default=None)
    if act is None:
        return []
    judging = (c for c in view.sentence.cues if c.pattern.value == "statement" and c.type == "criticise")
    end = max((c.end for c in judging if view.cue.end <= c.end <= act.start), default=view.cue.end)
    if act.start - end > _JUDGED_NEAR or any(view.actors_in(end, act.start)):
        return []
    of = act.pattern.group is not None and act.pattern.group.args.get("of") == "target"
    markers = ("on", "against", *(("of",) if of else ()))
    behind = [a for a in view.actors_in(act.start, high) if a.state]
    beside = pack.comma_clauses and act.pattern.group is not None and act.pattern.group.verb
    # "Anschlag auf die Botschaft": the words themselves hold how it is told
    within = [a for a in behind if a.start < act.end and a.institution and a.marker in ("in", "to")]
    out = [a for a in behind if a.marker in markers or (beside and 0 <= a.start - act.end <= 1 and not a.marker)]
    out = out or within
    return [*out, *(a for a in behind if a.marker == "in" and a.form in ("state", "capital"))]


def _by_nobody_known(view: View, own: set[str | None]) -> bool:
    """Whether an attack is condemned of which the clause only tells where it was and on whom: ``a condamné l'attentat
    de Kaboul``."""
    words, (low, high) = view.scan.pack.words["attacks"], view.window
    if not words or view.scan.pack.order not in ("svo", "v2"):
        return False
    start = low if view.scan.pack.order == "v2" else view.cue.end
    told = view.scan.folded[start:high]
    first = next((word.start() for word in re.finditer(r"\w+", told) if word.group() in words), None)
    if first is None or (start == view.cue.end and first > _CONDEMNED):
        return False
    noun = start + first
    later = (c.start for c in view.sentence.cues if c.says and c.start > max(noun, view.cue.end))
    if view.scan.pack.order == "svo":
        high = min(high, min(later, default=high))  # "condemned it, and thanked X"
    others = [a for a in view.actors_in(view.cue.end, high) if a.state and a.state not in own]
    others += [a for a in view.actors_in(noun, view.cue.start) if a.state and a.state not in own]
    return all(_only_where(a) and a.start > noun for a in others)


def _only_where(actor: ActorMention) -> bool:
    """Whether a mention tells where an attack was or on whom."""
    if actor.name or actor.office:
        return actor.marker in ("on", "against")
    there = ("state", "capital") if actor.marker == "to" else ("capital",)
    return actor.marker in ("in", "on", "against", "at") or (actor.marker in ("of", "to") and actor.form in there)


_CONDEMNED = 60  # letters between who condemns something and what


def _to_nobody(view: View) -> bool:
    """Whether what stands right behind the verb, or before one that comes last, is nobody known: ``呼吁国际社会``."""
    rules = [r for r in view.sentence.rules if r.pattern.table == "references" and r.pattern.value == "none"]
    cue, last = view.cue, view.scan.pack.order == "sov"
    if not rules or (last and cue.type != "request"):
        return False
    if last:
        addressed = [m.start for slot in ("obj", "to", "from") for m in view.slots.get(slot, []) if m.state]
        first = min(addressed, default=cue.start)
        return any(view.window[0] <= r.start < first and r.end <= cue.start for r in rules)
    told = [m.end for m in view.slots.get("subj", []) if m.start >= cue.end]  # "دعا الوزير المجتمع الدولي"
    end = min(told, default=cue.end) if view.scan.pack.order == "vso" else cue.end
    return any(cue.start < r.start <= end + _TAKEN for r in rules)


def _whose_act(view: View, own: set[str | None]) -> str | None:
    """Where those are told whose act is judged: right behind the verb, whoever else is told of it."""
    near = [
        (m.start, slot)
        for slot in ("obj", "of", "adj", *(one for one in _FOR if view.args.get(one) == "target"))
        for m in view.slots.get(slot, [])
        if m.state and m.state not in own and 0 <= m.start - view.cue.end <= _JUDGED_NEAR
    ]
    return min(near)[1] if near else None


_FOR = ("for", "with")  # "appreciation for A's help in keeping B open"
_JUDGED_NEAR = 24  # letters of an article and of what somebody does or decides


def held_within(view: View, own: set[str | None]) -> list[ActorMention]:
    """Whom the words of a verb hold between them, whoever stands behind: ``called on A to leave B``."""
    cue, args = view.cue, view.args
    if view.scan.pack.order == "sov" or view.scan.pack.comma_clauses:
        return []
    slots = (slot for slot in _HELD if args.get(slot) == "target")
    told = [m for slot in slots for m in view.slots.get(slot, []) if m.state and m.state not in own]
    inside = [m for m in told if cue.start < m.start and m.end < cue.end]
    return list_of(view.sentence.actors, min(inside, key=lambda m: m.start)) if inside else []


_HELD = ("obj", "on", "to")  # how is told within a verb's own words who is addressed


def _right_behind(view: View, own: set[str | None], type_: str) -> ActorMention | None:
    """The state that a verb takes right behind it, whoever else its sentence tells: ``accused A and urged B to go``."""
    pack, group = view.scan.pack, view.cue.pattern.group
    if pack.order not in ("svo", "v2") or pack.comma_clauses or type_ == "inform" or view.cue.impersonal:
        return None
    taken = (m for m in view.sentence.actors if m.form in _TAKING and m.state and _taken(view, m))
    near = next((m for m in taken if not (m.attributive or m.name or m.office)), None)
    told = group is not None and group.args.get("subj", "speaker") == "speaker"
    return near if near is not None and told and near.state not in own else None


_TAKING = ("state", "org", "gov", "people")  # whom a verb takes as its object


def _taken(view: View, mention: ActorMention) -> bool:
    """Whether somebody stands right behind a verb of saying, as its object."""
    gap = int(view.scan.pack.spelling.spaces)
    return mention.marker in ("", "obj") and gap <= mention.start - view.cue.end <= _TAKEN


_TAKEN = 5  # letters of a blank and an article


def target_of(mention: ActorMention, view: View) -> Actor:
    """A person addressed by name, office or pronoun; behind ``his colleague`` or ``the guest`` stands the state, where
    no name is told with the word."""
    words = (mention.name or "").split()
    named = bool(words) and view.scan.text.find(words[-1], mention.start, mention.end) >= 0
    if mention.ref and mention.state and not named and not (mention.ref == "him" and view.scan.pack.order == "v2"):
        return state_actor("target", mention.state)
    group = view.cue.pattern.group
    asked = group is not None and group.type == "request" and mention.start > view.cue.end
    if asked and mention.marker == "of" and mention.name and mention.state:
        return state_actor("target", mention.state)  # "demanded the release of X": of whoever holds him or her
    return as_actor("target", mention)
