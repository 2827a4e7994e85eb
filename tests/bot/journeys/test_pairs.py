"""Setting up, changing and ending 1:1 prompts, through Slack's protocol."""

from collections.abc import AsyncIterator
from datetime import time

import pytest

from bot.usecases.management import end_tie
from bot.usecases.viewers import viewer_of
from playground.seen import View
from storage.choices import Cadence, Consent, PairKind, PairState
from storage.management import managers_of
from tests.bot.journeys.meetings import WEDNESDAY, agreed, ask_by_form, asked, changing, found, stored
from tests.bot.journeys.ties import managed, person
from tests.world import ANA, BEN, CLEO, World, world

YES, NO = "Yes, that works", "No, thanks"


@pytest.fixture
async def small(sqlite_address: str) -> AsyncIterator[World]:
    """A world in which Trellis is on for nobody."""
    async with world(sqlite_address, rolled_out=False) as made:
        yield made


async def test_nothing_is_planned_before_the_other_side_agrees(here: World) -> None:
    """A question is not a pair: it waits, and plans no prompts."""
    await ask_by_form(here)

    pair = await found(here)
    assert pair is not None
    assert (pair.state, pair.next_run_at) == (PairState.ASKED, None)


async def test_both_sides_agree(here: World) -> None:
    """Once the other side says yes, the pair is active, the asker is told and the question is gone."""
    await ask_by_form(
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
    await ask_by_form(here)

    await here.people.press(BEN, (await here.people.dms(BEN))[-1], NO)
    await here.deliver()

    assert await found(here) is None
    assert "would rather not" in (await here.people.dms(ANA))[-1].words


async def test_manager_is_offered_where_it_is_confirmed(here: World) -> None:
    """Anybody may be peers, or mentor and mentee; a manager and a report may say that, and that is first."""
    await managed(here, report=BEN, by=ANA)

    await here.people.command(ANA, "/growth 1on1 @ben")
    form = await here.people.view(ANA)
    await here.people.choose(ANA, "With whom?", CLEO)
    other_form = await here.people.view(ANA)

    assert form is not None
    assert other_form is not None
    assert kinds_in(form) == ["Manager and report", "Peers", "Mentor and mentee"]
    assert kinds_in(other_form) == ["Peers", "Mentor and mentee"]


def kinds_in(form: View) -> list[str]:
    """What the form offers to be to each other."""
    (field,) = [one for one in form.fields if one.action_id == "pair_kind"]
    return [option["text"]["text"] for option in field.element["options"]]


async def test_a_mentor_and_a_mentee_pair_as_such(here: World) -> None:
    """Two may meet as mentor and mentee: the list says so, and neither reads more of the other for it."""
    await ask_by_form(here, **{"What are you to each other?": "Mentor and mentee"})
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], YES)

    await here.people.command(BEN, "/growth 1on1")
    pair, listed = await found(here), await here.people.view(BEN)
    async with here.bot.deps.read() as workspace:
        viewer = await viewer_of(workspace, ANA)
    assert pair is not None
    assert listed is not None
    assert pair.kind is PairKind.MENTOR
    assert "ana, mentor and mentee: every Tuesday at 10:00, UTC." in listed.words
    assert viewer.reports == frozenset()


async def test_a_manager_and_a_report_pair_as_such(here: World) -> None:
    """Where the tie is confirmed, the pair is that of a manager and a report, unless they say peers."""
    await managed(here, report=BEN, by=ANA)

    await ask_by_form(here)

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
    assert "Who can read what: nothing changes." in form.words


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

    await changing(here, BEN, "ana")
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

    await changing(here, ANA, "ben")
    done = await here.people.submit(ANA)
    await here.deliver()

    assert done.view is not None
    assert "stays as it was" in done.view.words
    assert await here.people.dms(BEN) == before


async def test_who_is_asked_may_propose_another_time(here: World) -> None:
    """The asked side's own rhythm turns the question round, and the first question is out of date."""
    await ask_by_form(here)
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
    await ask_by_form(here)

    await here.people.command(BEN, "/growth 1on1 @ana")
    await here.people.submit(BEN)

    pair = await found(here)
    assert pair is not None
    assert pair.state is PairState.ACTIVE


async def test_two_who_change_at_once_see_each_other(here: World) -> None:
    """A form over a pair that changed meanwhile says so, keeps what was typed, and takes it after that."""
    await agreed(here)
    await changing(here, ANA, "ben")
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
    await changing(here, ANA, "ben")
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
    assert "Next: Wednesday 14:00." in shown.words
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
    await ask_by_form(small)

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
