"""The dispatch's own frame: agency, dateline place and date, whose state speaks, and who signs a release."""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass, replace
from typing import NamedTuple

import ahocorasick_rs

from dragoman.find.mention import ActorMention, Sentence
from dragoman.find.scan import Glance, Scan
from dragoman.find.scan import scan as read_mentions
from dragoman.lang.pack import read_rows
from dragoman.model import Dispatch
from dragoman.resolve.dates import resolve_date
from dragoman.text.fold import fold
from dragoman.text.sentences import sentences
from dragoman.world import capitals, namesakes, places_of_states

# "date 2023-04 Astana, 10. April, AZERTAC": the month that some archives write before a dateline
_PREFIX = re.compile(r"\s*date (\d{4})-(\d{2})(?:-(\d{2}))?\s+")
_HEAD = 160
HEAD = 4
"""Sentences of a text among which its header is read."""
# what ends a dateline: a dash, a bracket or slash behind the agency, the end of its line
_CLOSE = re.compile(r"[^!?\n]*?(?:\s-+\s|[)/\]]\s*[-:.]*\s|\n)")
_DATELINE = ("before", "close")  # the keys of a pack that tell datelines with the agency first
_AFTER_PLACE = re.compile(r"[\s,]*(?:[(\[/:.\n-]|\d)|,")
_BEGINS_CLAUSE = re.compile(r", [^\W\d]")
_DAY = 12  # letters between a dateline's place and its day: "Paris, le mardi 8 mai"
# where a comma stands behind a subject: "Ankara, Atina'yı suçladı"
_AFTER_PLACE_SUBJECT = re.compile(r"[\s,]*(?:[(\[/:.\n-]|\d)")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a dispatch says. ``end`` is where the dateline ends; places are English names."""

    date: datetime.date | None
    place: str | None
    place_state: str | None
    agency: str | None
    agency_state: str | None
    home: str | None
    speaker: ActorMention | None
    end: int


class _Agency(NamedTuple):
    name: str
    state: str | None
    langs: frozenset[str]

    def named(self, head: str) -> bool:
        """Whether a text names the agency; scripts with capitals part words: "СТА" is no agency in "АСТАНА"."""
        name = re.escape(self.name)
        whole = rf"(?<!\w){name}(?!\w)" if self.name.lower() != self.name.upper() else name
        return re.search(whole, head, re.IGNORECASE if len(self.name) > 5 else 0) is not None


@functools.cache
def _agencies() -> tuple[tuple[_Agency, ...], ahocorasick_rs.AhoCorasick]:
    """The agencies of the world, those with long names first, and what finds their names whatever their case."""
    from importlib import resources

    rows = []
    for row in read_rows(resources.files("dragoman.packs") / "world" / "agencies.tsv"):
        name, state, langs = (*row, "", "")[:3]
        rows.append(
            _Agency(name, state if state and state != "-" else None, frozenset(langs.replace(",", " ").split()))
        )
    rows.sort(key=lambda row: -len(row.name))
    return tuple(rows), ahocorasick_rs.AhoCorasick([_caseless(row.name) for row in rows])


def _caseless(text: str) -> str:
    """A text in which letters that are one but for their case are the same, as a dotless i is."""
    return fold(text).replace("ı", "i")


def read_header(scan: Scan, dispatch: Dispatch) -> Header:
    """Read the header of a scanned dispatch; fields that the dispatch carries win over what its text says."""
    lang = scan.pack.code
    prefix = _PREFIX.match(scan.text)
    start = prefix.end() if prefix else 0
    place, place_state, end = _dateline_place(scan, start)
    date = _date(scan, dispatch, prefix, end)
    agency, agency_state = _agency(scan, dispatch, lang, start, end)
    home = agency_state or place_state
    speaker = _speaker(scan, end) or _answering(scan, dispatch, home)
    return Header(date, place, place_state, agency, agency_state, home, speaker, end)


def length_of_header(seen: Glance, dispatch: Dispatch) -> int:
    """How many sentences of a text have to be read for its header: none where its date is known and no sentence begins
    with a place or state, as datelines do."""
    if dispatch.date is None or seen.pack.dateline or _PREFIX.match(seen.text):
        return HEAD
    starts = [span.start for span in sentences(seen.text, seen.pack, HEAD)]
    places = [hit.start for hit in seen.hits if hit.entry.table in ("state", "place")]
    return HEAD if any(0 <= place - start <= _BEFORE_PLACE for place in places for start in starts) else 0


_IN_CLAUSE = ("in", "to", "from", "of")  # cases of a place that is no dateline's

_BEFORE_PLACE = 4  # letters before a dateline's place


def _dateline_place(scan: Scan, start: int) -> tuple[str | None, str | None, int]:
    """A place at the very beginning of the text (or of its first paragraphs) that a dateline's signs follow."""
    before, closes = (re.compile(scan.pack.dateline[key]) if key in scan.pack.dateline else None for key in _DATELINE)
    for row in scan.sentences[:HEAD]:
        begin = max(row.span.start, start)
        agency = before.match(scan.folded, begin, row.span.end) if before else None
        if agency and closes and (close := closes.match(scan.folded, agency.end(), row.span.end)):
            # "新华社北京5月14日电": the agency first, then a place or none
            hit = next((hit for hit in row.places if agency.end() <= hit.start < close.end()), None)
            return (*(places_of_states(hit) if hit else (None, None)), close.end())
        for hit in row.places[:1]:
            if scan.pack.order == "sov" and hit.case in _IN_CLAUSE:
                continue  # "Akra'da 7 Ekim'de": the place and day of what is told
            place, state = places_of_states(hit)
            last = _behind_country(row, hit.end, state)
            if (
                not any(c.isalpha() for c in scan.text[begin : hit.start])
                and hit.start - begin <= 3
                and (_after_place(scan, last) or last == row.span.end)
            ):
                close = _CLOSE.match(scan.folded, last, min(last + 110, row.span.end))
                dated = any(0 <= mention.start - last <= _DAY for mention in row.dates)
                if close is None and not dated and _BEGINS_CLAUSE.match(scan.folded, last):
                    continue  # "Ankara, qui conteste ..." has a capital as its subject
                return place, state, close.end() if close else last
    return _dateline_state(scan, start)


