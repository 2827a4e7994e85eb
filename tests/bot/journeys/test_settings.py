"""A person's own settings, through Slack's protocol: what is chosen holds for the next message."""

from datetime import UTC, datetime

import pytest

from bot.domain.messages import Kind
from bot.usecases.owing import owe, owed
from bot.usecases.preferences import switch_off
from bot.usecases.reviews import nudge_owners
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.workspaces import set_kudos_channel
from tests.bot.journeys.homes import home_of, leading
from tests.bot.journeys.meetings import agreed
from tests.bot.journeys.reminded import OWNED, looked_after, settings_of, titles_of
from tests.bot.journeys.ties import person
from tests.world import ANA, BEN, CLEO, KUDOS_CHANNEL, World

MONDAY = datetime(2026, 7, 6, 11, tzinfo=UTC)


@pytest.fixture
async def owned(here: World) -> World:
    """Ana looks after one framework; it is the quarter's first Monday, 11:00."""
    await looked_after(here, ANA, *OWNED[:1])
    here.clock.moment = MONDAY
    return here


async def nudged(here: World) -> int:
    """The tick, what it owes, and how many messages Ana got in all."""
    await nudge_owners(here.bot.deps)
    await here.deliver()
    return len(await here.people.dms(ANA))


async def test_settings_open_as_they_are_usual(here: World) -> None:
    """Who never chose sees the usual: each field says what it does, and who can read it."""
    opened = (await here.people.command(ANA, "/growth settings")).view

    assert opened is not None
    assert opened.title == "My settings"
    for said in (
        "Quiet from",
        "On which days do you work?",
        "Nothing until",
        "Who can read this: you alone.",
    ):
        assert said in opened.words


async def test_settings_are_reached_from_home(here: World) -> None:
    """Home has a button that opens them."""
    await here.people.press(ANA, await home_of(here, ANA), "My settings")

    opened = await here.people.view(ANA)
    assert opened is not None
    assert opened.title == "My settings"


async def test_quiet_hours_hold_for_the_next_message(owned: World) -> None:
    """What is due in somebody's own quiet hours comes when these end."""
    await settings_of(owned, ANA, {"Quiet from": "16:00", "Quiet until": "12:30"})
    at_eleven = await nudged(owned)
    owned.clock.move(hours=1, minutes=30)

    assert (at_eleven, await nudged(owned)) == (0, 1)


async def test_shorter_quiet_hours_let_through_what_waits(owned: World) -> None:
    """Settings decide anew on what waits already: nothing has to wait for hours that are quiet no more."""
    owned.clock.moment = MONDAY.replace(hour=19)
    at_night = await nudged(owned)

    await settings_of(owned, ANA, {"Quiet from": "21:00"})

    assert (at_night, await nudged(owned)) == (0, 1)


async def test_days_that_are_not_worked_are_quiet(owned: World) -> None:
    """Who does not work on Mondays hears on Tuesday."""
    await settings_of(owned, ANA, {"On which days do you work?": ["Tuesday", "Wednesday"]})
    monday = await nudged(owned)
    owned.clock.move(days=1)

    assert (monday, await nudged(owned)) == (0, 1)


async def test_days_off_are_quiet_and_can_be_taken_back(owned: World) -> None:
    """On leave nothing comes; the leave stands in the form, and goes when it is unticked."""
    leave = {"Add days off: the first day": "2026-07-06", "The last day": "2026-07-17"}
    await settings_of(owned, ANA, leave)
    on_leave = await nudged(owned)
    again = (await owned.people.command(ANA, "/growth settings")).view
    await owned.people.submit(ANA, {"Your days off": []})

    assert again is not None
    assert "6 July to 17 July 2026" in again.words
    assert (on_leave, await nudged(owned)) == (0, 1)


async def test_a_message_that_waits_for_the_end_of_leave_still_comes(owned: World) -> None:
    """A question asked on the first day of a long leave is not too old on the day after it."""
    leave = {"Add days off: the first day": "2026-07-06", "The last day": "2026-07-31"}
    await settings_of(owned, ANA, leave)
    await owned.people.command(CLEO, "/growth manager @ana")
    await owned.people.submit(CLEO, {"claim": "They are my manager"})
    await owned.deliver()
    on_leave = len(await owned.people.dms(ANA))
    owned.clock.moment = datetime(2026, 8, 3, 9, tzinfo=UTC)
    await owned.deliver()

    assert on_leave == 0
    assert "cleo" in (await owned.people.dms(ANA))[-1].words


async def test_snooze_holds_until_its_day(owned: World) -> None:
    """Nothing unasked comes before the day that was chosen; kudos come all the same."""
    await settings_of(owned, ANA, {"Nothing until": "2026-07-09"})
    snoozed = await nudged(owned)
    await owned.people.command(BEN, "/growth kudos @ana Mended the build")
    await owned.people.submit(BEN)
    await owned.deliver()
    thanked = len(await owned.people.dms(ANA))
    owned.clock.moment = datetime(2026, 7, 9, 9, tzinfo=UTC)

    assert (snoozed, thanked, await nudged(owned)) == (0, 1, 2)


async def test_a_kind_that_is_off_stays_off(owned: World) -> None:
    """What was unticked is not sent, this quarter or the next, until it is ticked again."""
    opened = await settings_of(owned, ANA, {"Which of these do you want?": titles_of(Kind.WELCOME)})
    this_quarter = await nudged(owned)
    owned.clock.moment = datetime(2026, 10, 5, 11, tzinfo=UTC)
    next_quarter = await nudged(owned)
    await settings_of(owned, ANA, {"Which of these do you want?": titles_of(Kind.FRAMEWORK_NUDGE)})
    owned.clock.moment = datetime(2027, 1, 4, 11, tzinfo=UTC)

    assert not opened.errors
    assert (this_quarter, next_quarter, await nudged(owned)) == (0, 0, 1)


