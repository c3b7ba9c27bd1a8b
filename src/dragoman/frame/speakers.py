"""Who makes a statement: told in its own clause, behind it, by what is put out, or in the sentence before."""

from __future__ import annotations

import re

from dragoman.find.mention import SEVERAL, ActorMention, Cue, list_of
from dragoman.frame.parties import both, expand
from dragoman.frame.view import View


def speakers_of(view: View) -> list[ActorMention]:
    if released := _in_release(view) or they(view):
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
    rows = owner_of(view) or _writers(view, slots) or _of_own_clause(view, rows)
    told = next((m for m in rows if m.members), None)
    if told:
        return list(told.members)  # "the three leaders"
    several = view.scan.pack.order == "sov" and bool(rows) and all(m.ref in SEVERAL for m in rows)
    rows = [m for m in expand(rows, view) if m.state or m.name]
    if not rows and roles.get("by") != "target":
        rows = [m for m in view.slots.get("by", []) if m.state]
    if view.scan.pack.order == "sov":
        rows = _not_of_matter(view, rows) or _issued(view)
    if _nobody(view, rows) or (not rows and view.scene.header.speaker is None and view.cue.impersonal):
        rows = _unnamed(view)
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
    rows = [voice_of(view, m) for m in rows]
    if len(rows) < 2:
        return rows
    first = rows[:1]
    # whom "the presidents" stands for speak together
    together = [*both(view), *(member for slot in slots for m in view.slots.get(slot, []) for member in m.members)]
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


def _not_of_matter(view: View, rows: list[ActorMention]) -> list[ActorMention]:
    """Without whose matter it is that an envoy is told of: ``büyükelçiye Peru meclisinin kararına ilişkin nota
    verildi`` is said to Peru's envoy."""
    if not view.cue.impersonal:
        return rows
    told = {m.state for m in view.slots.get("to", ()) if m.office and m.state}
    return [m for m in rows if m.marker != "of" or m.name or m.state not in told]


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
    issued = (a for a in before if a.marker in ("from", "by") and (a.form in ISSUING or a.office or a.name))
    return list(issued)[:1]


ISSUING = ("institution", "org", "gov")  # what texts are put out by, besides persons


def owner_of(view: View) -> list[ActorMention]:
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


_SIGN = '"'  # of quotations
_QUOTED = 3  # sentences of a quotation before its speaker is forgotten


def they(view: View) -> list[ActorMention]:
    """Who acts where a verb in the plural has no subject, but tells of a state to whom it is done: the ministry told
    with it, else who was told last to act for another state: ``Посла Перу вызвали в МИД``, ``От Перу потребовали``."""
    row, low, start = view.sentence, view.window[0], view.cue.start
    if not view.scan.pack.case_of_head or not _without_subject(view):
        return []
    inside = [a for a in row.actors if low <= a.start < view.window[1]]
    done_to = {a.state for a in inside if a.marker in _DONE_TO and a.state and a.form not in _SPEAKING_PLACE}
    him = any((a.ref == "him" or a.office == "ambassador") and a.marker in _DONE_TO and a.end <= start for a in inside)
    if not done_to and not him:
        return []
    at_home = [a for a in row.actors if a.form == "institution" and a.state and a.state not in done_to]
    before = view.scan.sentences[view.number - 1].actors if view.number and not at_home else []
    before = [a for a in before if a.state and a.state not in done_to and not a.attributive]
    acting = [a for a in before if not a.marker or a.form == "institution"]
    return (at_home or acting)[:1]


def _without_subject(view: View) -> bool:
    """Whether nothing that may act stands in a clause whose verb is in the plural."""
    pack, row, low, cue = view.scan.pack, view.sentence, view.window[0], view.cue
    if not pack.subjectless or not re.fullmatch(pack.subjectless, view.scan.folded[cue.start : cue.end].split()[0]):
        return False
    if any(low <= a.start < view.window[1] and not a.marker and not a.attributive for a in row.actors):
        return False
    rest = view.scan.folded[low : cue.start]
    known_spans = [(m.start, m.end) for m in row.actors] + [(d.start, d.end) for d in row.dates]
    for start, end in sorted(known_spans, reverse=True):
        if low <= start and end <= cue.start:
            rest = rest[: start - low] + rest[end - low :]
    known = {word for words in pack.markers.values() for word in words}
    return all(word in known or word in pack.sets["and"] for word in rest.replace(",", " ").split())


_DONE_TO = ("to", "from", "of", "obj")  # how those are told to whom something is done
_SPEAKING_PLACE = ("institution", "capital")


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


def voice_of(view: View, mention: ActorMention) -> ActorMention:
    """Who speaks for a side: the official of its state that the sentence or the one before has as its subject."""
    own = view.scan.pack.comma_clauses and mention.form in ("state", "org")
    if not (mention.form == "side" or own) or mention.name or mention.office:
        return mention
    here = [a for a in view.sentence.actors if a.end <= mention.start and a.office and a.marker in ("", "by")]
    told = [*reversed(here), *(() if own else view.scene.spoken.get(view.number, ())[:1])]
    return next((a for a in told if a.state == mention.state and a.name), mention)


def _unnamed(view: View) -> list[ActorMention]:
    """Who speaks in an impersonal passive: of an envoy who is told something the other state, after a meeting its
    parties together, else whoever the sentence before was about."""
    addressed = {m.state for m in view.slots.get("to", []) if m.state} if view.scan.pack.case_of_head else set()
    own = (a for a in view.sentence.actors if a.form == "institution" and a.state and a.state not in addressed)
    if addressed and (ministry := next(own, None)):
        return [ministry]  # "казахстанской стороне передана нота, сообщили в МИД Перу"
    slots = ("obj", "to") if view.scan.pack.order == "sov" else ("obj",)
    heard = [m for slot in slots for m in view.slots.get(slot, [])]
    told = next((m.state for m in heard if m.state and (m.name or m.office)), None)
    if told:
        other = next((m for m in both(view) if m.state != told), None)
        return [other] if other else []
    rows = view.scan.sentences
    if any(cue.pattern.value in ("meeting", "body") for row in rows[: view.number + 1] for cue in row.cues):
        pair = both(view)
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
