"""What a manager saw is read by whom it is about, who may answer it.

The answer is sealed bytes, as all private words are. Rows of before have neither.
"""

from alembic import op
from sqlalchemy import BigInteger, Column, DateTime, LargeBinary

revision = "0002"
down_revision = "0001"

_INSTANT = BigInteger().with_variant(DateTime(timezone=True), "postgresql")


def upgrade():
    op.add_column("evidence", Column("read_at", _INSTANT, nullable=True))
    op.add_column("evidence", Column("reply", LargeBinary, nullable=True))
    op.add_column("evidence", Column("replied_at", _INSTANT, nullable=True))
