"""Claiming prompts that fall due, batch by batch."""

from bot.deps import Deps
from bot.usecases.prompting import BATCH, plan_prompts


async def plan_due(deps: Deps, batch: int = BATCH) -> int:
    """Claim all that is due now; returns how many pairs. Between batches others may write."""
    count = 0
    while claimed := await plan_prompts(deps, batch):
        count += claimed
        if claimed < batch:
            break
    return count
