"""Coding one item of intake, so that whatever is wrong with it stays with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.intake import Item
from dragoman.model import GONE, Coding, Dispatch, DispatchError

Code = Callable[[Dispatch], Coding]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The coding of an item, or the problem in its place; ``where``, ``size`` and ``note`` are the item's.

    A dispatch that its agency has withdrawn or withholds is not coded: it is handed on as it is.
    """

    where: str
    coding: Coding | None = None
    problem: str | None = None
    size: int = 0
    withdrawn: Dispatch | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the caller knows better than the dispatches; None leaves theirs."""

    lang: str | None = None
    date: str | None = None

    def apply(self, dispatch: Dispatch) -> Dispatch:
        return replace(dispatch, lang=self.lang or dispatch.lang, date=self.date or dispatch.date)


def code_item(item: Item, code: Code, overrides: Overrides) -> Outcome:
    """The item coded. A defect of ours in one dispatch must not cost the others: it becomes a problem too."""
    if item.dispatch is None:
        return Outcome(item.where, problem=item.problem, size=item.size, note=item.note)
    if item.dispatch.pubstatus in GONE:
        return Outcome(item.where, size=item.size, withdrawn=item.dispatch)
    try:
        return Outcome(item.where, code(overrides.apply(item.dispatch)), size=item.size, note=item.note)
    except DispatchError as error:
        return Outcome(item.where, problem=str(error), size=item.size)
    except Exception as error:
        problem = f"a defect in dragoman ({type(error).__name__}: {error}): please report it with this dispatch"
        return Outcome(item.where, problem=problem, size=item.size)
