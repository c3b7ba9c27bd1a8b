"""The schema of a pack and its loader. Unknown keys are errors: a typing slip must not go unseen."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dragoman.lang.endings import WordEnd, WordEnds
from dragoman.lang.patterns import Spelling
from dragoman.text.fold import fold


class PackError(ValueError):
    """A pack that breaks the format; the message names file, key and mend."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One surface of a table. ``value`` is a code or a codebook id, ``form`` says how it stands for it."""

    table: str
    surface: str
    value: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Cues that propose the same kind of record, and where its roles stand in the clause."""

    kind: str
    cues: tuple[str, ...]
    type: str | None = None
    act: str | None = None
    status: str | None = None
    args: Mapping[str, str] = field(default_factory=dict)
    passive: bool = False
    content: bool = False
    mute: bool = False  # its cues tell nothing: they only keep shorter ones of the kind from telling it
    verb: bool = False  # its cues begin with a finite verb: told only where verbs come first
    told: bool = False  # who does it and to whom must be told: nobody is supposed
    summons: bool = False  # an envoy is called in: a meeting, unless the sentence tells of a complaint


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that says something of its sentence: a status, a reference, a qualifier of a kind."""

    table: str
    value: str
    pattern: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """How a language writes days, months and years; offsets count from the dispatch's date."""

    months: Mapping[int, list[str]]
    weekdays: Mapping[int, list[str]]
    relative: Mapping[int, list[str]]
    weeks: Mapping[int, list[str]]
    month_offsets: Mapping[int, list[str]]
    year_offsets: Mapping[int, list[str]]
    from_told: Mapping[int, list[str]]  # in days from the day told last: "the same day"
    durations: Mapping[int, list[str]]  # how many days something lasts: "three-day"
    patterns: tuple[str, ...]
    last: tuple[str, ...]
    next: tuple[str, ...]
    weekday_ranges: tuple[str, ...] = ()  # how two weekdays stand for the days between: "from Monday to Thursday"
    decades: tuple[str, ...] = ()  # years that stand for the ten that begin with them: "1990'lı yıllar"
    none: tuple[str, ...] = ()  # phrases with a date word that tell no date: "por la mañana"
    numerals: Mapping[str, int] = field(default_factory=dict)  # what letters count that numbers are written with


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that dragoman knows of one language."""

    code: str
    name: str
    capitals: str
    order: str
    ordinal_dot: bool
    spelling: Spelling
    suffixes: Mapping[str, str]
    default_suffix: Mapping[str, str]
    cases: Mapping[str, str]
    declensions: Mapping[str, Mapping[str, str]]
    case_after: Mapping[str, Mapping[str, str]]
    case_of_head: bool
    name_cases: Mapping[str, tuple[tuple[str, str], ...]]
    marker_cases: Mapping[str, str]
    reference_cases: Mapping[str, re.Pattern[str]]
    abbreviations: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    sets: Mapping[str, frozenset[str]]  # the same, to look a word up in
    markers: Mapping[str, tuple[str, ...]]
    passive_words: tuple[str, ...]
    participle: str
    infinitive: str  # what looks like a participle and is none
    entries: tuple[Entry, ...]
    cues: tuple[CueGroup, ...]
    rules: tuple[Rule, ...]
    dates: Dates
    bare_state_before_office: bool
    adjective_after_office: bool
    office_in_state: Mapping[str, Mapping[str, str]]  # surface -> state -> office
    loose_offices: frozenset[str]
    again: Mapping[str, tuple[str, ...]]  # words for somebody told before -> offices that he or she may hold
    office_states: Mapping[str, str]  # offices that there are in one state only: surface -> state
    name_after_office: str
    name_endings: tuple[tuple[str, str], ...]
    marks: bool  # vowel marks are written or not: they are left out before anything is matched
    clitics: Mapping[str, Any]
    pro_drop: bool
    others_act: str  # words, in the nominative, for those who act besides states and officials
    faced: str  # how a noun looks in the cases of whom somebody meets, where verbs come last
    put_off_day: str  # how the word before the verb ends that tells to which day something is put off
    present: str  # what verbs of the present look like: with a day other than today they tell what is to come
    genders: Mapping[str, re.Pattern[str]]  # what words say of whom they stand for: "f" a woman, "m" a man
    finite: str  # what finite verbs look like: a cue that begins with one tells an act
    subjectless: str  # how verbs look that tell no subject and mean the sides: a regular expression
    object_pronoun: str
    feminine_verb: str  # what verbs look like whose subject is feminine; of states all but the masculine ones are
    feminine_noun: str  # what feminine nouns look like
    masculine_states: frozenset[str]
    name_stops: frozenset[str]
    name_shape: str
    office_names: frozenset[str]  # words of offices that inside a name are part of it
    honorifics: dict[str, tuple[str, ...]]  # references that are said only of who holds one of these offices
    name_tail: str  # how surnames end that count only behind an office and one more word
    relative: re.Pattern[str] | None  # how relative clauses and participles behind their noun begin, comma first
    department: re.Pattern[str] | None  # what an office is of, told between it and the name, as the text writes it
    oblique: re.Pattern[str] | None  # articles that with the noun behind them are never a nominative's
    relative_class: str  # the suffix class of relative pronouns
    possessives: frozenset[str]
    marker_means: Mapping[str, Mapping[str, str]]  # markers that mean one thing before a person, another before a place
    offices_of_states: frozenset[str]  # words that are offices only before a state: "head"
    heads: frozenset[str]  # words that are, with an institution, the office of who heads it
    name_letters: frozenset[str]  # without capitals and spaces: what names from elsewhere are written with
    surnames: frozenset[str]  # and what native names begin with
    subject_first: bool  # no subject follows its verb
    shorts: Mapping[str, str]  # surroundings in which a letter stands for a state
    short_states: Mapping[str, tuple[str | None, tuple[str, ...]]]  # letter -> its own state, all that it may stand for
    post_words: tuple[str, ...]  # before the state in which an envoy serves, told before the office
    comma_clauses: bool  # a comma parts clauses: one that tells an act from the next
    owned: re.Pattern[str] | None  # what a state right before it only qualifies
    appointed: Mapping[str, tuple[str, ...]]  # words behind or before which somebody without an office is named
    no_name: re.Pattern[str] | None  # what follows no name of a person: "airport"
    counts: Mapping[str, int]  # how many a letter before a reference tells
    name_after: re.Pattern[str] | None  # what belongs to a name behind it: the number of a king
    native: frozenset[str]  # states whose people have names without dots
    sounds: tuple[tuple[str, str], ...]  # what romanised letters stand for in this language: pattern, letters
    sound_letters: Mapping[str, str]  # letters whose usual romanisation is another
    dateline: Mapping[str, str]  # what stands before a dateline's place, how a dateline closes
    home: str | None  # whose officials are told without a state, in a dispatch that names no agency
    postpositions: Mapping[str, tuple[str, ...]]  # markers whose words stand behind their noun
    verb_forms: Mapping[str, re.Pattern[str]]  # what forms of verbs say of the clause, where verbs come last
    clause_ends: WordEnds  # words with which a clause ends
    head_ends: WordEnds  # and those with which it does if an actor follows, on whom it hangs
    document_name: Mapping[str, re.Pattern[str]]  # which words beside a document's noun are in its name and which not

    def begins_relative(self, folded: str, at: int) -> bool:
        """Whether a relative clause begins at a place of the folded text."""
        if self.relative is not None:
            return self.relative.match(folded, at) is not None
        return folded[at : at + 1] in _relative_letters(self.code) and folded.startswith(self.words["relative"], at)

    def verb_form(self, name: str, word: str) -> bool:
        """Whether a word has one of the forms of ``verb_forms``."""
        return name in self.verb_forms and _verb_form(self.code, name, word)

    def looks(self, form: str, word: str) -> bool:
        """Whether a word looks like a ``participle``, an ``infinitive``, a ``finite`` or a ``present`` verb."""
        return _looks(self.code, form, word)

    def case(self, letter: str, suffix: str) -> str | None:
        """The marker that a suffix of a class stands for: ``""`` for the nominative, None where it tells nothing."""
        return _case(self.code, letter, suffix) if suffix or letter in self.declensions else None


@functools.cache
def _regex(source: str) -> re.Pattern[str]:
    return re.compile(source)


@functools.cache
def _relative_letters(code: str) -> frozenset[str]:
    """The letters and signs with which relative clauses begin: most places are none of them."""
    return frozenset(word[0] for word in load(code).words["relative"])


@functools.lru_cache(maxsize=50_000)
def _verb_form(code: str, name: str, word: str) -> bool:
    return load(code).verb_forms[name].fullmatch(word) is not None


@functools.lru_cache(maxsize=50_000)
def _looks(code: str, form: str, word: str) -> bool:
    """What a verb looks like: as with suffixes, a few words make up most of a text."""
    source = getattr(load(code), form)
    return bool(source) and _whole(source, word)


@functools.lru_cache(maxsize=50_000)
def _case(code: str, letter: str, suffix: str) -> str | None:
    """What a suffix tells: a few endings make up most of a text."""
    pack = load(code)
    if letter in pack.declensions:
        return next((marker for marker, endings in pack.declensions[letter].items() if _whole(endings, suffix)), None)
    if suffix:
        return next((marker for marker, regex in pack.cases.items() if _whole(regex, suffix)), None)
    return None


def _whole(source: str, suffix: str) -> bool:
    return _regex(source).fullmatch(suffix) is not None


_KEYS = {
    "name", "script", "capitals", "spaces", "turkic", "ordinal_dot", "order", "prefix", "suffixes", "default_suffix",
    "cases", "abbreviations", "articles", "and", "markers", "passive", "titles", "particles", "negation", "clause",
    "relative",
    "status", "references", "name_after_office", "name_endings", "bare_state_before_office", "gap", "respelled",
    "declensions", "case_after", "case_of_head", "name_cases", "marker_cases", "reference_cases",
    "adjective_after_office", "marks", "clitics", "pro_drop", "finite", "inversion", "complement", "present",
    "object_pronoun", "name_stops", "name_shape", "office_names", "honorifics", "name_tail", "reported", "subjectless",
    "relative_pattern", "relative_class", "department_pattern", "oblique_pattern", "possessives", "adverbs",
    "dateline_words",
    "verb_prefix", "sides", "marker_means", "elision", "perfect",
    "of_home", "noun_or_verb", "before_verb", "feminine_verb", "feminine_heads", "masculine_states",
    "name_letters", "surnames", "subject_first", "shorts", "post_words", "dateline",
    "comma_clauses", "native", "led_by", "owned", "appointed", "no_name_before", "counts", "fronting",
    "puts_in", "puts_in_time", "puts_in_time_ends", "protested", "at_meeting", "until_behind", "indirect",
    "of_year", "lasting", "visited",
    "attributive", "name_after", "sounds", "sound_letters",
    "postpositions", "verb_forms", "clause_ends", "head_ends", "home", "titles_behind", "until", "quoting", "apart",
    "met_next",
    "seat", "there", "here", "of_others", "where", "genders", "reflexive", "affirming", "represents", "since", "who",
    "heads_delegation", "led_delegation", "took_part", "meeting_told", "jointly", "in_order_to",
    "written", "letter_says", "predecessor", "situation",
    "retold", "contrast", "too", "definite", "owner_articles", "to_do", "auxiliaries", "document_name",
    "postponed_to", "anniversary", "exchanged", "alike", "in_letter", "in_release", "with_subject", "said_behind", "we",
    "decided", "deputies", "feminine_noun", "addressing", "plural_articles", "place_words", "put_off_day", "ships",
    "others_act", "faced", "adverb_ends",
    "hosting", "ministers", "conditional", "countries", "several", "departments", "purpose", "companies", "attached",
    "own_people",
    "onward", "wants_case",
    "no_subject", "wished", "determiners", "heading", "heading_last", "holding", "held",
}  # fmt: skip
_VERB_FORMS = {
    *("nominal", "attributive", "possessed", "oblique"),
    *(
        "plural",
        "own",
        "negative",
        "bidden",
        "gerund",
        "suspended",
        "linking",
        "singular",
        "infinitive",
        "result",
        "having",
    ),
}
_WORD_END = ("words", "but", "before", "behind")
_DOCUMENT_NAME = {"before", "about", "follows", "ends", "loose", "case"}
_GROUP_KEYS = {"kind", "type", "act", "status", "args", "cues", "passive", "content", "verb", "mute", "told", "summons"}
_DATE_WORDS = ("months", "weekdays", "relative", "weeks", "month_offsets", "year_offsets", "from_told")
_DATE_TABLES = (*_DATE_WORDS, "durations")
_DATE_LISTS = ("patterns", "weekday_ranges", "decades", "last", "next", "none")
_WORDS = (
    "articles",
    "inversion",
    "complement",
    "perfect",
    "reported",
    "and",
    "particles",
    "negation",
    "clause",
    "relative",
    "titles",
    "adverbs",
    "dateline_words",
    "sides",
    "of_home",
    "noun_or_verb",
    "before_verb",
    "feminine_heads",
    "led_by",
    "until",
    "of_others",
    "quoting",
    "apart",
    "met_next",
    "onward",
    "wants_case",
    "reflexive",
    "since",
    "who",
    "affirming",
    "represents",
    "heads_delegation",
    "led_delegation",
    "took_part",
    "meeting_told",
    "no_subject",
    "adverb_ends",
    "determiners",
    "jointly",
    "in_order_to",
    "written",
    "letter_says",
    "predecessor",
    "situation",
    "contrast",
    "too",
    "fronting",
    "puts_in",
    "puts_in_time",
    "puts_in_time_ends",
    "protested",
    "at_meeting",
    "of_year",
    "lasting",
    "visited",
    "until_behind",
    "indirect",
    "retold",
    "attributive",
    "seat",
    "there",
    "here",
    "where",
    "definite",
    "owner_articles",
    "to_do",
    "auxiliaries",
    "postponed_to",
    "anniversary",
    "exchanged",
    "alike",
    "in_letter",
    "in_release",
    "conditional",
    "with_subject",
    "said_behind",
    "we",
    "decided",
    "deputies",
    "addressing",
    "plural_articles",
    "place_words",
    "ships",
    "hosting",
    "ministers",
    "countries",
    "several",
    "departments",
    "purpose",
    "wished",
    "companies",
    "attached",
    "own_people",
    "heading",
    "heading_last",
    "holding",
    "held",
)


# what language.yml of every pack must tell
_REQUIRED = (
    *("name", "capitals", "spaces", "turkic", "prefix", "order", "ordinal_dot", "suffixes", "default_suffix", "cases"),
    *("abbreviations", "markers", "passive", "clause", "status", "references"),
)
_FILES = ("language.yml", "states.tsv", "offices.yml", "nouns.yml", "topics.yml", "dates.yml", "cues.yml")


@functools.cache
def languages() -> tuple[str, ...]:
    """The codes of the packs that are installed."""
    root = resources.files("dragoman.packs")
    complete = (folder.name for folder in root.iterdir() if all((folder / name).is_file() for name in _FILES))
    return tuple(sorted(complete))


def contract() -> dict[str, tuple[str, int, int]]:
    """For each language its English name, and of the contract's facts those coded in full and those told.

    Counted by ``scripts/language_table.py``; a pack that it has not seen yet has none.
    """
    made = {row[0]: row for row in read_rows(resources.files("dragoman.packs") / "passes.tsv")}
    return {
        code: (made[code][1], int(made[code][2]), int(made[code][3])) if code in made else (code, 0, 0)
        for code in languages()
    }


def read_yaml(path: Traversable) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise PackError(f"{path.name} is no YAML: {' '.join(str(error).split())}") from None


def read_rows(path: Traversable) -> Iterator[list[str]]:
    """The rows of a tab-separated table; blank lines and ``#`` comments are skipped."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def _check(where: str, data: Mapping[str, Any], known: Iterable[str]) -> None:
    unknown = set(data) - set(known)
    if unknown:
        raise PackError(f"{where}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(known))}")


