"""Whom a member named to read something of theirs until a day, and what is shown to them."""

from storage import choices
from storage.columns import belongs, choice, flag, id_column, index, instant, table_of

named_readers = table_of(
    "named_readers",
    id_column("id"),
    id_column("owner_id"),
    id_column("reader_id"),
    flag("notes"),
    flag("plan"),
    flag("summaries"),
    flag("level"),
    instant("named_at"),
    instant("ends_at"),
    instant("ended_at", null=True),
    belongs("owner_id", "people"),
    belongs("reader_id", "people"),
)
index("ix_named_readers_owner", named_readers, "owner_id")
index("ix_named_readers_reader", named_readers, "reader_id")

# Things of several tables stand here, so only the naming holds them; one that is gone is found no more.
shown_things = table_of(
    "shown_things",
    id_column("naming_id"),
    choice("kind", choices.Shown),
    id_column("thing_id"),
    belongs("naming_id", "named_readers"),
    key=("naming_id", "kind", "thing_id"),
)
index("ix_shown_things_thing", shown_things, "kind", "thing_id")
