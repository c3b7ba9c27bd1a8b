"""Adjacent mentions become one actor: ``Kazakhstan's`` + ``President`` + ``Kassym-Jomart Tokayev``.

The joining is the same in every language; what may stand between two parts (articles, ``of``, a comma) comes from
the pack. Lists share what stands before or after them: ``the presidents of A and B``, ``Ministers X and Y``.
"""

from __future__ import annotations

import functools
import itertools
import re

from dragoman.find.clitics import head_of, of_person
from dragoman.find.glue import Unit, glue_between, marker_before, marker_behind
from dragoman.find.lists import deal_out, list_owners, merge_appositions, merge_origins, only_state, share
from dragoman.find.mention import ActorMention, list_of
from dragoman.lang.pack import Pack
from dragoman.text.fold import fold

_DEPARTMENT = 8  # letters between a state and an office that tell what the office is of


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
        if actor.side:
            # what stands before "side" tells its place
            actor.start = _word_before(folded, head_of(folded, actor.start, pack).start)
        while at + 1 < len(units) and _extends(actor, units, glues, at, pack):
            at += 1
            if _is_post(actor, units[at], glues[at - 1]) or _behind_owner(actor, units[at], pack):
                actor.end, actor.post = units[at].end, units[at].value
            else:
                _extend(actor, units[at])
        nobody = actor.institution == "side" and actor.state is None and not (actor.office or actor.name)
        if actor.form not in ("title", "former", "deputy") and not nobody and not _heads_no_state(actor, units, pack):
            actors.append(actor)
            links.append(glues[at])
        at += 1
    for actor in actors:
        _choose_office(actor, units, pack)
        if actor.office == "head_of_state" and _of_organisation(actor, units):
            actor.office = "secretary_general"  # "the President of the European Commission"
            if actor.loose and not actor.name and not pack.spelling.spaces:
                actor.office, actor.form = None, "org"  # "七国集团领导人": those of its members
        actor.marker = _marker(folded, actor, units, pack)
        actor.possessive = actor.possessive or _compound(folded, actor) or _qualifies(folded, actor, pack)
        if pack.order == "sov" and actor.office == "ambassador" and actor.post is None and _by_city(actor, units):
            # "the Ankara ambassador", "our Ankara ambassador"
            inside = (u for u in units if u.table == "office" and actor.start <= u.start and u.end <= actor.end)
            actor.post, actor.state, actor.capital = actor.state, next((u.state for u in inside if u.state), None), None
        if (
            pack.order == "sov"
            and actor.office == "ambassador"
            and actor.post == actor.state
            and _of_organisation(actor, units)
        ):
            actor.state = None  # "the UN permanent representative X" is of some state
        abroad = pack.home and actor.institution == "ambassador" and actor.form == "institution"
        if abroad and actor.state not in (None, pack.home) and actor.post is None and _by_city(actor, units):
            actor.post, actor.state, actor.capital = actor.state, None, None  # "the Berlin embassy": of the home state
    for actor, behind in reversed(list(itertools.pairwise(actors))):
        if pack.owned and behind.possessive and actor.end == behind.start and actor.form == behind.form == "state":
            actor.possessive = True
    if pack.order == "sov":
        _take_owners(folded, actors, pack)
        _stand_for(folded, actors, links, pack)
        deal_out(actors, links)
        list_owners(actors, links)
    if pack.postpositions:
        links = _with_postpositions(folded, actors, links, pack)
    merge_appositions(folded, actors, links)
    merge_origins(folded, actors, links)
    shared = share(actors, links, pack, folded)
    if pack.case_of_head:
        shared = _pair_names(shared, folded)
    shared = _name_heads(shared)
    return shared if pack.spelling.spaces else _without_echoes(shared, folded, pack)


def _pair_names(actors: list[ActorMention], folded: str) -> list[ActorMention]:
    """``The deputy premiers of A and B, X and Y``: as many names right behind the offices are theirs, in order."""
    for offices in [list_of(actors, a) for a in actors if a.list_id and a.office and a.state and not a.name]:
        at = next((n for n, a in enumerate(actors) if a is offices[-1]), len(actors)) + 1
        names = list_of(actors, actors[at]) if at < len(actors) and actors[at].list_id else []
        bare = all(a.name and not a.office for a in names) and all(not a.name and a.office for a in offices)
        if bare and len(names) == len(offices) and folded[offices[-1].end : names[0].start].strip(" ,") == "":
            for office, name in zip(offices, names, strict=True):
                name.office, name.state, name.marker = office.office, office.state, office.marker
                name.nominative = office.nominative
            actors = [a for a in actors if a not in offices]
    return actors


