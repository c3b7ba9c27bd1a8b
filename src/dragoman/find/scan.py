"""A text with everything found in it: the matcher's hits sorted into sentences, actors joined, cues confirmed."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.find.actors import Unit, glue_between, group_actors, spaced
from dragoman.find.clitics import head_of
from dragoman.find.dates import find_dates
from dragoman.find.mention import Cue, Sentence
from dragoman.find.names import NameFinder
from dragoman.find.persons import is_given_name, likely_names
from dragoman.find.shorts import find_shorts
from dragoman.lang.matcher import LONGEST, Hit, Matcher, Pattern, matcher
from dragoman.lang.pack import Pack, load
from dragoman.lang.patterns import Spelling
from dragoman.text.fold import fold, word_start
from dragoman.text.sentences import Span, sentences

_UNIT_TABLES = {
    "mask": -1,
    "state": 0,
    "org": 1,
    "office": 2,
    "institution": 3,
    "place": 4,
    "title": 5,
    "former": 6,
    "deputy": 7,
}


@dataclass(slots=True)
class Scan:
    """A text, its folded view and its sentences."""

    text: str
    folded: str
    pack: Pack
    sentences: list[Sentence]


def scan(text: str, lang: str) -> Scan:
    """Find everything the pack knows in a text; sentences with neither actor nor cue cost nothing more."""
    finder = matcher(lang)
    pack = finder.pack
    folded = fold(text, pack.spelling.turkic)
    hits, anchored = finder.scan(text, folded)
    hits += find_shorts(folded, hits, pack)
    hits = _without_other_meanings(hits, text)
    spans = sentences(text, pack)
    rows = [Sentence(span) for span in spans]
    _number_paragraphs(text, rows)
    starts = [span.start for span in spans]
    buckets = _by_sentence(hits, starts, spans)
    _find_cues(rows, starts, folded, anchored, finder)
    units = [
        _with_references(_units(bucket, text, folded, pack), row, text, folded, pack)
        for bucket, row in zip(buckets, rows, strict=True)
    ]
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


def _without_other_meanings(hits: list[Hit], text: str) -> list[Hit]:
    """Leave out abbreviations of organisations that the text itself explains otherwise, initial by initial:
    ``la commission électorale indépendante (CEI)`` is not the Commonwealth of Independent States."""
    told = {hit.end: hit.entry.value for hit in hits if hit.entry.table == "org"}
    others: set[str] = set()
    for hit in hits:
        short = text[hit.start : hit.end]
        if hit.entry.table != "org" or not short.isupper() or text[hit.start - 1 : hit.start] != "(":
            continue
        before = len(text[: hit.start - 1].rstrip())
        words = text[max(0, before - _EXPLAINED) : before].split()[-2 * len(short) :]
        initials = [unicodedata.normalize("NFD", word[0])[0] for word in words if len(word) > _SMALL]
        if told.get(before) != hit.entry.value and "".join(initials[-len(short) :]).upper() == short:
            others.add(short)
    return [hit for hit in hits if hit.entry.table != "org" or text[hit.start : hit.end] not in others]


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
    if word.group(1) not in pack.words["noun_or_verb"]:
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


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that overlap the longest, the first of equals; in the order of the text."""
    taken: list[Hit] = []
    for hit in sorted(
        hits, key=lambda h: (h.start - h.end, _UNIT_TABLES.get(h.entry.table, 9), h.entry.form != "name", h.start)
    ):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return sorted(taken, key=lambda h: h.start)


