"""Keys of persons: one for a name however a language or script spells it.

A key holds the classes of a name's consonants, given name first, in the order of the romanised name. What languages
keep apart when they write foreign names is not kept apart by the key: vowels and glides, voiced and voiceless stops,
*l* and *r*, all sibilants and affricates, and what some drop altogether (*g*, *h*, *kh*). Scripts are romanised by
anyascii; what its letters then stand for depends on the language (German *j*, Turkic *c*): its pack tells, under
``sounds`` and ``sound_letters``.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import replace

from dragoman.lang.pack import Pack, load
from dragoman.model import Actor, Record

LONG = 6
"""From this length on, keys that differ in one class are taken for one person's."""

# in order; letters that are not named stand for themselves until ``_CLASSES``
_SOUNDS = (
    (r"tsch|dsch|shch|sch|dzh|tch|tsz|tch|sh|zh|ch|ts|tz|dz|dj|cz", "s"),
    (r"kh|gh|'", ""),
    (r"ph", "f"),
    (r"th", "t"),
    (r"ck", "k"),
    (r"q(?=i[au])", "s"),  # "Qiang"
    (r"c(?=[eiy])", "s"),
    (r"\bx", "s"),
    (r"x", "ks"),
)  # fmt: skip
_CLASSES = str.maketrans({
    **dict.fromkeys("aeiouyhg`'’ʼ.", None),
    **dict.fromkeys("pb", "p"), **dict.fromkeys("td", "t"), **dict.fromkeys("kqc", "k"),
    **dict.fromkeys("fvw", "f"), **dict.fromkeys("szj", "s"), **dict.fromkeys("lr", "l"),
})  # fmt: skip
# "-vich" and the like behind a given name: left out where other languages leave them out
_PATRONYMIC = re.compile(r"\w{3,}(?:vich|vych|vitsch|vna|ogly|oglu|kyzy|qyzy|qizi)")
_ARTICLES = frozenset(("al", "el", "as", "es", "ad", "ed", "an", "en", "ar", "er", "ash", "esh", "az", "ez", "l"))
_WITH_ARTICLE = re.compile(r"^abd(?:[aeou]|ou)l'?")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARTICLE = re.compile(r"(?<![\u0600-\u06ff])ال(?=[\u0600-\u06ff]{3})")


@functools.lru_cache(maxsize=65536)
def person_key(name: str, lang: str = "en") -> str:
    """The key of a person's name as a text in ``lang`` writes it; ``""`` if no consonant is left.

    >>> person_key("Kassym-Jomart Tokayev") == person_key("Касым-Жомарт Токаев", "ru")
    True
    """
    pack = load(lang)
    # in Latin letters within a script that has no capitals, a name is not in the language's own spelling
    sounds = () if name.isascii() and pack.capitals == "none" else pack.sounds
    words = [word for word in _romanised(name, pack).replace("-", " ").split() if word.strip(".'’")]
    full = [word for word in words if not word.endswith(".")] or words
    kept = [word for at, word in enumerate(full) if at in (0, len(full) - 1) or not _PATRONYMIC.fullmatch(word)]
    kept = [word for word in kept if word not in _ARTICLES or len(kept) == 1]
    return "".join(_consonants(_WITH_ARTICLE.sub("abd", word), sounds) for word in kept)


def with_key(actor: Actor, lang: str) -> Actor:
    """An actor with the key of his or her name, as a language writes it."""
    if not actor.name:
        return actor
    return Actor(actor.role, actor.name, actor.office, actor.state, person_key(actor.name, lang))


def with_keys(record: Record, lang: str) -> Record:
    """A record that was not made by the coder, whose persons get the keys that the coder's have."""
    return replace(record, actors=tuple([with_key(actor, lang) for actor in record.actors]))


def same_person(one: str, other: str) -> bool:
    """Whether two keys may be one person's: equal, or long and different in one class.

    A surname alone has a key of its own; whose it is only a state and an office beside it can tell.
    """
    from rapidfuzz.distance import Levenshtein

    if not one or not other or one == other:
        return bool(one) and one == other
    return min(len(one), len(other)) >= LONG and Levenshtein.distance(one, other, score_cutoff=1) == 1


def _romanised(name: str, pack: Pack) -> str:
    """The name in lower-case Latin letters without marks; syllables and words stay apart as far as the script does."""
    name = "".join(pack.sound_letters.get(letter, letter) for letter in name)
    if _ARABIC.search(name):
        name = _ARTICLE.sub("", name)
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        if not plain.isascii():
            from anyascii import anyascii

            plain = anyascii(plain)
        name = plain
    return name.lower()


def _consonants(word: str, sounds: tuple[tuple[str, str], ...]) -> str:
    for pattern, sound in (*sounds, *_SOUNDS):
        word = re.sub(pattern, sound, word)
    word = re.sub(r"(\w)\1+", r"\1", word)
    return word.translate(_CLASSES)
