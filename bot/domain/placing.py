"""Rules of placements: who says where somebody is, and who confirms it."""

from dataclasses import dataclass, replace
from datetime import date

from bot.errors import Invalid, NotFoundForYou
from frameworks.model import Framework
from storage.choices import PlacementState
from storage.records import Person, Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDraft:
    """Where a member says that they are, as filled in."""

    draft: str
    cluster: str | None
    second_cluster: str | None
    level: str | None
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementSeen:
    """A placement with its member and its framework."""

    placement: Placement
    person: Person
    framework: Framework
    second_title: str | None


def without_level(draft: PlacementDraft) -> PlacementDraft:
    """A contractor says their kind of work and nothing more (DESIGN 5.8)."""
    return replace(draft, level=None)


def check_placement(
    draft: PlacementDraft, frameworks: dict[str, Framework], today: date, *, has_level: bool = True
) -> Framework:
    """The framework that a draft names; raises Invalid at the field that is wrong.

    `has_level` is False for a contractor, who has none.
    """
    framework = frameworks.get(draft.cluster or "")
    if framework is None:
        raise Invalid("choose_one", "cluster")
    if draft.second_cluster is not None and draft.second_cluster not in frameworks:
        raise Invalid("choose_one", "second")
    if draft.second_cluster == draft.cluster:
        raise Invalid("same_cluster_twice", "second")
    if has_level and framework.is_one_sheet != (draft.level is None):
        raise Invalid("choose_level", "level")
    if draft.level is not None and framework.find_level(draft.level) is None:
        raise Invalid("unknown_level", "level")
    if draft.since is None or draft.since > today:
        raise Invalid("date_ahead", "since")
    return framework


def may_decide(placement: Placement, actor_id: str, manager_id: str | None, leads: tuple[str, ...]) -> bool:
    """The member's manager confirms, or a People lead where there is none; nobody their own."""
    if placement.state is not PlacementState.PROPOSED or actor_id == placement.person_id:
        return False
    return actor_id == manager_id if manager_id else actor_id in leads


def check_may_decide(
    placement: Placement, actor_id: str, manager_id: str | None, leads: tuple[str, ...]
) -> None:
    """Raises NotFoundForYou where this person has no say."""
    if not may_decide(placement, actor_id, manager_id, leads):
        raise NotFoundForYou("not_yours")