def _units(bucket: list[Hit], text: str, folded: str, pack: Pack) -> list[Unit]:
    rows = [h for h in longest(hit for hit in bucket if hit.entry.table in _UNIT_TABLES) if h.entry.table != "mask"]
    units = [
        Unit(
            h.start,
            h.end,
            h.entry.table,
            h.entry.value,
            h.entry.form,
            h.suffix,
            text[h.start : h.end],
            _state_of_office(h, bucket, folded, pack) if h.entry.table == "office" else None,
            h.case,
        )
        for h in rows
    ]
    # "Wirtschaftsminister" tells its own portfolio and no other office's
    offices = [u for u in units if u.table == "office"]
    portfolios = longest(
        hit
        for hit in bucket
        if hit.entry.table == "portfolio" and not any(u.start <= hit.start and hit.end <= u.end for u in offices)
    )
    departments = pack.capitals == "names" and not pack.case_of_head
    for unit in units if portfolios or departments else ():
        if unit.table == "office":
            _add_portfolio(unit, portfolios, folded, pack)
            if pack.adjective_after_office:
                _add_behind_adjective(unit, units, portfolios, folded, pack)
            if departments and unit.value in _OF_DEPARTMENTS:
                _take_department(unit, units, text, pack)
    if pack.post_words:
        _add_posts(units, folded, pack)
    if not pack.spelling.spaces:
        bodies = [hit for hit in bucket if hit.entry.table == "body"]
        units = [u for u in units if not any(b.start <= u.start and u.end < b.end for b in bodies)]
        starts = {u.start for u in units if u.table == "office"}
        units = [u for u in units if u.table != "former" or u.end in starts]
        # who is told in the title of a document acts nowhere
        quoted = [m.span() for m in _TITLE.finditer(text, *_reach(bucket))]
        units = [u for u in units if not any(low <= u.start and u.end <= high for low, high in quoted)]
        # "since he became president" tells of no president
        became = pack.appointed.get("before", ())
        units = [
            u for u in units if u.table != "office" or u.value in _OF_ENVOYS or not folded.endswith(became, 0, u.start)
        ]
    offices = [unit for unit in units if unit.table == "office"]
    titles = _titles(bucket, text)
    return [
        u
        for u in units
        if u.table == "office"
        or not (any(o.start <= u.start < o.end for o in offices) or (u.form == "capital" and u.end + 1 in titles))
    ]


def _titles(bucket: list[Hit], text: str) -> set[int]:
    """Where the noun of a document's title begins; a city right before it belongs to it (``Paris Agreement``)."""
    return {hit.start for hit in bucket if hit.entry.table == "document" and text[hit.start].isupper()}


def _add_posts(units: list[Unit], folded: str, pack: Pack) -> None:
    """An envoy's office takes in where he or she serves, told before it: ``驻`` + ``美国`` + ``大使``."""
    for state, office in itertools.pairwise(list(units)):
        if state.table not in ("state", "org") or office.table not in ("office", "institution"):
            continue
        begin = next((len(word) for word in pack.post_words if folded.endswith(word, 0, state.start)), 0)
        if begin and glue_between(folded, state, office, pack) == "direct":
            office.start, office.post = state.start - begin, state.value
            if office.table == "office" and office.value != "spokesperson":
                office.value = "ambassador"
            units.remove(state)


def _state_of_office(office: Hit, bucket: list[Hit], folded: str, pack: Pack) -> str | None:
    """Whose an office is by its own words: the state told in them, or the only one that has it (``the Pope``)."""
    return pack.office_states.get(folded[office.start : office.end]) or _state_inside(office, bucket)


def _state_inside(office: Hit, bucket: list[Hit]) -> str | None:
    """The state or organisation that an office's own words name (``head of the Pentagon``)."""
    inside = longest(
        hit
        for hit in bucket
        if hit.entry.table in ("state", "org") and office.start <= hit.start and hit.end <= office.end
    )
    states = {hit.entry.value for hit in inside}
    return states.pop() if len(states) == 1 else None


def _add_portfolio(unit: Unit, portfolios: list[Hit], folded: str, pack: Pack) -> None:
    """An office takes in what it is for: ``Economy`` + ``Minister``, ``Minister`` + ``of Trade and Transport``."""
    for hit in reversed(portfolios) if pack.order != "vso" else ():
        if hit.end <= unit.start <= hit.end + 7 and _portfolio_glue(pack.code).fullmatch(folded, hit.end, unit.start):
            unit.start = hit.start
            _specify(unit, hit)
    for hit in portfolios if pack.order != "sov" else ():
        if (
            hit.start >= unit.end
            and hit.start - unit.end <= 24
            and _portfolio_glue(pack.code).fullmatch(folded, unit.end, head_of(folded, hit.start, pack).start)
        ):
            unit.end = hit.end
            _specify(unit, hit)


_TITLE = re.compile("《[^》\n]{6,}》")


