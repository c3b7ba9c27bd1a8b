"""Statements: what an official, a state or a meeting's parties said (codebook, kind ``statement``)."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention, list_of
from dragoman.frame.agreed import agreeing, long_agreed
from dragoman.frame.by_phone import spoken_by_phone
from dragoman.frame.draft import Draft, as_actor
from dragoman.frame.inner import inner
from dragoman.frame.relatives import reduced
from dragoman.frame.speakers import ISSUING, speakers_of
from dragoman.frame.spoken_to import of_owned, of_whom, target_of, targets_of
from dragoman.frame.subjects import prepositions
from dragoman.frame.summons import is_summons, summons
from dragoman.frame.view import View
from dragoman.model import Actor


def statements(view: View) -> list[Draft]:
    """The statement of a cue; one of each who speaks where the clause says that each did alone (``先后``)."""
    draft = statement(view)
    if draft is None:
        return []
    speakers = [actor for actor in draft.actors if actor.role == "speaker"]
    listed = [m for m in view.slots.get("subj", []) if m.list_id and m.end <= view.cue.start]
    between = view.scan.folded[max(m.end for m in listed) : view.cue.start] if len(listed) > 1 else ""
    if len(speakers) < 2 or not any(word in between for word in view.scan.pack.words["apart"]):
        called = spoken_by_phone(view, draft)
        return [draft, called] if called else [draft]
    rest = [actor for actor in draft.actors if actor.role != "speaker"]
    return [replace(draft, actors=[one, *rest], topics=list(draft.topics), spans=list(draft.spans)) for one in speakers]


def statement(view: View) -> Draft | None:
    """One statement of the cue's type; the speaker is told in the clause or is the scene's."""
    group = view.cue.pattern.group
    if group is None or group.content:
        return None
    if is_summons(view):
        return summons(view, speakers_of(view))
    owned = group.args.get("owner") == "speaker"
    if not owned and (_promised(view) or _of_person(view)):
        return None
    speakers = _owners(view) if owned else agreeing(view, speakers_of(view))
    if not speakers or long_agreed(view):
        return None
    type_ = group.type or "inform"
    if type_ == "inform":
        type_ = content_type(view) or "inform"
    inferred = type_ != (group.type or "inform")
    joint = len({s.state for s in speakers}) > 1
    actors = [as_actor("speaker", s) for s in speakers]
    targets = _bidden(view, speakers) if inferred and type_ == "request" else []
    targets = targets or targets_of(view, speakers, type_, joint)
    if owned:
        targets = of_owned(view, targets)
    if inner(view, speakers, type_, targets):
        return None
    if group.type in (None, "inform") and _said_later(view):
        return None
    if (owned and not targets) or _conditional(view) or not _told_by_place(view, speakers, targets):
        return None
    return view.draft("statement", actors + targets, "done", type=type_, topics=_topics(view), inferred=inferred)


def _promised(view: View) -> bool:
    """Whether a participle only qualifies the noun before it, with nobody told who does so: ``the boats promised``."""
    cue = view.cue
    if (
        cue.impersonal
        or " " in view.scan.folded[cue.start : cue.end]
        or not reduced(view.scan.folded, cue, view.scan.pack)
    ):
        return False
    before = view.scan.folded[view.window[0] : cue.start]
    if not (before.endswith(" ") and before[-2:-1].isalpha()) or view.slots.get("by"):
        return False
    last = before.split()[-1]  # no "a-t-il affirmé", no "en résumé"
    return "-" not in last and last not in prepositions(view.scan.pack.code)


def _of_person(view: View) -> bool:
    """Whether the passive of a verb of saying has a person as its subject, where nobody can be *said*: ``il est
    poursuivi``."""
    pack, group = view.scan.pack, view.cue.pattern.group
    plain = group is not None and group.type in (None, "inform") and view.cue.impersonal
    if not plain or not pack.words["perfect"] or view.slots.get("by"):
        return False
    return any(m.name and m.end <= view.cue.start for m in view.slots.get("obj", []))


def _said_later(view: View) -> bool:
    """Whether words of what is to come stand right before a verb that only tells that something is said: ``are to raise
    the crisis on Friday``."""
    if view.scan.pack.order == "sov":
        return False
    rules = view.sentence.status_words("planned")
    return any(0 <= view.cue.start - rule.end <= _LATER for rule in rules)


_LATER = 2  # letters between an auxiliary and its verb


def _owners(view: View) -> list[ActorMention]:
    """Whose demand or criticism a noun tells, whoever answers it: ``Peru's sharp criticism of``, ``la critique du
    Pérou``, ``秘鲁对加纳的批评``; where verbs come last the genitive that its phrase begins with."""
    pack, cue = view.scan.pack, view.cue
    low = view.sentence.clause_start(cue.start)
    rows = [a for a in view.sentence.actors if low <= a.start and (a.state or a.name) and a.form != "people"]
    before = [a for a in rows if a.end <= cue.start]
    behind = next((a for a in rows if a.start >= cue.end), None)
    genitive = behind is not None and (behind.marker == "of" or behind.form == "adj" or pack.order == "vso")
    genitive = genitive or (behind is not None and view.args.get(behind.marker) == "speaker")
    if behind and genitive and behind.start - cue.end <= _ARTICLE and pack.order != "sov" and not of_whom(view, behind):
        return list_of(rows, behind)
    owning = [a for a in before if a.attributive or (pack.order == "sov" and a.marker == "of")]
    if pack.order == "sov" and view.args.get("subj") == "target":
        return owning[-1:] if owning and cue.start - owning[-1].end <= _ADJECTIVES else []
    if pack.order == "sov":
        return owning[:1] if owning and cue.start - owning[0].end <= _PHRASE else []
    if owning and owning[-1] is before[-1] and cue.start - owning[-1].end <= _ADJECTIVES:
        return owning[-1:]
    first = before[0] if before and pack.comma_clauses else None
    return [first] if first and not first.marker and cue.start - first.end <= _ADJECTIVES else []


def _told_by_place(view: View, speakers: list[ActorMention], targets: list[Actor]) -> bool:
    """Whether a cue without subject has who speaks where its words want them: an official in ``according to``, a state
    and whom it speaks to in a headline such as ``X'ten Y'ye tepki``."""
    group = view.cue.pattern.group
    if group is None or "subj" in group.args or not group.args or group.type is None or "owner" in group.args:
        return True
    slots = [slot for slot, role in group.args.items() if role == "speaker"]
    told = {m.start for slot in slots for m in view.slots.get(slot, [])}
    if any(slot in ("subj", "by", "him") for slot in slots) or view.cue.impersonal:
        return True
    if group.type == "inform":
        return all(s.start in told and (s.office or s.form in ISSUING) for s in speakers)
    bare = slots == ["from"]
    return not bare or (all(s.start in told for s in speakers) and any(m.state for m in view.slots.get("to", [])))


# letters between a noun and whose it is
_ARTICLE = 8
_ADJECTIVES = 24
_PHRASE = 90


def _conditional(view: View) -> bool:
    """Whether the clause only tells on what condition something holds: ``will impose tariffs if it refuses``."""
    words, folded, cue = view.scan.pack.words["conditional"], view.scan.folded, view.cue
    if view.scan.pack.order == "sov":
        return bool(words) and folded.startswith(words, cue.end + 1)
    spaces = view.scan.pack.spelling.spaces
    clause = folded[max(view.sentence.span.start, cue.start - _CONDITION) : cue.start]
    begin = max(clause.rfind(","), clause.rfind(";")) + 1
    text = f" {clause[begin:].lstrip()}" if spaces else clause[begin:]
    return any((f" {word}" if spaces else word) in text for word in words)


_CONDITION = 60  # letters of a clause before its verb


def _bidden(view: View, speakers: list[ActorMention]) -> list[Actor]:
    """Who must do what somebody says is to be done, whomever it is done to: ``A must end its attacks on B, C said``."""
    own = {speaker.state for speaker in speakers}
    low, high = said_in(view)
    for cue in view.sentence.cues:
        group = cue.pattern.group
        if group and group.kind == "statement" and group.args.get("subj") == "target" and low <= cue.start < high:
            told = View(view.scan, view.scene, view.number, cue).slots.get("subj", [])
            rows = [m for m in told if m.state and m.state not in own and m.end <= cue.start]
            if rows:
                return [target_of(m, view) for m in rows]
    return []


def content_type(view: View) -> str | None:
    """What the words of a plain ``said that`` make of it: the type of the first content cue after the verb."""
    votes: dict[str, int] = {}
    low, high = said_in(view)
    for cue in view.sentence.cues:
        group = cue.pattern.group
        if not low <= cue.start < high:
            continue
        if group and group.kind == "statement" and group.content and group.type:
            votes[group.type] = votes.get(group.type, 0) + 1
    return max(sorted(votes), key=lambda t: votes[t]) if votes else None


def said_in(view: View) -> tuple[int, int]:
    """Where the words stand that a verb of saying tells: the sentence, before the verb where verbs come last."""
    span = view.sentence.span
    if view.scan.pack.order != "sov":
        return span.start, span.end
    if _tells_behind(view):
        return view.cue.end, span.end  # "bildirib ki, ..."
    low, end = span.start, view.cue.end
    for cue in view.sentence.cues:
        apart = cue.end <= view.cue.start and not _joined_verb(cue.end, view)
        if cue.says and cue.type == "inform" and apart:
            low = max(low, cue.end)
    quoted = view.scan.folded.startswith((":", '"'), view.cue.end)
    return low, span.end if quoted else end


def _tells_behind(view: View) -> bool:
    """Whether a word such as "that" opens what is said behind the verb."""
    words = view.scan.folded[view.cue.start : view.cue.end + 6].replace(",", " ").split()
    spoken = len(view.scan.folded[view.cue.start : view.cue.end].split())
    return any(word in view.scan.pack.sets["complement"] for word in words[spoken - 1 : spoken + 1])


def _joined_verb(end: int, view: View) -> bool:
    """Whether a verb of saying goes on in the cue: ``belirterek ... söyledi`` do, ``söyledi, ... dedi`` do not."""
    return view.cue.start - end < 3


def _topics(view: View) -> list[str]:
    """What is said: from the verb on, or the whole sentence where the verb stands behind the words."""
    span = view.sentence.span
    if view.scan.pack.order == "sov":
        return view.topics(*said_in(view)) or view.topics(*span)
    group = view.cue.pattern.group
    if view.scan.pack.comma_clauses and group and group.type != "inform":
        own = view.topics(_behind_subject(view), view.window[1])
        if own:
            return own
    return view.topics(view.cue.start, end_of(view)) or view.topics(*span)


def _behind_subject(view: View) -> int:
    """Where a clause goes on behind its subject: what is judged may stand before the verb (``对洪灾表示慰问``)."""
    low = view.window[0]
    ends = [m.end for m in view.slots.get("subj", []) if low <= m.start and m.end <= view.cue.start]
    return max(ends, default=low)


def end_of(view: View) -> int:
    """Where what is said ends: at the clause of the next verb of saying, else with the sentence."""
    later = [cue.start for cue in view.sentence.cues if cue.says and cue.start >= view.cue.end]
    barriers = [b for b in view.sentence.barriers if later and view.cue.end <= b <= later[0]]
    return barriers[-1] if barriers else view.sentence.span.end
