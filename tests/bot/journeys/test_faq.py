"""Doubts and their answers, and guides for hard talks, through Slack's protocol."""

from datetime import date
from pathlib import Path

import pytest

from bot.views import faq as views
from bot.words import faq as words
from bot.words import guides as guide_words
from bot.words import home as home_words
from prompts.load import load_prompts
from prompts.model import Answer, Guide
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import agreed
from tests.bot.journeys.observed import tie
from tests.world import ANA, BEN, World, world

LIBRARY = load_prompts(None)


async def test_a_word_finds_its_answer(here: World) -> None:
    """What somebody would type in a doubt opens the one answer, with what to do about it."""
    await here.people.command(BEN, "/growth faq paperwork")

    page = await shown(here, BEN)
    assert words.DO in page.words
    assert "It is too much work" in page.words
    assert words.ALL in page.buttons


async def test_without_a_word_all_are_listed(here: World) -> None:
    """At least twelve, each with a button that opens it in place, and a way back."""
    await here.people.command(BEN, "/growth faq")
    every = await shown(here, BEN)
    first = next(one for one in every.fields if one.action_id == views.READ)
    await here.people.press(BEN, every, views.READ, block=first.block_id)
    one = await shown(here, BEN)
    await here.people.press(BEN, one, words.ALL)

    assert every.buttons.count(words.READ) == len(LIBRARY.answers) >= 12
    assert words.DO in one.words
    assert (await shown(here, BEN)).buttons == every.buttons


@pytest.mark.parametrize("typed", ["xyzzy", "🦑", "the the the", "n" * 3000])
async def test_what_is_none_gets_the_list_and_never_silence(here: World, typed: str) -> None:
    """Nothing like it: the page says so, and shows all there is."""
    await here.people.command(BEN, f"/growth faq {typed}")

    page = await shown(here, BEN)
    assert page.buttons.count(words.READ) == len(LIBRARY.answers)


@pytest.mark.parametrize("answer", LIBRARY.answers, ids=lambda answer: str(answer.id))
async def test_every_answer_leads_to_where_one_can_act(here: World, answer: Answer) -> None:
    """Each opens by its own title, and each button on it opens something."""
    title = answer.title
    await here.people.command(ANA, f"/growth faq {title}")
    page = await shown(here, ANA)
    assert title in page.words

    for field in [one for one in page.fields if one.element["type"] == "button"]:
        await here.people.command(ANA, f"/growth faq {title}")
        reply = await here.people.press(ANA, None, field.action_id, block=field.block_id)
        assert reply.acked


async def test_a_company_adds_its_own_and_replaces_ours(sqlite_address: str, tmp_path: Path) -> None:
    """A file in its folder stands beside the library, and in the place of what has the same id."""
    ours = LIBRARY.answers[0]
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "faq.yaml").write_text(
        f"answers:\n"
        f"  - {{id: {ours.id}, title: Another title of ours, text: We see it so., do: Ask Kim., "
        f"words: [blimps, zeppelins]}}\n"
        f"  - {{id: travel, title: Who pays for travel, text: The team does., do: Ask Kim., "
        f"words: [trains, planes]}}\n"
    )
    async with world(sqlite_address, TRELLIS_PROMPTS_DIR=str(folder)) as here:
        await here.people.command(BEN, "/growth faq trains")
        travel = await shown(here, BEN)
        await here.people.command(BEN, "/growth faq zeppelins")

        assert "Who pays for travel" in travel.words
        assert "Another title of ours" in (await shown(here, BEN)).words


async def test_guides_are_reached_from_home_and_by_typing(here: World) -> None:
    """All eight, one screen each, from Home or by name; from one to another in place."""
    await here.people.press(BEN, await home_of(here, BEN), home_words.OPEN_GUIDES)
    every = await shown(here, BEN)
    await here.people.command(BEN, "/growth help guides first 1:1")
    one = await shown(here, BEN)

    assert every.buttons.count(guide_words.READ) == len(LIBRARY.guides) >= 8
    assert guide_words.AVOID in one.words
    assert guide_words.OWN_WORDS in one.words


@pytest.mark.parametrize("guide", LIBRARY.guides, ids=lambda guide: str(guide.id))
async def test_a_guide_fits_one_screen(here: World, guide: Guide) -> None:
    """Its page is short enough to be read before a talk begins."""
    await here.people.command(BEN, f"/growth help guides {guide.title}")

    page = await shown(here, BEN)
    assert guide.title in page.words
    assert len(page.words) <= 2000


async def test_a_guide_is_offered_where_a_talk_begins(here: World) -> None:
    """In the message before a first 1:1, one press opens the guide for it; no message comes for it."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    await agreed(here)
    here.clock.move(hours=5)
    await here.tick()
    message = (await here.people.dms(BEN))[-1]
    before = len(await here.people.dms(BEN))

    await here.people.press(BEN, message, guide_words.FOR_THIS_TALK)

    assert guide_words.AVOID in (await shown(here, BEN)).words
    assert len(await here.people.dms(BEN)) == before


async def test_a_manager_finds_one_beside_the_form(here: World) -> None:
    """What was typed in the form stays below the guide that is laid on it."""
    await tie(here)
    await here.people.command(ANA, "/growth observe @ben Kept the rota fair")
    await here.people.press(ANA, None, guide_words.FOR_SAYING)
    guide = await shown(here, ANA)
    await here.people.close(ANA)

    form = await shown(here, ANA)
    assert guide_words.AVOID in guide.words or guide_words.READ in guide.buttons
    assert form.values["text"]["observation_text"]["value"] == "Kept the rota fair"
    assert form.values["day"]["observation_day"]["selected_date"] == date(2026, 6, 16).isoformat()
