"""The first steps, through Slack's protocol: one message with one action after the other."""

import json
from datetime import UTC, datetime

from storage.people import rollout_members
from tests.bot.journeys.first_steps import SKIP, newest, take
from tests.bot.journeys.homes import home_of
from tests.world import ANA, BEN, CLEO, DEV, World, world

EVENING = datetime(2026, 6, 16, 21, 0, tzinfo=UTC)
SKIP_ALL = "Skip the first steps"


async def steps_of(here: World, who: str) -> list[str]:
    """The steps that were sent to somebody by message, by their headings, done or not."""
    dm = {one.channel for one in await here.people.dms(who)}
    sent = [one.request for one in await here.people.traffic("chat.postMessage")]
    blocks = [block for one in sent if one["channel"] in dm for block in json.loads(one.get("blocks", "[]"))]
    return [block["text"]["text"] for block in blocks if block["type"] == "header"]


async def test_a_people_lead_is_led_from_nothing_to_a_first_team(empty: World) -> None:
    """Opening the settings, a framework, a team: each step is one message with one action."""
    await empty.people.command(ANA, "/growth admin")
    await empty.people.close(ANA)
    await empty.deliver()
    first = await newest(empty, ANA)
    await take(empty, ANA)
    chosen = await empty.people.submit(ANA, {"For which kind of work?": "Starter"})
    await empty.deliver()
    second = await newest(empty, ANA)
    await take(empty, ANA)
    switched = await empty.people.submit(ANA, {"For whom?": ["ben", "cleo"]})
    await empty.deliver()

    assert await steps_of(empty, ANA) == ["Choose a framework to begin with", "Invite one team"]
    assert first.buttons == ["Choose a framework", SKIP]
    assert second.buttons == ["Choose people", SKIP]
    assert chosen.view is not None
    assert "Starter is in force now." in chosen.view.words
    assert switched.view is not None
    assert "Trellis is on for 2 people now." in switched.view.words
    async with empty.bot.deps.read() as workspace:
        assert await rollout_members(workspace) == {BEN, CLEO}
    assert await steps_of(empty, BEN) == await steps_of(empty, CLEO) == ["Say who your manager is"]
    assert not await empty.people.dms(DEV)


async def test_the_owner_who_was_chosen_looks_after_the_framework(begun: World) -> None:
    """Who published it is named in the log, and the owner in the settings."""
    await begun.people.command(ANA, "/growth admin")

    settings = await begun.people.view(ANA)
    assert settings is not None
    assert "looked after by ana." in settings.words
    assert "ana published a framework" in settings.words


async def test_a_greeting_says_who_switched_it_on(begun: World) -> None:
    """The first message says who did it and what Trellis is good for; it offers one action, a way past,
    and why it came."""
    hello = await newest(begun, BEN)

    assert "ana switched Trellis on for you." in hello.words
    assert hello.buttons == ["Say who it is", SKIP, "Why am I seeing this?"]
    assert "Step 1 of 6." in hello.words
    assert hello.text == "ana switched Trellis on for you. Say who your manager is."


async def test_a_step_that_was_done_leaves_nothing_to_press(begun: World) -> None:
    """The message of a step that was done says so, and the next one stands below it."""
    await take(begun, BEN)
    await begun.people.submit(BEN, {"Who?": "cleo"})
    await begun.deliver()

    done, following = await begun.people.dms(BEN)
    assert "ana switched Trellis on for you." in done.words
    assert "Done: say who your manager is." in done.words
    assert done.buttons == []
    assert "Say where you are" in following.words


