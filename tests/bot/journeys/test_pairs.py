"""Setting up, changing and ending 1:1 prompts, through Slack's protocol."""

from collections.abc import AsyncIterator
from datetime import time
from typing import Any

import pytest

from bot.usecases.management import end_tie
from storage.management import managers_of
from storage.records import Cadence, Consent, PairKind, PairState
from tests.bot.journeys.meetings import WEDNESDAY, agreed, asked, found, stored
from tests.bot.journeys.ties import managed, person
from tests.world import ANA, BEN, CLEO, DEV, STRANGER, World, world

YES, NO = "Yes, that works", "No, thanks"


@pytest.fixture
async def small(sqlite_address: str) -> AsyncIterator[World]:
    """A world in which Trellis is on for nobody."""
    async with world(sqlite_address, rolled_out=False) as made:
        yield made


async def ask(here: World, **answers: Any) -> None:
    """Ana asks Ben by the form."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    done = await here.people.submit(ANA, answers)
    assert not done.errors
    await here.deliver()


async def test_nothing_is_planned_before_the_other_side_agrees(here: World) -> None:
    """A question is not a pair: it waits, and plans no prompts."""
    await ask(here)

    pair = await found(here)
    assert pair is not None
    assert (pair.state, pair.next_run_at) == (PairState.ASKED, None)


async def test_both_sides_agree(here: World) -> None:
    """Once the other side says yes, the pair is active, the asker is told and the question is gone."""
    await ask(
        here, **{"How often?": "Every two weeks", "On which day?": "Wednesday", "At what time?": "14:30"}
    )

    question = (await here.people.dms(BEN))[-1]
    assert "every second Wednesday at 14:30, UTC, first on Wednesday 17 June" in question.words
    await here.people.press(BEN, question, YES)
    await here.deliver()

    pair = await found(here)
    assert pair is not None
    assert (pair.state, pair.cadence, pair.kind) == (PairState.ACTIVE, Cadence.BIWEEKLY, PairKind.PEER)
    assert "You and ana get prompts" in (await here.people.dms(BEN))[-1].words
    assert "ben said yes" in (await here.people.dms(ANA))[-1].words


async def test_a_no_ends_it(here: World) -> None:
    """Who says no is in no pair, and the asker is told plainly."""
    await ask(here)

    await here.people.press(BEN, (await here.people.dms(BEN))[-1], NO)
    await here.deliver()

    assert await found(here) is None
    assert "would rather not" in (await here.people.dms(ANA))[-1].words


async def test_a_second_press_is_harmless(here: World) -> None:
    """Answering twice changes nothing, is told so, and the asker hears once."""
    await ask(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], YES)
    pressed = (await here.people.traffic("block_actions"))[-1]

    await here.people.send(pressed)
    await here.deliver()

    view = await here.people.view(BEN)
    assert view is not None
    assert "done already" in view.words
    assert [message.words for message in await here.people.dms(ANA)] == [
        "ben said yes to 1:1 prompts: every Tuesday at 10:00, UTC. First on Tuesday 23 June."
    ]


@pytest.mark.parametrize("thief", [ANA, CLEO])
async def test_only_the_side_that_was_asked_answers(here: World, thief: str) -> None:
    """A press in the name of the asker, or of a stranger to the pair, changes nothing."""
    await ask(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Yes, that works")
    pressed = (await here.people.traffic("block_actions"))[-1]
    other = await asked(here, ANA, DEV)
    value = f'{{"pair":"{other.id}","version":1}}'
    stolen = {"actions": [{**pressed.request["actions"][0], "value": value}]}

    await here.people.send(pressed, user={**pressed.request["user"], "id": thief}, **stolen)

    pair = await found(here, ANA, DEV)
    assert pair is not None
    assert pair.state is PairState.ASKED


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("@guest", "guest is a guest"),
        ("@robot", "robot is a bot"),
        ("@gone", "no longer in this workspace"),
        ("@ana", "Choose somebody else"),
    ],
)
async def test_nobody_pairs_with_who_cannot(here: World, other: str, said: str) -> None:
    """Guests, bots, leavers and oneself are refused beside the person."""
    await here.people.command(ANA, f"/growth 1on1 {other}")

    done = await here.people.submit(ANA)

    assert said in done.errors["other"]
    assert done.view is not None


@pytest.mark.parametrize(
    ("block", "answer", "field"),
    [
        ("time", {"type": "timepicker", "selected_time": None}, "time"),
        ("time", {"type": "timepicker", "selected_time": "25:99"}, "time"),
        ("weekday", {"type": "static_select", "selected_option": {"value": "9"}}, "weekday"),
        ("cadence", {"type": "static_select", "selected_option": {"value": "hourly"}}, "cadence"),
        ("zone", {"type": "static_select", "selected_option": {"value": "Mars/Olympus"}}, "zone"),
        ("kind", {"type": "radio_buttons", "selected_option": {"value": "manager"}}, "kind"),
        ("kind", {"type": "radio_buttons", "selected_option": {"value": "mentor"}}, "kind"),
        ("other", {"type": "users_select", "selected_user": STRANGER}, "other"),
        ("other", {"type": "users_select", "selected_user": "U0NOBODY"}, "other"),
    ],
)
async def test_values_changed_on_the_way_back_are_refused(
    here: World, block: str, answer: dict[str, Any], field: str
) -> None:
    """What the form did not offer is refused at its field, and nothing is asked."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    await here.people.submit(ANA, {"With whom?": CLEO})
    sent = (await here.people.traffic("view_submission"))[-1]
    dev = {"pair_other": {"type": "users_select", "selected_user": DEV}}
    values = {**sent.request["view"]["state"]["values"], "other": dev, block: {"x": answer}}
    view = {**sent.request["view"], "state": {"values": values}, "private_metadata": '{"draft":"d2"}'}
    view["blocks"] = [*view["blocks"], {"type": "input", "block_id": block}]

    done = await here.people.send(sent, view=view)

    assert field in done.body["errors"]
    assert await found(here, ANA, DEV) is None


