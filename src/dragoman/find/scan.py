"""A text with everything found in it: the matcher's hits sorted into sentences, actors joined, cues confirmed."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.find.actors import group_actors
from dragoman.find.cabinets import joint_cabinets
from dragoman.find.clauses import barriers
from dragoman.find.combining import with_combining
from dragoman.find.cues import asides, find_cues
from dragoman.find.dates import find_dates
from dragoman.find.departments import with_departments
from dragoman.find.glue import Unit, glue_between, marker_behind
from dragoman.find.groups import Told, with_groups
from dragoman.find.headed import name_headed
from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.find.names import NameFinder
from dragoman.find.obliques import mark_obliques
from dragoman.find.persons import is_given_name, likely_names
from dragoman.find.seats import seats_of
from dragoman.find.shorts import find_shorts, outside_names
from dragoman.find.units import longest, titled_states, titles, units_of
from dragoman.lang.matcher import Anchored, Found, Hit, matcher
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold
from dragoman.text.sentences import Span, sentences


@dataclass(slots=True)
class Scan:
    """A text, its folded view and its sentences."""

    text: str
    folded: str
    pack: Pack
    sentences: list[Sentence]


@dataclass(slots=True)
class Glance:
    """What is looked for in a text first: the words that may stand for states, and those states. ``untold`` are the
    hits that only their surroundings tell."""

    text: str
    folded: str
    pack: Pack
    found: list[Found]
    hits: list[Hit]
    untold: list[Hit]
    states: set[str]


@dataclass(slots=True)
class Sight:
    """What the matcher sees in a text, before its sentences are read."""

    text: str
    folded: str
    pack: Pack
    spans: list[Span]
    hits: list[Hit]
    anchored: list[Anchored | None]


def glance(text: str, lang: str) -> Glance:
    """Find the states and organisations that words of a text may stand for; no mention stands for another, but for
    those from which the dispatch speaks."""
    finder = matcher(lang)
    pack = finder.pack
    folded = fold(text, pack.spelling.turkic)
    found = finder.find(folded)
    hits = outside_names(with_combining(finder.states(text, folded, found), folded), folded, pack)
    untold = find_shorts(folded, hits, pack)
    untold += seats_of([*hits, *untold], folded, pack)
    hits = _without_other_meanings([*hits, *untold], text)
    states = {hit.entry.form if hit.entry.table == "place" else hit.entry.value for hit in hits if _tells(hit)}
    for hit in hits if pack.office_states else ():
        if hit.entry.table == "office":
            states.update(pack.office_states.get(folded[hit.start : hit.end], "").split("|"))
    return Glance(text, folded, pack, found, hits, untold, states - {"", "-"})


def _tells(hit: Hit) -> bool:
    return hit.entry.table in ("state", "org", "place")


def look(seen: Glance) -> Sight:
    """Find the surfaces of the pack in a text, and in each sentence the anchors of patterns."""
    text, folded, pack = seen.text, seen.folded, seen.pack
    spans = sentences(text, pack)
    hits, anchored = matcher(pack.code).scan(text, folded, seen.found, spans)
    hits = outside_names(with_combining(hits, folded), folded, pack)
    hits = _without_other_meanings([*hits, *seen.untold], text)
    return Sight(text, folded, pack, spans, hits, anchored)


def scan(text: str, lang: str) -> Scan:
    """Find everything the pack knows in a text."""
    return read(look(glance(text, lang)))


def topics_told(text: str, lang: str) -> list[str]:
    """The topics that the words of a headline tell, none from a word in the name of a state, organisation or office:
    nobody who is named in it need be known for that."""
    hits = look(glance(text, lang)).hits
    words = [hit for hit in hits if hit.entry.table == "topic"]
    others = [hit for hit in hits if hit.entry.table in _NAMING] + [hit for hit in words if hit.entry.value == "none"]
    told = [hit for hit in words if not any(other.start <= hit.start < other.end for other in others)]
    return [hit.entry.value for hit in told if not any(_within(hit, other) for other in told)]


_NAMING = ("state", "org", "office", "institution")


def unread(seen: Glance) -> Scan:
    """A text of which no sentence is read."""
    return Scan(seen.text, seen.folded, seen.pack, [])


def read(sight: Sight, first: int | None = None) -> Scan:
    """Read the sentences of a text, or only the first ones."""
    text, folded, pack, hits = sight.text, sight.folded, sight.pack, sight.hits
    spans = sight.spans[:first]
    rows = [Sentence(span) for span in spans]
    _number_paragraphs(text, rows)
    buckets = _by_sentence(hits, [span.start for span in spans], spans)
    find_cues(rows, folded, sight.anchored[:first], matcher(pack.code))
    told = frozenset(
        h.entry.form if h.entry.table == "place" else h.entry.value for h in hits if h.entry.table in _WHERE
    )
    group = Told()
    units = []
    for bucket, row in zip(buckets, rows, strict=True):
        found = with_groups(units_of(bucket, text, folded, pack, told), bucket, text, folded, pack, group)
        if pack.words["departments"]:
            found = with_departments(found, bucket, row.cues, folded, pack)
        units.append(_with_references(found, row, text, folded, pack))
    if pack.words["noun_or_verb"]:
        for row, bucket in zip(rows, buckets, strict=True):
            ends = {hit.end for hit in bucket if hit.entry.table in ("state", "org", "clause", "date")}
            row.cues = [cue for cue in row.cues if not _is_noun(cue, ends, folded, pack)]
    names = NameFinder(text, folded, pack)
    for row, bucket, chosen in zip(rows, buckets, units, strict=True):
        names.look(row, chosen, bucket)
    names.settle()
    for row, bucket, chosen in zip(rows, buckets, units, strict=True):
        _fill(row, bucket, names.add(row.span, chosen), text, folded, pack)
    return Scan(text, folded, pack, rows)


_WHERE = ("state", "place")


def _without_other_meanings(hits: list[Hit], text: str) -> list[Hit]:
    """Leave out abbreviations of organisations that the text itself explains otherwise, initial by initial:
    ``la commission électorale indépendante (CEI)`` is not the Commonwealth of Independent States."""
    organisations = [hit for hit in hits if hit.entry.table == "org"]
    told = {hit.end: hit.entry.value for hit in organisations}
    others: set[str] = set()
    alone: dict[str, str] = {}
    for hit in organisations:
        short = text[hit.start : hit.end]
        if not short.isupper() or text[hit.start - 1 : hit.start] != "(":
            if short.isupper() and len(short) >= _LETTERS:
                alone[short] = hit.entry.value
            continue
        before = len(text[: hit.start - 1].rstrip())
        words = text[max(0, before - _EXPLAINED) : before].split()[-2 * len(short) :]
        initials = [unicodedata.normalize("NFD", word[0])[0] for word in words if len(word) > _SMALL]
        if told.get(before) != hit.entry.value and "".join(initials[-len(short) :]).upper() == short:
            others.add(short)
    named = {hit.entry.value for hit in organisations if not text[hit.start : hit.end].isupper()}
    untold = [short for short, value in alone.items() if value not in named]
    if untold:
        initials_told = _spelled_out(text)
        others.update(short for short in untold if short in initials_told)
    if not others:
        return hits
    return [hit for hit in hits if hit.entry.table != "org" or text[hit.start : hit.end] not in others]


def _spelled_out(text: str) -> str:
    """The initials of the long words of a text, small words left out and others told by a blank: an institution that
    is told in full has its abbreviation's, though nothing joins the two (``la commission électorale indépendante`` and,
    further on, ``la CEI``)."""
    words = (word for word in text.split() if len(word) > _SMALL)
    letters = (_initial(w[0]) + ("" if w[-1].isalpha() else " ") if len(w) >= _LONG else " " for w in words)
    return "".join(letters)


def _initial(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].upper()


_LETTERS, _LONG = 3, 8  # of an abbreviation and of a long word, at least
_EXPLAINED = 90  # letters before an abbreviation in which its words stand
_SMALL = 3  # letters of words that have no initial in an abbreviation


def _is_noun(cue: Cue, ends: set[int], folded: str, pack: Pack) -> bool:
    """Whether a word that may be a verb or a noun (``رفض``) is a noun: it hangs on the word before it.

    A verb follows a sign, an *and*, a clause word or what may be its subject: a definite noun or a name.
    """
    whole = _NEXT_WORD.match(" " + folded[cue.start : cue.end])
    if cue.clitic and whole is not None and is_given_name(whole.group(1)):
        return True  # "فيصل" is a name, no "ف" + "يصل"
    start, word = cue.start + len(cue.clitic), _NEXT_WORD.match(" " + folded[cue.start + len(cue.clitic) : cue.end])
    if not (cue.pattern.group and cue.pattern.group.verb) or word is None or start < 2:
        return False
    if word.group(1) not in pack.sets["noun_or_verb"]:
        return False
    if cue.clitic:
        return not cue.clitic.startswith(tuple(pack.clitics["and"]))
    before = _LAST_WORD.search(folded, max(0, cue.start - 24), cue.start)
    if before is None or before.start(1) == 0 or cue.start - 1 in ends:
        return False
    told = before.group(1)
    known = (*pack.words["clause"], *pack.words["negation"], *pack.words["adverbs"], *pack.words["before_verb"])
    if told in known or told.startswith(tuple(pack.clitics["article"][:1])):
        return False
    return not is_given_name(told) and told not in likely_names()


_LAST_WORD = re.compile(r"(\w+) $")


def _number_paragraphs(text: str, rows: list[Sentence]) -> None:
    number, end = 0, 0
    for row in rows:
        number += "\n" in text[end : row.span.start]
        row.paragraph, end = number, row.span.end


def _by_sentence(hits: Iterable[Hit], starts: list[int], spans: list[Span]) -> list[list[Hit]]:
    buckets: list[list[Hit]] = [[] for _ in spans]
    for hit in hits:
        at = bisect_right(starts, hit.start) - 1
        if at >= 0 and hit.end <= spans[at].end:
            buckets[at].append(hit)
    return buckets


def _fill(row: Sentence, bucket: list[Hit], units: list[Unit], text: str, folded: str, pack: Pack) -> None:
    titled = titles(bucket, text)
    units, cabinets = joint_cabinets(units, folded, pack)
    places = (hit for hit in bucket if hit.entry.table == "place" or hit.entry.form == "capital")
    row.places = longest(hit for hit in places if hit.end + 1 not in titled)
    if not pack.spelling.spaces:
        # "罗马" is no place in "罗马尼亚"
        longer = [(u.start, u.end) for u in units if u.table in ("state", "org", "place", "person")]
        row.places = [
            hit
            for hit in row.places
            if not any(s <= hit.start and hit.end <= e and e - s > hit.end - hit.start for s, e in longer)
        ]
    row.documents = _without_abbreviations(longest(hit for hit in bucket if hit.entry.table == "document"), folded)
    if not pack.spelling.spaces:
        row.documents = _heads(row.documents, folded, pack)
        row.titled = titled_states(bucket, text)
    if pack.spelling.spaces:
        row.documents = [_counted(hit, folded, pack) for hit in row.documents]
    row.documents = [hit for hit in row.documents if hit.entry.value != "none"]
    named = [unit for unit in units if unit.table in ("org", "institution") and unit.value != "side"]
    masks = named + [unit for unit in units if unit.form == "capital"]
    states = [unit for unit in units if unit.table == "state" and unit.form == "name"]
    # an organisation's own council is no joint body
    row.bodies = [
        hit
        for hit in longest(hit for hit in bucket if hit.entry.table == "body")
        if hit.entry.value != "none" and not any(_inside_own(hit, unit) for unit in units)
    ]
    row.bodies = [b for b in row.bodies if not any(c.start < b.end and b.start < c.end for c in cabinets)] + cabinets
    row.bodies.sort(key=lambda hit: hit.start)
    row.cues = [c for c in row.cues if c.pattern.value != "meeting" or not _overlaps(c, cabinets)]
    # "the UN Development Programme" is no instrument
    row.documents = [
        hit
        for hit in row.documents
        if not any(unit.table == "org" and unit.start < hit.start and hit.end <= unit.end for unit in masks)
    ]
    # what an office is for tells nothing of what is spoken of
    offices = [unit for unit in units if unit.table == "office" and unit.value != "business"]
    if not pack.spelling.spaces:
        row.bodies = [b for b in row.bodies if not any(o.start <= b.start and b.end <= o.end for o in offices)]
    joint = {hit.start for hit in row.bodies}  # "a consulate" is opened, too
    speaking = [unit for unit in masks if unit.table != "institution" or unit.start not in joint]
    # "el ministro peruano de Agricultura": the state's adjective has taken in what the office behind it is for
    offices += [unit for unit in units if unit.table == "state" and unit.form == "adj"]
    others = [(unit.start, unit.end) for unit in (*speaking, *offices, *states)]
    topics = [hit for hit in bucket if hit.entry.table == "topic"]
    # words that hold a topic's by accident
    masked = [hit for hit in topics if hit.entry.value == "none"]
    others += [(hit.start, hit.end) for hit in masked]
    row.topics = [hit for hit in topics if not any(low <= hit.start < high for low, high in others)]
    told = [hit for hit in topics if not any(mask.start <= hit.start < mask.end for mask in masked)]
    row.portfolios = [hit for hit in told if any(unit.start <= hit.start < unit.end for unit in offices)]
    row.topics = [hit for hit in row.topics if not any(_within(hit, other) for other in row.topics)]
    persons = [unit for unit in units if unit.table == "person"]  # "Jan Nowak" is no month, "Islam X" no religion
    row.cues = [c for c in row.cues if not any(n.start <= c.start and c.end <= n.end for n in persons)]
    row.topics = [hit for hit in row.topics if not any(n.start <= hit.start and hit.end <= n.end for n in persons)]
    words = [
        hit
        for hit in bucket
        if hit.entry.table == "date" and not any(n.start <= hit.start and hit.end <= n.end for n in persons)
    ]
    row.dates = find_dates(folded, row.span.start, row.span.end, words, pack)
    row.actors = group_actors(folded, [unit for unit in units if unit.table != "place"], pack) if units else []
    row.actors = name_headed(folded, row.actors, pack)
    if pack.oblique is not None:
        mark_obliques(row.actors, text, folded, pack.oblique)
    if pack.postpositions:
        _free_subjects(row, folded, pack)
    _mark_countries(row, folded)
    if pack.order == "sov":
        _mark_owners(row, folded, pack)
    # "на полях саммита ОИС"; where nouns stand last, what follows is another
    reach = 1 if pack.order != "sov" and pack.spelling.spaces else -1
    for aside in asides(row):
        for actor in row.actors:
            # "на полях саммита президент X встретился"
            behind = actor.start >= aside.end and (actor.name or actor.office) and pack.order != "sov"
            if aside.start <= actor.start <= aside.end + reach and not behind:
                actor.marker = "after"
    # "May 9" is no modal verb
    row.rules = [r for r in row.rules if not any(d.start <= r.start and r.end <= d.end for d in row.dates)]
    row.rules = [r for r in row.rules if r.pattern.table != "status" or not _in_name(r, row)]
    if not pack.spelling.spaces:
        row.rules = [r for r in row.rules if not any(p.start < r.start and r.end <= p.end for p in persons)]
        # no cue stands inside a name or office: "speak" in "speaker"
        whole = [unit for unit in units if unit.table in ("person", "office", "institution", "org", "state")]
        row.cues = [c for c in row.cues if not any(u.start <= c.start and c.end <= u.end for u in whole)]
    if row.cues:
        row.barriers = barriers(row, bucket, folded, pack, text)


def _overlaps(cue: Cue, bodies: list[Hit]) -> bool:
    """Whether a meeting's cue is only part of a session's: ``session of the Franco-German Council of Ministers``."""
    return any(cue.start < body.end and body.start < cue.end for body in bodies)


def _in_name(rule: Cue, row: Sentence) -> bool:
    """Whether what looks like a verb is a part of somebody's name: ``Vieira`` is no future."""
    return any(a.name and a.end - len(a.name) <= rule.start and rule.end <= a.end for a in row.actors)


