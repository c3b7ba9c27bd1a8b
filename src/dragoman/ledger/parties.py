"""Whether two claims can have the same parties: states, persons and offices, role by role."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from dragoman.ledger.claims import Claim
from dragoman.ledger.objection import Objection
from dragoman.model import Actor
from dragoman.resolve.keys import same_person

# roles that are compared with one another; in kinds that are not named, all roles are one side
_SIDES: dict[str, tuple[tuple[str, ...], ...]] = {
    "visit": (("guest",), ("host",)),
    "message": (("sender",), ("recipient",)),
    "statement": (("speaker",), ("target",)),
    "report": (("reporter",), ("audience",)),
    "exchange": (("from", "party"), ("to", "party")),
    "accreditation": (("envoy",), ("sender",), ("receiver",)),
    "action": (("source",), ("target",)),
}
# who must be the very same: a joint statement is not that of one of its speakers
_EXACT = frozenset(("speaker", "source"))
# offices that one person of a state holds at a time: names that scripts write further apart may still be one
_SINGLE = frozenset(
    ("head_of_state", "head_of_government", "crown_prince", "foreign_minister", "defence_minister", "secretary_general")
)
_LIKE = 0.6
_SURNAME = 2
"""The least length of a key that may stand for a surname at the end of a longer one; at its beginning, one more."""


def alike(one: Claim, other: Claim) -> list[tuple[float, str]]:
    """The weights of what the parties share; raises `Objection` where they differ."""
    kind = one.record.kind
    sides = _SIDES.get(kind)
    if sides is None:
        many = kind == "meeting" and "multilateral" in (one.record.type, other.record.type)
        # those who look on while ministers sign are easily taken for signatories
        return _side(one.record.actors, other.record.actors, many=many, loose=many or kind == "document", exact=False)
    found: list[tuple[float, str]] = []
    for roles in sides:
        found += _side(one.acting(*roles), other.acting(*roles), exact=roles[0] in _EXACT)
    return found


def _side(
    a: Sequence[Actor], b: Sequence[Actor], *, exact: bool, many: bool = False, loose: bool = False
) -> list[tuple[float, str]]:
    """One side of two claims: of ``many`` states some will do, ``exact`` ones may not differ, ``loose`` persons may."""
    if not a or not b:
        return []
    mine, theirs = _states(a), _states(b)
    shared = mine & theirs
    nested = mine <= theirs or theirs <= mine
    if (
        mine
        and theirs
        and (not shared or (exact and mine != theirs and min(len(mine), len(theirs)) < 2) or not (many or nested))
    ):
        raise Objection(f"{', '.join(sorted(mine))} and {', '.join(sorted(theirs))}")
    found = [(1.0 if len(shared) > 1 else 0.5, f"{' and '.join(sorted(shared))}")] if shared else []
    for state in sorted(shared):
        found += _people(_of(a, state), _of(b, state), loose=loose)
    if not shared:
        found += _people(a, b, loose=loose)
    return found


def _people(a: Sequence[Actor], b: Sequence[Actor], *, loose: bool) -> list[tuple[float, str]]:
    """Persons of one state: those named in both must meet; an office stands for whoever holds it."""
    mine, theirs = [x for x in a if x.name], [x for x in b if x.name]
    if mine and theirs:
        names = [x.name or "" for x in mine if any(is_same(x, y) for y in theirs)]
        if not names:
            if loose:
                return []
            raise Objection(f"{mine[0].name} and {theirs[0].name}")
        return [(1.5, ", ".join(names))]
    offices, others = {x.office for x in a if x.office}, {x.office for x in b if x.office}
    if offices and others:
        if not offices & others and not loose:
            raise Objection(f"{', '.join(sorted(offices))} and {', '.join(sorted(others))}")
        return [(1.0, ", ".join(sorted(offices & others)).replace("_", " "))] if offices & others else []
    return []


def is_same(one: Actor, other: Actor) -> bool:
    """Whether two actors of one state may be one person: keys alike, a surname alone, or one holder of an office."""
    a, b = one.key or "", other.key or ""
    if same_person(a, b):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= _SURNAME and long.endswith(short):
        return True
    if len(short) > _SURNAME and long.startswith(short):
        return True
    if one.office != other.office or one.office not in _SINGLE:
        return False
    return (len(short) >= _SURNAME and short in long) or Levenshtein.normalized_similarity(a, b) >= _LIKE


def _states(actors: Sequence[Actor]) -> set[str]:
    return {actor.state for actor in actors if actor.state}


def _of(actors: Sequence[Actor], state: str) -> list[Actor]:
    return [actor for actor in actors if actor.state == state]
