"""The demo's company, and what its past leaves on people's desks."""

import csv
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.calendar import civil_moment
from bot.demo.stage import COMPANY
from bot.demo.story import HISTORY
from bot.demo.story.beginning import FRAMEWORKS, PEOPLE_LIST
from bot.demo.story.cast import EVERYBODY, FLIGHT, JUNIPER, KUDOS_CHANNEL, WORKSHOP
from bot.domain.prompting import Hours, run_at
from bot.domain.timetable import timetable_of
from bot.domain.visibility import sight
from bot.usecases.asks import asks_waiting
from bot.usecases.placements import proposals_for
from bot.usecases.reviews import reviews_for
from bot.usecases.steps import step_seen
from bot.usecases.viewers import manager_of, people_leads, viewer_of
from bot.usecases.waiting import waiting_for
from frameworks.lint import lint
from frameworks.load import load_file
from storage.choices import Cadence, Consent, DeliveryState, EvidenceSource, PersonKind, Verdict
from storage.deliveries import count_by_state
from storage.evidence import evidence_of
from storage.feedback import feedback_unread
from storage.kudos import kudos_not_kept, kudos_received
from storage.management import ties_of
from storage.observations import observations_unread
from storage.pairs import pairs_of
from storage.people import everyone, rollout_members
from storage.placements import placement_history, placements_now
from storage.records import Evidence, Kudos, Pair, Person
from storage.summaries import unanswered_summaries
from tests.bot.journeys.kept import shown
from tests.staged import MADE_UP, THURSDAY
from tests.world import World

HALF_A_YEAR_AGO = THURSDAY - timedelta(days=182)
WORK_BEGINS, WORK_ENDS = time(9), time(18)
ZONES = {person.id: ZoneInfo(person.tz) for person in MADE_UP.people}
ROWS = {row["user"]: row for row in csv.DictReader(PEOPLE_LIST.read_text(encoding="utf-8").splitlines())}


async def all_kudos(demo: World) -> list[Kudos]:
    """Every kudos that was given."""
    async with demo.bot.deps.read() as workspace:
        own = [sight(await viewer_of(workspace, person), person) for person in EVERYBODY]
        return [one for seen in own for one in await kudos_received(workspace, seen, since=HALF_A_YEAR_AGO)]


async def notes_of(demo: World, person: str, reader: str | None = None) -> tuple[Evidence, ...]:
    """What a person noted, as far as a reader may read it."""
    async with demo.bot.deps.read() as workspace:
        seen = sight(await viewer_of(workspace, reader or person), person)
        return await evidence_of(workspace, seen, since=HALF_A_YEAR_AGO.date(), until=THURSDAY.date())


async def people(demo: World) -> dict[str, Person]:
    """Everybody as the store knows them."""
    async with demo.bot.deps.read() as workspace:
        return {person.id: person for person in await everyone(workspace)}


async def all_pairs(demo: World) -> list[Pair]:
    """Every 1:1, once."""
    async with demo.bot.deps.read() as workspace:
        found = [one for person in EVERYBODY for one in await pairs_of(workspace, person)]
    return list({one.id: one for one in found}.values())


@pytest.mark.slow
async def test_the_history_leaves_a_company_at_work(demo: World) -> None:
    """Everybody is switched on, nearly all are placed and have a manager, and no message went astray."""
    async with demo.bot.deps.read() as workspace:
        assert await rollout_members(workspace) == set(EVERYBODY)
        assert await people_leads(workspace) == (JUNIPER,)
        placed = await placements_now(workspace)
        managers = {person: await manager_of(workspace, person) for person in EVERYBODY}
        counts = await count_by_state(workspace)
    known = await people(demo)
    assert placed.keys() == set(EVERYBODY) - {JUNIPER, "U0COSMO"}
    assert {one.framework for one in placed.values()} == {"engineering", "workshop", "starter"}
    assert [one.person_id for one in placed.values() if one.second_framework] == ["U0LINNET"]
    assert {person for person, manager in managers.items() if manager is None} == {JUNIPER, "U0COSMO"}
    assert [person for person in EVERYBODY if known[person].kind is PersonKind.CONTRACTOR] == ["U0BARNABY"]
    assert not counts.keys() & {DeliveryState.UNKNOWN, DeliveryState.SENDING}
    assert len(await demo.people.messages("U0POPPY", KUDOS_CHANNEL)) >= 30


