"""Numbered notes: which sources a sentence rests on, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.export.plain import one_line
from dragoman.ledger.people import LANGUAGES
from dragoman.ledger.spans import TOOK_PLACE
from dragoman.ledger.views import Account, Difference
from dragoman.report import naming
from dragoman.report.facts import Fact
from dragoman.report.page import Line, Note, Run
from dragoman.report.wording import Wording

SOURCES = 3
"""Sources that a note names."""

QUOTE = 200
"""Characters of a source's words that a note repeats."""

_NAMED = 3


class Notes:
    """The notes of a page, numbered as they are first cited; what rests on the same accounts has one number."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self._numbers: dict[frozenset[str], int] = {}
        self.made: list[Note] = []

    def cite(self, *facts: Fact, command: str = "") -> Line:
        """The number of the note on these facts; ``command`` lists them where there are too many to be named."""
        accounts = {account.record: account for fact in facts for account in fact.accounts}
        commands = [command] if command else [f"dragoman show {fact.event.id}" for fact in facts]
        return self._number(accounts, lambda: self._lines(facts, list(accounts.values()), commands))

    def cite_account(self, account: Account) -> Line:
        """The number of the note on one account."""
        return self._number({account.record: account}, lambda: [self._source(account)])

    def _number(self, accounts: Mapping[str, Account], lines: Callable[[], Iterable[Line]]) -> Line:
        key = frozenset(accounts)
        if key and key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self.made.append(Note(self._numbers[key], tuple(lines())))
        return (Run("", note=self._numbers[key]),) if key else ()

    def _lines(self, facts: Sequence[Fact], accounts: Sequence[Account], commands: Sequence[str]) -> Iterable[Line]:
        words = self._words
        shown = picked(accounts, words.lang)
        for account in shown:
            yield self._source(account)
        if len(told := {account.dispatch for account in accounts}) > len(shown):
            also = words.text("also", n=words.figure(len(told) - len(shown)))
            yield (Run(f"{also} "), *words.all_of([(Run(command, code=True),) for command in commands]))
        for fact in facts:
            for difference in fact.differences:
                yield self._differ(difference, {account.record: account for account in fact.accounts}, fact.event.kind)

    def _source(self, account: Account) -> Line:
        words = self._words
        quote = words.quote(shortened(account.quote, QUOTE), account.lang)
        language = words.label("languages", account.lang)
        return words.say("source", agency=_name(account), date=words.date(account.sent), language=language, quote=quote)

    def _differ(self, difference: Difference, accounts: dict[str, Account], kind: str) -> Line:
        words = self._words
        by_value: dict[str, list[str]] = {}
        for record, value in difference.values.items():
            by_value.setdefault(value, []).append(_name(accounts[record]))
        values = [
            words.say("differ_value", value=self._value(difference.slot, value, kind), names=self._names(names))
            for value, names in by_value.items()
        ]
        return words.say("differ", slot=words.label("slots", difference.slot), values=words.all_of(values))

    def _value(self, slot: str, value: str, kind: str) -> str:
        if slot == "date":
            return self._words.date(value)
        if slot == "type":
            return self._words.label("types", value, of=kind)
        return naming.place(value, self._words.lang) if slot == "place" else value

    def _names(self, names: Iterable[str]) -> str:
        known = list(dict.fromkeys(names))
        more = len(known) - _NAMED
        rest = [self._words.text("others", n=self._words.figure(more))] if more > 0 else []
        return ", ".join([*known[:_NAMED], *rest])


def picked(accounts: Iterable[Account], lang: str, limit: int = SOURCES) -> list[Account]:
    """The accounts that a reader of a language can best check, one a dispatch: that language, then others."""
    known = list({account.dispatch: account for account in reversed(list(accounts))}.values())[::-1]
    out: list[Account] = []
    while known and len(out) < limit:
        best = min(known, key=lambda account: _preference(account, out, lang))
        known.remove(best)
        out.append(best)
    return sorted(out, key=lambda account: (account.sent, account.record))


def _preference(account: Account, taken: Sequence[Account], lang: str) -> tuple[bool, bool, bool, bool, bool, str, str]:
    """Lower is better: what took place before what was announced, then languages and agencies not yet heard."""
    return (
        account.status not in TOOK_PLACE,
        account.lang in {other.lang for other in taken},
        account.agency in {other.agency for other in taken},
        account.lang != lang,
        account.lang != LANGUAGES[0],
        account.sent,
        account.record,
    )


def shortened(text: str, limit: int) -> str:
    """Text on one line, cut at the end of a word with an ellipsis where it is longer."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    return f"{head[: cut if cut > limit // 2 else None].rstrip(' ,;:–-')}…"


def _name(account: Account) -> str:
    return one_line(account.agency or account.source)
