"""Who heads an institution or a delegation: a word such as ``head`` and the ministry behind it are one office."""

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
        own = next((u for u in units if u.table == "institution" and u.end + 1 == hit.start and not u.suffix), None)
        if own is not None and pack.order == "svo" and not pack.adjective_after_office:
            # "National Assembly Chairman X"
            head.value, head.start = _HELD.get(own.value, own.value) or "", own.start
            if head.value:
                units = sorted((*(u for u in units if u is not own and u not in taken), head), key=lambda u: u.start)
            continue
        behind = [u for u in units if u.start >= hit.end][:2]
        if not behind or not owned_by(folded, head, behind[0], pack):
            continue
        if behind[0].table == "org" and folded.startswith(", ", behind[0].end) and not taken:
            head.value = "secretary_general"  # "the head of the World Health Organization, X"
            units.append(head)
            continue
        state = behind[0] if behind[0].table == "state" and len(behind) > 1 else None
        institution = behind[1] if state else behind[0]
        # "the secretary of the Kazakh Security Council"
        national = state is not None and pack.office_states.get(folded[institution.start : institution.end]) == "-"
        held = "senior_official" if national else _HELD.get(institution.value, institution.value)
        # "the head of the Kazakh delegation"
        sent = institution.table == "office" and institution.value == "delegation"
        if institution.table != "institution" and not (national or sent):
            continue
        if held is None or _qualifies(institution, bucket, pack):
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


def owned_by(folded: str, left: Unit, right: Unit, pack: Pack) -> bool:
    """Whether the right unit tells whose the left one is, by an *of* or an article that may be a genitive's."""
    glue = glue_between(folded, left, right, pack)
    article = folded[left.end : right.start].strip() in pack.sets["owner_articles"]
    return glue == "of" or (glue == "direct" and article)


def _qualifies(institution: Unit, bucket: list[Hit], pack: Pack) -> bool:
    """Whether an institution only tells of which kind the noun behind it is: ``the Senate committee``, ``the ministry's
    department``."""
    if pack.order == "svo" and institution.case == "of":
        return True
    return any(hit.entry.table in _NOUN and hit.start == institution.end + 1 for hit in bucket)