async def test_a_member_is_led_from_nothing_to_a_summary(begun: World) -> None:
    """Each act is answered by the next step, and the last by none."""
    await take(begun, BEN)
    await begun.people.submit(BEN, {"Who?": "cleo"})
    await begun.deliver()
    await begun.people.press(CLEO, await newest(begun, CLEO), "Yes, that’s right")
    await begun.deliver()
    await take(begun, BEN)
    await begun.people.submit(BEN, {"Which level fits best today?": "Engineer"})
    await begun.deliver()
    meeting = await newest(begun, BEN)
    await take(begun, BEN)
    await begun.people.submit(BEN)
    await begun.deliver()
    await take(begun, BEN)
    await begun.people.submit(BEN, {"Who are they for?": ["cleo"], "What did they do?": "Mended the build"})
    await begun.deliver()
    await take(begun, BEN)
    await begun.people.submit(BEN, {"What happened?": "Wrote the guide"})
    await begun.deliver()
    await take(begun, BEN)
    await begun.deliver()

    summary = await begun.people.view(BEN)
    assert await steps_of(begun, BEN) == [
        "Say who your manager is",
        "Say where you are",
        "Set up a 1:1 with cleo",
        "Thank a colleague",
        "Write your first note",
        "See your first summary",
    ]
    assert "cleo is asked whether that suits." in meeting.words
    assert summary is not None
    assert summary.title == "Summary"
    assert "Step" not in (await home_of(begun, BEN)).words


async def test_who_is_named_as_manager_goes_on_with_a_report(begun: World) -> None:
    """A manager's own yes leads to their next step: first their level, then a 1:1 with the report."""
    await take(begun, BEN)
    await begun.people.submit(BEN, {"Who?": "cleo"})
    await begun.deliver()
    await begun.people.press(CLEO, await newest(begun, CLEO), "Yes, that’s right")
    await begun.deliver()
    await begun.people.press(CLEO, await newest(begun, CLEO), SKIP)
    await begun.deliver()

    assert (await steps_of(begun, CLEO))[-1] == "Set up a 1:1 with ben"


async def test_a_step_can_be_skipped(begun: World) -> None:
    """In its message the outcome takes its place, and the next step follows."""
    hello = await newest(begun, BEN)

    await begun.people.press(BEN, hello, SKIP)
    await begun.deliver()

    skipped, following = (await begun.people.dms(BEN))[-2:]
    assert "ana switched Trellis on for you." in skipped.words
    assert "Skipped: say who your manager is." in skipped.words
    assert skipped.buttons == []
    assert "Say where you are" in following.words
    assert "Step 2 of 6." in following.words


async def test_a_step_skipped_twice_is_skipped_once(begun: World) -> None:
    """A second press upon an old message changes nothing more, and sends nothing more."""
    await begun.people.press(BEN, await newest(begun, BEN), SKIP)
    (pressed,) = await begun.people.traffic("block_actions", least=1, after=await last_number(begun, 1))
    await begun.people.send(pressed)
    await begun.deliver()

    assert await steps_of(begun, BEN) == ["Say who your manager is", "Say where you are"]


async def last_number(here: World, back: int) -> int:
    """The number of the entry so many before the end of the traffic."""
    return (await here.people.traffic())[-1].number - back - 1


async def test_home_offers_the_same_step(begun: World) -> None:
    """The way can be taken up on Home; a skip there shows the next there, and sends no message."""
    before = await home_of(begun, BEN)
    await begun.people.press(BEN, before, SKIP)
    await begun.deliver()

    after = await begun.people.home(BEN)
    assert "Say who your manager is" in before.words
    assert after is not None
    assert "Say where you are" in after.words
    assert len(await begun.people.dms(BEN)) == 1


async def test_what_others_ask_goes_before_a_step(begun: World) -> None:
    """On Home a colleague's question stands above one's own next step."""
    await begun.people.command(CLEO, "/growth manager @ben")
    await begun.people.submit(CLEO)

    words = (await home_of(begun, BEN)).words
    assert words.index("cleo asks you to confirm") < words.index("Say who your manager is")


async def test_all_steps_can_be_skipped(begun: World) -> None:
    """One press on Home, and no step is offered any more, there or by message."""
    await begun.people.press(BEN, await home_of(begun, BEN), SKIP_ALL)
    await begun.people.command(BEN, "/growth note Wrote the guide")
    await begun.people.submit(BEN)
    await begun.deliver()

    home = await home_of(begun, BEN)
    assert "Step" not in home.words
    assert "Say who it is" not in home.buttons
    assert len(await begun.people.dms(BEN)) == 1


async def test_help_names_the_next_step(begun: World) -> None:
    """Who asks for help can go on from there."""
    said = await begun.people.command(BEN, "/growth")

    assert "Your next step: say who your manager is." in said.text


