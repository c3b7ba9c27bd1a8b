"""Records in short, for tables of what a text tells."""

from __future__ import annotations

from dragoman.coder import Coder
from dragoman.model import Dispatch, Record


def coded(lang: str, text: str, date: str = "2024-05-14") -> tuple[Record, ...]:
    return Coder().code(Dispatch(text, date=date, lang=lang)).records


def told(record: Record, *, act: bool = False, status: bool = True, place: bool = True, names: bool = False) -> str:
    """``kind type status date place role:STATE ...``; with ``act`` that instead of the type where there is one."""
    words = [record.kind, (record.act if act else None) or record.type or "-"]
    words += [record.status] if status else []
    words += [record.date or "-"]
    words += [record.place or "-"] if place else []
    rows = (f"{a.role}:{a.state}" + (f":{a.name}" if names and a.name else "") for a in record.actors)
    return " ".join((*words, *rows))
