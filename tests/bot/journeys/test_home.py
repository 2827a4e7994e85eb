"""Home, through Slack's protocol."""

from datetime import date, time

import pytest

from bot.domain.meetings import MeetingAct
from bot.usecases.reviews import nudge_owners
from playground.model import Person
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.people import get_person
from tests.bot.journeys.homes import home_of, leading
from tests.bot.journeys.meetings import agreed, done_by
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, World, world


@pytest.fixture
async def led(here: World) -> World:
    """Ana is a People lead and manages Ben, who is placed."""
    await leading(here, ANA)
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    return here


async def test_an_empty_home_says_what_to_do(here: World) -> None:
    """Who is new sees one next step, and in each empty place what would fill it."""
    home = await home_of(here, BEN)

    assert "Hello ben" in home.words
    assert "Say who your manager is" in home.words
    assert "Say who it is" in home.buttons
    assert "Nothing waits for you." in home.words
    assert "Set up a 1:1" in home.buttons
    assert "One line about something you did" in home.words


async def test_home_says_where_somebody_is(led: World) -> None:
    """Level and manager stand at the top once they are known."""
    home = await home_of(led, BEN)

    assert "Engineering, Engineer; your manager is ana." in home.words
    assert "Say who my manager is" not in home.buttons


async def test_a_question_waits_on_home_until_it_is_answered(here: World) -> None:
    """What a colleague asked stands on Home with a way to answer it, and goes once answered."""
    await here.people.command(CLEO, "/growth manager @ben")
    await here.people.submit(CLEO, {"claim": "They are my manager"})
    asked, asker = await home_of(here, BEN), await home_of(here, CLEO)

    await here.people.press(BEN, asked, "Answer")
    await here.people.press(BEN, None, "Yes, that’s right")
    await here.deliver()

    answered = await here.people.home(BEN)
    assert "cleo asks you to confirm" in asked.words
    assert "Nothing waits for you." in asker.words
    assert answered is not None
    assert "Nothing waits for you." in answered.words


async def test_a_level_is_confirmed_from_home(led: World) -> None:
    """A proposal can be answered from Home by its decider."""
    await led.people.command(BEN, "/growth me")
    await led.people.press(BEN, None, "Propose a change")
    await led.people.choose(BEN, "What kind of work?", "Engineering")
    await led.people.submit(BEN, {"Which level fits best today?": "Senior engineer"})

    await led.people.press(ANA, await home_of(led, ANA), "Answer")
    await led.people.press(ANA, None, "Confirm")
    await led.deliver()

    assert "Engineering, Senior engineer" in (await home_of(led, BEN)).words
    assert "Nothing waits for you." in (await home_of(led, ANA)).words


async def test_kudos_wait_as_one_line(here: World) -> None:
    """Kudos that are no notes yet are counted in one line, which opens the newest."""
    for giver in (ANA, CLEO):
        await here.people.command(giver, "/growth kudos @ben Untangled the rota")
        await here.people.submit(giver)
        here.clock.move(hours=1)
    home = await home_of(here, BEN)

    await here.people.press(BEN, home, "Read")

    opened = await here.people.view(BEN)
    assert "2 kudos, ready to keep as notes, the newest from cleo." in home.words
    assert opened is not None
    assert "Untangled the rota" in opened.words


async def test_home_holds_no_words_that_people_wrote(here: World) -> None:
    """Notes and kudos stand on Home by day and skill; their words open on a press."""
    await here.people.command(BEN, "/growth note Wrote the guide")
    await here.people.submit(BEN)
    await here.people.command(ANA, "/growth kudos @ben Untangled the rota")
    await here.people.submit(ANA)

    home = await home_of(here, BEN)
    await here.people.press(BEN, home, "evidence_open")

    opened = await here.people.view(BEN)
    assert "1 note in the last three months" in home.words
    assert not {"Wrote the guide", "Untangled"} & set(home.words.split("\n"))
    assert opened is not None
    assert "Wrote the guide" in opened.words


async def test_a_message_of_unknown_fate_stands_on_home_until_opened(here: World) -> None:
    """What nobody knows to have arrived is told on Home; opening it there settles it."""
    await here.people.command(CLEO, "/growth manager @ben")
    await here.people.submit(CLEO, {"claim": "They are my manager"})
    await here.deliver()
    await here.people.fault("chat.postMessage", "cut")
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Yes, that’s right")
    await here.deliver()
    doubtful = await home_of(here, CLEO)

    await here.people.press(CLEO, doubtful, "Look")
    await here.deliver()

    settled = await here.people.home(CLEO)
    assert "an answer about who manages whom" in doubtful.words
    assert settled is not None
    assert "Nothing waits for you." in settled.words


async def test_somebody_else_cannot_settle_it(here: World) -> None:
    """A forged press on Home leaves another person's message as it is."""
    await here.people.command(CLEO, "/growth manager @ben")
    await here.people.submit(CLEO, {"claim": "They are my manager"})
    await here.people.fault("chat.postMessage", "cut")
    await here.deliver()
    async with here.bot.deps.read() as workspace:
        lost = (await deliveries_in(workspace, [DeliveryState.UNKNOWN]))[0]
    await here.people.press(DEV, await home_of(here, DEV), "My growth")
    pressed = (await here.people.traffic("block_actions"))[-1]
    action = {**pressed.request["actions"][0], "value": f'{{"delivery":"{lost.id}"}}'}

    await here.people.send(pressed, actions=[action])

    async with here.bot.deps.read() as workspace:
        assert [one.id for one in await deliveries_in(workspace, [DeliveryState.UNKNOWN])] == [lost.id]


