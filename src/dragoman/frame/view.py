"""The view of a clause from which frames make their drafts: done or planned or denied, when, where and by whom."""

from __future__ import annotations

import functools
import re

from dragoman.find.mention import Cue, DateMention
from dragoman.frame.draft import Draft
from dragoman.frame.forms import beside, denied_from, denies, negated, negations
from dragoman.frame.relatives import reduced
from dragoman.frame.subjects import in_order_to
from dragoman.frame.when import AT_ONCE, COMING, PUT_OFF
from dragoman.frame.where import Placed
from dragoman.lang.pack import load
from dragoman.model import Actor
from dragoman.resolve.dates import resolve_date
from dragoman.text.fold import two_words_before

_AND = 8  # letters of an *and* and the spaces beside it
_SPACE = 2  # letters between a verb and the word that begins its complement
_PARTICIPLE = 24  # letters that a participle before a noun may have
_LEADS = 3  # letters from a comma within which a verb goes on with the clause before
_ASKED = ("planned", "proposed")  # what an infinitive may be by the verb that it hangs on
_REACH = 40  # letters in which the two words before a verb stand
_DENIAL = 24  # letters of the words that deny a clause before the one that opens it
_HAVING = 16  # letters of the auxiliary beside a participle
_DAY, _OLD = 10, 45  # letters of a whole date; days back within which a dispatch may tell when somebody spoke
_LASTING = ("action", "exchange")  # what has begun and lasts until a later day goes on
_CALLED_OFF = ("visit", "body")  # what words inside their own cue may call off
_STANDING = ("relation", "body")  # what may be told as a noun beside the verb of what is to come
_OPENS = 8  # letters of a comma and the word that opens a clause
_SESSION = 120  # letters between who proposes a session and its words
_STATUS_REACH = {"cancelled": 60, "planned": 60, "proposed": 45, "ongoing": 40, "background": 60, "done": 30}


_ARTICLE = 4  # letters of an article or a genitive's ending and a blank
_WORD = 24  # letters in which the word behind a noun stands


@functools.cache
def _locative(code: str) -> re.Pattern[str]:
    """A word whose ending tells where."""
    return re.compile(rf"(?:{load(code).cases.get('in', '(?!)')})$")


_PUT_IN = 2  # commas around a phrase that parts a subject from its verb


_PHRASES = ("to", "on", "with", "for", "in", "from")  # how the phrases between a negation and its verb begin


# what a state does by deciding it
_BY_DECISION = frozenset(
    {
        ("relation", "broken"),
        ("action", "sanction"),
        ("body", "close"),
        ("accreditation", "expel"),
        ("accreditation", "recall"),
    }
)


