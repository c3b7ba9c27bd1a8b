"""Documents: instruments between states and what happens to them (codebook, kind ``document``)."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.find.mention import SEVERAL, ActorMention
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.parties import expand, parties
from dragoman.frame.title import title
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Entry

_REACH = 240
_BEFORE, _BESIDE = 120, 60  # how far a noun outside the cue's clause may stand before it, behind it
_PARTIES = 12  # a list is told to its end
_FOLLOWED = ("sign", "ratify", "enter_into_force", "terminate")
_ARTICLE = 24  # letters before a noun among which its article is looked for
_WITHIN = 60  # letters between a noun and one of its own phrase
_NOWHERE = ("enter_into_force", "implement")  # acts that do not happen at a place
_ENDS = ("terminate", "ratify", "implement")  # acts told of an instrument inside the noun phrase of another
_NEAR, _FAR = 30, 90  # how far before a noun its phrase may begin, behind or before which the verb stands


def documents(view: View) -> list[Draft]:
    """One draft for each document noun of the clause that the act goes with."""
    group = view.cue.pattern.group
    act = (group.act if group else None) or "mention"
    out = []
    nouns = [] if _only_watched(view) or _only_tells_which(view) else _worded(view, _nouns(view))
    if group and group.args.get("instrument") == "cue":
        nouns = [Hit(view.cue.start, view.cue.start, Entry("document", "", group.type or "unspecified"), "")]
    lasts = act == "implement"
    status = view.status("ongoing" if lasts else "done")
    if lasts and status in _AHEAD:
        return []  # what is called for, or to be done once, is no more than told
    if act == "enter_into_force" and status == "planned" and _still_to_ratify(view):
        return []
    if act == "enter_into_force" and (status == "ongoing" or (status == "planned" and _from_today(view))):
        status = "done"
    way = status in ("done", "planned") and act in _TO_COME and _on_the_way(view)
    gone = way and (status == "done" or not view.sentence.status_words("planned"))
    status = "done" if status == "ongoing" and _initialled(view, act) else status
    status = "planned" if way else "ongoing" if _under_way(view, act, status) else status
    for noun in nouns:
        if noun.entry.value == "plural" and _told_again(view, noun):
            out += _signed_by(view, act, status)
            continue
        low, high = view.window
        states = _between(view, noun) or parties(view, min(low, noun.start), max(high, noun.end))
        if not states or (lasts and not _all_told(view, states)):
            continue
        if act == "ratify" and (alone := _ratifies_alone(view)):
            states = [alone]
        actors = [state_actor("party", state) for state in states[:_PARTIES]]
        place = _place(view, act)
        if (act == "sign" or _initialled(view, act)) and status in _SIGNED and noun.entry.value != "plural":
            rows = _signers(view, states)
            actors += [as_actor("signatory", m) for m in rows if status == "done" or _appointed(view, rows, place)]
        draft = view.draft(
            "document", actors, status, type=_type(noun, group.type if group else None), act=act, place=place,
            topics=_topics(view, noun, nouns), name=title(view, noun, nouns) if noun.entry.surface else None,
        )  # fmt: skip
        if draft.topics == [_UNTOLD] and noun.entry.value != "plural" and _leads_sentence(view, noun):
            same = _told_of(view, noun, noun.entry.value)
            draft.topics = same[1] if same and same[1] else draft.topics
        if draft.type == "unspecified" and (meant := _meant(view, noun)):
            draft.type, draft.topics = meant[0], meant[1] or draft.topics
        draft.at = noun.start
        if gone and (view.scan.pack.order == "sov" or draft.day < view.cue.start):
            draft.date, draft.end_date, draft.told_date = None, None, False  # the day of the journey
        if draft.type == "agreement" and _of_companies(view, states):
            draft.type = "contract"
        elif draft.type == "contract" and _of_governments(view, states):
            draft.type = "agreement"
        if not _only_qualifies(view, draft):
            out.append(draft)
    return out


def _all_told(view: View, states: list[str]) -> bool:
    """Whether the sentence itself tells between whom an instrument is that is carried out: programmes of one state are
    carried out, too."""
    told = {a.state for a in view.sentence.actors} | {m.state for a in view.sentence.actors for m in a.members}
    return any(a.ref for a in view.sentence.actors) or told >= set(states)


def _under_way(view: View, act: str, status: str) -> bool:
    """Whether what is told of a text is a noun that says no more than that it is worked on: ``discussed the draft``."""
    if act != "negotiate" or status != "done" or view.verbal or _initialled(view, act):
        return False
    start, end = view.cue.start, view.cue.end
    apart = (c for c in view.sentence.cues if c.end <= start or c.start >= end)
    if not any(c.pattern.value == "meeting" for c in apart):
        return False  # "wrapped up negotiations on a pact"
    pack, last = view.scan.pack, view.scan.folded[view.cue.start : view.cue.end].split()[-1]
    if pack.verb_forms and (pack.verb_form("nominal", last) or pack.verb_form("attributive", last)):
        return False  # "layihəsinin razılaşdırıldığını"
    acts = [c for c in view.sentence.cues if c.pattern.group and c.pattern.group.act == act]
    return all(c.pattern.group is None or c.pattern.group.status is None for c in acts) and not any(
        "signatory" in c.pattern.group.args.values() for c in acts if c.pattern.group
    )


def _initialled(view: View, act: str) -> bool:
    """Whether somebody puts initials under a text that has been negotiated: who does is told as at a signing."""
    return act == "negotiate" and "signatory" in view.args.values()


def _ratifies_alone(view: View) -> str | None:
    """The one state that a sentence tells of a ratification: no other, with which the instrument is, ratifies it."""
    rows = [a for a in view.sentence.actors if a.state or a.ref]
    acting = [a for a in view.actors_in(*view.window) if a.state and a.marker != "with" and not a.ref]
    if view.scan.pack.spelling.spaces:  # whose "the parliament" is, is only supposed
        acting = [a for a in acting if a.form != "institution" or " " in view.scan.folded[a.start : a.end]]
    if not acting or len({a.state for a in rows}) != 1 or any(a.ref in SEVERAL for a in rows):
        return None
    return acting[0].state


def _from_today(view: View) -> bool:
    """Whether what comes into force, where the present tense may tell what is to come, does so today."""
    mention = view.date_mention() if view.scan.pack.order == "sov" else None
    return mention is not None and view.date("done")[0] == view.scene.date.isoformat()


_AHEAD = ("proposed", "planned")
_SIGNED = ("done", "planned")


def _appointed(view: View, rows: list[ActorMention], place: str | None) -> bool:
    """Whether it is told who will sign, and not only that those who speak agreed to: by name, with the day or place."""
    mention = view.date_mention()
    told = place is not None or (mention is not None and mention.unit == "day")
    by = any(m.name for m in view.slots.get("by", []))
    return told and all(m.name for m in rows) and (by or len({m.state for m in rows}) == _TWO)


_TO_COME = ("sign", "negotiate")  # what somebody may travel for


def _on_the_way(view: View) -> bool:
    """Whether the act is what somebody travels for: ``flew to Lima to sign``, ``imzalamak için Lima'ya gitti``."""
    pack, folded = view.scan.pack, view.scan.folded
    words, (start, end) = pack.words["purpose"], (view.cue.start, view.cue.end)
    travels = [cue for cue in view.sentence.cues if cue.pattern.value == "visit"] if words else []
    if not travels:
        return False
    if pack.order == "sov":
        return folded.startswith(words, end + 1) and any(cue.start > end for cue in travels)
    if not any(cue.start < start for cue in travels):
        return False
    if not pack.spelling.spaces:
        low = max((cue.end for cue in travels if cue.end <= start), default=start)
        between = folded[low:start]  # "前往A签署", and not "前往A，并签署"
        near = any(folded.endswith(words, 0, cue.end) for cue in travels if cue.end == low)
        return near and not any(mark in between for mark in _ROWS)
    first = folded[start:end].split(None, 1)[0]
    before = folded[max(view.sentence.span.start, start - _PURPOSE) : start]
    return view.cue.clitic in words or first in words or before.endswith(tuple(f" {word} " for word in words))