def _reach(bucket: list[Hit]) -> tuple[int, int]:
    return min((hit.start for hit in bucket), default=0), max((hit.end for hit in bucket), default=0) + 1


_OF_ENVOYS = ("ambassador", "special_envoy")
_OF_DEPARTMENTS = ("senior_official", "deputy_minister", "minister", "spokesperson", "special_envoy")


@functools.cache
def _department_regex(code: str) -> re.Pattern[str]:
    """``de Relaciones Económicas Internacionales``: capitalised words behind an office, joined by small ones."""
    pack = load(code)
    joins = [*pack.markers.get("of", ()), *pack.markers.get("for", ())]
    small = spaced((*joins, *pack.words["articles"], *pack.words["and"]), " ")
    first = spaced(tuple(joins), " ")
    word = r"(?-i:[^\W\d_a-zß-öø-ÿ])[\w-]+"
    return re.compile(rf" {first}{small}*{word}(?: {small}*{word})*", re.IGNORECASE)


@functools.cache
def _for_place(code: str) -> re.Pattern[str]:
    pack = load(code)
    words = "|".join(re.escape(word) for word in pack.markers.get("for", ()))
    articles = "|".join(re.escape(word) for word in pack.words["articles"])
    return re.compile(rf" (?:{words}) (?:(?:{articles}) )?")


def _take_department(unit: Unit, units: list[Unit], text: str, pack: Pack) -> None:
    """An official takes in the name of what he or she heads, up to the next unit."""
    behind = next((u for u in sorted(units, key=lambda u: u.start) if u.start >= unit.end), None)
    if behind is not None and behind.table == "place" and _for_place(pack.code).fullmatch(text, unit.end, behind.start):
        unit.end = behind.end  # "el enviado especial para Chechenia"
    limit = min((u.start for u in units if u.start >= unit.end), default=len(text))
    match = _department_regex(pack.code).match(text, unit.end, limit)
    if match is None or any(is_given_name(word) for word in match.group().split()[-2:]):
        return
    titled = behind is not None and behind.table == "title" and behind.start - match.end() == 1
    if pack.adjective_after_office or titled or text[match.end() : match.end() + 1] == ",":
        unit.end = match.end()


def _specify(unit: Unit, portfolio: Hit) -> None:
    """A portfolio that has an office of its own makes that of a bare minister."""
    if unit.value == "minister" and portfolio.entry.value != "portfolio":
        unit.value = portfolio.entry.value


def _add_behind_adjective(unit: Unit, units: list[Unit], portfolios: list[Hit], folded: str, pack: Pack) -> None:
    """``el ministro belga de Exteriores``: the portfolio behind the state's adjective, which then takes it in."""
    state = next((u for u in units if u.form == "adj" and 1 <= u.start - unit.end <= 2), None)
    if state is None:
        return
    for other in units:  # "les ministres grec et turc des Affaires étrangères"
        near = 1 < other.start - state.end <= 6 and other.form == "adj"
        if near and _portfolio_glue(pack.code).fullmatch(folded, state.end, other.start):
            state = other
    for hit in portfolios:
        if 1 < hit.start - state.end <= 24 and _portfolio_glue(pack.code).fullmatch(
            folded, state.end, head_of(folded, hit.start, pack).start
        ):
            state.end = hit.end
            _specify(unit, hit)


@functools.cache
def _portfolio_glue(code: str) -> re.Pattern[str]:
    pack = load(code)
    words = [
        *pack.words["articles"],
        *pack.words["and"],
        *pack.markers.get("of", ()),
        *pack.markers.get("for", ()),
        *pack.markers.get("on", ()),
    ]
    choice = spaced(tuple(words), r"[\s,/-]+") if pack.spelling.spaces else rf"(?:{'|'.join(map(re.escape, words))})"
    return re.compile(rf"[\s,、/-]*(?:{choice}[\s,、/-]*)*" if not pack.spelling.spaces else rf"[\s,/-]*{choice}*")


