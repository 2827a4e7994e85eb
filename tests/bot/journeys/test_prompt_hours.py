"""Prompts for 1:1s come in the hours that their reader chose; through Slack's protocol."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from storage.choices import DeliveryState
from tests.bot.journeys.meetings import MONDAY, agreed, owed_prompts, prompts_of
from tests.world import ANA, BEN, World

THURSDAY_EVENING = datetime(2026, 6, 18, 17, tzinfo=UTC)
FRIDAY_EVENING = datetime(2026, 6, 19, 17, tzinfo=UTC)
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


async def chosen(here: World, who: str, answers: dict[str, str | Sequence[str]]) -> None:
    """Somebody's settings, saved."""
    await here.people.command(who, "/growth settings")
    done = await here.people.submit(who, answers)
    assert not done.errors


async def got(here: World, at: datetime) -> tuple[int, int]:
    """How many messages with prompts Ana and Ben have at a moment."""
    here.clock.moment = at
    await here.tick()
    return len(await prompts_of(here, ANA)), len(await prompts_of(here, BEN))


async def test_who_is_free_on_fridays_gets_a_mondays_prompts_on_thursday(here: World) -> None:
    """Each side gets the prompts for a Monday at nine on the last day that they work before it."""
    await chosen(here, BEN, {"On which days do you work?": WEEK[:4]})
    await agreed(here, weekday=MONDAY, at=time(9))

    early = await got(here, THURSDAY_EVENING)
    later = await got(here, FRIDAY_EVENING)

    assert (early, later) == ((0, 1), (1, 1))


async def test_a_change_of_hours_moves_what_is_planned(here: World) -> None:
    """Who stops working on Fridays after a 1:1 was agreed to gets its prompts on Thursday all the same."""
    await agreed(here, weekday=MONDAY, at=time(9))
    await chosen(here, BEN, {"On which days do you work?": WEEK[:4]})

    assert await got(here, THURSDAY_EVENING) == (0, 1)


async def test_a_late_start_is_kept(here: World) -> None:
    """For a 1:1 at nine, who is quiet until eleven gets prompts in their hours of two days before."""
    await chosen(here, BEN, {"Quiet until": "11:00"})
    await agreed(here, weekday=3, at=time(9))  # Thursday; it is Tuesday, 10:00

    early = await got(here, datetime(2026, 6, 16, 16, 59, tzinfo=UTC))
    then = await got(here, datetime(2026, 6, 16, 17, tzinfo=UTC))
    later = await got(here, datetime(2026, 6, 17, 9, tzinfo=UTC))

    assert (early, then, later) == ((0, 0), (0, 1), (1, 1))


async def test_a_day_off_for_all_moves_what_is_planned(here: World) -> None:
    """When the company has a Friday off, the prompts for Monday come to both on Thursday."""
    await agreed(here, weekday=MONDAY, at=time(9))
    await here.people.command(ANA, "/growth admin")
    await here.people.choose(ANA, "holidays", "2026-06-19")
    await here.people.submit(ANA)

    assert await got(here, THURSDAY_EVENING) == (1, 1)


async def test_prompts_that_wait_heed_a_change_of_hours(here: World) -> None:
    """Prompts that were claimed for the other side's earlier hour, and wait, come by the new hours too."""
    await chosen(here, ANA, {"On which days do you work?": WEEK[:3]})
    await agreed(here, weekday=MONDAY, at=time(9))
    first = await got(here, datetime(2026, 6, 17, 17, tzinfo=UTC))  # Wednesday: Ana's last day, both claimed
    await chosen(here, BEN, {"On which days do you work?": WEEK[:4]})

    then = await got(here, THURSDAY_EVENING)

    assert (first, then) == ((1, 0), (1, 1))
    assert not await owed_prompts(here, DeliveryState.PENDING)