_PURPOSE = 24  # letters of the words that tell what somebody travels for
_ROWS = ",、，并和"


def _of_companies(view: View, states: list[str]) -> bool:
    """Whether a party is told by a company of its alone: ``the Kenyan firm A and Ghana's ministry signed a deal``."""
    words = view.scan.pack.words["companies"]
    low, high = view.window
    rows = view.actors_in(low, high) if words else []
    for state in states[:2]:
        told = [a for a in rows if a.state == state]
        if told and all(a.attributive and a.marker not in _NO_FIRM and _firm(view, a, words) for a in told):
            return True
    return False


def _of_governments(view: View, states: list[str]) -> bool:
    """Whether two states themselves, and none of their companies, are told to be the parties."""
    low, high = view.window
    rows = [a for a in view.actors_in(low, high) if a.form in ("state", "capital", "gov") and a.marker not in _NO_FIRM]
    plain = {a.state for a in rows if not a.attributive and not _firm(view, a, view.scan.pack.words["companies"])}
    return len(states) == _TWO and set(states) <= plain


_TWO = 2
_ATTACHED = 20  # letters between an instrument and that which it is added to


def _firm(view: View, owner: ActorMention, words: tuple[str, ...]) -> bool:
    """Whether a word for a company stands beside whose it is."""
    folded, spaces = view.scan.folded, view.scan.pack.spelling.spaces
    low, high = max(view.sentence.span.start, owner.start - _FIRM), min(view.sentence.span.end, owner.end + _FIRM)
    if not spaces:
        return any(word in folded[owner.end : high] for word in words)
    behind = [word.strip(_QUOTES) for word in folded[owner.end : high].split()[:_NAMED]]
    reach = {"svo": 1 if view.scan.pack.adjective_after_office else 0, "vso": _NAMED}.get(view.scan.pack.order, 0)
    before = folded[low : owner.start].split()[-reach:] if reach else []
    return any(word.startswith(words) for word in (*before, *behind))


