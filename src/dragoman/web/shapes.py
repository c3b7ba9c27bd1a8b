"""What the data beside the pages look like: one model for each noun, made from what the ledger's queries answer."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from dragoman.ledger.dispatches import Heading
from dragoman.ledger.judged import Judgement, Words
from dragoman.ledger.readings import Kept
from dragoman.ledger.views import Account, Body, Difference, Document, Event, Held, Person, Step
from dragoman.model import Actor, Evidence
from dragoman.report.phrases import plain
from dragoman.report.promises import Promise
from dragoman.web.timeline import Entry


class ActorData(BaseModel):
    """Who takes part, and as what; ``person`` is the key of a person, one for all spellings."""

    role: str
    name: str | None
    office: str | None
    state: str | None
    person: str | None

    @classmethod
    def of(cls, actor: Actor) -> ActorData:
        key = f"{actor.state}.{actor.key}" if actor.name and actor.state and actor.key else None
        return cls(role=actor.role, name=actor.name, office=actor.office, state=actor.state, person=key)


class EventData(BaseModel):
    """An event: what its accounts come to. Dates are as fine as told; ``unit`` is the pair, or ``many:YEAR``."""

    id: str
    unit: str
    kind: str
    type: str
    act: str | None
    status: str
    date: str | None
    end_date: str | None
    place: str | None
    name: str | None
    actors: list[ActorData]
    topics: list[str]
    sources: int
    part_of: str | None

    @classmethod
    def of(cls, event: Event) -> EventData:
        return cls(**_event(event))


class Told(EventData):
    """An event in a list, with the sentence that the page has for it, and its parts."""

    sentence: str
    parts: list[Told] = []

    @classmethod
    def of_entry(cls, entry: Entry) -> Told:
        parts = [cls.of_entry(part) for part in entry.parts]
        return cls(**_event(entry.event), sentence=plain(entry.what), parts=parts)


class QuoteData(BaseModel):
    """Words of a dispatch: ``text[start:end] == quote``, in code points."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, evidence: Evidence) -> QuoteData:
        return cls(start=evidence.start, end=evidence.end, quote=evidence.quote)


class AccountData(BaseModel):
    """What one dispatch says of an event, in which words, and why it was joined to it.

    ``coder`` names the second reader whose record a person accepted; null where dragoman itself read it.
    """

    record: str
    dispatch: int
    source: str
    agency: str | None
    lang: str
    sent: str
    title: str | None
    url: str | None
    type: str
    status: str
    date: str | None
    place: str | None
    name: str | None
    why: str
    coder: str | None
    evidence: list[QuoteData]

    @classmethod
    def of(cls, account: Account) -> AccountData:
        slots = {field: getattr(account, field) for field in cls.model_fields if field != "evidence"}
        return cls(**slots, evidence=[QuoteData.of(quote) for quote in account.evidence])


class DifferenceData(BaseModel):
    """A slot in which accounts differ: the value of each, by record."""

    slot: str
    values: dict[str, str]

    @classmethod
    def of(cls, difference: Difference) -> DifferenceData:
        return cls(slot=difference.slot, values=difference.values)


class StepData(BaseModel):
    """A step of a commitment or document, with the account that tells it."""

    step: str
    date: str | None
    rule: str | None
    event: str
    account: AccountData

    @classmethod
    def of(cls, step: Step) -> StepData:
        account = AccountData.of(step.account)
        return cls(step=step.step, date=step.date, rule=step.rule, event=step.event, account=account)


class CommitmentData(BaseModel):
    """What was to be done, by when, and what became of it; ``at_once`` if announced only when done."""

    id: str
    kind: str
    state: str
    made: str
    due: str | None
    at_once: bool
    event: EventData
    steps: list[StepData]

    @classmethod
    def of(cls, promise: Promise) -> CommitmentData:
        made = promise.commitment
        return cls(
            id=made.id,
            kind=made.kind,
            state=promise.state,
            made=promise.made,
            due=promise.due,
            at_once=promise.at_once,
            event=EventData.of(made.event),
            steps=[StepData.of(step) for step in made.steps],
        )


