"""A coding to write, made by hand: invented people, overlapping evidence."""

from __future__ import annotations

import pytest

from dragoman.model import Actor, Coding, Dispatch, Evidence, Record

TEXT = "Oslo, 8 May. The ministers met.\n\nThey signed a treaty <b>today</b> & left."


def record(kind: str, *spans: tuple[int, int], **slots: object) -> Record:
    """A record of the kind whose evidence stands at these places of `TEXT`."""
    evidence = tuple(Evidence.of(TEXT, start, end) for start, end in spans)
    return Record(
        **{"kind": kind, "status": "done", "actors": (Actor("party", state="NOR"),), "evidence": evidence, **slots}
    )  # type: ignore[arg-type]


@pytest.fixture
def coding() -> Coding:
    meeting = record(
        "meeting", (13, 31), type="bilateral", date="2024-05-08", place="Oslo", topics=("trade", "human_rights")
    )
    document = record(
        "document",
        (13, len(TEXT)),
        act="sign",
        name="treaty",
        actors=(Actor("signatory", "Ada Mbeki", "foreign_minister", "KEN"),),
    )
    return Coding(Dispatch(TEXT, "d", "en", "2024-05-08", "NTB"), (meeting, document), "Oslo")