_FIRM = 40  # letters of a company's name and the word for it
_NAMED = 4  # words of them
_QUOTES = "\"«»“”„'"
_NO_FIRM = ("in", "on")


def _still_to_ratify(view: View) -> bool:
    """Whether the sentence tells what is wanting before the instrument is in force: it must be ratified."""
    groups = (cue.pattern.group for cue in view.sentence.cues)
    return any(g and g.kind == "document" and g.act == "ratify" and g.status == "planned" for g in groups)


def _place(view: View, act: str) -> str | None:
    """Where the act is told to happen; a place beside the signing of the sentence is that of the signing alone:
    ``signed in Lima, the pact was ratified``."""
    place = None if act in _NOWHERE else view.place()[0]
    if place is None or act == "sign":
        return place
    groups = [(cue, cue.pattern.group) for cue in view.sentence.cues]
    signed = [cue for cue, group in groups if group and group.kind == "document" and group.act == "sign"]
    places = [hit for hit in view.sentence.places if view.marked(hit, ("in",))] if signed else []
    taken = all(min(cue.distance(hit) for cue in signed) < view.cue.distance(hit) for hit in places)
    return None if places and taken else place


def _only_watched(view: View) -> bool:
    """Whether a clause of its own tells who was there when the instrument of the clause before was signed."""
    low, high = view.window
    if not view.scan.pack.comma_clauses or view.args.get("subj") != "witness":
        return False
    before = view.scan.sentences[view.number - 1].cues if view.number and not view.sentence.documents else []
    own = any(low <= hit.start < high for hit in view.sentence.documents)
    cues = [*before, *(cue for cue in view.sentence.cues if cue.end <= low)]
    return not own and any(cue.pattern.group and cue.pattern.group.act == "sign" for cue in cues)


def _only_qualifies(view: View, draft: Draft) -> bool:
    """Whether the verb only says which instrument it is, and neither when nor by whom: ``批准与A签署的协定``."""
    words, folded = view.scan.pack.words["attributive"], view.scan.folded
    dated = draft.told_date and "," not in folded[draft.day : view.cue.start]
    told = dated or bool(draft.states("signatory"))
    qualifies = view.scan.pack.comma_clauses and folded.startswith(words, view.cue.end)
    qualifies = qualifies or (view.scan.pack.case_of_head and _qualifies_noun(view))
    return draft.act == "sign" and qualifies and not told


def _worded(view: View, nouns: list[Hit]) -> list[Hit]:
    """The instruments whose wording is told rather than the words for it: ``the text of the treaty`` is the treaty."""
    out: list[Hit] = []
    for noun in nouns:
        meant = noun
        if noun.entry.value == "unspecified":
            rows = (h for h in view.sentence.documents if h.entry.value not in ("unspecified", "plural"))
            meant = next((h for h in rows if _beside(view, noun, h)), noun)
        if meant not in out:
            out.append(meant)
    return out


def _beside(view: View, noun: Hit, other: Hit) -> bool:
    """Whether two nouns stand so near each other that one is of the other, with no *and* or comma between."""
    low, high = (noun.end, other.start) if noun.end <= other.start else (other.end, noun.start)
    between = view.scan.folded[low:high]
    joined = any(f" {word} " in f" {between} " for word in view.scan.pack.words["and"])
    return 0 <= high - low <= _WORDING and not joined and not _PARTED.search(between)