@pytest.mark.slow
async def test_what_waits_when_the_demo_begins(demo: World) -> None:
    """Each of those whom the demo names first finds something to do, and a summary has something to say."""
    async with demo.bot.deps.read() as workspace:
        (asked,) = await ties_of(workspace, "U0SILAS", Consent.ASKED)
        (proposal,) = await proposals_for(workspace, demo.bot.deps, "U0OTIS")
        fresh = (await kudos_not_kept(workspace, "U0WREN"))[0]
        to_keep = await kudos_not_kept(workspace, "U0POPPY")
        (to_answer,) = await unanswered_summaries(workspace, "U0BRAM", THURSDAY - timedelta(days=14))
        history = await placement_history(workspace, "U0RUFUS")
        told = await feedback_unread(workspace, "U0WREN")
        asked_of = [await asks_waiting(workspace, demo.bot.deps, one) for one in ("U0POPPY", "U0OTIS")]
        idle = [one for one in EVERYBODY if not await waiting_for(workspace, demo.bot.deps, one)]
    assert (asked.report_id, asked.manager_id) == ("U0COSMO", "U0SILAS")
    assert (proposal.person.id, proposal.placement.level) == ("U0BRAM", "e3")
    assert (THURSDAY - fresh.given_at).days == 0
    assert (len(to_keep), len(await notes_of(demo, "U0POPPY"))) == (2, 1)
    assert to_answer.manager_id == "U0OTIS"
    assert [one.author_id for one in told] == ["U0BRAM"]
    assert [[one.asker.id for one in waiting] for waiting in asked_of] == [["U0WREN"], ["U0WREN"]]
    assert {one.level for one in history} == {"w1", "w2"}
    assert not {one.user for one in MADE_UP.tries} & set(idle) - {"U0HAZEL"}

    said = await reviews_for(demo.bot.deps, (await people(demo))["U0WREN"], "engineering")
    assert [one.review.closed_at is None for one in said] == [False]
    assert {answer.verdict for answer in said[0].answers} == {Verdict.KEEP, Verdict.REWORD}

    await demo.people.open_home("U0OTIS")
    await demo.deliver()
    home = await demo.people.home("U0OTIS")
    await demo.people.command("U0OTIS", "/growth summary @wren")
    summary = await demo.people.view("U0OTIS")
    assert home is not None
    assert "Bram Sparrow asks you to confirm" in home.words
    assert summary is not None
    assert "Running systems" in summary.words


@pytest.mark.slow
async def test_who_came_last_is_still_on_the_first_steps(demo: World) -> None:
    """Everybody else is under way: no first step stands on the Home of a company at work."""
    known = await people(demo)
    async with demo.bot.deps.read() as workspace:
        steps = {one: await step_seen(workspace, known[one]) for one in EVERYBODY}

    assert {one for one, step in steps.items() if step} == {"U0COSMO"}


@pytest.mark.slow
async def test_what_people_wrote(demo: World) -> None:
    """No two texts are alike, all were written at work, and one skill of Wren's is thin."""
    kudos = await all_kudos(demo)
    notes = [one for person in EVERYBODY for one in await notes_of(demo, person) if one.kudos_id is None]
    wren = await notes_of(demo, "U0WREN")

    texts = [one.text for one in kudos] + [one.text for one in notes]
    assert len(texts) == len(set(texts)) > 60
    written = [(one.giver_id, one.given_at) for one in kudos] + [
        (one.author_id, one.written_at) for one in notes
    ]
    written += [(one.owner_id, at) for one in notes for at in (one.read_at, one.replied_at) if at]
    written += [(one.asked_by, one.created_at) for one in await all_pairs(demo)]
    local = [at.astimezone(ZONES[person]) for person, at in written]
    assert all(WORK_BEGINS <= at.time() < WORK_ENDS and at.weekday() < 5 for at in local)
    assert any(not one.is_public for one in kudos)
    assert any(not one.competencies for one in kudos)
    assert any(one.is_shared for one in notes)
    assert any(not one.is_shared for one in notes)
    assert not [one for one in wren if "shared/learning" in {mark.competency for mark in one.marks}]
    assert len(wren) > 8


