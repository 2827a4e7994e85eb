"""What stands in the prompts for a 1:1, and who sees it; through Slack's protocol."""

from itertools import pairwise

from bot.usecases.prompts import prompts_to_send
from storage.choices import DeliveryState, PairKind
from storage.evidence import share_evidence
from storage.pairs import prompts_asked
from storage.people import get_person
from tests.bot.journeys.kept import notes_of, recorded_twice
from tests.bot.journeys.meetings import FRIDAY, agreed, owed_prompts, prompts_of, questions
from tests.bot.journeys.ties import managed, placed
from tests.storage.builders import as_manager
from tests.world import ANA, BEN, CLEO, World

BUTTONS = ("A guide for this talk", "Move, skip or pause", "Change", "End", "No prompts for any 1:1")


async def asks_for_notes(here: World, who: str) -> bool:
    """Whether somebody's newest prompts were chosen because little is recorded on something."""
    await here.people.press(who, (await prompts_of(here, who))[-1], "Why these?")
    page = await here.people.view(who)
    await here.people.close(who)
    assert page is not None
    return "says little on" in page.words


async def test_the_first_choice_stands(here: World) -> None:
    """However often the prompts of a 1:1 are written, they are the same."""
    pair = await agreed(here)
    deps = here.bot.deps
    assert pair.next_on is not None
    async with deps.write() as workspace:
        ana = await get_person(workspace, ANA)
        once = await prompts_to_send(workspace, deps, ana, pair.id, pair.next_on)

        assert await prompts_to_send(workspace, deps, ana, pair.id, pair.next_on) == once


async def test_skipping_leaves_no_trace_for_the_other(here: World) -> None:
    """Who skips is told what comes next; the other side's message stays, and nothing new comes to them."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    before = await here.people.dms(BEN)

    await here.people.press(ANA, (await prompts_of(here, ANA))[0], "Skip this time")
    await here.deliver()

    said = (await here.people.dms(ANA))[-1].words
    assert said == "Skipped. ben is told nothing. The next ones are for Wednesday 24 June, 14:00."
    assert await here.people.dms(BEN) == before


async def test_nobody_skips_for_another(here: World) -> None:
    """A skip that comes back with somebody else's message changes nothing of theirs."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    theirs = next(one for one in await owed_prompts(here, DeliveryState.SENT) if one.recipient == BEN)
    await here.people.press(ANA, (await prompts_of(here, ANA))[0], "Skip this time")
    pressed = (await here.people.traffic("block_actions"))[-1]
    forged = {**pressed.request["actions"][0], "value": f'{{"delivery":"{theirs.id}"}}'}

    await here.people.send(pressed, actions=[forged])

    reasons = {one.recipient: one.reason for one in await owed_prompts(here, DeliveryState.SENT)}
    assert reasons == {ANA: "skipped", BEN: None}
    assert len(await prompts_of(here, BEN)) == 1


async def test_every_prompt_says_why(here: World) -> None:
    """The page behind the message holds a reason for each prompt, why they come, and how they end."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    message = (await prompts_of(here, ANA))[0]

    await here.people.press(ANA, message, "Why these?")

    page = await here.people.view(ANA)
    assert page is not None
    assert questions(message) <= set(page.words.split("\n"))
    assert page.words.count("It suits a first 1:1.") >= 1
    assert "because you and ben agreed to prompts for your 1:1: every Wednesday at 14:00, UTC" in page.words
    assert page.buttons == list(BUTTONS)


async def test_the_list_leads_to_the_prompts(here: World) -> None:
    """Who lost the message finds the prompts of the next 1:1 in the list, until it has begun."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    await here.people.command(ANA, "/growth 1on1")

    await here.people.press(ANA, None, "Open")

    page = await here.people.view(ANA)
    assert page is not None
    assert questions((await prompts_of(here, ANA))[0]) <= set(page.words.split("\n"))


async def test_a_note_is_one_press_away(here: World) -> None:
    """The message opens the form of a note."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()

    await here.people.press(ANA, (await prompts_of(here, ANA))[0], "Write a note")

    form = await here.people.view(ANA)
    assert form is not None
    assert form.callback_id == "note_form"


async def test_nobody_reads_the_other_sides_prompts(here: World) -> None:
    """What was put to one side is read by that side alone, and by nobody of another pair."""
    pair = await agreed(here)
    await agreed(here, CLEO, BEN, weekday=FRIDAY)
    here.clock.move(hours=4)
    await here.tick()
    await here.people.press(BEN, (await prompts_of(here, BEN))[0], "Why these?")
    pressed = (await here.people.traffic("block_actions"))[-1]

    await here.people.send(pressed, user={**pressed.request["user"], "id": CLEO})

    async with here.bot.deps.read() as workspace:
        assert await prompts_asked(workspace, pair.id, BEN)
        assert not await prompts_asked(workspace, pair.id, CLEO)
    assert await here.people.view(CLEO) is None or "1:1 with" not in (await here.people.screen(CLEO)).words


async def test_private_notes_shape_nothing_for_the_manager(here: World) -> None:
    """What a report keeps private counts for the report's own prompts alone; what they share, for both."""
    await managed(here, report=BEN, by=ANA)
    await placed(here, BEN, "e2")
    await recorded_twice(here, BEN)
    await agreed(here, kind=PairKind.MANAGER)

    here.clock.move(hours=4)
    await here.tick()
    here.clock.move(days=7)
    await here.tick()
    private = {who: await asks_for_notes(here, who) for who in (ANA, BEN)}
    async with here.bot.deps.write() as workspace:
        for piece in await notes_of(here, BEN):
            await share_evidence(workspace, piece.id, [as_manager(ANA)])
    here.clock.move(days=7)
    await here.tick()

    assert private == {ANA: True, BEN: False}
    assert not await asks_for_notes(here, ANA)


async def test_nothing_is_asked_twice_running(here: World) -> None:
    """Week after week, no side is asked what it was asked the week before."""
    await agreed(here)
    here.clock.move(hours=4)
    for _ in range(6):
        await here.tick()
        here.clock.move(days=7)

    sets = [questions(message) for message in await prompts_of(here, ANA)]

    assert len(sets) == 6
    assert all(not this & after for this, after in pairwise(sets))
