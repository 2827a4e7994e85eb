"""Very many people and pairs, made by the database itself in a few statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, case, cast, literal, select, text
from sqlalchemy.types import String

from bench.company import NOW, found_company, refresh_statistics
from bench.desk import IDENTITY
from bot.deps import Deps
from storage.choices import Cadence, PairKind, PairState, PersonKind, PlacementState
from storage.frameworks import head_ids
from storage.session import Workspace
from storage.tables import pairs, people, placements, rollout

DAY = timedelta(days=1)
DAYS = 28
ZONES = ("UTC", "Europe/London", "Europe/Berlin", "Europe/Athens")
TIMES = (time(10), time(9, 30), time(9))
DM = "D0BENCH"
_FROM = 1_000_000  # numbers of one length, so that ids sort as they do


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """So many people in so many active pairs.

    `due` pairs fall due at `NOW`, as many a day later, and `jobs` prompts a day before; the rest later.
    """

    people: int
    pairs: int
    due: int
    jobs: int

    @property
    def by_day(self) -> tuple[tuple[int, int], ...]:
        """How many pairs fall due so many days from `NOW`."""
        first = ((-1, self.jobs // 2), (0, self.due), (1, self.due))
        left = self.pairs - sum(many for _, many in first)
        rest = [(day, left // (DAYS - 2)) for day in range(2, DAYS)]
        rest[-1] = (DAYS - 1, left - sum(many for _, many in rest[:-1]))
        return (*first, *rest)


async def fill(deps: Deps, crowd: Crowd) -> None:
    """Everybody placed and in the rollout, each in as many pairs as anybody else."""
    await found_company(deps, IDENTITY, 1)
    async with deps.write() as workspace:
        if not workspace.is_sqlite:  # keys to other tables are right by construction
            await workspace.session.execute(text("SET LOCAL session_replication_role = replica"))
        await _add_people(workspace, crowd.people)
        begin = 0
        for day, many in crowd.by_day:
            await _add_pairs(workspace, range(begin, begin + many), day, crowd.people)
            begin += many
    await refresh_statistics(deps)


async def _add_people(workspace: Workspace, many: int) -> None:
    number = _numbers(range(many))
    n = number.c.n
    version = (await head_ids(workspace))["engineering"]
    flags = (
        "is_bot",
        "is_guest",
        "is_stranger",
        "is_admin",
        "is_deactivated",
        "shares_notes",
        "mutes_nudges",
    )
    person = {
        "id": _id("U", n),
        "name": _id("Member ", n),
        "zone": _one_of(people.c.zone, ZONES, n),
        "kind": PersonKind.MEMBER,
        "dm_channel": DM,
        **dict.fromkeys(flags, False),
    }
    placed = {
        "id": _id("L", n),
        "person_id": _id("U", n),
        "framework": "engineering",
        "version_id": version,
        "lane": "ic",
        "level": "e2",
        "since": NOW.date(),
        "state": PlacementState.CONFIRMED,
        "proposed_at": NOW,
        "decided_at": NOW,
    }
    await _insert(workspace, people, person, number)
    await _insert(workspace, rollout, {"person_id": _id("U", n), "added_at": NOW}, number)
    await _insert(workspace, placements, placed, number)


async def _add_pairs(workspace: Workspace, these: range, day: int, many_people: int) -> None:
    if not these:
        return
    number = _numbers(these)
    n = number.c.n
    on = NOW.date() + (day + 1) * DAY
    pair = {
        "id": _id("P", n),
        "first_id": _id("U", n % many_people),
        "second_id": _id("U", (n * 7 + 3) % many_people),
        "kind": PairKind.PEER,
        "state": PairState.ACTIVE,
        "asked_by": _id("U", n % many_people),
        "cadence": Cadence.WEEKLY,
        "anchor": on,
        "local_time": _one_of(pairs.c.local_time, TIMES, n),
        "zone": _one_of(pairs.c.zone, ZONES, n),
        "next_on": on,
        "next_run_at": NOW + day * DAY,
        "version": 1,
        "created_at": NOW,
    }
    await _insert(workspace, pairs, pair, number)


async def _insert(workspace: Workspace, table: Table, values: dict[str, Any], number: Any) -> None:
    whole = {"workspace_id": workspace.id, **values}
    given = [_value(table.c[name], value).label(name) for name, value in whole.items()]
    rows: Select[Any] = select(*given).select_from(number)
    await workspace.session.execute(table.insert().from_select(list(whole), rows))


def _value(column: Column[Any], value: Any) -> ColumnElement[Any]:
    return value if isinstance(value, ColumnElement) else literal(value, type_=column.type)


def _numbers(these: range) -> Any:
    """A table of the numbers of a range."""
    first = select(literal(these.start).label("n")).cte("numbers", recursive=True)
    return first.union_all(select(first.c.n + 1).where(first.c.n < these.stop - 1))


def _id(letter: str, number: ColumnElement[int]) -> ColumnElement[str]:
    return literal(letter) + cast(number + _FROM, String)


def _one_of(column: Column[Any], values: Sequence[Any], number: ColumnElement[int]) -> ColumnElement[Any]:
    typed = [literal(value, type_=column.type) for value in values]
    return case(*((number % len(values) == place, one) for place, one in enumerate(typed)), else_=typed[0])
