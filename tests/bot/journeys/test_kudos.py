"""Kudos through Slack's protocol."""

from storage.kudos import kudos_not_kept
from tests.world import ANA, BEN, GUEST, World


async def test_kudos_reach_their_receiver(here: World) -> None:
    """Who is thanked gets a message that says who thanked them, and none of the giver's words."""
    await here.people.command(ANA, "/growth kudos @ben Untangled the rota")

    done = await here.people.submit(ANA)
    await here.deliver()

    assert not done.errors
    said = (await here.people.dms(BEN))[-1]
    assert "ana thanked you" in said.words
    assert "Untangled" not in said.words


async def test_kudos_to_a_guest_are_refused_at_the_field(here: World) -> None:
    """A guest is refused beside the receiver, and what was typed stays."""
    await here.people.command(ANA, "/growth kudos @guest Helped")

    done = await here.people.submit(ANA)

    assert "guest" in done.errors["receivers"]
    async with here.bot.deps.read() as workspace:
        assert not await kudos_not_kept(workspace, GUEST)


async def test_kudos_to_oneself_are_refused_at_the_field(here: World) -> None:
    """Nobody thanks themselves; the form says what to write instead."""
    await here.people.command(ANA, "/growth kudos @ana Helped")

    done = await here.people.submit(ANA)

    assert "write a note instead" in done.errors["receivers"]