class View(Placed):
    """One cue in its sentence, with everything a frame asks about it."""

    def status(self, default: str = "done") -> str:
        group = self.cue.pattern.group
        if group and group.status in ("done", "ongoing") and self._only_wished:
            return "proposed"
        if self.put_off() is not None:
            return "planned" if self.put_off_to() else "cancelled"
        if group and group.status:
            if group.status in ("planned", "ongoing", "done") and self.rule("status", "cancelled"):
                return "cancelled"
            ahead = group.status == "ongoing" and group.kind == "visit" and self._coming and not self._lasts
            ahead = ahead or (group.status == "done" and self._yet_to_come(group.kind))
            return "planned" if ahead else group.status
        if self.cue.clitic.endswith(tuple(self.scan.pack.clitics.get("planned", ()))) and self.verbal:
            return "cancelled" if self.rule("status", "cancelled") else "planned"
        if default == "done" and self._signed_noun:
            return "planned" if self._coming else default
        reach = 30 if group and group.kind == "visit" and not self.verbal and not self.slots.get("subj") else None
        values = ("proposed", "planned") if self.infinitive else ("planned", "proposed")
        for value in ("cancelled", *values, "ongoing"):
            if value == "cancelled" and group and group.kind == "action" and group.type == "sanction":
                continue  # what puts off talks or aid is itself done
            if value == "proposed" and group and group.kind in ("message", "accreditation"):
                continue  # these are done or will be; nobody proposes them in a dispatch
            if value in ("planned", "proposed") and self._circumstance:
                continue
            if value == "ongoing" and self._ends_what_lasted:
                continue
            if self.rule("status", value, reach):
                if value == "planned" and (self._proposed_session or self._asked_nearer):
                    return "proposed"
                going = self.scan.pack.comma_clauses or self.scan.pack.order == "sov"
                going = going or self.cue.pattern.value == "visit"
                if value == "ongoing" and going and self._coming and not self._lasts:
                    return "planned"  # "from the 26th on", told before; "effectue vendredi une visite"
                past = self._past and not (value == "ongoing" and (self._begun or self._lasts))
                return value if value == "cancelled" or not past else default
        if default == "done" and self._headline_to_do:
            return "planned"
        if default == "done" and (goes_on := self._goes_on()):
            return goes_on.status(default)
        if default == "done" and self._lasts:
            return "ongoing"
        return "planned" if default == "done" and self._coming else default

    @property
    def _signed_noun(self) -> bool:
        """Whether a participle hangs on the instrument right before it, whatever is to become of that: ``will honour
        the agreements signed in May``."""
        pack, group = self.scan.pack, self.cue.pattern.group
        if group is None or group.act != "sign" or pack.order != "svo" or not pack.spelling.spaces:
            return False
        words = self.scan.folded[self.cue.start : self.cue.end].split()
        ends = [(self.cue.start, words[0]), (self.cue.end - len(words[-1]), words[-1])]
        rows = self.sentence.documents
        return any(pack.looks("participle", word) and any(0 <= at - h.end <= 1 for h in rows) for at, word in ends)

    @property
    def _only_wished(self) -> bool:
        """Whether the clause opens with a word behind which a subject and a past form tell what somebody else wishes:
        ``чтобы Перу вернуло``."""
        words = self.scan.pack.words["wished"]
        low = self.window[0]
        if not words or not self.scan.folded[low : low + _OPENS].lstrip(", ").startswith(words):
            return False
        return any(not a.marker for a in self.actors_in(low, self.cue.start))

    @property
    def _proposed_session(self) -> bool:
        """Whether what seems planned is only called the next (``the next session``), and somebody proposes it."""
        if self.cue.pattern.value != "body":
            return False
        start, end = self.cue.start, self.cue.end
        proposed = [c for c in self.sentence.cues if c.says and c.type == "propose"]
        before = [c for c in proposed if (c.start >= end if self.scan.pack.order == "sov" else c.end <= start)]
        sessions = [c for c in self.sentence.cues if c.pattern.value == "body"]
        rules = self.sentence.status_words("planned")
        named = all(any(c.distance(r) <= _SPACE for c in sessions) for r in rules)
        return bool(before) and named and self.rule("status", "proposed", _SESSION)

    @property
    def _asked_nearer(self) -> bool:
        """Whether words that propose what a noun names stand nearer before it than all that tell what is to come:
        ``said that he would look into it and proposed the founding of``."""
        if self.verbal or self.scan.pack.order not in ("svo", "v2"):
            return False
        asked = [r for r in self.sentence.status_words("proposed") if r.end <= self.cue.start]
        if not asked or not self.rule("status", "proposed"):
            return False
        last = max(r.start for r in asked)
        return all(r.end <= last for r in self.sentence.status_words("planned"))

    def _yet_to_come(self, kind: str) -> bool:
        """Whether what a cue tells as done only is to come: the verb of a body's cue says so (``закроет посольство``),
        or relations are what was agreed on (``einigten sich auf die Aufnahme diplomatischer Beziehungen``)."""
        if kind not in _STANDING or self._past:
            return False
        if kind == "body":
            start, end = self.cue.start, self.cue.end
            rules = self.sentence.status_words("planned")
            return any((start <= r.start or 0 <= start - r.end <= _SPACE) and r.end <= end for r in rules)
        if self.cue.type != "diplomatic_relations" or not self.rule("status", "planned"):
            return False
        mention = self.date_mention()
        day = resolve_date(mention, self.scene.date, future=False)[0] if mention else None
        return day is None or day > self.scene.date.isoformat()

    @property
    def _lasts(self) -> bool:
        """Whether the clause tells since when something goes on: ``has occupied the island since May``."""
        mention = self.date_mention()
        if mention is not None and self.cue.pattern.value == "visit":
            return self._stays_since(mention)
        if mention is None or self.cue.pattern.value not in _LASTING or not self.since_when(mention):
            return False
        return self._past or not self._begins_soon(mention)

    @property
    def _ends_what_lasted(self) -> bool:
        """Whether the words of what lasts are of what the act ends: ``released the crew it had held since May``."""
        return self.cue.type in AT_ONCE and any(self.since_when(date) for date in self.sentence.dates)

    @property
    def _begun(self) -> bool:
        """Whether the clause's own date is told as that since when something goes on: ``自2020年起``."""
        mention = self.date_mention()
        told = self.sentence.status_words("ongoing")
        lasts = mention is not None and self.cue.pattern.value in _LASTING
        return lasts and any(mention and r.start < mention.start and mention.end < r.end for r in told)

    @property
    def _of_one_side(self) -> bool:
        """Whether the act needs nobody else: it is done once it is decided."""
        group = self.cue.pattern.group
        return group is not None and not _BY_DECISION.isdisjoint({(group.kind, group.type), (group.kind, group.act)})

    def _tells_decision(self, rule: Cue) -> bool:
        told = self.scan.folded[rule.start : rule.end]
        return any(word in told for word in self.scan.pack.words["decided"])

    def rule(self, table: str, value: str, reach: int | None = None) -> bool:
        """Whether a rule of the pack holds near the cue (inside its clause)."""
        told = [r for r in self.sentence.rules if r.pattern.table == table and self._says(r) == value]
        if told and value == "planned" and self._of_one_side:
            told = [r for r in told if not self._tells_decision(r)]
        if not told:
            return False
        reach = _STATUS_REACH.get(value, 60) if reach is None else reach
        if self._by_participle and not (value == "cancelled" and self.cue.pattern.value in PUT_OFF):
            reach = 0
        if not self.scan.pack.spelling.spaces:
            reach //= 2  # a letter is a word or half of one
        low, high = self.window
        if value == "cancelled" and self.scan.pack.order == "v2":
            reach = high - low  # the participle that says so stands last in the clause
        if value in _ASKED and self.infinitive:
            low = self.sentence.clause_start(low - 1) if low in self.sentence.barriers else low
            reach = high - low  # the verb that asks for it stands first: "regte an, ... zu gründen"
        if table == "status" and not (value == "cancelled" and self.scan.pack.comma_clauses):
            low = self._joined(self._with_attribute(low), value)
        if value == "proposed" and self.scan.pack.order in ("svo", "v2") and self._wished(low):
            return True
        for rule in told:
            if low <= rule.start < high:
                stays = self.cue.pattern.value not in _CALLED_OFF and self.scan.pack.comma_clauses
                gone = self._ends_something or stays
                own = value == "proposed" or (value == "cancelled" and gone)
                ahead = value == "proposed" and rule.start < self.cue.start  # "ready to" of "ready to meet"
                beyond = ahead or self._beyond(rule)
                if own and rule.start < self.cue.end and self.cue.start < rule.end and not beyond:
                    continue  # "called on the president" is no call; an agreement's ending is itself no ended one
                if value == "planned" and self._of_other_event(rule):
                    continue
                if value in _ASKED and rule.start >= self.cue.end and self._occasion:
                    continue  # "X ile görüşmesinin ardından ... yapılacağını söyledi"
                if value == "planned" and rule.start >= self.cue.end and self._agreed_at(rule.start):
                    continue  # "met X and agreed to ..."
                distance = 0 if self._predicate(rule) else self.cue.distance(rule)
                behind = rule.start >= self.cue.end and self.scan.pack.order == "svo"
                if behind and value == "planned" and reduced(self.scan.folded, self.cue, self.scan.pack):
                    continue  # "the committee, set up in March, will meet"
                if value == "planned" and rule.end <= self.cue.start and self._done_besides(rule):
                    continue
                if behind and value in _ASKED and self._said_before(rule.start):
                    continue  # "phoned X and voiced readiness to ..."
                if behind and value == "planned" and self._of_other_verb(rule):
                    continue
                if behind and self._of_what_is_discussed(rule):
                    continue
                if behind and value == "proposed" and self._for_which(rule):
                    continue  # "visited X to ask for help"
                if behind and value == "proposed" and "," in self.scan.folded[self.cue.end : rule.start]:
                    continue  # "on a visit to A, the minister called for ..."
                if distance <= (reach // 2 if behind and value != "cancelled" else reach):
                    return True
        return False

    def _of_other_event(self, rule: Cue) -> bool:
        """Whether words of what is to come are those of another event told in the clause: of its day, where this one
        has another (``before the visit next week X received``), or where verbs come last of its participle
        (``yapacağı ziyaret öncesinde kabul etti``)."""
        mention = self.date_mention() if len(self.sentence.dates) > 1 else None
        if mention is not None and not (mention.start < rule.end and rule.start < mention.end):
            days = [d for d in self.sentence.dates if d.start < rule.end and rule.start < d.end]
            if any(self._of_occasion(d) or self._parted(d) for d in days):
                return True
        if not self.verbal:
            return False
        start = self.cue.start
        if self.scan.pack.order == "sov":
            return rule.end <= start and self.cue.pattern.value in COMING  # a verb that stands last tells its tense
        others = (
            c for c in self.sentence.cues if c.pattern.value in COMING and c.pattern.value != self.cue.pattern.value
        )
        nouns = (c for c in others if not self.scan.pack.comma_clauses and not self._of_verb(c))
        inside = (c for c in nouns if c.start <= rule.start and rule.end <= c.end <= start)
        return any("," in self.scan.folded[c.end : start] for c in inside)

    def _of_what_is_discussed(self, rule: Cue) -> bool:
        """Whether words behind a meeting's verb only stand before the noun of what is talked about: ``discussed the
        upcoming elections``."""
        if self.cue.pattern.value != "meeting" or not self.verbal:
            return False
        group, folded = self.cue.pattern.group, self.scan.folded
        if group is not None and group.told:
            return True
        lead = folded[self.cue.end : rule.start].split()[-1:]
        return bool(lead) and lead[0] in self.scan.pack.sets["articles"] and not self._of_day(rule)

    def _of_day(self, rule: Cue) -> bool:
        """Whether words of a rule are those of a day: ``in the coming days``."""
        return any(d.start < rule.end and rule.start < d.end for d in self.sentence.dates)

    def _for_which(self, rule: Cue) -> bool:
        """Whether words behind a journey or a meeting tell what it is for."""
        held = self.cue.pattern.value in COMING and self.verbal
        return held and in_order_to(self.scan.folded, rule.start, self.scan.pack)

    def _parted(self, date: DateMention) -> bool:
        """Whether a comma parts the phrase with a day that opens the clause from the cue: ``Antes de su visita la
        próxima semana, X recibió``."""
        kind = self.cue.pattern.value
        others = [c for c in self.sentence.cues if c.pattern.value in COMING and c.pattern.value != kind]
        before = any(c.end <= date.start for c in others)
        return date.end <= self.cue.start and before and self.scan.folded.startswith(",", date.end)

    def _predicate(self, rule: Cue) -> bool:
        """Whether a rule stands behind a noun that opens the clause, with no other act between: it is what the clause
        says of it (``The signing of the treaty between A and B ... is planned``)."""
        pack, end, group = self.scan.pack, self.cue.end, self.cue.pattern.group
        named = group is not None and group.kind == "meeting" and group.status == "planned"  # "the planned meeting"
        if rule.start < end or (self.verbal and not named) or not pack.spelling.spaces or pack.order == "sov":
            return False
        if not self._opens_clause():
            return False
        acts = [cue for cue in self.sentence.cues if end <= cue.start < rule.start and cue.pattern.value != "relation"]
        if rule.pattern.value == "cancelled":
            # "a meeting scheduled for Tuesday did not take place"
            acts = [cue for cue in acts if not any(cue.distance(r) == 0 for r in self.sentence.status_words("planned"))]
        between = self.scan.folded[end : rule.start]
        # "the meeting between A and B, in the city of C, will be"
        put_in = between.count(",") == _PUT_IN and between.endswith(", ")
        return ("," not in between or put_in) and not any(acts)

    def _opens_clause(self) -> bool:
        """Whether nothing but an article, an adjective or, of a meeting, whose it is stands before the cue's noun."""
        low, start = self.window[0], self.cue.start
        lead = self.scan.folded[low:start].split()
        met = self.cue.pattern.value == "meeting"
        owner = next((a for a in self.sentence.actors if met and 0 < start - a.end <= _ARTICLE), None)
        if owner is not None:
            return owner.start - low <= _ARTICLE and not owner.marker
        if len(lead) > 1 + met or any(low <= a.start < start for a in self.sentence.actors):
            return False
        return all(word in self.scan.pack.sets["articles"] for word in lead[: 1 if met else None])

    def _beyond(self, rule: Cue) -> bool:
        """Whether words of a wish reach into the cue from without, or are the mood of its verb, and so tell of it:
        ``hopes to visit``, ``özür dilemesi gerektiğini``, ``ziyaret edebilir``."""
        if self.scan.pack.order == "sov":
            mood = rule.end == self.cue.end and self.cue.start < rule.start and self.cue.pattern.value in COMING
            return rule.end > self.cue.end or mood
        leads = rule.start < self.cue.start and rule.end < self.cue.end
        return leads and self.scan.pack.order == "svo" and self.cue.pattern.value in COMING

    @property
    def _occasion(self) -> bool:
        """Whether a noun, where verbs come last, only tells at or after what something else is said or done."""
        pack, folded = self.scan.pack, self.scan.folded
        if pack.order != "sov" or self.verbal or self.cue.pattern.value != "meeting":
            return False
        words = folded[self.cue.start : self.cue.end].split()
        behind = folded[self.cue.end : self.cue.end + _WORD].split()[:1]
        after = pack.postpositions.get("after", ())
        return any(word in after for word in (*behind, words[-1])) or bool(_locative(pack.code).search(words[-1]))

    def _said_before(self, place: int) -> bool:
        """Whether a verb of saying with the cue's own subject stands between the cue and a place behind it: behind an
        act told by a verb, or joined by *and*."""
        end = self.cue.end
        said = (cue.start for cue in self.sentence.cues if cue.says and end <= cue.start < place)
        return any(self.verbal or self._after_and(start) for start in said)

    def _done_besides(self, rule: Cue) -> bool:
        """Whether behind what is to come an *and* leads to a verb with a tense of its own: ``agreed to found a council
        and signed a protocol``."""
        pack, folded, start = self.scan.pack, self.scan.folded, self.cue.start
        if pack.order != "svo" or self.cue.passive:
            return False
        between = [cue for cue in self.sentence.cues if rule.start < cue.start and cue.end <= start]
        if not between or any(cue.passive for cue in between):
            return False
        words = folded[max(rule.end, start - _PARTICIPLE) : start].split()
        first = folded[start : self.cue.end].split()[0]
        if words[-1:] and words[-1] in pack.sets["and"]:
            return pack.looks("finite", first) or pack.looks("participle", first)
        return len(words) > 1 and words[-2] in pack.sets["and"] and pack.looks("finite", words[-1])

    @property
    def _headline_to_do(self) -> bool:
        """Whether a headline tells what somebody is to do: ``Peru to open embassy in Ghana``."""
        words, folded, span = self.scan.pack.words["to_do"], self.scan.folded, self.sentence.span
        if not words or self.scan.pack.order != "svo":
            return False
        if folded[span.start : span.end].rstrip().endswith((".", "!", "?")):
            return False
        at = self.cue.start
        lead = folded[span.start : at].split()[-1:]
        if folded[at : self.cue.end].split()[0] not in words:
            if not lead or lead[0] not in words:
                return False
            at -= len(lead[0]) + 1
        rows = [a for a in self.sentence.actors if a.end < at]
        told = any(cue.start < at for cue in self.sentence.cues) or any(
            r.start < at and r.pattern.table == "status" for r in self.sentence.rules
        )
        return bool(rows) and rows[-1].end == at - 1 and not rows[-1].marker and not told

    def _after_and(self, start: int) -> bool:
        """Whether an *and* stands right before a place of the text."""
        return self.scan.folded[max(0, start - _AND) : start].split()[-1:] in [[w] for w in self.scan.pack.words["and"]]

    def _of_other_verb(self, rule: Cue) -> bool:
        """Whether words of what is to come belong to another verb, behind one that has a tense of its own: ``the pact
        that A and B signed in May will enter into force``."""
        if not (self.verbal and self.scan.pack.spelling.spaces):
            return False
        first = self.scan.folded[rule.start : rule.end].split()[0]
        later = (cue for cue in self.sentence.cues if cue.start >= self.cue.end)
        return self.scan.pack.looks("finite", first) or any(
            cue.start <= rule.start < cue.end or 0 <= cue.start - rule.end <= _SPACE for cue in later
        )

    @property
    def negated(self) -> bool:
        """Whether the clause denies the cue: a negation shortly before or in it, or behind where verbs come first."""
        code = self.scan.pack.code
        if denies(code, self.cue.pattern.source):
            return False
        # where verbs come last the verb itself denies, or a word behind it
        reach = 30 if self.scan.pack.spelling.spaces else 8
        low = self.cue.start if self.scan.pack.order == "sov" else max(self.window[0], self.cue.start - reach)
        high = self.cue.end if self.scan.pack.order == "svo" else min(self.window[1], self.cue.end + 12)
        high = self.cue.end if self._by_participle else high
        return negated(code, self.scan.folded, low, high) or self._denied_before_phrase or self._denied_as_told

    @property
    def _denied_as_told(self) -> bool:
        """Whether the clause is what somebody denies: ``denied that it had shelled Iraq``; the words that deny it begin
        in the clause before and end with the one that opens this one."""
        low = self.window[0]
        if low == self.sentence.span.start:
            return False
        begin = max(self.sentence.span.start, low - _DENIAL)
        return denied_from(self.scan.pack.code, self.scan.folded, begin, low)

    @property
    def _denied_before_phrase(self) -> bool:
        """Whether the negation stands before the phrases that come between it and the verb: ``不得向任何一方提供``."""
        pack, folded = self.scan.pack, self.scan.folded
        if not pack.comma_clauses:
            return False
        phrases = tuple(word for marker in _PHRASES for word in pack.markers.get(marker, ()))
        told = negations(pack.code, folded, self.window[0], self.cue.start)
        return any(folded.startswith(phrases, denial.end()) for denial in told)

    @property
    def denied(self) -> bool:
        """Whether a negation right before a verb of saying, where verbs stand second also as the last word of the
        clause or of the verb, tells that nothing was said: ``did not condemn``, ``schloss Gespräche nicht aus``."""
        group, pack, folded, cue = self.cue.pattern.group, self.scan.pack, self.scan.folded, self.cue
        if group is None or pack.order == "sov":
            return False
        told = pack.sets["negation"]
        if not pack.spelling.spaces:
            return folded.endswith(tuple(told), self.window[0], cue.start)
        before = two_words_before(folded, max(self.window[0], cue.start - _REACH), cue.start)
        if before < cue.start and not negated(pack.code, folded, cue.start, cue.end):
            # "did not rule out" denies, whatever else it affirms
            words = folded[before : cue.start].split()
            bare = group.type == "reject" and any(word.rstrip("'") in told for word in words)
            if bare or negated(pack.code, folded, before, cue.start):
                return True
        if pack.order != "v2" or denies(pack.code, cue.pattern.source):
            return False
        # "äußerte sich zu der Eröffnung nicht": there it may close the clause
        closing = (
            folded[cue.end : self.window[1]].rstrip(" .!?").split()[-1:] + folded[cue.start : cue.end].split()[-2:-1]
        )
        return any(word in told for word in closing)

    @property
    def background(self) -> bool:
        return self.rule("status", "background") and not (self._same_day and self.date_mention() is None)

    @property
    def _same_day(self) -> bool:
        """Whether words near the cue, or with which the sentence opens, tell that it was only earlier on that day:
        ``Earlier, X, who came on Friday, had met Y``."""
        start = self.sentence.span.start
        rows = self.sentence.status_words("same_day")
        return self.rule("status", "same_day") or any(r.start - start <= _LEADS for r in rows)

    def qualifier(self, kind: str) -> str | None:
        """The type that a qualifier of the kind near the cue gives, the nearest first."""
        best: tuple[int, str] | None = None
        # a clause ends with its verb, or a comma parts it: what stands behind is of another
        last = self.scan.pack.order == "sov" or (kind in ("visit", "meeting") and self.scan.pack.comma_clauses)
        for rule in self.sentence.rules:
            if rule.pattern.table == "qualifier" and rule.pattern.form == kind:
                distance = self.cue.distance(rule)
                if last and not self.window[0] <= rule.start < self.window[1] and not self._says_of_it(rule):
                    continue
                if best is None or distance < best[0]:
                    best = (distance, rule.pattern.value)
        return best[1] if best else None

    def _says(self, rule: Cue) -> str:
        """What a rule says of the cue: "decided to hold a summit" plans it, "the summit decided" does not."""
        value = rule.pattern.value
        if value == "agreed" and rule.start < self.cue.end and not self._signs_besides(rule):
            return "planned"
        return value

    def _signs_besides(self, rule: Cue) -> bool:
        """Whether a signing is told in a clause of its own behind what was agreed: ``同意恢复磋商,并签署六份文件``."""
        group = self.cue.pattern.group
        return group is not None and group.act == "sign" and rule.start < self.window[0]

    def _says_of_it(self, rule: Cue) -> bool:
        """Whether a later clause without a visit of its own says what kind it is: ``抵达X,这是首次正式访问``."""
        rank = rule.pattern.value in ("state", "official", "working")
        if not (rank and self.scan.pack.comma_clauses) or rule.start < self.cue.end:
            return False
        low, high = self.sentence.clause_start(rule.start), self.sentence.clause_end(rule.end)
        return not any(cue.pattern.value == "visit" and low <= cue.start < high for cue in self.sentence.cues)

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
        if pack.capitals != "nouns" or self.cue.pattern.value not in ("meeting", "body", "visit") or self.verbal:
            return False
        low = max(self.window[0], self.cue.start - 40)
        if not beside(pack.code, self.scan.text, low, self.cue.start):
            return False
        mention = self.date_mention()
        day = resolve_date(mention, self.scene.date, future=False)[0] if mention else None
        return day is None or day <= self.scene.date.isoformat()[: len(day)]

    def _wished(self, low: int) -> bool:
        """Whether the clause is what a word right before it proposes or asks for: ``proposed that they meet``."""
        if low not in self.sentence.barriers:
            return False
        rules = self.sentence.status_words("proposed")
        return any(0 <= low - rule.end <= _SPACE or self._asked_of_one(rule.end, low) for rule in rules)

    def _asked_of_one(self, start: int, low: int) -> bool:
        """Whether who is asked stands between a verb that asks and what is asked: ``pidió a Perú que``."""
        if self.cue.pattern.value not in ("action", "document", "body"):
            return False
        rows = [a for a in self.sentence.actors if start <= a.start and a.end <= low]
        return len(rows) == 1 and rows[0].start - start <= _AND and low - rows[0].end <= _SPACE

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
        if any(self.cue.start <= rule.start <= self.cue.end + 1 for rule in done):
            return low  # "and have signed": no longer what the clause before decides
        chain = False
        while low in self.sentence.barriers and (leads or folded.startswith(pack.words["and"], low + 1)):
            chain = value == "planned" and (chain or folded.startswith(pack.words["and"], low + 1))
            low = self.sentence.clause_start(low - 1)
            # "将访问A,会见B,并出席C": a clause between goes on with the one before it, too
            leads = chain and self._goes_before(low)
        return low

    def _goes_before(self, low: int) -> bool:
        """Whether a clause opens with the verb of an act that is not told as done."""
        opens = any(0 < cue.start - low <= _LEADS for cue in self.sentence.cues)
        end = self.sentence.clause_end(low + 1)
        return opens and not any(r.pattern.value == "done" and low <= r.start < end for r in self.sentence.rules)

    @property
    def infinitive(self) -> bool:
        """Whether the cue ends with an infinitive that hangs on the verb of the clause before: ``zu gründen``."""
        form = self.scan.pack.verb_form
        if "infinitive" not in self.scan.pack.verb_forms or self.having:
            return False
        words = self.scan.folded[max(0, self.cue.start - 4) : self.cue.end].split()[-2:]
        if form("infinitive", words[-1]) or form("infinitive", " ".join(words)):
            return True
        # "hoffen, das Abkommen unterschreiben zu können"
        return self.verbal and form("infinitive", self._words_behind)

    @property
    def having(self) -> bool:
        """Whether the cue is a participle in an infinitive of what was done before: ``beschossen zu haben``."""
        if "having" not in self.scan.pack.verb_forms:
            return False
        before = self.scan.folded[max(0, self.cue.start - _HAVING) : self.cue.start].split()[-1:]
        return any(self.scan.pack.verb_form("having", word) for word in (*before, self._words_behind))

    @property
    def _words_behind(self) -> str:
        """The two words that stand right behind the cue, with nothing else between."""
        behind = self.scan.folded[self.cue.end : self.cue.end + _HAVING]
        return " ".join(behind.rstrip(".,;").split()[:2]).rstrip(".,;:") if behind.startswith(" ") else ""

    @property
    def _agreed_today(self) -> bool:
        """Whether the day of what is to come is that on which somebody said or agreed so: ``agreed on Thursday to found
        a council``, ``will set up a council, X said on Wednesday``."""
        mention = self.date_mention()
        if mention is None:
            return False
        near = min(self.sentence.cues, key=lambda cue: cue.distance(mention))
        if near.pattern.value == "document":
            return False  # "of the documents to be signed today they named that on a council"
        told = [cue for cue in self.sentence.cues if cue.says]
        return any(cue.distance(mention) < self.cue.distance(mention) or cue.start < self.cue.start for cue in told)

    @property
    def _ends_something(self) -> bool:
        group = self.cue.pattern.group
        if group is None:
            return False
        return group.act in ("terminate", "close") or (group.kind == "action" and self.scan.pack.order == "sov")

    def _long_past(self, date: str) -> bool:
        """Whether a day is too long ago to be that on which a dispatch lets somebody speak: it is of what is told."""
        return len(date) == _DAY and self.scene.days_since(date) > _OLD

    def draft(self, kind: str, actors: list[Actor], status: str, **values: object) -> Draft:
        """A draft of this cue, with the date, place and topics of its clause."""
        date, end_date = self.date(status)
        if date is not None and self._is_later(date):
            if status in ("ongoing", "done") and kind in COMING and self.scan.pack.order == "sov":
                status = "planned"  # "yarın geliyor"
            elif status in ("ongoing", "done") and kind != "statement" and self.scan.pack.comma_clauses:
                status = "planned"
        if status == "planned" and kind == "visit" and date and end_date:
            today = self.scene.date.isoformat()
            status = "ongoing" if date <= today <= end_date and date < today else status  # "will be in Lima on 6-9 May"
        if date is not None and kind != "statement" and self._said_on(date, status, kind):
            date = end_date = None
        if date is not None and kind == "statement" and self._long_past(date):
            date = end_date = None
        if status == "planned" and kind in _STANDING and date == self.scene.date.isoformat() and self._agreed_today:
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
            day=mention.start if date is not None and (mention := self.date_mention()) else -1,
            background=self.background and not (kind == "statement" and self.scan.pack.comma_clauses),
            own=self._of_speakers,
        )
        for key, value in values.items():
            setattr(draft, key, value)
        return draft
