"""What is found in a text: typed spans, not yet facts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, fields
from typing import Protocol

from dragoman.lang.matcher import Hit, Pattern
from dragoman.text.sentences import Span

HEADS = ("both_heads", "three_heads")
"""References to those who hold one office for several states."""
SEVERAL = ("both", "both_heads", "they")
"""References to both sides or several people together."""


@dataclass(slots=True, init=False, eq=False)
class ActorMention:
    """A stretch of text that stands for somebody: a person, an office, a state, or a reference to one told before.

    ``form`` says how: ``person office state adj people capital gov group org institution ref``.
    ``marker`` is its place in the clause: ``of by with to ...``, or empty for a bare noun phrase.
    ``ref`` names the kind of reference (``he``, ``both`` ...) that the resolver has to look up.

    Of this, of ``Cue``, ``DateMention``, ``Unit`` and ``Sentence`` a text has many: their constructors are written out,
    as those that dataclass makes are not compiled, and take a tenth of the time.
    """

    start: int
    end: int
    form: str
    state: str | None
    office: str | None
    name: str | None
    ref: str | None
    marker: str
    former: bool
    deputy: bool
    side: bool  # a state's adjective behind "side": "on the Armenian side the ministers A and B"
    institution: str | None  # whose institution it is: "head_of_government" of the cabinet
    loose: bool  # a word such as "leader": the office that the text tells elsewhere comes first
    variants: tuple[str, ...]  # offices that the same word may stand for
    members: tuple[ActorMention, ...]  # of "the two ministers": whom it stands for
    surface: str | None  # the name of an organisation that has no code of its own, or of a group
    implied: bool  # the office's own word tells the state: "Bundeskanzlerin"
    state_last: bool  # the state is told behind the office or name: "Foreign Minister Safadi of Jordan"
    post: str | None  # where an envoy serves: "Ambassador to Yemen"
    possessive: bool  # a state with an ending, as before what it owns: "Russia's war"
    list_id: int  # actors told in one list share a number
    capital: str | None  # the state whose capital this names; it may be a place or a government
    nominative: bool  # its ending says that it is a subject
    # one of two who hold an office told of both states: "the trade secretaries of both countries, A and B"
    of_both: bool

    def __init__(
        self,
        start: int,
        end: int,
        form: str,
        state: str | None = None,
        office: str | None = None,
        name: str | None = None,
        ref: str | None = None,
        marker: str = "",
        former: bool = False,
        deputy: bool = False,
        side: bool = False,
        institution: str | None = None,
        loose: bool = False,
        variants: tuple[str, ...] = (),
        members: tuple[ActorMention, ...] = (),
        surface: str | None = None,
        implied: bool = False,
        state_last: bool = False,
        post: str | None = None,
        possessive: bool = False,
        list_id: int = 0,
        capital: str | None = None,
        nominative: bool = False,
        of_both: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.state = state
        self.office = office
        self.name = name
        self.ref = ref
        self.marker = marker
        self.former = former
        self.deputy = deputy
        self.side = side
        self.institution = institution
        self.loose = loose
        self.variants = variants
        self.members = members
        self.surface = surface
        self.implied = implied
        self.state_last = state_last
        self.post = post
        self.possessive = possessive
        self.list_id = list_id
        self.capital = capital
        self.nominative = nominative
        self.of_both = of_both

    def __eq__(self, other: object) -> bool:
        """What stands elsewhere is another, as most often; the same stretch may be told twice."""
        if self is other:
            return True
        if not isinstance(other, ActorMention) or self.start != other.start or self.end != other.end:
            return False
        return all(getattr(self, one.name) == getattr(other, one.name) for one in fields(self))

    @property
    def attributive(self) -> bool:
        """Whether the mention may qualify the noun behind it: an adjective, a genitive."""
        if self.office is not None or self.name is not None or self.side or self.form == "institution":
            return False
        return self.possessive or self.form == "adj" or (self.form == "people" and not self.nominative)

    @property
    def weak(self) -> bool:
        """Whether the mention may be a mere attribute or a place, and not somebody acting."""
        if self.form == "people" and self.nominative:
            return False
        return self.form in ("adj", "people") and self.office is None and self.name is None and not self.side

    @property
    def only_named(self) -> bool:
        """Whether somebody is told by name alone, with no office or state."""
        return bool(self.name) and self.office is None and self.state is None

    @property
    def venue(self) -> bool:
        """Whether an organisation is only where something happens: ``cooperation in the UN``."""
        return self.form == "org" and self.marker == "in"


def list_of(actors: list[ActorMention], one: ActorMention) -> list[ActorMention]:
    """The actor with those told in one list with it."""
    return [a for a in actors if a is one or (one.list_id and a.list_id == one.list_id)]


def side_of(one: ActorMention) -> tuple[str | None, str | None]:
    """Whose side somebody is on: that of a state, or of a group that may act against its own state."""
    return one.state, one.surface if one.form == "group" else None


def same_side(one: ActorMention, other: ActorMention) -> bool:
    return side_of(one) == side_of(other)


class Stretch(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(slots=True, init=False, eq=False)
class Cue:
    """A cue pattern found in a sentence."""

    start: int
    end: int
    pattern: Pattern
    passive: bool
    clitic: str  # what is written onto its first word

    def __init__(
        self,
        start: int,
        end: int,
        pattern: Pattern,
        passive: bool = False,
        clitic: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.pattern = pattern
        self.passive = passive
        self.clitic = clitic

    @property
    def impersonal(self) -> bool:
        """Whether nobody need be told to do it: a passive, by its verb or by the pattern itself."""
        return self.passive or bool(self.pattern.group and self.pattern.group.passive)

    @property
    def says(self) -> bool:
        """Whether the cue is a verb of saying, and not words that only tell what is said (``content``)."""
        group = self.pattern.group
        return group is not None and group.kind == "statement" and not group.content

    @property
    def travels(self) -> bool:
        """Whether the cue tells of a visit whose guest is who acts."""
        group = self.pattern.group
        return group is not None and group.kind == "visit" and group.args.get("subj") in (None, "guest")

    @property
    def type(self) -> str | None:
        """The type that the cue's group gives its records."""
        return self.pattern.group.type if self.pattern.group else None

    def distance(self, other: Stretch) -> int:
        """Characters between the cue and something else; 0 where they touch or overlap."""
        return max(other.start - self.end, self.start - other.end, 0)


