"""Who does what in a clause: the same routine for all kinds and languages.

Actors are sorted by their place: ``subj`` and ``obj`` (bare noun phrases, by the pack's order of the clause), and the
markers that the pack declares (``by with to from in ...``). The passive swaps subject and object.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from dragoman.find.clauses import resumes
from dragoman.find.glue import marker_before
from dragoman.find.lists import acts_behind
from dragoman.find.mention import SEVERAL, ActorMention, Cue, Sentence, list_of
from dragoman.frame.put_in import of_own_clause
from dragoman.frame.quotation import without_quoted
from dragoman.frame.verb_first import verb_first
from dragoman.frame.verb_last import owner_before, verb_last
from dragoman.lang.pack import Pack, load

Slots = dict[str, list[ActorMention]]
_SAYS = 8  # letters between a speaker and the verb of saying
_BESIDE = 3  # letters between a verb and its object
_PHRASE, _WITHIN = ("on", "to", "with", "from", "for"), 12


def window(sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """The clause around a cue: from the last clause word before it to the first after it."""
    return sentence.clause_start(cue.start), sentence.clause_end(cue.end)


def fill_slots(sentence: Sentence, cue: Cue, folded: str, pack: Pack, field: tuple[int, int]) -> Slots:
    """The actors of the cue's clause and of its ``field`` (`prefield`) by their place in it; the subject may stand
    before the clause (``X, who ...``)."""
    if cue.pattern.value != "statement":
        sentence = without_quoted(sentence, cue, folded)
    low, high = window(sentence, cue)
    slots: Slots = {}
    first, end = field
    inside = [a for a in sentence.actors if low <= a.start < high or first <= a.start < end]
    inside = [a for a in inside if _stands_for_somebody(a)]
    if pack.order == "svo" and low in sentence.barriers:
        inside = _opening(inside, low, cue, folded)
    if pack.subject_first:
        inside = [a for a in inside if not _in_other_relative(a, sentence, cue, folded, pack)]
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
    verb = _verb(folded, cue, pack)
    # "financed by X": the cue itself says that its actor follows
    reach = _REDUCED if reduced(folded, cue, pack) else _AGENT
    # "a tour by X" of one language is "una gira por X" of another: there who stands behind does not act
    roles = dict(cue.pattern.group.args) if cue.pattern.group else {}
    acts = pack.order != "sov" and not pack.subject_first and roles.get("by", roles.get("subj")) == roles.get("subj")
    agent_follows = acts and any(a.marker == "by" and 0 <= a.start - cue.end <= reach for a in inside)
    agent_follows = agent_follows or (_spoken_by(cue, roles) and _agent_before(inside, cue, pack))
    goes_on = _goes_on(sentence, folded, verb, low)
    if pack.case_of_head:
        _add_antecedent(slots, sentence, low, folded, pack)
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
    elif not (goes_on or _apposed(before, folded, verb)) and (behind := _inverted(after, folded, verb, pack)):
        # "..., dijo en Quito el ministro", "según informó la Cancillería"
        subject, objects = list_of(after, behind), [a for a in after if a.start > behind.start]
    elif not goes_on and _closes_quote(folded, verb, pack) and _noun_behind(folded, cue, pack):
        # "..., a newspaper reported": who says so is nobody known, but for whom the noun is of
        beside = [a for a in inside if a.marker == "of" and 0 < a.start - cue.end < _INVERTED]
        subject, objects = beside[:1], []
    elif after and not pack.subject_first and after[0].start - cue.end <= 2 and _quoted(folded, verb):
        # "...", said X: the speaker stands behind the verb
        subject, objects = list_of(after, after[0]), after[1:]
    elif pack.order == "v2" and (pronoun := _behind_verb(inside, cue)):
        # "Washington forderte er auf": what stands before the verb is its object
        subject, objects = [pronoun], [*before, *after]
    elif before and (lead := _joined_to_main(sentence, before, cue, folded, low, pack)):
        subject, objects = lead, after
    elif before:
        if pack.subject_first:
            before = _without_objects(before, sentence, cue, folded, pack)
        subject, objects = _inside_subject(before, after, folded, cue, pack)
    elif _behind_comma(folded, low, cue, sentence, pack) and _follows_at_once(after, folded, cue, pack):
        subject, objects = list_of(after, after[0]), after[1:]
    elif pack.pro_drop and pack.begins_relative(folded, low):
        subject, objects = _in_relative(slots, sentence, low, folded, after, pack), after
    elif somebody_else(sentence, cue.pattern.value, verb.start, low, folded, pack):
        subject, objects = [], after
    else:
        subject, objects = _outside_subject(sentence, cue, low, folded, after, pack), after
        if pack.pro_drop and cue.type == "inform" and _complemented(cue, folded, pack):
            objects = []  # who is told of in what somebody says is not spoken to
    own = {a.name for a in subject if a.name}
    objects = [a for a in objects if a not in subject and a.name not in own]
    if pack.order == "v2":
        objects += [a for a in slots.get("obj", []) if a not in objects]
    if cue.impersonal or agent_follows:
        agents = slots.pop("by", [])
        if not agents and pack.order == "v2" and cue.passive and cue.pattern.value in _SOMEBODY_DOES:
            agents = _agents_of(slots, folded, cue, low, pack)
        if not agents and pack.order == "sov" and _announced(cue, folded, pack):
            agents = [a for a in subject if not a.marker and not a.attributive]
        slots["subj"] = agents
        slots["obj"] = subject + objects
        if not agents:
            del slots["subj"]
    else:
        slots["subj"] = subject
        slots["obj"] = objects
    return slots


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
    lead = [a for a in _told_before(sentence, low) if not a.marker]
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


_SOMEBODY_DOES = ("statement", "action")


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


_ADVERB, _AGENT_AFTER = 4, 14  # letters between an agent and the verb; between a subject and the agent behind it


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


def reduced(folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether the cue is a participle behind its noun: ``les soldats graciés vendredi par X``, not ``a gracié``."""
    if not pack.words["perfect"]:
        return False
    first = folded[cue.start : cue.end].split()[0]
    if not pack.looks("participle", first):
        return False
    if _perfect_regex(pack.code).search(folded, max(0, cue.start - _AUXILIARY), cue.start):
        return False
    before = _SENTENCE.split(folded[max(0, cue.start - _SHARED) : cue.start])[-1].split()
    # "a rejeté l'offre et dénoncé la guerre menée par X": the auxiliary is told once
    joined = any(word in pack.sets["and"] for word in before[-2:])
    return not (joined and any(word in pack.sets["perfect"] for word in before))


