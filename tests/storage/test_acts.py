"""One act per key, and the log of what People leads and the operator did."""

import pytest

from storage.acts import add_admin_act, admin_acts_seen, claim_act, purge_acts
from storage.session import Database
from tests.storage.builders import DAY, MICROSECOND, NOON, OURS, U1, U2, U3, at_once, some_admin_act


async def test_a_key_acts_once(store: Database) -> None:
    """A key that acted does not act again, in a later transaction neither; another key does."""
    async with store.write(OURS) as workspace:
        assert await claim_act(workspace, "kudos:U1:1", NOON)
        assert not await claim_act(workspace, "kudos:U1:1", NOON)
    async with store.write(OURS) as workspace:
        assert not await claim_act(workspace, "kudos:U1:1", NOON + DAY)
        assert await claim_act(workspace, "kudos:U1:2", NOON)


async def test_a_key_acts_once_at_once(store: Database) -> None:
    """Of many that act under one key at the same moment, one does."""

    async def act() -> bool:
        async with store.write(OURS) as workspace:
            return await claim_act(workspace, "kudos:U1:1", NOON)

    acted = await at_once(*(act() for _ in range(8)))

    assert (acted.count(True), acted.count(False)) == (1, 7)


async def test_an_act_that_failed_may_be_tried_again(store: Database) -> None:
    """A claim goes with its transaction: where that is undone, the key is free."""

    async def fail() -> None:
        async with store.write(OURS) as workspace:
            assert await claim_act(workspace, "kudos:U1:1", NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()

    async with store.write(OURS) as workspace:
        assert await claim_act(workspace, "kudos:U1:1", NOON)


async def test_old_keys_are_forgotten(store: Database) -> None:
    """Keys that acted before a moment are forgotten and counted; one that acted at it is kept."""
    async with store.write(OURS) as workspace:
        await claim_act(workspace, "old", NOON - MICROSECOND)
        await claim_act(workspace, "new", NOON)
        assert await purge_acts(workspace, NOON) == 1

        assert await claim_act(workspace, "old", NOON)
        assert not await claim_act(workspace, "new", NOON)


async def test_admin_acts_are_seen(store: Database) -> None:
    """Admin acts are listed newest first: all, or those about a person, as many as asked for."""
    by_lead, by_operator = some_admin_act(id="x1"), some_admin_act(id="x2", actor_id=None, subject_id=U3)
    about_all = some_admin_act(id="x3", subject_id=None)
    async with store.write(OURS) as workspace:
        for act in (by_lead, by_operator, about_all):
            await add_admin_act(workspace, act)

        assert await admin_acts_seen(workspace, None) == (about_all, by_operator, by_lead)
        assert await admin_acts_seen(workspace, None, limit=1) == (about_all,)
        assert await admin_acts_seen(workspace, U1) == ()
        assert await admin_acts_seen(workspace, U2) == (by_lead,)
        assert await admin_acts_seen(workspace, U3) == (by_operator,)
