"""Statements: what an official, a state or a meeting's parties said (codebook, kind ``statement``)."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.find.mention import SEVERAL, ActorMention, Cue, list_of
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.inner import inner
from dragoman.frame.parties import both, focus
from dragoman.frame.quotation import quoted
from dragoman.frame.relatives import reduced
from dragoman.frame.roles import expand
from dragoman.frame.subjects import prepositions
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


def statements(view: View) -> list[Draft]:
    """The statement of a cue; one of each who speaks where the clause says that each did alone (``先后``)."""
    draft = statement(view)
    if draft is None:
        return []
    speakers = [actor for actor in draft.actors if actor.role == "speaker"]
    listed = [m for m in view.slots.get("subj", []) if m.list_id and m.end <= view.cue.start]
    between = view.scan.folded[max(m.end for m in listed) : view.cue.start] if len(listed) > 1 else ""
    if len(speakers) < 2 or not any(word in between for word in view.scan.pack.words["apart"]):
        return [draft]
    rest = [actor for actor in draft.actors if actor.role != "speaker"]
    return [replace(draft, actors=[one, *rest], topics=list(draft.topics), spans=list(draft.spans)) for one in speakers]


def statement(view: View) -> Draft | None:
    """One statement of the cue's type; the speaker is told in the clause or is the scene's."""
    group = view.cue.pattern.group
    if group is None or group.content:
        return None
    owned = group.args.get("owner") == "speaker"
    if not owned and (_promised(view) or _of_person(view)):
        return None
    speakers = _owners(view) if owned else _speakers(view)
    if not speakers:
        return None
    type_ = group.type or "inform"
    if type_ == "inform":
        type_ = content_type(view) or "inform"
    inferred = type_ != (group.type or "inform")
    joint = len({s.state for s in speakers}) > 1
    actors = [as_actor("speaker", s) for s in speakers]
    targets = _bidden(view, speakers) if inferred and type_ == "request" else []
    targets = targets or _targets(view, speakers, type_, joint)
    if owned:
        targets = _of_owned(view, targets)
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
    if (
        behind
        and genitive
        and behind.start - cue.end <= _ARTICLE
        and pack.order != "sov"
        and not _of_whom(view, behind)
    ):
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


def _of_owned(view: View, targets: list[Actor]) -> list[Actor]:
    """Whom what a noun tells is addressed to, if the sentence tells them: a state where the person who answers it
    stands before."""
    here = {a.state for a in view.sentence.actors}
    behind = {a.name for a in view.sentence.actors if a.start >= view.cue.end}
    told = [target for target in targets if target.state in here]
    return [t if t.name in behind or not t.name else state_actor("target", t.state or "") for t in told]


def _of_whom(view: View, behind: ActorMention) -> bool:
    """Whether *of* tells with a noun whom it is about, and not whose it is: ``criticism of``; what draws somebody's
    criticism stands before it."""
    judged = view.args.get("subj") == "target"
    return view.args.get("of") == "target" and behind.marker not in ("from", "by") and not judged


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
        return all(s.start in told and (s.office or s.form in _ISSUING) for s in speakers)
    bare = slots == ["from"]
    return not bare or (all(s.start in told for s in speakers) and any(m.state for m in view.slots.get("to", [])))


_ARTICLE, _ADJECTIVES, _PHRASE = 8, 24, 90  # letters between a noun and whose it is


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
    low, high = _said(view)
    for cue in view.sentence.cues:
        group = cue.pattern.group
        if group and group.kind == "statement" and group.args.get("subj") == "target" and low <= cue.start < high:
            told = View(view.scan, view.scene, view.number, cue).slots.get("subj", [])
            rows = [m for m in told if m.state and m.state not in own and m.end <= cue.start]
            if rows:
                return [_target(m, view) for m in rows]
    return []


def content_type(view: View) -> str | None:
    """What the words of a plain ``said that`` make of it: the type of the first content cue after the verb."""
    votes: dict[str, int] = {}
    low, high = _said(view)
    for cue in view.sentence.cues:
        group = cue.pattern.group
        if not low <= cue.start < high:
            continue
        if group and group.kind == "statement" and group.content and group.type:
            votes[group.type] = votes.get(group.type, 0) + 1
    return max(sorted(votes), key=lambda t: votes[t]) if votes else None


def _said(view: View) -> tuple[int, int]:
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


def _speakers(view: View) -> list[ActorMention]:
    if released := _in_release(view):
        return released
    roles = view.args
    slots = [slot for slot, role in roles.items() if role == "speaker"] or (["subj"] if "subj" not in roles else [])
    rows: list[ActorMention] = []
    several = any(m.ref in SEVERAL for slot in slots for m in view.slots.get(slot, []))
    for slot in slots:
        if slot == "in":
            # "in Minsk they condemned": the capital speaks where nobody else does
            here = [] if view.cue.impersonal else view.slots.get(slot, [])
            judged = view.args.get("subj") == "target"  # "met with criticism in A"
            here = [m for m in here if m.capital or m.form == "institution" or (judged and m.form == "state")]
            if view.scan.pack.case_of_head and not view.cue.impersonal:
                # a ministry's abbreviation has no endings to tell where from whither
                here += [m for m in view.slots.get("to", []) if m.form == "institution" and m.start < view.cue.start]
            behind = view.scan.pack.order == "v2" and view.scan.folded.startswith(", ", view.window[0])
            rows = here if behind and here and all(m.end <= view.window[0] for m in rows) else rows
            # "in Yerevan they denied Baku's statement": a noun behind the verb that may be anything is no subject
            unsure = view.scan.pack.case_of_head and all(
                m.start > view.cue.end and not m.nominative and not m.name for m in rows
            )
            if not rows or (unsure and here and here[0].start < view.cue.start):
                rows = here
            continue
        here = view.slots.get(slot, [])
        # one told before the clause bears the marker of that where he or she is told
        rows += [m for m in here if slot != "subj" or m.marker in _BY or _before_pronoun(view, m)]
    if roles.get("subj") == "target" and roles.get("of") == "speaker":
        rows = _whose_protest(view, rows)
    rows = _owner(view) or _writers(view, slots) or _of_own_clause(view, rows)
    pair = both(view)
    told = next((m for m in rows if m.members), None)
    if told:
        return list(told.members)  # "the three leaders"
    several = view.scan.pack.order == "sov" and bool(rows) and all(m.ref in SEVERAL for m in rows)
    rows = [m for m in expand(rows, pair) if m.state or m.name]
    if not rows and roles.get("by") != "target":
        rows = [m for m in view.slots.get("by", []) if m.state]
    if not rows and view.scan.pack.order == "sov":
        rows = _issued(view)
    if _nobody(view, rows) or (not rows and view.scene.header.speaker is None and view.cue.impersonal):
        rows = _unnamed(view, pair)
    if not rows and roles.get("subj") == "target":
        return _whose_demand(view)
    rows = _spoken_for(view, rows)
    label = view.scene.labels.get(view.sentence.paragraph)
    if view.scene.joint and not label and (not rows or all(m.ref in ("home", "ministry") for m in rows)):
        return view.scene.joint  # "we" of a joint statement
    speaker = label or (None if view.scene.joint else view.scene.header.speaker)
    home = label.state if label else view.scene.home
    # "the United States welcomes the release by A": who acts first speaks
    acting = rows[:1] if rows and rows[0].end <= view.cue.start and not rows[0].list_id and not several else rows
    if speaker is not None and (
        not rows or all(m.form in ("state", "ref", "institution", "side") and m.state == home for m in acting)
    ):
        rows = [_who_says(view, home) or speaker]
    if several and len(rows) > 1 and not any(m.list_id for m in rows[:1]):
        return rows  # "the presidents", who stood in no list when they were told
    rows = [_voice(view, m) for m in rows]
    first = rows[:1]
    # whom "the presidents" stands for speak together
    together = [*pair, *(member for slot in slots for m in view.slots.get(slot, []) for member in m.members)]
    return (
        [m for m in rows if m.list_id == first[0].list_id]
        if first and first[0].list_id
        else (rows if several or all(m in together for m in rows) else first)
    )


def _before_pronoun(view: View, mention: ActorMention) -> bool:
    """Whether a person stands right before the relative clause in which he or she acts: ``recibió al ministro A, quien
    agradeció``."""
    return bool(mention.name or mention.office) and 0 <= view.window[0] - mention.end <= _BEFORE_PRONOUN


def _who_says(view: View, home: str | None) -> ActorMention | None:
    """The official of the releasing state who by the sentence says of it what it does: ``the Secretary made clear that
    the United States opposes``, whoever signs the release."""
    says = [c.start for c in view.sentence.cues if c.says and c.end <= view.cue.start]
    rows = (a for a in view.sentence.actors if says and a.end <= says[-1] and not a.marker and not a.attributive)
    return next((a for a in rows if a.state == home and (a.name or a.office)), None)


def _whose_protest(view: View, rows: list[ActorMention]) -> list[ActorMention]:
    """Whose anger somebody's decision draws, of two genitives: ``the decision of A drew the protest of B``."""
    if view.scan.pack.order == "sov":
        before = [m for m in rows if m.end <= view.cue.start]
        return before[-1:] or rows
    return [m for m in rows if m.start >= view.cue.start] or rows


