"""The settings of People leads, through Slack's protocol."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.admin import AdminDraft
from bot.errors import NotAllowed
from bot.usecases.admin import active_leads, open_admin, save_admin
from playground.seen import View
from storage.acts import admin_acts_seen
from storage.people import rollout_members
from storage.workspaces import get_installation
from tests.bot.journeys.homes import home_of, leading
from tests.bot.journeys.ties import managed, person
from tests.world import ANA, BEN, CLEO, DEV, GUEST, KUDOS_CHANNEL, PEOPLE, ROBOT, World, world


@pytest.fixture
async def led(here: World) -> World:
    """Ana is a People lead, made so by the operator."""
    await leading(here, ANA)
    return here


async def settings_of(here: World, who: str) -> View:
    """The settings, opened."""
    await here.people.command(who, "/growth admin")
    view = await here.people.view(who)
    assert view is not None
    return view


async def leads(here: World) -> set[str]:
    """Who is a People lead."""
    async with here.bot.deps.read() as workspace:
        return {one.id for one in await active_leads(workspace)}


async def acts(here: World, about: str | None = None) -> list[str]:
    """What was logged of it, oldest first, but for publishing."""
    async with here.bot.deps.read() as workspace:
        found = await admin_acts_seen(workspace, about)
    return [one.act for one in reversed(found) if one.act != "framework_published"]


async def members(here: World) -> frozenset[str]:
    """For whom Trellis is on."""
    async with here.bot.deps.read() as workspace:
        return await rollout_members(workspace)


async def test_the_first_admin_becomes_the_lead(here: World) -> None:
    """While there is no People lead, the first admin to open the settings is one, and it is logged."""
    view = await settings_of(here, ANA)

    assert "You are the first People lead now" in view.words
    assert await leads(here) == {ANA}
    assert await acts(here, ANA) == ["lead_granted"]


async def test_others_are_told_whom_to_ask(here: World) -> None:
    """Who is no People lead gets the names of those who are, or of who could become the first."""
    before = await here.people.command(BEN, "/growth admin")
    await settings_of(here, ANA)
    after = await here.people.command(BEN, "/growth admin")

    assert "Ask one of them: ana" in before.text
    assert "for People leads. Ask ana." in after.text
    assert await here.people.view(BEN) is None
    assert await leads(here) == {ANA}


async def test_of_two_admins_at_once_one_becomes_the_lead(address: str) -> None:
    """Two who open the settings at the same moment do not both take the role, on either database."""
    admins = tuple(replace(one, is_admin=one.id in {ANA, BEN}) for one in PEOPLE)
    async with world(address, people=admins) as here:
        ana, ben = await person(here, ANA), await person(here, BEN)
        opened = await asyncio.gather(
            open_admin(here.bot.deps, ana), open_admin(here.bot.deps, ben), return_exceptions=True
        )

        assert len(await leads(here)) == 1
        assert sum(isinstance(one, NotAllowed) for one in opened) == 1


async def test_a_workspace_whose_leads_left_gets_a_new_one(led: World) -> None:
    """When the last People lead leaves, the next admin who opens the settings takes over."""
    await led.people.update_user(BEN, is_admin=True)
    await led.people.deactivate(ANA)

    await settings_of(led, BEN)

    assert await leads(led) == {BEN}


async def test_trellis_is_switched_on_for_people(sqlite_address: str) -> None:
    """Whom a lead adds is in, each addition is logged once, and they see it under privacy."""
    async with world(sqlite_address, rolled_out=False) as here:
        await leading(here, ANA)
        await settings_of(here, ANA)
        done = await here.people.submit(ANA, {"Switch it on for": ["ben", "cleo"]})
        await here.people.command(BEN, "/growth privacy")

        seen = await here.people.view(BEN)
        assert done.updated
        assert await members(here) == {BEN, CLEO}
        assert await acts(here, BEN) == ["rollout_added"]
        assert seen is not None
        assert "ana switched Trellis on for ben." in seen.words


async def test_trellis_is_switched_off_for_people(led: World) -> None:
    """Whom a lead takes out is out; the others stay."""
    await settings_of(led, ANA)

    await led.people.submit(ANA, {"Switch it off for": ["dev"]})

    assert DEV not in await members(led)
    assert BEN in await members(led)


@pytest.mark.parametrize(("who", "word"), [(GUEST, "guest"), (ROBOT, "bot")])
async def test_nobody_but_members_is_added(led: World, who: str, word: str) -> None:
    """Guests and bots are refused at the field, and nobody else of that save is added either."""
    await settings_of(led, ANA)
    await led.people.submit(ANA, {"Switch it off for": ["ben"]})
    await settings_of(led, ANA)

    done = await led.people.submit(ANA, {"Switch it on for": ["ben", who]})

    assert f"is a {word}" in done.error_at("Switch it on for")
    assert BEN not in await members(led)


async def test_a_second_save_of_one_form_changes_nothing(led: World) -> None:
    """Pressing Save twice logs and does everything once."""
    await settings_of(led, ANA)
    await led.people.submit(ANA, {"Add a People lead": "ben"})
    sent = (await led.people.traffic("view_submission"))[-1]

    again = await led.people.send(sent)

    assert again.acked
    assert await acts(led) == ["lead_granted"]


async def test_a_role_is_given_and_taken_back(led: World) -> None:
    """A lead makes another, who can then take the role from the first."""
    await settings_of(led, ANA)
    await led.people.submit(ANA, {"Add a People lead": "ben"})
    await settings_of(led, BEN)
    await led.people.submit(BEN, {"Take the role back from": "ana"})

    assert await leads(led) == {BEN}
    assert await acts(led) == ["lead_granted", "lead_revoked"]


async def test_the_last_lead_cannot_go(led: World) -> None:
    """Somebody always looks after Trellis: it is said at the field."""
    await settings_of(led, ANA)

    done = await led.people.submit(ANA, {"Take the role back from": "ana"})

    assert "Add another People lead first" in done.error_at("Take the role back from")
    assert await leads(led) == {ANA}


async def test_a_lead_of_the_settings_cannot_be_taken_back(sqlite_address: str) -> None:
    """Whom the operator named keeps the role; the field says where to change that."""
    async with world(sqlite_address, TRELLIS_PEOPLE_LEADS=CLEO) as here:
        await leading(here, ANA)
        await settings_of(here, ANA)

        done = await here.people.submit(ANA, {"Take the role back from": "cleo"})

        assert "named in the settings" in done.error_at("Take the role back from")


async def test_who_lost_the_role_saves_nothing(led: World) -> None:
    """A form that was opened while one was a lead is refused after the role is gone."""
    await settings_of(led, ANA)
    draft = AdminDraft(draft="d", add=(), remove=(), lead=BEN, unlead=ANA, channel=None, known_channel=None)
    await save_admin(led.bot.deps, await person(led, ANA), draft)

    await led.people.submit(ANA, {"Switch it off for": ["dev"]})

    assert DEV in await members(led)


async def test_public_kudos_get_a_channel(led: World) -> None:
    """A channel that Trellis is in becomes the kudos channel; the lead alone sees the trial line there."""
    await settings_of(led, ANA)

    done = await led.people.submit(ANA, {"Kudos channel": "kudos"})

    async with led.bot.deps.read() as workspace:
        assert (await get_installation(workspace)).kudos_channel == KUDOS_CHANNEL
    assert done.updated
    assert [one.ephemeral for one in await led.people.messages(ANA, "kudos")] == [True]
    assert not await led.people.messages(BEN, "kudos")


async def test_a_channel_without_trellis_is_refused(led: World) -> None:
    """Where Trellis may not write, the field says how to invite it."""
    await led.people.keep_channel("C0OTHER", name="other", members=[ANA])
    await settings_of(led, ANA)

    done = await led.people.submit(ANA, {"Kudos channel": "other"})

    assert "/invite @Trellis" in done.error_at("Kudos channel")


async def test_a_forged_save_reaches_no_channel(led: World) -> None:
    """Who is no lead cannot have Trellis write anywhere by sending a lead's form."""
    await settings_of(led, ANA)
    await led.people.submit(ANA, {"Switch it off for": ["dev"]})
    sent = (await led.people.traffic("view_submission"))[-1]
    channel = {"channel": {"admin_channel": {"type": "channels_select", "selected_channel": KUDOS_CHANNEL}}}
    forged = {**sent.request["view"], "state": {"values": channel}}

    await led.people.send(sent, user={**sent.request["user"], "id": BEN}, view=forged)

    async with led.bot.deps.read() as workspace:
        assert (await get_installation(workspace)).kudos_channel is None
    assert not await led.people.messages(BEN, "kudos")


