"""Expressions of time: the pack's date patterns, then single words (weekdays, ``today``, months, years)."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from dragoman.find.mention import DateMention
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold

_YEAR = re.compile(r"(?<![\w.,/:$€£-])(19\d\d|20\d\d)(?![\w%/]|[.,:]\d|-\d{3})")
_TEN = 10
# a folded text has one shape of figures
_FIGURE, _FIGURES, _YEAR_FIGURES = re.compile("[0-9]"), re.compile("[0-9]+"), re.compile("(?:19|20)[0-9][0-9]")
_NUMBERS = (*(rf"(?P<{name}>\d" for name in ("day", "month", "day2", "month2", "year")), "(?P<year>{year})")
_BEFORE_FIGURE = 80  # letters of an expression of time before its first figure, at most
_BEHIND_FIGURE = 80  # and behind its last one
_AROUND_MONTH = 80  # and before or behind the word of a month in it


@dataclass(frozen=True, slots=True)
class _DatePattern:
    regex: re.Pattern[str]
    named: bool  # whether its month is a word
    dated: bool  # whether a day's or year's figures stand in every match
    of_year: bool  # whether a year's four do
    figures: int  # how many numbers stand in every match


@dataclass(frozen=True, slots=True)
class _Grammar:
    patterns: tuple[_DatePattern, ...]
    ranges: tuple[re.Pattern[str], ...]  # two weekdays that stand for the days between
    weekdays: tuple[tuple[int, re.Pattern[str]], ...]  # what each of them looks like
    decades: re.Pattern[str] | None  # years that stand for the ten that begin with them
    turn: re.Pattern[str]
    turn_after: re.Pattern[str]


def _surface_regex(surface: str, pack: Pack) -> str:
    text = fold(surface, pack.spelling.turkic)
    if text.endswith("*"):
        return re.escape(text[:-1]) + r"\w*"
    if text[-2:-1] == "~":
        return re.escape(text[:-2]) + pack.suffixes[text[-1]]
    return re.escape(text.rstrip("!")) + r"\.?"


def _any(tables: dict[int, list[str]], pack: Pack) -> str:
    surfaces = sorted((s for rows in tables.values() for s in rows), key=len, reverse=True)
    return "(?:" + "|".join(_surface_regex(surface, pack) for surface in surfaces) + ")"


@functools.cache
def _grammar(code: str) -> _Grammar:
    pack = load(code)
    months, weekdays = _any(dict(pack.dates.months), pack), _any(dict(pack.dates.weekdays), pack)
    year = r"(?:19|20)\d\d"
    patterns = tuple(
        _DatePattern(
            re.compile(pattern.replace("{month}", months).replace("{weekday}", weekdays).replace("{year}", year)),
            "(?P<month>{month})" in pattern,
            _always(r"(?P<day>\d", pattern) or _always("(?P<year>{year})", pattern),
            _always("(?P<year>{year})", pattern),
            sum(_always(group, pattern) for group in _NUMBERS),
        )
        for pattern in pack.dates.patterns
    )
    choice = "|".join(_surface_regex(word, pack) for word in (*pack.dates.last, *pack.dates.next)) or "(?!)"
    last = "|".join(_surface_regex(word, pack) for word in pack.dates.last) or "(?!)"
    decades = "|".join(pack.dates.decades).replace("{year}", year)
    return _Grammar(
        patterns,
        tuple(re.compile(pattern.replace("{weekday}", weekdays)) for pattern in pack.dates.weekday_ranges),
        tuple((day, re.compile(_any({day: rows}, pack))) for day, rows in pack.dates.weekdays.items()),
        re.compile(decades) if decades else None,
        re.compile(rf"(?:(?P<last>{last})|{choice})\s*$"),
        re.compile(rf"\s*(?:(?P<last>{last})|{choice})(?!\w)"),
    )


def _always(group: str, pattern: str) -> bool:
    """Whether a group stands in every match of a pattern: it may not be missing, nor may what it is in."""
    at = pattern.find(group)
    if at < 0 or "|" in _outside_groups(pattern):
        return False
    end = pattern.index(")", at) + 1
    inside = pattern.count("(", 0, at) > pattern.count(")", 0, at)
    return not inside and not pattern.startswith(("?", "*", "{"), end)


def _outside_groups(pattern: str) -> str:
    """What of a pattern stands in no parentheses."""
    depth, out = 0, ""
    for char in pattern:
        depth += (char == "(") - (char == ")")
        out += char if not depth else ""
    return out


def _number(value: str | None, pack: Pack) -> int | None:
    """What a number counts, in figures or in the pack's numerals: ``二十六``, figure by figure ``一九九六``, a word."""
    if not value or value.isdigit():
        return int(value) if value else None
    if value in pack.dates.numerals:
        return pack.dates.numerals[value]
    parts = [pack.dates.numerals.get(letter) for letter in value]
    if None in parts:
        return None
    total = 0
    for part in parts:
        count = part or 0
        total = max(total, 1) * count if count == _TEN else total * (1 if _TEN in parts else _TEN) + count
    return total


