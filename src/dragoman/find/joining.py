"""How units grow into one actor: which of them the next one may join, and what it adds to it."""

from __future__ import annotations

from dragoman.find.glue import Unit
from dragoman.find.mention import ActorMention
from dragoman.lang.pack import Pack
from dragoman.text.fold import fold

# of two offices of one person, the one by which wires name him or her
_RANK = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "deputy_head_of_government",
    "minister",
)
# whose deputies have an office of their own
_DEPUTIES = {
    "head_of_government": "deputy_head_of_government",
    "minister": "deputy_minister",
    "foreign_minister": "deputy_minister",
    "defence_minister": "deputy_minister",
    "secretary_general": "senior_official",
}
OF_SOMEBODY = ("spokesperson", "senior_official", "special_envoy", "other")  # offices that somebody has
# what a person is here, beside the office that he or she holds
UNRANKED = ("=", "commission_chair", "delegation", "other")
_STAFF = ("senior_official", "spokesperson", "special_envoy")  # who serve at a ministry
_VAGUE = (*UNRANKED, "minister")
# offices that no head of state holds besides
_RECEIVED = (
    "head_of_government", "foreign_minister", "defence_minister", "minister", "deputy_minister", "ambassador",
    "special_envoy", "speaker", "secretary_general", "crown_prince", "delegation",
)  # fmt: skip


def begin(unit: Unit) -> ActorMention:
    actor = ActorMention(unit.start, unit.end, unit.table)
    _set(actor, unit)
    return actor


def extend(actor: ActorMention, unit: Unit) -> None:
    if unit.table != "ref" or unit.value != "home":  # "the ambassador of X to the Kingdom Y"
        _set(actor, unit)
    actor.end = max(actor.end, unit.end)


def extends(actor: ActorMention, units: list[Unit], glues: list[str], at: int, pack: Pack) -> bool:
    """Whether the next unit belongs to the actor that ends with ``units[at]``."""
    glue, last, unit = glues[at], units[at], units[at + 1]
    if not glue:
        return False
    table = unit.table
    if pack.order == "sov" and _closed(actor, last, unit, glue) and not _takes_rank(actor, units, glues, at):
        return False
    rulers = table == last.table == "office" and unit.value == last.value == "head_of_state" and glue == "direct"
    if rulers and actor.state is None and " " not in last.surface and " " not in unit.surface:
        return False  # "(invited) the king the sultan" are two, "His Majesty King" is one
    if glue == "paren" and table == last.table == "org" and unit.value == last.value:
        return True  # the name and its abbreviation
    if table == "title" and unit.value == "behind":
        return glue == "direct" and last.table == "person"
    addressed = any(u.table == "office" for u in units[at + 2 : at + 3])
    if table == "title" and actor.office and pack.order == "sov" and addressed:
        return False  # "X Devlet Başkanları | Sayın Cumhurbaşkanımıza": another one is addressed
    if table == "title":
        return (
            glue in ("direct", "comma") and actor.name is None and (actor.office is not None or actor.form == "title")
        )
    if last.table in ("former", "deputy") and not (pack.order == "vso" and actor.office):
        return glue == "direct" and table in ("office", "state", "deputy")
    if table == "former" and pack.order == "vso":
        return glue == "direct" and actor.office is not None and actor.name is None
    if table == "former" and pack.adjective_after_office and actor.office is not None and actor.name is None:
        return glue == "direct" and last.table in ("office", "state")  # "le président déchu"
    if table == "former":
        return glue == "direct" and actor.form in ("adj", "state") and actor.office is None
    if table == "office" and actor.ref in ("host", "guest") and actor.state is None:
        return glue == "comma" and _before_name(units, glues, at + 1)  # "the host, President X,"
    if table == "person":
        return _takes_person(actor, last, unit, glue, pack)
    if table == "ref" and unit.value == "home" and pack.order != "sov":
        titled = at + 2 < len(units) and units[at + 2].table == "title"
        behind = at + 3 if titled else at + 2
        beside = ("direct",) if pack.order == "vso" else ("direct", "comma")
        named = behind < len(units) and units[behind].table == "person" and glues[at + 1] in beside
        here = glue in ("to", "in") or (glue == "direct" and pack.case_of_head)
        return named and here and actor.office in ("ambassador", "special_envoy")
    if table in ("state", "org"):
        return _takes_state(actor, units, glues, at, pack)
    if table in ("office", "institution") or (table == "ref" and unit.value == "counterpart"):
        if pack.order == "vso" and last.table in ("state", "org"):
            if glue == "direct" and _is_rank(actor, units, glues, at):
                return True  # "the chief of staff of X General Y"
            return last.form == "adj" and actor.office is None and actor.name is None and actor.side
        if (
            last.table == "state"
            and last.form in ("name", "capital", "gov")
            and (pack.case_of_head or not (last.suffix or pack.bare_state_before_office))
            and not _takes_rank(actor, units, glues, at)
            and not (glue == "comma" and _held_beside(actor, unit))
        ):
            return False
        if last.table == "org" and pack.case_of_head and actor.office is None:
            return False  # "in the UN the minister ..."
        if unit.case == "subj" and pack.case_of_head and case_of(actor, units, pack) not in (None, "", "subj"):
            return False  # "after talks with the colleague the minister ..."
        return _takes_office(actor, units, glues, at, pack)
    return False


