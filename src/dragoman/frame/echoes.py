"""Two drafts of a sentence that tell one fact, or one of which is the other's circumstance."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import Sentence
from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft
from dragoman.frame.view import View
from dragoman.lang.pack import Pack
from dragoman.resolve.scene import Scene

_SAME_ACT = 20  # letters between a verb and the document that it ends


def sent_for(draft: Draft, other: Draft) -> bool:
    """Whether another visit of the sentence, by the same guests to the same place, is told nearer to the day of this:
    ``sent its envoy X, who is expected in Lima on Sunday``."""
    if not draft.kind == other.kind == "visit" or draft is other or draft.day < 0 or draft.day != other.day:
        return False
    return (
        draft.actors == other.actors
        and draft.status == "done"
        and abs(other.at - other.day) < abs(draft.at - draft.day)
    )


def with_accepted(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """``invited him to A, and the invitation was accepted``: the visit proposed in a clause before is planned, whoever
    may seem to accept."""
    invited = [d for d in drafts if d.kind == "visit" and d.status == "proposed"]
    for cue in found.sentences[number].cues if invited else ():
        group = cue.pattern.group
        if group is None or group.status != "planned" or dict(group.args).get("of") != "host":
            continue
        for draft in invited:
            own = [d for d in drafts if d.kind == "visit" and d.at == cue.start and d.status == "planned"]
            if draft.to <= cue.start and all(d.states() == draft.states() for d in own):
                draft.status = "planned"
                drafts = [d for d in drafts if d not in own]
    return drafts


def in_both_formats(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """``talks in a narrow and an expanded format`` are two meetings, also where one draft tells of them."""
    rules = [r for r in found.sentences[number].rules if r.pattern.table == "qualifier" and r.pattern.form == "meeting"]
    rows = {kind: [r for r in rules if r.pattern.value == kind] for kind in _FORMATS}
    meetings = [d for d in drafts if d.kind == "meeting" and d.type in _OF_TWO]
    joined = any(
        one.distance(other) <= _JOINED
        and "," not in found.folded[min(one.end, other.end) : max(one.start, other.start)]
        for one in rows["one_on_one"]
        for other in rows["extended"]
    )
    if not joined or len({d.type for d in meetings}) != 1:
        return drafts
    for one in meetings:
        one.type = "one_on_one"
    one = meetings[0]
    return [*drafts, replace(one, type="extended", actors=list(one.actors), topics=list(one.topics))]


_FORMATS = ("one_on_one", "extended")
_OF_TWO = ("one_on_one", "extended", "bilateral")
_JOINED = 40  # letters between the words for two formats of a meeting


def greets(draft: Draft, visit: Draft) -> bool:
    """Whether a welcome is the reception of a guest: ``welcomed X with military honours`` at the visit's beginning."""
    if draft.kind != "statement" or draft.type != "support" or visit.kind != "visit" or visit.status != "done":
        return False
    hosted = draft.states("speaker") <= visit.states("host") and draft.states("target") == visit.states("guest")
    return hosted and visit.at <= draft.at < visit.to


def told_better(draft: Draft, other: Draft) -> bool:
    """Whether another draft of the sentence tells the same act better: who is expelled is neither seized nor takes
    leave, and a text that is not signed after all is no second one that was negotiated."""
    if draft.type == "criticise" and other.type == "assault" and draft.at < other.to and other.at < draft.to:
        return draft.states("speaker") == other.states("source")  # "the rebels attacked a post"
    over = draft.at < other.to and other.at < draft.to
    if over and other.kind == "document":  # "agreed on a truce"; "suspended the treaty"
        agreed = draft.type == "pledge" and other.act == "sign" and other.status == "done"
        return agreed or (draft.type == "sanction" and other.act == "terminate")
    if other.act == "expel" and draft.states() <= other.states():
        away = draft.act == "farewell" and draft.states("sender") == other.states("sender")
        return away or (draft.kind == "action" and draft.type == "coerce" and _near(draft, other))
    unsigned = other.act == "sign" and other.status == "cancelled"
    return unsigned and draft.act == "negotiate" and draft.at == other.at


def encounters(drafts: list[Draft], found: Scan, scene: Scene) -> list[Draft]:
    """The drafts, without a meeting told by a noun behind another of the same two, of which it tells nothing of its
    own: ``will meet X, the first of several meetings``."""
    met = [d for d in drafts if d.kind == "meeting"]
    if len(met) < _TWO:
        return drafts
    again = [d for d in met[1:] if any(_only_named(d, other, found, scene) for other in met)]
    return [d for d in drafts if d not in again]