def _month_at(group: str, match: re.Match[str], hits: list[Hit]) -> int | None:
    """The month of a named group: a number, or the month word that stands there."""
    value = match.groupdict().get(group)
    if not value:
        return None
    if value.strip(". ").isdigit():
        number = int(value.strip(". "))
        return number if 1 <= number <= 12 else None
    start, end = match.span(group)
    for hit in hits:
        if hit.entry.form == "months" and start <= hit.start < end:
            return int(hit.entry.value)
    return None


def find_dates(folded: str, start: int, end: int, hits: list[Hit], pack: Pack) -> list[DateMention]:
    """All expressions of time in ``[start:end]``, none inside another, in order. ``hits`` are its date words."""
    figure = _FIGURE.search(folded, start, end)
    if not hits and figure is None and not pack.dates.numerals:
        return []
    grammar = _grammar(pack.code)
    year = _YEAR_FIGURES.search(folded, figure.start(), end) if figure else None
    found = _in_figures(folded, start, end, hits, pack, figure, year) if figure or pack.dates.numerals else []
    found += _weekday_ranges(folded, hits, grammar) if grammar.ranges else []
    found += [day for day in _days_of_weeks(hits) if not _covered(found, day.start, day.end)]
    masks = _decades(folded, year.start(), end, grammar) if year else []
    found = [mention for mention in found if not _covered(masks, mention.start, mention.end)] if masks else found
    for hit in sorted(hits, key=lambda h: h.start - h.end):
        if _covered(found, hit.start, hit.end) or _covered(masks, hit.start, hit.end):
            continue
        if hit.entry.form == "none":
            masks.append(DateMention(hit.start, hit.end, "day"))
        elif not _only_beside_a_day(hit, pack):
            found.append(_from_word(hit, folded, grammar))
    for match in _YEAR.finditer(folded, year.start(), end) if year else ():
        if not _covered(found, match.start(), match.end()) and not _covered(masks, match.start(), match.end()):
            found.append(DateMention(match.start(), match.end(), "year", year=int(match.group(1))))
    ordered = sorted(_with_turns(found, folded, grammar), key=lambda mention: mention.start)
    return _with_years(ordered, folded)


def _decades(folded: str, first: int, end: int, grammar: _Grammar) -> list[DateMention]:
    """What stands for the ten years that begin with one and so tells no date: ``1990'lı yıllarda``. ``first`` is the
    place of the first year; a word may stand before it."""
    if grammar.decades is None:
        return []
    rows = grammar.decades.finditer(folded, max(0, first - _BEFORE_YEAR), end)
    return [DateMention(*match.span(), "year") for match in rows]


_BEFORE_YEAR = 12  # letters of the word before a decade: ``les années 1990``


