"""Summaries through Slack's protocol."""

from datetime import date

from bot.usecases.viewers import manager_of
from storage.choices import EvidenceSource, Reading
from storage.evidence import add_evidence, openings_of
from storage.records import Evidence, FrozenReader, Mark, Witness
from tests.bot.journeys.checked import MISSING, NOT_YET, SEEN, mark_all
from tests.bot.journeys.observed import untied
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, KUDOS_CHANNEL, World

SECRET = "Wept in the lift"
SHARED = "Cut the release to one click"
TECHNICAL = Mark(framework="engineering", competency="engineering/design")


async def noted(here: World, owner: str, text: str, *, shared: bool, on: date = date(2026, 6, 1)) -> str:
    """A note of somebody, witnessed by Cleo."""
    deps = here.bot.deps
    async with deps.write() as workspace:
        manager_id = await manager_of(workspace, owner)
        readers = (
            (FrozenReader(person_id=manager_id, reading=Reading.MANAGER),) if shared and manager_id else ()
        )
        piece = Evidence(
            id=deps.ids(),
            owner_id=owner,
            author_id=owner,
            source=EvidenceSource.NOTE,
            kudos_id=None,
            text=text,
            link=None,
            happened_on=on,
            written_at=deps.today(),
            is_favourable=True,
            is_shared=shared,
            text_version=1,
            marks=(TECHNICAL,),
            witnesses=(Witness(person_id=CLEO, text_version=1, at=deps.today()),),
            readers=readers,
        )
        await add_evidence(workspace, piece)
    return piece.id


async def words_of(here: World, person: str) -> str:
    """The modal on top, as read."""
    view = await here.people.view(person)
    assert view is not None
    return view.words


async def test_an_empty_summary_says_what_would_fill_it(here: World) -> None:
    """Who has no notes reads what to do, and nothing against them."""
    await here.people.command(BEN, "/growth summary")

    assert "Nothing was noted" in await words_of(here, BEN)


async def test_ones_own_summary_rests_on_private_notes_and_tells_nobody(here: World) -> None:
    """The own summary includes private notes; no message goes out."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.deliver()
    before = len(await here.people.dms(ANA))
    await noted(here, BEN, SECRET, shared=False)

    await here.people.command(BEN, "/growth summary")
    await here.deliver()

    assert "Technical design: 1 note" in await words_of(here, BEN)
    assert len(await here.people.dms(ANA)) == before


async def test_a_joint_summary_rests_on_shared_notes_alone_and_both_have_it(here: World) -> None:
    """What a manager reads is made from shared notes, and the member gets the same at the same time."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await noted(here, BEN, SECRET, shared=False)
    await noted(here, BEN, SHARED, shared=True, on=date(2026, 6, 2))

    await here.people.command(ANA, "/growth summary @ben")
    await here.deliver()
    seen_by_manager = await words_of(here, ANA)
    message = (await here.people.dms(BEN))[-1]
    await here.people.press(BEN, message, "Open it")
    seen_by_member = await words_of(here, BEN)

    assert "Technical design: 1 note" in seen_by_manager
    assert "Technical design: 1 note" in seen_by_member
    assert "ana asked for a summary" in message.words


async def test_every_claim_opens_its_notes(here: World) -> None:
    """A line's button shows the words and who confirmed them; the member sees who opened them."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await noted(here, BEN, SHARED, shared=True)

    await here.people.command(ANA, "/growth summary @ben")
    await here.people.press(ANA, None, "summary_sources")

    assert SHARED in await words_of(here, ANA)
    assert "Confirmed by cleo." in await words_of(here, ANA)
    async with here.bot.deps.read() as workspace:
        opened = await openings_of(workspace, BEN, since=date(2026, 1, 1))
    assert {one.kind for one in opened} == {"summary", "note"}


async def test_nobody_but_the_manager_gets_a_joint_summary(here: World) -> None:
    """A colleague who asks reads that there is nothing for them."""
    await managed(here, BEN, by=ANA)

    said = await here.people.command(CLEO, "/growth summary @ben")

    assert "not yours" in str(said.json)
    assert await here.people.view(CLEO) is None


async def test_a_mention_answers_the_asker_alone(here: World) -> None:
    """In a channel only the asker sees an answer, and the summary comes by DM."""
    await managed(here, BEN, by=ANA)
    await here.people.mention(ANA, "summary @ben", KUDOS_CHANNEL)
    await here.deliver()

    seen = await here.people.messages(ANA, KUDOS_CHANNEL)
    others = await here.people.messages(CLEO, KUDOS_CHANNEL)

    assert any("sent it to you" in message.words for message in seen)
    assert not any("sent it to you" in message.words for message in others)
    assert "is ready" in (await here.people.dms(ANA))[-1].words


async def test_a_period_that_is_none_is_told(here: World) -> None:
    """A period that cannot be read is answered with those that can."""
    said = await here.people.command(BEN, "/growth summary lately")

    assert "2026-q3" in str(said.json)


async def test_the_members_reply_travels_with_the_summary(here: World) -> None:
    """What the member answers stands in the summary that the manager opens again."""
    await managed(here, BEN, by=ANA)
    await here.people.mention(ANA, "summary @ben", KUDOS_CHANNEL)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Open it")
    await here.people.press(BEN, None, "Reply")

    done = await here.people.submit(BEN, {"What would you like to add or correct?": "The rota was mine too"})
    await here.people.press(ANA, (await here.people.dms(ANA))[-1], "Open it")

    assert not done.errors
    assert "The rota was mine too" in await words_of(here, ANA)


async def test_a_mark_in_a_check_that_both_handed_in_is_quoted(here: World) -> None:
    """“Not yet” of a check stands with its author, and its word opens behind the line, for both alike."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await mark_all(here, ANA, "check @ben", NOT_YET)
    await mark_all(here, BEN, "check", SEEN)

    for who, line in ((ANA, "summary @ben"), (BEN, "summary")):
        await here.people.command(who, f"/growth {line}")
        read = await words_of(here, who)
        await here.people.press(who, None, "summary_sources")

        assert "not yet, in ana’s words of 16 June 2026." in read
        assert MISSING not in read
        assert MISSING in await words_of(here, who)


async def test_a_mark_counts_nowhere_before_both_are_in(here: World) -> None:
    """What one of the two marked alone shows in no summary, not in their own."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await mark_all(here, ANA, "check @ben", NOT_YET)

    for who, line in ((ANA, "summary @ben"), (BEN, "summary")):
        await here.people.command(who, f"/growth {line}")
        assert "not yet, in" not in await words_of(here, who)


async def test_a_later_manager_reads_no_mark_of_the_one_before(here: World) -> None:
    """The joint summary with Cleo leaves out what Ana marked; Ben’s own still says it."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await mark_all(here, ANA, "check @ben", NOT_YET)
    await mark_all(here, BEN, "check", SEEN)
    await untied(here)
    await managed(here, BEN, by=CLEO)

    await here.people.command(CLEO, "/growth summary @ben")
    await here.people.command(BEN, "/growth summary")

    assert "not yet, in" not in await words_of(here, CLEO)
    assert "not yet, in ana’s words" in await words_of(here, BEN)
