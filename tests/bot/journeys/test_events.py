"""What Slack tells unasked, through its protocol."""

import pytest

from playground.model import Person
from storage.acts import claim_act
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.people import find_person, get_person
from storage.workspaces import get_installation
from tests.bot.journeys.homes import home_of
from tests.world import ANA, BEN, GUEST, STRANGER, World


async def homes_owed(here: World) -> int:
    """How many Homes were ever owed."""
    async with here.bot.deps.read() as workspace:
        found = await deliveries_in(workspace, list(DeliveryState))
    return len([one for one in found if one.kind == "home"])


async def name_of(here: World, who: str) -> str:
    """A name as stored."""
    async with here.bot.deps.read() as workspace:
        return (await get_person(workspace, who)).name


async def test_one_event_shows_home_once(here: World) -> None:
    """An event that Slack tells twice owes one Home."""
    await here.people.open_home(BEN)
    first = (await here.people.traffic("app_home_opened"))[-1]

    await here.people.send(first)

    assert await homes_owed(here) == 1


async def test_the_messages_tab_shows_no_home(here: World) -> None:
    """Opening the messages tab owes nothing."""
    await here.people.open_messages(BEN)

    assert await homes_owed(here) == 0


async def test_an_app_home_without_tabs_is_home(here: World) -> None:
    """Where nothing says which tab was opened, it was Home."""
    await here.people.event("app_home_opened", user=BEN)

    assert await homes_owed(here) == 1


@pytest.mark.parametrize("who", [GUEST, "U0NOBODY"])
async def test_who_takes_no_part_gets_no_home(here: World, who: str) -> None:
    """A guest, or somebody whom Slack does not show, is acknowledged and nothing is owed."""
    reply = await here.people.event("app_home_opened", user=who, tab="home")

    assert reply.acked
    assert await homes_owed(here) == 0


async def test_a_failed_event_comes_again(here: World) -> None:
    """An event that failed is not acknowledged, so that Slack tells it again; then it is carried out."""
    await here.people.fault("users.info", "status", status=500)
    await here.people.event("app_home_opened", user="U0NEW", tab="home")

    seen = await here.people.traffic("app_home_opened", least=2)

    assert [one.status for one in seen[:2]] == [500, 200]


async def test_a_new_member_is_known(here: World) -> None:
    """Who joins the workspace can use Trellis at once."""
    await here.people.add_user(Person(id="U0NEW", name="nia"))

    assert await name_of(here, "U0NEW") == "nia"
    assert "Hello nia" in (await home_of(here, "U0NEW")).words


async def test_a_new_name_is_taken(here: World) -> None:
    """People appear as Slack shows them now."""
    await here.people.update_user(BEN, name="benedict")

    assert await name_of(here, BEN) == "benedict"


async def test_an_old_change_told_again_undoes_no_newer_one(here: World) -> None:
    """A repeated event has no second effect."""
    await here.people.update_user(BEN, name="benedict")
    old = (await here.people.traffic("user_change"))[-1]
    await here.people.update_user(BEN, name="benny")

    await here.people.send(old)

    assert await name_of(here, BEN) == "benny"


async def test_who_left_is_refused_and_written_to_no_more(here: World) -> None:
    """A deactivated member gets nothing that still waited."""
    await here.people.command(ANA, "/growth kudos @ben Mended the build")
    await here.people.submit(ANA)

    await here.people.deactivate(BEN)
    await here.deliver()

    assert not await here.people.dms(BEN)


async def test_a_change_of_what_is_not_kept_writes_nothing(here: World) -> None:
    """Most changes, such as a status, leave no trace."""
    await here.people.update_user(BEN)
    event_id = (await here.people.traffic("user_change"))[-1].request["event_id"]

    async with here.bot.deps.write() as workspace:
        assert await claim_act(workspace, f"event:{event_id}", here.clock())


async def test_people_of_other_companies_are_known_as_such(here: World) -> None:
    """A change of somebody from Slack Connect is kept, and they still take no part."""
    await here.people.update_user(STRANGER, name="pat", is_stranger=True)

    async with here.bot.deps.read() as workspace:
        found = await find_person(workspace, STRANGER)
    assert found is not None
    assert not found.may_take_part


async def test_nothing_is_sent_after_an_uninstall(here: World) -> None:
    """Once the app is removed, what is owed stays where it is."""
    await here.people.command(ANA, "/growth kudos @ben Mended the build")
    await here.people.submit(ANA)

    await here.people.uninstall()
    sent = await here.deliver()

    async with here.bot.deps.read() as workspace:
        assert (await get_installation(workspace)).uninstalled_at == here.clock()
    assert sent == 0
    assert not await here.people.traffic("chat.postMessage")


async def test_tokens_of_people_are_none_of_ours(here: World) -> None:
    """When a person's own token is revoked, everything goes on."""
    await here.people.event("tokens_revoked", tokens={"oauth": [BEN], "bot": []})

    async with here.bot.deps.read() as workspace:
        assert (await get_installation(workspace)).uninstalled_at is None
