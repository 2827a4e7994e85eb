"""What becomes of each table's rows when a person is erased, and what they take along (DESIGN 5.8, 5.9).

RULES names every table: a test holds it against all that there are, so that none is forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    false,
    func,
    literal,
    or_,
    select,
)

from storage.choices import Keep, OfferState
from storage.deliveries import UNSETTLED
from storage.offers import OPEN
from storage.tables import (
    acts,
    admin_acts,
    asked_prompts,
    check_marks,
    check_sides,
    check_words,
    checks,
    commitments,
    deliveries,
    directions,
    evidence,
    evidence_marks,
    evidence_readers,
    evidence_witnesses,
    feedback,
    feedback_asked,
    feedback_asks,
    feedback_readers,
    framework_reviews,
    goals,
    hidden_hints,
    kudos,
    kudos_competencies,
    kudos_readers,
    management,
    meetings,
    offer_words,
    offers,
    openings,
    pairs,
    past_note_marks,
    past_notes,
    people,
    placements,
    preferences,
    private_notes,
    review_answers,
    role_grants,
    rollout,
    steps,
    suggestion_counts,
    summaries,
    talks,
    witness_asks,
)
from storage.types import Instant

Where = ColumnElement[bool]
PERSON: ColumnElement[str] = bindparam("person")
NOTHING: Where = false()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What of one table goes with a person, and what of it they may take along.

    `gone`: the rows that are erased. `emptied`: columns that lose their words in the rows of `emptied_in`.
    `named`: the columns that name people; in what stays, a stand-in takes the person's place there, or
    nobody in those of `unnamed`. `taken`: the rows of an export, but for the columns of `withheld`.
    `kept`: for how long, and `old` which rows are older; without it they last, or another part removes them.
    """

    gone: Where = NOTHING
    named: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    emptied_in: Where = NOTHING
    taken: Where = NOTHING
    withheld: tuple[str, ...] = ()
    kept: Keep | None = None
    old: Where = NOTHING


_BEFORE: ColumnElement[datetime] = bindparam("before", type_=Instant)
_DAY: ColumnElement[date] = bindparam("day", type_=Date)


def _is(column: Column[Any]) -> Where:
    return column == PERSON


def _ids(table: Table, where: Where) -> Select[Any]:
    return select(table.c.id).where(table.c.workspace_id == bindparam("here"), where)


def _own(column: Column[Any], *named: str) -> Rule:
    """A table of one person's own rows."""
    return Rule(gone=_is(column), taken=_is(column), named=named)


_KEPT = exists().where(
    evidence.c.workspace_id == kudos.c.workspace_id,
    evidence.c.kudos_id == kudos.c.id,
    evidence.c.owner_id == kudos.c.receiver_id,
)
_KUDOS_GONE = or_(_is(kudos.c.receiver_id), and_(_is(kudos.c.giver_id), ~_KEPT))
_KUDOS_TAKEN = or_(_is(kudos.c.receiver_id), _is(kudos.c.giver_id))
_NOTES = _ids(evidence, _is(evidence.c.owner_id))
_NOTES_TAKEN = or_(_is(evidence.c.owner_id), _is(evidence.c.author_id))
_UNKEPT = and_(feedback.c.carry_on_note.is_(None), feedback.c.try_next_note.is_(None))
_FEEDBACK_GONE = or_(_is(feedback.c.receiver_id), and_(_is(feedback.c.author_id), _UNKEPT))
_FEEDBACK_TAKEN = or_(_is(feedback.c.receiver_id), _is(feedback.c.author_id))
_ASKS = _ids(feedback_asks, _is(feedback_asks.c.asker_id))
_ASKED_FOR = select(feedback_asked.c.ask_id).where(
    feedback_asked.c.workspace_id == bindparam("here"), _is(feedback_asked.c.person_id)
)
_CHECKS = _ids(checks, _is(checks.c.subject_id))
_TWO = _ids(checks, or_(_is(checks.c.subject_id), _is(checks.c.manager_id)))
_PAIRS = _ids(pairs, or_(_is(pairs.c.first_id), _is(pairs.c.second_id)))
_REVIEWS = _ids(framework_reviews, _is(framework_reviews.c.owner_id))
_OFFERS_GONE = and_(_is(offers.c.author_id), offers.c.state != OfferState.TAKEN)
_OFFERS_TAKEN = and_(_is(offers.c.author_id), offers.c.state == OfferState.TAKEN)
_ASKED = select(offer_words.c.offer_id).where(
    offer_words.c.workspace_id == bindparam("here"), _is(offer_words.c.person_id)
)


