"""dragoman reads diplomatic news dispatches and turns them into records, each with the words that carry it.

    >>> import dragoman
    >>> coding = dragoman.code(text, date="2023-04-10", lang="de")
    >>> for record in coding.records:
    ...     print(record.kind, record.status, record.evidence[0].quote)

``code`` is the verb for one dispatch; ``Coder`` is for many; a ``Ledger`` keeps and joins what they say. The coder, its
packs and the database are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.model import Actor, Coding, Dispatch, DispatchError, Evidence, Record

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.ledger import Ledger

__version__ = "0.1.0"
__all__ = [
    "Actor",
    "Coder",
    "Coding",
    "Dispatch",
    "DispatchError",
    "Evidence",
    "Ledger",
    "Record",
    "__version__",
    "code",
]

_coder: Coder | None = None


def code(
    text: str,
    date: str | None = None,
    lang: str | None = None,
    agency: str | None = None,
    title: str | None = None,
    id: str = "dispatch",
) -> Coding:
    """Code one dispatch.

    ``date`` (ISO day) and ``lang`` (code of a pack) win over what the text's own frame says; without them they are
    read from the text. Raises `DispatchError`, with a message of one line, where the dispatch cannot be coded.
    """
    from dragoman.intake.fields import checked

    return _shared_coder().code(checked(Dispatch(text, id, lang, date, agency, None, title)))


def _shared_coder() -> Coder:
    """One coder for the whole process: loading packs costs more than coding a dispatch."""
    global _coder
    if _coder is None:
        from dragoman.coder import Coder

        _coder = Coder()
    return _coder


def __getattr__(name: str) -> Any:
    if name == "Coder":
        from dragoman.coder import Coder

        return Coder
    if name == "Ledger":
        from dragoman.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
