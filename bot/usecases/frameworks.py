"""Publishing frameworks: files are sources, and only published versions count (DESIGN 4)."""

from bot.deps import Deps
from frameworks.content import content, digest
from frameworks.model import Framework
from storage.acts import add_admin_act
from storage.frameworks import add_version, find_head, set_head
from storage.records import AdminAct, FrameworkVersion


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
        act = AdminAct(
            id=deps.ids(), actor_id=by, act="framework_published", subject_id=None, at=deps.today()
        )
        await add_admin_act(workspace, act)
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
