"""Feedback between people, who may read it beside the two, and questions that ask for it."""

from sqlalchemy import Column, Date

from storage import choices
from storage.columns import NAME, belongs, choice, id_column, index, instant, table_of
from storage.types import EncryptedText

feedback_asks = table_of(
    "feedback_asks",
    id_column("id"),
    id_column("asker_id"),
    Column("question", EncryptedText("feedback_asks.question"), nullable=False),
    id_column("framework", null=True),
    Column("competency", NAME, nullable=True),
    Column("wanted_by", Date, nullable=True),
    instant("asked_at"),
    belongs("asker_id", "people"),
)
index("ix_feedback_asks_asker", feedback_asks, "asker_id", "asked_at")

feedback_asked = table_of(
    "feedback_asked",
    id_column("ask_id"),
    id_column("person_id"),
    choice("state", choices.AskState),
    Column("word", EncryptedText("feedback_asked.word"), nullable=True),
    instant("decided_at", null=True),
    belongs("ask_id", "feedback_asks"),
    belongs("person_id", "people"),
    key=("ask_id", "person_id"),
)
index("ix_feedback_asked_person", feedback_asked, "person_id", "state")

feedback = table_of(
    "feedback",
    id_column("id"),
    id_column("author_id"),
    id_column("receiver_id"),
    id_column("ask_id", null=True),
    Column("situation", EncryptedText("feedback.situation"), nullable=True),
    Column("carry_on", EncryptedText("feedback.carry_on"), nullable=True),
    Column("try_next", EncryptedText("feedback.try_next"), nullable=True),
    Column("effect", EncryptedText("feedback.effect"), nullable=True),
    id_column("framework", null=True),
    Column("competency", NAME, nullable=True),
    instant("given_at"),
    instant("read_at", null=True),
    Column("reply", EncryptedText("feedback.reply"), nullable=True),
    instant("replied_at", null=True),
    # Notes that its receiver made of it: they go on without it, so nothing holds them together.
    id_column("carry_on_note", null=True),
    id_column("try_next_note", null=True),
    belongs("author_id", "people"),
    belongs("receiver_id", "people"),
    belongs("ask_id", "feedback_asks"),
)
index("ix_feedback_receiver", feedback, "receiver_id", "given_at")
index("ix_feedback_author", feedback, "author_id")

feedback_readers = table_of(
    "feedback_readers",
    id_column("feedback_id"),
    id_column("person_id"),
    choice("reading", choices.Reading),
    belongs("feedback_id", "feedback"),
    belongs("person_id", "people"),
    key=("feedback_id", "person_id"),
)
