"""Which skills and signs a member's evidence may be marked with, and what its marks say."""

from collections.abc import Mapping

from bot.deps import Deps
from bot.domain.marking import Sheet
from bot.domain.notes import MarkSeen
from bot.usecases.skills import published
from bot.usecases.viewers import find_effective
from frameworks.model import BehaviourRef, Framework
from storage.records import Evidence, Feedback, Kudos, Mark
from storage.session import Workspace


async def sheets_for(
    workspace: Workspace, deps: Deps, person_id: str, given: Kudos | Feedback | None = None
) -> tuple[Sheet, ...]:
    """A member's own framework, their second, and of another cluster the skills that a giver chose."""
    frameworks = await published(workspace, deps)
    placement = await find_effective(workspace, person_id)
    sheets: list[Sheet] = []
    if placement is not None:
        first, second = placement.framework, placement.second_framework
        sheets += _sheet(frameworks, first, placement.level)
        sheets += _sheet(frameworks, second)
    if given is not None:
        sheets += _sheet(frameworks, given.framework, only=frozenset(given.competencies))
    return tuple(sheets)


async def marks_seen(workspace: Workspace, deps: Deps, piece: Evidence) -> tuple[MarkSeen, ...]:
    """The marks of a piece in the words of the frameworks in force."""
    frameworks = await published(workspace, deps)
    return tuple(_seen(frameworks.get(mark.framework), mark) for mark in piece.marks)


def _sheet(
    frameworks: Mapping[str, Framework],
    cluster: str | None,
    level: str | None = None,
    only: frozenset[str] | None = None,
) -> list[Sheet]:
    framework = frameworks.get(cluster or "")
    if framework is None:
        return []
    known = level if level and framework.find_level(level) else None
    return [Sheet(framework=framework, level=known, only=only)]


def _seen(framework: Framework | None, mark: Mark) -> MarkSeen:
    if framework is None:
        return MarkSeen(skill=None)
    if mark.milestone is not None:
        milestone = framework.find_milestone(mark.milestone)
        return MarkSeen(skill=None, milestone=milestone.text if milestone else None)
    skill = framework.find_competency(mark.competency or "")
    ref = BehaviourRef(competency=mark.competency or "", behaviour=mark.behaviour or "")
    behaviour = framework.find_behaviour(ref)
    return MarkSeen(skill=skill.title if skill else None, behaviour=behaviour.text if behaviour else None)
