"""Adjacent mentions become one actor: ``Kazakhstan's`` + ``President`` + ``Kassym-Jomart Tokayev``.

The joining is the same in every language; what may stand between two parts (articles, ``of``, a comma) comes from
the pack. Lists share what stands before or after them: ``the presidents of A and B``, ``Ministers X and Y``.
"""

from __future__ import annotations

import functools
import itertools
import re

from dragoman.find.clitics import head_of, of_person
from dragoman.find.glue import Unit, glue_between, marker_before
from dragoman.find.joining import (
    OF_SOMEBODY,
    UNRANKED,
    begin,
    behind_owner,
    case_of,
    choose_office,
    extend,
    extends,
    is_post,
    of_organisation,
)
from dragoman.find.lists import (
    deal_counterparts,
    deal_out,
    list_owners,
    merge_appositions,
    merge_origins,
    name_behind_complement,
    name_behind_seat,
    name_each,
    share,
)
from dragoman.find.mention import HEADS, ActorMention, list_of
from dragoman.find.owners import by_city, stand_for, take_owners
from dragoman.find.postpositions import with_postpositions
from dragoman.find.staff import close_staff, name_behind_master, name_staff, name_who_serves, part_masters, part_staff
from dragoman.lang.pack import Pack
from dragoman.text.fold import fold

_DEPARTMENT = 8  # letters between a state and an office that tell what the office is of


def group_actors(folded: str, units: list[Unit], pack: Pack) -> list[ActorMention]:
    """Join the units of one sentence into actors; lists are shared out afterwards."""
    units = _with_abbreviations(folded, units)
    served = pack.order in ("svo", "v2") and pack.spelling.spaces and not pack.case_of_head
    if served:
        units = part_staff(folded, units, pack)
    glues = [glue_between(folded, left, right, pack) for left, right in itertools.pairwise(units)] + [""]
    if not pack.spelling.spaces:
        _join_departments(folded, units, glues, pack)
    if pack.words["owner_articles"]:
        _join_owners(folded, units, glues, pack)
    if pack.finite and pack.order == "svo":
        _part_appositions(folded, units, glues, pack)
    if served:
        close_staff(units, glues)
    actors: list[ActorMention] = []
    links: list[str] = []
    at = 0
    while at < len(units):
        actor = begin(units[at])
        actor.side = _of_side(folded, units[at], pack)
        if actor.side:
            # what stands before "side" tells its place
            actor.start = _word_before(folded, head_of(folded, actor.start, pack).start)
        while at + 1 < len(units) and extends(actor, units, glues, at, pack):
            at += 1
            if is_post(actor, units[at], glues[at - 1]) or behind_owner(actor, units[at], pack):
                actor.end, actor.post = units[at].end, units[at].value
            else:
                extend(actor, units[at])
        nobody = actor.institution == "side" and actor.state is None and not (actor.office or actor.name)
        if actor.form not in ("title", "former", "deputy") and not nobody and not _heads_no_state(actor, units, pack):
            actors.append(actor)
            links.append(glues[at])
        at += 1
    if pack.finite and pack.order == "svo":
        _part_unclosed(folded, actors, links, pack)
    if pack.finite and pack.order in ("svo", "v2"):
        name_behind_complement(folded, actors, links, pack)
    if served:
        name_staff(folded, actors, links, pack)
    if pack.case_of_head:
        name_who_serves(actors, links, units)
        name_behind_seat(folded, actors, links, pack)
    groups = [unit for unit in units if unit.form == "group"]
    for actor in actors:
        choose_office(actor, units, pack)
        if any(actor.start <= unit.start and unit.end <= actor.end for unit in groups) and actor.form != "group":
            # who leads one holds no office of the state
            actor.office = "spokesperson" if actor.office == "spokesperson" else "other" if actor.name else None
            actor.form = actor.form if actor.name else "group"
        if actor.office == "head_of_state" and of_organisation(actor, units):
            actor.office = "secretary_general"  # "the President of the European Commission"
            if actor.loose and not actor.name and not pack.spelling.spaces:
                actor.office, actor.form = None, "org"  # "七国集团领导人": those of its members
        if actor.office == "other" and pack.words["deputies"] and of_organisation(actor, units):
            told = folded[actor.start : actor.end]
            if any(word in told for word in pack.words["deputies"]):
                actor.office = "senior_official"  # "vice-president of the European Commission"
        actor.marker = _marker(folded, actor, units, pack)
        actor.possessive = actor.possessive or _compound(folded, actor) or _qualifies(folded, actor, pack)
        if pack.order == "sov" and actor.office == "ambassador" and actor.post is None and by_city(actor, units):
            # "the Ankara ambassador", "our Ankara ambassador"
            inside = (u for u in units if u.table == "office" and actor.start <= u.start and u.end <= actor.end)
            actor.post, actor.state, actor.capital = actor.state, next((u.state for u in inside if u.state), None), None
        posted = pack.order == "sov" and actor.post == actor.state and of_organisation(actor, units)
        if actor.office == "ambassador" and (posted or (actor.post is None and actor.state in _WITHOUT_ENVOYS)):
            # "the UN permanent representative X" is of some state
            actor.post, actor.state = actor.state, None
        abroad = pack.home and actor.institution == "ambassador" and actor.form == "institution"
        if abroad and actor.state not in (None, pack.home) and actor.post is None and by_city(actor, units):
            actor.post, actor.state, actor.capital = actor.state, None, None  # "the Berlin embassy": of the home state
    if pack.case_of_head:
        name_behind_master(actors, links)
    if served:
        part_masters(folded, actors, links, units)
    for actor, behind in reversed(list(itertools.pairwise(actors))):
        if pack.owned and behind.possessive and actor.end == behind.start and actor.form == behind.form == "state":
            actor.possessive = True
    for actor in actors if pack.finite and pack.order in ("svo", "v2") and not pack.case_of_head else ():
        if actor.form == "people" and not (actor.office or actor.name):
            actor.nominative = actor.nominative or _begins(folded, actor, pack)
    if pack.order == "sov":
        take_owners(folded, actors, pack)
        stand_for(folded, actors, links, pack)
    deal_out(actors, links)
    if pack.order == "sov":
        list_owners(actors, links)
    if pack.postpositions:
        links = with_postpositions(folded, actors, links, pack)
    merge_appositions(folded, actors, links, pack)
    if pack.case_of_head:
        name_each(folded, actors, links)
    merge_origins(folded, actors, links, pack)
    shared = share(actors, links, pack, folded)
    shared = (
        _pair_names(shared, folded) if pack.case_of_head else _deal_names(deal_counterparts(shared, folded), folded)
    )
    _name_behind_colon(folded, shared)
    _of_list_mates(shared)
    shared = _name_heads(_name_both(shared, folded) if pack.spelling.spaces else _deal_heads(shared))
    return shared if pack.spelling.spaces else _with_whose(_without_echoes(shared, folded, pack), folded, pack)


