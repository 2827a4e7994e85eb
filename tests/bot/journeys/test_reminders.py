"""Reminders through Slack's protocol: several in one message, fewer where they are left alone, and why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.messages import Kind
from bot.jobs.registry import render
from bot.usecases.deliveries import drop, reap, send_again, take_delivery
from bot.usecases.owing import owe, owed
from bot.usecases.reviews import nudge_owners
from playground.seen import Message
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.records import Delivery
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.reminded import OWNED, looked_after, settings_of
from tests.world import ANA, BEN, World

MONDAY = datetime(2026, 7, 6, 11, tzinfo=UTC)
WHY, END = "Why am I seeing this?", "No more of these"


@pytest.fixture
async def three(here: World) -> World:
    """Ana looks after three frameworks; it is the quarter's first Monday, 11:00."""
    await looked_after(here, ANA, *OWNED[:3])
    here.clock.moment = MONDAY
    return here


async def nudged(here: World) -> list[Message]:
    """The tick, what it owes, and all that Ana got."""
    await nudge_owners(here.bot.deps)
    await here.deliver()
    return await here.people.dms(ANA)


async def reminders(here: World, *states: DeliveryState) -> list[Delivery]:
    """Ana's reminders in some states, digests apart."""
    async with here.bot.deps.read() as workspace:
        found = await deliveries_in(workspace, states or tuple(DeliveryState), recipient=ANA)
    return [one for one in found if one.kind == Kind.FRAMEWORK_NUDGE]


async def test_three_reminders_come_as_one_message(three: World) -> None:
    """Where three wait, one message has a line and a button for each, and says why it comes."""
    (digest,) = await nudged(three)

    assert digest.text == "Trellis has 3 things for you, in one message."
    assert digest.buttons == ["Look at it"] * 3 + [WHY]
    assert {one.state for one in await reminders(three)} == {DeliveryState.SENT}


async def test_each_button_of_a_digest_opens_its_thing(three: World) -> None:
    """The buttons are those of the messages that it stands for."""
    (digest,) = await nudged(three)
    blocks = [block["block_id"] for block in digest.blocks if "accessory" in block]
    opened = set()
    for block in blocks:
        await three.people.press(ANA, digest, "review_open", block=block)
        view = await three.people.view(ANA)
        assert view is not None
        opened.add(view.json["private_metadata"])
        await three.people.close(ANA)

    assert len(opened) == 3


async def test_two_reminders_come_each_by_itself(here: World) -> None:
    """Where fewer than three wait, nothing is merged."""
    await looked_after(here, ANA, *OWNED[:2])
    here.clock.moment = MONDAY

    assert len(await nudged(here)) == 2


async def test_who_wants_no_digest_gets_each_by_itself(three: World) -> None:
    """Each by itself, as chosen."""
    await settings_of(three, ANA, {"How should reminders come?": "Each by itself"})

    assert len(await nudged(three)) == 3


async def test_a_daily_digest_comes_at_its_time(three: World) -> None:
    """Once a day, at the time that was chosen, all that waits comes as one."""
    daily = {"How should reminders come?": "In one message, once a day", "At what time of day?": "15:00"}
    await settings_of(three, ANA, daily)
    at_eleven = await nudged(three)
    three.clock.move(hours=4)

    assert at_eleven == []
    assert [one.text[:20] for one in await nudged(three)] == ["Trellis has 3 things"]


async def test_a_digest_leaves_out_what_is_done_meanwhile(three: World) -> None:
    """Each line is written when it is sent: what was switched off or taken away is not in it."""
    three.clock.moment = MONDAY.replace(hour=20)
    await nudged(three)
    await looked_after(three, BEN, OWNED[0])
    three.clock.move(hours=14)
    (digest,) = await nudged(three)

    assert digest.buttons == ["Look at it"] * 2 + [WHY]
    assert [one.reason for one in await reminders(three, DeliveryState.DROPPED)] == ["no_longer_allowed"]


async def test_why_says_which_rule_and_how_many(three: World) -> None:
    """Why names what brought the message, how many came this week, and ends the kind with one press."""
    (digest,) = await nudged(three)
    await three.people.press(ANA, digest, WHY)
    why = await three.people.view(ANA)
    await three.people.press(ANA, None, END)
    after = await three.people.view(ANA)

    assert why is not None
    assert after is not None
    assert "Three or more reminders waited for you" in why.words
    assert "1 reminder in the last seven days, of at most four." in why.words
    assert "is off, and stays off" in after.words


async def test_a_kind_that_was_ended_by_why_stays_off(three: World) -> None:
    """No message of it is sent again, in any quarter."""
    (digest,) = await nudged(three)
    await three.people.press(ANA, digest, WHY)
    await three.people.press(ANA, None, END)
    for quarter in (datetime(2026, 10, 5, 11, tzinfo=UTC), datetime(2027, 1, 4, 11, tzinfo=UTC)):
        three.clock.moment = quarter
        await nudged(three)

    assert len(await three.people.dms(ANA)) == 1
    assert {one.reason for one in await reminders(three, DeliveryState.MISSED)} == {"muted"}


async def test_somebody_else_is_told_nothing_of_a_message(three: World) -> None:
    """Why is answered to who got the message alone."""
    (digest,) = await nudged(three)
    await three.people.press(ANA, digest, WHY)
    pressed = (await three.people.traffic("block_actions"))[-1]

    await three.people.send(pressed, user={**pressed.request["user"], "id": BEN}, trigger_id="0.0.0")

    assert await three.people.view(BEN) is None


