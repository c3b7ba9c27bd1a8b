"""A candidate record while it is being made, and the view of a sentence from which frames make it."""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass, field

from dragoman.find.glue import marker_before, marker_behind
from dragoman.find.mention import ActorMention, Cue, DateMention, Sentence
from dragoman.find.scan import Scan
from dragoman.frame.roles import Slots, fill_slots, prefield, reduced, window
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import load
from dragoman.model import Actor
from dragoman.resolve.dates import resolve_date
from dragoman.resolve.scene import Scene
from dragoman.resolve.there import place_meant
from dragoman.text.sentences import Span
from dragoman.world import places_of_states


@dataclass(slots=True)
class Draft:
    """A mutable record with what merging needs to know besides: where it was told, how sure its date is."""

    kind: str
    status: str
    actors: list[Actor]
    spans: list[Span]
    type: str = "unspecified"
    act: str | None = None
    date: str | None = None
    end_date: str | None = None
    place: str | None = None
    topics: list[str] = field(default_factory=list)
    name: str | None = None
    sentence: int = 0
    at: int = 0
    to: int = 0  # where its cue ends
    told_date: bool = False
    inferred: bool = False  # a statement's type told by what is said only
    gap: int = 0  # how far from its cue the first actor stands
    background: bool = False
    own: bool = False  # told as done by the speaker's own side

    def states(self, role: str | None = None) -> set[str]:
        return {actor.state for actor in self.actors if actor.state and (role is None or actor.role == role)}


@functools.cache
def participle(code: str) -> re.Pattern[str]:
    """What participles of the language look like."""
    return re.compile(load(code).participle)


@functools.cache
def finite(code: str) -> re.Pattern[str]:
    """What finite verbs of the language look like."""
    return re.compile(load(code).finite or "(?!)")


@functools.cache
def present(code: str) -> re.Pattern[str]:
    """What verbs of the present tense look like."""
    return re.compile(load(code).present or "(?!)")


@functools.cache
def negation_regex(code: str) -> re.Pattern[str]:
    """A negation of the language that the next few words may hang on."""
    pack = load(code)
    words = [re.escape(word.lower()).replace(r"\*", r"\w*") for word in pack.words["negation"]]
    if "negative" in pack.verb_forms:
        words.append(pack.verb_forms["negative"].pattern)
    choice = "|".join(words) or "(?!)"
    # "n'a cessé de" denies nothing
    kept = "|".join(re.escape(word) for word in pack.words["affirming"]) or "(?!)"
    return re.compile(rf"(?<!\w)(?!(?:{kept})(?!\w))(?:{choice})(?!\w)" if pack.spelling.spaces else f"(?:{choice})")


@functools.cache
def _denies(code: str, source: str) -> bool:
    """Whether a cue pattern itself holds a negation."""
    return negation_regex(code).search(source) is not None


_SPACE = 2  # letters between a verb and the word that begins its complement


@functools.cache
def _beside(code: str) -> re.Pattern[str]:
    """A preposition of place or time with small words behind it, where all nouns have capitals."""
    pack = load(code)
    words = "|".join(re.escape(word) for marker in ("in", "after") for word in pack.markers.get(marker, ()))
    return re.compile(rf"(?<!\w)(?i:{words}) (?:[a-zß-ÿ]\w* ){{0,3}}$")


_COMMA = 20
_WORD_BEFORE = 30  # letters of the words before a date
_PARTICIPLE = 24  # letters that a participle before a noun may have
_JUST = 7  # days
_MOMENTS = ("visit", "meeting", "document", "message", "accreditation", "body")  # what does not last
_UNTIL = ("action", "document", "exchange", "visit")  # what may go on until a day
_POST = 4  # letters between an embassy and the city it is in
_LEADS = 3  # letters from a comma within which a verb goes on with the clause before
_MONTHS_BACK = 8
_COMING = ("visit", "meeting", "exchange")  # what a coming day makes planned: they do not reach into the future
_LASTING = ("action", "exchange")  # what has begun and lasts until a later day goes on
_YEAR_END = 8  # months between one that may be last year's and this one
_BEFORE_VERB = 4  # adverbs and conjunctions
_STATUS_REACH = {"cancelled": 60, "planned": 60, "proposed": 45, "ongoing": 40, "background": 60, "done": 30}


