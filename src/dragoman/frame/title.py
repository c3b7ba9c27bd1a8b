"""How a document is called: its noun with what belongs to it, without the sentence around (codebook, slot ``name``)."""

from __future__ import annotations

import functools
import re

from dragoman.find.mention import ActorMention, Cue
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import load
from dragoman.text.sentences import Span

_BEFORE = 6  # words that may stand before a noun in its name
_ABOUT = 14  # before one that stands behind what it is on
_LIST = 40  # letters of the parts of a list
_WORD = re.compile(r"\S+")
_TITLED = re.compile("《[^《》\n]+》")
_OPEN, _CLOSE = '«“„"《(', '»”"》)'
_COMMAS = ",;:،؛"
_STOPS = ",;:،؛.!?"
_MARKS = " \t\n.,;:!?·–—،。，；"


def title(view: View, noun: Hit, nouns: list[Hit]) -> str:
    """The name of a document as the text writes it; of one between told parties without these."""
    text, pack = view.scan.text, view.scan.pack
    low = max([view.sentence.span.start, *(hit.end for hit in nouns if hit.end <= noun.start)])
    if not pack.spelling.spaces:
        return _unspaced(view, noun, low)
    start = _first(view, noun, low)
    if pack.order == "sov":
        return _nominative(view, noun, _plain(text[start : noun.end]))
    return _joined(text, [(start, noun.end), *_complement(view, noun, _next(view, noun, nouns))])


def _nominative(view: View, noun: Hit, name: str) -> str:
    """A name without the case that its noun's suffix ends with."""
    case = view.scan.pack.document_name.get("case")
    bare = case.sub("", name) if case and noun.case else name
    return bare if len(name) - len(bare) <= len(noun.suffix) else name


def institution(view: View, noun: Hit) -> str:
    """The name of a joint body: its noun with the words before it, and what it is for where a word says so."""
    text, pack = view.scan.text, view.scan.pack
    if not pack.spelling.spaces or noun.entry.value == "mission":
        return text[noun.start : noun.end]
    low = max([view.sentence.span.start, *(hit.end for hit in view.sentence.bodies if hit.end <= noun.start)])
    start = _first(view, noun, low)
    if pack.order == "sov":
        return _nominative(view, noun, _plain(text[start : noun.end]))
    ends = [a.start for a in view.sentence.actors if a.start >= noun.end and a.marker == "of"]
    high = min([view.sentence.span.end, *ends])  # whose it is is told apart
    word = _WORD.search(text, noun.end, high)
    leads = (*_about(view), *pack.markers.get("of", ()))
    about = word is not None and _bare(view, Span(*word.span())) in leads
    return _joined(text, [(start, noun.end), *(_complement(view, noun, high) if about else ())])


def _next(view: View, noun: Hit, nouns: list[Hit]) -> int:
    """Where the next document begins: the next noun of the act, or one that an *and* or comma parts from this."""
    for hit in view.sentence.documents:
        between = view.scan.folded[noun.end : hit.start].split()
        joined = any(word in view.scan.pack.sets["and"] or word.endswith(",") for word in between)
        if hit.start >= noun.end and (hit in nouns or joined):
            return hit.start
    return view.sentence.span.end


def _joined(text: str, parts: list[tuple[int, int]]) -> str:
    """The stretches of a name as one."""
    return _plain(" ".join(told for part in parts if (told := text[slice(*part)].strip())))


def _plain(name: str) -> str:
    """Without the marks around it, and brackets or quotation marks that only open or only close."""
    name = name.strip(_MARKS)
    if name[:1] in _OPEN and not any(mark in _CLOSE for mark in name[1:]):
        name = name[1:]
    if name[-1:] in _CLOSE and not any(mark in _OPEN for mark in name[:-1]):
        name = name[:-1]
    return name.strip(_MARKS)