def _name_heads(actors: list[ActorMention]) -> list[ActorMention]:
    """``The two ministers, A and B``: those listed behind the reference are whom it stands for."""
    for heads in [a for a in actors if a.ref == "both_heads" and a.surface and a.list_id]:
        named = [a for a in list_of(actors, heads) if a is not heads]
        if len(named) > 1 and all(a.name and a.office is None and a.start > heads.end for a in named):
            for actor in named:
                actor.office, actor.marker = heads.surface, heads.marker
            actors = [a for a in actors if a is not heads]
    return actors


def _without_echoes(actors: list[ActorMention], folded: str, pack: Pack) -> list[ActorMention]:
    """``A、B两国总统``: the states told right before such a reference are those that it stands for; ``两国海军``."""
    out: list[ActorMention] = []
    ends = {actor.end for actor in actors if actor.ref == "both"}
    for actor in actors:
        if actor.form == "institution" and actor.state is None and actor.start in ends:
            continue  # both have one
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
            word = folded[actor.start : actor.end]
            for row in states if actor.surface else ():
                row.office, row.form = actor.surface, "office"
                row.loose = word.endswith(tuple(pack.loose_offices))
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


def _by_city(actor: ActorMention, units: list[Unit]) -> bool:
    """Whether the only state that an actor tells is told by a city."""
    rows = [unit for unit in units if unit.table == "state" and actor.start <= unit.start and unit.end <= actor.end]
    return len(rows) == 1 and rows[0].form in ("capital", "gov")


_OWNED = 48
_OWNER = 12  # characters before a mention in which a possessive is looked for
_HELD = frozenset(
    (
        *("ambassador", "special_envoy", "foreign_minister", "defence_minister", "minister", "deputy_minister"),
        *("speaker", "head_of_state", "head_of_government", "spokesperson", "military_officer", "senior_official"),
        *("deputy_head_of_government", "delegation"),
    )
)


def _take_owners(folded: str, actors: list[ActorMention], pack: Pack) -> None:
    """An office is that of the genitive before it, words between: ``Türkiye'nin yeni atanan Bakü Büyükelçisi``."""
    for at in range(1, len(actors)):
        office, owner = actors[at], actors[at - 1]
        if office.state is None and office.office not in (None, "=") and owned(folded, office, pack):
            office.state = next((a.state for a in reversed(actors[:at]) if a.state), None)
        if office.office == "special_envoy" and owner.name and owner.marker == "of" and owner.end + 1 == office.start:
            office.post, office.state = office.state, owner.state  # "Putin'in Suriye Özel Temsilcisi"
        if owner.form in ("capital", "state") and owner.marker in ("in", "to") and at > 1:
            owner = actors[at - 2]  # "Rusya'nın Ankara'daki büyükelçisi"
        if office.state is not None or office.office not in _HELD or not owner.state or owner.name or owner.office:
            continue
        between = folded[owner.end : office.start]
        sends = owner.marker == "from" and office.office == "delegation"
        # "Қазақстан тарапынан Премьер-Министрдің орынбасары": for its side
        side = owner.marker == "from" and owner.form == "institution" and owner.institution == "head_of_government"
        if (
            (sends or side or (owner.marker == "of" and owner.possessive))
            and len(between) < _OWNED
            and "," not in between
        ):
            office.state = owner.state
            if sends:
                office.start = owner.start
                owner.state = None  # "Özbekistan'dan bir heyet" is one
            if owner is not actors[at - 1]:
                office.post = office.post or actors[at - 1].state


_SPOKEN_FOR = 300  # how far behind the first of those who speak for sides the verb that they share may stand
_APPOINTED = 3  # words between an embassy and who is appointed to it
_PARTICLE = 3  # letters of the words that may stand between a side and who speaks for it: "ise", "de"