def _are_both_in(check: Column[Any]) -> Where:
    """Both have handed in what they marked: what either wrote is the other's to keep."""
    side = check_sides.alias("side")
    handed_in = (
        select(func.count())
        .select_from(side)
        .where(
            side.c.workspace_id == bindparam("here"),
            side.c.check_id == check,
            side.c.handed_in_at.is_not(None),
        )
    )
    return handed_in.scalar_subquery() == 2


def _of_check(table: Table) -> Rule:
    """What somebody marked: with their own checks, and of others' what these have not read yet."""
    alone = and_(_is(table.c.author_id), ~_are_both_in(table.c.check_id))
    both = and_(table.c.check_id.in_(_TWO), _are_both_in(table.c.check_id))
    return Rule(
        gone=or_(table.c.check_id.in_(_CHECKS), alone),
        named=("author_id",),
        taken=or_(_is(table.c.author_id), both),
        kept=Keep.NOTES,
        old=table.c.check_id.in_(_OLD_CHECKS),
    )


_OLD_FEEDBACK = feedback.c.given_at < _BEFORE
_OLD_ASKS = and_(
    feedback_asks.c.asked_at < _BEFORE,
    ~exists().where(
        feedback.c.workspace_id == feedback_asks.c.workspace_id, feedback.c.ask_id == feedback_asks.c.id
    ),
)
_OLD_NOTES = _ids(evidence, evidence.c.written_at < _BEFORE)
_OLD_CHECKS = _ids(checks, checks.c.opened_at < _BEFORE)
_OLD_OFFERS = and_(offers.c.evidence_id.in_(_OLD_NOTES), offers.c.state != OfferState.TAKEN)
# As long as a note rests on them they stay.
_OLD_KUDOS = and_(
    kudos.c.given_at < _BEFORE,
    ~exists().where(evidence.c.workspace_id == kudos.c.workspace_id, evidence.c.kudos_id == kudos.c.id),
)
OLD_OF_TAKEN = and_(offers.c.evidence_id.in_(_OLD_NOTES), offers.c.state == OfferState.TAKEN)
# What stands in the channel about several people goes with the first of them who goes.
_EVENTS_GONE = select(kudos.c.event_id).where(kudos.c.workspace_id == bindparam("here"), _KUDOS_GONE)
_CAUSES = (
    _ids(kudos, _KUDOS_GONE),
    _EVENTS_GONE,
    _ids(feedback, _FEEDBACK_GONE),
    _ASKS,
    _NOTES,
    _CHECKS,
    _ids(summaries, _is(summaries.c.subject_id)),
    _ids(management, or_(_is(management.c.report_id), _is(management.c.manager_id))),
    _ids(placements, _is(placements.c.person_id)),
    _ids(offers, _OFFERS_GONE),
)
_ABOUT = or_(*(deliveries.c.cause.in_(causes) for causes in _CAUSES))

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "acts": Rule(gone=acts.c.key.contains(literal(":") + PERSON + ":")),
        "admin_acts": Rule(named=("actor_id", "subject_id"), taken=_is(admin_acts.c.subject_id)),
        "asked_prompts": Rule(
            gone=_is(asked_prompts.c.person_id),
            taken=_is(asked_prompts.c.person_id),
            kept=Keep.TALKS,
            old=asked_prompts.c.on < _DAY,
        ),
        "check_marks": _of_check(check_marks),
        "check_sides": _of_check(check_sides),
        "check_words": _of_check(check_words),
        "checks": Rule(
            gone=_is(checks.c.subject_id),
            named=("manager_id",),
            taken=checks.c.id.in_(_TWO),
            kept=Keep.NOTES,
            old=checks.c.opened_at < _BEFORE,
        ),
        "commitments": Rule(
            gone=_is(commitments.c.owner_id),
            named=("author_id",),
            taken=commitments.c.pair_id.in_(_PAIRS),
            kept=Keep.TALKS,
            old=commitments.c.ended_at < _BEFORE,
        ),
        # What is owed about a thing that goes goes with it, whoever was to read it.
        "deliveries": Rule(
            gone=or_(_is(deliveries.c.recipient), _ABOUT),
            named=("cause",),
            taken=_is(deliveries.c.recipient),
            withheld=("cause", "occurrence", "priority", "lease_until", "channel", "ts", "digest_id"),
            kept=Keep.MESSAGES,
            old=and_(deliveries.c.settled_at < _BEFORE, deliveries.c.state.not_in(UNSETTLED)),
        ),
        "directions": Rule(
            gone=_is(directions.c.person_id), unnamed=("shared_with",), taken=_is(directions.c.person_id)
        ),
        # A piece that somebody else wrote about a member stays that member's.
        "evidence": Rule(
            gone=_is(evidence.c.owner_id),
            named=("author_id",),
            taken=_NOTES_TAKEN,
            kept=Keep.NOTES,
            old=evidence.c.written_at < _BEFORE,
        ),
        "evidence_marks": Rule(
            gone=evidence_marks.c.evidence_id.in_(_NOTES),
            taken=evidence_marks.c.evidence_id.in_(_ids(evidence, _NOTES_TAKEN)),
            kept=Keep.NOTES,
            old=evidence_marks.c.evidence_id.in_(_OLD_NOTES),
        ),
        "evidence_readers": Rule(
            gone=or_(evidence_readers.c.evidence_id.in_(_NOTES), _is(evidence_readers.c.person_id)),
            taken=evidence_readers.c.evidence_id.in_(_ids(evidence, _NOTES_TAKEN)),
            kept=Keep.NOTES,
            old=evidence_readers.c.evidence_id.in_(_OLD_NOTES),
        ),
        "evidence_witnesses": Rule(
            gone=evidence_witnesses.c.evidence_id.in_(_NOTES),
            named=("person_id",),
            taken=or_(evidence_witnesses.c.evidence_id.in_(_NOTES), _is(evidence_witnesses.c.person_id)),
            kept=Keep.NOTES,
            old=evidence_witnesses.c.evidence_id.in_(_OLD_NOTES),
        ),
        "feedback": Rule(
            gone=_FEEDBACK_GONE,
            named=("author_id",),
            taken=_FEEDBACK_TAKEN,
            kept=Keep.FEEDBACK,
            old=_OLD_FEEDBACK,
        ),
        "feedback_asked": Rule(
            gone=or_(_is(feedback_asked.c.person_id), feedback_asked.c.ask_id.in_(_ASKS)),
            taken=or_(_is(feedback_asked.c.person_id), feedback_asked.c.ask_id.in_(_ASKS)),
            kept=Keep.FEEDBACK,
            old=feedback_asked.c.ask_id.in_(_ids(feedback_asks, _OLD_ASKS)),
        ),
        "feedback_asks": Rule(
            gone=_is(feedback_asks.c.asker_id),
            taken=or_(_is(feedback_asks.c.asker_id), feedback_asks.c.id.in_(_ASKED_FOR)),
            kept=Keep.FEEDBACK,
            old=_OLD_ASKS,
        ),
        "feedback_readers": Rule(
            gone=or_(
                feedback_readers.c.feedback_id.in_(_ids(feedback, _FEEDBACK_GONE)),
                _is(feedback_readers.c.person_id),
            ),
            taken=feedback_readers.c.feedback_id.in_(_ids(feedback, _FEEDBACK_TAKEN)),
            kept=Keep.FEEDBACK,
            old=feedback_readers.c.feedback_id.in_(_ids(feedback, _OLD_FEEDBACK)),
        ),
        "framework_heads": Rule(),
        "framework_reviews": Rule(named=("owner_id",), taken=_is(framework_reviews.c.owner_id)),
        "framework_versions": Rule(named=("published_by",)),
        "goals": Rule(
            gone=_is(goals.c.owner_id),
            unnamed=("shared_with",),
            taken=_is(goals.c.owner_id),
            kept=Keep.NOTES,
            old=goals.c.ended_at < _BEFORE,
        ),
        "hidden_hints": _own(hidden_hints.c.person_id),
        # Thanks that their receiver did not keep as a note go with who gave them (DESIGN 5.9).
        "kudos": Rule(
            gone=_KUDOS_GONE, named=("giver_id",), taken=_KUDOS_TAKEN, kept=Keep.KUDOS, old=_OLD_KUDOS
        ),
        "kudos_competencies": Rule(
            gone=kudos_competencies.c.kudos_id.in_(_ids(kudos, _KUDOS_GONE)),
            taken=kudos_competencies.c.kudos_id.in_(_ids(kudos, _KUDOS_TAKEN)),
            kept=Keep.KUDOS,
            old=kudos_competencies.c.kudos_id.in_(_ids(kudos, _OLD_KUDOS)),
        ),
        "kudos_readers": Rule(
            gone=or_(kudos_readers.c.kudos_id.in_(_ids(kudos, _KUDOS_GONE)), _is(kudos_readers.c.person_id)),
            taken=kudos_readers.c.kudos_id.in_(_ids(kudos, _KUDOS_TAKEN)),
            kept=Keep.KUDOS,
            old=kudos_readers.c.kudos_id.in_(_ids(kudos, _OLD_KUDOS)),
        ),
        "management": Rule(
            gone=or_(_is(management.c.report_id), _is(management.c.manager_id)),
            named=("asked_by",),
            taken=or_(_is(management.c.report_id), _is(management.c.manager_id)),
        ),
        "meetings": Rule(named=("changed_by", "answered_by"), taken=meetings.c.pair_id.in_(_PAIRS)),
        # What was taken stays and names nobody (decision 0012).
        "offer_words": Rule(
            gone=or_(
                _is(offer_words.c.person_id),
                offer_words.c.offer_id.in_(_ids(offers, _is(offers.c.author_id))),
            ),
            taken=offer_words.c.offer_id.in_(_ids(offers, _is(offers.c.author_id))),
            kept=Keep.NOTES,
            old=offer_words.c.offer_id.in_(_ids(offers, _OLD_OFFERS)),
        ),
        "offers": Rule(
            gone=_OFFERS_GONE,
            named=("author_id",),
            emptied=("evidence_id",),
            emptied_in=_OFFERS_TAKEN,
            taken=or_(_is(offers.c.author_id), and_(offers.c.id.in_(_ASKED), offers.c.state.in_(OPEN))),
            withheld=("evidence_id",),
            kept=Keep.NOTES,
            old=_OLD_OFFERS,
        ),
        "openings": Rule(
            gone=_is(openings.c.subject_id),
            named=("reader_id",),
            taken=_is(openings.c.subject_id),
            kept=Keep.LOG,
            old=openings.c.on < _DAY,
        ),
        "pacing": Rule(),
        "pairs": Rule(named=("first_id", "second_id", "asked_by"), taken=pairs.c.id.in_(_PAIRS)),
        "past_note_marks": Rule(gone=_is(past_note_marks.c.person_id)),
        "past_notes": _own(past_notes.c.person_id),
        "people": Rule(gone=_is(people.c.id), taken=_is(people.c.id)),
        "placements": _own(placements.c.person_id, "proposed_by", "decided_by"),
        "preferences": _own(preferences.c.person_id),
        "private_notes": Rule(
            gone=_is(private_notes.c.person_id),
            taken=_is(private_notes.c.person_id),
            kept=Keep.TALKS,
            old=private_notes.c.on < _DAY,
        ),
        "review_answers": Rule(
            emptied=("comment",),
            emptied_in=review_answers.c.review_id.in_(_REVIEWS),
            taken=review_answers.c.review_id.in_(_REVIEWS),
        ),
        "role_grants": _own(role_grants.c.person_id, "granted_by"),
        "rollout": _own(rollout.c.person_id, "added_by"),
        "steps": _own(steps.c.person_id),
        "suggestion_counts": Rule(gone=_is(suggestion_counts.c.person_id)),
        "summaries": Rule(
            gone=_is(summaries.c.subject_id),
            named=("asked_by", "manager_id"),
            taken=_is(summaries.c.subject_id),
            kept=Keep.NOTES,
            old=summaries.c.made_at < _BEFORE,
        ),
        "talks": Rule(
            named=("written_by",), taken=talks.c.pair_id.in_(_PAIRS), kept=Keep.TALKS, old=talks.c.on < _DAY
        ),
        "witness_asks": Rule(
            gone=or_(witness_asks.c.evidence_id.in_(_NOTES), _is(witness_asks.c.person_id)),
            taken=or_(witness_asks.c.evidence_id.in_(_NOTES), _is(witness_asks.c.person_id)),
            kept=Keep.NOTES,
            old=witness_asks.c.evidence_id.in_(_OLD_NOTES),
        ),
        "workspaces": Rule(),
    }
)
