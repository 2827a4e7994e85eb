"""What Trellis will do next by itself: for a clock that is moved from one such moment to the next."""

from dataclasses import dataclass
from datetime import datetime

from bot.deps import Deps
from bot.usecases.reviews import next_nudge_at
from storage.deliveries import next_due_at
from storage.pairs import next_run_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """When the next message, prompts and nudge fall due; None where nothing of the kind waits."""

    message: datetime | None
    prompts: datetime | None
    nudge: datetime | None

    @property
    def first(self) -> datetime | None:
        """The earliest of them."""
        moments = (self.message, self.prompts, self.nudge)
        return min((moment for moment in moments if moment is not None), default=None)


async def look_ahead(deps: Deps, known_nudge: datetime | None = None) -> Ahead:
    """What comes after now; a nudge that was found before is not looked for again."""
    now = deps.today()
    async with deps.read() as workspace:
        return Ahead(
            message=await next_due_at(workspace, now),
            prompts=await next_run_at(workspace),
            nudge=known_nudge or await next_nudge_at(workspace, deps),
        )
