"""Who manages whom, through Slack's protocol."""

from bot.usecases.viewers import manager_of
from tests.world import ANA, BEN, CLEO, GUEST, World


async def manager(here: World, person_id: str) -> str | None:
    """The manager in force."""
    async with here.bot.deps.read() as workspace:
        return await manager_of(workspace, person_id)


async def ask(here: World, asker: str, other: str, claim: str) -> None:
    """Fill in the form."""
    await here.people.command(asker, "/growth manager")
    done = await here.people.submit(asker, {"Who?": other, "What are they to you?": claim})
    assert not done.errors
    await here.deliver()


async def test_nothing_holds_before_the_other_side_agrees(here: World) -> None:
    """A question is not a tie."""
    await ask(here, ANA, BEN, "They report to me")

    assert await manager(here, BEN) is None


async def test_the_report_agrees(here: World) -> None:
    """Once the report says yes, the tie holds, the asker is told and the question is gone."""
    await ask(here, ANA, BEN, "They report to me")

    question = (await here.people.dms(BEN))[-1]
    await here.people.press(BEN, question, "Yes, that’s right")
    await here.deliver()

    assert await manager(here, BEN) == ANA
    assert "ana is your manager now" in (await here.people.dms(BEN))[-1].words
    assert "ben confirmed" in (await here.people.dms(ANA))[-1].words


async def test_a_no_changes_nothing(here: World) -> None:
    """Who says no has no manager, and the asker is told plainly."""
    await ask(here, BEN, ANA, "They are my manager")

    await here.people.press(ANA, (await here.people.dms(ANA))[-1], "No")
    await here.deliver()

    assert await manager(here, BEN) is None
    assert "did not confirm" in (await here.people.dms(BEN))[-1].words


async def test_who_asked_cannot_answer(here: World) -> None:
    """The asker's own press on the other side's question is refused as if there were nothing."""
    await ask(here, ANA, BEN, "They report to me")
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "No")
    pressed = next(entry for entry in await here.people.traffic("block_actions"))
    await ask(here, ANA, BEN, "They report to me")
    stolen = {**pressed.request, "user": {**pressed.request["user"], "id": CLEO}}

    await here.people.send(pressed, user=stolen["user"])

    assert await manager(here, BEN) is None


async def test_a_new_manager_replaces_the_old(here: World) -> None:
    """A person has one manager: the newly confirmed one."""
    await ask(here, ANA, BEN, "They report to me")
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Yes, that’s right")
    await ask(here, CLEO, BEN, "They report to me")
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Yes, that’s right")

    assert await manager(here, BEN) == CLEO


async def test_a_second_press_is_told_so(here: World) -> None:
    """Answering twice changes nothing and says so."""
    await ask(here, ANA, BEN, "They report to me")
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Yes, that’s right")
    pressed = (await here.people.traffic("block_actions"))[-1]

    await here.people.send(pressed)

    assert await manager(here, BEN) == ANA


async def test_a_guest_is_refused_at_the_field(here: World) -> None:
    """A guest manages nobody, and the form says so beside them."""
    await here.people.command(BEN, "/growth manager @guest")

    done = await here.people.submit(BEN, {"What are they to you?": "They are my manager"})

    assert "guest" in done.errors["other"]
    assert await manager(here, GUEST) is None
