"""A cue in its clause: who stands in it and where, how its verb is told, what it is about."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.find.glue import marker_before
from dragoman.find.mention import ActorMention, Cue, DateMention, Sentence
from dragoman.find.scan import Scan
from dragoman.frame.relatives import Slots, window
from dragoman.frame.roles import fill_slots
from dragoman.frame.subjects import prefield
from dragoman.resolve.scene import Scene

_COMMA = 20  # how much further a comma parts two stretches, in letters
_SHORT = 4  # letters that may stand beside the cue of a clause of its own
_BESIDE = 20  # letters between a cue and what is told beside it
_AUXILIARY = 30  # letters before a cue among which the auxiliary of its verb may stand
_BEFORE_VERB = 4  # adverbs and conjunctions


_BY_PERSONS = ("statement", "visit", "meeting", "message")  # what states and officials do as persons do
_PHRASE, _FIRST = 80, 6  # letters and words in which a sentence tells its subject


class Clause:
    """One cue in its sentence, and the mentions of its clause."""

    def __init__(self, scan: Scan, scene: Scene, number: int, cue: Cue) -> None:
        self.scan, self.scene, self.number, self.cue = scan, scene, number, cue
        self.sentence: Sentence = scan.sentences[number]
        self.window = window(self.sentence, cue)
        self._slots: Slots | None = None
        self._prefield: tuple[int, int] | None = None
        self._verbal: bool | None = None
        self._date: DateMention | None = None
        self._date_looked_for = False

    @property
    def args(self) -> Mapping[str, str]:
        group = self.cue.pattern.group
        return group.args if group else {}

    @property
    def slots(self) -> Slots:
        if self._slots is None:
            self._slots = fill_slots(self.sentence, self.cue, self.scan.folded, self.scan.pack, self.prefield)
            if self._of_speakers and not self.cue.impersonal:
                # who seemed to act behind such a verb is its object: "призываю Иран к диалогу"
                objects = [a for a in self._slots.get("subj", []) if a.start >= self.cue.start and not a.marker]
                self._slots["obj"] = [*objects, *self._slots.get("obj", [])]
                self._slots["subj"] = self._own_side()
            dropped = self.scan.pack.pro_drop and self.verbal and not self.cue.impersonal and self._leads
            if dropped and not self._slots.get("subj"):
                self._slots["subj"] = self._of_next_clause() or list(self.scene.spoken.get(self.number, ()))
            if "him" in self.args:
                self._slots["him"] = self._object_pronoun(self._slots.get("subj", []))
        return self._slots

    def _of_next_clause(self) -> list[ActorMention]:
        """Whose journey a short clause that opens the sentence tells: of whoever acts behind its comma
        (``访肯期间，X会见……``)."""
        low, high = self.window
        opens = low - self.sentence.span.start <= _SHORT and high - self.cue.end <= _SHORT
        if not (self.scan.pack.comma_clauses and opens and self.cue.pattern.value == "visit"):
            return []
        end = self.sentence.clause_end(high + 1)
        rows = [a for a in self.sentence.actors if high <= a.start < end and not (a.marker or a.attributive)]
        return [a for a in rows[:1] if (a.name or a.office) and a.start - high <= _SHORT]

    def _who_says(self) -> list[ActorMention]:
        """Who says behind a quotation what he and his side do: ``"We go on", a spokesman of A said``."""
        says = (c for c in self.sentence.cues if c.says and c.type == "inform" and c.start >= self.cue.end)
        told = next((c for c in says if self.scan.folded.count('"', self.cue.end, c.start) % 2), None)
        if told is None or self.scan.pack.order == "sov":
            return []
        field = prefield(self.sentence, told, self.scan.folded, self.scan.pack)
        rows = fill_slots(self.sentence, told, self.scan.folded, self.scan.pack, field).get("subj", [])
        return [a for a in rows if a.start >= told.end and not a.marker and (a.state or a.name)]

    @property
    def slots_subject(self) -> list[ActorMention]:
        """The subject that the clause itself tells."""
        return (self._slots or {}).get("subj", [])

    @property
    def prefield(self) -> tuple[int, int]:
        """What belongs to the clause before a relative clause that parts it."""
        told = self._prefield
        if told is None:
            told = self._prefield = prefield(self.sentence, self.cue, self.scan.folded, self.scan.pack)
        return told

    def _object_pronoun(self, subject: list[ActorMention]) -> list[ActorMention]:
        """Whom the pronoun in a cue stands for (``l'a invité``): the one told last on the other side, else its
        leading person."""
        near = self._faced(subject[0]) if subject and subject[0].state else None
        if near is not None:
            return [near]
        state = self.scene.other(subject[0].state) if subject and subject[0].state else None
        person = self.scene.principal(state, self.cue.start) if state else None
        at = self.cue.start
        if person is None:
            return [ActorMention(at, at, "state", state)] if state else []
        return [ActorMention(at, at, "person", person.state, person.office, person.name)]

    def _faced(self, one: ActorMention) -> ActorMention | None:
        """The official of another state than somebody's who is told last in the sentence or the one before."""
        rows = self.scan.sentences[max(0, self.number - 1) : self.number + 1]
        told = [a for row in rows for a in row.actors if a.office and a.name and a.end <= self.cue.start]
        return next((a for a in reversed(told) if a.state not in (None, one.state)), None)

    @property
    def _of_speakers(self) -> bool:
        """Whether the verb says what the speakers themselves do (``kınıyoruz``) outside of a quotation's own line."""
        pack, folded = self.scan.pack, self.scan.folded
        if "own" not in pack.verb_forms:
            return False
        told = folded[self.cue.start : self.cue.end].split()
        if pack.order != "sov":
            before = folded[max(self.window[0], self.cue.start - _AUXILIARY) : self.cue.start].split()[-2:]
            return any(pack.verb_form("own", word) for word in (*before, told[0], told[-1]))  # "estamos preocupados"
        last = told[-1]
        if pack.verb_form("suspended", last) and folded.startswith((",", " "), self.cue.end):
            # "kınıyor, ... diliyoruz": of verbs in a row only the last tells the person
            last = folded[self.cue.end : self.sentence.span.end].rstrip(" .!").rsplit(None, 1)[-1]
        return pack.verb_form("own", last)

    def _own_side(self) -> list[ActorMention]:
        """Whose "we" it is: of who is quoted, else of the ministry or agency that speaks."""
        quoted = '"' in self.scan.folded[self.sentence.span.start : self.sentence.span.end]
        before = self.scan.folded.count('"', 0, self.sentence.span.start) % 2 == 1
        if quoted or before:
            subject = [a for a in self.slots_subject if not a.marker] or self._who_says()
            return subject or list(self.scene.spoken.get(self.number, ()))
        home = self.scene.home or self.scan.pack.home
        return [ActorMention(self.cue.start, self.cue.start, "state", home)] if home else []

    @property
    def _leads(self) -> bool:
        """Whether the verb may do without a subject: no noun, and so no subject that is nobody, stands before it."""
        if self.scan.pack.order in ("vso", "sov"):
            return not self._others_act
        at = max(self.window[0], self.scan.folded.rfind(",", self.sentence.span.start, self.cue.start) + 1)
        if not self.scan.pack.spelling.spaces:
            return self.cue.start - at <= _BEFORE_VERB * 3
        words = self.scan.folded[at : self.cue.start].replace("'", "' ").split()
        if words and self.scan.pack.capitals == "names":
            named = [word[:1].isupper() for word in self.scan.text[at : self.cue.start].split()]
            if named[-1] and (len(named) > 1 or at > self.sentence.span.start):
                return False  # "Amnesty International said": a name that no list knows
        return len(words) <= _BEFORE_VERB and not any(word in self.scan.pack.sets["articles"] for word in words)

    @property
    def _others_act(self) -> bool:
        """Whether the sentence begins with those who act besides states and officials: ``Uzmanlar ... belirtiyor``."""
        pack, row = self.scan.pack, self.sentence
        if not pack.others_act or self.cue.pattern.value not in _BY_PERSONS:
            return False
        end = min([*row.barriers[:1], self.cue.start, row.span.start + _PHRASE])
        words = self.scan.folded[row.span.start : end].replace(",", " ").split()
        return any(pack.looks("others_act", word) for word in words[:_FIRST])

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
            return self.scan.pack.looks("finite", words[-1])
        if self.scan.pack.finite and any(self.scan.pack.looks("finite", word) for word in words[:2]):
            return True
        ends = [(words[0], self.cue.start), (words[-1], self.cue.end - len(words[-1]))]
        return any(self.scan.pack.looks("participle", word) and not self._noun(at) for word, at in ends)

    def _noun(self, at: int) -> bool:
        """Whether a word with a capital is a noun, where all nouns have one: ``Gesprächen`` is no participle."""
        return self.scan.pack.capitals == "nouns" and at > self.sentence.span.start and self.scan.text[at].isupper()

    @property
    def _by_participle(self) -> bool:
        """Whether the cue is a participle and its noun; the verb behind says nothing of it: ``the team they sent``."""
        pack = self.scan.pack
        if not pack.verb_forms:
            return False
        words = self.scan.folded[self.cue.start : self.cue.end].split()
        leads = len(words) > 1 and (pack.verb_form("attributive", words[0]) or pack.verb_form("nominal", words[0]))
        if pack.verb_form("nominal", words[-1]) and pack.verb_form("oblique", words[-1]):
            return False  # "tutulan balıkçıları serbest bırakmasını istedi": the participle is of its object
        return leads and not self.verbal

    @property
    def _tells_where(self) -> bool:
        """Whether the clause is one that ``where`` begins."""
        words = self.scan.pack.words["where"]
        return bool(words) and self.scan.folded.startswith(words, self.window[0])

    def _apart(self, start: int, end: int) -> int:
        """How far a stretch stands from the cue; commas between part them further."""
        low, high = (self.cue.end, start) if start >= self.cue.end else (end, self.cue.start)
        return max(high - low, 0) + _COMMA * self.scan.folded.count(",", low, max(high, low))

    def marker_before(self, start: int) -> str:
        """The marker of whatever stands at a place of the text."""
        marker = marker_before(self.scan.folded, start, self.scan.pack)
        return self.scan.pack.marker_means.get(marker, {}).get("place", marker)

    def actors_in(self, low: int, high: int) -> list[ActorMention]:
        return [a for a in self.sentence.actors if low <= a.start < high]

    def topics(self, start: int | None = None, end: int | None = None) -> list[str]:
        """Topics whose words stand in the stretch (by default the whole sentence), in order, each once."""
        if start is None or end is None:
            return self._topics(*self.window) or self._topics(*self.sentence.span)
        return self._topics(start, end)

    def topics_near(self) -> list[str]:
        """Topics of the clause: of several, that told nearest the cue and those told beside it."""
        told = self.topics()
        if len(told) <= 1:
            return told
        away: dict[str, int] = {}
        for hit in self.sentence.topics:
            apart = max(hit.start - self.cue.end, self.cue.start - hit.end, 0)
            away[hit.entry.value] = min(apart, away.get(hit.entry.value, apart))
        reach = max(min(away[topic] for topic in told), _BESIDE if self.scan.pack.spelling.spaces else _BESIDE // 2)
        return [topic for topic in told if away[topic] <= reach]

    def _topics(self, low: int, high: int) -> list[str]:
        low = max(low, self.scene.header.end)
        return list(dict.fromkeys(hit.entry.value for hit in self.sentence.topics if low <= hit.start < high))
