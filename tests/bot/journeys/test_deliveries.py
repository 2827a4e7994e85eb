"""Messages owed: sent once, whatever Slack does."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.jobs.registry import render
from bot.machine import now
from bot.usecases.deliveries import owed_now, reap, send_again, take_delivery
from storage.choices import DeliveryState
from storage.records import Delivery
from tests.world import ANA, BEN, CLEO, World, world


class Ticker:
    """The machine's clock, which a test may set ahead."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        """The moment."""
        return now() + self.ahead


async def thank(here: World, giver: str, receiver: str) -> None:
    """Kudos, still to be told."""
    await here.people.command(giver, f"/growth kudos @{receiver} Mended the build")
    done = await here.people.submit(giver)
    assert not done.errors


async def about_kudos(here: World, *states: DeliveryState) -> list[Delivery]:
    """The kudos messages in some states."""
    return [one for one in await owed_now(here.bot.deps, *states) if one.kind == "kudos_received"]


@pytest.fixture
async def small(sqlite_address: str) -> AsyncIterator[World]:
    """A world in which Trellis is on for nobody."""
    async with world(sqlite_address, rolled_out=False) as made:
        yield made


@pytest.mark.parametrize("acts", [True, False])
async def test_an_unclear_answer_is_never_sent_again(here: World, acts: bool) -> None:
    """After a server error nobody knows whether the message arrived: it is unknown, and stays so."""
    await thank(here, ANA, "ben")
    await here.people.fault("chat.postMessage", "status", status=500, acts=acts)

    await here.deliver()
    here.clock.move(hours=3)
    await here.deliver()

    assert len(await here.people.dms(BEN)) == int(acts)
    assert len(await about_kudos(here, DeliveryState.UNKNOWN)) == 1


async def test_an_answer_cut_off_after_the_act_is_unknown(here: World) -> None:
    """A connection that drops after the request was written is unclear too."""
    await thank(here, ANA, "ben")
    await here.people.fault("chat.postMessage", "cut")

    await here.deliver()

    assert len(await about_kudos(here, DeliveryState.UNKNOWN)) == 1


async def test_a_press_settles_what_was_unknown(here: World) -> None:
    """A button of the message comes back: so it was sent."""
    await thank(here, ANA, "ben")
    await here.people.fault("chat.postMessage", "cut")
    await here.deliver()

    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")

    assert len(await about_kudos(here, DeliveryState.SENT)) == 1


async def test_a_rate_limit_is_waited_out(sqlite_address: str) -> None:
    """Told to wait, Trellis sends nothing until then, and then sends once."""
    ticker = Ticker()
    async with world(sqlite_address, ticker=ticker) as here:
        await thank(here, ANA, "ben")
        await here.people.fault("chat.postMessage", "ratelimited", seconds=30)
        await here.deliver()
        ticker.ahead = timedelta(seconds=29)
        await here.deliver()
        early = await here.people.dms(BEN)
        ticker.ahead = timedelta(seconds=31)
        await here.deliver()

        assert not early
        assert len(await here.people.dms(BEN)) == 1


async def test_a_refusal_is_final(here: World) -> None:
    """What Slack refuses for good is dropped and not tried again."""
    await thank(here, ANA, "ben")
    await here.people.fault("chat.postMessage", "error", error="messages_tab_disabled")

    await here.deliver()
    await here.deliver()

    assert [one.reason for one in await about_kudos(here, DeliveryState.DROPPED)] == ["messages_tab_disabled"]


async def test_a_dm_that_does_not_open_is_tried_again(here: World) -> None:
    """Before the message itself was asked for, nothing can have been sent."""
    await thank(here, ANA, "ben")
    await here.people.fault("conversations.open", "status", status=503)
    await here.deliver()

    here.clock.move(minutes=1)
    await here.deliver()

    assert len(await here.people.dms(BEN)) == 1


async def test_the_operator_may_send_an_unknown_one(here: World) -> None:
    """A person decides what no rule can."""
    await thank(here, ANA, "ben")
    await here.people.fault("chat.postMessage", "status", status=500)
    await here.deliver()
    lost = (await about_kudos(here, DeliveryState.UNKNOWN))[0]

    await send_again(here.bot.deps, lost.id)
    await here.deliver()

    assert len(await here.people.dms(BEN)) == 1


async def test_two_deliverers_send_once(here: World) -> None:
    """However many workers there are, each message goes once."""
    await thank(here, ANA, "ben")
    await thank(here, CLEO, "ben")

    await asyncio.gather(here.deliver(), here.deliver(), here.deliver())

    assert len(await here.people.dms(BEN)) == 2


async def test_a_worker_lost_while_sending_leaves_an_unknown(sqlite_address: str) -> None:
    """A lease that runs out while sending is ambiguous: nobody sends it again."""
    ticker = Ticker()
    async with world(sqlite_address, ticker=ticker) as here:
        await thank(here, ANA, "ben")
        taken = await take_delivery(here.bot.deps, render)
        assert taken is not None
        ticker.ahead = timedelta(seconds=61)
        await reap(here.bot.deps)
        await here.deliver()

        lost = await owed_now(here.bot.deps, DeliveryState.UNKNOWN)
        assert [one.id for one in lost] == [taken.delivery.id]


async def test_what_is_too_old_is_missed(here: World) -> None:
    """A message that lay for longer than it is useful is recorded, not sent."""
    await thank(here, ANA, "ben")
    here.clock.move(days=15)

    await here.deliver()

    assert not await here.people.dms(BEN)
    assert len(await about_kudos(here, DeliveryState.MISSED)) == 1


async def test_outside_the_rollout_one_explained_ask_arrives(small: World) -> None:
    """Who is not in the rollout gets one message of a member's, explained, and never a second."""
    await thank(small, ANA, "ben")
    await small.deliver()
    await thank(small, CLEO, "ben")
    await small.deliver()

    said = await small.people.dms(BEN)
    assert len(said) == 1
    assert "not switched on for you" in said[0].words


async def test_who_left_is_written_to_no_more(here: World) -> None:
    """A person whom Slack deactivated gets nothing that still waited."""
    await thank(here, ANA, "ben")
    await here.people.deactivate(BEN)

    await here.deliver()

    assert not await here.people.dms(BEN)


async def test_one_that_cannot_be_written_holds_up_nothing(here: World) -> None:
    """Kudos whose key was left out wait for its mend; what was sent before them is known to be sent."""
    await here.people.open_home(BEN)
    await here.deliver()
    await thank(here, ANA, "ben")
    await thank(here, CLEO, "ben")
    lost_key = bytes([1, 1]) + b"x" + bytes(40)
    async with here.bot.deps.write() as workspace:
        sealed = text("UPDATE kudos SET text = :lost WHERE giver_id = :giver")
        await workspace.session.execute(sealed, {"lost": lost_key, "giver": CLEO})
    await thank(here, ANA, "cleo")

    await here.deliver()

    waiting = await owed_now(here.bot.deps, DeliveryState.PENDING)
    assert {(one.kind, one.recipient, one.reason) for one in waiting} == {
        ("kudos_received", BEN, "not_rendered"),
        ("home", BEN, "not_rendered"),
    }
    assert not await owed_now(here.bot.deps, DeliveryState.SENDING)
    assert len(await here.people.dms(BEN)) == 1
    assert len(await here.people.dms(CLEO)) == 1
