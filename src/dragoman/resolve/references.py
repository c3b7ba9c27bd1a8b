"""References: whom offices alone, pronouns and words such as counterpart, guest and both sides stand for."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from dragoman.find.mention import ActorMention, Sentence, list_of
from dragoman.find.owners import owned
from dragoman.find.scan import Scan
from dragoman.find.tellers import teller
from dragoman.lang.pack import load
from dragoman.resolve.scene import MINISTERS, PRINCIPAL, UNIQUE, Scene

_BESIDE = 24  # letters of the word beside a pronoun, at most
_SPACE = 2  # letters before the first word of a sentence
_STEM = 4  # letters of a word at least by which somebody is told again
_ON_SIDE = 3  # words between an office and the side for which it is held
_QUOTED = 6  # sentences that a quotation may have behind the one in which somebody speaks of himself
_FROM = 6  # a space and a preposition
_WHERE = ("in", "to")  # how a place is told at which others are met


# offices that several persons of a state hold: the one told last is meant where such an office stands alone
_OF_STATE = 2  # words of an office and its state's adjective
_SHARED = (
    "ambassador", "special_envoy", "minister", "deputy_minister", "spokesperson", "senior_official",
    "military_officer", "governor",
)  # fmt: skip


_FACED = ("", "by", "with", "to")  # how somebody is told to whom another then turns


_UNNAMED = ("other", "delegation", "member_of_parliament", "business")  # not everybody who is one is the one told


_GENERAL = ("minister", "military_officer", "ambassador")  # what is also said of who holds a more particular office


_CALLED_LEADER = ("head_of_state", "head_of_government", "crown_prince", "deputy_head_of_government")  # by a loose word


_HEADS = (*UNIQUE, *MINISTERS)


_CLOSE = 8  # letters of an article between a verb of saying and who says so
_RULERS = ("head_of_state", "head_of_government")


def _told_from(row: Sentence) -> str | None:
    """The state whose capital a sentence begins with: ``In Ankara, the Foreign Ministry said``."""
    first = row.actors[0] if row.actors else None
    if first is None or first.marker != "in" or first.capital is None or first.start - row.span.start > 4:
        return None
    return first.capital


_GATHERED = 3  # sentences within which those who are gathered act by words that do not name them
_TOGETHER = ("", "by", "between")  # how those are told who act together


def _company(row: Sentence, spaces: bool) -> tuple[ActorMention, ...]:
    """Those of three or more states who act together in a sentence: in one list, or by a meeting."""
    if len(row.actors) < 3:
        return ()
    acting = [a for a in row.actors if a.state and not a.attributive and a.ref is None]
    first = next((a for a in acting if a.list_id and (a.marker in _TOGETHER or a.marker == "of")), None)
    listed = list_of(acting, first) if first else []
    if first and first.marker == "of" and first.start - row.span.start > _LED:
        listed = []
    if len({a.state for a in listed}) < 3 and any(cue.pattern.value == "meeting" for cue in row.cues):
        # where no article tells who is one told before, an office alone may be somebody new
        people = [a for a in acting if a.office and (a.name or not spaces)]
        listed = [a for a in people if a.marker in _TOGETHER or a.marker == "with"]
    return tuple(listed) if len({a.state for a in listed}) > 2 else ()


def _told_states(row: Sentence) -> set[str]:
    """The states for which somebody of a sentence acts, and with whom; no places."""
    acting = (a for a in row.actors if a.marker in _ACTING and not a.attributive and not (a.venue or a.capital))
    return {a.state for a in acting if a.state and a.ref is None}


_ACTING = ("", "by", "with", "between")


def _bare(row: Sentence) -> ActorMention | None:
    """The state that alone acts in a sentence which tells of nobody by name or office."""
    lead = row.first_bare()
    alone = lead is not None and lead.state and lead.form == "state" and not lead.list_id
    return lead if alone and not any(a.name or a.office for a in row.actors) else None


def _couple(row: Sentence) -> tuple[ActorMention, ...]:
    """Two states between which something stands in a sentence: ``the conflict between A and B``."""
    between = [a for a in row.actors if a.marker == "between" and a.state and a.list_id]
    return tuple(between) if len(between) == len({a.state for a in between}) == 2 else ()


_MINISTRIES = ("foreign_minister", "defence_minister", "minister")


def _lone(lead: ActorMention) -> str | None:
    """The state for which nobody by name or office acts in a sentence: ``Norway condemned ...``, ``Oslo said ...``."""
    alone = not (lead.name or lead.office or lead.list_id) and lead.form in ("state", "capital", "gov", "institution")
    return lead.state if alone or lead.ref == "country" else None


def _speaks(row: Sentence, lead: ActorMention | None) -> dict[int, str]:
    """The state that by itself is told to say something, with the paragraph: its spokesman may be told next."""
    alone = (
        lead is not None and lead.state and lead.form in ("capital", "gov", "state") and not (lead.name or lead.office)
    )
    if lead is None or not alone or not any(cue.pattern.value == "statement" for cue in row.cues):
        return {}
    return {row.paragraph: lead.state or ""}


_LED = 40  # letters before "the representatives of A, B and C" at the beginning of a sentence


class Resolver:
    """Goes through the text once, remembering who was told last."""

    def __init__(self, scan: Scan, scene: Scene) -> None:
        self._scan, self._scene = scan, scene
        self._last: ActorMention | None = None
        self._subject: ActorMention | None = None
        self._told: list[ActorMention] = []
        self._words: dict[str, set[str]] = {}  # the words with which each person was told
        self._listed: tuple[ActorMention, ...] = ()
        self._company: tuple[ActorMention, ...] = ()  # three or more states' actors told last as acting together
        self._company_at = self._number = 0  # the sentence that tells of them, and that in which something is looked up
        self._unnamed: dict[str, str] = {}  # the state of who was last told by an office without a name
        self._couple: tuple[ActorMention, ...] = ()  # two states between which the text told something last
        self._state: str | None = None  # the state that acted last, by itself or in an official
        self._sides: tuple[ActorMention, ...] = ()  # "the two presidents", if they acted last and verbs need no subject
        self._bare: ActorMention | None = None  # the state that acted by itself in the sentence before
        self._both = False  # whether the sentence before was about both sides together
        # whether a sentence may begin with a participle and its object
        self._fronts = scan.pack.order == "svo" and scan.pack.spelling.spaces
        self._speaks: dict[int, str] = {}  # by its paragraph, the state of which the sentence before said something
        self._ministry: str | None = None  # whose ministry or ruler's office was told last
        self._lone: str | None = None  # the state that alone acted, nobody by name, in the sentence before
        self._speaking: str | None = None  # whose ministry acted last

    def run(self) -> None:
        for number, row in enumerate(self._scan.sentences):
            self._number = number
            self._scene.gathered[number] = self._gathered()
            self._scene.spoken[number] = self._sides or self._listed or ((self._subject,) if self._subject else ())
            first: ActorMention | None = None
            object_ = row.lead(self._scan.folded)[:1] if self._fronts else []
            for at, actor in enumerate(row.actors):
                if actor.name and actor.ref in (None, "counterpart"):
                    self._words.setdefault(actor.name, set()).update(self._words_of(actor))
                self._resolve(actor, row, at)
                if actor.name or (actor.office and actor.state):
                    if first is None and actor.marker in ("", "by") and actor not in object_:
                        first = actor
                    self._last = actor
                if actor.name and actor.office:
                    self._told.append(actor)
                elif actor.office and actor.state and not actor.former and not self._owned(actor):
                    self._unnamed[actor.office] = actor.state
            self._bare = _bare(row) if self._scan.pack.genders else None
            company = _company(row, self._scan.pack.spelling.spaces)
            if company:
                self._company, self._company_at = company, number
            elif (
                self._company
                and len(others := _told_states(row)) > 1
                and not others <= {a.state for a in self._company}
            ):
                self._company_at = -1 - _GATHERED  # others are spoken of since
            self._couple = _couple(row) or self._couple
            lead = row.first_bare()
            if lead is not None and lead.state and not lead.list_id:
                self._state = lead.state
            acting = [a for a in row.actors if a.institution in _MINISTRIES and a.marker in ("", "by") and a.state]
            self._speaking = acting[0].state if acting else self._speaking
            self._lone = _lone(lead) if lead is not None else self._lone
            self._speaks = _speaks(row, lead)
            beside = list_of(row.actors, lead) if lead is not None else []
            self._both = any(a.ref in ("both", "both_heads") for a in beside)
            if lead is not None:
                # "the two premiers met. Then they signed": who acted last goes on, though no verb tells it
                together = self._scan.pack.comma_clauses and lead.ref in ("both", "both_heads") and lead.state is None
                self._sides = (lead,) if together else ()
            told_by = teller(row, self._scan.folded)
            if told_by is not None:
                self._subject, self._listed = told_by, ()  # "A and B will meet, X said. She added ..."
            elif first is not None:
                self._subject = first
                listed = [a for a in row.actors if a.list_id and a.list_id == first.list_id and a.state]
                self._listed = tuple(listed) if len(listed) > 1 else ()

    def _resolve(self, actor: ActorMention, row: Sentence, at: int) -> None:
        scene = self._scene
        if actor.name:
            person = scene.persons[actor.name]
            actor.state = actor.state or person.state
            if actor.office is None or ((actor.office == "=" or actor.loose) and person.office):
                actor.office = None if actor.former else person.office
            elif actor.office in _GENERAL and person.office in PRINCIPAL and not actor.former:
                actor.office = person.office  # "Minister X" of the foreign minister, "Colonel Y" of the envoy
        if actor.office == "=":
            self._counterpart(actor, row, at)
        if actor.name and scene.persons[actor.name].office is None and actor.office:
            scene.persons[actor.name].office = actor.office
        if actor.name and scene.persons[actor.name].state is None and actor.state:
            scene.persons[actor.name].state = actor.state
        if self._scan.pack.order == "sov":
            self._of_ministry(actor)
        if actor.ref and actor.office is None:
            self._reference(actor, row, at)
        elif actor.office and not actor.name and not actor.former:
            self._office_alone(actor, row, at)
        elif actor.form == "institution" and actor.state is None:
            head = row.actors[at + 1] if at + 1 < len(row.actors) else None
            led = head and head.name and head.marker == "of" and head.start - actor.end <= 6
            actor.state = scene.persons[head.name].state if led and head and head.name else None
            if actor.state is None and self._owned(actor):
                actor.state = self._owner(row, at)  # "its government"
            actor.state = actor.state or _told_from(row) or self._same_ministry(actor) or self._governed(actor, row, at)

    def _opposed(self, actor: ActorMention, row: Sentence, at: int) -> str | None:
        """The state in which somebody without an office, or a group, speaks of its ruler in a sentence that tells no
        other: ``the opposition accuses the king``, ``the leader of party X demands the resignation of the king``."""
        if actor.office not in _RULERS or actor.marker not in ("", "of"):
            return None
        acting = [a for a in row.actors[:at] if not a.marker and a.state and not a.attributive]
        inner = [a for a in acting if a.form == "group" or (a.office == "other" and a.name)]
        told = {a.state for a in row.actors[:at] if a.state}
        return inner[-1].state if inner and inner[-1] is acting[-1] and told == {inner[-1].state} else None

    def _same_ministry(self, actor: ActorMention) -> str | None:
        """Whose "the ministry" is, told by its bare word: of the state whose ministry acted last; so is one with its
        whole name where the text speaks from no state."""
        if actor.institution not in _MINISTRIES or " " in self._scan.folded[actor.start : actor.end]:
            return None
        return self._speaking if actor.institution == "minister" or self._scene.home is None else None

    def _governed(self, actor: ActorMention, row: Sentence, at: int) -> str | None:
        """Whose a bare "the government" is: of the state told before it in the sentence, else home; "the regime" is
        never at home."""
        home = self._scene.home
        told = [a.state for a in row.actors[:at] if a.state and a.ref is None and a.form != "org"]
        if self._scan.pack.words["of_others"]:
            words = self._scan.folded[actor.start : actor.end].replace("'", " ").split()
            if any(word in self._scan.pack.words["of_others"] for word in words):
                return next((state for state in reversed(told) if state != home), self._scene.other(home))
        return told[-1] if told and self._scan.pack.order == "svo" else home

    def _of_ministry(self, actor: ActorMention) -> None:
        """``Bakanlık`` alone, and its spokesman, are of the ministry told last."""
        if actor.institution is None:
            return
        words = self._scan.folded[actor.start : actor.end].split()
        bare = len(words) == 1 if actor.form == "institution" else actor.office == "spokesperson" and len(words) <= 4
        if actor.state is None and bare and not actor.name:
            actor.state = self._ministry
        if actor.institution == "foreign_minister":
            self._ministry = actor.state or self._scene.home

    def _counterpart(self, actor: ActorMention, row: Sentence, at: int) -> None:
        """``his Kazakh counterpart``: the office of the one told before, of the state told with it."""
        earlier = [a for a in row.actors[:at] if a.office and a.office != "=" and a.name != actor.name]
        unnamed = [a for a in row.actors[:at] if a.office and a.office != "=" and not a.name]
        # who has a counterpart is of another state
        earlier = [a for a in earlier if a.state is None or a.state != actor.state] or earlier
        if actor.marker in ("by", "with", "to"):
            # "was received by Minister A and later by his counterpart B": both face whoever acts
            earlier = [a for a in earlier if a.marker != actor.marker or a.list_id == actor.list_id != 0] or (
                [] if self._subject and self._subject.name else earlier
            )
        if not (earlier or unnamed) and actor.marker:
            # "at the invitation of his Turkish counterpart, the Mongolian president arrived"
            unnamed = [a for a in row.actors[at + 1 :] if a.office and a.office != "=" and not a.marker][:1]
            if unnamed and self._told_before(unnamed[0]):
                unnamed = []  # "with her counterpart X the minister discussed ...": she who was told before
            earlier = unnamed
        # "met the president, A, and her colleague, B": nobody is the colleague of one of his own state
        foreign = [a for a in earlier if actor.state is None or a.state != actor.state]
        foreign = [a for a in foreign if a.name or a.office not in _UNNAMED] or foreign
        models = foreign or earlier
        if not models and self._scan.pack.order in ("svo", "v2"):
            # "the Peruvian minister will meet his Kenyan counterpart": who acts here, whoever acted before
            models = [a for a in unnamed if not a.marker and a.state != actor.state and a.office not in _UNNAMED][-1:]
        model = models[-1] if models else self._subject or (unnamed[-1] if unnamed else None)
        if model is None:
            actor.office = None
            return
        actor.office = model.office
        beside = row.actors[at + 1] if at + 1 < len(row.actors) else None
        if actor.state is None and beside and beside.marker == "from" and 0 < beside.start - actor.end <= _FROM:
            actor.state = beside.state  # "his colleague from Latvia"
        if actor.state is None and actor.name and self._scene.persons[actor.name].state is None:
            # "in Washington he met his counterpart X": of the state told last beside the other's own
            told = [a.state for a in row.actors[:at] if a.form in ("capital", "state") and a.marker in _WHERE]
            actor.state = next((state for state in reversed(told) if state and state != model.state), None)
        if actor.state is None:
            actor.state = self._scene.other(model.state)
        if actor.name is None and actor.office:
            holder = self._scene.holder(actor.office, actor.state) if actor.state else None
            own = [p for p in self._scene.persons.values() if p.state == actor.state and p.office is None]
            if holder is None and len(own) == 1:
                holder = own[0]
                holder.office = actor.office
            if holder:
                actor.name, actor.office, actor.form = holder.name, holder.office, "person"

    def _told_before(self, actor: ActorMention) -> bool:
        """Whether an office without a name is a word for the subject told last: ``the minister``, ``the diplomat``."""
        if actor.name or self._subject is None or not self._subject.name:
            return False
        words = self._scan.folded[actor.start : actor.end].split()
        vague = any(word in self._scan.pack.again for word in words)
        minister = actor.office == "minister" and actor.state is None and self._subject.office in MINISTERS
        return vague or minister

    def _office_alone(self, actor: ActorMention, row: Sentence, at: int) -> None:
        scene = self._scene
        if self._by_loose_word(actor) or self._by_vague_word(actor):
            return
        if actor.state is None and self._untold(actor):
            actor.office = None  # "a diplomat said": of whatever state
            return
        if actor.state is None and actor.office == "delegation" and self._scan.pack.order == "sov":
            # "beraberindeki heyetle": of who was told before
            states = [a.state for a in row.actors[:at] if a.state]
            actor.state = states[-1] if states else self._subject.state if self._subject else None
        beside = row.actors[at + 1] if at + 1 < len(row.actors) else None
        sent = beside is not None and beside.marker == "from" and 0 < beside.start - actor.end <= 2 * _FROM
        if actor.state is None and actor.office == "delegation" and beside and sent:
            actor.state = beside.state  # "a delegation from the government of X"
        of_side = beside is not None and (beside.form == "adj" or beside.institution == "side")
        near = beside is not None and len(self._scan.folded[actor.end : beside.start].split()) <= _ON_SIDE
        if actor.state is None and beside and of_side and near and beside.start - actor.end < 30:
            actor.state = beside.state  # "the head of the commission on the Kazakh side"
        if actor.state is None and self._owned(actor):
            actor.state = self._owner(row, at)  # "its defence minister"
        if actor.state is None and actor.office:
            last = self._rather(actor, self._of_word(actor, row, at))
            told = last and self._scan.pack.comma_clauses and last.office in MINISTERS
            named = bool(told) and actor.office == "minister"
            if last and (named or last.office == actor.office) and last.state:
                last = self._by_word(actor, last)
                actor.office = last.office
                actor.state, actor.name = last.state, last.name
                return
            again = self._told_again(actor)
            if again:
                actor.state, actor.name, actor.office = again.state, again.name, again.office
                return
            holder = scene.holder(actor.office, None)
            later = holder is not None and holder.first > actor.start and actor.office in _HEADS
            if later and scene.home and scene.header.place:
                holder = scene.holder(actor.office, scene.home)  # nobody refers to whom he tells only later
            if holder is None and (actor.office in UNIQUE or self._scan.pack.comma_clauses):
                actor.state = self._unnamed.get(actor.office)  # "the king" again, whom the text does not name
            away = _told_from(row) if actor.office in ("spokesperson", "senior_official") else None
            if actor.office == "spokesperson":
                away = away or self._speaks.get(row.paragraph)
            if away is None and holder is None and actor.office in UNIQUE and row.actors[1:2] == [actor]:
                away = _told_from(row)  # "A Berlin, la chancelière"
            opposed = self._opposed(actor, row, at)
            if opposed:
                away, holder = opposed, scene.holder(actor.office, opposed)
            home = scene.home if actor.office not in ("other", "business") else None  # bishops, managers are anybody's
            actor.state = actor.state or away or (holder.state if holder else home)
        if not (actor.office and actor.state):
            return
        if actor.office in _SHARED:
            again = self._told_again(actor)
            if again and again.state == actor.state:
                actor.name, actor.office = again.name, again.office
        elif actor.office not in _UNNAMED:
            holder = scene.holder(actor.office, actor.state)
            if holder:
                actor.name = holder.name
        elif actor.office == "ambassador" and actor.state and self._scan.pack.order == "sov":
            envoys = [p for p in scene.persons.values() if (p.office, p.state) == ("ambassador", actor.state)]
            if len(envoys) == 1 and envoys[0].first < actor.start:
                actor.name = envoys[0].name

    def _rather(self, actor: ActorMention, last: ActorMention | None) -> ActorMention | None:
        """Rather than somebody told only as a counterpart whoever was told before with the office's own words."""
        if last is None or last.ref != "counterpart" or actor.office in UNIQUE or last.office != actor.office:
            return last
        held = [a for a in reversed(self._told) if a.office == actor.office and a.ref is None and a.name != last.name]
        return next((a for a in held if self._same_word(actor, a)), last)

    def _of_word(self, actor: ActorMention, row: Sentence, at: int) -> ActorMention | None:
        """Who is meant by an office that the subject told last may hold too: the other where the subject is told by
        another word ("the Foreign Minister" beside Secretary X) or stands in one list with it."""
        last = self._subject
        beside = {a.name for a in row.actors[:at] if actor.list_id and a.list_id == actor.list_id}
        if last is None or not last.name or last.office != actor.office or actor.office not in UNIQUE:
            return last
        holders = [a for a in reversed(self._told) if a.office == actor.office and a.state and a.name not in beside]
        same = [a for a in holders if self._same_word(actor, a)]
        fit = [a for a in holders if self._fits(actor, a)]
        if fit and not self._fits(actor, last):
            return fit[0]
        if last.name in beside or (same and all(a.name != last.name for a in same)):
            return next(iter(same or holders), last)
        return last

    def _told_again(self, actor: ActorMention) -> ActorMention | None:
        """``The ambassador`` alone: the one told last, where several hold such an office."""
        if actor.office not in _SHARED:
            return None
        offices = MINISTERS if actor.office == "minister" else (actor.office,)
        told = [a for a in self._told if a.state and actor.state in (None, a.state)]
        rows = [a for a in reversed(told[-4:]) if a.office in offices and a.name and self._fits(actor, a)]
        same = (a for a in rows if self._same_word(actor, a))
        one = " " not in self._scan.folded[actor.start : actor.end] and self._scan.pack.spelling.spaces
        bare = actor.office == "minister" and (self._scan.pack.case_of_head or one)  # "the minister" of whatever
        again = next(same, next((a for a in rows if bare or a.office == actor.office), None))
        if again is None and not rows:
            # told longer ago, but the only one of the kind
            held = [a for a in told if a.office in offices and a.name]
            again = held[-1] if len({a.name for a in held}) == 1 and self._same_word(actor, held[-1]) else None
        return again

    def _by_word(self, actor: ActorMention, last: ActorMention) -> ActorMention:
        """Of several with one office the one told with the same word: ``the Senate president``, not the Speaker."""
        if last.name is None or self._worded(actor, last.name):
            return last
        told = (a for a in reversed(self._told) if a.office == last.office and a.state and a.name)
        return next((a for a in told if a.name and self._worded(actor, a.name)), last)

    def _worded(self, actor: ActorMention, name: str) -> bool:
        """Whether a person has been told with the last word of the mention, in whatever case."""
        word = self._scan.folded[actor.start : actor.end].split()[-1]
        sex = self._gender([word])
        words = [told for told in self._words.get(name, ()) if len(told) >= _STEM and self._gender([told]) == sex]
        return any(told.startswith(word) or word.startswith(told) or told.endswith(word) for told in words)

    def _same_word(self, actor: ActorMention, told: ActorMention) -> bool:
        """Whether the office's word ends one with which somebody was told: ``Ministerin``, not ``Minister``."""
        folded, pack = self._scan.folded, self._scan.pack
        words = folded[actor.start : actor.end].split()
        # "الوزير السويدي", "le ministre suédois": the state's adjective stands behind
        first = len(words) == _OF_STATE and (pack.order == "vso" or pack.adjective_after_office) and actor.state
        word = words[0 if first else -1]
        for article in self._scan.pack.clitics.get("article", ())[:1]:
            word = word.removeprefix(article)  # "the minister" is told with one, "the Turkish foreign minister" without
        parts = folded[told.start : told.end].replace(",", " ").split()
        if self._scan.pack.order == "sov" and len(word) >= _STEM:
            return any(part.startswith(word) for part in parts)  # "Bakan" is the "Dışişleri Bakanı" told before
        if self._scan.pack.case_of_head and len(word) > _STEM:
            stem = word[:-1]  # "король" is the one told as "короля"
            return any(part.startswith(stem) or part.endswith(word) for part in parts)
        return any(part.endswith(word) for part in parts)

    def _owner(self, row: Sentence, at: int) -> str | None:
        """Whose something is behind a possessive: of the state told last, in this sentence or the one before."""
        told = [a for a in row.actors[:at] if a.state and a.state != row.actors[at].post]  # none sends to itself
        acting = [a for a in told if not a.attributive]
        states = [a.state for a in acting if a.name or a.office] or [a.state for a in acting or told]
        if not states and self._lone and self._scan.pack.order in ("svo", "v2"):
            return self._lone  # "China insisted on it. Its spokesman said ..."
        return states[-1] if states else self._subject.state if self._subject else None

    def _owned(self, actor: ActorMention) -> bool:
        """Whether a possessive stands right before the mention."""
        return owned(self._scan.folded, actor, self._scan.pack)

    def _by_loose_word(self, actor: ActorMention) -> bool:
        """``The Kazakh leader`` is whoever leads Kazakhstan here; ``the leader`` alone the one told last."""
        last = self._subject
        if actor.state is None and last and last.state:
            meant = (actor.loose and last.office in _CALLED_LEADER) or last.office in actor.variants
            if meant:
                actor.name, actor.office, actor.state = last.name, last.office, last.state
                return True
        if not actor.loose:
            return False
        person = self._scene.principal(actor.state) if actor.state else None
        if person is not None:
            actor.name, actor.office, actor.form = person.name, person.office, "person"
        elif actor.state is None:
            actor.office = None
        return True

    def _untold(self, actor: ActorMention) -> bool:
        """Whether a word that stands for somebody told before stands for nobody, where no article says that it must."""
        pack = self._scan.pack
        words = self._scan.folded[actor.start : actor.end].split()
        return not pack.sets["definite"] and len(words) == 1 and words[0] in pack.again and not self._told_again(actor)

    def _by_vague_word(self, actor: ActorMention) -> bool:
        """``Le diplomate kényan`` is whoever was told last of Kenya and may be called so."""
        pack, folded = self._scan.pack, self._scan.folded
        offices = next((pack.again[word] for word in folded[actor.start : actor.end].split() if word in pack.again), ())
        if not offices or self._told_again(actor):
            return False
        told = [a for a in reversed(self._told) if a.office in offices and a.state and actor.state in (None, a.state)]
        acting = (a for a in told if a.marker not in ("with", "after"))  # rather than who was there besides
        last = next(acting, told[0] if told else None)
        if last is not None:
            actor.name, actor.office, actor.state, actor.form = last.name, last.office, last.state, "person"
        return last is not None

    def _words_of(self, actor: ActorMention) -> list[str]:
        """The words of a mention, and the article before it with a blank."""
        folded = self._scan.folded
        words = folded[actor.start : actor.end].replace(",", " ").split()
        before = folded[max(0, actor.start - _BESIDE) : actor.start].split()[-1:]
        return [*words, *(f"{word} " for word in before)]

    def _fits(self, actor: ActorMention, told: ActorMention) -> bool:
        """Whether both may be a man or both a woman, as far as the words tell."""
        if not self._scan.pack.genders:
            return True
        one, other = self._gender(self._words_of(actor)), self._gender(self._words.get(told.name or "", ()))
        return one is None or other is None or one == other

    def _gender(self, words: Iterable[str]) -> str | None:
        """What the words with which somebody is told say of his or her sex."""
        sexes = {sex for word in words for sex in _sexes(self._scan.pack.code, word)}
        return sexes.pop() if len(sexes) == 1 else None

    def _agreeing(
        self, actor: ActorMention, target: ActorMention | None, row: Sentence, at: int
    ) -> ActorMention | None:
        """Whom a pronoun stands for if it cannot be the target: the last one told who may be he or she."""
        sex = self._gender(self._scan.folded[actor.start : actor.end].split())
        if sex is None or target is None or self._gender(self._words.get(target.name or "", ())) in (None, sex):
            return target
        low = row.clause_start(actor.start)
        if any(low <= a.start and not (a.marker or a.attributive) for a in row.actors[:at]) or self._several(actor):
            return target  # an object, or several
        begins = actor.start - row.span.start <= _SPACE or self._scan.folded[actor.start - 1] == "-"
        if self._scan.pack.order != "v2" and not begins:
            return target  # "il" of a clause may be any thing
        told = [a for a in (*self._told, *row.actors[:at]) if a.name]
        return next((a for a in reversed(told) if self._gender(self._words.get(a.name or "", ())) == sex), target)

    def _several(self, actor: ActorMention) -> bool:
        """Whether a verb in the plural stands beside a pronoun that may mean one or several: ``Sie hatten``."""
        regex, folded = self._scan.pack.genders.get("several"), self._scan.folded
        if regex is None:
            return False
        before, behind = folded[max(0, actor.start - _BESIDE) : actor.start], folded[actor.end : actor.end + _BESIDE]
        beside = (*before.split()[-1:], *behind.split()[:1])
        return any(regex.fullmatch(word.strip(",;:")) for word in beside)

    def _acting_state(self, actor: ActorMention, row: Sentence) -> str | None:
        """The state that acted by itself in the sentence before, where a pronoun that agrees with it begins the next
        and nobody told shortly before is meant: ``La France condamne. Elle réaffirme``."""
        bare = self._bare
        if bare is None or actor.marker or actor.start - row.span.start > _SPACE:
            return None
        sex, own = self._gender(self._scan.folded[actor.start : actor.end].split()), self._gender(self._words_of(bare))
        if sex is None or own not in (None, sex):
            return None
        person = self._subject or self._last
        known = self._gender(self._words.get(person.name or "", ())) if person is not None else ""
        return bare.state if known not in (sex, None) or (known is None and sex == "f" == own) else None

    def _outer_subject(self, actor: ActorMention, row: Sentence, at: int) -> ActorMention | None:
        """Who acts in the clause before that of a ``him``: ``X came to Minsk, where the president received him``."""
        pack, low = self._scan.pack, row.clause_start(actor.start)
        rows = [a for a in row.actors[:at] if a.end <= low and a.name and not a.attributive]
        if pack.order != "v2" or not rows:
            return None
        if pack.begins_relative(self._scan.folded, low) and not self._scan.folded.startswith(pack.words["where"], low):
            rows = rows[:-1]  # the last one is whom the clause hangs on
        return next((a for a in reversed(rows) if not a.marker), None)

    def _reference(self, actor: ActorMention, row: Sentence, at: int) -> None:
        scene = self._scene
        if actor.ref == "both_heads" and self._heads_named(row, at):
            actor.ref = None
        elif self._stresses(actor, row, at):
            last = row.actors[at - 1]
            actor.name, actor.office, actor.state, actor.form = last.name, last.office, last.state, last.form
        elif actor.ref == "he" and self._several(actor) and (self._both or self._listed):
            actor.ref = "both" if self._both else "they"
            actor.members = () if self._both else self._listed
        elif actor.ref == "he" and at == 0 and (state := self._acting_state(actor, row)):
            actor.state, actor.form = state, "state"
        elif actor.ref == "he":
            target = self._subject or self._last
            acting = [a for a in row.actors[:at] if a.marker in ("", "by")]
            unnamed = [a for a in acting if a.office and a.office not in _UNNAMED and a.state and not actor.marker]
            earlier = [a for a in acting if a.name or a in unnamed]
            target = earlier[-1] if earlier else target
            target = self._agreeing(actor, target, row, at)
            # "His Majesty": said of a head of state only
            ranks = self._scan.pack.honorifics.get(self._scan.folded[actor.start : actor.end].split()[0], ())
            ranked = [a for a in (*self._told, *row.actors[:at]) if a.name and a.office in ranks]
            if ranked and (target is None or target.office not in ranks):
                target = ranked[-1]
            if target:
                actor.name, actor.office, actor.state, actor.form = target.name, target.office, target.state, "person"
        elif actor.ref == "latter":
            told = [a for a in row.actors[:at] if a.name] or [a for a in self._told if a.name]
            told = [a for a in told if self._fits(actor, a)] or told
            if told:
                last = told[-1]
                actor.name, actor.office, actor.state, actor.form = last.name, last.office, last.state, "person"
        elif actor.ref == "him" and (outer := self._outer_subject(actor, row, at)):
            actor.name, actor.office, actor.state = outer.name, outer.office, outer.state
        elif actor.ref == "him":
            near = [a for a in row.actors[:at] if a.name]
            other = self._scene.other(near[-1].state) if near else None
            person = scene.principal(other) if other else None
            officials = [a for a in row.actors[:at] if (a.office or a.name) and a.state]
            others = [a for a in officials if a.state != officials[0].state]
            second = self._scan.pack.order == "v2"  # either side may come first there
            turned = others and others[-1].name and second and not officials[0].marker
            faced = None if self._scan.pack.comma_clauses or second else self._faced(actor, row, at)
            if (others and (self._scan.pack.comma_clauses or turned)) or faced:
                last = faced or others[-1]
                actor.name, actor.office, actor.state = last.name, last.office, last.state
            elif person and not any(a.name == person.name for a in row.actors[:at]):
                actor.name, actor.office, actor.state = person.name, person.office, person.state
        elif actor.ref in ("guest", "host") and self._across(actor, row, at):
            pass
        elif actor.ref in ("guest", "host"):
            state = scene.away or scene.header.place_state or scene.home
            state = scene.guest_state if actor.ref == "guest" else state
            beside = row.actors[at + 1] if at + 1 < len(row.actors) else None
            if actor.ref == "guest" and beside and beside.marker == "from" and beside.start - actor.end <= _FROM:
                state = beside.state or state  # "the guest from Colombia"
            person = scene.principal(state, actor.start) if state else None
            actor.state = state
            if person:
                actor.name, actor.office, actor.form = person.name, person.office, "person"
        elif actor.ref == "they" and self._both:
            actor.ref, actor.members = "both", self._company
        elif actor.ref in ("both", "both_heads") and self._of_company(actor):
            actor.members = self._company
        elif actor.ref == "both" and self._of_couple():
            actor.members = self._couple
        elif actor.ref == "they":
            actor.members = self._listed
        elif actor.ref == "three_heads":
            actor.ref = "both_heads"
            actor.members = self._last_of_states(3) or self._last_of_states(3, PRINCIPAL)
        elif actor.ref == "two_persons":
            actor.ref, actor.members = "both_heads", self._last_of_states(2, PRINCIPAL)
        elif actor.ref in ("both", "both_heads") and (listed := _listed_behind(row.actors, at)):
            actor.members = listed
        elif actor.ref == "both_heads" and actor.surface:
            actor.members = self._of_counted(actor) or self._holders(actor.surface, self._count(actor))
        elif actor.ref in ("both", "both_heads") and (members := self._of_counted(actor)):
            actor.members = members
        elif actor.ref in ("both", "both_heads") and self._count(actor) > 2:
            rows = self._scan.sentences
            known = {a.state for other in rows for a in other.actors if a.start < actor.start and a.form != "capital"}
            states = [state for state in scene.pair if state in known][: self._count(actor)]
            states = states if len(states) == self._count(actor) else []
            actor.members = tuple(ActorMention(actor.start, actor.start, "state", state) for state in states)
        elif actor.ref == "own":
            actor.state = self._owner(row, at)
        elif actor.ref == "country":
            first = all(a.attributive for a in row.actors[:at])
            actor.state = self._lone if first and not actor.marker else None
        elif actor.ref == "ministry":
            quoted = self._quoted(actor, row)
            actor.state = self._state_of(quoted) or self._speaking or scene.home
        elif actor.ref == "home":
            quoted = self._quoted(actor, row)
            actor.state = self._state_of(quoted) or scene.home or self._papers_own()
            if quoted is not None and quoted.name and self._is_we(actor):
                office = self._office_of(quoted)
                actor.members = (ActorMention(actor.start, actor.end, "person", actor.state, office, quoted.name),)
        elif actor.ref == "it":
            told = [a for a in row.actors[:at] if a.state and not a.marker and not a.attributive]
            bare = [a for a in told if not (a.name or a.office)] or told
            actor.state = bare[-1].state if bare else self._state
        elif actor.ref == "i":
            speaker = self._quoted(actor, row) or scene.header.speaker or self._subject
            if speaker is not None and speaker.name:
                actor.name, actor.office, actor.state = speaker.name, self._office_of(speaker), self._state_of(speaker)
                actor.form = "person"

    def _papers_own(self) -> str | None:
        """The state in which the papers of the language speak of themselves, where the text tells of it."""
        home = self._scan.pack.home
        return home if home and self._scene.weights.get(home, 0.0) > 1 else None

    def _heads_named(self, row: Sentence, at: int) -> bool:
        """Whether those who lead are named behind, and of no state: ``the leaders of the movement, X and Y, came``."""
        told = row.actors[at + 1] if at + 1 < len(row.actors) else None
        if told is None or not (told.name and told.list_id) or told.office or told.marker or told.state:
            return False
        return "," not in self._scan.folded[row.actors[at].end : told.start]

    def _is_we(self, actor: ActorMention) -> bool:
        return self._scan.folded[actor.start : actor.end] in self._scan.pack.words["we"]

    def _across(self, actor: ActorMention, row: Sentence, at: int) -> bool:
        """Whose "his guest", "her host" is: of the side which whoever acts faces; whether that is told."""
        words = self._scan.folded[actor.start : actor.end].split()
        if words[0] not in self._scan.pack.possessives and actor.state is None:
            return False
        acting = [a for a in row.actors[:at] if a.name and a.state and not a.marker]
        behind = [a for a in row.actors[at + 1 :] if a.name and a.state and not a.marker]
        model = acting[-1] if acting else behind[0] if behind else self._subject
        other = actor.state or (self._scene.other(model.state) if model is not None else None)  # "son hôte roumain"
        person = self._scene.principal(other, actor.start) if other else None
        actor.state = other
        if person is not None:
            actor.name, actor.office, actor.form = person.name, person.office, "person"
        return other is not None

    def _faced(self, actor: ActorMention, row: Sentence, at: int) -> ActorMention | None:
        """Of those told before a ``him`` in its sentence the one on the other side of whoever acts."""
        told = [a for a in row.actors[:at] if (a.office or a.name) and a.state and not a.attributive]
        acting = next((a for a in reversed(told) if not a.marker), None)
        if acting is None:
            return None
        others = (a for a in reversed(told) if a.state != acting.state and a.marker in _FACED)
        return next(others, None)

    def _stresses(self, actor: ActorMention, row: Sentence, at: int) -> bool:
        """Whether a pronoun between commas only stresses whom it stands behind: ``La Hongrie, elle, assure``."""
        folded = self._scan.folded
        told = at > 0 and folded[row.actors[at - 1].end : actor.start].strip() == ","
        return told and actor.ref in ("he", "him", "they") and folded.startswith(",", actor.end)

    def _quoted(self, actor: ActorMention, row: Sentence) -> ActorMention | None:
        """The person in whose quotation a word such as "our country" or "I" stands."""
        folded = self._scan.folded
        begin = folded.rfind("\n", 0, row.span.start) + 1  # each paragraph of a long quotation begins with its sign
        if not folded.startswith("-", row.span.start) and folded.count('"', begin, actor.start) % 2 == 0:
            return None
        close = folded.find('"', actor.end)
        if close >= row.span.end:
            row = self._closing(row, close)  # "I thank X. We agreed on Y", said Z
        low = actor.end if close < row.span.start else close
        says = [cue.end for cue in row.cues if cue.says and low < cue.start]
        for one in row.actors:
            # "We go on", a spokesman of A said
            told = one.name or (one.state and one.office and any(0 < one.start - end <= _CLOSE for end in says))
            if told and one.start > low and one.marker in ("", "by"):
                return one
        return self._subject

    def _closing(self, row: Sentence, close: int) -> Sentence:
        """The sentence of the same paragraph in which a quotation ends; the given one where none does."""
        first = bisect_right(self._scan.sentences, row.span.start, key=lambda other: other.span.start)
        for other in self._scan.sentences[first : first + _QUOTED]:
            if other.paragraph != row.paragraph:
                break
            if other.span.start <= close < other.span.end:
                return other
        return row

    def _state_of(self, speaker: ActorMention | None) -> str | None:
        person = self._scene.persons.get(speaker.name or "") if speaker else None
        return (speaker.state or (person.state if person else None)) if speaker else None

    def _office_of(self, speaker: ActorMention) -> str | None:
        person = self._scene.persons.get(speaker.name or "")
        return speaker.office or (person.office if person else None)

    def _of_couple(self) -> bool:
        """Whether "the two countries" are others than the text's main pair: those between which it told something."""
        states = {a.state for a in self._couple}
        return bool(self._scan.pack.counts) and bool(states) and not states <= set(self._scene.pair[:2])

    def _of_company(self, actor: ActorMention) -> bool:
        """Whether "the parties" are more than two: those told last, where the words count as many or do not count."""
        counts = self._scan.pack.counts
        words = self._scan.folded[actor.start : actor.end].split()
        told = next((counts[word] for word in words if word in counts), None)
        if told is None:  # "the parties" are those gathered now, "the participants" any told before
            sides = any(word.startswith(self._scan.pack.words["countries"]) for word in words)
            told = len(self._company) if not sides or self._number - self._company_at <= _GATHERED else 2
        return bool(counts) and self._scan.pack.spelling.spaces and told == len(self._company) > 2

    def _of_counted(self, actor: ActorMention) -> tuple[ActorMention, ...]:
        """Whom a reference stands for that counts as many as acted together last (``三位部长``), by name where told."""
        if self._count(actor) < 3 or len({a.state for a in self._company}) != self._count(actor):
            return ()
        people = actor.ref == "both_heads"
        return tuple(
            self._named(a) if people else replace(a, name=None, office=None, form="state") for a in self._company
        )

    def _named(self, actor: ActorMention) -> ActorMention:
        """Somebody told by an office alone with the name that the text so far tells for it."""
        told = (a.name for a in reversed(self._told) if (a.office, a.state) == (actor.office, actor.state))
        return replace(actor, name=actor.name or next(told, None))

    def _count(self, actor: ActorMention) -> int:
        """For how many a reference stands, by one of its words or its first letter: ``the three countries``,
        ``六国元首``."""
        counts, folded = self._scan.pack.counts, self._scan.folded
        words = folded[actor.start : actor.end].split() if self._scan.pack.spelling.spaces else [folded[actor.start]]
        return next((counts[word] for word in words if word in counts), 2)

    def _gathered(self) -> list[str]:
        """The states that acted together last, three or more, if one of the sentences right before tells of them."""
        if not self._company or self._number - self._company_at > _GATHERED:
            return []
        return list(dict.fromkeys(a.state for a in self._company if a.state))

    def _last_of_states(self, count: int, offices: tuple[str, ...] = _HEADS) -> tuple[ActorMention, ...]:
        """``the three leaders``: of each of the states told last the person told last."""
        found: dict[str, ActorMention] = {}
        for actor in reversed(self._told):
            if actor.state and actor.office in offices and len(found) < count:
                found.setdefault(actor.state, actor)
        return tuple(reversed(found.values())) if len(found) == count else ()

    def _holders(self, office: str, most: int = 2) -> tuple[ActorMention, ...]:
        """``the two ministers``: of each state the last told person with such an office."""
        wanted = MINISTERS if office in MINISTERS else (office,)
        found: dict[str, ActorMention] = {}
        for actor in reversed(self._told):
            if actor.office in wanted and actor.state:
                found.setdefault(actor.state, actor)
        return tuple(reversed(list(found.values())[:most])) if len(found) > 1 else ()


def _listed_behind(actors: list[ActorMention], at: int) -> tuple[ActorMention, ...]:
    """The states of ``the leaders of A, B and C``, where they are more than a pair."""
    first = actors[at + 1] if at + 1 < len(actors) else None
    if first is None or first.marker != "of" or not first.list_id or first.start - actors[at].end > _FROM:
        return ()
    states = [a for a in actors[at + 1 :] if a.list_id == first.list_id]
    bare = len(states) > 2 and all(a.state and not (a.name or a.office) for a in states)
    return tuple(states) if bare else ()


@functools.lru_cache(maxsize=50_000)
def _sexes(code: str, word: str) -> tuple[str, ...]:
    """What a word says of somebody's sex."""
    genders = load(code).genders
    return tuple(sex for sex, regex in genders.items() if sex != "several" and regex.fullmatch(word))
