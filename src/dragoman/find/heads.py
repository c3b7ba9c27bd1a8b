"""Who heads an institution: a word such as ``head`` and the ministry, parliament or bank behind it are one office."""

from __future__ import annotations

from dragoman.find.glue import Unit, glue_between
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack

# what who heads an institution is, where that is no office of the institution's own name
_HELD = {"head_of_state": "senior_official", "side": None}
_NOUN = ("body", "office", "institution", "document", "head")  # what an institution before it only qualifies


def with_heads(units: list[Unit], bucket: list[Hit], folded: str, pack: Pack) -> list[Unit]:
    """``The head of the Ghanaian Foreign Ministry``, ``the chairman of India's upper house``: the word becomes an
    office by what it heads, and the state between takes the institution in."""
    heads = [hit for hit in bucket if hit.entry.table == "head"]
    for hit in heads:
        taken = [u for u in units if u.table in ("office", "title") and u.start <= hit.start < u.end]
        if any((u.start, u.end) != (hit.start, hit.end) for u in taken):
            continue
        head = Unit(hit.start, hit.end, "office", "", case=hit.case, surface=folded[hit.start : hit.end])
        behind = [u for u in units if u.start >= hit.end][:2]
        if not behind or glue_between(folded, head, behind[0], pack) != "of":
            continue
        state = behind[0] if behind[0].table == "state" and len(behind) > 1 else None
        institution = behind[1] if state else behind[0]
        held = _HELD.get(institution.value, institution.value)
        if institution.table != "institution" or held is None or _qualifies(institution, bucket, pack):
            continue
        if state and glue_between(folded, state, institution, pack) != "direct":
            continue
        head.value = held
        units = [u for u in units if u is not institution and u not in taken]
        if state:
            state.end = institution.end
        else:
            head.end = institution.end
        units.append(head)
    return sorted(units, key=lambda unit: unit.start)


def _qualifies(institution: Unit, bucket: list[Hit], pack: Pack) -> bool:
    """Whether an institution only tells of which kind the noun behind it is: ``the Senate committee``, ``the ministry's
    department``."""
    if pack.order == "svo" and institution.case == "of":
        return True
    return any(hit.entry.table in _NOUN and hit.start == institution.end + 1 for hit in bucket)
