"""An example that was taken outlives the note that it was made from."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade():
    with op.batch_alter_table("offers") as batch:
        batch.alter_column("evidence_id", existing_type=sa.String(64), nullable=True)
