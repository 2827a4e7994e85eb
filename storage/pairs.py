"""Pairs, the cache of when each is next due, and which prompts were put to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, or_, select

from storage import rows
from storage.bulk import insert_new, update_by_id
from storage.choices import Cadence, PairKind, PairState
from storage.columns import written
from storage.errors import Conflict
from storage.records import AskedPrompt, Pair, Person
from storage.session import Workspace
from storage.tables import asked_prompts, pairs, people

OPEN = (PairState.ASKED, PairState.ACTIVE)

_first, _second = people.alias("first"), people.alias("second")

_BY_ID = rows.prepared(pairs, pairs.c.id == bindparam("pair"))
_OTHER = {column.name: f"other_{column.name}" for column in rows.columns_of(people)}
_OTHER_SIDE = case((pairs.c.first_id == bindparam("person"), pairs.c.second_id), else_=pairs.c.first_id)
_WITH_OTHER = _BY_ID.add_columns(*(people.c[name].label(label) for name, label in _OTHER.items())).join(
    people,
    and_(
        people.c.workspace_id == pairs.c.workspace_id,
        people.c.id == _OTHER_SIDE,
        bindparam("person").in_((pairs.c.first_id, pairs.c.second_id)),
    ),
)
_ASKED = (
    rows.prepared(
        asked_prompts,
        asked_prompts.c.pair_id == bindparam("pair"),
        asked_prompts.c.person_id == bindparam("person"),
    )
    .order_by(asked_prompts.c.on.desc(), asked_prompts.c.position)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a claim needs to know of an active pair: its rule, its next occurrence, where its two live."""

    id: str
    first_id: str
    second_id: str
    kind: PairKind
    cadence: Cadence
    anchor: date
    local_time: time
    zone: str
    next_on: date
    next_run_at: datetime
    paused_until: date | None
    first_zone: str
    second_zone: str


async def add_pair(workspace: Workspace, pair: Pair) -> None:
    """Keep a new pair."""
    await rows.add(workspace, pairs, pair)


async def find_pair(workspace: Workspace, pair_id: str) -> Pair | None:
    """A pair by id, or None."""
    found = await rows.find_row(workspace, _BY_ID, pair=pair_id)
    return None if found is None else rows.record(Pair, found)


async def find_pair_of(workspace: Workspace, pair_id: str, person_id: str) -> tuple[Pair, Person] | None:
    """A pair by id with the other of its two, seen from one of them; None where they are not in it."""
    found = await rows.find_row(workspace, _WITH_OTHER, pair=pair_id, person=person_id)
    if found is None:
        return None
    values = found._asdict()
    other = {name: values.pop(label) for name, label in _OTHER.items()}
    return Pair(**values), Person(**other)


async def find_pair_between(workspace: Workspace, one: str, other: str) -> Pair | None:
    """The pair of two people that is asked for or active, or None."""
    both = or_(
        and_(pairs.c.first_id == one, pairs.c.second_id == other),
        and_(pairs.c.first_id == other, pairs.c.second_id == one),
    )
    query = rows.of_workspace(workspace, pairs).where(both, pairs.c.state.in_(OPEN))
    found = (await workspace.session.execute(query.order_by(pairs.c.id.desc()).limit(1))).first()
    return None if found is None else rows.record(Pair, found)


async def hold_two(workspace: Workspace, one: str, other: str) -> None:
    """Let nobody else make or change a pair of these two until the transaction ends."""
    both = select(people.c.id).where(people.c.workspace_id == workspace.id, people.c.id.in_((one, other)))
    await rows.rows_of(workspace, both.order_by(people.c.id).with_for_update(key_share=True))


async def pairs_of(workspace: Workspace, person_id: str) -> tuple[Pair, ...]:
    """A person's pairs that are asked for or active, oldest first."""
    theirs = and_(_is_side(person_id), pairs.c.state.in_(OPEN))
    query = rows.of_workspace(workspace, pairs).where(theirs).order_by(pairs.c.id)
    return tuple(rows.record(Pair, row) for row in await rows.rows_of(workspace, query))


async def ended_pairs_of(workspace: Workspace, person_id: str, limit: int) -> tuple[Pair, ...]:
    """A person's pairs that both had agreed to and that are over, the last to end first."""
    over = and_(_is_side(person_id), pairs.c.state == PairState.ENDED, pairs.c.next_on.is_not(None))
    query = rows.of_workspace(workspace, pairs).where(over)
    ended = query.order_by(pairs.c.ended_at.desc(), pairs.c.id.desc()).limit(limit)
    return tuple(rows.record(Pair, row) for row in await rows.rows_of(workspace, ended))


