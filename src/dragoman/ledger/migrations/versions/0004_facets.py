"""Facets, by which a search is narrowed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
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
