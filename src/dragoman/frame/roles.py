"""Who does what in a clause: the same routine for all kinds and languages.

Actors are sorted by their place: ``subj`` and ``obj`` (bare noun phrases, by the pack's order of the clause), and the
markers that the pack declares (``by with to from in ...``). The passive swaps subject and object.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.lists import acts_behind
from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.frame.put_in import of_own_clause
from dragoman.frame.quotation import without_quoted
from dragoman.frame.relatives import (
    Slots,
    acting_relative,
    add_antecedent,
    announced,
    in_other_relative,
    in_relative,
    outside_by_case,
    reduced,
    stands_for_somebody,
    told_before,
    window,
)
from dragoman.frame.subjects import (
    BESIDE,
    INVERTED,
    behind_comma,
    behind_verb,
    closes_quote,
    complemented,
    follows_at_once,
    goes_on_from,
    inside_subject,
    inverted,
    is_apposed,
    noun_behind,
    outside_subject,
    quoted,
    said_between,
    somebody_else,
    takes_actor,
    verb_of,
)
from dragoman.frame.verb_first import verb_first
from dragoman.frame.verb_last import owner_before, verb_last
from dragoman.lang.pack import Pack

_PHRASE = ("on", "to", "with", "from", "for")
_WITHIN = 12  # letters between a phrase and whom it goes with


def fill_slots(sentence: Sentence, cue: Cue, folded: str, pack: Pack, field: tuple[int, int]) -> Slots:
    """The actors of the cue's clause and of its ``field`` (`prefield`) by their place in it; the subject may stand
    before the clause (``X, who ...``)."""
    if cue.pattern.value != "statement":
        sentence = without_quoted(sentence, cue, folded)
    low, high = window(sentence, cue)
    slots: Slots = {}
    first, end = field
    inside = [a for a in sentence.actors if low <= a.start < high or first <= a.start < end]
    inside = [a for a in inside if stands_for_somebody(a)]
    if pack.order == "svo" and low in sentence.barriers:
        inside = _opening(inside, low, cue, folded)
    if pack.subject_first:
        inside = [a for a in inside if not in_other_relative(a, sentence, cue, folded, pack)]
        inside = of_own_clause(inside, sentence, cue, folded, pack)
    # "about X's putting off": X acts in the clause that the marker is told of
    told = ("", "about") if pack.subject_first and cue.pattern.value not in ("statement", "meeting") else ("",)
    bare = [a for a in inside if a.marker in told and not a.attributive]
    bare = [a for a in bare if not (a.marker and _only_about(a, inside, cue))]
    for actor in inside:
        if actor.marker:
            slots.setdefault(actor.marker, []).append(actor)
        elif actor.attributive:
            slots.setdefault("adj", []).append(actor)
    # where nothing parts words, an act's pattern may begin with a gap that holds its subject
    within = cue.pattern.value == "action" and (
        pack.subject_first or (pack.order == "svo" and cue.type == "assault" and not cue.passive)
    )
    before = [a for a in bare if a.start < cue.start or (within and a.start == cue.start and a.end < cue.end)]
    # an actor whose marker is the cue's own last word ("called on X") is its object
    after = [
        a
        for a in inside
        if a.start >= cue.start
        and not a.attributive
        and (not a.marker or (a.marker != "by" and 0 <= a.start - cue.end <= 5))
        and not (within and a in before)
    ]
    if pack.order == "svo" and pack.finite:
        after = [a for a in after if not _begins_next(a, cue, folded, pack)]
    verb = verb_of(folded, cue, pack)
    # "financed by X": the cue itself says that its actor follows
    reach = _REDUCED if reduced(folded, cue, pack) else _AGENT
    # "a tour by X" of one language is "una gira por X" of another: there who stands behind does not act
    roles = dict(cue.pattern.group.args) if cue.pattern.group else {}
    acts = pack.order != "sov" and not pack.subject_first and roles.get("by", roles.get("subj")) == roles.get("subj")
    agent_follows = acts and any(a.marker == "by" and 0 <= a.start - cue.end <= reach for a in inside)
    agent_follows = agent_follows or (_spoken_by(cue, roles) and _agent_before(inside, cue, pack))
    goes_on = goes_on_from(sentence, folded, verb, low)
    if pack.case_of_head:
        add_antecedent(slots, sentence, low, folded, pack)
        subject, objects = _by_case(sentence, inside, cue, low, folded, pack)
    elif pack.order == "vso":
        subject, objects, owners = verb_first(sentence, bare, cue, low, folded, pack)
        if owners:
            slots.setdefault("of", []).extend(owners)
    elif pack.order == "sov":
        subject, objects, compound = verb_last(sentence, inside, cue, low, folded, pack)
        slots["adj"] = [*compound, *slots.get("adj", [])]
        slots["of"] = [a for a in slots.get("of", []) if a not in subject]
        owner = [] if subject or slots["of"] else owner_before(sentence, cue, low, folded, pack)
        if cue.impersonal:
            slots["of"] += owner  # "X'in planlanan ziyareti iptal edildi"
        else:
            subject = subject or owner
    elif not (goes_on or is_apposed(before, folded, verb)) and (behind := inverted(after, folded, verb, pack)):
        # "..., dijo en Quito el ministro", "según informó la Cancillería"
        subject, objects = list_of(after, behind), [a for a in after if a.start > behind.start]
    elif not goes_on and closes_quote(folded, verb, pack) and noun_behind(folded, cue, pack):
        # "..., a newspaper reported": who says so is nobody known, but for whom the noun is of
        beside = [a for a in inside if a.marker == "of" and 0 < a.start - cue.end < INVERTED]
        subject, objects = beside[:1], []
    elif after and not pack.subject_first and after[0].start - cue.end <= 2 and quoted(folded, verb):
        # "...", said X: the speaker stands behind the verb
        subject, objects = list_of(after, after[0]), after[1:]
    elif decider := _decides(inside, cue, folded, pack):
        slots["of"] = [a for a in slots["of"] if a is not decider]
        subject, objects = [decider], after
    elif pack.order == "v2" and (pronoun := behind_verb(inside, cue, folded, pack)):
        # "Washington forderte er auf": what stands before the verb is its object
        subject, objects = [pronoun], [*before, *after]
    elif pack.order == "v2" and (pronoun_for := acting_relative(sentence, before, cue, low, folded, pack)):
        subject, objects = pronoun_for, [*before, *after]
    elif before and (lead := _joined_to_main(sentence, before, cue, folded, low, pack)):
        subject, objects = lead, after
    elif before:
        if pack.subject_first:
            before = _without_objects(before, sentence, cue, folded, pack)
        subject, objects = inside_subject(before, after, folded, cue, pack)
    elif behind_comma(folded, low, cue, sentence, pack) and follows_at_once(after, folded, cue, pack):
        subject, objects = list_of(after, after[0]), after[1:]
    elif pack.pro_drop and pack.begins_relative(folded, low):
        subject, objects = in_relative(slots, sentence, low, folded, after, pack), after
    elif somebody_else(sentence, cue.pattern.value, verb.start, low, folded, pack):
        subject, objects = [], after
    else:
        subject, objects = outside_subject(sentence, cue, low, folded, after, pack), after
        if pack.pro_drop and cue.type == "inform" and complemented(cue, folded, pack):
            objects = []  # who is told of in what somebody says is not spoken to
    own = {a.name for a in subject if a.name}
    objects = [a for a in objects if a not in subject and a.name not in own]
    if pack.order == "v2":
        objects += [a for a in slots.get("obj", []) if a not in objects]
    if cue.impersonal or agent_follows:
        agents = slots.pop("by", [])
        if pack.order == "svo" and cue.impersonal:
            # "the arrest by A was condemned by B": who is told behind the verb
            agents = [a for a in agents if a.start >= cue.end] or agents
        if not agents and pack.order == "v2" and cue.passive and cue.pattern.value in _SOMEBODY_DOES:
            agents = _agents_of(slots, folded, cue, low, pack)
        if not agents and pack.order == "sov" and announced(cue, folded, pack):
            agents = [a for a in subject if not a.marker and not a.attributive]
        slots["subj"] = agents
        slots["obj"] = subject + objects
        if not agents:
            del slots["subj"]
    else:
        slots["subj"] = subject
        slots["obj"] = objects
    return slots


def _decides(inside: list[ActorMention], cue: Cue, folded: str, pack: Pack) -> ActorMention | None:
    """The state whose decision, right or wish an infinitive behind it tells, whoever speaks of it: ``a critiqué la
    décision du Liban d'expulser deux Syriens``."""
    words = pack.words["to_do"]
    if pack.order != "svo" or not words or cue.pattern.value not in _DECIDED:
        return None
    owners = (a for a in inside if a.marker == "of" and a.form == "state" and not a.list_id and a.end < cue.start)
    return next((a for a in owners if folded[a.end : cue.start].strip(" '") in words), None)


