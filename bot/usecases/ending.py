"""What ends when a tie or a membership ends (DESIGN 5.8)."""

from dataclasses import replace

from bot.deps import Deps
from bot.usecases.owing import owe_home
from storage.choices import Consent, PairKind, PairState
from storage.management import end_management, managers_of
from storage.pairs import change_pair, find_pair_between, pairs_of
from storage.records import Management, Pair
from storage.session import Workspace


async def end_pair(workspace: Workspace, deps: Deps, pair: Pair) -> None:
    """No more prompts for a pair."""
    await change_pair(
        workspace, replace(pair, state=PairState.ENDED, ended_at=deps.today(), next_run_at=None)
    )


async def end_manager_pair(workspace: Workspace, deps: Deps, tie: Management) -> None:
    """The 1:1 of a manager and a report ends with the tie."""
    pair = await find_pair_between(workspace, tie.report_id, tie.manager_id)
    if pair is not None and pair.kind is PairKind.MANAGER:
        await end_pair(workspace, deps, pair)


async def end_manager_ties(workspace: Workspace, deps: Deps, report_id: str) -> None:
    """Whoever was a person's manager so far is so no longer; their 1:1 ends with it."""
    for tie in await managers_of(workspace, report_id, Consent.CONFIRMED):
        await end_management(workspace, tie.id, deps.today())
        await end_manager_pair(workspace, deps, tie)
        await owe_home(workspace, deps, tie.manager_id)


async def end_all_pairs(workspace: Workspace, deps: Deps, person_id: str) -> None:
    """Who left has no more 1:1s."""
    for pair in await pairs_of(workspace, person_id):
        await end_pair(workspace, deps, pair)
