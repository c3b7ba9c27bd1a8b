"""Users, their sessions and tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "user",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", sa.String(), nullable=True),
        sa.CheckConstraint("role IN ('reader', 'editor')", name=op.f("ck_user_role")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_user")),
    )
    op.create_table(
        "session",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["user_name"], ["user.name"], name=op.f("fk_session_user_name"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_session")),
    )
    op.create_index("ix_session_user_name", "session", ["user_name"], unique=False)
    op.create_table(
        "token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["user_name"], ["user.name"], name=op.f("fk_token_user_name"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("key", name=op.f("uq_token_key")),
    )
    op.create_index("ix_token_user_name", "token", ["user_name"], unique=False)
