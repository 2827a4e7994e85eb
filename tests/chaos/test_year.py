"""A year of a company, hour by hour, against a plain reckoning of who must have got which prompts.

500 people (50 for a quarter of a year without `--full`) found and end 1:1s, change them, move to other zones,
take days off, choose hours, change managers, leave and come back. Meanwhile Slack is busy, away or broken,
workers die, and Trellis is down for days. All of it goes through the real use-cases and the real engine. The
same acts are told to `tests/chaos/year/plain.py`, which knows a calendar and the sentences of the design, and
none of the program's rules. A failure comes again with its seed.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.deps import Deps
from bot.domain.budget import MessageClass
from bot.domain.messages import MANNERS, Kind
from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.usecases.deliveries import purge, reap
from bot.usecases.prompting import recompute_all
from bot.usecases.reviews import nudge_owners
from prompts.load import load_prompts
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.records import Delivery
from storage.session import Database
from tests.chaos.year.chance import Chance
from tests.chaos.year.company import LEAD, Company
from tests.chaos.year.plain import Book, Key
from tests.chaos.year.weather import Killed, Sky, Weather, YearSlack
from tests.ids import counted_ids

SEED = "one"
START = datetime(2026, 2, 23, tzinfo=UTC)
WORKERS = 2
RARELY = 6  # hours between what brings nothing new most of the time
EVERYTHING = 1_000_000


@dataclass(slots=True)
class Year:
    """A company, its weather, its Slack, and what its store held in the course of it."""

    deps: Deps
    company: Company
    slack: YearSlack
    moment: datetime = START
    kept: dict[str, Delivery] = field(default_factory=dict)

    @property
    def book(self) -> Book:
        """The reckoning."""
        return self.company.book

    async def live(self, days: int, hours: int) -> None:
        """So many days, with a look at the clock every so many hours."""
        was_down = False
        for hour in range(0, days * 24, hours):
            self.moment = START + timedelta(hours=hour)
            sky = self.slack.weather.at(self.moment)
            if sky is not Sky.DOWN:
                if was_down:
                    await self._begin_anew()
                await self._hour(sky)
            was_down = sky is Sky.DOWN
            if hour % 720 == 0:
                await self.keep()
                await purge(self.deps)
        await reap(self.deps)
        await self.keep()

    async def _hour(self, sky: Sky) -> None:
        if sky is not Sky.BUSY:  # what is looked at before Slack says so is a matter of order
            await self.company.live()
        before = len(self.slack.arrived)
        await plan_due(self.deps)
        if self.moment.hour % RARELY == 0:
            await reap(self.deps)
            await nudge_owners(self.deps)
        await asyncio.gather(*(self._work() for _ in range(WORKERS)))
        self.book.tick(self.moment)
        for arrived in self.slack.arrived[before:]:
            await self.company.press(arrived)

    async def _begin_anew(self) -> None:
        """Trellis starts, and works out anew when everything is due."""
        await recompute_all(self.deps)
        for meeting in [one for one in self.book.meetings.values() if one.is_on]:
            self.book.look_anew(meeting, self.moment)

    async def _work(self) -> None:
        """One worker after the other."""
        is_over = False
        while not is_over:
            try:
                await deliver_due(self.deps)
                is_over = True
            except Killed:
                continue

    async def keep(self) -> None:
        """Remember what the store holds, as it forgets after a time."""
        async with self.deps.read() as workspace:
            found = await deliveries_in(workspace, list(DeliveryState), limit=EVERYTHING)
        self.kept |= {one.id: one for one in found}

    def of_kind(self, kind: Kind) -> list[Delivery]:
        """All that was ever owed of a kind."""
        return [one for one in self.kept.values() if one.kind == kind]


@asynccontextmanager
async def year_of(address: str, seed: str, people: int, days: int) -> AsyncIterator[Year]:
    """A company that was just founded."""
    database = Database.at(address, in_loop=True)
    weather = Weather.of(seed, START, days)
    book = Book(weather)
    slack = YearSlack(weather, lambda: year.moment, lambda reader, at: book.people[reader].may_hear(at))
    deps = Deps(
        database=database,
        workspace_id="T1",
        slack=slack,  # type: ignore[arg-type]  # as far as messages go
        today=lambda: year.moment,
        ticker=lambda: year.moment,
        ids=counted_ids(),
        prompts=load_prompts(None).prompts,
        named_leads=frozenset({LEAD}),
        pace=timedelta(0),
    )
    year = Year(deps, Company(deps, book, Chance(seed)), slack)
    try:
        await year.company.found(people)
        yield year
    finally:
        await database.close()


def check(year: Year) -> None:
    """All that must hold at the end."""
    prompts = year.of_kind(Kind.PROMPT)
    ours = {(one.cause, date.fromisoformat(one.occurrence), one.recipient): one for one in prompts}
    theirs = year.book.prompts
    assert len(ours) == len(prompts), "owed twice"
    differ = {
        key: (one and (one.state, one.reason, one.due_at), theirs.get(key))
        for key in ours.keys() | theirs.keys()
        if (one := ours.get(key)) is None or key not in theirs or str(one.state) != theirs[key].end
    }
    assert not differ, _listed(differ)
    assert _counts(prompts) == year.book.counts()

    expected = {key: one.arrived_at for key, one in theirs.items() if one.arrived_at is not None}
    arrived = [one for one in year.slack.arrived if one.pair and one.on]
    keys = [(str(one.pair), date.fromisoformat(str(one.on)), one.reader) for one in arrived]
    assert max(Counter(keys).values()) == 1, "sent twice"
    assert dict(zip(keys, (one.at for one in arrived), strict=True)) == expected
    assert not [one for one in arrived if not one.may_hear], "at a quiet hour or on a day off"
    assert all(reader in year.book.meetings[pair].two for pair, _, reader in keys), "to somebody else"


def check_others(year: Year) -> None:
    """What else came: no question at a quiet hour, and each quarter's look once a framework."""
    known = {(one.recipient, one.ts): one for one in year.kept.values() if one.state is DeliveryState.SENT}
    found = [(one, known[one.reader, one.ts]) for one in year.slack.arrived if (one.reader, one.ts) in known]
    waits = [one for one, sent in found if MANNERS[Kind(sent.kind)].message_class is not MessageClass.ANSWER]
    looks = Counter((one.cause, one.occurrence) for one in year.of_kind(Kind.FRAMEWORK_NUDGE))
    assert not [one for one in waits if not one.may_hear]
    assert looks
    assert set(looks.values()) == {1}


