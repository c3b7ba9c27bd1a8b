"""Phrases of a report: who, when and where, what a thing is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.export.plain import one_line
from dragoman.ledger.pairs import Pair
from dragoman.ledger.people import LANGUAGES
from dragoman.ledger.spans import iso
from dragoman.ledger.views import Event
from dragoman.model import Actor
from dragoman.report import naming
from dragoman.report.facts import Fact, rank
from dragoman.report.notes import Notes, picked, shortened
from dragoman.report.page import Line, Run
from dragoman.report.people import People
from dragoman.report.wording import Wording

NAME, QUOTE = 160, 160
"""Characters of a name, and of a dispatch's own words, that a sentence repeats."""

PEOPLE, TOPICS = 6, 6
"""Persons, and topics, that a sentence names."""

WORDS, BODY_WORDS = 3, 2
"""Words that a document's name, and a body's, must have at least to say more than its type does."""

Names = Mapping[str, Sequence[str]]
"""Language to what accounts in it call something."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


class Phrases:
    """What sentences of one page are made of, in its language, with its notes.

    ``called`` has, for the events of bodies and documents, what all accounts of the body or document call it.
    """

    def __init__(self, words: Wording, pair: Pair, people: People, called: Mapping[str, Names]) -> None:
        self.words = words
        self.pair = pair
        self.notes = Notes(words)
        self._people = people
        self._called = called
        self._introduced: set[tuple[str, str | None]] = set()

    def begin(self) -> None:
        """From here on persons are introduced again, with office and state."""
        self._introduced.clear()

    def apart(self, phrase: Callable[[], Line]) -> Line:
        """A phrase as it would stand at the beginning of a section; nobody is introduced by it."""
        introduced, self._introduced = self._introduced, set()
        out = phrase()
        self._introduced = introduced
        return out

    def state(self, code: str) -> str:
        """What a state or organisation is called."""
        return naming.state(code, self.words.lang)

    def actor(self, actor: Actor) -> str:
        """``Ilham Aliyev (head of state, Azerbaijan)``, or what is known of the three; once introduced, the name."""
        words = self.words
        office = words.label("offices", actor.office) if actor.office and actor.office != "other" else ""
        state = self.state(actor.state) if actor.state else ""
        if not actor.name:
            return words.text("nobody", office=office, state=state) if office and state else office or state
        name = one_line(self._people.name(actor, words.lang) or actor.name)
        rest = words.text("rest", office=office, state=state) if office and state else office or state
        known = (name, actor.office) in self._introduced
        self._introduced.add((name, actor.office))
        return words.text("person", name=name, rest=rest) if rest and not known else name

    def people(self, actors: Iterable[Actor]) -> str:
        """Those who take part, the highest first, each once, a state only where nobody stands for it."""
        told = sorted(actors, key=lambda actor: (rank(actor), actor.state or ""))
        stood_for = {actor.state for actor in told if actor.name or actor.office}
        told = [actor for actor in told if actor.name or actor.office or actor.state not in stood_for]
        named = list(dict.fromkeys(self.actor(actor) for actor in told))
        return plain(self.words.all_of([*named[:PEOPLE], *self._rest(len(named) - PEOPLE)]))

    def when(self, event: Event) -> str:
        """The day or days of an event, or the day of which it was reported where no text gives one."""
        if event.date:
            return self.words.date(event.date, event.end_date)
        return self.words.text("told", "dates", date=self.words.date(iso(event.first_day)))

    def dated_place(self, event: Event, places: Sequence[str] = ()) -> str:
        """``10 April 2023, Astana``; all of several places."""
        told = places or ([event.place] if event.place else [])
        where = [naming.place(name, self.words.lang) for name in told]
        return ", ".join([self.when(event), *where])

    def sentence(self, event: Event, body: Line, places: Sequence[str] = ()) -> Line:
        """A sentence with its day and place before it, in bold."""
        head = capital((Run(self.dated_place(event, places), bold=True),))
        return self.words.say("item", head=head, body=ended(capital(body)))

    def topics(self, topics: Iterable[str]) -> Line:
        """``Topics: trade, transport and 2 more``: those told most often, relations in general only if alone."""
        counted = Counter(topics)
        if len(counted) > 1:
            counted.pop("relations", None)
        told = [self.words.label("topics", topic) for topic, _ in counted.most_common(TOPICS)]
        listed = self.words.all_of([*told, *self._rest(len(counted) - len(told))])
        return self.words.say("topics", topics=listed) if told else ()

    def name(self, names: Names, label: str, least: int = WORDS) -> Line:
        """What a thing is called: in the page's language alone, else its type before the name in another language."""
        best = fullest(names, self.words.lang, least)
        if best is None or best[0].casefold() == label.casefold():
            return (Run(label),)
        name, lang = best
        quote = self.words.quote(shortened(name, NAME), lang)
        return quote if lang == self.words.lang else self.words.say("titled", type=label, name=quote)

    def body(self, names: Names, label: str) -> Line:
        """What a body is called, without quotation marks in the page's language."""
        best = fullest(names, self.words.lang, BODY_WORDS)
        own = best is not None and best[1] == self.words.lang
        return (Run(shortened(best[0], NAME)),) if best and own else self.name(names, label, BODY_WORDS)

    def named(self, fact: Fact) -> Line:
        """What the document or body of a fact is called."""
        label = self.words.label("types", fact.event.type, of=fact.event.kind)
        known = self._called.get(fact.event.id) or names(fact)
        return self.body(known, label) if fact.event.kind == "body" else self.name(known, label)

    def quoted_name(self, fact: Fact) -> Line:
        """What accounts call a fact, as a quote alone, or nothing."""
        best = fullest(names(fact), self.words.lang, BODY_WORDS)
        return self.words.quote(shortened(best[0], NAME), best[1]) if best else ()

    def own_words(self, fact: Fact) -> Line:
        """The words of an account in the page's language, or nothing."""
        return self.quoted(fact) if any(account.lang == self.words.lang for account in fact.accounts) else ()

    def quoted(self, fact: Fact) -> Line:
        """The words of the account that a reader of the page can best read."""
        best = min(picked(fact.accounts, self.words.lang), key=lambda a: (a.lang != self.words.lang, a.lang != "en"))
        return self.words.quote(shortened(best.quote, QUOTE), best.lang)

    def _rest(self, more: int) -> list[str]:
        return [self.words.text("others", n=self.words.figure(more))] if more > 0 else []


