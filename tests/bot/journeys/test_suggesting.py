"""Suggested skills in the forms where a text is marked with them, through Slack's protocol."""

import pytest

from bot.usecases.skills import find_published
from bot.usecases.suggestions import guess_skills, learn
from playground.seen import View
from storage.kudos import kudos_not_kept
from storage.people import remove_from_rollout
from storage.suggestions import taught_to
from tests.bot.journeys.kept import shown, the_note_of
from tests.bot.journeys.test_feedback import opened, sent
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, World

TEXT = "Split the migration into four small releases, each checked within a day, so nobody lost an evening"
MORE = "Add skills, a date, a link, or share it"
SUGGEST, ADD = "Suggest skills", "Add"
WHOLE = -1


def suggested(view: View) -> list[str]:
    """The skills beside whose titles stands the button to take them."""
    return [
        block["text"]["text"]
        for block in view.json["blocks"]
        if block["type"] == "section" and block.get("accessory", {}).get("text", {}).get("text") == ADD
    ]


def chosen(view: View) -> list[str]:
    """The skills in the menu."""
    (menu,) = [
        answer
        for block, actions in view.values.items()
        if block.partition("~")[0] == "skills"
        for answer in actions.values()
    ]
    return [option["value"] for option in menu["selected_options"]]


async def take_first(here: World, who: str) -> str:
    """Press the first button that takes a suggested skill; returns that skill's title."""
    view = await shown(here, who)
    (title, *_) = suggested(view)
    (place, *_) = [
        block["block_id"] for block in view.json["blocks"] if block.get("accessory", {}).get("value")
    ]
    await here.people.press(who, None, ADD, block=place)
    return title


async def engineer(here: World) -> None:
    """Ben is an engineer, and Ana his manager."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")


async def noting(here: World, text: str = TEXT) -> None:
    """The note form of an engineer, unfolded."""
    await engineer(here)
    await here.people.command(BEN, "/growth note")
    await here.people.press(BEN, None, MORE)
    await here.people.choose(BEN, "What happened?", text)


async def test_a_note_is_offered_three_skills(here: World) -> None:
    """The best three of the member's own skills, and nothing that was typed is lost."""
    await noting(here)
    await here.people.choose(BEN, "link", "https://example.org/1")

    await here.people.press(BEN, None, SUGGEST)

    view = await shown(here, BEN)
    assert len(suggested(view)) == 3
    assert view.values["text"]["note_text"]["value"] == TEXT
    assert view.values["link"]["note_link"]["value"] == "https://example.org/1"


async def test_one_press_takes_one(here: World) -> None:
    """What is taken stands in the menu beside what was chosen before, and is offered no more."""
    await noting(here)
    await here.people.choose(BEN, "skills", ["Technical design"])
    await here.people.press(BEN, None, SUGGEST)

    title = await take_first(here, BEN)

    view = await shown(here, BEN)
    assert len(chosen(view)) == 2
    assert "engineering/design" in chosen(view)
    assert title not in suggested(view)
    assert view.values["text"]["note_text"]["value"] == TEXT
    await here.people.submit(BEN)
    assert len((await the_note_of(here, BEN)).marks) == 2


async def test_three_are_the_most(here: World) -> None:
    """Once three are chosen nothing more is offered."""
    await noting(here)
    await here.people.press(BEN, None, SUGGEST)
    for _ in range(3):
        await take_first(here, BEN)

    view = await shown(here, BEN)
    assert len(chosen(view)) == 3
    assert suggested(view) == []
    assert "Suggest again" not in str(view.json["blocks"])


async def test_too_little_is_said_so(here: World) -> None:
    """A few words bring no skill, but what would help."""
    await noting(here, "Thanks a lot")

    await here.people.press(BEN, None, SUGGEST)

    view = await shown(here, BEN)
    assert suggested(view) == []
    assert "Write a little more first" in view.words


async def test_kudos_are_offered_the_receivers_skills(here: World) -> None:
    """The giver is offered skills of whom they thank; a skill that is taken takes the doubt away."""
    await engineer(here)
    await here.people.command(ANA, f"/growth kudos @ben {TEXT}")
    await here.people.choose(ANA, "skills", ["I’m not sure"])
    await here.people.press(ANA, None, SUGGEST)

    await take_first(here, ANA)

    view = await shown(here, ANA)
    assert len(suggested(view)) == 2
    assert view.values["text"]["kudos_text"]["value"] == TEXT
    (taken,) = chosen(view)
    assert taken != "unsure"
    done = await here.people.submit(ANA)
    assert not done.errors
    async with here.bot.deps.read() as workspace:
        assert (await kudos_not_kept(workspace, BEN))[0].competencies == (taken,)


