"""1:1s and what was asked in them."""

from sqlalchemy import Column, Date, Integer, String, Time

from storage import choices
from storage.columns import NAME, belongs, choice, id_column, index, instant, table_of

pairs = table_of(
    "pairs",
    id_column("id"),
    id_column("first_id"),
    id_column("second_id"),
    choice("kind", choices.PairKind),
    choice("state", choices.PairState),
    id_column("asked_by"),
    choice("cadence", choices.Cadence),
    Column("anchor", Date, nullable=False),
    Column("local_time", Time, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("next_on", Date, nullable=True),
    instant("next_run_at", null=True),
    Column("version", Integer, nullable=False),
    instant("created_at"),
    instant("ended_at", null=True),
    belongs("first_id", "people"),
    belongs("second_id", "people"),
)
index("ix_pairs_due", pairs, "next_run_at", where="state = 'active'")
index("ix_pairs_first", pairs, "first_id")
index("ix_pairs_second", pairs, "second_id")

asked_prompts = table_of(
    "asked_prompts",
    id_column("pair_id"),
    id_column("person_id"),
    Column("on", Date, nullable=False),
    Column("position", Integer, nullable=False),
    Column("prompt", NAME, nullable=False),
    Column("reason", NAME, nullable=False),
    belongs("pair_id", "pairs"),
    belongs("person_id", "people"),
    key=("pair_id", "person_id", "on", "position"),
)
