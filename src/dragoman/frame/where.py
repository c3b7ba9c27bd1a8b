"""Where something happened: the place that goes with a cue."""

from __future__ import annotations

from dragoman.find.glue import marker_behind
from dragoman.find.kinds import kind_before, marker_of_kind
from dragoman.frame.when import Dated
from dragoman.lang.matcher import Hit
from dragoman.resolve.there import place_meant, told_by
from dragoman.world import places_of_states

_POST = 4  # letters between an embassy and the city it is in


_THERE = ("protest", "assault")  # acts that happen where those stand who suffer or do them
_HOSTED = ("meeting", "body", "exchange", "document")  # what a city may host
_SOON = 10  # letters between a city and that verb where nothing parts words
_TALKED, _TALKED_WORDS = 40, 3  # letters before a place and words in which a word such as *situation* stands
_HOSTS = 40  # letters behind a city in which the verb stands that says so
_RECEIVED = ("present_credentials", "farewell")


class Placed(Dated):
    """A clause with its places."""

    def place(self, markers: tuple[str, ...] = ("in",)) -> tuple[str | None, str | None]:
        """The place told after one of the markers, nearest to the cue: English name and state.

        The clause comes first; without a place there, the only one of the sentence counts.
        """
        low, high = self.window
        marked = [hit for hit in self.sentence.places if self.marked(hit, markers)]
        if self.cue.pattern.value == "action" and self.scan.pack.comma_clauses:
            # "在A访问利马期间宣布提供贷款": where another goes
            ends = [cue.end for cue in self.sentence.cues if cue.pattern.value == "visit" and cue.end <= self.cue.start]
            marked = [hit for hit in marked if hit.start not in ends]
        inside = [hit for hit in marked if low <= hit.start < high]
        before = [hit for hit in marked if self.scan.pack.order == "sov" or hit.start < self.cue.start]
        alone = before if self.scan.pack.comma_clauses else marked
        rows = inside or (before if len(alone) == 1 else [])
        if not rows and self.scan.pack.order == "sov":
            rows = [hit for hit in marked if hit.end <= self.cue.start][-1:]
        rows = self._told_before(inside) or rows
        if len(rows) > 1 and self.cue.pattern.value == "visit" and self.scan.pack.order == "svo":
            rows = [hit for hit in rows if not self._of_visit_before(hit)] or rows
        if not rows:
            return None, None
        return places_of_states(min(rows, key=lambda h: self._apart(h.start, h.end)))

    def _of_visit_before(self, hit: Hit) -> bool:
        """Whether a place stands behind the words of another visit, before the cue: ``came to A and goes on to B``."""
        if hit.start >= self.cue.start or self.scan.pack.comma_clauses:
            return False
        return any(
            c.pattern.value == "visit" and c.start <= hit.start and c.end <= self.cue.start for c in self.sentence.cues
        )

    @property
    def told_here(self) -> bool:
        """Whether a word of the clause, and not of a journey told before, stands for where the dispatch is sent from:
        ``arrived here``; not ``went on from here``."""
        match = told_by(self.scan, "here", *self.window)
        if match is None or self.marker_before(match.start()) == "from":
            return False
        later = self.sentence.status_words("planned")
        return not any(match.end() <= rule.start < self.cue.end for rule in later)

    def place_hits(self) -> list[Hit]:
        low, high = self.window
        return [hit for hit in self.sentence.places if low <= hit.start < high and hit.start >= self.scene.header.end]

    def place_before(self, markers: tuple[str, ...], end: int) -> str | None:
        """The last place of the sentence up to ``end`` that is told after one of the markers."""
        rows = [hit for hit in self.sentence.places if hit.end <= end and self.marked(hit, markers)]
        return places_of_states(rows[-1])[0] if rows else None

    def _told_before(self, inside: list[Hit]) -> list[Hit]:
        """The place that the clause's ``where`` or ``there`` stands for."""
        low, high = self.window
        meant = place_meant(self.scan, self.number, low, high, self.scene.header.end)
        return [meant] if meant and (not inside or self._tells_where) else []

    def _is_post(self, hit: Hit) -> bool:
        """Whether a place only says where an envoy or embassy is: what is done to them is not done there."""
        group = self.cue.pattern.group
        if self.cue.pattern.value not in ("accreditation", "action") or (group and group.type in _THERE):
            return False
        held = [a for a in self.sentence.actors if a.office or a.form == "institution"]
        # in a language without spaces a post stands inside the mention; behind it stands where something is done
        told = group is not None and (group.act in _RECEIVED or group.kind == "action")
        reach = -1 if told and not self.scan.pack.spelling.spaces else _POST
        return any(a.start < hit.start <= a.end + reach for a in held)

    def marked(self, hit: Hit, markers: tuple[str, ...]) -> bool:
        """Whether a place is told after one of the markers."""
        if hit.start < self.scene.header.end or self._is_post(hit) or self._is_talked_about(hit):
            return False
        told = next((actor.marker for actor in self.sentence.actors if actor.start == hit.start), "")
        behind = marker_behind(self.scan.folded, hit.end, self.scan.pack)
        marker = told or behind or self.marker_before(hit.start) or self._of_state(hit.start, hit.end)
        if (at := self._kind_at(hit, marker)) >= 0:
            marker = self._marker_of_kind(at)
        elif hit.case is not None:
            # a place's own case tells "in" from "to" and needs no word before it
            marker = self.scan.pack.case_after.get(marker, {}).get(hit.case, marker) or hit.case
        if not marker and self._hosts(hit):
            marker = "in"
        return marker in markers

    def _is_talked_about(self, hit: Hit) -> bool:
        """Whether a place is that of whose state of things they talk: ``discussed the situation in the Sahel``."""
        words = self.scan.pack.words["situation"]
        if not words or self.cue.pattern.value != "meeting" or self.scan.pack.order not in ("svo", "v2"):
            return False
        before = self.scan.folded[max(self.sentence.span.start, hit.start - _TALKED) : hit.start].split()
        return any(word in words for word in before[-_TALKED_WORDS:])

    def _hosts(self, hit: Hit) -> bool:
        """Whether a place is told as the host of an event: ``Nairobi will host talks between A and B``."""
        words = self.scan.pack.words["hosting"]
        if not words or self.cue.pattern.value not in _HOSTED:
            return False
        folded, pack = self.scan.folded, self.scan.pack
        behind = folded[hit.end : hit.end + _HOSTS].lstrip(" ,")
        if pack.order == "vso":
            told = folded[max(0, hit.start - _HOSTS) : hit.start].rstrip().endswith(words)
        elif pack.order == "sov":
            told = any(word in folded[hit.end : self.window[1]] for word in words)
        else:
            told = behind.startswith(words) or (pack.comma_clauses and any(word in behind[:_SOON] for word in words))
        ministry = any(a.start <= hit.start < a.end and a.form != "capital" for a in self.sentence.actors)
        return told and not ministry

    def _kind_at(self, hit: Hit, marker: str) -> int:
        """Where the word for a kind of place stands that a city's name follows (``the city of Geneva``); -1 if none
        does. It has the marker and the case, and the name none of its own (``в швейцарском городе Женева``)."""
        bare = marker in ("", "of") or hit.case == ""
        return kind_before(self.scan.folded, hit.start, self.scan.pack) if bare else -1

    def _marker_of_kind(self, at: int) -> str:
        """The marker before the word for a kind of place: ``in`` of ``in the Swiss city of``."""
        marker = marker_of_kind(self.scan.folded, at, self.scan.pack) or self._of_state(at, at)
        return self.scan.pack.marker_means.get(marker, {}).get("place", marker)

    def _of_state(self, start: int, end: int) -> str:
        """The marker of the state right before its city, as where no word parts them: ``在中国上海``; of its adjective
        elsewhere: ``im marokkanischen Rabat``, ``в швейцарской Женеве``."""
        if self.scan.pack.spelling.spaces:
            rows = (a for a in self.sentence.actors if a.attributive and a.form == "adj" and a.end + 1 == start)
            before = next(rows, None)
            return (before.marker or self.marker_before(before.start)) if before else ""
        rows = (a for a in self.sentence.actors if a.start < start and a.end in (start, end))
        return next((a.marker for a in rows if a.form in ("state", "capital")), "")