@pytest.mark.slow
async def test_what_managers_saw(demo: World) -> None:
    """Each manager wrote of their own reports, mostly to keep doing; one waits for Wren."""
    everything = [one for person in EVERYBODY for one in await notes_of(demo, person)]
    seen = [one for one in everything if one.source is EvidenceSource.OBSERVATION]
    async with demo.bot.deps.read() as workspace:
        managers = {person: await manager_of(workspace, person) for person in EVERYBODY}
        waits = {person: await observations_unread(workspace, person) for person in EVERYBODY}

    assert 8 <= len(seen) <= 12
    assert 2 <= len([one for one in seen if not one.is_favourable]) <= 3
    assert {one.author_id for one in seen} == {JUNIPER, "U0OTIS", "U0SILAS", "U0HAZEL"}
    assert all(one.author_id == managers[one.owner_id] for one in seen)
    assert all(one.marks[0].behaviour for one in seen)
    assert all(one.reply for one in seen if not one.is_favourable)
    assert any(one.reply for one in seen if one.is_favourable)
    assert any(not one.reply for one in seen)
    assert {person: len(found) for person, found in waits.items() if found} == {"U0WREN": 1}


@pytest.mark.slow
async def test_what_a_manager_saw_counts_beside_the_answer(demo: World) -> None:
    """Where Bram fell short in Otis's words, the summary says so, and both texts stand behind the line."""
    await demo.people.command("U0OTIS", "/growth summary @bram")
    summary = await shown(demo, "U0OTIS")
    lines = [one for one in summary.blocks if "not yet, in Otis Fenwick’s words" in str(one)]
    place = next(str(one["block_id"]) for one in lines if "accessory" in one)

    await demo.people.press("U0OTIS", summary, "summary_sources", block=place)

    page = await shown(demo, "U0OTIS")
    assert "Alarm for silent masts went live" in page.words
    assert "a gull on a mast no longer counts" in page.words


@pytest.mark.slow
async def test_nobody_reads_what_they_may_not(demo: World) -> None:
    """A note opens to its owner, its witness and the manager it was shared with: to nobody else."""
    for owner in EVERYBODY:
        own = await notes_of(demo, owner)
        for reader in set(EVERYBODY) - {owner}:
            seen = {one.id for one in await notes_of(demo, owner, reader)}
            allowed = {
                one.id
                for one in own
                if reader in {named.person_id for named in one.readers if one.is_shared}
                or reader in {witness.person_id for witness in one.witnesses}
            }
            assert seen <= allowed, (owner, reader)


@pytest.mark.slow
async def test_prompts_come_on_each_working_day(demo: World) -> None:
    """Prompts come on each working day ahead: on a Monday at 09:00, to Otis and Wren."""
    lisbon = ZoneInfo("Europe/Lisbon")
    due = {
        one: run_at(timetable_of(one), one.next_on, (Hours(one.zone), Hours(one.zone))).astimezone(lisbon)
        for one in await all_pairs(demo)
        if one.cadence is Cadence.WEEKLY and one.next_on is not None
    }

    assert {at.weekday() for at in due.values()} == {0, 1, 2, 3, 4}
    assert all(WORK_BEGINS <= at.time() < WORK_ENDS for at in due.values())
    (first,) = [one for one, at in due.items() if at.weekday() == 0]
    assert (due[first].time(), {first.first_id, first.second_id}) == (WORK_BEGINS, {"U0OTIS", "U0WREN"})


