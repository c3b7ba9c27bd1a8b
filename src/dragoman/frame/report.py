"""Reports: an official gives an account of work done, to a meeting or a leader (codebook, kind ``report``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, as_actor
from dragoman.frame.parties import chairs_named, expand
from dragoman.frame.view import View
from dragoman.model import Actor


def reports(view: View) -> list[Draft]:
    """One report for each reporter told."""
    slots = view.slots
    roles = view.args
    names = [slot for slot, role in roles.items() if role == "reporter"] or ["subj", "by", "of", "from"]
    rows = chairs_named(view, [m for slot in names for m in slots.get(slot, [])])
    acting = expand(rows, view)
    rows = [m for m in acting if m.office or m.name]
    told = dict.fromkeys(("to", *(slot for slot, role in roles.items() if role == "audience")))
    listening = [m for slot in told for m in slots.get(slot, []) if m not in rows]
    if not rows and view.verbal and any(m.state for m in listening):
        # "the Peruvian side reported to the EU": to whom must be told, as states say much that is no report
        rows = [m for m in acting if m.state and m not in listening]
        return [_of_side(view, rows, listening)] if rows else []
    audience = [m for m in listening if m.name or m.office or m.ref]
    heard = [as_actor("audience", m) for m in expand(audience, view) if m.office or m.name]
    rows = [row for row in rows if row.office not in _HEAR] or _right_beside(view)
    return [
        _report(view, [row], [h for h in heard if h.name is None or h.name != row.name], _topics(view, row, len(rows)))
        for row in rows
    ]


_HEAR = ("head_of_state", "spokesperson")  # offices whose holders report to nobody
_BESIDE = 3  # letters between an official and the words of a report


def _right_beside(view: View) -> list[ActorMention]:
    """The one official named among the words of a report or right beside them, where those who seem to act are those
    who hear it: ``the presidents saw the bridge, and the minister told them about the work``."""
    rows = (a for a in view.sentence.actors if a.name and a.office and a.office not in _HEAR and not a.attributive)
    near = [a for a in rows if view.cue.start - _BESIDE <= a.end and a.start <= view.cue.end + _BESIDE]
    return near if len(near) == 1 else []


def _of_side(view: View, rows: list[ActorMention], listening: list[ActorMention]) -> Draft:
    """The report of a state, or of what acts for it, to another."""
    own = {m.state for m in rows}
    heard = [as_actor("audience", m) for m in listening if m.state and m.state not in own]
    return _report(view, rows, heard, view.topics())


def _report(view: View, rows: list[ActorMention], heard: list[Actor], topics: list[str]) -> Draft:
    """What those report who are told together to those who hear it."""
    return view.draft(
        "report",
        [*(as_actor("reporter", row) for row in rows), *heard],
        _status(view),
        place=_where(view),
        topics=topics,
        name=_body(view, rows[0]),
        told=view.scan.text[rows[0].start : rows[0].end],
    )


def _status(view: View) -> str:
    """Whether the report is given or to come: where verbs come last a future form says so that ends the cue or stands
    right behind it, whatever its group is and whatever agreements are told before."""
    rules = view.sentence.status_words("planned")
    start, end = view.cue.start, view.cue.end
    if view.scan.pack.order != "sov":
        status = view.status("done")
        within = [r for r in rules if start < r.start and r.end <= end]  # "told them how the work was going"
        return "done" if status == "ongoing" or (status == "planned" and rules and within == rules) else status
    return "planned" if any(r.start <= end + 1 and r.end >= end for r in rules) else "done"


def _where(view: View) -> str | None:
    """Where it is reported, told before the verb: a place behind it is that of what is reported on."""
    return view.place_before(("in",), view.cue.start) if view.scan.pack.order != "sov" else None


def _body(view: View, reporter: ActorMention) -> str | None:
    """The name of the body that is reported on or for: in the sentence, else where one met in the sentences before."""
    here = sorted(view.sentence.bodies, key=lambda hit: abs(hit.start - reporter.start))
    rows = view.scan.sentences[max(0, view.number - _BACK) : view.number]
    before = [row.bodies[-1] for row in rows if row.bodies and any(c.pattern.value == "body" for c in row.cues)]
    hit = next(iter([*here, *reversed(before)]), None)
    return view.scan.text[hit.start : hit.end] if hit else None


_BACK = 3  # sentences


def _topics(view: View, reporter: ActorMention, reporters: int) -> list[str]:
    """What is reported on; of several reporters each speaks of what his or her office is for."""
    within = (hit for hit in view.sentence.portfolios if reporter.start <= hit.start < reporter.end)
    own = list(dict.fromkeys(hit.entry.value for hit in within))
    return own if own and reporters > 1 else view.topics()
