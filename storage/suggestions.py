"""What suggested skills learn from, as counts of features and never as text; who wants no hints on wording.

Counts stand under the person who chose, so that theirs can be taken away whole. A count is public where it
comes from what everybody here may read.
"""

from collections.abc import Collection

from sqlalchemy import and_, func, or_, select

from storage import rows
from storage.records import Taught
from storage.rows import dialect_of
from storage.session import Workspace
from storage.tables import hidden_hints, suggestion_counts

_COUNTS = suggestion_counts.c


async def add_taught(
    workspace: Workspace,
    person_id: str,
    skills: Collection[str],
    features: Collection[int],
    *,
    is_public: bool,
) -> None:
    """Count one piece, marked with these skills."""
    taught = [
        {
            "workspace_id": workspace.id,
            "person_id": person_id,
            "competency": skill,
            "is_public": is_public,
            "feature": feature,
            "pieces": 1,
        }
        for skill in sorted(set(skills))
        for feature in sorted(set(features))
    ]
    if taught:
        insert = dialect_of(workspace).insert(suggestion_counts)
        more = {"pieces": _COUNTS.pieces + insert.excluded.pieces}
        keys = list(suggestion_counts.primary_key)
        await workspace.session.execute(insert.on_conflict_do_update(index_elements=keys, set_=more), taught)


async def taught_to(
    workspace: Workspace,
    viewer_id: str,
    skills: Collection[str],
    features: Collection[int],
    *,
    sees_public: bool,
) -> tuple[Taught, ...]:
    """What somebody's suggestions may rest on: their own counts, and public ones where they may see those."""
    theirs = _COUNTS.person_id == viewer_id
    query = (
        select(_COUNTS.competency, _COUNTS.feature, func.sum(_COUNTS.pieces).label("pieces"))
        .where(
            and_(
                _COUNTS.workspace_id == workspace.id,
                _COUNTS.competency.in_(sorted(skills)),
                _COUNTS.feature.in_(sorted(features)),
                or_(theirs, _COUNTS.is_public) if sees_public else theirs,
            )
        )
        .group_by(_COUNTS.competency, _COUNTS.feature)
        .order_by(_COUNTS.competency, _COUNTS.feature)
    )
    return tuple(rows.record(Taught, row) for row in await rows.rows_of(workspace, query))


async def forget_taught(workspace: Workspace, person_id: str) -> None:
    """Take away all that one person's choices taught: what is left is as if they had chosen nothing."""
    await rows.remove(workspace, suggestion_counts, _COUNTS.person_id == person_id)


async def has_hidden_hints(workspace: Workspace, person_id: str) -> bool:
    """Whether a person wants no hints on wording."""
    query = rows.of_workspace(workspace, hidden_hints).where(hidden_hints.c.person_id == person_id)
    return await rows.find_row(workspace, query) is not None


async def set_hints(workspace: Workspace, person_id: str, hidden: bool) -> None:
    """The off switch for hints on wording."""
    if hidden:
        await rows.add_new(workspace, hidden_hints, [{"person_id": person_id}])
    else:
        await rows.remove(workspace, hidden_hints, hidden_hints.c.person_id == person_id)
