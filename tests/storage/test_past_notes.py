"""Notes from past reviews, while they wait and after."""

import pytest

from storage.errors import NotFound
from storage.past_notes import (
    add_past_note,
    count_past_notes,
    get_past_note,
    marks_of,
    past_notes_of,
    purge_past_notes,
    remove_past_notes,
)
from storage.session import Database
from tests.storage.builders import DAY, NOON, OURS, TODAY, U1, U2, some_past_note


async def test_a_note_is_brought_once(store: Database) -> None:
    """What stands for the same words of the same day is not brought a second time."""
    async with store.write(OURS) as workspace:
        first = await add_past_note(workspace, some_past_note(id="n1"))
        second = await add_past_note(workspace, some_past_note(id="n2", digest="digest of n1"))
        other = await add_past_note(workspace, some_past_note(id="n3", of=U2, digest="digest of n1"))

    assert (first, second, other) == (True, False, True)


async def test_they_come_in_order_of_their_days(store: Database) -> None:
    """A person's own come back whole, the oldest day first."""
    later, earlier = some_past_note(id="n1"), some_past_note(id="n2", happened_on=TODAY - DAY)
    async with store.write(OURS) as workspace:
        for note in (later, earlier, some_past_note(id="n3", of=U2)):
            await add_past_note(workspace, note)

        assert await past_notes_of(workspace, U1) == (earlier, later)
        assert await count_past_notes(workspace, U1) == (2, NOON)
        assert await get_past_note(workspace, "n1") == later


async def test_what_is_removed_is_known_and_gone(store: Database) -> None:
    """Its mark stays, so that it does not come again; its words do not."""
    async with store.write(OURS) as workspace:
        await add_past_note(workspace, some_past_note())
        removed = await remove_past_notes(workspace, ["n1"])

        assert removed == 1
        assert await marks_of(workspace, U1) == {"digest of n1"}
        assert await count_past_notes(workspace, U1) == (0, None)
        assert not await add_past_note(workspace, some_past_note(id="n2", digest="digest of n1"))
        with pytest.raises(NotFound):
            await get_past_note(workspace, "n1")


async def test_what_nobody_looked_after_is_forgotten(store: Database) -> None:
    """Old ones go with their marks; what was settled stays known, and newer ones wait."""
    async with store.write(OURS) as workspace:
        for name, at in (("n1", NOON - DAY), ("n2", NOON), ("n3", NOON - DAY)):
            await add_past_note(workspace, some_past_note(id=name, brought_at=at))
        await remove_past_notes(workspace, ["n3"])
        gone = await purge_past_notes(workspace, NOON)

        assert gone == 1
        assert [note.id for note in await past_notes_of(workspace, U1)] == ["n2"]
        assert await marks_of(workspace, U1) == {"digest of n2", "digest of n3"}
