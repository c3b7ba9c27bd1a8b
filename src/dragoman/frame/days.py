"""Which days of a sentence are not those of what a cue tells: of a relative clause, an accident, an instrument told by
its year."""

from __future__ import annotations

from dragoman.find.mention import Cue, DateMention
from dragoman.frame.clause import Clause
from dragoman.frame.forms import negated

_WORD_BEFORE = 30  # letters of the words before a date
_PREPOSITION = 3  # letters of a preposition between an article and a date
_NEXT = 2  # words behind a date among which the participle stands that it belongs to
_ACCIDENT = "emergencies"
_ARTICLE = 4  # letters of a preposition or article between a verb and its day
_TIME_OF_DAY = 10  # letters of such as "akşam" between a day and a verb
_FAR = 40  # letters between an accident and its day
_ASKING, _WORD_BETWEEN = ("request", "propose"), 6  # verbs that ask for an act; letters of an article behind them
_TERM = 7  # letters between the first year of a term and its last
_DENIED = 16  # letters before a day among which the word stands that denies it
_OPENS = 40  # letters of the phrase that opens a sentence up to its noun
_OCCASIONS = ("visit", "meeting", "body", "document", "action")
_GOES = 40  # letters between the verb of a journey and its day
_BESIDES = ("in", "after", "on", "with")  # how phrases begin that tell when and where


