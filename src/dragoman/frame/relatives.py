"""Relative clauses, and participles without their auxiliary: whose they are."""

from __future__ import annotations

import functools
import re

from dragoman.find.glue import marker_before
from dragoman.find.mention import SEVERAL, ActorMention, Cue, Sentence, list_of
from dragoman.lang.pack import Pack, load

Slots = dict[str, list[ActorMention]]


def window(sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """The clause around a cue: from the last clause word before it to the first after it."""
    return sentence.clause_start(cue.start), sentence.clause_end(cue.end)


def reduced(folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether the cue is a participle behind its noun: ``les soldats graciés vendredi par X``, not ``a gracié``."""
    if not pack.words["perfect"]:
        return False
    first = folded[cue.start : cue.end].split()[0]
    if not pack.looks("participle", first):
        return False
    if perfect_regex(pack.code).search(folded, max(0, cue.start - AUXILIARY), cue.start):
        return False
    before = _SENTENCE.split(folded[max(0, cue.start - _SHARED) : cue.start])[-1].split()
    # "a rejeté l'offre et dénoncé la guerre menée par X": the auxiliary is told once
    joined = any(word in pack.sets["and"] for word in before[-2:])
    return not (joined and any(word in pack.sets["perfect"] for word in before))


_SENTENCE = re.compile(r"[.;:?!]\s")
AUXILIARY = 64  # letters before a participle among which its auxiliary is looked for
_SHARED = 200  # letters before a participle in which its auxiliary may stand


@functools.cache
def perfect_regex(code: str) -> re.Pattern[str]:
    """An auxiliary of the perfect and what may part it from its participle: ``a, de son côté, salué``."""
    words = load(code).words
    auxiliaries, adverbs = ("|".join(map(re.escape, words[key])) or "(?!)" for key in ("perfect", "adverbs"))
    return re.compile(rf"(?<!\w)(?:{auxiliaries})(?:,[^,;.]{{1,40}},)?\s+(?:\w+\s+|(?:{adverbs})\s+)?$")


def announced(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether an act, or what is asked or judged, is told in the passive as what somebody says is done: who says so
    does it (``X, Y'nin büyükelçisinin çağrıldığını açıkladı``)."""
    group = cue.pattern.group
    last = folded[cue.start : cue.end].rsplit(None, 1)[-1]
    return group is not None and group.kind in ("action", "statement") and pack.verb_form("nominal", last)


def in_other_relative(actor: ActorMention, sentence: Sentence, cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether an actor stands inside a clause before its noun that another cue spans: ``来华出席东盟峰会的``."""
    return any(
        other.start <= actor.start
        and actor.end <= other.end
        and folded.endswith(pack.words["attributive"], other.start, other.end)
        and (other.end <= cue.start or cue.end <= other.start)
        for other in sentence.cues
    )


def add_antecedent(slots: Slots, sentence: Sentence, low: int, folded: str, pack: Pack) -> None:
    """Whom ``whom``, ``to whom`` or ``with whom`` stands for, at the place in the clause that the pronoun has."""
    place = _pronoun(folded, low, pack)
    rows = told_before(sentence, low)
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


def outside_by_case(sentence: Sentence, low: int, folded: str, pack: Pack) -> list[ActorMention]:
    rows = told_before(sentence, low)
    if rows and pack.begins_relative(folded, low) and not _pronoun(folded, low, pack):
        return [rows[-1]] if _of_one(folded, low, pack) else list_of(rows, rows[-1])
    bare = [a for a in rows if not a.marker]
    sure = [a for a in bare if a.nominative]
    return list_of(bare, (sure or bare)[0]) if bare else []


def stands_for_somebody(actor: ActorMention) -> bool:
    return bool(actor.state or actor.name or actor.office or actor.ref in SEVERAL)


def told_before(sentence: Sentence, low: int) -> list[ActorMention]:
    """Those of the sentence that are told before a clause and may act in it."""
    return [a for a in sentence.actors if a.end <= low and not a.attributive and stands_for_somebody(a)]


def acting_relative(
    sentence: Sentence, before: list[ActorMention], cue: Cue, low: int, folded: str, pack: Pack
) -> list[ActorMention]:
    """The person right before a relative pronoun that acts in a clause whose verb stands last, where before the verb
    no other person does: ``empfing den Minister B, der A dankte``."""
    if not folded.startswith(pack.words["who"], low) or any(a.name or a.office or a.ref for a in before):
        return []
    behind = folded[cue.end : cue.end + 1]
    rows = told_before(sentence, low)
    near = rows[-1] if rows and behind in _CLOSES else None
    if near is None or not (near.name or near.office) or low - near.end > _BESIDE or near.list_id:
        return []
    return [near]


_CLOSES = ("", ".", ",", ";", "!", "?")  # what stands right behind a verb that comes last
_BESIDE = 1  # letters between a person and the relative clause that hangs on him or her


def in_relative(
    slots: Slots, sentence: Sentence, low: int, folded: str, after: list[ActorMention], pack: Pack
) -> list[ActorMention]:
    """The subject of a clause that a relative pronoun or ``que`` begins and that tells none before its verb.

    The pronoun stands for the actor right before it, at the place that its preposition tells (``a quien``, ``con el
    que``). Without one: a person behind the verb (``la visita que realizó el presidente``), the actor right before it,
    else the sentence's own subject (``dijo que visitará``).
    """
    rows = told_before(sentence, low)
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
