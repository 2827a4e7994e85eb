"""What people chose about messages, read alone and with the person."""

from datetime import time

from storage.choices import DigestMode
from storage.people import find_reader
from storage.preferences import find_preferences, put_preferences
from storage.session import Database
from storage.types import Days
from storage.workspaces import set_holidays
from tests.storage.builders import DAY, OURS, TODAY, U1, U2, some_preferences

LEAVE = Days(TODAY, TODAY + 13 * DAY)
EVERYTHING = some_preferences(
    days_off=(LEAVE, Days(TODAY + 30 * DAY, TODAY + 30 * DAY)),
    digest=DigestMode.DAILY,
    digest_at=time(11),
    snoozed_until=TODAY + DAY,
    switched_off=("prompt", "welcome"),
    is_unannounced=True,
    gives_publicly=True,
)


async def test_what_was_chosen_comes_back(store: Database) -> None:
    """Everything that a person chose is kept as it was given, and only for them."""
    async with store.write(OURS) as workspace:
        await put_preferences(workspace, U1, EVERYTHING)

        assert await find_preferences(workspace, U1) == EVERYTHING
        assert await find_preferences(workspace, U2) is None


async def test_a_later_choice_takes_the_place(store: Database) -> None:
    """What is chosen anew replaces all that was chosen before."""
    async with store.write(OURS) as workspace:
        await put_preferences(workspace, U1, EVERYTHING)
        await put_preferences(workspace, U1, some_preferences())

        assert await find_preferences(workspace, U1) == some_preferences()


async def test_a_reader_comes_with_what_they_chose(store: Database) -> None:
    """One look gives a person, what they chose, if they did, and the days on which nobody works."""
    async with store.write(OURS) as workspace:
        await put_preferences(workspace, U1, EVERYTHING)
        await set_holidays(workspace, (LEAVE,))

        chose, did_not = await find_reader(workspace, U1), await find_reader(workspace, U2)

        assert chose is not None
        assert did_not is not None
        assert (chose.preferences, chose.holidays) == (EVERYTHING, (LEAVE,))
        assert (did_not.preferences, did_not.holidays) == (None, (LEAVE,))
        assert await find_reader(workspace, "U9") is None
