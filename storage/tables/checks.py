"""The quarterly check of one member by themselves and by their manager, each alone."""

from sqlalchemy import Column, String, UniqueConstraint

from storage import choices
from storage.columns import NAME, belongs, choice, id_column, instant, table_of
from storage.types import EncryptedText

checks = table_of(
    "checks",
    id_column("id"),
    id_column("subject_id"),
    id_column("manager_id"),
    id_column("framework"),
    id_column("version_id"),
    id_column("level", null=True),
    id_column("target", null=True),
    Column("quarter", String(16), nullable=False),
    instant("opened_at"),
    belongs("subject_id", "people"),
    belongs("manager_id", "people"),
    belongs("version_id", "framework_versions"),
    UniqueConstraint("workspace_id", "subject_id", "manager_id", "quarter"),
)

check_sides = table_of(
    "check_sides",
    id_column("check_id"),
    id_column("author_id"),
    instant("handed_in_at", null=True),
    instant("skipped_at", null=True),
    belongs("check_id", "checks"),
    belongs("author_id", "people"),
    key=("check_id", "author_id"),
)

check_marks = table_of(
    "check_marks",
    id_column("check_id"),
    id_column("author_id"),
    Column("competency", NAME, nullable=False),
    Column("behaviour", NAME, nullable=False),
    choice("mark", choices.CheckMarked),
    belongs("check_id", "checks"),
    belongs("author_id", "people"),
    key=("check_id", "author_id", "competency", "behaviour"),
)

check_words = table_of(
    "check_words",
    id_column("check_id"),
    id_column("author_id"),
    Column("competency", NAME, nullable=False),
    Column("word", EncryptedText("check_words.word"), nullable=False),
    belongs("check_id", "checks"),
    belongs("author_id", "people"),
    key=("check_id", "author_id", "competency"),
)