def _unspaced(view: View, noun: Hit, low: int) -> str:
    """Where no spaces part words and nouns stand last: the whole of a title in its marks, else from the verb on."""
    text, ends = view.scan.text, view.scan.pack.document_name.get("ends")
    for match in _TITLED.finditer(text, *view.sentence.span):
        if match.start() < noun.start < match.end():
            return match.group()
    stops = [match.end() for match in ends.finditer(view.scan.folded, low, noun.start)] if ends else []
    stops += [at + 1 for at in range(low, noun.start) if text[at] in "，、；：,》"]
    return _plain(text[max([low, *stops]) : noun.end])


def _words(view: View, low: int, high: int) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(view.scan.text, low, high)]


def _words_before(text: str, low: int, high: int, most: int) -> list[Span]:
    """The last words of a stretch, the last one first."""
    words: list[Span] = []
    for word in reversed(text[low:high].rsplit(None, most)[-most:]):
        start = text.rindex(word, low, high)
        words.append(Span(start, start + len(word)))
        high = start
    return words


def _bare(view: View, word: Span) -> str:
    return view.scan.folded[word.start : word.end].strip('«»“”„"()[]،.,;:!?')


def _first(view: View, noun: Hit, low: int) -> int:
    """Where the name begins: with the number, adjectives and nouns right before its noun; where nouns follow what they
    are on (``ticarət haqqında saziş``) with that."""
    text, forms, start = view.scan.text, view.scan.pack.document_name, noun.start
    if text[max(noun.start - 1, 0)] == "-":
        start = max(text.rfind(" ", low, noun.start) + 1, low)  # "UN-Vertrag"
    last, about, taken = view.scan.pack.order == "sov", False, 0
    for word in _words_before(text, low, start, max(_ABOUT, _BEFORE) + 1):
        bare = _bare(view, word)
        if last and text[word.end - 1] in _CLOSE and (opening := _opening(text, low, word.end - 1)) >= 0:
            return opening
        if text[word.end - 1] in _STOPS or any(mark in _CLOSE for mark in text[slice(*word)]):
            break
        about = about or ("about" in forms and forms["about"].fullmatch(bare) is not None)
        if taken >= (_ABOUT if about else _BEFORE):
            return noun.start
        if _stops(view, word, bare, noun, about) or not (about or _attribute(view, word, bare, noun)):
            placed = bare in view.scan.pack.markers.get("in", ()) and text[start].isupper() > text[noun.start].isupper()
            return text.find(" ", start) + 1 if placed else start  # "in Ahlen Verträge"
        start, taken = word.start, taken + 1
    return start


def _opening(text: str, low: int, close: int) -> int:
    """Where the quotation opens that closes at a place; -1 if nowhere."""
    return max(text.rfind(mark, low, close) for mark in _OPEN)


def _attribute(view: View, word: Span, bare: str, noun: Hit) -> bool:
    """Whether a word may stand before the noun: a number, a topic or place, else what the pack tells."""
    regex = view.scan.pack.document_name.get("before")
    if regex is None or bare.isdigit() or regex.fullmatch(bare):
        return True
    if view.scan.pack.order != "sov":
        return False
    told = [*view.sentence.topics, *(hit for hit in view.sentence.places if not hit.suffix)]
    text = view.scan.text  # "Bişkek Bildirisi": a title
    titled = word.end + 1 == noun.start and text[word.start].isupper() and text[noun.start].isupper()
    return (titled and word.start > view.sentence.span.start) or any(
        hit.start <= word.start and word.end <= hit.end for hit in told
    )


def _joins(view: View, word: Span, noun: Hit) -> bool:
    """Whether an *and* joins words of a name: ``Trade and Transit Pact``, ``Freundschafts- und Handelsvertrag``."""
    text = view.scan.text
    before = text[: word.start].rstrip().rsplit(None, 1)[-1:]
    titled = view.scan.pack.capitals == "names" and text[noun.start].isupper()
    return bool(before) and (before[0].endswith("-") or (titled and before[0][0].isupper()))


