"""Whose an act is: told by the noun's owner, by forces and things that act, by whoever stands behind the words."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, same_side
from dragoman.frame.befallen import of_other_noun
from dragoman.frame.view import View

_NEAR = 8  # letters between whose act it is and its noun, without spaces
REACHING = ("assault", "mobilize")
"""Acts that reach those whom they befall from afar."""
BY_FORCES = ("assault", "mobilize", "aid", "coerce", "retreat")
"""Acts of forces, guards and teams."""
_OWNED = 60  # letters between whose act it is and the verb, where that stands last


def owner_of_act(view: View) -> ActorMention | None:
    """The state whose act a noun names: the adjective or genitive right before it. A verb has no owner."""
    if view.scan.pack.comma_clauses:
        owners = [a for a in view.sentence.actors if 0 <= view.cue.start - a.end <= _NEAR and a.attributive]
        owners = [a for a in owners if a.marker not in _ASIDE]  # "massed troops in Ghana's border region"
        return owners[-1] if owners and "," not in view.scan.folded[owners[-1].end : view.cue.start] else None
    if view.verbal:
        return None
    if view.scan.pack.adjective_after_office:
        # "el bloqueo estadounidense"
        behind = next((a for a in view.sentence.actors if view.cue.start < a.start <= view.cue.end + 2), None)
        return behind if behind and behind.weak and not of_victims(view) else None
    last = view.scan.pack.order == "sov"
    if told := told_of_genitive(view):
        return told
    for actor in reversed(view.sentence.actors):
        between = view.scan.folded[actor.end : view.cue.start]
        if last and actor.marker not in ("", "of"):
            continue  # "İsrail'in Suriye'ye yönelik saldırısı"
        if last and actor.start < view.cue.start < actor.end and actor.state:
            return actor  # the words of the act begin with those who do it: "Peru dronlarının hücumu"
        if actor.start == view.cue.start and actor.end < view.cue.end and view.scan.pack.bare_state_before_office:
            return actor if actor.form == "state" and not actor.marker else None  # "US sanctions"
        if actor.end <= view.cue.start and len(between) < (_OWNED if last else 40):
            bare = view.scan.pack.order != "sov" or not actor.marker
            compound = view.scan.pack.bare_state_before_office and actor.form == "state" and between == " " and bare
            near = actor.attributive and len(between.split()) <= (5 if last else 3) and "," not in between
            near = near and not of_other_noun(view, actor)
            if last and near and actor.form == "adj" and _of_oblique(between, view):
                continue  # "Gana mallarına uyguladığı boykot": of the goods
            return actor if near or compound else None
    return None


def _of_oblique(between: str, view: View) -> bool:
    """Whether an adjective is that of a noun which something is done to, told between it and the act's word."""
    pack = view.scan.pack
    return any(pack.verb_form("oblique", word) and not pack.verb_form("nominal", word) for word in between.split())


def suffers(view: View, owner: ActorMention) -> bool:
    """Whether an act's words make somebody beside its noun the one who suffers it: ``Ghanaian traders held by``."""
    group = view.cue.pattern.group
    rows = (slot for slot in ("adj", "of", "on") if owner in view.slots.get(slot, ()))
    return group is not None and group.told and any(group.args.get(slot) == "target" for slot in rows)


def told_of_genitive(view: View) -> ActorMention | None:
    """Whose act a verb in a nominal form tells where its object has an owner too: ``Peru'nun iki Gana askerini
    bıraktığını``."""
    words = view.scan.folded[view.cue.start : view.cue.end].split()
    if view.scan.pack.order != "sov" or len(words) < 2 or not view.scan.pack.verb_form("nominal", words[-1]):
        return None
    rows = view.slots.get("subj", [])
    return next((a for a in rows if a.marker == "of" and a.state and a.form != "adj"), None)


def of_noun(view: View) -> ActorMention | None:
    """Whose act a noun tells right behind it, whoever speaks of it: ``los bombardeos de X``."""
    if view.verbal or view.args.get("of") != "source" or view.scan.pack.order == "sov":
        return None
    near = (m for m in view.slots.get("of", []) if m.state and 0 <= m.start - view.cue.end <= _NEAR)
    owns = (m for m in view.sentence.actors if m.possessive and m.state and 0 <= m.start - view.cue.end <= _SPACE)
    return next(near, None) or (next(owns, None) if mediates(view) else None)


