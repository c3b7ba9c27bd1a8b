"""By which of their names the persons of a unit are shown: one for each, whatever languages tell of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dragoman.ledger import parties
from dragoman.ledger.claims import Claim
from dragoman.model import Actor

LANGUAGES = ("en", "de", "fr", "es", "tr", "az", "ru", "uk", "kk", "ar", "zh")
"""The order in which a name is taken from accounts in several languages."""

_Named = tuple[tuple[int, int, str], Actor]


def rank(lang: str) -> int:
    """The place of a language in ``LANGUAGES``, the last for one that is not there."""
    return LANGUAGES.index(lang) if lang in LANGUAGES else len(LANGUAGES)


class People:
    """The persons told in some claims. Names are ranked by language, then the fullest first."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        best: dict[tuple[str | None, str], _Named] = {}
        for claim in claims:
            for actor in claim.record.actors:
                if actor.name and actor.key:
                    order = (rank(claim.source.lang), -actor.name.count(" "), actor.name)
                    known = best.get((actor.state, actor.key))
                    if known is None or order < known[0]:
                        best[actor.state, actor.key] = order, actor
        self._by_state: dict[str | None, list[_Named]] = defaultdict(list)
        for (state, _), found in sorted(best.items(), key=lambda item: item[1][0]):
            self._by_state[state].append(found)
        self._chosen: dict[Actor, str | None] = {}

    def name(self, actor: Actor) -> str | None:
        """The best ranked name of whoever may be the same person of the same state."""
        if actor not in self._chosen:
            alike = (other.name for _, other in self._by_state[actor.state] if parties.is_same(actor, other))
            self._chosen[actor] = next(alike, actor.name)
        return self._chosen[actor]
