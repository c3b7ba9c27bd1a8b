"""Subject and object where the verb comes first, as in Arabic.

The subject stands right behind its verb, or behind an adverb or a phrase with a preposition; the object follows. A verb
without either goes on with the subject of the verb before. A noun that tells an act has its doer or its object right
behind it (``of``) and else belongs to the subject of its clause.
"""

from __future__ import annotations

import functools
import re

from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.lang.pack import Pack, load

Actors = list[ActorMention]


def verb_first(
    sentence: Sentence, bare: Actors, cue: Cue, low: int, folded: str, pack: Pack
) -> tuple[Actors, Actors, Actors]:
    """Subject, objects and what stands as a genitive right behind a noun; ``bare`` are the clause's unmarked actors."""
    before = [a for a in bare if a.start < cue.start]
    after = [a for a in bare if a.start >= cue.start]
    group = cue.pattern.group
    if group is None or not group.verb:
        owners = [a for a in after if a.start - cue.end <= 2]
        owners = list_of(after, owners[0]) if owners else []
        objects = [a for a in after if a not in owners]
        subject = list_of(before, before[0]) if before else _subject_before(sentence, low, folded, pack)
        return subject, [*(a for a in before if a not in subject), *objects], owners
    if before:
        subject = list_of(before, before[0])
        return subject, [*(a for a in before if a not in subject), *after], []
    relative = _antecedent(sentence, low, folded, pack)
    if relative and not (_right_behind(after, cue) and _has_object(cue, folded, pack)):
        return relative, after, []
    if not relative and _carries_subject(folded, low, cue, pack):
        return _subject_before(sentence, low, folded, pack), after, []
    joined = bool(cue.clitic) and cue.start == low and " " not in folded[low : cue.end]
    if joined and _has_object(cue, folded, pack) and not _right_behind(after, cue):
        subject = _subject_before(sentence, low, folded, pack)
        return subject, [*_object_before(sentence, subject, low), *after], []
    shared = _shared_subject(sentence, after, cue, low, folded, pack)
    if shared:
        return shared, after, []
    if cue.says and (_of_masdar(after, cue, folded, pack) or _accusative(cue, folded, pack)):
        return _speaker_before(sentence, cue, low, folded, pack), after, []
    if (
        after
        and _agrees(cue, after[0], folded, pack)
        and _follows(folded[cue.end : after[0].start] if after[0].start > cue.end else "", pack)
    ):
        subject = list_of(after, after[0])
        return subject, [*relative, *(a for a in after if a not in subject)], []
    return ([] if relative else _subject_before(sentence, low, folded, pack)), after, []


def _right_behind(after: Actors, cue: Cue) -> bool:
    """Whether an actor stands right behind the cue."""
    return bool(after) and after[0].start - cue.end <= _BESIDE


_BESIDE = 2  # letters


