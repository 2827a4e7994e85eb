"""Who may read what: the one table (DESIGN 5.1), and the values that obey it.

`/growth privacy` prints TABLE. A person who is not named by a rule reads nothing, whatever else they are.
A manager reads a record where they stand in its frozen list *and* manage its subject now; a reader whom its
subject named, where it is shown to them under that naming *and* the naming holds now.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from storage.choices import EvidenceSource, Reading, SummaryScope
from storage.records import (
    Chance,
    Check,
    Concern,
    Direction,
    Evidence,
    Feedback,
    FeedbackAsk,
    FrozenReader,
    Goal,
    Kudos,
    NamedReader,
    Pair,
    Placement,
    Sight,
    Summary,
)


class Thing(StrEnum):
    """A kind of thing that somebody may want to read."""

    MEMBERSHIP = "membership"
    PLACEMENT = "placement"
    KUDOS_PUBLIC = "kudos_public"
    KUDOS_QUIET = "kudos_quiet"
    FEEDBACK = "feedback"
    FEEDBACK_ASK = "feedback_ask"
    ASKS_FULL = "asks_full"
    OBSERVATION = "observation"
    EVIDENCE_PRIVATE = "evidence_private"
    EVIDENCE_SHARED = "evidence_shared"
    EVIDENCE_ASKED = "evidence_asked"
    PAST_NOTE = "past_note"
    PLAN_PRIVATE = "plan_private"
    PLAN_SHARED = "plan_shared"
    CHECK_ALONE = "check_alone"
    CHECK_BOTH = "check_both"
    NO_OPPORTUNITY = "no_opportunity"
    COUNTS = "counts"
    PROMPTS = "prompts"
    TALK = "talk"
    PRIVATE_NOTE = "private_note"
    PREFERENCES = "preferences"
    SUMMARY_OWN = "summary_own"
    SUMMARY_JOINT = "summary_joint"
    READER_LOG = "reader_log"
    NAMING = "naming"
    CONCERN = "concern"
    ROLES = "roles"
    ADMIN_ACT = "admin_act"
    REVIEW_ANSWER = "review_answer"
    EXAMPLE_OFFERED = "example_offered"
    EXAMPLE_PROPOSED = "example_proposed"
    EXAMPLE_TAKEN = "example_taken"


class Relation(StrEnum):
    """What a viewer is to a thing."""

    MEMBER = "member"
    SUBJECT = "subject"
    AUTHOR = "author"
    MANAGER = "manager"
    NAMED_MANAGER = "named_manager"
    READER = "reader"
    SHOWN_READER = "shown_reader"
    WITNESS = "witness"
    ASKED = "asked"
    PAIRED = "paired"
    ROLLOUT = "rollout"
    PEOPLE_LEAD = "people_lead"
    SHOWN_LEAD = "shown_lead"
    OWNER = "owner"


_ANY = Relation.MEMBER
_S, _A, _M, _N = Relation.SUBJECT, Relation.AUTHOR, Relation.MANAGER, Relation.NAMED_MANAGER
_W, _ALL, _L, _O = Relation.WITNESS, Relation.ROLLOUT, Relation.PEOPLE_LEAD, Relation.OWNER
_Q, _R, _RS = Relation.ASKED, Relation.READER, Relation.SHOWN_READER

TABLE: Mapping[Thing, frozenset[Relation]] = MappingProxyType(
    {
        Thing.MEMBERSHIP: frozenset({_S, _ALL}),
        Thing.PLACEMENT: frozenset({_S, _M, _R, _L}),
        Thing.KUDOS_PUBLIC: frozenset({_A, _S, _ALL}),
        Thing.KUDOS_QUIET: frozenset({_A, _S, _N}),
        Thing.FEEDBACK: frozenset({_A, _S, _N, _RS}),
        Thing.FEEDBACK_ASK: frozenset({_A, _Q}),
        Thing.ASKS_FULL: frozenset({_ANY}),
        Thing.OBSERVATION: frozenset({_A, _S, _N}),
        Thing.EVIDENCE_PRIVATE: frozenset({_S, _W}),
        Thing.EVIDENCE_SHARED: frozenset({_S, _N, _RS, _W}),
        Thing.EVIDENCE_ASKED: frozenset({_S, _Q}),
        Thing.PAST_NOTE: frozenset({_S}),
        Thing.PLAN_PRIVATE: frozenset({_S}),
        Thing.PLAN_SHARED: frozenset({_S, _N, _RS}),
        Thing.CHECK_ALONE: frozenset({_A}),
        Thing.CHECK_BOTH: frozenset({_A, _S, _N}),
        Thing.NO_OPPORTUNITY: frozenset({_S, _N}),
        Thing.COUNTS: frozenset({_O, _L}),
        Thing.PROMPTS: frozenset({_S}),
        Thing.TALK: frozenset({Relation.PAIRED}),
        Thing.PRIVATE_NOTE: frozenset({_A}),
        Thing.PREFERENCES: frozenset({_S}),
        Thing.SUMMARY_OWN: frozenset({_S}),
        Thing.SUMMARY_JOINT: frozenset({_S, _N, _RS}),
        Thing.READER_LOG: frozenset({_S}),
        Thing.NAMING: frozenset({_S, _Q}),
        Thing.CONCERN: frozenset({_S, Relation.SHOWN_LEAD}),
        Thing.ROLES: frozenset({_ANY}),
        Thing.ADMIN_ACT: frozenset({_S, _L}),
        Thing.REVIEW_ANSWER: frozenset({_A, _O, _L}),
        Thing.EXAMPLE_OFFERED: frozenset({_A, _Q}),
        Thing.EXAMPLE_PROPOSED: frozenset({_A, _Q, _O}),
        Thing.EXAMPLE_TAKEN: frozenset({_ANY}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """A person who wants to read, with what they are now: loaded afresh for every act (DESIGN 5.13).

    `namings` are those in force by which members named them to read.
    """

    id: str
    may_take_part: bool = True
    is_in_rollout: bool = False
    is_people_lead: bool = False
    reports: frozenset[str] = frozenset()
    owned_frameworks: frozenset[str] = frozenset()
    namings: tuple[NamedReader, ...] = ()

    def namings_by(self, subject_id: str | None) -> frozenset[str]:
        """Those of one member."""
        return frozenset(one.id for one in self.namings if one.owner_id == subject_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the table needs to know of one thing."""

    thing: Thing
    subject_id: str | None = None
    author_id: str | None = None
    readers: tuple[FrozenReader, ...] = ()
    witnesses: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    paired: frozenset[str] = frozenset()
    framework: str | None = None


