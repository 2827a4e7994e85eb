"""Placements: one that holds, and all that were."""

from dataclasses import replace

import pytest

from storage.choices import PlacementState
from storage.errors import Conflict, NotFound
from storage.placements import (
    add_placement,
    decide_placement,
    find_placement,
    find_proposal,
    get_placement,
    open_proposals,
    placement_history,
    placements_now,
    withdraw_proposals,
)
from storage.records import Placement
from storage.session import Database, Workspace
from tests.storage.builders import DAY, NOON, OURS, U1, U2, U3, at_once, some_placement

PROPOSED, CONFIRMED = PlacementState.PROPOSED, PlacementState.CONFIRMED
DECLINED, REPLACED = PlacementState.DECLINED, PlacementState.REPLACED


async def add_all(workspace: Workspace, *placements: Placement) -> None:
    """Keep placements, one after the other."""
    for placement in placements:
        await add_placement(workspace, placement)


async def states(workspace: Workspace, person_id: str = U1) -> dict[str, PlacementState]:
    """The state of each placement of a person, oldest first."""
    return {one.id: one.state for one in await placement_history(workspace, person_id)}


async def test_a_placement_comes_back_as_it_was(store: Database) -> None:
    """A placement is kept whole, with a second cluster or without a level."""
    two_hats = some_placement(id="p1", second_framework="product", decided_by=U2, decided_at=NOON)
    no_level = some_placement(id="p2", lane=None, level=None, proposed_by=None)
    async with store.write(OURS) as workspace:
        await add_all(workspace, two_hats, no_level)

        assert [await get_placement(workspace, one) for one in ("p1", "p2")] == [two_hats, no_level]


async def test_an_unknown_placement_is_not_found(store: Database) -> None:
    """A placement that is not there is NotFound, and somebody without one has none."""
    async with store.read(OURS) as workspace:
        with pytest.raises(NotFound, match="gone"):
            await get_placement(workspace, "gone")
        assert await find_placement(workspace, U1) is None
        assert await find_proposal(workspace, U1) is None


async def test_a_confirmed_one_replaces_the_last(store: Database) -> None:
    """A confirmed placement takes the place of the one before it, which stays in the history."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace, some_placement(id="p1", state=CONFIRMED), some_placement(id="p2", state=CONFIRMED)
        )

        assert await states(workspace) == {"p1": REPLACED, "p2": CONFIRMED}
        found = await find_placement(workspace, U1)
    assert found is not None
    assert found.id == "p2"


async def test_a_proposal_changes_nothing_yet(store: Database) -> None:
    """While a proposal waits, the placement before it holds."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_placement(id="p1", state=CONFIRMED), some_placement(id="p2"))

        assert await find_placement(workspace, U1) == some_placement(id="p1", state=CONFIRMED)
        assert await find_proposal(workspace, U1) == some_placement(id="p2")


async def test_a_proposal_is_confirmed(store: Database) -> None:
    """Confirming a proposal replaces what held and keeps who decided and when; others are untouched."""
    proposal = some_placement(id="p2")
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_placement(id="p0", of=U3, state=CONFIRMED))
        await add_all(workspace, some_placement(id="p1", state=CONFIRMED), proposal)
        await decide_placement(workspace, proposal, CONFIRMED, U2, NOON + DAY)

        now = replace(proposal, state=CONFIRMED, decided_by=U2, decided_at=NOON + DAY)
        assert await placements_now(workspace) == {
            U1: now,
            U3: some_placement(id="p0", of=U3, state=CONFIRMED),
        }


async def test_a_declined_one_leaves_what_held(store: Database) -> None:
    """Declining a proposal leaves the placement that held, and nothing waits any more."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_placement(id="p1", state=CONFIRMED), some_placement(id="p2"))
        await decide_placement(workspace, some_placement(id="p2"), DECLINED, U2, NOON)

        assert await states(workspace) == {"p1": CONFIRMED, "p2": DECLINED}
        assert await open_proposals(workspace) == ()


@pytest.mark.parametrize("state", [CONFIRMED, DECLINED, REPLACED])
async def test_a_settled_one_is_not_decided_again(store: Database, state: PlacementState) -> None:
    """A word on a placement that no longer waits is a Conflict, and what was stays."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_placement(id="p1", state=state))

    with pytest.raises(Conflict, match="p1"):
        async with store.write(OURS) as workspace:
            await decide_placement(workspace, some_placement(id="p1"), CONFIRMED, U2, NOON)
    async with store.read(OURS) as workspace:
        assert await states(workspace) == {"p1": state}


async def test_one_word_of_many_at_once_counts(store: Database) -> None:
    """Of many who decide on one proposal at the same moment, one does; the others conflict."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_placement(id="p1", state=CONFIRMED), some_placement(id="p2"))

    async def decide() -> None:
        async with store.write(OURS) as workspace:
            await decide_placement(workspace, some_placement(id="p2"), CONFIRMED, U2, NOON)

    said = await at_once(*(decide() for _ in range(6)))

    assert sorted(type(one).__name__ for one in said) == ["Conflict"] * 5 + ["NoneType"]
    async with store.read(OURS) as workspace:
        assert await states(workspace) == {"p1": REPLACED, "p2": CONFIRMED}


async def test_one_placement_holds_whoever_is_first(store: Database) -> None:
    """Of many placements of one person that are confirmed at once one holds; none fails but by Conflict."""

    async def place(name: str) -> None:
        async with store.write(OURS) as workspace:
            await add_placement(workspace, some_placement(id=name, state=CONFIRMED))

    said = await at_once(*(place(f"p{n}") for n in range(6)))

    assert {type(one).__name__ for one in said} <= {"NoneType", "Conflict"}
    async with store.read(OURS) as workspace:
        assert list((await states(workspace)).values()).count(CONFIRMED) == 1


async def test_a_newer_proposal_replaces_those_that_wait(store: Database) -> None:
    """Proposals that a newer one overtakes no longer wait, but are not forgotten; others' still wait."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_placement(id="p1"), some_placement(id="p0", of=U2))
        await withdraw_proposals(workspace, U1)
        await add_all(workspace, some_placement(id="p2"))

        assert await states(workspace) == {"p1": REPLACED, "p2": PROPOSED}
        assert [one.id for one in await open_proposals(workspace)] == ["p0", "p2"]