async def test_reminders_that_are_left_alone_become_fewer(here: World) -> None:
    """After four without a press two come a week; one press brings the other two back."""
    await settings_of(here, ANA, {"How should reminders come?": "Each by itself"})
    await looked_after(here, ANA, *OWNED)
    here.clock.moment = MONDAY
    quarters = [MONDAY, datetime(2026, 10, 5, 11, tzinfo=UTC), datetime(2027, 1, 4, 11, tzinfo=UTC)]
    came = []
    for number, quarter in enumerate(quarters):
        here.clock.moment = quarter
        before = len(await here.people.dms(ANA))
        messages = await nudged(here)
        came.append(len(messages) - before)
        here.clock.move(days=8)
        await here.deliver()
        if number == 1:
            await here.people.press(ANA, (await here.people.dms(ANA))[-1], WHY)
            await here.people.close(ANA)

    assert came == [4, 2, 4]


async def test_an_unclear_digest_is_not_sent_again(three: World) -> None:
    """Nobody knows whether it came: it and all in it are unknown, and none is sent by itself."""
    await three.people.fault("chat.postMessage", "cut")
    await nudged(three)
    three.clock.move(hours=3)
    await three.deliver()

    assert len(await three.people.dms(ANA)) == 1
    assert {one.state for one in await reminders(three)} == {DeliveryState.UNKNOWN}


async def test_a_press_settles_a_digest_and_all_in_it(three: World) -> None:
    """Any of its buttons proves that it arrived."""
    await three.people.fault("chat.postMessage", "status", status=500, acts=True)
    (digest,) = await nudged(three)
    unknown = {one.state for one in await reminders(three)}
    block = next(block["block_id"] for block in digest.blocks if "accessory" in block)

    await three.people.press(ANA, digest, "review_open", block=block)

    assert unknown == {DeliveryState.UNKNOWN}
    assert {one.state for one in await reminders(three)} == {DeliveryState.SENT}


async def test_what_may_be_lost_joins_the_next_digest(three: World) -> None:
    """A message of unknown fate is a line of the next digest, and is settled by it."""
    await three.people.command(ANA, "/growth manager @ben")
    await three.people.submit(ANA, {"claim": "They are my manager"})
    await three.deliver()
    await three.people.fault("chat.postMessage", "cut")
    await three.people.press(BEN, (await three.people.dms(BEN))[-1], "Yes, that’s right")
    await three.deliver()
    await three.people.clear_faults()
    digest = (await nudged(three))[-1]

    assert "an answer about who manages whom" in digest.words
    assert digest.buttons == ["Look", *["Look at it"] * 3, WHY]
    assert "Slack cannot tell us" not in (await home_of(three, ANA)).words


async def test_what_is_of_no_use_any_more_stays_where_it_is(three: World) -> None:
    """A message of unknown fate that is too old for a digest is not in it, and still stands in Home."""
    await three.people.command(ANA, "/growth manager @ben")
    await three.people.submit(ANA, {"claim": "They are my manager"})
    await three.deliver()
    await three.people.fault("chat.postMessage", "cut")
    await three.people.press(BEN, (await three.people.dms(BEN))[-1], "Yes, that’s right")
    await three.deliver()
    await three.people.clear_faults()
    three.clock.moment = datetime(2026, 10, 5, 11, tzinfo=UTC)
    digest = (await nudged(three))[-1]

    assert digest.buttons == ["Look at it"] * 3 + [WHY]
    assert "an answer about who manages whom" in (await home_of(three, ANA)).words


async def test_a_worker_that_dies_with_a_digest_loses_and_repeats_nothing(three: World) -> None:
    """What a digest held is as unknown as the digest, once its lease has ended."""
    deps = three.bot.deps
    await nudge_owners(deps)
    while (taken := await take_delivery(deps, render)) and taken.delivery.kind != Kind.DIGEST:
        pass
    held = {one.state for one in await reminders(three)}
    ticker = deps.ticker
    reaped = await reap(replace(deps, ticker=lambda: ticker() + timedelta(minutes=5)))

    assert held == {DeliveryState.MERGED}
    assert reaped == 1
    assert {one.state for one in await reminders(three)} == {DeliveryState.UNKNOWN}


async def test_the_operator_settles_a_digest_with_all_in_it(three: World) -> None:
    """Sent after all it brings what it held; dropped it takes that along."""
    await three.people.fault("chat.postMessage", "cut", times=2)
    await nudged(three)
    digest = await digest_of(three)
    await send_again(three.bot.deps, digest.id)
    await three.deliver()
    again = await digest_of(three)
    await drop(three.bot.deps, again.id)

    assert (digest.state, again.state) == (DeliveryState.UNKNOWN, DeliveryState.UNKNOWN)
    assert {one.state for one in await reminders(three)} == {DeliveryState.DROPPED}


async def test_what_waits_when_a_digest_is_written_joins_it(three: World) -> None:
    """A reminder that falls due between the merging and the sending is in the same message."""
    deps = three.bot.deps
    await nudge_owners(deps)
    await take_delivery(deps, render)
    async with deps.write() as workspace:
        await owe(workspace, deps, owed(deps, Kind.WELCOME, ANA, "rollout"))
    await three.deliver()

    (digest,) = await three.people.dms(ANA)
    assert digest.buttons[:3] == ["Look at it"] * 3
    assert len(digest.buttons) == 5


async def digest_of(here: World) -> Delivery:
    """Ana's one digest."""
    async with here.bot.deps.read() as workspace:
        found = await deliveries_in(workspace, tuple(DeliveryState), recipient=ANA)
    (digest,) = [one for one in found if one.kind == Kind.DIGEST]
    return digest
