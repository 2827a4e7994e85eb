"""Every function of storage with something to ask of it, and two workspaces that use the same ids.

What stands in ours is closed: quiet, shared with nobody, not yet due. The same ids in theirs are open, due
and decided, with more beside them, so that a function which looks over the fence finds something.
"""

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
    observations,
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
    PairState,
    PersonKind,
    PlacementState,
    Role,
    Step,
    SummaryScope,
    Verdict,
)
from storage.records import Mark, Witness
from storage.session import Workspace
from storage.types import Days
from tests.storage.asking import call
from tests.storage.builders import (
    AS_MANAGER,
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
    some_sight,
    some_summary,
    some_tie,
    some_version,
)
from tests.storage.calls_of_feedback import FEEDBACK, settle_our_feedback, settle_their_feedback
from tests.storage.calls_of_growth import GROWTH, settle_our_growth, settle_their_growth
from tests.storage.calls_of_meetings import MEETINGS, settle_our_meetings, settle_their_meetings
from tests.storage.calls_of_rights import RIGHTS
from tests.storage.calls_of_suggestions import SUGGESTIONS, settle_our_suggestions, settle_their_suggestions
from tests.storage.calls_of_talks import TALKS, settle_our_talks, settle_their_talks

_ASKED, _CONFIRMED = Consent.ASKED, Consent.CONFIRMED
_PENDING, _SENT = DeliveryState.PENDING, DeliveryState.SENT
_LEAD, _JOINT = Role.PEOPLE_LEAD, SummaryScope.JOINT
_MARK = Mark(framework="engineering", competency="delivery")
_SEEN = Witness(person_id=U1, text_version=1, at=NOON)
_EVER = {"since": TODAY - 400 * DAY, "until": TODAY + 400 * DAY}
_TO_MANAGER = some_sight(of=U2, to=U3, readings=AS_MANAGER, sees_public=True)
_TO_WITNESS = some_sight(of=U2, to=U1)
_TO_SELF = some_sight(of=U2, to=U2)


