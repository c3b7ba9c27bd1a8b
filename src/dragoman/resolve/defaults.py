"""What a record takes from the scene where its own clause is silent: the day and the place of the main event."""

from __future__ import annotations

import datetime
from dataclasses import replace

from dragoman.find.scan import Scan
from dragoman.find.units import ENVOYS
from dragoman.frame.draft import Draft
from dragoman.model import Actor
from dragoman.resolve.scene import Scene

# kinds that happen where and on the day that the dispatch is of, unless the text says otherwise
_PLACED = {
    ("meeting", None),
    ("report", None),
    ("body", "meet"),
    ("document", "sign"),
    ("accreditation", "present_credentials"),
}
# kinds of which the day is that of the dispatch, the place not
_DATED = _PLACED | {
    ("accreditation", "farewell"),
    ("statement", None),
}
# what is handed over at a meeting has its day; most other letters have none
_HANDED = ("other", "invitation")
# what is of the dispatch's day where its first sentence tells it as the news
_LED = {
    ("message", "condolence"),
    ("action", "sanction"),
    ("document", "terminate"),
    ("relation", "broken"),
}
# of the day where one of the first sentences tells it; further on it is what came before
_SENT_AWAY = {("accreditation", "expel"), ("accreditation", "recall")}


def apply_defaults(drafts: list[Draft], scene: Scene) -> None:
    """Give the day's news its day and place; the past told as background keeps none."""
    day = _news_day(drafts, scene)
    visit = _news_visit(drafts, scene)
    if visit is not None and not (visit.status == "done" and visit.end_date):
        visit.status = "ongoing"
    at_home = scene.header.place
    place = (visit.place if visit else _led_by(drafts)) or at_home
    leading = [
        d for d in drafts if d.sentence <= _LEAD and d.kind in _EVENTS and d.status in _HELD and not d.background
    ]
    for draft in drafts:
        news = draft.status in _HELD and not draft.background and _of_the_news(draft, drafts, leading)
        key = (draft.kind, "sign" if draft.kind == "document" and draft.states("signatory") else draft.act)
        if (
            news
            and draft.date is None
            and not _elsewhere(draft, scene)
            and (key in _DATED or _of_the_day(draft, scene))
        ):
            draft.date = day
        if (
            draft.place is None
            and key in _PLACED
            and news
            and draft.date == day
            and draft.type not in ("phone", "video")
        ):
            draft.place = at_home if at_home and visit and _told_at_home(draft, visit) else place
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.place and draft.status in _TRAVELS]
    for draft in drafts if visits else ():
        if draft.kind == "meeting" and draft.place is None and draft.type not in ("phone", "video"):
            draft.place = _where_they_meet(draft, visits)


_HELD = ("done", "ongoing")
_EVENTS = ("meeting", "visit", "body", "document", "accreditation")  # what a dispatch is sent about


def _of_the_news(draft: Draft, drafts: list[Draft], leading: list[Draft]) -> bool:
    """Whether something told far behind the lead may be of the dispatch's day: if the lead tells of an event at all,
    for an envoy's lot one of the same states. A meeting on a journey of which only the body tells is of that journey's
    days."""
    if draft.sentence <= _LEAD or draft.kind == "statement":
        return True
    if any(len(draft.states() & one.states()) > 1 for one in leading):
        return True
    if draft.kind == "accreditation" or not leading:
        return False
    return draft.kind != "meeting" or not any(
        one.kind == "visit" and one.status in _HELD and len(draft.states() & one.states()) > 1 for one in drafts
    )


def _elsewhere(draft: Draft, scene: Scene) -> bool:
    """Whether an encounter is told with a place of its own in a text that is sent from nowhere: a newspaper's account
    goes over many days, and its meetings are of today only where it says so."""
    return draft.kind == "meeting" and draft.place is not None and draft.sentence > _SECOND and scene.header.end == 0


_SECOND = 1  # up to this sentence a text tells what is new
_TRAVELS = {"ongoing": ("done", "ongoing", "planned"), "done": ("done",), "planned": ("planned",)}


