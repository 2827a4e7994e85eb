"""One 1:1 moved or skipped by either side, and told to the other; through Slack's protocol."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.meetings import MeetingAct
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import MONDAY, WEDNESDAY, agreed, asked, done_by, found, prompts_of
from tests.bot.journeys.moving import (
    BACK,
    DAY,
    MOVE,
    OPEN,
    PAUSE,
    SKIP,
    TIME,
    UNTIL,
    WHAT,
    WHICH,
    known,
    opened,
    sent,
)
from tests.world import ANA, BEN, CLEO, PEOPLE, World, world

NEXT = date(2026, 6, 17)


@pytest.fixture
async def apart(sqlite_address: str) -> AsyncIterator[World]:
    """Ana lives in Berlin, Ben in New York."""
    zones = {ANA: "Europe/Berlin", BEN: "America/New_York"}
    people = tuple(replace(one, tz=zones.get(one.id, "UTC")) for one in PEOPLE)
    async with world(sqlite_address, people=people) as made:
        yield made


async def test_one_meeting_is_moved(here: World) -> None:
    """A 1:1 is at another time once; the other side gets one message, and the rhythm stays."""
    await agreed(here)

    done = await sent(here, MOVE, **{DAY: "2026-06-18", TIME: "10:30"})

    told = (await here.people.dms(BEN))[-1]
    (meeting,) = await known(here)
    assert done.view is not None
    assert done.view.words == "Moved: it is on Thursday 18 June, 10:30 now. ben is told."
    assert "ana moved your 1:1 of Wednesday 17 June: it is on Thursday 18 June, 10:30 now." in told.words
    assert told.buttons == [OPEN]
    assert (meeting.on, meeting.moved_on, meeting.moved_at) == (NEXT, date(2026, 6, 18), time(10, 30))


async def test_the_prompts_follow_a_move(here: World) -> None:
    """Prompts of a 1:1 that was moved come a day before its new time, not before the old one."""
    await agreed(here)
    await sent(here, MOVE, **{DAY: "2026-06-18", TIME: "10:30"})
    here.clock.move(hours=4)
    await here.tick()
    early = await prompts_of(here, ANA)

    here.clock.move(hours=20, minutes=30)
    await here.tick()

    assert not early
    for who, other in ((ANA, "ben"), (BEN, "ana")):
        (message,) = await prompts_of(here, who)
        assert f"Your 1:1 with {other}: Thursday 10:30" in message.words


async def test_prompts_that_were_sent_come_no_second_time(here: World) -> None:
    """Where the prompts came already, a move brings its own message alone; the week after is as ever."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()

    await sent(here, MOVE, **{DAY: "2026-06-19", TIME: "10:30"})
    here.clock.move(days=2)
    await here.tick()
    once = len(await prompts_of(here, ANA))
    here.clock.move(days=5)
    await here.tick()

    assert once == 1
    assert len(await prompts_of(here, ANA)) == len(await prompts_of(here, BEN)) == 2


async def test_prompts_that_wait_follow_a_move(here: World) -> None:
    """Prompts that were claimed and wait for civil hours come before the new time, once."""
    await agreed(here, weekday=MONDAY, at=time(15))
    here.clock.moment = datetime(2026, 6, 21, 16, tzinfo=UTC)  # Sunday: claimed, waiting for Monday
    await here.tick()

    await done_by(here, BEN, MeetingAct.MOVE, day=date(2026, 6, 24), at=time(15))
    here.clock.moment = datetime(2026, 6, 22, 10, tzinfo=UTC)
    await here.tick()
    early = await prompts_of(here, ANA)
    here.clock.moment = datetime(2026, 6, 23, 15, tzinfo=UTC)
    await here.tick()

    assert not early
    assert ["Wednesday 15:00" in message.words for message in await prompts_of(here, ANA)] == [True]