_WORDING = 14  # letters between a text and the instrument that it is of
_PARTED = re.compile(r"[,;:()、，]")


def _only_tells_which(view: View) -> bool:
    """Whether the participle of a signing only tells of which instrument something else is told, and neither when nor
    by whom: ``suspended the accords signed with B``."""
    group, pack = view.cue.pattern.group, view.scan.pack
    if group is None or group.act != "sign" or not pack.spelling.spaces:
        return False
    acts = [c for c in view.sentence.cues if c.pattern.group and c.pattern.group.kind == "document"]
    later = any(c.pattern.group and c.pattern.group.act in _LATER for c in acts)
    end = min((c.end for c in acts if c.end > view.cue.end), default=view.sentence.span.end)
    dates = view.sentence.dates
    dated = any(view.cue.start - _BESIDE_DATE <= d.start < view.cue.end or view.cue.end <= d.start < end for d in dates)
    which = _qualifies_noun(view) or _before_noun(view) or _closes_with_noun(view)
    return later and not dated and len(view.sentence.documents) == 1 and which


_BESIDE_DATE = 30  # letters before a participle among which its day stands
_LATER = ("terminate", "ratify", "enter_into_force", "implement")


def _closes_with_noun(view: View) -> bool:
    """Whether the cue is a participle right before its noun, or with it, where verbs of a main clause seldom are:
    ``die mit Peru geschlossenen Abkommen``."""
    if view.scan.pack.order != "v2":
        return False
    return any(h.end == view.cue.end or h.start - view.cue.end == 1 for h in view.sentence.documents)


def _before_noun(view: View) -> bool:
    """Whether the cue is a participle that stands before its noun: ``imzalanan anlaşma``."""
    pack, folded = view.scan.pack, view.scan.folded
    last = folded[view.cue.start : view.cue.end].rsplit(None, 1)[-1]
    near = any(0 < hit.start - view.cue.end <= _WORDING for hit in view.sentence.documents)
    return near and "attributive" in pack.verb_forms and bool(pack.verb_form("attributive", last))


def _meant(view: View, noun: Hit) -> tuple[str, list[str]] | None:
    """Type and topics of the one instrument told in a sentence before, for which ``The document`` may stand."""
    told = [h for h in view.sentence.documents if h.entry.value not in ("unspecified", "plural")]
    return None if told else _told_of(view, noun, None)


def _told_of(view: View, noun: Hit, kind: str | None) -> tuple[str, list[str]] | None:
    """Type and topics of the last instrument told before, of a type where that is asked for: of the paragraph, or of
    the one before where the noun opens the sentence."""
    opens = noun.start - view.sentence.span.start <= _OPENING
    paragraph = view.sentence.paragraph - (1 if opens else 0)
    for number in range(view.number - 1, max(-1, view.number - _FAR_BACK), -1):
        row = view.scan.sentences[number]
        if row.paragraph < paragraph:
            break
        told = [h for h in row.documents if h.entry.value not in ("unspecified", "plural")]
        told = [h for h in told if kind in (None, h.entry.value)]
        if len(told) == 1:
            low, end = told[0].start, row.clause_end(told[0].end + 1)
            if view.scan.pack.order == "sov":
                low, end = max(row.span.start, low - _FAR), told[0].end
            about = (hit.entry.value for hit in row.topics if low <= hit.start < end)
            return told[0].entry.value, list(dict.fromkeys(about))
        if told:
            break
    return None


_OPENING = 20  # letters before a noun that opens its sentence
_FAR_BACK = 4  # sentences


def _told_again(view: View, noun: Hit) -> bool:
    """Whether a bare ``The documents`` that begins a sentence are those told in the sentence before."""
    begin = view.sentence.span.start
    before = view.scan.sentences[view.number - 1].documents if view.number else []
    lead = view.scan.folded[begin : noun.start].split()
    return bool(before) and len(lead) <= 1 and all(word in view.scan.pack.sets["articles"] for word in lead)


