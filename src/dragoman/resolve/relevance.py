"""Whether a dispatch is about relations between states at all; general news yields nothing."""

from __future__ import annotations

import itertools

from dragoman.find.mention import ActorMention
from dragoman.find.scan import Glance, Scan
from dragoman.frame.draft import Draft
from dragoman.model import Dispatch
from dragoman.resolve.header import Header, may_answer

_PRIVATE = ("business", "other", "judge", "governor", "delegation", "member_of_parliament")
# kinds that make a dispatch relevant even where no official is told: states do such things, teams and tourists do not
_OF_STATES = ("action", "statement", "message")
_HARD = ("coerce", "assault", "sanction", "mobilize", "aid", "retreat")  # what only states do to each other
_ACTING = ("institution", "org", "gov", "side", "group")
_OF_CONDUCT = ("criticise", "reject")  # statements between states about what one of them does
_OF_OWN_STATE = ("name", "fighters", "opposition", "crowd")  # who may act against the state that they are of
_SELVES, _ACT = ("state", "capital", "gov", "side"), ("", "with", "between")  # states that act themselves
_INSTITUTIONAL = ("document", "body", "relation", "accreditation", "exchange")


def tells_one_state(seen: Glance, dispatch: Dispatch) -> bool:
    """Whether the words of a text stand for one state or none: then no more than its head need be read, unless the
    dispatch speaks from another. Most general news is such."""
    if any(hit.entry.table == "group" and hit.entry.form in _OF_OWN_STATE for hit in seen.hits):
        return False
    return len(seen.states) < 2 and not may_answer(seen.text, dispatch)


def speaks_of_another(seen: Glance, header: Header) -> bool:
    """Whether a second state comes in with the header: that of the agency, the dateline or the language."""
    speaking = {header.agency_state, header.place_state, header.home, seen.pack.home} - {None}
    return len(seen.states | speaking) > 1


def is_relevant(scan: Scan, drafts: list[Draft]) -> bool:
    """Some record joins two states that its own sentence tells, and an official or the states themselves act."""
    actors = [actor for row in scan.sentences for actor in row.actors]
    official = any(_official(actor) or _deputises(actor, scan) for actor in actors) or _leaders_of_states(scan)
    telling = [draft for draft in drafts if draft.kind != "document" or draft.act != "mention"]
    joining = any(
        _joins_two(scan, draft) and (official or draft.own or _between_states(scan, draft) or _of_houses(draft))
        for draft in telling
    )
    return joining or (official and _of_leading_two(scan, telling)) or _among_many(scan, telling)


def _of_leading_two(scan: Scan, drafts: list[Draft]) -> bool:
    """Whether a body or instrument is that of two states which act in the lead, and which its own sentence only stands
    for: ``The governments of A and B held their dialogue. The next session will be in May``."""
    lead = {a.state for row in scan.sentences[:_LEAD] for a in row.actors if a.state and (a.office or _acts_itself(a))}
    return any(draft.kind in ("body", "document") and len(draft.states() & lead) > 1 for draft in drafts)


def _among_many(scan: Scan, drafts: list[Draft]) -> bool:
    """Whether a text tells of so many states and organisations as such that what one of them does to another, says
    against it or asks of it is between states, though its sentence names the one alone."""
    acting = {a.state for row in scan.sentences for a in row.actors if a.state and _acts_itself(a)}
    if len(acting) < _MANY:
        return False
    return any(len(draft.states()) > 1 and draft.type in _AGAINST and _between_states(scan, draft) for draft in drafts)


def _acts_itself(actor: ActorMention) -> bool:
    """Whether a mention is of a state, its government or an organisation, and not only tells whose something is."""
    return actor.form in _WHOLE and not actor.attributive


_WHOLE = ("state", "capital", "gov", "side", "org", "institution", "group")
_LEAD, _MANY = 3, 4  # sentences of a lead; how many act where a text is plainly about states
_AGAINST = ("criticise", "reject", "request", "threaten", "propose", "pledge", *_HARD)


def _of_houses(draft: Draft) -> bool:
    """Whether mayors, members of parliaments or judges of two states meet, or such are the guests of a visit."""
    if draft.kind == "visit":
        return any(a.office in _PUBLIC for a in draft.actors if a.role == "guest")
    return draft.kind == "meeting" and len({a.state for a in draft.actors if a.office in _PUBLIC and a.name}) > 1


_PUBLIC = ("governor", "member_of_parliament", "judge")


def _official(actor: ActorMention) -> bool:
    if actor.surface and actor.form == "person":
        return True  # who leads or speaks for a group
    return bool(actor.office and actor.office not in _PRIVATE) or actor.form in _ACTING