CALLS = (
    *FEEDBACK,
    *GROWTH,
    *MEETINGS,
    *RIGHTS,
    *SUGGESTIONS,
    *TALKS,
    call(acts.claim_act, "key", NOON),
    call(acts.claim_act, "their key", NOON),
    call(acts.purge_acts, NOON + DAY),
    call(acts.add_admin_act, some_admin_act(id="x2")),
    call(acts.admin_acts_seen, None),
    call(acts.admin_acts_seen, U1),
    call(deliveries.add_deliveries, [some_owed(id="d8", cause="cause of d9"), some_owed(id="d7")], NOON),
    call(deliveries.get_delivery, "d1"),
    call(deliveries.find_delivery, "d9"),
    call(deliveries.mark_sent, "d1", "D1", "1.1", NOON),
    call(deliveries.mark_unknown, "d1", "timeout", NOON),
    call(deliveries.mark_missed, "d1", "too_old", NOON),
    call(deliveries.mark_dropped, "d1", "left", NOON),
    call(deliveries.mark_skipped, "d1"),
    call(deliveries.hold, "d2", NOON + MINUTE, 1),
    call(deliveries.hold, "d3", NOON, 2),
    call(deliveries.postpone, "d2", NOON + DAY, "away"),
    call(deliveries.reap_leases, NOON + DAY, ["home"]),
    call(deliveries.settle_by_press, "d2", "D1", "1.1", NOON),
    call(deliveries.deliveries_in, list(DeliveryState)),
    call(deliveries.deliveries_in, [_PENDING], recipient=U1),
    call(deliveries.sent_times, U1, ["prompt"], NOON - DAY, besides=""),
    call(deliveries.ever_owed, "prompt", [U1, U2]),
    call(deliveries.next_due_at, NOON - DAY),
    call(deliveries.count_by_state),
    call(deliveries.drop_open, U1, "left", NOON),
    call(digests.take_turn_of, U1),
    call(digests.newest_reached, U1, ["prompt"], 9, besides=""),
    call(digests.waiting_of, U1, ["prompt"], NOON + DAY),
    call(digests.merge, ["d1", "d9"], "d7", list(DeliveryState)),
    call(digests.find_open_digest, U1, "prompt"),
    call(digests.merged_into, "d6"),
    call(digests.kinds_within, "d6"),
    call(digests.settle_merged, "d6", _SENT, None, NOON),
    call(digests.lose_merged, NOON),
    call(digests.mark_pressed, ["d1", "d9"], NOON),
    call(digests.look_again, U1, NOON + DAY),
    call(evidence.add_evidence, some_evidence(id="e2", kudos_id="k1", marks=(_MARK,), witnesses=(_SEEN,))),
    call(evidence.get_evidence, "e1"),
    call(evidence.evidence_among, ["e1", "e9"]),
    call(evidence.evidence_of, _TO_MANAGER, **_EVER),
    call(evidence.evidence_of, _TO_WITNESS, **_EVER),
    call(evidence.evidence_of, _TO_SELF, **_EVER),
    call(evidence.find_kept, "k1"),
    call(evidence.skills_seen, _TO_MANAGER, **_EVER),
    call(evidence.skills_seen, _TO_WITNESS, **_EVER),
    call(evidence.skills_seen, _TO_SELF, **_EVER),
    call(evidence.newest_day, _TO_MANAGER),
    call(evidence.newest_day, _TO_WITNESS),
    call(evidence.newest_day, _TO_SELF),
    call(evidence.share_evidence, "e1", [as_manager(U4)]),
    call(evidence.add_openings, [some_opening(), some_opening(thing_id="e9")]),
    call(evidence.openings_of, U1, since=TODAY - DAY),
    call(frameworks.add_version, some_version(id="v3", digest="d9")),
    call(frameworks.set_head, "engineering", "v1"),
    call(frameworks.find_head, "engineering"),
    call(frameworks.find_head, "product"),
    call(frameworks.heads),
    call(frameworks.get_version, "v9"),
    call(frameworks.head_ids),
    call(frameworks.publication_times, "engineering"),
    call(kudos.add_kudos, some_kudos(id="k2", competencies=("delivery",), readers=(as_manager(U3),))),
    call(kudos.get_kudos, "k1"),
    call(kudos.get_kudos, "k9"),
    call(kudos.kudos_received, _TO_MANAGER, since=NOON - DAY),
    call(kudos.kudos_received, _TO_SELF, since=NOON - DAY),
    call(kudos.kudos_not_kept, U2),
    call(leases.lease_delivery, NOON, NOON, NOON + MINUTE),
    call(leases.lease_delivery, NOON - DAY, NOON, NOON),
    call(leases.add_lanes, NOON),
    call(leases.pause_lanes, NOON + 2 * DAY, MINUTE),
    call(leases.take_turn, NOON, MINUTE),
    call(management.add_management, some_tie(id="m2", state=_CONFIRMED)),
    call(management.find_management, "m9"),
    call(management.managers_of, U1, _CONFIRMED),
    call(management.reports_of, U2, _ASKED),
    call(management.ties_of, U1, _ASKED),
    call(management.decide_management, "m1", _CONFIRMED, NOON),
    call(management.end_management, "m1", NOON),
    call(management.mark_told, "m1", NOON),
    call(observations.observations_unread, U2),
    call(observations.mark_read, "e1", NOON + DAY),
    call(observations.add_reply, "e1", "So it was", NOON + DAY),
    call(offers.put_offer, some_offer(id="f2")),
    call(offers.put_offer, some_offer(id="f1", text="Anew", text_version=2, asked=(U1, U3))),
    call(offers.get_offer, "f1"),
    call(offers.get_offer, "f9"),
    call(offers.hold_offer, "f1"),
    call(offers.offers_about, U1),
    call(offers.offers_about, U2),
    call(offers.offers_in, OfferState.PROPOSED),
    call(offers.find_offer_of, "e1"),
    call(offers.mark_agreed, "f1", U1, NOON),
    call(offers.set_offer_state, "f1", OfferState.WITHDRAWN, NOON),
    call(pairs.add_pair, some_pair(id="a2")),
    call(pairs.find_pair, "a1"),
    call(pairs.find_pair, "a9"),
    call(pairs.find_pair_of, "a9", U3),
    call(pairs.find_pair_of, "a1", U1),
    call(pairs.find_pair_between, U1, U3),
    call(pairs.hold_two, U1, U2),
    call(pairs.pairs_of, U1),
    call(pairs.ended_pairs_of, U1, 9),
    call(pairs.change_pair, some_pair(id="a1", state=PairState.ENDED)),
    call(pairs.due_pairs, NOON, 5),
    call(pairs.next_run_at),
    call(pairs.turns_after, "", 5),
    call(pairs.turns_of, U1),
    call(pairs.advance_pairs, [("a1", TODAY + DAY, NOON), ("a9", TODAY, NOON)]),
    call(pairs.add_asked_prompts, [some_prompt(), some_prompt(position=1)]),
    call(pairs.prompts_asked, "a1", U1),
    call(past_notes.add_past_note, some_past_note(id="n2")),
    call(past_notes.add_past_note, some_past_note(id="n9")),
    call(past_notes.marks_of, U1),
    call(past_notes.get_past_note, "n1"),
    call(past_notes.get_past_note, "n9"),
    call(past_notes.past_notes_of, U1),
    call(past_notes.count_past_notes, U1),
    call(past_notes.remove_past_notes, ["n1", "n9"]),
    call(past_notes.purge_past_notes, NOON + DAY),
    call(people.put_person, some_person(id=U1, name="Ines Reed")),
    call(people.find_person, "U9"),
    call(people.get_person, U1),
    call(people.find_reader, U1),
    call(people.readers_among, (U1, U2, "U9")),
    call(people.find_reader, U2),
    call(people.people_among, [U1, "U9"]),
    call(people.everyone),
    call(people.set_dm_channel, U1, "D1"),
    call(people.set_note_choice, U1, False),
    call(people.set_nudges, U1, False),
    call(people.set_kind, U1, PersonKind.MEMBER),
    call(people.rollout_members),
    call(people.is_in_rollout, U2),
    call(people.find_adder, U1),
    call(people.find_adder, U2),
    call(people.add_to_rollout, [U1, U2], U3, NOON + DAY),
    call(people.remove_from_rollout, [U1, U2]),
    call(people.add_grant, some_grant(id="g2", to=U2)),
    call(people.revoke_grant, U1, _LEAD, NOON),
    call(people.grants_held, _LEAD),
    call(people.holders_of, _LEAD),
    call(placements.add_placement, some_placement(id="p2", state=PlacementState.CONFIRMED)),
    call(placements.find_placement, U1),
    call(placements.find_proposal, U2),
    call(placements.placement_and_proposal, U1),
    call(placements.get_placement, "p9"),
    call(placements.placement_history, U1),
    call(placements.placements_now),
    call(placements.open_proposals),
    call(placements.decide_placement, some_placement(id="p1"), PlacementState.CONFIRMED, U2, NOON),
    call(placements.withdraw_proposals, U1),
    call(reviews.add_review, some_review(id="r2", quarter="2026-q3")),
    call(reviews.get_review, "r1"),
    call(preferences.find_preferences, U1),
    call(preferences.find_preferences, U2),
    call(preferences.put_preferences, U2, some_preferences(is_unannounced=True)),
    call(reviews.reviews_of_owner, U1),
    call(reviews.reviews_of_framework, "engineering"),
    call(reviews.put_answer, some_answer(verdict=Verdict.RETIRE)),
    call(reviews.answers_of, "r1"),
    call(reviews.close_review, "r1", NOON),
    call(steps.step_marks, U1),
    call(steps.mark_offered, U1, Step.NOTE, "d1", NOON),
    call(steps.mark_offered, U1, Step.KUDOS, "d9", NOON),
    call(steps.mark_skipped_steps, U1, [Step.KUDOS, Step.NOTE], NOON),
    call(steps.on_the_way, [U1, U2]),
    call(steps.beginnings_of, U1),
    call(steps.beginnings_of, U3),
    call(summaries.add_summary, some_summary(id="s2")),
    call(summaries.get_summary, "s9"),
    call(summaries.find_last_summary, U1, _JOINT, U2),
    call(summaries.set_reply, "s1", "So it was", NOON),
    call(summaries.unanswered_summaries, U1, NOON - DAY),
    call(workspaces.add_installation, "Fernhill and Daughters", NOON),
    call(workspaces.find_installation),
    call(workspaces.get_installation),
    call(workspaces.set_kudos_channel, "C1"),
    call(workspaces.set_holidays, (Days(TODAY, TODAY + DAY),)),
    call(workspaces.mark_uninstalled, NOON),
)


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
    await management.add_management(there, some_tie(id="m9", state=_CONFIRMED))
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
    await digests.merge(there, ["d5"], "d6", [_PENDING])
    await leases.add_lanes(there, NOON - DAY)
