"""Units: the states, offices, titles and organisations of a sentence, before they are joined into actors."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable

from dragoman.find.clitics import head_of
from dragoman.find.glue import Unit, glue_between, spaced
from dragoman.find.heads import with_heads
from dragoman.find.persons import is_given_name
from dragoman.find.staff import with_staff
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack, load

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

ENVOYS = ("ambassador", "special_envoy")


def longest(hits: Iterable[Hit], bare_first: bool = False) -> list[Hit]:
    """Of hits that overlap the longest, the first of equals, or one without a suffix; in the order of the text."""
    rows = list(hits)
    if len(rows) < 2:
        return rows
    taken: list[Hit] = []
    for hit in sorted(
        rows,
        key=lambda h: (
            h.start - h.end,
            _UNIT_TABLES.get(h.entry.table, 9),
            h.entry.form != "name",
            bare_first and bool(h.suffix),
            h.start,
        ),
    ):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return sorted(taken, key=lambda h: h.start)


def units_of(bucket: list[Hit], text: str, folded: str, pack: Pack, told: frozenset[str] = frozenset()) -> list[Unit]:
    """The units of a sentence's hits; ``told`` are the states that the whole text names."""
    last = pack.order == "sov"  # where a possessive's ending may look like a case
    ours = [hit for hit in bucket if hit.entry.table in _UNIT_TABLES]
    houses = [hit for hit in ours if hit.entry.table == "institution"] if pack.case_of_head else []
    if houses:  # "алжирского военного | ведомства": the ministry goes before "the Algerian military"
        ours = [h for h in ours if h.entry.form != "gov" or not any(h.start < i.start < h.end < i.end for i in houses)]
    rows = longest(ours, bare_first=last)
    rows = [hit for hit in rows if hit.entry.table != "mask"]
    units = [
        Unit(
            h.start,
            h.end,
            h.entry.table,
            h.entry.value,
            h.entry.form,
            h.suffix,
            text[h.start : h.end],
            _state_of_office(h, bucket, folded, pack, told) if _may_tell_state(h, folded, pack) else None,
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
        elif unit.table == "institution" and pack.adjective_after_office:
            _add_behind_adjective(unit, units, portfolios, folded, pack)  # "el Ministerio chino de Exteriores"
    for unit in units if pack.capitals == "nouns" else ():
        if unit.table == "office" and "- " in text[max(0, unit.start - _AND) : unit.start]:
            _take_hanging(unit, text, pack)
    adjectives = [unit for unit in units if unit.form == "adj"]
    units = [u for u in units if u.table != "institution" or not any(a.start < u.start < a.end for a in adjectives)]

    if any(hit.entry.table == "head" for hit in bucket):
        units = with_heads(units, bucket, folded, pack)
    if pack.order in ("svo", "v2") and pack.spelling.spaces and not pack.case_of_head:
        units = with_staff(units, folded, pack)
    for unit in list(units) if pack.department else ():
        if unit.table == "office" and unit.value not in _WHOLE:
            _take_charge(unit, units, text, pack)
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
            u for u in units if u.table != "office" or u.value in ENVOYS or not folded.endswith(became, 0, u.start)
        ]
    if pack.order == "svo" and pack.bare_state_before_office:
        units = [u for u in units if u.value != "head_of_state" or not _of_private(u, units, text, pack)]
    offices = [unit for unit in units if unit.table == "office"]
    titled = titles(bucket, text)
    return [
        u
        for u in units
        if u.table == "office"
        or not (any(o.start <= u.start < o.end for o in offices) or (u.form == "capital" and u.end + 1 in titled))
    ]


def _of_private(office: Unit, units: list[Unit], text: str, pack: Pack) -> bool:
    """Whether somebody is told as the president of what has a name of its own, and so of no state: ``Union Chemicals
    president X``, ``X, president of Unichem``; or a name only holds such a word."""
    joined = text[max(0, office.start - 2) : office.start]
    if joined[:1].isalpha() and joined[1:] == "-" and text[office.start].isupper():
        return not any(u.end in (office.start, office.start - 1) for u in units)  # "the Gomez-King Library"
    of = next((word for word in pack.markers["of"] if text.startswith(f" {word} ", office.end)), None)
    start = office.end + len(of) + 2 if of else 0
    if of and text[start : start + 1].isupper() and text[start : start + 2].isalpha():
        return not any(u.start <= start < u.end for u in units)
    start = text.rfind(" ", 0, max(office.start - 1, 0)) + 1
    word = text[start : office.start - 1]
    named = word.isalpha() and word[0].isupper() and word.lower() not in pack.sets["articles"]
    if not named or not text[office.start].islower():
        return False
    before = (text[max(0, start - _NAMED) : start].split() or [""])[-1]
    begins = not before or before[-1] in ".!?" or (before[0].isupper() and before.lower() in pack.sets["articles"])
    return not begins and not any(u.start < office.start and u.end > start for u in units)


_NAMED = 24  # letters of the word before a name


def titles(bucket: list[Hit], text: str) -> set[int]:
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
            staff = office.value == "delegation" and state.table == "state"  # diplomats of whatever rank
            if office.table == "office" and office.value != "spokesperson" and not staff:
                office.value = "ambassador"
            units.remove(state)


def _may_tell_state(hit: Hit, folded: str, pack: Pack) -> bool:
    """Whether a word may tell by itself whose it is: an office, or an institution that only some states have."""
    table = hit.entry.table
    return table == "office" or (table == "institution" and folded[hit.start : hit.end] in pack.office_states)


def _state_of_office(
    office: Hit, bucket: list[Hit], folded: str, pack: Pack, told: frozenset[str] = frozenset()
) -> str | None:
    """Whose an office is by its own words: the state told in them, or the only one that has it (``the Pope``). The
    pack may say of some that their words name nobody (``-``): every state has a secretary of a security council.
    Of an office that a few states have, the first has it where the text names none of the others."""
    told_office = folded[office.start : office.end]
    own = pack.office_states.get(told_office) or pack.office_states.get(" ".join(told_office.split(" ", 2)[:2]))
    own = own or _state_inside(office, bucket, folded, pack)
    first, *others = own.split("|") if own else [""]
    return None if own in (None, "-") or told.intersection(others) else first


def _state_inside(office: Hit, bucket: list[Hit], folded: str, pack: Pack) -> str | None:
    """The state or organisation that an office's own words name (``head of the Pentagon``); of an official not one
    whose name states give to bodies of their own (``secretary of the Security Council``)."""
    staff = office.entry.value == "senior_official"
    inside = longest(
        hit
        for hit in bucket
        if hit.entry.table in ("state", "org")
        and office.start <= hit.start
        and hit.end <= office.end
        and not (staff and pack.office_states.get(folded[hit.start : hit.end]) == "-")
    )
    states = {hit.entry.value for hit in inside}
    return states.pop() if len(states) == 1 else None


def _add_portfolio(unit: Unit, portfolios: list[Hit], folded: str, pack: Pack) -> None:
    """An office takes in what it is for: ``Economy`` + ``Minister``, ``Minister`` + ``of Trade and Transport``."""
    if unit.value in _RULERS:
        return
    for hit in reversed(portfolios) if pack.order != "vso" else ():
        if hit.end <= unit.start <= hit.end + 7 and _portfolio_glue(pack.code).fullmatch(folded, hit.end, unit.start):
            unit.start = hit.start
            _specify(unit, hit)
    for hit in portfolios if pack.order != "sov" else ():
        if unit.start < hit.start < unit.end < hit.end:
            unit.end = hit.end  # "ministra de Asuntos Exteriores y Cooperación | Regional"
        elif (
            hit.start >= unit.end
            and hit.start - unit.end <= 24
            and _portfolio_glue(pack.code).fullmatch(folded, unit.end, head_of(folded, hit.start, pack).start)
        ):
            unit.end = hit.end
            _specify(unit, hit)


_RULERS = ("head_of_state", "crown_prince")  # offices that are for nothing
_WHOLE = ("head_of_state", "head_of_government", "crown_prince", "foreign_minister", "defence_minister")


_OF_REGIONS = ("special_envoy", "senior_official", "secretary_general")  # may be charged with another state


def _take_charge(unit: Unit, units: list[Unit], text: str, pack: Pack) -> None:
    """An office, or the state right behind it, takes in what the holder is charged with, up to the name:
    ``комиссар по правам человека X``."""
    written_on: list[str] = ["", *pack.clitics.get("article", ())]
    sides = (u for u in units if u.start > unit.end and u.table in ("state", "org"))
    last = next((u for u in sides if text[unit.end + 1 : u.start] in written_on), unit)
    limit = min((u.start for u in units if u.start >= last.end and u.table == "office"), default=len(text))
    match = pack.department.match(text, last.end, limit) if pack.department else None
    if match is None:
        return
    inside = [u for u in units if u.table in ("state", "org") and last.end <= u.start < match.end()]
    if not inside or unit.value in _OF_REGIONS:
        last.end += len(match.group().rstrip())
        within = [u for u in units if u.table == "institution" and match.start() <= u.start < match.end()]
        units[:] = [u for u in units if u not in inside and u not in within]


_TITLE = re.compile("《[^》\n]{6,}》")


def titled_states(bucket: list[Hit], text: str) -> list[Hit]:
    """The states that the titles of documents name: ``《中华人民共和国政府和……政府协定》``."""
    quoted = [match.span() for match in _TITLE.finditer(text, *_reach(bucket))]
    told = [h for h in bucket if h.entry.table == "state" and h.entry.value != "-" and h.entry.form != "capital"]
    return longest(h for h in told if any(low <= h.start and h.end <= high for low, high in quoted))


def _reach(bucket: list[Hit]) -> tuple[int, int]:
    return min((hit.start for hit in bucket), default=0), max((hit.end for hit in bucket), default=0) + 1


_OF_DEPARTMENTS = ("senior_official", "deputy_minister", "minister", "spokesperson", "special_envoy")


@functools.cache
def _department_regex(code: str) -> re.Pattern[str]:
    """``de Relaciones Económicas Internacionales``: capitalised words behind an office, joined by small ones."""
    pack = load(code)
    joins = [*pack.markers.get("of", ()), *pack.markers.get("for", ())]
    small = spaced((*joins, *pack.words["articles"], *pack.words["and"]), " ")
    first = spaced(tuple(joins), " ")
    word = r"(?-i:[^\W\d_a-zß-öø-ÿ])[\w-]+"
    more = rf"(?: {small}*{word})*"
    # "for Democracy, Human Rights, and Labor": a list that an "and" ends
    listed = rf"(?:(?:, {small}*{word}{more})+,? {spaced(pack.words['and'], ' ')}{small}*{word}{more})?"
    return re.compile(rf" {first}{small}*{word}{more}{listed}", re.IGNORECASE)


_WORDS = re.compile(r"\S+")


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
    if match is None:
        return
    words = list(_WORDS.finditer(text, match.start(), match.end()))
    named = [at for at, word in enumerate(words) if at > 1 and is_given_name(word.group())]
    if named and pack.order == "svo" and not pack.pro_drop:
        # the name of who heads it follows; a name has two words
        unit.end = words[min(named[0], len(words) - 2)].start() - 1
        return
    if any(is_given_name(word) for word in match.group().split()[-2:]):
        return
    titled = behind is not None and behind.table == "title" and behind.start - match.end() == 1
    if pack.adjective_after_office or titled or text[match.end() : match.end() + 1] == ",":
        unit.end = match.end()


_AND = 7  # letters of "- und "
_COMPOUND = 48  # letters of what hangs before it


@functools.cache
def _hanging(code: str) -> re.Pattern[str]:
    joins = "|".join(re.escape(word) for word in load(code).words["and"])
    return re.compile(rf"(?<!\S)(?:[^\W\d_][\w-]*-, )*[^\W\d_][\w-]*- (?:{joins}) $")


def _take_hanging(unit: Unit, text: str, pack: Pack) -> None:
    """An office takes in the first part of a compound that it ends: ``Außenhandels- und Entwicklungsminister``."""
    low = max(0, unit.start - _COMPOUND)
    match = _hanging(pack.code).search(text, low, unit.start)
    if match is not None and text[match.start()].isupper():
        unit.start = match.start()


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
