"""Forms about kudos, brought up."""

from bot.words import given_kudos, kudos
from tests.bot.journeys.feedback_forms import SAID
from tests.world import ANA, BEN, World


async def given(here: World) -> None:
    """The form, opened by a command that says it all."""
    await here.people.command(ANA, f"/growth kudos @ben {SAID}")


async def kept(here: World) -> None:
    """The form in which a receiver keeps them."""
    await given(here)
    await here.people.submit(ANA)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], kudos.OPEN)


async def details(here: World) -> None:
    """What a giver adds once they were sent."""
    await given(here)
    await here.people.submit(ANA)
    await here.people.press(ANA, None, given_kudos.ADD)
