"""Where somebody wants to go, and the goals that take them there."""

from sqlalchemy import Column, Date

from storage import choices
from storage.columns import NAME, belongs, id_column, index, instant, table_of
from storage.types import Choice, EncryptedText

directions = table_of(
    "directions",
    id_column("person_id"),
    Column("more", EncryptedText("directions.more"), nullable=True),
    Column("next", EncryptedText("directions.next"), nullable=True),
    Column("one_day", EncryptedText("directions.one_day"), nullable=True),
    id_column("shared_with", null=True),
    instant("written_at"),
    belongs("person_id", "people"),
    key=("person_id",),
)

goals = table_of(
    "goals",
    id_column("id"),
    id_column("owner_id"),
    Column("text", EncryptedText("goals.text"), nullable=False),
    Column("sign", EncryptedText("goals.sign"), nullable=False),
    id_column("framework", null=True),
    Column("competency", NAME, nullable=True),
    Column("due_on", Date, nullable=False),
    id_column("shared_with", null=True),
    instant("written_at"),
    Column("end", Choice(choices.GoalEnd), nullable=True),
    Column("learned", EncryptedText("goals.learned"), nullable=True),
    instant("ended_at", null=True),
    belongs("owner_id", "people"),
)
index("ix_goals_owner", goals, "owner_id", "ended_at")
