"""The first weeks: Trellis comes to the flight team, then to the workshop, and habits form."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from pathlib import Path

from bot.demo.acts import keeps_kudos, notes, thanks
from bot.demo.agreements import (
    agrees_to_manage,
    agrees_to_meet,
    asks_to_meet,
    confirms_level,
    names_manager,
    proposes_level,
    switches_on,
)
from bot.demo.calendar import FIRST_DAY, FIRST_HOUR
from bot.demo.story.cast import (
    BARNABY,
    BRAM,
    HAZEL,
    JUNIPER,
    KUDOS_CHANNEL,
    LINNET,
    MARIGOLD,
    OTIS,
    RUFUS,
    SILAS,
    WREN,
)
from bot.demo.story.moment import Moment
from bot.deps import Deps
from bot.domain.people_list import read_people_list
from bot.usecases.frameworks import publish_framework
from bot.usecases.people_import import apply_import
from frameworks.load import LIBRARY, load_file
from storage.choices import Cadence

DEMO = Path(__file__).parent.parent
PEOPLE_LIST = DEMO / "people.csv"
FRAMEWORKS = {
    LIBRARY / "engineering.yaml": (WREN,),
    LIBRARY / "starter.yaml": (SILAS,),
    DEMO / "workshop.yaml": (HAZEL,),
}


async def publishes(deps: Deps) -> None:
    """The frameworks come into force, each with somebody who looks after it."""
    for path, owners in FRAMEWORKS.items():
        framework = load_file(path).framework
        if framework is not None:
            await publish_framework(deps, replace(framework, owners=owners), None)


async def imports(deps: Deps) -> None:
    """The company's list of people is taken over."""
    await apply_import(deps, read_people_list(PEOPLE_LIST.read_bytes()), {})


BEGINNING: Sequence[Moment] = (
    Moment(days_ago=FIRST_DAY, hour=FIRST_HOUR, act=publishes),
    Moment(
        days_ago=182, hour=10, act=switches_on(JUNIPER, (JUNIPER, OTIS, WREN, BRAM, LINNET), KUDOS_CHANNEL)
    ),
    Moment(days_ago=179, hour=9, act=imports),
    Moment(
        days_ago=175,
        hour=10,
        act=switches_on(JUNIPER, (SILAS, HAZEL, BARNABY, MARIGOLD), KUDOS_CHANNEL),
    ),
    Moment(
        days_ago=175,
        hour=11,
        act=thanks(
            JUNIPER,
            MARIGOLD,
            "A kite that nobody answers for is only litter. You answered for ours, all forty letters of "
            "them.",
            "starter:shared/communication",
        ),
    ),
    Moment(days_ago=175, hour=14, act=asks_to_meet(OTIS, WREN, Cadence.MONTHLY, 1, time(9))),
    Moment(days_ago=175, hour=15, act=agrees_to_meet(WREN, OTIS)),
    Moment(
        days_ago=172,
        hour=15,
        act=keeps_kudos(MARIGOLD, "shared/communication", "notes-decisions"),
    ),
    Moment(
        days_ago=168,
        hour=3,
        act=thanks(
            LINNET,
            HAZEL,
            "You let me sew the Petrel's keel myself, wrong twice, before you said anything. Now my hands"
            " know why.",
            "workshop:shared/coaching",
        ),
    ),
    Moment(
        days_ago=168,
        hour=14,
        act=notes(
            WREN,
            "Wrote one page on how many wind stations we poll and why. Two options, one pick, costs in a "
            "table. Yes from both offices within a day, no call.",
            "shared/communication",
            "one-page-proposal",
            shares=True,
        ),
    ),
    Moment(days_ago=168, hour=16, act=asks_to_meet(OTIS, BRAM, Cadence.MONTHLY, 3, time(8))),
    Moment(days_ago=165, hour=1, act=agrees_to_meet(BRAM, OTIS)),
    Moment(days_ago=165, hour=1, act=asks_to_meet(SILAS, HAZEL, Cadence.MONTHLY, 1, time(10))),
    Moment(days_ago=165, hour=2, act=agrees_to_meet(HAZEL, SILAS)),
    Moment(days_ago=165, hour=2, act=keeps_kudos(HAZEL, "shared/coaching", "teaches-at-the-bench")),
    Moment(
        days_ago=165,
        hour=16,
        act=thanks(OTIS, WREN, "One page. No meeting. More of these.", "engineering:shared/communication"),
    ),
    Moment(days_ago=161, hour=9, act=keeps_kudos(WREN, "shared/communication", "one-page-proposal")),
    Moment(days_ago=161, hour=10, act=switches_on(JUNIPER, (RUFUS,), KUDOS_CHANNEL)),
    Moment(days_ago=158, hour=1, act=names_manager(RUFUS, HAZEL)),
    Moment(days_ago=158, hour=2, act=agrees_to_manage(HAZEL, RUFUS)),
    Moment(days_ago=158, hour=3, act=proposes_level(RUFUS, "workshop", "w1")),
    Moment(days_ago=154, hour=1, act=confirms_level(HAZEL, RUFUS)),
    Moment(days_ago=154, hour=2, act=asks_to_meet(HAZEL, RUFUS, Cadence.MONTHLY, 3, time(14))),
    Moment(days_ago=154, hour=4, act=agrees_to_meet(RUFUS, HAZEL)),
)
