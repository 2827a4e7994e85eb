"""What becomes of examples and of what owners answered."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import and_, bindparam, or_, select

from storage.choices import Keep, OfferState
from storage.offers import OPEN
from storage.rights.evidence import OLD_NOTES
from storage.rights.rule import Rule, ids_of, is_person
from storage.tables import framework_reviews, offer_words, offers, review_answers, suggestion_counts

_REVIEWS = ids_of(framework_reviews, is_person(framework_reviews.c.owner_id))
OFFERS_GONE = and_(is_person(offers.c.author_id), offers.c.state != OfferState.TAKEN)
_OFFERS_TAKEN = and_(is_person(offers.c.author_id), offers.c.state == OfferState.TAKEN)
_ASKED = select(offer_words.c.offer_id).where(
    offer_words.c.workspace_id == bindparam("here"), is_person(offer_words.c.person_id)
)
_OLD_OFFERS = and_(offers.c.evidence_id.in_(OLD_NOTES), offers.c.state != OfferState.TAKEN)
OLD_OF_TAKEN = and_(offers.c.evidence_id.in_(OLD_NOTES), offers.c.state == OfferState.TAKEN)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "framework_heads": Rule(),
        "framework_reviews": Rule(named=("owner_id",), taken=is_person(framework_reviews.c.owner_id)),
        "framework_versions": Rule(named=("published_by",)),
        # What was taken stays and names nobody (decision 0012).
        "offer_words": Rule(
            gone=or_(
                is_person(offer_words.c.person_id),
                offer_words.c.offer_id.in_(ids_of(offers, is_person(offers.c.author_id))),
            ),
            taken=offer_words.c.offer_id.in_(ids_of(offers, is_person(offers.c.author_id))),
            kept=Keep.NOTES,
            old=offer_words.c.offer_id.in_(ids_of(offers, _OLD_OFFERS)),
        ),
        "offers": Rule(
            gone=OFFERS_GONE,
            named=("author_id",),
            emptied=("evidence_id",),
            emptied_in=_OFFERS_TAKEN,
            taken=or_(is_person(offers.c.author_id), and_(offers.c.id.in_(_ASKED), offers.c.state.in_(OPEN))),
            withheld=("evidence_id",),
            kept=Keep.NOTES,
            old=_OLD_OFFERS,
        ),
        "review_answers": Rule(
            emptied=("comment",),
            emptied_in=review_answers.c.review_id.in_(_REVIEWS),
            taken=review_answers.c.review_id.in_(_REVIEWS),
        ),
        "suggestion_counts": Rule(gone=is_person(suggestion_counts.c.person_id)),
    }
)
