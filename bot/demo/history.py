"""The demo's past, lived through up to now."""

from datetime import datetime, time, timedelta

from bot.demo.clock import Life, SharedClock
from bot.demo.story import HISTORY
from bot.demo.story.moment import Moment
from bot.deps import Deps
from bot.usecases.people import take_everyone

SATURDAY = 5


def beginning(now: datetime) -> datetime:
    """When the history begins that ends now."""
    return civil_moment(now, HISTORY[0])


async def make_history(clock: SharedClock, deps: Deps, until: datetime) -> None:
    """Live through it all from the beginning on, with every message sent when it was due."""
    await take_everyone(deps)
    life = Life(clock, deps)
    for moment in HISTORY:
        await life.until(civil_moment(until, moment))
        await moment.act(deps)
    await life.until(until)


def civil_moment(now: datetime, moment: Moment) -> datetime:
    """When something happened, in the same zone as now: always on a working day."""
    day = (now - timedelta(days=moment.days_ago)).date()
    day -= timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    return datetime.combine(day, time(moment.hour), tzinfo=now.tzinfo)