@functools.cache
def load(code: str) -> Pack:
    """The pack of a language, read once."""
    folder = resources.files("dragoman.packs") / code
    if not (folder / "language.yml").is_file():
        raise PackError(f"unsupported language {code!r}; supported are {', '.join(languages())}")
    if lacking := [name for name in _FILES if not (folder / name).is_file()]:
        raise PackError(f"packs/{code} lacks {', '.join(lacking)}; docs/packs.md tells what belongs there")
    data = read_yaml(folder / "language.yml")
    if untold := [key for key in _REQUIRED if key not in data]:
        raise PackError(f"packs/{code}/language.yml: missing key {untold[0]!r}; docs/packs.md tells what it means")
    _check(f"packs/{code}/language.yml", data, _KEYS)
    if bare := [
        key for key, words in data.items() if isinstance(words, list) and any(w is False or w is True for w in words)
    ]:
        raise PackError(f'packs/{code}/language.yml, {bare[0]}: YAML reads a bare no as false; write "no"')
    _check(f"packs/{code}/language.yml, verb_forms", data.get("verb_forms", {}), _VERB_FORMS)
    _check(f"packs/{code}/language.yml, document_name", data.get("document_name", {}), _DOCUMENT_NAME)
    offices, cue_rows, dates = read_yaml(folder / "offices.yml"), _cue_rows(folder), _dates(folder)
    spelling = Spelling(
        data["spaces"],
        data["turkic"],
        data["prefix"],
        data.get("gap", 8),
        data.get("verb_prefix", ""),
        data.get("elision", ""),
        data["suffixes"],
        data.get("respelled", {}),
    )
    words = {key: _words(data.get(key, ()), spelling) for key in _WORDS}
    return Pack(
        code=code,
        name=data["name"],
        capitals=data["capitals"],
        order=data["order"],
        ordinal_dot=data["ordinal_dot"],
        spelling=spelling,
        suffixes=data["suffixes"],
        default_suffix=data["default_suffix"],
        cases=data["cases"],
        declensions=data.get("declensions", {}),
        case_after=data.get("case_after", {}),
        case_of_head=data.get("case_of_head", False),
        marker_cases=data.get("marker_cases", {}),
        reference_cases={marker: re.compile(regex) for marker, regex in data.get("reference_cases", {}).items()},
        name_cases={
            case: tuple((pattern, base) for pattern, base in rows) for case, rows in data.get("name_cases", {}).items()
        },
        abbreviations=frozenset(str(word).lower() for word in data["abbreviations"]),
        words=words,
        sets={key: frozenset(row) for key, row in words.items()},
        markers={marker: _words(told, spelling) for marker, told in data["markers"].items()},
        passive_words=tuple(data["passive"]["words"]),
        participle=data["passive"]["participle"],
        infinitive=data["passive"].get("infinitive", "(?!)"),
        entries=tuple(_entries(folder, data, offices, dates)),
        cues=tuple(_cues(code, cue_rows)),
        rules=tuple(_rules(data, cue_rows)),
        dates=dates,
        bare_state_before_office=data.get("bare_state_before_office", True),
        adjective_after_office=data.get("adjective_after_office", False),
        office_in_state=_offices_in_states(offices, spelling),
        loose_offices=frozenset(fold(word, spelling.turkic) for word in offices.get("loose", ())),
        again={fold(word, spelling.turkic): tuple(held) for word, held in offices.get("again", {}).items()},
        office_states={
            fold(surface, spelling.turkic): state
            for state, surfaces in offices.get("only_in", {}).items()
            for surface in surfaces
        },
        name_after_office=data.get("name_after_office", ""),
        name_endings=tuple((pattern, replacement) for pattern, replacement in data.get("name_endings", ())),
        marks=data.get("marks", False),
        clitics=data.get("clitics", {}),
        pro_drop=data.get("pro_drop", False),
        genders={sex: re.compile(regex) for sex, regex in data.get("genders", {}).items()},
        present=data.get("present", ""),
        others_act=data.get("others_act", ""),
        faced=data.get("faced", ""),
        put_off_day=data.get("put_off_day", ""),
        finite=data.get("finite", ""),
        object_pronoun=data.get("object_pronoun", ""),
        subjectless=data.get("subjectless", ""),
        feminine_verb=data.get("feminine_verb", ""),
        feminine_noun=data.get("feminine_noun", "(?!)"),
        masculine_states=frozenset(data.get("masculine_states", ())),
        name_stops=frozenset(fold(word, spelling.turkic) for word in data.get("name_stops", ())),
        name_shape=data.get("name_shape", ""),
        office_names=frozenset(fold(word, spelling.turkic) for word in data.get("office_names", ())),
        honorifics={
            fold(word, spelling.turkic): tuple(offices) for word, offices in data.get("honorifics", {}).items()
        },
        name_tail=data.get("name_tail", ""),
        relative_class=data.get("relative_class", ""),
        department=re.compile(data["department_pattern"]) if data.get("department_pattern") else None,
        oblique=re.compile(data["oblique_pattern"]) if data.get("oblique_pattern") else None,
        relative=re.compile(data["relative_pattern"]) if data.get("relative_pattern") else None,
        marker_means=data.get("marker_means", {}),
        possessives=frozenset(data.get("possessives", ())),
        heads=frozenset(fold(word, spelling.turkic) for word in offices.get("heads", ())),
        offices_of_states=frozenset(fold(word, spelling.turkic) for word in offices.get("of_state", ())),
        name_letters=frozenset(fold("".join(data.get("name_letters", ())))),
        surnames=frozenset(fold(name) for name in data.get("surnames", ())),
        subject_first=data.get("subject_first", False),
        shorts=data.get("shorts", {}),
        short_states=_short_states(folder),
        post_words=tuple(data.get("post_words", ())),
        comma_clauses=data.get("comma_clauses", False),
        owned=re.compile(data["owned"]) if "owned" in data else None,
        appointed={key: tuple(words) for key, words in data.get("appointed", {}).items()},
        no_name=re.compile(data["no_name_before"]) if "no_name_before" in data else None,
        counts=data.get("counts", {}),
        name_after=re.compile(data["name_after"]) if "name_after" in data else None,
        native=frozenset(data.get("native", ())),
        sounds=tuple((pattern, letters) for pattern, letters in data.get("sounds", {}).items()),
        sound_letters=data.get("sound_letters", {}),
        dateline=data.get("dateline", {}),
        home=data.get("home"),
        postpositions={
            marker: tuple(fold(word, spelling.turkic) for word in words)
            for marker, words in data.get("postpositions", {}).items()
        },
        verb_forms={name: re.compile(regex) for name, regex in data.get("verb_forms", {}).items()},
        clause_ends=_word_ends(code, "clause_ends", data),
        head_ends=_word_ends(code, "head_ends", data),
        document_name={name: re.compile(regex) for name, regex in data.get("document_name", {}).items()},
    )


