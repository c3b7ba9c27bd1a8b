"""What calendars have given out."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "calendar",
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("last", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("sent", sa.String(), nullable=False),
        sa.Column("records", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_calendar")),
    )
    op.create_index("ix_calendar_unit", "calendar", ["unit"], unique=False)
    op.create_index("ix_calendar_event_id", "calendar", ["event_id"], unique=False)
    # the events that a ledger holds already enter its calendar when their units are derived next
    op.execute("INSERT INTO stale (unit) SELECT DISTINCT unit FROM event WHERE unit NOT IN (SELECT unit FROM stale)")
