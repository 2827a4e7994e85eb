"""Promises made in 1:1s, which return until they are answered."""

from collections.abc import Mapping

from sqlalchemy import and_, bindparam, func, select

from storage import rows
from storage.errors import Conflict
from storage.records import Commitment
from storage.session import Workspace
from storage.tables import commitments

_BY_ID = rows.prepared(commitments, commitments.c.id == bindparam("commitment"))
_OPEN = rows.prepared(
    commitments, commitments.c.pair_id == bindparam("pair"), commitments.c.ended_at.is_(None)
).order_by(commitments.c.made_on, commitments.c.id)
_OWN_OPEN = rows.prepared(
    commitments, commitments.c.owner_id == bindparam("owner"), commitments.c.ended_at.is_(None)
).order_by(commitments.c.made_on, commitments.c.id)

_COUNTS = (
    select(commitments.c.pair_id, func.count().label("many"))
    .where(
        commitments.c.workspace_id == bindparam("workspace_id"),
        commitments.c.pair_id.in_(bindparam("pairs", expanding=True)),
        commitments.c.ended_at.is_(None),
    )
    .group_by(commitments.c.pair_id)
)


async def add_commitment(workspace: Workspace, commitment: Commitment) -> None:
    """Keep a new promise."""
    await rows.add(workspace, commitments, commitment)


async def find_commitment(workspace: Workspace, commitment_id: str) -> Commitment | None:
    """A promise by id."""
    found = await rows.find_row(workspace, _BY_ID, commitment=commitment_id)
    return None if found is None else rows.record(Commitment, found)


async def change_commitment(workspace: Workspace, commitment: Commitment) -> None:
    """Write a changed promise; raises Conflict where somebody changed it since it was read."""
    values = rows.values_of(workspace, commitments, commitment) | {"version": commitment.version + 1}
    same = and_(commitments.c.id == commitment.id, commitments.c.version == commitment.version)
    if not await rows.change(workspace, commitments, same, **values):
        raise Conflict("commitment", commitment.id)


async def open_commitments(workspace: Workspace, pair_id: str) -> tuple[Commitment, ...]:
    """What the two of a pair still promised each other, the oldest first."""
    found = await rows.rows_of(workspace, _OPEN, pair=pair_id)
    return tuple(rows.record(Commitment, row) for row in found)


async def own_open_commitments(workspace: Workspace, owner_id: str) -> tuple[Commitment, ...]:
    """What a person still promised to anybody, the oldest first."""
    found = await rows.rows_of(workspace, _OWN_OPEN, owner=owner_id)
    return tuple(rows.record(Commitment, row) for row in found)


async def open_counts(workspace: Workspace, pair_ids: tuple[str, ...]) -> Mapping[str, int]:
    """How many promises are open in each pair; those without any are left out."""
    found = await rows.rows_of(workspace, _COUNTS, pairs=list(pair_ids))
    return {row.pair_id: row.many for row in found}
