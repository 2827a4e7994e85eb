"""Notes that are offered as examples, and the word of everybody named in them."""

from sqlalchemy import Column, Integer

from storage import choices
from storage.columns import NAME, belongs, choice, id_column, index, instant, table_of
from storage.types import EncryptedText

offers = table_of(
    "offers",
    id_column("id"),
    id_column("author_id"),
    id_column("evidence_id", null=True),
    id_column("framework"),
    Column("competency", NAME, nullable=False),
    Column("behaviour", NAME, nullable=False),
    Column("text", EncryptedText("offers.text"), nullable=True),
    Column("text_version", Integer, nullable=False),
    choice("state", choices.OfferState),
    instant("offered_at"),
    instant("decided_at", null=True),
    belongs("author_id", "people"),
    belongs("evidence_id", "evidence"),
)
index("ix_offers_state", offers, "state")
index("ix_offers_evidence", offers, "evidence_id")

offer_words = table_of(
    "offer_words",
    id_column("offer_id"),
    id_column("person_id"),
    instant("agreed_at", null=True),
    belongs("offer_id", "offers"),
    belongs("person_id", "people"),
    key=("offer_id", "person_id"),
)
index("ix_offer_words_person", offer_words, "person_id")