def _of_own_clause(view: View, rows: list[ActorMention]) -> list[ActorMention]:
    """Of several who may speak those told with a verb behind its comma, if its place tells them: in ``A habe B
    angegriffen, hieß es in C`` C speaks."""
    group, low = view.cue.pattern.group, view.window[0]
    if group is None or group.args.get("in") != "speaker" or not view.scan.folded.startswith(", ", low):
        return rows
    return [m for m in rows if m.start >= low] or rows


def _issued(view: View) -> list[ActorMention]:
    """Who put out the text that a sentence begins with, where a converb parts its verb from there:
    ``Bakanlıktan yapılan açıklamada, X'in saldırıları önlemeyerek anlaşmayı çiğnediği belirtildi``."""
    before = [a for a in view.sentence.actors if a.end <= view.window[0] and a.state]
    if any(not a.marker and not a.attributive for a in before):
        return []
    issued = (a for a in before if a.marker in ("from", "by") and (a.form in _ISSUING or a.office or a.name))
    return list(issued)[:1]


_ISSUING = ("institution", "org", "gov")  # what texts are put out by, besides persons


def _owner(view: View) -> list[ActorMention]:
    """Whose proposal or demand a noun right behind its owner tells, whoever answers it: ``Polens Forderung``."""
    if view.scan.pack.capitals != "nouns" or not view.scan.text[view.cue.start].isupper():
        return []
    end = view.cue.start - 1
    return [a for a in view.sentence.actors if a.end == end and a.state and (a.attributive or a.possessive)][-1:]


