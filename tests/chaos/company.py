"""Many people in pairs, all of whom are due."""

import itertools
from collections.abc import Iterator
from datetime import time, timedelta

from bot.deps import Deps
from bot.domain.ports import Identity
from bot.usecases.installing import begin
from storage.pairs import add_pair
from storage.people import add_to_rollout, put_person
from storage.records import Pair
from tests.chaos.worker import TEAM, TODAY
from tests.storage.builders import some_pair, some_person

TOMORROW = TODAY.date() + timedelta(days=1)
IDENTITY = Identity(team_id=TEAM, team_name="Fernhill", user_id="U0APP", bot_id="B0APP")


async def found(deps: Deps, people: int) -> None:
    """People in the rollout; every other has met the bot before."""
    await begin(deps, IDENTITY)
    names = [f"U{number:03}" for number in range(people)]
    async with deps.write() as workspace:
        for name, is_met in zip(names, itertools.cycle((True, False)), strict=False):
            channel = f"D{name}" if is_met else None
            await put_person(workspace, some_person(id=name, name=name, zone="UTC", dm_channel=channel))
        await add_to_rollout(workspace, names, None, deps.today())


def due_pairs(people: int) -> Iterator[Pair]:
    """Pairs without end, each person with the next, then with the next but one: all due since a minute."""
    for number in itertools.count():
        round_, first = divmod(number, people)
        yield some_pair(
            id=f"p{number:05}",
            first=f"U{first:03}",
            second=f"U{(first + round_ + 1) % people:03}",
            anchor=TOMORROW,
            next_on=TOMORROW,
            local_time=time(10),
            zone="UTC",
            next_run_at=TODAY - timedelta(minutes=1),
            created_at=TODAY,
        )


async def make_due(deps: Deps, pairs: Iterator[Pair], many: int) -> None:
    """So many pairs more."""
    async with deps.write() as workspace:
        for pair in itertools.islice(pairs, many):
            await add_pair(workspace, pair)