def _fill(row: Sentence, bucket: list[Hit], units: list[Unit], text: str, folded: str, pack: Pack) -> None:
    titles = _titles(bucket, text)
    places = (hit for hit in bucket if hit.entry.table == "place" or hit.entry.form == "capital")
    row.places = longest(hit for hit in places if hit.end + 1 not in titles)
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
    if pack.order == "sov":
        row.documents = [_counted(hit, folded) for hit in row.documents]
    named = [unit for unit in units if unit.table in ("org", "institution") and unit.value != "side"]
    masks = named + [unit for unit in units if unit.form == "capital"]
    states = [unit for unit in units if unit.table == "state" and unit.form == "name"]
    # an organisation's own council is no joint body
    row.bodies = [
        hit
        for hit in longest(hit for hit in bucket if hit.entry.table == "body")
        if not any(_inside_own(hit, unit) for unit in units)
    ]
    # "the UN Development Programme" is no instrument
    row.documents = [
        hit
        for hit in row.documents
        if not any(unit.table == "org" and unit.start < hit.start and hit.end <= unit.end for unit in masks)
    ]
    # what an office is for tells nothing of what is spoken of
    telling = pack.order == "sov" or not pack.spelling.spaces
    offices = [unit for unit in units if unit.table == "office"] if telling else []
    if not pack.spelling.spaces:
        row.bodies = [b for b in row.bodies if not any(o.start <= b.start and b.end <= o.end for o in offices)]
    row.topics = [
        hit
        for hit in bucket
        if hit.entry.table == "topic"
        and not any(unit.start <= hit.start < unit.end for unit in [*masks, *offices, *states])
    ]
    persons = [unit for unit in units if unit.table == "person"] if pack.order == "sov" else []
    words = [
        hit
        for hit in bucket
        if hit.entry.table == "date" and not any(n.start <= hit.start and hit.end <= n.end for n in persons)
    ]
    row.dates = find_dates(folded, row.span.start, row.span.end, words, pack)
    row.actors = group_actors(folded, [unit for unit in units if unit.table != "place"], pack) if units else []
    _mark_countries(row, folded)
    for aside in _asides(row):
        for actor in row.actors:
            if aside.start <= actor.start <= aside.end + 1:
                actor.marker = "after"
    # "May 9" is no modal verb
    row.rules = [r for r in row.rules if not any(d.start < r.end and r.start < d.end for d in row.dates)]
    row.rules = [r for r in row.rules if r.pattern.table != "status" or not _in_name(r, row)]
    if not pack.spelling.spaces:
        persons = [unit for unit in units if unit.table == "person"]
        row.rules = [r for r in row.rules if not any(p.start < r.start and r.end <= p.end for p in persons)]
        # no cue stands inside a name or office: "speak" in "speaker"
        whole = [unit for unit in units if unit.table in ("person", "office", "institution", "org", "state")]
        row.cues = [c for c in row.cues if not any(u.start <= c.start and c.end <= u.end for u in whole)]
    if row.cues:
        row.barriers = _barriers(row, bucket, folded, pack)


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
    choice = "|".join(re.escape(word) for word in words if word not in pack.words["attributive"])
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


def _counted(hit: Hit, folded: str) -> Hit:
    """A document behind a number is several: where verbs come last such a noun often stays in the singular."""
    if _NUMBER.search(folded, max(0, hit.start - 8), hit.start) is None:
        return hit
    return hit._replace(entry=replace(hit.entry, value="plural"))


def _mark_countries(row: Sentence, folded: str) -> None:
    """A state behind its city (``in Bali, Indonesia``) is a place and does nothing."""
    for actor in row.actors:
        if actor.form == "state" and not actor.marker:
            for hit in row.places:
                state = hit.entry.form if hit.entry.table == "place" else hit.entry.value
                if state == actor.state and folded[hit.end : actor.start].strip(" (") == ",":
                    actor.marker = "in"


def _with_references(units: list[Unit], row: Sentence, text: str, folded: str, pack: Pack) -> list[Unit]:
    """The units with the references of the sentence, which may swallow a bare office (``the two presidents``)."""
    out = list(units)
    for rule in sorted(
        (rule for rule in row.rules if rule.pattern.table == "references"), key=lambda cue: cue.start - cue.end
    ):
        clashing = [unit for unit in out if unit.start < rule.end and rule.start < unit.end]
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