def _counts(prompts: list[Delivery]) -> Counter[str]:
    ends = Counter(str(one.state) for one in prompts)
    return ends + Counter(owed=len(prompts), skipped=sum(one.reason == "skipped" for one in prompts))


def _listed(differ: Mapping[Key, object]) -> str:
    """The first of them, and how many there are."""
    first = sorted(differ.items())[:20]
    return "\n".join([f"{len(differ)} differ", *(f"{key}: {both}" for key, both in first)])


@dataclass(frozen=True, slots=True)
class Size:
    """So many people for so many days, with a look at the clock every so many hours."""

    people: int
    days: int
    hours: int


SAMPLE, WHOLE = Size(50, 91, 3), Size(500, 365, 1)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The year on SQLite, and the sample on PostgreSQL, which takes longer; without `--full` one sample."""
    if "size" in metafunc.fixturenames:
        full = [("sqlite", WHOLE), ("postgresql", SAMPLE)]
        sizes = full if metafunc.config.getoption("--full") else [("sqlite", SAMPLE)]
        names = [name for name, _ in sizes]
        metafunc.parametrize(("store", "size"), sizes, ids=names, indirect=["store"])


@pytest.fixture
def store(request: pytest.FixtureRequest) -> str:
    """The URL of an empty store."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_address"))
    request.getfixturevalue("postgres_database")
    return str(request.getfixturevalue("postgres_store"))


@pytest.mark.slow
async def test_everybody_gets_their_prompts(store: str, size: Size) -> None:
    """Owed, sent, skipped, missed, dropped and unknown balance exactly, each at its hour and none twice."""
    async with year_of(store, SEED, size.people, size.days) as year:
        await year.live(size.days, size.hours)

    check(year)
    check_others(year)
    assert set(year.book.counts()) >= {"sent", "skipped", "missed", "dropped", "unknown"}