def _only_named(draft: Draft, other: Draft, found: Scan, scene: Scene) -> bool:
    """Whether a noun tells no other meeting than one told before it in the sentence."""
    own_day = draft.told_date and draft.day != other.day
    if other.at >= draft.at or own_day or draft.place:
        return False
    if draft.states() != other.states():
        return False
    if draft.status == other.status or not draft.actors_within(other):
        return False
    cue = next((c for c in found.sentences[draft.sentence].cues if c.start == draft.at and c.end == draft.to), None)
    return cue is not None and not View(found, scene, draft.sentence, cue).verbal


def only_calls_off(draft: Draft, meeting: Draft) -> bool:
    """Whether the verb of a measure only begins the words that call off a meeting: ``suspended the talks``."""
    return draft.type == "sanction" and draft.at == meeting.at and draft.to < meeting.to


def broken_off(draft: Draft, row: Sentence) -> bool:
    """Whether a meeting's noun stands among words that tell that talks are broken off, whoever does so."""
    if draft.kind != "meeting" or draft.status != "done":
        return False
    measures = (c for c in row.cues if c.pattern.value == "action" and c.type == "sanction")
    return any(c.start < draft.at < c.end for c in measures)


def halted(draft: Draft, halt: Draft) -> bool:
    """Whether talks are those that a measure ends in its own words."""
    if draft.kind != "meeting" or draft.type == "phone":
        return False
    return halt.at < draft.at < halt.to or (draft.status == "cancelled" and halt.at == draft.at)


def comes_for(draft: Draft, exchange: Draft) -> bool:
    """Whether a visit is the way of a group that comes for an exchange, and of nobody named: ``a delegation of artists
    is in Peru``."""
    if draft.kind != "visit" or draft.states() - exchange.states():
        return False
    guests = [a for a in draft.actors if a.role == "guest"]
    return all(a.name is None and (a.office in _GROUPS or a.office in ("other", None)) for a in guests)


def only_where_reported(draft: Draft, drafts: list[Draft], found: Scan, number: int) -> bool:
    """Whether a meeting is only where somebody reported, and the sentence names nobody else who took part: ``during the
    talks the minister gave an account of exports``."""
    if draft.kind != "meeting" or draft.type != "bilateral" or draft.status != "done":
        return False
    reporters = {a.name for d in drafts if d.kind == "report" for a in d.actors if a.role == "reporter" and a.name}
    span = found.sentences[number].span
    told = found.text[span.start : span.end]
    others = [a.name for a in draft.actors if a.name and a.name not in reporters]
    here = any(name.rsplit(None, 1)[-1] in told for name in others)
    return any(a.name in reporters for a in draft.actors) and not here


def is_itself(draft: Draft, other: Draft) -> bool:
    """Whether the words of an act only tell of a body or of the end of relations: ``the joint fund has financed``,
    ``broke off relations``, ``suspended the work of its embassy``."""
    if draft.kind != "action" or draft.states() - other.states():
        return False
    types: tuple[str, ...] = ("sanction",) if other.type in ("broken", "mission") else ()
    if other.act == "mention":
        types = ("cooperate", "aid")
    elif other.type == "mission" and other.act != "close":
        types = ()
    low, high = min(other.at, other.to), max(other.at, other.to)
    return draft.type in types and draft.at < high and low < draft.to


def _near(draft: Draft, other: Draft) -> bool:
    """Whether the words of two drafts overlap or stand side by side."""
    return draft.at <= other.to + _SAME_ACT and other.at <= draft.to + _SAME_ACT


def same_session(draft: Draft, other: Draft) -> bool:
    """Whether a session only named is one which the sentence says will be held: ``the session will take place``."""
    if not (draft.kind == other.kind == "body" and draft.act == other.act == "meet" and draft.at == other.at):
        return False
    same_day = not draft.told_date or draft.day == other.day  # the one day of both: "la session se tiendra lundi"
    if draft.status == "planned" and other.status == "proposed":
        return same_day  # "proposed that the next session be held"
    return draft.status == "done" and same_day and other.status in ("planned", "cancelled")


