"""1:1s of two who live in different zones, through Slack's protocol."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time

import pytest

from tests.bot.journeys.meetings import agreed, asked, changing, found
from tests.world import ANA, BEN, PEOPLE, World, world

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"


@pytest.fixture
async def apart(sqlite_address: str) -> AsyncIterator[World]:
    """Ana lives in Berlin and Ben in New York; it is noon in Berlin."""
    zones = {ANA: BERLIN, BEN: NEW_YORK}
    people = tuple(replace(one, tz=zones.get(one.id, "UTC")) for one in PEOPLE)
    async with world(sqlite_address, people=people) as made:
        yield made


async def test_a_new_one_is_in_the_askers_time(apart: World) -> None:
    """The form says whose clock it speaks of, and a new 1:1 is kept in that zone."""
    await apart.people.command(ANA, "/growth 1on1 @ben")
    form = await apart.people.view(ANA)
    await apart.people.submit(ANA)

    pair = await found(apart)
    assert form is not None
    assert pair is not None
    assert "In Berlin time." in form.words
    assert pair.zone == BERLIN


async def test_the_question_says_the_readers_own_time(apart: World) -> None:
    """Who is asked from elsewhere reads when it would be on their own clock."""
    await asked(apart, at=time(16))
    apart.clock.move(hours=4)  # nine in New York

    await apart.deliver()

    question = (await apart.people.dms(BEN))[-1].words
    assert "every Wednesday at 16:00, Berlin time" in question
    assert "For you that is Wednesday 17 June, 10:00." in question


async def test_the_list_speaks_of_the_readers_clock(apart: World) -> None:
    """The next date stands in the reader's own time, and says so where it is another than the rhythm's."""
    await agreed(apart, at=time(16))

    await apart.people.command(ANA, "/growth 1on1")
    await apart.people.command(BEN, "/growth 1on1")

    anas, bens = await apart.people.view(ANA), await apart.people.view(BEN)
    assert anas is not None
    assert bens is not None
    assert "Next: Wednesday 16:00." in anas.words
    assert "Next: Wednesday 10:00 your time." in bens.words


@pytest.mark.parametrize(
    ("chosen", "zone"), [({}, BERLIN), ({"In whose time?": "New York time, where you are"}, NEW_YORK)]
)
async def test_a_change_keeps_the_zone_unless_told_otherwise(
    apart: World, chosen: dict[str, str], zone: str
) -> None:
    """Who changes a 1:1 from elsewhere keeps the zone it is in, or takes their own."""
    await agreed(apart, at=time(16))
    await changing(apart, BEN, "ana")

    await apart.people.submit(BEN, {"At what time?": "15:00", **chosen})

    pair = await found(apart)
    assert pair is not None
    assert (pair.local_time, pair.zone) == (time(15), zone)


async def test_the_other_side_reads_a_change_in_its_own_time(apart: World) -> None:
    """Who is told of a change from elsewhere reads it on their own clock too."""
    await agreed(apart, at=time(16))
    await asked(apart, BEN, ANA, at=time(18))
    await asked(apart, ANA, BEN, at=time(17))
    apart.clock.move(hours=4)  # nine in New York

    await apart.deliver()

    told = [message.words for message in await apart.people.dms(BEN) if "changed your 1:1" in message.words]
    assert len(told) == 1
    assert "For you that is Wednesday 17 June, 11:00." in told[0]
