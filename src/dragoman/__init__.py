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
    from dragoman.plover.relation import Relation

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
    "Relation",
    "__version__",
    "code",
    "relation",
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


def relation(
    sentence: str, source: str | None, target: str | None, *, lang: str = "en", cues_only: bool = False
) -> Relation | None:
    """Tell which PLOVER relation a sentence holds between a source and a target, both in its very words.

    None where it tells none; one of the two may be None where the sentence does not name it. ``cues_only`` leaves the
    trained model aside. Raises `dragoman.plover.RelationError`, with a message of one line, for what cannot be read.
    """
    from dragoman.plover.relation import relation as read

    return read(sentence, source, target, lang=lang, cues_only=cues_only)


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
    if name == "Relation":
        from dragoman.plover.relation import Relation

        return Relation
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