def _signed_by(view: View, act: str, status: str) -> list[Draft]:
    """What was signed in the sentence before, by those whom this one tells: ``They were signed by A and B``."""
    before = view.scan.sentences[view.number - 1]
    states = [a.state for a in view.slots.get("by", []) if a.state and a.name]
    if act != "sign" or status != "done" or len(set(states)) < _TWO:
        return []
    rows = [state_actor("party", state) for state in dict.fromkeys(states)]
    rows += [as_actor("signatory", mention) for mention in _signers(view, states)]
    told = dict.fromkeys(h.entry.value for h in before.documents if h.entry.value not in ("plural", "unspecified"))
    return [view.draft("document", list(rows), status, type=kind, act=act, place=_place(view, act)) for kind in told]


def _signers(view: View, states: list[str]) -> list[ActorMention]:
    """Who puts the name under it: the agents where any are told, else the subject."""
    if sides := _for_sides(view, states):
        return sides
    spaces = view.scan.pack.spelling.spaces
    signs = view.args.get("subj") != "witness"
    mentions = view.slots.get("by") or (view.slots.get("subj", []) if signs else [])
    if signs and _watched(view):
        mentions = view.slots.get("by") or view.slots.get("of", [])  # "the presidents witnessed the signing"
    if spaces and (_only_named(view) or _qualifies_noun(view)):
        mentions = _agents(view)
    elif not mentions and view.scan.pack.order == "vso" and view.verbal:
        mentions = view.slots.get("obj", [])  # nobody signs a person: the subject stands behind the document
    if not mentions and view.cue.impersonal:
        mentions = [m for m in view.actors_in(view.cue.start, view.cue.end) if m.name]  # "wurde von A unterzeichnet"
    if view.args.get("with") == "signatory":
        mentions = [*mentions, *view.slots.get("with", [])]
    if spaces and view.verbal and mentions and len({m.state for m in mentions}) < _TWO:
        mentions = [*mentions, *(m for m in view.slots.get("with", []) if m.name and m.office)]
    mentions = [m for m in mentions if not _stands_for_states(view, m)]
    rows = [m for m in expand(mentions, view) if m.state in states]
    rows = [m for m in rows if m.name or (m.office and m.marker != "of")]
    return [*rows, *_of_other_sides(view, states, rows), *_in_row(view, states, rows)]


def _for_sides(view: View, states: list[str]) -> list[ActorMention]:
    """Who signs for which side, where each is told: ``A signed for Kenya and B for Peru``."""
    rows = view.sentence.actors
    sides = [a.state for a in rows if a.marker in ("for", "by") and a.form in ("state", "side") and a.state in states]
    named = [a for a in rows if a.name and a.office and a.form == "person"]
    if len(sides) < _TWO or len(sides) != len(named) or len(set(sides)) != len(sides):
        return []
    return [replace(actor, state=side) for actor, side in zip(named, sides, strict=True)]


def _in_row(view: View, states: list[str], rows: list[ActorMention]) -> list[ActorMention]:
    """Who signs for the other sides where verbs come last, and so stand once behind all: ``belgeyi Peru adına A, Kenya
    adına B imzaladı``."""
    if view.scan.pack.order != "sov" or not view.verbal or len(rows) != 1 or not rows[0].name:
        return []
    low, high = rows[0].end, view.cue.start
    told = [a for a in view.sentence.actors if low <= a.start < high and a.name and a.office and not a.marker]
    return [a for a in told if a.state in states and a.state != rows[0].state]


def _stands_for_states(view: View, mention: ActorMention) -> bool:
    """Whether a reference is to the states, whoever signs for them: ``the two countries``, ``双方``."""
    if mention.ref != "both":
        return False
    words = view.scan.folded[mention.start : mention.end].split()
    return view.scan.pack.comma_clauses or any(word.startswith(view.scan.pack.words["countries"]) for word in words)


def _only_named(view: View) -> bool:
    """Whether the cue is a noun: who acts in its clause does something else (``called for the signing of``)."""
    pack = view.scan.pack
    before = view.scan.folded[max(0, view.cue.start - _ARTICLE) : view.cue.start].split()[-1:]
    if any(word in pack.possessives for word in before):
        return False  # "setzten ihre Unterschrift unter"
    if pack.capitals == "nouns":
        return view.scan.text[view.cue.start].isupper()
    named = not view.verbal and pack.order != "sov" and not pack.case_of_head
    return named and view.marker_before(view.cue.start) not in _MEANS


_MEANS = ("by", "in", "after")  # before a gerund, whose subject is that of the clause: ``by signing``, ``en signant``


