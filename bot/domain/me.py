"""One's own page, as values."""

from dataclasses import dataclass

from bot.domain.chances import ChancesSeen
from bot.domain.placing import PlacementSeen
from bot.domain.plans import PlanSeen
from bot.domain.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class MySide:
    """Where somebody is, what waits to be confirmed, their manager's name, and what their notes say."""

    placement: PlacementSeen | None
    proposal: PlacementSeen | None
    manager: str | None
    statements: tuple[Statement, ...]
    plan: PlanSeen
    chances: ChancesSeen
