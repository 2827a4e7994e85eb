"""Who reads what a manager saw, where it waits, and what it counts for, through Slack's protocol."""

from datetime import date

import pytest

from playground.seen import View
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.evidence import openings_of
from storage.records import Opening
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import open_evidence, shown
from tests.bot.journeys.observed import SEEN, answered, observed, sent, tie
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, DEV, World

CHANGE = "Something to do differently"
DESIGN = "engineering/design"


@pytest.fixture
async def tied(here: World) -> World:
    """Ana manages Ben, who is an engineer."""
    await tie(here)
    return here


async def openings(here: World) -> tuple[Opening, ...]:
    """Who opened things of Ben's."""
    async with here.bot.deps.read() as workspace:
        return await openings_of(workspace, BEN, since=date(2026, 1, 1))


async def is_refused(here: World, who: str, evidence_id: str) -> bool:
    """Whether somebody is told that there is nothing for them."""
    await open_evidence(here, who, evidence_id)
    page = await shown(here, who)
    return "not here, or not yours" in page.words and SEEN not in page.words


async def test_the_author_is_told_of_the_answer_and_reads_it(tied: World) -> None:
    """One message without its words, and a button that opens both; the report can see who opened it."""
    await answered(tied, await observed(tied, BEN, ANA), "Dev took the notes")
    await tied.deliver()
    said = (await tied.people.dms(ANA))[-1]

    await tied.people.press(ANA, said, "Read the answer")

    page = await shown(tied, ANA)
    assert "ben answered what you wrote down." in said.words
    assert "Dev took the notes" not in str(said)
    assert "You wrote down something you saw ben do." in page.words
    assert "ben answered on 16 June 2026" in page.words
    assert {SEEN, "Dev took the notes"} <= set(page.words.split("\n"))
    assert [(one.reader_id, one.kind) for one in await openings(tied)] == [(ANA, "observation")]


async def test_an_observation_waits_at_home_until_it_is_read(tied: World) -> None:
    """Home says who wrote something down; reading it there is enough, and reading it is nobody's to see."""
    await observed(tied, BEN, ANA)
    home = await home_of(tied, BEN)

    await tied.people.press(BEN, home, "Read")
    await tied.deliver()

    page, after = await shown(tied, BEN), await tied.people.home(BEN)
    assert "ana wrote down something they saw you do." in home.words
    assert SEEN not in home.words
    assert SEEN in page.words
    assert after is not None
    assert "Nothing waits for you." in after.words
    assert "in the words of ana" in after.words
    assert await openings(tied) == ()


async def test_nobody_else_reads_it(tied: World) -> None:
    """A colleague, and the manager's own manager, are answered as if there were nothing."""
    await managed(tied, ANA, by=DEV)
    piece = await observed(tied, BEN, ANA)

    assert await is_refused(tied, CLEO, piece.id)
    assert await is_refused(tied, DEV, piece.id)
    assert await openings(tied) == ()


async def test_an_author_reads_their_own_words_for_good(tied: World) -> None:
    """Who manages the report no longer reads what they wrote and the answer, and not who else may."""
    piece = await observed(tied, BEN, ANA)
    await managed(tied, BEN, by=CLEO)
    await answered(tied, piece, "Dev took the notes")
    await open_evidence(tied, BEN, piece.id)
    await tied.people.press(BEN, None, "Share with cleo")

    await open_evidence(tied, ANA, piece.id)

    page = await shown(tied, ANA)
    assert {SEEN, "Dev took the notes"} <= set(page.words.split("\n"))
    assert "You no longer manage ben here." in page.words
    assert "cleo" not in page.words


async def test_a_later_manager_reads_it_if_the_report_shares(tied: World) -> None:
    """Not before, and with the answer beside it after; nobody can share it but the report."""
    piece = await observed(tied, BEN, ANA)
    await answered(tied, piece, "Dev took the notes")
    await managed(tied, BEN, by=CLEO)
    assert await is_refused(tied, CLEO, piece.id)
    await open_evidence(tied, BEN, piece.id)

    await tied.people.press(BEN, None, "Share with cleo")

    await open_evidence(tied, CLEO, piece.id)
    page, own = await shown(tied, CLEO), await shown(tied, BEN)
    assert {SEEN, "Dev took the notes"} <= set(page.words.split("\n"))
    assert "ana wrote down something they saw ben do." in page.words
    assert "Who can read this: ben, ana and you." in page.words
    assert "Who can read this: you, ana and cleo." in own.words