def _qualifies_noun(view: View) -> bool:
    """Whether the cue is a participle right behind an instrument: ``the pact signed in Lima``."""
    start, pack = view.cue.start, view.scan.pack
    if pack.order != "svo" or pack.case_of_head or not pack.spelling.spaces:
        return False
    first = view.scan.folded[start : view.cue.end].split()[0]
    beside = any(0 < start - hit.end <= len(", ") for hit in view.sentence.documents)
    return beside and pack.looks("participle", first)


def _agents(view: View) -> list[ActorMention]:
    """Those by whom something is told to be signed right behind the act, with no comma between; whose a noun is."""
    end, folded = view.cue.end, view.scan.folded
    agents = view.slots.get("subj", []) if view.cue.impersonal else view.slots.get("by", [])
    agents = [m for m in agents if m.start >= end and "," not in folded[end : m.start].lstrip(",")]
    return agents or [m for m in view.slots.get("of", []) if 0 <= m.start - end <= _OF]


_OF = 4  # letters of an *of* and the spaces beside it


def _of_other_sides(view: View, states: list[str], rows: list[ActorMention]) -> list[ActorMention]:
    """Who signs for the other sides where the verb is told once: ``с эстонской стороны договор подписал A, с финской -
    B``, ``подписали: от Эстонии - A, от Финляндии - B``."""
    end = max((m.end for m in rows), default=view.cue.end)
    folded, signed = view.scan.folded, {m.state for m in rows}
    out: list[ActorMention] = []
    for actor in view.sentence.actors:
        if actor.start < end or not actor.name or actor.marker or actor.state in signed or actor.state not in states:
            continue
        if folded[end] not in ",:" or not _DASH.search(folded, end, min(actor.end, end + _SIDE)):
            break
        out.append(actor)
        signed.add(actor.state)
        end = actor.end
    return out


_DASH = re.compile(r" [-–—] ")
_SIDE = 40  # letters of the words that tell a side, up to a dash


def _watched(view: View) -> bool:
    """Whether the act is a noun that somebody attends: it is not signed by its verb's subject."""
    before = view.scan.folded[max(0, view.cue.start - _ARTICLE) : view.cue.start].split()[-1:]
    named = view.scan.pack.order == "svo" and before and before[0] in view.scan.pack.sets["articles"]
    return bool(named) and not view.verbal and bool(view.slots.get("subj"))


def _between(view: View, noun: Hit) -> list[str]:
    """The states that the noun's own phrase names: ``the agreement between X and Y``."""
    if len(own := _titled(view, noun)) == 2:
        return own
    rows = [a for a in view.slots.get("between", []) if a.state and 0 <= a.start - noun.end < 80]
    states = list(dict.fromkeys(a.state for a in rows if a.state))
    if len(states) < 2:
        # "A and B signed", "the sides signed": whoever else is told is no party
        rows = [m for m in view.slots.get("subj", []) if m.list_id or m.ref in ("both", "both_heads", "they")]
        rows += [m for m in view.slots.get("with", []) if rows and rows[0].list_id and m.form in ("state", "org")]
        beside = [m for m in view.slots.get("with", []) if m.state and m.list_id]
        if not rows and len({m.state for m in beside}) > 1 and view.slots.get("subj"):
            rows = [*view.slots["subj"][:1], *beside]  # "A signed with B, C and D"
        if not rows and view.scan.pack.comma_clauses and view.slots.get("with"):
            rows = [*view.slots.get("subj", [])[:1], *view.slots["with"]]  # whatever their attributes tell
        states = list(dict.fromkeys(m.state for m in expand(rows, view) if m.state))
    return states if len(states) > 1 else []


def _titled(view: View, noun: Hit) -> list[str]:
    """The states that the title tells which the noun ends."""
    rows = (h for h in view.sentence.titled if h.end <= noun.start and "》" not in view.scan.text[h.end : noun.start])
    return list(dict.fromkeys(h.entry.value for h in rows))


def _type(noun: Hit, group_type: str | None) -> str:
    if noun.entry.value == "plural":
        return "package"
    return group_type or noun.entry.value


