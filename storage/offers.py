"""Notes that are offered as examples: asked about, proposed to owners, taken."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, or_, select
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import OfferState
from storage.errors import NotFound
from storage.records import Offer
from storage.session import Workspace
from storage.tables import offer_words, offers

OPEN = (OfferState.ASKED, OfferState.PROPOSED)
_ABOUT = rows.prepared(
    offers,
    offers.c.state.in_(OPEN),
    or_(
        offers.c.author_id == bindparam("person"),
        offers.c.id.in_(
            select(offer_words.c.offer_id).where(
                offer_words.c.workspace_id == bindparam("workspace_id"),
                offer_words.c.person_id == bindparam("person"),
            )
        ),
    ),
).order_by(offers.c.id)
_WORDS = rows.prepared(offer_words, offer_words.c.offer_id.in_(bindparam("ids", expanding=True))).order_by(
    offer_words.c.person_id
)


async def put_offer(workspace: Workspace, offer: Offer) -> None:
    """Keep an offer, or its new text: everybody it asks is asked, and nobody has agreed yet."""
    await rows.put(workspace, offers, rows.values_of(workspace, offers, offer))
    of_it = offer_words.c.workspace_id == workspace.id, offer_words.c.offer_id == offer.id
    await workspace.session.execute(delete(offer_words).where(*of_it))
    asked = [{"offer_id": offer.id, "person_id": one, "agreed_at": None} for one in offer.asked]
    await rows.add_new(workspace, offer_words, asked)


async def get_offer(workspace: Workspace, offer_id: str) -> Offer:
    """An offer by id; raises NotFound."""
    return await _one(workspace, rows.of_workspace(workspace, offers), offer_id)


async def hold_offer(workspace: Workspace, offer_id: str) -> Offer:
    """As get_offer, and nobody else changes it before this transaction ends: of two words one is the last."""
    return await _one(workspace, rows.of_workspace(workspace, offers).with_for_update(), offer_id)


async def offers_about(workspace: Workspace, person_id: str) -> tuple[Offer, ...]:
    """The open offers of a person's own, and those that ask for their word, oldest first."""
    return await _whole(workspace, await rows.rows_of(workspace, _ABOUT, person=person_id))


async def offers_in(workspace: Workspace, state: OfferState) -> tuple[Offer, ...]:
    """All offers in a state, oldest first."""
    query = rows.of_workspace(workspace, offers).where(offers.c.state == state).order_by(offers.c.id)
    return await _whole(workspace, await rows.rows_of(workspace, query))


async def find_offer_of(workspace: Workspace, evidence_id: str) -> Offer | None:
    """The offer that a note is in, open or taken, or None."""
    held = and_(offers.c.evidence_id == evidence_id, offers.c.state.in_((*OPEN, OfferState.TAKEN)))
    query = rows.of_workspace(workspace, offers).where(held).order_by(offers.c.id.desc()).limit(1)
    found = await _whole(workspace, await rows.rows_of(workspace, query))
    return found[0] if found else None


async def mark_agreed(workspace: Workspace, offer_id: str, person_id: str, now: datetime) -> None:
    """Somebody who is named agrees to the text as it stands."""
    theirs = and_(offer_words.c.offer_id == offer_id, offer_words.c.person_id == person_id)
    await rows.change(workspace, offer_words, theirs, agreed_at=now)


async def set_offer_state(workspace: Workspace, offer_id: str, state: OfferState, now: datetime) -> None:
    """Move an offer on; of one that came to nothing the text is erased."""
    values: dict[str, Any] = {"state": state, "decided_at": now}
    if state not in {*OPEN, OfferState.TAKEN}:
        values["text"] = None
    await rows.change(workspace, offers, offers.c.id == offer_id, **values)


async def _one(workspace: Workspace, query: Select[Any], offer_id: str) -> Offer:
    found = await rows.rows_of(workspace, query.where(offers.c.id == offer_id))
    if not found:
        raise NotFound("offer", offer_id)
    return (await _whole(workspace, found))[0]


async def _whole(workspace: Workspace, found: Sequence[Row[Any]]) -> tuple[Offer, ...]:
    words = await _words_of(workspace, [row.id for row in found])
    return tuple(
        rows.record(
            Offer,
            row,
            asked=tuple(person for person, _ in words.get(row.id, ())),
            agreed=frozenset(person for person, at in words.get(row.id, ()) if at is not None),
        )
        for row in found
    )


async def _words_of(
    workspace: Workspace, ids: Collection[str]
) -> dict[str, tuple[tuple[str, datetime | None], ...]]:
    if not ids:
        return {}
    found = await rows.rows_of(workspace, _WORDS, ids=list(ids))
    return rows.grouped((row.offer_id, (row.person_id, row.agreed_at)) for row in found)
