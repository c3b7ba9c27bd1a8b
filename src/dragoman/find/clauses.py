"""Clauses: where in a sentence one ends and the next begins."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.lang.matcher import LONGEST, Hit
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import places_of, word_start


def _joins_clause(cue: Cue, pack: Pack) -> bool:
    """Whether a verb begins a clause with the *and* written onto it."""
    group = cue.pattern.group
    return bool(group and group.verb and cue.clitic.startswith(tuple(pack.clitics.get("and", ()))))


def _lists(at: int, row: Sentence) -> bool:
    """Whether a semicolon parts two of one list: ``the ministers of Chad, A; Mali, B; and Peru, C``."""
    before = next((a for a in reversed(row.actors) if a.end <= at), None)
    behind = next((a for a in row.actors if a.start > at), None)
    return bool(before and behind and before.list_id and before.list_id == behind.list_id)


def _in_name(at: int, actor: ActorMention) -> bool:
    """Whether a place lies in the name with which a mention ends."""
    return actor.name is not None and actor.end - len(actor.name) - _ENDING <= at < actor.end


_ENDING = 4  # letters of a case that may follow a name


def barriers(row: Sentence, bucket: list[Hit], folded: str, pack: Pack, text: str) -> list[int]:
    """Where clauses begin; a comma and article that only introduce an apposition begin none."""
    clauses = [
        hit
        for hit in bucket
        if hit.entry.table == "clause"
        and not (
            _joins_list(hit, folded, pack) or _compares(hit, folded, pack) or _joins_actors(hit, row, folded, pack)
        )
    ]
    # a word inside a longer one that begins a clause begins none of its own: "que" of "ce que"
    longer = [hit for hit in clauses if " " in hit.entry.surface.strip()]
    clauses = [hit for hit in clauses if not any(_inside(hit, other) for other in longer)]
    starts = {hit.start for hit in clauses if not _apposition(hit, row, pack)}
    if pack.capitals == "nouns":
        starts.update(_subjects_behind_commas(row, text, pack))
        starts.update(_resumptions(row, text, pack))
        starts.update(_resumed(row, sorted(starts), text, folded, pack))
    if pack.capitals == "none":
        # a name may hold what elsewhere is a clause word: "Tran Van Long" in Arabic
        starts -= {at for at in starts if any(a.name and a.start < at < a.end for a in row.actors)}
    elif starts:
        # "Ama Mensah": a name may begin with what elsewhere is a clause word
        names = [a for a in row.actors if a.name and a.end - len(a.name) > a.start]
        starts -= {at for at in starts if text[at].isupper() and any(_in_name(at, a) for a in names)}
    for sign in _PARTING:
        starts.update(places_of(sign, folded, row.span.start, row.span.end))
    starts -= {at for at in starts if folded[at] == ";" and _lists(at, row)}
    # "it is planned that" before a verb that comes first: the word that begins the clause closes what is told of it
    phrases = {rule.end for rule in row.rules if rule.pattern.table == "status" and pack.order == "vso"}
    starts -= {hit.start for hit in bucket if hit.entry.table == "clause" and hit.end in phrases}
    starts.update(cue.start for cue in row.cues if _joins_clause(cue, pack))
    starts -= {at for at in starts if folded[at] == ":" and _enumerates(at, row)}
    starts.update(_clause_ends(row, folded, pack))
    if pack.relative is not None:
        starts.update(_relative_clauses(row, folded, pack.relative))
    elif pack.order == "vso":
        starts.update(_closings(row, folded, starts, pack))
    elif pack.order == "svo":
        starts.update(_closings(row, folded, starts, pack))
        if pack.spelling.spaces:
            for comma, subject in _coordinated(row, folded, pack):
                starts.add(comma)
                subject.marker = ""  # "as minister X ended a visit": nobody's role
    if pack.case_of_head:
        starts.update(_side_by_side(row, folded))
    if pack.comma_clauses:
        starts.update(_commas(row, starts, folded))
    return sorted(starts)


_PARTING = (";", ":")
_BEFORE_SUBJECT = 24  # letters of the articles between a comma and the noun that they stand before


def _subjects_behind_commas(row: Sentence, text: str, pack: Pack) -> Iterator[int]:
    """The comma behind which a clause of its own begins: an actor follows it, and its verb the actor.

    ``..., die britische Regierung rief beide auf``, ``..., den der Minister ablehnt``: an apposition ends with a comma,
    and where all nouns have capitals a small letter that is no article or preposition is most often a verb's.
    """
    for actor in row.actors:
        comma = text.rfind(",", max(row.span.start, actor.start - _BEFORE_SUBJECT), actor.start)
        if comma < 0 or text[actor.end : actor.end + 1] != " " or not text[actor.end + 1 : actor.end + 2].islower():
            continue
        between = text[comma + 1 : actor.start].split()
        behind = text[actor.end : actor.end + 24].split(" ")
        small = behind[1].strip(",.;") in _small_words(pack.code) or actor.list_id
        if len(between) < 3 and all(word in pack.sets["articles"] for word in between) and not small:
            yield comma


def _resumptions(row: Sentence, text: str, pack: Pack) -> Iterator[int]:
    """The comma that closes a clause with its verb last, where another verb goes on: ``A, der B half, dankte``; or what
    somebody says, before who says so: ``A brauche Reformen, warnte B``."""
    for cue in row.cues:
        comma = cue.start - 2
        if comma > row.span.start and text.startswith(", ", comma) and text[cue.start].islower():
            before = text[row.span.start : comma].split()
            if before and (before[-1][0].islower() or _reported(cue, row, before, text, pack)):
                yield comma


def _reported(cue: Cue, row: Sentence, before: list[str], text: str, pack: Pack) -> bool:
    """Whether a verb of saying tells behind a clause in reported speech who says so: whoever stands right behind it."""
    if not cue.says or not any(word in pack.sets["indirect"] for word in before):
        return False
    teller = next((a for a in row.actors if a.start >= cue.end), None)
    return teller is not None and all(word in pack.sets["articles"] for word in text[cue.end : teller.start].split())


def _resumed(row: Sentence, starts: list[int], text: str, folded: str, pack: Pack) -> Iterator[int]:
    """The same comma where no cue follows it: behind a relative clause, between two words with small letters, the
    second of which begins no clause: ``A, der am Vorabend eintraf, will B treffen``."""
    for start in starts:
        comma = text.find(",", start + 1, row.span.end) if pack.begins_relative(folded, start) else -1
        while comma >= 0 and not (text[word_start(text, comma)].islower() and resumes(folded, comma, pack)):
            comma = text.find(",", comma + 1, row.span.end)
        if comma >= 0 and text[comma + 2].islower():
            yield comma


def resumes(folded: str, comma: int, pack: Pack) -> bool:
    """Whether a word that begins no clause or phrase, as a finite verb, follows a comma."""
    if not folded.startswith(", ", comma) or folded.startswith(pack.words["clause"], comma):
        return False
    word = folded[comma + 2 : comma + 2 + LONGEST].split(" ", 1)[0]
    return word.isalpha() and word not in _small_words(pack.code)


@functools.cache
def _small_words(code: str) -> frozenset[str]:
    """Words with small letters that are no verbs: articles, prepositions, *and*, *not*."""
    pack = load(code)
    words = (*pack.words["articles"], *pack.words["and"], *pack.words["negation"], *pack.words["particles"])
    return frozenset((*words, *(word for row in pack.markers.values() for word in row)))


def _inside(hit: Hit, other: Hit) -> bool:
    """Whether another hit takes in this one and begins before it."""
    return other.start < hit.start and hit.end <= other.end


def _closings(row: Sentence, folded: str, starts: set[int], pack: Pack) -> Iterator[int]:
    """The comma that closes a relative clause behind a comma: ``A, who arrived on Monday, met B``; or one in what is
    put in between commas: ``A, a banker who lives in Lima, met B``."""
    for start in sorted(starts):
        if not folded.startswith(pack.words["relative"], start):
            continue
        apposed = pack.order == "svo" and pack.spelling.spaces and folded[start - 2 : start] != ", "
        if apposed:
            comma = folded.find(",", start, row.span.end)
            first = next((a for a in row.actors if not a.marker), None)
            before = folded[first.end : start] if first else ""
            inside = any(a.start <= comma < a.end for a in row.actors)
            if before.startswith(", ") and before.count(",") == 1 and not inside and _verb_behind(folded, comma, pack):
                yield comma
        elif folded[start - 2 : start] == ", ":
            closing = folded.find(",", start, row.span.end)
            while closing >= 0 and any(a.start <= closing < a.end for a in row.actors):
                closing = folded.find(",", closing + 1, row.span.end)
            if closing >= 0:
                yield closing


def _verb_behind(folded: str, comma: int, pack: Pack) -> bool:
    """Whether a word that looks like a finite verb stands right behind a comma."""
    word = folded[comma + 2 : comma + 2 + _WORD].split(" ", 1)[0] if comma > 0 else ""
    return word in pack.passive_words or any(pack.looks(form, word) for form in ("present", "finite", "participle"))


_WORD = 24  # letters of a finite verb


def _coordinated(row: Sentence, folded: str, pack: Pack) -> Iterator[tuple[int, ActorMention]]:
    """The comma behind which an *and* or *as* joins a clause, and the clause's own subject: ``A met B, and the envoy
    warned C``, ``two pacts were signed, as minister X ended a visit``."""
    for actor in row.actors:
        if actor.attributive:
            continue
        before = [a for a in row.actors if a.list_id == actor.list_id != 0 and a.end <= actor.start]
        beside = len(before) == 1 and _same_state(before[0], actor)
        if not beside and (before or actor.marker not in ("", "as")):
            continue
        verb = next((cue for cue in row.cues if 0 < cue.start - actor.end <= _VERB), None)
        if verb is None:
            continue
        comma = folded.rfind(",", row.span.start, actor.start)
        between = folded[comma + 1 : actor.start].split()
        joins = pack.markers.get("as", ())[:1] if actor.marker else pack.words["and"]
        if comma < 0 or not between or between[0] not in joins:
            joined = -1 if actor.marker and not beside else _joined_by_and(row, actor, folded, pack)
            if joined >= 0 and _tells(verb, folded, pack):
                actor.list_id = 0
                yield joined, actor
            continue
        if all(word in pack.sets["articles"] for word in between[1:]):
            yield comma, actor


def _side_by_side(row: Sentence, folded: str) -> Iterator[int]:
    """The comma alone that parts two clauses, each with its subject before its verb, which a dash may stand for:
    ``Дамаск отверг обвинения, Париж запросил заседание``, ``Перу высылает двух дипломатов, Гана - троих``."""
    for actor in row.actors:
        comma = actor.start - len(_COMMA)
        if actor.name or actor.marker or actor.attributive or actor.possessive or folded[comma : actor.start] != _COMMA:
            continue
        if any(a.list_id == actor.list_id != 0 and a.end <= comma for a in row.actors):
            continue
        verb = next((cue for cue in row.cues if 0 < cue.start - actor.end <= _VERB), None)
        dash = folded.startswith(_DASH, actor.end)
        if not dash and (verb is None or not _verbal(verb) or "," in folded[actor.end : verb.start]):
            continue
        first = next((a for a in row.actors if not (a.marker or a.attributive) and a.end < comma), None)
        if first is not None and any(first.end < cue.start and cue.start < comma and _verbal(cue) for cue in row.cues):
            yield comma


def _verbal(cue: Cue) -> bool:
    """Whether a cue is told by a verb."""
    group = cue.pattern.group
    return cue.says or bool(group and (group.verb or group.status == "done"))


_COMMA, _DASH = ", ", " - "


def _same_state(state: ActorMention, official: ActorMention) -> bool:
    """Whether a state and an official of it seem to stand in a list, where a clause with the official as its subject
    begins: ``A praised B and the president of B said``."""
    bare = state.form == "state" and official.office is not None
    return bare and state.state == official.state and not state.attributive


def _joined_by_and(row: Sentence, actor: ActorMention, folded: str, pack: Pack) -> int:
    """Where an *and* without a comma stands before an actor, behind a clause with a verb: ``A praised B and the envoy
    warned C``; -1 if none does."""
    end = actor.start
    while (start := word_start(folded, end - 1)) > row.span.start and folded[start : end - 1] in pack.sets["articles"]:
        end = start
    if folded[start : end - 1] not in pack.sets["and"]:
        return -1
    return start if any(cue.end < start and _tells(cue, folded, pack) for cue in row.cues) else -1


def _tells(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether a cue is a verb that tells an act."""
    first = folded[cue.start : cue.end].split(" ", 1)[0]
    return cue.says or pack.looks("finite", first) or pack.looks("participle", first)