def _joins_clause(cue: Cue, pack: Pack) -> bool:
    """Whether a verb begins a clause with the *and* written onto it."""
    group = cue.pattern.group
    return bool(group and group.verb and cue.clitic.startswith(tuple(pack.clitics.get("and", ()))))


def _barriers(row: Sentence, bucket: list[Hit], folded: str, pack: Pack) -> list[int]:
    """Where clauses begin; a comma and article that only introduce an apposition begin none."""
    clauses = [
        hit
        for hit in bucket
        if hit.entry.table == "clause" and not (_joins_list(hit, folded, pack) or _compares(hit, folded, pack))
    ]
    starts = {hit.start for hit in clauses if not _apposition(hit, row, pack)}
    if pack.capitals == "none":
        # a name may hold what elsewhere is a clause word: "Tran Van Long" in Arabic
        starts -= {at for at in starts if any(a.name and a.start < at < a.end for a in row.actors)}
    starts.update(at for at in range(row.span.start, row.span.end) if folded[at] in ";:")
    # "it is planned that" before a verb that comes first: the word that begins the clause closes what is told of it
    phrases = {rule.end for rule in row.rules if rule.pattern.table == "status" and pack.order == "vso"}
    starts -= {hit.start for hit in bucket if hit.entry.table == "clause" and hit.end in phrases}
    starts.update(cue.start for cue in row.cues if _joins_clause(cue, pack))
    starts -= {at for at in starts if folded[at] == ":" and _enumerates(at, row)}
    starts.update(_clause_ends(row, folded, pack))
    if pack.relative is not None:
        starts.update(_relative_clauses(row, folded, pack.relative))
    elif pack.order == "svo":
        starts.update(_closings(row, folded, starts, pack))
    if pack.comma_clauses:
        starts.update(_commas(row, starts, folded))
    return sorted(starts)


def _closings(row: Sentence, folded: str, starts: set[int], pack: Pack) -> Iterator[int]:
    """The comma that closes a relative clause behind a comma: ``A, who arrived on Monday, met B``."""
    for start in sorted(starts):
        if folded[start - 2 : start] == ", " and folded.startswith(pack.words["relative"], start):
            closing = folded.find(",", start, row.span.end)
            if closing >= 0 and not any(a.start <= closing < a.end for a in row.actors):
                yield closing


def _joins_list(hit: Hit, folded: str, pack: Pack) -> bool:
    """Whether the word only begins a longer one that joins a list: ``, а`` of ``, а также``."""
    word = hit.entry.surface.strip(",،， ")
    rest = folded[hit.start : hit.start + 24].lstrip(",،， ")
    return any(len(longer) > len(word) and rest.startswith(f"{longer} ") for longer in pack.words["and"])


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
    for at in range(row.span.start, row.span.end):
        if at in starts:
            low = at
        elif folded[at] == "," and any(low <= cue.start < at and cue.end <= at for cue in row.cues):
            yield at
            low = at


def _clause_ends(row: Sentence, folded: str, pack: Pack) -> Iterator[int]:
    """Where words end that close a clause: participles and converbs where verbs come last."""
    regex = pack.verb_forms.get("clause_end")
    if regex is not None:
        for match in regex.finditer(folded, row.span.start, row.span.end):
            if not any(a.start < match.end() <= a.end for a in row.actors):
                yield match.end()
    regex = pack.verb_forms.get("head_end")
    if regex is not None:
        heads = {actor.start for actor in row.actors}
        for match in regex.finditer(folded, row.span.start, row.span.end):
            if match.end() + 1 in heads and not any(a.start < match.end() <= a.end for a in row.actors):
                yield match.end()


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
    if pack.case_of_head and word not in pack.words["articles"]:
        return False
    return hit.entry.surface[0] in ",،，" and any(
        hit.start < a.start <= hit.end + 1 or a.start <= hit.start < a.end for a in row.actors
    )


