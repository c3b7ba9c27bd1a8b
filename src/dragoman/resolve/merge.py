"""One fact, one record: candidates that tell the same are joined, what one leaves open the other fills."""

from __future__ import annotations

from datetime import date

from dragoman.frame.draft import Draft
from dragoman.model import Actor

_MAX_EVIDENCE = 3
_HIGH = ("head_of_state", "head_of_government", "speaker", "foreign_minister", "defence_minister", "deputy_minister")
_APART = (*_HIGH, "ambassador")  # who is met apart from another of the same state
_NEWS = 14  # days up to which what is told without a day, as news, may be what another sentence tells with one
_DAYS = 4  # how long a visit's programme may go on


def merge(drafts: list[Draft]) -> list[Draft]:
    """Join drafts in the order of the text; each joins the first earlier one that it agrees with."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.sentence, d.at)):
        for other in out:
            if same_fact(other, draft):
                _join(other, draft)
                break
        else:
            out.append(draft)
    return out


_LEVELS = ("friendly", "partnership", "strategic_partnership", "alliance")


def highest_levels(drafts: list[Draft]) -> list[Draft]:
    """Of the levels that two states' relations are said to have only the highest; one that they will have stays."""
    best: dict[frozenset[str], int] = {}
    for draft in drafts:
        if _is_level(draft):
            pair = frozenset(draft.states())
            best[pair] = max(best.get(pair, 0), _LEVELS.index(draft.type))
    return [d for d in drafts if not _is_level(d) or _LEVELS.index(d.type) == best[frozenset(d.states())]]


def _is_level(draft: Draft) -> bool:
    return draft.kind == "relation" and draft.type in _LEVELS and draft.status in ("done", "ongoing")


def same_fact(one: Draft, other: Draft) -> bool:
    """Whether two candidates may tell the same fact."""
    if one.kind != other.kind or one.act != other.act:
        return False
    if not _types_agree(one, other):
        return False
    if one.kind == "statement":
        return _speakers_agree(one, other) and _targets_agree(one, other)
    if one.kind == "visit" and (_programme(one, other) or _invited_before(one, other) or _begun_and_ended(one, other)):
        return True
    if not _dates_agree(one, other) or not _status_agrees(one, other):
        return False
    if one.kind == "visit":
        if _long_before(one, other) or _long_before(other, one):
            return False
        return one.states("host") == other.states("host") and _persons_agree(one, other, "guest")
    if one.kind == "meeting":
        both = one.type == other.type == "multilateral" and one.place == other.place is not None
        within = both and (one.states() <= other.states() or other.states() <= one.states())  # one tells fewer guests
        return (within or _sets_agree(one.states(), other.states())) and _persons_agree(one, other, "participant")
    if one.act in ("expel", "recall") and one.states("receiver") != other.states("receiver"):
        return False
    if one.kind == "report" and one.sentence == other.sentence and one.told != other.told:
        return False  # "the minister of economy, the minister of transport reported"
    if one.kind == "accreditation" and _same_envoy(one, other):
        return True
    if one.kind in ("report", "accreditation", "message"):
        role = {"report": "reporter", "accreditation": "envoy", "message": "sender"}[one.kind]
        return _persons(one, role) == _persons(other, role) and (
            one.kind != "message" or _states(one, "recipient") == _states(other, "recipient")
        )
    if one.kind == "action":
        return _same_act(one, other)
    if one.kind == "document" and one.sentence == other.sentence and abs(one.at - other.at) > 3:
        return False
    if one.kind == "exchange" and _states(one, "from") == _states(other, "to") != set():
        return False  # the one's pictures there, the other's here
    return one.states() == other.states()


def _targets_agree(one: Draft, other: Draft) -> bool:
    """Whether two statements are to the same, or a word of saying only repeats one of several in its sentence."""
    told, again = _states(one, "target"), _states(other, "target")
    if told == again:
        return True
    return one.sentence == other.sentence and bool(told and again) and (told < again or again < told)


def _same_act(one: Draft, other: Draft) -> bool:
    """Whether two acts of a type are one: the same do it to the same, and it is on the same."""
    sides = [(draft.states("source"), draft.states("target")) for draft in (one, other)]
    if one.type != other.type or sides[0] != sides[1]:
        return False
    if sides[0][0] == sides[0][1] and _persons(one, "source") != _persons(other, "source"):
        return False
    if set(one.topics) & set(other.topics):
        return True
    return not (one.topics and other.topics) and not _measures(one, other)


def _measures(one: Draft, other: Draft) -> bool:
    """Whether two verbs of a sentence tell of two measures: ``barred X's officials and stopped the flights``."""
    apart = one.to <= other.at or other.to <= one.at
    return one.type == "sanction" and one.sentence == other.sentence and apart and one.topics != other.topics


def _long_before(one: Draft, other: Draft) -> bool:
    """Whether one visit was over before the other, which goes on as the text is sent: ``as in April 2022``."""
    past = one.status != "planned" and one.told_date and one.date
    if not past or other.status != "ongoing" or other.told_date or len(other.date or "") < 10:
        return False
    if len(past) < 10:
        return one.status == "done" or past < (other.date or "")[: len(past)]
    return (date.fromisoformat(other.date or "") - date.fromisoformat(past)).days > _DAYS