_VERB = 14  # how far behind its subject a verb stands


_PHRASE = 24  # letters of several words for *and*


@functools.cache
def _and_phrases(code: str) -> tuple[str, ...]:
    """The words for *and* that end with one that elsewhere begins a clause: ``ainsi qu'``."""
    return tuple(" " + words.rstrip("'") for words in load(code).words["and"] if " " in words)


def _joins_list(hit: Hit, folded: str, pack: Pack) -> bool:
    """Whether the word only begins a longer one that joins a list: ``, а`` of ``, а также``."""
    if folded.endswith(_and_phrases(pack.code), max(0, hit.end - _PHRASE), hit.end):
        return True  # "un accord ainsi qu'un protocole"
    word = hit.entry.surface.strip(",،， ")
    rest = folded[hit.start : hit.start + 24].lstrip(",،， ")
    return any(len(longer) > len(word) and rest.startswith(f"{longer} ") for longer in pack.words["and"])


def _joins_actors(hit: Hit, row: Sentence, folded: str, pack: Pack) -> bool:
    """Whether an *and* behind a comma joins two who act: the comma closes an apposition."""
    if hit.entry.surface.strip(",،， ") not in pack.sets["and"]:
        return False
    named = any(a.end == hit.start and a.name and "," in folded[a.start : a.end] for a in row.actors)
    right = next((a for a in row.actors if a.start >= hit.end), None) if named else None
    return right is not None and all(word in pack.sets["articles"] for word in folded[hit.end : right.start].split())