def _stand_for(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
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


def owned(folded: str, actor: ActorMention, pack: Pack) -> bool:
    """Whether a word such as "its" or "the country's" stands right before a mention."""
    if not pack.spelling.spaces:
        return folded.endswith(tuple(pack.possessives), 0, actor.start)
    before = folded[max(0, actor.start - _OWNER) : actor.start].rstrip()
    words = before.split()
    return bool(words) and (words[-1] in pack.possessives or " ".join(words[-2:]) in pack.possessives)


def _behind_owner(actor: ActorMention, unit: Unit, pack: Pack) -> bool:
    return pack.order == "sov" and unit.table in ("state", "org") and actor.state is not None and actor.office is None


_JOINED_LAST = ("of", "between", "in")  # what holds for all of a list, also for what a comma follows


def _with_postpositions(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> list[str]:
    """Give actors the marker behind them; what ends a list holds for the whole of it.

    A word such as *ile*, *with* and *and* in one, joins two actors of a kind: ``A ile B görüştü``. Who stands first in
    the sentence before a comma is its subject and in no list: ``A, B ve C ile görüştü``.
    """
    out = list(links)
    for at, actor in enumerate(actors):
        actor.marker = marker_behind(folded, actor.end, pack) or actor.marker
        if out[at] == "and" and at + 1 < len(actors) and actor.marker:
            head = _head_of_list(actors, links, at + 1) if actor.office and not actor.name else actors[at + 1]
            joint = _both_in_one(folded, actor, actors[at + 1], head, pack)
            out[at] = "and" if joint or actor.marker == actors[at + 1].marker else ""
            actor.marker = "" if joint else actor.marker
    for at in range(len(actors) - 2, -1, -1):
        left, right = actors[at], actors[at + 1]
        if out[at] in ("and", "comma") and left.marker == "of" and right.marker == "by":
            left.marker = "by"  # genitives that a word such as "chaired by" ends
        if out[at] not in ("and", "comma") or left.marker or not right.marker:
            continue
        first = not any(not a.marker and not a.attributive for a in actors[:at])
        if out[at] == "comma" and ((first and right.marker not in _JOINED_LAST) or not _listed_on(out, at)):
            out[at] = ""
        elif _same_sort(left, right) or (only_state(left) and right.office and right.state and not right.name):
            left.marker = right.marker
    return out


def _listed_on(links: list[str], at: int) -> bool:
    """Whether the list that goes on behind a comma ends with an *and*."""
    while at < len(links) and links[at] == "comma":
        at += 1
    return at < len(links) and links[at] == "and"


def _same_sort(left: ActorMention, right: ActorMention) -> bool:
    return bool(left.name or left.office or left.ref) == bool(right.name or right.office or right.ref)


def _head_of_list(actors: list[ActorMention], links: list[str], at: int) -> ActorMention:
    """The office that a list of states shares, told with the last: ``A ve B Devlet Başkanları``."""
    while at + 1 < len(actors) and links[at] in ("and", "comma") and only_state(actors[at]):
        at += 1
    return actors[at]


def _both_in_one(folded: str, left: ActorMention, right: ActorMention, head: ActorMention, pack: Pack) -> bool:
    """Whether a word that is *with* and *and* stands between two of a kind; ``head`` tells which the second is."""
    word = folded[left.end : right.start].strip()
    if word not in pack.words["and"] or word not in pack.postpositions.get("with", ()):
        return False
    return _same_sort(left, head) and not (right.capital and right.marker in ("in", "from", "to"))


def _of_side(folded: str, unit: Unit, pack: Pack) -> bool:
    """Whether a state's adjective stands behind a word such as "side": who is told next is of that side."""
    if not pack.words["sides"] or unit.form != "adj":
        return False
    before = folded[: head_of(folded, unit.start, pack).start].rstrip()
    return before.endswith(pack.words["sides"])


def _word_before(folded: str, start: int) -> int:
    return folded.rfind(" ", 0, len(folded[:start].rstrip())) + 1


def _of_organisation(actor: ActorMention, units: list[Unit]) -> bool:
    return any(u.table == "org" and actor.start <= u.start and u.end <= actor.end for u in units)


def _heads_no_state(actor: ActorMention, units: list[Unit], pack: Pack) -> bool:
    """Whether the actor is only a word such as "head" or "side" that is one beside a state, and none stands there."""
    held = actor.office or actor.form == "institution"
    if not pack.offices_of_states or not held or actor.state or actor.name:
        return False
    inside = [unit for unit in units if actor.start <= unit.start and unit.end <= actor.end]
    words = (fold(u.surface, pack.spelling.turkic) if u.table in ("office", "institution") else "" for u in inside)
    return all(word in pack.offices_of_states for word in words)


def _choose_office(actor: ActorMention, units: list[Unit], pack: Pack) -> None:
    """What an office's word means in the actor's state, and whether it only says that somebody leads."""
    if not (pack.office_in_state or pack.loose_offices) or not actor.office:
        return
    words = [
        fold(unit.surface, pack.spelling.turkic)
        for unit in units
        if unit.table == "office" and actor.start <= unit.start and unit.end <= actor.end
    ]
    if actor.institution and pack.case_of_head and all(word in pack.offices_of_states for word in words):
        actor.office = actor.institution  # "the head of the Polish Foreign Ministry"
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
        actor.implied = actor.implied or (actor.state is None and unit.state is not None)
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
        if actor.ref in ("host", "guest"):
            actor.ref, actor.office = "counterpart", "="
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
_VAGUE = (*_ROLES, "minister")


def _higher(old: str | None, new: str) -> str:
    if old is None or old in _ROLES:
        return new
    if old not in _RANK or new not in _RANK:
        return old if old in _RANK or new not in _RANK else new
    return min(old, new, key=_RANK.index)


def _extend(actor: ActorMention, unit: Unit) -> None:
    if unit.table != "ref" or unit.value != "home":  # "the ambassador of X to the Kingdom Y"
        _set(actor, unit)
    actor.end = max(actor.end, unit.end)


def _extends(actor: ActorMention, units: list[Unit], glues: list[str], at: int, pack: Pack) -> bool:
    """Whether the next unit belongs to the actor that ends with ``units[at]``."""
    glue, last, unit = glues[at], units[at], units[at + 1]
    if not glue:
        return False
    table = unit.table
    if pack.order == "sov" and _closed(actor, last, unit, glue):
        return False
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
    if table == "former":
        return glue == "direct" and actor.form in ("adj", "state") and actor.office is None
    if table == "person":
        return _takes_person(actor, last, unit, glue, pack)
    if table == "ref" and unit.value == "home" and pack.order == "vso":
        named = at + 2 < len(units) and units[at + 2].table == "person" and glues[at + 1] == "direct"
        return named and glue in ("to", "in") and actor.office in ("ambassador", "special_envoy")
    if table in ("state", "org"):
        return _takes_state(actor, units, glues, at, pack)
    if table in ("office", "institution") or (table == "ref" and unit.value == "counterpart"):
        if pack.order == "vso" and last.table in ("state", "org"):
            return last.form == "adj" and actor.office is None and actor.name is None and actor.side
        if (
            last.table == "state"
            and last.form in ("name", "capital", "gov")
            and (pack.case_of_head or not (last.suffix or pack.bare_state_before_office))
            and not _is_rank(actor, units, glues, at)
        ):
            return False
        if last.table == "org" and pack.case_of_head and actor.office is None:
            return False  # "in the UN the minister ..."
        if unit.case == "subj" and pack.case_of_head and _case(actor, units, pack) not in (None, "", "subj"):
            return False  # "after talks with the colleague the minister ..."
        return _takes_office(actor, units, glues, at, pack)
    return False


def _is_rank(actor: ActorMention, units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a rank stands between an office with its state and the name: ``minister of defence of X General Y``."""
    unit = units[at + 1]
    named = at + 2 < len(units) and units[at + 2].table == "person" and glues[at + 1] == "direct"
    rank = unit.value == "military_officer" and glues[at] == "direct" and actor.state is not None
    return rank and named and actor.office is not None and actor.name is None


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
        return unit.table not in ("office", "institution") or actor.name is not None or actor.office not in _ROLES
    if unit.table in ("state", "org") and glue == "direct":
        return actor.office is not None or actor.name is not None
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
    if pack.order == "sov" and glue == "direct" and actor.form in ("state", "org", "adj", "capital"):
        return _serves_abroad(actor, units, glues, at)
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
    if pack.case_of_head and unit.form == "adj" and last.table == "office" and glue == "direct":
        # "the head of the Polish ministry"
        return at + 2 < len(units) and units[at + 2].table == "institution" and glues[at + 1] == "direct"
    counterpart = last.table == "ref" and actor.office == "="
    if counterpart or last.table in ("office", "institution") or (last.table == "person" and actor.office is not None):
        if glue == "of" or (glue == "direct" and (unit.form in ("name", "gov", "org") or unit.case == "of")):
            return last.table != "person" or glue == "of"
        if glue == "paren":
            return True
        # "the minister of economy in Kazakhstan"
        held = last.table == "office" and " " in last.surface and unit.form == "name" and pack.order == "vso"
        spoken = last.table == "office" and actor.office in ("spokesperson", "senior_official")
        return glue == "in" and (last.table == "institution" or held or (spoken and unit.form == "capital"))
    return last.table == "title" and glue == "direct" and unit.form in ("adj",)


def _serves_abroad(actor: ActorMention, units: list[Unit], glues: list[str], at: int) -> bool:
    """Whether a state behind a state is where an envoy serves: ``Türkiye'nin Bakü Büyükelçisi``."""
    behind = units[at + 2] if at + 2 < len(units) else None
    if behind is None or glues[at + 1] != "direct" or units[at + 1].case:
        return False
    if units[at].case != "of" and units[at + 1].form == "name":
        return False  # "Norveç Rusiya diplomatlarına ...": the first acts, the second owns
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
        if actor.office is None and glue == "direct" and last.table in ("state", "org", "former", "person"):
            return unit.table == "office" or last.table != "person"
        return glue in ("comma", "paren") and actor.office is None and _apposition(units, glues, at + 1)
    if actor.office is None and actor.form != "institution":
        glued = ("direct",) if pack.order == "sov" else ("direct", "hyphen")  # "DOHA (AA) - Dışişleri Bakanı ..."
        return last.table in ("state", "org", "title", "former", "deputy") and glue in glued
    if not pack.spelling.spaces and glue in ("comma", "direct") and actor.form != "institution":
        return glue == "direct" or _name_follows(units, glues, at + 1)
    # two offices of one person: "Vice-Premier and Foreign Minister Qian Qichen"
    follows_name = at + 2 < len(units) and units[at + 2].table == "person" and glues[at + 1] == "direct"
    owned = at + 3 < len(units) and units[at + 2].table == "state" and units[at + 3].table == "person"
    if glue == "hyphen" and pack.case_of_head and owned and actor.state is None and last.table == "office":
        return glues[at + 1] == glues[at + 2] == "direct"  # "the vice-premier – minister of economy of X, Y"
    if glue == "direct" and pack.order == "sov" and last.table == "office" and last.case == "":
        return actor.office in _ROLES  # "X's ambassador | President Y": the first office is closed
    if pack.order == "vso" and actor.office == "head_of_state" and unit.value in _RECEIVED:
        return False  # the verb's subject and object: "received | the head of state | the minister"
    of_state = at + 2 < len(units) and units[at + 2].table == "state" and glues[at + 1] in ("direct", "of")
    if pack.order == "vso" and unit.value == "ambassador" and actor.office in _RECEIVED and of_state:
        return False  # a rank has no state: "the deputy minister Ambassador X"
    if glue == "direct":
        return actor.form != "institution" or not pack.spelling.spaces or pack.order == "sov"
    if glue == "paren" and unit.value == last.value:
        return True
    if pack.adjective_after_office and unit.table == "institution" and last.table == "office":
        return glue == "of" and actor.name is None  # "el portavoz de la Cancillería panameña"
    if glue == "comma" and follows_name and actor.office in _ROLES:
        return True
    told_first = actor.state is None or (pack.order == "sov" and glue in ("and", "hyphen"))
    return glue in ("and", "hyphen", "comma") and told_first and follows_name and actor.form != "institution"


# offices that no head of state holds besides
_RECEIVED = (
    "head_of_government", "foreign_minister", "defence_minister", "minister", "deputy_minister", "ambassador",
    "special_envoy", "speaker", "secretary_general", "crown_prince", "delegation",
)  # fmt: skip


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
    if marker in pack.marker_means:
        means = pack.marker_means[marker]
        somebody = actor.name or actor.office or actor.ref or actor.form in ("institution", "org")
        marker = means["person"] if somebody else means.get(actor.form, means["place"])
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
        if len(heads) > 1 and heads[0].table == "institution" and heads[0].case is None:
            return None  # "МЧС Казахстана": the genitive is its state's, what is not declined has any case
        return next((unit.case for unit in heads if unit.case is not None), None) if heads else None
    if (
        pack.order != "sov"
        and (actor.office or actor.form == "institution")
        and inside[-1:]
        and inside[-1].table == "state"
    ):
        return None  # "the president of X's ..." - the ending is the state's, not the office's
    return next((unit.case for unit in inside if unit.end == actor.end and unit.case), None)


def _compound(folded: str, actor: ActorMention) -> bool:
    """Whether the mention only begins a compound: ``UN-brokered``, ``EU-Beitritt``, ``EU- und Nato-Land``."""
    tail = folded[actor.end : actor.end + 2]
    before = folded[actor.end - 1 : actor.end].isalpha()
    return len(tail) == 2 and tail[0] == "-" and before and (tail[1].isalpha() or tail[1] == " ")