_PRESIDED = ("speaker", "judge")  # institutions whose president is head of no state


def _set(actor: ActorMention, unit: Unit) -> None:
    if unit.table in ("state", "org"):
        actor.state_last = actor.office is not None or actor.name is not None
    if unit.table == "state":
        actor.state = unit.value
        actor.possessive = bool(unit.suffix) and unit.case in (None, "of")
        if unit.form == "capital":
            actor.capital = unit.value
        if actor.form in ("state", "title", "former", "deputy"):
            actor.form = "state" if unit.form in ("name", "short") else unit.form
            actor.surface = unit.surface if unit.form == "group" else actor.surface
    elif unit.table == "org":
        actor.surface = unit.surface if unit.value == "IGO" else None
        actor.state, actor.form = unit.value, "org" if actor.form in ("org", "title") else actor.form
    elif unit.table == "office":
        actor.office = _higher(actor.office, _DEPUTIES.get(unit.value, unit.value) if actor.deputy else unit.value)
        actor.form = "office" if actor.name is None else "person"
        actor.implied = actor.implied or (actor.state is None and unit.state is not None)
        actor.state = actor.state or unit.state
        actor.post = actor.post or unit.post
    elif unit.table == "institution":
        # "the spokesman of the ministry", "the Duma's president (lower house)": who holds an office stays a person
        actor.form = actor.form if actor.office else "institution"
        actor.institution = unit.value
        actor.implied = actor.implied or (actor.state is None and unit.state is not None)
        actor.state = actor.state or unit.state
        if actor.office == "head_of_state" and unit.value in _PRESIDED:
            actor.office = unit.value  # "the President of the Dutch Senate"
        actor.post = actor.post or unit.post
    elif unit.table == "person":
        actor.name = unit.value
        actor.form = "person"
        if actor.ref in ("host", "guest"):
            # "the host, President X" holds the office that is told, "his guest X" that of who told him so
            actor.ref, actor.office = (None, actor.office) if actor.office else ("counterpart", "=")
    elif unit.table == "ref":
        actor.ref = unit.value
        if unit.value == "counterpart":
            actor.office = "="
            actor.form = "office"
        else:
            actor.form, actor.surface = "ref", unit.form or None
    elif unit.table == "former":
        actor.former = True
    elif unit.table == "deputy":
        actor.deputy = True


def _higher(old: str | None, new: str) -> str:
    if old is None or old in UNRANKED:
        return new
    if old not in _RANK or new not in _RANK:
        return old if old in _RANK or new not in _RANK else new
    return min(old, new, key=_RANK.index)