async def sources(here: World, who: str, said: str) -> View:
    """The page behind the line of a summary that says something."""
    summary = await shown(here, who)
    block = next(one for one in summary.blocks if said in str(one) and "accessory" in one)
    await here.people.press(who, summary, "summary_sources", block=str(block["block_id"]))
    return await shown(here, who)


async def test_it_counts_at_once_in_the_joint_summary(tied: World) -> None:
    """Both read it as its author's word, one against as not yet, with the answer beside it."""
    against = f"behaviour {DESIGN} parts-built-apart"
    piece = await observed(tied, BEN, ANA, is_favourable=False, skills=(DESIGN,), showed=(against,))
    await answered(tied, piece, "Dev took the notes")

    await tied.people.command(ANA, "/growth summary @ben")
    await tied.deliver()
    page = await sources(tied, ANA, "not yet, in ana’s words of 16 June 2026")
    await tied.people.press(BEN, (await tied.people.dms(BEN))[-1], "Open it")
    own = await sources(tied, BEN, "not yet, in ana’s words of 16 June 2026")

    for words in (page.words, own.words):
        assert {SEEN, "Dev took the notes"} <= set(words.split("\n"))
        assert f"16 June 2026, in the words of ana. {CHANGE}." in words
    assert "ben answered on 16 June 2026" in page.words
    assert "You answered on 16 June 2026" in own.words


async def test_it_counts_in_ones_own_summary(tied: World) -> None:
    """The report's own summary rests on it too, and reading it there is reading it."""
    await observed(tied, BEN, ANA, skills=(DESIGN,))

    await tied.people.command(BEN, "/growth summary")
    page = await sources(tied, BEN, "Technical design: 1 note")

    assert SEEN in page.words
    assert "Nothing waits for you." in (await home_of(tied, BEN)).words


async def test_a_later_managers_summary_is_made_without_it(tied: World) -> None:
    """What was not shared with the manager of now counts nowhere that they read."""
    await observed(tied, BEN, ANA, skills=(DESIGN,))
    await managed(tied, BEN, by=CLEO)

    await tied.people.command(CLEO, "/growth summary @ben")

    assert "Technical design: 1 note" not in (await shown(tied, CLEO)).words


async def test_an_opening_stands_on_the_page_of_who_can_read_what(tied: World) -> None:
    """Whoever else opens it is named to whom it is about."""
    piece = await observed(tied, BEN, ANA)
    await open_evidence(tied, ANA, piece.id)

    await tied.people.command(BEN, "/growth privacy")

    assert "ana opened what a manager wrote down about you: 16 June 2026." in (await shown(tied, BEN)).words


async def test_an_observation_of_unknown_fate_waits_at_home_alone(tied: World) -> None:
    """A message that may be lost is no second line: what it was about stands there already."""
    await tied.people.fault("chat.postMessage", "cut")
    await sent(tied)

    home = await home_of(tied, BEN)

    async with tied.bot.deps.read() as workspace:
        assert len(await deliveries_in(workspace, [DeliveryState.UNKNOWN])) == 1
    assert "Slack cannot tell us" not in home.words
    assert "ana wrote down something" in home.words


async def test_an_answer_of_unknown_fate_is_read_from_home(tied: World) -> None:
    """The author finds the answer at Home where its message may be lost, and opening it settles that."""
    piece = await observed(tied, BEN, ANA)
    await tied.deliver()
    await tied.people.fault("chat.postMessage", "cut")
    await answered(tied, piece, "Dev took the notes")
    await tied.deliver()
    home = await home_of(tied, ANA)

    await tied.people.press(ANA, home, "Look")
    await tied.deliver()

    after = await tied.people.home(ANA)
    assert "an answer to what you wrote down" in home.words
    assert "Dev took the notes" in (await shown(tied, ANA)).words
    assert after is not None
    assert "Nothing waits for you." in after.words


async def test_a_day_ahead_where_the_report_lives_counts_today(here: World) -> None:
    """A manager a day ahead writes of their today, and the report's summary of today has it."""
    await here.people.update_user(ANA, tz="Pacific/Auckland")
    await here.people.update_user(BEN, tz="Europe/Lisbon")
    await managed(here, BEN, by=ANA)
    here.clock.move(hours=4)

    piece = await observed(here, BEN, ANA, on=date(2026, 6, 17))

    assert piece.happened_on == date(2026, 6, 16)