def _compares(hit: Hit, folded: str, pack: Pack) -> bool:
    """Whether an *as* is written onto a clause word: most often it then is another (``كان`` is no ``ك`` + ``أن``)."""
    before = (
        folded[word_start(folded, hit.start, LONGEST) : hit.start]
        if pack.clitics and folded[hit.start].isalnum()
        else ""
    )
    return before.endswith(tuple(pack.clitics.get("markers", {}).get("as", ()))) if before else False


def _commas(row: Sentence, starts: set[int], folded: str) -> Iterator[int]:
    """The commas behind which a clause begins: where one that tells an act ends, no mere phrase."""
    low = row.span.start
    inside = (start for start in starts if row.span.start <= start < row.span.end)
    signs = (at for sign in _COMMAS for at in places_of(sign, folded, row.span.start, row.span.end - 1))
    for at in sorted({*signs, *inside}):
        if at in starts:
            low = at
        elif any(low <= cue.start < at and cue.end <= at for cue in row.cues):
            yield at
            low = at


_COMMAS = (",", "。", "!", "?")  # what ends a sentence stands within one only in a quotation, before who says so


def _clause_ends(row: Sentence, folded: str, pack: Pack) -> Iterator[int]:
    """Where words end that close a clause: participles and converbs where verbs come last."""
    ends = pack.clause_ends.find(folded, row.span.start, row.span.end)
    heads = pack.head_ends.find(folded, row.span.start, row.span.end)
    ends += [end for end in heads if any(actor.start == end + 1 for actor in row.actors)]
    for end in ends:
        if not any(actor.start < end <= actor.end for actor in row.actors):
            yield end