def names(fact: Fact) -> dict[str, list[str]]:
    """What the accounts of a fact call it, by language."""
    out: dict[str, list[str]] = {}
    for account in fact.accounts:
        if account.name:
            out.setdefault(account.lang, []).append(account.name)
    return out


def fullest(names: Names, lang: str, least: int) -> tuple[str, str] | None:
    """The name told most often, then the longest, in this language, else in the next; None where it tells nothing.

    Where this language has names that tell nothing, those of others are not asked: they will hardly tell more.
    """
    for wanted in (lang, *LANGUAGES, *sorted(names)):
        told = [trimmed(name) for name in names.get(wanted, ())]
        telling = [name for name in told if _tells(name, least)]
        if telling:
            return max(sorted(set(telling)), key=lambda name: (telling.count(name), len(name))), wanted
        if told and wanted == lang:
            return None
    return None


def trimmed(name: str) -> str:
    """A name without the punctuation that a sentence put around it."""
    return one_line(name).strip(" .,;:。，；、").strip("«»“”„\"'《》「」 ")


def plain(line: Line) -> str:
    """The words of a line alone."""
    return "".join(run.text for run in line)


def capital(line: Line) -> Line:
    """A line that begins with a capital letter, unless its first words are a quote in another language."""
    if not line or line[0].lang:
        return line
    first = line[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *line[1:])


def ended(line: Line) -> Line:
    """A line that ends in a full stop, be it within a quote."""
    return line if plain(line).rstrip("”“»").endswith((".", "!", "?", "…", "。", "；")) else (*line, Run("."))


def _tells(name: str, least: int) -> bool:
    """Whether a name says more than its type does: by its words, or its signs in a script without spaces."""
    return len(name.split()) >= least or (bool(_UNSPACED.search(name)) and len(name) >= 2 * least)
