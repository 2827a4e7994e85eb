"""What each person chose about the messages that they get."""

from sqlalchemy import Column, Date, Time

from storage import choices
from storage.columns import belongs, choice, flag, id_column, table_of
from storage.types import Days, Several

preferences = table_of(
    "preferences",
    id_column("person_id"),
    Column("quiet_from", Time, nullable=False),
    Column("quiet_until", Time, nullable=False),
    Column("workdays", Several(int), nullable=True),
    Column("days_off", Several(Days.read), nullable=True),
    choice("digest", choices.DigestMode),
    Column("digest_at", Time, nullable=True),
    Column("snoozed_until", Date, nullable=True),
    Column("switched_off", Several(), nullable=True),
    flag("is_unannounced"),
    flag("gives_publicly"),
    belongs("person_id", "people"),
    key=("person_id",),
)
