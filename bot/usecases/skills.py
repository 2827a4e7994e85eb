"""Which skills somebody may choose from: those of the clusters whose framework is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.kudos import in_common
from bot.usecases.viewers import find_effective
from frameworks.model import Framework
from storage.frameworks import head_ids
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillChoice:
    """The clusters there are, and the framework whose skills are offered, if any."""

    clusters: tuple[tuple[str, str], ...]
    framework: Framework | None


async def published(workspace: Workspace, deps: Deps) -> dict[str, Framework]:
    """The framework in force of each cluster, by cluster."""
    ids = await head_ids(workspace)
    return {cluster: await deps.shelf.version(workspace, ids[cluster]) for cluster in sorted(ids)}


async def skills_for(
    workspace: Workspace, deps: Deps, person_id: str | None, cluster: str | None = None
) -> SkillChoice:
    """The skills of a cluster, or else of a person's own; none for a person without a placement."""
    frameworks = await published(workspace, deps)
    placement = await find_effective(workspace, person_id) if person_id else None
    chosen = frameworks.get(cluster or (placement.framework if placement else ""))
    titles = tuple((name, framework.title) for name, framework in frameworks.items())
    return SkillChoice(clusters=titles, framework=chosen)


async def skills_for_all(
    workspace: Workspace, deps: Deps, people: Sequence[str], cluster: str | None = None
) -> SkillChoice:
    """The skills that several people have in common; for one, or none yet, as `skills_for`."""
    if len(people) < 2:
        return await skills_for(workspace, deps, people[0] if people else None, cluster)
    own = [(await skills_for(workspace, deps, one)).framework for one in people]
    return SkillChoice(clusters=(), framework=in_common(own))


async def find_published(workspace: Workspace, deps: Deps, cluster: str) -> Framework | None:
    """The framework in force of one cluster, or None."""
    version_id = (await head_ids(workspace)).get(cluster)
    return await deps.shelf.version(workspace, version_id) if version_id else None