@dataclass(slots=True, init=False)
class DateMention:
    """An expression of time. ``unit`` is ``day month year``; a missing year or a weekday is resolved later.

    ``offset`` counts units from the dispatch's date; ``years``, ``months`` and ``weeks`` count that of a month, day or
    weekday (``April of last year``, ``上月30日``, ``上周五``); ``turn`` is -1 or 1 where the text says last or next.
    ``told`` says that a day counts from the one told last (``on the same day``), ``near`` that it must stand near.
    """

    start: int
    end: int
    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    day2: int | None = None
    month2: int | None = None
    weekday: int | None = None
    offset: int | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    turn: int = 0
    told: bool = False
    near: bool = False

    def __init__(
        self,
        start: int,
        end: int,
        unit: str,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        day2: int | None = None,
        month2: int | None = None,
        weekday: int | None = None,
        offset: int | None = None,
        years: int | None = None,
        months: int | None = None,
        weeks: int | None = None,
        turn: int = 0,
        told: bool = False,
        near: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.unit = unit
        self.year = year
        self.month = month
        self.day = day
        self.day2 = day2
        self.month2 = month2
        self.weekday = weekday
        self.offset = offset
        self.years = years
        self.months = months
        self.weeks = weeks
        self.turn = turn
        self.told = told
        self.near = near


@dataclass(slots=True, init=False, eq=False)
class Sentence:
    """A sentence with all that was found in it, each list in the order of the text."""

    span: Span
    actors: list[ActorMention]
    cues: list[Cue]
    rules: list[Cue]
    dates: list[DateMention]
    places: list[Hit]
    documents: list[Hit]
    bodies: list[Hit]
    topics: list[Hit]
    portfolios: list[Hit]  # topics' words inside an office: what it is for
    barriers: list[int]
    titled: list[Hit]  # states told in the titles of documents, where they act nowhere
    paragraph: int

    def __init__(
        self,
        span: Span,
        actors: list[ActorMention] | None = None,
        cues: list[Cue] | None = None,
        rules: list[Cue] | None = None,
        dates: list[DateMention] | None = None,
        places: list[Hit] | None = None,
        documents: list[Hit] | None = None,
        bodies: list[Hit] | None = None,
        topics: list[Hit] | None = None,
        portfolios: list[Hit] | None = None,
        barriers: list[int] | None = None,
        titled: list[Hit] | None = None,
        paragraph: int = 0,
    ) -> None:
        self.span = span
        self.actors = [] if actors is None else actors
        self.cues = [] if cues is None else cues
        self.rules = [] if rules is None else rules
        self.dates = [] if dates is None else dates
        self.places = [] if places is None else places
        self.documents = [] if documents is None else documents
        self.bodies = [] if bodies is None else bodies
        self.topics = [] if topics is None else topics
        self.portfolios = [] if portfolios is None else portfolios
        self.barriers = [] if barriers is None else barriers
        self.titled = [] if titled is None else titled
        self.paragraph = paragraph

    def status_words(self, value: str) -> list[Cue]:
        """The words of the sentence that say how far something has come: ``planned``, ``ongoing`` ..."""
        return [rule for rule in self.rules if rule.pattern.table == "status" and rule.pattern.value == value]

    def first_bare(self) -> ActorMention | None:
        """The first who stands in the sentence without a marker and qualifies no noun: its subject, in most."""
        return next((a for a in self.actors if not a.marker and not a.attributive), None)

    def clause_start(self, at: int) -> int:
        """Where the clause around a position begins: at the last clause word not behind it, or with the sentence."""
        before = bisect_right(self.barriers, at)
        return self.barriers[before - 1] if before else self.span.start

    def clause_end(self, at: int) -> int:
        """Where the clause around a position ends: at the first clause word not before it, or with the sentence."""
        behind = bisect_left(self.barriers, at)
        return self.barriers[behind] if behind < len(self.barriers) else self.span.end

    def lead(self, folded: str) -> list[ActorMention]:
        """Of a sentence that begins with a participle and its object (``Welcoming the guest, President X said``) the
        object and whoever acts behind the comma; else nobody."""
        begins = [cue for cue in self.cues if cue.start - self.span.start <= _SPACE and not cue.impersonal]
        bare = [a for a in self.actors if not a.marker and not a.attributive]
        if not begins or len(bare) < 2 or bare[0].start - begins[0].end > _LEAD:
            return []
        comma = folded.find(",", bare[0].end, bare[0].end + _LEAD)
        behind = next((a for a in bare if a.start > comma), None)
        return [bare[0], behind] if comma > 0 and behind and behind.start - comma <= _LEAD else []


_SPACE = 2  # letters before the first word of a sentence
_LEAD = 40  # how near the object, its comma and the subject stand
