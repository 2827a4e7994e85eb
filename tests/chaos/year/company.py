"""A company that lives: each act is done with Trellis's own use-cases and told to the reckoning."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.domain.pairs import PairDraft
from bot.domain.ports import Identity, SlackPerson
from bot.domain.preferences import PreferencesDraft
from bot.domain.ties import Claim, ManagerDraft
from bot.usecases.deliveries import settle_press
from bot.usecases.frameworks import publish_framework
from bot.usecases.installing import begin
from bot.usecases.management import ask_management, decide_tie
from bot.usecases.pairs import decide_pair, leave_pair, open_pair, set_up_pair
from bot.usecases.people import hear_of_person, take_person
from bot.usecases.preferences import save_preferences
from bot.usecases.prompts import skip_prompts
from frameworks.load import load_library
from storage.choices import Cadence, Consent, PairKind
from storage.management import ties_of
from storage.people import add_to_rollout, get_person
from storage.records import Person
from storage.types import Days
from storage.workspaces import add_installation
from tests.chaos.year.chance import Chance
from tests.chaos.year.plain import DAY, Book, Meeting, Somebody
from tests.chaos.year.singles import do_with_one, forget_ahead
from tests.chaos.year.weather import DM, Arrived

LEAD = "U0LEAD"
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Pacific/Niue",
)
RHYTHMS = ("weekly", "weekly", "biweekly", "monthly")
NIGHTS = ((18, 9), (18, 9), (17, 8), (20, 10), (22, 6), (12, 13), (0, 0))
WEEKS = ((0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (6, 0, 1, 2, 3), (0, 1, 2, 3), (1, 2, 3, 4, 5))
ACTS = (
    *["day_off"] * 6,
    *["hours"] * 4,
    *["change"] * 4,
    *["meet"] * 4,
    *["move"] * 2,
    *["manager"] * 2,
    *["single"] * 6,
    *["end", "leave", "come_back"],
)


@dataclass(slots=True)
class Company:
    """The people, and what they do next."""

    deps: Deps
    book: Book
    chance: Chance
    managers: dict[str, str] = field(default_factory=dict)
    _asked: list[Meeting] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The civil moment."""
        return self.deps.today()

    async def found(self, many: int) -> None:
        """Everybody comes, and says who their manager is; and they meet."""
        for number in range(many):
            person = Somebody(id=f"U{number:03}", zone=self.chance.one_of(ZONES))
            self.book.people[person.id] = person
        self.book.people[LEAD] = Somebody(id=LEAD, zone=ZONES[0])
        async with self.deps.write() as workspace:
            await add_installation(workspace, "Acme", self.now)
        for person in self.book.people.values():
            await self._show(person)
        await begin(self.deps, Identity(team_id="T1", team_name="Acme", user_id="UBOT", bot_id="BBOT"))
        async with self.deps.write() as workspace:
            await add_to_rollout(workspace, list(self.book.people), None, self.now)
        for loaded in load_library():
            if loaded.framework is not None:
                await publish_framework(self.deps, loaded.framework, None)
        for person in self.book.people.values():
            await self._choose(person, snoozed_until=date.min, is_first=True)
        for number in range(1, many):
            await self._be_managed(f"U{number:03}", f"U{self.chance.below(number):03}")
        for _ in range(many // 2):
            await self.meet()

    async def live(self) -> None:
        """Whatever people do at this moment."""
        for meeting in self._asked[:1]:
            self._asked.remove(meeting)
            await self._answer(meeting)
        for _ in range(max(1, len(self.book.people) // 50)):
            if self.chance.once_in(10):
                await getattr(self, self.chance.one_of(ACTS))()

    async def press(self, arrived: Arrived) -> None:
        """Some look at what they got, and a few pass over it."""
        reader = self.book.people[arrived.reader]
        if not (arrived.pair and arrived.on and arrived.delivery) or not reader.is_here:
            return
        is_skip = self.chance.once_in(12)
        if not is_skip and not self.chance.once_in(4):
            return
        await settle_press(self.deps, arrived.delivery, reader.id, DM + reader.id, arrived.ts)
        if is_skip:
            await skip_prompts(self.deps, await self._stored(reader.id), arrived.delivery)
        self.book.press((arrived.pair, date.fromisoformat(arrived.on), reader.id), skips=is_skip)

    async def meet(self) -> None:
        """Two ask for a 1:1; it is answered now, later or never."""
        one, other = self._anybody(), self._anybody()
        if one is not other and not self._know_each_other(one.id, other.id):
            meeting = await self._ask(one, other, PairKind.PEER)
            if self.chance.once_in(2):
                self._asked.append(meeting)
            else:
                await self._answer(meeting)

    async def change(self) -> None:
        """One of two wants another time."""
        if (found := self._any_meeting()) is None:
            return
        person_id = self.chance.one_of(found.two)
        zone = self.chance.one_of([found.zone, self.book.people[person_id].zone])
        keeps_day = self.chance.once_in(2)
        weekday = found.first.weekday() if keeps_day else self.chance.below(5)
        every = found.every if keeps_day else self.chance.one_of(RHYTHMS)
        changed = Meeting(
            id=found.id,
            two=found.two,
            every=every,
            first=found.first,
            at=self._time(),
            zone=zone,
            is_managers=found.is_managers,
        )
        if (every, weekday) != (found.every, found.first.weekday()):
            changed.first = self._first(changed, weekday)
        if (changed.every, changed.first, changed.at, changed.zone) == (
            found.every,
            found.first,
            found.at,
            found.zone,
        ):
            return
        await self._submit(person_id, changed, weekday)
        forget_ahead(found, changed, self.now)
        self.book.begin(changed, self.now)

    async def single(self) -> None:
        """One of two moves or leaves out a single 1:1, or pauses all."""
        if (found := self._any_meeting()) is not None:
            actor = await self._stored(self.chance.one_of(found.two))
            if await do_with_one(self.deps, actor, found, self.chance):
                self.book.begin(found, self.now)

    async def end(self) -> None:
        """One of two ends it."""
        if (found := self._any_meeting()) is not None:
            await leave_pair(self.deps, await self._stored(self.chance.one_of(found.two)), found.id)
            self.book.stop(found)

    async def manager(self) -> None:
        """Somebody has another manager."""
        report, manager = self._anybody(), self._anybody()
        is_new = self.managers.get(report.id) != manager.id
        if report is not manager and is_new and not self._know_each_other(report.id, manager.id):
            await self._be_managed(report.id, manager.id)

    async def move(self) -> None:
        """Somebody moves to another zone."""
        person = self._anybody()
        person.zone = self.chance.one_of(ZONES)
        await hear_of_person(self.deps, self._shown(person), self.deps.ids())
        self._look_anew(person)

    async def leave(self) -> None:
        """Somebody leaves the company."""
        person = self._anybody()
        self.book.leave(person.id)
        self._asked = [one for one in self._asked if person.id not in one.two]
        await self._show(person)

    async def come_back(self) -> None:
        """Somebody who left is here again."""
        gone = [person for person in self.book.people.values() if not person.is_here]
        if gone:
            person = self.chance.one_of(gone)
            person.is_here = True
            await self._show(person)

    async def day_off(self) -> None:
        """Somebody takes some days off, or wants to hear nothing until a day."""
        person = self._anybody()
        first = person.local(self.now).date() + self.chance.below(20) * DAY
        days = (first, first + self.chance.below(12) * DAY)
        snoozed = person.snoozed_until
        if self.chance.once_in(4):
            snoozed, added = days[1] + DAY, None
        else:
            added = days
        await self._choose(person, added=added, snoozed_until=snoozed)

    async def hours(self) -> None:
        """Somebody chooses other hours, and whether they want prompts."""
        person = self._anybody()
        person.quiet_from, person.quiet_until = self.chance.one_of(NIGHTS)
        person.workdays = frozenset(self.chance.one_of(WEEKS))
        wanted_before, person.wants_prompts = person.wants_prompts, not self.chance.once_in(6)
        await self._choose(person, snoozed_until=person.snoozed_until, wanted_before=wanted_before)

    async def _choose(
        self,
        person: Somebody,
        *,
        added: tuple[date, date] | None = None,
        snoozed_until: date,
        wanted_before: bool | None = None,
        is_first: bool = False,
    ) -> None:
        """What comes once a week in place of prompts is switched off by everybody at first, for good."""
        today = person.local(self.now).date()
        kept = [days for days in person.days_off if days[1] >= today]
        added = added if len(kept) < 9 else None
        is_snoozed = snoozed_until > today
        await save_preferences(
            self.deps,
            await self._stored(person.id),
            PreferencesDraft(
                draft=self.deps.ids(),
                quiet_from=time(person.quiet_from),
                quiet_until=time(person.quiet_until),
                workdays=tuple(person.workdays),
                kept=frozenset(str(Days(*days)) for days in kept),
                first=added[0] if added else None,
                last=added[1] if added else None,
                digest=None,
                digest_at=None,
                snoozed_until=snoozed_until if is_snoozed else None,
                mutes_all=False,
                known_mutes_all=False,
                off=_off(person.wants_prompts),
                known_off=frozenset()
                if is_first
                else _off(person.wants_prompts if wanted_before is None else wanted_before),
                is_unannounced=False,
                hides_hints=False,
            ),
        )
        person.days_off = [*kept, *([added] if added else [])]
        person.snoozed_until = snoozed_until if is_snoozed else date.min
        self._look_anew(person)

    async def _be_managed(self, report_id: str, manager_id: str) -> None:
        """The report says so, the manager agrees, and they meet; with the manager before it is over."""
        report, manager = await self._stored(report_id), await self._stored(manager_id)
        draft = ManagerDraft(draft=self.deps.ids(), other_id=manager_id, claim=Claim.MY_MANAGER)
        await ask_management(self.deps, report, draft)
        async with self.deps.read() as workspace:
            ties = await ties_of(workspace, report_id, Consent.ASKED)
        tie = next(one for one in ties if (one.report_id, one.manager_id) == (report_id, manager_id))
        await decide_tie(self.deps, manager, tie.id, agrees=True)
        before = self.book.between(report_id, self.managers.get(report_id, ""))
        if before is not None and before.is_managers:
            self.book.stop(before)
        self.managers[report_id] = manager_id
        people = self.book.people
        await self._answer(await self._ask(people[manager_id], people[report_id], PairKind.MANAGER))

    async def _ask(self, one: Somebody, other: Somebody, kind: PairKind) -> Meeting:
        meeting = Meeting(
            id="",
            two=(one.id, other.id),
            every=self.chance.one_of(RHYTHMS),
            first=self.now.date(),
            at=self._time(),
            zone=one.zone,
            is_managers=kind is PairKind.MANAGER,
        )
        weekday = self.chance.below(5)
        meeting.first = self._first(meeting, weekday)
        meeting.id = await self._submit(one.id, meeting, weekday)
        return meeting

    async def _answer(self, meeting: Meeting) -> None:
        asker, asked = meeting.two
        desk = await open_pair(self.deps, await self._stored(asked), asker)
        assert desk.shown is not None
        agrees = meeting.is_managers or not self.chance.once_in(5)
        version = desk.shown.pair.version
        await decide_pair(self.deps, await self._stored(asked), meeting.id, version, agrees=agrees)
        if agrees:
            self.book.begin(meeting, self.now)

    async def _submit(self, person_id: str, meeting: Meeting, weekday: int) -> str:
        """The form of a 1:1, as one of the two sends it; returns the pair's id."""
        actor = await self._stored(person_id)
        other_id = next(one for one in meeting.two if one != person_id)
        shown = (await open_pair(self.deps, actor, other_id)).shown
        draft = PairDraft(
            draft=self.deps.ids(),
            other_id=other_id,
            kind=PairKind.MANAGER if meeting.is_managers else PairKind.PEER,
            cadence=Cadence(meeting.every),
            weekday=weekday,
            at=meeting.at,
            zone=meeting.zone,
            pair_id=shown.pair.id if shown else None,
            version=shown.pair.version if shown else None,
        )
        done = await set_up_pair(self.deps, actor, draft)
        assert done is not None
        return done[1].pair.id

    def _look_anew(self, person: Somebody) -> None:
        for meeting in self.book.of(person.id):
            self.book.look_anew(meeting, self.now)

    def _first(self, meeting: Meeting, weekday: int) -> date:
        """The first date of a weekday on which the 1:1 is still ahead."""
        days = (self.now.date() + number * DAY for number in range(-1, 9))
        return next(day for day in days if day.weekday() == weekday and meeting.moment(day) > self.now)

    def _time(self) -> time:
        return time(7 + self.chance.below(12), 30 * self.chance.below(2))

    def _any_meeting(self) -> Meeting | None:
        going_on = [one for one in self.book.meetings.values() if one.is_on]
        return self.chance.one_of(going_on) if going_on else None

    def _anybody(self) -> Somebody:
        here = [one for one in self.book.people.values() if one.is_here and one.id != LEAD]
        return self.chance.one_of(here)

    def _know_each_other(self, one: str, other: str) -> bool:
        asked = any({one, other} == set(meeting.two) for meeting in self._asked)
        return asked or self.book.between(one, other) is not None

    async def _stored(self, person_id: str) -> Person:
        async with self.deps.read() as workspace:
            return await get_person(workspace, person_id)

    async def _show(self, person: Somebody) -> None:
        await take_person(self.deps, self._shown(person))

    def _shown(self, person: Somebody) -> SlackPerson:
        return SlackPerson(
            id=person.id, name=f"Name {person.id}", zone=person.zone, is_deactivated=not person.is_here
        )


def _off(wants_prompts: bool) -> frozenset[str]:
    return frozenset({Kind.WEEK}) if wants_prompts else frozenset({Kind.WEEK, Kind.PROMPT})
