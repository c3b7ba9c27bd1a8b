"""The tables of a ledger. What is *claimed* is kept for good; what is *derived* can be made anew from it at any time.

Claimed: dispatches, the records coded from them with actors, topics and evidence, and people's judgements.
Kept beside them: what a second reader made of dispatches (`ledger.readings`), and what calendars have given out
(`ledger.calendar`), for that depends on what was known when.
Derived, unit by unit (`ledger.units`): events with what joined them, bodies, documents, levels, commitments, names.
Beside both: users, with their sessions and tokens (`dragoman.users`), which no backup holds.
Every column that refers to another table is indexed, for what goes takes along what refers to it.
Days are ISO strings, as fine as a text tells them (``2023``, ``2023-04``, ``2023-04-10``).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CURRENT, SUPERSEDED, WITHDRAWN = "current", "superseded", "withdrawn"


SLOTS = ("kind", "type", "act", "status", "date", "end_date", "place", "name")
"""The scalar slots that a record and an event share."""


def slots(told: object) -> dict[str, Any]:
    """These slots of a record, or of a row of either table."""
    return {slot: getattr(told, slot) for slot in SLOTS}


def _slots() -> list[Column[str]]:
    return [
        Column("kind", String, nullable=False),
        Column("type", String, nullable=False),
        Column("act", String),
        Column("status", String, nullable=False),
        Column("date", String),
        Column("end_date", String),
        Column("place", String),
        Column("name", Text),
    ]


def _actor() -> list[Column[str]]:
    return [
        Column("role", String, nullable=False),
        Column("name", Text),
        Column("office", String),
        Column("state", String),
        Column("key", String),
    ]


def _of(column: str, table: str, *, primary_key: bool = False) -> Column[str]:
    """A reference that goes when what it refers to goes."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=primary_key, nullable=False)


dispatch = Table(
    "dispatch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", String, nullable=False, unique=True),
    Column("source_id", String, nullable=False),
    Column("guid", String),
    Column("version", Integer),
    Column("agency", String),
    Column("url", Text),
    Column("lang", String, nullable=False),
    Column("date", String, nullable=False),
    Column("title", Text),
    Column("place", String),
    Column("sent_at", String),
    Column("embargo", String),
    Column("rights", Text),
    Column("byline", Text),
    Column("text", Text, nullable=False),
    Column("state", String, nullable=False, default=CURRENT),
    Column("superseded_by", Integer, ForeignKey("dispatch.id")),
    Column("coder", String, nullable=False),
    CheckConstraint(f"state IN ('{CURRENT}', '{SUPERSEDED}', '{WITHDRAWN}')", name="state"),
    Index("ix_dispatch_guid", "guid"),
    Index("ix_dispatch_date", "date"),
)

record = Table(
    "record",
    metadata,
    Column("id", String, primary_key=True),
    _of("dispatch_id", "dispatch"),
    Column("n", Integer, nullable=False),
    Column("unit", String, nullable=False),
    *_slots(),
    Column("coder", String),  # none where dragoman itself coded it
    Index("ix_record_dispatch_id", "dispatch_id"),
    Index("ix_record_unit", "unit"),
)

actor = Table(
    "actor",
    metadata,
    _of("record_id", "record", primary_key=True),
    Column("n", Integer, primary_key=True),
    *_actor(),
    Index("ix_actor_state", "state", "key"),
)