_SENTENCE = re.compile(r"[.;:?!]\s")
_AUXILIARY = 64  # letters before a participle among which its auxiliary is looked for
_SHARED = 200  # letters before a participle in which its auxiliary may stand


@functools.cache
def _perfect_regex(code: str) -> re.Pattern[str]:
    """An auxiliary of the perfect and what may part it from its participle: ``a, de son côté, salué``."""
    words = load(code).words
    auxiliaries, adverbs = ("|".join(map(re.escape, words[key])) or "(?!)" for key in ("perfect", "adverbs"))
    return re.compile(rf"(?<!\w)(?:{auxiliaries})(?:,[^,;.]{{1,40}},)?\s+(?:\w+\s+|(?:{adverbs})\s+)?$")


def _announced(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether an act, or what is asked or judged, is told in the passive as what somebody says is done: who says so
    does it (``X, Y'nin büyükelçisinin çağrıldığını açıkladı``)."""
    group = cue.pattern.group
    last = folded[cue.start : cue.end].rsplit(None, 1)[-1]
    return group is not None and group.kind in ("action", "statement") and pack.verb_form("nominal", last)


def _in_other_relative(actor: ActorMention, sentence: Sentence, cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether an actor stands inside a clause before its noun that another cue spans: ``来华出席东盟峰会的``."""
    return any(
        other.start <= actor.start
        and actor.end <= other.end
        and folded.endswith(pack.words["attributive"], other.start, other.end)
        and (other.end <= cue.start or cue.end <= other.start)
        for other in sentence.cues
    )


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
    subject = list_of(bare, rows[0]) if rows else _outside_by_case(sentence, low, folded, pack)
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


def _add_antecedent(slots: Slots, sentence: Sentence, low: int, folded: str, pack: Pack) -> None:
    """Whom ``whom``, ``to whom`` or ``with whom`` stands for, at the place in the clause that the pronoun has."""
    place = _pronoun(folded, low, pack)
    rows = _told_before(sentence, low)
    if rows and place:
        slots[place] = [*list_of(rows, rows[-1]), *slots.get(place, [])]


def _pronoun(folded: str, low: int, pack: Pack) -> str:
    """The place that a relative pronoun's case and the word before it tell; empty for the subject."""
    match = pack.relative.match(folded, low) if pack.relative is not None else None
    if match is None or match.group("case") is None:
        return ""
    case = pack.case(pack.relative_class, match.group("case")) or ""
    word = match.group("marker")
    marker = next((name for name, words in pack.markers.items() if word in words), "") if word else ""
    place = pack.case_after.get(marker, {}).get(case, marker) if marker else case
    return "" if place == "subj" else place


def _of_one(folded: str, low: int, pack: Pack) -> bool:
    """Whether a relative clause hangs on one of a list, as the number of its first word tells: ``, прибывший``."""
    match = pack.relative.match(folded, low) if pack.relative is not None else None
    return match is not None and match.groupdict().get("one") is not None


def _outside_by_case(sentence: Sentence, low: int, folded: str, pack: Pack) -> list[ActorMention]:
    rows = _told_before(sentence, low)
    if rows and pack.begins_relative(folded, low) and not _pronoun(folded, low, pack):
        return [rows[-1]] if _of_one(folded, low, pack) else list_of(rows, rows[-1])
    bare = [a for a in rows if not a.marker]
    sure = [a for a in bare if a.nominative]
    return list_of(bare, (sure or bare)[0]) if bare else []


def _behind_verb(actors: list[ActorMention], cue: Cue) -> ActorMention | None:
    """The pronoun that stands right behind the first word of the cue."""
    return next((a for a in actors if a.ref == "he" and not a.marker and 0 < a.start - cue.start < 16), None)


def _stands_for_somebody(actor: ActorMention) -> bool:
    return bool(actor.state or actor.name or actor.office or actor.ref in SEVERAL)


def _told_before(sentence: Sentence, low: int) -> list[ActorMention]:
    """Those of the sentence that are told before a clause and may act in it."""
    return [a for a in sentence.actors if a.end <= low and not a.attributive and _stands_for_somebody(a)]


_INVERTED = 60


def _verb(folded: str, cue: Cue, pack: Pack) -> Cue:
    """The cue with the auxiliary of its perfect: ``a déclaré``."""
    if not pack.words["perfect"]:
        return cue
    match = _perfect_regex(pack.code).search(folded, max(0, cue.start - _AUXILIARY), cue.start)
    return replace(cue, start=match.start()) if match else cue


def _inverted(after: list[ActorMention], folded: str, cue: Cue, pack: Pack) -> ActorMention | None:
    """The speaker behind a verb of saying that closes what is said."""
    if not _closes_quote(folded, cue, pack):
        return None
    bare = [a for a in after if not a.marker and cue.end <= a.start < cue.end + _INVERTED]
    return bare[0] if bare else None


def _closes_quote(folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether a verb of saying stands behind what is said: behind a comma, quotation or word like ``as``."""
    group = cue.pattern.group
    if not pack.words["inversion"] or group is None or group.kind != "statement":
        return False
    if pack.verb_form("gerund", folded[cue.start : cue.end].split()[0]):
        return False  # "denied it, calling on X to ...": a gerund has the subject of the clause before
    return folded[max(0, cue.start - 20) : cue.start].rstrip().endswith(_quote_ends(pack.code))


@functools.cache
def _quote_ends(code: str) -> tuple[str, ...]:
    """What stands behind words that are told, before the verb that tells them."""
    return (",", '"', *(f" {word}" for word in load(code).words["inversion"]))


def _noun_behind(folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether a plain verb of saying has a noun with its article as subject behind it, perhaps after its day."""
    group = cue.pattern.group
    words = folded[cue.end : cue.end + 30].replace("'", "' ").split()[:3]
    articles = (word in pack.sets["articles"] for word in words[:2])
    if not (group and group.type == "inform" and any(articles)) or words[0] in pack.sets["complement"]:
        return False
    return folded[cue.start : cue.end].rsplit(None, 1)[-1] not in pack.sets["complement"]  # "estime que"


def _goes_on(sentence: Sentence, folded: str, cue: Cue, low: int) -> bool:
    """Whether the comma before the verb closes what is put in behind its subject: ``A, who left, accused B``,
    ``A, through its envoy, accused B``.

    A plain verb of saying may still follow what is said: ``he will go to X, where he meets Y, said the office``.
    """
    group = cue.pattern.group
    if group is None or group.type == "inform":
        return False
    closes = low in sentence.barriers and folded[low] == "," and not folded[low + 1 : cue.start].strip()
    if closes:
        return any(a.end <= low and not a.marker for a in sentence.actors)
    subject = next((a for a in sentence.actors if low <= a.start and a.end < cue.start and not a.marker), None)
    if subject is None or subject.list_id:
        return False
    put_in = folded[subject.end : cue.start].strip()
    own = sum(folded.count(",", a.start, a.end) for a in sentence.actors if subject.end < a.start < cue.start)
    return put_in[:1] == put_in[-1:] == "," and put_in.count(",") - own == _PARENTHESIS and '"' not in put_in


_PARENTHESIS = 2  # commas


def _apposed(before: list[ActorMention], folded: str, cue: Cue) -> bool:
    """Whether the comma before the verb closes the apposition of its subject: ``el ministro, X, condenó``."""
    if not before:
        return False
    last = before[-1]
    if folded[last.end : cue.start].strip() != ",":
        return False
    first = list_of(before, last)[0]
    # a name between two commas, whatever is told before it: "le directeur de la banque, A,"
    alone = last.name and _AFTER_COMMA.search(folded, max(0, first.start - _INTRO), first.start)
    return "," in folded[first.start : last.end] or bool(alone)


_INTRO = 12  # letters of a comma, an article and a title
_AFTER_COMMA = re.compile(r", (?:[^\W\d]{1,3}[ '.]{1,2}){0,2}$")


def _quoted(folded: str, cue: Cue) -> bool:
    """Whether a quotation ends right before the cue."""
    return '"' in folded[max(0, cue.start - 3) : cue.start]


def _without_objects(
    before: list[ActorMention], sentence: Sentence, cue: Cue, folded: str, pack: Pack
) -> list[ActorMention]:
    """Whom another act right before takes as its object does not act: ``普京会见王毅时强调``. Verbs of saying have
    clauses behind them, and so whoever acts there."""
    out = list(before)
    while len(out) > 1 and (
        any(_takes(other, out[-1], cue) and not _said_between(other, out[-1], sentence) for other in sentence.cues)
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
    there = near is not None and near.marker == "in" and actor.start - near.end <= _BESIDE
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
    between = folded[max(one.end, other.start - 2 * _BESIDE) : other.start]
    return any(word in between for word in pack.words["fronting"])


def _takes_object(other: Cue, actor: ActorMention, folded: str) -> bool:
    """Whether an actor stands right behind a verb, which is none of saying, or inside its words."""
    group = other.pattern.group
    if group is None or not group.verb or group.content or group.type == "inform":
        return False
    inside = group.kind != "statement" and other.start < actor.start and actor.end < other.end
    return inside or (0 <= actor.start - other.end <= 1 and "," not in folded[other.end : actor.start])


def _takes(other: Cue, actor: ActorMention, cue: Cue) -> bool:
    group = other.pattern.group
    if group is None or not group.verb or group.kind == "statement" or other.end > cue.start:
        return False
    return 0 <= actor.start - other.end <= _BESIDE


def _said_between(other: Cue, actor: ActorMention, sentence: Sentence) -> bool:
    """Whether a verb of saying stands between an act and an actor: ``同A会谈时感谢B允许……``."""
    between = (cue for cue in sentence.cues if other.end <= cue.start and cue.end <= actor.start)
    return any(cue.pattern.value == "statement" for cue in between)


def _inside_subject(
    before: list[ActorMention], after: list[ActorMention], folded: str, cue: Cue, pack: Pack
) -> tuple[list[ActorMention], list[ActorMention]]:
    if pack.order != "svo":
        subject = list_of(before, before[0])
        return subject, before + after
    last = before[-1]
    if (
        len(before) > 1
        and in_order_to(folded, cue.start, pack)
        and not pack.sets["to_do"] & set(pack.words["in_order_to"])
    ):
        return list_of(before, before[0]), after  # "X visited Y to ask its government"
    apposed = pack.adjective_after_office and "," in folded[last.start : last.end]
    if len(before) > 1 and _second_verb(folded[last.end : cue.start], pack, apposed):
        # "X met Y and thanked him": what joins the verbs also shares the subject
        return list_of(before, before[0]), after
    return list_of(before, last), after


def in_order_to(folded: str, start: int, pack: Pack) -> bool:
    """Whether the verb that begins at a place tells what something is done for: ``para pedir``, ``pour demander``."""
    words = pack.words["in_order_to"]
    return bool(words) and pack.order != "sov" and folded.endswith(tuple(f" {word} " for word in words), 0, start)


def _second_verb(between: str, pack: Pack, apposed: bool) -> bool:
    """Whether a verb follows an ``and`` or comma, so that its subject is that of the verb before.

    The comma right behind an apposition (``el presidente, X, dijo``) only closes it.
    """
    words = between.replace(",", " , ").split()
    if apposed and words[:1] == [","]:
        words = words[1:]
    return any(word == "," or word in pack.sets["and"] for word in words[-3:])


def _of_somebody(cue: Cue, low: int, folded: str, pack: Pack) -> bool:
    """Whether a verb of saying has a subject that is nobody known: ``the world must hold X accountable``."""
    if pack.order != "svo" or pack.pro_drop or not pack.spelling.spaces or not cue.says or cue.passive:
        return False
    words = folded[low : cue.start].split()
    return len(words) > 1 and not folded[low : cue.start].rstrip().endswith((",", '"'))


def _outside_subject(
    sentence: Sentence, cue: Cue, low: int, folded: str, after: list[ActorMention], pack: Pack
) -> list[ActorMention]:
    """The subject of a clause that tells none before its verb: of a relative clause the actor it hangs on, of another
    the sentence's own; else whoever follows the verb."""
    if of_unknown(cue, low, folded, pack) and not pack.begins_relative(folded, low):
        return []
    rows = _told_before(sentence, low)
    if pack.subject_first:
        after = []
        taken = [a for a in rows if any(_takes_object(other, a, folded) for other in sentence.cues)]
        rows = [a for a in rows if a not in taken]
    elif pack.pro_drop or pack.order == "v2":
        # a verb may do without a subject, and a noun has none: what a marker stands before is none
        after = [a for a in after if not a.marker]
        after = [] if pack.pro_drop and not rows and _complemented(cue, folded, pack) else after
    if not rows:
        lead = sentence.lead(folded) if pack.order == "svo" and pack.spelling.spaces else []
        first = [a for a in lead[1:] if a in after and lead[0].end > cue.start] or after[:1]
        if not lead and _of_somebody(cue, low, folded, pack):
            return []
        return list_of(after, first[0]) if first else []
    if pack.begins_relative(folded, low):
        near = rows[-1]
        there = near.capital and near.marker == "in"  # "in Paris, that had stopped its aid"
        hangs = there or near.marker in ("", "by", "to", "with", "of", "from", "between", "obj")
        return list_of(rows, near) if hangs else []
    bare = [a for a in rows if not a.marker]
    if pack.subject_first:
        # whoever was told last to say something goes on
        said = [a for a in reversed(bare) if _says(a, sentence, folded)][:1]
        acting = said or _of_clause_before(bare, sentence, low) or bare
        return list_of(bare, acting[0]) if acting else []
    return list_of(bare, bare[0]) if bare else []


def somebody_else(sentence: Sentence, kind: str, verb: int, low: int, folded: str, pack: Pack) -> bool:
    """Whether the subject of a verb of saying is told in its clause and is nobody who was found: an article and a noun
    open what stands before the verb (``while the populist right demands``, ``Its deputy threatened Berlin``)."""
    if kind not in _BY_SOMEBODY or not pack.pro_drop or pack.order != "svo" or pack.case_of_head:
        return False
    low = max(low, folded.rfind(", ", low, verb) + 1)
    words = folded[low:verb].replace("'", "' ").split()
    first = next((at for at, word in enumerate(words) if word in pack.sets["articles"]), None)
    if first is None or first > _CLAUSE_WORDS or not first + 1 < len(words) <= first + _NOUN:
        return False
    if any(word in prepositions(pack.code) for word in words[:first]):
        return False
    starts = [a.start for a in sentence.actors] + [d.start for d in sentence.dates]
    return not any(low <= at < verb for at in (*starts, *(hit.start for hit in sentence.documents)))


_BY_SOMEBODY = ("statement", "visit", "message", "report")  # kinds of what somebody does
_CLAUSE_WORDS, _NOUN = 2, 9  # words that begin a clause; words of a subject with its article


@functools.cache
def prepositions(code: str) -> frozenset[str]:
    """The words that tell the place of a noun in its clause."""
    return frozenset(word for row in load(code).markers.values() for word in row)


_DONE = ("action", "meeting", "visit")  # what somebody must do, and not only tell


def of_unknown(cue: Cue, low: int, folded: str, pack: Pack) -> bool:
    """Whether right before an active verb stands a noun that is nobody known: ``A left after soldiers shelled B``."""
    if not pack.words["no_subject"] or cue.passive or cue.pattern.value not in _DONE:
        return False
    first = folded[cue.start : cue.end].split(None, 1)[0]
    verb = pack.looks("participle", first) or pack.looks("present", first) or pack.looks("finite", first)
    words = folded[low : cue.start].split() if verb else []
    fill = pack.sets["no_subject"]
    while words and (words[-1] in fill or words[-1].endswith(pack.words["adverb_ends"])):
        words.pop()
    last = words[-1] if words else ""
    rest = folded[low : cue.start].split()[len(words) :]
    if any(word in pack.sets["to_do"] or word in pack.passive_words for word in rest):
        return False  # "A, as it continues to bomb B"
    return last.isalpha() and not (last in pack.sets["articles"] or any(last in row for row in pack.markers.values()))


def _complemented(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether a word such as *that* closes a verb of saying or stands right behind it: whoever follows does not say
    so (``Recordó que Chile ...``)."""
    words = folded[cue.start : cue.end + _THAT].split()
    told = len(folded[cue.start : cue.end].split())
    return cue.says and any(word in pack.sets["complement"] for word in words[told - 1 : told + 1])


_THAT = 6  # letters of a blank and a word such as *that*


def _of_clause_before(bare: list[ActorMention], sentence: Sentence, low: int) -> list[ActorMention]:
    """The subject of the nearest clause before that has one of its own, told before its verbs:
    ``因为A关闭领空，拒绝……``."""
    while low > sentence.span.start and low in sentence.barriers:
        high, low = low, sentence.clause_start(low - 1)
        verb = min((cue.start for cue in sentence.cues if low <= cue.start < high), default=high)
        told = [a for a in bare if low <= a.start < verb]
        if told:
            return told
    return []


def prefield(sentence: Sentence, cue: Cue, folded: str, pack: Pack) -> tuple[int, int]:
    """The other part of a clause that a relative clause parts: what stands before it where the cue is told behind it
    (``A, der B half, dankte``), what stands behind it where the cue is told before; else nothing."""
    low, high = window(sentence, cue)
    if not _behind_comma(folded, low, cue, sentence, pack):
        inside = pack.begins_relative(folded, low) and cue.pattern.value not in _FACED
        return (low, low) if inside else _main_field(sentence, high, folded, pack)
    edges = [sentence.span.start, *(b for b in sentence.barriers if b < low)]
    if len(edges) < 2 or not pack.begins_relative(folded, edges[-1]):
        return low, low
    return edges[-2], edges[-1]


_FACED = ("meeting", "visit")  # kinds of which who is faced may stand outside: ``A, den er traf, nannte B``


def _main_field(sentence: Sentence, high: int, folded: str, pack: Pack) -> tuple[int, int]:
    """What stands behind the relative clause that hangs on the words of a cue: ``Das Treffen, das A leitete, fand``."""
    edges = [b for b in sentence.barriers if b >= high] + [sentence.span.end]
    if pack.order == "v2" and pack.begins_relative(folded, edges[0]):
        edges = edges[1:]
    if len(edges) > 1 and _resumes(sentence, edges[0], folded, pack):
        return edges[0], edges[1]
    return high, high


def _resumes(sentence: Sentence, comma: int, folded: str, pack: Pack) -> bool:
    """Whether a clause goes on behind a comma with its verb, where verbs stand second."""
    verb = pack.order == "v2" and resumes(folded, comma, pack)
    return verb and not any(a.start == comma + 2 for a in sentence.actors)


def _behind_comma(folded: str, low: int, cue: Cue, sentence: Sentence, pack: Pack) -> bool:
    """Whether a clause begins with a finite verb behind its comma, as where verbs stand second."""
    if pack.order != "v2" or not folded.startswith(", ", low):
        return False
    return cue.start == low + 2 or _resumes(sentence, low, folded, pack)


def _follows_at_once(after: list[ActorMention], folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether nothing but articles stands between a verb and the actor behind it: ``B sei bereit, sagte A``."""
    return bool(after) and all(word in pack.sets["articles"] for word in folded[cue.end : after[0].start].split())


def _says(actor: ActorMention, sentence: Sentence, folded: str) -> bool:
    """Whether a verb of saying follows an actor in the same clause."""
    return any(
        cue.says and 0 <= cue.start - actor.end <= _SAYS and "," not in folded[actor.end : cue.start]
        for cue in sentence.cues
    )


def _in_relative(
    slots: Slots, sentence: Sentence, low: int, folded: str, after: list[ActorMention], pack: Pack
) -> list[ActorMention]:
    """The subject of a clause that a relative pronoun or ``que`` begins and that tells none before its verb.

    The pronoun stands for the actor right before it, at the place that its preposition tells (``a quien``, ``con el
    que``). Without one: a person behind the verb (``la visita que realizó el presidente``), the actor right before it,
    else the sentence's own subject (``dijo que visitará``).
    """
    rows = _told_before(sentence, low)
    bare = [a for a in rows if not a.marker]
    place = marker_before(folded, low, pack)
    if place and not folded.startswith(pack.words["complement"], low):
        near = rows[-1:] if rows and low - rows[-1].end < 20 else []
        slots[place] = [*near, *slots.get(place, [])]
        bare = [a for a in bare if a not in near]
        return list_of(bare, bare[0]) if bare else []
    persons = [a for a in after if not a.marker and (a.name or a.office)]
    if rows and folded.startswith(pack.words["who"], low):
        return list_of(rows, rows[-1])  # "the minister, who met the president": the pronoun itself acts
    if persons:
        return list_of(after, persons[0])
    if rows and low - rows[-1].end <= 3:
        return list_of(rows, rows[-1])
    return list_of(bare, bare[0]) if bare else []


def expand(mentions: list[ActorMention], both: list[ActorMention]) -> list[ActorMention]:
    """Replace references to all parties by the parties; drop what stands for nobody."""
    out: list[ActorMention] = []
    for mention in mentions:
        rows = (list(mention.members) or both) if mention.ref in SEVERAL else [mention]
        for row in rows:
            if (row.state or row.name or row.office) and not any(_same(row, other) for other in out):
                out.append(row)
    return out


def _same(one: ActorMention, other: ActorMention) -> bool:
    """Whether two mentions are one actor; ministers told in one list are as many."""
    if one.list_id and one.list_id == other.list_id and one.office and not one.name and one.start != other.start:
        return False
    return (one.name, one.office, one.state) == (other.name, other.office, other.state)