def _deputises(actor: ActorMention, scan: Scan) -> bool:
    """Whether somebody is told as the deputy of a head of state, for whom the codebook has no office."""
    told = scan.folded[actor.start : actor.end]
    return actor.office == "other" and bool(actor.state) and any(word in told for word in scan.pack.words["deputies"])


def _leaders_of_states(scan: Scan) -> bool:
    """Whether the text tells of ``the leaders of A and B``."""
    pairs = (pair for row in scan.sentences for pair in itertools.pairwise(row.actors))
    return any(one.ref == "both_heads" and other.marker == "of" and other.state is not None for one, other in pairs)


def _joins_two(scan: Scan, draft: Draft) -> bool:
    told = {state for actor in scan.sentences[draft.sentence].actors for state in (actor.state, actor.post) if state}
    places = scan.sentences[draft.sentence].places
    if scan.pack.order == "sov":
        # the case of a place tells of its state: "Gazze'ye yardım gönderdi"
        cases = ("to", "in", "from", "obj", "of") if draft.type == "assault" else ("to", "in", "from", "obj")
        told |= {hit.entry.form for hit in places if hit.case in cases}
    elif draft.kind in ("body", "visit") or draft.type in _HARD or draft.type == "multilateral":
        told |= {hit.entry.form for hit in places}
    told |= draft.states("speaker") if draft.own else set()
    if (
        scan.pack.pro_drop
        and scan.pack.order == "svo"
        and draft.kind == "statement"
        and any(a.name and a.office for a in draft.actors)
    ):
        told |= draft.states("speaker")  # a verb without subject: whoever was told last says so
    if draft.kind == "action" and len(draft.actors) > 1 and _groups(scan).intersection(a.name for a in draft.actors):
        return bool(draft.states() & told)
    if draft.type == "protest" and len(draft.states()) == 1:
        return bool(draft.states() & told)  # against those who govern
    # "condemned the attack on A", whoever made it
    alone = draft.kind == "report" or (draft.type == "criticise" and not draft.states("target"))
    alone = alone or (draft.kind == "meeting" and draft.type == "multilateral" and bool(draft.states() & told))
    if draft.kind == "message" and all(a.name for a in draft.actors):
        return bool(draft.states() & told)  # who got the letters is told in a sentence before
    return len(draft.states() & told) >= 2 or (alone and len(told) >= 2)


def _owns(actor: ActorMention, draft: Draft) -> bool:
    """Whether a state in a list owns the meeting that stands right before the list, or before one of it."""
    return actor.form == "state" and actor.marker == "of" and 0 <= actor.start - draft.to <= _LIST


_LIST = 40  # letters between a meeting's noun and the last of those whose it is


def _groups(scan: Scan) -> set[str | None]:
    """The names of the armed groups and oppositions that a text tells of."""
    return {actor.surface for row in scan.sentences for actor in row.actors if actor.form == "group"}


def _between_states(scan: Scan, draft: Draft) -> bool:
    """Whether the sentence tells a state as such: ``Greece accused Türkiye``, ``the navies of India and Oman``."""
    if draft.kind in _INSTITUTIONAL:
        return True
    if draft.kind == "meeting":
        rows = [a for a in scan.sentences[draft.sentence].actors if a.state and not a.attributive]
        # "talks between Serbia and Kosovo", "the delegations of Serbia and Kosovo met"
        between = {a.state for a in rows if a.marker == "between" or a.office == "delegation"}
        # "the talks of Serbia and Kosovo"
        between |= {a.state for a in scan.sentences[draft.sentence].actors if a.list_id and _owns(a, draft)}
        if "sport" not in draft.topics:
            between |= {a.state for a in rows if a.form in _SELVES and a.marker in _ACT}
        return len(between & draft.states()) > 1
    if draft.kind not in _OF_STATES or draft.type == "inform":
        return False
    actors = scan.sentences[draft.sentence].actors
    if draft.kind == "action" and draft.type in _HARD:
        return True  # "Eritrean soldiers detained the crew of a Yemeni trawler"
    if draft.kind == "statement" and draft.type in _OF_CONDUCT:
        # "the decision of A drew the protest of B"
        whole = {a.state for a in actors if a.form in ("state", "capital")}
        if len(whole & draft.states("speaker")) and len(whole & draft.states("target")):
            return True
    anywhere = draft.kind == "action" and draft.type != "protest"
    told = ("", "between") if scan.pack.order == "sov" else ("",)
    bare = [a for a in actors if a.form in ("state", "capital", "side")]
    bare = [a for a in bare if anywhere or (a.marker in told and not a.possessive)]
    return bool(bare) and bare[0].state in draft.states()
