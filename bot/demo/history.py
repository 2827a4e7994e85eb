"""The demo's past, lived through up to now."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial

from bot.demo.story import HISTORY
from bot.demo.story.moment import Moment
from bot.deps import Deps
from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.usecases.people import take_everyone

NO_PACE = timedelta(0)
SATURDAY = 5


async def make_history(deps: Deps) -> None:
    """Live through it all up to now, the messages of each day sent on that day."""
    await take_everyone(deps)
    now = deps.today()
    for moment in HISTORY:
        then = replace(deps, today=partial(civil_moment, now, moment))
        await moment.act(then)
        await plan_due(then)
        await deliver_due(then, NO_PACE)


def civil_moment(now: datetime, moment: Moment) -> datetime:
    """When something happened, in the same zone as now: always on a working day."""
    day = (now - timedelta(days=moment.days_ago)).date()
    day -= timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    return datetime.combine(day, time(moment.hour), tzinfo=now.tzinfo)
