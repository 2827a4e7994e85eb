"""Several kudos about one thing that become one note, through Slack's protocol."""

from bot.usecases.rights import erase_by_operator
from bot.views.kept_kudos import TOGETHER
from playground.seen import View
from storage.kudos import kudos_not_kept
from tests.bot.journeys.kept import notes_of, open_evidence, shown, the_note_of
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, DEV, World

ANAS = "Moved the archive of nine years in two evenings without one lost file, and told all who work with it"
CLEOS = "Answered every question about the move"


async def thanked_twice(here: World) -> None:
    """Quiet kudos for Ben from Ana, and a day later from Cleo, whose message stands last."""
    await here.people.command(ANA, f"/growth kudos @ben {ANAS}")
    await here.people.submit(ANA)
    await here.deliver()
    here.clock.move(days=1)
    await here.people.command(CLEO, f"/growth kudos @ben {CLEOS}")
    await here.people.submit(CLEO)
    await here.deliver()


async def opened(here: World) -> View:
    """The newest kudos of Ben, as he reads them."""
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")
    return await shown(here, BEN)


async def kept_together(here: World) -> None:
    """Both become one note."""
    await thanked_twice(here)
    await opened(here)
    await here.people.choose(BEN, "together", ["ana, 16 June 2026"])
    done = await here.people.submit(BEN)
    assert not done.errors


async def test_two_become_one_note_with_two_witnesses(here: World) -> None:
    """What is ticked becomes one text, oldest first, with each giver as a witness; nothing waits any more."""
    await kept_together(here)

    note = await the_note_of(here, BEN)
    assert note.text == f"{ANAS}\n\n{CLEOS}"
    assert {seen.person_id for seen in note.witnesses} == {ANA, CLEO}
    async with here.bot.deps.read() as workspace:
        assert await kudos_not_kept(workspace, BEN) == ()


async def test_what_is_ticked_is_shown_in_full(here: World) -> None:
    """Nothing is ticked at first; whoever ticks others reads their words before they keep them."""
    await thanked_twice(here)
    before = await opened(here)
    await here.people.choose(BEN, "together", ["ana, 16 June 2026"])
    after = await shown(here, BEN)

    assert before.values["together"][TOGETHER]["selected_options"] == []
    assert ANAS not in before.words
    assert ANAS in after.words
    assert "ana, who wrote what you ticked, can read that." in after.words


async def test_without_a_tick_they_stay_two(here: World) -> None:
    """Merging is offered and never done by itself."""
    await thanked_twice(here)
    await opened(here)
    await here.people.submit(BEN)

    note = await the_note_of(here, BEN)
    assert (note.text, note.lines, [one.person_id for one in note.witnesses]) == (CLEOS, (), [CLEO])
    async with here.bot.deps.read() as workspace:
        assert [one.text for one in await kudos_not_kept(workspace, BEN)] == [ANAS]


async def test_each_giver_reads_their_own_line_alone(here: World) -> None:
    """A witness sees what they confirmed: neither the other's words nor that there is another."""
    await kept_together(here)
    note = await the_note_of(here, BEN)

    await open_evidence(here, ANA, note.id)
    page = (await shown(here, ANA)).words

    assert ANAS in page
    assert CLEOS not in page
    assert "cleo" not in page


async def test_owner_and_manager_read_who_said_what(here: World) -> None:
    """Whoever reads all of it sees each giver's words under their name."""
    await managed(here, BEN, by=DEV)
    await thanked_twice(here)
    await opened(here)
    await here.people.choose(BEN, "together", ["ana, 16 June 2026"])
    await here.people.choose(BEN, "reach", "Me and dev, my manager")
    await here.people.submit(BEN)
    note = await the_note_of(here, BEN)

    for who in (BEN, DEV):
        await open_evidence(here, who, note.id)
        page = (await shown(here, who)).words
        assert page.index("ana") < page.index(ANAS) < page.index("cleo") < page.index(CLEOS)


async def test_one_giver_undoes_theirs_and_the_note_stays(here: World) -> None:
    """The text is its owner's; the one who took theirs back stands as a witness no more, the other does."""
    await kept_together(here)

    await here.people.press(CLEO, None, "Undo")

    note = await the_note_of(here, BEN)
    assert note.text == f"{ANAS}\n\n{CLEOS}"
    assert [seen.person_id for seen in note.witnesses] == [ANA]


async def test_a_giver_who_is_erased_leaves_their_line_without_a_name(here: World) -> None:
    """What they wrote stays with its receiver, as from a former colleague."""
    await kept_together(here)

    await erase_by_operator(here.bot.deps, ANA)

    note = await the_note_of(here, BEN)
    await open_evidence(here, BEN, note.id)
    page = (await shown(here, BEN)).words
    assert ANAS in page
    assert "a former colleague" in page


async def test_an_owner_who_is_erased_takes_all_of_it(here: World) -> None:
    """Nothing of the note is left."""
    await kept_together(here)

    await erase_by_operator(here.bot.deps, BEN)

    assert await notes_of(here, BEN) == ()


async def test_kudos_of_another_week_are_not_offered(here: World) -> None:
    """What lies days apart is not about the same thing."""
    await here.people.command(ANA, f"/growth kudos @ben {ANAS}")
    await here.people.submit(ANA)
    here.clock.move(days=7)
    await here.people.command(CLEO, f"/growth kudos @ben {CLEOS}")
    await here.people.submit(CLEO)
    await here.deliver()

    assert "together" not in (await opened(here)).values
