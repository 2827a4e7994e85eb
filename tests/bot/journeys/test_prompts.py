"""Prompts for 1:1s: at the right time, for the right eyes, once; through Slack's protocol."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.usecases.pairs import leave_pair
from storage.choices import Cadence, DeliveryState
from tests.bot.journeys.meetings import (
    FRIDAY,
    MONDAY,
    WEDNESDAY,
    agreed,
    asked,
    found,
    owed_prompts,
    prompts_of,
    questions,
)
from tests.bot.journeys.ties import person
from tests.world import ANA, BEN, PEOPLE, World, world

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
ZONES = {ANA: BERLIN, BEN: NEW_YORK}
MONDAY_IN_OCTOBER = datetime(2026, 10, 12, 7, tzinfo=UTC)


@pytest.fixture
async def apart(sqlite_address: str) -> AsyncIterator[World]:
    """Ana lives in Berlin, Ben in New York; it is a Monday in October, before the clocks go back."""
    people = tuple(replace(one, tz=ZONES.get(one.id, "UTC")) for one in PEOPLE)
    async with world(sqlite_address, people=people, start=MONDAY_IN_OCTOBER) as made:
        yield made


@pytest.fixture
async def small(sqlite_address: str) -> AsyncIterator[World]:
    """A world in which Trellis is on for nobody."""
    async with world(sqlite_address, rolled_out=False) as made:
        yield made


async def test_both_are_asked_a_day_before(here: World) -> None:
    """A day before the 1:1, and not earlier, each side gets who, when, and two or three prompts."""
    await agreed(here, weekday=WEDNESDAY, at=time(14))  # it is Tuesday, 10:00
    here.clock.move(hours=3, minutes=59)
    await here.tick()
    early = [*await prompts_of(here, ANA), *await prompts_of(here, BEN)]

    here.clock.move(minutes=1)
    await here.tick()

    anas, bens = await prompts_of(here, ANA), await prompts_of(here, BEN)
    assert not early
    assert (len(anas), len(bens)) == (1, 1)
    assert "Your 1:1 with ben: Wednesday 14:00" in anas[0].words
    assert "Your 1:1 with ana: Wednesday 14:00" in bens[0].words
    assert len(questions(anas[0])) in {2, 3}


async def test_each_is_told_at_a_civil_hour_of_theirs(apart: World) -> None:
    """Where a 1:1 is at 23:00 for one and 17:00 for the other, each gets prompts by their own clock."""
    await agreed(apart, weekday=WEDNESDAY, at=time(23))  # Berlin, so 17:00 in New York
    apart.clock.moment = datetime(2026, 10, 13, 15, tzinfo=UTC)  # Tuesday, 17:00 in Berlin

    await apart.tick()
    first = (len(await prompts_of(apart, ANA)), len(await prompts_of(apart, BEN)))
    apart.clock.moment = datetime(2026, 10, 13, 21, tzinfo=UTC)  # Tuesday, 17:00 in New York
    await apart.tick()

    bens = await prompts_of(apart, BEN)
    assert first == (1, 0)
    assert len(await prompts_of(apart, ANA)) == 1
    assert "Wednesday 17:00" in bens[0].words


async def test_the_hour_stays_when_the_clocks_go_back(apart: World) -> None:
    """Over a shift of daylight saving the 1:1 stays at its hour, and the prompts come a local day before."""
    await agreed(apart, weekday=MONDAY, at=time(14))
    apart.clock.moment = datetime(2026, 10, 16, 15, tzinfo=UTC)  # Friday, 17:00 in Berlin, still in summer
    await apart.tick()
    apart.clock.moment = datetime(2026, 10, 23, 14, 59, tzinfo=UTC)  # Friday, 16:59
    await apart.tick()
    before = len(await prompts_of(apart, ANA))
    apart.clock.moment = datetime(2026, 10, 23, 15, tzinfo=UTC)

    await apart.tick()  # the 1:1 of the 26th, the day after the clocks went back

    said = [message.words.partition("\n")[0] for message in await prompts_of(apart, ANA)]
    assert before == 1
    assert said == ["Your 1:1 with ben: Monday 14:00"] * 2


async def test_quiet_days_are_kept(here: World) -> None:
    """The prompts for a Monday come on Friday in working hours, and nothing is sent at the weekend."""
    await agreed(here, weekday=MONDAY, at=time(9))
    here.clock.moment = datetime(2026, 6, 19, 17, tzinfo=UTC)

    await here.tick()

    assert len(await prompts_of(here, ANA)) == 1


async def test_what_could_not_go_on_friday_goes_on_monday(here: World) -> None:
    """Prompts that are late wait for civil hours, and go while the 1:1 is still ahead."""
    await agreed(here, weekday=MONDAY, at=time(10))
    here.clock.moment = datetime(2026, 6, 20, 12, tzinfo=UTC)  # Saturday
    await here.tick()
    on_saturday = await prompts_of(here, ANA)

    here.clock.moment = datetime(2026, 6, 22, 9, tzinfo=UTC)
    await here.tick()

    assert not on_saturday
    assert len(await prompts_of(here, ANA)) == 1


async def test_down_time_is_caught_up_with_one_message(here: World) -> None:
    """After five weeks away, each side gets the prompts of the 1:1 that is ahead and none of those missed."""
    await agreed(here)  # on Wednesdays
    here.clock.move(weeks=5, hours=5)  # a Tuesday

    await here.tick()

    assert len(await prompts_of(here, ANA)) == 1
    assert not await owed_prompts(here, DeliveryState.PENDING, DeliveryState.MISSED)


async def test_what_is_over_is_recorded_as_missed(here: World) -> None:
    """Back after the last 1:1 and long before the next, nothing is sent, and one miss a side is recorded."""
    await agreed(here)  # on Wednesdays
    here.clock.move(weeks=5, days=2)  # a Thursday

    await here.tick()

    assert not await prompts_of(here, ANA)
    assert {one.recipient for one in await owed_prompts(here, DeliveryState.MISSED)} == {ANA, BEN}
    assert len(await owed_prompts(here, DeliveryState.MISSED)) == 2


async def test_a_pair_that_ended_is_asked_nothing(here: World) -> None:
    """Prompts that were claimed and not yet sent are dropped when the pair ends."""
    pair = await agreed(here, weekday=MONDAY)
    here.clock.moment = datetime(2026, 6, 20, 12, tzinfo=UTC)  # Saturday: claimed, and waiting for Monday
    await here.tick()

    await leave_pair(here.bot.deps, await person(here, BEN), pair.id)
    here.clock.moment = datetime(2026, 6, 22, 9, tzinfo=UTC)
    await here.tick()

    assert not await prompts_of(here, ANA)
    assert len(await owed_prompts(here, DeliveryState.DROPPED)) == 2


async def test_a_moved_meeting_is_asked_for_once(here: World) -> None:
    """Prompts that wait for a 1:1 that was moved away are dropped; those of its new day come."""
    await agreed(here, weekday=MONDAY)
    here.clock.moment = datetime(2026, 6, 20, 12, tzinfo=UTC)  # Saturday: claimed, and waiting for Monday
    await here.tick()

    await asked(here, BEN, ANA, weekday=WEDNESDAY, at=time(14))
    here.clock.moment = datetime(2026, 6, 23, 14, tzinfo=UTC)
    await here.tick()

    assert ["Wednesday 14:00" in message.words for message in await prompts_of(here, ANA)] == [True]


async def test_who_left_is_asked_nothing(here: World) -> None:
    """When one side leaves after the claim, neither gets prompts."""
    await agreed(here, weekday=MONDAY)
    here.clock.moment = datetime(2026, 6, 20, 12, tzinfo=UTC)
    await here.tick()

    await here.people.deactivate(BEN)
    here.clock.moment = datetime(2026, 6, 22, 9, tzinfo=UTC)
    await here.tick()

    assert not await prompts_of(here, ANA)
    assert not await prompts_of(here, BEN)


async def test_agreed_prompts_reach_people_outside_the_rollout(small: World) -> None:
    """Who said yes gets the prompts, though Trellis is off for them otherwise."""
    await agreed(small)
    small.clock.move(hours=4)

    await small.tick()

    assert len(await prompts_of(small, ANA)) == len(await prompts_of(small, BEN)) == 1


async def test_who_moves_is_told_by_their_new_clock(here: World) -> None:
    """When Slack shows a person in another zone, the next prompts come at a civil hour there."""
    await agreed(here, weekday=FRIDAY, at=time(14))  # UTC, so for both on Thursday at 14:00
    await here.people.update_user(BEN, tz="Asia/Tokyo")

    here.clock.moment = datetime(2026, 6, 18, 8, tzinfo=UTC)  # Thursday, 17:00 in Tokyo
    await here.tick()

    assert not await prompts_of(here, ANA)
    assert "Friday 23:00" in (await prompts_of(here, BEN))[0].words


@pytest.mark.parametrize("cadence", list(Cadence))
async def test_each_cadence_comes_round(here: World, cadence: Cadence) -> None:
    """A weekly 1:1 is asked for four times in four weeks, one every two weeks twice, a monthly one once."""
    await agreed(here, cadence=cadence)
    for _ in range(4):
        await here.tick()
        here.clock.move(hours=4)
        await here.tick()
        here.clock.move(days=6, hours=20)

    expected = {Cadence.WEEKLY: 4, Cadence.BIWEEKLY: 2, Cadence.MONTHLY: 1}[cadence]
    assert len(await prompts_of(here, ANA)) == expected


async def test_an_occurrence_is_claimed_once(here: World) -> None:
    """Ticking again and again makes no second message for the same 1:1."""
    await agreed(here)
    here.clock.move(hours=4)

    for _ in range(3):
        await here.tick()

    pair = await found(here)
    assert pair is not None
    assert str(pair.next_on) == "2026-06-24"
    assert len(await prompts_of(here, ANA)) == len(await prompts_of(here, BEN)) == 1