def _where_they_meet(meeting: Draft, visits: list[Draft]) -> str | None:
    """Where the guest of a visit is told to meet somebody of the state that he or she visits, if no place is told:
    ``He arrived in Lima on Monday and will be received by the president tomorrow``."""
    states = meeting.states()
    fitting = [
        visit
        for visit in visits
        if meeting.status in _TRAVELS[visit.status]
        and states & visit.states("guest")
        and states & visit.states("host")
        and _within(meeting, visit)
    ]
    places = dict.fromkeys(visit.place for visit in fitting)
    return next(iter(places)) if len(places) == 1 else None


def _within(meeting: Draft, visit: Draft) -> bool:
    """Whether a meeting's day may be one of a visit's, as far as both are told."""
    if not meeting.date or not visit.date:
        return True
    if len(meeting.date) < len(visit.date):
        return visit.date.startswith(meeting.date)
    if len(visit.date) < _WHOLE:
        return meeting.date.startswith(visit.date)
    days = (datetime.date.fromisoformat(meeting.date) - datetime.date.fromisoformat(visit.date)).days
    return 0 <= days <= _WEEK if visit.end_date is None else visit.date <= meeting.date <= visit.end_date


_WHOLE = 10  # letters of a whole date


def _of_the_day(draft: Draft, scene: Scene) -> bool:
    """Whether something told without a day happened on the dispatch's: a letter handed over, the news of the first
    sentence behind a dateline."""
    if draft.kind == "message" and draft.type in _HANDED:
        return True
    if (draft.kind, draft.act) in _SENT_AWAY:
        return draft.sentence <= _NEWS
    led = (draft.kind, draft.act or draft.type) in _LED
    return led and draft.sentence == 0 and draft.status == "done" and scene.header.end > 0


_NEWS = 1  # sentences behind the first that tell the news, too


