"""Many rows at once, on both databases alike."""

from collections.abc import Iterable
from datetime import datetime

from storage.bulk import insert_new, update_by_id
from storage.choices import DeliveryState
from storage.deliveries import NewDelivery, add_deliveries, find_delivery
from storage.session import Database, Workspace
from storage.tables import deliveries
from tests.storage.builders import DAY, MICROSECOND, NOON, OURS, THEIRS, U1, begin, some_owed


def all_owed(*ids: str) -> list[NewDelivery]:
    """Messages with these ids, each due a microsecond after the one before."""
    return [some_owed(id=name, due_at=NOON + place * MICROSECOND) for place, name in enumerate(ids)]


async def due_times(workspace: Workspace, ids: Iterable[str]) -> list[datetime | None]:
    """When each is due, or None where there is no such message."""
    found = [await find_delivery(workspace, name) for name in ids]
    return [one.due_at if one else None for one in found]


async def test_what_is_inserted_comes_back_as_it_was(store: Database) -> None:
    """Every value of every row survives the way in and out, to the microsecond."""
    async with store.write(OURS) as workspace:
        assert await add_deliveries(workspace, all_owed("a", "b"), NOON) == 2

        found = await find_delivery(workspace, "b")

    assert found is not None
    assert (found.kind, found.recipient, found.cause, found.occurrence, found.state, found.attempts) == (
        "prompt",
        U1,
        "cause of b",
        "2026-06-17",
        DeliveryState.PENDING,
        0,
    )
    assert (found.due_at, found.created_at) == (NOON + MICROSECOND, NOON)


async def test_only_new_keys_are_inserted(store: Database) -> None:
    """Rows whose key is there already are left as they are, and the count is of the new ones alone."""
    async with store.write(OURS) as workspace:
        await add_deliveries(workspace, all_owed("a"), NOON)

        assert await add_deliveries(workspace, all_owed("b", "a", "c"), NOON) == 2
        assert await due_times(workspace, ["a"]) == [NOON]


async def test_each_row_gets_its_own_values(store: Database) -> None:
    """An update by id changes the named rows of this workspace, each to its own values, and no others."""
    later = [NOON + DAY, NOON + 2 * DAY]
    await begin(store, THEIRS)
    async with store.write(THEIRS) as other:
        await add_deliveries(other, all_owed("b"), NOON)
    async with store.write(OURS) as workspace:
        await add_deliveries(workspace, all_owed("a", "b", "c"), NOON)

        assert await update_by_id(workspace, deliveries, ["b", "a", "gone"], {"due_at": [*later, NOON]}) == 2
        assert await due_times(workspace, "abc") == [later[1], later[0], NOON + 2 * MICROSECOND]

    async with store.read(THEIRS) as other:
        assert await due_times(other, ["b"]) == [NOON]


async def test_no_rows_are_no_statement(store: Database) -> None:
    """Nothing to insert or to change is not an error."""
    async with store.write(OURS) as workspace:
        assert await insert_new(workspace, deliveries, {"id": []}, {"attempts": 0}) == 0
        assert await update_by_id(workspace, deliveries, [], {"due_at": []}) == 0