def _words(words: Iterable[object], spelling: Spelling) -> tuple[str, ...]:
    """Words as they are looked for in a text, in each of their spellings."""
    told = (fold(one, spelling.turkic) for word in words for one in spelling.spellings(str(word)))
    return tuple(dict.fromkeys(told))


def _entries(folder: Traversable, data: Mapping[str, Any], offices: Mapping[str, Any], dates: Dates) -> Iterator[Entry]:
    for row in read_rows(folder / "states.tsv"):
        # a code "-" masks names that only contain a state's: "Washington Post" is no government
        table = "mask" if row[0] == "-" else "state"
        if row[1] == "short":
            continue
        for surface in row[2].split("|"):
            yield Entry(table, surface, row[0], row[1])
    for row in read_rows(folder / "orgs.tsv"):
        for surface in row[1].split("|"):
            yield Entry("mask" if row[0] == "-" else "org", surface, row[0], "org")
    acting = {row[0]: row[2] for row in read_rows(folder.joinpath("..", "world", "groups.tsv"))}
    for row in read_rows(folder / "groups.tsv"):
        for surface in row[1].split("|"):
            yield Entry("group", surface, acting.get(row[0], "-"), "name" if row[0] in acting else row[0])
    for row in read_rows(folder / "places.tsv"):
        for surface in row[2].split("|"):
            yield Entry("place", surface, row[0], row[1])
    for office, surfaces in offices.items():
        if office in ("institution", "portfolio_of"):
            table = "institution" if office == "institution" else "portfolio"
            for kind, names in surfaces.items():
                yield from (Entry(table, surface, kind) for surface in names)
        elif office in ("in_state", "loose", "of_state", "only_in", "again"):
            continue
        elif office in ("portfolio", "former", "titles", "deputy", "heads"):
            yield from (Entry(office.rstrip("s"), surface, office) for surface in surfaces)
        else:
            yield from (Entry("office", surface, office) for surface in surfaces)
    for word in data["clause"]:
        yield Entry("clause", word, "clause")
    for title in data["titles"]:
        yield Entry("title", title, "title")
    for title in data.get("titles_behind", ()):
        yield Entry("title", title, "behind")
    for table, types in read_yaml(folder / "nouns.yml").items():
        for type_, surfaces in types.items():
            yield from (Entry(table, surface, type_) for surface in surfaces)
    for topic, surfaces in read_yaml(folder / "topics.yml").items():
        yield from (Entry("topic", surface, topic) for surface in surfaces)
    for table in _DATE_WORDS:
        for value, surfaces in getattr(dates, table).items():
            yield from (Entry("date", surface, str(value), table) for surface in surfaces)
    yield from (Entry("date", surface, "0", "none") for surface in dates.none)


