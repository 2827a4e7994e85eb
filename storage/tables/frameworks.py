"""Published frameworks and their reviews."""

from sqlalchemy import Column, String, Text, UniqueConstraint

from storage import choices
from storage.columns import NAME, belongs, choice, id_column, instant, table_of
from storage.types import EncryptedText

framework_versions = table_of(
    "framework_versions",
    id_column("id"),
    id_column("framework"),
    Column("version", NAME, nullable=False),
    Column("title", NAME, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", Text, nullable=False),
    instant("published_at"),
    id_column("published_by", null=True),
    UniqueConstraint("workspace_id", "framework", "digest"),
)

framework_heads = table_of(
    "framework_heads",
    id_column("framework"),
    id_column("version_id"),
    belongs("version_id", "framework_versions"),
    key=("framework",),
)

framework_reviews = table_of(
    "framework_reviews",
    id_column("id"),
    id_column("framework"),
    id_column("version_id"),
    id_column("owner_id"),
    Column("quarter", String(16), nullable=False),
    instant("opened_at"),
    instant("closed_at", null=True),
    belongs("owner_id", "people"),
    belongs("version_id", "framework_versions"),
    UniqueConstraint("workspace_id", "framework", "owner_id", "quarter"),
)

review_answers = table_of(
    "review_answers",
    id_column("review_id"),
    Column("competency", NAME, nullable=False),
    choice("verdict", choices.Verdict),
    Column("comment", EncryptedText("review_answers.comment"), nullable=True),
    instant("answered_at"),
    belongs("review_id", "framework_reviews"),
    key=("review_id", "competency"),
)
