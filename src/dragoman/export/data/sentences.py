"""What an event is, in a few English words: for formats in which everything has a name."""

from __future__ import annotations

from dragoman.export.data.told import Telling, Told
from dragoman.ledger.views import Account
from dragoman.report.facts import Fact
from dragoman.report.happenings import sentence as in_short

LANG = "en"


def sentence(told: Told) -> str:
    """``Official visit: Ilham Aliyev (head of state, Azerbaijan), received by …``, on one line."""
    return in_short(fact(told), LANG)


def fact(told: Told) -> Fact:
    """The event as reports and calendars tell it."""
    numbers = {identity: number for number, identity in enumerate(dict.fromkeys(t.dispatch for t in told.tellings))}
    return Fact(told.event, [_account(telling, numbers[telling.dispatch]) for telling in told.tellings])


def _account(telling: Telling, number: int) -> Account:
    record = telling.record
    return Account(
        record=telling.id,
        dispatch=number,
        source=telling.dispatch,
        agency=telling.agency,
        lang=telling.lang,
        sent=telling.sent,
        title=telling.title,
        url=telling.url,
        type=record.type,
        status=record.status,
        date=record.date,
        place=record.place,
        name=record.name,
        why=telling.why or "",
        evidence=record.evidence,
    )
