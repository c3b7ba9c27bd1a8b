"""Base forms of names in languages that decline them: judged over all the forms in which a text writes a name.

``Tokayeva`` may be a woman's name or a case of ``Tokayev``. What decides is the case that the office before it shows,
then how many of the text's other forms go back to the same word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from dragoman.find.persons import is_given_name
from dragoman.lang.pack import Pack, load

_INITIALS = re.compile(r"^(?:\w\.[ \-]?)+(?=\w\w)")
# what a known nominative weighs against forms that may go back to a word
_NOMINATIVE = 3


def without_initials(name: str) -> str:
    """``S.V.Lavrov`` → ``Lavrov``."""
    return _INITIALS.sub("", name)


def _strip(ending: re.Pattern[str], base: str, word: str) -> str:
    """The word with its ending taken off, in a double name off both parts that have it."""
    return "-".join(ending.sub(base, part) for part in word.split("-"))


@functools.cache
def _rules(code: str) -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """The endings of each case with what stands for them in the base form."""
    rows = load(code).name_cases
    return {case: [(re.compile(ending), base) for ending, base in rules] for case, rules in rows.items()}


@functools.lru_cache(maxsize=65536)
def _bases(code: str, word: str, case: str | None) -> tuple[tuple[str, str], ...]:
    """What the word may go back to with the case that it then stands in; the likelier first."""
    if case == "":
        return ((word, ""),)
    oblique: list[tuple[str, str]] = []
    for name, rules in _rules(code).items():
        if case in (None, name):
            oblique += [(_strip(ending, base, word), name) for ending, base in rules if ending.search(word)][:2]
    return ((word, ""), *oblique) if case is None else (*oblique, (word, ""))


class NameForms:
    """Notes the words of names with their case, where that is known; then tells each word's base form."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._rules = _rules(pack.code)
        self._forms: dict[str, set[str]] = {}
        self._nominative: set[str] = set()

    def note(self, name: str, case: str | None) -> None:
        """Count a name's words for every base form that they may have."""
        for word in self._words(name):
            if case == "":
                self._nominative.add(word)
            for base, _ in self._bases(word, case):
                self._forms.setdefault(base, set()).add(word)

    def may_be(self, word: str, case: str) -> bool:
        """Whether a word of a name ends as one in that case does."""
        return any(ending.search(word) for ending, _ in self._rules.get(case, ()))

    def base(self, name: str, case: str | None) -> tuple[str, str | None]:
        """The name in its base form and, where its last word tells it, the case in which it stood."""
        if not self._rules:
            return name, None
        out = name.split()
        if case is None and len(out) > 1:
            case = self._by_first_name(out[0])
        told = case
        for at in range(len(out) - 1, -1, -1):
            word = out[at]
            if self._declines(word):
                initials = word[: len(word) - len(without_initials(word))]
                base, found = self._best(without_initials(word), case, alone=len(out) == 1)
                out[at] = initials + base
                if at == len(out) - 1:
                    # what the surname tells holds for the first name
                    told = found
                    case = found if case is None else case
        return " ".join(out), told

    def _by_first_name(self, word: str) -> str | None:
        """The case in which a known first name stands that is none as it is written: ``Андрея``."""
        if not self._declines(word) or is_given_name(word):
            return None
        return next((case for base, case in self._bases(word, None) if case and is_given_name(base)), None)

    def candidates(self, word: str) -> list[str]:
        """All base forms that a word of a name may have."""
        return [base for base, _ in self._bases(word, None)] if self._declines(word) else []

    def _words(self, name: str) -> Iterator[str]:
        return (without_initials(word) for word in name.split() if self._declines(word))

    def _declines(self, word: str) -> bool:
        return (
            bool(self._rules)
            and len(without_initials(word).rstrip(".")) > 2
            and word[word.rfind("-") + 1 :][:1].isupper()
        )

    def _bases(self, word: str, case: str | None) -> list[tuple[str, str]]:
        return list(_bases(self._pack.code, word, case))

    def _best(self, word: str, case: str | None, alone: bool) -> tuple[str, str | None]:
        rows = self._bases(word, case)
        if alone and case not in (None, "of"):
            # "the adviser of X": a bare surname behind an office may be a genitive of its own
            rows = [*rows, *((base, told) for base, told in self._bases(word, "of") if told)]
        weight = {
            base: len(self._forms.get(base, ())) + (_NOMINATIVE if base in self._nominative else 0) for base, _ in rows
        }
        if is_given_name(word) and not any(is_given_name(base) for base, _ in rows if base != word):
            weight[word] = weight.get(word, 0) + _NOMINATIVE  # "Эндрю" stays what it is in every case
        best = max(weight.values())
        chosen = next(base for base, _ in rows if weight[base] == best)
        cases = {told for base, told in rows if base == chosen}
        # of persons accusative and genitive are often one form
        cases -= {"obj"} if len(cases) > 1 else set()
        if chosen == word:
            return chosen, "" if word[-1] not in "аеёиоуыэюя" else None
        return chosen, cases.pop() if len(cases) == 1 else None