def _before_name(units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a name stands right behind a unit."""
    return at + 1 < len(units) and units[at + 1].table == "person" and glues[at] == "direct"


def _takes_rank(actor: ActorMention, units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether the next unit is the rank or title of who holds the office told, before the name."""
    return _is_rank(actor, units, glues, at) or _ranked(actor, units, glues, at)


def _is_rank(actor: ActorMention, units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a rank stands between an office with its state and the name: ``minister of defence of X General Y``."""
    unit, named = units[at + 1], _before_name(units, glues, at + 1)
    rank = unit.value == "military_officer" and glues[at] == "direct" and actor.state is not None
    return rank and named and actor.office is not None and actor.name is None


def _ranked(actor: ActorMention, units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a rank or title stands behind an office and its comma, before the name of who holds it: ``the commander
    of X's air force, General Y``, ``the Holy See's foreign secretary, Archbishop Z``."""
    if glues[at] != "comma" or not _before_name(units, glues, at + 1) or actor.form == "institution":
        return False
    if actor.office is None or actor.state is None or actor.name is not None:
        return False
    if at + 2 < len(glues) and glues[at + 2] == "and":
        return units[at + 1].value == actor.office == "military_officer"  # "the minister, General Y and Z" are three
    return units[at + 1].value == "military_officer" or (units[at + 1].value == "other" and actor.office not in _LED)


_LED = ("head_of_state", "head_of_government", "delegation", "=")  # whose deputies are no holders of theirs


def _closed(actor: ActorMention, last: Unit, unit: Unit, glue: str) -> bool:
    """Where verbs come last the last word of an actor bears its case, and nothing but a bracket follows a name.

    A genitive only tells whose the office behind it is.
    """
    owner = last.case == "of" and last.table in ("state", "org", "institution") and unit.table != "person"
    if last.case and not owner:
        return True
    if glue == "direct" and unit.table == last.table == "office" and actor.state:
        return True  # "the Belarusian minister" and "Prime Minister X" are two
    if unit.table == "ref" and actor.office is not None:
        return True  # "the premier invited his counterpart": another person
    if glue == "comma":
        # "his counterpart, the minister of transport X": the office is told behind what the person is here
        besides = actor.office in UNRANKED or _held_beside(actor, unit)
        return unit.table not in ("office", "institution") or actor.name is not None or not besides
    if unit.table in ("state", "org") and glue == "direct":
        return actor.office is not None or actor.name is not None or last.table == "institution"
    return actor.name is not None and unit.table == "office" and glue == "direct"


def _takes_person(actor: ActorMention, last: Unit, unit: Unit, glue: str, pack: Pack) -> bool:
    if last.table == "ref" and last.value in ("host", "guest") and actor.office is None:
        return glue == "direct" and unit.start - last.end == 1  # "his host X": told as a counterpart is
    if last.table == "title" and last.value == "behind":
        return False
    if actor.name is not None or actor.form == "institution" or (actor.form == "ref" and actor.office is None):
        return False
    if last.table == "office" and pack.order != "sov" and _other_case(last.case, unit.case):
        return False
    if last.table == "office" and pack.order == "v2" and unit.case == "of" and last.value in OF_SOMEBODY:
        return False  # "ein Sprecher Merkels"
    if last.table in ("office", "title") or actor.office is not None:
        return glue == "direct" or (glue == "comma" and actor.office is not None)
    joined = last.form in ("adj", "people", "group") or (bool(last.suffix) and not pack.case_of_head)
    return last.table == "state" and glue == "direct" and joined


def _other_case(office: str | None, name: str | None) -> bool:
    """Whether a genitive stands behind an office that is none: ``the adviser of X``, not ``adviser X``."""
    return name == "of" and office not in (None, "of", "obj")


def is_post(actor: ActorMention, unit: Unit, glue: str) -> bool:
    """Whether the state is the one where an envoy serves (``Ambassador to Yemen``), not the one that sent the envoy."""
    return actor.office in ("ambassador", "special_envoy") and unit.table in ("state", "org") and glue in ("to", "in")


_SENDERS = ("state", "org")  # units of whoever sends an envoy, behind which may stand where to


def _takes_state(actor: ActorMention, units: list[Unit], glues: list[str], at: int, pack: Pack) -> bool:
    glue, last, unit = glues[at], units[at], units[at + 1]
    if pack.order == "sov" and glue == "direct" and actor.form in ("state", "org", "adj", "capital"):
        return _serves_abroad(actor, units, glues, at)
    if is_post(actor, unit, glue) and (last.table == "office" or (last.table in _SENDERS and actor.post is None)):
        return True
    beside = not pack.spelling.spaces or (pack.order == "vso" and actor.form == "adj")
    if beside and unit.form == "capital" and unit.value == actor.state and glue == "direct":
        return actor.office is None and actor.name is None  # "in Latvia's capital Riga"
    if actor.state is not None:
        if actor.implied and last.table in ("office", "institution") and unit.form == "name":
            # "канцлер ФРГ", "die Bundesregierung Malaysias": told besides
            return glue == "of" or (glue == "direct" and (pack.case_of_head or unit.case == "of"))
        return pack.adjective_after_office and unit.form == "adj" and unit.value == actor.state and glue == "direct"
    if pack.adjective_after_office and unit.form == "adj":
        # "le président kazakh", "la Cancillería panameña", "su homólogo ruso"
        held = last.table in ("office", "institution") or (last.table == "ref" and actor.office == "=")
        held = held or (last.table == "ref" and last.value in ("host", "guest"))  # "son hôte roumain"
        return glue == "direct" and held
    if actor.name is not None and actor.office is None:
        if glue == "paren" or (glue == "of" and last.table == "person" and unit.form == "name"):
            return True
        return glue == "comma" and _apposition(units, glues, at + 1)
    if pack.case_of_head and unit.form == "adj" and last.table == "office" and glue == "direct":
        # "the head of the Polish ministry"
        return at + 2 < len(units) and units[at + 2].table == "institution" and glues[at + 1] == "direct"
    counterpart = last.table == "ref" and actor.office == "="
    if counterpart or last.table in ("office", "institution") or (last.table == "person" and actor.office is not None):
        own = unit.form in ("name", "gov", "org") or unit.case == "of"
        own = own or (unit.form == "capital" and last.value == "governor")  # "губернатор Токио"
        if glue == "of" or (glue == "direct" and own):
            return last.table != "person" or glue == "of"
        if glue == "paren":
            return True
        # "the minister of economy in Kazakhstan"
        held = last.table == "office" and " " in last.surface and unit.form == "name" and pack.order == "vso"
        spoken = last.table == "office" and actor.office in ("spokesperson", "senior_official")
        # "a spokesman in Berlin", "his counterpart in Paris"
        there = (spoken or counterpart) and unit.form == "capital"
        return glue == "in" and (last.table == "institution" or held or there)
    return last.table == "title" and glue == "direct" and unit.form in ("adj",)


def _serves_abroad(actor: ActorMention, units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a state behind a state is where an envoy serves: ``Türkiye'nin Bakü Büyükelçisi``."""
    behind = units[at + 2] if at + 2 < len(units) else None
    if behind is None or glues[at + 1] != "direct" or units[at + 1].case:
        return False
    if units[at].case != "of" and units[at + 1].form in ("name", "adj", "people"):
        return False  # "Norveç Rusiya diplomatlarına ...", "Norveç Rus diplomatlara": the first acts, the second owns
    envoy = behind.table == "office" and behind.value in ("ambassador", "special_envoy", "delegation")
    return (envoy or behind.table == "institution") and actor.post is None


def _takes_office(actor: ActorMention, units: list[Unit], glues: list[str], at: int, pack: Pack) -> bool:
    glue, last, unit = glues[at], units[at], units[at + 1]
    if actor.name is not None and pack.order == "vso":
        return glue in ("direct", "comma") and _told_behind(actor, units, glues, at)
    if actor.name is not None:
        told = last.table == "person" and last.case is not None and unit.case is not None
        if pack.case_of_head and told and last.case != unit.case:
            return False  # "met X(instrumental) the ambassador(nominative)"
        if pack.order == "v2" and last.table == "person" and last.case == "of":
            return False  # "Merkels Sprecher X"
        if glue == "and" and actor.office == "other" and unit.table == "office" and pack.order in ("svo", "v2"):
            return not (
                _name_follows(units, glues, at + 1) or _named(units, glues, at + 1)
            )  # "X, member of the Politburo and foreign minister"
        if actor.office is None and glue == "direct" and last.table in ("state", "org", "former", "person"):
            return unit.table == "office" or last.table != "person"
        return glue in ("comma", "paren") and actor.office is None and _apposition(units, glues, at + 1)
    if actor.office is None and actor.form != "institution":
        glued = ("direct",) if pack.order == "sov" else ("direct", "hyphen")  # "DOHA (AA) - Dışişleri Bakanı ..."
        return last.table in ("state", "org", "title", "former", "deputy") and glue in glued
    if not pack.spelling.spaces and glue in ("comma", "direct") and actor.form != "institution":
        return glue == "direct" or _name_follows(units, glues, at + 1)
    if glue == "and" and last.table == "office" and unit.value == last.value in _HELD_ONCE:
        return False  # "the Secretary and Foreign Minister X": nobody holds one office twice
    # two offices of one person: "Vice-Premier and Foreign Minister Qian Qichen"
    follows_name = _before_name(units, glues, at + 1)
    owned = at + 3 < len(units) and units[at + 2].table == "state" and units[at + 3].table == "person"
    if glue == "hyphen" and pack.case_of_head and owned and actor.state is None and last.table == "office":
        return glues[at + 1] == glues[at + 2] == "direct"  # "the vice-premier – minister of economy of X, Y"
    if pack.order == "sov" and last.table == "office" and unit.table == "institution":
        return False  # whose an office is stands before it: "Büyükelçi | Dışişleri Bakanlığına"
    if glue == "direct" and pack.order == "sov" and last.table == "office" and last.case == "":
        return actor.office in UNRANKED  # "X's ambassador | President Y": the first office is closed
    if pack.order == "vso" and actor.office == "head_of_state" and unit.value in _RECEIVED:
        return False  # the verb's subject and object: "received | the head of state | the minister"
    of_state = at + 2 < len(units) and units[at + 2].table == "state" and glues[at + 1] in ("direct", "of")
    if pack.order == "vso" and unit.value == "ambassador" and actor.office in _RECEIVED and of_state:
        return False  # a rank has no state: "the deputy minister Ambassador X"
    if glue == "direct":
        return actor.form != "institution" or not pack.spelling.spaces or pack.order == "sov"
    if glue == "paren" and unit.value == last.value:
        return True
    sent = actor.office == "delegation" and unit.value in _SENDING and actor.state is None and actor.name is None
    if unit.table == "institution" and last.table == "office" and sent and pack.order in ("svo", "v2"):
        return glue == "of"  # "a delegation of the Government of X"
    if unit.table == "institution" and last.table == "office" and pack.order == "svo" and follows_name:
        return glue == "of" and actor.name is None  # "the director of the Foreign Ministry X"
    if unit.table == "institution" and last.table == "office":
        # "el portavoz de la Cancillería panameña", "der Sprecher des Außenministeriums in Moskau"
        spoken = pack.adjective_after_office or (pack.order == "v2" and actor.office == "spokesperson")
        staff = pack.adjective_after_office and actor.office in _STAFF and actor.state is None
        if spoken:  # or "le directeur au ministère"
            return (glue == "of" or (staff and glue in ("to", "in"))) and actor.name is None
    if (glue == "comma" and follows_name and actor.office in UNRANKED) or _ranked(actor, units, glues, at):
        return True
    deputy = actor.office in ("deputy_minister", "deputy_head_of_government") and actor.state is not None
    if glue == "hyphen" and pack.case_of_head and deputy and follows_name and last.table == "state":
        return True  # "the first deputy minister of X – chief of staff Y"
    if _held_beside(actor, unit):
        return (glue == "comma" and follows_name) or (glue in ("and", "hyphen") and _named(units, glues, at + 1))
    if pack.order == "vso" and actor.office in _HELD_BESIDE and unit.value in _HELD_BESIDE and actor.state is None:
        # "the foreign minister and minister of state of X, Sheikh Y": of two the first would have a name, too
        follows_name = follows_name or _person_behind(units, glues, at + 1)
    told_first = actor.state is None or (pack.order == "sov" and glue in ("and", "hyphen"))
    return glue in ("and", "hyphen", "comma") and told_first and follows_name and actor.form != "institution"


_HELD_ONCE = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "speaker")
_SENDING = ("head_of_government", "speaker", "foreign_minister", "defence_minister", "minister", "head_of_state")
_HELD_BESIDE = ("minister", "foreign_minister", "defence_minister")  # what a deputy head of government may be besides


def _held_beside(actor: ActorMention, unit: Unit) -> bool:
    """Whether who deputises for the head of a government is told as a minister besides."""
    deputy = actor.office == "deputy_head_of_government" and actor.form != "institution" and actor.name is None
    return deputy and unit.table == "office" and unit.value in _HELD_BESIDE


def _named(units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a name stands behind an office, with or without its state: ``ministro de Finanzas de Serbia, X``."""
    behind = at + 1
    if behind < len(units) and units[behind].table == "state" and glues[at] in ("direct", "of"):
        behind += 1
    if behind >= len(units) or units[behind].table != "person":
        return False
    return glues[behind - 1] in ("direct", "comma")


def _person_behind(units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a name stands behind an office, its state and the titles of who holds it."""
    while at + 1 < len(units) and glues[at] in ("direct", "of"):
        at += 1
        if units[at].table == "person":
            return True
        if units[at].table not in ("state", "title"):
            return False
    return False


def _name_follows(units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a name stands at the end of the row of offices that ``units[at]`` begins."""
    while at + 1 < len(units) and units[at].table in ("office", "title"):
        if units[at + 1].table == "person":
            return glues[at] == "direct"
        if glues[at] not in ("comma", "direct"):
            return False
        at += 1
    return False


def _told_behind(actor: ActorMention, units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether the office right behind a name is the person's own. Where verbs come first it may as well begin the
    object: then it has a name of its own, or the person's office and state are told already."""
    last, unit = units[at], units[at + 1]
    if last.table not in ("person", "office") or unit.table != "office":
        return False
    if last.table == "office" and unit.value == "minister" and " " not in unit.surface:
        return False  # "the minister of X, | the (Swedish) minister": the object
    if not _apposition(units, glues, at + 1) or (actor.state is not None and actor.office != "="):
        return False
    if actor.office is None or unit.value == actor.office or actor.office in _VAGUE:
        return True
    follows = (
        units[at + 2].table in ("state", "org") and glues[at + 1] in ("direct", "of") if at + 2 < len(units) else False
    )
    return not follows


def _apposition(units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether the units from ``at`` are an office (with its state) that no name of its own follows."""
    saw_office = False
    while at < len(units):
        table = units[at].table
        if table in ("office", "institution") or (table == "ref" and units[at].value == "counterpart"):
            saw_office = True
        elif table == "person":
            return False
        elif table not in ("state", "org", "former"):
            break
        if at >= len(glues) or glues[at] not in ("direct", "of"):
            break
        at += 1
    return saw_office and not _of_next(units, glues, at)


def _of_next(units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether the office that ends at ``units[at]`` is of the one named behind its comma: ``with A, the minister, B,``
    tells of two; ``A, minister, B, speaker,`` lists them."""
    if at + 1 >= len(units) or at >= len(glues) or glues[at] != "comma" or units[at + 1].table not in _NAMED:
        return False
    behind = at + 1
    while behind + 1 < len(units) and units[behind].table == "title" and glues[behind] == "direct":
        behind += 1
    listed = glues[behind] in ("comma", "and") if behind < len(glues) else False
    return units[behind].table == "person" and not listed


_NAMED = ("person", "title")


def behind_owner(actor: ActorMention, unit: Unit, pack: Pack) -> bool:
    return pack.order == "sov" and unit.table in ("state", "org") and actor.state is not None and actor.office is None


def case_of(actor: ActorMention, units: list[Unit], pack: Pack) -> str | None:
    """The case of the actor's head noun or, where suffixes end the whole phrase, of its last part."""
    inside = [unit for unit in units if actor.start <= unit.start and unit.end <= actor.end]
    if pack.case_of_head:
        heads = [unit for unit in inside if unit.form != "adj"]
        if len(heads) > 1 and heads[0].table == "institution" and heads[0].case is None:
            return None  # "МЧС Казахстана": the genitive is its state's, what is not declined has any case
        if heads and heads[0].table == "office":
            heads = [heads[0], *(unit for unit in heads[1:] if unit.table not in ("state", "org", "institution"))]
        return next((unit.case for unit in heads if unit.case is not None), None) if heads else None
    if (
        pack.order != "sov"
        and (actor.office or actor.form == "institution")
        and inside[-1:]
        and (inside[-1].table == "state" or (inside[-1].table == "institution" and actor.office))
    ):
        return None  # "the president of X's ..." - the ending is the state's, not the office's
    return next((unit.case for unit in inside if unit.end == actor.end and unit.case), None)


def choose_office(actor: ActorMention, units: list[Unit], pack: Pack) -> None:
    """What an office's word means in the actor's state, and whether it only says that somebody leads."""
    if not (pack.office_in_state or pack.loose_offices) or not actor.office:
        return
    words = [
        fold(unit.surface, pack.spelling.turkic)
        for unit in units
        if unit.table == "office" and actor.start <= unit.start and unit.end <= actor.end
    ]
    headed = pack.case_of_head or (pack.order == "sov" and actor.office in _CALLED_HEAD)
    leads = pack.offices_of_states | pack.heads
    if actor.institution and headed and words and all(word in leads for word in words):
        actor.office = actor.institution  # "the head of the Polish Foreign Ministry"
    actor.loose = bool(words) and all(word in pack.loose_offices for word in words)
    for word in words:
        states = pack.office_in_state.get(word)
        if states:
            actor.variants = tuple(dict.fromkeys((actor.office, *states.values())))
            actor.office = states.get(actor.state or "", actor.office)


_CALLED_HEAD = ("senior_official", "head_of_state", "other", "minister")  # what a word such as "head" may stand for


def of_organisation(actor: ActorMention, units: list[Unit]) -> bool:
    return any(u.table == "org" and actor.start <= u.start and u.end <= actor.end for u in units)
