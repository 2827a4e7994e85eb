"""Summaries as they were made."""

from dataclasses import replace

import pytest

from storage.choices import SummaryScope
from storage.errors import NotFound
from storage.records import Summary
from storage.session import Database, Workspace
from storage.summaries import add_summary, find_last_summary, get_summary, set_reply, unanswered_summaries
from tests.storage.builders import DAY, MICROSECOND, NOON, OURS, U1, U2, U3, some_summary

OWN, JOINT = SummaryScope.OWN, SummaryScope.JOINT


async def add_all(workspace: Workspace, *made: Summary) -> None:
    """Keep summaries, one after the other."""
    for summary in made:
        await add_summary(workspace, summary)


async def test_a_summary_comes_back_as_it_was(store: Database) -> None:
    """A summary is kept whole, to the letter."""
    summary = some_summary(statements='[{"kind": "claim", "competency": "größe"}]')
    async with store.write(OURS) as workspace:
        await add_summary(workspace, summary)

        assert await get_summary(workspace, "s1") == summary


async def test_an_unknown_summary_is_not_found(store: Database) -> None:
    """A summary that is not there is NotFound, and there is none before the first."""
    async with store.read(OURS) as workspace:
        with pytest.raises(NotFound, match="gone"):
            await get_summary(workspace, "gone")
        assert await find_last_summary(workspace, U1, OWN, None) is None


async def test_the_last_one_is_of_the_same_scope(store: Database) -> None:
    """A summary follows the newest of its subject, its scope and, where joint, its manager."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace,
            some_summary(id="s1", made_at=NOON),
            some_summary(id="s2", made_at=NOON - DAY),
            some_summary(id="s3", manager_id=U3, made_at=NOON + DAY),
            some_summary(id="s4", scope=OWN, manager_id=None, made_at=NOON + DAY),
            some_summary(id="s5", of=U2, manager_id=U2, made_at=NOON + DAY),
        )

        assert await find_last_summary(workspace, U1, JOINT, U2) == some_summary(id="s1")
        own = await find_last_summary(workspace, U1, OWN, None)
    assert own is not None
    assert own.id == "s4"


async def test_a_reply_travels_with_its_summary(store: Database) -> None:
    """A reply is kept with its one summary, and when it was made."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_summary(id="s1"), some_summary(id="s2"))
        await set_reply(workspace, "s1", "So it was 🌱", NOON + DAY)

        replied = replace(some_summary(id="s1"), reply="So it was 🌱", replied_at=NOON + DAY)
        assert await get_summary(workspace, "s1") == replied
        assert await get_summary(workspace, "s2") == some_summary(id="s2")


async def test_joint_ones_wait_for_a_reply(store: Database) -> None:
    """Joint summaries of a person wait for their reply, newest first, from a moment that is included."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace,
            some_summary(id="s1", made_at=NOON),
            some_summary(id="s2", made_at=NOON + DAY),
            some_summary(id="s3", made_at=NOON - MICROSECOND),
            some_summary(id="s4", scope=OWN, manager_id=None),
            some_summary(id="s5", of=U2),
            some_summary(id="s6", reply="So it was", replied_at=NOON),
        )

        waiting = await unanswered_summaries(workspace, U1, NOON)
        assert [one.id for one in waiting] == ["s2", "s1"]
        assert await unanswered_summaries(workspace, U1, NOON, limit=1) == waiting[:1]