def _word_ends(code: str, key: str, data: Mapping[str, Any]) -> WordEnds:
    rows = data.get(key, ())
    for row in rows:
        _check(f"packs/{code}/language.yml, {key}", row, _WORD_END)
        if "words" not in row:
            raise PackError(f"packs/{code}/language.yml, {key}: a form without 'words'; docs/packs.md tells what it is")
    return WordEnds([WordEnd(**{name: re.compile(regex) for name, regex in row.items()}) for row in rows])


def _short_states(folder: Traversable) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """Letters that stand for states (form ``short``); one with ``!`` does so even where no full name is told."""
    out: dict[str, tuple[str | None, tuple[str, ...]]] = {}
    for row in read_rows(folder / "states.tsv"):
        for surface in row[2].split("|") if row[1] == "short" else ():
            sure, states = out.get(surface.rstrip("!"), (None, ()))
            out[surface.rstrip("!")] = (row[0] if surface.endswith("!") else sure, (*states, row[0]))
    return out


def _offices_in_states(offices: Mapping[str, Any], spelling: Spelling) -> dict[str, dict[str, str]]:
    """Words that stand for another office in some states: a ``canciller`` heads Germany's government."""
    out: dict[str, dict[str, str]] = {}
    for row in offices.get("in_state", ()):
        for surface in row["surfaces"]:
            states = out.setdefault(fold(surface, spelling.turkic), {})
            states.update(dict.fromkeys(row["states"], row["office"]))
    return out


