"""Single things that their receivers showed to a People lead."""

from storage import choices
from storage.columns import belongs, choice, id_column, index, instant, table_of

concerns = table_of(
    "concerns",
    id_column("id"),
    id_column("owner_id"),
    id_column("lead_id"),
    choice("kind", choices.ConcernKind),
    id_column("thing_id"),
    instant("shown_at"),
    instant("opened_at", null=True),
    instant("taken_back_at", null=True),
    belongs("owner_id", "people"),
    belongs("lead_id", "people"),
)
index("ix_concerns_owner", concerns, "owner_id", "shown_at")
