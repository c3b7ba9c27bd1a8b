"""Markers that stand behind their noun: ``A ve B arasında``; in a list the last one bears it for all."""

from __future__ import annotations

from dragoman.find.glue import marker_behind
from dragoman.find.lists import only_state
from dragoman.find.mention import ActorMention
from dragoman.lang.pack import Pack

_JOINED_LAST = ("of", "between", "in")  # what holds for all of a list, also for what a comma follows


def with_postpositions(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> list[str]:
    """Give actors the marker behind them; what ends a list holds for the whole of it.

    A word such as *ile*, *with* and *and* in one, joins two actors of a kind: ``A ile B görüştü``. Who stands first in
    the sentence before a comma is its subject and in no list: ``A, B ve C ile görüştü``.
    """
    out = list(links)
    for at, actor in enumerate(actors):
        behind = marker_behind(folded, actor.end, pack)
        # "X'i havalimanında": the place is no part of whom somebody meets there
        actor.marker = (
            actor.marker if behind == "in" and actor.marker == "obj" and actor.name else behind or actor.marker
        )
        if out[at] == "and" and at + 1 < len(actors) and actor.marker:
            head = _head_of_list(actors, links, at + 1) if actor.office and not actor.name else actors[at + 1]
            joint = _both_in_one(folded, actor, actors[at + 1], head, pack)
            out[at] = "and" if joint or actor.marker == actors[at + 1].marker else ""
            actor.marker = "" if joint else actor.marker
    for at in range(len(actors) - 2, -1, -1):
        left, right = actors[at], actors[at + 1]
        if out[at] == "direct" and left.marker == "with" and right.marker == "between" and _same_sort(left, right):
            out[at], left.marker = "and", "between"  # "Özbəkistanla Əfqanıstan arasında"
        if out[at] in ("and", "comma") and left.marker == "of" and right.marker == "by":
            left.marker = "by"  # genitives that a word such as "chaired by" ends
        if out[at] not in ("and", "comma") or left.marker or not right.marker:
            continue
        first = not any(not a.marker and not a.attributive for a in actors[:at])
        alone = right.marker not in _JOINED_LAST or _acts_on(folded, actors, out, at, pack)
        if out[at] == "comma" and ((first and alone) or not _listed_on(out, at)):
            out[at] = ""
        elif _same_sort(left, right) or (only_state(left) and right.office and right.state and not right.name):
            left.marker = right.marker
    return out


def _acts_on(folded: str, actors: list[ActorMention], links: list[str], at: int, pack: Pack) -> bool:
    """Whether genitives behind a comma own what the one before it acts on: ``A, B ve C'nin kararını kınadı``. Where
    somebody else may act, or what they own stands in the nominative, all are of one list."""
    last = at + 1
    while last + 1 < len(actors) and links[last] in ("and", "comma"):
        last += 1
    if actors[at + 1].marker != "of" or any(not a.marker and not a.attributive for a in actors[last + 1 :]):
        return False
    words = [word.strip('"') for word in folded[actors[last].end : actors[last].end + _OWNED].split()[:-1]]
    return any(word[-2:-1] == "n" and pack.verb_form("oblique", word) for word in words[:_NOUN])


_NOUN, _OWNED = 3, 60  # words among which the noun stands that somebody owns; letters in which they are


def _listed_on(links: list[str], at: int) -> bool:
    """Whether the list that goes on behind a comma ends with an *and*."""
    while at < len(links) and links[at] == "comma":
        at += 1
    return at < len(links) and links[at] == "and"


def _same_sort(left: ActorMention, right: ActorMention) -> bool:
    return bool(left.name or left.office or left.ref) == bool(right.name or right.office or right.ref)


def _head_of_list(actors: list[ActorMention], links: list[str], at: int) -> ActorMention:
    """The office that a list of states shares, told with the last: ``A ve B Devlet Başkanları``."""
    while at + 1 < len(actors) and links[at] in ("and", "comma") and only_state(actors[at]):
        at += 1
    return actors[at]


def _both_in_one(folded: str, left: ActorMention, right: ActorMention, head: ActorMention, pack: Pack) -> bool:
    """Whether a word that is *with* and *and* stands between two of a kind; ``head`` tells which the second is."""
    word = folded[left.end : right.start].strip()
    if word not in pack.sets["and"] or word not in pack.postpositions.get("with", ()):
        return False
    return _same_sort(left, head) and not (right.capital and right.marker in ("in", "from", "to"))
