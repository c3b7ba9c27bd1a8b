"""Which capitalised words of a dispatch are persons: judged over the whole text, so that a surname alone is known."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from dragoman.find.clitics import head_of
from dragoman.find.declension import NameForms, without_initials
from dragoman.find.glue import Unit, glue_between, marker_before
from dragoman.find.joining import OF_SOMEBODY
from dragoman.find.mention import Sentence
from dragoman.find.persons import capital_runs, has_given_name, is_given_name
from dragoman.find.spelling import skeleton
from dragoman.find.staff import serves
from dragoman.find.uncapitalised import NameReader
from dragoman.find.unspaced import UnspacedReader
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold
from dragoman.text.sentences import Span

_DOT = re.compile("[·・•‧]")
_NATIVE = 3  # the letters of native names
_FAR = 48  # letters that may stand between a name and what vouches for it
_VARIED = 4  # the letters of a name that may be written in several ways
_WORD = re.compile(r"[\w-]+")
_ENDED = re.compile(r"\w['’][a-zçğıöşüəâî]+(?!\w)")
_INITIALLED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{2}")  # "İ.Əliyev" begins a name of its own
_SHIP = 24  # letters of a ship's word, at most
_OFFICE = 60  # letters of what an office is of, at most
_FULL = (2, 3)  # words of a full name
_TAIL = 24  # letters before a state in which a comma and a preposition stand
_STRONG = ("office", "title", "counterpart", "host", "guest")


@functools.cache
def _only_particles(code: str) -> frozenset[str]:
    """The particles of names that say nothing else: ``bin``, and not ``de``."""
    return load(code).sets["particles"] - frozenset(_all_markers(code))


@functools.cache
def _heads_something(code: str) -> tuple[str, ...]:
    """What stands behind the name of somebody of whom a relative clause says what he or she leads or is."""
    pack = load(code)
    if pack.capitals != "names" or pack.order not in ("svo", "vso"):
        return ()
    return tuple(f", {words} " for words in (*pack.words["heading"], *pack.words["holding"]))


class NameFinder:
    """Collects candidate names sentence by sentence, settles which are persons, then adds them as units."""

    def __init__(self, text: str, folded: str, pack: Pack) -> None:
        self._text, self._folded, self._pack = text, folded, pack
        self._runs: dict[int, list[tuple[int, int]]] = {}
        self._strong: set[tuple[int, int]] = set()
        self._forms = NameForms(pack)
        self._cases: dict[tuple[int, int], str | None] = {}
        self._lasts: set[str] = set()  # last words of names as they stand, where endings are written onto them
        self.known: dict[str, str] = {}  # a name or a part of it, folded -> the fullest name

    def look(self, row: Sentence, units: list[Unit], bucket: list[Hit]) -> None:
        """Note the candidate names of a sentence, and which of them an office or title vouches for."""
        if self._pack.capitals == "none":
            spaced = self._pack.spelling.spaces
            if spaced:
                runs = NameReader(self._text, self._folded, self._pack, row, units, bucket).runs()
            else:
                runs = UnspacedReader(self._text, self._folded, self._pack, row.span, units).runs(row, bucket)
            self._strong.update(runs)
        else:
            self._give_back(units)
            ships = self._drop_ships(units)
            raw = [run for run in self._capital_runs(row.span, units) if run[0] not in ships]
            blocked = self._blocked(row, bucket) if raw else set()
            trimmed = [self._trim(run, blocked, row.span.start) for run in raw]
            for run, name in zip(raw, trimmed, strict=True):
                if self._pack.order == "svo" and run[0] < name[0] < name[1]:
                    self._lengthen(run[0], name[0], units)
            trimmed = [run for run in trimmed if run[0] < run[1] and not self._names_place(run[0])]
            runs = [self._cut(run, units) for run in trimmed]
        self._runs[row.span.start] = runs
        self._lasts.update(self._text[run[0] : run[1]].rsplit(None, 1)[-1] for run in runs)
        for run in runs:
            if self._vouched(run, units):
                self._strong.add(run)
        for left, right in itertools.pairwise(runs):
            # "Ministers X and Y": what vouches for the one vouches for the other
            if (left in self._strong) == (right in self._strong):
                continue
            full = (self._tokens(left) > 1 and self._tokens(right) > 1) or (
                self._pack.capitals == "names" and left in self._strong and self._tokens(left) == self._tokens(right)
            )
            if full and self._listed(left, right, units):
                self._strong.update((left, right))
        if self._pack.name_cases:
            for run in runs:
                self._cases[run] = self._case(run, units)
            for left, right in itertools.pairwise(runs):
                # listed names share their case
                if self._cases[right] is None:
                    glue = glue_between(self._folded, _person(left), _person(right), self._pack)
                    listed = glue in ("and", "comma") or self._each_of_state(left, right, units)
                    self._cases[right] = self._cases[left] if listed else None
            for run in runs:
                self._forms.note(self._text[run[0] : run[1]], self._cases[run])

    def _each_of_state(self, left: tuple[int, int], right: tuple[int, int], units: list[Unit]) -> bool:
        """Whether a state alone stands between two names of a list: ``послов Ганы X, Чада Y``."""
        state = next((u for u in units if left[1] < u.start and u.end < right[0]), None)
        if state is None or state.table != "state" or state.end + 1 != right[0]:
            return False
        return glue_between(self._folded, _person(left), state, self._pack) in ("and", "comma")

    def _listed(self, left: tuple[int, int], right: tuple[int, int], units: list[Unit]) -> bool:
        """Whether two names stand in a list, perhaps each with its state in brackets: ``X (Peru) and Y (Ghana)``."""
        if glue_between(self._folded, _person(left), _person(right), self._pack) == "and":
            return True
        state = next((u for u in units if left[1] < u.start and u.end < right[0]), None)
        if state is None or state.table not in ("state", "org"):
            return False
        opened = self._folded[left[1] : state.start].strip() == "("
        rest = self._folded[state.end : right[0]].lstrip("). ,")
        closed = self._folded.startswith(")", state.end) and (not rest or rest.strip() in self._pack.sets["and"])
        return opened and closed

    def _case(self, run: tuple[int, int], units: list[Unit]) -> str | None:
        """The case in which a name stands: that of the office before it, or what the word before it asks for."""
        before = [unit for unit in units if unit.end <= run[0]]
        person = _person(run)
        while before:
            unit = before.pop()
            if glue_between(self._folded, unit, person, self._pack) not in ("direct", "of", "in", "to"):
                break
            if unit.case is not None and unit.table in ("office", "title", "ref"):
                if unit.case == "subj" and unit.value in OF_SOMEBODY:
                    return None  # "the spokesman of X" is written like "the spokesman X"
                if unit.case == "" and unit.table == "office":
                    return self._case_of_undeclined(unit)
                if unit.case == "of" and serves(unit, before) and self._nominative(run):
                    return ""  # "the spokesman of the Finnish president X": who speaks
                return "" if unit.case == "subj" else unit.case
            person = unit
        asked = self._pack.marker_cases.get(marker_before(self._folded, run[0], self._pack))
        return asked or self._case_behind(run, units)

    def _nominative(self, run: tuple[int, int]) -> bool:
        """Whether a name is written as no genitive is: ``Юрий Ушаков``, and not ``Юрия Ушакова``."""
        words = self._text[run[0] : run[1]].split()
        genitives = [word for word in words if self._forms.may_be(word, "of")]
        return len(words) > 1 and (not genitives or (is_given_name(words[0]) and words[0] not in genitives))

    def _case_behind(self, run: tuple[int, int], units: list[Unit]) -> str | None:
        """The case of the office behind a name and its comma: ``Али Касема, президента Сомали``."""
        office = next((unit for unit in units if unit.start >= run[1]), None)
        if office is None or office.table != "office" or office.case in ("", "subj", None):
            return None
        glue = glue_between(self._folded, _person(run), office, self._pack)
        return office.case if glue == "comma" else None

    def _case_of_undeclined(self, office: Unit) -> str | None:
        """The case of a name behind an office that is not declined (``замминистра``): that for which the word before
        asks, the nominative where a sentence begins, else any."""
        asked = self._pack.marker_cases.get(marker_before(self._folded, office.start, self._pack))
        return asked or ("" if self._text[office.start].isupper() else None)

    def _blocked(self, row: Sentence, bucket: list[Hit]) -> set[int]:
        """Places where a capital begins a word that is no name."""
        blocked = _blocked(self._text, bucket, self._pack)
        if self._pack.capitals == "nouns":
            # a noun that tells an act ("Bericht erstatten") is no part of a name
            starts = (cue.start for cue in row.cues)
            blocked.update(at for at in starts if not (self._text[at].isupper() and is_given_name(self._word_at(at))))
        return blocked

    def _capital_runs(self, span: Span, units: list[Unit]) -> list[tuple[int, int]]:
        """Runs of capitals between the units, cut where another word of the pack begins."""
        edges = [span.start, *(edge for unit in units for edge in (unit.start, unit.end)), span.end]
        runs: list[tuple[int, int]] = []
        for start, end in zip(edges[::2], edges[1::2], strict=False):
            for run in capital_runs(self._text, start, end, self._pack):
                for part in self._cut_behind_endings(run):
                    runs += self._parted(part)
        return runs

    def _words(self, run: tuple[int, int]) -> list[tuple[int, str]]:
        """The words of a stretch of the text, each with where it begins."""
        stretch = self._text[run[0] : run[1]]
        if stretch.isalpha():
            return [(run[0], stretch)]  # one word, as most are where nouns have capitals
        words, at = [], run[0]
        for word in stretch.split():
            at = self._text.index(word, at)
            words.append((at, word))
            at += len(word)
        return words

    def _parted(self, run: tuple[int, int]) -> list[tuple[int, int]]:
        """A run in two where a name ends with a case and another's first name follows (``Tokayevlə İlham Əliyev``)."""
        if self._pack.name_cases:
            return self._behind_genitive(run)
        if self._pack.order != "sov":
            return [run]
        words = self._words(run)
        parts, begin = [], run[0]
        for (start, word), (behind, follows) in itertools.pairwise(words):
            ends = is_given_name(follows) and not is_given_name(word) and base_form(word, self._pack) != word
            if ends or _INITIALLED.match(follows):
                parts.append((begin, start + len(word)))
                begin = behind
        return [piece for part in (*parts, (begin, run[1])) for piece in self._nominative_first(part)]

    def _behind_genitive(self, run: tuple[int, int]) -> list[tuple[int, int]]:
        """A name in the genitive and another's in the nominative (``пресс-секретарь Яна Тамаса Юрий Ковач``)."""
        words = self._words(run)
        for at in range(1, min(len(words) - 1, _GENITIVES + 1)):
            before = [word for _, word in words[:at]]
            follows = words[at][1]
            genitive = all(self._forms.may_be(word, "of") and not is_given_name(word) for word in before)
            if genitive and is_given_name(follows) and not self._forms.may_be(follows, "of"):
                return [(run[0], words[at - 1][0] + len(before[-1])), (words[at][0], run[1])]
        return [run]

    def _nominative_first(self, run: tuple[int, int]) -> list[tuple[int, int]]:
        """A subject's full name and another's with its case behind it (``Arman Seitkali Jan Kowalczyk'e``)."""
        words = self._words(run)
        last = words[-1][1] if words else ""
        if len(words) < 4 or not is_given_name(words[0][1]) or base_form(last, self._pack) == last:
            return [run]
        for at in range(2, len(words) - 1):
            (start, word), (behind, follows) = words[at - 1], words[at]
            if is_given_name(follows) and word[0].isupper() and not is_given_name(word):
                return [(run[0], start + len(word)), (behind, run[1])]
        return [run]

    def _cut_behind_endings(self, run: tuple[int, int]) -> list[tuple[int, int]]:
        """A run cut behind words with an ending where only the last word of a name has one: ``A B'yi Meclis'te``."""
        if self._pack.order != "sov":
            return [run]
        parts, start = [], run[0]
        for match in _ENDED.finditer(self._text, *run):
            parts.append((start, match.end()))
            start = next((place for place, _ in self._words((match.end(), run[1]))), run[1])
        return [*parts, (start, run[1])] if start < run[1] else parts

    def _word_at(self, place: int) -> str:
        match = _WORD.match(self._text, place)
        return match.group() if match else ""

    def _names_place(self, start: int) -> bool:
        """Whether what stands right before a name says that it is a place's: ``aeropuerto internacional Simón X``,
        ``Grenzstadt San X``; a word for a capital may only tell where somebody speaks."""
        kinds = self._pack.sets["place_words"]
        if not kinds or self._pack.order == "sov" or self._folded[start - 1 : start] not in (" ", "-"):
            return False
        before = self._text[max(0, start - _SHIP * 2) : start].split()[-2:]
        before = before if self._pack.adjective_after_office else before[-1:]
        if self._pack.capitals != "nouns":
            before = [word for word in before if word.islower()]  # "Ville Koskinen" is somebody
        words = [word.lower() for word in before]
        return any(word in kinds and not word.startswith(self._pack.words["seat"]) for word in words)

    def _drop_ships(self, units: list[Unit]) -> set[int]:
        """``The frigate Admiral X`` is no admiral: such titles go; where they and the names behind them begin."""
        words = self._pack.words["ships"]
        titles = [unit for unit in units if unit.table in ("office", "title")] if words else []
        found: set[int] = set()
        for unit in titles:
            before = self._folded[max(0, unit.start - _SHIP) : unit.start].rstrip('«„“" ').split()
            if before and before[-1] in words:
                units.remove(unit)
                found.add(unit.start)
        return found

    def _give_back(self, units: list[Unit]) -> None:
        """A place's word that is somebody's name: ``Chancellor Sofia Lang``, ``Premier Gao Jianping``."""
        names_of_peoples = [u for u in units if u.form == "adj"] if self._pack.order == "sov" else []
        for unit in names_of_peoples:
            # "Cumhurbaşkanı Rumen Radev"
            surname = self._surname_behind(unit, units)
            if surname and any(u.end + 1 == unit.start and u.table == "office" and not u.case for u in units):
                units.remove(unit)
        for unit in [u for u in units if u.table == "place" or u.form == "capital"]:
            surname = self._surname_behind(unit, units)
            offices = [u for u in units if u.table == "office" and u.end == unit.start - 1]
            if unit.case == "of" and any(u.value == "governor" for u in offices):
                continue  # "губернатор Баварии X"
            # "la reina Sofía": right behind a title that stands before first names
            royal = any(u.value == "head_of_state" for u in offices)
            known = is_given_name(self._text[unit.start : unit.end])
            # "президента Сербии Милана Йовановича": nor is a place right behind a state
            behind = any(
                u.table == "state" and u.end == unit.start - 1 and self._office_before(u, units) for u in units
            )
            beside = offices or (behind and self._pack.case_of_head)
            named = (known and (surname or royal)) or (surname and beside and unit.table == "place")
            if named or self._behind_particle(unit) or self._behind_first(unit, units):
                units.remove(unit)
        for unit in [u for u in units if u.form in ("name", "capital") and self._named_like(u, units)]:
            units.remove(unit)
        # "J.D. Miller": an initial is no title
        initials = [u for u in units if u.table == "title" and u.start and self._folded[u.start - 1] == "."]
        for unit in initials:
            units.remove(unit)
        for unit in [u for u in units if u.table == "office" and self._pack.capitals == "names"]:
            # "Pablo Rey", "Stephen King": right behind a first name an office's word is a surname
            first = self._text[max(0, unit.start - 24) : unit.start].split(" ")[-2:]
            word = self._text[unit.start : unit.end]
            title = word.istitle() and " " not in word and word.isalpha()
            if len(first) == 2 and not first[1] and is_given_name(first[0]) and word.istitle() and " " not in word:
                units.remove(unit)
            elif title and self._small_adjectives() and self._ends_name(unit, first):
                units.remove(unit)  # "Maria Corazon Reyes", and later "Reyes"
        for before, unit in itertools.pairwise(list(units)):
            # "Sheikh Sultan bin Rashid": an office's word behind a title is a first name
            beside = unit.table == "office" and before.end == unit.start - 1
            titled = beside and before.table == "title" and is_given_name(self._text[unit.start : unit.end])
            held = before.table == "office" or (before.table == "state" and self._office_before(before, units))
            parted = self._folded[before.end : unit.start] == ", " and self._particle_behind(unit)
            if titled or ((beside or parted) and held and self._first_name(unit, units)):
                units.remove(unit)
        for unit in [u for u in units if u.form == "adj"] if self._small_adjectives() else ():
            # "la secretaria general de la OSCE, Helena Lindqvist": an adjective has no capital
            word = self._text[unit.start : unit.end]
            if word.istitle() and is_given_name(word) and self._surname_behind(unit, units):
                units.remove(unit)

    def _ends_name(self, unit: Unit, before: list[str]) -> bool:
        """Whether an office's word with a capital ends a name: behind two words with capitals, or told so before."""
        word = self._text[unit.start : unit.end]
        words = self._text[max(0, unit.start - _FAR) : unit.start].split(" ")[-3:]
        behind = len(words) == 3 and not words[2] and all(w[:1].isupper() and w.isalpha() for w in words[:2])
        known = word in self._lasts and not (before and before[-1] == "" and before[0] in self._pack.sets["articles"])
        return (behind and is_given_name(words[0])) or known

    def _small_adjectives(self) -> bool:
        """Whether adjectives of states are written small."""
        return self._pack.capitals == "names" and self._pack.adjective_after_office

    def _first_name(self, unit: Unit, units: list[Unit]) -> bool:
        """Whether an office's word right behind another office is a first name: ``dövlət katibi Meri Kollinz``."""
        word = self._text[unit.start : unit.end]
        one = self._pack.capitals != "none" and word.istitle() and word.isalpha()
        if self._pack.capitals == "nouns":
            return one and is_given_name(word) and self._particle_behind(unit)
        return one and is_given_name(word) and (self._surname_behind(unit, units) or self._particle_behind(unit))

    def _particle_behind(self, unit: Unit) -> bool:
        """Whether a name goes on right behind with a particle: ``Sultan bin Rashid``."""
        words = self._folded[unit.end : unit.end + _FAR].split()
        return (
            self._folded.startswith(" ", unit.end) and words[:1] != [] and words[0] in _only_particles(self._pack.code)
        )

    def _named_like(self, unit: Unit, units: list[Unit]) -> bool:
        """Whether a state's or capital's word is a first name: ``President Santiago X``, ``Foreign Minister Israel X``.

        It stands between an office and one more word with a capital. Where all nouns have capitals it may also be an
        object (``warf der Präsident Israel Verrat vor``): there the office has no article, or is of the state itself.
        """
        if self._pack.order not in ("svo", "v2") or self._pack.case_of_head or unit.case or unit.table != "state":
            return False
        if " " in self._text[unit.start : unit.end] or not self._surname_behind(unit, units):
            return False
        before = [u for u in units if u.end <= unit.start][-2:]
        if not before or before[-1].end != unit.start - 1:
            return False
        if before[-1].form == "adj" and len(before) > 1 and before[0].table == "office":
            before.reverse()  # "le ministre israélien Israel X"
        if before[-1].table != "office" or before[-1].case:
            return False
        if self._pack.capitals != "nouns":
            return True
        own = before[0].form == "adj" and before[0].value == unit.value
        start = before[-1].start
        return own or self._folded[:start].rsplit(None, 1)[-1:] not in ([word] for word in self._pack.words["articles"])

    def _behind_first(self, unit: Unit, units: list[Unit]) -> bool:
        """Whether a place stands right behind a word with a capital that only a first name can be, between it and an
        office or the state behind that: ``President Raul Medina``, ``президент Перу Рауль Медина``."""
        start = self._folded.rfind(" ", 0, unit.start - 1) + 1
        word = self._text[start : unit.start - 1]
        if unit.table != "place" or self._pack.order == "sov" or self._pack.capitals == "none" or not word.istitle():
            return False
        if not word.isalpha() or any(u.start < unit.start and start < u.end for u in units):
            return False
        before = [u for u in units if u.end == start - 1]
        office = any(u.table == "office" for u in before)
        return office or any(u.table == "state" and self._office_before(u, units) for u in before)

    def _behind_particle(self, unit: Unit) -> bool:
        """Whether a place stands behind a first name and a particle, and so is a surname: ``Albert del Rosario``."""
        words = self._text[max(0, unit.start - 24) : unit.start].split(" ")[-3:]
        if len(words) < 3 or words[2] or not words[1].islower() or self._pack.capitals == "none":
            return False
        if words[1] not in self._pack.sets["particles"] or words[1] in self._pack.sets["too"]:
            return False
        # "de", "von" may also say whence or whose
        return words[1] not in _all_markers(self._pack.code) and is_given_name(words[0])

    def _surname_behind(self, unit: Unit, units: list[Unit]) -> bool:
        """Whether a word with a capital that is none of the pack's stands right behind."""
        capital = self._text.startswith(" ", unit.end) and self._text[unit.end + 1 : unit.end + 2].isupper()
        return capital and not any(u.start == unit.end + 1 for u in units)

    def _cut(self, run: tuple[int, int], units: list[Unit]) -> tuple[int, int]:
        """A long run whose name begins late: the rest belongs to the office (``Secretary for X Affairs A B``)."""
        if self._text.count(" ", *run) < 2:
            return run
        words = self._words(run)
        at = next((n for n, (_, word) in enumerate(words) if is_given_name(word)), 0)
        if not 0 < at < len(words) - 1:
            return run
        office = next((u for u in reversed(units) if u.end <= run[0]), None)
        if office is None or office.table != "office" or run[0] - office.end > _OFFICE:
            return run
        between = self._folded[office.end : run[0]].split()
        if not between or between[0] not in self._pack.markers.get("of", ()) + self._pack.markers.get("for", ()):
            return run
        office.end = words[at - 1][0] + len(words[at - 1][1])
        return words[at][0], run[1]

    def _lengthen(self, start: int, name: int, units: list[Unit]) -> None:
        """An office takes in the words before a name that belong to it: ``director of the Ministry of Sport A B``."""
        before = [u for u in units if u.end <= start][-2:]
        # "director of the Ministry of Y"
        ministry = before.pop() if before and before[-1].value in ("home", "ministry") else None
        office = before[-1] if before else None
        if office is None or office.table not in ("office", "institution"):
            return
        small = (*self._pack.markers["of"], *self._pack.markers["for"], *self._pack.words["and"])
        between = self._text[office.end : name].split()
        told = all(word[0].isupper() or word in small or word in self._pack.sets["articles"] for word in between)
        if told and name - office.end <= _OFFICE and between[0] in small and self._stops(between[-1]):
            office.end = name - 1
            if ministry is not None:
                units.remove(ministry)

    def _trim(self, run: tuple[int, int], blocked: set[int], sentence_start: int) -> tuple[int, int]:
        words = self._words(run)
        while words and (
            words[0][0] in blocked or (words[0][0] == sentence_start and self._function_word(words[0][1]))
        ):
            words.pop(0)
        while words and words[0][0] > run[0] and not words[0][1][0].isupper() and len(words) > 1:
            words.pop(0)  # the particle behind a noun: "the bridge of Narva"
        while self._pack.order in ("sov", "v2") and len(words) > 1 and self._stops(words[0][1]):
            words.pop(0)  # "... Konseyi Üyesi A B", "die Freilassung A Bs"
        while self._pack.order == "svo" and len(words) > _FULL[0] and self._stops(words[0][1]):
            words.pop(0)  # "director of the Ministry of Sport A B"
        while len(words) > 1 and self._is_acronym(words[0][1]) and not words[1][1].isupper():
            words.pop(0)
        for number, (place, _) in enumerate(words):
            if place in blocked or words[number][1].lower() in self._pack.name_stops:
                words = words[:number]
                break
        if not words or (len(words) == 1 and self._pack.order == "sov" and self._is_acronym(words[0][1])):
            return run[0], run[0]
        return words[0][0], words[-1][0] + len(words[-1][1])

    def _stops(self, word: str) -> bool:
        """Whether a word is in no name."""
        return _folded_word(word, self._pack.spelling.turkic) in self._pack.name_stops

    def _is_acronym(self, word: str) -> bool:
        """``CIA Director``: an abbreviation that may stand before a name; initials such as ``JD`` are shorter."""
        return word.isalpha() and word.isupper() and 3 <= len(word) <= 5 and self._pack.capitals == "names"

    def _function_word(self, word: str) -> bool:
        return word.lower() in _function_words(self._pack.code)

    def _vouched(self, run: tuple[int, int], units: list[Unit]) -> bool:
        """Whether an office or a title stands beside the name, or its given name is known."""
        person = _person(run)
        for unit in units:
            if unit.end < run[0] - _FAR or unit.start > run[1] + _FAR:
                continue  # nothing joins what stands so far apart
            if unit.table == "title" and unit.value == "behind":
                if glue_between(self._folded, person, unit, self._pack) == "direct" and run[1] <= unit.start:
                    return True
                continue
            if unit.case and self._pack.order == "sov" and unit.table != "state":
                continue  # what bears a case ends an actor
            table = unit.value if unit.table == "ref" else unit.table
            if (
                table in _STRONG
                and unit.end <= run[0]
                and glue_between(self._folded, unit, person, self._pack) == "direct"
                and not self._begins_noun(run, units)
            ):
                return True
            behind_state = (
                unit.table in ("state", "org", "institution") and unit.end <= run[0] and self._joined(unit, person, run)
            )
            if behind_state and self._office_before(unit, units):
                return True
            if behind_state and self._tokens(run) > 1 and (self._of_people(unit) or self._next_of_list(unit, units)):
                return True  # "the Israeli X Y"
            if (
                table in ("office", "counterpart")
                and unit.end <= run[0]
                and glue_between(self._folded, unit, person, self._pack) == "comma"
            ):
                return self._tokens(run) > 1
            if run[1] <= unit.start and self._tokens(run) > 1 and self._apposed(run, unit, units):
                return True
        written = self._text[run[0] : run[1]]
        if self._pack.name_cases and without_initials(written) != written:
            return True  # "С.Лавров"
        if self._tokens(run) < 2 or self._behind_article(run):
            return False
        if self._folded.startswith(_heads_something(self._pack.code), run[1]):
            return True  # "X Y, who leads ..."
        return has_given_name(written) or any(
            is_given_name(base) for base in self._forms.candidates(written.split()[0])
        )

    def _next_of_list(self, unit: Unit, units: list[Unit]) -> bool:
        """Whether a state is one more of those for which an office told before is held: ``les ambassadeurs du Népal, A,
        du Mali, B``."""
        if self._pack.order != "svo" or self._pack.case_of_head or unit.form != "name":
            return False
        head, comma, tail = self._folded[max(0, unit.start - _TAIL) : unit.start].rpartition(",")
        small = (*self._pack.markers.get("of", ()), *self._pack.words["articles"], *self._pack.words["and"])
        words = tail.replace("'", "' ").split()
        of = any(word in self._pack.markers.get("of", ()) for word in words)
        listed = bool(comma and head) and of and all(word in small for word in words)
        return listed and any(u.table == "office" and u.end < unit.start for u in units)

    def _of_people(self, unit: Unit) -> bool:
        """Whether a state is told by its inhabitants; adjectives that follow nouns have capitals only as such."""
        if self._pack.case_of_head:
            return unit.form == "people"
        capital = self._pack.adjective_after_office and self._text[unit.start].isupper()
        return capital and unit.form in ("adj", "people") and self._folded[unit.start - 1 : unit.start] in (" ", "'")

    def _behind_article(self, run: tuple[int, int]) -> bool:
        """Whether an article stands right before, as before no person's bare name: ``the Stella Maris``."""
        if self._pack.capitals != "names" or self._pack.order not in ("svo", "v2"):
            return False
        before = self._folded[max(0, run[0] - 8) : run[0]].split()
        return bool(before) and before[-1] in self._pack.sets["articles"] and self._folded[run[0] - 1] == " "

    def _begins_noun(self, run: tuple[int, int], units: list[Unit]) -> bool:
        """Whether an article right before says that a noun begins: ``bat der Minister die Botschafter``."""
        if self._pack.capitals != "nouns" or any(unit.end + 1 == run[0] for unit in units):
            return False
        before = self._folded[max(0, run[0] - 12) : run[0]].split()
        return bool(before) and before[-1] in self._pack.sets["articles"]

    def _office_before(self, unit: Unit, units: list[Unit]) -> bool:
        """Whether an office stands before a state, perhaps with one more between (``the ambassador of X to Y``)."""
        before = [u for u in units if u.end <= unit.start]
        glue = glue_between(self._folded, before[-1], unit, self._pack) if before else ""
        if before and before[-1].table == "state" and glue in ("in", "to"):
            unit, before = before[-1], before[:-1]
            glue = glue_between(self._folded, before[-1], unit, self._pack) if before else ""
        if before and before[-1].table == "institution" and unit.table == "state" and glue in ("of", "direct"):
            unit, before = before[-1], before[:-1]  # "the director of the Foreign Ministry of China, X"
            glue = glue_between(self._folded, before[-1], unit, self._pack) if before else ""
        declined = self._pack.case_of_head or unit.table == "institution"
        if declined and before and before[-1].form == "adj" and glue == "direct":
            unit, before = before[-1], before[:-1]  # "the head of the Polish ministry X"
            glue = glue_between(self._folded, before[-1], unit, self._pack) if before else ""
        if self._pack.adjective_after_office and before and before[-1].table == "institution" and glue == "direct":
            unit, before = before[-1], before[:-1]  # "el portavoz del Ministerio chino, X"
            glue = glue_between(self._folded, before[-1], unit, self._pack) if before else ""
        held = bool(before) and (before[-1].table == "office" or before[-1].value == "counterpart")
        posted = held and before[-1].value in ("ambassador", "special_envoy") and glue in ("to", "in", "for")
        faced = held and before[-1].value == "counterpart" and glue == "in"
        return posted or faced or (held and glue in ("of", "direct"))

    def _joined(self, unit: Unit, person: Unit, run: tuple[int, int]) -> bool:
        glue = glue_between(self._folded, unit, person, self._pack)
        return glue == "direct" or (glue == "comma" and self._tokens(run) > 1)

    def _apposed(self, run: tuple[int, int], unit: Unit, units: list[Unit]) -> bool:
        """Whether an office, perhaps behind its state, follows after a comma: ``X, Chinese foreign minister``."""
        if glue_between(self._folded, _person(run), unit, self._pack) not in ("comma", "paren"):
            return False
        if unit.table == "office":
            return True
        after = [u for u in units if u.start >= unit.end]
        return (
            unit.table in ("state", "org")
            and bool(after)
            and after[0].table == "office"
            and glue_between(self._folded, unit, after[0], self._pack) == "direct"
        )

    def _tokens(self, run: tuple[int, int]) -> int:
        return len(self._text[run[0] : run[1]].split())

    def settle(self) -> None:
        """Make the index of names: the fullest form for each name, surname and first name."""
        self._take_surnames()
        fulls = sorted(
            {self._base(run) for run in self._strong},
            key=lambda name: (-len(self._parts(name)), self._text.find(name), name),
        )
        spelled: dict[str, str] = {}
        for full in fulls:
            first = spelled.setdefault(skeleton(self._without_articles(full)), full)
            if first != full:
                self.known[self._key(full)] = first
                continue
            self._index(full)

    def _take_surnames(self) -> None:
        """``Malawi's X Y`` is a person where the text elsewhere tells ``Mr Y``."""
        if self._pack.capitals != "names" or self._pack.order != "svo":
            return
        told = {self._text[run[0] : run[1]] for run in self._strong if self._tokens(run) == 1}
        for run in (run for runs in self._runs.values() for run in runs) if told else ():
            words = self._text[run[0] : run[1]].split()
            if run not in self._strong and len(words) in _FULL and words[-1] in told and not self._behind_article(run):
                self._strong.add(run)

    def _index(self, full: str) -> None:
        """Put a full name under all that may stand for it: itself, its surname, its first name, its tails."""
        parts = self._parts(full)
        variant = None if self._pack.spelling.spaces else self._variant(full)
        if variant:
            self.known[self._key(full)] = variant
            return
        key, bare = self._key(full), without_initials(full)
        longer = self.known.get(key)
        if longer is None and len(parts) > 1:
            # "Recep Erdogan" is the "Recep Tayyip Erdogan" told elsewhere
            ends = (parts[0].lower(), parts[-1].lower())
            fuller = (name for name in self.known.values() if len(name.split()) > len(parts))
            longer = next((n for n in fuller if (n.split()[0].lower(), n.split()[-1].lower()) == ends), None)
        if longer is None and bare != full:
            longer = self.known.get(self._key(bare))
            longer = longer if longer and longer[0] == full[0] else None
        self.known.setdefault(key, longer or full)
        if self._pack.capitals == "none":
            if self._pack.spelling.spaces:
                self._index_tail(full, parts)
            else:
                self._index_parts(full, parts)
            return
        particle, _, rest = parts[-1].partition("-")  # "al-Zintani" may be told as "Zintani"
        last = rest if rest and particle.lower() in self._pack.sets["particles"] else parts[-1]
        for part in (bare, parts[-1], parts[0], last) if longer is None else ():
            if self._may_stand_alone(part) and self._key(part) not in self.known:
                self.known[self._key(part)] = full
        if len(parts) > 2:
            tails = (" ".join(parts[at:]) for at in range(1, len(parts) - 1))
            for part in (*tails, *parts[1:-1], " ".join(parts[:-1])):
                if len(part) > 3:
                    self.known.setdefault(self._key(part), full)

    def _may_stand_alone(self, part: str) -> bool:
        """Whether a word of a name may stand for it: one of two letters if it is no particle or initials (``Xi``)."""
        return len(part) > 2 or (len(part) == 2 and part.istitle() and part.lower() not in self._pack.sets["particles"])

    def _parts(self, name: str) -> list[str]:
        """The words of a name; without spaces its parts are told by dots."""
        return name.split() if self._pack.spelling.spaces else _DOT.split(name)

    def _index_parts(self, full: str, parts: list[str]) -> None:
        """Where dots part a name, its last or first part and what follows its first part may stand for it."""
        for key in (parts[-1], full[len(parts[0]) + 1 :], parts[0]) if len(parts) > 1 else ():
            if len(key) > 1:
                self.known.setdefault(self._key(key), full)

    def _without_articles(self, name: str) -> str:
        """A name without the articles that some write and some do not: ``يوسف الطراونة``, ``يوسف طراونة``."""
        articles = tuple(self._pack.clitics.get("article", ()))[:1]
        words = (word[len(articles[0]) :] if articles and word.startswith(articles) else word for word in name.split())
        return " ".join(words)

    def _key(self, name: str) -> str:
        """What a name is looked up by: folded where a script has no capitals but several ways to write a letter, else
        without accents, which some write and some do not."""
        return fold(name) if self._pack.capitals == "none" else _unaccented(name.lower())

    def _index_tail(self, full: str, parts: list[str]) -> None:
        """Without capitals a first name alone may be any word; the surname, with the particles before it, is not."""
        particles = self._pack.words["particles"]
        tail = [parts[-1]]
        for part in reversed(parts[1:-1]):
            if fold(part) not in particles:
                break
            tail.insert(0, part)
        for key in {self._key(" ".join(tail)), self._key(parts[-1])}:
            if len(parts) > 1 and len(key) > 3 and key not in self._pack.name_stops:
                self.known.setdefault(key, full)

    def _base(self, run: tuple[int, int]) -> str:
        return self._declined(run)[0]

    def _declined(self, run: tuple[int, int]) -> tuple[str, str | None]:
        """A name's base form and the case that its ending tells."""
        written = self._text[run[0] : run[1]]
        base = self._without_ending(written, base_form(written, self._pack))
        if self._pack.name_cases:
            return self._forms.base(base, self._cases.get(run))
        return base, self._pack.case("", self._suffix(run, base))

    def _without_ending(self, written: str, base: str) -> str:
        """The name without an ending that no rule takes off: the text elsewhere writes it without (``Obamaya``,
        ``Merkels``)."""
        if self._pack.order not in ("sov", "v2") or not self._pack.cases:
            return base
        word = written.rsplit(None, 1)[-1]
        if base == written and (stem := self._stripped(word)):
            return written[: len(written) - len(word)] + stem
        return base

    def _stripped(self, word: str) -> str | None:
        """The longest beginning of a word that stands alone in the text where the rest is an ending."""
        for end in range(len(word) - 1, 2, -1):
            stem = word[:end]
            if stem in self._lasts and self._pack.case("", fold(word[end:], self._pack.spelling.turkic)):
                return stem
        return None

    def add(self, span: Span, units: list[Unit]) -> list[Unit]:
        """The sentence's units with its persons, each under the fullest name that the text gives."""
        out = list(units)
        if not self.known:
            return sorted(out, key=lambda unit: unit.start)
        for run in self._two_known(self._runs.get(span.start, ())):
            name, case = self._declined(run)
            full = (
                self.known.get(self._key(name))
                or (None if self._pack.spelling.spaces else self._variant(name))
                or self.known.get(self._key(without_initials(name)))
                or (self._by_tail(name) if run not in self._strong else None)
            )
            if full is None and run in self._strong:
                full = name
            elif full is not None and self._pack.capitals == "nouns" and run not in self._strong:
                run = self._without_nouns(run, full)
            if full is not None:
                out.append(
                    Unit(
                        run[0],
                        run[1],
                        "person",
                        full,
                        "person",
                        self._suffix(run, name),
                        case="subj" if case == "" else case,
                    )
                )
        if self._pack.capitals == "none":
            self._add_known(span, out)
        if self._pack.surnames:
            self._add_surnames(out)
        return sorted(out, key=lambda unit: unit.start)

    def _variant(self, name: str) -> str | None:
        """A name told before of which one letter is written otherwise: ``米尔济亚耶夫`` for ``米尔济约耶夫``."""
        if len(name) < _VARIED:
            return None
        same = (key for key in sorted(self.known) if len(key) == len(name) and key[0] == name[0])
        key = next((key for key in same if sum(a != b for a, b in zip(key, name, strict=True)) == 1), None)
        return self.known[key] if key else None

    def _two_known(self, runs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Where a subject may stand right before another name: two persons that the text tells of elsewhere."""
        for run in runs:
            words = self._words(run) if self._pack.order == "sov" else []
            if len(words) != 2:
                yield run
                continue
            parts = [(run[0], words[0][0] + len(words[0][1])), (words[1][0], run[1])]
            left, right = (self.known.get(self._key(self._base(part))) for part in parts)
            apart = left and right and left != right and self._base(run) not in (left, right)
            yield from parts if apart else [run]

    def _by_tail(self, name: str) -> str | None:
        """A longer run may begin with a word that is no name: try without it."""
        parts = name.split()
        if is_given_name(parts[0]):
            return None  # another person of that surname
        return next(
            (
                self.known[self._key(" ".join(parts[at:]))]
                for at in range(1, len(parts))
                if self._key(" ".join(parts[at:])) in self.known
            ),
            None,
        )

    def _without_nouns(self, run: tuple[int, int], full: str) -> tuple[int, int]:
        """A run without the nouns that stand before a name told elsewhere: ``auf Einladung Merkels``."""
        words = self._words(run)
        first = next((at for at, word in words[:-1] if self._key(word) in self._key(full).split()), words[-1][0])
        return first, run[1]

    def _suffix(self, run: tuple[int, int], base: str) -> str:
        written = self._text[run[0] : run[1]]
        return self._folded[run[0] + len(base) : run[1]] if written.startswith(base) else ""

    def _add_known(self, span: Span, out: list[Unit]) -> None:
        """In scripts without capitals a name told once is looked for everywhere."""
        for part, full in sorted(self.known.items(), key=lambda item: (-len(item[0]), item[0])):
            at = self._folded.find(part, span.start, span.end)
            while at >= 0:
                end = at + len(part)
                place = self._pack.no_name is not None and self._pack.no_name.match(self._folded, end)
                there = [unit for unit in out if unit.start < end and at < unit.end]
                free = all(self._surname_of_origin(unit, at, end, out) for unit in there)
                if free and not place and self._stands_alone(at, end):
                    out[:] = [unit for unit in out if unit not in there]
                    out.append(Unit(at, end, "person", full, "person"))
                at = self._folded.find(part, end, span.end)

    def _surname_of_origin(self, unit: Unit, start: int, end: int, units: list[Unit]) -> bool:
        """Whether an adjective of a state is a surname told before: it qualifies no noun with an article or office."""
        article = tuple(self._pack.clitics.get("article", ()))[:1]
        if not article or unit.form != "adj" or unit.start < start or unit.end > end:
            return False
        before = self._folded[max(0, start - 40) : start].split()[-1:]
        return not (before and before[0].startswith(article)) and not any(
            0 <= start - other.end <= 1 for other in units
        )

    def _add_surnames(self, out: list[Unit]) -> None:
        """A surname right before an office stands for the one person so called: ``江主席``."""
        taken = {unit.end for unit in out}
        for unit in [u for u in out if u.table in ("office", "title") and u.start not in taken and u.start > 0]:
            letter = self._folded[unit.start - 1]
            named = {full for full in self.known.values() if full[0] == letter and len(full) <= _NATIVE}
            if letter in self._pack.surnames and len(named) == 1:
                out.append(Unit(unit.start - 1, unit.start, "person", named.pop(), "person"))

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a name found is a word of its own, but for what is written onto it."""
        if not self._pack.spelling.spaces:
            return True
        begin = head_of(self._folded, start, self._pack).start
        return not self._folded[end : end + 1].isalnum() and not (begin and self._folded[begin - 1].isalnum())


_GENITIVES = 3  # words of a name before another's


def _person(run: tuple[int, int]) -> Unit:
    """What may be a name as a unit, to ask what stands between it and others."""
    return Unit(run[0], run[1], "person", "")


@functools.cache
def _function_words(code: str) -> frozenset[str]:
    """Articles, *and*, clause words and markers of a language."""
    pack = load(code)
    clause = (word.strip(", ") for word in pack.words["clause"])
    markers = (word for row in pack.markers.values() for word in row)
    return frozenset((*pack.words["articles"], *pack.words["and"], *clause, *markers))


@functools.lru_cache(maxsize=20_000)
def _folded_word(word: str, turkic: bool) -> str:
    return fold(word, turkic)


@functools.lru_cache(maxsize=20_000)
def _unaccented(name: str) -> str:
    if name.isascii():
        return name
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def _given(text: str, hit: Hit) -> bool:
    """Whether a day's word is somebody's first name, or what would be a topic one before a surname: ``Islam X``."""
    if hit.entry.table not in ("date", "topic") or not is_given_name(text[hit.start : hit.end]):
        return False
    return hit.entry.table == "date" or (text.startswith(" ", hit.end) and text[hit.end + 1 : hit.end + 2].isupper())


def _blocked(text: str, bucket: list[Hit], pack: Pack) -> set[int]:
    """Places where a capital begins a word that the pack knows as no name; ``Jan`` may be either."""
    tables = {"date", "document", "body"} | ({"topic"} if pack.capitals == "nouns" else set())
    starts = {hit.start for hit in bucket if hit.entry.table in tables and not _given(text, hit)}
    for hit in bucket:
        if hit.entry.table == "mask":
            starts.update(hit.start + word.start() for word in re.finditer(r"\S+", text[hit.start : hit.end]))
    return starts


@functools.lru_cache(maxsize=20_000)
def _without_suffixes(word: str, code: str) -> str:
    for pattern, replacement in load(code).name_endings:
        word = re.sub(pattern, replacement, word)
    return word


def base_form(name: str, pack: Pack) -> str:
    """The name without the suffixes that the pack takes off names (``Aliyev's``, ``Tokayevlə``)."""
    words = name.split()
    words[-1] = _without_suffixes(words[-1], pack.code)
    return " ".join(words).rstrip(",") if words[-1] else name


@functools.cache
def _all_markers(code: str) -> frozenset[str]:
    """All words of a pack that tell a place in the clause."""
    return frozenset(word for words in load(code).markers.values() for word in words)
