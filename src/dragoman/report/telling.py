"""Sections that the report on the work done and the briefing share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from dragoman.codebook import codebook
from dragoman.ledger.spans import iso
from dragoman.ledger.views import Sources
from dragoman.report.facts import Fact, Listing
from dragoman.report.happenings import what
from dragoman.report.institutions import Institution
from dragoman.report.page import Item, Line, Run, Section, Table
from dragoman.report.papers import Paper, Reached
from dragoman.report.phrases import Phrases, capital, ended
from dragoman.report.promises import STATES, Promise
from dragoman.report.relations import Level, Touched

_ABOUT = frozenset(("meeting", "report"))
"""Kinds of which it is said what they were about, apart from visits."""

_Phrase = Callable[[Fact], Line]


def section(
    say: Phrases, key: str, items: Iterable[Item], listing: Listing[Any] | None = None, rest: str = "more"
) -> list[Section]:
    """A section, or none where it has no items; what a listing leaves out is said at its end, in the words ``rest``."""
    say.begin()
    found = tuple(items)
    after = left_out(say, listing, rest) if listing else ()
    return [Section(say.words.title(key), found, after=after)] if found else []


def left_out(say: Phrases, listing: Listing[Any], key: str = "more") -> tuple[Line, ...]:
    """That there is more, and the command that lists it."""
    if not listing.more:
        return ()
    said = say.words.say(key, n=say.words.figure(listing.more))
    return ((*said, Run(" "), Run(listing.command, code=True)),)


def plain(say: Phrases, facts: Iterable[Fact]) -> Iterator[Item]:
    """A sentence for each fact; those of which the same is to be said share one."""
    for first, *rest in _alike(say, facts, lambda fact: say.sentence(fact.event, what(say, fact))):
        sentence = say.sentence(first.event, what(say, first))
        about = say.topics(first.event.topics) if first.event.kind in _ABOUT else ()
        about = (Run(" "), *about, Run(".")) if about else ()
        yield Item((*sentence, *about, *say.notes.cite(first, *rest)))


def _alike(say: Phrases, facts: Iterable[Fact], phrase: _Phrase) -> list[list[Fact]]:
    """Facts of which the same is to be said, together."""
    told: dict[Line, list[Fact]] = {}
    for fact in facts:
        told.setdefault(say.apart(partial(phrase, fact)), []).append(fact)
    return list(told.values())


def topics(say: Phrases, key: str, rows: Listing[Touched]) -> list[Section]:
    """A table: how often each topic was touched, by what."""
    if not rows.shown:
        return []
    heads = tuple(say.words.column(column) for column in ("topic", "contacts", "documents", "other", "total", "last"))
    table = Table(heads, tuple(_row(say, row) for row in rows.shown))
    return [Section(say.words.title(key), table=table, after=left_out(say, rows, "more_topics"))]


def _row(say: Phrases, row: Touched) -> tuple[str, ...]:
    figures = (row.contacts, row.documents, row.other, row.total)
    counts = (say.words.figure(number) for number in figures)
    return (say.words.label("topics", row.topic), *counts, say.when(row.last.event))


def told_by(say: Phrases, found: Sources, key: str = "told_by") -> Line:
    """How many dispatches of how many agencies, in how many languages, sent from when to when."""
    words = say.words
    counts = {
        "dispatches": words.count("dispatches", found.dispatches),
        "agencies": words.count("agencies", found.agencies),
        "languages": words.count("tongues", len(found.langs)),
    }
    return words.say(key, **counts, span=words.date(found.first or "", found.last))


def visits(say: Phrases, facts: Iterable[Fact]) -> Iterator[Item]:
    """A visit with its parts under it: talks, what was signed, bodies, reports, exchanges, what it was about."""

    def sentence(fact: Fact) -> Line:
        return say.sentence(fact.event, what(say, fact), _places(fact))

    for alike in _alike(say, facts, sentence):
        first = alike[0]
        parts = [part for fact in alike for part in fact.parts if part.took_place]
        line = (*sentence(first), *say.notes.cite(*alike))
        yield Item(line, tuple(_parts(say, first, parts)))


def _places(visit: Fact) -> list[str]:
    """Where the guest was, in order of time."""
    events = [part.event for part in visit.parts if part.event.date and part.took_place] + [visit.event]
    return list(dict.fromkeys(event.place for event in sorted(events, key=lambda e: e.first_day) if event.place))


def _parts(say: Phrases, visit: Fact, parts: list[Fact]) -> Iterator[Line]:
    groups: dict[str, _Phrase] = {
        "meeting": lambda fact: _talks(say, visit, fact),
        "document": say.named,
        "body": lambda fact: what(say, fact),
        "report": lambda fact: (Run(say.people(a for a in fact.event.actors if a.role == "reporter")),),
        "exchange": lambda fact: what(say, fact),
    }
    for kind, phrase in groups.items():
        yield from _group(say, kind, phrase, [fact for fact in parts if fact.event.kind == kind])
    said = sum(part.event.kind == "statement" for part in parts)
    if said:
        yield say.words.say("said", n=say.words.figure(said))
    about = say.topics(topic for fact in (visit, *parts) for topic in fact.event.topics)
    if about:
        yield about


def _group(say: Phrases, kind: str, phrase: _Phrase, parts: list[Fact]) -> Iterator[Line]:
    """The parts of one kind in one line, each phrase once."""
    told = _alike(say, sorted(parts, key=_format), phrase)
    if told:
        listed = say.words.series([(*phrase(alike[0]), *say.notes.cite(*alike)) for alike in told])
        yield capital(say.words.say(f"part_{kind}", list=listed))


def _format(fact: Fact) -> int:
    """Talks in private stand before those with delegations, as the codebook has them; else nothing changes."""
    types = list(codebook().kinds["meeting"].types)
    return types.index(fact.event.type) if fact.event.type in types else 0


def _talks(say: Phrases, visit: Fact, talks: Fact) -> Line:
    """The format, and who took part beside guest and host."""
    known = {(actor.state, told) for actor in visit.event.actors for told in (actor.key, actor.office) if told}
    others = [a for a in talks.event.actors if a.name and known.isdisjoint({(a.state, a.key), (a.state, a.office)})]
    label = say.words.label("types", talks.event.type, of="meeting")
    return say.words.say("with", what=label, people=say.people(others)) if others else (Run(label),)


def signed(say: Phrases, papers: Iterable[Paper]) -> Iterator[Item]:
    """Documents signed: what each is called, and who signed it; those of which the same is to be said share one."""
    of = {(paper.signed or paper.last).fact.event.id: paper for paper in papers}

    def sentence(fact: Fact) -> Line:
        name, words = title(say, of[fact.event.id], fact)
        by = [actor for actor in fact.event.actors if actor.role == "signatory"]
        body = say.words.say("signed_by", document=name, people=say.people(by)) if by else name
        return say.sentence(fact.event, say.words.say("quoted", what=body, quote=words) if words else body)

    for alike in _alike(say, [(paper.signed or paper.last).fact for paper in of.values()], sentence):
        yield Item((*sentence(alike[0]), *say.notes.cite(*alike)))


def reached(say: Phrases, stages: Iterable[Reached]) -> Iterator[Item]:
    """Documents, each at a stage of its life."""
    for at in stages:
        fact = at.stage.fact
        name, words = title(say, at.paper, fact)
        body = say.words.say("stage", document=name, stage=say.words.label("stages", at.stage.stage))
        body = say.words.say("quoted", what=body, quote=words) if words else body
        yield Item((*say.sentence(fact.event, body), *say.notes.cite(fact)))


def title(say: Phrases, paper: Paper, fact: Fact) -> tuple[Line, Line]:
    """What a document is called; where a reader learns nothing from that, its type and the words of a source."""
    label = say.words.label("types", paper.type, of="document")
    name = say.name(paper.names, label)
    if name == (Run(label),):
        return name, say.quoted(fact)
    own = say.own_words(fact) if any(run.lang for run in name) else ()
    return ((Run(label),), own) if own else (name, ())


def body(say: Phrases, found: Institution, sessions: Iterable[Fact]) -> Item:
    """A body: when it was founded, these of its sessions, when it was closed."""
    told = [_dated(say, "founded", found.founded)] if found.founded else []
    told += [(*session(say, fact, found.number(fact)), *say.notes.cite(fact)) for fact in sessions]
    told += [_dated(say, "closed", found.closed)] if found.closed else []
    return Item(say.words.say("part", label=capital(body_name(say, found)), list=ended(say.words.series(told))))


def body_name(say: Phrases, found: Institution) -> Line:
    """What a body is called."""
    return say.body(found.names, say.words.label("types", found.type, of="body"))


def session(say: Phrases, fact: Fact, number: int | None = None) -> Line:
    """``session 2, 21 October 2025, Astana, chaired by …``."""
    date = say.dated_place(fact.event)
    if number:
        out = say.words.say("session", number=say.words.figure(number), date=date)
    else:
        out = say.words.say("session_unnumbered", date=date)
    chairs = [actor for actor in fact.event.actors if actor.role == "chair"]
    return say.words.say("chaired", session=out, people=say.people(chairs)) if chairs else out


def _dated(say: Phrases, key: str, fact: Fact) -> Line:
    return (*say.words.say(key, date=say.dated_place(fact.event)), *say.notes.cite(fact))


def commitments(say: Phrases, promises: dict[str, Listing[Promise]]) -> Iterator[Section]:
    """A section for each state in which commitments are."""
    for state in STATES:
        if state in promises:
            yield from section(say, state, _promised(say, promises[state].shown), promises[state])


def _promised(say: Phrases, promises: Iterable[Promise]) -> Iterator[Item]:
    """Commitments: what, when announced, by when due, and how they ended."""
    for promise in promises:
        announced = say.words.say("announced", date=say.words.date(promise.made))
        outcome = ended(capital(say.words.series([announced, _outcome(say, promise)])))
        line = say.words.say("promise", what=ended(capital(what(say, promise.fact))), outcome=outcome)
        yield Item((*line, *say.notes.cite(promise.told)))


def _outcome(say: Phrases, promise: Promise) -> Line:
    words = say.words
    if promise.end is not None:
        rule = words.label("rules", promise.end.rule or "")
        date = words.date(promise.end.date) if promise.end.date else words.text("no_date")
        return words.say("ended", step=words.label("steps", promise.end.step), date=date, rule=rule)
    if promise.due is None:
        return words.say("no_date")
    return words.say("overdue" if promise.state == "overdue" else "due", date=words.date(promise.due))


def levels(say: Phrases, found: Iterable[Level]) -> Iterator[Item]:
    """Each level that accounts give relations, with the first and last time that it was told."""
    command = f"dragoman events {say.pair.one} {say.pair.other} --kind relation"
    for level in found:
        days = [fact.event.date or iso(fact.event.first_day) for fact in level.facts]
        name = say.words.label("types", level.type, of="relation")
        sources = say.words.count("sources", len({a.dispatch for fact in level.facts for a in fact.accounts}))
        line = say.words.say("level", level=name, span=say.words.date(days[0], days[-1]), sources=sources)
        yield Item((*ended(capital(line)), *say.notes.cite(*level.facts, command=command)))
