"""The codebook as text for a terminal: the whole of it in short, or one kind or list in full."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebook.book import Codebook, Kind, Meanings

LISTS = ("statuses", "offices", "organisations", "topics", "slots", "actor_slots")


def overview(book: Codebook) -> str:
    """Every kind with its types, acts and roles by code, then the other lists by code."""
    blocks = [block for kind in book.kinds.values() for block in _brief(kind)]
    for name in LISTS:
        blocks.append(f"{name}\n{_wrap(' '.join(getattr(book, name)))}")
    return "\n\n".join(blocks)


def entry(book: Codebook, name: str) -> str | None:
    """One kind or list in full, each code with its meaning; None if there is no such entry."""
    if name in book.kinds:
        return _full(book.kinds[name])
    return f"{name}\n{_rows(getattr(book, name))}" if name in LISTS else None


def names(book: Codebook) -> list[str]:
    """What can be asked for one by one."""
    return [*book.kinds, *LISTS]


def _parts(kind: Kind) -> Iterator[tuple[str, Meanings]]:
    yield from (part for part in (("types", kind.types), ("acts", kind.acts), ("roles", kind.roles)) if part[1])


def _brief(kind: Kind) -> Iterator[str]:
    lines = [f"  {label:<6} {' '.join(codes)}" for label, codes in _parts(kind)]
    yield "\n".join([f"{kind.code}: {kind.meaning}", *lines])


def _full(kind: Kind) -> str:
    return "\n\n".join([f"{kind.code}: {kind.meaning}", *(f"{label}\n{_rows(codes)}" for label, codes in _parts(kind))])


def _rows(codes: Meanings) -> str:
    width = max(map(len, codes))
    return "\n".join(f"  {code:<{width}}  {meaning}" for code, meaning in codes.items())


def _wrap(words: str) -> str:
    from textwrap import fill

    return fill(words, 100, initial_indent="  ", subsequent_indent="  ", break_long_words=False)
