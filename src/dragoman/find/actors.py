"""Adjacent mentions become one actor: ``Kazakhstan's`` + ``President`` + ``Kassym-Jomart Tokayev``.

The joining is the same in every language; what may stand between two parts (articles, ``of``, a comma) comes from
the pack. Lists share what stands before or after them: ``the presidents of A and B``, ``Ministers X and Y``.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass

from dragoman.find.clitics import head_of, of_person
from dragoman.find.mention import ActorMention, list_of
from dragoman.lang.pack import Pack
from dragoman.text.fold import fold


@dataclass(slots=True)
class Unit:
    """One part of an actor: a table's hit, a person's name, or a reference."""

    start: int
    end: int
    table: str
    value: str
    form: str = ""
    suffix: str = ""
    surface: str = ""
    state: str | None = None  # whose office it is, where the office's own words say it: "head of the Pentagon"
    case: str | None = None  # the marker that its ending stands for, "" for the nominative
    post: str | None = None  # where an envoy serves, told in the office's own words


_DEPARTMENT = 8  # letters between a state and an office that tell what the office is of


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


@functools.cache
def _glue_regex(code: str) -> re.Pattern[str]:
    from dragoman.lang.pack import load

    pack = load(code)
    gap = r"\s+" if pack.spelling.spaces else r"\s*"
    articles = _alternatives(pack.words["articles"])
    return re.compile(
        r"\s*(?:\)\s*)?(?:\([\w. -]{2,14}\)\s*)?"
        r"""(?:(?P<comma>[,،、])|(?P<paren>\()|(?P<hyphen>[-/])|(?P<quote>"))?\s*"""
        rf"(?:(?P<and>{_alternatives(pack.words['and'])}){gap})?"
        rf"(?:(?P<of>{_alternatives(pack.markers.get('of', ()))}){gap})?"
        rf"(?:(?P<in>{_alternatives(pack.markers.get('in', ()))}){gap})?"
        rf"(?:(?P<to>{_alternatives((*pack.markers.get('to', ()), *pack.markers.get('for', ())))}){gap})?"
        rf"(?:(?:{articles}){gap})*"
    )


@functools.cache
def _marker_regex(code: str) -> re.Pattern[str]:
    from dragoman.lang.pack import load

    pack = load(code)
    gap = r"\s+" if pack.spelling.spaces else r"\s*"
    articles = _alternatives(pack.words["articles"])
    parts = "|".join(f"(?P<{marker}>{_alternatives(words)})" for marker, words in pack.markers.items())
    edge = r"(?<!\w)" if pack.spelling.spaces else ""
    return re.compile(rf"{edge}(?:{parts}){gap}(?:(?:{articles}){gap})*$")


def glue_between(folded: str, left: Unit, right: Unit, pack: Pack) -> str:
    """The kind of what stands between two units, or ``""`` if they are not adjacent."""
    head = head_of(folded, right.start, pack)
    between = folded[left.end : head.start]
    if len(between) > 40:
        return ""
    match = _glue_regex(pack.code).fullmatch(between)
    if match is None:
        return ""
    groups = match.groupdict()
    if head.joins:
        return "and"
    if head.marker:
        return _clitic_glue(head.marker, left, pack)
    if groups["comma"] == "、" and not left.table == right.table == "office":
        return "and"
    if not between and left.form == right.form == "short":
        return "and"  # one letter for each state
    for kind in ("and", "comma", "paren", "hyphen", "of", "in", "to"):
        if groups[kind]:
            return kind if kind != "comma" or not groups["of"] else "of"
    return "" if groups["quote"] else "direct"


def _clitic_glue(marker: str, left: Unit, pack: Pack) -> str:
    """What a marker written onto the right unit makes of the two: behind some offices ``to`` tells whose they are."""
    if marker == "to" and left.table == "office" and left.value in pack.clitics.get("of", ()):
        return "of"
    return marker if marker in ("in", "to") else ""


def group_actors(folded: str, units: list[Unit], pack: Pack) -> list[ActorMention]:
    """Join the units of one sentence into actors; lists are shared out afterwards."""
    glues = [glue_between(folded, left, right, pack) for left, right in itertools.pairwise(units)] + [""]
    if not pack.spelling.spaces:
        _join_departments(folded, units, glues, pack)
    actors: list[ActorMention] = []
    links: list[str] = []
    at = 0
    while at < len(units):
        actor = _begin(units[at])
        actor.side = _of_side(folded, units[at], pack)
        while at + 1 < len(units) and _extends(actor, units, glues, at, pack):
            at += 1
            if _is_post(actor, units[at], glues[at - 1]):
                actor.end, actor.post = units[at].end, units[at].value
            else:
                _extend(actor, units[at])
        if actor.form not in ("title", "former", "deputy") and not _heads_no_state(actor, units, pack):
            actors.append(actor)
            links.append(glues[at])
        at += 1
    for actor in actors:
        _choose_office(actor, units, pack)
        if actor.office == "head_of_state" and _of_organisation(actor, units):
            actor.office = "secretary_general"  # "the President of the European Commission"
        actor.marker = _marker(folded, actor, units, pack)
        actor.possessive = actor.possessive or _compound(folded, actor) or _qualifies(folded, actor, pack)
    for actor, behind in reversed(list(itertools.pairwise(actors))):
        if pack.owned and behind.possessive and actor.end == behind.start and actor.form == behind.form == "state":
            actor.possessive = True
    _merge_appositions(actors, links)
    shared = _share(actors, links, pack, folded)
    return shared if pack.spelling.spaces else _without_echoes(shared, folded)


def _without_echoes(actors: list[ActorMention], folded: str) -> list[ActorMention]:
    """``A、B两国总统``: the states told right before such a reference are those that it stands for."""
    out: list[ActorMention] = []
    for actor in actors:
        last = out[-1] if out else None
        told = list_of(out, last) if last else []
        states = [row for row in told if row.state and not (row.name or row.office)]
        if last and actor.name and actor.office and folded[last.end : actor.start] == "、" and _only_office(last):
            # "the commission's chair、Azerbaijan's deputy prime minister X" is one person
            actor.start = last.start
            out[-1] = actor
            continue
        near = last is not None and not folded[last.end : actor.start].strip()
        if actor.ref in ("both", "both_heads") and near and len(states) > 1:
            for row in states if actor.surface else ():
                row.office, row.form = actor.surface, "office"
            continue
        out.append(actor)
    return out


@functools.cache
def _parting(code: str) -> re.Pattern[str]:
    """Words that do not stand inside the name of a department."""
    from dragoman.lang.pack import load

    pack = load(code)
    words = {*pack.name_stops, *pack.words["and"], *(word for words in pack.markers.values() for word in words)}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")


def _join_departments(folded: str, units: list[Unit], glues: list[str], pack: Pack) -> None:
    """A state, some letters, an office and a name: the letters tell what the office is of (``缅甸国务资政府部长X``)."""
    for at in range(len(units) - 2):
        state, office, person = units[at : at + 3]
        if glues[at] or state.table not in ("state", "org") or office.table != "office" or person.table != "person":
            continue
        between = folded[state.end : office.start]
        if glues[at + 1] == "direct" and len(between) <= _DEPARTMENT and between.isalpha():
            glues[at] = "" if _parting(pack.code).search(between) else "direct"


def _only_office(actor: ActorMention) -> bool:
    return bool(actor.office) and actor.office in _ROLES and not (actor.name or actor.state)


def _merge_appositions(actors: list[ActorMention], links: list[str]) -> None:
    """``The presidents of Russia, A, and of Belarus, B``: the second state's person stands behind it after a comma."""
    at = 1
    while at + 1 < len(actors):
        first, state, person = actors[at - 1 : at + 2]
        shared = first.office and first.name and first.state and links[at - 1] == "and"
        bare = state.form in ("state", "adj") and not (state.office or state.name)
        alone = person.name and not (person.office or person.state)
        if shared and bare and alone and links[at] == "comma":
            person.state, person.office, person.start = state.state, first.office, state.start
            person.marker = first.marker
            del actors[at], links[at]
        at += 1


def _of_side(folded: str, unit: Unit, pack: Pack) -> bool:
    """Whether a state's adjective stands behind a word such as "side": who is told next is of that side."""
    if not pack.words["sides"] or unit.form != "adj":
        return False
    before = folded[: head_of(folded, unit.start, pack).start].rstrip()
    return before.endswith(pack.words["sides"])


def _of_organisation(actor: ActorMention, units: list[Unit]) -> bool:
    return any(u.table == "org" and actor.start <= u.start and u.end <= actor.end for u in units)


def _heads_no_state(actor: ActorMention, units: list[Unit], pack: Pack) -> bool:
    """Whether the actor is only a word such as "head" that is an office before a state, and none stands there."""
    if not pack.offices_of_states or not actor.office or actor.state or actor.name:
        return False
    inside = [unit for unit in units if actor.start <= unit.start and unit.end <= actor.end]
    return all(u.table == "office" and fold(u.surface, pack.spelling.turkic) in pack.offices_of_states for u in inside)


def _choose_office(actor: ActorMention, units: list[Unit], pack: Pack) -> None:
    """What an office's word means in the actor's state, and whether it only says that somebody leads."""
    if not (pack.office_in_state or pack.loose_offices) or not actor.office:
        return
    words = [
        fold(unit.surface, pack.spelling.turkic)
        for unit in units
        if unit.table == "office" and actor.start <= unit.start and unit.end <= actor.end
    ]
    actor.loose = bool(words) and all(word in pack.loose_offices for word in words)
    for word in words:
        states = pack.office_in_state.get(word)
        if states:
            actor.variants = tuple(dict.fromkeys((actor.office, *states.values())))
            actor.office = states.get(actor.state or "", actor.office)


def _begin(unit: Unit) -> ActorMention:
    actor = ActorMention(unit.start, unit.end, unit.table)
    _set(actor, unit)
    return actor


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
    elif unit.table == "org":
        actor.surface = unit.surface if unit.value == "IGO" else None
        actor.state, actor.form = unit.value, "org" if actor.form in ("org", "title") else actor.form
    elif unit.table == "office":
        actor.office = _higher(actor.office, _DEPUTIES.get(unit.value, unit.value) if actor.deputy else unit.value)
        actor.form = "office" if actor.name is None else "person"
        actor.state = actor.state or unit.state
        actor.post = actor.post or unit.post
    elif unit.table == "institution":
        # "the spokesman of the ministry", "the Duma's president (lower house)": who holds an office stays a person
        actor.form = actor.form if actor.office else "institution"
        actor.institution = unit.value
        actor.post = actor.post or unit.post
    elif unit.table == "person":
        actor.name = unit.value
        actor.form = "person"
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
# what a person is here, beside the office that he or she holds
_ROLES = ("=", "commission_chair", "delegation", "other")


def _higher(old: str | None, new: str) -> str:
    if old is None or old in _ROLES:
        return new
    if old not in _RANK or new not in _RANK:
        return old if old in _RANK or new not in _RANK else new
    return min(old, new, key=_RANK.index)


def _extend(actor: ActorMention, unit: Unit) -> None:
    _set(actor, unit)
    actor.end = max(actor.end, unit.end)


def _extends(actor: ActorMention, units: list[Unit], glues: list[str], at: int, pack: Pack) -> bool:
    """Whether the next unit belongs to the actor that ends with ``units[at]``."""
    glue, last, unit = glues[at], units[at], units[at + 1]
    if not glue:
        return False
    table = unit.table
    if glue == "paren" and table == last.table == "org" and unit.value == last.value:
        return True  # the name and its abbreviation
    if table == "title":
        return (
            glue in ("direct", "comma") and actor.name is None and (actor.office is not None or actor.form == "title")
        )
    if last.table in ("former", "deputy") and not (pack.order == "vso" and actor.office):
        return glue == "direct" and table in ("office", "state", "deputy")
    if table == "former" and pack.order == "vso":
        return glue == "direct" and actor.office is not None and actor.name is None
    if table == "former":
        return glue == "direct" and actor.form in ("adj", "state") and actor.office is None
    if table == "person":
        return _takes_person(actor, last, unit, glue, pack)
    if table in ("state", "org"):
        return _takes_state(actor, units, glues, at, pack)
    if table in ("office", "institution") or (table == "ref" and unit.value == "counterpart"):
        if pack.order == "vso" and last.table in ("state", "org"):
            return last.form == "adj" and actor.office is None and actor.name is None and actor.side
        if (
            last.table == "state"
            and last.form in ("name", "capital", "gov")
            and (pack.case_of_head or not (last.suffix or pack.bare_state_before_office))
        ):
            return False
        return _takes_office(actor, units, glues, at, pack)
    return False


def _takes_person(actor: ActorMention, last: Unit, unit: Unit, glue: str, pack: Pack) -> bool:
    if actor.name is not None or actor.form == "institution" or (actor.form == "ref" and actor.office is None):
        return False
    if last.table == "office" and _other_case(last.case, unit.case):
        return False
    if last.table in ("office", "title") or actor.office is not None:
        return glue == "direct" or (glue == "comma" and actor.office is not None)
    joined = last.form in ("adj", "people") or (bool(last.suffix) and not pack.case_of_head)
    return last.table == "state" and glue == "direct" and joined


def _other_case(office: str | None, name: str | None) -> bool:
    """Whether a genitive stands behind an office that is none: ``the adviser of X``, not ``adviser X``."""
    return name == "of" and office not in (None, "of", "obj")


def _is_post(actor: ActorMention, unit: Unit, glue: str) -> bool:
    """Whether the state is the one where an envoy serves (``Ambassador to Yemen``), not the one that sent the envoy."""
    return actor.office in ("ambassador", "special_envoy") and unit.table in ("state", "org") and glue in ("to", "in")


def _takes_state(actor: ActorMention, units: list[Unit], glues: list[str], at: int, pack: Pack) -> bool:
    glue, last, unit = glues[at], units[at], units[at + 1]
    if _is_post(actor, unit, glue) and (last.table == "office" or (last.table == "state" and actor.post is None)):
        return True
    if not pack.spelling.spaces and unit.form == "capital" and unit.value == actor.state and glue == "direct":
        return actor.office is None and actor.name is None  # "in Latvia's capital Riga"
    if actor.state is not None:
        return pack.adjective_after_office and unit.form == "adj" and unit.value == actor.state and glue == "direct"
    if pack.adjective_after_office and unit.form == "adj":
        # "le président kazakh", "la Cancillería panameña", "su homólogo ruso"
        held = last.table in ("office", "institution") or (last.table == "ref" and actor.office == "=")
        return glue == "direct" and held
    if actor.name is not None and actor.office is None:
        if glue == "paren" or (glue == "of" and last.table == "person" and unit.form == "name"):
            return True
        return glue == "comma" and _apposition(units, glues, at + 1)
    counterpart = last.table == "ref" and actor.office == "="
    if counterpart or last.table in ("office", "institution") or (last.table == "person" and actor.office is not None):
        if glue == "of" or (glue == "direct" and (unit.form in ("name", "gov", "org") or unit.case == "of")):
            return last.table != "person" or glue == "of"
        if glue == "paren":
            return True
        return glue == "in" and last.table == "institution"
    return last.table == "title" and glue == "direct" and unit.form in ("adj",)


def _takes_office(actor: ActorMention, units: list[Unit], glues: list[str], at: int, pack: Pack) -> bool:
    glue, last, unit = glues[at], units[at], units[at + 1]
    if actor.name is not None and pack.order == "vso":
        return glue in ("direct", "comma") and _told_behind(actor, units, glues, at)
    if actor.name is not None:
        if actor.office is None and glue == "direct" and last.table in ("state", "org", "former", "person"):
            return unit.table == "office" or last.table != "person"
        return glue in ("comma", "paren") and actor.office is None and _apposition(units, glues, at + 1)
    if actor.office is None and actor.form != "institution":
        return last.table in ("state", "org", "title", "former", "deputy") and glue in ("direct", "hyphen")
    if not pack.spelling.spaces and glue in ("comma", "direct") and actor.form != "institution":
        return glue == "direct" or _name_follows(units, glues, at + 1)
    # two offices of one person: "Vice-Premier and Foreign Minister Qian Qichen"
    follows_name = at + 2 < len(units) and units[at + 2].table == "person" and glues[at + 1] == "direct"
    if glue == "direct":
        return actor.form != "institution" or not pack.spelling.spaces
    if glue == "paren" and unit.value == last.value:
        return True
    if pack.adjective_after_office and unit.table == "institution" and last.table == "office":
        return glue == "of" and actor.name is None  # "el portavoz de la Cancillería panameña"
    if glue == "comma" and follows_name and actor.office in _ROLES:
        return True
    return glue in ("and", "hyphen", "comma") and actor.state is None and follows_name and actor.form != "institution"


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
    if not _apposition(units, glues, at + 1) or (actor.state is not None and actor.office != "="):
        return False
    if actor.office is None or unit.value == actor.office or actor.office in (*_ROLES, "minister"):
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
    return saw_office


def _qualifies(folded: str, actor: ActorMention, pack: Pack) -> bool:
    """Whether a state only qualifies the noun behind it, as the pack tells: ``中哈关系``."""
    bare = actor.form in ("state", "side") and not (actor.office or actor.name)
    return pack.owned is not None and bare and pack.owned.match(folded, actor.end) is not None


def _marker(folded: str, actor: ActorMention, units: list[Unit], pack: Pack) -> str:
    """The actor's place in the clause: the word before it, what its case makes of that, or its case alone."""
    marker = marker_before(folded, actor.start, pack)
    if actor.name or actor.office:
        marker = of_person(marker, pack)
    case = _case(actor, units, pack)
    if marker and not (case == "subj" and marker != "as"):
        return pack.case_after.get(marker, {}).get(case, marker) if case is not None else marker
    actor.nominative = case == "subj"
    return case or "" if not actor.nominative else ""


def _case(actor: ActorMention, units: list[Unit], pack: Pack) -> str | None:
    """The case of the actor's head noun or, where suffixes end the whole phrase, of its last part."""
    inside = [unit for unit in units if actor.start <= unit.start and unit.end <= actor.end]
    if pack.case_of_head:
        heads = [unit for unit in inside if unit.form != "adj"]
        return next((unit.case for unit in heads if unit.case is not None), None) if heads else None
    if (
        pack.order != "sov"
        and (actor.office or actor.form == "institution")
        and inside[-1:]
        and inside[-1].table == "state"
    ):
        return None  # "the president of X's ..." - the ending is the state's, not the office's
    return next((unit.case for unit in inside if unit.end == actor.end and unit.case), None)


def _of_ministers(actors: list[ActorMention], at: int, link: str) -> str:
    """``The economy minister, the minister of transport reported``: two unnamed ministers are two, comma or not."""
    if link == "comma" and at + 1 < len(actors):
        pair = actors[at : at + 2]
        if all(actor.office == "minister" and not actor.name for actor in pair):
            return "and"
    return link


def _listing(links: list[str]) -> list[str]:
    """Commas join a list only if it ends with an ``and``: elsewhere they part clauses."""
    out = list(links)
    for at in range(len(out) - 2, -1, -1):
        if out[at] == "comma" and out[at + 1] not in ("and", "comma+"):
            out[at] = ""
        elif out[at] == "comma":
            out[at] = "comma+"
    return ["comma" if link == "comma+" else link if link != "comma" else "" for link in out]


def _compound(folded: str, actor: ActorMention) -> bool:
    """Whether the mention only begins a compound: ``UN-brokered``, ``EU-Beitritt``."""
    tail = folded[actor.end : actor.end + 2]
    return len(tail) == 2 and tail[0] == "-" and tail[1].isalpha()


def marker_before(folded: str, start: int, pack: Pack) -> str:
    """The marker whose word stands before a place of the text, articles skipped."""
    head = head_of(folded, start, pack)
    if head.marker or head.joins:
        return head.marker
    match = _marker_regex(pack.code).search(folded, max(0, head.start - 40), head.start)
    marker = (match.lastgroup or "") if match else ""
    return "" if marker == "none" else marker


def _of_list(actor: ActorMention, pack: Pack) -> bool:
    """Whether a mention may share the office before it: ``presidents of A and B``, ``los presidentes ruso y chino``."""
    return actor.form in ("state", "org") or (
        pack.adjective_after_office and actor.form == "adj" and actor.name is None
    )


def _share(actors: list[ActorMention], links: list[str], pack: Pack, folded: str) -> list[ActorMention]:
    """Lists: an office told once for several states or persons, a marker told once for all."""
    links = _listing([_of_ministers(actors, at, link) for at, link in enumerate(links)])
    number = 0
    for at in range(len(actors) - 1):
        left, right, link = actors[at], actors[at + 1], links[at]
        if link not in ("and", "comma"):
            continue
        if not left.list_id:
            number += 1
            left.list_id = number
        right.list_id = left.list_id
        if not right.marker or (not pack.spelling.spaces and right.marker == "with" and left.marker):
            right.marker = left.marker
        if left.name and left.office and left.office != "=" and right.name and right.office is None:
            right.office = left.office
        elif left.office and not left.name and left.state and right.office is None and _of_list(right, pack):
            right.office, right.form = left.office, "office"
        # "el ministro, A, y la ministra de Y, B": what stands in an apposition is its own person's
        apart = pack.adjective_after_office and "," in folded[left.end : right.start]
        if apart:
            continue
        gives = (right.state_last and right.name) or (right.form == "institution" and right.state)
        if gives and left.name and left.office and left.state is None and link == "and":
            left.state = right.state
        if (
            right.office
            and left.office
            and right.state is None
            and left.state
            and right.name
            and left.name
            and link == "and"
        ):
            right.state = left.state if right.office != left.office else None
    for at in range(len(actors) - 2, -1, -1):
        left, right, link = actors[at], actors[at + 1], links[at]
        if (
            link in ("and", "comma")
            and (left.form == "adj" or (left.form == "state" and not pack.spelling.spaces))
            and left.office is None
            and right.office
            and right.state
            and not right.name
            and right.form == "office"
        ):
            left.office, left.form = right.office, "office"
    return actors