def of_forces(view: View) -> ActorMention | None:
    """Whose forces the noun tells with which an act's words begin: ``Turkish jets bombed``."""
    group = view.cue.pattern.group
    if group is None or group.type not in BY_FORCES:
        return None
    if group.type not in REACHING and (not view.verbal or _has_agent(view)):
        return None
    if view.args.get("adj", "source") != "source" and group.type in REACHING:
        return None
    if view.cue.passive or view.scan.pack.order not in ("svo", "v2"):
        return None
    low = view.window[0]
    before = (a for a in view.slots.get("adj", []) if a.state and low <= a.start < view.cue.start and not a.marker)
    bare = any(a.state and not a.marker for a in view.slots.get("subj", []) if low <= a.start < view.cue.start)
    return None if bare else next(before, None) or _armed_with(view)


def _armed_with(view: View) -> ActorMention | None:
    """Whose forces they are by the adjective behind the noun with which a verb's words begin, or by the institution
    that is that noun: ``Les missiles péruviens ont visé``, ``Les troupes péruviennes sont entrées``."""
    if not view.scan.pack.adjective_after_office or view.args.get("subj", "source") != "source":
        return None
    folded, start, end = view.scan.folded, view.cue.start, view.cue.end
    for actor in view.sentence.actors:
        if actor.start >= end:
            break
        if actor.start == start and actor.form == "institution" and actor.state:
            return actor
        noun = start < actor.start and actor.attributive and len(folded[start : actor.start].split()) <= _NOUN
        if noun and folded[actor.end : end].split():
            return actor
    return None


_NOUN = 2  # words of a noun before the adjective of a state: "avión militar"


def behind_by(view: View) -> ActorMention | None:
    """Whose those are by whom something is hit, told by the adjective behind the words: ``alcanzada por drones
    peruanos``."""
    pack = view.scan.pack
    if view.args.get("by") != "source" or not pack.adjective_after_office:
        return None
    near = next((a for a in view.slots.get("adj", []) if 0 <= a.start - view.cue.end <= _SPACE), None)
    words = view.scan.folded[view.cue.start : view.cue.end].split() if near else []
    return near if any(word in pack.markers["by"] for word in words[1:]) else None


_SPACE = 2  # letters between words that stand side by side


def of_subject(view: View) -> ActorMention | None:
    """Whose thing or body acts, where the subject itself is no actor: ``Deux avions de l'armée péruvienne ont
    évacué``, ``The board of the IMF approved``."""
    if not view.verbal or view.cue.passive or view.cue.impersonal or view.scan.pack.comma_clauses:
        return None
    low, start = view.window[0], view.cue.start
    anywhere = view.scan.pack.order == "v2"  # the subject may stand behind its verb
    if any(a.state and (anywhere or a.start < start) and not a.attributive for a in view.slots.get("subj", ())):
        return None
    first = next((a for a in view.sentence.actors if low <= a.start < start and a.state), None)
    if first is None or first.marker != "of" or first not in view.slots.get("of", ()):
        return None
    lead = view.scan.folded[low : first.start]
    words = lead.replace(",", " ").split()
    if first.form == "institution" and not words:
        return first  # a nominative that looks like a genitive
    if view.scan.pack.order == "sov":
        return first if first.form == "institution" else None
    prepositions = {word for slot in _ASIDE for word in view.scan.pack.markers.get(slot, ())}
    return first if words and "," not in lead and not any(word in prepositions for word in words) else None


_ASIDE = ("in", "to", "from", "after", "on", "at", "with", "for", "against", "by", "as")  # what no subject holds


def bombed(view: View, forces: ActorMention) -> ActorMention | None:
    """Who stands behind the verb of somebody's forces and is no subject: ``Turkish jets bombed X``."""
    behind = (a for a in view.slots.get("subj", []) if a.state and a.start > view.cue.start)
    return next((a for a in behind if not same_side(a, forces)), None)


def of_victims(view: View) -> bool:
    """Whether an adjective behind the noun is of those who suffer it: ``la detención de dos pescadores chilenos``."""
    group = view.cue.pattern.group
    words = view.scan.folded[view.cue.start : view.cue.end].split()[1:-1]
    owners = view.scan.pack.markers.get("of", ())
    return group is not None and group.type == "coerce" and any(word in owners for word in words)


def mediates(view: View) -> bool:
    """Whether somebody helps others to agree: those between whom he does suffer the act, and do not share it."""
    group = view.cue.pattern.group
    return group is not None and group.type == "cooperate" and group.args.get("between") == "target"


def _has_agent(view: View) -> bool:
    """Whether the clause tells by whom something is done: ``remis hier par le Pérou``."""
    return bool(view.slots.get("by")) or any(m.marker == "by" for m in view.slots.get("subj", []))
