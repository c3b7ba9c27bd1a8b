"""Cabinets of two states together: ``the Franco-German Council of Ministers`` is a joint council, no government."""

from __future__ import annotations

from dragoman.find.combining import HYPHENS
from dragoman.find.glue import Unit
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Entry, Pack


def joint_cabinets(units: list[Unit], folded: str, pack: Pack) -> tuple[list[Unit], list[Hit]]:
    """The units without cabinets that two states' adjectives stand beside, and these as bodies."""
    bodies: list[Hit] = []
    joins = (*HYPHENS, " ") if pack.order == "vso" else HYPHENS
    for at, unit in enumerate(units):
        if unit.table != "institution" or unit.value != "head_of_government":
            continue
        before, behind = units[max(0, at - 2) : at], units[at + 1 : at + 3]
        if _pair(before, folded, HYPHENS) and folded[before[1].end : unit.start] == " ":
            bodies.append(_council(before[0].start, unit.end, folded))
        elif _pair(behind, folded, joins) and folded[unit.end : behind[0].start] == " ":
            bodies.append(_council(unit.start, behind[1].end, folded))
    return [u for u in units if not any(_is_cabinet(u, body) for body in bodies)], bodies


def _pair(rows: list[Unit], folded: str, joins: tuple[str, ...]) -> bool:
    """Whether two units are the adjectives of two states with one of the signs between them."""
    if len(rows) < 2 or any(row.table != "state" or row.form != "adj" for row in rows):
        return False
    return rows[0].value != rows[1].value and folded[rows[0].end : rows[1].start] in joins


def _council(start: int, end: int, folded: str) -> Hit:
    return Hit(start, end, Entry("body", folded[start:end], "council"), "")


def _is_cabinet(unit: Unit, body: Hit) -> bool:
    return unit.table == "institution" and body.start <= unit.start and unit.end <= body.end