async def change_pair(workspace: Workspace, pair: Pair) -> None:
    """Write a changed pair; raises Conflict where somebody changed it since it was read."""
    values = rows.values_of(workspace, pairs, pair) | {"version": pair.version + 1}
    same = and_(pairs.c.id == pair.id, pairs.c.version == pair.version)
    if not await rows.change(workspace, pairs, same, **values):
        raise Conflict("pair", pair.id)


async def due_pairs(workspace: Workspace, now: datetime, limit: int) -> tuple[Turn, ...]:
    """Active pairs whose prompts are due, locked until the transaction ends, earliest first.

    Rows that another replica holds are left to it (DESIGN 6.1).
    """
    due = _turns(workspace).where(pairs.c.next_run_at <= now)
    return await _locked(workspace, due.order_by(pairs.c.next_run_at).limit(limit))


async def next_run_at(workspace: Workspace) -> datetime | None:
    """When the first active pair's prompts fall due, or fell due; None where there is no active pair."""
    active = and_(pairs.c.workspace_id == workspace.id, pairs.c.state == PairState.ACTIVE)
    query = select(func.min(pairs.c.next_run_at)).where(active)
    found: datetime | None = (await workspace.session.execute(query)).scalar_one()
    return found


async def turns_after(workspace: Workspace, after: str, limit: int) -> tuple[Turn, ...]:
    """A page of all active pairs, from the id after `after` on, locked until the transaction ends.

    Rows that another replica holds are left to it.
    """
    following = _turns(workspace).where(pairs.c.id > after)
    return await _locked(workspace, following.order_by(pairs.c.id).limit(limit))


async def turns_of(workspace: Workspace, person_id: str) -> tuple[Turn, ...]:
    """A person's active pairs, oldest first, locked until the transaction ends, and waited for where held."""
    theirs = _turns(workspace).where(_is_side(person_id)).order_by(pairs.c.id)
    return await _locked(workspace, theirs, skips=False)


async def turn_of(workspace: Workspace, pair_id: str) -> tuple[Turn, ...]:
    """The turn of one active pair, locked until the transaction ends; none where it is not active."""
    return await _locked(workspace, _turns(workspace).where(pairs.c.id == pair_id), skips=False)


async def advance_pairs(workspace: Workspace, steps: Sequence[tuple[str, date, datetime]]) -> None:
    """Set the next occurrence of many pairs: (pair, its local date, when its prompts are due)."""
    ids, dates, instants = zip(*steps, strict=True) if steps else ((), (), ())
    await update_by_id(workspace, pairs, ids, {"next_on": dates, "next_run_at": instants})


async def add_asked_prompts(workspace: Workspace, asked: Sequence[AskedPrompt]) -> None:
    """Remember what was put to a side; the first choice for an occurrence stands."""
    names = [column.name for column in rows.columns_of(asked_prompts)]
    await insert_new(
        workspace, asked_prompts, {name: [getattr(one, name) for one in asked] for name in names}, {}
    )


async def prompts_asked(
    workspace: Workspace, pair_id: str, person_id: str, limit: int = 60
) -> tuple[AskedPrompt, ...]:
    """What was put to one side of a pair, newest occurrence first."""
    found = await rows.rows_of(workspace, _ASKED, pair=pair_id, person=person_id, most=limit)
    return tuple(rows.record(AskedPrompt, row) for row in found)


def _is_side(person_id: str) -> ColumnElement[bool]:
    return or_(pairs.c.first_id == person_id, pairs.c.second_id == person_id)


def _turns(workspace: Workspace) -> Select[Any]:
    own = [pairs.c[field.name] for field in fields(Turn) if field.name in pairs.c]
    zones = [_first.c.zone.label("first_zone"), _second.c.zone.label("second_zone")]
    return select(*own, *zones).where(
        pairs.c.workspace_id == workspace.id,
        pairs.c.state == written(PairState.ACTIVE),
        and_(_first.c.workspace_id == pairs.c.workspace_id, _first.c.id == pairs.c.first_id),
        and_(_second.c.workspace_id == pairs.c.workspace_id, _second.c.id == pairs.c.second_id),
    )


async def _locked(workspace: Workspace, query: Select[Any], *, skips: bool = True) -> tuple[Turn, ...]:
    found = await rows.rows_of(workspace, query.with_for_update(of=pairs, skip_locked=skips))
    return tuple(rows.record(Turn, row) for row in found)
