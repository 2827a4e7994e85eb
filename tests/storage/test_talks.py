"""What is written for 1:1s and promised in them, as it is kept."""

import pytest

from storage.choices import CommitmentEnd, Keep
from storage.commitments import (
    add_commitment,
    change_commitment,
    find_commitment,
    open_commitments,
    open_counts,
    own_open_commitments,
)
from storage.errors import Conflict
from storage.pairs import add_pair
from storage.retention import purge_old
from storage.session import Database, Workspace
from storage.talks import (
    find_private_note,
    find_talk,
    put_private_note,
    put_talk,
    written_days,
)
from tests.storage.builders import DAY, NOON, OURS, TODAY, U1, U2, U3, some_pair
from tests.storage.talked import some_commitment, some_private_note, some_talk


async def begun(workspace: Workspace) -> None:
    """Two pairs of one person."""
    await add_pair(workspace, some_pair(id="a1"))
    await add_pair(workspace, some_pair(id="a2", second=U3))


async def test_a_talk_is_kept_over_the_version_that_it_was_made_from(store: Database) -> None:
    """Whoever read an older version, or none, is refused, and what is kept stays."""
    async with store.write(OURS) as workspace:
        await begun(workspace)
        first = await put_talk(workspace, some_talk())
        second = await put_talk(workspace, some_talk(version=first.version, notes=None, written_by=U2))

        for stale in (0, first.version):
            with pytest.raises(Conflict):
                await put_talk(workspace, some_talk(version=stale, agenda="Late"))

        assert await find_talk(workspace, "a1", TODAY) == second
        assert second.notes is None


async def test_a_private_note_is_of_one_person(store: Database) -> None:
    """Each of the two has their own, with versions of its own."""
    async with store.write(OURS) as workspace:
        await begun(workspace)
        mine = await put_private_note(workspace, some_private_note())
        theirs = await put_private_note(workspace, some_private_note(person_id=U2, text="Theirs"))
        with pytest.raises(Conflict):
            await put_private_note(workspace, some_private_note(text="Late"))

        assert await find_private_note(workspace, "a1", TODAY, U1) == mine
        assert await find_private_note(workspace, "a1", TODAY, U2) == theirs
        assert await find_private_note(workspace, "a2", TODAY, U1) is None


async def test_days_are_those_with_something_to_read(store: Database) -> None:
    """A private note of the other, and a text that was emptied again, are nothing to read."""
    async with store.write(OURS) as workspace:
        await begun(workspace)
        await put_talk(workspace, some_talk(on=TODAY + 7 * DAY))
        await put_talk(workspace, some_talk(on=TODAY + 14 * DAY, agenda=None, notes=None))
        await put_private_note(workspace, some_private_note(on=TODAY))

        assert await written_days(workspace, "a1", U1) == (TODAY, TODAY + 7 * DAY)
        assert await written_days(workspace, "a1", U2) == (TODAY + 7 * DAY,)


async def test_a_promise_is_open_until_it_is_answered(store: Database) -> None:
    """By pair and by who made it, the oldest first; a change of an older version is refused."""
    old = some_commitment(id="w2", made_on=TODAY - 7 * DAY, owner_id=U2)
    async with store.write(OURS) as workspace:
        await begun(workspace)
        for one in (some_commitment(), old, some_commitment(id="w3", pair_id="a2")):
            await add_commitment(workspace, one)

        assert await open_commitments(workspace, "a1") == (old, some_commitment())
        assert [one.id for one in await own_open_commitments(workspace, U1)] == ["w1", "w3"]
        assert await open_counts(workspace, ("a1", "a2", "a9")) == {"a1": 2, "a2": 1}

        kept = some_commitment(end=CommitmentEnd.KEPT, ended_at=NOON)
        await change_commitment(workspace, kept)
        with pytest.raises(Conflict):
            await change_commitment(workspace, some_commitment(text="Late"))

        assert await open_counts(workspace, ("a1", "a2")) == {"a1": 1, "a2": 1}
        found = await find_commitment(workspace, "w1")
        assert found is not None
        assert (found.end, found.version) == (CommitmentEnd.KEPT, 2)


async def test_what_is_old_is_erased(store: Database) -> None:
    """Texts by their day, promises by when they were answered; an open one stays however old."""
    async with store.write(OURS) as workspace:
        await begun(workspace)
        for day in (TODAY, TODAY + DAY):
            await put_talk(workspace, some_talk(on=day))
            await put_private_note(workspace, some_private_note(on=day))
        await add_commitment(workspace, some_commitment())
        for name, at in (("w2", NOON), ("w3", NOON + DAY)):
            await add_commitment(workspace, some_commitment(id=name, end=CommitmentEnd.KEPT, ended_at=at))

        assert await purge_old(workspace, Keep.TALKS, NOON + DAY) == 3

        assert await written_days(workspace, "a1", U1) == (TODAY + DAY,)
        assert await find_commitment(workspace, "w1") == some_commitment()
        assert await find_commitment(workspace, "w2") is None