class OthersDays(Clause):
    """A clause, and of which dates it is not."""

    def _leads_with(self, date: DateMention) -> bool:
        """Whether the cue's own words open with an article and the date: ``das 2019 unterzeichnete Abkommen``."""
        words = self.scan.folded[self.cue.start : date.start].split() if self.scan.pack.order == "v2" else []
        return len(words) == 1 and words[0] in self.scan.pack.sets["articles"]

    def _hangs(self, cue: Cue) -> bool:
        """Whether the clause of a cue hangs on the noun behind it: ``签署的协定``."""
        pack = self.scan.pack
        return pack.comma_clauses and self.scan.folded.startswith(pack.words["attributive"], cue.end)

    def _of_arrival(self, date: DateMention) -> bool:
        """Whether a date says when somebody came who is met: ``met X, who came on Monday``, ``dün gelen X ile``.

        What somebody did who came and met another is of one day.
        """
        if self.cue.pattern.value != "meeting" or self.scan.pack.comma_clauses or self.cue.distance(date) <= _ARTICLE:
            return False
        near = _TIME_OF_DAY if self.scan.pack.order == "sov" else _ARTICLE  # "dün akşam geldiği"
        went = [c for c in self.sentence.cues if c.pattern.value == "visit" and c.distance(date) <= near]
        folded = self.scan.folded
        went = [c for c in went if "," not in folded[min(c.end, date.end) : max(c.start, date.start)]]
        return any(self._came_apart(c) for c in went)

    def _came_apart(self, cue: Cue) -> bool:
        """Whether a journey is told behind the meeting, by a participle before a noun or in a clause put in."""
        if cue.start >= self.cue.end:
            return True
        if cue.end > self.cue.start:
            return False
        pack, folded = self.scan.pack, self.scan.folded
        if pack.order == "sov":
            last = folded[cue.start : cue.end].rsplit(None, 1)[-1]
            return any(pack.verb_form(form, last) for form in ("attributive", "nominal"))
        return "," in folded[cue.end : self.cue.start]

    def _of_participle(self, date: DateMention) -> bool:
        """Whether a participle that hangs on a noun follows a date at once: ``8 Mart'ta imzalanan anlaşma``."""
        words = self.scan.folded[date.end : self.cue.start].split()[:_NEXT]
        return any(self.scan.pack.verb_form("attributive", word.strip(",")) for word in words)

    def _aside(self, date: DateMention) -> bool:
        """Whether a date stands in a relative clause, and so is of what that tells: ``A, elected in May, met B``; one
        that hangs on the cue's own noun, and on nobody told behind it, tells of it."""
        at = max((b for b in self.sentence.barriers if b <= date.start), default=None)
        if at is None:
            return False
        somebody = any(at - 2 <= a.end <= at and (a.name or a.office) for a in self.sentence.actors)
        if at >= self.cue.end and not self.verbal and not somebody:
            return False
        return self.scan.pack.begins_relative(self.scan.folded, at)

    def _of_saying(self, date: DateMention) -> bool:
        """Whether a date stands in the clause of a verb of saying, and the cue in what is said behind it: ``said on
        Monday that she would travel``."""
        if self.scan.pack.order == "sov" or self.cue.says:
            return False
        if date.start >= self.cue.end:
            return self._said_behind(date)
        between = [b for b in self.sentence.barriers if date.end <= b <= self.cue.start]
        if not between:
            return False
        low = self.sentence.clause_start(date.start)
        return any(c.says and low <= c.start < between[0] for c in self.sentence.cues)

    def _said_behind(self, date: DateMention) -> bool:
        """Whether a date stands right behind the verb that tells behind a comma who says so: ``..., said on Monday the
        minister``."""
        folded, end = self.scan.folded, self.cue.end
        saying = (
            c for c in self.sentence.cues if c.says and c.type == "inform" and end <= c.start and c.end < date.start
        )
        return any(date.start - c.end <= _WORD_BETWEEN and folded.endswith((", ", '" '), end, c.start) for c in saying)

    def _asked_on(self, date: DateMention) -> bool:
        """Whether a date stands right behind the verb with which somebody asks for what the cue tells: ``called on
        Monday on X to sign``."""
        pack = self.scan.pack
        if pack.order == "sov" or pack.comma_clauses or self.cue.says or date.end > self.cue.start:
            return False
        near = (self.scan.folded[c.end : date.start] for c in self._asks_before)
        return any(0 < len(between) <= _WORD_BETWEEN and "," not in between for between in near)

    @property
    def _asks_before(self) -> list[Cue]:
        """The verbs of asking and proposing before the cue."""
        asking = (c for c in self.sentence.cues if c.says and c.type in _ASKING and c.end <= self.cue.start)
        return [c for c in asking if c.pattern.group and not c.pattern.group.content]

    def _attribute(self, date: DateMention) -> bool:
        """Whether a date qualifies a noun behind the cue, as it stands behind an article: ``das 2014 geschlossene
        Abkommen``; a day may itself have one (``den 5. Mai``)."""
        if self.cue.start > date.start or self._leads_with(date):
            return False
        folded, pack = self.scan.folded, self.scan.pack
        own = folded[date.start : date.start + 1].isdigit() and date.unit != "year"
        before = folded[max(0, date.start - _WORD_BEFORE) : date.start].split()[-2:]
        near = before[-1:] if not own and date.weekday is None else []
        behind = before[:1] if len(before) > 1 and len(before[1]) <= _PREPOSITION else []
        if date.offset is not None and len(before) > 1 and before[0] in self.scan.pack.markers.get("in", ()):
            return False  # "in der kommenden Woche"
        return any(word in pack.sets["articles"] for word in (*near, *behind))

    def _of_accident(self, date: DateMention) -> bool:
        """Whether a date is that of an accident told between it and the cue: ``sympathy over the crash on May 3``."""
        hits = (h for h in self.sentence.topics if h.entry.value == _ACCIDENT and self.cue.start <= h.start)
        return any(0 <= date.start - h.end <= _FAR and "," not in self.scan.folded[h.end : date.start] for h in hits)

    def _of_term(self, date: DateMention) -> bool:
        """Whether a year is the first or last of those that something is for: ``a programme for 2024 to 2026``."""
        if date.unit != "year" or date.offset is not None:
            return False
        others = (d for d in self.sentence.dates if d.unit == "year" and d is not date)
        return any(0 < max(d.start - date.end, date.start - d.end) <= _TERM for d in others)

    def _of_instrument(self, date: DateMention) -> bool:
        """Whether a year says which instrument it is to which something happens: ``ended the pact of 1994``."""
        group = self.cue.pattern.group
        if date.unit != "year" or date.offset is not None or group is None or group.act in (None, "sign", "mention"):
            return False
        if self.cue.pattern.value != "document":
            return False
        pack, folded = self.scan.pack, self.scan.folded
        words = pack.words["of_year"]
        if pack.order == "sov":
            return (
                folded[date.end : date.end + _WORD_BEFORE]
                .lstrip("-\N{RIGHT SINGLE QUOTATION MARK}' ")
                .startswith(words)
            )
        before = folded[max(self.sentence.span.start, date.start - _WORD_BEFORE) : date.start].rstrip()
        return before.endswith(tuple(f" {word}" for word in words))

    def _not_then(self, date: DateMention) -> bool:
        """Whether the text denies a date: ``not this year but next``, ``bu yıl değil``."""
        pack, folded = self.scan.pack, self.scan.folded
        if pack.order == "sov":
            return negated(pack.code, folded, date.end, min(date.end + _DENIED // 2, self.sentence.span.end))
        words = folded[max(self.sentence.span.start, date.start - _DENIED) : date.start].split()[-2:]
        return any(word in pack.sets["negation"] for word in words)

    def _of_occasion(self, date: DateMention) -> bool:
        """Whether a date is that of an event told by a noun, on the occasion of which another act is told, or of that
        act: ``vor dem Besuch nächste Woche empfing X am Dienstag``, ``ziyaret öncesinde salı günü kabul etti``."""
        kind, start, end = self.cue.pattern.value, self.cue.start, self.cue.end
        others = [c for c in self.sentence.cues if c.pattern.value != kind and c.pattern.value in _OCCASIONS]
        if self.scan.pack.order == "sov":
            # behind "before" or "after" an event a date is of what is told then
            between = self.scan.folded[end : date.start]
            return bool(between.split()) and "," not in between and any(date.end <= c.start for c in others)
        if self._of_verb(self.cue):
            low = self.sentence.clause_start(start)
            nouns = [c for c in others if not self._of_verb(c)]
            if self.scan.pack.order == "v2":
                return date.end <= start and any(low <= c.start and c.end <= date.start for c in nouns)
            return any(end <= c.start and c.end <= date.start for c in nouns)
        if any(end <= c.start and c.end <= date.start for c in others):
            return True
        return date.end <= start and any(c.end <= date.start for c in others if self._of_verb(c))

    def _of_verb(self, cue: Cue) -> bool:
        """Whether a cue of the sentence tells an act by a verb: where nouns have capitals, whatever is none."""
        if self.scan.pack.capitals == "nouns":
            return not self._noun(cue.start)
        return Clause(self.scan, self.scene, self.number, cue).verbal

    def _of_other_journey(self, date: DateMention) -> bool:
        """Whether a day stands right behind the verb of another journey, told before in the sentence: ``came on Tuesday
        and will go on to Quito``."""
        cue, group = self.cue, self.cue.pattern.group
        if cue.pattern.value != "visit" or date.end > cue.start or self.scan.pack.order == "sov":
            return False
        rules = self.sentence.status_words("planned")
        if not (group and group.status == "planned") and not any(date.end <= r.start < cue.end for r in rules):
            return False
        went = (
            c for c in self.sentence.cues if c.pattern.value == "visit" and c.start < date.start and c.end <= cue.start
        )
        return any(date.start - c.end <= _GOES for c in went)

    def _of_what_follows(self, date: DateMention) -> bool:
        """Whether a date stands behind the verb of what was done at the meeting with which the sentence opens: ``At the
        talks the minister reported on a trip in May``."""
        pack, cue = self.scan.pack, self.cue
        if cue.pattern.value not in ("meeting", "body") or date.start < cue.end:
            return False
        if not any(cue.end <= other.start and other.end <= date.start for other in self.sentence.cues):
            return False
        start = max(self.sentence.span.start, self.scene.header.end)
        if pack.order == "sov" or not pack.spelling.spaces:
            return self.scan.folded.startswith(pack.words["at_meeting"], cue.start)
        first = self.scan.folded[start : cue.end].lstrip().split(maxsplit=1)[:1]
        opens = any(word in pack.markers.get(marker, ()) for word in first for marker in _BESIDES)
        return opens and cue.start - start <= _OPENS and "," not in self.scan.folded[start : cue.start]
