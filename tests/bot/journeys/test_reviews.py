"""The quarterly look at a framework, through Slack's protocol."""

from dataclasses import replace

import pytest

from bot.usecases.frameworks import publish_framework
from bot.usecases.home import switch_nudges
from bot.usecases.reviews import nudge_owners
from frameworks.load import load_library
from tests.bot.journeys.ties import person
from tests.world import ANA, BEN, CLEO, DEV, World


@pytest.fixture
async def owned(here: World) -> World:
    """Engineering is looked after by Ana and Ben; it is the quarter's first Monday, 11:00."""
    for loaded in load_library():
        if loaded.framework is not None and loaded.framework.id == "engineering":
            await publish_framework(here.bot.deps, replace(loaded.framework, owners=(ANA, BEN)), None)
    here.clock.moment = here.clock.moment.replace(month=7, day=6, hour=11)
    return here


async def nudged(here: World) -> None:
    """The tick, and what it owes."""
    await nudge_owners(here.bot.deps)
    await here.deliver()


async def test_owners_are_nudged_once_a_quarter(owned: World) -> None:
    """Each owner gets one message, and a second tick brings none."""
    await nudged(owned)
    await nudged(owned)

    assert ["Engineering" in message.words for message in await owned.people.dms(ANA)] == [True]
    assert not await owned.people.dms(CLEO)


async def test_a_new_quarter_leaves_the_last_one_behind(owned: World) -> None:
    """An unanswered look does not pile up: one waits, the newest."""
    await nudged(owned)
    owned.clock.moment = owned.clock.moment.replace(month=10, day=5)
    await nudged(owned)

    await owned.people.open_home(ANA)
    await owned.deliver()
    home = await owned.people.home(ANA)

    assert home is not None
    assert home.words.count("The quarterly look at Engineering") == 1


async def test_what_an_owner_says_is_kept_and_listed(owned: World) -> None:
    """A verdict and a comment are saved, and the other owner reads them."""
    await nudged(owned)
    await owned.people.press(ANA, (await owned.people.dms(ANA))[-1], "Look at it")
    await owned.people.choose(ANA, "verdict_0", "Reword it")
    done = await owned.people.submit(ANA, {"comment_0": "Too vague on scope"})

    await owned.people.press(BEN, (await owned.people.dms(BEN))[-1], "What was said")
    view = await owned.people.view(BEN)

    assert not done.errors
    assert view is not None
    assert "reword it" in view.words
    assert "Too vague on scope" in view.words


async def test_a_comment_without_a_verdict_is_told_at_its_place(owned: World) -> None:
    """A word without a choice is asked for beside it, and stays."""
    await nudged(owned)
    await owned.people.press(ANA, (await owned.people.dms(ANA))[-1], "Look at it")

    done = await owned.people.submit(ANA, {"comment_1": "Hm"})

    assert "comment:1" in done.errors


async def test_others_read_nothing_of_it(owned: World) -> None:
    """Who is no owner and no People lead is refused, even with the button's value."""
    await nudged(owned)
    await owned.people.press(ANA, (await owned.people.dms(ANA))[-1], "What was said")
    pressed = (await owned.people.traffic("block_actions"))[-1]

    await owned.people.send(pressed, user={**pressed.request["user"], "id": DEV}, trigger_id="0.0.0")

    assert await owned.people.view(DEV) is None


async def test_the_off_switch_holds(owned: World) -> None:
    """Who switched reminders off gets none."""
    await switch_nudges(owned.bot.deps, await person(owned, ANA), mutes=True)

    await nudged(owned)

    assert not await owned.people.dms(ANA)


async def test_the_nudge_waits_for_civil_hours(owned: World) -> None:
    """At night nothing is sent; in the morning it is."""
    owned.clock.moment = owned.clock.moment.replace(hour=22)
    await nudged(owned)
    at_night = await owned.people.dms(ANA)
    owned.clock.move(hours=12)
    await owned.deliver()

    assert not at_night
    assert await owned.people.dms(ANA)
