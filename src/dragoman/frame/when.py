"""When something happened: the date that goes with a cue, and whether it is over or to come."""

from __future__ import annotations

import datetime

from dragoman.find.mention import Cue, DateMention
from dragoman.frame.days import OthersDays
from dragoman.resolve.dates import resolve_date

_WORD_BEFORE = 30  # letters of the words before a date
_WORD_BEHIND = 16  # letters of the words behind a date
_WORD_BETWEEN = 4  # letters of a preposition between a verb and its own date
_MOMENTS = ("visit", "meeting", "document", "message", "accreditation", "body")  # what does not last
_CARRIED = ("meeting", "document", "message", "accreditation", "body")  # what is done on the way, on one day
AT_ONCE = ("concede", "retreat")  # acts that end what may have lasted
_SINCE = 16  # letters of the words beside a day that say that something goes on since then
_EVENT = 5  # words before a year, with that since when there was none before the event that it is of
_OF_YEAR = 6  # letters of an article and a word that only says that a year follows
_UNTIL = ("action", "document", "exchange", "visit")  # what may go on until a day
PUT_OFF = ("visit", "meeting", "exchange", "body", "document")  # what may be put off
COMING = ("visit", "meeting", "exchange")  # what a coming day makes planned: they do not reach into the future
_SAID = ("message", "meeting", "statement")  # what may be about an accident
_TOLD_LAST = ("statement", "report")  # what is said or reported has days of its own
_DECIDED = 2  # letters between a day and the verb of what was decided on it
_PUT_OFF_FROM, _PUT_OFF_TO = 100, 40  # letters between an event and what puts it off, between that and its new day
_STAYS = 15  # days since which a guest may be there
_HALF_WEEK = 4  # days up to which the weekday of a cancelled event is taken to come
_ONCE = 6  # months up to which the month of a cancelled event is taken to come; else it is over
_JUST = 7  # days within which what was agreed is still to come
_MONTHS_BACK = 8
_BEFORE_NOUN = 3  # words before a noun among which the verb stands whose object it is
_SECOND = 8  # words of a clause among which its verb stands, where verbs stand second
_AGREED = 24  # letters from a word for agreeing to the day on which somebody agreed
_AHEAD = 8  # months within which one of which the present tense tells is to come
_AT_ACT = 12  # letters behind an act within which a date is its own
_IN = 4  # letters of the word before a place
_YEAR_END = 8  # months between one that may be last year's and this one


