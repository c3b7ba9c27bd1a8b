"""What people have judged of a unit's claims, as joining asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.ledger.claims import Claim


@dataclass(frozen=True, slots=True)
class Rulings:
    """Claims that were judged to be one event, by groups, and pairs that were judged to be two."""

    groups: dict[str, str] = field(default_factory=dict)
    pairs: frozenset[tuple[str, str]] = frozenset()

    def group(self, claim: str) -> str | None:
        """The name of the group that a claim was put into, if it was."""
        return self.groups.get(claim)

    def parts(self, one: str, others: Iterable[Claim]) -> bool:
        """Whether a claim was judged to be of another event than one of these."""
        return bool(self.pairs) and any((min(one, x.id), max(one, x.id)) in self.pairs for x in others)


def rulings(same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]) -> Rulings:
    """Rulings from judged pairs of claims. Sameness carries over: if a is b and b is c, a is c."""
    groups: dict[str, str] = {}
    for one, other in sorted(same):
        ends = {groups.get(one, one), groups.get(other, other)}
        name = min(ends)
        groups.update({one: name, other: name})
        groups.update({claim: name for claim, known in groups.items() if known in ends})
    return Rulings(groups, frozenset((min(a, b), max(a, b)) for a, b in different))
