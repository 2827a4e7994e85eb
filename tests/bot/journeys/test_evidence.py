"""Reading and sharing one piece of evidence, through Slack's protocol."""

from datetime import date

from storage.evidence import openings_of
from storage.records import Evidence, Opening
from tests.bot.journeys.kept import last_of, noted, open_evidence, shown, the_note_of
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, World


async def shared_note(here: World) -> Evidence:
    """A note of Ben's that Ana may read as his manager."""
    await managed(here, BEN, by=ANA)
    return await noted(here, BEN, "Led <!here> the review", link="https://example.com/doc", reach="shared")


async def openings(here: World) -> tuple[Opening, ...]:
    """Who opened things of Ben's."""
    async with here.bot.deps.read() as workspace:
        return await openings_of(workspace, BEN, since=date(2026, 1, 1))


async def test_the_owner_reads_all_of_it(here: World) -> None:
    """Words, link, day and readers stand on the page, and reading one's own leaves no trace."""
    note = await shared_note(here)

    await open_evidence(here, BEN, note.id)

    page = await shown(here, BEN)
    assert "Led here the review" in page.words
    assert "https://example.com/doc" in str(page.json)
    assert "16 June 2026" in page.words
    assert "Who can read this: you and ana." in page.words
    assert await openings(here) == ()


async def test_the_manager_it_was_shared_with_reads_it_and_is_logged_once_a_day(here: World) -> None:
    """The frozen, current manager reads it; the owner can see who opened it, and on which day."""
    note = await shared_note(here)

    await open_evidence(here, ANA, note.id)
    await here.people.close(ANA)
    await open_evidence(here, ANA, note.id)

    assert "Led here the review" in (await shown(here, ANA)).words
    (opening,) = await openings(here)
    assert (opening.reader_id, opening.kind, opening.thing_id) == (ANA, "note", note.id)
    assert opening.on == date(2026, 6, 16)


async def refused(here: World, person: str, evidence_id: str) -> bool:
    """Whether somebody is told that there is nothing for them."""
    await open_evidence(here, person, evidence_id)
    page = await shown(here, person)
    return "not here, or not yours" in page.words and "review" not in page.words


async def test_nobody_else_reads_it(here: World) -> None:
    """A colleague is answered as if there were nothing."""
    note = await shared_note(here)

    assert await refused(here, CLEO, note.id)
    assert await openings(here) == ()


async def test_a_private_note_is_its_owners_alone(here: World) -> None:
    """A manager does not read what was not shared."""
    await managed(here, BEN, by=ANA)
    note = await noted(here, BEN, "Doubted the review")

    assert await refused(here, ANA, note.id)


async def test_a_former_manager_reads_it_no_longer(here: World) -> None:
    """Who no longer manages the owner reads nothing, and a new manager not what was shared before."""
    note = await shared_note(here)
    await managed(here, BEN, by=CLEO)

    assert await refused(here, ANA, note.id)
    assert await refused(here, CLEO, note.id)


async def test_an_unknown_piece_is_answered_alike(here: World) -> None:
    """What does not exist and what is not for one's eyes look the same."""
    await open_evidence(here, ANA, "01nothing")

    assert "not here, or not yours" in (await shown(here, ANA)).words


async def test_the_owner_shares_a_private_note_later(here: World) -> None:
    """From the note's own page its owner lets the manager read it, and the page says so."""
    await managed(here, BEN, by=ANA)
    note = await noted(here, BEN, "Led the review")
    await open_evidence(here, BEN, note.id)

    await here.people.press(BEN, None, "Share with ana")

    page = await shown(here, BEN)
    assert "Who can read this: you and ana." in page.words
    assert "Share with ana" not in page.buttons
    await open_evidence(here, ANA, note.id)
    assert "Led the review" in (await shown(here, ANA)).words


async def test_sharing_is_the_owners_alone(here: World) -> None:
    """A manager who may read cannot share on, and a stranger's press shares nothing."""
    await managed(here, BEN, by=ANA)
    note = await noted(here, BEN, "Led the review")
    await open_evidence(here, BEN, note.id)
    await here.people.press(BEN, None, "Share with ana")
    pressed = await last_of(here, "block_actions")
    private = await noted(here, BEN, "Doubted the review")

    for person in (ANA, CLEO):
        action = {**pressed.request["actions"][0]}
        action["value"] = action["value"].replace(note.id, private.id)
        await here.people.send(pressed, user={**pressed.request["user"], "id": person}, actions=[action])

    assert await refused(here, ANA, private.id)


async def test_a_manager_who_changed_is_not_shared_with(here: World) -> None:
    """The page that was opened for one manager shares with no other, and shows the new one."""
    await managed(here, BEN, by=ANA)
    note = await noted(here, BEN, "Led the review")
    await open_evidence(here, BEN, note.id)
    await managed(here, BEN, by=CLEO)

    await here.people.press(BEN, None, "Share with ana")

    page = await shown(here, BEN)
    assert "Your manager is now cleo, so nothing was shared" in page.words
    assert "Share with cleo" in page.buttons
    assert not (await the_note_of(here, BEN)).is_shared
