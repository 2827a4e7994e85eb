"""Claiming due prompts: each occurrence is owed once to each side, whoever claims it (DESIGN 6.1 to 6.3)."""

from collections.abc import Sequence

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.domain.pairs import rule_of
from bot.domain.prompting import Plan, plan_of, run_at
from bot.usecases.owing import owe, owed
from storage.deliveries import NewDelivery
from storage.pairs import Turn, advance_pairs, due_pairs, turns_after, turns_of
from storage.session import Workspace

BATCH = 500
_BEFORE_ALL = ""


async def plan_prompts(deps: Deps, limit: int = BATCH) -> int:
    """Claim up to `limit` pairs whose prompts are due, and owe one message a side; returns how many.

    However long Trellis was away, a pair is claimed once and its newest occurrence alone is owed: the
    letter sends it while the 1:1 is ahead, and records it as missed after that.
    """
    now = deps.today()
    async with deps.write() as workspace:
        due = await due_pairs(workspace, now, limit)
        plans = [(turn, plan_of(rule_of(turn), turn.next_on, _zones(turn), now)) for turn in due]
        await advance_pairs(workspace, [(turn.id, plan.next_on, plan.next_run_at) for turn, plan in plans])
        await owe(workspace, deps, *(one for turn, plan in plans for one in _messages(deps, turn, plan)))
    if due:
        deps.wake()
    return len(due)


async def recompute_all(deps: Deps, limit: int = BATCH) -> int:
    """Work out anew when each active pair is due, as zone data may have changed; returns how many moved.

    A page at a time, each in a transaction of its own, so that answers to people need not wait.
    """
    moved, after = 0, _BEFORE_ALL
    while True:
        async with deps.write() as workspace:
            page = await turns_after(workspace, after, limit)
            moved += await _recompute(workspace, page)
        if len(page) < limit:
            return moved
        after = page[-1].id


async def recompute_of(workspace: Workspace, person_id: str) -> None:
    """The same for one person's pairs, after they moved to another zone."""
    await _recompute(workspace, await turns_of(workspace, person_id))


async def _recompute(workspace: Workspace, turns: Sequence[Turn]) -> int:
    anew = [(turn, run_at(rule_of(turn), turn.next_on, _zones(turn))) for turn in turns]
    steps = [(turn.id, turn.next_on, at) for turn, at in anew if at != turn.next_run_at]
    await advance_pairs(workspace, steps)
    return len(steps)


def _messages(deps: Deps, turn: Turn, plan: Plan) -> list[NewDelivery]:
    sides = zip((turn.first_id, turn.second_id), plan.due, strict=True)
    occurrence = plan.on.isoformat()
    return [owed(deps, Kind.PROMPT, person, turn.id, occurrence=occurrence, due=due) for person, due in sides]


def _zones(turn: Turn) -> tuple[str, str]:
    return turn.first_zone, turn.second_zone
