"""What every subject's file shares: rows in, rows out, of one workspace."""

import pytest

from storage import rows
from storage.errors import Conflict, NotFound
from storage.session import Database
from storage.tables import acts, people
from tests.storage.builders import DAY, NOON, OURS, U1, U2, some_person

KEYS = rows.prepared(acts).order_by(acts.c.key)


@pytest.mark.parametrize("keys", ["", "a", "b", "ab", "bc", "abc"])
async def test_new_rows_are_counted(store: Database, keys: str) -> None:
    """Of many rows those with a new key are inserted and counted, and the others left as they are."""
    async with store.write(OURS) as workspace:
        await rows.add_new(workspace, acts, [{"key": "a", "at": NOON}])
        many = await rows.add_new(workspace, acts, [{"key": key, "at": NOON + DAY} for key in keys])

        assert many == len(set(keys) - {"a"})
        found = await rows.rows_of(workspace, KEYS, workspace_id=workspace.id)
        assert {row.key: row.at for row in found} == dict.fromkeys(keys, NOON + DAY) | {"a": NOON}


async def test_a_row_is_put_over_another(store: Database) -> None:
    """A row that is put overwrites the one with its key, but for the columns that are to stay."""
    async with store.write(OURS) as workspace:
        new = rows.values_of(workspace, people, some_person(id=U1, name="Ines Reed", dm_channel="D1"))
        await rows.put(workspace, people, new, but=("dm_channel",))
        first = rows.of_workspace(workspace, people).where(people.c.id == U1)

        row = await rows.get_row(workspace, first, "person", U1)
        assert (row.name, row.dm_channel) == ("Ines Reed", None)


async def test_a_row_that_is_not_there(store: Database) -> None:
    """No row is None where asked for softly, and otherwise NotFound, which says what and which."""
    async with store.read(OURS) as workspace:
        nobody = rows.of_workspace(workspace, people).where(people.c.id == "U9")

        assert await rows.find_row(workspace, nobody) is None
        with pytest.raises(NotFound, match="no person U9"):
            await rows.get_row(workspace, nobody, "person", "U9")


async def test_changed_rows_are_counted(store: Database) -> None:
    """A change tells how many rows it met, though it gave them nothing new."""
    async with store.write(OURS) as workspace:
        two = people.c.id.in_([U1, U2, "U9"])

        assert await rows.change(workspace, people, two, zone="Asia/Tokyo") == 2
        assert await rows.change(workspace, people, two, zone="Asia/Tokyo") == 2
        assert await rows.change(workspace, people, people.c.id == "U9", zone="Asia/Tokyo") == 0


async def test_a_taken_key_is_a_conflict(store: Database) -> None:
    """A row whose key is taken is a Conflict where it is said to be one."""

    async def add_again() -> None:
        async with store.write(OURS) as workspace:
            with rows.conflict_where_taken("person", U1):
                await rows.add(workspace, people, some_person(id=U1))

    with pytest.raises(Conflict, match="conflict on person U1"):
        await add_again()


async def test_nothing_to_add(store: Database) -> None:
    """Adding no records is not an error."""
    async with store.write(OURS) as workspace:
        await rows.add(workspace, people)


def test_values_are_grouped_in_order() -> None:
    """Values come by their key, in the order in which they came."""
    assert rows.grouped([("b", 2), ("a", 1), ("b", 1)]) == {"b": (2, 1), "a": (1,)}