def _nouns(view: View) -> list[Hit]:
    """The document nouns of the cue's clause; without any there, the nearest of the sentence."""
    low, high = view.window
    rows = [h for h in view.sentence.documents if low <= h.start < high and view.cue.distance(h) <= _REACH]
    rows = [h for h in rows if not _of_other(view, h) and not _attached(view, h)]
    rows = [h for h in rows if not _of_next(view, h)]
    papers = _papers(view)
    if len(papers) < len(rows):
        rows = [h for h in rows if h not in papers]
    if rows and all(_of_noun(view, h, papers) for h in rows):
        return []
    rows = [h for h in rows if not _of_noun(view, h, papers)]
    several = any(h.entry.value == "plural" for h in rows) and view.scan.pack.spelling.spaces
    if rows and (view.scan.pack.comma_clauses or several):
        # "papers were signed, among them A, B and C"
        rows += [h for h in view.sentence.documents if h.start >= high and _enumerated(view, h) and _alone(view, h)]
    if rows:
        return rows[:8]
    # where nouns are declined the noun of an act stands in its clause
    before = _BESIDE if view.scan.pack.case_of_head else _BEFORE
    near = [
        h for h in view.sentence.documents if view.cue.distance(h) <= (before if h.end <= view.cue.start else _BESIDE)
    ]
    if view.scan.pack.comma_clauses:
        listed = [h for h in near if h.start >= view.cue.end and _enumerated(view, h)]
        if listed:
            return listed[:8]
        near = [h for h in near if h.end <= view.cue.start]
    return sorted(near, key=lambda h: view.cue.distance(h))[:1] or _told_before(view)


def _of_next(view: View, noun: Hit) -> bool:
    """Whether a noun belongs to another act of the clause: it stands in the words of that, or before a verb that has
    one in its own (``signed a memorandum and agreed to negotiate a treaty``)."""
    cue = view.cue
    if not cue.pattern.group or view.scan.pack.order == "sov":
        return False
    rows = ((c, c.pattern.group) for c in view.sentence.cues if c.pattern.value == "document")
    acts = [c for c, group in rows if group and not group.mute and (c.end <= cue.start or c.start >= cue.end)]
    own = any(cue.start <= h.start < cue.end for h in view.sentence.documents)
    if own and noun.end <= cue.start and any(c.end <= cue.start and noun.start >= c.start for c in acts):
        return True
    later = (c for c in acts if c.start >= cue.end and c.start < noun.start < c.end)
    apart = not view.scan.pack.comma_clauses
    return apart and any(c.pattern.group.act != cue.pattern.group.act for c in later if c.pattern.group)


def _papers(view: View) -> list[Hit]:
    """The papers in the words of a ratification, which do not tell what is ratified."""
    group = view.cue.pattern.group
    if group is None or group.act != "ratify":
        return []
    rows = (h for h in view.sentence.documents if h.entry.value in ("plural", "unspecified"))
    return [h for h in rows if view.cue.start <= h.start < view.cue.end]


def _of_other(view: View, noun: Hit) -> bool:
    """Whether a noun is another act's (``a declaration on leaving the treaty``), or this act has one of its own."""
    papers = _papers(view)
    inside = [h for h in view.sentence.documents if view.cue.start <= h.start < view.cue.end and h not in papers]
    if noun in inside:
        return False
    own = view.cue.pattern.group.act if view.cue.pattern.group else None
    groups = (cue.pattern.group for cue in view.sentence.cues if cue.start <= noun.start < cue.end)
    taken = any(g and g.kind == "document" and g.act in _ENDS and g.act != own for g in groups)
    return taken or (bool(inside) and own in _ENDS)


def _attached(view: View, noun: Hit) -> bool:
    """Whether a noun, where nouns are declined, only tells what another is to: ``протокол к соглашению``, ``sazişə
    əlavə protokol``."""
    pack, folded = view.scan.pack, view.scan.folded
    words = pack.words["attached"]
    if not words:
        return False
    rows = view.sentence.documents
    if pack.order == "sov":
        others = (h for h in rows if 0 < h.start - noun.end <= _ATTACHED)
        told = (word for h in others for word in folded[noun.end : h.end].split())
        return any(word in words for word in told)
    others = (h for h in rows if 0 < noun.start - h.end <= _ATTACHED)
    return any(f" {word}" in folded[h.start : noun.start + 1] for h in others for word in words)


def _of_noun(view: View, noun: Hit, papers: list[Hit]) -> bool:
    """Whether a noun without cases only tells what another is to: ``a protocol amending the treaty``."""
    pack = view.scan.pack
    before = next((h for h in reversed(view.sentence.documents) if h.end <= noun.start and h not in papers), None)
    apart = pack.spelling.spaces and not pack.spelling.prefix  # an "and" stands as a word of its own
    if before is None or pack.order == "sov" or pack.case_of_head or not apart:
        return False
    between = view.scan.folded[before.end : noun.start]
    words = (word if word.endswith("'") else f"{word} " for word in pack.words["and"])
    parted = "," in between or any(f" {word}" in between for word in words)
    groups = (c.pattern.group for c in view.sentence.cues if before.end <= c.start < noun.start)
    acts = any(group and group.kind == "document" and group.act != "mention" for group in groups)
    listed = before.entry.value == "plural" or any(word in between for word in pack.markers.get("as", ()))
    return not (parted or acts or listed) and len(between) < _WITHIN


