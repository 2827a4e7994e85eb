"""People, the rollout and roles."""

from dataclasses import replace

import pytest

from storage.choices import PersonKind, Role
from storage.errors import NotFound
from storage.people import (
    add_grant,
    add_to_rollout,
    everyone,
    find_person,
    get_person,
    grants_held,
    holders_of,
    is_in_rollout,
    people_among,
    put_person,
    remove_from_rollout,
    revoke_grant,
    rollout_members,
    set_dm_channel,
    set_kind,
    set_note_choice,
    set_nudges,
)
from storage.session import Database
from tests.storage.builders import DAY, NOON, OURS, PEOPLE, U1, U2, U3, at_once, some_grant, some_person

LEAD = Role.PEOPLE_LEAD


async def test_a_person_comes_back_as_shown(store: Database) -> None:
    """All that Slack shows of a new person, and what they chose, is kept as it was given."""
    shown = some_person(
        id="U9", name="Zoë 🌱", is_bot=True, is_guest=True, is_stranger=True, is_admin=True, dm_channel="D9"
    )
    async with store.write(OURS) as workspace:
        await put_person(workspace, shown)

        assert await get_person(workspace, "U9") == shown


async def test_slack_changes_only_what_it_shows(store: Database) -> None:
    """A person who is shown anew takes what Slack shows; what they chose here meanwhile stands."""
    async with store.write(OURS) as workspace:
        before = await get_person(workspace, U1)
        await set_nudges(workspace, U1, True)
        await set_note_choice(workspace, U1, True)
        await set_kind(workspace, U1, PersonKind.CONTRACTOR)
        await set_dm_channel(workspace, U1, "D1")
        chosen = await get_person(workspace, U1)

        await put_person(workspace, replace(before, name="Ines Reed", is_deactivated=True))

        assert await get_person(workspace, U1) == replace(chosen, name="Ines Reed", is_deactivated=True)


async def test_who_was_never_shown(store: Database) -> None:
    """A person whom Slack never showed is None where asked for softly, and NotFound otherwise."""
    async with store.read(OURS) as workspace:
        assert await find_person(workspace, "U9") is None
        with pytest.raises(NotFound, match="U9"):
            await get_person(workspace, "U9")


async def test_only_known_ids_are_found(store: Database) -> None:
    """Of many ids, those that are known come back by id; of none, none."""
    async with store.read(OURS) as workspace:
        assert set(await people_among(workspace, [U1, "U9", U2, U1])) == {U1, U2}
        assert await people_among(workspace, []) == {}


async def test_everyone_in_order(store: Database) -> None:
    """Everybody comes back by id."""
    async with store.read(OURS) as workspace:
        assert [person.id for person in await everyone(workspace)] == list(PEOPLE)


async def test_a_choice_is_one_persons(store: Database) -> None:
    """What one person chose changes nobody else."""
    async with store.write(OURS) as workspace:
        await set_nudges(workspace, U1, True)
        await set_note_choice(workspace, U1, True)
        await set_kind(workspace, U1, PersonKind.CONTRACTOR)
        await set_dm_channel(workspace, U1, "D1")

        others = [person for person in await everyone(workspace) if person.id != U1]
        assert others == [some_person(id=name) for name in PEOPLE[1:]]


async def test_the_rollout_is_entered_and_left(store: Database) -> None:
    """Who is added is in the rollout, twice or not, and who is removed is out of it, alone."""
    async with store.write(OURS) as workspace:
        await add_to_rollout(workspace, [U1, U2], U3, NOON)
        await add_to_rollout(workspace, [U2, U3], U3, NOON + DAY)
        await remove_from_rollout(workspace, [U2, "U9"])

        assert await rollout_members(workspace) == {U1, U3}
        assert [await is_in_rollout(workspace, one) for one in (U1, U2)] == [True, False]


async def test_nobody_is_added_or_removed(store: Database) -> None:
    """Adding or removing nobody changes nothing."""
    async with store.write(OURS) as workspace:
        await add_to_rollout(workspace, [U1], None, NOON)
        await add_to_rollout(workspace, [], None, NOON)
        await remove_from_rollout(workspace, [])

        assert await rollout_members(workspace) == {U1}


async def test_a_role_is_held_once(store: Database) -> None:
    """A role that somebody holds is not given to them again, and its first grant stands."""
    async with store.write(OURS) as workspace:
        assert await add_grant(workspace, some_grant(id="g1"))
        assert not await add_grant(workspace, some_grant(id="g2"))

        assert await grants_held(workspace, LEAD) == (some_grant(id="g1"),)


async def test_a_role_is_given_once_at_once(store: Database) -> None:
    """Of many who give one role to one person at the same moment, one does."""

    async def give(name: str) -> bool:
        async with store.write(OURS) as workspace:
            return await add_grant(workspace, some_grant(id=name))

    given = await at_once(*(give(f"g{n}") for n in range(6)))

    assert (given.count(True), given.count(False)) == (1, 5)


async def test_a_role_comes_back(store: Database) -> None:
    """A role that was taken back is held no more, by that person alone, and can be given anew."""
    async with store.write(OURS) as workspace:
        await add_grant(workspace, some_grant(id="g1", to=U1))
        await add_grant(workspace, some_grant(id="g2", to=U2))
        await revoke_grant(workspace, U1, LEAD, NOON + DAY)
        assert [grant.id for grant in await grants_held(workspace, LEAD)] == ["g2"]

        assert await add_grant(workspace, some_grant(id="g3", to=U1))

        assert [grant.id for grant in await grants_held(workspace, LEAD)] == ["g2", "g3"]
        assert [person.id for person in await holders_of(workspace, LEAD)] == [U2, U1]
