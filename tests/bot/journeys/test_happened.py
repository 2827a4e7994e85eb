"""Whether the last 1:1 happened: asked within the next prompts, answered once; through Slack's protocol."""

from datetime import date, time

from bot.domain.meetings import MeetingAct
from playground.seen import Message
from storage.meetings import meetings_of
from tests.bot.journeys.meetings import FRIDAY, agreed, done_by, found, prompts_of, questions
from tests.world import ANA, BEN, CLEO, World

ASKED = "Your 1:1 of Wednesday 17 June: did it happen?"
YES, NO = "Yes, it did", "No"


async def second_prompts(here: World, who: str = ANA) -> Message:
    """The prompts for the second 1:1 of Ana and Ben, which are Wednesdays at 14:00."""
    here.clock.move(hours=4)
    await here.tick()
    here.clock.move(days=7)
    await here.tick()
    return (await prompts_of(here, who))[-1]


async def said(here: World) -> list[tuple[date, bool | None, str | None]]:
    """What is stored of whether 1:1s happened, and who said so."""
    pair = await found(here)
    assert pair is not None
    async with here.bot.deps.read() as workspace:
        known = (await meetings_of(workspace, [pair.id])).get(pair.id, ())
    return [(one.on, one.happened, one.answered_by) for one in known]


async def test_the_next_prompts_ask_about_the_last_meeting(here: World) -> None:
    """The first prompts ask nothing; the next ask about the 1:1 before, and no message of its own does."""
    await agreed(here)
    second = await second_prompts(here)

    first = (await prompts_of(here, ANA))[0]
    assert "did it happen" not in first.words
    assert ASKED in second.words
    assert len(await here.people.dms(ANA)) == len(await prompts_of(here, ANA)) + 1  # that Ben said yes


async def test_an_answer_keeps_the_prompts(here: World) -> None:
    """A press writes the answer down, and the question gives way to it while the prompts stay."""
    await agreed(here)
    second = await second_prompts(here)

    await here.people.press(ANA, second, YES)

    after = (await prompts_of(here, ANA))[-1]
    assert await said(here) == [(date(2026, 6, 17), True, ANA)]
    assert questions(after) == questions(second)
    assert "Your 1:1 of Wednesday 17 June happened." in after.words
    assert YES not in after.buttons


async def test_the_first_word_stands(here: World) -> None:
    """Once one side answered, the other side's press shows that answer and changes nothing."""
    await agreed(here)
    anas = await second_prompts(here)
    bens = (await prompts_of(here, BEN))[-1]
    await here.people.press(ANA, anas, NO)

    await here.people.press(BEN, bens, YES)

    assert await said(here) == [(date(2026, 6, 17), False, ANA)]
    assert "Your 1:1 of Wednesday 17 June did not happen." in (await prompts_of(here, BEN))[-1].words


async def test_what_is_answered_is_not_asked_again(here: World) -> None:
    """Prompts that come after the other side's answer ask nothing."""
    await agreed(here, at=time(9))
    here.clock.move(days=6, hours=23)  # the Tuesday after, 09:00
    await here.tick()
    await here.people.press(ANA, (await prompts_of(here, ANA))[-1], "Why these?")
    await here.people.close(ANA)
    here.clock.move(days=7)
    await here.tick()
    await here.people.press(ANA, (await prompts_of(here, ANA))[-1], YES)
    here.clock.move(days=7)
    await here.tick()

    newest = (await prompts_of(here, BEN))[-1]
    assert "24 June" not in newest.words
    assert "Your 1:1 of Wednesday 1 July: did it happen?" in newest.words


async def test_an_older_meeting_is_not_spoken_of(here: World) -> None:
    """A press about a 1:1 after which there was another one is too late, and changes nothing."""
    await agreed(here)
    second = await second_prompts(here)
    here.clock.move(days=2)

    await here.people.press(ANA, second, YES)

    assert await said(here) == []


async def test_a_skipped_meeting_is_not_asked_about(here: World) -> None:
    """Nobody is asked whether a 1:1 happened that both knew would not."""
    await agreed(here)
    await done_by(here, BEN, MeetingAct.SKIP)

    second = await second_prompts(here)

    assert "did it happen" not in second.words


async def test_a_moved_meeting_is_asked_about_by_its_day(here: World) -> None:
    """The question names the day to which a 1:1 was moved."""
    await agreed(here)
    await done_by(here, BEN, MeetingAct.MOVE, day=date(2026, 6, 18), at=time(10))

    second = await second_prompts(here)

    assert "Your 1:1 of Thursday 18 June: did it happen?" in second.words


async def test_nobody_else_speaks_of_it(here: World) -> None:
    """A press that comes back in somebody else's name changes nothing."""
    await agreed(here)
    await agreed(here, CLEO, BEN, weekday=FRIDAY)
    second = await second_prompts(here)
    await here.people.press(ANA, second, "Why these?")
    await here.people.close(ANA)
    pressed = (await here.people.traffic("block_actions"))[-1]
    (button,) = [
        one
        for block in second.blocks
        if block["type"] == "actions"
        for one in block["elements"]
        if one["action_id"] == "meeting_happened"
    ]
    forged = {**pressed.request["actions"][0], "action_id": button["action_id"], "value": button["value"]}

    await here.people.send(pressed, actions=[forged], user={**pressed.request["user"], "id": CLEO})

    assert await said(here) == []
