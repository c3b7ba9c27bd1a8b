"""The parties of a joint thing (document, body, relation, meeting): told in the clause, else those of the scene."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import SEVERAL, ActorMention, Sentence
from dragoman.find.owners import owned
from dragoman.frame.view import View
from dragoman.resolve.scene import UNIQUE


def both(view: View) -> list[ActorMention]:
    """The actors that ``the sides`` and ``the two presidents`` stand for: the main pair's principals."""
    scene = view.scene
    if view.number in scene.sides:
        return scene.sides[view.number]
    counted = [a.members for a in view.sentence.actors if len(a.members) > 2 and view.scan.pack.comma_clauses]
    if counted:
        scene.sides[view.number] = list(counted[0])  # "the three ministers" and what they found
        return scene.sides[view.number]
    out = []
    at = view.sentence.span.start
    met = _just_met(view)
    for state in _two(view):
        minister = _of_ministers(view, state)
        if state in met and minister is None and _of_office(view, state) is None:
            out.append(met[state])
            continue
        person = scene.principal(state, view.sentence.span.end)
        holder = minister or _of_office(view, state)
        if holder is not None:
            out.append(holder)
            continue
        told = _told_here(view, state) if view.scan.pack.comma_clauses else None
        if told is not None:
            out.append(ActorMention(at, at, "person", state, told.office, told.name))
            continue
        out.append(
            ActorMention(at, at, "person", state, person.office, person.name)
            if person
            else ActorMention(at, at, "state", state)
        )
    scene.sides[view.number] = out
    return out


def expand(mentions: list[ActorMention], view: View) -> list[ActorMention]:
    """Replace references to all parties by the parties; drop what stands for nobody. Who the parties are is asked only
    where such a reference stands."""
    out: list[ActorMention] = []
    for mention in mentions:
        rows = (list(mention.members) or both(view)) if mention.ref in SEVERAL else [mention]
        for row in rows:
            if (row.state or row.name or row.office) and not any(_same(row, other) for other in out):
                out.append(row)
    return out


def _same(one: ActorMention, other: ActorMention) -> bool:
    """Whether two mentions are one actor; ministers told in one list are as many."""
    if one.list_id and one.list_id == other.list_id and one.office and not one.name and one.start != other.start:
        return False
    return (one.name, one.office, one.state) == (other.name, other.office, other.state)


def _just_met(view: View) -> dict[str, ActorMention]:
    """Who of the two states met last in the text: ``The sides`` are those, whoever else of their states it tells."""
    told = any(a.ref == "both" for a in view.sentence.actors) or not any(
        a.office or a.name for a in view.sentence.actors
    )
    pack = view.scan.pack
    if not told or not (pack.comma_clauses or pack.order in ("svo", "v2")):
        return {}
    own = [_before(view)] if pack.comma_clauses else []
    for row in (*own, *reversed(view.scan.sentences[: view.number])):
        if not any(cue.pattern.value == "meeting" for cue in row.cues):
            continue
        if not pack.comma_clauses and any(rule.pattern.value in _OTHER_DAYS for rule in row.rules):
            continue  # "recalled the talks with X"
        held = [a for a in row.actors if a.office and a.state and not a.attributive]
        held = [a for a in held if pack.comma_clauses or a.office != "delegation"]
        sides = {a.state: a for a in held if a.state}
        if len(held) == len(sides) == 2 and any(a.name for a in held) and set(sides) == set(_two(view)):
            return sides
    return {}


def _before(view: View) -> Sentence:
    """What stands in the sentence before the cue's clause: ``王强同史密斯会谈,双方就气候交换了意见``."""
    row, low = view.sentence, view.window[0]
    return replace(row, cues=[c for c in row.cues if c.end <= low], actors=[a for a in row.actors if a.end <= low])


_OTHER_DAYS = ("background", "planned", "proposed", "cancelled")  # what is said of meetings that are not told now


def _of_office(view: View, state: str) -> ActorMention | None:
    """Who holds the office of ``两国总理`` on a side; nobody by name where the text tells none."""
    ref = next((a for a in view.sentence.actors if a.ref == "both_heads" and a.surface), None)
    if ref is None or (not view.scan.pack.comma_clauses and ref.surface not in UNIQUE):
        return None
    person = view.scene.principal(state, view.sentence.span.end)
    leads = person is not None and person.office in _LEADERS and ref.surface in _LEADERS
    if person is not None and (person.office == ref.surface or leads):
        return None
    held = view.scene.holder(ref.surface or "", state)
    return ActorMention(ref.start, ref.start, "person", state, ref.surface, held.name if held else None)


