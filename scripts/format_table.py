"""Write what is read of each format, and from where, into docs/formats.md.

    python scripts/format_table.py

The tables between the two marks are made of what the readers in `dragoman.intake` say of themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.intake import ninjs
from dragoman.intake.registry import ARCHIVES, FORMATS, Archive, Format, Told

DOCS = Path(__file__).parents[1] / "docs" / "formats.md"
BEGIN, END = "<!-- made by scripts/format_table.py -->\n", "<!-- end -->\n"


def tables() -> str:
    """All that is made."""
    return "\n".join([*_overview(), *_sections()]) + "\n"


def page() -> str:
    """The page with its tables made anew."""
    before, rest = DOCS.read_text(encoding="utf-8").split(BEGIN)
    return f"{before}{BEGIN}{tables()}{END}{rest.split(END)[1]}"


def _overview() -> Iterator[str]:
    yield "| Format | `--as` | Endings | Needs |"
    yield "|---|---|---|---|"
    for known in (*FORMATS, *ARCHIVES):
        name = f"`{known.name}`" if isinstance(known, Format) else ""
        endings = " ".join(f"`{suffix}`" for suffix in known.suffixes)
        needs = "the extra: " + ", ".join(known.needs) if known.needs else ""
        yield f"| {known.title} | {name} | {endings} | {needs} |"


def _sections() -> Iterator[str]:
    by_told: dict[int, tuple[list[Format | Archive], Told]] = {}
    for known in (*FORMATS, *ARCHIVES):
        if known.told:
            by_told.setdefault(id(known.told), ([], known.told))[0].append(known)
    for group, told in by_told.values():
        yield from _section(" and ".join(known.title for known in group), told)
        if group[0].name == "jsonl":
            yield from _section("ninjs, in JSON and JSON Lines", Told(ninjs.FIELDS, ninjs.LOST))


def _section(title: str, told: Told) -> Iterator[str]:
    yield f"\n### {title}\n"
    yield "| Field | Read from |"
    yield "|---|---|"
    yield from (f"| `{field}` | {source} |" for field, source in told.fields.items())
    yield f"\nLost: {told.lost}."


if __name__ == "__main__":
    DOCS.write_text(page(), encoding="utf-8")
