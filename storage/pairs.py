"""Pairs, the cache of when each is next due, and which prompts were put to whom."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, bindparam, or_, update

from storage import rows
from storage.errors import Conflict, NotFound
from storage.records import AskedPrompt, Pair, PairState
from storage.session import Workspace
from storage.tables import asked_prompts, pairs

OPEN = (PairState.ASKED, PairState.ACTIVE)


async def add_pair(workspace: Workspace, pair: Pair) -> None:
    """Keep a new pair."""
    await rows.add(workspace, pairs, pair)


async def get_pair(workspace: Workspace, pair_id: str) -> Pair:
    """A pair by id; raises NotFound."""
    found = await find_pair(workspace, pair_id)
    if found is None:
        raise NotFound("pair", pair_id)
    return found


async def find_pair(workspace: Workspace, pair_id: str) -> Pair | None:
    """A pair by id, or None."""
    found = await rows.find_row(workspace, rows.of_workspace(workspace, pairs).where(pairs.c.id == pair_id))
    return None if found is None else rows.record(Pair, found)


async def find_pair_between(workspace: Workspace, one: str, other: str) -> Pair | None:
    """The pair of two people that is asked for or active, or None."""
    both = or_(
        and_(pairs.c.first_id == one, pairs.c.second_id == other),
        and_(pairs.c.first_id == other, pairs.c.second_id == one),
    )
    query = rows.of_workspace(workspace, pairs).where(both, pairs.c.state.in_(OPEN))
    found = (await workspace.session.execute(query.order_by(pairs.c.id.desc()).limit(1))).first()
    return None if found is None else rows.record(Pair, found)


async def pairs_of(workspace: Workspace, person_id: str) -> tuple[Pair, ...]:
    """A person's pairs that are asked for or active, oldest first."""
    theirs = or_(pairs.c.first_id == person_id, pairs.c.second_id == person_id)
    query = rows.of_workspace(workspace, pairs).where(theirs, pairs.c.state.in_(OPEN)).order_by(pairs.c.id)
    return tuple(rows.record(Pair, row) for row in await rows.rows_of(workspace, query))


async def change_pair(workspace: Workspace, pair: Pair) -> None:
    """Write a changed pair; raises Conflict where somebody changed it since it was read."""
    values = rows.values_of(workspace, pairs, pair) | {"version": pair.version + 1}
    same = and_(pairs.c.id == pair.id, pairs.c.version == pair.version)
    if not await rows.change(workspace, pairs, same, **values):
        raise Conflict("pair", pair.id)


async def due_pairs(workspace: Workspace, now: datetime, limit: int) -> tuple[Pair, ...]:
    """Active pairs whose prompts are due, locked until the transaction ends, earliest first.

    Rows that another replica holds are left to it (DESIGN 6.1).
    """
    due = and_(pairs.c.state == PairState.ACTIVE, pairs.c.next_run_at <= now)
    query = rows.of_workspace(workspace, pairs).where(due).order_by(pairs.c.next_run_at).limit(limit)
    locked = query.with_for_update(skip_locked=True)
    return tuple(rows.record(Pair, row) for row in await rows.rows_of(workspace, locked))


async def active_pairs(workspace: Workspace) -> tuple[Pair, ...]:
    """All active pairs: for recomputing the cache when zone data changed."""
    query = rows.of_workspace(workspace, pairs).where(pairs.c.state == PairState.ACTIVE).order_by(pairs.c.id)
    return tuple(rows.record(Pair, row) for row in await rows.rows_of(workspace, query))


async def advance_pairs(workspace: Workspace, steps: Sequence[tuple[str, date, datetime]]) -> None:
    """Set the next occurrence of many pairs: (pair, its local date, when its prompts are due)."""
    if not steps:
        return
    this = and_(pairs.c.workspace_id == workspace.id, pairs.c.id == bindparam("this"))
    statement = update(pairs).where(this).values(next_on=bindparam("on"), next_run_at=bindparam("at"))
    values = [{"this": pair_id, "on": on, "at": at} for pair_id, on, at in steps]
    await workspace.session.execute(statement, values)


async def add_asked_prompts(workspace: Workspace, asked: Sequence[AskedPrompt]) -> None:
    """Remember what was put to a side; the first choice for an occurrence stands."""
    await rows.add_new(
        workspace, asked_prompts, [rows.values_of(workspace, asked_prompts, one) for one in asked]
    )


async def prompts_asked(
    workspace: Workspace, pair_id: str, person_id: str, limit: int = 60
) -> tuple[AskedPrompt, ...]:
    """What was put to one side of a pair, newest occurrence first."""
    query = rows.of_workspace(workspace, asked_prompts).where(
        asked_prompts.c.pair_id == pair_id, asked_prompts.c.person_id == person_id
    )
    newest = query.order_by(asked_prompts.c.on.desc(), asked_prompts.c.position).limit(limit)
    return tuple(rows.record(AskedPrompt, row) for row in await rows.rows_of(workspace, newest))