def _stops(view: View, word: Span, bare: str, noun: Hit, about: bool) -> bool:
    """Whether a word before a noun is none of its name: an article, a preposition, a verb, who acts, a day."""
    pack = view.scan.pack
    if bare in pack.sets["and"] and not about:
        return not _joins(view, word, noun)
    if _ended(view, word, bare) or (not about and bare in _markers(view) and not _is(view, "before", bare)):
        return True
    if any(bare == row for rows in pack.postpositions.values() for row in rows) and not _is(view, "about", bare):
        return True
    cues = [cue for cue in view.sentence.cues if not (cue.start < word.start and cue.end > noun.start)]
    if any(_verb(cue, word, about) for cue in cues):
        return True
    actor = next((a for a in view.sentence.actors if a.start < word.end and word.start < a.end), None)
    if actor is not None:
        return not (
            actor.weak or view.scan.folded[actor.end : actor.end + 1] == "-" or _of_what(view, actor, noun, about)
        )
    if any(p.start <= word.start < p.end and view.marked(p, ("in", "from", "to")) for p in view.sentence.places):
        return True
    day = next((d for d in view.sentence.dates if d.start < word.end and word.start < d.end), None)
    return day is not None and not (day.unit == "year" and (bare.isdigit() or about))


def _of_what(view: View, actor: ActorMention, noun: Hit, about: bool) -> bool:
    """Whether an actor where nouns stand last only tells which document it is: ``Bişkek Bildirisi``."""
    if view.scan.pack.order != "sov" or actor.office or actor.marker or actor.ref:
        return False
    return noun.start - actor.end == 1 and not about and not actor.name and not actor.possessive


def _verb(cue: Cue, word: Span, about: bool) -> bool:
    """Whether a word belongs to a cue that tells what is done to documents, or is a verb."""
    group = cue.pattern.group
    acts = group is not None and (group.kind == "document" or (not about and (group.kind == "statement" or group.verb)))
    return acts and cue.start <= word.start < cue.end


def _is(view: View, form: str, bare: str) -> bool:
    regex = view.scan.pack.document_name.get(form)
    return regex is not None and regex.fullmatch(bare) is not None


def _ended(view: View, word: Span, bare: str) -> bool:
    """Whether a word is in no name of a document: an article before one, an auxiliary, what the pack tells."""
    pack = view.scan.pack
    return not bare or bare in pack.passive_words or _is(view, "ends", bare)


def _markers(view: View) -> frozenset[str]:
    return _leading(view.scan.pack.code)


@functools.cache
def _leading(code: str) -> frozenset[str]:
    """Articles and prepositions of a language."""
    pack = load(code)
    return frozenset((*pack.words["articles"], *(word for row in pack.markers.values() for word in row)))


def _complement(view: View, noun: Hit, high: int) -> list[tuple[int, int]]:
    """The stretches behind a noun that tell what it is on: ``with A``, ``between A and B`` only where such follow."""
    word = _WORD.search(view.scan.text, noun.end, high)
    if word is None or word.start() == noun.end or not _follows(view, Span(*word.span())):
        return []
    limit = _limit(view, noun, high)
    parties = _parties(view, noun, limit)
    if parties is None:
        return [(noun.end, _trimmed(view, noun.end, limit))]
    behind = [word for word in _words(view, parties[1], limit) if word.start >= parties[1]]
    goes_on = bool(behind) and _bare(view, behind[0]) in _about(view)
    far = parties[0] - noun.end > _LIST or _marks(view, parties[0]) == "with"
    if goes_on and far:
        return [(noun.end, _trimmed(view, noun.end, limit))]  # "the agreement with A on trade"
    first = (noun.end, _trimmed(view, noun.end, parties[0]))
    return [first, (parties[1], _trimmed(view, parties[1], limit))] if goes_on else [first]


def _marks(view: View, at: int) -> str:
    return next((actor.marker for actor in view.sentence.actors if actor.start == at), "")


