"""Setting up: a framework to begin with and a first team, through Slack's protocol."""

from pathlib import Path

from frameworks.load import LIBRARY
from storage.people import rollout_members
from storage.workspaces import get_installation
from tests.bot.journeys.first_steps import SKIP
from tests.bot.journeys.homes import home_of, leading
from tests.world import ANA, BEN, KUDOS_CHANNEL, World, world

OWN = (LIBRARY / "starter.yaml").read_text(encoding="utf-8")


async def test_a_framework_needs_an_owner_who_takes_part(empty: World) -> None:
    """A guest cannot look after a framework: said at the field, and what was chosen stays."""
    await leading(empty, ANA)
    await empty.people.press(ANA, await home_of(empty, ANA), "Choose a framework")

    done = await empty.people.submit(
        ANA, {"For which kind of work?": "Engineering", "Who looks after it?": "guest"}
    )

    assert "guest is a guest here" in done.error_at("Who looks after it?")


async def test_a_framework_that_came_into_force_meanwhile_is_not_published_twice(empty: World) -> None:
    """Of two leads who choose the same one, the second is told at the field."""
    await leading(empty, ANA, BEN)
    for lead in (ANA, BEN):
        await empty.people.press(lead, await home_of(empty, lead), "Choose a framework")
        await empty.people.choose(lead, "For which kind of work?", "Engineering")

    first, second = await empty.people.submit(ANA), await empty.people.submit(BEN)

    assert first.updated
    assert (
        second.error_at("For which kind of work?") == "Engineering is in force already. Choose another one."
    )


async def test_a_team_is_of_people_who_take_part(empty: World) -> None:
    """A guest among those chosen is named at the field; nobody is switched on."""
    await leading(empty, ANA)
    await empty.people.press(ANA, await home_of(empty, ANA), SKIP)
    await empty.people.press(ANA, await home_of(empty, ANA), "Choose people")

    done = await empty.people.submit(ANA, {"For whom?": ["ben", "guest"]})

    async with empty.bot.deps.read() as workspace:
        assert await rollout_members(workspace) == frozenset()
    assert "guest is a guest here" in done.error_at("For whom?")


async def test_another_framework_is_added_from_the_settings(begun: World) -> None:
    """Once one is in force, the settings offer the others that there are."""
    await begun.people.command(ANA, "/growth admin")
    await begun.people.press(ANA, None, "Add a framework")
    offered = await begun.people.view(ANA)
    await begun.people.submit(ANA, {"For which kind of work?": "Starter"})

    await begun.people.close(ANA, everything=True)
    await begun.people.command(ANA, "/growth admin")
    settings = await begun.people.view(ANA)
    assert offered is not None
    assert "Engineering" not in offered.words
    assert settings is not None
    assert "Starter 2026.1, looked after by ana." in settings.words


async def test_a_company_begins_with_a_file_of_its_own(sqlite_address: str, tmp_path: Path) -> None:
    """Its own files are offered before the library's; drafts and files with errors are not."""
    (tmp_path / "ours.yaml").write_text(OWN.replace("framework: starter", "framework: sails", 1))
    (tmp_path / "draft.yaml").write_text(
        OWN.replace("framework: starter", "framework: knots\nstatus: draft", 1)
    )
    (tmp_path / "broken.yaml").write_text("framework: broken\nlevels: nine")
    async with world(
        sqlite_address, published=False, rolled_out=False, TRELLIS_FRAMEWORKS_DIR=str(tmp_path)
    ) as here:
        await leading(here, ANA)
        await here.people.press(ANA, await home_of(here, ANA), "Choose a framework")

        form = await here.people.view(ANA)
        assert form is not None
        offered = [one["value"] for one in form.blocks[0]["element"]["options"]]
    assert offered[0] == "sails"
    assert {"engineering", "starter"} <= set(offered)
    assert not {"knots", "broken", "shared"} & set(offered)


async def test_a_kudos_channel_is_chosen_with_the_team(empty: World) -> None:
    """Where public kudos go may be said at once; a channel that Trellis is not in is refused at the field."""
    await leading(empty, ANA)
    await empty.people.keep_channel("C0SHUT", name="shut", members=[ANA])
    await empty.people.press(ANA, await home_of(empty, ANA), SKIP)
    await empty.people.press(ANA, await home_of(empty, ANA), "Choose people")

    refused = await empty.people.submit(
        ANA, {"For whom?": ["ben"], "Where are public kudos posted?": "C0SHUT"}
    )
    done = await empty.people.submit(ANA, {"Where are public kudos posted?": KUDOS_CHANNEL})

    assert "Trellis cannot write in that channel yet." in refused.error_at("Where are public kudos posted?")
    assert done.updated
    async with empty.bot.deps.read() as workspace:
        assert (await get_installation(workspace)).kudos_channel == KUDOS_CHANNEL
        assert await rollout_members(workspace) == {BEN}
