"""Cues: patterns of the pack confirmed in each sentence, and those that longer ones leave nothing to tell."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from dragoman.find.mention import Cue, Sentence
from dragoman.lang.matcher import Anchored, Matcher, Pattern, Words
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import begins_word, find_word, places_of, word_start
from dragoman.text.sentences import Span


def find_cues(rows: list[Sentence], folded: str, anchored: list[Anchored | None], finder: Matcher) -> None:
    """Confirm the patterns whose anchors were seen, sentence by sentence."""
    for row, found in zip(rows, anchored, strict=True):
        if found is not None:
            _confirm(row, found, folded, finder)
    for row in rows:
        aside = asides(row)
        if aside:
            row.cues = [cue for cue in row.cues if not _in_aside(cue, aside)]
            row.rules = [r for r in row.rules if r.pattern.table != "qualifier" or not _in_aside(r, aside)]
        _mask(row)
        if finder.pack.clitics:
            _part(row, folded, finder.pack)
        row.cues.sort(key=lambda cue: (cue.start, -cue.end))
        row.rules.sort(key=lambda cue: (cue.start, -cue.end))


def _confirm(row: Sentence, found: Anchored, folded: str, finder: Matcher) -> None:
    """Try the patterns at the places where their matches begin, or in all of the sentence."""
    spelling, patterns, end = finder.pack.spelling, finder.patterns, row.span.end
    sentence = Words(folded[row.span.start : end])
    tried: list[tuple[int, int]] = []
    for place, numbers in found.leading:
        tried += [(number, place) for number in numbers if patterns[number].possible(sentence, spelling)]
    tried += [(number, -1) for number in found.anywhere if patterns[number].possible(sentence, spelling)]
    tried.sort()  # of two that match the same words, the first of the pack
    last, done = -1, -1
    for number, place in tried:
        pattern = patterns[number]
        if place < 0:
            _search(row, pattern, sentence, folded, finder.pack)
            continue
        if number != last:
            last, done = number, -1
        begin = word_start(folded, place) if spelling.prefix else place
        if begin >= done:
            match = pattern.regex(spelling).match(folded, begin, end)
            if match:
                done = match.end()
                _add_cue(row, pattern, match, folded, finder.pack)


def asides(row: Sentence) -> list[Cue]:
    """What is told only as the occasion of something else: ``on the sidelines of the summit``."""
    return row.status_words("aside")


def _in_aside(cue: Cue, asides: list[Cue]) -> bool:
    return any(aside.start <= cue.start and cue.end <= aside.end for aside in asides)


def _mask(row: Sentence) -> None:
    """Leave out the cues and rules inside a longer word that is none (cues of the kind ``none``)."""
    masks = [cue for cue in row.cues if cue.pattern.value == "none"]
    if masks:
        row.cues = [cue for cue in row.cues if cue not in masks and not _within(cue, masks)]
        row.rules = [rule for rule in row.rules if not _within(rule, masks)]


def _part(row: Sentence, folded: str, pack: Pack) -> None:
    """Leave out the cues whose gap reaches into a clause that a verb with an *and* begins behind a comma, where another
    cue begins with the same word: ``أدانت مصر الهجوم، وطالبت ..``."""
    conjunctions = tuple(pack.clitics.get("and", ()))
    joined = {
        cue.start
        for cue in row.cues
        if cue.pattern.group and cue.pattern.group.verb and cue.clitic.startswith(conjunctions)
        if folded.endswith(", ", row.span.start, cue.start)
    }
    if not joined:
        return
    whole = {cue.start for cue in row.cues if not any(cue.start < at < cue.end for at in joined)}
    row.cues = [cue for cue in row.cues if cue.start not in whole or not any(cue.start < at < cue.end for at in joined)]


def _within(cue: Cue, masks: list[Cue]) -> bool:
    """Whether a cue stands inside a mask (or begins there, with ``content``); a type masks only cues of that kind."""
    inside = (
        mask
        for mask in masks
        if mask.start <= cue.start < mask.end
        and (cue.end <= mask.end or (mask.pattern.group and mask.pattern.group.content))
    )
    own = (cue.pattern.group.type if cue.pattern.group else None) or cue.pattern.value
    return any(mask.pattern.group and mask.pattern.group.type in (None, cue.pattern.value, own) for mask in inside)


def _search(row: Sentence, pattern: Pattern, sentence: Words, folded: str, pack: Pack) -> None:
    """All matches of a pattern in a sentence that begin at a word boundary."""
    at, end, heads = row.span.start, row.span.end, pattern.told_heads(pack.spelling)
    if heads.first is not None or heads.literals:
        if heads.first is not None:
            places = _beginnings(sentence.beginning(heads.first), folded, row.span)
        else:
            places = _words_with(heads.literals, folded, row.span)
        for place in places:
            match = pattern.regex(pack.spelling).match(folded, place, end) if place >= at else None
            if match:
                _add_cue(row, pattern, match, folded, pack)
                at = max(match.end(), place + 1)
        return
    regex = pattern.regex(pack.spelling)
    while match := regex.search(folded, at, end):
        if not pack.spelling.spaces or begins_word(folded, match.start()):
            _add_cue(row, pattern, match, folded, pack)
            at = max(match.end(), match.start() + 1)
        else:
            at = match.start() + 1


def _beginnings(heads: Iterable[str], folded: str, span: Span) -> list[int]:
    """The places in a sentence where words begin with one of the heads."""
    places: list[int] = []
    for letters in heads:
        places += [at for at in places_of(letters, folded, span.start, span.end) if begins_word(folded, at)]
    places.sort()
    return places


def _words_with(literals: Iterable[str], folded: str, span: Span) -> list[int]:
    """The places in a sentence where words begin that hold one of the literals."""
    places: set[int] = set()
    for letters in literals:
        found = places_of(letters, folded, span.start, span.end)
        places.update([max(word_start(folded, at), span.start) for at in found])
    return sorted(places)


def _add_cue(row: Sentence, pattern: Pattern, match: re.Match[str], folded: str, pack: Pack) -> None:
    start, end = match.span()
    if end > start:
        clitic = match.group("clitic") if pack.spelling.prefix else ""
        passive = pattern.group is not None and _passive(folded, Span(start, end), row.span, pack)
        # the comma that a pattern may end with begins the next clause
        cue = Cue(start, end - (folded[end - 1] == ","), pattern, passive, clitic)
        (row.cues if pattern.group else row.rules).append(cue)


@functools.cache
def _auxiliary(code: str) -> re.Pattern[str]:
    """The auxiliary of the passive before a participle, or anywhere in its clause."""
    pack = load(code)
    words = "|".join(re.escape(word) for word in pack.passive_words) or "(?!)"
    if pack.order == "svo":
        own = "".join(rf"(?<!\b{re.escape(word)})" for word in pack.words["reflexive"])  # "s'est dit" is no passive
        return re.compile(rf"(?<!\w){own}(?:{words})\s+(?:\w+\s+)?$")
    return re.compile(rf"(?:{words})(?!\w)")


def _passive(folded: str, cue: Span, span: Span, pack: Pack) -> bool:
    """Whether a cue's verb is a passive: a participle, with its auxiliary where the language has one."""
    words = folded[cue.start : cue.end].split()
    if pack.order == "sov":
        return pack.looks("participle", words[-1])
    first = pack.looks("participle", words[0])
    if not pack.passive_words:
        return first
    if pack.order == "svo":
        low = max(span.start, cue.start - 30)
        return first and _auxiliary(pack.code).search(folded, low, cue.start) is not None
    last = len(words) > 1 and pack.looks("participle", words[-1])
    first = first and not pack.looks("infinitive", words[0])
    if not first and not (last and not pack.looks("infinitive", words[-1])):
        return False
    # the auxiliary stands in the same clause: no further than the next comma on either side
    low = max(folded.rfind(",", span.start, cue.start), span.start)
    high = folded.find(",", cue.end, span.end)
    return find_word(_auxiliary(pack.code), folded, low, high if high >= 0 else span.end) is not None