async def test_levels_without_a_manager_wait_in_the_settings(led: World) -> None:
    """A lead confirms the level of who has no manager, there and then; of others it is their manager's."""
    await managed(led, CLEO, by=DEV)
    for who in (BEN, CLEO):
        await led.people.command(who, "/growth me")
        await led.people.press(who, None, "Say where I am")
        await led.people.choose(who, "What kind of work?", "Engineering")
        await led.people.submit(who, {"Which level fits best today?": "Engineer"})
    view = await settings_of(led, ANA)

    await led.people.press(ANA, None, "Confirm")

    assert "ben sees themselves" in view.words
    assert "cleo sees themselves" not in view.words
    assert "Engineering, Engineer" in (await home_of(led, BEN)).words


async def test_the_settings_fit_with_hundreds_of_people(led: World) -> None:
    """However many Trellis is on for, the form says how many and names some."""
    many = [replace(PEOPLE[1], id=f"U1{n:04}", name=f"member{n:04}") for n in range(300)]
    for one in many:
        await led.people.add_user(one)
    await settings_of(led, ANA)
    await led.people.submit(ANA, {"Switch it on for": [one.id for one in many]})

    view = await settings_of(led, ANA)

    assert "more." in view.words
    assert "switched Trellis on for" in view.words
    assert len(view.words) < 6000


async def test_saving_asks_for_the_role_itself(led: World) -> None:
    """Whoever calls, nothing is written for who is no People lead at that moment."""
    draft = AdminDraft(
        draft="d", add=(), remove=(DEV,), lead=None, unlead=None, channel=None, known_channel=None
    )

    with pytest.raises(NotAllowed):
        await save_admin(led.bot.deps, await person(led, BEN), draft)

    assert DEV in await members(led)
