"""The report on the work done in words: every section of `Work` as sentences with notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.report import telling
from dragoman.report.page import Line, Page, Run, Section
from dragoman.report.papers import Reached
from dragoman.report.phrases import Phrases
from dragoman.report.wording import wording
from dragoman.report.work import Told, Work


def page(work: Work, lang: str) -> Page:
    """The report in a language."""
    say = Phrases(wording(lang), work.pair, work.people, work.called)
    words, (one, other) = say.words, (say.state(code) for code in work.pair.codes)
    lead = tuple(_lead(say, work))
    sections = tuple(_sections(say, work))
    return Page(
        lang=lang,
        title=words.text("report", "titles", one=one, other=other),
        subtitle=words.text(
            "period",
            since=words.date(work.period.first),
            until=words.date(work.period.last),
            day=words.date(work.period.day),
        ),
        day=work.period.day,
        lead=lead,
        sections=sections,
        notes_title=words.title("notes"),
        notes=tuple(say.notes.made),
        about=(words.title("about"), words.text("about")),
    )


def _lead(say: Phrases, work: Work) -> Iterator[Line]:
    words = say.words
    if work.empty:
        yield _nothing(say, work)
        yield telling.told_by(say, work.held, "holds")
        return
    counts = [words.count(key, number) for key, number in _counts(work).items() if number]
    held = [words.say("held", counts=words.all_of(counts)) if counts else words.say("nothing_done")]
    if work.leaders:
        held.append(words.say("leaders", n=words.figure(work.leaders)))
    yield _paragraph(held)
    kept = _kept(say, work)
    if kept:
        yield _paragraph(kept)
    yield telling.told_by(say, work.sources)


def _paragraph(sentences: Iterable[Line]) -> Line:
    """Sentences in one line."""
    first, *rest = sentences
    return (*first, *(run for sentence in rest for run in (Run(" "), *sentence)))


def _nothing(say: Phrases, work: Work) -> Line:
    words, (one, other) = say.words, (say.state(code) for code in work.pair.codes)
    since, until = words.date(work.period.first), words.date(work.period.last)
    return words.say("nothing", one=one, other=other, since=since, until=until)


def _kept(say: Phrases, work: Work) -> list[Line]:
    """How many commitments there are, and how they stand."""
    words = say.words
    total = sum(listing.total for listing in work.promises.values())
    states = [
        words.text("kept_state", n=words.figure(listing.total), state=words.label("states", state))
        for state, listing in work.promises.items()
        if listing.total
    ]
    out = [words.say("kept", total=words.figure(total), counts=words.all_of(states))] if total else []
    return [*out, words.say("at_once", n=words.figure(work.at_once))] if work.at_once else out


def _counts(work: Work) -> dict[str, int]:
    return {
        "visits": work.listings["visits"].total,
        "meetings": work.listings["meetings"].total,
        "signed": work.signed.total - work.packages,
        "packages": work.packages,
        "sessions": work.sessions,
        "messages": sum(work.told["message"].types.values()),
        "statements": sum(work.told["statement"].types.values()),
    }


def _sections(say: Phrases, work: Work) -> Iterator[Section]:
    lists, section = work.listings, telling.section
    yield from section(say, "visits", telling.visits(say, lists["visits"].shown), lists["visits"])
    yield from section(say, "called_off", telling.plain(say, lists["called_off"].shown), lists["called_off"])
    yield from section(say, "meetings", telling.plain(say, lists["meetings"].shown), lists["meetings"])
    yield from section(say, "signed", telling.signed(say, work.signed.shown), work.signed)
    yield from section(say, "later", telling.reached(say, work.later.shown), work.later)
    pending = [Reached(paper, paper.last) for paper in work.pending.shown]
    yield from section(say, "pending", telling.reached(say, pending), work.pending)
    bodies = (
        telling.body(say, body, [fact for fact in body.sessions if work.period.has(fact)]) for body in work.bodies.shown
    )
    yield from section(say, "bodies", bodies, work.bodies)
    yield from telling.commitments(say, work.promises)
    for key in ("reports", "exchanges", "envoys", "acts"):
        yield from section(say, key, telling.plain(say, lists[key].shown), lists[key])
    yield from section(say, "levels", telling.levels(say, work.levels))
    for key, kind in (("statements", "statement"), ("messages", "message")):
        yield from _told(say, key, kind, work.told[kind])
    yield from telling.topics(say, "topics", work.topics)


def _told(say: Phrases, key: str, kind: str, told: Told) -> Iterator[Section]:
    """How many of each type, and the most told."""
    if not told.types:
        return
    types = [
        say.words.text("tally_part", n=say.words.figure(number), type=say.words.label("types", type, of=kind))
        for type, number in told.types.items()
    ]
    count = say.words.count(key, sum(told.types.values()))
    tally = say.words.say("tally", count=count, list=say.words.all_of(types))
    say.begin()
    items = tuple(telling.plain(say, told.most.shown))
    yield Section(say.words.title(key), items, before=(tally,), after=telling.left_out(say, told.most))