def _with_abbreviations(folded: str, units: list[Unit]) -> list[Unit]:
    """An organisation's abbreviation in brackets right behind its name is no second one and ends nothing:
    ``Birleşmiş Milletler (BM) Genel Sekreteri``, ``l'Union africaine (UA) à Lima``."""
    out: list[Unit] = []
    for unit in units:
        last = out[-1] if out else None
        same = last is not None and last.table == unit.table == "org" and last.value == unit.value != "IGO"
        if last and same and folded[last.end : unit.start] == " (" and folded.startswith(")", unit.end):
            last.end = unit.end + 1
        else:
            out.append(unit)
    return out


def _begins(folded: str, actor: ActorMention, pack: Pack) -> bool:
    """Whether inhabitants of a state begin a sentence and no noun follows: ``The Norwegians have accused ...``."""
    head = folded[max(0, actor.start - _LINE) : actor.start].rstrip()
    article = head.rsplit(None, 1)[-1] if head else ""
    rest = head.removesuffix(article).rstrip()
    told = article in pack.sets["articles"] and (not rest or rest[-1] in ".!?\n")
    follows = folded[actor.end : actor.end + _VERB].split()[:1]
    listed = follows and (follows[0] in pack.sets["and"] or follows[0] in pack.markers.get("of", ()))
    return told and folded.startswith(" ", actor.end) and bool(follows) and not listed


_LINE = 16  # letters before inhabitants in which an article and the end of a sentence stand
_OWNED = (*OF_SOMEBODY, "delegation", "member_of_parliament", "military_officer")


def _join_owners(folded: str, units: list[Unit], glues: list[str], pack: Pack) -> None:
    """An article that is a genitive's as well as another case's is one behind those whom somebody has, before a state's
    institution: ``eine Delegation der georgischen Regierung``. One that is never a genitive's begins somebody else:
    ``hat der Präsident die Botschafter A und B empfangen``."""
    for at, (left, right) in enumerate(itertools.pairwise(units)):
        if glues[at] == "direct" and left.table in ("office", "person") and right.table in _BEGINNING:
            between = folded[left.end : right.start].strip()
            if between in pack.sets["articles"] and between not in pack.sets["owner_articles"]:
                glues[at] = ""
    for at, (left, right, behind) in enumerate(zip(units, units[1:], units[2:], strict=False)):
        if left.table != "office":
            continue
        presides = left.value == "head_of_state" and behind.value == "speaker"
        held = left.value in _OWNED or presides
        owner = right.form == "adj" and behind.table == "institution" and glues[at + 1] == "direct"
        if held and owner and folded[left.end : right.start].strip() in pack.sets["owner_articles"]:
            glues[at] = "of"


