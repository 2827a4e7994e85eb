"""The Slack workspace that a store serves."""

import pytest

from storage.errors import NotFound
from storage.records import Installation
from storage.session import Database
from storage.workspaces import (
    add_installation,
    find_installation,
    get_installation,
    installations,
    mark_uninstalled,
    set_kudos_channel,
)
from tests.storage.builders import DAY, NOON, OURS, THEIRS, at_once


async def test_a_first_start_is_noted(database: Database) -> None:
    """The first start writes the workspace down, with no channel for kudos yet."""
    async with database.write(OURS) as workspace:
        assert await find_installation(workspace) is None
        await add_installation(workspace, "Fernhill", NOON)

        assert await get_installation(workspace) == Installation(
            id=OURS, name="Fernhill", kudos_channel=None, installed_at=NOON, uninstalled_at=None
        )


async def test_a_later_start_keeps_what_was_chosen(database: Database) -> None:
    """A later start takes the new name and lifts an uninstall; the channel and the first day stay."""
    async with database.write(OURS) as workspace:
        await add_installation(workspace, "Fernhill", NOON)
        await set_kudos_channel(workspace, "C1")
        await mark_uninstalled(workspace, NOON + DAY)

        await add_installation(workspace, "Fernhill and Daughters", NOON + 2 * DAY)

        assert await get_installation(workspace) == Installation(
            id=OURS,
            name="Fernhill and Daughters",
            kudos_channel="C1",
            installed_at=NOON,
            uninstalled_at=None,
        )


async def test_replicas_start_together(database: Database) -> None:
    """Replicas whose first start falls together all succeed, and note the workspace once."""

    async def start() -> None:
        async with database.write(OURS) as workspace:
            await add_installation(workspace, "Fernhill", NOON)

    assert await at_once(*(start() for _ in range(6))) == [None] * 6


async def test_an_uninstall_is_remembered(database: Database) -> None:
    """When the app was removed is known until it comes back."""
    async with database.write(OURS) as workspace:
        await add_installation(workspace, "Fernhill", NOON)
        await mark_uninstalled(workspace, NOON + DAY)

        assert (await get_installation(workspace)).uninstalled_at == NOON + DAY


async def test_public_kudos_may_go_nowhere(database: Database) -> None:
    """The channel for public kudos can be taken away again."""
    async with database.write(OURS) as workspace:
        await add_installation(workspace, "Fernhill", NOON)
        await set_kudos_channel(workspace, "C1")
        await set_kudos_channel(workspace, None)

        assert (await get_installation(workspace)).kudos_channel is None


async def test_an_unknown_workspace_is_not_found(database: Database) -> None:
    """Before its first start a workspace is NotFound."""
    async with database.read(OURS) as workspace:
        with pytest.raises(NotFound, match=OURS):
            await get_installation(workspace)


async def test_whoever_runs_it_sees_all_workspaces(database: Database) -> None:
    """Every workspace of the store is listed, first installed first."""
    for name, since in ((OURS, NOON), (THEIRS, NOON - DAY)):
        async with database.write(name) as workspace:
            await add_installation(workspace, name, since)

    async with database.read("") as nobody:
        assert [one.id for one in await installations(nobody)] == [THEIRS, OURS]