async def test_a_double_submit_asks_once(here: World) -> None:
    """The same form sent twice makes one question."""
    await ask(here)

    await here.people.send((await here.people.traffic("view_submission"))[-1])
    await here.deliver()

    assert len(await here.people.dms(BEN)) == 1


async def test_manager_is_offered_where_it_is_confirmed(here: World) -> None:
    """Two who do not manage each other are peers without a choice; a manager and a report may choose."""
    await managed(here, report=BEN, by=ANA)

    await here.people.command(ANA, "/growth 1on1 @ben")
    form = await here.people.view(ANA)
    await here.people.choose(ANA, "With whom?", CLEO)
    other_form = await here.people.view(ANA)

    assert form is not None
    assert other_form is not None
    assert "What are you to each other?" in form.labels
    assert "What are you to each other?" not in other_form.labels


async def test_a_manager_and_a_report_pair_as_such(here: World) -> None:
    """Where the tie is confirmed, the pair is that of a manager and a report, unless they say peers."""
    await managed(here, report=BEN, by=ANA)

    await ask(here)

    pair = await found(here)
    assert pair is not None
    assert pair.kind is PairKind.MANAGER


async def test_the_pair_of_a_manager_ends_with_the_tie(here: World) -> None:
    """When nobody manages nobody any more, their 1:1 prompts end; those of peers go on."""
    await managed(here, report=BEN, by=ANA)
    await agreed(here, kind=PairKind.MANAGER)
    await agreed(here, CLEO, BEN)
    async with here.bot.deps.read() as workspace:
        tie = (await managers_of(workspace, BEN, Consent.CONFIRMED))[0]

    await end_tie(here.bot.deps, await person(here, BEN), tie.id)

    assert await found(here) is None
    assert await found(here, CLEO, BEN) is not None


