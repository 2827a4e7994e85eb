"""First steps: which a person was offered or skipped, and what they have done of them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, Table, and_, bindparam, exists, or_, select

from storage import rows
from storage.choices import EvidenceSource, PairState, Step
from storage.columns import written
from storage.records import Beginnings, StepMark
from storage.session import Workspace
from storage.tables import evidence, kudos, pairs, steps, summaries

_PERSON: BindParameter[str] = bindparam("person")
_MARKS = rows.prepared(steps, steps.c.person_id == _PERSON)


def _there_is(table: Table, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(table.c.workspace_id == bindparam("workspace_id"), *where)


_IS_MET = or_(
    pairs.c.state == written(PairState.ACTIVE),
    and_(pairs.c.state == written(PairState.ASKED), pairs.c.asked_by == _PERSON),
)
_ONCE: list[ColumnElement[Any]] = [
    or_(
        _there_is(pairs, pairs.c.first_id == _PERSON, _IS_MET),
        _there_is(pairs, pairs.c.second_id == _PERSON, _IS_MET),
    ).label("has_met"),
    _there_is(kudos, kudos.c.giver_id == _PERSON).label("has_thanked"),
    _there_is(
        evidence, evidence.c.owner_id == _PERSON, evidence.c.source != EvidenceSource.OBSERVATION
    ).label("has_noted"),
    _there_is(summaries, summaries.c.subject_id == _PERSON).label("has_summed_up"),
]
_BEGINNINGS: Select[Any] = select(*_ONCE)


async def step_marks(workspace: Workspace, person_id: str) -> tuple[StepMark, ...]:
    """The steps that a person was offered, or skipped."""
    found = await rows.rows_of(workspace, _MARKS, person=person_id)
    return tuple(rows.record(StepMark, row) for row in found)


async def on_the_way(workspace: Workspace, ids: Collection[str]) -> frozenset[str]:
    """Those of the people who were offered a step before."""
    offered = and_(steps.c.person_id.in_(ids), steps.c.offered_at.is_not(None))
    found = await rows.rows_of(workspace, rows.of_workspace(workspace, steps).where(offered))
    return frozenset(row.person_id for row in found)


async def mark_offered(
    workspace: Workspace, person_id: str, step: Step, delivery_id: str, now: datetime
) -> bool:
    """Note that a step is offered by a message; False where it was touched before."""
    offer = {**_row(person_id, step), "offered_at": now, "delivery_id": delivery_id}
    return await rows.add_new(workspace, steps, [offer]) == 1


async def mark_skipped_steps(
    workspace: Workspace, person_id: str, skipped: Collection[Step], now: datetime
) -> None:
    """Note that a person does not want some steps."""
    mine = and_(steps.c.person_id == person_id, steps.c.step.in_(skipped))
    await rows.add_new(workspace, steps, [_row(person_id, step) for step in skipped])
    await rows.change(workspace, steps, mine, skipped_at=now)


async def beginnings_of(workspace: Workspace, person_id: str) -> Beginnings:
    """What a person has done at least once; a 1:1 counts once they asked for it or agreed to it."""
    found = (await rows.rows_of(workspace, _BEGINNINGS, person=person_id))[0]
    return Beginnings(**{name: bool(value) for name, value in found._mapping.items()})


def _row(person_id: str, step: Step) -> dict[str, object]:
    return {"person_id": person_id, "step": step, "offered_at": None, "delivery_id": None, "skipped_at": None}
