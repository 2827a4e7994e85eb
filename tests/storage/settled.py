"""What stands in two workspaces that use the same ids: ours closed, theirs wide open."""

from __future__ import annotations

from storage import (
    acts,
    deliveries,
    digests,
    evidence,
    frameworks,
    kudos,
    leases,
    management,
    offers,
    pairs,
    past_notes,
    people,
    placements,
    preferences,
    reviews,
    steps,
    summaries,
    workspaces,
)
from storage.choices import (
    Consent,
    DeliveryState,
    EvidenceSource,
    OfferState,
    PersonKind,
    PlacementState,
    Step,
)
from storage.records import Mark, Witness
from storage.session import Workspace
from storage.types import Days
from tests.storage.builders import (
    DAY,
    MINUTE,
    NOON,
    TODAY,
    U1,
    U2,
    U3,
    U4,
    as_manager,
    some_admin_act,
    some_answer,
    some_evidence,
    some_grant,
    some_kudos,
    some_offer,
    some_opening,
    some_owed,
    some_pair,
    some_past_note,
    some_person,
    some_placement,
    some_preferences,
    some_prompt,
    some_review,
    some_summary,
    some_tie,
    some_version,
)
from tests.storage.calls_of_feedback import settle_our_feedback, settle_their_feedback
from tests.storage.calls_of_growth import settle_our_growth, settle_their_growth
from tests.storage.calls_of_meetings import settle_our_meetings, settle_their_meetings
from tests.storage.calls_of_readers import settle_our_readers, settle_their_readers
from tests.storage.calls_of_suggestions import settle_our_suggestions, settle_their_suggestions
from tests.storage.calls_of_talks import settle_our_talks, settle_their_talks

_MARK = Mark(framework="engineering", competency="delivery")
_SEEN = Witness(person_id=U1, text_version=1, at=NOON)


async def settle_ours(here: Workspace) -> None:
    """Things of ours: quiet, shared with nobody, asked for, due at noon. `begin` went before."""
    await people.add_to_rollout(here, [U1], None, NOON)
    await people.add_grant(here, some_grant())
    await management.add_management(here, some_tie(id="m1"))
    await frameworks.set_head(here, "engineering", "v1")
    await placements.add_placement(here, some_placement(id="p1"))
    await kudos.add_kudos(here, some_kudos(id="k1"))
    await evidence.add_evidence(here, some_evidence(id="e1", is_shared=True))
    await evidence.add_openings(here, [some_opening()])
    await pairs.add_pair(here, some_pair(id="a1"))
    await pairs.add_asked_prompts(here, [some_prompt()])
    await deliveries.add_deliveries(here, [some_owed(id="d1"), some_owed(id="d2", priority=0)], NOON)
    await leases.lease_delivery(here, NOON, NOON, NOON + MINUTE)
    await leases.add_lanes(here, NOON)
    await reviews.add_review(here, some_review())
    await reviews.put_answer(here, some_answer())
    await summaries.add_summary(here, some_summary(id="s1"))
    await acts.add_admin_act(here, some_admin_act(id="x1"))
    await acts.claim_act(here, "key", NOON)
    await steps.mark_offered(here, U1, Step.NOTE, "d1", NOON)
    await past_notes.add_past_note(here, some_past_note())
    await offers.put_offer(here, some_offer())
    await settle_our_feedback(here)
    await settle_our_readers(here)
    await settle_our_growth(here)
    await settle_our_meetings(here)
    await settle_our_suggestions(here)
    await settle_our_talks(here)
    await preferences.put_preferences(here, U1, some_preferences())


async def settle_theirs(there: Workspace) -> None:
    """The same ids in theirs, wide open, and a ninth of each beside. `begin` went before."""
    await _settle_people(there)
    await _settle_words(there)
    await _settle_time(there)
    await settle_their_feedback(there)
    await settle_their_readers(there)
    await settle_their_growth(there)
    await settle_their_meetings(there)
    await settle_their_suggestions(there)