async def test_a_skipped_meeting_owes_nothing(here: World) -> None:
    """A 1:1 that is skipped brings nobody prompts; the other side is told, and the one after comes."""
    await agreed(here)

    done = await sent(here, SKIP)
    here.clock.move(hours=4)
    await here.tick()
    skipped = [*await prompts_of(here, ANA), *await prompts_of(here, BEN)]
    here.clock.move(days=7)
    await here.tick()

    told = [message.words for message in await here.people.dms(BEN) if "skips" in message.words]
    assert done.view is not None
    assert "Skipped. The next one is on Wednesday 24 June, 14:00. ben is told." in done.view.words
    assert "ana skips your 1:1 of Wednesday 17 June. The next one is on Wednesday 24 June, 14:00" in told[0]
    assert not skipped
    assert len(await prompts_of(here, ANA)) == len(await prompts_of(here, BEN)) == 1


async def test_a_skipped_meeting_is_put_back(here: World) -> None:
    """Either side puts a skipped 1:1 back while it is ahead, and its prompts come."""
    await agreed(here)
    await sent(here, SKIP)

    done = await sent(here, BACK, BEN)
    here.clock.move(hours=4)
    await here.tick()

    assert done.view is not None
    assert "Put back: it is on Wednesday 17 June, 14:00." in done.view.words
    assert "ben put your 1:1 back" in " ".join(one.words for one in await here.people.dms(ANA))
    assert len(await prompts_of(here, ANA)) == len(await prompts_of(here, BEN)) == 1


async def test_dropped_prompts_come_back_with_their_meeting(here: World) -> None:
    """Prompts that were held back as their 1:1 was skipped come when it is put back."""
    await agreed(here, weekday=MONDAY, at=time(15))
    here.clock.moment = datetime(2026, 6, 21, 16, tzinfo=UTC)
    await here.tick()
    await done_by(here, BEN, MeetingAct.SKIP)
    here.clock.moment = datetime(2026, 6, 22, 10, tzinfo=UTC)
    await here.tick()
    held_back = await prompts_of(here, ANA)

    await done_by(here, ANA, MeetingAct.RESTORE)
    await here.tick()

    assert not held_back
    assert len(await prompts_of(here, ANA)) == len(await prompts_of(here, BEN)) == 1


async def test_the_form_follows_each_choice(here: World) -> None:
    """What is asked follows from what is chosen: a day to move to, an end for a pause, nothing for a skip."""
    await agreed(here)
    first = await opened(here)

    await here.people.choose(ANA, WHAT, SKIP)
    skip = await shown(here, ANA)
    await here.people.choose(ANA, WHAT, PAUSE)
    pause = await shown(here, ANA)
    await here.people.choose(ANA, WHAT, MOVE)
    move = await shown(here, ANA)

    assert first.labels == move.labels == [WHICH, WHAT, DAY, TIME]
    assert skip.labels == [WHICH, WHAT]
    assert pause.labels == [WHAT, UNTIL]
    assert "Who can read this: you and ben." in skip.words


async def test_a_later_meeting_brings_its_own_time(here: World) -> None:
    """Any of the next 1:1s can be chosen, and the form then shows its day and time."""
    await agreed(here)
    await opened(here)

    await here.people.choose(ANA, WHICH, "Wednesday 1 July, 14:00")
    await here.people.submit(ANA, {DAY: "2026-07-02"})

    (meeting,) = await known(here)
    assert (meeting.on, meeting.moved_on, meeting.moved_at) == (
        date(2026, 7, 1),
        date(2026, 7, 2),
        time(14),
    )


@pytest.mark.parametrize(
    ("day", "says"),
    [("2026-06-15", "lies in the past"), ("2026-06-24", "Another of these 1:1s")],
)
async def test_a_move_over_another_is_refused(here: World, day: str, says: str) -> None:
    """A 1:1 is moved neither into the past nor over the next one; the form says so at its field."""
    await agreed(here)

    done = await sent(here, MOVE, **{DAY: day})

    assert says in str(done.errors)
    assert await known(here) == ()


async def test_two_who_move_at_once_see_each_other(here: World) -> None:
    """The later form comes back with what the other did and what was typed, and is taken when sent again."""
    await agreed(here)
    await opened(here)
    await here.people.choose(ANA, DAY, "2026-06-18")
    await done_by(here, BEN, MeetingAct.MOVE, day=date(2026, 6, 19), at=time(9))

    back = await here.people.submit(ANA)
    await here.people.submit(ANA)

    (meeting,) = await known(here)
    assert back.view is not None
    assert "ben moved your 1:1 of Wednesday 17 June: it is on Friday 19 June, 09:00 now." in back.view.words
    assert "while you had this open" in back.view.words
    assert (meeting.moved_on, meeting.version) == (date(2026, 6, 18), 2)