def _of_ministers(view: View, state: str) -> ActorMention | None:
    """The minister of a side that ``the ministers`` stands for where the text is about those who lead the states; the
    side itself where the text names none."""
    words, folded = view.scan.pack.words["ministers"], view.scan.folded
    refs = [a for a in view.sentence.actors if a.ref in SEVERAL] if words else []
    if len(refs) != 1 or refs[0].ref != "both_heads":
        return None  # "they issued a statement; the ministers signed 14 documents"
    ref = refs[0]
    told = f" {folded[ref.start : ref.end]}"
    if not any(told.endswith(f" {word}") for word in words):
        return None  # "премьер-министры" are none
    person = view.scene.principal(state, view.sentence.span.end)
    if person is None or person.office not in _LEADERS:
        return None
    held = next((p for office in _MINISTERS if (p := view.scene.holder(office, state))), None)
    if held is None:
        return ActorMention(ref.start, ref.start, "state", state)
    return ActorMention(ref.start, ref.start, "person", state, held.office, held.name)


def _two(view: View) -> list[str]:
    """The two states of ``both``: of the main pair, or one that is told beside a state of the pair. A state told only
    behind the word or as an attribute is spoken of, and one that speaks to them (``the bloc urged both``) a third."""
    ref = next((a for a in view.sentence.actors if a.ref in ("both", "both_heads") and not a.marker), None)
    pair = view.scene.pair[:2]
    if ref is not None and (near := _just_before(view, ref) or _met_before(view)):
        return near
    sides = set(pair)
    for row in view.scan.sentences[max(0, view.number - 2) : view.number + 1]:
        told = [a for a in row.actors if not a.attributive and not a.venue and (ref is None or a.end <= ref.start)]
        if any(a.state in pair for a in told):
            # "thanked it for the accord of the EU and Mercosur": these are no two countries
            sides.update(a.state for a in told if a.state and (a.form != "org" or a.state in pair))
    here = [a for a in view.sentence.actors if not a.attributive and a.state]
    if ref is None and not any(a.state in pair for a in here):
        if view.scan.pack.comma_clauses and len(pair) == 2:
            return list(pair)  # a third party speaks of both
        sides.difference_update(a.state or "" for a in here)
    return [state for state in focus(view) if state in sides][:2]


def _just_before(view: View, ref: ActorMention) -> list[str]:
    """The two states whose officials the sentence tells before the word, and no third: ``A met B, and both ...``."""
    rows = (a for a in view.sentence.actors if a.end <= ref.start and not a.attributive and (a.office or a.name))
    states = list(dict.fromkeys(a.state for a in rows if a.state))
    if len(states) == 1 and view.scan.pack.comma_clauses:
        # "the premier is to visit X, and both leaders will ...": where somebody goes
        hosts = [a.state for a in view.sentence.actors if a.end <= ref.start and a.marker in _WHITHER and a.state]
        states = list(dict.fromkeys([*states, *hosts]))
    return states if len(states) == 2 else []


_WHITHER = ("on", "to", "with")


def _met_before(view: View) -> list[str]:
    """The two states whose officials met by one of the last sentences, where somebody of a third was told since."""
    since: set[str] = set()
    for row in reversed(view.scan.sentences[max(0, view.number - _BACK) : view.number]):
        told = [a for a in row.actors if a.state and (a.office or a.name) and not a.attributive and not a.venue]
        states = list(dict.fromkeys(a.state for a in told if a.state))
        if any(cue.pattern.value == "meeting" for cue in row.cues):
            return states if len(states) == 2 and since - set(states) else []
        since.update(states)
    return []


_BACK = 3  # sentences within which a meeting was told

_MINISTERS = ("foreign_minister", "minister", "defence_minister")
_LEADERS = ("head_of_state", "head_of_government", "crown_prince")

_LED = 30  # how far behind a delegation its leader is told


