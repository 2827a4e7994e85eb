"""What Trellis will do next by itself: for a clock that is moved from one such moment to the next."""

from datetime import datetime

from bot.deps import Deps
from bot.usecases.reviews import next_nudge_at
from storage.deliveries import next_due_at
from storage.pairs import next_run_at


async def next_moment(deps: Deps) -> datetime | None:
    """When the next message, prompt or nudge falls due after now; None where nothing ever does."""
    now = deps.today()
    async with deps.read() as workspace:
        ahead = (
            await next_due_at(workspace, now),
            await next_run_at(workspace, now),
            await next_nudge_at(workspace, deps),
        )
    return min((moment for moment in ahead if moment is not None), default=None)
