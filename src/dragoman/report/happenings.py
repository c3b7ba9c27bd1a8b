"""What happened, or is to happen, in a few words without its day: a phrase for every kind of event."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.export.plain import one_line
from dragoman.ledger.pairs import Pair
from dragoman.ledger.views import Event
from dragoman.model import Actor
from dragoman.report.facts import Fact
from dragoman.report.page import Line, Run
from dragoman.report.people import People
from dragoman.report.phrases import Phrases, capital, plain
from dragoman.report.wording import wording

QUOTED = frozenset(("statement", "action"))
"""Kinds of which a phrase repeats the words of an account."""


def what(say: Phrases, fact: Fact) -> Line:
    """The phrase for this kind of event."""
    return _KINDS[fact.event.kind](say, fact)


def sentence(fact: Fact, lang: str) -> str:
    """The same by itself, on one line: for calendars and data sets."""
    say = Phrases(wording(lang), Pair("", ""), People.of(()), {})
    return one_line(plain(capital(what(say, fact))))


def visit(say: Phrases, fact: Fact) -> Line:
    """``official visit: Ilham Aliyev (head of state, Azerbaijan), received by …``."""
    event, words = fact.event, say.words
    out = _who(say, event, say.people(_in(event, "guest")))
    hosts = [actor for actor in _in(event, "host") if actor.name or actor.office]
    if hosts:
        return words.say("received" if fact.took_place else "invited", visit=out, hosts=say.people(hosts))
    states = say.people(_in(event, "host"))
    return words.say("visit_to", visit=out, state=states) if states else out


def meeting(say: Phrases, fact: Fact) -> Line:
    """``telephone call: Ilham Aliyev (…) and Kassym-Jomart Tokayev (…)``."""
    return _who(say, fact.event, say.people(fact.event.actors))


def message(say: Phrases, fact: Fact) -> Line:
    """``congratulation: Narendra Modi (…) – Anthony Albanese (…)``."""
    return _way(say, fact.event, "sender", "recipient")


def statement(say: Phrases, fact: Fact) -> Line:
    """``pledge: Kassym-Jomart Tokayev (…): “…”``."""
    said = _who(say, fact.event, say.people(_in(fact.event, "speaker")))
    return say.words.say("quoted", what=said, quote=say.quoted(fact))


def report(say: Phrases, fact: Fact) -> Line:
    """``report: minister (Azerbaijan) to …``."""
    out = _who(say, fact.event, say.people(_in(fact.event, "reporter")))
    audience = say.people(_in(fact.event, "audience"))
    return say.words.say("audience", what=out, people=audience) if audience else out


def thing(say: Phrases, fact: Fact) -> Line:
    """``“protocol on …”: signing``; of a document or a body."""
    return say.words.say("thing", name=say.named(fact), act=_act(say, fact.event))


def relation(say: Phrases, fact: Fact) -> Line:
    """``alliance``."""
    return (Run(_type(say, fact.event)),)


def exchange(say: Phrases, fact: Fact) -> Line:
    """``cultural event: “days of Azerbaijani culture” (Azerbaijan – Kazakhstan)``."""
    event, words = fact.event, say.words
    out: Line = (Run(_type(say, event)),)
    name = say.quoted_name(fact)
    out = words.say("quoted", what=out, quote=name) if name else out
    sides = [say.people(_in(event, role)) for role in ("from", "to")]
    return words.say("between", what=out, one=sides[0], other=sides[1]) if all(sides) else out


def envoy(say: Phrases, fact: Fact) -> Line:
    """``Barry O'Farrell (ambassador, Australia): presents credentials``."""
    envoys = _in(fact.event, "envoy") or list(fact.event.actors)
    return say.words.say("envoy", people=say.people(envoys), act=_act(say, fact.event))


def action(say: Phrases, fact: Fact) -> Line:
    """``aid: Kazakhstan – Azerbaijan: “…”``."""
    return say.words.say("quoted", what=_way(say, fact.event, "source", "target"), quote=say.quoted(fact))


_KINDS: dict[str, Callable[[Phrases, Fact], Line]] = {
    "visit": visit,
    "meeting": meeting,
    "message": message,
    "statement": statement,
    "report": report,
    "document": thing,
    "body": thing,
    "relation": relation,
    "exchange": exchange,
    "accreditation": envoy,
    "action": action,
}


def _in(event: Event, role: str) -> list[Actor]:
    return [actor for actor in event.actors if actor.role == role]


def _way(say: Phrases, event: Event, *roles: str) -> Line:
    """From whom to whom; those who stand in the first role as well are not named again."""
    first = _in(event, roles[0])
    rest = [actor for role in roles[1:] for actor in _in(event, role)]
    sides = [side for side in (say.people(first), say.people(rest)) if side]
    if len(sides) < 2 or sides[0] == sides[1]:
        return _who(say, event, sides[0] if sides else say.people(event.actors))
    return say.words.say("from_to", what=_type(say, event), one=sides[0], other=sides[1])


def _who(say: Phrases, event: Event, people: str) -> Line:
    """The type of an event with those who take part, where any are told."""
    return say.words.say("who", what=_type(say, event), people=people) if people else (Run(_type(say, event)),)


def _type(say: Phrases, event: Event) -> str:
    return say.words.label("types", event.type, of=event.kind)


def _act(say: Phrases, event: Event) -> str:
    return say.words.label("acts", event.act or "mention", of=event.kind)