def _told_before(view: View) -> list[Hit]:
    """The document of the sentence before, where this one tells none: ``It was signed by the co-chairs``."""
    group = view.cue.pattern.group
    if view.sentence.documents or not view.number or group is None or group.act not in _FOLLOWED:
        return []
    before = view.scan.sentences[view.number - 1]
    follows = before.paragraph == view.sentence.paragraph and not view.sentence.bodies
    return before.documents[-1:] if follows else []


def _enumerated(view: View, noun: Hit) -> bool:
    """Whether a word such as *including* stands between the act and a noun."""
    between = view.scan.folded[view.cue.end : noun.start]
    return any(word in between for word in view.scan.pack.markers.get("as", ()))


def _alone(view: View, noun: Hit) -> bool:
    """Whether no act of its own is told in the clause of a noun: ``whereas a roadmap has yet to be drafted``."""
    low, high = view.sentence.clause_start(noun.start), view.sentence.clause_end(noun.end)
    acts = (cue for cue in view.sentence.cues if cue.pattern.value == "document" and cue.start >= view.cue.end)
    return view.scan.pack.comma_clauses or not any(low <= cue.start < high for cue in acts)


def _phrase_end(view: View, noun: Hit, nouns: list[Hit]) -> int:
    """Where the noun's phrase may end: at the next noun, the act or the clause's end."""
    outside = [b for b in view.sentence.barriers if b >= noun.end] if noun.start < view.window[0] else []
    ends = [h.start for h in nouns if h.start > noun.start] + (outside[:1] or [view.window[1]])
    if view.cue.start > noun.start:
        ends.append(view.cue.start)
    stop = min(ends)
    # "agreements, covering trade and tourism, were signed": what is put in behind the noun tells more of it
    first = noun.end + 1 if view.scan.folded.startswith(",", noun.end) and view.cue.start > noun.start else noun.end
    comma = view.scan.folded.find(",", first, stop) if first == noun.end else -1
    return max(noun.end, comma if comma > 0 else len(view.scan.text[:stop].rstrip()))


def _listed_end(view: View, noun: Hit, nouns: list[Hit]) -> int:
    """Where what a document is about ends, with all of a list: ``on farming, tourism and sport``."""
    end, high = _phrase_end(view, noun, nouns), view.window[1]
    stops = [hit.start for hit in view.sentence.documents if hit.start >= end]
    stops += [cue.start for cue in view.sentence.cues if cue.start >= end]
    high = min([high, *stops])
    while end < high and view.scan.folded.startswith(",", end):
        comma = view.scan.folded.find(",", end + 1, high)
        part = comma if comma > 0 else high
        if part - end > _PART or not view.topics(end, part):
            break
        end = part
    return end


_PART = 40  # letters of what one comma parts from the next in a list


def _topics(view: View, noun: Hit, nouns: list[Hit]) -> list[str]:
    """What the noun's phrase is about, with the words right before it (``a cultural exchange programme``)."""
    last = view.scan.pack.order == "sov"  # what it is about stands before the participles before it
    reach, first = (_FAR, view.sentence.span.start) if last else (_NEAR, min(view.window[0], noun.start))
    low = max([first, noun.start - reach, *(h.end for h in nouns if h.end <= noun.start)])
    if not last:
        before = view.scan.folded[low : noun.start]
        parted = [before.rfind(","), *(before.rfind(f" {word} ") for word in view.scan.pack.words["and"])]
        low += max(parted) + 1
    own = view.topics(low, _listed_end(view, noun, nouns))
    if not own and len(nouns) == 1:
        own = view.topics(noun.end, view.sentence.span.end)  # "a contract under which Ghana exports power"
    return own or [_UNTOLD]


_UNTOLD = "relations"  # what an instrument is about that tells nothing of it


def _leads_sentence(view: View, noun: Hit) -> bool:
    """Whether a bare noun opens its sentence: it is an instrument told before (``The agreement will enter into``)."""
    lead = view.scan.folded[view.sentence.span.start : noun.start].split()
    return len(lead) <= 1
