"""Whom a receipt names, frozen with the record (DESIGN 5.3)."""

from bot.deps import Deps
from bot.domain.readers import NamedSeen, covers, in_force, last_day
from bot.usecases.viewers import manager_of
from storage.choices import Reading, Shown
from storage.people import people_among
from storage.readers import readers_named_by, show_things
from storage.records import FrozenReader, NamedReader, ShownThing
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


async def show_to_readers(
    workspace: Workspace, deps: Deps, owner_id: str, kind: Shown, thing_id: str
) -> tuple[NamedReader, ...]:
    """What its owner shares now is shown to whom they named for it too, as the receipt said; gives those."""
    named = in_force(await readers_named_by(workspace, owner_id), deps.today())
    for_it = tuple(one for one in named if covers(one, kind))
    await show_things(
        workspace, [ShownThing(naming_id=one.id, kind=kind, thing_id=thing_id) for one in for_it]
    )
    return for_it


async def named_readers(
    workspace: Workspace, deps: Deps, owner_id: str, kind: Shown | None = None
) -> tuple[NamedSeen, ...]:
    """Whom a member named and who reads now: all, or those to whom a kind is shown as it is shared."""
    named = in_force(await readers_named_by(workspace, owner_id), deps.today())
    return await seen_namings(workspace, [one for one in named if kind is None or covers(one, kind)])


async def readers_of(
    workspace: Workspace, deps: Deps, owner_id: str, readers: tuple[FrozenReader, ...]
) -> tuple[NamedSeen, ...]:
    """Who of a record's readers reads it as named by its owner."""
    shown = {one.naming for one in readers}
    every = await named_readers(workspace, deps, owner_id) if shown - {None} else ()
    return tuple(one for one in every if one.naming.id in shown)


async def seen_namings(workspace: Workspace, namings: list[NamedReader]) -> tuple[NamedSeen, ...]:
    """Namings with their people; those of somebody who may not take part any more are left out."""
    ids = {person for one in namings for person in (one.owner_id, one.reader_id)}
    people = await people_among(workspace, sorted(ids)) if ids else {}
    return tuple(
        NamedSeen(
            naming=one,
            owner=people[one.owner_id],
            reader=people[one.reader_id],
            last=last_day(one, people[one.owner_id].zone),
        )
        for one in namings
        if all(people[person].may_take_part for person in (one.owner_id, one.reader_id))
    )