def _same_envoy(one: Draft, other: Draft) -> bool:
    """Whether one of two drafts tells by name the ambassador whom the other leaves unnamed."""
    envoys = [[a for a in draft.actors if a.role == "envoy"] for draft in (one, other)]
    if any(len(row) != 1 or row[0].office != "ambassador" for row in envoys) or one.states() != other.states():
        return False
    unnamed = [row[0].name is None for row in envoys]
    return any(unnamed) and one.states("sender") == other.states("sender")


def _programme(one: Draft, other: Draft) -> bool:
    """Whether a journey to come only is the rest of a visit that goes on: ``tomorrow the guest leaves for X``."""
    on = one.told_date and other.told_date and other.status == "ongoing"
    goes_on = one.status == "ongoing" and (on or other.status == "planned")
    if not goes_on or len(one.date or "") < 10 or len(other.date or "") < 10:
        return False
    days = (date.fromisoformat(other.date or "") - date.fromisoformat(one.date or "")).days
    same = one.states("host") == other.states("host") and _persons_agree(one, other, "guest")
    return same and 0 <= days <= _DAYS


def _begun_and_ended(one: Draft, other: Draft) -> bool:
    """Whether one tells on which day a visit began and the other when it ended: ``came on Monday``, ``flew home``."""
    if one.status not in ("ongoing", "done") or other.status != "done" or not (one.told_date and other.told_date):
        return False
    if one.end_date or other.end_date or len(one.date or "") < 10 or len(other.date or "") < 10:
        return False
    days = (date.fromisoformat(other.date or "") - date.fromisoformat(one.date or "")).days
    same = one.states("host") == other.states("host") and _persons_agree(one, other, "guest")
    return same and 0 < days <= _DAYS


def _invited_before(one: Draft, other: Draft) -> bool:
    """Whether one visit is the invitation to the other, told in retrospect: ``X is in Paris. Y had invited him``."""
    asked = [draft for draft in (one, other) if draft.status == "proposed"]
    if len(asked) != 1 or not asked[0].background:
        return False
    return one.states("host") == other.states("host") and _persons_agree(one, other, "guest")


_NOT_THE_STATE = ("member_of_parliament", "other")  # who speaks with no state's voice


def _speakers_agree(one: Draft, other: Draft) -> bool:
    """The same speakers; in neighbouring sentences a state and its official are one voice."""
    speakers = [_persons(draft, "speaker") for draft in (one, other)]
    if speakers[0] == speakers[1]:
        return True
    bare = any(all(name is None and office is None for name, office, _ in rows) for rows in speakers)
    if any(a.office in _NOT_THE_STATE for draft in (one, other) for a in draft.actors if a.role == "speaker"):
        return False
    return bare and abs(one.sentence - other.sentence) <= 1 and _states(one, "speaker") == _states(other, "speaker")


def _types_agree(one: Draft, other: Draft) -> bool:
    if one.type == other.type:
        return True
    if one.kind == "meeting" and "multilateral" in (one.type, other.type):
        return _of_one_call(one, other)
    if one.kind == "meeting":
        return "bilateral" in (one.type, other.type)
    return "unspecified" in (one.type, other.type) and one.kind in ("visit", "document", "body")


_REMOTE = ("phone", "video")


def _of_one_call(one: Draft, other: Draft) -> bool:
    """Whether what is told behind a call of two sides only names an event of many that they spoke of: ``The presidents
    spoke by telephone. They exchanged views on the summit``."""
    two = one.states() == other.states() and len(one.states()) == _TWO
    return two and one.type in _REMOTE and one.sentence != other.sentence and not other.place


_TWO = 2


def _status_agrees(one: Draft, other: Draft) -> bool:
    if one.status == other.status:
        return True
    both = {one.status, other.status}
    if one.kind == "visit" and (
        both == {"planned", "proposed"} or (one.sentence == other.sentence and one.date == other.date)
    ):
        return True
    if one.kind == "visit" and "ongoing" in both and not (one.told_date and other.told_date):
        return both <= {"ongoing", "done", "planned"}
    if one.type == "culture_event" and both == {"planned", "done"} and not _same_way(one, other):
        return False  # "the festival of A and B was held, A's pictures will be shown in B"
    if one.kind == "exchange" and not (one.told_date and other.told_date):
        return both != {"ongoing", "planned"} or one.sentence == other.sentence
    return both == {"ongoing", "done"} if one.kind in ("visit", "action", "exchange", "relation") else False


def _same_way(one: Draft, other: Draft) -> bool:
    """Whether two exchanges go from the same side to the same other."""
    return {(a.role, a.state) for a in one.actors} == {(a.role, a.state) for a in other.actors}


def _dates_agree(one: Draft, other: Draft) -> bool:
    if one.date is None or other.date is None or not (one.told_date and other.told_date):
        if one.background != other.background and one.told_date != other.told_date:
            return False
        goes_on = other.sentence - one.sentence <= int(
            one.told_date and one.status == other.status
        )  # "met in May. They"
        return one.told_date == other.told_date or goes_on or _near(one.date or "", other.date or "")
    return (
        one.date.startswith(other.date) or other.date.startswith(one.date) or _within(one, other) or _within(other, one)
    )


