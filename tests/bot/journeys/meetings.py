"""Pairs that a test needs before its own story begins."""

from datetime import time, timedelta
from typing import Any

from bot.domain.meetings import MeetingAct, MeetingDraft, version_of
from bot.domain.messages import Kind
from bot.domain.pairs import PairDraft
from bot.usecases.deliveries import owed_now
from bot.usecases.meetings import change_meeting, open_meetings
from bot.usecases.pairs import decide_pair, open_pair, set_up_pair
from bot.words import talks
from playground.seen import Message
from storage.choices import Cadence, DeliveryState, PairKind
from storage.pairs import find_pair, find_pair_between
from storage.records import Delivery, Pair
from tests.bot.journeys.ties import person
from tests.world import ANA, BEN, World

MONDAY, WEDNESDAY, FRIDAY = 0, 2, 4


async def found(here: World, one: str = ANA, other: str = BEN) -> Pair | None:
    """The pair of two that is asked for or active."""
    async with here.bot.deps.read() as workspace:
        return await find_pair_between(workspace, one, other)


async def stored(here: World, pair_id: str) -> Pair:
    """A pair in whatever state."""
    async with here.bot.deps.read() as workspace:
        found = await find_pair(workspace, pair_id)
    assert found is not None
    return found


async def asked(
    here: World,
    asker: str = ANA,
    other: str = BEN,
    *,
    kind: PairKind = PairKind.PEER,
    cadence: Cadence = Cadence.WEEKLY,
    weekday: int = WEDNESDAY,
    at: time = time(14),
) -> Pair:
    """A pair that the other side has yet to answer, or one with another rhythm where both agreed before."""
    deps = here.bot.deps
    actor = await person(here, asker)
    desk = await open_pair(deps, actor, other)
    draft = PairDraft(
        draft=deps.ids(),
        other_id=other,
        kind=kind,
        cadence=cadence,
        weekday=weekday,
        at=at,
        zone=None,
        pair_id=desk.shown.pair.id if desk.shown else None,
        version=desk.shown.pair.version if desk.shown else None,
    )
    await set_up_pair(deps, actor, draft)
    pair = await found(here, asker, other)
    assert pair is not None
    return pair


async def agreed(
    here: World,
    asker: str = ANA,
    other: str = BEN,
    *,
    kind: PairKind = PairKind.PEER,
    cadence: Cadence = Cadence.WEEKLY,
    weekday: int = WEDNESDAY,
    at: time = time(14),
) -> Pair:
    """A pair that both agreed to, by default on Wednesdays at 14:00; nothing of it waits to be sent."""
    pair = await asked(here, asker, other, kind=kind, cadence=cadence, weekday=weekday, at=at)
    await decide_pair(here.bot.deps, await person(here, other), pair.id, pair.version, agrees=True)
    await here.deliver()
    changed = await found(here, asker, other)
    assert changed is not None
    return changed


async def done_by(here: World, who: str, act: MeetingAct, **what: Any) -> None:
    """What one side does with the next 1:1 of Ana and Ben, beside the screen."""
    deps, actor, pair = here.bot.deps, await person(here, who), await found(here)
    assert pair is not None
    desk = await open_meetings(deps, actor, pair.id)
    on = desk.choices[0]
    draft = MeetingDraft(
        draft=deps.ids(),
        pair_id=pair.id,
        pair_version=pair.version,
        version=version_of(desk.shown.table, on),
        act=act,
        on=on,
        day=what.get("day"),
        at=what.get("at"),
        until=what.get("until"),
    )
    await change_meeting(deps, actor, draft)


async def moved(here: World, who: str) -> None:
    """The next 1:1 of Ana and Ben put off to late tomorrow, by one of them."""
    tomorrow = here.clock().date() + timedelta(days=1)
    await done_by(here, who, MeetingAct.MOVE, day=tomorrow, at=time(23))


async def prompts_of(here: World, who: str) -> list[Message]:
    """The messages with prompts that a person got, oldest first."""
    return [message for message in await here.people.dms(who) if "Why these?" in message.buttons]


async def owed_prompts(here: World, *states: DeliveryState) -> list[Delivery]:
    """The messages with prompts in some states."""
    return [one for one in await owed_now(here.bot.deps, *states) if one.kind == Kind.PROMPT]


def questions(message: Message) -> set[str]:
    """The prompts of a message."""
    listed = next(block for block in message.blocks if block["type"] == "rich_text")
    items = listed["elements"][0]["elements"]
    return {item["elements"][0]["text"] for item in items}


async def changing(here: World, who: str, other: str) -> None:
    """The form of a pair that both agreed to, opened from its page."""
    await here.people.command(who, f"/growth 1on1 @{other}")
    await here.people.press(who, None, talks.CHANGE_TIME)


async def ask_by_form(here: World, **answers: Any) -> None:
    """Ana asks Ben by the form."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    done = await here.people.submit(ANA, answers)
    assert not done.errors
    await here.deliver()