def of_states(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those in which somebody of no state speaks or travels: what private persons say and do is none
    of a state's relations."""
    told = [d for d in drafts if None not in (a.state for a in d.actors if a.role == _WHO.get(d.kind))]
    return [d for d in told if d.kind != "visit" or any(_travels(a) for a in d.actors)]


_WHO = {"statement": "speaker", "visit": "guest"}


def _travels(actor: Actor) -> bool:
    """Whether somebody who goes to another state is told as more than that state's, and is not its envoy there."""
    return actor.role == "guest" and bool(actor.name or actor.office) and actor.office != "ambassador"


def know_envoys(drafts: list[Draft]) -> None:
    """Who is told as an envoy in one record is so in all; ``the Malian ambassador`` is the one who was named."""
    told = [a for d in drafts if d.kind == "accreditation" for a in d.actors if a.role == "envoy"]
    offices: dict[str | None, str | None] = {a.name: a.office for a in told if a.name and a.office in ENVOYS}
    names: dict[str | None, set[str]] = {}
    for envoy in told:
        if envoy.name in offices:
            names.setdefault(envoy.state, set()).add(envoy.name or "")
    for draft in drafts if offices else ():
        if draft.kind != "accreditation":
            draft.actors = [_as_envoy(actor, offices, names) for actor in draft.actors]


def name_organisations(drafts: list[Draft], found: Scan) -> None:
    """An organisation without a code of its own is known by its name, if the text tells of one alone; who speaks was
    named by the frame."""
    names = dict.fromkeys(a.surface for row in found.sentences for a in row.actors if a.form == "org" and a.surface)
    if len(names) == 1:
        name = next(iter(names))
        for draft in drafts:
            if draft.kind != "statement":
                draft.actors = [replace(a, name=name) if _unnamed_organisation(a) else a for a in draft.actors]


def speak_in_release(drafts: list[Draft], found: Scan) -> None:
    """What a release says behind its first words (``A spokeswoman of the ministry stated:``) that official says."""
    row = next((r for r in found.sentences[:_RELEASE] if any(c.says for c in r.cues)), None)
    if row is None or not found.text[: row.span.end].rstrip().endswith(":"):
        return
    told = (a for a in row.actors if a.office == "spokesperson" and a.name is None and a.state and not a.marker)
    speaker = next(told, None)
    if speaker is None:
        return
    first = found.sentences.index(row)
    said = [d for d in drafts if d.kind == "statement" and d.sentence <= first + _SAID]
    for draft in said:
        draft.actors = [_speaking(actor, speaker.state) for actor in draft.actors]
    if any(d.sentence > first and d.states("speaker") == {speaker.state} for d in said):
        # the first words alone say nothing
        drafts[:] = [d for d in drafts if not (d in said and d.type == "inform" and d.sentence == first)]


_RELEASE, _SAID = 2, 20  # sentences in which a release names who speaks, and behind them those that he or she says


def _speaking(actor: Actor, state: str | None) -> Actor:
    own = actor.role == "speaker" and actor.state == state and actor.name is None and actor.office is None
    return replace(actor, office="spokesperson") if own else actor


def _unnamed_organisation(actor: Actor) -> bool:
    return actor.state == "IGO" and actor.name is None and actor.office is None


def _as_envoy(actor: Actor, offices: dict[str | None, str | None], names: dict[str | None, set[str]]) -> Actor:
    if actor.name in offices and actor.office is None:
        return replace(actor, office=offices[actor.name])
    own = sorted(names.get(actor.state, ()))
    if actor.name is None and actor.office in ENVOYS and len(own) == 1:
        return replace(actor, name=own[0], office=offices[own[0]])
    return actor


def _news_visit(drafts: list[Draft], scene: Scene) -> Draft | None:
    """Of a dispatch sent from home about a leader's visit abroad that visit: its place is that of what is told."""
    header = scene.header
    for draft in drafts:
        told = draft.sentence <= _LEAD or header.place is None
        abroad = draft.kind == "visit" and told and draft.status in ("done", "ongoing")
        home = header.place_state if header.place else scene.home
        if (
            abroad
            and draft.place
            and not draft.background
            and draft.states("guest") == {home}
            and _of_now(draft, scene)
        ):
            return draft
    return None


def _of_now(draft: Draft, scene: Scene) -> bool:
    """Whether a visit is told without a day, or with one of these days."""
    if not draft.told_date or not draft.date:
        return True
    if len(draft.date) < 10:
        return scene.date.isoformat().startswith(draft.date)
    return abs(scene.days_since(draft.date)) <= _WEEK


_WEEK = 7  # days


def _told_at_home(draft: Draft, visit: Draft) -> bool:
    """Whether something is told before a visit abroad of which another is the guest: ``The president received an envoy.
    The minister flew to Lima``."""
    guests = [a for a in visit.actors if a.role == "guest"]
    return draft.sentence < visit.sentence and not any(_may_be(one, guest) for guest in guests for one in draft.actors)


def _may_be(one: Actor, other: Actor) -> bool:
    """Whether two actors of a state may be the same person, as far as names and offices are told."""
    if one.state != other.state:
        return False
    named = one.name and other.name
    return one.name == other.name if named else None in (one.office, other.office) or one.office == other.office


def _led_by(drafts: list[Draft]) -> str | None:
    """Where the first sentence puts its meeting or session, from wherever the dispatch is sent."""
    lead = (d for d in drafts if d.sentence == 0 and d.status == "done" and (d.kind, d.act) in _PLACED)
    return next((d.place for d in lead if d.place and not d.background), None)


_LEAD = 3  # the sentences in which a dispatch says what is new


def _news_day(drafts: list[Draft], scene: Scene) -> str:
    """The day, near the dispatch's, of the first meeting, session or signing with one, or of a visit that leads."""
    led = any(d.sentence == 0 and (d.kind, d.act) in _PLACED and d.date is None and d.status == "done" for d in drafts)
    for draft in drafts:
        if (
            draft.sentence <= _LEAD
            and draft.told_date
            and draft.status in ("done", "ongoing")
            and draft.date
            and len(draft.date) == 10
            and (
                draft.kind in ("meeting", "body", "document", "accreditation")
                or (draft.kind == "visit" and draft.sentence == 0 and not led)
            )
        ) and abs(scene.days_since(draft.date)) <= 3:
            return draft.date
    return scene.date.isoformat()
