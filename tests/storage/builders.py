"""Records that name only what matters to a test, and a store to put them in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import text

from storage.choices import (
    Cadence,
    Consent,
    DigestMode,
    EvidenceSource,
    OfferState,
    Origin,
    PairKind,
    PairState,
    PersonKind,
    PlacementState,
    Reading,
    Role,
    SummaryScope,
    Verdict,
)
from storage.deliveries import NewDelivery
from storage.frameworks import add_version
from storage.people import put_person
from storage.records import (
    AdminAct,
    AskedPrompt,
    Direction,
    Evidence,
    FrameworkReview,
    FrameworkVersion,
    FrozenReader,
    Goal,
    Kudos,
    Management,
    Offer,
    Opening,
    Pair,
    PastNote,
    Person,
    Placement,
    Preferences,
    ReviewAnswer,
    RoleGrant,
    Sight,
    Summary,
)
from storage.session import Database
from storage.workspaces import add_installation

R = TypeVar("R")

OURS, THEIRS = "T1", "T2"
U1, U2, U3, U4 = PEOPLE = ("U1", "U2", "U3", "U4")
NOON = datetime(2026, 6, 16, 12, tzinfo=UTC)
TODAY = NOON.date()
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
MICROSECOND = timedelta(microseconds=1)


async def begin(database: Database, workspace_id: str = OURS) -> None:
    """Note a workspace with four people and one published framework version, `v1`."""
    async with database.write(workspace_id) as workspace:
        await add_installation(workspace, "Fernhill", NOON)
        for person_id in PEOPLE:
            await put_person(workspace, some_person(id=person_id))
        await add_version(workspace, some_version())


async def at_once(*acts: Awaitable[R]) -> list[R | BaseException]:
    """What comes of acts that run at the same time: what each returned, or raised."""
    return await asyncio.gather(*acts, return_exceptions=True)


async def waits(database: Database, task: asyncio.Task[Any]) -> bool:
    """Whether a task comes to wait for a lock of PostgreSQL, or is done without."""
    here = "datname = current_database() AND wait_event_type = 'Lock'"
    waiting = text(f"SELECT count(*) FROM pg_stat_activity WHERE {here}")  # noqa: S608  # nothing comes from outside
    while not task.done():
        async with database.read("") as nobody:
            if await nobody.session.scalar(waiting):
                return True
    return False


def some_person(**what: Any) -> Person:
    return replace(_PERSON, **what)


def some_preferences(**what: Any) -> Preferences:
    return replace(_PREFERENCES, **what)


def some_grant(*, to: str = U1, **what: Any) -> RoleGrant:
    return replace(_GRANT, person_id=to, **what)


def some_tie(*, report: str = U1, manager: str = U2, **what: Any) -> Management:
    return replace(_TIE, report_id=report, manager_id=manager, **what)


def some_version(**what: Any) -> FrameworkVersion:
    return replace(_VERSION, **what)


def some_placement(*, of: str = U1, **what: Any) -> Placement:
    return replace(_PLACEMENT, person_id=of, **what)


def some_kudos(*, giver: str = U1, receiver: str = U2, **what: Any) -> Kudos:
    """Each id is an act of its own, where no event is named."""
    own = {"giver_id": giver, "receiver_id": receiver, "event_id": f"event of {what.get('id', 'k1')}"}
    return replace(_KUDOS, **(own | what))


def some_evidence(*, owner: str = U2, **what: Any) -> Evidence:
    return replace(_EVIDENCE, **({"owner_id": owner, "author_id": owner} | what))


def some_pair(*, first: str = U1, second: str = U2, **what: Any) -> Pair:
    return replace(_PAIR, first_id=first, second_id=second, **what)


def some_past_note(*, of: str = U1, **what: Any) -> PastNote:
    """Where no digest is named, each id has its own."""
    return replace(_PAST_NOTE, **({"person_id": of, "digest": f"digest of {what.get('id', 'n1')}"} | what))


def some_offer(*, of: str = U2, **what: Any) -> Offer:
    return replace(_OFFER, author_id=of, **what)


def some_direction(*, of: str = U1, **what: Any) -> Direction:
    return replace(_DIRECTION, person_id=of, **what)


def some_goal(*, of: str = U1, **what: Any) -> Goal:
    return replace(_GOAL, owner_id=of, **what)


def some_prompt(**what: Any) -> AskedPrompt:
    return replace(_PROMPT, **what)


def some_owed(*, to: str = U1, **what: Any) -> NewDelivery:
    """Where no cause is named, each id has a cause of its own."""
    named = {"cause": f"cause of {what.get('id', _OWED.id)}"} | what
    return replace(_OWED, recipient=to, **named)


def some_opening(*, reader: str = U2, subject: str = U1, **what: Any) -> Opening:
    return replace(_OPENING, reader_id=reader, subject_id=subject, **what)


def some_admin_act(**what: Any) -> AdminAct:
    return replace(_ADMIN_ACT, **what)


def some_review(*, owner: str = U1, **what: Any) -> FrameworkReview:
    return replace(_REVIEW, owner_id=owner, **what)


def some_answer(**what: Any) -> ReviewAnswer:
    return replace(_ANSWER, **what)


def some_summary(*, of: str = U1, **what: Any) -> Summary:
    return replace(_SUMMARY, subject_id=of, **what)


def some_sight(*, of: str, to: str, **what: Any) -> Sight:
    """Without more, the viewer is a stranger who may read nothing."""
    return replace(_SIGHT, viewer_id=to, subject_id=of, is_subject=of == to, **what)


def as_manager(person_id: str) -> FrozenReader:
    """A person on a record's list of readers, as the manager."""
    return FrozenReader(person_id=person_id, reading=Reading.MANAGER)


