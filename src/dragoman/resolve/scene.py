"""The scene: everything in a dispatch that references may point to, its persons and its main pair of states."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from dragoman.find.mention import ActorMention
from dragoman.resolve.header import Header

PRINCIPAL = (
    "head_of_state", "head_of_government", "crown_prince", "deputy_head_of_government", "foreign_minister",
    "defence_minister", "speaker", "minister", "secretary_general", "special_envoy",
    "deputy_minister", "ambassador", "senior_official", "commission_chair",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    """A person as the whole text tells of him or her."""

    name: str
    office: str | None = None
    state: str | None = None
    order: int = 0
    first: int = 0  # where the text tells of the person first
    acts: bool = False  # whether some clause tells the person as who acts, or with or by whom something is done


@dataclass(slots=True)
class Scene:
    """Everything that references in the text may point to."""

    header: Header
    date: datetime.date
    persons: dict[str, Person] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    pair: list[str] = field(default_factory=list)
    # per sentence, worked out once: the states it is about, and who stands for them
    focus: dict[int, list[str]] = field(default_factory=dict)
    sides: dict[int, list[ActorMention]] = field(default_factory=dict)
    # per sentence: the subject of the sentence before, which a verb without one goes on with
    spoken: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    # per sentence: three or more states that a sentence right before tells as acting together
    gathered: dict[int, list[str]] = field(default_factory=dict)

    # per paragraph that begins with a name and a colon, as interviews and briefings do: who speaks in it
    labels: dict[int, ActorMention] = field(default_factory=dict)
    joint: list[ActorMention] = field(default_factory=list)  # the parties of a joint statement that the text is
    voice: str | None = None  # of a text without agency and dateline: whose "we" it is
    own_lead: bool = False  # whether the lead tells officials at home without their state
    away: str | None = None  # where the lead tells an official of the home state to travel
    abroad: bool = False  # whether the agency's own state is not told at all: then its correspondent's is

    @property
    def home(self) -> str | None:
        """The state from which the dispatch speaks."""
        if self.abroad:
            # an agency may put its own capital before what it tells of others
            other = self.header.place_state != self.header.agency_state
            return (self.header.place_state if other else None) or self.voice
        return self.header.home or self.voice

    @property
    def guest_state(self) -> str | None:
        """Of the main pair, the state that is not the dateline's."""
        if self.away:
            return self.home
        place = self.header.place_state or self.home
        return next((state for state in self.pair if state != place), None)

    def days_since(self, day: str) -> int:
        """How many days before the dispatch's own an ISO day lies; fewer than none if it is to come."""
        return (self.date - datetime.date.fromisoformat(day)).days

    def weigh(self, state: str, weight: float) -> None:
        """Add to what a state weighs in the text."""
        self.weights[state] = self.weights.get(state, 0.0) + weight

    def other(self, state: str | None) -> str | None:
        """The other state of the main pair."""
        if state in self.pair[:2]:
            return next((other for other in self.pair[:2] if other != state), None)
        return next((other for other in self.pair if other != state), None)

    def state_of(self, actor: ActorMention) -> str | None:
        """The state that a mention tells, else that of the person whom it names."""
        return actor.state or (self.persons[actor.name].state if actor.name else None)

    def stateless(self, actor: ActorMention) -> Person | None:
        """The person whom a mention tells first, if no state is told for him or her."""
        person = self.persons.get(actor.name or "")
        free = person is not None and person.state is None and actor.state is None and person.first == actor.start
        return person if free else None

    def holder(self, office: str, state: str | None) -> Person | None:
        """The first person told to hold an office (of a state)."""
        rows = [p for p in self.persons.values() if p.office == office and (state is None or p.state == state)]
        return min(rows, key=lambda p: p.order) if rows else None

    def principal(self, state: str, before: int | None = None) -> Person | None:
        """The person who stands for a state here: the highest office, the first told of equals.

        Of those told ``before`` a place of the text, if any was: nobody refers to whom the reader does not know.
        """
        rows = [p for p in self.persons.values() if p.state == state and p.office in PRINCIPAL]
        known = [p for p in rows if before is not None and p.first < before] or rows
        known = [p for p in known if p.acts] or known  # not whose letter another brings
        return min(known, key=lambda p: (_rank(p), p.order)) if known else None


def _rank(person: Person) -> int:
    """How high an office stands; heads of state and of government are equals: either may be the one who acts."""
    return max(PRINCIPAL.index(person.office or "") - 1, 0)


MINISTERS = ("minister", "foreign_minister", "defence_minister", "deputy_minister")


UNIQUE = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "speaker", "crown_prince")
