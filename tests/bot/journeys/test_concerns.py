"""One thing that its receiver shows to a People lead, through Slack's protocol."""

from bot.words import concerns as words
from playground.seen import Message
from tests.bot.journeys.feedback_forms import feedback_read
from tests.bot.journeys.forms import SAID
from tests.bot.journeys.homes import leading
from tests.bot.journeys.kept import open_evidence, shown
from tests.bot.journeys.observed import SEEN, observed
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, World


async def raised(here: World) -> None:
    """Ben shows feedback of Ana's to Cleo, who is a People lead."""
    await leading(here, CLEO)
    await feedback_read(here)
    await here.people.press(BEN, None, words.SHOW)
    done = await here.people.submit(BEN, {"lead": "cleo"})
    assert not done.errors
    await here.people.close(BEN, everything=True)
    await here.deliver()


async def told(here: World) -> Message:
    """The last message to Cleo."""
    return (await here.people.dms(CLEO))[-1]


async def privacy(here: World, who: str) -> str:
    """The page of who can read what."""
    await here.people.command(who, "/growth privacy")
    return (await shown(here, who)).words


async def test_a_lead_reads_exactly_the_one_thing(here: World) -> None:
    """The message names who shows it and holds no words; its button opens them, and who wrote them."""
    await raised(here)
    message = await told(here)
    await here.people.press(CLEO, message, words.OPEN)

    page = (await shown(here, CLEO)).words
    assert "ben shows you one thing" in message.words
    assert SAID not in str(message.blocks)
    assert "Feedback: from ana to ben" in page
    assert SAID in page


async def test_the_receipt_comes_first_and_who_wrote_it_is_told_nothing(here: World) -> None:
    """The form says who will read it and that Trellis tells its writer nothing, and so it is."""
    await leading(here, CLEO)
    await feedback_read(here)
    before = await here.people.dms(ANA)
    await here.people.press(BEN, None, words.SHOW)
    form = (await shown(here, BEN)).words
    await here.people.submit(BEN, {"lead": "cleo"})
    await here.deliver()
    await here.people.press(CLEO, await told(here), words.OPEN)
    await here.deliver()

    assert words.receipt("ana") in form
    assert await here.people.dms(ANA) == before


async def test_an_opening_stands_in_both_logs(here: World) -> None:
    """Who showed it sees that it was opened and when, as an opening and as an act of a People lead."""
    await raised(here)
    before = await privacy(here, BEN)
    await here.people.press(CLEO, await told(here), words.OPEN)

    after = await privacy(here, BEN)

    assert "Feedback, to cleo on 16 June 2026: not opened yet." in before
    assert "Feedback, to cleo on 16 June 2026: opened on 16 June 2026." in after
    assert "cleo opened one thing that you showed them: 16 June 2026." in after
    assert "cleo opened one thing that ben showed them." in after


async def test_it_is_taken_back_until_it_was_opened(here: World) -> None:
    """Taken back, it opens for nobody; once it was opened there is no way back."""
    await raised(here)
    await privacy(here, BEN)
    await here.people.press(BEN, None, words.TAKE_BACK)
    page = (await shown(here, BEN)).words
    refused = await here.people.press(CLEO, await told(here), words.OPEN)

    assert words.TAKEN_BACK in page
    assert "not yours to open" in (refused.view.words if refused.view else "")


async def test_once_opened_it_stays(here: World) -> None:
    """The page offers no way back any more, and an older page's press is refused."""
    await raised(here)
    await privacy(here, BEN)
    await here.people.press(CLEO, await told(here), words.OPEN)

    refused = await here.people.press(BEN, None, words.TAKE_BACK)
    again = await privacy(here, BEN)

    assert "opened already" in (refused.view.words if refused.view else "")
    assert "opened on" in again


async def test_a_lead_no_longer_reads_it(here: World) -> None:
    """It was shown to a People lead: who is none any more reads nothing of it."""
    await raised(here)
    async with here.bot.deps.write() as workspace:
        await workspace.session.exec_driver_sql("DELETE FROM role_grants")

    refused = await here.people.press(CLEO, await told(here), words.OPEN)

    assert "not yours to open" in (refused.view.words if refused.view else "")


async def test_who_wrote_it_is_no_lead_to_choose(here: World) -> None:
    """Where the only People lead wrote it, the form says so and is not shown."""
    await leading(here, ANA)
    await feedback_read(here)

    refused = await here.people.press(BEN, None, words.SHOW)

    assert "somebody beside you two" in (refused.view.words if refused.view else "")


async def test_an_observation_can_be_shown(here: World) -> None:
    """The report shows what their manager wrote down, and the lead reads that and no skill."""
    await leading(here, CLEO)
    await managed(here, BEN, by=ANA)
    piece = await observed(here, BEN, ANA)
    await open_evidence(here, BEN, piece.id)
    await here.people.press(BEN, None, words.SHOW)
    await here.people.submit(BEN, {"lead": "cleo"})
    await here.deliver()
    await here.people.press(CLEO, await told(here), words.OPEN)

    assert SEEN in (await shown(here, CLEO)).words
