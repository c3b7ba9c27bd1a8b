"""What a run says of its second reader: every limit and every reason, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.export.labels import count
from dragoman.second.reader import SecondReader, Tally


def asking(reader: SecondReader) -> str:
    """What is said before the calls, since they take their time."""
    settings = reader.settings
    limits = f"at most {count(settings.limit, 'call', 'calls')} and {settings.seconds:g} seconds"
    return f"asking {reader.coder} about {count(reader.waiting, 'dispatch', 'dispatches')} in doubt, {limits}"


def told(tally: Tally, coder: str) -> Iterator[str]:
    """The lines to end with."""
    if tally.stopped:
        yield f"the second reader could not be asked: {tally.stopped}"
    if tally.interrupted:
        yield "interrupted; what was answered is kept: give the command again to go on"
    parts = [f"{tally.doubtful:,} in doubt", f"{tally.cached:,} answered before"]
    calls = f" in {count(tally.calls, 'call', 'calls')}" if tally.sent else ""
    parts.append(f"{tally.sent:,} sent{calls}, {tally.answered:,} answered{_why(tally.failed, 'not answered')}")
    sound = f"{tally.sound:,} sound with {count(tally.records, 'record', 'records')}"
    parts.append(f"{sound}{_why(tally.rejected, 'rejected')}")
    unsent = _why(tally.unsent, "not sent").removeprefix(", ")
    yield f"second reader {coder}: " + "; ".join(filter(None, [*parts, unsent]))


def _why(reasons: Mapping[str, int], what: str) -> str:
    """``, 3 rejected (no JSON 2, cut off 1)``; nothing if there are none."""
    if not sum(reasons.values()):
        return ""
    listed = ", ".join(f"{reason} {number:,}" for reason, number in sorted(reasons.items()) if number)
    return f", {sum(reasons.values()):,} {what} ({listed})"
