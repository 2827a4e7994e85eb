"""All 1:1s of a pair paused for a while, by either side; through Slack's protocol."""

from datetime import date

from bot.domain.meetings import MeetingAct
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import agreed, done_by, prompts_of
from tests.bot.journeys.moving import DAY, PAUSE, RESUME, UNTIL, known, opened, sent
from tests.world import ANA, BEN, World


async def test_a_pause_ends_by_itself(here: World) -> None:
    """While a pair is paused nothing comes; from its day on prompts come again without an act."""
    await agreed(here)

    done = await sent(here, PAUSE, **{UNTIL: "2026-07-01"})
    for _ in range(2):
        here.clock.move(hours=4)
        await here.tick()
        here.clock.move(days=6, hours=20)
    quiet = [*await prompts_of(here, ANA), *await prompts_of(here, BEN)]
    here.clock.move(hours=4)
    await here.tick()

    told = " ".join(one.words for one in await here.people.dms(BEN))
    assert done.view is not None
    assert "Paused until Wednesday 1 July. The next one is on Wednesday 1 July, 14:00." in done.view.words
    assert "ana paused your 1:1 until Wednesday 1 July." in told
    assert not quiet
    assert len(await prompts_of(here, ANA)) == len(await prompts_of(here, BEN)) == 1


async def test_a_pause_is_ended_early(here: World) -> None:
    """Either side ends a pause at once; the other is told when the next 1:1 is."""
    await agreed(here)
    await sent(here, PAUSE, **{UNTIL: "2026-09-01"})

    done = await sent(here, RESUME, BEN)
    here.clock.move(hours=4)
    await here.tick()

    told = " ".join(one.words for one in await here.people.dms(ANA))
    assert done.view is not None
    assert "The pause is over. The next one is on Wednesday 17 June, 14:00." in done.view.words
    assert "ben ended the pause of your 1:1." in told
    assert len(await prompts_of(here, ANA)) == 1


async def test_a_pause_under_an_open_form_is_seen(here: World) -> None:
    """Who moves a 1:1 that the other side paused meanwhile reads that first."""
    await agreed(here)
    await opened(here)
    await done_by(here, BEN, MeetingAct.PAUSE, until=date(2026, 7, 1))

    back = await here.people.submit(ANA)
    await here.people.choose(ANA, DAY, "2026-07-02")
    await here.people.submit(ANA)

    (meeting,) = await known(here)
    assert back.view is not None
    assert "ben paused your 1:1 until Wednesday 1 July." in back.view.words
    assert (meeting.on, meeting.moved_on) == (date(2026, 7, 1), date(2026, 7, 2))


async def test_a_choice_over_a_pause_says_so(here: World) -> None:
    """A choice in a form over 1:1s that were paused meanwhile says so too."""
    await agreed(here)
    await opened(here)
    await done_by(here, BEN, MeetingAct.PAUSE, until=date(2026, 7, 1))

    await here.people.choose(ANA, DAY, "2026-06-18")

    assert "ben paused your 1:1 until Wednesday 1 July." in (await shown(here, ANA)).words


async def test_a_pause_stands_in_the_list(here: World) -> None:
    """The list says until when a pair is paused."""
    await agreed(here)
    await sent(here, PAUSE, **{UNTIL: "2026-07-01"})

    await here.people.command(BEN, "/growth 1on1")

    assert "Paused until Wednesday 1 July. Next: Wednesday 1 July, 14:00." in (await shown(here, BEN)).words
