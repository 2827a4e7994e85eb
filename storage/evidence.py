"""Evidence with its marks, witnesses and frozen readers, and the log of who opened what."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, not_, or_, select
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import EvidenceSource, Shown
from storage.errors import NotFound
from storage.readers import shown_readers, shown_under
from storage.records import Evidence, FrozenReader, Line, Mark, Opening, Sight, Witness
from storage.session import Workspace
from storage.tables import (
    evidence,
    evidence_lines,
    evidence_marks,
    evidence_readers,
    evidence_witnesses,
    openings,
)

_PERIOD = and_(
    evidence.c.owner_id == bindparam("subject"),
    evidence.c.happened_on.between(bindparam("since"), bindparam("until")),
)
_NAMED = exists().where(
    evidence_readers.c.workspace_id == evidence.c.workspace_id,
    evidence_readers.c.evidence_id == evidence.c.id,
    evidence_readers.c.person_id == bindparam("viewer"),
    evidence_readers.c.reading.in_(bindparam("readings", expanding=True)),
)
_CONFIRMED = exists().where(
    evidence_witnesses.c.workspace_id == evidence.c.workspace_id,
    evidence_witnesses.c.evidence_id == evidence.c.id,
    evidence_witnesses.c.person_id == bindparam("viewer"),
    evidence_witnesses.c.text_version == evidence.c.text_version,
)
_OBSERVED = evidence.c.source == EvidenceSource.OBSERVATION
_IN_SIGHT = or_(
    and_(_OBSERVED, or_(_NAMED, evidence.c.author_id == bindparam("viewer"))),
    and_(
        not_(_OBSERVED),
        or_(and_(evidence.c.is_shared, or_(_NAMED, shown_under(evidence, Shown.NOTE))), _CONFIRMED),
    ),
)
_WHOLE = (
    rows.prepared(evidence, _PERIOD).order_by(evidence.c.happened_on, evidence.c.id).limit(bindparam("most"))
)
_NEWEST = select(func.max(evidence.c.happened_on)).where(
    evidence.c.workspace_id == bindparam("workspace_id"), evidence.c.owner_id == bindparam("subject")
)
_SKILLS = (
    select(evidence.c.id, evidence_marks.c.competency)
    .join(
        evidence_marks,
        and_(
            evidence_marks.c.workspace_id == evidence.c.workspace_id,
            evidence_marks.c.evidence_id == evidence.c.id,
        ),
    )
    .where(evidence.c.workspace_id == bindparam("workspace_id"), _PERIOD)
)


async def add_evidence(workspace: Workspace, piece: Evidence) -> bool:
    """Keep a piece with all that belongs to it; False where its kudos is kept already."""
    if not await rows.add_new(workspace, evidence, [rows.values_of(workspace, evidence, piece)]):
        return False
    marks = [
        {"evidence_id": piece.id, "position": position} | _mark_values(mark)
        for position, mark in enumerate(piece.marks)
    ]
    witnesses = [
        {
            "evidence_id": piece.id,
            "person_id": seen.person_id,
            "text_version": seen.text_version,
            "at": seen.at,
        }
        for seen in piece.witnesses
    ]
    readers = [
        {"evidence_id": piece.id, "person_id": reader.person_id, "reading": reader.reading}
        for reader in piece.readers
    ]
    lines = [
        {
            "evidence_id": piece.id,
            "position": position,
            "person_id": line.person_id,
            "kudos_id": line.kudos_id,
            "text": line.text,
        }
        for position, line in enumerate(piece.lines)
    ]
    await rows.add_new(workspace, evidence_lines, lines)
    await rows.add_new(workspace, evidence_marks, marks)
    await rows.add_new(workspace, evidence_witnesses, witnesses)
    await rows.add_new(workspace, evidence_readers, readers)
    return True


async def get_evidence(workspace: Workspace, evidence_id: str) -> Evidence:
    """A piece by id; raises NotFound."""
    found = await evidence_among(workspace, [evidence_id])
    if not found:
        raise NotFound("evidence", evidence_id)
    return found[evidence_id]


async def evidence_among(workspace: Workspace, ids: Collection[str]) -> dict[str, Evidence]:
    """Those of the pieces that exist, by id."""
    query = rows.among(workspace.is_sqlite, evidence.c.id)
    found = await rows.rows_of(workspace, query, ids=list(ids))
    return {piece.id: piece for piece in await _whole(workspace, found)}


async def evidence_of(
    workspace: Workspace, sight: Sight, *, since: date, until: date, limit: int = 10_000
) -> tuple[Evidence, ...]:
    """The subject's evidence that the viewer of a sight may read, oldest first.

    `since` and `until` bound the day on which it happened, both included.
    """
    query = _WHOLE if sight.is_subject else _WHOLE.where(_IN_SIGHT)
    found = await rows.rows_of(workspace, query, since=since, until=until, most=limit, **_blanks(sight))
    return await _whole(workspace, found)


async def find_kept(workspace: Workspace, kudos_id: str) -> str | None:
    """The id of the piece that some kudos were made, alone or with others, or None."""
    query = rows.of_workspace(workspace, evidence).where(evidence.c.kudos_id == kudos_id)
    found = await rows.find_row(workspace, query)
    if found is not None:
        return str(found.id)
    within = rows.of_workspace(workspace, evidence_lines).where(evidence_lines.c.kudos_id == kudos_id)
    line = await rows.find_row(workspace, within)
    return None if line is None else str(line.evidence_id)


async def skills_seen(
    workspace: Workspace, sight: Sight, *, since: date, until: date
) -> tuple[frozenset[str], ...]:
    """As evidence_of, but only which skills each piece is marked with: no words are read."""
    query = _SKILLS if sight.is_subject else _SKILLS.where(_IN_SIGHT)
    found = await rows.rows_of(workspace, query, since=since, until=until, **_blanks(sight))
    keys = rows.grouped((row.id, row.competency) for row in found if row.competency is not None)
    return tuple(frozenset(one) for one in keys.values())


async def newest_day(workspace: Workspace, sight: Sight) -> date | None:
    """The day of the subject's newest piece that the viewer of a sight may read, or None."""
    query = _NEWEST if sight.is_subject else _NEWEST.where(_IN_SIGHT)
    ((found,),) = await rows.rows_of(workspace, query, **_blanks(sight))
    newest: date | None = found
    return newest


