"""Offered examples and the words of those who are named."""

import pytest

from storage.choices import OfferState
from storage.errors import NotFound
from storage.evidence import add_evidence
from storage.offers import (
    find_offer_of,
    get_offer,
    hold_offer,
    mark_agreed,
    offers_about,
    offers_in,
    put_offer,
    set_offer_state,
)
from storage.session import Database
from tests.storage.builders import NOON, OURS, U1, U2, U3, U4, some_evidence, some_offer


async def test_an_offer_comes_back_with_who_is_asked(store: Database) -> None:
    """It is found by its author and by everybody it asks, and by its note."""
    offer = some_offer(asked=(U1, U3))
    async with store.write(OURS) as workspace:
        await add_evidence(workspace, some_evidence())
        await put_offer(workspace, offer)

        assert await get_offer(workspace, "f1") == await hold_offer(workspace, "f1") == offer
        assert [await offers_about(workspace, one) for one in (U1, U2, U3)] == [(offer,)] * 3
        assert await offers_about(workspace, U4) == ()
        assert await find_offer_of(workspace, "e1") == offer
        with pytest.raises(NotFound):
            await get_offer(workspace, "f9")


async def test_a_new_text_asks_everybody_anew(store: Database) -> None:
    """Whoever agreed to the text before has agreed to nothing; whom it names no more is not asked."""
    async with store.write(OURS) as workspace:
        await add_evidence(workspace, some_evidence())
        await put_offer(workspace, some_offer(asked=(U1, U3)))
        await mark_agreed(workspace, "f1", U1, NOON)
        before = await get_offer(workspace, "f1")
        await put_offer(workspace, some_offer(text="Anew", text_version=2, asked=(U1,)))

        assert before.agreed == {U1}
        assert await get_offer(workspace, "f1") == some_offer(text="Anew", text_version=2, asked=(U1,))


@pytest.mark.parametrize("state", OfferState)
async def test_what_came_to_nothing_is_erased(store: Database, state: OfferState) -> None:
    """Only what is open or taken keeps its words, and its note is free again where it is over."""
    is_kept = state in {OfferState.ASKED, OfferState.PROPOSED, OfferState.TAKEN}
    async with store.write(OURS) as workspace:
        await add_evidence(workspace, some_evidence())
        await put_offer(workspace, some_offer())
        await set_offer_state(workspace, "f1", state, NOON)

        (found,) = await offers_in(workspace, state)
        assert (found.text is not None) == is_kept
        assert (await find_offer_of(workspace, "e1") is not None) == is_kept