def _inside_own(hit: Hit, unit: Unit) -> bool:
    """Whether a body's noun is part of an organisation's name or of an office: ``président du Conseil européen``."""
    inside = unit.start <= hit.start and hit.end <= unit.end
    return inside and (unit.table == "org" or (unit.table == "office" and unit.value != "commission_chair"))


def _without_abbreviations(hits: list[Hit], folded: str) -> list[Hit]:
    """``Free Trade Agreement (FTA)`` is one document."""
    return [hit for at, hit in enumerate(hits) if not at or folded[hits[at - 1].end : hit.start] != " ("]


@functools.cache
def _apart(code: str) -> re.Pattern[str]:
    """What parts two documents: punctuation, *and*, *in*, *etc*."""
    pack = load(code)
    words = [*pack.words["and"], *pack.markers.get("in", ()), *pack.words["articles"]]
    choice = "|".join(re.escape(word) for word in words if word not in pack.sets["attributive"])
    return re.compile(f'[,、;:"]|{choice}')


def _heads(hits: list[Hit], folded: str, pack: Pack) -> list[Hit]:
    """Where a noun stands last in its name, of several in one name the last: ``文化协定执行计划``."""
    return [
        hit
        for hit, behind in itertools.zip_longest(hits, hits[1:])
        if behind is None or behind.start - hit.end > _NAME or _apart(pack.code).search(folded, hit.end, behind.start)
    ]


