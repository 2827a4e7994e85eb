"""A hint on wording: seen by its writer, in the way of nothing, gone for good with one press."""

import pytest

from playground.seen import View
from storage.kudos import kudos_not_kept
from tests.bot.journeys.kept import notes_of, shown
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, World

OF_PERSON, NO_EFFECT = (
    "You are such a star, thank you for everything",
    "Thanks for writing the minutes on Tuesday",
)
FINE = "You wrote the minutes, so nobody had to ask again what we had decided"
THOUGHT, NEXT_TIME, HIDE = "A thought:", "For the next time:", "No more hints"


async def page(here: World, who: str) -> View:
    """What stands open."""
    return await shown(here, who)


@pytest.mark.parametrize("text", [OF_PERSON, NO_EFFECT])
async def test_kudos_are_sent_whatever_the_hint(here: World, text: str) -> None:
    """A hint holds nothing up: kudos are sent as they are, and the page that says so has the thought."""
    await here.people.command(ANA, f"/growth kudos @ben {text}")

    done = await here.people.submit(ANA)

    assert not done.errors
    assert done.view is not None
    assert NEXT_TIME in done.view.words
    async with here.bot.deps.read() as workspace:
        assert (await kudos_not_kept(workspace, BEN))[0].text == text


async def test_a_press_in_the_form_shows_it(here: World) -> None:
    """Whoever presses anything in the form sees the thought under their words, which stay as they are."""
    await here.people.command(ANA, f"/growth kudos @ben {OF_PERSON}")
    assert THOUGHT not in (await page(here, ANA)).words

    await here.people.choose(ANA, "reach", "public")

    view = await page(here, ANA)
    assert THOUGHT in view.words
    assert view.values["text"]["kudos_text"]["value"] == OF_PERSON
    await here.people.choose(ANA, "text", FINE)
    await here.people.choose(ANA, "reach", "quiet")
    assert THOUGHT not in (await page(here, ANA)).words


async def test_a_deed_and_its_effect_bring_none(here: World) -> None:
    """Where both are said there is nothing to add."""
    await here.people.command(ANA, f"/growth kudos @ben {FINE}")

    done = await here.people.submit(ANA)

    assert done.view is not None
    assert NEXT_TIME not in done.view.words


async def test_no_more_hints_holds(here: World) -> None:
    """One press, and there is none from then on: not in this form, and not in the next."""
    await here.people.command(ANA, f"/growth kudos @ben {OF_PERSON}")
    await here.people.choose(ANA, "reach", "public")

    await here.people.press(ANA, None, HIDE)

    assert THOUGHT not in (await page(here, ANA)).words
    done = await here.people.submit(ANA)
    assert done.view is not None
    assert NEXT_TIME not in done.view.words


async def test_no_more_hints_after_sending(here: World) -> None:
    """The page after sending has the same press, and says where they come back."""
    await here.people.command(ANA, f"/growth kudos @ben {OF_PERSON}")
    await here.people.submit(ANA)

    await here.people.press(ANA, None, HIDE)

    assert "turn them on again in your settings" in (await page(here, ANA)).words


async def test_settings_bring_them_back(here: World) -> None:
    """What was hidden is shown again by a tick in the settings, and saving anything else leaves it."""
    await here.people.command(ANA, f"/growth kudos @ben {OF_PERSON}")
    await here.people.submit(ANA)
    await here.people.press(ANA, None, HIDE)
    await here.people.command(ANA, "/growth settings")
    await here.people.submit(ANA)
    assert await hints_after_kudos(here) is False

    await here.people.command(ANA, "/growth settings")
    await here.people.choose(ANA, "hints", ["yes"])
    await here.people.submit(ANA)

    assert await hints_after_kudos(here) is True


async def hints_after_kudos(here: World) -> bool:
    """Whether a hint comes with kudos that call for one."""
    await here.people.command(ANA, f"/growth kudos @ben {OF_PERSON}")
    done = await here.people.submit(ANA)
    assert done.view is not None
    return NEXT_TIME in done.view.words


async def test_an_observation_has_it_too(here: World) -> None:
    """A manager who writes what a report is like sees it, and the report never does."""
    await managed(here, BEN, by=ANA)
    await here.people.command(ANA, "/growth observe @ben You are careless.")
    await here.people.choose(ANA, "report", "ben")
    assert THOUGHT in (await page(here, ANA)).words

    done = await here.people.submit(ANA, {"kind": "Something to do differently"})

    assert done.view is not None
    assert NEXT_TIME in done.view.words
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it and answer")
    view = await page(here, BEN)
    assert THOUGHT not in view.words
    assert NEXT_TIME not in view.words
    assert len(await notes_of(here, BEN)) == 1
