"""Publishing frameworks: files are sources, and only published versions count (DESIGN 4)."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from bot.deps import Deps
from bot.domain.admin import Act, FrameworkDraft, check_added
from bot.domain.offers import with_examples
from bot.errors import Invalid
from bot.usecases.admin import check_may_lead, log_act
from bot.usecases.offers import examples_taken
from bot.usecases.owing import owe_home
from bot.usecases.people import introduce
from bot.usecases.skills import published
from bot.usecases.steps import go_on
from bot.usecases.viewers import find_effective
from frameworks.content import content, digest
from frameworks.load import is_only_extended, load_folder, load_library
from frameworks.model import Framework
from storage.acts import claim_act
from storage.frameworks import add_version, find_head, head_ids, set_head
from storage.records import FrameworkVersion, Person
from storage.session import Workspace


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
        taken = await examples_taken(workspace)
    mine = placement.framework if placement else next(iter(frameworks), "")
    by_title = {framework.title.casefold(): framework for framework in frameworks.values()}
    chosen = frameworks.get(cluster or mine) or by_title.get(cluster or "")
    return Reading(
        clusters=tuple((name, framework.title) for name, framework in frameworks.items()),
        framework=with_examples(chosen, taken) if chosen else None,
        my_level=placement.level if placement and chosen and placement.framework == chosen.id else None,
    )


async def publish_framework(deps: Deps, framework: Framework, by: str | None) -> bool:
    """Make a framework the one that counts for its cluster; False where that very content already is.

    `by` is None for the operator.
    """
    async with deps.write() as workspace:
        is_new = await _publish(workspace, deps, framework, by)
    deps.wake()
    return is_new


async def offered_frameworks(deps: Deps, actor: Person) -> tuple[Framework, ...]:
    """What a People lead may begin with: the company's own files, then the library's.

    What is in force already is left out. Raises NotAllowed.
    """
    await check_may_lead(deps, actor)
    async with deps.read() as workspace:
        in_force = await head_ids(workspace)
    return tuple(one for one in await _sound_frameworks(deps) if one.id not in in_force)


async def begin_with_framework(deps: Deps, actor: Person, draft: FrameworkDraft) -> Framework:
    """Publish one that was offered, looked after by a member; a form sent twice acts once.

    Raises NotAllowed, Invalid at the field that is wrong.
    """
    await check_may_lead(deps, actor)
    sound = {framework.id: framework for framework in await _sound_frameworks(deps)}
    chosen = sound.get(draft.framework or "")
    if chosen is None:
        raise Invalid("choose_one", "framework")
    owner = check_added(await introduce(deps, draft.owner_id or ""), "owner")
    async with deps.write() as workspace:
        if not await claim_act(workspace, f"framework:{actor.id}:{draft.draft}", deps.today()):
            return chosen
        if await find_head(workspace, chosen.id) is not None:
            raise Invalid("in_force_already", "framework", title=chosen.title)
        await _publish(workspace, deps, replace(chosen, owners=(owner.id,)), actor.id)
    deps.wake()
    return chosen


async def _publish(workspace: Workspace, deps: Deps, framework: Framework, by: str | None) -> bool:
    head = await find_head(workspace, framework.id)
    if head is not None and head.digest == digest(framework):
        return False
    version = await add_version(workspace, _version(deps, framework, by))
    await set_head(workspace, framework.id, version.id)
    await log_act(workspace, deps, Act.FRAMEWORK_PUBLISHED, by, [None])
    if by is not None:
        await go_on(workspace, deps, by)
        await owe_home(workspace, deps, by)
    return True


async def _sound_frameworks(deps: Deps) -> tuple[Framework, ...]:
    """Those without errors that are ready for use, each id once, the company's own first."""
    return await asyncio.to_thread(_read_frameworks, deps.frameworks_dir)


def _read_frameworks(folder: Path | None) -> tuple[Framework, ...]:
    files = (*(load_folder(folder) if folder else ()), *load_library())
    found = [one.framework for one in files if one.framework is not None]
    by_id: dict[str, Framework] = {}
    for one in found:
        if one.status != "draft" and not is_only_extended(one, found):
            by_id.setdefault(one.id, one)
    return tuple(by_id.values())


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