def led(view: View, mentions: list[ActorMention]) -> list[ActorMention]:
    """For a delegation the one who leads it: ``a delegation headed by X arrived``."""
    out = []
    for mention in mentions:
        rows = view.sentence.actors if view.scan.pack.order != "sov" else []  # there who leads stands before
        behind = (a for a in rows if 0 < a.start - mention.end <= _LED and a.marker == "by")
        leader = _led_before(view, mention) or next(behind, None)
        bare = mention.name is None and mention.office in ("delegation", "member_of_parliament")
        if bare and leader is None and mention.office == "delegation":
            leader = _leader_told(view, mention)
        untold = " " not in view.scan.folded[mention.start : mention.end]  # its state is only supposed
        home = view.scene.home or view.scan.pack.home
        if leader and mention.state not in (None, home) and leader.state == home and not untold:
            leader = replace(leader, state=mention.state)  # no official of ours leads others
        stateless = untold or mention.state is None
        own = leader is not None and leader.name and (stateless or leader.state in (None, mention.state))
        out.append(replace(leader, state=leader.state or mention.state) if bare and leader and own else mention)
    return out


def chairs_named(view: View, mentions: list[ActorMention]) -> list[ActorMention]:
    """For chairs told without a name those who are named right behind as such: ``the co-chairs of the commission,
    Peru's minister A and B of Ghana, reported``."""
    out: list[ActorMention] = []
    for mention in mentions:
        named = _apposed(view, mention) if mention.office == "commission_chair" and mention.name is None else []
        out += [a for a in named or [mention] if a not in out]
    return out


def _apposed(view: View, chair: ActorMention) -> list[ActorMention]:
    """The officials told in a row right behind a word for chairs, up to the verb that stands behind both."""
    folded, start = view.scan.folded, view.cue.start
    end = start if chair.end <= start and view.scan.pack.order != "vso" else view.sentence.span.end
    rows = [a for a in view.sentence.actors if chair.end <= a.start and a.end <= end and not a.attributive]
    out: list[ActorMention] = []
    at = chair.end
    for actor in rows:
        if not (actor.name or actor.office) or actor.marker not in ("", "of", chair.marker) or actor.ref:
            break
        if actor.start - at > (_ROW if out else _BODY_NAME) or any(mark in folded[at : actor.start] for mark in ".;"):
            break
        out.append(actor)
        at = actor.end
    return out if any(a.name for a in out) else []


_BODY_NAME = 100  # letters of the name of the body that somebody chairs
_ROW = 12  # letters between two who are told in a row


def _leader_told(view: View, mention: ActorMention) -> ActorMention | None:
    """Who leads a delegation of guests, or one told again where nouns have no articles: its side's main official."""
    sent = owned(view.scan.folded, mention, view.scan.pack)  # "sends experts": others than who leads
    guests = view.cue.pattern.value == "visit" and mention.state != view.scene.header.place_state
    if not (view.scan.pack.comma_clauses or guests) or mention.state is None or sent:
        return None
    person = view.scene.principal(mention.state, mention.start)
    if person is None or person.first >= mention.start:
        return None
    return ActorMention(mention.start, mention.end, "person", person.state, person.office, person.name)


def _led_before(view: View, mention: ActorMention) -> ActorMention | None:
    """The leader told before a delegation: ``率领的``, ``为首的`` right between."""
    words = view.scan.pack.words["led_by"]
    rows = [a for a in view.sentence.actors if a.name and a.end <= mention.start <= a.end + _LED]
    near = rows[-1] if rows and words else None
    told = near and any(word in view.scan.folded[near.end : mention.start] for word in words)
    return replace(near, marker="by") if near and told else None


def _told_here(view: View, state: str) -> ActorMention | None:
    """The official of a state whom the sentence names."""
    rows = [a for a in view.sentence.actors if a.state == state and a.office and not a.attributive]
    heads = (a for a in rows if a.office in UNIQUE)  # told by their office alone
    return next((a for a in rows if a.name), next(heads, None))


