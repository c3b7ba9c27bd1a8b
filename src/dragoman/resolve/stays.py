"""Guests who are here: what a journey to come tells of the visit that goes on."""

from __future__ import annotations

from dragoman.frame.draft import Draft
from dragoman.resolve.scene import Scene

_SOON = 4  # days within which a guest goes on to another city of the country
_DAY = len("2024-05-01")


def mend_stays(drafts: list[Draft], scene: Scene) -> None:
    """A guest who is met here and will see another city of the country is on his visit."""
    for draft in drafts:
        if draft.kind == "visit":
            _is_here(draft, drafts, scene)


def _is_here(visit: Draft, drafts: list[Draft], scene: Scene) -> None:
    """A journey to come within the country from which the dispatch is sent, of a guest whom somebody there has met, is
    no visit of its own: ``LIMA -- X met Y. On Friday Y travels to Cusco``."""
    header = scene.header
    if visit.status != "planned" or visit.place in (None, header.place) or not visit.told_date:
        return
    if visit.states("host") != {header.place_state} or len(visit.date or "") < _DAY:
        return
    if not 0 <= -scene.days_since(visit.date or "") <= _SOON:
        return
    names = _guests(visit)
    for other in drafts:
        if other.kind == "meeting" and other.status == "done" and other.type not in ("phone", "video"):
            met = names & {a.name for a in other.actors} and header.place_state in other.states()
            if met and other.date == scene.date.isoformat():
                visit.status, visit.date, visit.end_date, visit.place = "ongoing", other.date, None, None
                visit.told_date = False
                return


def _guests(visit: Draft) -> set[str | None]:
    """The guests whom a visit names."""
    return {a.name for a in visit.actors if a.role == "guest" and a.name}
