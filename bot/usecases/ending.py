"""What ends when a tie or a membership ends (DESIGN 5.8)."""

from dataclasses import replace

from bot.deps import Deps
from bot.domain.checks import is_in
from bot.domain.messages import Kind
from bot.usecases.owing import owe, owe_home, owed
from storage.checks import checks_of_two, remove_check, sides_of
from storage.choices import Consent, OfferState, PairKind, PairState
from storage.management import end_management, managers_of, ties_of
from storage.offers import offers_about, set_offer_state
from storage.pairs import change_pair, find_pair_between, pairs_of
from storage.readers import end_named_reader, namings_of, readers_named_by
from storage.records import Management, Pair
from storage.session import Workspace


async def end_pair(workspace: Workspace, deps: Deps, pair: Pair) -> None:
    """No more prompts for a pair."""
    await change_pair(
        workspace, replace(pair, state=PairState.ENDED, ended_at=deps.today(), next_run_at=None)
    )


async def end_what_two_had(workspace: Workspace, deps: Deps, tie: Management) -> None:
    """The 1:1 of a manager and a report ends with the tie, and a check that both have not handed in goes."""
    pair = await find_pair_between(workspace, tie.report_id, tie.manager_id)
    if pair is not None and pair.kind is PairKind.MANAGER:
        await end_pair(workspace, deps, pair)
    for check in await checks_of_two(workspace, tie.report_id, tie.manager_id):
        sides = await sides_of(workspace, check.id)
        if not (is_in(sides, check.subject_id) and is_in(sides, check.manager_id)):
            await remove_check(workspace, check.id)


async def end_manager_ties(workspace: Workspace, deps: Deps, report_id: str) -> None:
    """Whoever was a person's manager so far is so no longer; their 1:1 ends with it."""
    for tie in await managers_of(workspace, report_id, Consent.CONFIRMED):
        await end_management(workspace, tie.id, deps.today())
        await end_what_two_had(workspace, deps, tie)
        await owe_home(workspace, deps, tie.manager_id)


async def end_all_ties(workspace: Workspace, deps: Deps, person_id: str) -> None:
    """Who left manages nobody and reports to nobody; on a return it is confirmed anew."""
    for state in (Consent.CONFIRMED, Consent.ASKED):
        for tie in await ties_of(workspace, person_id, state):
            await end_management(workspace, tie.id, deps.today())
            await end_what_two_had(workspace, deps, tie)
            other = tie.manager_id if tie.report_id == person_id else tie.report_id
            await owe_home(workspace, deps, other)


async def end_all_pairs(workspace: Workspace, deps: Deps, person_id: str) -> None:
    """Who left has no more 1:1s."""
    for pair in await pairs_of(workspace, person_id):
        await end_pair(workspace, deps, pair)


async def end_readings(workspace: Workspace, deps: Deps, person_id: str) -> None:
    """Who left reads as nobody's named reader any more, and whom they named reads nothing of theirs."""
    named = await readers_named_by(workspace, person_id)
    for naming in (*named, *await namings_of(workspace, person_id)):
        await end_named_reader(workspace, naming.id, deps.today())
    await owe_home(workspace, deps, *(one.reader_id for one in named))


async def end_offers(workspace: Workspace, deps: Deps, person_id: str) -> None:
    """Somebody left: examples that they offered, or are named in, come to nothing unless they were taken."""
    for offer in await offers_about(workspace, person_id):
        is_own = offer.author_id == person_id
        state = OfferState.WITHDRAWN if is_own else OfferState.REFUSED
        await set_offer_state(workspace, offer.id, state, deps.today())
        if not is_own:
            await owe(workspace, deps, owed(deps, Kind.EXAMPLE_ANSWERED, offer.author_id, offer.id))
        await owe_home(workspace, deps, offer.author_id, *offer.asked)