class BodyData(BaseModel):
    """A standing institution, with the numbers that its sessions have in this ledger."""

    id: str
    unit: str
    type: str
    name: str | None
    names: dict[str, list[str]]
    events: list[EventData]
    sessions: dict[str, int]

    @classmethod
    def of(cls, body: Body) -> BodyData:
        return cls(
            id=body.id,
            unit=body.unit,
            type=body.type,
            name=body.name,
            names=_lists(body.names),
            events=[EventData.of(event) for event in body.events],
            sessions=body.sessions,
        )


class DocumentData(BaseModel):
    """A document with the steps of its life."""

    id: str
    unit: str
    type: str
    name: str | None
    stage: str
    names: dict[str, list[str]]
    steps: list[StepData]

    @classmethod
    def of(cls, document: Document) -> DocumentData:
        return cls(
            id=document.id,
            unit=document.unit,
            type=document.type,
            name=document.name,
            stage=document.stage,
            names=_lists(document.names),
            steps=[StepData.of(step) for step in document.steps],
        )


class OfficeData(BaseModel):
    """An office, and when a person was first and last seen in it."""

    office: str
    first: str
    last: str
    dispatches: int

    @classmethod
    def of(cls, held: Held) -> OfficeData:
        return cls(office=held.office, first=held.first, last=held.last, dispatches=held.dispatches)


class PersonData(BaseModel):
    """A person of a state, by all names that dispatches write, with the offices over time."""

    id: str
    name: str
    state: str | None
    names: list[str]
    first: str
    last: str
    dispatches: int
    offices: list[OfficeData]

    @classmethod
    def of(cls, person: Person) -> PersonData:
        return cls(
            id=person.id,
            name=person.name,
            state=person.state,
            names=list(person.names),
            first=person.first,
            last=person.last,
            dispatches=person.dispatches,
            offices=[OfficeData.of(held) for held in person.offices],
        )


class WordsData(BaseModel):
    """The words that a judgement is about, and the number of their dispatch."""

    dispatch: int
    source: str
    quote: str

    @classmethod
    def of(cls, words: Words) -> WordsData:
        return cls(dispatch=words.dispatch, source=words.source, quote=words.quote)


class JudgementData(BaseModel):
    """What somebody judged, when and why; ``other`` where it is of two records; moments in UTC."""

    id: int
    verdict: str
    kind: str
    made_at: str
    made_by: str
    why: str | None
    slot: str | None
    value: str | None
    undone_at: str | None
    undone_by: str | None
    words: WordsData
    other: WordsData | None

    @classmethod
    def of(cls, made: Judgement) -> JudgementData:
        kept = {field: getattr(made, field) for field in cls.model_fields if field not in ("words", "other")}
        other = WordsData.of(made.other) if made.other else None
        return cls(**kept, words=WordsData.of(made.words), other=other)


class HeadingData(BaseModel):
    """A dispatch in a list; ``id`` is its number in this ledger."""

    id: int
    source: str
    agency: str | None
    lang: str
    date: str
    title: str | None
    url: str | None
    state: str

    @classmethod
    def of(cls, heading: Heading) -> HeadingData:
        return cls(**{field: getattr(heading, field) for field in cls.model_fields})


def _event(event: Event) -> dict[str, Any]:
    slots = ("id", "unit", "kind", "type", "act", "status", "date", "end_date", "place", "name", "sources")
    return {
        **{slot: getattr(event, slot) for slot in slots},
        "actors": [ActorData.of(actor) for actor in event.actors],
        "topics": list(event.topics),
        "part_of": event.parent,
    }


def _lists(names: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {lang: list(told) for lang, told in names.items()}


class SecondData(BaseModel):
    """What a second reader made of it: no claim, but for the records that a person accepted, by their places."""

    id: int
    coder: str
    state: str
    doubts: list[str]
    records: list[dict[str, Any]]
    accepted: list[int]

    @classmethod
    def of(cls, kept: Kept) -> SecondData:
        records = [record.to_json() for record in kept.records]
        return cls(
            id=kept.id,
            coder=kept.coder,
            state=kept.state,
            doubts=list(kept.doubts),
            records=records,
            accepted=list(kept.accepted),
        )