def same_to_come(draft: Draft, other: Draft) -> bool:
    """Whether what is discussed at a meeting that the sentence tells as to come only names it again: ``will meet today
    to discuss the debt``."""
    if not (draft.kind == other.kind == "meeting") or draft.status not in ("done", "ongoing") or draft is other:
        return False
    ahead = other.status == "planned" and other.states() == draft.states()
    return ahead and other.at < draft.at and (not draft.told_date or draft.day == other.day)


def of_comma_clauses(drafts: list[Draft], barriers: list[int]) -> list[Draft]:
    """Where a sentence is a row of clauses: what several of them say of one act is one draft."""
    if len(drafts) < 2:
        return drafts
    drafts = _told_once(drafts)
    # a plain "said" is what its own words make of it, unless verbs behind it tell that
    plain = [d.states("speaker") for d in drafts if d.kind == "statement" and not d.inferred and d.type != "inform"]
    drafts = [d for d in drafts if not (d.kind == "statement" and d.inferred and d.states("speaker") in plain)]
    signed = {d.at: d for d in drafts if d.act == "sign"}
    drafts = [d for d in drafts if not (d.act == "negotiate" and d.at in signed and not _earlier(d, signed[d.at]))]
    ended = [d.at for d in drafts if d.act == "terminate"]
    drafts = [d for d in drafts if not (d.type == "sanction" and any(abs(d.at - at) < _SAME_ACT for at in ended))]
    drafts = _attended(drafts)
    # who calls to talk has written nothing
    called = {d.at for d in drafts if d.kind == "meeting" and d.type == "phone"}
    drafts = [d for d in drafts if not (d.kind == "message" and d.type == "other" and d.at in called)]
    written = {d.at for d in drafts if d.kind == "message"}
    drafts = [d for d in drafts if not (d.kind == "meeting" and d.type == "phone" and d.at in written)]
    # a group that brings relief is aid, not an exchange, and its way no visit
    helped = [d for d in drafts if d.kind == "action" and d.type == "aid"]
    drafts = [d for d in drafts if not any(_of_relief(d, aid) or _for_which(d, aid, barriers) for aid in helped)]
    # a delegation with whoever leads it is a visit
    led = [d for d in drafts if d.kind == "visit" and not _unnamed_group(d)]
    drafts = [d for d in drafts if not any(_of_leader(d, visit) for visit in led)]
    # a group that is sent is an exchange, whatever words of a journey are told with it
    sent = any(d.kind == "exchange" and d.type == "delegation" for d in drafts)
    drafts = [d for d in drafts if not (sent and d.kind == "visit" and _unnamed_group(d))]
    # who promises aid has not given it
    pledges = [d for d in drafts if d.kind == "statement" and d.type == "pledge"]
    return [d for d in drafts if not (_is_aid_to_come(d) and any(_promises(p, d, barriers) for p in pledges))]


def _earlier(draft: Draft, signing: Draft) -> bool:
    """Whether a text was initialled on another day than it was signed: ``去年10月草签,今年2月6日签署``."""
    return draft.told_date and signing.told_date and draft.day != signing.day


def _attended(drafts: list[Draft]) -> list[Draft]:
    """A gathering and, in a later clause, who came to it are one: ``主持召开部长级会议,A、B、C外长出席``."""
    out: list[Draft] = []
    for draft in drafts:
        first = next((d for d in out if d.kind == "meeting" and d.type in _GATHERED), None)
        came = draft.kind == "meeting" and draft.type == "multilateral"
        if first is None or not came or not _one_event(draft, first):
            out.append(draft)
            continue
        held = [a for a in first.actors if a.office or a.name or len(a.state or "") != _STATE]
        if len(draft.states() - {a.state for a in held}) < _TWO:
            out.append(draft)
            continue
        first.actors = [*held, *(a for a in draft.actors if a not in held)]
        first.type = first.type if first.type == "video" else "multilateral"
    return out


def _one_event(draft: Draft, first: Draft) -> bool:
    """Whether nothing tells a day, a place or a status of its own of the second."""
    there = draft.place in (None, first.place) and draft.date in (None, first.date)
    return there and draft.status == first.status


_GATHERED = ("bilateral", "multilateral", "video")
_STATE = 3  # letters of a state's code
_TWO = 2  # how many more must have come


def _promises(pledge: Draft, aid: Draft, barriers: list[int]) -> bool:
    """Whether aid is what its giver promises in the same clause."""
    return pledge.states("speaker") == aid.states("source") and _promised(pledge, aid, barriers)


