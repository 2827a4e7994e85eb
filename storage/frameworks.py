"""Published framework versions, by content, and which one counts."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select

from storage import rows
from storage.records import FrameworkVersion
from storage.session import Workspace
from storage.tables import framework_heads, framework_versions

_HEADS = rows.prepared(framework_heads)
_PUBLISHED = (
    select(framework_versions.c.published_at)
    .where(
        framework_versions.c.workspace_id == bindparam("workspace_id"),
        framework_versions.c.framework == bindparam("framework"),
    )
    .order_by(framework_versions.c.published_at)
)


async def add_version(workspace: Workspace, version: FrameworkVersion) -> FrameworkVersion:
    """Keep a version and return it; one with the same content is returned as it was kept before."""
    await rows.add_new(
        workspace, framework_versions, [rows.values_of(workspace, framework_versions, version)]
    )
    same = framework_versions.c.digest == version.digest
    query = rows.of_workspace(workspace, framework_versions).where(
        framework_versions.c.framework == version.framework, same
    )
    return rows.record(
        FrameworkVersion, await rows.get_row(workspace, query, "framework version", version.digest)
    )


async def set_head(workspace: Workspace, framework: str, version_id: str) -> None:
    """Make a version the one that counts for its cluster."""
    await rows.put(workspace, framework_heads, {"framework": framework, "version_id": version_id})


async def find_head(workspace: Workspace, framework: str) -> FrameworkVersion | None:
    """The version that counts for a cluster, or None."""
    query = _heads(workspace).where(framework_heads.c.framework == framework)
    found = await rows.find_row(workspace, query)
    return None if found is None else rows.record(FrameworkVersion, found)


async def heads(workspace: Workspace) -> tuple[FrameworkVersion, ...]:
    """The versions that count, by cluster."""
    query = _heads(workspace).order_by(framework_heads.c.framework)
    return tuple(rows.record(FrameworkVersion, row) for row in await rows.rows_of(workspace, query))


async def get_version(workspace: Workspace, version_id: str) -> FrameworkVersion:
    """A version by id; raises NotFound."""
    query = rows.of_workspace(workspace, framework_versions).where(framework_versions.c.id == version_id)
    return rows.record(
        FrameworkVersion, await rows.get_row(workspace, query, "framework version", version_id)
    )


async def head_ids(workspace: Workspace) -> dict[str, str]:
    """The id of the version that counts, by cluster: cheap, as it reads no content."""
    found = await rows.rows_of(workspace, _HEADS, workspace_id=workspace.id)
    return {row.framework: row.version_id for row in found}


async def publication_times(workspace: Workspace, framework: str) -> tuple[datetime, ...]:
    """When each version of a cluster was published, oldest first."""
    found = await rows.rows_of(workspace, _PUBLISHED, framework=framework)
    return tuple(row.published_at for row in found)


def _heads(workspace: Workspace) -> Select[Any]:
    same = (framework_heads.c.workspace_id == framework_versions.c.workspace_id) & (
        framework_heads.c.version_id == framework_versions.c.id
    )
    return rows.of_workspace(workspace, framework_versions).join(framework_heads, same)