def _writers(view: View, slots: list[str]) -> list[ActorMention]:
    """Whose statement accuses: ``a letter signed by X says``, where the verb stands right behind and has no subject."""
    if view.scan.pack.order != "svo" or "subj" not in slots or view.cue.impersonal:
        return []
    low, _ = view.window
    before = [a for a in view.sentence.actors if low <= a.start and a.end <= view.cue.start]
    near = before[-1] if before else None
    bare = any(not a.marker and not a.attributive for a in before)
    close = near is not None and not view.scan.folded[near.end : view.cue.start].strip(" ,")
    beside = near is not None and close and near.marker in _WRITTEN
    if near and close and near.marker == "of" and near.list_id and not bare:
        listed = list_of(before, near)  # "leaders of A, B and C pledged"
        return listed if len({a.state for a in listed}) > 1 and listed[0].start - low <= _LEADERS else []
    return [near] if near and beside and not bare and (near.state or near.name) else []


def _spoken_for(view: View, rows: list[ActorMention]) -> list[ActorMention]:
    """Through whom a state or organisation speaks: ``l'AIEA, par la voix de son directeur X, regrette``."""
    one = rows[0] if rows else None
    if one is None or one.name or one.office or one.list_id or view.cue.impersonal or one.end > view.cue.start:
        return rows
    told = (m for m in view.slots.get("by", []) if m.name and one.end < m.start < view.cue.start)
    return next(([m] for m in told if m.state == one.state), rows)


_BEFORE_PRONOUN = 2  # letters between a person and the relative clause of which he or she is the subject
_BY = ("", "by", "from", "of")  # how who speaks is told in a clause
_LEADERS = 40  # letters of a clause before the states whose leaders act
_WRITTEN = ("by", "from")  # how those are told from whom a text is


def _whose_demand(view: View) -> list[ActorMention]:
    """Who says that somebody must do something: whoever signs the release, in a release its state. Where a verb of
    saying stands in the sentence, its own statement tells it."""
    if any(cue.says and _asks(cue, view) for cue in view.sentence.cues):
        return []
    header = view.scene.header
    if view.scan.pack.comma_clauses and (told := _who_said(view)):
        return told
    if header.speaker is not None:
        return [header.speaker]
    at = view.sentence.span.start
    if header.place is None and view.scene.home:
        return [ActorMention(at, at, "state", view.scene.home)]
    return _quoting(view) or list(view.scene.spoken.get(view.number, ()))


