"""The first schema."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "body",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body")),
    )
    op.create_index("ix_body_unit", "body", ["unit"], unique=False)
    op.create_table(
        "dispatch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("guid", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("agency", sa.String(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.Column("coder", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('current', 'superseded', 'withdrawn')", name=op.f("ck_dispatch_state")),
        sa.ForeignKeyConstraint(["superseded_by"], ["dispatch.id"], name=op.f("fk_dispatch_superseded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatch")),
        sa.UniqueConstraint("hash", name=op.f("uq_dispatch_hash")),
    )
    op.create_index("ix_dispatch_date", "dispatch", ["date"], unique=False)
    op.create_index("ix_dispatch_guid", "dispatch", ["guid"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index("ix_document_unit", "document", ["unit"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("end_date", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("parent_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_first_day", "event", ["first_day"], unique=False)
    op.create_index("ix_event_unit", "event", ["unit", "first_day"], unique=False)
    op.create_table(
        "stale", sa.Column("unit", sa.String(), nullable=False), sa.PrimaryKeyConstraint("unit", name=op.f("pk_stale"))
    )
    op.create_table(
        "body_event",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("session", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_body_event_body_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_body_event_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_body_event")),
    )
    op.create_index("ix_body_event_body_id", "body_event", ["body_id"], unique=False)
    op.create_table(
        "commitment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_first", sa.Integer(), nullable=True),
        sa.Column("due_last", sa.Integer(), nullable=True),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_commitment_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    op.create_index("ix_commitment_event_id", "commitment", ["event_id"], unique=False)
    op.create_index("ix_commitment_unit", "commitment", ["unit"], unique=False)
    op.create_table(
        "event_actor",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_actor_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "n", name=op.f("pk_event_actor")),
    )
    op.create_index("ix_event_actor_state", "event_actor", ["state"], unique=False)
    op.create_table(
        "event_topic",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_topic_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "topic", name=op.f("pk_event_topic")),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("other_dispatch_id", sa.Integer(), nullable=True),
        sa.Column("other_start", sa.Integer(), nullable=True),
        sa.Column("other_end", sa.Integer(), nullable=True),
        sa.Column("other_n", sa.Integer(), nullable=True),
        sa.Column("slot", sa.String(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.String(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.CheckConstraint("verdict IN ('same', 'different', 'correct', 'wrong')", name=op.f("ck_judgement_verdict")),
        sa.ForeignKeyConstraint(["dispatch_id"], ["dispatch.id"], name=op.f("fk_judgement_dispatch_id")),
        sa.ForeignKeyConstraint(["other_dispatch_id"], ["dispatch.id"], name=op.f("fk_judgement_other_dispatch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_table(
        "level",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_level_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_level")),
    )
    op.create_index("ix_level_unit", "level", ["unit"], unique=False)
    op.create_table(
        "record",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("end_date", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dispatch_id"], ["dispatch.id"], name=op.f("fk_record_dispatch_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record")),
    )
    op.create_index("ix_record_dispatch_id", "record", ["dispatch_id"], unique=False)
    op.create_index("ix_record_unit", "record", ["unit"], unique=False)
    op.create_table(
        "actor",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"], name=op.f("fk_actor_record_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record_id", "n", name=op.f("pk_actor")),
    )
    op.create_index("ix_actor_state", "actor", ["state", "key"], unique=False)
    op.create_table(
        "commitment_step",
        sa.Column("commitment_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_commitment_step_commitment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_commitment_step_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name=op.f("fk_commitment_step_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("commitment_id", "n", name=op.f("pk_commitment_step")),
    )
    op.create_index("ix_commitment_step_event_id", "commitment_step", ["event_id"], unique=False)
    op.create_index("ix_commitment_step_record_id", "commitment_step", ["record_id"], unique=False)
    op.create_table(
        "difference",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_difference_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"], name=op.f("fk_difference_record_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "slot", "record_id", name=op.f("pk_difference")),
    )
    op.create_index("ix_difference_record_id", "difference", ["record_id"], unique=False)
    op.create_table(
        "document_step",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_step_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_document_step_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name=op.f("fk_document_step_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "n", name=op.f("pk_document_step")),
    )
    op.create_index("ix_document_step_event_id", "document_step", ["event_id"], unique=False)
    op.create_index("ix_document_step_record_id", "document_step", ["record_id"], unique=False)
    op.create_table(
        "event_record",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_record_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name=op.f("fk_event_record_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_event_record")),
    )
    op.create_index("ix_event_record_event_id", "event_record", ["event_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"], name=op.f("fk_evidence_record_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record_id", "n", name=op.f("pk_evidence")),
    )
    op.create_table(
        "topic",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"], name=op.f("fk_topic_record_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record_id", "n", name=op.f("pk_topic")),
    )
    if op.get_context().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE dispatch_words USING fts5(words, content='')")
    else:
        op.create_table(
            "dispatch_words",
            sa.Column("rowid", sa.Integer(), primary_key=True),
            sa.Column("words", postgresql.TSVECTOR(), nullable=False),
        )
        op.create_index("ix_dispatch_words_words", "dispatch_words", ["words"], postgresql_using="gin")