def _asks_to_leave(draft: Draft, expulsion: Draft) -> bool:
    """Whether a request is that by which an envoy is expelled."""
    asked = draft.kind == "statement" and draft.type == "request" and _near(draft, expulsion)
    return asked and expulsion.states("receiver") <= draft.states("speaker") <= expulsion.states()


def _of_leader(draft: Draft, visit: Draft) -> bool:
    """Whether an exchange is the delegation that comes with the guest of a visit: ``总理率代表团访华``."""
    return draft.kind == "exchange" and draft.type == "delegation" and draft.at < visit.to and visit.at < draft.to


def _of_relief(draft: Draft, aid: Draft) -> bool:
    """Whether an exchange or a visit is the way of a group that brings relief: ``医疗专家组启程赴……``."""
    group = draft.kind == "exchange" and draft.type == "delegation"
    return (group or draft.kind == "visit") and aid.at < draft.at < aid.to


def without_echoes(drafts: list[Draft], row: Sentence, pack: Pack) -> list[Draft]:
    """Leave out the other side of another draft: pledges of what is planned, meetings that are sessions."""
    barriers = row.barriers
    # who asks that an envoy leave expels him
    sent_away = [d for d in drafts if d.act == "expel"]
    drafts = [d for d in drafts if not any(_asks_to_leave(d, other) for other in sent_away)]
    if any(d.act == "present_credentials" for d in drafts):
        drafts = [d for d in drafts if d.act != "appoint"]  # "the newly appointed ambassador handed in credentials"
    envoys = pack.order == "sov" or pack.comma_clauses  # whose coming may be all that is agreed
    planned = [d for d in drafts if d.status == "planned"]
    acts = [d for d in planned if d.kind in _PLANNED or (d.kind == "accreditation" and envoys)]
    coming = bool(acts)
    if pack.comma_clauses:
        acts += [d for d in planned if d.kind == "relation"]
        drafts = [d for d in drafts if d.type != "pledge" or not any(_promised(d, act, barriers) for act in acts)]
        coming = False
    off = any(d.kind == "visit" and d.status == "cancelled" for d in drafts)
    idle = {"pledge": coming, "reject": off}
    drafts = [d for d in drafts if d.kind != "statement" or not idle.get(d.type)]
    others = [d for d in drafts if not _plain(d)]
    drafts = [d for d in drafts if not (_plain(d) and _says_one(d, others, pack, row.span.end))]
    sent_away = [d for d in drafts if d.act == "expel"]
    drafts = [d for d in drafts if not any(_only_leaves(d, other) for other in sent_away)]
    return [d for d in drafts if not _is_session(d, drafts, barriers, pack)]


def _only_leaves(draft: Draft, other: Draft) -> bool:
    """Whether an act or a demand is only how envoys are sent away: ``gab ihnen zwei Tage, das Land zu verlassen``."""
    gone = draft.kind == "action" and draft.type in ("retreat", "concede")
    asked = draft.kind == "statement" and draft.type == "request"
    return (gone or asked) and draft.at < other.to and other.at < draft.to and draft.states() <= other.states()


def _plain(draft: Draft) -> bool:
    """Whether somebody is only told to say something."""
    return draft.kind == "statement" and draft.type == "inform"


def _says_one(plain: Draft, others: list[Draft], pack: Pack, high: int) -> bool:
    """Whether what somebody plainly says is told by one of the other drafts."""
    return any(_says_it(plain, other, pack, high) for other in others)


def _says_it(plain: Draft, other: Draft, pack: Pack, high: int) -> bool:
    """Whether what somebody plainly says is a fact of its own, and not only told before who says it."""
    if other.kind == "statement" or pack.order == "sov" or len(plain.states("speaker")) > 1 or high - plain.to < _SAYS:
        return True
    return other.at >= plain.at or other.kind not in ("meeting", "visit")


_SAYS = 40  # letters behind a verb of saying that tell something


def _promised(pledge: Draft, act: Draft, barriers: list[int]) -> bool:
    """Whether an act is what a pledge in a row of clauses promises: told in its clause, or in the next behind a verb
    that ends its own (``商定,自3月起……``)."""
    low = max((barrier for barrier in barriers if barrier < pledge.to), default=0)
    ends = [barrier for barrier in barriers if barrier >= pledge.to]
    ends = ends[1:] if ends and ends[0] - pledge.to <= 1 else ends
    return low <= act.at and (not ends or act.at < ends[0])


