"""Prompts that are put off: they come again once, while the 1:1 is ahead; through Slack's protocol."""

from datetime import UTC, date, datetime, time

from bot.domain.meetings import MeetingAct
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import WEDNESDAY, agreed, done_by, prompts_of, questions
from tests.world import ANA, BEN, World

LATER = "Later"


async def put_off(here: World) -> set[str]:
    """Ana puts off the prompts for Wednesday, which came on Tuesday; what they ask."""
    await here.tick()
    (message,) = await prompts_of(here, ANA)
    await here.people.press(ANA, message, LATER)
    return questions(message)


async def test_they_come_again_tomorrow(here: World) -> None:
    """Prompts that are put off come in the first hour of tomorrow, the same, and cannot be put off again."""
    await agreed(here, weekday=WEDNESDAY, at=time(14))
    here.clock.move(hours=4)
    asked = await put_off(here)
    said = (await here.people.dms(ANA))[-1].words
    here.clock.moment = datetime(2026, 6, 17, 8, 59, tzinfo=UTC)
    await here.tick()
    early = await prompts_of(here, ANA)

    here.clock.move(minutes=1)
    await here.tick()

    (again,) = await prompts_of(here, ANA)
    assert said == "What to talk about with ben comes again on Wednesday 09:00."
    assert not early
    assert questions(again) == asked
    assert LATER not in again.buttons


async def test_an_early_meeting_is_two_hours_off(here: World) -> None:
    """Where tomorrow's first hour is too late, they come in the last hour of today."""
    await agreed(here, weekday=WEDNESDAY, at=time(10, 30))
    here.clock.move(minutes=30)
    await put_off(here)
    here.clock.moment = datetime(2026, 6, 17, 9, tzinfo=UTC)
    await here.tick()

    assert len(await prompts_of(here, ANA)) == 1


async def test_the_other_side_is_told_nothing(here: World) -> None:
    """Who puts their prompts off does so alone."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    before = await here.people.dms(BEN)

    await put_off(here)
    here.clock.move(hours=20)
    await here.tick()

    assert await here.people.dms(BEN) == before


async def test_there_is_no_later_when_it_begins(here: World) -> None:
    """Within the last hours before a 1:1 there is no later, and the message stays."""
    await agreed(here, weekday=WEDNESDAY, at=time(14))
    here.clock.move(hours=4)
    await here.tick()
    (message,) = await prompts_of(here, ANA)
    here.clock.moment = datetime(2026, 6, 17, 12, 30, tzinfo=UTC)

    await here.people.press(ANA, message, LATER)

    assert "too soon for that" in (await shown(here, ANA)).words
    assert len(await prompts_of(here, ANA)) == 1


async def test_a_second_press_changes_nothing(here: World) -> None:
    """The same press told twice brings the prompts once."""
    await agreed(here)
    here.clock.move(hours=4)
    await put_off(here)
    pressed = (await here.people.traffic("block_actions"))[-1]
    await here.people.send(pressed)

    here.clock.move(days=1, hours=-4)
    await here.tick()

    assert len(await prompts_of(here, ANA)) == 1


async def test_they_follow_a_meeting_that_is_moved_nearer(here: World) -> None:
    """Who put them off for tomorrow sees them today, where the other side moves the 1:1 to today."""
    await agreed(here, weekday=WEDNESDAY, at=time(14))
    here.clock.move(hours=4)
    asked = await put_off(here)
    await done_by(here, BEN, MeetingAct.MOVE, day=date(2026, 6, 16), at=time(17))
    here.clock.move(hours=1)
    await here.tick()

    (again,) = await prompts_of(here, ANA)
    assert questions(again) == asked