def _of_masdar(after: Actors, cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether the actor behind a verb of saying is the object of a noun that a preposition is written onto: ``تعهد
    بتزويد A``, "he pledged to supply A"."""
    words = folded[cue.start : after[0].start].split() if after else []
    clitics = tuple(word for words in pack.clitics.get("markers", {}).values() for word in words)
    last = words[-1] if len(words) > 1 else ""
    return bool(clitics) and len(last) > _STEM and last.startswith(clitics) and after[0].start - cue.end < _NEAR


def _accusative(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether a verb of saying is a participle that goes on with who spoke before: ``محذرا من أن``."""
    return pack.verb_form("gerund", folded[cue.start : cue.end].split()[0])


def _speaker_before(sentence: Sentence, cue: Cue, low: int, folded: str, pack: Pack) -> Actors:
    """Who says what goes before in the sentence: the subject of its first verb of saying."""
    said = next((c for c in sentence.cues if c.says and c.start < cue.start and c.end < cue.start), None)
    rows = [a for a in sentence.actors if a.end <= cue.start and not a.marker and not a.attributive and a.state]
    if said is not None:
        near = [
            a for a in rows if a.start >= said.start and _follows(folded[said.start : a.start].partition(" ")[2], pack)
        ]
        if near:
            return list_of(rows, near[0])
    return list_of(rows, rows[0]) if rows else []


_STEM, _NEAR = 3, 30  # letters of such a noun, at least; letters between it and its object


def _object_before(sentence: Sentence, subject: Actors, low: int) -> Actors:
    """Whom the pronoun of a verb joined by *and* stands for: of another state than its subject, told last before it:
    ``استقبل A وزيرة خارجية B، وشكرها``, "A received B's minister and thanked her"."""
    own = {a.state for a in subject}
    rows = [a for a in sentence.actors if a.end <= low and not a.attributive and a.state and a.state not in own]
    return rows[-1:] if subject else []


def _carries_subject(folded: str, low: int, cue: Cue, pack: Pack) -> bool:
    """Whether a clause begins with a word that holds its subject as a pronoun: ``أنها طردت``, "that she expelled"."""
    word = folded[low : cue.start].split()[:1]
    return bool(word) and word[0] in pack.sets["with_subject"]


def _agrees(cue: Cue, actor: ActorMention, folded: str, pack: Pack) -> bool:
    """Whether a state may be the subject of a verb by its gender: ``شكر الإمارات`` is "he thanked the Emirates"."""
    if not pack.feminine_verb or actor.form not in ("state", "capital"):
        return True
    verb = folded[cue.start + len(cue.clitic) : cue.end].split()[0]
    words = folded[actor.start : actor.end].split()
    masculine = actor.form == "state" and actor.state in pack.masculine_states
    if masculine and words[0] not in pack.sets["feminine_heads"]:
        return True
    return re.fullmatch(pack.feminine_verb, verb) is not None


def _shared_subject(sentence: Sentence, after: Actors, cue: Cue, low: int, folded: str, pack: Pack) -> Actors:
    """The subject of the clause before, where a verb that an *and* joins to it addresses whoever stands right behind:
    ``وطالبت مجلس الأمن بالتحرك``, "and demanded of the Council that it act"."""
    if not after or low <= sentence.span.start:
        return []
    first = folded[cue.start + len(cue.clitic) : cue.end].split()[0]
    verb_end = cue.start + len(cue.clitic) + len(first)
    one = list_of(after, after[0])
    joined = cue.start - low <= _JOINS and folded[verb_end : one[0].start].isspace()
    addressed = one[0].ref == "counterpart"  # "and invited his counterpart to visit X"
    if not joined or first not in pack.sets["addressing"] or (len(one) < len(after) and not addressed):
        return []
    subject = _subject_before(sentence, low, folded, pack)
    feminine = re.fullmatch(pack.feminine_verb, first) is not None
    if not subject or _feminine(subject[0], folded, pack) is (not feminine):
        return []
    return subject


_JOINS = 5  # letters of the word that begins a clause before its verb


def _feminine(actor: ActorMention, folded: str, pack: Pack) -> bool | None:
    """Whether the noun that an actor is told by is feminine; nothing where it does not tell."""
    words = folded[actor.start : actor.end].split()
    if words[0] in pack.sets["feminine_heads"] or actor.form == "capital":
        return True
    if actor.form == "state":
        return actor.state not in pack.masculine_states
    if actor.ref or words[0] in pack.sets["titles"] or not (actor.office or len(words) > 1):
        return None
    return re.fullmatch(pack.feminine_noun, words[0]) is not None


def _has_object(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether the verb of a relative clause carries its object as a pronoun: ``الذي استقبله الرئيس``."""
    return bool(pack.object_pronoun) and re.search(pack.object_pronoun, folded[cue.start : cue.end]) is not None


def _antecedent(sentence: Sentence, low: int, folded: str, pack: Pack) -> Actors:
    """The actor on which a relative clause hangs."""
    if not pack.begins_relative(folded, low):
        return []
    rows = [a for a in sentence.actors if a.end <= low and not a.attributive]
    return list_of(rows, rows[-1]) if rows and low - rows[-1].end <= 3 else []


@functools.cache
def _fronted(code: str) -> re.Pattern[str]:
    """What may stand between a verb and its subject: nothing, adverbs of time, a phrase with a preposition."""
    pack = load(code)
    words = {word for words in pack.markers.values() for word in words}
    words |= {*pack.words["articles"], *pack.words["adverbs"]}
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    clitics = "|".join(re.escape(word) for words in pack.clitics.get("markers", {}).values() for word in words)
    return re.compile(rf"[\s,\"(]*(?:(?:{choice})(?!\w).*|(?:{clitics or '(?!)'})\w{{3,}}.*)?", re.DOTALL)


def _follows(between: str, pack: Pack) -> bool:
    """Whether what follows a verb after some words is its subject, and not the genitive of its object."""
    return len(between) <= 60 and _fronted(pack.code).fullmatch(between) is not None


def _subject_before(sentence: Sentence, low: int, folded: str, pack: Pack) -> Actors:
    """The first bare actor of the sentence; behind a comma that closes a relative clause that of the clause which it
    parts."""
    if low in sentence.barriers and "," in folded[low - 2 : low + 1]:
        before = sentence.clause_start(low - 1)
        if folded[before - 2 : before] == ", " and pack.begins_relative(folded, before):
            low = before
    rows = [
        a
        for a in sentence.actors
        if a.end <= low and not a.marker and not a.attributive and (a.state or a.name or a.ref)
    ]
    return list_of(rows, rows[0]) if rows else []
