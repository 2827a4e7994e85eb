"""Publishing frameworks: files are sources, and only published versions count (DESIGN 4)."""

from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.admin import Act
from bot.usecases.admin import log_act
from bot.usecases.skills import published
from bot.usecases.viewers import find_effective
from frameworks.content import content, digest
from frameworks.model import Framework
from storage.frameworks import add_version, find_head, set_head
from storage.records import FrameworkVersion, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A framework to read, and where the reader is in it."""

    clusters: tuple[tuple[str, str], ...]
    framework: Framework | None
    my_level: str | None


async def read_framework(deps: Deps, actor: Person, cluster: str | None) -> Reading:
    """A cluster's framework, or one's own, or the first there is; none for a cluster that does not exist."""
    async with deps.read() as workspace:
        frameworks = await published(workspace, deps)
        placement = await find_effective(workspace, actor.id)
    mine = placement.framework if placement else next(iter(frameworks), "")
    by_title = {framework.title.casefold(): framework for framework in frameworks.values()}
    chosen = frameworks.get(cluster or mine) or by_title.get(cluster or "")
    return Reading(
        clusters=tuple((name, framework.title) for name, framework in frameworks.items()),
        framework=chosen,
        my_level=placement.level if placement and chosen and placement.framework == chosen.id else None,
    )


async def publish_framework(deps: Deps, framework: Framework, by: str | None) -> bool:
    """Make a framework the one that counts for its cluster; False where that very content already is.

    `by` is None for the operator.
    """
    async with deps.write() as workspace:
        head = await find_head(workspace, framework.id)
        if head is not None and head.digest == digest(framework):
            return False
        version = await add_version(workspace, _version(deps, framework, by))
        await set_head(workspace, framework.id, version.id)
        await log_act(workspace, deps, Act.FRAMEWORK_PUBLISHED, by, [None])
    return True


def _version(deps: Deps, framework: Framework, by: str | None) -> FrameworkVersion:
    return FrameworkVersion(
        id=deps.ids(),
        framework=framework.id,
        version=framework.version,
        title=framework.title,
        digest=digest(framework),
        content=content(framework),
        published_at=deps.today(),
        published_by=by,
    )
