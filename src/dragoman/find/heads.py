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
        if not behind or not _owned_by(folded, head, behind[0], pack):
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


_OF_SOMEBODY = ("spokesperson", "senior_official", "special_envoy")
_SERVED = (
    "head_of_state", "head_of_government", "crown_prince", "deputy_head_of_government", "foreign_minister",
    "defence_minister", "minister", "speaker", "governor", "secretary_general",
)  # fmt: skip


def with_staff(units: list[Unit], folded: str, pack: Pack) -> list[Unit]:
    """``An adviser to the Iraqi prime minister``, ``the Russian president's spokesman``: the office of who is served
    tells nothing of who serves; his state is theirs."""
    out = list(units)
    for at, staff in enumerate(units):
        if staff.table != "office" or staff.value not in _OF_SOMEBODY or staff not in out:
            continue
        before = units[at - 1] if at else None
        if before and _served(before) and before.case == "of" and before.end + 1 == staff.start:
            state = units[at - 2] if at > 1 else None
            beside = (
                state is not None
                and state.table in ("state", "org")
                and glue_between(folded, state, before, pack) == "direct"
            )
            if before.value == "secretary_general" and not beside:
                continue  # of which organisation the text tells elsewhere
            out.remove(before)
            if state and beside:
                state.end = before.end
            else:
                staff.start = before.start
            continue
        behind = units[at + 1 : at + 4]
        to = bool(behind) and glue_between(folded, staff, behind[0], pack) == "to"
        if not behind or not (to or _owned_by(folded, staff, behind[0], pack)):
            continue
        state = behind[0] if (behind[0].form == "adj" or behind[0].table == "org") and len(behind) > 1 else None
        served = behind[1] if state else behind[0]
        if not _served(served) or (state and glue_between(folded, state, served, pack) != "direct"):
            continue
        rest = behind[2:] if state else behind[1:]
        if rest and rest[0].table in ("person", "title") and glue_between(folded, served, rest[0], pack) == "direct":
            continue  # "a spokesman for President X"
        out.remove(served)
        staff.served = served.value
        if state and to:
            staff.end, staff.state = served.end, state.value
            out.remove(state)
        elif state:
            state.end = served.end
        else:
            staff.end = served.end
    return out


def _owned_by(folded: str, left: Unit, right: Unit, pack: Pack) -> bool:
    """Whether the right unit tells whose the left one is, by an *of* or an article that may be a genitive's."""
    glue = glue_between(folded, left, right, pack)
    article = folded[left.end : right.start].strip() in pack.sets["owner_articles"]
    return glue == "of" or (glue == "direct" and article)


def _served(unit: Unit) -> bool:
    return unit.table == "office" and unit.value in _SERVED


def _qualifies(institution: Unit, bucket: list[Hit], pack: Pack) -> bool:
    """Whether an institution only tells of which kind the noun behind it is: ``the Senate committee``, ``the ministry's
    department``."""
    if pack.order == "svo" and institution.case == "of":
        return True
    return any(hit.entry.table in _NOUN and hit.start == institution.end + 1 for hit in bucket)
