"""Lists of actors: an office told once for several, a marker told once for all, names dealt out in order."""

from __future__ import annotations

import functools
import re

from dragoman.find.mention import HEADS, ActorMention, list_of
from dragoman.find.owners import owned
from dragoman.lang.pack import Pack, load


def deal_out(actors: list[ActorMention], links: list[str]) -> None:
    """``A and B's presidents X and Y``, ``his Thai and Czech colleagues, X and Y``: as many names behind the office
    as states before it, each in its turn."""
    at = 1
    while at < len(actors) - 1:
        head = actors[at]
        low, high = at, at
        if head.state and head.office and head.name:
            while low and links[low - 1] in ("and", "comma") and _dealt(actors[low - 1]):
                low -= 1
            while high + 1 < len(actors) and links[high] in ("and", "comma") and actors[high + 1].only_named:
                high += 1
        if low < at and at - low == high - at:
            names = [actor.name for actor in actors[at : high + 1]]
            marker = actors[high].marker or head.marker or actors[low].marker
            for one, name in zip(actors[low : at + 1], names, strict=True):
                one.name, one.office, one.form, one.marker, one.possessive = name, head.office, "person", marker, False
                one.ref = head.ref
            head.end = actors[high].end
            links[at] = links[high]
            del actors[at + 1 : high + 1], links[at + 1 : high + 1]
        at += 1


def deal_counterparts(actors: list[ActorMention], folded: str) -> list[ActorMention]:
    """``his counterparts from A, B and C`` are one of each; ``her colleague, the foreign minister of A, X`` is one
    person, whatever office she holds."""
    for at, head in enumerate(actors):
        told = actors[at + 1] if at + 1 < len(actors) else None
        if head.ref == "counterpart" and told is not None and _is_counterpart(head, told, folded):
            told.marker = head.marker or told.marker
            return deal_counterparts([actor for actor in actors if actor is not head], folded)
        bare = head.ref == "counterpart" and not (head.state or head.name)
        rows = list_of(actors, actors[at + 1]) if bare and at + 1 < len(actors) else []
        rows = [row for row in rows if row.state and not (row.office or row.name) and row.marker in ("from", "of")]
        if len(rows) > 1 and rows[0] is actors[at + 1] and rows[0].start - head.end <= _BESIDE:
            for row in rows:
                row.office, row.ref, row.form, row.marker = head.office, head.ref, "office", head.marker
            return [actor for actor in actors if actor is not head]
    return actors


def _is_counterpart(head: ActorMention, told: ActorMention, folded: str) -> bool:
    """Whether a comma and no more than an article part a counterpart of no name or state from an official with both."""
    if head.state or head.name or not (told.office and told.name and told.state) or told.ref:
        return False
    between = folded[head.end : told.start]
    return between.startswith(",") and len(between) <= _ARTICLE


_ARTICLE = 6  # letters of a comma, a space and an article
_BESIDE = 10  # letters between a word and what a preposition joins to it


def list_owners(actors: list[ActorMention], links: list[str]) -> None:
    """``Италияның, Францияның және Германияның елшілері``: an office behind a list of genitives is held for each."""
    for at in range(len(actors) - 2, -1, -1):
        left, right = actors[at], actors[at + 1]
        held = right.office and right.state and not right.name and right.form == "office"
        owner = left.form in ("state", "org") and left.marker == "of" and left.possessive and left.state != right.state
        if held and owner and links[at] in ("and", "comma"):
            left.office, left.form, left.marker, left.possessive = right.office, "office", right.marker, False


def only_state(actor: ActorMention) -> bool:
    return actor.form in ("state", "org", "group") and not (actor.office or actor.name or actor.possessive)


def _dealt(actor: ActorMention) -> bool:
    return only_state(actor) or (actor.form == "adj" and not (actor.office or actor.name))


def _rank_and_name(actor: ActorMention) -> bool:
    """Whether somebody is told by rank and name alone: ``le porte-parole de la junte, le colonel X,``."""
    return actor.name is not None and actor.office == "military_officer" and not actor.state


