"""Facets of dispatches: by what a search can be narrowed, and how many dispatches there are of each value.

A dispatch has each value once, whatever the number of its records; one that no longer counts has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Select,
    and_,
    delete,
    except_,
    func,
    insert,
    intersect,
    literal,
    select,
    union_all,
)

from dragoman.ledger import tables as t
from dragoman.ledger.queries import of_two

NAMES = ("lang", "year", "kind", "topic", "pair")
"""What there is to narrow by: language and year of a dispatch, and what its records are of, about and between whom."""

Chosen = Mapping[str, str]
"""Facets to the value that is asked for."""


def index(connection: Connection, ids: Sequence[int]) -> None:
    """Note the facets of dispatches anew, by their ids."""
    connection.execute(delete(t.facet).where(t.facet.c.dispatch_id.in_(ids)))
    connection.execute(insert(t.facet).from_select(["facet", "value", "dispatch_id"], _facets(ids)))


def within(identity: Any, held: Select[Any] | None, chosen: Chosen) -> list[Any]:
    """The condition that a dispatch with this id is one that ``held`` selects, if given, with each value chosen."""
    f = t.facet.c
    having = [select(f.dispatch_id).where(f.facet == facet, f.value == value) for facet, value in chosen.items()]
    all_of = [*([held] if held is not None else []), *having]
    return [identity.in_(intersect(*all_of))] if all_of else []


def counts(connection: Connection, held: Select[Any] | None, chosen: Chosen) -> dict[str, dict[str, int]]:
    """How many dispatches have each value of each facet, among those that ``held`` selects, if it is given.

    Of a facet of which a value is chosen, within what is chosen of the others; of all others within all that is chosen.
    """
    free = [facet for facet in NAMES if facet not in chosen]
    out = _counted(connection, free, held, chosen)
    for facet in chosen:
        others = {name: value for name, value in chosen.items() if name != facet}
        out |= _counted(connection, [facet], held, others)
    return {facet: out.get(facet, {}) for facet in NAMES}


def faults(connection: Connection) -> Iterator[str]:
    """Whether what is noted is what dispatches and records come to."""
    noted = select(t.facet.c.facet, t.facet.c.value, t.facet.c.dispatch_id)
    for one, other in ((noted, _facets()), (_facets(), noted)):
        for facet, value, number in connection.execute(except_(_plain(one), _plain(other)).limit(3)):
            yield f"dispatch {number}: cannot be found rightly by {facet} {value}: give `dragoman ledger recode`"


def _counted(
    connection: Connection, facets: Sequence[str], held: Select[Any] | None, chosen: Chosen
) -> dict[str, dict[str, int]]:
    f = t.facet.c
    rows = select(f.facet, f.value, func.count()).where(f.facet.in_(facets), *within(f.dispatch_id, held, chosen))
    rows = rows.group_by(f.facet, f.value)
    out: dict[str, dict[str, int]] = {}
    for facet, value, number in connection.execute(rows.order_by(f.facet, f.value)):
        out.setdefault(facet, {})[value] = number
    return out


def _facets(ids: Sequence[int] | None = None) -> CompoundSelect[Any]:
    """The facets of these dispatches, or of all, as they come out of claims."""
    d, r, p = t.dispatch.c, t.record.c, t.topic.c
    counts = and_(d.state == t.CURRENT, *([d.id.in_(ids)] if ids is not None else []))
    told = t.record.join(t.dispatch, r.dispatch_id == d.id)
    about = told.join(t.topic, p.record_id == r.id)
    return union_all(
        select(literal("lang"), d.lang, d.id).where(counts),
        select(literal("year"), func.substr(d.date, 1, 4), d.id).where(counts),
        select(literal("kind"), r.kind, d.id).distinct().select_from(told).where(counts),
        select(literal("pair"), r.unit, d.id).distinct().select_from(told).where(counts, of_two(r.unit)),
        select(literal("topic"), p.topic, d.id).distinct().select_from(about).where(counts),
    )


def _plain(rows: Any) -> Select[Any]:
    """A select of its own, which set operations take in any database."""
    return select(*rows.subquery().c)