def _near(one: str, other: str) -> bool:
    """Whether two days, or a day and its month or year, may be of one event that goes on for some days; where none is
    told, they may."""
    if len(one) < len("2024-05-01") or len(other) < len("2024-05-01"):
        return one.startswith(other) or other.startswith(one)
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _NEWS


def _within(one: Draft, other: Draft) -> bool:
    return bool(one.end_date and one.date and other.date and one.date <= other.date <= one.end_date)


def _persons(draft: Draft, role: str) -> set[tuple[str | None, str | None, str | None]]:
    return {(a.name, None if a.name else a.office, a.state) for a in draft.actors if a.role == role}


def _states(draft: Draft, role: str) -> set[str | None]:
    return {a.state for a in draft.actors if a.role == role}


def _persons_agree(one: Draft, other: Draft, role: str) -> bool:
    """The same persons, or persons on one side where the other tells only the state."""
    if _states(one, role) != _states(other, role) and role != "participant":
        return False
    names = [{a.name for a in d.actors if a.role == role and a.name} for d in (one, other)]
    shared = one.states() & other.states() if role == "participant" else set()
    if any(_two_encounters(one, other, state) for state in shared):
        return False
    return not names[0] or not names[1] or bool(names[0] & names[1])


def _two_encounters(one: Draft, other: Draft, state: str) -> bool:
    """Whether two meetings tell of different persons of a state, or of holders of different high offices.

    ``X met Y; X also met Z``
    """
    rows = [[a for a in draft.actors if a.state == state] for draft in (one, other)]
    names = [{a.name for a in row if a.name} for row in rows]
    offices = [{a.office for a in row if a.office in _APART} for row in rows]
    return any(left and right and not left & right for left, right in (names, offices))


def _sets_agree(one: set[str], other: set[str]) -> bool:
    return one == other or (len(one & other) >= 2)


def _join(one: Draft, other: Draft) -> None:
    """Fill what the first leaves open."""
    for span in other.spans:
        if span not in one.spans and len(one.spans) < _MAX_EVIDENCE:
            one.spans.append(span)
    if other.kind == "visit" and _invited_before(one, other):
        if one.status == "proposed":
            one.status, one.date, one.end_date, one.told_date = (
                other.status,
                other.date,
                other.end_date,
                other.told_date,
            )
        other.status, other.date, other.end_date, other.told_date = one.status, None, None, False
    if other.kind == "visit" and _begun_and_ended(one, other):
        one.status, one.end_date, other.told_date = "done", other.date, False
    left = any(d.status == "done" and (d.end_date or "") >= (one.date or other.date or "9") for d in (one, other))
    if other.kind == "visit" and left:
        one.status = "done"
    elif other.kind in ("visit", "exchange") and "ongoing" in (one.status, other.status):
        one.status = "ongoing"
    if other.kind == "exchange" and {one.status, other.status} == {"planned", "done"}:
        one.status = "planned"  # what is told without any word of its status is held to be done
    if other.kind == "visit" and {one.status, other.status} == {"planned", "cancelled"}:
        one.status = "cancelled"  # "the visit planned for Friday was called off"
    if other.kind == "visit" and {one.status, other.status} == {"planned", "proposed"}:
        one.status = "planned"  # an invitation that is accepted
    if one.type in ("unspecified", "bilateral") and other.type != "unspecified":
        one.type = other.type
    goes_on = one.status == "ongoing" and (other.status == "planned" or (one.told_date and other.status == "ongoing"))
    programme = other.kind == "visit" and goes_on  # "will see X tomorrow"
    finer = one.date and other.date and other.told_date and len(other.date) > len(one.date)
    coarser = bool(one.date and other.date) and len(other.date or "") < len(one.date or "")
    if not programme and (finer or (other.told_date and not one.told_date and not coarser)):
        one.date, one.told_date = other.date, True
    if one.kind == "visit" and one.status == "ongoing":
        one.date = one.date or other.date
    if not (one.kind == "visit" and (other.end_date or "9") < (one.date or "")):
        one.end_date = one.end_date or other.end_date
    if one.type not in ("phone", "video") and not (programme and other.status == "planned"):
        one.place = one.place or other.place  # where a guest goes on to is not where the visit is
    one.name = one.name or other.name
    one.topics += [topic for topic in other.topics if topic not in one.topics]
    for actor in other.actors:
        _add_actor(one, actor)


def _add_actor(draft: Draft, actor: Actor) -> None:
    for at, known in enumerate(draft.actors):
        if known.role != actor.role or known.state != actor.state:
            continue
        if known.name == actor.name and known.office == actor.office:
            return
        if known.name is None or actor.name is None or known.name == actor.name:
            draft.actors[at] = Actor(actor.role, known.name or actor.name, known.office or actor.office, actor.state)
            return
    if draft.kind in ("meeting", "visit", "body", "document") or actor.role in ("signatory", "chair", "audience"):
        draft.actors.append(actor)