def relations(viewer: Viewer, facts: Facts) -> frozenset[Relation]:
    """All that a viewer is to a thing; nothing for guests, bots, leavers and strangers."""
    if not viewer.may_take_part:
        return frozenset()
    manages = facts.subject_id is not None and facts.subject_id in viewer.reports
    by_subject = viewer.namings_by(facts.subject_id)
    frozen = FrozenReader(person_id=viewer.id, reading=Reading.MANAGER) in facts.readers
    holds = {
        Relation.MEMBER: True,
        Relation.SUBJECT: viewer.id == facts.subject_id,
        Relation.AUTHOR: viewer.id == facts.author_id,
        Relation.MANAGER: manages,
        Relation.NAMED_MANAGER: manages and frozen,
        Relation.READER: any(one.level for one in viewer.namings if one.id in by_subject),
        Relation.SHOWN_READER: any(one.naming in by_subject for one in facts.readers),
        Relation.WITNESS: viewer.id in facts.witnesses,
        Relation.ASKED: viewer.id in facts.asked,
        Relation.PAIRED: viewer.id in facts.paired,
        Relation.ROLLOUT: viewer.is_in_rollout,
        Relation.PEOPLE_LEAD: viewer.is_people_lead,
        Relation.SHOWN_LEAD: viewer.is_people_lead and viewer.id in facts.asked,
        Relation.OWNER: facts.framework is not None and facts.framework in viewer.owned_frameworks,
    }
    return frozenset(relation for relation, is_held in holds.items() if is_held)


def may_read(viewer: Viewer, facts: Facts) -> bool:
    """Whether the table lets a viewer read a thing."""
    return not TABLE[facts.thing].isdisjoint(relations(viewer, facts))


def sight(viewer: Viewer, subject_id: str) -> Sight:
    """What a viewer may read of a subject's kudos and evidence, as the value that lists require."""
    named = Facts(thing=Thing.EVIDENCE_SHARED, subject_id=subject_id)
    held = relations(viewer, named)
    return Sight(
        viewer_id=viewer.id if viewer.may_take_part else "",
        subject_id=subject_id,
        is_subject=Relation.SUBJECT in held,
        readings=frozenset({Reading.MANAGER}) if Relation.MANAGER in held else frozenset(),
        sees_public=Relation.ROLLOUT in held,
        namings=viewer.namings_by(subject_id) if viewer.may_take_part else frozenset(),
    )


def facts_of_kudos(kudos: Kudos) -> Facts:
    """Kudos as the table sees them."""
    return Facts(
        thing=Thing.KUDOS_PUBLIC if kudos.is_public else Thing.KUDOS_QUIET,
        subject_id=kudos.receiver_id,
        author_id=kudos.giver_id,
        readers=kudos.readers,
    )


def facts_of_feedback(feedback: Feedback) -> Facts:
    """Feedback as the table sees it."""
    return Facts(
        thing=Thing.FEEDBACK,
        subject_id=feedback.receiver_id,
        author_id=feedback.author_id,
        readers=feedback.readers,
    )


def facts_of_ask(ask: FeedbackAsk, person_id: str) -> Facts:
    """A question to one person, and how they declined it, as the table sees it: the others stand apart."""
    asked = frozenset(one.person_id for one in ask.asked if one.person_id == person_id)
    return Facts(thing=Thing.FEEDBACK_ASK, author_id=ask.asker_id, asked=asked)


