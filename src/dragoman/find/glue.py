"""Glue: what stands between two units of a sentence, and the marker before or behind one."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from dragoman.find.clitics import head_of
from dragoman.lang.pack import Pack
from dragoman.text.fold import word_start

_WORD = re.compile(r"\w+")
_REACH = 40  # letters from a unit back to where its marker and articles begin, at most


@dataclass(slots=True, init=False, eq=False)
class Unit:
    """One part of an actor: a table's hit, a person's name, or a reference."""

    start: int
    end: int
    table: str
    value: str
    form: str
    suffix: str
    surface: str
    state: str | None  # whose office it is, where the office's own words say it: "head of the Pentagon"
    case: str | None  # the marker that its ending stands for, "" for the nominative
    post: str | None  # where an envoy serves, told in the office's own words
    served: str | None  # the office that the words of an office tell of whom it serves: "le porte-parole du président"

    def __init__(
        self,
        start: int,
        end: int,
        table: str,
        value: str,
        form: str = "",
        suffix: str = "",
        surface: str = "",
        state: str | None = None,
        case: str | None = None,
        post: str | None = None,
        served: str | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.table = table
        self.value = value
        self.form = form
        self.suffix = suffix
        self.surface = surface
        self.state = state
        self.case = case
        self.post = post
        self.served = served


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def spaced(words: tuple[str, ...], gap: str, name: str = "") -> str:
    """One of the words and the space behind it; a word that has lost its vowel (``l'``) is written onto the next."""
    group = f"(?P<{name}>" if name else "(?:"
    whole, cut = (tuple(w for w in words if w.endswith("'") is end) for end in (False, True))
    regex = rf"(?:{_alternatives(whole)}){gap}"
    if cut:
        regex += "|" + (rf"(?:{_alternatives(cut)})\s*")
    return f"{group}{regex})"


@functools.cache
def _glue_regex(code: str) -> re.Pattern[str]:
    from dragoman.lang.pack import load

    pack = load(code)
    gap = r"\s+" if pack.spelling.spaces else r"\s*"
    toward = tuple(word for marker in ("to", "for", "at") for word in pack.markers.get(marker, ()))
    articles = spaced(pack.words["articles"], gap)
    # adjectives behind their noun: "the envoy | special to X", "le ministre | par intérim, X"
    last = spaced(pack.words["articles"], r"(?:\s+|(?=[,،)]))")
    behind = rf"{last}*" if pack.order == "vso" or pack.adjective_after_office else ""
    return re.compile(
        rf"\s*{behind}(?:\)\s*)?(?:\([\w. -]{{2,14}}\)\s*)?"
        rf"""(?:(?P<comma>[,،、;])(?:\s*{spaced(pack.words["onward"], gap, "onward")})?"""
        r"""|(?P<paren>\()|(?P<hyphen>[-/])|(?P<quote>"))?\s*"""
        rf"{spaced(pack.words['and'], gap, 'and')}?"
        rf"{spaced(pack.markers.get('of', ()), gap, 'of')}?"
        rf"{spaced(pack.markers.get('in', ()), gap, 'in')}?"
        rf"{spaced(toward, gap, 'to')}?"
        rf"{spaced(pack.markers.get('obj', ()), gap, 'obj')}?"
        rf"{articles}*"
    )


@functools.cache
def _marker_regex(code: str) -> re.Pattern[str]:
    from dragoman.lang.pack import load

    pack = load(code)
    gap = r"\s+" if pack.spelling.spaces else r"\s*"
    parts = "|".join(spaced(words, gap, marker) for marker, words in pack.markers.items())
    edge = r"(?<!\w)" if pack.spelling.spaces else ""
    return re.compile(rf"{edge}(?:{parts}){spaced(pack.words['articles'], gap)}*$")


@functools.cache
def _marker_words(code: str) -> frozenset[str]:
    """The words of all markers and articles: what stands before any other word belongs to no marker behind it."""
    from dragoman.lang.pack import load

    pack = load(code)
    rows = (*pack.markers.values(), pack.words["articles"])
    return frozenset(part for row in rows for word in row for part in _WORD.findall(word.lower()))


def _places_of_markers(folded: str, low: int, end: int, words: frozenset[str]) -> list[int]:
    """Where the words begin, the first one first, with which a stretch of the text ends and that are all of a set."""
    places: list[int] = []
    at = end
    while True:
        while at > low and not folded[at - 1].isalnum():
            at -= 1
        begin = word_start(folded, at, at - low)
        if begin == at or folded[begin:at] not in words:
            break
        places.append(begin)
        at = begin
    places.reverse()
    return places


def glue_between(folded: str, left: Unit, right: Unit, pack: Pack) -> str:
    """The kind of what stands between two units, or ``""`` if they are not adjacent."""
    head = head_of(folded, right.start, pack)
    between = folded[left.end : head.start]
    if between == " " and not head.joins and not head.marker:
        return "direct"  # as most often
    if len(between) > _REACH:
        return ""
    kind = _glue(pack.code, between)
    if not kind:
        return ""
    if head.joins:
        return "and"
    if head.marker:
        return _clitic_glue(head.marker, left, pack)
    if kind == "onward":
        return "and" if left.table == right.table == "state" else ""  # "first to A, then to B"
    if kind == "list":
        return "comma" if left.table == right.table == "office" else "and"
    if not between and left.form == right.form == "short":
        return "and"  # one letter for each state
    return "" if kind == "quote" else kind


@functools.lru_cache(maxsize=4096)
def _glue(code: str, between: str) -> str:
    """The kind of what stands between: ``and comma paren hyphen of in to obj quote direct``, ``list`` for the comma
    that only parts what is listed, ``onward`` for one behind which a word goes on with it, empty for other words."""
    match = _glue_regex(code).fullmatch(between)
    if match is None:
        return ""
    groups = match.groupdict()
    if groups["comma"] == "、" and not groups["and"]:
        return "of" if groups["of"] else "list"
    for kind in ("onward", "and", "comma", "paren", "hyphen", "of", "in", "to", "obj", "quote"):
        if groups[kind]:
            return kind if kind != "comma" or not groups["of"] else "of"
    return "direct"


def _clitic_glue(marker: str, left: Unit, pack: Pack) -> str:
    """What a marker written onto the right unit makes of the two: behind some offices ``to`` tells whose they are."""
    if marker == "to" and left.table == "office" and left.value in pack.clitics.get("of", ()):
        return "of"
    return marker if marker in ("in", "to") else ""


@functools.cache
def _postposition_regex(code: str) -> re.Pattern[str]:
    from dragoman.lang.pack import load

    parts = (f"(?P<{marker}>{_alternatives(words)})" for marker, words in load(code).postpositions.items())
    return re.compile(rf"""(?:\s*\([^()]{{2,40}}\))?["']?\s+(?:{"|".join(parts)})(?!\w)""")


def marker_behind(folded: str, end: int, pack: Pack) -> str:
    """The marker whose word stands behind a place of the text."""
    if not pack.postpositions:
        return ""
    match = _postposition_regex(pack.code).match(folded, end)
    return (match.lastgroup or "") if match else ""


def _marker_that_ends(folded: str, end: int, pack: Pack) -> str:
    """The first marker, with articles behind it, that ends at a place; tried only at words that are of markers."""
    low = max(0, end - _REACH)
    if not pack.spelling.spaces:
        if not _may_end_with_marker(folded, low, end, pack):
            return ""
        match = _marker_regex(pack.code).search(folded, low, end)
        return (match.lastgroup or "") if match else ""
    for place in _places_of_markers(folded, low, end, _marker_words(pack.code)):
        if marker := _marker_of(pack.code, folded[place:end]):
            return "" if marker == "of" and _is_article(folded, place, end, pack) else marker
    return ""


def _is_article(folded: str, start: int, end: int, pack: Pack) -> bool:
    """Whether a word that may also be the article of a plural is one, as what begins a sentence or clause:
    ``Des soldats russes ont ...``."""
    if not pack.words["plural_articles"] or folded[start:end].split()[0] not in pack.sets["plural_articles"]:
        return False
    if start == 0 or folded[start - 1] in _OPENS:
        return True
    before = folded[max(0, start - _REACH) : start].rstrip()
    if not before or before[-1] in _CLOSES:
        return True
    return before[word_start(before, len(before), _REACH) :] in _clause_words(pack.code)


_OPENS, _CLOSES = '"\n', ".!?:;\n"


@functools.cache
def _clause_words(code: str) -> frozenset[str]:
    """The last words of those with which clauses begin."""
    from dragoman.lang.pack import load

    return frozenset(word.split()[-1].lower() for word in load(code).words["clause"])


@functools.lru_cache(maxsize=4096)
def _marker_of(code: str, words: str) -> str:
    """The marker that some words are, with the articles behind it; empty if they are none."""
    match = _marker_regex(code).match(words)
    return (match.lastgroup or "") if match else ""


def _may_end_with_marker(folded: str, low: int, end: int, pack: Pack) -> bool:
    """Whether a marker's word ends a stretch of the text, behind it articles at most: no other need be searched."""
    words, articles = _unspaced_words(pack.code)
    while True:
        while end > low and folded[end - 1].isspace():
            end -= 1
        if folded.endswith(words, low, end):
            return True
        article = next((word for word in articles if folded.endswith(word, low, end)), "")
        if not article:
            return False
        end -= len(article)


@functools.cache
def _unspaced_words(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of all markers, and the articles, the longest first."""
    from dragoman.lang.pack import load

    pack = load(code)
    articles = sorted((word.lower() for word in pack.words["articles"]), key=len, reverse=True)
    return tuple(sorted({word.lower() for words in pack.markers.values() for word in words})), tuple(articles)


def marker_before(folded: str, start: int, pack: Pack) -> str:
    """The marker whose word stands before a place of the text, articles skipped."""
    head = head_of(folded, start, pack)
    if head.marker or head.joins:
        return head.marker
    marker = _marker_that_ends(folded, head.start, pack)
    return "" if marker == "none" else marker