async def test_all_reminders_can_be_off(owned: World) -> None:
    """One switch in the settings is the one on Home."""
    await settings_of(owned, ANA, {"all": "None at all"})

    assert await nudged(owned) == 0
    assert "Reminders are off, and stay off." in (await home_of(owned, ANA)).words


async def test_a_form_that_stood_open_turns_nothing_on(owned: World) -> None:
    """What was switched off while the form was open stays off when it is saved as it was opened."""
    await owned.people.command(ANA, "/growth settings")
    await switch_off(owned.bot.deps, await person(owned, ANA), Kind.FRAMEWORK_NUDGE)
    await owned.people.submit(ANA)

    assert await nudged(owned) == 0


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"Nothing until": "2026-06-16"}, "snooze"),
        ({"Nothing until": "2046-06-16"}, "snooze"),
        ({"Add days off: the first day": "2026-07-02", "The last day": "2026-07-01"}, "off_last"),
        ({"Add days off: the first day": "2026-06-01"}, "off_first"),
        ({"How should reminders come?": "In one message, once a day"}, "digest_at"),
        (
            {
                "How should reminders come?": "In one message, once a day",
                "At what time of day?": "19:00",
            },
            "digest_at",
        ),
    ],
)
async def test_what_cannot_be_is_told_at_its_field(
    here: World, answers: dict[str, object], field: str
) -> None:
    """A wrong answer is told where it stands, and the rest of the form keeps what was chosen."""
    done = await settings_of(here, ANA, {"Quiet from": "16:00", **answers})

    view = await here.people.view(ANA)
    assert list(done.errors) == [field]
    assert view is not None
    assert view.json["state"]["values"]["quiet_from"]["preferences_from"]["selected_time"] == "16:00"


async def test_who_is_not_announced_is_not_posted(here: World) -> None:
    """Kudos for them are quiet and never posted, and whoever gives them reads so before sending."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await settings_of(here, BEN, {"announce": ["Don’t announce me: kudos for me stay between two"]})
    await here.people.command(ANA, "/growth kudos @ben Untangled the rota")
    await here.people.choose(ANA, "reach", "Everyone")
    form = await here.people.view(ANA)
    await here.people.submit(ANA)
    await here.deliver()

    assert form is not None
    assert "ben prefers not to be announced: this stays between you two." in form.words
    assert "thanked you" in (await here.people.dms(BEN))[-1].words
    assert not await posted(here)


async def test_who_changes_their_mind_is_not_posted_either(here: World) -> None:
    """Kudos that wait to be posted are not, once their receiver does not want to be announced."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await here.people.command(ANA, "/growth kudos @ben Untangled the rota")
    await here.people.submit(ANA, {"reach": "Everyone"})
    await settings_of(here, BEN, {"announce": ["Don’t announce me: kudos for me stay between two"]})
    await here.deliver()

    assert not await posted(here)


async def test_prompts_for_a_day_off_are_missed(here: World) -> None:
    """A 1:1 on a day off brings no prompts to who is off, and it is kept why."""
    deps = here.bot.deps
    await settings_of(here, BEN, {"Add days off: the first day": "2026-06-18"})
    async with deps.write() as workspace:
        await owe(workspace, deps, owed(deps, Kind.PROMPT, BEN, "a1", occurrence="2026-06-18"))
    await here.deliver()

    async with deps.read() as workspace:
        (missed,) = await deliveries_in(workspace, [DeliveryState.MISSED], recipient=BEN)
    assert (missed.kind, missed.reason) == (Kind.PROMPT, "day_off")


async def test_prompts_can_be_ended_for_every_1_to_1(here: World) -> None:
    """Where prompts say why they come, one press ends them for this side, and the 1:1 stays."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    await here.people.press(ANA, (await here.people.dms(ANA))[-1], "Why these?")
    await here.people.press(ANA, None, "No prompts for any 1:1")
    said = await here.people.view(ANA)
    before = len(await here.people.dms(ANA)), len(await here.people.dms(BEN))
    here.clock.move(days=7)
    await here.tick()

    assert said is not None
    assert "“What to talk about in a 1:1” is off, and stays off." in said.words
    assert len(await here.people.dms(ANA)) == before[0]
    assert len(await here.people.dms(BEN)) == before[1] + 1


async def test_days_off_for_everybody_are_quiet_for_each(owned: World) -> None:
    """A People lead writes the company's days off; on these nothing unasked comes to anybody."""
    await leading(owned, CLEO)
    await owned.people.command(CLEO, "/growth admin")
    wrong = await owned.people.submit(CLEO, {"Days off for everybody": "Christmas"})
    await owned.people.submit(CLEO, {"Days off for everybody": "2026-07-06/2026-07-07"})
    monday = await nudged(owned)
    again = (await owned.people.command(CLEO, "/growth admin")).view
    owned.clock.move(days=2)

    assert list(wrong.errors) == ["holidays"]
    assert (monday, await nudged(owned)) == (0, 1)
    assert again is not None
    assert "set the days off for everybody" in again.words
    assert [one.element["initial_value"] for one in again.fields if one.block_id == "holidays"] == [
        "2026-07-06/2026-07-07"
    ]


async def posted(here: World) -> list[object]:
    """What stands in the channel of kudos."""
    sent = [one.request for one in await here.people.traffic("chat.postMessage")]
    return [one for one in sent if one["channel"] == KUDOS_CHANNEL]
