"""What a source tells of a dispatch beside its day: the time, an embargo, rights, who wrote it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for name, kind in (
        ("sent_at", sa.String()),
        ("embargo", sa.String()),
        ("rights", sa.Text()),
        ("byline", sa.Text()),
    ):
        op.add_column("dispatch", sa.Column(name, kind, nullable=True))
