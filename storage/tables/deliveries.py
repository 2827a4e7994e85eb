"""Messages owed, and acts that are done once."""

from sqlalchemy import Column, Integer, String, UniqueConstraint

from storage import choices
from storage.columns import NAME, belongs, choice, id_column, index, instant, table_of

deliveries = table_of(
    "deliveries",
    id_column("id"),
    Column("kind", String(64), nullable=False),
    id_column("recipient"),
    Column("cause", NAME, nullable=False),
    Column("occurrence", String(64), nullable=False),
    choice("state", choices.DeliveryState),
    Column("priority", Integer, nullable=False),
    instant("due_at"),
    instant("created_at"),
    Column("attempts", Integer, nullable=False),
    instant("lease_until", null=True),
    id_column("channel", null=True),
    Column("ts", String(64), nullable=True),
    instant("settled_at", null=True),
    Column("reason", NAME, nullable=True),
    id_column("digest_id", null=True),
    instant("pressed_at", null=True),
    # Recipients first, so that one index serves both the key and the lists of one person.
    UniqueConstraint("workspace_id", "recipient", "kind", "cause", "occurrence"),
)
index("ix_deliveries_due", deliveries, "priority", "due_at", where="state = 'pending'")
index("ix_deliveries_digest", deliveries, "digest_id", where="digest_id IS NOT NULL")

pacing = table_of("pacing", id_column("lane"), instant("free_at"), key=("lane",))

admin_acts = table_of(
    "admin_acts",
    id_column("id"),
    id_column("actor_id", null=True),
    Column("act", String(64), nullable=False),
    id_column("subject_id", null=True),
    instant("at"),
    belongs("actor_id", "people"),
)

acts = table_of("acts", Column("key", NAME, nullable=False), instant("at"), key=("key",))
