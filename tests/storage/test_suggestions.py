"""What suggested skills learned: counts that belong to whoever chose, and go with them."""

from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.records import Taught
from storage.session import Database, Workspace
from storage.suggestions import add_taught, forget_taught, has_hidden_hints, set_hints, taught_to
from tests.storage.builders import OURS, U1, U2, begin

SKILL, OTHER = "engineering/design", "shared/delivery"
FEATURES = range(-1, 9)
LAWS: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
tenants = count(1)
lessons = st.lists(
    st.tuples(
        st.sampled_from([U1, U2]),
        st.sets(st.sampled_from([SKILL, OTHER])),
        st.sets(st.sampled_from(FEATURES)),
        st.booleans(),
    ),
    max_size=6,
)


async def seen_by(workspace: Workspace, viewer: str, *, public: bool = True) -> tuple[Taught, ...]:
    """All that somebody's suggestions rest on."""
    return await taught_to(workspace, viewer, [SKILL, OTHER], FEATURES, sees_public=public)


async def test_pieces_add_up(database: Database) -> None:
    """What several chose for the same words is one count."""
    await begin(database)
    async with database.write(OURS) as workspace:
        for person in (U1, U1, U2):
            await add_taught(workspace, person, [SKILL], [-1, 3], is_public=True)

        assert await seen_by(workspace, U2) == (
            Taught(competency=SKILL, feature=-1, pieces=3),
            Taught(competency=SKILL, feature=3, pieces=3),
        )


async def test_what_is_private_teaches_its_owner_alone(database: Database) -> None:
    """A note teaches whoever wrote it; public kudos teach all who may read them."""
    await begin(database)
    async with database.write(OURS) as workspace:
        await add_taught(workspace, U1, [SKILL], [-1], is_public=False)
        await add_taught(workspace, U1, [OTHER], [-1], is_public=True)

        assert {one.competency for one in await seen_by(workspace, U1)} == {SKILL, OTHER}
        assert {one.competency for one in await seen_by(workspace, U2)} == {OTHER}
        assert await seen_by(workspace, U2, public=False) == ()


async def test_only_what_is_asked_for_is_read(database: Database) -> None:
    """Other skills and other features stay where they are."""
    await begin(database)
    async with database.write(OURS) as workspace:
        await add_taught(workspace, U1, [SKILL, OTHER, SKILL], [1, 2, 2], is_public=False)

        found = await taught_to(workspace, U1, [SKILL], [2, 5], sees_public=True)
        assert found == (Taught(competency=SKILL, feature=2, pieces=1),)


@settings(max_examples=25, **LAWS)
@given(taught=lessons)
async def test_forgetting_somebody_is_as_if_they_had_chosen_nothing(
    database: Database, taught: list[tuple[str, set[str], set[int], bool]]
) -> None:
    """Whatever was taught in whichever order: without one person it is what the other taught alone."""
    both, alone = f"T7{next(tenants)}", f"T7{next(tenants)}"
    found = []
    for tenant, people in ((both, {U1, U2}), (alone, {U2})):
        await begin(database, tenant)
        async with database.write(tenant) as workspace:
            for person, skills, features, is_public in taught:
                if person in people:
                    await add_taught(workspace, person, skills, features, is_public=is_public)
            await forget_taught(workspace, U1)
            found.append(await seen_by(workspace, U2))

    assert found[0] == found[1]


@pytest.mark.parametrize("times", [1, 2])
async def test_hints_are_hidden_until_they_are_shown_again(database: Database, times: int) -> None:
    """The switch is one person's, and turning it twice is turning it once."""
    await begin(database)
    async with database.write(OURS) as workspace:
        for _ in range(times):
            await set_hints(workspace, U1, hidden=True)
        assert await has_hidden_hints(workspace, U1)
        assert not await has_hidden_hints(workspace, U2)
        for _ in range(times):
            await set_hints(workspace, U1, hidden=False)
        assert not await has_hidden_hints(workspace, U1)