_DECIDED = ("action", "body", "document", "visit", "accreditation")


def _joined_to_main(
    sentence: Sentence, before: list[ActorMention], cue: Cue, folded: str, low: int, pack: Pack
) -> list[ActorMention]:
    """Whose verb of saying follows an *and* behind a clause that tells what he or she said, in which no official acts:
    ``The minister complained that X's troops had blocked a plane and asked the UN``."""
    if pack.order != "svo" or not cue.says or low not in sentence.barriers or any(a.name or a.office for a in before):
        return []
    words = folded[low : cue.start].split()
    if not words or words[-1] not in pack.sets["and"] or not any(c.says and c.end <= low for c in sentence.cues):
        return []
    lead = [a for a in told_before(sentence, low) if not a.marker]
    return list_of(lead, lead[0]) if lead and lead[0].office and lead[0].name else []


def _begins_next(actor: ActorMention, cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether somebody behind a comma and an *and* is the subject of a verb right behind: ``sent tents, and Chile has
    sent food``."""
    if actor.marker or actor.ref or actor.start < cue.end:
        return False
    before = folded[cue.end : actor.start].split()
    while before and before[-1] in pack.sets["articles"]:
        before.pop()
    if len(before) < _AND_WORDS or before[-1] not in pack.sets["and"] or not before[-2].endswith(","):
        return False
    return acts_behind(actor, folded, pack)


_AND_WORDS = 2  # words before a subject: the last of a clause and an *and*


def _spoken_by(cue: Cue, roles: dict[str, str]) -> bool:
    """Whether the subject of a cue speaks, and nobody else is told by the word of agents."""
    said = cue.pattern.value == "statement" and roles.get("subj", "speaker") == "speaker"
    return said and roles.get("by", "speaker") == "speaker"


def _agent_before(inside: list[ActorMention], cue: Cue, pack: Pack) -> bool:
    """Whether who acts in a passive that its verb does not show is told before what is said of the other, and a bare
    subject before them: ``A被B指责``, ``اتهمت A من قبل B``."""
    if not (pack.subject_first or pack.order == "vso"):
        return False
    agents = [a for a in inside if a.marker == "by" and a.state]
    if pack.subject_first:
        agents = [a for a in agents if 0 <= cue.start - a.end <= _ADVERB]
        return any(not b.marker and not b.attributive and b.end < a.start for a in agents for b in inside)
    bare = [b for b in inside if not b.marker and not b.attributive and b.start >= cue.start]
    return any(0 < a.start - b.end <= _AGENT_AFTER for a in agents for b in bare[:1])


_SOMEBODY_DOES = ("statement", "action", "meeting")


def _agents_of(slots: Slots, folded: str, cue: Cue, low: int, pack: Pack) -> list[ActorMention]:
    """Who acts in a passive where the word of agents is also that of a genitive: between the auxiliary and its
    participle (``A wurde von B beschuldigt``)."""
    rows = slots.get("of", [])
    for actor in reversed(rows):
        if actor.attributive or not low <= actor.start < cue.end:
            continue
        words = folded[low : actor.start].replace(",", " ").split()
        marked = any(word in pack.markers["of"] and word not in pack.sets["articles"] for word in words[-2:])
        if marked and any(word in pack.passive_words for word in words):
            agents = list_of(rows, actor)
            slots["of"] = [a for a in rows if a not in agents]
            return agents
    return []


_ADVERB = 4  # letters between an agent and the verb
_AGENT_AFTER = 14  # letters between a subject and the agent behind it


def _opening(inside: list[ActorMention], low: int, cue: Cue, folded: str) -> list[ActorMention]:
    """The actors of a clause, the first without a marker if that is the word which begins it: ``two months after the
    minister visited Lima``."""
    first = inside[0] if inside else None
    if first is None or first.marker != "after" or first.attributive or first.start - low > _OPENING:
        return inside
    if not cue.pattern.group or not folded[low].isalpha():
        return inside
    return [replace(first, marker=""), *inside[1:]]


_OPENING = 14  # letters of the word that begins a clause and an article


def _only_about(actor: ActorMention, inside: list[ActorMention], cue: Cue) -> bool:
    """Whether somebody is told as what the act is about: the clause has a subject before and an addressee behind:
    ``X就Y发生洪灾向Y总统致电``."""
    before = any(not a.marker and not a.attributive and a.end <= actor.start for a in inside)
    return before and any(a.marker in _ADDRESSED and actor.end <= a.start < cue.end for a in inside)


_ADDRESSED = ("to", "with", "on")
_REDUCED = 60
_AGENT = 9  # letters of "by" and an article


def _by_case(
    sentence: Sentence, inside: list[ActorMention], cue: Cue, low: int, folded: str, pack: Pack
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Where nouns are declined: the subject is the nominative nearest to the verb, before it rather than behind it."""
    bare = [a for a in inside if not a.marker and not a.attributive]
    sure = [a for a in bare if a.nominative]
    named = [a for a in bare if a.start < cue.start and a.name]  # a name may not tell its case
    rows = [a for a in sure if a.start < cue.start][-1:] or named[-1:] or [a for a in sure if a.start >= cue.start][:1]
    rows = rows or [a for a in bare if a.start < cue.start][-1:]
    rows = _behind_gerund(sentence, bare, cue, folded, pack) or rows
    subject = list_of(bare, rows[0]) if rows else outside_by_case(sentence, low, folded, pack)
    if not subject:
        subject = list_of(bare, bare[0]) if bare else []
    accusative = [a for a in inside if a.marker == "obj"]
    # persons' accusative is their genitive
    beside = [a for a in inside if a.marker == "of" and (a.name or a.office) and 0 <= a.start - cue.end <= 2]
    return subject, [*accusative, *beside, *(a for a in bare if a not in subject and not a.nominative)]


def _behind_gerund(
    sentence: Sentence, bare: list[ActorMention], cue: Cue, folded: str, pack: Pack
) -> list[ActorMention]:
    """Who acts in a gerund that begins the sentence with its object: ``Поддержав Ирак, Иран закрыл границу``."""
    if cue.start - sentence.span.start > _OPENS or not pack.verb_form("gerund", folded[cue.start : cue.end].split()[0]):
        return []
    lead = sentence.lead(folded)
    return [a for a in lead[1:] if a in bare]


_OPENS = 2  # letters before the first word of a sentence


def _without_objects(
    before: list[ActorMention], sentence: Sentence, cue: Cue, folded: str, pack: Pack
) -> list[ActorMention]:
    """Whom another act right before takes as its object does not act: ``普京会见王毅时强调``. Verbs of saying have
    clauses behind them, and so whoever acts there."""
    out = list(before)
    while len(out) > 1 and (
        any(takes_actor(other, out[-1], cue) and not said_between(other, out[-1], sentence) for other in sentence.cues)
        or _fronted(out[-2], out[-1], folded, pack)
        or _of_place(out[-1], sentence)
        or _of_phrase(out[-1], sentence, folded, pack)
    ):
        out.pop()
    return out


def _of_place(actor: ActorMention, sentence: Sentence) -> bool:
    """Whether an institution only says where in a city: ``在首尔总统府``."""
    before = [a for a in sentence.actors if a.end <= actor.start]
    near = before[-1] if before else None
    there = near is not None and near.marker == "in" and actor.start - near.end <= BESIDE
    return there and actor.form == "institution"


def _of_phrase(actor: ActorMention, sentence: Sentence, folded: str, pack: Pack) -> bool:
    """Whether an office only ends the phrase of a marker before it: ``对A机构的15名代表``."""
    near = next((a for a in reversed(sentence.actors) if a.end <= actor.start), None)
    if near is None or near.marker not in _PHRASE or actor.state or actor.name or actor.start - near.end > _WITHIN:
        return False
    between = folded[near.end : actor.start]
    return "," not in between and any(word in between for word in pack.words["attributive"])


def _fronted(one: ActorMention, other: ActorMention, folded: str, pack: Pack) -> bool:
    """Whether a word shortly before an actor puts it before its verb as an object: ``A将B列入``."""
    between = folded[max(one.end, other.start - 2 * BESIDE) : other.start]
    return any(word in between for word in pack.words["fronting"])
