"""Who is whose manager: one at a time, and never forgotten."""

from dataclasses import replace

import pytest

from storage.choices import Consent, Origin
from storage.errors import Conflict
from storage.management import (
    add_management,
    decide_management,
    end_management,
    find_management,
    managers_of,
    mark_told,
    reports_of,
    ties_of,
)
from storage.session import Database
from tests.storage.builders import DAY, NOON, OURS, U1, U2, U3, at_once, some_tie

ASKED, CONFIRMED, DECLINED, ENDED = Consent.ASKED, Consent.CONFIRMED, Consent.DECLINED, Consent.ENDED


async def test_a_tie_comes_back_as_it_was(store: Database) -> None:
    """A tie that was asked for waits, and holds nothing that was not said."""
    tie = some_tie(origin=Origin.IMPORT, asked_by=None, told_at=NOON)
    async with store.write(OURS) as workspace:
        await add_management(workspace, tie)

        assert await find_management(workspace, tie.id) == tie
        assert await managers_of(workspace, U1, CONFIRMED) == ()


async def test_an_unknown_tie_is_nothing(store: Database) -> None:
    """A tie that is not there is None."""
    async with store.read(OURS) as workspace:
        assert await find_management(workspace, "gone") is None


async def test_ties_are_seen_from_both_sides(store: Database) -> None:
    """Ties are found by report, by manager and by either, in one state, oldest first."""
    async with store.write(OURS) as workspace:
        await add_management(workspace, some_tie(id="m3", report=U1, manager=U2))
        await add_management(workspace, some_tie(id="m2", report=U1, manager=U3))
        await add_management(workspace, some_tie(id="m1", report=U2, manager=U1))
        await add_management(workspace, some_tie(id="m0", report=U1, manager=U3, state=CONFIRMED))

        assert [tie.id for tie in await managers_of(workspace, U1, ASKED)] == ["m2", "m3"]
        assert [tie.id for tie in await reports_of(workspace, U1, ASKED)] == ["m1"]
        assert [tie.id for tie in await reports_of(workspace, U3, CONFIRMED)] == ["m0"]
        assert [tie.id for tie in await ties_of(workspace, U1, ASKED)] == ["m1", "m2", "m3"]


@pytest.mark.parametrize("state", [CONFIRMED, DECLINED])
async def test_a_word_is_given_once(store: Database, state: Consent) -> None:
    """A tie is decided once, at a moment that is kept; a second word is a Conflict and changes nothing."""
    async with store.write(OURS) as workspace:
        await add_management(workspace, some_tie(id="m1"))
        await decide_management(workspace, "m1", state, NOON + DAY)

        with pytest.raises(Conflict, match="m1"):
            await decide_management(workspace, "m1", CONFIRMED, NOON + 2 * DAY)
        assert await find_management(workspace, "m1") == some_tie(state=state, decided_at=NOON + DAY)


async def test_two_managers_cannot_be_added(store: Database) -> None:
    """A confirmed tie beside another confirmed one of the same report is a Conflict."""
    async with store.write(OURS) as workspace:
        await add_management(workspace, some_tie(id="m1", manager=U2, state=CONFIRMED))

    with pytest.raises(Conflict, match=U1):
        async with store.write(OURS) as workspace:
            await add_management(workspace, some_tie(id="m2", manager=U3, state=CONFIRMED))


async def test_two_managers_cannot_be_confirmed(store: Database) -> None:
    """Confirming a tie while another of the same report is confirmed is a Conflict."""
    async with store.write(OURS) as workspace:
        await add_management(workspace, some_tie(id="m1", manager=U2, state=CONFIRMED))
        await add_management(workspace, some_tie(id="m2", manager=U3))

    with pytest.raises(Conflict, match="m2"):
        async with store.write(OURS) as workspace:
            await decide_management(workspace, "m2", CONFIRMED, NOON)


async def test_one_of_many_at_once_is_confirmed(store: Database) -> None:
    """Of many ties of one report that are confirmed at the same moment one holds; the others conflict."""
    names = [f"m{n}" for n in range(6)]
    async with store.write(OURS) as workspace:
        for name in names:
            await add_management(workspace, some_tie(id=name))

    async def confirm(name: str) -> None:
        async with store.write(OURS) as workspace:
            await decide_management(workspace, name, CONFIRMED, NOON)

    said = await at_once(*(confirm(name) for name in names))

    assert sorted(type(one).__name__ for one in said) == ["Conflict"] * 5 + ["NoneType"]
    async with store.read(OURS) as workspace:
        assert len(await managers_of(workspace, U1, CONFIRMED)) == 1


async def test_a_manager_of_many(store: Database) -> None:
    """Somebody may manage several people, two may manage each other, and all of it holds at once."""
    async with store.write(OURS) as workspace:
        await add_management(workspace, some_tie(id="m1", report=U1, manager=U2, state=CONFIRMED))
        await add_management(workspace, some_tie(id="m2", report=U2, manager=U1, state=CONFIRMED))
        await add_management(workspace, some_tie(id="m3", report=U3, manager=U1, state=CONFIRMED))

        assert [tie.report_id for tie in await reports_of(workspace, U1, CONFIRMED)] == [U2, U3]


async def test_an_ended_tie_is_history(store: Database) -> None:
    """An ended tie makes room for another, stays as it was otherwise, and does not end twice."""
    first = some_tie(id="m1", manager=U2, state=CONFIRMED, decided_at=NOON)
    async with store.write(OURS) as workspace:
        await add_management(workspace, first)
        await end_management(workspace, "m1", NOON + DAY)
        await end_management(workspace, "m1", NOON + 2 * DAY)
        await add_management(workspace, some_tie(id="m2", manager=U3, state=CONFIRMED))

        assert [tie.id for tie in await managers_of(workspace, U1, CONFIRMED)] == ["m2"]
        assert await managers_of(workspace, U1, ENDED) == (replace(first, state=ENDED, ended_at=NOON + DAY),)


async def test_an_ended_question_is_not_answered(store: Database) -> None:
    """A question that was taken back can no longer be agreed to."""
    async with store.write(OURS) as workspace:
        await add_management(workspace, some_tie(id="m1"))
        await end_management(workspace, "m1", NOON)

        with pytest.raises(Conflict):
            await decide_management(workspace, "m1", CONFIRMED, NOON)


async def test_being_told_is_kept_once(store: Database) -> None:
    """When a report was told of an imported tie stays the first time, whatever is said later."""
    async with store.write(OURS) as workspace:
        await add_management(workspace, some_tie(id="m1", origin=Origin.IMPORT, state=CONFIRMED))
        await mark_told(workspace, "m1", NOON)
        await mark_told(workspace, "m1", NOON + DAY)

        found = await find_management(workspace, "m1")

    assert found is not None
    assert found.told_at == NOON