_NAME = 16  # letters between two nouns of one name


_NUMBER = re.compile(r"(?<![\w.,'-])(?:[2-9]|[1-9]\d)(?:'\w+)? $")


_COUNT = 24  # letters before a noun among which its number stands


def _counted(hit: Hit, folded: str, pack: Pack) -> Hit:
    """A document behind a number is several: ``three protocols``, ``12 anlaşma``."""
    low = max(0, hit.start - _COUNT)
    words = folded[low : hit.start].split()
    told = len(words) > 1 and folded[hit.start - 1] == " " and words[-1] in pack.sets["several"]
    if not told and _NUMBER.search(folded, max(0, hit.start - 8), hit.start) is None:
        return hit
    return hit.as_entry(replace(hit.entry, value="plural"))


def _free_subjects(row: Sentence, folded: str, pack: Pack) -> None:
    """A word that is a postposition elsewhere marks nobody where a verb begins with it: ``X қарсы алды``."""
    for actor in row.actors:
        behind = marker_behind(folded, actor.end, pack) if actor.name and actor.marker else ""
        if not behind or behind != actor.marker:
            continue
        begins = (cue for cue in row.cues if cue.start == actor.end + 1 and cue.pattern.group)
        verb = any(cue.pattern.group.kind == "visit" for cue in begins if cue.pattern.group)
        if verb or (behind == "after" and _bare_before(actor, folded, pack)):
            actor.marker = ""


