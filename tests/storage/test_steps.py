"""First steps that were offered or skipped, and what people have done of them."""

from storage.choices import EvidenceSource, PairState, Step
from storage.evidence import add_evidence
from storage.kudos import add_kudos
from storage.pairs import add_pair, change_pair
from storage.session import Database
from storage.steps import beginnings_of, mark_offered, mark_skipped_steps, on_the_way, step_marks
from storage.summaries import add_summary
from tests.storage.builders import (
    DAY,
    NOON,
    OURS,
    U1,
    U2,
    U3,
    some_evidence,
    some_kudos,
    some_pair,
    some_summary,
)


async def test_a_step_is_offered_once(store: Database) -> None:
    """A step that was offered is not new a second time, and keeps the moment of the first."""
    async with store.write(OURS) as workspace:
        assert await mark_offered(workspace, U1, Step.NOTE, "d1", NOON)
        assert not await mark_offered(workspace, U1, Step.NOTE, "d1", NOON + DAY)
        assert await mark_offered(workspace, U2, Step.NOTE, "d1", NOON)

        (mark,) = await step_marks(workspace, U1)
        assert await on_the_way(workspace, [U1, U3]) == {U1}
    assert (mark.step, mark.offered_at, mark.delivery_id, mark.skipped_at) == (Step.NOTE, NOON, "d1", None)


async def test_a_step_may_be_skipped_before_or_after_it_was_offered(store: Database) -> None:
    """A skip is kept beside the offer; a step that was skipped is not offered any more."""
    async with store.write(OURS) as workspace:
        await mark_offered(workspace, U1, Step.NOTE, "d1", NOON)
        await mark_skipped_steps(workspace, U1, [Step.NOTE, Step.KUDOS], NOON + DAY)
        assert not await mark_offered(workspace, U1, Step.KUDOS, "d1", NOON + DAY)

        assert await on_the_way(workspace, [U1]) == {U1}
        marks = {mark.step: (mark.offered_at, mark.skipped_at) for mark in await step_marks(workspace, U1)}
    assert marks == {Step.NOTE: (NOON, NOON + DAY), Step.KUDOS: (None, NOON + DAY)}


async def test_what_somebody_did_once_is_known(store: Database) -> None:
    """Kudos given, a note, a summary: each counts for the one who did it, and for nobody else."""
    async with store.write(OURS) as workspace:
        await add_kudos(workspace, some_kudos(giver=U1, receiver=U2))
        await add_evidence(workspace, some_evidence(owner=U2))
        await add_summary(workspace, some_summary(of=U1))

        first, second = await beginnings_of(workspace, U1), await beginnings_of(workspace, U2)
    assert (first.has_thanked, first.has_noted, first.has_summed_up) == (True, False, True)
    assert (second.has_thanked, second.has_noted, second.has_summed_up) == (False, True, False)


async def test_what_others_saw_is_no_note_of_ones_own(store: Database) -> None:
    """A first note is still to be written by who was only observed."""
    async with store.write(OURS) as workspace:
        seen = some_evidence(owner=U2, author_id=U1, source=EvidenceSource.OBSERVATION)
        await add_evidence(workspace, seen)

        assert not (await beginnings_of(workspace, U2)).has_noted


async def test_a_one_to_one_counts_for_who_asked_then_for_both(store: Database) -> None:
    """Who was asked has not met anybody by that; a yes counts for both, an end for nobody."""
    pair = some_pair(first=U1, second=U2, state=PairState.ASKED, asked_by=U1)
    met = []
    async with store.write(OURS) as workspace:
        await add_pair(workspace, pair)
        for version, state in enumerate((PairState.ASKED, PairState.ACTIVE, PairState.ENDED), start=1):
            if state is not PairState.ASKED:
                await change_pair(workspace, some_pair(id=pair.id, state=state, version=version - 1))
            met.append(tuple([(await beginnings_of(workspace, one)).has_met for one in (U1, U2)]))

    assert met == [(True, False), (True, True), (False, False)]
