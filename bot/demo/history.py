"""Two months in the life of Thistledown Kites, as they would have come about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from bot.demo.acts import Act, keeps_kudos, meet, names_manager, notes, proposes_level, switches_on, thanks
from bot.demo.clock import SharedClock, live, live_until
from bot.deps import Deps
from bot.domain.people_list import read_people_list
from bot.usecases.frameworks import publish_framework
from bot.usecases.people import take_everyone
from bot.usecases.people_import import apply_import
from frameworks.load import LIBRARY, load_file
from storage.records import Cadence

PEOPLE_LIST = Path(__file__).parent / "people.csv"
JUNIPER, OTIS, WREN, BRAM, POPPY = "U0JUNIPER", "U0OTIS", "U0WREN", "U0BRAM", "U0POPPY"
SILAS, MARIGOLD, COSMO = "U0SILAS", "U0MARIGOLD", "U0COSMO"
EVERYBODY = (JUNIPER, OTIS, WREN, BRAM, POPPY, SILAS, MARIGOLD, COSMO)
KUDOS_CHANNEL = "C0KUDOS"
OWNERS = {"engineering": (WREN,), "starter": (SILAS,)}
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that happened so many days ago, on the working day before where that was a weekend."""

    days_ago: int
    hour: int
    act: Act


async def publishes(deps: Deps) -> None:
    """Both frameworks come into force, each with somebody who looks after it."""
    for name, owners in OWNERS.items():
        framework = load_file(LIBRARY / f"{name}.yaml").framework
        if framework is not None:
            await publish_framework(deps, replace(framework, owners=owners), None)


async def imports(deps: Deps) -> None:
    """The company's list of people is taken over."""
    await apply_import(deps, read_people_list(PEOPLE_LIST.read_bytes()), {})


HISTORY: Sequence[Moment] = (
    Moment(days_ago=63, hour=9, act=publishes),
    Moment(days_ago=63, hour=10, act=switches_on(JUNIPER, EVERYBODY, KUDOS_CHANNEL)),
    Moment(days_ago=62, hour=11, act=imports),
    Moment(days_ago=60, hour=12, act=meet(OTIS, WREN, Cadence.WEEKLY, 1, time(10, 30))),
    Moment(days_ago=60, hour=13, act=meet(OTIS, BRAM, Cadence.BIWEEKLY, 3, time(14, 0))),
    Moment(days_ago=59, hour=14, act=meet(SILAS, MARIGOLD, Cadence.BIWEEKLY, 2, time(11, 0))),
    Moment(
        days_ago=55,
        hour=11,
        act=thanks(
            OTIS,
            WREN,
            "You led the answer when the wind service went down, and the write-up was out the next day.",
            "engineering:engineering/reliability",
        ),
    ),
    Moment(days_ago=55, hour=14, act=keeps_kudos(WREN, "engineering/reliability", "leads-the-answer")),
    Moment(
        days_ago=48,
        hour=15,
        act=notes(
            BRAM,
            "The altitude setting would not fit the date. Cut it in half with Silas, and shipped that.",
            "shared/delivery",
            "cuts-scope-together",
            shares=True,
        ),
    ),
    Moment(
        days_ago=41,
        hour=12,
        act=thanks(
            WREN,
            BRAM,
            "Your review of the gust code taught me more than I taught you: two of us work that way now.",
            "engineering:engineering/quality",
        ),
    ),
    Moment(days_ago=40, hour=14, act=keeps_kudos(BRAM, "engineering/quality", "review-that-teaches")),
    Moment(
        days_ago=34,
        hour=14,
        act=notes(
            WREN,
            "Ran the rehearsal of a dead mast with Bram and Poppy. Two steps of the runbook were wrong.",
            "engineering/reliability",
            "rehearses-failure",
            shares=True,
        ),
    ),
    Moment(
        days_ago=33,
        hour=15,
        act=thanks(
            BRAM,
            WREN,
            "After the rehearsal I was not afraid of the pager for the first time.",
            "engineering:engineering/reliability",
        ),
    ),
    Moment(days_ago=32, hour=16, act=keeps_kudos(WREN, "engineering/reliability", "rehearses-failure")),
    Moment(
        days_ago=27,
        hour=11,
        act=thanks(
            MARIGOLD,
            SILAS,
            "You wrote down what we decided about late orders, and nobody has asked twice since.",
            "starter:shared/communication",
        ),
    ),
    Moment(
        days_ago=20,
        hour=15,
        act=notes(
            POPPY,
            "Asked Wren after an hour with the tail simulator, with a list of what I had tried.",
            "shared/collaboration",
            "asks-when-stuck",
        ),
    ),
    Moment(
        days_ago=13,
        hour=10,
        act=thanks(
            BRAM,
            POPPY,
            "The page on how to read the wind log saved me an afternoon.",
            "engineering:shared/learning",
        ),
    ),
    Moment(
        days_ago=9,
        hour=14,
        act=notes(
            MARIGOLD,
            "Sat with two customers while they put a kite together, and changed page one of the leaflet.",
            "shared/learning",
            "watches-customers",
            shares=True,
        ),
    ),
    Moment(
        days_ago=6,
        hour=11,
        act=thanks(
            JUNIPER,
            OTIS,
            "Thank you for saying no to the night flight, and for saying it early.",
            quietly=True,
        ),
    ),
    Moment(days_ago=3, hour=9, act=proposes_level(BRAM, "engineering", "e3")),
    Moment(days_ago=2, hour=11, act=names_manager(COSMO, SILAS)),
    Moment(
        days_ago=1,
        hour=15,
        act=thanks(
            SILAS,
            MARIGOLD,
            "The customer with the torn wing wrote again, to say how clear your answer was.",
            "starter:shared/communication",
        ),
    ),
)


def beginning(now: datetime) -> datetime:
    """When the history begins that ends now."""
    return civil_moment(now, HISTORY[0])


async def make_history(clock: SharedClock, deps: Deps, until: datetime) -> None:
    """Live through it all from the beginning on, with every message sent when it was due."""
    await take_everyone(deps)
    for moment in HISTORY:
        await live_until(clock, deps, civil_moment(until, moment))
        await moment.act(deps)
        await live(deps)
    await live_until(clock, deps, until)


def civil_moment(now: datetime, moment: Moment) -> datetime:
    """When something happened, in the same zone as now: always on a working day."""
    day = (now - timedelta(days=moment.days_ago)).date()
    day -= timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    return datetime.combine(day, time(moment.hour), tzinfo=now.tzinfo)
