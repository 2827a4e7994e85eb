"""People as Slack shows them, the rollout, and roles."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import PersonKind, Role
from storage.errors import NotFound
from storage.records import Known, Person, Preferences, RoleGrant
from storage.session import Workspace
from storage.tables import people, preferences, role_grants, rollout, workspaces

_CHOSEN = ("kind", "dm_channel", "shares_notes", "mutes_nudges")
_BY_ID = rows.prepared(people, people.c.id == bindparam("person"))
_IN_ROLLOUT = rows.prepared(rollout, rollout.c.person_id == bindparam("person"))

_CHOICE = "choice_"
_CHOICES = tuple(field.name for field in fields(Preferences))
_KNOWN = (
    rows.prepared(people)
    .add_columns(
        rollout.c.person_id.label("rolled_out"),
        workspaces.c.holidays.label("holidays"),
        *(preferences.c[name].label(f"{_CHOICE}{name}") for name in _CHOICES),
    )
    .select_from(people)
    .join(workspaces, workspaces.c.id == people.c.workspace_id)
    .outerjoin(
        rollout, and_(rollout.c.workspace_id == people.c.workspace_id, rollout.c.person_id == people.c.id)
    )
    .outerjoin(
        preferences,
        and_(preferences.c.workspace_id == people.c.workspace_id, preferences.c.person_id == people.c.id),
    )
)
_READER = _KNOWN.where(people.c.id == bindparam("person"))
_READERS = _KNOWN.where(people.c.id.in_(bindparam("ids", expanding=True)))

_HOLDERS = (
    rows.prepared(people, role_grants.c.role == bindparam("held"), role_grants.c.revoked_at.is_(None))
    .join(
        role_grants,
        and_(role_grants.c.workspace_id == people.c.workspace_id, role_grants.c.person_id == people.c.id),
    )
    .order_by(role_grants.c.id)
)

_HELD = rows.prepared(
    role_grants, role_grants.c.role == bindparam("held"), role_grants.c.revoked_at.is_(None)
).order_by(role_grants.c.id)


async def put_person(workspace: Workspace, person: Person) -> None:
    """Keep a person, new or as Slack shows them now; what was chosen here stands."""
    await rows.put(workspace, people, rows.values_of(workspace, people, person), but=_CHOSEN)


async def find_person(workspace: Workspace, person_id: str) -> Person | None:
    """A person, or None where Slack has not shown them yet."""
    found = await rows.find_row(workspace, _BY_ID, person=person_id)
    return None if found is None else rows.record(Person, found)


async def get_person(workspace: Workspace, person_id: str) -> Person:
    """A person; raises NotFound."""
    found = await find_person(workspace, person_id)
    if found is None:
        raise NotFound("person", person_id)
    return found


async def find_reader(workspace: Workspace, person_id: str) -> Known | None:
    """A person with what decides whether they are written to, at once; None where they are not known."""
    found = await rows.find_row(workspace, _READER, person=person_id)
    return None if found is None else _as_known(found)


async def readers_among(workspace: Workspace, ids: Collection[str]) -> dict[str, Known]:
    """As find_reader for those of the ids that are known, by id."""
    found = await rows.rows_of(workspace, _READERS, ids=list(ids))
    return {row.id: _as_known(row) for row in found}


async def people_among(workspace: Workspace, ids: Collection[str]) -> dict[str, Person]:
    """Those of the ids that are known, by id."""
    found = await rows.rows_of(workspace, rows.among(workspace.is_sqlite, people.c.id), ids=list(ids))
    return {row.id: rows.record(Person, row) for row in found}


async def everyone(workspace: Workspace) -> tuple[Person, ...]:
    """All people of the workspace by id."""
    query = rows.of_workspace(workspace, people).order_by(people.c.id)
    return tuple(rows.record(Person, row) for row in await rows.rows_of(workspace, query))


async def set_dm_channel(workspace: Workspace, person_id: str, channel: str) -> None:
    """Remember a person's DM with the bot: it never changes (SLACK.md 2)."""
    await rows.change(workspace, people, people.c.id == person_id, dm_channel=channel)


async def set_note_choice(workspace: Workspace, person_id: str, shares: bool) -> None:
    """A note starts as the member last chose (DESIGN 7)."""
    await rows.change(workspace, people, people.c.id == person_id, shares_notes=shares)


async def set_nudges(workspace: Workspace, person_id: str, mutes: bool) -> None:
    """The off switch for nudges."""
    await rows.change(workspace, people, people.c.id == person_id, mutes_nudges=mutes)


async def set_kind(workspace: Workspace, person_id: str, kind: PersonKind) -> None:
    """Member or contractor."""
    await rows.change(workspace, people, people.c.id == person_id, kind=kind)


async def rollout_members(workspace: Workspace) -> frozenset[str]:
    """Ids of the people for whom Trellis is on."""
    query = rows.of_workspace(workspace, rollout)
    return frozenset(row.person_id for row in await rows.rows_of(workspace, query))


async def is_in_rollout(workspace: Workspace, person_id: str) -> bool:
    """Whether Trellis is on for a person."""
    return await rows.find_row(workspace, _IN_ROLLOUT, person=person_id) is not None


async def find_adder(workspace: Workspace, person_id: str) -> str | None:
    """Who turned Trellis on for a person; None for the operator, and where it is off."""
    found = await rows.find_row(workspace, _IN_ROLLOUT, person=person_id)
    return None if found is None else found.added_by


async def add_to_rollout(workspace: Workspace, ids: Collection[str], by: str | None, now: datetime) -> None:
    """Turn Trellis on for people; those for whom it is on already stay as they are."""
    new = [{"person_id": person_id, "added_by": by, "added_at": now} for person_id in ids]
    await rows.add_new(workspace, rollout, new)


async def remove_from_rollout(workspace: Workspace, ids: Collection[str]) -> None:
    """Turn Trellis off for people."""
    mine = and_(rollout.c.workspace_id == workspace.id, rollout.c.person_id.in_(ids))
    await workspace.session.execute(delete(rollout).where(mine))


async def add_grant(workspace: Workspace, grant: RoleGrant) -> bool:
    """Give a role; False where the person holds it already."""
    return await rows.add_new(workspace, role_grants, [rows.values_of(workspace, role_grants, grant)]) == 1


async def revoke_grant(workspace: Workspace, person_id: str, role: Role, now: datetime) -> None:
    """Take a role back."""
    held = and_(
        role_grants.c.person_id == person_id, role_grants.c.role == role, role_grants.c.revoked_at.is_(None)
    )
    await rows.change(workspace, role_grants, held, revoked_at=now)


async def holders_of(workspace: Workspace, role: Role) -> tuple[Person, ...]:
    """The people who hold a role now, first granted first."""
    found = await rows.rows_of(workspace, _HOLDERS, held=role)
    return tuple(rows.record(Person, row) for row in found)


async def grants_held(workspace: Workspace, role: Role) -> tuple[RoleGrant, ...]:
    """Who holds a role now, first granted first."""
    return tuple(rows.record(RoleGrant, row) for row in await rows.rows_of(workspace, _HELD, held=role))


def _as_known(row: Row[Any]) -> Known:
    values = row._asdict()
    chosen = {name: values.pop(f"{_CHOICE}{name}") for name in _CHOICES}
    return Known(
        is_in_rollout=values.pop("rolled_out") is not None,
        holidays=values.pop("holidays"),
        preferences=None if chosen["digest"] is None else Preferences(**chosen),
        person=Person(**values),
    )