def facts_of_evidence(piece: Evidence) -> Facts:
    """A piece of evidence as the table sees it: only witnesses of its text as it stands count."""
    witnesses = frozenset(
        seen.person_id for seen in piece.witnesses if seen.text_version == piece.text_version
    )
    return Facts(
        thing=_thing_of(piece),
        subject_id=piece.owner_id,
        author_id=piece.author_id,
        readers=piece.readers,
        witnesses=witnesses - {piece.owner_id},
    )


def is_whole_for(viewer: Viewer, facts: Facts) -> bool:
    """Whether whoever may read a piece reads all of it: a witness alone reads what they confirmed."""
    is_observed = facts.thing is Thing.OBSERVATION  # its author reads it for good, with its answer
    wholly = {Relation.SUBJECT, Relation.NAMED_MANAGER, Relation.SHOWN_READER}
    if is_observed:
        wholly.add(Relation.AUTHOR)
    return not relations(viewer, facts).isdisjoint(wholly)


def part_of(piece: Evidence, witness_id: str) -> Evidence:
    """What a witness alone reads of a piece: the words that they confirmed, of several people's their own."""
    seen = replace(piece, link=None, marks=(), readers=())
    if not piece.lines:
        return seen
    own = tuple(line for line in piece.lines if line.person_id == witness_id)
    witnesses = tuple(one for one in piece.witnesses if one.person_id == witness_id)
    return replace(seen, text="\n\n".join(one.text for one in own), lines=(), witnesses=witnesses)


def _thing_of(piece: Evidence) -> Thing:
    if piece.source is EvidenceSource.OBSERVATION:
        return Thing.OBSERVATION
    return Thing.EVIDENCE_SHARED if piece.is_shared else Thing.EVIDENCE_PRIVATE


def facts_of_placement(placement: Placement) -> Facts:
    """A member's lane and level as the table sees them."""
    return Facts(thing=Thing.PLACEMENT, subject_id=placement.person_id)


def facts_of_summary(summary: Summary) -> Facts:
    """A summary as the table sees it; a joint one names the manager who reads it."""
    if summary.scope is SummaryScope.OWN or summary.manager_id is None:
        return Facts(thing=Thing.SUMMARY_OWN, subject_id=summary.subject_id)
    reader = FrozenReader(person_id=summary.manager_id, reading=Reading.MANAGER)
    readers = (reader, *summary.readers)
    return Facts(thing=Thing.SUMMARY_JOINT, subject_id=summary.subject_id, readers=readers)


def facts_of_direction(direction: Direction) -> Facts:
    """Where somebody wants to go, as the table sees it."""
    return _facts_of_plan(direction.person_id, direction.shared_with, direction.readers)


def facts_of_goal(goal: Goal) -> Facts:
    """A goal as the table sees it."""
    return _facts_of_plan(goal.owner_id, goal.shared_with, goal.readers)


def facts_of_check(check: Check, author_id: str, *, are_both_in: bool) -> Facts:
    """What one of the two marked in a check, as the table sees it."""
    return Facts(
        thing=Thing.CHECK_BOTH if are_both_in else Thing.CHECK_ALONE,
        subject_id=check.subject_id,
        author_id=author_id,
        readers=(FrozenReader(person_id=check.manager_id, reading=Reading.MANAGER),),
    )


def facts_of_chance(chance: Chance) -> Facts:
    """That somebody had no opportunity for an example yet, as the table sees it."""
    manager_id = chance.manager_id
    frozen = (FrozenReader(person_id=manager_id, reading=Reading.MANAGER),) if manager_id else ()
    return Facts(thing=Thing.NO_OPPORTUNITY, subject_id=chance.subject_id, readers=frozen)


def facts_of_naming(naming: NamedReader) -> Facts:
    """That a member named somebody to read, as the table sees it."""
    return Facts(thing=Thing.NAMING, subject_id=naming.owner_id, asked=frozenset({naming.reader_id}))


def facts_of_concern(concern: Concern) -> Facts:
    """One thing that its receiver shows to a People lead, as the table sees it."""
    return Facts(thing=Thing.CONCERN, subject_id=concern.owner_id, asked=frozenset({concern.lead_id}))


def facts_of_talk(pair: Pair) -> Facts:
    """What two people write for their 1:1s and promise in them, as the table sees it."""
    return Facts(thing=Thing.TALK, paired=frozenset({pair.first_id, pair.second_id}))


def _facts_of_plan(owner_id: str, shared_with: str | None, shown: tuple[FrozenReader, ...]) -> Facts:
    if shared_with is None:
        return Facts(thing=Thing.PLAN_PRIVATE, subject_id=owner_id)
    reader = FrozenReader(person_id=shared_with, reading=Reading.MANAGER)
    return Facts(thing=Thing.PLAN_SHARED, subject_id=owner_id, readers=(reader, *shown))