async def _settle_people(there: Workspace) -> None:
    theirs = {"name": "Theirs", "zone": "Asia/Tokyo", "kind": PersonKind.CONTRACTOR}
    for person_id in (U1, U2, "U9"):
        await people.put_person(there, some_person(id=person_id, **theirs))
        await people.set_dm_channel(there, person_id, "D9")
        await people.set_nudges(there, person_id, True)
        await people.set_note_choice(there, person_id, True)
        await preferences.put_preferences(there, person_id, some_preferences(switched_off=("welcome",)))
    await workspaces.set_holidays(there, (Days(TODAY, TODAY),))
    await people.add_to_rollout(there, [U1, U2, U3], U4, NOON - DAY)
    await people.add_grant(there, some_grant(to=U2))
    await management.add_management(there, some_tie(id="m1", report=U3, manager=U2))
    await management.add_management(there, some_tie(id="m9", state=Consent.CONFIRMED))
    for version, cluster in (("v8", "engineering"), ("v9", "product")):
        await frameworks.add_version(there, some_version(id=version, framework=cluster, digest="d9"))
        await frameworks.set_head(there, cluster, version)
    await frameworks.set_head(there, "design", "v1")
    await placements.add_placement(there, some_placement(id="p1", of=U2))
    await placements.add_placement(there, some_placement(id="p9", state=PlacementState.CONFIRMED))


async def _settle_words(there: Workspace) -> None:
    named = (as_manager(U3), as_manager(U4))
    for name in ("1", "9"):
        thanks = some_kudos(id=f"k{name}", is_public=True, readers=named, competencies=("clarity",))
        await kudos.add_kudos(there, thanks)
        kept = some_evidence(
            id=f"e{name}",
            source=EvidenceSource.KUDOS,
            kudos_id=thanks.id,
            is_shared=True,
            marks=(_MARK,),
            witnesses=(_SEEN,),
            readers=named,
        )
        await evidence.add_evidence(there, kept)
        seen = some_evidence(id=f"o{name}", author_id=U3, source=EvidenceSource.OBSERVATION)
        await evidence.add_evidence(there, seen)
        await summaries.add_summary(there, some_summary(id=f"s{name}", made_at=NOON + DAY))
        await reviews.add_review(there, some_review(id=f"r{name}", quarter=f"2026-q{name}"))
        await reviews.put_answer(there, some_answer(review_id=f"r{name}", competency=f"skill {name}"))
        await acts.add_admin_act(there, some_admin_act(id=f"x{name}", act="theirs"))
    for name in ("f1", "f9"):
        await offers.put_offer(there, some_offer(id=name, state=OfferState.PROPOSED, asked=(U1, U3)))
        await offers.mark_agreed(there, name, U1, NOON)
    for name in ("n1", "n9"):
        await past_notes.add_past_note(there, some_past_note(id=name, text="Theirs"))
    await evidence.add_openings(there, [some_opening(on=TODAY), some_opening(thing_id="e9")])
    await acts.claim_act(there, "their key", NOON)
    await steps.mark_offered(there, U1, Step.NOTE, "d9", NOON - DAY)
    await steps.mark_skipped_steps(there, U1, list(Step), NOON)


async def _settle_time(there: Workspace) -> None:
    await pairs.add_pair(there, some_pair(id="a1", second=U3, next_run_at=NOON - DAY))
    await pairs.add_pair(there, some_pair(id="a9", next_run_at=NOON - DAY))
    await settle_their_talks(there)
    await pairs.add_asked_prompts(there, [some_prompt(position=1), some_prompt(position=2)])
    names = ["d9", "d1", "d2", "d3", "d4", "d5"]
    owed = [some_owed(id=name, priority=0, due_at=NOON - 2 * DAY) for name in names]
    await deliveries.add_deliveries(there, owed, NOON)
    await leases.lease_delivery(there, NOON - DAY, NOON, NOON - DAY)
    await deliveries.mark_sent(there, "d3", "D9", "9.9", NOON)
    await deliveries.mark_unknown(there, "d4", "timeout", NOON)
    await digests.merge(there, ["d5"], "d6", [DeliveryState.PENDING])
    await leases.add_lanes(there, NOON - DAY)
