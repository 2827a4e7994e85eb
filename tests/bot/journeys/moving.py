"""The form that moves, skips and pauses 1:1s, and what is stored of them."""

from typing import Any

from playground.seen import SubmitResult, View
from storage.meetings import meetings_of
from storage.records import Meeting
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import found
from tests.world import ANA, World

OPEN, WHICH, WHAT = "Move, skip or pause", "Which 1:1?", "What should happen?"
DAY, TIME, UNTIL = "To which day?", "At what time?", "Until which day?"
MOVE, SKIP = "Move it, this once", "Skip it, this once"
PAUSE, RESUME, BACK = "Pause all of them for a while", "End the pause now", "Put it back to its usual time"


async def opened(here: World, who: str = ANA) -> View:
    """The form, from the list."""
    await here.people.command(who, "/growth 1on1")
    await here.people.press(who, None, OPEN)
    return await shown(here, who)


async def sent(here: World, what: str, who: str = ANA, **answers: Any) -> SubmitResult:
    """The form opened, filled in and sent; `answers` are by label."""
    await opened(here, who)
    await here.people.choose(who, WHAT, what)
    done = await here.people.submit(who, answers)
    await here.deliver()
    return done


async def known(here: World) -> tuple[Meeting, ...]:
    """What is stored of single 1:1s of Ana and Ben."""
    pair = await found(here)
    assert pair is not None
    async with here.bot.deps.read() as workspace:
        return (await meetings_of(workspace, [pair.id])).get(pair.id, ())