def merge_appositions(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
    """``The presidents of Russia, A, and of Belarus, B``, ``the envoys of Chad, A; Mali, B; and Peru, C``: each next
    state's person stands behind it after a comma. ``The envoys of Chad, A, resident in Cairo; of Mali, B``: a place
    may stand between. Where nothing shows that a name begins no comma need stand before it."""
    joined = ("comma", "direct") if pack.order == "vso" else ("comma",)
    at = 1
    while at + 1 < len(actors):
        first, state, person = actors[at - 1 : at + 2]
        if at > 1 and first.marker in ("in", "from") and not (first.office or first.name):
            first = actors[at - 2]
        before = folded[first.end : state.start]
        # "les ambassadeurs du Népal, A, du Mali, B, et du Togo, C"
        repeated = links[at - 1] == "of" and before.lstrip().startswith(",")
        parted = links[at - 1] == "and" or ";" in before or repeated
        # "les présidents russe, A, turc, B, et iranien, C": an adjective alone between two commas is one more's
        between = state.form == "adj" and links[at - 1] == "comma" and folded[state.end : person.start].startswith(",")
        shared = first.office and first.name and first.state and (parted or between)
        bare = state.form in ("state", "adj") and not (state.office or state.name)
        alone = person.only_named
        if shared and bare and alone and links[at] in joined:
            person.state, person.office, person.start = state.state, first.office, state.start
            person.marker = first.marker
            if ";" in before or repeated:
                links[at - 1] = "comma"  # the list goes on
            del actors[at], links[at]
        at += 1


def name_each(folded: str, actors: list[ActorMention], links: list[str]) -> None:
    """``Послы Кубы Хосе Санчес, Омана Али аль-Харти и Перу Хуан Кампо``: each state in the genitive has the office told
    once for all, and its holder's name stands right behind it, perhaps behind a dash."""
    at = 0
    while at < len(actors):
        first = actors[at]
        person = actors[at + 1] if at + 1 < len(actors) else None
        held = first.office and first.state and first.state_last
        if held and not first.name and person and person.only_named and folded[first.end : person.start] == _DASH:
            first.name = person.name
            first.form = "person"
            first.end = person.end
            links[at] = links[at + 1]
            del actors[at + 1], links[at + 1]
        while held and first.name and at + 2 < len(actors) and links[at] in ("and", "comma"):
            state, person = actors[at + 1 : at + 3]
            beside = folded[state.end : person.start] in (" ", _DASH)
            if not (state.form == "state" and not (state.office or state.name) and beside and person.only_named):
                break
            person.state = state.state
            person.office = first.office
            person.start = state.start
            person.state_last = True
            person.marker = first.marker
            person.nominative = first.nominative
            del actors[at + 1], links[at + 1]
            at += 1
        at += 1


_DASH = " - "


def merge_origins(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
    """``The envoy of the UN, the Senegalese X,``: the holder of an office by origin, who acts for the office's."""
    for at in range(len(actors) - 2, -1, -1):
        office, holder = actors[at : at + 2]
        whose = office.state or owned(folded, office, pack)  # "its director, the Argentine X"
        ranked = _ranked(office, holder)  # "the permanent secretary, Ambassador X"
        held = office.office not in (None, "=", "delegation") and (whose or ranked) and not office.name
        origin = holder.name and holder.state and (holder.office is None or holder.former) and not holder.state_last
        closed = folded.startswith((",", "."), holder.end)
        told = links[at] == "comma" or (closed and _complement(folded, office.end, holder.start))
        if not (held and (origin or ranked) and told):
            continue
        listed = links[at + 1] in ("and", "comma") and not folded[holder.end :].lstrip().startswith(",")
        if listed or folded[office.end : holder.start].count(",") > 1:
            continue
        office.name, office.form, office.end = holder.name, "person", holder.end
        links[at] = links[at + 1]
        del actors[at + 1], links[at + 1]


def _complement(folded: str, low: int, high: int) -> str:
    """What an office is for, where that stands between it and a comma: ``le médiateur de l'UA pour la Libye, le X``."""
    told = _FOR.fullmatch(folded, low, high)
    return told.group(1) if told else ""


_FOR = re.compile(r"\)? ([^,.;:()\"]{2,70}), (?:[^\W\d]{1,3}['\s]\s?)?")


@functools.cache
def _words_of(code: str, markers: tuple[str, ...]) -> tuple[str, ...]:
    """The words of some markers with the space behind them."""
    words = (word for marker in markers for word in load(code).markers.get(marker, ()))
    return tuple(word if word.endswith("'") else f"{word} " for word in words)


_HELD_FOR = ("of", "for", "to", "in", "at")


def name_behind_complement(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
    """``Le directeur de la compagnie nationale, M. X, a dit``: what the office is of stands between it and the name; or
    for what or where it is held, where its state is told: ``Le consul du Pérou à Kumasi, M. X,``."""
    of, held_for = _words_of(pack.code, ("of",)), _words_of(pack.code, _HELD_FOR)
    for at in range(len(actors) - 2, -1, -1):
        office, person = actors[at : at + 2]
        held = office.form == "office" and office.office not in ("=", "delegation") and not office.name
        named = person.only_named or _rank_and_name(person)
        if links[at] or not held or not named or not folded.startswith((",", "."), person.end):
            continue
        whose = office.state or owned(folded, office, pack)  # "its consul in Kumasi, X,"
        if pack.order == "v2" and not whose:
            continue  # "des Erzbischofs von Canterbury, X, zurückgehende": what is put in may go on
        told = _FOR.fullmatch(folded, office.end, person.start)
        of_it = told is not None and told.group(1).startswith(held_for if whose else of)
        if told is None or not of_it or any(re.fullmatch(pack.finite, word) for word in told.group(1).split()):
            continue
        if office.office in ("head_of_state", "head_of_government") and office.state is None:
            office.office = "other"  # "le président de la Fédération, X"
        office.name, office.form, office.end = person.name, "person", person.end
        links[at] = links[at + 1]
        del actors[at + 1], links[at + 1]


def name_behind_seat(folded: str, actors: list[ActorMention], links: list[str], pack: Pack) -> None:
    """``Генеральный консул Филиппин в Хайфе X``: the city where an envoy serves stands between office and name."""
    inside = _words_of(pack.code, ("in", "at"))
    for at in range(len(actors) - 2, -1, -1):
        office, person = actors[at : at + 2]
        held = office.form == "office" and office.office == "ambassador" and office.state and not office.name
        if links[at] or not held or not person.only_named:
            continue
        between = folded[office.end : person.start]
        seat = between.strip().split(" ")
        if between.endswith(" ") and len(seat) == _SEAT and between.lstrip().startswith(inside):
            office.name, office.form, office.end = person.name, "person", person.end
            links[at] = links[at + 1]
            del actors[at + 1], links[at + 1]


_SEAT = 2  # words: a preposition and a city
_RANKS = ("deputy_minister", "senior_official", "special_envoy", "secretary_general", "spokesperson")


def _ranked(office: ActorMention, holder: ActorMention) -> bool:
    """Whether a diplomat's rank stands before the name of who holds another office told right before."""
    return bool(office.office in _RANKS and holder.office == "ambassador" and holder.name and not holder.state)


def _of_ministers(actors: list[ActorMention], at: int, link: str) -> str:
    """``The economy minister, the minister of transport reported``: two unnamed ministers are two, comma or not."""
    if link == "comma" and at + 1 < len(actors):
        pair = actors[at : at + 2]
        if all(actor.office == "minister" and not actor.name for actor in pair):
            return "and"
    return link


def _of_states(actors: list[ActorMention], at: int, link: str, folded: str) -> str:
    """``Les ministres du Kazakhstan, de l'Ouzbékistan et du Kirghizistan``: the list repeats its preposition."""
    if link == "of" and at + 1 < len(actors):
        left, right = actors[at : at + 2]
        bare = right.form in ("state", "org") and not (right.name or right.office)
        if bare and left.state and not left.name and folded[left.end : right.start].lstrip().startswith(","):
            return "comma"
    return link


def _parted(actors: list[ActorMention], at: int, link: str) -> bool:
    """Whether a comma parts a place, "the presidents" there, or who invites from who acts: ``after the raid on Kabul,
    Presidents A and B said``, ``in the presence of the presidents, Ministers A and B signed``."""
    if link != "comma" or at + 1 >= len(actors):
        return False
    left, right = actors[at : at + 2]
    bare = left.form in ("state", "capital") and left.marker and not (left.name or left.office)
    several = (left.ref == "both" or left.ref in HEADS) and left.marker and right.name and right.office
    inviting = left.marker == "inviting"  # "met in Lima at A's invitation, the presidents of B and C agreed"
    return bool((bare or several or inviting) and (right.name or right.office) and not right.marker)


def _next_clause(actors: list[ActorMention], links: list[str], at: int, folded: str, pack: Pack) -> bool:
    """Whether a comma before the *and* parts somebody in no list from who acts next: ``broke off the talks with A, and
    the deputy X called``, ``sent tents to A, and B has sent food``."""
    if links[at] != "and" or at + 1 >= len(actors) or (at and links[at - 1] == "comma"):
        return False
    left, right = actors[at : at + 2]
    if not folded.startswith(",", left.end) or right.marker or right.ref or left.marker == "between":
        return False
    bare = left.form in ("state", "capital") and left.marker and not (left.name or left.office)
    acts = pack.finite and (left.marker or left.form == "institution") and acts_behind(right, folded, pack)
    return bool((bare and right.office) or acts)


def acts_behind(actor: ActorMention, folded: str, pack: Pack) -> bool:
    """Whether a finite verb stands right behind somebody."""
    behind = folded[actor.end : actor.end + _VERB].lstrip(")").split()[:1]
    return any(pack.looks("finite", word) or word in pack.sets["perfect"] for word in behind)


_VERB = 24  # letters of a verb behind who acts


def _with_somebody(actors: list[ActorMention], at: int, link: str) -> bool:
    """Whether a word for *and* that also means *with* joins no list: behind a place stands whom somebody meets there
    (``在基辅与丹麦首相签署``)."""
    if link != "and" or at + 1 >= len(actors):
        return False
    left, right = actors[at : at + 2]
    there = left.marker in ("in", "to", "from") and not (left.office or left.name)
    return bool(there and right.marker == "with" and (right.office or right.name))


def _begins(actors: list[ActorMention], at: int, link: str, folded: str, pack: Pack) -> bool:
    """Whether the *and* joins clauses: ``A broke with B and C has recalled its envoy``; two would have."""
    if link != "and" or at + 1 >= len(actors) or "singular" not in pack.verb_forms:
        return False
    left, right = actors[at : at + 2]
    if at == 0 or left.marker == "between" or right.marker:
        return False
    words = folded[right.end : right.end + 20].split()
    if not words or not pack.verb_form("singular", words[0]):
        return False
    told = folded[actors[0].end : left.start].split()  # a clause of its own has a verb of its own
    return any(pack.verb_form("singular", word) or re.fullmatch(pack.finite, word) for word in told)


def _listing(links: list[str]) -> list[str]:
    """Commas join a list only if it ends with an ``and``: elsewhere they part clauses."""
    out = list(links)
    for at in range(len(out) - 2, -1, -1):
        if out[at] == "comma" and out[at + 1] not in ("and", "comma+"):
            out[at] = ""
        elif out[at] == "comma":
            out[at] = "comma+"
    return ["comma" if link == "comma+" else link if link != "comma" else "" for link in out]


def _of_list(left: ActorMention, actor: ActorMention, pack: Pack) -> bool:
    """Whether a mention may share the office before it: ``presidents of A and B``, ``los presidentes ruso y chino``,
    ``his counterparts in Lima and Quito``."""
    if actor.form == "capital":
        return left.office == "="
    return actor.form in ("state", "org", "group") or (
        pack.adjective_after_office and actor.form == "adj" and actor.name is None
    )


def _only_articles(between: str, pack: Pack) -> bool:
    """Whether nothing but articles, which may tell a case, follows the *and* between two of a list: ``und dem``."""
    words = between.replace(",", " ").split()
    return bool(words) and all(word in pack.sets["articles"] or word in pack.sets["and"] for word in words)


def _own_behind(actors: list[ActorMention], links: list[str], at: int) -> bool:
    """Whether whoever stands behind somebody in a list tells the state for both: ``A and B of Jordan and C and D of
    Israel``."""
    last = actors[at + 1] if at + 1 < len(actors) and links[at] == "and" else None
    return bool(last and last.name and last.office and last.state_last)


def share(actors: list[ActorMention], links: list[str], pack: Pack, folded: str) -> list[ActorMention]:
    """Lists: an office told once for several states or persons, a marker told once for all."""
    links = [_of_states(actors, at, link, folded) for at, link in enumerate(links)]
    links = ["" if _parted(actors, at, link) else link for at, link in enumerate(links)]
    if not pack.case_of_head:
        links = ["" if _next_clause(actors, links, at, folded, pack) else link for at, link in enumerate(links)]
    if not pack.spelling.spaces:
        links = ["" if _with_somebody(actors, at, link) else link for at, link in enumerate(links)]
    links = ["" if _begins(actors, at, link, folded, pack) else link for at, link in enumerate(links)]
    links = _listing([_of_ministers(actors, at, link) for at, link in enumerate(links)])
    number = 0
    for at in range(len(actors) - 1):
        left, right, link = actors[at], actors[at + 1], links[at]
        if link not in ("and", "comma"):
            continue
        shared = right.office is None
        if not left.list_id:
            number += 1
            left.list_id = number
        right.list_id = left.list_id
        with_ = not pack.spelling.spaces and right.marker == "with" and left.marker
        # "en présence du ministre A et du ministre B": of a marker in several words the last is told again
        again = right.marker == "of" and left.marker in ("with", "by", "to") and left.office and right.office
        # "zwischen Serbien und dem Kosovo": what stands between two is told once
        only_case = left.marker and right.marker and _only_articles(folded[left.end : right.start], pack)
        shares = (not right.marker and not pack.postpositions) or with_ or again or only_case
        if shares or left.marker == "between":
            right.marker = left.marker
        if left.name and left.office and left.office != "=" and right.name and right.office is None:
            right.office = left.office
        elif left.office and not left.name and left.state and right.office is None and _of_list(left, right, pack):
            right.office, right.form = left.office, "office"
            if right.marker == "of":
                # "ministers of A and of B": it only says whose minister it is
                right.marker, right.nominative = left.marker, left.nominative
        # "el ministro, A, y la ministra de Y, B": what stands in an apposition is its own person's
        apart = pack.adjective_after_office and "," in folded[left.end : right.start]
        if apart:
            continue
        # "the president and his South African counterpart X": of another state
        behind = right.state_last and right.name and pack.order != "vso" and right.office != "="
        if pack.case_of_head and not shared:
            behind = False  # "minister A and minister of X B": a state before the name is that of the one named
        gives = behind or (right.form == "institution" and right.state)
        if gives and left.name and left.office and left.state is None and link == "and":
            left.state = right.state
        if (
            right.office
            and left.office
            and right.state is None
            and left.state
            and not left.implied
            and right.name
            and left.name
            and link == "and"
            and not (left.state_last and _own_behind(actors, links, at + 1))
        ):
            right.state = left.state if right.office != left.office else None
    for at in range(len(actors) - 2, -1, -1):
        left, right, link = actors[at], actors[at + 1], links[at]
        if (
            link in ("and", "comma")
            and (
                left.form == "adj"
                or (left.form == "state" and not pack.spelling.spaces)
                or (pack.order == "sov" and left.form in ("state", "org") and not left.possessive)
            )
            and left.office is None
            and right.office
            and right.state
            and not right.name
            and right.form == "office"
        ):
            left.office, left.form = right.office, "office"
    return actors