_BEGINNING = ("office", "former", "deputy")  # units with which another's mention begins


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


def _deal_names(actors: list[ActorMention], folded: str) -> list[ActorMention]:
    """``The premiers of A and B, X and Y, and the president of C``: names behind a comma, as many as there are states
    for which the office before it is held, are theirs in order."""
    at = 0
    while at + 3 < len(actors):
        offices = list(itertools.takewhile(lambda a: bool(a.office and a.state and not a.name), actors[at:]))
        behind = actors[at + len(offices) :]
        names = list(itertools.takewhile(lambda a: a.only_named, behind))
        apart = len({a.state for a in offices}) == len(offices) and len({a.office for a in offices}) == 1
        listed = len(names) == len(offices) > 1 and folded[offices[-1].end : names[0].start].strip() == ","
        if apart and listed:
            for office, name in zip(offices, names, strict=True):
                name.office, name.state, name.marker = office.office, office.state, office.marker
            actors = actors[:at] + behind
        at += 1
    return actors


def _name_behind_colon(folded: str, actors: list[ActorMention]) -> None:
    """``Three ambassadors: A (X), B (Y) and C (Z)``: those listed behind a colon hold the office told before it."""
    for office, first in itertools.pairwise(actors):
        held = office.office and not (office.name or office.state) and first.name and first.list_id
        if held and folded[office.end : first.start].strip() == ":":
            for named in list_of(actors, first):
                named.office = named.office or office.office


def _of_list_mates(actors: list[ActorMention]) -> None:
    """``Ghana's foreign minister A and UN ambassador B``: who is posted to an organisation acts for the state of the
    official whom a list names before."""
    for left, right in itertools.pairwise(actors):
        posted = right.office == "ambassador" and right.state is None and right.post in _WITHOUT_ENVOYS
        listed = left.list_id and left.list_id == right.list_id
        if posted and listed and left.office and left.state:
            right.state = left.state
        if listed and left.ref == "counterpart" and left.name and right.name and right.state and not right.office:
            # "ses homologues péruvien X et norvégien Y": he, too, holds the office
            right.office, right.ref = left.office, left.ref


_WITHOUT_ENVOYS = ("UN", "NATO", "OSCE", "UNESCO", "WTO", "IAEA", "COE")  # which are sent ambassadors, and send none


def _name_both(actors: list[ActorMention], folded: str) -> list[ActorMention]:
    """``The trade secretaries of both countries, A and B``: the two named behind hold the office told before."""
    for at in range(len(actors) - 2, -1, -1):
        heads = actors[at]
        office = heads.surface if heads.ref in HEADS else heads.office if not heads.ref else None
        if office is None or heads.name or (heads.state is not None and heads.ref not in HEADS):
            continue
        both = actors[at + 1] if actors[at + 1].ref == "both" and actors[at + 1].start - heads.end <= _OF else None
        if both is None and heads.ref not in HEADS:
            continue
        last = both or heads
        behind = actors[at + 2 :] if both else actors[at + 1 :]
        named = [a for a in list_of(behind, behind[0]) if a.name] if behind and behind[0].list_id else []
        bare = len(named) == _TWO and all(not (a.office or a.state or a.ref) for a in named)
        if bare and folded[last.end : named[0].start].strip(" ,") == "":
            for actor in named:
                actor.office, actor.marker, actor.of_both = office, heads.marker, True
            actors = [a for a in actors if a is not heads and a is not both]
    return actors


_OF, _TWO = 5, 2  # letters of "of the" and its like; how many both are


def _name_heads(actors: list[ActorMention]) -> list[ActorMention]:
    """``The two ministers, A and B``: those listed behind the reference are whom it stands for."""
    for heads in [a for a in actors if a.ref in HEADS and a.surface and a.list_id]:
        named = [a for a in list_of(actors, heads) if a is not heads]
        if len(named) > 1 and all(a.name and a.office is None and a.start > heads.end for a in named):
            for actor in named:
                actor.office, actor.marker = heads.surface, heads.marker
            actors = [a for a in actors if a is not heads]
    return actors


def _with_whose(actors: list[ActorMention], folded: str, pack: Pack) -> list[ActorMention]:
    """``马里总统X的特使``: whom an official has acts for that official's state, and the official does not act."""
    for left, right in itertools.pairwise(actors):
        whose = left.state and (left.name or left.office) and right.office in _HAD and not right.state
        if whose and folded[left.end : right.start] in pack.sets["attributive"]:
            right.state, left.possessive = left.state, True
    return actors


_HAD = ("special_envoy", "spokesperson", "senior_official")