async def test_a_step_that_is_done_meanwhile_is_not_sent(begun: World) -> None:
    """What somebody did by themselves before the message could go is not asked for."""
    await begun.people.press(BEN, await newest(begun, BEN), SKIP)
    await begun.people.command(BEN, "/growth me")
    await begun.people.press(BEN, None, "Say where I am")
    await begun.people.submit(BEN, {"Which level fits best today?": "Engineer"})
    await begun.deliver()

    assert await steps_of(begun, BEN) == ["Say who your manager is", "Set up a 1:1"]


async def test_greetings_wait_for_working_hours(sqlite_address: str) -> None:
    """Who is switched on in the evening hears of it in the morning; the lead's own steps come at once."""
    async with world(sqlite_address, published=False, rolled_out=False, start=EVENING) as here:
        await here.people.command(ANA, "/growth admin")
        await here.people.close(ANA)
        await here.deliver()
        await here.people.press(ANA, await newest(here, ANA), SKIP)
        await here.deliver()
        await take(here, ANA)
        await here.people.submit(ANA, {"For whom?": ["ana", "ben"]})
        await here.deliver()
        at_night = await here.people.dms(BEN)
        own = await steps_of(here, ANA)
        here.clock.move(hours=12)
        await here.deliver()

        assert at_night == []
        assert own[-1] == "Say who your manager is"
        assert await steps_of(here, BEN) == ["Say who your manager is"]


async def test_who_turned_reminders_off_is_not_led_on(begun: World) -> None:
    """The off switch holds: an act is answered by no further step."""
    await begun.people.press(BEN, await home_of(begun, BEN), "Turn reminders off")
    await begun.people.command(BEN, "/growth manager @cleo")
    await begun.people.submit(BEN)
    await begun.deliver()

    assert await steps_of(begun, BEN) == ["Say who your manager is"]


async def test_who_was_never_greeted_is_not_led_on(begun: World) -> None:
    """Who uses Trellis outside the rollout gets no step by message, and finds it on Home."""
    await begun.people.command(DEV, "/growth note Wrote the guide")
    await begun.people.submit(DEV)
    await begun.deliver()

    assert await begun.people.dms(DEV) == []
    assert "Say who your manager is" in (await home_of(begun, DEV)).words


async def test_a_lead_whom_the_operator_named_is_greeted(sqlite_address: str) -> None:
    """Whoever runs Trellis names a lead, who is told so and what to do first."""
    async with world(sqlite_address, published=False, rolled_out=False, TRELLIS_PEOPLE_LEADS=BEN) as here:
        await here.deliver()

        hello = await newest(here, BEN)
    assert "Whoever runs Trellis here named you People lead" in hello.words
    assert hello.buttons == ["Choose a framework", SKIP]


async def test_a_lead_whom_another_named_is_greeted_while_something_is_to_be_set_up(empty: World) -> None:
    """The second People lead learns of it where there is something to do, and not where there is nothing."""
    await empty.people.command(ANA, "/growth admin")
    await empty.people.submit(ANA, {"Add a People lead": "ben"})
    await empty.deliver()
    await empty.people.press(BEN, await newest(empty, BEN), "Choose a framework")
    await empty.people.submit(BEN, {"For which kind of work?": "Starter"})
    await empty.people.command(ANA, "/growth admin")
    await empty.people.submit(ANA, {"Switch it on for": "dev"})
    await empty.people.command(ANA, "/growth admin")
    await empty.people.submit(ANA, {"Add a People lead": "cleo"})
    await empty.deliver()

    assert "ana made you a People lead" in (await empty.people.dms(BEN))[0].words
    assert await empty.people.dms(CLEO) == []


async def test_setting_up_is_for_people_leads(empty: World) -> None:
    """Whoever lost the role meanwhile opens nothing with their old messages, and reads whom to ask."""
    await empty.people.command(ANA, "/growth admin")
    await empty.people.submit(ANA, {"Add a People lead": "ben"})
    await empty.deliver()
    await empty.people.press(ANA, await newest(empty, ANA), SKIP)
    await empty.deliver()
    to_a_team = await newest(empty, ANA)
    await empty.people.command(BEN, "/growth admin")
    await empty.people.submit(BEN, {"Take the role back from": "ana"})

    await empty.people.press(ANA, to_a_team, "Choose people")

    shown = await empty.people.view(ANA)
    assert shown is not None
    assert "This page is for People leads. Ask ben." in shown.words