def _bare_before(actor: ActorMention, folded: str, pack: Pack) -> bool:
    """Whether a name in its base form stands before a word that wants a case, which is an adverb then:
    ``X önce Peru'ya``."""
    name, told = (actor.name or "").replace("’", "'"), folded[actor.start : actor.end]
    word = folded[actor.end : actor.end + _LONGEST].split()[:1]
    return bool(word) and word[0] in pack.sets["wants_case"] and told.endswith(fold(name, pack.spelling.turkic))


_LONGEST = 20  # letters of such a word


def _mark_countries(row: Sentence, folded: str) -> None:
    """A state behind its city (``in Bali, Indonesia``, ``en Lima (Perú)``) is a place and does nothing."""
    for actor in row.actors:
        if actor.form == "state" and not actor.marker:
            for hit in row.places:
                state = hit.entry.form if hit.entry.table == "place" else hit.entry.value
                between = folded[hit.end : actor.start]
                put_in = between == " (" and folded.startswith(")", actor.end)
                if state == actor.state and (put_in or between.strip(" (") == ","):
                    actor.marker = "in"


def _mark_owners(row: Sentence, folded: str, pack: Pack) -> None:
    """Whose a city is stands where the city does and not as who acts: ``Peru'nun Cusco kentine``."""
    starts = {hit.start: hit for hit in row.places}
    for actor in row.actors:
        hit = starts.get(actor.end + 1) if actor.form == "state" and actor.marker == "of" else None
        if hit is None or hit.entry.table != "place" or hit.entry.form != actor.state or folded[actor.end] != " ":
            continue
        marker = hit.case or marker_behind(folded, hit.end, pack)
        if marker in _PLACED:
            actor.marker, actor.possessive = marker, False