async def test_reminders_stay_off(here: World) -> None:
    """The switch shows what it did, is kept, and holds until it is turned again."""
    await here.people.press(BEN, await home_of(here, BEN), "Turn reminders off")
    off = await home_of(here, BEN)
    async with here.bot.deps.read() as workspace:
        is_muted = (await get_person(workspace, BEN)).mutes_nudges

    await here.people.press(BEN, off, "Turn reminders on")

    assert is_muted
    assert "Reminders are off, and stay off." in off.words
    assert "Reminders are on" in (await home_of(here, BEN)).words


@pytest.mark.parametrize(
    ("button", "title"),
    [
        ("Write a note", "Write a note"),
        ("Give kudos", "Give kudos"),
        ("1:1s", "1:1 prompts"),
        ("Set up a 1:1", "1:1 prompts"),
        ("My growth", "My growth"),
        ("Summary", "Summary"),
        ("Write what I saw", "What I saw"),
        ("Who can read what", "Who can read what"),
        ("Open the settings", "Trellis settings"),
        ("What owners said", "What owners said"),
    ],
)
async def test_each_button_opens_what_it_says(led: World, button: str, title: str) -> None:
    """Nothing on Home is without effect."""
    home = await home_of(led, ANA)

    await led.people.press(ANA, home, button, block=first_with(home.blocks, button))

    opened = await led.people.view(ANA)
    assert opened is not None
    assert opened.title == title


def first_with(blocks: list[dict[str, object]], label: str) -> str:
    """The id of the first block that shows a text."""
    return next(str(block["block_id"]) for block in blocks if f"'{label}'" in str(block))


async def test_only_leads_see_the_settings(led: World) -> None:
    """Home shows People leads how many Trellis is on for, and nobody else."""
    assert "For People leads" in (await home_of(led, ANA)).words
    assert "For People leads" not in (await home_of(led, BEN)).words


async def test_the_first_admin_is_led_to_the_settings(here: World) -> None:
    """While nobody looks after Trellis, a workspace admin's next step is to do so."""
    assert "Open the settings" in (await home_of(here, ANA)).buttons
    assert "Open the settings" not in (await home_of(here, BEN)).buttons


async def test_home_outside_the_rollout_says_so(sqlite_address: str) -> None:
    """For whom Trellis is off, Home works, says that nothing comes unasked, and offers no switch."""
    async with world(sqlite_address, rolled_out=False) as here:
        home = await home_of(here, BEN)

    assert "not switched on for your team" in home.words
    assert "Turn reminders off" not in home.buttons


async def test_a_pair_waits_then_stands_with_its_next_date(here: World) -> None:
    """Who is asked for a 1:1 sees it waiting; once agreed, when it is next and what to talk about."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    await here.people.submit(ANA, {"On which day?": "Wednesday", "At what time?": "14:30"})
    asked = await home_of(here, BEN)
    await here.people.press(BEN, asked, "Answer")
    await here.people.press(BEN, None, "Yes, that works")

    agreed = await home_of(here, BEN)
    await here.people.press(BEN, agreed, "Open")

    opened = await here.people.view(BEN)
    assert "ana would like 1:1 prompts with you." in asked.words
    assert "ana: Wednesday 14:30" in agreed.words
    assert "Nothing waits for you." in agreed.words
    assert opened is not None


async def test_a_joint_summary_can_be_answered_from_home(led: World) -> None:
    """Who was summarised sees it on Home with the way to answer, until they answered or two weeks passed."""
    await led.people.command(ANA, "/growth summary @ben")
    home = await home_of(led, BEN)

    await led.people.press(BEN, home, "Look")

    opened = await led.people.view(BEN)
    led.clock.move(days=15)
    assert "ana read the same summary of your growth as you" in home.words
    assert opened is not None
    assert "ana has the same summary" not in (await home_of(led, BEN)).words


async def test_a_framework_waits_for_its_owner(led: World) -> None:
    """The quarterly look stands on the owner's Home until it is done."""
    led.clock.moment = led.clock.moment.replace(month=7, day=6, hour=11)
    await nudge_owners(led.bot.deps)
    home = await home_of(led, ANA)

    await led.people.press(ANA, home, "Look", block=first_with(home.blocks, "Look"))

    opened = await led.people.view(ANA)
    assert "The quarterly look at Engineering: what to keep, reword or retire." in home.words
    assert opened is not None
    assert opened.callback_id == "review_form"


async def test_the_next_five_meetings_stand_on_home(here: World) -> None:
    """Home holds the next five 1:1s in order of date, each with its state, and leads to all of them."""
    others = [f"U0MORE{number}" for number in range(4)]
    for number, other in enumerate(others):
        await here.people.add_user(Person(id=other, name=f"more{number}"))
    for weekday, other in enumerate((BEN, CLEO, DEV, *others)):
        await agreed(here, ANA, other, weekday=weekday, at=time(12))
    await done_by(here, BEN, MeetingAct.PAUSE, until=date(2026, 7, 6))

    home = await home_of(here, ANA)
    await here.people.press(ANA, home, "All my 1:1s")
    listed = await here.people.view(ANA)

    names = [line.partition(":")[0] for line in home.words.split("\n") if " 12:00" in line]
    assert names == ["cleo", "dev", "more0", "more1", "more2"]
    assert "And 2 others after that." in home.words
    assert listed is not None
    assert "Paused until Monday 6 July." in listed.words
