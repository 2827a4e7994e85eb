"""Setting up, changing and ending 1:1 prompts, through Slack's protocol."""

from storage.records import Cadence, PairKind, PairState
from tests.bot.journeys.meetings import found
from tests.world import ANA, BEN, CLEO, World


async def ask(here: World, **answers: object) -> None:
    """Ana asks Ben for a 1:1 by the form."""
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
    await ask(here, **{"How often?": "Every two weeks", "On which day?": "Wednesday", "At what time?": "14:30"})

    question = (await here.people.dms(BEN))[-1]
    assert "every second Wednesday at 14:30, UTC, first on Wednesday 17 June" in question.words
    await here.people.press(BEN, question, "Yes, that works")
    await here.deliver()

    pair = await found(here)
    assert pair is not None
    assert (pair.state, pair.cadence, pair.kind) == (PairState.ACTIVE, Cadence.BIWEEKLY, PairKind.PEER)
    assert "You and ana get prompts" in (await here.people.dms(BEN))[-1].words
    assert "ben said yes" in (await here.people.dms(ANA))[-1].words
