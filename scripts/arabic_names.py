"""Generate ``packs/world/likely_names_arabic.txt``: names of Faker (MIT) as Arabic-script news may write them, folded.

Run with Faker and wordfreq installed: ``python scripts/arabic_names.py > src/dragoman/packs/world/...``. Forms that are
common words of Arabic by wordfreq are left out, and short ones: they would make persons of nouns.
"""

from __future__ import annotations

import importlib
import itertools
import math
import pkgutil
import re
import unicodedata

import faker.providers.person
from wordfreq import zipf_frequency

# of a thousand million words, how many (as a power of ten) make a common one; longer ones are names more often
COMMON, COMMON_LONG = 3.0, 4.0
LONG = 5
WORDS = frozenset(
    [
        "تشريف", "سوداني", "ايراني", "الماني", "روماني", "كلامي", "ميلادي", "غارات", "دراجات", "كليتي", "شريان",
        "بركان", "دوران", "بليون", "سيدات", "كلاسيك", "كونها", "الدمار", "سينما", "تكساس", "روتين", "كرتون", "كارتون",
        "فيفري", "ميديا", "توفيت", "مافيا", "بيانو", "كولونيل", "كورونا", "اكمال", "اركان", "افراد", "هاتين", "نيران",
        "كانون", "نوفمبر", "بيروت", "اختار", "تيسير", "تايلر", "نبيها", "بشريا", "خليف", "سليماني", "ليبيا", "كولومبيا",
        "روسيا", "سوريا", "كوريا", "امريكا", "غينيا", "باريس", "برلين", "كينيا", "فلوريدا", "كالتي", "كافيا", "سادتي",
        "الدين", "الموت", "السيد", "الغير", "السبت", "الدور", "النور", "الفور", "الفرد", "الدار", "البر", "الام",
        "الاف", "الفيفا", "الميديا", "تشاد", "بيتك", "ليستر", "شرابا", "دولفين", "سلامي", "كلمت", "غربي", "سويفت",
        "تكسير", "راسك", "كتير"
    ]
)  # fmt: skip
SHORTEST, LONGEST = 4, 10
MOST = 4  # ways to write one name; of one that has more the first and the last of each sound
KEYS = ("first_names", "first_names_male", "first_names_female", "last_names", "last_names_male", "last_names_female")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "æ": "ae", "œ": "oe", "ß": "ss"})
# longest first; a slash parts ways to write the same sound
_SOUNDS = (
    ("tsch", "تش"), ("sch", "ش"), ("tch", "تش"), ("cz", "تش"), ("ch", "تش/ش"), ("sh", "ش"), ("kh", "خ"), ("gh", "غ"),
    ("th", "ث/ت"), ("ph", "ف"), ("zh", "ج"), ("qu", "ك/كو"), ("ck", "ك"), ("ts", "تس"), ("tz", "تس"), ("x", "كس"),
    ("ou", "و"), ("oo", "و"), ("ee", "ي"), ("ie", "ي"), ("ea", "ي/يا"), ("ei", "اي/ي"), ("ai", "اي/ي"), ("ay", "اي"),
    ("au", "او"), ("ia", "يا"), ("ya", "يا"), ("yo", "يو"), ("yu", "يو"), ("q", "ك/ق"), ("w", "و/ف"), ("p", "ب"),
    ("b", "ب"), ("t", "ت"), ("d", "د"), ("k", "ك"), ("f", "ف"), ("v", "ف"), ("l", "ل"), ("m", "م"), ("n", "ن"),
    ("r", "ر"), ("s", "س"), ("z", "ز"), ("h", "ه"), ("y", "ي"), ("j", "ج/ي"), ("g", "غ"), ("a", "ا"), ("e", "ي/"),
    ("i", "ي"), ("o", "و"), ("u", "و"),
)  # fmt: skip
_FIRST = {"a": "ا", "e": "اي/ا", "i": "اي/ا", "o": "او", "u": "او"}
_LAST = {"e": "/ي"}
_WORD = re.compile(r"[a-z]{3,14}")


def plain(name: str) -> str:
    """The name in plain lower-case Latin letters, doubled consonants once."""
    bare = unicodedata.normalize("NFD", name.lower().translate(_LETTERS))
    return re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", "".join(c for c in bare if not unicodedata.combining(c)))


def forms(name: str) -> set[str]:
    """The ways to write a Latin name in Arabic letters: few, for a name has few sounds that are written in two ways."""
    rows: list[list[str]] = []
    at = 0
    while at < len(name):
        for sound, ways in _SOUNDS:  # noqa: B007 - both are used behind the loop
            if name.startswith(sound, at):
                break
        else:
            sound, ways = name[at], "س" if name[at + 1 : at + 2] in ("e", "i", "y") else "ك"
        if at == 0:
            ways = _FIRST.get(sound, "ا" + ways.split("/")[0] if sound[0] in "aeiou" else ways)
        elif at + len(sound) == len(name):
            ways = _LAST.get(sound, ways)
        rows.append(ways.split("/"))
        at += len(sound)
    written = {"".join(row) for row in itertools.product(*rows)} if math.prod(map(len, rows)) <= MOST else set()
    return written or {"".join(row[0] for row in rows), "".join(row[-1] for row in rows)}


def names() -> set[str]:
    """All given and family names of Faker's locales that are written in Latin letters, as written in Arabic."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for key in KEYS:
            rows = getattr(provider, key, ())
            if not isinstance(rows, property):  # some locales compute theirs
                found.update(plain(str(name)) for name in rows)
    written = {form for name in found if _WORD.fullmatch(name) for form in forms(name)}
    return {form for form in written if SHORTEST <= len(form) <= LONGEST and form not in WORDS and not common(form)}


def common(form: str) -> bool:
    """Whether Arabic often uses a form, which then may be a word as well."""
    return zipf_frequency(form, "ar") >= (COMMON_LONG if len(form) >= LONG and form[:2] != "ال" else COMMON)


if __name__ == "__main__":
    source = "generated by scripts/arabic_names.py from Faker (MIT)"
    print(f"# Names that are likely behind an office; {source}. One a line.")
    print("\n".join(sorted(names())))