async def test_a_move_to_where_it_is_tells_nobody(here: World) -> None:
    """Saving the time that a 1:1 has already changes nothing, and the other side hears nothing."""
    await agreed(here)
    before = await here.people.dms(BEN)
    await opened(here)

    done = await here.people.submit(ANA)
    await here.deliver()

    assert done.view is not None
    assert done.view.words == "Nothing changed: it is on Wednesday 17 June, 14:00."
    assert await known(here) == ()
    assert await here.people.dms(BEN) == before


async def test_each_reads_their_own_clock(apart: World) -> None:
    """A move is told on the reader's clock, with when that is where the 1:1 is at home."""
    await agreed(apart, weekday=WEDNESDAY, at=time(17))

    await sent(apart, MOVE, **{DAY: "2026-06-18", TIME: "18:00"})
    apart.clock.move(hours=6)
    await apart.deliver()

    told = (await apart.people.dms(BEN))[-1].words
    assert "it is on Thursday 18 June, 12:00 now." in told
    assert "In Berlin time it is Thursday 18 June, 18:00." in told


async def test_every_place_says_the_new_time(here: World) -> None:
    """The list, Home and the page of the next 1:1 all say the time to which it was moved."""
    await agreed(here)
    await sent(here, MOVE, **{DAY: "2026-06-18", TIME: "10:30"})

    await here.people.command(BEN, "/growth 1on1")
    listed = (await shown(here, BEN)).words
    await here.people.press(BEN, None, "Open")
    page = (await shown(here, BEN)).words
    await here.people.open_home(BEN)
    await here.deliver()
    home = await here.people.home(BEN)

    assert "Next: Thursday 10:30, moved this once." in listed
    assert "Thursday 18 June, 10:30" in page
    assert home is not None
    assert "Thursday 10:30" in home.words


async def test_only_the_newest_change_is_told(here: World) -> None:
    """Two moves before the other side could be told make one message, with the newest time."""
    await agreed(here)
    here.clock.move(hours=10)
    await done_by(here, ANA, MeetingAct.MOVE, day=date(2026, 6, 18), at=time(9))
    await done_by(here, ANA, MeetingAct.MOVE, day=date(2026, 6, 18), at=time(16))

    here.clock.move(hours=14)
    await here.tick()

    told = [one.words for one in await here.people.dms(BEN) if "moved your 1:1" in one.words]
    assert len(told) == 1
    assert "Thursday 18 June, 16:00" in told[0]


async def test_a_new_rhythm_begins_as_usual(here: World) -> None:
    """What was moved or skipped under the old rhythm is forgotten with it."""
    await agreed(here)
    await sent(here, SKIP)

    await asked(here, BEN, ANA, at=time(9))

    pair = await found(here)
    assert pair is not None
    assert await known(here) == ()
    assert str(pair.next_on) == "2026-06-17"


async def test_a_move_away_from_a_day_off_brings_prompts(here: World) -> None:
    """Who is off on the day of a 1:1 gets its prompts once it is moved to a day on which they work."""
    await agreed(here)
    await here.people.command(BEN, "/growth settings")
    await here.people.submit(BEN, {"Add days off: the first day": "2026-06-17"})
    here.clock.move(hours=4)
    await here.tick()
    off = await prompts_of(here, BEN)

    await done_by(here, ANA, MeetingAct.MOVE, day=date(2026, 6, 19), at=time(14))
    here.clock.move(days=2)
    await here.tick()

    assert not off
    assert len(await prompts_of(here, BEN)) == 1


async def test_nobody_else_moves_it(here: World) -> None:
    """A press about somebody else's pair is as if there were none."""
    await agreed(here)
    await here.people.command(ANA, "/growth 1on1")
    await here.people.press(ANA, None, OPEN)
    pressed = (await here.people.traffic("block_actions"))[-1]

    await here.people.send(pressed, user={**pressed.request["user"], "id": CLEO})

    screen = await here.people.screen(CLEO)
    assert "Move, skip or pause" not in screen.words