def test_the_company() -> None:
    """Twelve people in two teams, and two offices that are nine hours apart or more."""
    teams = {one.name: one.members - {"app"} for one in MADE_UP.channels}
    winter, summer = datetime(2026, 1, 15, 12, 0, tzinfo=UTC), datetime(2026, 7, 15, 12, 0, tzinfo=UTC)

    assert len(EVERYBODY) == len(MADE_UP.people) == 12
    assert {person.id for person in MADE_UP.people} == set(EVERYBODY)
    assert [teams[name] for name in ("flight", "workshop")] == [set(FLIGHT), set(WORKSHOP)]
    assert [teams[name] for name in ("general", "kudos")] == [set(EVERYBODY)] * 2
    assert {person.tz for person in MADE_UP.people} == {"Europe/Lisbon", "Pacific/Auckland"}
    for moment in (winter, summer):
        west, east = sorted(moment.astimezone(zone).replace(tzinfo=None) for zone in set(ZONES.values()))
        assert east - west >= timedelta(hours=9)
    assert all(
        person.title.partition(", ")[2] in person.tz for person in MADE_UP.people if "," in person.title
    )


def test_the_list_names_people_of_the_company() -> None:
    """The list to import is of people of the company: one in two clusters, one contractor, none unknown."""
    named = {name for row in ROWS.values() for name in (row["user"], row["manager"])}

    assert named <= set(EVERYBODY)
    assert [user for user, row in ROWS.items() if row["second_cluster"]] == ["U0LINNET"]
    assert [user for user, row in ROWS.items() if row["kind"] == "contractor"] == ["U0BARNABY"]


def test_what_to_try_first() -> None:
    """A manager, a member, the People lead and a framework's owner each read what to do, in a line or two."""
    roles = {one.user: one.role for one in MADE_UP.tries}

    assert 3 <= len(roles) == len(MADE_UP.tries) <= 5
    assert {roles["U0OTIS"], roles["U0POPPY"]} == {"As a manager", "As a member"}
    assert {roles["U0JUNIPER"], roles["U0HAZEL"]} == {"As the People lead", "As a framework owner"}
    assert all(len(one.text) <= 240 for one in MADE_UP.tries)


@pytest.mark.parametrize("path", FRAMEWORKS, ids=lambda path: path.stem)
def test_the_frameworks_are_sound(path: Path) -> None:
    """Nothing is wrong or doubtful in a framework of the company, and somebody looks after it."""
    loaded = load_file(path)

    assert [str(finding) for finding in (*loaded.findings, *lint(loaded))] == []
    assert FRAMEWORKS[path]


@pytest.mark.parametrize("day", range(1, 8))
def test_the_past_is_in_order_and_on_working_days(day: int) -> None:
    """On whatever day the demo begins, its history runs forward, ends before now and spares weekends."""
    today = datetime(2026, 6, day, 0, 0, tzinfo=UTC)

    moments = [civil_moment(today, moment.days_ago, moment.hour) for moment in HISTORY]

    assert moments == sorted(moments)
    assert moments[-1] < today
    assert all(moment.weekday() < 5 for moment in moments)


@pytest.mark.parametrize("month", [1, 4, 7, 10])
def test_an_hour_of_the_story_is_one_of_work(month: int) -> None:
    """In every season one of the offices is at work at each moment, and both quarters are lived through."""
    offices = {ZoneInfo("Europe/Lisbon"), ZoneInfo("Pacific/Auckland")}

    for moment in HISTORY:
        at = datetime(2026, month, 15, moment.hour, tzinfo=UTC)
        assert any(WORK_BEGINS <= at.astimezone(zone).time() < WORK_ENDS for zone in offices)
    days = [moment.days_ago for moment in HISTORY]
    assert (days[0], days[-1]) == (182, 1)
    assert all(before - after <= 4 for before, after in pairwise(days))


def test_a_weekend_moves_to_friday() -> None:
    """What would fall on a Sunday happened on the Friday before."""
    sunday = THURSDAY - timedelta(days=4)

    assert sunday.weekday() == 6
    assert civil_moment(THURSDAY, 4, 9) == datetime(2026, 6, 12, 9, 0, tzinfo=UTC)


def test_the_company_file_is_found_where_it_is_installed() -> None:
    """The demo's files stand beside its code."""
    assert {path.parent for path in FRAMEWORKS} > {COMPANY.parent}
    assert Path(COMPANY).parent == PEOPLE_LIST.parent