def _in_figures(
    folded: str,
    start: int,
    end: int,
    hits: list[Hit],
    pack: Pack,
    figure: re.Match[str] | None,
    year: re.Match[str] | None,
) -> list[DateMention]:
    """What the pack's patterns find, the first ones first: each holds a figure, and most the name of a month.
    ``figure`` and ``year`` are the first ones."""
    found: list[DateMention] = []
    months = [hit for hit in hits if hit.entry.form == "months"]
    first = min((hit.start for hit in months), default=start) - _AROUND_MONTH
    last = max((hit.end for hit in months), default=start) + _AROUND_MONTH
    told = list(_FIGURES.finditer(folded, figure.start(), end)) if figure else []
    figures = len(told)
    closing = min(end, told[-1].end() + _BEHIND_FIGURE) if told else end
    for pattern in _grammar(pack.code).patterns:
        held = year if pattern.of_year else figure
        if figures < pattern.figures or (pattern.named and not months) or (pattern.dated and held is None):
            continue
        low = max(start, held.start() - _BEFORE_FIGURE) if pattern.dated and held is not None else start
        high = closing if pattern.dated else end
        if pattern.named:
            low, high = max(low, first), min(high, last)
        for match in pattern.regex.finditer(folded, low, high):
            mention = _from_match(match, hits, pack)
            if mention and not _covered(found, mention.start, mention.end):
                found.append(mention)
    return found


def _weekday_ranges(folded: str, hits: list[Hit], grammar: _Grammar) -> list[DateMention]:
    """Two weekdays that stand for the days between (``from Monday to Thursday``), or for the night between (``in the
    night from Monday to Tuesday``); a week written as one with the first is theirs."""
    days = [hit for hit in hits if hit.entry.form == "weekdays"]
    found: list[DateMention] = []
    if len({hit.entry.value for hit in days}) < 2:
        return found
    low, high = min(hit.start for hit in days), max(hit.end for hit in days)
    for pattern in grammar.ranges:
        for match in pattern.finditer(folded, max(0, low - _BEFORE_RANGE), high + _BEFORE_RANGE):
            first, last = (_weekday_at(name, match, grammar) for name in ("first", "last"))
            if first is None or _covered(found, *match.span()):
                continue
            weeks = (h for h in hits if h.entry.form == "weeks" and h.start < match.start("first") < h.end)
            week = next(weeks, None)
            start = week.start if week else match.start()
            offset = int(week.entry.value) if week else None
            found.append(DateMention(start, match.end(), "day", weekday=first, day2=last, weeks=offset))
    return found


_BEFORE_RANGE = 12  # letters of the words around two weekdays


def _weekday_at(group: str, match: re.Match[str], grammar: _Grammar) -> int | None:
    told = match.groupdict().get(group) or ""
    return next((day for day, regex in grammar.weekdays if regex.fullmatch(told)), None)


def _days_of_weeks(hits: list[Hit]) -> list[DateMention]:
    """A week and its day written as one, sharing a letter: ``上周五``, the Friday of last week."""
    weeks = [hit for hit in hits if hit.entry.form == "weeks"]
    days = [hit for hit in hits if hit.entry.form == "weekdays"]
    return [
        DateMention(week.start, day.end, "day", weekday=int(day.entry.value), weeks=int(week.entry.value))
        for week in weeks
        for day in days
        if week.start < day.start < week.end < day.end
    ]


def _with_years(found: list[DateMention], folded: str) -> list[DateMention]:
    """A month and the year told beside it are one: ``April of last year``, ``im April vergangenen Jahres``."""
    out: list[DateMention] = []
    for mention in found:
        last = out[-1] if out else None
        again = last is not None and mention.weekday and not mention.turn and mention.start - last.end <= 2
        if last and again and last.unit == "day" and last.weekday is None:
            out[-1] = replace(last, end=mention.end)  # "tomorrow, Wednesday"
            continue
        if last and last.unit == "month" and last.offset is not None and mention.day and mention.start == last.end:
            out[-1] = replace(mention, start=last.start, months=last.offset)  # "上月30日"
        elif last and _of_week(last, mention, folded):
            day, week = (last, mention) if last.weekday else (mention, last)
            out[-1] = replace(day, start=last.start, end=mention.end, weeks=week.offset)
        elif last and last.month and last.year is None and mention.unit == "year" and mention.start - last.end <= 4:
            out[-1] = replace(last, end=mention.end, years=mention.offset, year=mention.year)
        elif last and last.unit == "year" and mention.month and mention.year is None and _follows(last, mention):
            # "last year's August", the year first
            turn = mention.turn if last.offset is None else 0
            out[-1] = replace(mention, start=last.start, years=last.offset, year=last.year, turn=turn)
        else:
            out.append(mention)
    return out