def _deal_heads(actors: list[ActorMention]) -> list[ActorMention]:
    """``A、B两国外长X和Y``: as many names right behind the reference as states right before it are theirs, in order;
    ``两国外长X和Y``: they hold the office, whichever their states are."""
    for heads, first in [(a, b) for a, b in itertools.pairwise(actors) if a.ref in HEADS and a.surface]:
        names = list_of(actors, first) if first.start == heads.end else []
        if len(names) < _SEVERAL or not all(a.only_named for a in names):
            continue
        before = next((a for a in reversed(actors) if a.end == heads.start), None)
        states = [a for a in list_of(actors, before) if a.end <= heads.start] if before else []
        if states and (len(states) != len(names) or not all(a.state and not (a.name or a.office) for a in states)):
            continue
        for at, person in enumerate(names):
            person.office, person.marker = heads.surface, heads.marker
            if states:
                person.state, person.marker = states[at].state, states[0].marker
        actors = [a for a in actors if a is not heads and a not in states]
    return actors


_SEVERAL = 2


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
        if (actor.ref == "both" or actor.ref in HEADS) and near and len(states) > 1:
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


def _part_unclosed(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
    """``Après le président russe, X a parlé``: behind a marker at the head of a sentence a comma that no other closes
    before the verb parts the office told there from whoever acts."""
    actor = actors[0] if actors else None
    comma = folded.find(", ", actor.start, actor.end) if actor is not None and actor.office and actor.name else -1
    if actor is None or comma < 0 or actor.form != "person" or not marker_before(folded, actor.start, pack):
        return
    verb = folded[actor.end : actor.end + _VERB].split()[:1]
    if not verb or not re.fullmatch(pack.finite, verb[0]) or folded[actor.end] != " ":
        return
    name = ActorMention(comma + 2, actor.end, "person", name=actor.name)
    actor.name, actor.form, actor.end = None, "office", comma
    actors.insert(1, name)
    links.insert(0, "")


def _part_appositions(folded: str, units: list[Unit], glues: list[str], pack: Pack) -> None:
    """``Accueilli par son homologue X, l'émissaire de Yaoundé a salué``: an office behind a name, its comma and an
    article that no other comma closes before the verb is who acts."""
    for at, (person, office) in enumerate(itertools.pairwise(units)):
        if glues[at] != "comma" or person.table != "person" or office.table != "office":
            continue
        article = folded[person.end : office.start].strip(", ").rstrip("'")
        if article not in pack.sets["articles"] and f"{article}'" not in pack.sets["articles"]:
            continue
        last = at + 1
        while last + 1 < len(units) and glues[last] in ("of", "direct"):
            last += 1
        verb = folded[units[last].end : units[last].end + _VERB].split()[:1]
        fronted = at > 0 and units[at - 1].table in ("office", "ref", "state")
        if fronted and verb and folded[units[last].end] == " " and re.fullmatch(pack.finite, verb[0]):
            glues[at] = ""


_VERB = 16  # letters of a verb


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
    return bool(actor.office) and actor.office in UNRANKED and not (actor.name or actor.state)


def _of_side(folded: str, unit: Unit, pack: Pack) -> bool:
    """Whether a state's adjective stands behind a word such as "side": who is told next is of that side."""
    if not pack.words["sides"] or unit.form != "adj":
        return False
    before = folded[: head_of(folded, unit.start, pack).start].rstrip()
    return before.endswith(pack.words["sides"])


def _word_before(folded: str, start: int) -> int:
    return folded.rfind(" ", 0, len(folded[:start].rstrip())) + 1


def _heads_no_state(actor: ActorMention, units: list[Unit], pack: Pack) -> bool:
    """Whether the actor is only a word such as "head" or "side" that is one beside a state, and none stands there."""
    held = actor.office or actor.form == "institution"
    if not pack.offices_of_states or not held or actor.state or actor.name:
        return False
    inside = [unit for unit in units if actor.start <= unit.start and unit.end <= actor.end]
    words = (fold(u.surface, pack.spelling.turkic) if u.table in ("office", "institution") else "" for u in inside)
    return all(word in pack.offices_of_states for word in words)


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
    case = case_of(actor, units, pack)
    if marker and not (case == "subj" and marker != "as"):
        return pack.case_after.get(marker, {}).get(case, marker) if case is not None else marker
    actor.nominative = case == "subj"
    return case or "" if not actor.nominative else ""


def _compound(folded: str, actor: ActorMention) -> bool:
    """Whether the mention only begins a compound: ``UN-brokered``, ``EU-Beitritt``, ``EU- und Nato-Land``."""
    tail = folded[actor.end : actor.end + 2]
    before = folded[actor.end - 1 : actor.end].isalpha()
    return len(tail) == 2 and tail[0] == "-" and before and (tail[1].isalpha() or tail[1] == " ")