def focus(view: View) -> list[str]:
    """The states that the text is about around the cue: those of this paragraph first, completed by the main pair."""
    scene = view.scene
    if view.number in scene.focus:
        return scene.focus[view.number]
    seen: dict[str, float] = {}
    for offset in range(3):
        number = view.number - offset
        if number < 0:
            break
        row = view.scan.sentences[number]
        if row.paragraph != view.sentence.paragraph and offset:
            break
        for actor in row.actors:
            aside = actor.form == "org" and actor.marker in ("in", "of") and actor.state not in scene.pair[:2]
            if view.scan.pack.order == "sov" and actor.marker in ("in", "on") and not (actor.name or actor.office):
                aside = True  # what bears "in" or "on" is spoken of: "Сирия мен Украинадағы ахуал"
            if actor.state and not aside:
                seen[actor.state] = seen.get(actor.state, 0.0) + (0.5 if actor.weak or actor.venue else 1.0) / (
                    offset + 1
                )
    pair = scene.pair[:2]
    ranked = sorted(seen, key=lambda s: (s not in pair, -seen[s], s))
    if ranked and ranked[0] not in pair:
        # a third state is told with the agency's own rather than with the dispatch's other guests
        pair = sorted(pair, key=lambda state: state != scene.home)
    rest = [state for state in (*ranked[1:], *pair) if state not in ranked[:1]]
    scene.focus[view.number] = [*ranked[:1], *rest]
    return scene.focus[view.number]


def told_states(view: View, low: int, high: int, places: bool = False) -> list[str]:
    """The states that actors in the stretch stand for, in order, each once; places count only where asked for."""
    out: list[str] = []
    for actor in view.actors_in(low, high):
        if len(actor.members) > 2:
            out += [m.state for m in actor.members if m.state and m.state not in out]  # "the six presidents"
        if (
            actor.state
            and actor.state not in out
            and (places or not (actor.capital and actor.marker in ("in", "from", "to", "on", "after")))
        ):
            about = actor.marker == "on" and view.scan.pack.comma_clauses
            aside = actor.marker in ("in", "on", "from", "after", "as") and actor.form in ("state", "capital")
            if aside and not places and not about:
                continue
            out.append(actor.state)
            if actor.form == "institution" and actor.post and actor.post not in out:
                out.append(actor.post)  # "its embassy in Sudan"
    return out


def parties(view: View, low: int | None = None, high: int | None = None, least: int = 2) -> list[str]:
    """The states between which something stands: at least two, or none."""
    start, end = view.window if low is None or high is None else (low, high)
    told = told_states(view, start, end)
    told = [*(state for state in told_states(view, *view.prefield) if state not in told), *told]
    if view.scan.pack.order == "sov":
        # the subject stands first in the sentence, perhaps before other clauses
        subject = [m.state for m in view.slots.get("subj", []) if m.state]
        told = [state for state in dict.fromkeys([*subject, *told]) if state != "IGO"]
    between = list(dict.fromkeys(a.state for a in view.slots.get("between", []) if a.state))
    if len(told) > 2 and len(between) == 2:
        return [state for state in between if state]
    if len(told) > 2 and not (_listed(view, told) or (view.scan.pack.comma_clauses and _listed(view, told[1:]))):
        return _nearest(view, told, start, end)
    if len(told) >= least:
        return told
    span = view.sentence.span
    wider = told + [s for s in told_states(view, span.start, span.end) if s not in told]
    if not told and len(wider) > 2 and any(set(wider) == {m.state for m in a.members} for a in view.sentence.actors):
        return wider  # those whom "the three ministers" stand for
    gathered = view.scene.gathered.get(view.number, []) if view.cue.pattern.value in _JOINED and not wider else []
    if gathered and not any(a.state or a.ref or a.name or a.office for a in view.sentence.actors):
        return gathered  # "A joint statement was adopted", behind those who met
    if len(wider) >= least:
        return wider[:2] if not told else (told + [s for s in wider if s not in told])[:2]
    out = wider + [s for s in focus(view) if s not in wider]
    return out[:2] if len(out) >= 2 else []


_JOINED = ("document", "body")  # what all who are gathered have part in


def _listed(view: View, states: list[str]) -> bool:
    """Whether the states stand in one list of the sentence."""
    lists: dict[int, set[str | None]] = {}
    for actor in view.sentence.actors:
        if actor.list_id:
            lists.setdefault(actor.list_id, set()).add(actor.state)
        if actor.members:
            lists.setdefault(-actor.start, set()).update(member.state for member in actor.members)
    return any(set(states) <= members for members in lists.values())


def _nearest(view: View, told: list[str], low: int, high: int) -> list[str]:
    """Of more than two states that stand in no list: the subject's and the one told nearest to the cue."""
    actors = [a for a in view.actors_in(low, high) if a.state in told]
    first = next((a.state for a in actors if not a.marker and not a.attributive), None) or told[0]
    others = [a for a in actors if a.state != first]
    if not others:
        return told[:2]
    near = min(others, key=lambda a: view.cue.distance(a))
    return [state for state in (first, near.state) if state]