def _quoting(view: View) -> list[ActorMention]:
    """Who says, in a sentence before, what a quotation goes on with: ``"We regret it," X said. "It was late. Peru must
    act."``"""
    start, rows = view.sentence.span.start, view.scan.sentences
    first = max(0, view.number - _QUOTED)
    if view.scan.folded.count(_SIGN, rows[first].span.start, start) % 2 == 0:
        return []
    for number in range(view.number - 1, first - 1, -1):
        said = next((cue for cue in rows[number].cues if cue.says), None)
        if said is not None:
            told = View(view.scan, view.scene, number, said).slots.get("subj", [])
            return [m for m in told if m.state][:1]
    return []


_SIGN, _QUOTED = '"', 3  # the sign of quotations; sentences of one before its speaker is forgotten


def _asks(cue: Cue, view: View) -> bool:
    """Whether a verb tells that somebody said or asked it: one of asking stands behind what it asks for."""
    folded, verb = view.scan.folded, cue.pattern.group is not None and not cue.pattern.group.content
    asking = cue.type in ("request", "threaten", "criticise") and cue.start >= view.cue.end and cue is not view.cue
    return cue.type == "inform" or (
        asking and verb and view.scan.pack.order == "v2" and folded.startswith(", ", cue.start - 2)
    )


def _who_said(view: View) -> list[ActorMention]:
    """Who says in the same sentence what another must do; the clause's own subject where it is the speaker's."""
    subject = view.slots.get("subj", [])
    bidden = {m.state for m in subject if view.window[0] <= m.start < view.cue.start}
    before = (a for a in view.sentence.actors if a.end <= view.cue.start and not a.marker and (a.name or a.office))
    said = [a for a in before if a.state and a.state not in bidden]
    return said[:1] or ([] if bidden else [m for m in subject if m.state][:1])


def _nobody(view: View, rows: list[ActorMention]) -> bool:
    """Whether a sentence begins with a verb that in the pack's language needs no subject: ``Agreed to go on``."""
    pattern = view.scan.pack.subjectless
    if not pattern or view.cue.start - view.sentence.span.start > 2:
        return False
    word = view.scan.folded[view.cue.start : view.cue.end].split()[0]
    unsure = all(m.marker == "in" or (m.form == "institution" and not m.nominative) for m in rows)
    return unsure and bool(re.fullmatch(pattern, word))


def _voice(view: View, mention: ActorMention) -> ActorMention:
    """Who speaks for a side: the official of its state that the sentence or the one before has as its subject."""
    own = view.scan.pack.comma_clauses and mention.form in ("state", "org")
    if not (mention.form == "side" or own) or mention.name or mention.office:
        return mention
    here = [a for a in view.sentence.actors if a.end <= mention.start and a.office and a.marker in ("", "by")]
    told = [*reversed(here), *(() if own else view.scene.spoken.get(view.number, ())[:1])]
    return next((a for a in told if a.state == mention.state and a.name), mention)


def _unnamed(view: View, pair: list[ActorMention]) -> list[ActorMention]:
    """Who speaks in an impersonal passive: of an envoy who is told something the other state, after a meeting its
    parties together, else whoever the sentence before was about."""
    slots = ("obj", "to") if view.scan.pack.order == "sov" else ("obj",)
    heard = [m for slot in slots for m in view.slots.get(slot, [])]
    told = next((m.state for m in heard if m.state and (m.name or m.office)), None)
    if told:
        other = next((m for m in pair if m.state != told), None)
        return [other] if other else []
    rows = view.scan.sentences
    if any(cue.pattern.value in ("meeting", "body") for row in rows[: view.number + 1] for cue in row.cues):
        return pair if len(pair) == 2 else []
    before = rows[view.number - 1].actors if view.number else []
    return [a for a in before if a.state and not a.marker and not a.attributive][:1]