def _of_week(one: DateMention, other: DateMention, folded: str) -> bool:
    """Whether one is a weekday and the other right beside it the week it is of: ``on Friday next week``."""
    between = folded[one.end : other.start]
    days = [d for d in (one, other) if d.weekday and d.weeks is None]
    weeks = [d for d in (one, other) if d.unit == "week" and d.offset]
    return len(days) == len(weeks) == 1 and len(between) <= _BESIDE and not any(c in between for c in ".;:,")


_BESIDE = 5  # letters between a weekday and its week


def _follows(year: DateMention, month: DateMention) -> bool:
    """Whether a month stands right behind its year; behind a space only if the year is told from this one."""
    apart = month.start - year.end
    return apart == 0 or (apart == 1 and year.offset is not None)


def find_duration(folded: str, start: int, end: int, pack: Pack) -> int | None:
    """For how many days something lasts by the first word that says so in ``[start:end]``: ``a three-day visit``."""
    match = _durations(pack.code).search(folded, start, end)
    return int(match.lastgroup[1:]) if match and match.lastgroup else None


@functools.cache
def _durations(code: str) -> re.Pattern[str]:
    pack = load(code)
    edge = r"(?<!\w)" if pack.spelling.spaces else ""
    parts = (f"(?P<n{days}>{_any({days: rows}, pack)})" for days, rows in pack.dates.durations.items())
    return re.compile(edge + "(?:" + ("|".join(parts) or "(?!)") + ")" + (r"(?!\w)" if pack.spelling.spaces else ""))


def _covered(found: list[DateMention], start: int, end: int) -> bool:
    return any(mention.start < end and start < mention.end for mention in found)


def _from_match(match: re.Match[str], hits: list[Hit], pack: Pack) -> DateMention | None:
    groups = match.groupdict()
    month = _month_at("month", match, hits)
    day, day2 = _number(groups.get("day"), pack), _number(groups.get("day2"), pack)
    year = _number(groups.get("year"), pack)
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    if any(value is not None and not 1 <= value <= 31 for value in (day, day2)):
        return None
    if month is None and (day is None or groups.get("month")):
        return DateMention(*match.span(), "year", year=year) if year and day is None else None
    return DateMention(
        match.start(), match.end(), "day" if day else "month", year, month, day, day2, _month_at("month2", match, hits)
    )


def _only_beside_a_day(hit: Hit, pack: Pack) -> bool:
    """Whether a word is a month only where a pattern says so: the Spanish ``mar`` (``marzo``) alone is the sea."""
    word = hit.entry.surface
    if hit.entry.form != "months" or len(word) > 3 or not word.islower():
        return False
    return any(len(other) > 4 and other.startswith(word) for other in pack.dates.months[int(hit.entry.value)])


def _from_word(hit: Hit, folded: str, grammar: _Grammar) -> DateMention:
    value = int(hit.entry.value)
    form = hit.entry.form
    if form == "months":
        return DateMention(hit.start, hit.end, "month", month=value)
    if form == "weekdays":
        return DateMention(hit.start, hit.end, "day", weekday=value)
    if form == "from_told":
        return DateMention(hit.start, hit.end, "day", offset=value, told=True)
    unit = {"relative": "day", "weeks": "week", "month_offsets": "month", "year_offsets": "year"}[form]
    return DateMention(hit.start, hit.end, unit, offset=value)


def _with_turns(found: list[DateMention], folded: str, grammar: _Grammar) -> list[DateMention]:
    out = []
    for mention in found:
        turn = 0
        if mention.weekday is not None or ((mention.month or mention.day) and mention.year is None):
            before = grammar.turn.search(folded, max(0, mention.start - 20), mention.start)
            after = None if before else grammar.turn_after.match(folded, mention.end, mention.end + 20)
            match = before or after
            if match:
                turn = -1 if match.group("last") else 1
        out.append(_turned(mention, turn) if turn else mention)
    return out


def _turned(mention: DateMention, turn: int) -> DateMention:
    return replace(mention, turn=turn)
