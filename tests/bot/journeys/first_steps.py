"""The first steps as a test takes them."""

from playground.seen import Message
from tests.world import ANA, World

SKIP = "Skip this"


async def newest(here: World, who: str) -> Message:
    """The last message that somebody got."""
    return (await here.people.dms(who))[-1]


async def take(here: World, who: str) -> None:
    """Press the one action of the newest step."""
    steps = [one for one in await here.people.dms(who) if "Step " in one.words]
    await here.people.press(who, steps[-1], "step_take")


async def set_up(here: World) -> None:
    """Ana looks after Trellis, chooses a framework, and switches it on for Ben and Cleo, who are greeted."""
    await here.people.command(ANA, "/growth admin")
    await here.people.close(ANA)
    await here.deliver()
    await take(here, ANA)
    await here.people.submit(ANA, {"For which kind of work?": "Engineering"})
    await here.deliver()
    await take(here, ANA)
    await here.people.submit(ANA, {"For whom?": ["ben", "cleo"]})
    await here.deliver()