async def test_the_form_says_what_will_happen(here: World) -> None:
    """The rhythm and its first date stand in words under the form, and follow each choice."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    await here.people.choose(ANA, "On which day?", "Thursday")

    await here.people.choose(ANA, "How often?", "Once a month")

    form = await here.people.view(ANA)
    assert form is not None
    assert "The third Thursday of every month at 10:00, UTC. First on Thursday 18 June." in form.words
    assert "Neither of you can read anything more of the other’s" in form.words


async def test_choosing_a_partner_shows_their_rhythm(here: World) -> None:
    """A person with whom there is a pair brings its rhythm into the form, to be changed."""
    await agreed(here, cadence=Cadence.MONTHLY, weekday=WEDNESDAY, at=time(15, 30))
    await here.people.command(ANA, "/growth 1on1 @cleo")

    await here.people.choose(ANA, "With whom?", BEN)

    form = await here.people.view(ANA)
    assert form is not None
    assert "The third Wednesday of every month at 15:30, UTC. Next on" in form.words
    assert form.json["submit"]["text"] == "Save"


async def test_a_change_takes_effect_and_the_other_is_told(here: World) -> None:
    """Either side moves a pair at once; the other side hears of it and may change or end it."""
    await agreed(here)

    await here.people.command(BEN, "/growth 1on1 @ana")
    done = await here.people.submit(BEN, {"On which day?": "Friday", "At what time?": "09:30"})
    await here.deliver()

    pair = await found(here)
    told = (await here.people.dms(ANA))[-1]
    assert pair is not None
    assert done.view is not None
    assert "now every Friday at 09:30" in done.view.words
    assert (pair.state, pair.local_time, str(pair.next_on)) == (PairState.ACTIVE, time(9, 30), "2026-06-19")
    assert "ben changed your 1:1: now every Friday at 09:30, UTC, next on Friday 19 June" in told.words
    assert told.buttons == ["Change", "End"]


async def test_a_submission_without_a_change_tells_nobody(here: World) -> None:
    """Saving what is there already says so, and the other side hears nothing."""
    await agreed(here)
    before = await here.people.dms(BEN)

    await here.people.command(ANA, "/growth 1on1 @ben")
    done = await here.people.submit(ANA)
    await here.deliver()

    assert done.view is not None
    assert "stays as it was" in done.view.words
    assert await here.people.dms(BEN) == before


async def test_who_is_asked_may_propose_another_time(here: World) -> None:
    """The asked side's own rhythm turns the question round, and the first question is out of date."""
    await ask(here)
    question = (await here.people.dms(BEN))[-1]
    await here.people.command(BEN, "/growth 1on1 @ana")
    await here.people.submit(BEN, {"At what time?": "16:00"})
    await here.deliver()

    await here.people.press(BEN, question, YES)
    await here.people.press(ANA, (await here.people.dms(ANA))[-1], YES)

    pair = await found(here)
    refused = await here.people.view(BEN)
    assert pair is not None
    assert refused is not None
    assert (pair.state, pair.local_time) == (PairState.ACTIVE, time(16))
    assert "changed since you saw it" in refused.words


async def test_proposing_the_same_is_a_yes(here: World) -> None:
    """Who is asked and sends the very rhythm back has agreed to it."""
    await ask(here)

    await here.people.command(BEN, "/growth 1on1 @ana")
    await here.people.submit(BEN)

    pair = await found(here)
    assert pair is not None
    assert pair.state is PairState.ACTIVE


async def test_two_who_change_at_once_see_each_other(here: World) -> None:
    """A form over a pair that changed meanwhile says so, keeps what was typed, and takes it after that."""
    await agreed(here)
    await here.people.command(ANA, "/growth 1on1 @ben")
    await here.people.choose(ANA, "At what time?", "11:15")
    await asked(here, BEN, ANA, at=time(9))

    back = await here.people.submit(ANA)
    await here.people.submit(ANA)

    pair = await found(here)
    assert back.view is not None
    assert pair is not None
    assert "changed meanwhile: now every Wednesday at 09:00" in back.view.words
    assert pair.local_time == time(11, 15)