def _relative_clauses(row: Sentence, folded: str, regex: re.Pattern[str]) -> Iterator[int]:
    """Where relative clauses and participles behind their noun begin, and the comma that closes them."""
    for match in regex.finditer(folded, row.span.start, row.span.end):
        yield match.start()
        closing = folded.find(",", match.end(), row.span.end)
        while closing >= 0 and _in_list(row, closing):
            closing = folded.find(",", closing + 1, row.span.end)
        if closing >= 0 and not any(a.start <= closing < a.end for a in row.actors):
            yield closing


def _in_list(row: Sentence, comma: int) -> bool:
    """Whether a comma only parts actors that are told in one list."""
    before = next((a for a in reversed(row.actors) if a.end <= comma), None)
    after = next((a for a in row.actors if a.start > comma), None)
    return bool(before and after and before.list_id and before.list_id == after.list_id)


def _enumerates(colon: int, row: Sentence) -> bool:
    """Whether a list of actors follows the colon: ``three guests came: A, B and C``."""
    first = next((a for a in row.actors if a.start > colon), None)
    if first is None or first.start > colon + 3 or not first.list_id:
        return False
    if sum(a.list_id == first.list_id for a in row.actors) < 3:
        return False
    row.actors = [a for a in row.actors if not (a.ref and a.end == colon)]
    return True


def _apposition(hit: Hit, row: Sentence, pack: Pack) -> bool:
    """Whether ``, der`` stands inside an actor or right before one: ``X, der Präsident von Y``."""
    word = hit.entry.surface.strip(",،， ")
    if pack.words["articles"] and word not in pack.sets["articles"]:
        return False
    return hit.entry.surface[0] in ",،，" and any(
        hit.start < a.start <= hit.end + 1 or a.start <= hit.start < a.end for a in row.actors
    )
