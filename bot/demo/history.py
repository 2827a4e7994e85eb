"""The demo's past, lived through up to now."""

from datetime import datetime

from bot.demo.calendar import civil_moment
from bot.demo.clock import Life, SharedClock
from bot.demo.story import HISTORY
from bot.deps import Deps
from bot.usecases.people import take_everyone


async def make_history(clock: SharedClock, deps: Deps, until: datetime) -> None:
    """Live through it all from the beginning on, with every message sent when it was due."""
    await take_everyone(deps)
    life = Life(clock, deps)
    for moment in HISTORY:
        await life.until(civil_moment(until, moment.days_ago, moment.hour))
        await moment.act(deps)
    await life.until(until)