topic = Table(
    "topic",
    metadata,
    _of("record_id", "record", primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("topic", String, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    _of("record_id", "record", primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
)

# A judgement names a record by its dispatch and the words that carry it, so that it outlives the record's coding.
judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("made_by", String, nullable=False),
    Column("why", Text),
    Column("dispatch_id", Integer, ForeignKey("dispatch.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("other_dispatch_id", Integer, ForeignKey("dispatch.id")),
    Column("other_start", Integer),
    Column("other_end", Integer),
    Column("other_n", Integer),
    Column("slot", String),
    Column("value", Text),
    Column("undone_at", String),
    Column("undone_by", String),
    CheckConstraint("verdict IN ('same', 'different', 'correct', 'wrong')", name="verdict"),
)

# What a second reader made of a dispatch. Its records are no claims until a person accepts them (`ledger.readings`).
second_reading = Table(
    "second_reading",
    metadata,
    Column("id", Integer, primary_key=True),
    _of("dispatch_id", "dispatch"),
    Column("coder", String, nullable=False),
    Column("key", String, nullable=False),
    Column("doubts", Text, nullable=False),
    Column("records", Text, nullable=False),
    Column("accepted", Text, nullable=False),
    Column("decided_at", String),
    Column("decided_by", String),
    Column("why", Text),
    Index("ix_second_reading_dispatch_id", "dispatch_id", "coder", unique=True),
)
"""``doubts``, ``records``, ``accepted`` are JSON lists: codes, the codebook's records, places of records among these.
``key`` stands for what was asked, so that a later question can be told from the same one."""

stale = Table("stale", metadata, Column("unit", String, primary_key=True))
"""The units whose derived tables are older than their records."""

changed = Table(
    "changed",
    metadata,
    Column("unit", String, primary_key=True),
    Column("part", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Index("ix_changed_part", "part", "number"),
    Index("ix_changed_number", "number"),
)
"""Of each unit, and of the pairs and states in it, the number of the change that they came out of last otherwise
(`ledger.changes`). Numbers only grow, so that what was made of a pair tells by them whether it still stands."""

event = Table(
    "event",
    metadata,
    Column("id", String, primary_key=True),
    Column("unit", String, nullable=False),
    *_slots(),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("parent_id", String),
    Column("parent_why", Text),
    Index("ix_event_unit", "unit", "first_day", "id"),
    Index("ix_event_first_day", "first_day", "id"),
    Index("ix_event_last_day", "last_day"),
    Index("ix_event_counted", "unit", "kind", "status", "act", "first_day", "last_day"),  # by pair: `overview`
    Index("ix_event_parent_id", "parent_id"),
)

event_record = Table(
    "event_record",
    metadata,
    _of("record_id", "record", primary_key=True),
    _of("event_id", "event"),
    Column("why", Text, nullable=False),
    Index("ix_event_record_event_id", "event_id"),
)

event_actor = Table(
    "event_actor",
    metadata,
    _of("event_id", "event", primary_key=True),
    Column("n", Integer, primary_key=True),
    *_actor(),
    Index("ix_event_actor_state", "state", "event_id"),
    Index("ix_event_actor_key", "key", "event_id"),
)

event_topic = Table(
    "event_topic",
    metadata,
    _of("event_id", "event", primary_key=True),
    Column("topic", String, primary_key=True),
)

difference = Table(
    "difference",
    metadata,
    _of("event_id", "event", primary_key=True),
    Column("slot", String, primary_key=True),
    _of("record_id", "record", primary_key=True),
    Column("value", Text, nullable=False),
    Index("ix_difference_record_id", "record_id"),
)

body = Table(
    "body",
    metadata,
    Column("id", String, primary_key=True),
    Column("unit", String, nullable=False),
    Column("type", String, nullable=False),
    Column("name", Text),
    Index("ix_body_unit", "unit"),
)

body_event = Table(
    "body_event",
    metadata,
    _of("event_id", "event", primary_key=True),
    _of("body_id", "body"),
    Column("session", Integer),
    Index("ix_body_event_body_id", "body_id"),
)

document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("unit", String, nullable=False),
    Column("type", String, nullable=False),
    Column("name", Text),
    Column("stage", String, nullable=False),
    Index("ix_document_unit", "unit"),
)

document_step = Table(
    "document_step",
    metadata,
    _of("document_id", "document", primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("stage", String, nullable=False),
    Column("date", String),
    _of("event_id", "event"),
    _of("record_id", "record"),
    Index("ix_document_step_event_id", "event_id"),
    Index("ix_document_step_record_id", "record_id"),
)

level = Table(
    "level",
    metadata,
    _of("event_id", "event", primary_key=True),
    Column("unit", String, nullable=False),
    Column("level", String, nullable=False),
    Column("status", String, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Index("ix_level_unit", "unit"),
)

commitment = Table(
    "commitment",
    metadata,
    Column("id", String, primary_key=True),
    Column("unit", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("due_first", Integer),
    Column("due_last", Integer),
    Column("made", Integer, nullable=False),
    _of("event_id", "event"),
    Index("ix_commitment_unit", "unit"),
    Index("ix_commitment_event_id", "event_id"),
)

commitment_step = Table(
    "commitment_step",
    metadata,
    _of("commitment_id", "commitment", primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("step", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    _of("event_id", "event"),
    _of("record_id", "record"),
    Index("ix_commitment_step_event_id", "event_id"),
    Index("ix_commitment_step_record_id", "record_id"),
)

facet = Table(
    "facet",
    metadata,
    Column("facet", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("dispatch_id", Integer, ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_facet_dispatch_id", "dispatch_id"),
    sqlite_with_rowid=False,
)
"""By what a search for dispatches can be narrowed (`ledger.facets`); made with the index of their words."""

# Who may write, or read from elsewhere. Passwords and keys are kept only as hashes; moments are ISO, in UTC.
user = Table(
    "user",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", Text, nullable=False),
    Column("made_at", String, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failed_at", String),
    CheckConstraint("role IN ('reader', 'editor')", name="role"),
)


def _of_user() -> Column[str]:
    return Column("user_name", ForeignKey("user.name", ondelete="CASCADE"), nullable=False)


session = Table(
    "session",
    metadata,
    Column("key", String, primary_key=True),
    _of_user(),
    Column("form", String, nullable=False),
    Column("ends_at", String, nullable=False),
    Index("ix_session_user_name", "user_name"),
)

token = Table(
    "token",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_user(),
    Column("label", Text, nullable=False),
    Column("key", String, nullable=False, unique=True),
    Column("made_at", String, nullable=False),
    Index("ix_token_user_name", "user_name"),
)

calendar = Table(
    "calendar",
    metadata,
    Column("uid", String, primary_key=True),
    Column("unit", String, nullable=False),
    Column("event_id", String),  # none once the event is no longer told
    Column("kind", String, nullable=False),
    Column("first", String, nullable=False),
    Column("last", String, nullable=False),
    Column("place", String),
    Column("status", String, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("sent", String, nullable=False),
    Column("records", Text, nullable=False),
    Index("ix_calendar_unit", "unit"),
    Index("ix_calendar_event_id", "event_id"),
)
"""The visits, meetings and sessions as calendars last gave them out, each under the UID that it has for good."""

named = Table(
    "named",
    metadata,
    Column("unit", String, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("state", String, nullable=False),
    Column("key", String, nullable=False),
    Column("lang", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("office", String),
    Column("told", Integer, nullable=False),
    Column("first", String, nullable=False),
    Column("first_record", String, nullable=False),
    Column("first_n", Integer, nullable=False),
    Column("last", String, nullable=False),
    Column("last_record", String, nullable=False),
    Column("last_n", Integer, nullable=False),
    Column("dispatches", Text, nullable=False),
    Index("ix_named_state", "state"),
)
"""How a unit's claims call persons: once for each name, language and office, with the numbers of the dispatches."""

CLAIMED = (dispatch, record, actor, topic, evidence, judgement)
KEPT = (*CLAIMED, second_reading, calendar)
"""All that a backup holds."""

DERIVED = (
    *(event, event_record, event_actor, event_topic, difference, body, body_event, document, document_step),
    *(level, commitment, commitment_step, named),
)
