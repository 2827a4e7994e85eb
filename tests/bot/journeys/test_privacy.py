"""Who can read what, through Slack's protocol."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.visibility import TABLE
from bot.words.privacy import READABLE
from playground.seen import View
from storage.evidence import add_openings
from storage.people import put_person
from storage.records import Opening
from tests.bot.journeys.homes import leading
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, DEV, World, world


async def privacy_of(here: World, who: str) -> View:
    """The page, opened."""
    await here.people.command(who, "/growth privacy")
    view = await here.people.view(who)
    assert view is not None
    return view


async def test_the_whole_table_is_shown(here: World) -> None:
    """Everybody can see who reads each kind of thing."""
    view = await privacy_of(here, BEN)

    assert all(READABLE[thing] in view.words for thing in TABLE)


async def test_an_opening_is_shown_to_whom_it_is_about(here: World) -> None:
    """Whoever opens a summary of a person is named to that person, with the day, and to nobody else."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.people.command(ANA, "/growth summary @ben")

    assert "ana opened a summary of you: 16 June 2026." in (await privacy_of(here, BEN)).words
    assert "opened" not in (await privacy_of(here, CLEO)).words.replace("Who opened", "").replace(
        "Nobody has opened", ""
    )


async def test_every_role_is_shown_to_everyone(here: World) -> None:
    """Who is a People lead and who made them one stands there for all."""
    await here.people.command(ANA, "/growth admin")
    await here.people.submit(ANA, {"Add a People lead": "cleo"})

    view = await privacy_of(here, BEN)

    assert "ana, the first to open the settings, 16 June 2026." in view.words
    assert "cleo, made so by ana, 16 June 2026." in view.words


async def test_a_lead_named_by_the_operator_is_shown_as_such(here: World) -> None:
    """A role that the settings of the installation give says so."""
    await leading(here, ANA)

    assert "ana, named by whoever runs Trellis" in (await privacy_of(here, BEN)).words


async def test_acts_are_shown_to_whom_they_are_about(here: World) -> None:
    """What a lead did about one person stands on that person's page, not on another's."""
    await leading(here, ANA)
    await here.people.command(ANA, "/growth admin")
    await here.people.submit(ANA, {"Switch it off for": ["dev"]})

    assert "ana switched Trellis off for dev." in (await privacy_of(here, DEV)).words
    assert "ana switched Trellis off for dev." not in (await privacy_of(here, BEN)).words


async def test_roles_are_shown_outside_the_rollout_too(sqlite_address: str) -> None:
    """Whoever may be asked something by Trellis can see who looks after it (DESIGN 1)."""
    async with world(sqlite_address, rolled_out=False) as here:
        await leading(here, ANA)

        view = await privacy_of(here, BEN)

    assert "ana, named by whoever runs Trellis" in view.words


async def test_older_openings_stand_on_further_pages(here: World) -> None:
    """However many people opened something, all of them can be reached, forth and back."""
    ben = await person(here, BEN)
    async with here.bot.deps.write() as workspace:
        for n in range(90):
            reader = replace(ben, id=f"U9{n:03}", name=f"r{n:03}")
            await put_person(workspace, reader)
            day = (here.clock() - timedelta(days=n)).date()
            await add_openings(
                workspace,
                [Opening(reader_id=reader.id, subject_id=BEN, kind="summary", thing_id="s", on=day)],
            )
    pages = [await privacy_of(here, BEN)]
    for button in ("Older", "Older", "Newer"):
        await here.people.press(BEN, None, button)
        shown = await here.people.view(BEN)
        assert shown is not None
        pages.append(shown)

    first, second, third, back = (page.words for page in pages)
    assert "r000 opened" in first
    assert "r040 opened" in second
    assert "r089 opened" in third
    assert back == second
    assert "Older" not in pages[2].buttons


async def test_last_years_openings_are_gone(here: World) -> None:
    """The page goes twelve months back."""
    async with here.bot.deps.write() as workspace:
        day = (here.clock() - timedelta(days=370)).date()
        await add_openings(
            workspace, [Opening(reader_id=ANA, subject_id=BEN, kind="summary", thing_id="s", on=day)]
        )

    assert "Nobody has opened anything of yours" in (await privacy_of(here, BEN)).words
