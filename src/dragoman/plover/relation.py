"""Which PLOVER relation a sentence tells between a source and a target that are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.intake.fields import half_character
from dragoman.model import Evidence
from dragoman.plover.features import features
from dragoman.plover.governing import Verdict, turned, verdict
from dragoman.plover.lexicon import Cue, Lexicon, lexicon
from dragoman.plover.sentence import Sentence, places, sentence
from dragoman.plover.types import YIELD, quad

if TYPE_CHECKING:
    from dragoman.plover.model import Model

MAX_CHARS = 10_000
"""The longest sentence that is taken."""

_UNNAMED = frozenset({"a recipient", "an actor"})
_CONFLICT = 3
_YIELDING = frozenset({"CONCEDE", "RETREAT"})


class RelationError(ValueError):
    """A sentence or a party that nothing can be read from; the message is one line and names the mend."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What the source does to the target. ``root`` is PLOVER's type, with CONCEDE and RETREAT as YIELD.

    ``quad`` is 1 verbal co-operation, 2 material co-operation, 3 verbal conflict or 4 material conflict; ``binary``
    joins the first two and the last two. ``mode`` is told where a cue tells it; one of YIELD is a mode of RETREAT.
    ``words`` are those that decided.
    """

    root: str
    quad: int
    binary: str
    mode: str | None
    words: tuple[Evidence, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "root": self.root,
            "quad": self.quad,
            "binary": self.binary,
            "mode": self.mode,
            "words": [word.to_json() for word in self.words],
        }


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence with its cues and what they tell by rule."""

    text: str
    sentence: Sentence
    cues: Sequence[Cue]
    verdict: Verdict | None
    lexicon: Lexicon


def relation(
    text: str, source: str | None, target: str | None, *, lang: str = "en", cues_only: bool = False
) -> Relation | None:
    """The relation that the sentence tells, None where nothing in it tells one or the target acts on the source.

    One of the parties may be None where the sentence does not name it. ``cues_only`` leaves the trained model aside.
    Raises `RelationError`, with a message of one line, where the sentence or a party cannot be taken.
    """
    at = _places(text, _party(source, "source"), _party(target, "target"))
    found = lexicon(lang)
    if found is None:
        return _by_pack(text, at, lang)
    reading = _read(text, at, found)
    if turned(reading.sentence, reading.cues, reading.lexicon.grammar):
        return None
    trained = None if cues_only else _model(lang)
    if trained is None:
        root = reading.verdict.root if reading.verdict else None
    else:
        told = features(reading.sentence, reading.cues, reading.verdict, reading.lexicon)
        root = trained.root(told, reading.sentence, reading.verdict)
    return None if root is None else _relation(reading, root, trained)


def _model(lang: str) -> Model | None:
    from dragoman.plover.model import model  # numpy takes time to import, and the cues do without

    return model(lang)


def _party(name: str | None, role: str) -> str | None:
    if name is None:
        return None
    if not isinstance(name, str):
        raise RelationError(f"the {role} is no text: {name!r}")
    if not name.strip():
        raise RelationError(f"the {role} is empty: give words of the sentence, or null where it names none")
    return name


Places = tuple[tuple[int, int] | None, tuple[int, int] | None]


def _places(text: str, source: str | None, target: str | None) -> Places:
    """Where the parties stand in the sentence."""
    if not isinstance(text, str) or not text.strip():
        raise RelationError("the sentence is empty: give its text")
    if len(text) > MAX_CHARS:
        raise RelationError(f"{len(text):,} characters, at most {MAX_CHARS:,} are taken: give one sentence")
    if half := half_character(text):
        raise RelationError(half)
    source, target = _named(text, source), _named(text, target)
    if source == target:
        raise RelationError(
            "neither source nor target is named: give one of them at least"
            if source is None
            else f"source and target are the same, {source[:60]!r}: give two parties"
        )
    try:
        return places(text, source, target)
    except KeyError as missing:
        role = "source" if missing.args[0] == source else "target"
        raise RelationError(
            f"the {role} {missing.args[0][:60]!r} is not in the sentence: give its very words"
        ) from None


def _read(text: str, at: Places, found: Lexicon) -> _Reading:
    read = sentence(text, *at)
    cues = found.cues(read.words)
    return _Reading(text, read, cues, verdict(read, cues, found.grammar), found)


def _by_pack(text: str, at: Places, lang: str) -> Relation | None:
    """The relation in a language that has a pack, but no cues of PLOVER's own."""
    from dragoman.lang.pack import languages as packs

    if lang not in packs():
        raise RelationError(f"relations are not read in {lang!r}: give a sentence in {' '.join(packs())}")
    from dragoman.plover.by_pack import told  # the coder takes time to import

    found = told(text, *at, lang)
    if found is None:
        return None
    root = YIELD if found.type in _YIELDING else found.type
    words = tuple(Evidence.of(text, start, end) for start, end in found.words)
    return Relation(root, quad(root), _binary(root), found.mode, words)


def _binary(root: str) -> str:
    return "conflict" if quad(root) >= _CONFLICT else "cooperation"


def _named(text: str, party: str | None) -> str | None:
    """The party, None for the words by which the PLV data set says that the sentence does not name it."""
    return None if party and party.lower() in _UNNAMED and party not in text else party


def _relation(reading: _Reading, root: str, trained: Model | None) -> Relation:
    found = reading.verdict
    agreed = found if found is not None and found.root == root else None
    return Relation(
        root,
        quad(root),
        _binary(root),
        agreed.mode if agreed else None,
        tuple(Evidence.of(reading.text, start, end) for start, end in _deciding(reading, root, agreed, trained)),
    )


def _deciding(reading: _Reading, root: str, agreed: Verdict | None, trained: Model | None) -> Iterator[tuple[int, int]]:
    """Where the words stand that decided: cues of the rule if it says so, else cues of the root, else single words."""
    words = reading.sentence.words
    cues = agreed.cues if agreed else [cue for cue in reading.cues if cue.tells.partition("-")[0] == root]
    for cue in cues:
        yield words[cue.start].start, words[cue.end - 1].end
    if trained is not None and not cues:
        bases = [reading.lexicon.words.base(word.text) for word in words]
        for place in trained.telling(bases, root):
            yield words[place].start, words[place].end