async def test_kept_kudos_are_offered_skills_for_their_words(here: World) -> None:
    """The receiver has skills suggested for what the giver wrote."""
    await engineer(here)
    await here.people.command(ANA, f"/growth kudos @ben {TEXT}")
    await here.people.submit(ANA)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")

    await here.people.press(BEN, None, SUGGEST)
    await take_first(here, BEN)
    await here.people.submit(BEN)

    assert len((await the_note_of(here, BEN)).marks) == 1


async def test_kept_feedback_is_offered_skills_for_its_words(here: World) -> None:
    """The receiver has skills suggested for what its author wrote, and the part that was chosen stays so."""
    await engineer(here)
    await sent(here, carry_on=TEXT, try_next="Tell support a day before, so that they can plan the evening")
    await opened(here)
    await here.people.choose(BEN, "part", "try_next")

    await here.people.press(BEN, None, SUGGEST)
    await take_first(here, BEN)
    await here.people.submit(BEN)

    note = await the_note_of(here, BEN)
    assert len(note.marks) == 1
    assert not note.is_favourable


async def test_an_observation_is_offered_the_reports_skills(here: World) -> None:
    """A manager has skills of the report suggested."""
    await engineer(here)
    await here.people.command(ANA, f"/growth observe @ben {TEXT}")

    await here.people.press(ANA, None, SUGGEST)
    await take_first(here, ANA)

    view = await shown(here, ANA)
    assert len(suggested(view)) == 2
    assert view.values["text"]["observation_text"]["value"] == TEXT


async def test_who_has_no_skills_is_offered_none(here: World) -> None:
    """Without a placement there is no button."""
    await here.people.command(CLEO, "/growth note")
    await here.people.press(CLEO, None, MORE)

    assert SUGGEST not in str((await shown(here, CLEO)).json["blocks"])


async def taught(here: World, viewer: str) -> int:
    """In how many pieces somebody's suggestions know skills of engineering."""
    async with here.bot.deps.read() as workspace:
        skills = ["engineering/design", "shared/delivery"]
        found = await taught_to(workspace, viewer, skills, [WHOLE], sees_public=True)
    return sum(one.pieces for one in found)


async def test_a_note_teaches_its_owner_alone(here: World) -> None:
    """What somebody chooses for a private text changes nobody else's suggestions."""
    await noting(here)
    await here.people.submit(BEN, {"skills": ["Technical design"]})

    assert await taught(here, BEN) == 1
    assert await taught(here, ANA) == 0


async def test_public_kudos_teach_everybody(here: World) -> None:
    """What everybody may read, everybody's suggestions learn from; quiet kudos teach their giver."""
    await engineer(here)
    for reach in ("public", "quiet"):
        await here.people.command(ANA, f"/growth kudos @ben {TEXT}")
        await here.people.submit(ANA, {"skills": ["Technical design"], "reach": reach})

    assert await taught(here, ANA) == 2
    assert await taught(here, CLEO) == 1


@pytest.mark.parametrize("is_in_rollout", [True, False])
async def test_only_whoever_may_read_public_kudos_profits(here: World, *, is_in_rollout: bool) -> None:
    """What was taught in public moves the order for those in the rollout, and for nobody outside of it."""
    deps, writer = here.bot.deps, await person(here, CLEO)
    async with deps.write() as workspace:
        framework = await find_published(workspace, deps, "engineering")
        if not is_in_rollout:
            await remove_from_rollout(workspace, [CLEO])
    assert framework is not None
    untaught = (await guess_skills(deps, writer, framework.competencies, TEXT)).keys
    last = next(skill.key for skill in framework.competencies if skill.key not in untaught)
    other = "Chaired the meeting about parental leave in the canteen"
    async with deps.write() as workspace:
        for _ in range(80):
            await learn(workspace, ANA, TEXT, [last], is_public=True)
            await learn(workspace, ANA, other, untaught, is_public=True)

    now = (await guess_skills(deps, writer, framework.competencies, TEXT)).keys

    assert (last in now) is is_in_rollout
    assert (now == untaught) is not is_in_rollout


async def test_who_leaves_takes_along_what_they_taught(here: World) -> None:
    """Nothing of a leaver's choices stays in anybody's suggestions."""
    await engineer(here)
    await here.people.command(CLEO, f"/growth kudos @ben {TEXT}")
    await here.people.choose(CLEO, "reach", "public")
    await here.people.submit(CLEO, {"skills": ["Technical design"]})
    assert await taught(here, ANA) == 1

    await here.people.update_user(CLEO, deleted=True)

    assert await taught(here, ANA) == 0
