"""Directions and goals as they are kept."""

from storage.choices import GoalEnd
from storage.plans import find_direction, find_goal, goals_of, put_direction, put_goal
from storage.session import Database
from tests.storage.builders import (
    AS_MANAGER,
    DAY,
    NOON,
    OURS,
    TODAY,
    U1,
    U2,
    U3,
    some_direction,
    some_goal,
    some_sight,
)


async def test_a_direction_takes_the_place_of_the_one_before(store: Database) -> None:
    """There is one direction a person, which is the last that they wrote."""
    later = some_direction(more=None, next="A year of it", shared_with=U2, written_at=NOON + DAY)
    async with store.write(OURS) as workspace:
        assert await find_direction(workspace, U1) is None
        await put_direction(workspace, some_direction())
        await put_direction(workspace, later)

        assert await find_direction(workspace, U1) == later
        assert await find_direction(workspace, U2) is None


async def test_a_goal_is_kept_as_it_was_changed_and_closed(store: Database) -> None:
    """What is put again under one id replaces the rest, and never changes hands."""
    closed = some_goal(text="Another", end=GoalEnd.REACHED, learned="To ask first", ended_at=NOON + DAY)
    async with store.write(OURS) as workspace:
        await put_goal(workspace, some_goal())
        await put_goal(workspace, closed)
        assert await find_goal(workspace, "g1") == closed

        await put_goal(workspace, some_goal(of=U2))

        assert await find_goal(workspace, "g1") == some_goal()
        assert await find_goal(workspace, "g2") is None


async def test_goals_come_as_far_as_they_are_in_sight(store: Database) -> None:
    """The owner sees all, due first in front; a manager those shared with them; anybody else none."""
    private, shared = some_goal(id="g1", due_on=TODAY + 9 * DAY), some_goal(id="g2", shared_with=U3)
    async with store.write(OURS) as workspace:
        for goal in (shared, private):
            await put_goal(workspace, goal)

        assert await goals_of(workspace, some_sight(of=U1, to=U1)) == (private, shared)
        assert await goals_of(workspace, some_sight(of=U1, to=U3, readings=AS_MANAGER)) == (shared,)
        assert await goals_of(workspace, some_sight(of=U1, to=U2, readings=AS_MANAGER)) == ()
        assert await goals_of(workspace, some_sight(of=U1, to=U3)) == ()
