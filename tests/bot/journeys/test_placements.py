"""Where members are, through Slack's protocol."""

from storage.choices import Role
from storage.people import add_grant
from storage.placements import find_placement
from storage.records import RoleGrant
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, World


async def test_a_framework_can_be_read(here: World) -> None:
    """Somebody without a placement reads any framework: lanes, levels, skills and their examples."""
    await here.people.command(BEN, "/growth framework engineering")
    first = await here.people.view(BEN)
    assert first is not None
    await here.people.choose(BEN, "framework_look", "Technical design")

    second = await here.people.view(BEN)

    assert "Individual" in first.words
    assert second is not None
    assert "For instance" in second.words


async def test_an_unknown_framework_is_told(here: World) -> None:
    """A cluster that does not exist is answered with those that do."""
    said = await here.people.command(BEN, "/growth framework alchemy")

    assert "Engineering" in str(said.json)


async def propose(here: World, person: str, level: str) -> None:
    """Fill in the form that `me` leads to."""
    await here.people.command(person, "/growth me")
    await here.people.press(person, None, "Say where I am")
    await here.people.choose(person, "What kind of work?", "Engineering")
    done = await here.people.submit(person, {"Which level fits best today?": level})
    assert not done.errors
    await here.deliver()


async def level_of(here: World, person: str) -> str | None:
    """The confirmed level."""
    async with here.bot.deps.read() as workspace:
        placement = await find_placement(workspace, person)
    return placement.level if placement else None


async def test_a_manager_confirms_a_placement(here: World) -> None:
    """What a member says of their level holds once their manager confirms it, and they are told."""
    await managed(here, BEN, by=ANA)
    await propose(here, BEN, "Engineer")
    assert await level_of(here, BEN) is None

    await here.people.press(ANA, (await here.people.dms(ANA))[-1], "Confirm")
    await here.deliver()

    assert await level_of(here, BEN) == "e2"
    assert "confirmed: Engineering, Engineer" in (await here.people.dms(BEN))[-1].words


async def test_a_people_lead_confirms_where_there_is_no_manager(here: World) -> None:
    """A founder's own word stands until a People lead confirms it."""
    deps = here.bot.deps
    grant = RoleGrant(
        id=deps.ids(),
        person_id=CLEO,
        role=Role.PEOPLE_LEAD,
        granted_by=None,
        granted_at=deps.today(),
        revoked_at=None,
    )
    async with deps.write() as workspace:
        await add_grant(workspace, grant)
    await propose(here, ANA, "Staff engineer")

    await here.people.press(CLEO, (await here.people.dms(CLEO))[-1], "Confirm")

    assert await level_of(here, ANA) == "e4"


async def test_nobody_else_is_asked(here: World) -> None:
    """A placement is asked of the manager alone."""
    await managed(here, BEN, by=ANA)
    await propose(here, BEN, "Engineer")

    assert not any("sees themselves" in message.words for message in await here.people.dms(CLEO))
