"""Alembic's door: it runs the revisions on the connection that `storage.schema` opened."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.tables import metadata
from storage.types import Choice, EncryptedText, Instant

_INSTANT = 'sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")'


def plain_type(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """How a draft writes our column types: as plain ones, since a revision imports nothing of ours."""
    if kind != "type":
        return False
    if isinstance(item, Instant):
        return _INSTANT
    if isinstance(item, EncryptedText):
        return "sa.LargeBinary()"
    return "sa.String(32)" if isinstance(item, Choice) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=plain_type,
)
with context.begin_transaction():
    context.run_migrations()