def _behind_country(row: Sentence, end: int, state: str | None) -> int:
    """Where the country of a dateline's place ends, if a day follows it; else where the place does: ``LIMA, Peru, May
    14``."""
    near = (a for a in row.actors if 0 < a.start - end <= _COUNTRY and a.state == state and a.form == "state")
    told = next((a.end for a in near if any(0 < d.start - a.end <= _DAY for d in row.dates)), None)
    return told or end


_COUNTRY = 3  # letters between a place and its country


# a capital that is called like its state: "Panamá, 23 may (EFE).-"
_SENT_FROM = re.compile(r" ?(?:\([^()\n]{2,30}\))? ?-+ ")  # "Tunis (WAT) - ", in Arabic the state's own name
_DATED_PLACE = re.compile(r",? \d{1,2}\.? \w+")


def _dateline_state(scan: Scan, start: int) -> tuple[str | None, str | None, int]:
    """A state at the very beginning stands for its capital where a date follows, or a dash if both are called alike."""
    row = scan.sentences[0] if scan.sentences else None
    first = row.actors[0] if row and row.actors else None
    if row is None or first is None or first.form != "state" or first.start > max(row.span.start, start) + 1:
        return None, None, start
    dated = any(0 <= mention.start - first.end <= 2 for mention in row.dates)
    close = _CLOSE.match(scan.folded, first.end, min(first.end + 110, row.span.end))
    sent = first.state in namesakes() and _SENT_FROM.match(scan.folded, first.end)
    if close is None or not (sent or (dated and _DATED_PLACE.match(scan.folded, first.end))):
        return None, None, start
    return capitals().get(first.state or ""), first.state, close.end()