def _find_cues(
    rows: list[Sentence], starts: list[int], folded: str, anchored: dict[int, list[int]], finder: Matcher
) -> None:
    """Confirm the patterns whose anchors were seen, sentence by sentence."""
    spelling = finder.pack.spelling
    for number, places in anchored.items():
        pattern = finder.patterns[number]
        regex = pattern.regex(spelling)
        done = -1
        for place in places:
            if pattern.leads and place < done:
                continue
            at = bisect_right(starts, place) - 1
            if at < 0 or place >= rows[at].span.end:
                continue
            if pattern.leads:
                # a pattern that begins with its anchor is tried only there
                if spelling.prefix:
                    place = word_start(folded, place)
                    if place < done:
                        continue
                match = regex.match(folded, place, rows[at].span.end) if _begins_word(folded, place, spelling) else None
                if match:
                    done = match.end()
                    _add_cue(rows[at], pattern, match, folded, finder.pack)
            elif at > done:
                done = at
                _search(rows[at], pattern, regex, folded, finder.pack)
    for row in rows:
        asides = _asides(row)
        if asides:
            row.cues = [cue for cue in row.cues if not _in_aside(cue, asides)]
            row.rules = [r for r in row.rules if r.pattern.table != "qualifier" or not _in_aside(r, asides)]
        _mask(row)
        row.cues.sort(key=lambda cue: (cue.start, -cue.end))
        row.rules.sort(key=lambda cue: (cue.start, -cue.end))


def _asides(row: Sentence) -> list[Cue]:
    """What is told only as the occasion of something else: ``on the sidelines of the summit``."""
    return [rule for rule in row.rules if rule.pattern.table == "status" and rule.pattern.value == "aside"]


def _in_aside(cue: Cue, asides: list[Cue]) -> bool:
    return any(aside.start <= cue.start and cue.end <= aside.end for aside in asides)


def _mask(row: Sentence) -> None:
    """Leave out the cues and rules inside a longer word that is none (cues of the kind ``none``)."""
    masks = [cue for cue in row.cues if cue.pattern.value == "none"]
    if masks:
        row.cues = [cue for cue in row.cues if cue not in masks and not _within(cue, masks)]
        row.rules = [rule for rule in row.rules if not _within(rule, masks)]


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


def _begins_word(folded: str, place: int, spelling: Spelling) -> bool:
    return not spelling.spaces or place == 0 or not (folded[place - 1].isalnum() or folded[place - 1] == "_")


def _search(row: Sentence, pattern: Pattern, regex: re.Pattern[str], folded: str, pack: Pack) -> None:
    """All matches of a pattern in a sentence that begin at a word boundary."""
    at = row.span.start
    while match := regex.search(folded, at, row.span.end):
        if _begins_word(folded, match.start(), pack.spelling):
            _add_cue(row, pattern, match, folded, pack)
            at = max(match.end(), match.start() + 1)
        else:
            at = match.start() + 1


def _add_cue(row: Sentence, pattern: Pattern, match: re.Match[str], folded: str, pack: Pack) -> None:
    if match.end() > match.start():
        clitic = match.group("clitic") if pack.spelling.prefix else ""
        cue = Cue(match.start(), match.end(), pattern, _passive(pattern.group, match, folded, row.span, pack), clitic)
        (row.cues if pattern.group else row.rules).append(cue)


@functools.cache
def _passive_regex(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    pack = load(code)
    words = "|".join(re.escape(word) for word in pack.passive_words) or "(?!)"
    if pack.order == "svo":
        return re.compile(rf"(?<!\w)(?:{words})\s+(?:\w+\s+)?$"), re.compile(pack.participle)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), re.compile(pack.participle)


def _passive(group: object, match: re.Match[str], folded: str, span: Span, pack: Pack) -> bool:
    if group is None:
        return False
    auxiliary, participle = _passive_regex(pack.code)
    first, *rest = match.group().split()
    if pack.order == "sov":
        return participle.fullmatch((first, *rest)[-1]) is not None
    if not pack.passive_words:
        return bool(participle.fullmatch(first))
    if pack.order == "svo":
        return bool(participle.fullmatch(first)) and bool(
            auxiliary.search(folded, max(span.start, match.start() - 30), match.start())
        )
    # the auxiliary stands in the same clause: no further than the next comma on either side
    low = max(folded.rfind(",", span.start, match.start()), span.start)
    high = folded.find(",", match.end(), span.end)
    clause = (low, high if high >= 0 else span.end)
    return any(participle.fullmatch(word) for word in (first, *rest[-1:])) and bool(auxiliary.search(folded, *clause))
