"""What calendars have given out, and facets by which a search is narrowed."""

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
    op.create_table(
        "facet",
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch_id"], ["dispatch.id"], name=op.f("fk_facet_dispatch_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("facet", "value", "dispatch_id", name=op.f("pk_facet")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_facet_dispatch_id", "facet", ["dispatch_id"], unique=False)
    for facet, value, rows in (
        ("lang", "d.lang", "dispatch d"),
        ("year", "substr(d.date, 1, 4)", "dispatch d"),
        ("kind", "r.kind", "dispatch d JOIN record r ON r.dispatch_id = d.id"),
        ("pair", "r.unit", "dispatch d JOIN record r ON r.dispatch_id = d.id AND r.unit LIKE '%-%'"),
        ("topic", "t.topic", "dispatch d JOIN record r ON r.dispatch_id = d.id JOIN topic t ON t.record_id = r.id"),
    ):
        told = f"SELECT DISTINCT '{facet}', {value}, d.id FROM {rows} WHERE d.state = 'current'"
        op.execute(f"INSERT INTO facet (facet, value, dispatch_id) {told}")
    # the events that a ledger holds already enter its calendar when their units are derived next
    op.execute("INSERT INTO stale (unit) SELECT DISTINCT unit FROM event WHERE unit NOT IN (SELECT unit FROM stale)")
