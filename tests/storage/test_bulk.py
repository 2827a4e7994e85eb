"""Many rows at once, on both databases alike."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from storage.bulk import insert_new, update_by_id
from storage.deliveries import NewDelivery, add_deliveries, find_delivery
from storage.records import DeliveryState
from storage.session import Database, Workspace
from storage.tables import deliveries
from storage.workspaces import add_installation

NOON = datetime(2026, 6, 16, 12, tzinfo=UTC)


def some_owed(*ids: str) -> list[NewDelivery]:
    """Messages with these ids, each with a cause of its own."""
    return [
        NewDelivery(
            id=name,
            kind="prompt",
            recipient="U1",
            cause=f"cause of {name}",
            occurrence=date(2026, 6, 23).isoformat(),
            priority=1,
            due_at=NOON + timedelta(microseconds=place),
        )
        for place, name in enumerate(ids)
    ]


async def begin(database: Database, *ids: str) -> None:
    """Note these workspaces."""
    for name in ids:
        async with database.write(name) as workspace:
            await add_installation(workspace, "Acme", NOON)


async def due_times(workspace: Workspace, ids: Iterable[str]) -> list[datetime | None]:
    """When each is due, or None where there is no such message."""
    found = [await find_delivery(workspace, name) for name in ids]
    return [one.due_at if one else None for one in found]


async def test_what_is_inserted_comes_back_as_it_was(database: Database) -> None:
    """Every value of every row survives the way in and out, to the microsecond."""
    await begin(database, "T1")
    async with database.write("T1") as workspace:
        assert await add_deliveries(workspace, some_owed("a", "b"), NOON) == 2

        found = await find_delivery(workspace, "b")

    assert found is not None
    assert (found.kind, found.recipient, found.cause, found.occurrence, found.state, found.attempts) == (
        "prompt",
        "U1",
        "cause of b",
        "2026-06-23",
        DeliveryState.PENDING,
        0,
    )
    assert (found.due_at, found.created_at) == (NOON + timedelta(microseconds=1), NOON)


async def test_only_new_keys_are_inserted(database: Database) -> None:
    """Rows whose key is there already are left as they are, and the count is of the new ones alone."""
    await begin(database, "T1")
    async with database.write("T1") as workspace:
        await add_deliveries(workspace, some_owed("a"), NOON)

        assert await add_deliveries(workspace, some_owed("b", "a", "c"), NOON) == 2
        assert await due_times(workspace, ["a"]) == [NOON]


async def test_each_row_gets_its_own_values(database: Database) -> None:
    """An update by id changes the named rows of this workspace, each to its own values, and no others."""
    later = [NOON + timedelta(days=1), NOON + timedelta(days=2)]
    await begin(database, "T1", "T2")
    async with database.write("T2") as other:
        await add_deliveries(other, some_owed("b"), NOON)
    async with database.write("T1") as workspace:
        await add_deliveries(workspace, some_owed("a", "b", "c"), NOON)

        assert await update_by_id(workspace, deliveries, ["b", "a", "gone"], {"due_at": [*later, NOON]}) == 2
        assert await due_times(workspace, "abc") == [later[1], later[0], NOON + timedelta(microseconds=2)]

    async with database.read("T2") as other:
        assert await due_times(other, ["b"]) == [NOON]


async def test_no_rows_are_no_statement(database: Database) -> None:
    """Nothing to insert or to change is not an error."""
    await begin(database, "T1")
    async with database.write("T1") as workspace:
        assert await insert_new(workspace, deliveries, {"id": []}, {"attempts": 0}) == 0
        assert await update_by_id(workspace, deliveries, [], {"due_at": []}) == 0
