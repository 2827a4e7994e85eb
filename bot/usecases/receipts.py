"""Whom a receipt names, frozen with the record (DESIGN 5.3)."""

from bot.usecases.viewers import manager_of
from storage.choices import Reading
from storage.records import FrozenReader
from storage.session import Workspace


class ManagerChanged(Exception):  # a turn of events, which the form answers itself
    """The manager is not the one whom the receipt named."""


async def frozen_manager(
    workspace: Workspace, person_id: str, named_id: str | None
) -> tuple[FrozenReader, ...]:
    """A person's manager as the reader of a record, or nobody where there is none.

    Raises ManagerChanged where the receipt named another.
    """
    manager_id = await manager_of(workspace, person_id)
    if manager_id != named_id:
        raise ManagerChanged
    return (FrozenReader(person_id=manager_id, reading=Reading.MANAGER),) if manager_id else ()