async def test_a_choice_over_a_changed_pair_is_kept(here: World) -> None:
    """A choice made after somebody else changed the pair stays, and the form says what it is now."""
    await agreed(here)
    await here.people.command(ANA, "/growth 1on1 @ben")
    await asked(here, BEN, ANA, at=time(9))

    await here.people.choose(ANA, "At what time?", "11:15")

    form = await here.people.view(ANA)
    assert form is not None
    assert "changed meanwhile: now every Wednesday at 09:00" in form.words
    assert "Every Wednesday at 11:15" in form.words


async def test_either_side_ends_it_at_once(here: World) -> None:
    """One press in the list ends a pair, and a second press is harmless."""
    pair = await agreed(here)
    await here.people.command(BEN, "/growth 1on1")

    await here.people.press(BEN, None, "End")
    pressed = (await here.people.traffic("block_actions"))[-1]
    shown = await here.people.view(BEN)
    await here.people.send(pressed)

    assert shown is not None
    assert "No more prompts for your 1:1 with ana" in shown.words
    assert (await stored(here, pair.id)).state is PairState.ENDED


async def test_the_asker_takes_a_question_back(here: World) -> None:
    """A question that is taken back before it is sent is never asked."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    await here.people.submit(ANA)
    await here.people.close(ANA, everything=True)

    await here.people.command(ANA, "/growth 1on1")
    await here.people.press(ANA, None, "Take it back")
    await here.deliver()

    assert await found(here) is None
    assert not await here.people.dms(BEN)


@pytest.mark.parametrize("button", ["End", "Change", "What to talk about"])
async def test_another_pair_is_out_of_reach(here: World, button: str) -> None:
    """A button that comes back with the id of other people's pair is refused as if there were none."""
    await agreed(here, ANA, BEN)
    theirs = await agreed(here, CLEO, DEV)
    await here.people.command(ANA, "/growth 1on1")
    await here.people.press(ANA, None, button)
    pressed = (await here.people.traffic("block_actions"))[-1]
    forged = {**pressed.request["actions"][0], "value": f'{{"pair":"{theirs.id}"}}'}

    await here.people.send(pressed, actions=[forged])

    shown = (await here.people.screen(ANA)).words
    assert "cleo" not in shown
    assert "dev" not in shown
    assert (await stored(here, theirs.id)).state is PairState.ACTIVE


async def test_the_list_holds_questions_and_dates(here: World) -> None:
    """Without a person, the word lists one's pairs with their next dates, and what waits, to answer there."""
    await agreed(here)
    await asked(here, CLEO, ANA)

    await here.people.command(ANA, "/growth 1on1")
    shown = await here.people.view(ANA)
    await here.people.press(ANA, None, YES)

    pair = await found(here, CLEO, ANA)
    assert shown is not None
    assert pair is not None
    assert "ben: every Wednesday at 14:00, UTC." in shown.words
    assert "Next: Wednesday 17 June, 14:00." in shown.words
    assert "cleo would like 1:1 prompts with you" in shown.words
    assert pair.state is PairState.ACTIVE


async def test_who_leaves_has_no_pairs(here: World) -> None:
    """A person whom Slack deactivates is in no pair any more, asked or active."""
    await agreed(here)
    await asked(here, CLEO, BEN)

    await here.people.deactivate(BEN)

    assert await found(here) is None
    assert await found(here, CLEO, BEN) is None


async def test_outside_the_rollout_the_question_explains_itself(small: World) -> None:
    """A person for whom Trellis is off gets the one question with what Trellis is, and may say yes."""
    await ask(small)

    question = (await small.people.dms(BEN))[-1]
    await small.people.press(BEN, question, YES)

    pair = await found(small)
    assert "not switched on for you" in question.words
    assert pair is not None
    assert pair.state is PairState.ACTIVE


async def test_an_unsent_question_that_changed_goes_once(here: World) -> None:
    """Two changes before the other side could be asked make one question, with the newest rhythm."""
    here.clock.move(hours=10)
    await asked(here, at=time(9))
    await asked(here, at=time(11))

    here.clock.move(hours=14)
    await here.deliver()

    assert [message.words.partition(",")[0] for message in await here.people.dms(BEN)] == [
        "ana would like 1:1 prompts with you: every Wednesday at 11:00"
    ]
