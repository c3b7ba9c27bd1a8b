"""The briefing in words: every section of `Briefing` as sentences with notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.report import telling
from dragoman.report.briefing import Briefing, LastSession
from dragoman.report.facts import Fact
from dragoman.report.offices import RECENT, Holder
from dragoman.report.page import Item, Line, Page, Run, Section
from dragoman.report.papers import Paper, Reached
from dragoman.report.phrases import Phrases, capital, ended
from dragoman.report.wording import wording


def page(briefing: Briefing, lang: str) -> Page:
    """The briefing in a language."""
    say = Phrases(wording(lang), briefing.pair, briefing.people, briefing.called)
    words, (one, other) = say.words, (say.state(code) for code in briefing.pair.codes)
    sections = tuple(_sections(say, briefing))
    return Page(
        lang=lang,
        title=words.text("briefing", "titles", one=one, other=other),
        subtitle=words.text("as_of", day=words.date(briefing.day)),
        day=briefing.day,
        lead=() if briefing.contacts.shown or briefing.levels else (words.say("nothing_done"),),
        sections=sections,
        notes_title=words.title("notes"),
        notes=tuple(say.notes.made),
        about=(words.title("about"), words.text("about")),
    )


def _sections(say: Phrases, briefing: Briefing) -> Iterator[Section]:
    section = telling.section
    if briefing.next:
        yield from section(say, "next", telling.plain(say, briefing.next))
    else:
        yield Section(say.words.title("next"), before=(say.words.say("none_planned"),))
    for told in section(say, "offices", _offices(say, briefing.offices)):
        yield replace(told, after=(say.words.say("recent", years=say.words.figure(RECENT)),))
    yield from section(say, "contacts", _contacts(say, briefing.contacts.shown), briefing.contacts, "earlier")
    yield from telling.commitments(say, briefing.promises)
    pending = [Reached(paper, paper.last) for paper in briefing.pending.shown]
    yield from section(say, "pending", telling.reached(say, pending), briefing.pending)
    yield from section(say, "bodies", _last(say, briefing.sessions))
    yield from section(say, "levels", telling.levels(say, briefing.levels))
    yield from telling.topics(say, "last_year", briefing.topics)


def _contacts(say: Phrases, facts: Iterable[Fact]) -> Iterator[Item]:
    for fact in facts:
        tell = telling.visits if fact.event.kind == "visit" else telling.plain
        yield from tell(say, [fact])


def _offices(say: Phrases, offices: dict[str, list[Holder]]) -> Iterator[Item]:
    """For either side the offices and who was last told to hold them."""
    for state, holders in offices.items():
        if holders:
            yield Item((Run(say.state(state), bold=True),), tuple(_holder(say, holder) for holder in holders))


def _holder(say: Phrases, holder: Holder) -> Line:
    words, held = say.words, holder.held
    line = words.say(
        "held_office",
        office=words.label("offices", held.office),
        name=holder.person.called.get(words.lang, holder.person.name),
        date=words.date(held.last),
        dispatches=words.count("dispatches", held.dispatches),
    )
    return (*ended(capital(line)), *say.notes.cite_account(holder.account))


def _last(say: Phrases, sessions: Iterable[LastSession]) -> Iterator[Item]:
    """The last session of each body, and what was signed that day."""
    for last in sessions:
        name = capital(telling.body_name(say, last.body))
        told = (*telling.session(say, last.session), *say.notes.cite(last.session))
        line = say.words.say("last_session", name=name, session=told)
        yield Item(ended(line), _decided(say, last.signed))


def _decided(say: Phrases, papers: Iterable[Paper]) -> tuple[Line, ...]:
    """What was signed on the day of a session, in one line."""
    told = []
    for paper in papers:
        fact = (paper.signed or paper.last).fact
        name, words = telling.title(say, paper, fact)
        told.append((*(say.words.say("quoted", what=name, quote=words) if words else name), *say.notes.cite(fact)))
    return (say.words.say("decided", list=say.words.series(told)),) if told else ()
