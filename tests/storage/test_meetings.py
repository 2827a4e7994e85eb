"""Single 1:1s: kept by their pair and date, and forgotten where the rule became another."""

from storage.meetings import find_meeting, forget_changes, meetings_of, put_meeting
from storage.pairs import add_pair
from storage.session import Database
from tests.storage.builders import DAY, OURS, TODAY, U2, some_pair
from tests.storage.calls_of_meetings import some_meeting


async def test_a_meeting_comes_back_as_it_was(store: Database) -> None:
    """What is known of a 1:1 is kept whole, and the newest stands."""
    newer = some_meeting(moved_on=None, moved_at=None, is_skipped=True, version=2, changed_by=U2)
    async with store.write(OURS) as workspace:
        await add_pair(workspace, some_pair(id="a1"))
        await put_meeting(workspace, some_meeting())
        first = await find_meeting(workspace, "a1", TODAY)
        await put_meeting(workspace, newer)

        assert first == some_meeting()
        assert await find_meeting(workspace, "a1", TODAY) == newer
        assert await find_meeting(workspace, "a1", TODAY + DAY) is None


async def test_meetings_come_by_pair(store: Database) -> None:
    """Those of several pairs come at once, each pair's oldest first."""
    later = some_meeting(on=TODAY + DAY)
    async with store.write(OURS) as workspace:
        for name in ("a1", "a2", "a3"):
            await add_pair(workspace, some_pair(id=name))
        for meeting in (later, some_meeting(), some_meeting(pair_id="a2")):
            await put_meeting(workspace, meeting)

        assert await meetings_of(workspace, ["a1", "a3"]) == {"a1": (some_meeting(), later)}
        assert await meetings_of(workspace, []) == {}


async def test_what_was_answered_is_not_forgotten(store: Database) -> None:
    """A change of the rule forgets what is ahead, not what lies behind nor what somebody said of it."""
    behind, said = some_meeting(on=TODAY - DAY), some_meeting(on=TODAY + DAY, happened=True, answered_by=U2)
    async with store.write(OURS) as workspace:
        await add_pair(workspace, some_pair(id="a1"))
        for meeting in (behind, some_meeting(), said):
            await put_meeting(workspace, meeting)

        await forget_changes(workspace, "a1", TODAY)

        assert await meetings_of(workspace, ["a1"]) == {"a1": (behind, said)}
