"""1:1s and what was asked in them."""

from sqlalchemy import Boolean, Column, Date, Integer, String, Time

from storage import choices
from storage.columns import NAME, belongs, choice, flag, id_column, index, instant, table_of

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
    Column("paused_until", Date, nullable=True),
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

meetings = table_of(
    "meetings",
    id_column("pair_id"),
    Column("on", Date, nullable=False),
    Column("moved_on", Date, nullable=True),
    Column("moved_at", Time, nullable=True),
    flag("is_skipped"),
    id_column("changed_by", null=True),
    Column("happened", Boolean(create_constraint=False), nullable=True),
    id_column("answered_by", null=True),
    Column("version", Integer, nullable=False),
    belongs("pair_id", "pairs"),
    belongs("changed_by", "people"),
    belongs("answered_by", "people"),
    key=("pair_id", "on"),
)
