"""One message a week with all 1:1s of a manager's reports; through Slack's protocol."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.meetings import MeetingAct
from bot.usecases.pairs import leave_pair
from playground.seen import Message
from storage.choices import DeliveryState, PairKind
from storage.pairs import prompts_asked
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import agreed, done_by, found, owed_prompts, prompts_of
from tests.bot.journeys.ties import managed, person
from tests.world import ANA, BEN, CLEO, DEV, World

HEADING = "Your 1:1s with reports this week"
SWITCH, TALK = "Which of these do you want?", "Open"
MONDAY = datetime(2026, 6, 22, 9, tzinfo=UTC)
DAYS = {BEN: 1, CLEO: 3, DEV: 4}


async def reporting(here: World, *reports: str) -> None:
    """Ana manages some people, with a 1:1 each: Ben on Tuesdays, Cleo on Thursdays, Dev on Fridays."""
    for report in reports:
        await managed(here, report=report, by=ANA)
        await agreed(here, ANA, report, kind=PairKind.MANAGER, weekday=DAYS[report], at=time(14))


async def weeks_of(here: World, who: str) -> list[Message]:
    """The messages of a week that somebody got, oldest first."""
    return [message for message in await here.people.dms(who) if HEADING in message.words]


async def lived(here: World, until: datetime) -> None:
    """Hour by hour until a moment."""
    while here.clock.moment < until:
        here.clock.move(hours=1)
        await here.tick()


async def prompts_in_week(here: World, who: str) -> int:
    """How many messages with prompts somebody got in the week from that Monday on, which is lived."""
    here.clock.moment = MONDAY - timedelta(days=2)
    before = len(await prompts_of(here, who))
    await lived(here, MONDAY + timedelta(days=4, hours=12))
    return len(await prompts_of(here, who)) - before


async def test_three_reports_come_in_one_message(here: World) -> None:
    """A manager of three gets one message on Monday with all 1:1s of the week, and none before each."""
    await reporting(here, BEN, CLEO, DEV)

    singles = await prompts_in_week(here, ANA)

    (message,) = await weeks_of(here, ANA)
    lines = [line for line in message.words.split("\n") if " 14:00" in line]
    assert lines == ["ben: Tuesday 14:00", "cleo: Thursday 14:00", "dev: Friday 14:00"]
    assert singles == 0


async def test_each_report_gets_their_own_prompts(here: World) -> None:
    """The message changes nothing for the reports: each gets prompts the day before."""
    await reporting(here, BEN, CLEO, DEV)

    await lived(here, MONDAY + timedelta(days=4, hours=12))

    dates = {
        who: [one.words.partition("ana: ")[2].partition("\n")[0] for one in await prompts_of(here, who)]
        for who in (BEN, CLEO, DEV)
    }
    assert {who: found[-1] for who, found in dates.items()} == {
        BEN: "Tuesday 14:00",
        CLEO: "Thursday 14:00",
        DEV: "Friday 14:00",
    }
    assert {who: len(found) for who, found in dates.items()} == {BEN: 2, CLEO: 2, DEV: 2}


async def test_its_prompts_open_by_a_button(here: World) -> None:
    """Behind each button stand the manager's prompts for that 1:1, chosen as ever and kept."""
    await reporting(here, BEN, CLEO, DEV)
    await lived(here, MONDAY)
    (message,) = await weeks_of(here, ANA)

    pair = await found(here)
    assert pair is not None

    await here.people.press(ANA, message, TALK, block="b1")

    page = await shown(here, ANA)
    async with here.bot.deps.read() as workspace:
        asked = [one for one in await prompts_asked(workspace, pair.id, ANA) if one.on == date(2026, 6, 23)]
    texts = {prompt.id: prompt.text for prompt in here.bot.deps.prompts}
    assert page.json["title"]["text"] == "1:1 with ben"
    assert "Tuesday 23 June, 14:00" in page.words
    assert len(asked) in {2, 3}
    assert {texts[one.prompt] for one in asked} <= set(page.words.split("\n"))


@pytest.mark.parametrize("reports", [(BEN,), (BEN, CLEO)])
async def test_fewer_come_one_by_one(here: World, reports: tuple[str, ...]) -> None:
    """With one report or two, prompts come before each 1:1."""
    await reporting(here, *reports)

    assert await prompts_in_week(here, ANA) == len(reports)
    assert not await weeks_of(here, ANA)


async def test_it_can_be_switched_off(here: World) -> None:
    """Who unticks the message gets prompts before each 1:1 again."""
    await reporting(here, BEN, CLEO, DEV)
    await here.people.command(ANA, "/growth settings")
    await here.people.submit(ANA, {SWITCH: ["What to talk about in a 1:1"]})

    assert await prompts_in_week(here, ANA) == 3
    assert not await weeks_of(here, ANA)


