"""Who held those who are freed or told to be held: whoever's place it is in which they were, though it does not act."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View


def held_by(view: View) -> tuple[ActorMention, ActorMention] | None:
    """Whoever held people who come free, and whose they are: ``Drei in Peru festgehaltene Ghanaer kamen frei``,
    ``Tres ghaneses detenidos en Perú fueron liberados``. Nothing where somebody else is told to free them."""
    group, words = view.cue.pattern.group, view.scan.pack.words["held"]
    if group is None or group.type not in _OF_HELD or not words or not view.verbal:
        return None
    at = _held(view, words)
    if at is None or (group.type == "coerce" and not view.cue.start <= at < view.cue.end):
        return None
    low, high = at - _BESIDE, at + _BESIDE
    near = [a for a in view.sentence.actors if low <= a.end and a.start <= high and a.state]
    holder = min((a for a in near if _holds(a, at)), key=lambda a: abs(a.start - at), default=None)
    if holder is None:
        return None
    bare = not view.scan.pack.spelling.spaces  # a people is told there by its state
    rows = [a for a in view.sentence.actors if a.state not in (None, holder.state)]
    theirs = [a for a in rows if _people(a) or (bare and not a.marker and a.start > at)]
    freed = min(theirs, key=lambda a: abs(a.start - at), default=None)
    if freed is None or _freed_by_another(view, holder, freed):
        return None
    return holder, freed


def _held(view: View, words: tuple[str, ...]) -> int | None:
    """Where the sentence tells nearest to the act's words that somebody was held."""
    folded, span = view.scan.folded, view.sentence.span
    spots = [at for word in words if (at := folded.find(word, span.start, span.end)) >= 0]
    return min(spots, key=lambda at: abs(at - view.cue.end), default=None)


def _holds(one: ActorMention, at: int) -> bool:
    """Whether somebody is told as where or by whom people are held; ``détenus au Pérou`` right behind the word."""
    placed = one.marker in _HELD or (one.marker == "to" and 0 < one.start - at <= _NEXT)
    return placed and one.form in _OF_STATES and one.office is None and one.name is None


def _people(one: ActorMention) -> bool:
    """Whether a mention tells whose people somebody is."""
    return one.attributive or one.form == "people" or one.marker == "of"


def _freed_by_another(view: View, holder: ActorMention, freed: ActorMention) -> bool:
    """Whether somebody acts who is neither of the two: he set them free or had it done."""
    acting = (a for slot in ("subj", "by") for a in view.slots.get(slot, ()) if a.state and not _people(a))
    return any(a is not holder and a is not freed for a in acting)


_OF_HELD = ("retreat", "coerce")
_HELD = ("in", "by", "at", "from")
_OF_STATES = ("state", "capital", "gov", "institution")
_NEXT = 18  # letters from the beginning of the word for being held to the place right behind it
_BESIDE = 48  # letters between the word for being held and where or by whom