AS_MANAGER = frozenset({Reading.MANAGER})

_PERSON = Person(
    id=U1,
    name="Ines Moss",
    zone="Europe/Lisbon",
    is_bot=False,
    is_guest=False,
    is_stranger=False,
    is_admin=False,
    is_deactivated=False,
    kind=PersonKind.MEMBER,
    dm_channel=None,
    shares_notes=False,
    mutes_nudges=False,
)
_PREFERENCES = Preferences(
    quiet_from=time(17, 30),
    quiet_until=time(8),
    workdays=(0, 1, 2, 3),
    days_off=(),
    digest=DigestMode.WHEN_THREE,
    digest_at=None,
    snoozed_until=None,
    switched_off=(),
    is_unannounced=False,
)
_GRANT = RoleGrant(
    id="g1", person_id=U1, role=Role.PEOPLE_LEAD, granted_by=None, granted_at=NOON, revoked_at=None
)
_TIE = Management(
    id="m1",
    report_id=U1,
    manager_id=U2,
    state=Consent.ASKED,
    origin=Origin.PERSON,
    asked_by=U2,
    asked_at=NOON,
    told_at=None,
    decided_at=None,
    ended_at=None,
)
_VERSION = FrameworkVersion(
    id="v1",
    framework="engineering",
    version="2026.1",
    title="Engineering",
    digest="d1",
    content="{}",
    published_at=NOON,
    published_by=None,
)
_PLACEMENT = Placement(
    id="p1",
    person_id=U1,
    framework="engineering",
    second_framework=None,
    version_id="v1",
    lane="ic",
    level="e2",
    since=TODAY,
    state=PlacementState.PROPOSED,
    proposed_by=U1,
    proposed_at=NOON,
    decided_by=None,
    decided_at=None,
)
_KUDOS = Kudos(
    id="k1",
    event_id="event of k1",
    giver_id=U1,
    receiver_id=U2,
    text="Untangled the rota",
    is_public=False,
    is_open_to_manager=False,
    framework=None,
    given_at=NOON,
)
_EVIDENCE = Evidence(
    id="e1",
    owner_id=U2,
    author_id=U2,
    source=EvidenceSource.NOTE,
    kudos_id=None,
    text="Ran the review of an incident",
    link=None,
    happened_on=TODAY,
    written_at=NOON,
    is_favourable=True,
    is_shared=False,
    text_version=1,
)
_PAIR = Pair(
    id="a1",
    first_id=U1,
    second_id=U2,
    kind=PairKind.PEER,
    state=PairState.ACTIVE,
    asked_by=U1,
    cadence=Cadence.WEEKLY,
    anchor=TODAY,
    local_time=time(10, 30),
    zone="Europe/Lisbon",
    next_on=TODAY + DAY,
    paused_until=None,
    next_run_at=NOON,
    version=1,
    created_at=NOON,
    ended_at=None,
)
_PAST_NOTE = PastNote(
    id="n1",
    person_id=U1,
    digest="digest of n1",
    text="Rebuilt the export",
    happened_on=TODAY,
    skill="Delivery",
    example=None,
    author="Nia Marsh",
    source="2025 review",
    brought_at=NOON,
)
_OFFER = Offer(
    id="f1",
    author_id=U2,
    evidence_id="e1",
    framework="engineering",
    competency="shared/delivery",
    behaviour="ships-small-changes",
    text="Planned a release in two steps",
    text_version=1,
    state=OfferState.ASKED,
    offered_at=NOON,
    decided_at=None,
    asked=(U1,),
)
_DIRECTION = Direction(
    person_id=U1, more="Work with customers", next=None, one_day=None, shared_with=None, written_at=NOON
)
_GOAL = Goal(
    id="g1",
    owner_id=U1,
    text="Run a workshop for the new colleagues",
    sign="Two of them can run it without me",
    framework="engineering",
    competency="engineering/delivery",
    due_on=TODAY + 30 * DAY,
    shared_with=None,
    written_at=NOON,
)
_PROMPT = AskedPrompt(
    pair_id="a1", person_id=U1, on=TODAY, position=0, prompt="went-well", reason="new_together"
)
_OWED = NewDelivery(
    id="d1", kind="prompt", recipient=U1, cause="a1", occurrence="2026-06-17", priority=1, due_at=NOON
)
_OPENING = Opening(reader_id=U2, subject_id=U1, kind="note", thing_id="e1", on=TODAY)
_ADMIN_ACT = AdminAct(id="x1", actor_id=U1, act="rollout_added", subject_id=U2, at=NOON)
_REVIEW = FrameworkReview(
    id="r1",
    framework="engineering",
    version_id="v1",
    owner_id=U1,
    quarter="2026-q2",
    opened_at=NOON,
    closed_at=None,
)
_ANSWER = ReviewAnswer(
    review_id="r1", competency="delivery", verdict=Verdict.KEEP, comment=None, answered_at=NOON
)
_SUMMARY = Summary(
    id="s1",
    subject_id=U1,
    scope=SummaryScope.JOINT,
    asked_by=U2,
    manager_id=U2,
    period_from=date(2026, 1, 1),
    period_to=TODAY,
    made_at=NOON,
    statements="[]",
    reply=None,
    replied_at=None,
)
_SIGHT = Sight(viewer_id=U1, subject_id=U1, is_subject=False, readings=frozenset(), sees_public=False)
