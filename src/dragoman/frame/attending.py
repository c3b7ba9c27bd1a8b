"""Who took part in a meeting told before: ``The ambassador also attended the talks``, ``The Georgian delegation was
led by X``."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, Sentence
from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft, as_actor

_BACK, _NAMED = 3, 12  # sentences back in which the meeting was told, and where the sentence names it
_SPANS = 3


def took_part(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> list[Draft]:
    """What a sentence says of those who took part in the meeting told just before belongs to it, and is no other."""
    row = found.sentences[number]
    back = _tells(found, row) if before and row.actors and not row.dates else 0
    event = _event(number - back, made, before) if back else None
    if event is None:
        return made
    people = [a for a in row.actors if a.state and (a.name or a.office in _SEATED) and not a.attributive]
    if not people or not {a.state for a in people} <= event.states():
        return made
    own = [d for d in made if d.kind == "meeting" and d.states() <= event.states() and not d.told_date]
    if any(d.status != event.status for d in own) or len(own) < sum(d.kind == "meeting" for d in made):
        return made
    _seat(event, people)
    if event.type == "bilateral" and own:
        event.type = own[0].type if own[0].type in ("extended", "one_on_one") else event.type
    event.spans = [*event.spans, row.span][:_SPANS]
    return [d for d in made if d not in own]


def _event(first: int, made: list[Draft], before: list[Draft]) -> Draft | None:
    """The meeting told last that is over, or is to come as that which the sentence tells; of two formats the wider."""
    status = next((d.status for d in made if d.kind == "meeting"), "done")
    near = [d for d in before if d.sentence >= first and d.kind in ("meeting", "body") and d.act != "mention"]
    near = [d for d in near if d.status == status or (d.status == "ongoing" and status == "done")]
    if not near or near[-1].kind != "meeting":
        return None
    last = near[-1]
    same = (d for d in near if d.sentence == last.sentence and d.type == "extended" and d.states() == last.states())
    return next(same, last) if last.type == "one_on_one" else last


_SEATED = ("ambassador", "delegation")


def _tells(found: Scan, row: Sentence) -> int:
    """How many sentences back the meeting may stand of which a sentence tells who attended it, or who led a delegation
    there: the former names it."""
    words, folded = found.pack.words, found.folded[row.span.start : row.span.end]
    if any(word in folded for word in words["took_part"]) and any(word in folded for word in words["meeting_told"]):
        return _NAMED
    sides = any(a.office == "delegation" or a.institution == "side" for a in row.actors)
    led = sides and any(word in folded for word in (*words["heads_delegation"], *words["led_delegation"]))
    return _BACK if led else 0


def _seat(event: Draft, people: list[ActorMention]) -> None:
    """Each takes the place of his bare state, or one beside those told."""
    for person in people:
        known = {(a.name, None if a.name else a.office, a.state) for a in event.actors}
        if (person.name, None if person.name else person.office, person.state) in known:
            continue
        if person.office == "delegation" and not person.name and person.state in event.states():
            continue
        event.actors = [a for a in event.actors if a.name or a.office or a.state != person.state]
        event.actors.append(as_actor("participant", person))


def meet_there(drafts: list[Draft], found: Scan) -> None:
    """What a guest does with the hosts is done where and when the sentence tells him to come: ``will fly to Lima on
    Monday to meet X``, ``went to Lima in May and met X``."""
    visits = [d for d in drafts if d.kind == "visit" and d.status in _COMES]
    for draft in drafts:
        visit = _visit_of(draft, visits) if _WITH_HOSTS.get(draft.kind, "") == draft.act else None
        if visit is None or draft.type in ("phone", "video"):
            continue
        if not (visit.status == "planned" or _goes_and(visit, draft, found)):
            continue
        if draft.place is None:
            draft.place = visit.place
        if draft.date is None and visit.told_date and visit.end_date is None and not _came_before(visit, found):
            draft.date, draft.day = visit.date, visit.day
            draft.told_date = True


def _visit_of(draft: Draft, visits: list[Draft]) -> Draft | None:
    """The visit in the course of which something is done."""
    for visit in visits:
        if _COMES[visit.status] == draft.status and visit.states() <= draft.states():
            return visit
    return None


def _came_before(visit: Draft, found: Scan) -> bool:
    """Whether a participle only tells that somebody had come: ``dün geldiği Tallinn'de görüştü`` is of today."""
    words = found.folded[visit.at : visit.to].split()
    if found.pack.order != "sov" or visit.status == "planned" or not words:
        return False
    return any(found.pack.verb_form(form, words[-1]) for form in ("attributive", "nominal"))


def _goes_and(visit: Draft, draft: Draft, found: Scan) -> bool:
    """Whether what was done is told right behind a journey, in the same breath."""
    return visit.at < draft.at and "," not in found.folded[visit.at : draft.at]


_COMES = {"planned": "planned", "ongoing": "done", "done": "done"}  # what is done on a visit of each status
_WITH_HOSTS: dict[str, str | None] = {"meeting": None, "document": "sign", "body": "meet"}  # kinds, and their act