class View:
    """One cue in its sentence, with everything a frame asks about it."""

    def __init__(self, scan: Scan, scene: Scene, number: int, cue: Cue) -> None:
        self.scan, self.scene, self.number, self.cue = scan, scene, number, cue
        self.sentence: Sentence = scan.sentences[number]
        self.window = window(self.sentence, cue)
        self._slots: Slots | None = None
        self._verbal: bool | None = None

    @property
    def slots(self) -> Slots:
        if self._slots is None:
            self._slots = fill_slots(self.sentence, self.cue, self.scan.folded, self.scan.pack)
            if self._of_speakers and not self.cue.impersonal:
                self._slots["subj"] = self._own_side()
            dropped = self.scan.pack.pro_drop and self.verbal and not self.cue.impersonal and self._leads
            if dropped and not self._slots.get("subj"):
                self._slots["subj"] = list(self.scene.spoken.get(self.number, ()))
            if "him" in self.args:
                self._slots["him"] = self._object_pronoun(self._slots.get("subj", []))
        return self._slots

    @property
    def prefield(self) -> tuple[int, int]:
        """What belongs to the clause before a relative clause that parts it."""
        return prefield(self.sentence, self.cue, self.scan.folded, self.scan.pack)

    def _object_pronoun(self, subject: list[ActorMention]) -> list[ActorMention]:
        """Whom the pronoun in a cue stands for (``l'a invité``): the other side's leading person, told before."""
        state = self.scene.other(subject[0].state) if subject and subject[0].state else None
        person = self.scene.principal(state, self.cue.start) if state else None
        at = self.cue.start
        if person is None:
            return [ActorMention(at, at, "state", state)] if state else []
        return [ActorMention(at, at, "person", person.state, person.office, person.name)]

    @property
    def _of_speakers(self) -> bool:
        """Whether the verb says what the speakers themselves do (``kınıyoruz``) outside of a quotation's own line."""
        pack, folded = self.scan.pack, self.scan.folded
        if "own" not in pack.verb_forms:
            return False
        last = folded[self.cue.start : self.cue.end].rsplit(None, 1)[-1]
        if pack.verb_form("suspended", last) and folded.startswith((",", " "), self.cue.end):
            # "kınıyor, ... diliyoruz": of verbs in a row only the last tells the person
            last = folded[self.cue.end : self.sentence.span.end].rstrip(" .!").rsplit(None, 1)[-1]
        return pack.verb_form("own", last)

    def _own_side(self) -> list[ActorMention]:
        """Whose "we" it is: of who is quoted, else of the ministry or agency that speaks."""
        quoted = '"' in self.scan.folded[self.sentence.span.start : self.sentence.span.end]
        before = self.scan.folded.count('"', 0, self.sentence.span.start) % 2 == 1
        if quoted or before:
            return [a for a in self.slots_subject if not a.marker] or list(self.scene.spoken.get(self.number, ()))
        home = self.scene.home or self.scan.pack.home
        return [ActorMention(self.cue.start, self.cue.start, "state", home)] if home else []

    @property
    def slots_subject(self) -> list[ActorMention]:
        """The subject that the clause itself tells."""
        return (self._slots or {}).get("subj", [])

    @property
    def _leads(self) -> bool:
        """Whether the verb may do without a subject: no noun, and so no subject that is nobody, stands before it."""
        if self.scan.pack.order in ("vso", "sov"):
            return True
        at = max(self.window[0], self.scan.folded.rfind(",", self.sentence.span.start, self.cue.start) + 1)
        if not self.scan.pack.spelling.spaces:
            return self.cue.start - at <= _BEFORE_VERB * 3
        words = self.scan.folded[at : self.cue.start].split()
        return len(words) <= _BEFORE_VERB and not any(word in self.scan.pack.words["articles"] for word in words)

    @property
    def args(self) -> dict[str, str]:
        group = self.cue.pattern.group
        return dict(group.args) if group else {}

    def rule(self, table: str, value: str, reach: int | None = None) -> bool:
        """Whether a rule of the pack holds near the cue (inside its clause)."""
        reach = _STATUS_REACH.get(value, 60) if reach is None else reach
        if self._by_participle:
            reach = 0
        if not self.scan.pack.spelling.spaces:
            reach //= 2  # a letter is a word or half of one
        low, high = self.window
        if table == "status":
            low = self._joined(self._with_attribute(low), value)
        if value == "proposed" and self.scan.pack.order == "svo" and self._wished(low):
            return True
        for rule in self.sentence.rules:
            if rule.pattern.table == table and rule.pattern.value == value and low <= rule.start < high:
                gone = self._ends_something or (self.cue.pattern.value != "visit" and self.scan.pack.comma_clauses)
                own = value == "proposed" or (value == "cancelled" and gone)
                if own and rule.start < self.cue.end and self.cue.start < rule.end:
                    continue  # "called on the president" is no call; an agreement's ending is itself no ended one
                if value == "planned" and rule.start >= self.cue.end and self._agreed_at(rule.start):
                    continue  # "met X and agreed to ..."
                distance = self.cue.distance(rule)
                behind = rule.start >= self.cue.end and self.scan.pack.order == "svo"
                if behind and value == "planned" and reduced(self.scan.folded, self.cue, self.scan.pack):
                    continue  # "the committee, set up in March, will meet"
                if behind and value == "proposed" and "," in self.scan.folded[self.cue.end : rule.start]:
                    continue  # "on a visit to A, the minister called for ..."
                if distance <= (reach // 2 if behind else reach):
                    return True
        return False

    def _wished(self, low: int) -> bool:
        """Whether the clause is what a word right before it proposes or asks for: ``proposed that they meet``."""
        if low not in self.sentence.barriers:
            return False
        rules = (r for r in self.sentence.rules if r.pattern.table == "status" and r.pattern.value == "proposed")
        return any(0 <= low - rule.end <= _SPACE for rule in rules)

    def _with_attribute(self, low: int) -> int:
        """The clause with the participle right before its cue's noun: ``imzalanacak anlaşma``."""
        if "attributive" not in self.scan.pack.verb_forms:
            return low
        words = self.scan.folded[max(self.sentence.span.start, self.cue.start - _PARTICIPLE) : self.cue.start].split()
        if words and self.scan.pack.verb_form("attributive", words[-1]):
            return min(low, self.cue.start - len(words[-1]) - 1)
        return low

    def _agreed_at(self, start: int) -> bool:
        """Whether words of what is to come are a verb of their own behind the cue, where commas part clauses."""
        own = self.cue.pattern.group is not None and self.cue.pattern.group.verb and self.cue.pattern.value == "meeting"
        told = (cue for cue in self.sentence.cues if cue.says and cue.type == "pledge" and cue.start == start)
        return bool(own and self.scan.pack.comma_clauses and next(told, None))

    def _joined(self, low: int, value: str) -> int:
        """Where the clause before begins, if this one only goes on with it: ``决定举办……，并成立……``."""
        pack, folded = self.scan.pack, self.scan.folded
        if not pack.comma_clauses:
            return low
        leads = value == "planned" and self.cue.start - low <= _LEADS
        done = (rule for rule in self.sentence.rules if rule.pattern.value == "done")
        leads = leads and not any(self.cue.start <= rule.start <= self.cue.end for rule in done)
        while low in self.sentence.barriers and (leads or folded.startswith(pack.words["and"], low + 1)):
            low = max((b for b in self.sentence.barriers if b < low), default=self.sentence.span.start)
            leads = False
        return low

    @property
    def _ends_something(self) -> bool:
        group = self.cue.pattern.group
        if group is None:
            return False
        return group.act in ("terminate", "close") or (group.kind == "action" and self.scan.pack.order == "sov")

    @property
    def verbal(self) -> bool:
        """Whether the cue ends or begins with a participle: it then tells an act, and does not name one."""
        if self._verbal is None:
            self._verbal = self._is_verbal()
        return self._verbal

    def _is_verbal(self) -> bool:
        if self.cue.pattern.group and self.cue.pattern.group.verb:
            return True
        words = self.scan.folded[self.cue.start : self.cue.end].split()
        if self.scan.pack.order == "sov":
            return finite(self.scan.pack.code).fullmatch(words[-1]) is not None
        if self.scan.pack.finite and any(finite(self.scan.pack.code).fullmatch(word) for word in words[:2]):
            return True
        return any(participle(self.scan.pack.code).fullmatch(word) for word in (words[0], words[-1]))

    @property
    def negated(self) -> bool:
        """Whether the clause denies the cue: a negation shortly before or in it, or behind where verbs come first."""
        code = self.scan.pack.code
        if _denies(code, self.cue.pattern.source):
            return False
        # where verbs come last the verb itself denies, or a word behind it
        reach = 30 if self.scan.pack.spelling.spaces else 8
        low = self.cue.start if self.scan.pack.order == "sov" else max(self.window[0], self.cue.start - reach)
        high = self.cue.end if self.scan.pack.order == "svo" else min(self.window[1], self.cue.end + 12)
        high = self.cue.end if self._by_participle else high
        return negation_regex(code).search(self.scan.folded, low, high) is not None

    @property
    def _by_participle(self) -> bool:
        """Whether the cue is a participle and its noun; the verb behind says nothing of it: ``the team they sent``."""
        pack = self.scan.pack
        if not pack.verb_forms:
            return False
        words = self.scan.folded[self.cue.start : self.cue.end].split()
        leads = len(words) > 1 and (pack.verb_form("attributive", words[0]) or pack.verb_form("nominal", words[0]))
        return leads and not self.verbal

    @property
    def denied(self) -> bool:
        """Whether a negation right before a plain verb of saying tells that nothing was said: ``did not say``."""
        group = self.cue.pattern.group
        before = self.scan.folded[self.window[0] : self.cue.start].split()[-1:]
        return bool(group and group.type == "inform" and before and before[0] in self.scan.pack.words["negation"])

    def status(self, default: str = "done") -> str:
        group = self.cue.pattern.group
        if group and group.status:
            if group.status in ("planned", "ongoing", "done") and self.rule("status", "cancelled"):
                return "cancelled"
            return group.status
        if self.cue.clitic.endswith(tuple(self.scan.pack.clitics.get("planned", ()))) and self.verbal:
            return "cancelled" if self.rule("status", "cancelled") else "planned"
        reach = 30 if group and group.kind == "visit" and not self.verbal and not self.slots.get("subj") else None
        for value in ("cancelled", "planned", "proposed", "ongoing"):
            if value == "proposed" and group and group.kind in ("message", "accreditation"):
                continue  # these are done or will be; nobody proposes them in a dispatch
            if value in ("planned", "proposed") and self._circumstance:
                continue
            if self.rule("status", value, reach):
                if value == "ongoing" and self.scan.pack.comma_clauses and self._coming:
                    return "planned"  # "from the 26th on", told before
                return value if value == "cancelled" or not self._past else default
        if default == "done" and (goes_on := self._goes_on()):
            return goes_on.status(default)
        return "planned" if default == "done" and self._coming else default

    def _goes_on(self) -> View | None:
        """The event that a verb only leads to: ``giderek ... görüşecek`` is as sure or unsure as what follows."""
        if self.cue.pattern.value == "statement" or "linking" not in self.scan.pack.verb_forms:
            return None
        last = self.scan.folded[self.cue.start : self.cue.end].rsplit(None, 1)[-1]
        if not self.scan.pack.verb_form("linking", last):
            return None
        events = (cue for cue in self.sentence.cues if cue.start > self.cue.end and cue.pattern.value != "statement")
        cue = next((cue for cue in events if cue.pattern.group and not cue.pattern.group.content), None)
        return View(self.scan, self.scene, self.number, cue) if cue else None

    @property
    def _circumstance(self) -> bool:
        """Whether a noun only tells when something else was said or agreed: ``bei dem Treffen vereinbarten sie``."""
        pack = self.scan.pack
        if pack.capitals != "nouns" or self.cue.pattern.value not in ("meeting", "body") or self.verbal:
            return False
        low = max(self.window[0], self.cue.start - 40)
        if _beside(pack.code).search(self.scan.text, low, self.cue.start) is None:
            return False
        mention = self.date_mention()
        day = resolve_date(mention, self.scene.date, future=False)[0] if mention else None
        return day is None or day <= self.scene.date.isoformat()[: len(day)]

    @property
    def _coming(self) -> bool:
        """Whether the clause's own day is still to come: a later one, or in the present tense a day that is not today.

        ``will`` may be left out: ``the minister leaves for Malacca on Thursday``.
        """
        mention = self.date_mention()
        if mention is not None and mention.unit == "week" and (mention.offset or 0) > 0:
            return True
        if mention is None or mention.unit != "day" or mention.turn < 0:
            return False
        if mention.weekday is None or mention.weeks is not None:
            date, _ = resolve_date(mention, self.scene.date, future=False)
            return date is not None and date > self.scene.date.isoformat()
        return mention.weekday != self.scene.date.isoweekday() and self._present

    @property
    def _present(self) -> bool:
        """Whether the cue's verb, or where participles stand last the clause's, is of the present tense."""
        regex = present(self.scan.pack.code)
        words = self.scan.folded[self.cue.start : self.cue.end].split()
        return bool(self.scan.pack.present) and any(regex.fullmatch(word) for word in words[:2])

    @property
    def _past(self) -> bool:
        """Whether the clause's own date lies before the dispatch's: what has a past day is not planned."""
        mention = self.date_mention()
        told = mention is not None and any(n is not None for n in (mention.offset, mention.months, mention.weeks))
        if mention is None or not (told or mention.year or mention.years or mention.turn < 0):
            return False
        date, _ = resolve_date(mention, self.scene.date, future=False)
        if date is None or date >= self.scene.date.isoformat()[: len(date)]:
            return False
        # what was agreed these days is still to come; a verb that stands last says itself when it is done
        last = self.scan.pack.order == "sov"
        return last or len(date) < 10 or date < (self.scene.date - datetime.timedelta(days=_JUST)).isoformat()

    @property
    def background(self) -> bool:
        return self.rule("status", "background") and not (self.rule("status", "same_day") and not self.sentence.dates)

    def qualifier(self, kind: str) -> str | None:
        """The type that a qualifier of the kind near the cue gives, the nearest first."""
        best: tuple[int, str] | None = None
        # a clause ends with its verb, or a comma parts it: what stands behind is of another
        last = self.scan.pack.order == "sov" or (kind == "visit" and self.scan.pack.comma_clauses)
        for rule in self.sentence.rules:
            if rule.pattern.table == "qualifier" and rule.pattern.form == kind:
                distance = self.cue.distance(rule)
                if last and not self.window[0] <= rule.start < self.window[1]:
                    continue
                if best is None or distance < best[0]:
                    best = (distance, rule.pattern.value)
        return best[1] if best else None

    def date_mention(self) -> DateMention | None:
        """The date that goes with the cue: in its clause, else alone in the sentence; a day before a month or year."""
        low, high = self.window
        low = max(low, self.scene.header.end)  # the dateline's day is nobody's but the dispatch's
        inside = [d for d in self.sentence.dates if low <= d.start < high]
        if self.scan.pack.comma_clauses and self.cue.pattern.value == "statement":
            # what is said has days of its own; when it is said stands before
            first = min(cue.start for cue in self.sentence.cues if cue.pattern.value == "statement")
            inside = [d for d in inside if d.unit == "day"]
            earlier = [d for d in self.sentence.dates if d.end <= first and d.unit == "day"]
            return next((d for d in reversed(inside) if d.end <= self.cue.start), earlier[-1] if earlier else None)
        if self.scan.pack.comma_clauses and not inside:
            # a date that opens the sentence is that of all its clauses
            first = min(cue.start for cue in self.sentence.cues)
            inside = [d for d in self.sentence.dates if d.end <= first][-1:]
        if self._tells_where and not inside:
            inside = [d for d in self.sentence.dates if d.end <= low][-1:]  # "will go to X on Monday, where"
        alone = [d for d in self.sentence.dates if not self._aside(d)] if len(self.sentence.cues) <= 2 else []
        rows = inside or alone
        if not rows and self.scan.pack.order == "sov":
            # what says when stands before the participles that come between it and the verb
            dates = self.sentence.dates
            rows = [d for d in dates if d.end <= self.cue.start][-1:]
            if rows and self._of_arrival(rows[0]):
                return None
            parted = any(self.cue.end <= b <= dates[0].start for b in self.sentence.barriers) if dates else True
            if not rows and len(dates) == 1 and not parted:
                rows = dates
        rows = [d for d in rows if not self._belongs_elsewhere(d) and not self._ends(d)]
        if self.cue.pattern.value in _MOMENTS:
            # "the first visit since 2005"
            rows = [d for d in rows if not self._behind_word(d, self.scan.pack.words["since"])]
        if not rows:
            return None
        # where the verb comes last its day may stand far before it, and a year right before its object
        coarse = 60 if self.scan.pack.order == "sov" else 15
        return min(rows, key=lambda d: self._apart(d.start, d.end) + (coarse if d.unit != "day" else 0))

    def _of_arrival(self, date: DateMention) -> bool:
        """Whether a date says when somebody came who is met: ``dün gelen X ile görüştü``."""
        pack, folded = self.scan.pack, self.scan.folded
        if self.cue.pattern.value != "meeting":
            return False
        went = (c for c in self.sentence.cues if c.pattern.value == "visit" and date.end <= c.start < self.cue.start)
        return any(pack.verb_form("attributive", folded[c.start : c.end].rsplit(None, 1)[-1]) for c in went)

    def _aside(self, date: DateMention) -> bool:
        """Whether a date stands in a relative clause, and so is of what that tells: ``A, elected in May, met B``."""
        at = max((b for b in self.sentence.barriers if b <= date.start), default=None)
        return at is not None and self.scan.pack.begins_relative(self.scan.folded, at)

    def _ends(self, date: DateMention) -> bool:
        """Whether something goes on until a date: ``5 Mayıs'a kadar``, ``hasta el viernes``; not if the cue says so."""
        pack, folded = self.scan.pack, self.scan.folded
        words = pack.words["until"]
        if pack.postpositions:
            return folded[date.end : date.end + 12].split()[:1] in [[word] for word in words]
        group = self.cue.pattern.group
        postponed = group is not None and group.status == "planned"  # "postponed until"
        own = postponed and self.cue.start < date.start < self.cue.end + 20
        return not own and self._behind_word(date, words)

    def _behind_word(self, date: DateMention, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands right before a date, or before its article."""
        if not words:
            return False
        pack = self.scan.pack
        before = self.scan.folded[max(self.window[0], date.start - _WORD_BEFORE) : date.start].split()
        told = " ".join(before)
        while before and (before[-1] in pack.words["articles"] or before[-1] in pack.dates.next):
            before.pop()
        rows = [row for row in (told, " ".join(before)) if row.endswith(words)]
        return any(row.endswith(word) and not row[: -len(word)][-1:].isalpha() for row in rows for word in words)

    def _apart(self, start: int, end: int) -> int:
        """How far a stretch stands from the cue; commas between part them further."""
        low, high = (self.cue.end, start) if start >= self.cue.end else (end, self.cue.start)
        return max(high - low, 0) + _COMMA * self.scan.folded.count(",", low, max(high, low))

    def _belongs_elsewhere(self, date: DateMention) -> bool:
        """Whether another act stands right before the date: ``signed on May 3, has entered into force``."""
        mine = self.cue.distance(date)
        for cue in self.sentence.cues:
            group = cue.pattern.group
            own = self.cue.pattern.group
            if group is None or own is None or group.content or (group.kind, group.act) == (own.kind, own.act):
                continue
            apart = cue.end <= self.cue.start or self.cue.end <= cue.start
            last = self.scan.folded[cue.start : cue.end].rsplit(None, 1)[-1]
            between = group.kind == own.kind and date.end <= cue.start and cue.end <= self.cue.start
            if between and self.scan.pack.verb_form("attributive", last):
                return True  # "2022'de imzalanan anlaşmayı onayladı"
            if apart and group.kind == own.kind and 0 <= date.start - cue.end < min(mine, 12):
                return True
        return False

    def date(self, status: str) -> tuple[str | None, str | None]:
        mention = self.date_mention()
        goes_on = self.scan.pack.order == "sov" or self.cue.pattern.value in _UNTIL
        until = next((d for d in self.sentence.dates if goes_on and self._ends(d)), None)
        end = resolve_date(until, self.scene.date, future=True)[0] if until else None
        if mention is None:
            return None, end
        future = status in ("planned", "proposed", "cancelled") or self._to_come(mention)
        first, last = resolve_date(mention, self.scene.date, future)
        if first and not future and not self._believable(mention, first):
            return None, None
        return first, last or self._until(first)

    def _until(self, first: str | None) -> str | None:
        """The day up to which the rest of the sentence says that something goes on that begins on another."""
        dates = [d for d in self.sentence.dates if d.start >= self.window[0] and d.unit == "day" and self._ends(d)]
        if not dates or not first or len(first) < 10:
            return None
        last, _ = resolve_date(dates[0], datetime.date.fromisoformat(first), future=True)
        return last if last and last > first else None

    def _is_later(self, date: str) -> bool:
        """Whether a date, as fine as it is told, lies behind the dispatch's."""
        return date > self.scene.date.isoformat()[: len(date)]

    def _believable(self, mention: DateMention, date: str) -> bool:
        """Whether what is done may have been done then: not later than the dispatch, nor in a month without a year that
        is nearer ahead than behind (``the festival in October``, told in September)."""
        today = self.scene.date
        if self._is_later(date) and self.cue.pattern.value != "visit":
            return False
        open_year = mention.month and mention.year is None and mention.turn == 0
        return not open_year or (today.month - int(date[5:7])) % 12 <= _MONTHS_BACK

    def _to_come(self, mention: DateMention) -> bool:
        """Whether a month without a year is to come, in a language that says of a past one that it was last year's."""
        if not self.scan.pack.comma_clauses or mention.month is None or mention.year or mention.years is not None:
            return False
        return 0 < mention.month - self.scene.date.month <= _YEAR_END

    def _said_on(self, date: str, status: str, kind: str) -> bool:
        """Whether what is to come is told with a day that is over: that on which somebody said so."""
        today = self.scene.date.isoformat()
        now = status == "proposed" or kind not in _COMING
        over = date < today[: len(date)] or (date == today and now)
        return over and status in ("planned", "proposed")

    def place_hits(self) -> list[Hit]:
        low, high = self.window
        return [hit for hit in self.sentence.places if low <= hit.start < high and hit.start >= self.scene.header.end]

    def place(self, markers: tuple[str, ...] = ("in",)) -> tuple[str | None, str | None]:
        """The place told after one of the markers, nearest to the cue: English name and state.

        The clause comes first; without a place there, the only one of the sentence counts.
        """
        low, high = self.window
        marked = [hit for hit in self.sentence.places if self._marked(hit, markers)]
        inside = [hit for hit in marked if low <= hit.start < high]
        if self.scan.pack.order != "sov":
            marked = [hit for hit in marked if hit.start < self.cue.start]
        rows = inside or (marked if len(marked) == 1 else [])
        if not rows and self.scan.pack.order == "sov":
            rows = [hit for hit in marked if hit.end <= self.cue.start][-1:]
        rows = self._told_before(inside) or rows
        if not rows:
            return None, None
        return places_of_states(min(rows, key=lambda h: self._apart(h.start, h.end)))

    def _told_before(self, inside: list[Hit]) -> list[Hit]:
        """The place that the clause's ``where`` or ``there`` stands for."""
        low, high = self.window
        meant = place_meant(self.scan, self.number, low, high, self.scene.header.end)
        return [meant] if meant and (not inside or self._tells_where) else []

    @property
    def _tells_where(self) -> bool:
        """Whether the clause is one that ``where`` begins."""
        words = self.scan.pack.words["where"]
        return bool(words) and self.scan.folded.startswith(words, self.window[0])

    def place_before(self, markers: tuple[str, ...], end: int) -> str | None:
        """The last place of the sentence up to ``end`` that is told after one of the markers."""
        rows = [hit for hit in self.sentence.places if hit.end <= end and self._marked(hit, markers)]
        return places_of_states(rows[-1])[0] if rows else None

    def _is_post(self, hit: Hit) -> bool:
        """Whether a place only says where an envoy or embassy is: what is done to them is not done there."""
        group = self.cue.pattern.group
        if self.cue.pattern.value not in ("accreditation", "action") or (group and group.type == "protest"):
            return False
        held = [a for a in self.sentence.actors if a.office or a.form == "institution"]
        return any(a.start < hit.start <= a.end + _POST for a in held)

    def _marked(self, hit: Hit, markers: tuple[str, ...]) -> bool:
        if hit.start < self.scene.header.end or self._is_post(hit):
            return False
        told = next((actor.marker for actor in self.sentence.actors if actor.start == hit.start), "")
        behind = marker_behind(self.scan.folded, hit.end, self.scan.pack)
        marker = told or behind or self.marker_before(hit.start) or self._of_state(hit)
        if hit.case is not None:
            # a place's own case tells "in" from "to" and needs no word before it
            marker = self.scan.pack.case_after.get(marker, {}).get(hit.case, marker) or hit.case
        return marker in markers

    def _of_state(self, hit: Hit) -> str:
        """The marker of the state right before its city, as where no word parts them: ``在中国上海``."""
        if self.scan.pack.spelling.spaces:
            return ""
        rows = (a for a in self.sentence.actors if a.start < hit.start and a.end in (hit.start, hit.end))
        return next((a.marker for a in rows if a.form in ("state", "capital")), "")

    def marker_before(self, start: int) -> str:
        """The marker of whatever stands at a place of the text."""
        marker = marker_before(self.scan.folded, start, self.scan.pack)
        return self.scan.pack.marker_means.get(marker, {}).get("place", marker)

    def topics(self, start: int | None = None, end: int | None = None) -> list[str]:
        """Topics whose words stand in the stretch (by default the whole sentence), in order, each once."""
        if start is None or end is None:
            return self._topics(*self.window) or self._topics(*self.sentence.span)
        return self._topics(start, end)

    def _topics(self, low: int, high: int) -> list[str]:
        low = max(low, self.scene.header.end)
        return list(dict.fromkeys(hit.entry.value for hit in self.sentence.topics if low <= hit.start < high))

    def actors_in(self, low: int, high: int) -> list[ActorMention]:
        return [a for a in self.sentence.actors if low <= a.start < high]

    def draft(self, kind: str, actors: list[Actor], status: str, **values: object) -> Draft:
        """A draft of this cue, with the date, place and topics of its clause."""
        date, end_date = self.date(status)
        if date is not None and self._is_later(date):
            if status in ("ongoing", "done") and kind in _COMING and self.scan.pack.order == "sov":
                status = "planned"  # "yarın geliyor"
            elif status == "done" and kind != "statement" and self.scan.pack.comma_clauses:
                status = "planned"
        if date is not None and kind != "statement" and self._said_on(date, status, kind):
            date = end_date = None
        if status == "done" and kind in _LASTING and end_date and end_date >= self.scene.date.isoformat():
            status = "ongoing"
        draft = Draft(
            kind=kind,
            status=status,
            actors=actors,
            spans=[self.sentence.span],
            date=date,
            end_date=end_date,
            sentence=self.number,
            at=self.cue.start,
            to=self.cue.end,
            told_date=date is not None,
            background=self.background and not (kind == "statement" and self.scan.pack.comma_clauses),
            own=self._of_speakers,
        )
        for key, value in values.items():
            setattr(draft, key, value)
        return draft


def as_actor(role: str, mention: ActorMention) -> Actor:
    """The mention in a role of a record."""
    surface = mention.surface if mention.form == "org" else None
    return Actor(role, mention.name or surface, mention.office, mention.state)


def state_actor(role: str, state: str) -> Actor:
    return Actor(role, None, None, state)