async def share_evidence(workspace: Workspace, evidence_id: str, readers: Sequence[FrozenReader]) -> None:
    """The owner widens one piece to the persons who may read it from now on."""
    await rows.change(workspace, evidence, evidence.c.id == evidence_id, is_shared=True)
    new = [
        {"evidence_id": evidence_id, "person_id": reader.person_id, "reading": reader.reading}
        for reader in readers
    ]
    await rows.add_new(workspace, evidence_readers, new)


async def add_openings(workspace: Workspace, seen: Sequence[Opening]) -> None:
    """Log who opened what on a day; once a day is enough."""
    await rows.add_new(workspace, openings, [rows.values_of(workspace, openings, one) for one in seen])


async def openings_of(workspace: Workspace, subject_id: str, *, since: date) -> tuple[Opening, ...]:
    """Who opened things of a person, newest day first."""
    query = rows.of_workspace(workspace, openings).where(
        openings.c.subject_id == subject_id, openings.c.on >= since
    )
    in_order = query.order_by(
        openings.c.on.desc(), openings.c.reader_id, openings.c.kind, openings.c.thing_id
    )
    return tuple(rows.record(Opening, row) for row in await rows.rows_of(workspace, in_order))


def _mark_values(mark: Mark) -> dict[str, str | None]:
    return {
        "framework": mark.framework,
        "competency": mark.competency,
        "behaviour": mark.behaviour,
        "milestone": mark.milestone,
    }


def _blanks(sight: Sight) -> dict[str, Any]:
    """What a sight fills into the queries above."""
    if sight.is_subject:
        return {"subject": sight.subject_id}
    return {
        "subject": sight.subject_id,
        "viewer": sight.viewer_id,
        "readings": sorted(sight.readings),
        "namings": sorted(sight.namings),
    }


async def _whole(workspace: Workspace, found: Sequence[Row[Any]]) -> tuple[Evidence, ...]:
    ids = [row.id for row in found]
    if not ids:
        return ()
    marks = await _marks_of(workspace, ids)
    witnesses = await _witnesses_of(workspace, ids)
    readers = await _readers_of(workspace, ids)
    lines = await _lines_of(workspace, [row.id for row in found if row.source == EvidenceSource.KUDOS])
    named = await shown_readers(workspace, Shown.NOTE, ids)
    return tuple(
        rows.record(
            Evidence,
            row,
            marks=marks.get(row.id, ()),
            witnesses=witnesses.get(row.id, ()),
            readers=(*readers.get(row.id, ()), *named.get(row.id, ())),
            lines=lines.get(row.id, ()),
        )
        for row in found
    )


async def _marks_of(workspace: Workspace, ids: Sequence[str]) -> dict[str, tuple[Mark, ...]]:
    of, place = evidence_marks.c.evidence_id, evidence_marks.c.position
    return rows.grouped(
        (
            row.evidence_id,
            Mark(
                framework=row.framework,
                competency=row.competency,
                behaviour=row.behaviour,
                milestone=row.milestone,
            ),
        )
        for row in await rows.rows_of(workspace, rows.among(workspace.is_sqlite, of, place), ids=ids)
    )


async def _lines_of(workspace: Workspace, ids: Sequence[str]) -> dict[str, tuple[Line, ...]]:
    if not ids:
        return {}
    of, place = evidence_lines.c.evidence_id, evidence_lines.c.position
    return rows.grouped(
        (row.evidence_id, Line(person_id=row.person_id, kudos_id=row.kudos_id, text=row.text))
        for row in await rows.rows_of(workspace, rows.among(workspace.is_sqlite, of, place), ids=ids)
    )


async def _witnesses_of(workspace: Workspace, ids: Sequence[str]) -> dict[str, tuple[Witness, ...]]:
    of, person = evidence_witnesses.c.evidence_id, evidence_witnesses.c.person_id
    return rows.grouped(
        (row.evidence_id, Witness(person_id=row.person_id, text_version=row.text_version, at=row.at))
        for row in await rows.rows_of(workspace, rows.among(workspace.is_sqlite, of, person), ids=ids)
    )


async def _readers_of(workspace: Workspace, ids: Sequence[str]) -> dict[str, tuple[FrozenReader, ...]]:
    of, person = evidence_readers.c.evidence_id, evidence_readers.c.person_id
    return rows.grouped(
        (row.evidence_id, FrozenReader(person_id=row.person_id, reading=row.reading))
        for row in await rows.rows_of(workspace, rows.among(workspace.is_sqlite, of, person), ids=ids)
    )