def _after_place(scan: Scan, end: int) -> bool:
    """Whether a dateline goes on behind its place: with a sign or number, or in some languages ``in`` and a number."""
    words = "|".join(map(re.escape, scan.pack.words["dateline_words"]))
    told = bool(words) and re.compile(rf"[\s,]*(?:{words})\s+\d").match(scan.folded, end) is not None
    signs = _AFTER_PLACE_SUBJECT if scan.pack.order == "sov" else _AFTER_PLACE
    return told or signs.match(scan.folded, end) is not None


def _date(scan: Scan, dispatch: Dispatch, prefix: re.Match[str] | None, end: int) -> datetime.date | None:
    if dispatch.date:
        return datetime.date.fromisoformat(dispatch.date)
    reference = datetime.date(int(prefix.group(1)), int(prefix.group(2)), int(prefix.group(3) or 1)) if prefix else None
    for row in scan.sentences[:3]:
        for mention in row.dates:
            if mention.unit != "day" or mention.day is None or mention.start > _HEAD:
                continue
            if mention.year is None and reference is None:
                continue
            iso, _ = resolve_date(mention, reference or datetime.date(mention.year or 1, 1, 1), future=False)
            if iso and len(iso) == 10:
                return datetime.date.fromisoformat(iso)
    return reference if prefix and prefix.group(3) else None


def _agency(scan: Scan, dispatch: Dispatch, lang: str, start: int, end: int) -> tuple[str | None, str | None]:
    name, state = _find_agency(dispatch.agency or _dateline(scan, start, end), lang)
    return dispatch.agency or name, state or (_ministry(dispatch.agency, lang) if dispatch.agency else None)


@functools.lru_cache(maxsize=1024)
def _ministry(name: str, lang: str) -> str | None:
    """The state whose institution a release names as its agency: ``Ministry of Foreign Affairs of X``."""
    actors = [actor for row in read_mentions(name, lang).sentences for actor in row.actors if actor.state]
    return actors[0].state if len(actors) == 1 and actors[0].form == "institution" else None


@functools.lru_cache(maxsize=4096)
def _find_agency(head: str, lang: str) -> tuple[str | None, str | None]:
    """The agency named in a dateline, with the state whose agency it is."""
    agencies, finder = _agencies()
    seen = {number for number, _, _ in finder.find_matches_as_indexes(_caseless(head), overlapping=True)}
    for agency in (agencies[number] for number in sorted(seen)):
        if (not agency.langs or lang in agency.langs) and agency.named(head):
            return agency.name, agency.state
    return None, None


def _dateline(scan: Scan, start: int, end: int) -> str:
    """The words in which an agency may name itself: the dateline, or brackets near the beginning."""
    line = scan.text.find("\n", start)
    if 0 <= line - start < 100 and end > start:
        end = max(end, line)
    brackets = re.findall(r"[(/]([^()/\n]{2,40})[)/]", scan.text[start : start + _HEAD])
    return " | ".join([scan.text[start:end], *brackets])


def _speaker(scan: Scan, end: int) -> ActorMention | None:
    """The person under whose name a release goes out: a first line that names an officer and says nothing."""
    longest = 100 if scan.pack.spelling.spaces else 30
    for row in scan.sentences[:2]:
        if row.cues or row.span.end - row.span.start > longest or row.dates:
            continue
        for actor in row.actors:
            if actor.office and actor.name and actor.start - row.span.start < 30:
                return actor
    return None


_LABEL = re.compile(r"[^:：]{2,40}[:：]")


def may_answer(text: str, dispatch: Dispatch) -> bool:
    """Whether a text may be a transcript: paragraphs begin with a name and a colon."""
    return bool(dispatch.title) and any(_LABEL.match(line) for line in text.split("\n"))


def _answering(scan: Scan, dispatch: Dispatch, home: str | None) -> ActorMention | None:
    """Who answers in a transcript: the spokesperson of the title, if paragraphs begin with the name and a colon."""
    if not may_answer(scan.text, dispatch):
        return None
    rows = read_mentions(dispatch.title or "", scan.pack.code).sentences
    named = (a for row in rows for a in row.actors if a.office == "spokesperson" and a.name)
    told = next((a for a in named if re.search(rf"(?m)^\s*{re.escape(a.name or '')}\s*[:：]", scan.text)), None)
    return replace(told, state=told.state or home) if told else None
