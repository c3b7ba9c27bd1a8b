"""Persons' names counted by unit, when each unit was last derived, and indexes for listings; all is derived anew."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "named",
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("first_record", sa.String(), nullable=False),
        sa.Column("first_n", sa.Integer(), nullable=False),
        sa.Column("last", sa.String(), nullable=False),
        sa.Column("last_record", sa.String(), nullable=False),
        sa.Column("last_n", sa.Integer(), nullable=False),
        sa.Column("dispatches", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "n", name=op.f("pk_named")),
    )
    op.create_index("ix_named_state", "named", ["state"], unique=False)
    op.create_table(
        "changed",
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "part", name=op.f("pk_changed")),
    )
    op.create_index("ix_changed_part", "changed", ["part", "number"], unique=False)
    op.create_index("ix_changed_number", "changed", ["number"], unique=False)
    _index("event", "unit", "first_day", "id", instead=True)
    _index("event", "first_day", "id", instead=True)
    _index("event", "last_day")
    columns = ["unit", "kind", "status", "act", "first_day", "last_day"]
    op.create_index("ix_event_counted", "event", columns, unique=False)
    _index("event", "parent_id")
    _index("event_actor", "state", "event_id", instead=True)
    _index("event_actor", "key", "event_id")
    op.execute("INSERT INTO stale (unit) SELECT DISTINCT unit FROM record WHERE unit NOT IN (SELECT unit FROM stale)")


def _index(table: str, *columns: str, instead: bool = False) -> None:
    name = f"ix_{table}_{columns[0]}"
    if instead:
        op.drop_index(name, table_name=table)
    op.create_index(name, table, list(columns), unique=False)