async def test_a_third_report_within_a_week_loses_nothing(here: World) -> None:
    """With a third report from a Wednesday on, that week's prompts come one by one, the next in one."""
    await reporting(here, BEN, CLEO)
    here.clock.moment = MONDAY - timedelta(days=2)
    before = len(await prompts_of(here, ANA))
    await lived(here, MONDAY + timedelta(days=2))
    await reporting(here, DEV)
    await lived(here, MONDAY + timedelta(days=6))

    first = len(await prompts_of(here, ANA)) - before
    none = await weeks_of(here, ANA)
    await lived(here, MONDAY + timedelta(days=12))

    assert first == 3
    assert not none
    assert len(await prompts_of(here, ANA)) - before == 3
    assert len(await weeks_of(here, ANA)) == 1


async def test_a_report_less_within_a_week_doubles_nothing(here: World) -> None:
    """When a 1:1 ends after the message, no 1:1 of that week is prompted for again; the week after is."""
    await reporting(here, BEN, CLEO, DEV)
    await lived(here, MONDAY + timedelta(hours=1))
    before = len(await prompts_of(here, ANA))
    pair = await found(here, ANA, DEV)
    assert pair is not None
    await leave_pair(here.bot.deps, await person(here, ANA), pair.id)
    await lived(here, MONDAY + timedelta(days=5))

    within = len(await prompts_of(here, ANA)) - before
    await lived(here, MONDAY + timedelta(days=11))

    assert within == 0
    assert len(await prompts_of(here, ANA)) - before == 2


async def test_a_meeting_moved_into_the_week_has_its_own_prompts(here: World) -> None:
    """A 1:1 that is moved into the week after its message was sent brings single prompts."""
    await reporting(here, CLEO, DEV)
    await managed(here, report=BEN, by=ANA)
    await agreed(here, ANA, BEN, kind=PairKind.MANAGER, weekday=0, at=time(8))  # Mondays, before the message
    here.clock.moment = MONDAY - timedelta(hours=1)
    await lived(here, MONDAY + timedelta(hours=2))
    before = len(await prompts_of(here, ANA))
    await done_by(here, BEN, MeetingAct.MOVE, day=date(2026, 6, 26), at=time(16))  # that of the week after

    await lived(here, MONDAY + timedelta(days=5))

    newest = (await prompts_of(here, ANA))[-1]
    assert len(await weeks_of(here, ANA)) == 1
    assert len(await prompts_of(here, ANA)) - before == 1
    assert "Your 1:1 with ben: Friday 16:00" in newest.words


async def test_a_skipped_meeting_is_not_in_it(here: World) -> None:
    """What is skipped or paused, and what is on a day off of the manager, is left out."""
    await reporting(here, BEN, CLEO, DEV)
    here.clock.moment = MONDAY - timedelta(days=1)
    await done_by(here, BEN, MeetingAct.SKIP)
    await here.people.command(ANA, "/growth settings")
    await here.people.submit(ANA, {"Add days off: the first day": "2026-06-26"})

    await lived(here, MONDAY)

    (message,) = await weeks_of(here, ANA)
    assert [line for line in message.words.split("\n") if " 14:00" in line] == ["cleo: Thursday 14:00"]


async def test_it_comes_on_the_first_working_day(here: World) -> None:
    """Who does not work on Mondays gets it on Tuesday, when they may be spoken to."""
    await reporting(here, BEN, CLEO, DEV)
    await here.people.command(ANA, "/growth settings")
    answers = {"On which days do you work?": ["Tuesday", "Thursday", "Friday"], "Quiet until": "10:00"}
    await here.people.submit(ANA, answers)
    here.clock.moment = MONDAY - timedelta(hours=1)

    await lived(here, MONDAY + timedelta(days=1))
    early = await weeks_of(here, ANA)
    await lived(here, MONDAY + timedelta(days=1, hours=1))

    assert not early
    assert len(await weeks_of(here, ANA)) == 1


async def test_after_down_time_it_comes_once(here: World) -> None:
    """Where Trellis was away on Monday morning, the message comes when it is back, and nothing beside it."""
    await reporting(here, BEN, CLEO, DEV)
    here.clock.moment = MONDAY - timedelta(days=3)
    await here.tick()
    before = len(await prompts_of(here, ANA))

    here.clock.moment = MONDAY + timedelta(hours=6)
    await here.tick()
    await lived(here, MONDAY + timedelta(days=4, hours=12))

    assert len(await weeks_of(here, ANA)) == 1
    assert len(await prompts_of(here, ANA)) - before == 0


async def test_what_stands_in_it_was_sent_with_it(here: World) -> None:
    """Prompts that the message brought are settled as it is."""
    await reporting(here, BEN, CLEO, DEV)
    await lived(here, MONDAY)

    mine = [one for one in await owed_prompts(here, DeliveryState.SENT) if one.recipient == ANA]
    (week,) = {one.digest_id for one in mine if one.digest_id}
    assert len([one for one in mine if one.digest_id == week]) == 3
    assert not [one for one in await owed_prompts(here, DeliveryState.PENDING) if one.recipient == ANA]
