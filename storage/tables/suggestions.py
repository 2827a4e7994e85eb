"""What suggested skills learn from, as counts; and who wants no hints on wording."""

from sqlalchemy import Column, Integer

from storage.columns import NAME, belongs, flag, id_column, index, table_of

suggestion_counts = table_of(
    "suggestion_counts",
    id_column("person_id"),
    Column("competency", NAME, nullable=False),
    flag("is_public"),
    Column("feature", Integer, nullable=False),
    Column("pieces", Integer, nullable=False),
    belongs("person_id", "people"),
    key=("person_id", "competency", "is_public", "feature"),
)
index("ix_suggestion_counts_feature", suggestion_counts, "competency", "feature")

hidden_hints = table_of(
    "hidden_hints",
    id_column("person_id"),
    belongs("person_id", "people"),
    key=("person_id",),
)
