"""The company of the demo and its history."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.history import (
    EVERYBODY,
    HISTORY,
    KUDOS_CHANNEL,
    PEOPLE_LIST,
    Moment,
    civil_moment,
    publishes,
)
from bot.demo.stage import COMPANY
from bot.usecases.viewers import manager_of, people_leads
from storage.deliveries import count_by_state
from storage.people import rollout_members
from storage.placements import placements_now
from storage.records import DeliveryState
from tests.staged import MADE_UP, THURSDAY
from tests.world import World


@pytest.mark.slow
async def test_the_history_leaves_a_company_at_work(demo: World) -> None:
    """Everybody is switched on, most are placed and have a manager in force, and no message went astray."""
    async with demo.bot.deps.read() as workspace:
        assert await rollout_members(workspace) == set(EVERYBODY)
        assert await people_leads(workspace) == ("U0JUNIPER",)
        assert len(await placements_now(workspace)) == 6
        assert await manager_of(workspace, "U0WREN") == "U0OTIS"
        counts = await count_by_state(workspace)
    assert not counts.keys() & {DeliveryState.UNKNOWN, DeliveryState.SENDING}
    assert len(await demo.people.messages("U0POPPY", KUDOS_CHANNEL)) >= 4


@pytest.mark.slow
async def test_there_is_something_to_do_and_to_read(demo: World) -> None:
    """Somebody waits for an answer, and a summary has something to say."""
    home = await demo.people.open_home("U0OTIS")
    await demo.people.command("U0OTIS", "/growth summary @wren")
    summary = await demo.people.view("U0OTIS")

    assert home is not None
    assert "Bram Sparrow asks you to confirm" in home.words
    assert summary is not None
    assert "Running systems" in summary.words


def test_the_list_names_people_of_the_company() -> None:
    """The list to import, the history and the company are of the same people."""
    named = {
        name
        for row in csv.DictReader(PEOPLE_LIST.read_text(encoding="utf-8").splitlines())
        for name in (row["user"], row["manager"])
    }

    assert named <= set(EVERYBODY) == {person.id for person in MADE_UP.people}


@pytest.mark.parametrize("day", range(1, 8))
def test_the_past_is_in_order_and_on_working_days(day: int) -> None:
    """On whatever day the demo begins, its history runs forward, ends before now and spares weekends."""
    today = datetime(2026, 6, day, 23, 0, tzinfo=UTC)

    moments = [civil_moment(today, moment) for moment in HISTORY]

    assert moments == sorted(moments)
    assert moments[-1] < today
    assert all(moment.weekday() < 5 for moment in moments)


def test_a_weekend_moves_to_friday() -> None:
    """What would fall on a Sunday happened on the Friday before."""
    sunday = Moment(days_ago=4, hour=9, act=publishes)

    assert civil_moment(THURSDAY, sunday) == datetime(2026, 6, 12, 9, 0, tzinfo=UTC)


def test_the_company_file_is_found_where_it_is_installed() -> None:
    """The demo's files stand beside its code."""
    assert Path(COMPANY).parent == PEOPLE_LIST.parent
