"""Whose an office or an envoy is, where an owner stands before it: ``its``, ``Rusya'nın Ankara'daki büyükelçisi``."""

from __future__ import annotations

from dragoman.find.glue import Unit, marker_behind
from dragoman.find.mention import ActorMention
from dragoman.lang.pack import Pack

_OWNED = 48
_OWNER = 12  # characters before a mention in which a possessive is looked for
_HELD = frozenset(
    (
        *("ambassador", "special_envoy", "foreign_minister", "defence_minister", "minister", "deputy_minister"),
        *("speaker", "head_of_state", "head_of_government", "spokesperson", "military_officer", "senior_official"),
        *("deputy_head_of_government", "delegation"),
    )
)
# who is somebody's of a state, and no organisation's
_OF_STATES = ("minister", "foreign_minister", "defence_minister", "head_of_state", "head_of_government")
_POSTED = ("ambassador", "special_envoy")  # who are sent to a state told between them and their own
_SENT_BY = ("special_envoy", "spokesperson", "senior_official")  # who serve somebody
LEADING = ("head_of_state", "head_of_government", "crown_prince")
_SENDING = ("secretary_general", *LEADING)
_SPOKEN_FOR = 300  # how far behind the first of those who speak for sides the verb that they share may stand
_APPOINTED = 3  # words between an embassy and who is appointed to it
_PARTICLE = 3  # letters of the words that may stand between a side and who speaks for it: "ise", "de"


def article_before(folded: str, actor: ActorMention) -> str:
    """The word right before a mention, whole where it has lost its vowel (``l'``)."""
    return next(reversed(folded[max(0, actor.start - _OWNER) : actor.start].replace("'", "' ").split()), "")


def owned(folded: str, actor: ActorMention, pack: Pack) -> bool:
    """Whether a word such as "its" or "the country's" stands right before a mention."""
    if not pack.spelling.spaces:
        return folded.endswith(tuple(pack.possessives), 0, actor.start)
    before = folded[max(0, actor.start - _OWNER) : actor.start].rstrip()
    words = before.split()
    return bool(words) and (words[-1] in pack.possessives or " ".join(words[-2:]) in pack.possessives)


def by_city(actor: ActorMention, units: list[Unit]) -> bool:
    """Whether the only state that an actor tells is told by a city."""
    rows = [unit for unit in units if unit.table == "state" and actor.start <= unit.start and unit.end <= actor.end]
    return len(rows) == 1 and rows[0].form in ("capital", "gov")


def take_owners(folded: str, actors: list[ActorMention], pack: Pack) -> None:
    """An office is that of the genitive before it, words between: ``Türkiye'nin yeni atanan Bakü Büyükelçisi``."""
    for at in range(1, len(actors)):
        office, owner = actors[at], actors[at - 1]
        if office.state is None and office.office not in (None, "=") and owned(folded, office, pack):
            office.state = next((a.state for a in reversed(actors[:at]) if a.state), None)
        serves = bool(owner.name) and owner.marker == "of" and owner.end + 1 == office.start
        if office.office == "special_envoy" and serves:
            office.post, office.state = office.state, owner.state  # "Putin'in Suriye Özel Temsilcisi"
        elif office.office in _SENT_BY and serves and office.state is None:
            office.state = owner.state  # "Başbakan Angela Merkel'in Sözcüsü X"
        charged = office.office in _POSTED and marker_behind(folded, owner.end, pack) in ("on", "for", "to")
        if owner.form in ("capital", "state") and (owner.marker in ("in", "to") or charged) and at > 1:
            owner = actors[at - 2]  # "Rusya'nın Ankara'daki büyükelçisi", "Norveçin Sudan üzrə xüsusi nümayəndəsi"
        sent = office.office in _SENT_BY and owner.office in _SENDING and owner.marker == "of"
        held = office.office in _HELD and (sent or not owner.office)
        if office.state is not None or not held or not owner.state or owner.name:
            continue
        between = folded[owner.end : office.start]
        if between.split()[-1:] and between.split()[-1] in pack.postpositions.get("after", ()):
            continue  # "Peru'nun saldırıları sonrasında Bakan X": a clause of its own
        if owner.form == "org" and office.office in _OF_STATES and office.name:
            continue  # "BM Genel Kurulu'nun 80. oturumunda Bakan X"
        sends = owner.marker == "from" and office.office == "delegation"
        # "Қазақстан тарапынан Премьер-Министрдің орынбасары": for its side
        side = owner.marker == "from" and owner.form == "institution" and owner.institution == "head_of_government"
        if (
            (sends or side or sent or (owner.marker == "of" and (owner.possessive or owner.form == "org")))
            and len(between) < _OWNED
            and "," not in between
        ):
            office.state = owner.state
            if sends:
                office.start = owner.start
                owner.state = None  # "Özbekistan'dan bir heyet" is one
            if owner is not actors[at - 1]:
                office.post = office.post or actors[at - 1].state


def stand_for(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
    """Who is told right behind a side is of it: ``A'yı Bakan X, B'yi Bakan Y temsil etti``, ``A'dan X, B'den Y``."""
    heads = pack.words["represents"]
    at = 0
    while heads and at + 1 < len(actors):
        side, person = actors[at : at + 2]
        sender = person if person.name and person.marker == "of" and at + 2 < len(actors) else None
        if sender and sender.end + 1 == actors[at + 2].start:
            person = actors[at + 2]  # "Rus heyetine Putin'in temsilcisi X": both are of it
        between = folded[side.end : (sender or person).start].split()
        clause = folded[person.end : person.end + _SPOKEN_FOR].split(". ")[0]
        words = folded[side.end : person.start].split()
        appointed = 0 < len(words) <= _APPOINTED and pack.verb_form("attributive", words[-1])
        embassy = side.institution == "ambassador" and side.marker == "to"
        if embassy and appointed and person.name and not person.office:
            # "Bakü Büyükelçiliğine atanan X"
            person.office, person.state, person.post = "ambassador", side.state, side.post
        bare = side.state and not side.name and side.form in ("state", "org", "capital", "office", "adj", "institution")
        beside = all(len(word) <= _PARTICLE and word.isalpha() for word in between)
        free = person.name and person.state is None and not person.marker and beside
        verb = side.marker in ("obj", "to") and any(word in clause for word in heads)
        comes = side.marker == "from" and side.form == "state" and " " in (person.name or "")
        if bare and free and (verb or comes):
            person.state = side.state
            if sender and sender is not person:
                sender.state = sender.state or side.state
            else:
                person.start = side.start
            del actors[at], links[at]
        at += 1