def _follows(view: View, word: Span) -> bool:
    forms = view.scan.pack.document_name
    bracket = view.scan.text[word.start] == "(" and view.scan.text[word.end - 1] in "),."
    leads = view.scan.folded[: word.start].rstrip().endswith(_about(view))  # the noun's own last word
    return bracket or leads or "follows" not in forms or _is(view, "follows", _bare(view, word))


def _about(view: View) -> tuple[str, ...]:
    """Words that begin what a document is on."""
    pack = view.scan.pack
    return (*pack.markers.get("on", ()), *pack.markers.get("for", ()))


def _parties(view: View, noun: Hit, limit: int) -> tuple[int, int] | None:
    """The stretch that tells between whom or with whom a document is, right behind its noun or what it is on."""
    told = [a for a in view.sentence.actors if noun.end <= a.start < limit and a.marker in ("between", "with")]
    rows = [a for a in told if a.ref or (a.form in ("state", "capital", "org", "adj") and not a.office)]
    if not rows:
        return None
    last = max(
        (a for a in view.sentence.actors if a is rows[0] or (rows[0].list_id and a.list_id == rows[0].list_id)),
        key=lambda a: a.end,
    )
    return rows[0].start, min(last.end, limit)


def _limit(view: View, noun: Hit, high: int) -> int:
    """Where what belongs to a noun ends at the latest: a clause or its verb, who acts, the place and day of the act."""
    row, text = view.sentence, view.scan.text
    stops = [high, *(at for at in row.barriers if at >= noun.end)]
    stops += [cue.start for cue in row.cues if cue.start >= noun.end and _act(cue)]
    stops += [rule.start for rule in row.rules if rule.start >= noun.end and rule.pattern.value in ("planned", "done")]
    stops += [a.start for a in row.actors if a.start >= noun.end and _apart(a)]
    stops += [p.start for p in row.places if p.start >= noun.end and view.marked(p, ("in",))]
    stops += [d.start for d in row.dates if d.start >= noun.end and not _term(view, d.unit, d.start)]
    rows = _words(view, noun.end, min(stops))
    limit = min([*stops, *(word.start for word in rows if _ended(view, word, _bare(view, word)))])
    commas = (word.end for word in rows if text[word.end - 1] in _COMMAS and word.end < limit)
    return next((comma for comma in commas if not _lists(view, comma, limit)), limit)


def _act(cue: Cue) -> bool:
    """Whether a cue behind a document's noun tells what is done, and not what it is on."""
    group = cue.pattern.group
    return group is not None and (group.kind == "document" or group.verb or (cue.passive and not group.content))


def _apart(actor: ActorMention) -> bool:
    """Whether an actor behind a document's noun is who acts, or where: none of its name."""
    if actor.marker in ("by", "after", "as", "in"):
        return True
    return (
        not actor.marker and not actor.attributive and bool((actor.office and actor.state) or actor.name or actor.ref)
    )


def _term(view: View, unit: str, at: int) -> bool:
    """Whether a date is a document's own: its year, or the years that it is for."""
    return unit == "year" and view.marker_before(at) in ("", "of", "for")


def _lists(view: View, comma: int, limit: int) -> bool:
    """Whether a comma parts what a document is on: an *and* follows before the next verb, article or actor."""
    pack = view.scan.pack
    if view.scan.text[comma - 1] not in ",،":
        return False
    for word in _words(view, comma, min(limit, comma + _LIST)):
        bare = _bare(view, word)
        if bare in pack.sets["and"]:
            return word.start > comma + 1
        if bare in pack.sets["articles"] or bare in _markers(view):
            return False
    return False


def _trimmed(view: View, low: int, high: int) -> int:
    """The end of a stretch without the articles, prepositions and *and* that only lead to what follows."""
    pack = view.scan.pack
    rows = _words(view, low, high)
    loose = {*_markers(view), *pack.words["and"], *pack.words["negation"]}
    while rows and (_bare(view, rows[-1]) in loose or _is(view, "loose", _bare(view, rows[-1]))):
        rows.pop()
    return rows[-1].end if rows else low