def _is_session(draft: Draft, drafts: list[Draft], barriers: list[int], pack: Pack) -> bool:
    """Whether a meeting is a session or the handing over of credentials, which have records of their own."""
    handed = any(d.act == "present_credentials" for d in drafts)
    types = ("bilateral", "video", "multilateral") if handed else ("bilateral", "video")
    if draft.kind != "meeting" or draft.type not in types:
        return False
    if any(d.act == "farewell" and d.states("envoy") <= draft.states() for d in drafts):
        return draft.type == "bilateral"  # "received the outgoing ambassador": a farewell is no meeting besides
    if any(d.act == "recall" for d in drafts):
        return True  # "recalled its ambassador for consultations": those are no talks of the two states
    apart = pack.order != "sov" and (pack.comma_clauses or _is_faced(draft))
    # "met and spoke of the next session": one is done, the other to come
    rows = [d for d in drafts if d.act in ("meet", "present_credentials") and _of_one_time(draft, d)]
    sessions = [d.at if pack.comma_clauses else d.to for d in rows]
    return any(not (apart and _parted(draft.at, at, barriers)) for at in sessions)


def _of_one_time(draft: Draft, session: Draft) -> bool:
    """Whether a meeting that names those who met may be a session: both are done, or both to come."""
    return not _is_faced(draft) or draft.status == session.status


def _is_faced(draft: Draft) -> bool:
    """Whether a meeting tells somebody of two sides by name."""
    return len({actor.state for actor in draft.actors if actor.name}) > 1


def _parted(one: int, other: int, barriers: list[int]) -> bool:
    """Whether a clause of its own begins between two places of a sentence."""
    return any(min(one, other) < barrier <= max(one, other) for barrier in barriers)


def _unnamed_group(draft: Draft) -> bool:
    return all(a.office in _GROUPS and a.name is None for a in draft.actors if a.role == "guest")


_GROUPS = ("delegation", "member_of_parliament", "business")


def _for_which(draft: Draft, aid: Draft, barriers: list[int]) -> bool:
    """Whether a joint act is what aid told before it in the same clause is for: ``提供无偿援助用于修复道路``."""
    joint = draft.kind == "action" and draft.type == "cooperate" and draft.states() == aid.states()
    return joint and aid.to <= draft.at and not _parted(aid.at, draft.at, barriers)


def _is_aid_to_come(draft: Draft) -> bool:
    return draft.kind == "action" and draft.type == "aid" and draft.status in ("planned", "proposed")


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """Of statements of one type by the same speakers in a row of clauses the first, told by a verb of that type
    rather than by what is said."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.inferred):
        same = (d for d in out if d.kind == draft.kind == "statement" and d.type == draft.type and _voices(d, draft))
        first = next((d for d in same if not _to_another(d, draft)), None)
        if first is None:
            out.append(draft)
        else:
            first.topics += [topic for topic in draft.topics if topic not in first.topics]
    return sorted(out, key=lambda d: d.at)


def _to_another(one: Draft, other: Draft) -> bool:
    """Whether two statements, each told by its own verb, are to different states: ``敦促A停火,并呼吁B行动``."""
    told = bool(one.states("target")) and bool(other.states("target"))
    return told and not (one.inferred or other.inferred) and not one.states("target") & other.states("target")


def _voices(one: Draft, other: Draft) -> bool:
    return one.states("speaker") == other.states("speaker")


_PLANNED = ("visit", "document", "body", "action", "exchange", "meeting")


def turned_round(draft: Draft, other: Draft) -> bool:
    """Whether another draft of the sentence tells the same visit the other way round, its guest nearer to the words."""
    if draft.kind != "visit" or other.kind != "visit" or draft.gap <= other.gap:
        return False
    if other.status == "proposed" != draft.status and draft.at < other.at:
        return False  # "X, on a visit to Y, invited its president": two visits
    return draft.states("guest") == other.states("host") and draft.states("host") == other.states("guest")


def without_named(drafts: list[Draft], found: Scan) -> list[Draft]:
    """The drafts of a sentence without acts in a document's name: ``an accord on the joint use of the port``."""
    names = [draft.name for draft in drafts if draft.kind == "document" and draft.name and draft.type != "package"]
    if not names:
        return drafts
    return [draft for draft in drafts if not _only_agreed(draft, names, found)]


def _only_agreed(draft: Draft, names: list[str], found: Scan) -> bool:
    """Whether an act stands in the name of a document; one on money or goods gives them."""
    words = found.text[draft.at : draft.to]
    return draft.kind == "action" and draft.type != "aid" and any(words in name for name in names)