def _in_release(view: View) -> list[ActorMention]:
    """Who put out the text that a sentence without a speaker of its own begins with: ``Bakanlık açıklama yaptı.
    Açıklamada ... denildi``."""
    words, start = view.scan.pack.words["in_release"], view.sentence.span.start
    if not words or not view.scan.folded.startswith(words, start):
        return []
    own = (a for a in view.sentence.actors if a.end <= view.cue.start and not a.marker and not a.attributive)
    if not view.cue.impersonal and any(a.office or a.name for a in own):
        return []
    for row in reversed(view.scan.sentences[max(0, view.number - _BACK) : view.number]):
        told = [a for a in row.actors if a.state and a.marker in ("", "by", "from", "of") and not a.attributive]
        speaking = [a for a in told if a.form == "institution" or a.office or a.name]
        if speaking:
            return list_of(told, speaking[0])
    return []


_BACK = 2  # sentences within which somebody put out the text that another quotes


def _targets(view: View, speakers: list[ActorMention], type_: str, joint: bool) -> list[Actor]:
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
    if type_ != "inform" and (held := _held(view, own)):
        return [_target(m, view) for m in held]
    if (near := _right_behind(view, own, type_)) is not None:
        return [_target(m, view) for m in list_of(view.sentence.actors, near)]
    told = [m for slot in _TARGET for m in view.slots.get(slot, [])]
    suffering = _suffering(view) if type_ == "criticise" else []
    if suffering and not any(m.state and m.state not in own and m not in suffering for m in told):
        return []
    if view.scan.pack.comma_clauses and told and told[0].ref in ("both", "both_heads") and told[0].state is None:
        # "proposed that both sides ...": to the other state, whoever stands for it
        others = [m.state for m in expand(told[:1], both(view)) if m.state and m.state not in own]
        return [state_actor("target", state) for state in others]
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
        for mention in expand(view.slots.get(slot, []), both(view)):
            if slot == "with" and behind and mention.start < view.cue.start and view.scan.pack.case_of_head:
                continue  # "in solidarity with A, X condemned B's attack"
            if (
                mention.state
                and mention.state not in own
                and not (slot == "in" and type_ in ("support",) and mention.capital)
            ):
                if (type_ == "inform" and slot not in ("obj", "to")) or mention in suffering:
                    continue
                rows = expand(view.slots[slot], both(view))
                rows += [m for m in view.sentence.actors if mention.list_id and m not in rows]
                listed = [
                    m for m in rows if m.list_id and m.list_id == mention.list_id and m.state and m.state not in own
                ]
                named = {m.state for m in listed if m.name}
                listed = [m for m in listed if m.name or m.office or m.state not in named]  # "X and his government"
                return [_target(m, view) for m in listed or [mention]]
    if type_ == "inform" or _to_nobody(view):
        return []
    if spoken_of:
        return [_target(spoken_of[0], view)]
    after = [a for a in view.sentence.actors if a.state and a.state not in own and not (a.capital and a.marker == "in")]
    if after:
        low, high = view.window
        near = next((a for a in after if low <= a.start < high), None)
        return [_target(near, view) if near else state_actor("target", after[0].state or "")]
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
    out = [a for a in behind if a.marker in markers or (beside and 0 <= a.start - act.end <= 1 and not a.marker)]
    return out and [*out, *(a for a in behind if a.marker == "in" and a.form in ("state", "capital"))]


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


def _held(view: View, own: set[str | None]) -> list[ActorMention]:
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


def _target(mention: ActorMention, view: View) -> Actor:
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


def _topics(view: View) -> list[str]:
    """What is said: from the verb on, or the whole sentence where the verb stands behind the words."""
    span = view.sentence.span
    if view.scan.pack.order == "sov":
        return view.topics(*_said(view)) or view.topics(*span)
    group = view.cue.pattern.group
    if view.scan.pack.comma_clauses and group and group.type != "inform":
        own = view.topics(_behind_subject(view), view.window[1])
        if own:
            return own
    return view.topics(view.cue.start, _end(view)) or view.topics(*span)


def _behind_subject(view: View) -> int:
    """Where a clause goes on behind its subject: what is judged may stand before the verb (``对洪灾表示慰问``)."""
    low = view.window[0]
    ends = [m.end for m in view.slots.get("subj", []) if low <= m.start and m.end <= view.cue.start]
    return max(ends, default=low)


def _end(view: View) -> int:
    """Where what is said ends: at the clause of the next verb of saying, else with the sentence."""
    later = [cue.start for cue in view.sentence.cues if cue.says and cue.start >= view.cue.end]
    barriers = [b for b in view.sentence.barriers if later and view.cue.end <= b <= later[0]]
    return barriers[-1] if barriers else view.sentence.span.end
