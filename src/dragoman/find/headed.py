"""Who a relative clause says heads an institution or holds an office: ``X, who leads the Foreign Ministry``."""

from __future__ import annotations

import functools
import itertools

from dragoman.find.mention import ActorMention
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold

_OF_NO_OFFICE = ("side", "delegation")  # institutions that nobody heads by an office of the state
_GENERAL = (None, "minister", "military_officer")  # what is also said of who holds a more particular office
_HELD = {"head_of_state": "senior_official"}  # of the institution's own name, where that is another
_SHORT = 14  # letters of an abbreviation in brackets
_WORDS = 8  # words at most between a name and what is headed


def name_headed(folded: str, actors: list[ActorMention], pack: Pack) -> list[ActorMention]:
    """Persons take the office and state of what they are said to head, or of the office they are said to hold."""
    if not pack.words["heading"]:
        return actors
    out = list(actors)
    last = pack.order == "sov"
    behind = pack.words["heading_last"]
    for actor in actors if behind else ():
        # "X, der dem Außenministerium vorsteht": the relative pronoun was taken for an article
        merged = actor.name and actor.institution and actor.office is None and actor.institution not in _OF_NO_OFFICE
        if merged and folded.startswith(behind, _past_brackets(folded, actor.end)):
            actor.office, actor.form = _HELD.get(actor.institution or "", actor.institution), "person"
    for at, (left, right) in enumerate(itertools.pairwise(actors)):
        begins = right.start
        if not last and right.form == "adj" and at + 2 < len(actors) and actors[at + 2].start == right.end + 1:
            right = _of_state(right, actors[at + 2])  # "who leads the Russian Federation Council"
        person, headed = (right, left) if last else (left, right)
        if not person.name or headed.name or headed.ref or person.state not in (None, headed.state):
            continue
        if person.office not in _GENERAL and person.end - person.start > len(person.name):
            continue  # the person's own words tell an office, and no list that it stands in
        told = _between(folded[left.end : begins], pack)
        closed = not behind or folded.startswith(behind, _past_brackets(folded, headed.end))
        office = _office(folded, headed, pack) if told in pack.sets["heading"] and closed else None
        if office is None and told in pack.sets["holding"]:
            office = headed.office
        if office is None or office in _OF_NO_OFFICE:
            continue
        person.office, person.state = office, headed.state
        if not last:
            person.end = _past_brackets(folded, headed.end) - 1
        else:
            person.start = headed.start
        out = [actor for actor in out if actor is person or actor.start < person.start or actor.start >= person.end]
    return out


def _past_brackets(folded: str, at: int) -> int:
    """Where the word begins behind a mention and the abbreviation that follows it in brackets."""
    close = folded.find(")", at, at + _SHORT) if folded.startswith(" (", at) else -1
    return close + 2 if close > 0 else at + 1


def _of_state(adjective: ActorMention, headed: ActorMention) -> ActorMention:
    """An institution with the state that an adjective before it tells."""
    state = headed.state or adjective.state
    return ActorMention(adjective.start, headed.end, headed.form, state, headed.office, institution=headed.institution)


def _between(told: str, pack: Pack) -> str:
    """The words between a name and what is headed, without commas and one article at the end."""
    words = told.strip(" ,(").split(" ")
    if len(words) > _WORDS:
        return ""
    if len(words) > 1 and words[-1] in pack.sets["articles"]:
        words.pop()
    return " ".join(words).rstrip(",")


def _office(folded: str, headed: ActorMention, pack: Pack) -> str | None:
    """The office of who heads an institution, told by its own word or by a name that only one state's has."""
    if headed.form == "org":
        return "secretary_general"
    if headed.form not in ("institution", "gov") or headed.office:
        return None
    kind = headed.institution or _named(folded[headed.start : headed.end], pack)
    return _HELD.get(kind, kind) if kind else None


def _named(told: str, pack: Pack) -> str | None:
    """Whose an institution is that the longest of the last words of a mention name."""
    words = told.split(" ")
    table = _institutions(pack.code)
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((table[tail] for tail in tails if tail in table), None)


@functools.cache
def _institutions(code: str) -> dict[str, str]:
    """The institutions that a pack names without endings, with the offices of who heads them."""
    pack = load(code)
    rows = (entry for entry in pack.entries if entry.table == "institution")
    return {fold(entry.surface.rstrip("!"), pack.spelling.turkic): entry.value for entry in rows}