_PLACED = ("to", "in", "from", "obj")
_FIRST = 2  # signs before the first word of a sentence


def _begins_office(rule: Cue, units: list[Unit]) -> bool:
    """Whether an office or institution of the country follows: ``Ölkə Prezidenti``."""
    return any(u.start == rule.end + 1 and u.table in ("office", "institution", "deputy") for u in units)


def _with_references(units: list[Unit], row: Sentence, text: str, folded: str, pack: Pack) -> list[Unit]:
    """The units with the references of the sentence, which may swallow a bare office (``the two presidents``)."""
    out = list(units)
    for rule in sorted(
        (rule for rule in row.rules if rule.pattern.table == "references"), key=lambda cue: cue.start - cue.end
    ):
        country = rule.pattern.value == "country"
        if country and (rule.start - row.span.start > _FIRST or _begins_office(rule, out)):
            continue
        clashing = [unit for unit in out if unit.start < rule.end and rule.start < unit.end]
        article = not country and folded[rule.start : rule.end] in pack.sets["articles"]
        if article and any(u.start == rule.end + 1 for u in out):
            continue  # "ihr kenianischer Kollege": hers, not her
        # "екі министр Ауғанстандағы ...": a state behind the reference is no name
        apart = pack.order == "sov" and any(u.start == rule.end + 1 and u.table in ("state", "place") for u in out)
        if clashing and (_specified(rule, out, folded, pack) or (_named(rule, text, pack) and not apart)):
            continue
        if all(
            rule.start <= unit.start and unit.end <= rule.end and unit.table in ("office", "institution", "title")
            for unit in clashing
        ):
            for unit in clashing:
                out.remove(unit)
            office = next((unit.value for unit in clashing if unit.table == "office"), "")
            start = rule.start + len(rule.clitic)
            case = _reference_case(folded[start : rule.end], pack)
            out.append(Unit(start, rule.end, "ref", rule.pattern.value, office, case=case))
    return sorted(out, key=lambda unit: unit.start)


def _reference_case(words: str, pack: Pack) -> str | None:
    """What the endings of a reference say of its place in the clause."""
    return next((case for case, regex in pack.reference_cases.items() if regex.search(words)), None)


def _specified(rule: Cue, units: list[Unit], folded: str, pack: Pack) -> bool:
    """Whether the states follow (``the presidents of X and Y``): then the office stands for itself."""
    if pack.order == "sov":
        return any(unit.end + 1 == rule.start and unit.table in ("state", "org") for unit in units)
    after = next((unit for unit in units if unit.start >= rule.end), None)
    if after is None or after.table not in ("state", "org"):
        return False
    return glue_between(folded, Unit(rule.start, rule.end, "ref", ""), after, pack) in ("of", "direct")


def _named(rule: Cue, text: str, pack: Pack) -> bool:
    """Whether names follow (``the ministers A and B``)."""
    word = _NEXT_WORD.match(text, rule.end)
    if word is None or not word.group(1)[0].isupper():
        return False
    return pack.capitals == "names" or is_given_name(word.group(1))


_NEXT_WORD = re.compile(r" ([^\W\d_][\w'’-]*)")


def _within(hit: Hit, other: Hit) -> bool:
    """Whether a hit is only a part of a longer one."""
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