def _cues(code: str, rows: list[dict[str, Any]]) -> Iterator[CueGroup]:
    for number, row in enumerate(rows, 1):
        if "qualifiers" in row:
            continue
        where = f"packs/{code}/cues.yml, group {number}"
        _check(where, row, _GROUP_KEYS)
        if not all(isinstance(place, str) for place in row.get("args", {})):
            raise PackError(f'{where}: a place of args is no word; YAML reads a bare on as true: write "on"')
        yield CueGroup(**{**row, "cues": tuple(row["cues"])})


def _cue_rows(folder: Traversable) -> list[dict[str, Any]]:
    data = read_yaml(folder / "cues.yml")
    if isinstance(data, dict):
        return [*data["groups"], {"qualifiers": data.get("qualifiers", {})}]
    return list(data)


def _rules(data: Mapping[str, Any], cue_rows: list[dict[str, Any]]) -> Iterator[Rule]:
    for table in ("status", "references"):
        for value, patterns in data[table].items():
            yield from (Rule(table, value, str(pattern)) for pattern in patterns)
    for row in cue_rows:
        for kind, types in row.get("qualifiers", {}).items():
            for value, patterns in types.items():
                yield from (Rule("qualifier", value, pattern, kind) for pattern in patterns)


def _dates(folder: Traversable) -> Dates:
    data = read_yaml(folder / "dates.yml")
    _check(f"packs/{folder.name}/dates.yml", data, (*_DATE_TABLES, *_DATE_LISTS, "numerals"))
    values: dict[str, Any] = {key: {int(k): v for k, v in (data.get(key) or {}).items()} for key in _DATE_TABLES}
    values |= {key: tuple(data.get(key) or ()) for key in _DATE_LISTS}
    return Dates(**values, numerals=data.get("numerals") or {})