class Dated(OthersDays):
    """A clause with its dates."""

    def put_off(self) -> Cue | None:
        """The words of the sentence that put off what the cue names: of several events the nearest is put off."""
        rules = [r for r in self.sentence.rules if r.pattern.value == "postponed" and r.pattern.table == "status"]
        if not rules or self.cue.pattern.value not in PUT_OFF:
            return None
        events = [c for c in self.sentence.cues if c.pattern.value in PUT_OFF]
        if not self.sentence.bodies:
            events = [c for c in events if c.pattern.value != "body" or c is self.cue]
        # longer words that hold those of the cue tell the same event
        events = [c for c in events if c is self.cue or not (c.start <= self.cue.start and self.cue.end <= c.end)]
        near = (r for r in rules if self.cue.distance(r) == min(cue.distance(r) for cue in events))
        return next((rule for rule in near if self._puts_off(rule)), None)

    def _puts_off(self, rule: Cue) -> bool:
        """Whether words that put something off are said of what the cue names, in its clause or behind one put in."""
        low, high = self.window
        if "," in self.scan.folded[rule.end : self.cue.start]:
            return False
        if not (self.cue.pattern.value == "visit" or low <= rule.start < high):
            return False
        inside = rule.start < self.cue.end and self.cue.start < rule.end
        return self.cue.distance(rule) <= _PUT_OFF_FROM and (inside or not self._verb_first)

    @property
    def _verb_first(self) -> bool:
        """Whether the cue begins with a verb: it tells an act, whatever else is put off."""
        first = self.scan.folded[self.cue.start : self.cue.end].split()[0]
        pack = self.scan.pack
        if "nominal" in pack.verb_forms and pack.verb_form("nominal", first):
            return False  # "imzalanması ertelendi"
        return pack.looks("finite", first) or pack.looks("participle", first)

    def put_off_to(self) -> DateMention | None:
        """The day that something is put off to: behind the verb, before a participle that stands last."""
        rule, words = self.put_off(), self.scan.pack.words["postponed_to"]
        if rule is None:
            return None
        if self.scan.pack.postpositions:
            return next((date for date in reversed(self.sentence.dates) if self._put_off_day(date, rule)), None)
        last = self.scan.pack.order == "v2"
        reach = _PUT_OFF_FROM if self.scan.pack.order == "vso" else _PUT_OFF_TO  # what is put off may stand between
        for date in self.sentence.dates:
            gap = rule.start - date.end if last and date.end <= rule.start else date.start - rule.end
            if 0 <= gap <= reach and self._behind_word(date, words):
                return date
        return None

    def _put_off_day(self, date: DateMention, rule: Cue) -> bool:
        """Whether a day stands right before the verb that puts something off, in the case that says until when:
        ``5 Haziran'a ertelendi``, ``haziran ayına ertelendi``."""
        between = self.scan.folded[date.end : rule.start].split() if date.end <= rule.start else ["", ""]
        word = self.scan.folded[max(0, rule.start - _WORD_BEFORE) : rule.start].rsplit(None, 1)[-1:]
        return len(between) <= 1 and bool(word) and self.scan.pack.looks("put_off_day", word[0])

    def date_mention(self) -> DateMention | None:
        """The date that goes with the cue, looked for once."""
        if not self._date_looked_for:
            self._date, self._date_looked_for = self._find_date(), True
        return self._date

    def _find_date(self) -> DateMention | None:
        """The date that goes with the cue: that it is put off to; in its clause, else alone in the sentence; a day
        before a month or year."""
        if (told := self.put_off_to()) is not None:
            return told
        low, high = self.window
        low = max(low, self.scene.header.end)  # the dateline's day is nobody's but the dispatch's
        first, end = self.prefield
        inside = [d for d in self.sentence.dates if low <= d.start < high or first <= d.start < end]
        inside = inside or [d for d in self.sentence.dates if d.start >= high and self._stays_since(d)][:1]
        inside = [d for d in inside if not (self._asked_on(d) or self._said_behind(d))]
        if self.scan.pack.comma_clauses and self.cue.pattern.value == "statement":
            # what is said has days of its own; when it is said stands before
            first = min(cue.start for cue in self.sentence.cues if cue.pattern.value == "statement")
            inside = [d for d in inside if d.unit == "day"]
            earlier = [d for d in self.sentence.dates if d.end <= first and d.unit == "day"]
            return next((d for d in reversed(inside) if d.end <= self.cue.start), earlier[-1] if earlier else None)
        if self.scan.pack.comma_clauses and not inside:
            # a date that opens the sentence is that of all its clauses
            first = min(cue.start for cue in self.sentence.cues)
            inside = [d for d in self.sentence.dates if d.end <= first][-1:] or self._carried_on()
        if self.cue.pattern.value == "report" and not self.scan.pack.comma_clauses:
            # a month or year is that of what is reported on
            inside = [d for d in inside if d.unit == "day"]
        if self.cue.pattern.value == "message" and self.scan.pack.comma_clauses:
            # a month or year behind the words of a letter is that of what it asks for
            inside = [d for d in inside if d.unit == "day" or d.end <= self.cue.start]
        if self._tells_where and not inside:
            inside = [d for d in self.sentence.dates if d.end <= low][-1:]  # "will go to X on Monday, where"
            inside = [d for d in inside if not (self._then_to_come and self._is_past(d)) and not self._where_left]
        alone = [d for d in self.sentence.dates if not self._aside(d)] if len(self.sentence.cues) <= 2 else []
        alone = [d for d in alone if not (self._of_saying(d) or self._asked_on(d))]
        if self._tells_where and self._where_left:
            alone = [d for d in alone if d.end > low]
        if self.scan.pack.comma_clauses:
            alone = [d for d in alone if not self._of_later_clause(d)]
        rows = inside or alone
        if self.cue.pattern.value in _TOLD_LAST and not (
            self.cue.pattern.value == "report" and self.scan.pack.comma_clauses
        ):
            # a month or year is most often that of what is said
            rows = [d for d in rows if d.unit == "day"]
        if not rows and self.scan.pack.order == "sov":
            # what says when stands before the participles that come between it and the verb
            dates = self.sentence.dates
            if self.cue.pattern.value in _TOLD_LAST:
                # a month or year, and the day of a participle, are those of what is told
                dates = [d for d in dates if d.unit == "day" and not self._of_participle(d)]
            rows = [d for d in dates if d.end <= self.cue.start][-1:]
            parted = any(self.cue.end <= b <= dates[0].start for b in self.sentence.barriers) if dates else True
            if not rows and len(dates) == 1 and not parted:
                rows = dates
        if not self._tells_where:
            rows = [d for d in rows if not (self._of_arrival(d) and self._is_past(d))]
        rows = [d for d in rows if not self._belongs_elsewhere(d) and not (self._may_last and self._ends(d))]
        if self.scan.pack.order == "v2":
            said = self.cue.pattern.value == "statement"
            rows = [d for d in rows if not self._attribute(d)] or ([] if said else rows)
        if self.cue.pattern.value in _SAID:
            rows = [d for d in rows if not self._of_accident(d)]
        if len(rows) > 1:
            rows = [d for d in rows if not self._not_then(d)]
            rows = [d for d in rows if not self._of_occasion(d)] or rows
        rows = [
            d for d in rows if not (self._of_instrument(d) or self._of_other_journey(d) or self._of_what_follows(d))
        ]
        if self.cue.pattern.value in _MOMENTS:
            # "the first visit since 2005"
            rows = [d for d in rows if not ((self._since(d) and not self._stays_since(d)) or self._of_term(d))]
        if self.cue.type in AT_ONCE:
            # "lifted the ban in force since 2011": the day is of what is ended
            rows = [d for d in rows if not (self.since_when(d) and self._is_past(d))]
        if not rows:
            return None
        if self.scan.pack.order != "sov" and (own := self._told_beside(rows)):
            return own
        # where the verb comes last its day may stand far before it, and a year right before its object
        coarse = 60 if self.scan.pack.order == "sov" else 15
        return min(rows, key=lambda d: self._apart(d.start, d.end) + (coarse if d.unit != "day" else 0))

    @property
    def _where_left(self) -> bool:
        """Whether the place of a clause that tells where is the one that somebody came from: ``arrived on Monday from
        Accra, where he met X``."""
        before = next((a for a in reversed(self.sentence.actors) if a.end <= self.window[0]), None)
        return before is not None and before.marker == "from"

    @property
    def _then_to_come(self) -> bool:
        """Whether only the clause that tells where, and not the one before, is of what is to come: ``arrived in X on
        Monday, where he will meet Y``."""
        low, high = self.window
        planned = self.sentence.status_words("planned")
        return any(low <= r.start < high for r in planned) and not any(r.start < low for r in planned)

    def _carried_on(self) -> list[DateMention]:
        """The day of what the sentence tells before, which who did it goes on to do: ``6日抵达利马,与B举行会谈``."""
        if self.cue.pattern.value not in _CARRIED:
            return []
        days = [d for d in self.sentence.dates if d.unit == "day" and d.end <= self.cue.start and not d.day2]
        if not days or any(c.says and days[-1].end <= c.start < self.cue.start for c in self.sentence.cues):
            return []
        return days[-1:]

    def _told_beside(self, rows: list[DateMention]) -> DateMention | None:
        """The date that stands right before the cue, or before a clause that hangs on the noun behind it with no other
        act between: ``das 2019 unterzeichnete Abkommen``, ``2019年与A签署的协定昨天生效``."""
        start = self.cue.start
        gap = int(self.scan.pack.spelling.spaces)
        near = next((d for d in rows if 0 <= start - d.end <= gap or self._leads_with(d)), None)
        if near and gap and any(0 < near.start - cue.end <= _WORD_BETWEEN for cue in self.sentence.cues):
            return None  # "the pact they signed in February enters into force on Monday"
        if near is None and self._hangs(self.cue):
            before = [d for d in rows if d.end <= start]
            near = before[-1] if before else None
            if near and any(near.end <= cue.start and cue.end <= start for cue in self.sentence.cues):
                return None
        return near

    def date(self, status: str) -> tuple[str | None, str | None]:
        mention = self.date_mention()
        until = next((d for d in self.sentence.dates if self._may_last and self._ends(d)), None)
        end = resolve_date(until, self.scene.date, future=True)[0] if until else None
        if mention is None:
            return None, end
        future = status in ("planned", "proposed") or self._to_come(mention)
        future = (future or (status == "cancelled" and self._near_ahead(mention))) and not self._decided_on(mention)
        if future and self._of_done_clause(mention):
            return None, end
        first, last = resolve_date(mention, self.scene.date, future)
        if first and not future and not self._believable(mention, first):
            return None, None
        return first, last or self._until(first)

    def _of_done_clause(self, mention: DateMention) -> bool:
        """Whether what is to come stands behind a clause of what is done, of which the day is that the sentence tells:
        ``星期二签署协议,A将购买军舰``."""
        comma = self.scan.folded.rfind(",", mention.end, self.cue.start) if self.scan.pack.comma_clauses else -1
        if comma < 0 or mention.unit != "day":
            return False
        rules = (rule for table in ("planned", "proposed") for rule in self.sentence.status_words(table))
        acts = any(mention.end <= cue.start and cue.end <= comma and not cue.says for cue in self.sentence.cues)
        return acts and not any(rule.start < comma for rule in rules)

    def _decided_on(self, mention: DateMention) -> bool:
        """Whether a day without a month is that on which somebody decided what is to come: ``欧盟1日决定对``; where
        sentences part clauses: ``ont décidé lundi de créer``."""
        if self.scan.pack.order in ("svo", "v2") and not self.scan.pack.comma_clauses:
            return mention.weekday is not None and mention.end <= self.cue.start and self._agreed_beside(mention)
        if not self.scan.pack.comma_clauses or mention.month or mention.unit != "day" or not mention.day:
            return False
        end = self.cue.start
        low = self.sentence.clause_start(mention.start)
        words = [r for r in self.sentence.rules if r.pattern.value == "agreed"]
        words += [cue for cue in self.sentence.cues if cue.says]
        near = (w for w in words if 0 <= w.start - mention.end <= _DECIDED and low <= w.start)
        return any(word.end <= end for word in near)

    def _agreed_beside(self, mention: DateMention) -> bool:
        """Whether words for agreeing stand right before a day, or where participles stand last right behind it."""
        rows = [r for r in self.sentence.rules if r.pattern.value == "agreed"]
        rows += [cue for cue in self.sentence.cues if cue.says and cue.type == "pledge"]
        last = self.scan.pack.order == "v2"
        return any(
            0 < mention.start - row.start <= _AGREED
            or (last and 0 < row.start - mention.end <= 1 and row.end <= self.cue.start)
            for row in rows
        )

    def _of_later_clause(self, date: DateMention) -> bool:
        """Whether a date stands behind another clause: ``发表公报,宣布边民可往来,相关安排自1月1日起实行``."""
        return self.scan.folded.count(",", self.cue.end, date.start) > 1

    def _begins_soon(self, date: DateMention) -> bool:
        """Whether a day or month without its year lies ahead: what is told of it in the present is to come."""
        if date.month is None or date.year is not None or not self._near_ahead(date):
            return False
        today = self.scene.date
        return date.month != today.month or (date.day or 0) > today.day

    def _near_ahead(self, mention: DateMention) -> bool:
        """Whether the month or weekday of what is cancelled lies nearer ahead than behind."""
        if mention.weekday is not None and mention.weeks is None and mention.turn == 0:
            return (mention.weekday - self.scene.date.isoweekday()) % 7 < _HALF_WEEK
        return mention.month is None or (mention.month - self.scene.date.month) % 12 <= _ONCE

    @property
    def _may_last(self) -> bool:
        """Whether what the cue tells may go on until a day; what does not is done by that day (``d'ici au 10 mai``)."""
        return self.scan.pack.order == "sov" or self.cue.pattern.value in _UNTIL

    def _until(self, first: str | None) -> str | None:
        """The day up to which the rest of the sentence says that something goes on that begins on another."""
        dates = [d for d in self.sentence.dates if d.start >= self.window[0] and d.unit == "day" and self._ends(d)]
        if not dates or not first or len(first) < 10:
            return None
        last, _ = resolve_date(dates[0], datetime.date.fromisoformat(first), future=True)
        return last if last and last > first else None

    def _ends(self, date: DateMention) -> bool:
        """Whether something goes on until a date: ``5 Mayıs'a kadar``, ``hasta el viernes``; not if the cue says so."""
        pack, folded = self.scan.pack, self.scan.folded
        words = pack.words["until"]
        if not words or (self.cue.pattern.value == "action" and not self._nearest(date)):
            return False
        if pack.postpositions:
            return any(word in words for word in folded[date.end : date.end + _WORD_BEHIND].split()[:2])
        if pack.words["until_behind"] and folded.startswith(pack.words["until_behind"], date.end):
            return self.cue.pattern.value == "action"
        group = self.cue.pattern.group
        postponed = group is not None and group.status == "planned"  # "postponed until"
        own = postponed and self.cue.start < date.start < self.cue.end + 20
        return not own and self._behind_word(date, words)

    def _nearest(self, date: DateMention) -> bool:
        """Whether no other cue of the sentence stands nearer to a date: "shut its border and told X to go by May 5"."""
        own = self.cue.distance(date)
        kinds = ("action", "accreditation")
        return all(own <= c.distance(date) for c in self.sentence.cues if c.pattern.value in kinds)

    def since_when(self, date: DateMention) -> bool:
        """Whether a date is told as that since when something goes on: ``since May``, ``mayıstan beri``."""
        if not self.scan.pack.spelling.spaces:
            told = self.sentence.status_words("ongoing")
            if any(rule.start < date.start and date.end < rule.end for rule in told):
                return True
        return self._beside_lasting(date, max(self.window[0], date.start - _SINCE))

    def _beside_lasting(self, date: DateMention, low: int) -> bool:
        """Whether a word for *since* stands beside a date: right behind it, or before it and its articles from ``low``
        on."""
        pack, folded = self.scan.pack, self.scan.folded
        if pack.postpositions or not pack.spelling.spaces:
            return folded[date.end : date.end + _SINCE].lstrip(" '").startswith(pack.words["lasting"])
        before = folded[low : date.start].split()
        while before and before[-1] in pack.sets["articles"]:
            before.pop()
        return f" {' '.join(before)}".endswith(tuple(f" {word}" for word in pack.words["lasting"]))

    def _is_past(self, date: DateMention) -> bool:
        first, _ = resolve_date(date, self.scene.date, future=False)
        return first is not None and first < self.scene.date.isoformat()

    def _since(self, date: DateMention) -> bool:
        """Whether a date only tells since when there was none: ``first since 2005``, ``2005'ten beri``."""
        pack = self.scan.pack
        if not pack.postpositions:
            return self._behind_word(date, pack.words["since"]) or self._behind_event(date)
        behind = self.scan.folded[date.end : date.end + _WORD_BEHIND].split()[:2]
        return any(" ".join(behind[:count]) in pack.sets["since"] for count in (1, 2))

    def _behind_event(self, date: DateMention) -> bool:
        """Whether a year or month is that of an event since which there was none: ``since independence in 1977``."""
        if date.unit == "day":
            return False
        before = self.scan.folded[self.window[0] : date.start].split()[-_EVENT:]
        since = self.scan.pack.sets["since"]
        at = next((at for at, word in enumerate(before) if word in since), len(before))
        return len(" ".join(before[at + 1 :])) > _OF_YEAR

    def _stays_since(self, date: DateMention) -> bool:
        """Whether a day is that since which somebody is where the visit takes them: ``is in Lima since Monday``."""
        if self.cue.pattern.value != "visit" or date.unit != "day":
            return False
        if not self._beside_lasting(date, max(self.sentence.span.start, date.start - _WORD_BEFORE)):
            return False
        if self.scan.pack.postpositions or not self.scan.pack.spelling.spaces:
            return True
        day = resolve_date(date, self.scene.date, future=False)[0] or ""
        return len(day) == 10 and self.scene.days_since(day) in range(_STAYS)

    def _behind_word(self, date: DateMention, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands right before a date, or before its article."""
        if not words:
            return False
        pack = self.scan.pack
        before = self.scan.folded[max(self.window[0], date.start - _WORD_BEFORE) : date.start].split()
        told = " ".join(before)
        while before and (before[-1] in pack.sets["articles"] or before[-1] in pack.dates.next):
            before.pop()
        rows = [row for row in (told, " ".join(before)) if row.endswith(words)]
        apart = pack.spelling.spaces  # elsewhere a letter may stand before the word
        return any(
            row.endswith(word) and not (apart and row[: -len(word)][-1:].isalpha()) for row in rows for word in words
        )

    def _belongs_elsewhere(self, date: DateMention) -> bool:
        """Whether another act stands right before the date: ``signed on May 3, has entered into force``."""
        mine = self._off(self.cue, date) if self.cue.end <= date.start else self.cue.distance(date)
        for cue in self.sentence.cues:
            group = cue.pattern.group
            own = self.cue.pattern.group
            if group is None or own is None or group.content or (group.kind, group.act) == (own.kind, own.act):
                continue
            apart = cue.end <= self.cue.start or self.cue.end <= cue.start
            last = self.scan.folded[cue.start : cue.end].rsplit(None, 1)[-1]
            between = group.kind == own.kind and date.end <= cue.start and cue.end <= self.cue.start
            if between and (self.scan.pack.verb_form("attributive", last) or self._hangs(cue)):
                return True  # "2022'de imzalanan anlaşmayı onayladı"
            # where commas part clauses, a day behind one is of the clause that it begins
            parted = self.scan.pack.comma_clauses and "," in self.scan.folded[cue.end : date.start]
            # "批准了2019年与A签署的协定": the date is of the clause that hangs on the noun
            parted = parted or (date.end <= self.cue.start and self._hangs(self.cue))
            if apart and not parted and group.kind == own.kind and 0 <= self._off(cue, date) < min(mine, _AT_ACT):
                return True
        return False

    def _off(self, cue: Cue, date: DateMention) -> int:
        """How far a date stands behind an act, without the place between them: ``signed in Lima in 2014``."""
        spaces = self.scan.pack.spelling.spaces
        between = [h for h in self.sentence.places if spaces and cue.end <= h.start and h.end <= date.start]
        return date.start - cue.end - sum(hit.end - hit.start + _IN for hit in between[:1])

    def _is_later(self, date: str) -> bool:
        """Whether a date, as fine as it is told, lies behind the dispatch's."""
        return date > self.scene.date.isoformat()[: len(date)]

    def _believable(self, mention: DateMention, date: str) -> bool:
        """Whether what is done may have been done then: not later than the dispatch, nor in a month without a year that
        is nearer ahead than behind (``the festival in October``, told in September)."""
        today = self.scene.date
        if self._is_later(date) and self.cue.pattern.value != "visit":
            return False
        open_year = mention.month and mention.year is None and mention.years is None and mention.turn == 0
        return not open_year or (today.month - int(date[5:7])) % 12 <= _MONTHS_BACK

    def _to_come(self, mention: DateMention) -> bool:
        """Whether a month without a year is to come, in a language that says of a past one that it was last year's."""
        if not self.scan.pack.comma_clauses or mention.month is None or mention.year or mention.years is not None:
            return False
        return 0 < mention.month - self.scene.date.month <= _YEAR_END

    def _said_on(self, date: str, status: str, kind: str) -> bool:
        """Whether what is to come is told with a day that is over: that on which somebody said so."""
        today = self.scene.date.isoformat()
        now = status == "proposed" or kind not in COMING
        over = date < today[: len(date)] or (date == today and now and self.scan.pack.comma_clauses)
        return over and status in ("planned", "proposed")

    @property
    def _coming(self) -> bool:
        """Whether the clause's own day is still to come: a later one, or in the present tense a day that is not today.

        ``will`` may be left out: ``the minister leaves for Malacca on Thursday``.
        """
        mention = self.date_mention()
        units = ("week", "month", "year") if self.scan.pack.comma_clauses else ("week",)
        if mention is not None and mention.unit in units and (mention.offset or 0) > 0:
            return True
        ahead = mention is not None and (mention.offset or mention.months or mention.years or 0) > 0
        if mention is not None and mention.unit in ("month", "year") and ahead:
            return self._present  # "the council meets next month"
        kind = self.cue.pattern.value
        held = kind in COMING or kind == "body"
        if held and mention is not None and mention.year and mention.year > self.scene.date.year:
            return True  # no verb need tell that it is to come
        if mention is not None and mention.month and mention.unit == "month" and mention.year is None:
            return self._present and 0 < (mention.month - self.scene.date.month) % 12 <= _AHEAD and mention.turn >= 0
        if mention is None or mention.unit != "day" or mention.turn < 0:
            return False
        if mention.weekday is None or mention.weeks is not None:
            date, _ = resolve_date(mention, self.scene.date, future=False)
            return date is not None and date > self.scene.date.isoformat()
        return mention.weekday != self.scene.date.isoweekday() and self._present

    @property
    def _present(self) -> bool:
        """Whether the cue's verb, or where participles stand last the clause's, is of the present tense."""
        pack = self.scan.pack
        told = self._no_nouns(self.cue.start, self.cue.end)
        words = told[:2]
        if pack.looks("participle", words[0]) and not self._noun(self.cue.start):
            words = words[:1]  # "pris part": what follows a participle is no verb
        elif pack.order == "v2" and not self.verbal:
            # "reist am Donnerstag zu Gesprächen nach Prag": the verb of the clause stands before its nouns
            words += self._no_nouns(self.window[0], self.cue.start)[:_SECOND]
            words += self._no_nouns(self.cue.end, self.window[1])[:1]  # "der Besuch findet ... statt"
        elif pack.order == "sov":
            words = told[-2:]
        elif pack.order == "svo" and not self.verbal:
            # "the ministers of A and B meet", "A and B hold their annual summit"
            told = self.scan.folded[self.cue.start : self.cue.end].split(",")[0].split()
            words = told + self.scan.folded[self.window[0] : self.cue.start].split()[-_BEFORE_NOUN:]
        rows = [word for word in words if pack.looks("present", word)]
        if not rows or not all(pack.looks("participle", word) for word in rows):
            return bool(rows)
        # "wurde eröffnet", "hat besucht": beside an auxiliary a participle is no present
        clause = self.scan.folded[slice(*self.window)].split()
        return not any(word in pack.sets["auxiliaries"] for word in clause)

    def _no_nouns(self, low: int, high: int) -> list[str]:
        """The words of a stretch; where nouns have capitals, nouns but the first word of the sentence are no verbs:
        ``hat dem Abkommen zugestimmt``."""
        words = self.scan.folded[low:high].split()
        if self.scan.pack.capitals != "nouns":
            return words
        written = self.scan.text[low:high].split()
        first = low == self.sentence.span.start
        pairs = zip(words, written, strict=True)
        return ["-" if one[0].isupper() and (at or not first) else word for at, (word, one) in enumerate(pairs)]

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
