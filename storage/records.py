"""What storage gives back: frozen values, with no trace of the database."""

from dataclasses import dataclass
from datetime import date, datetime, time

from storage.choices import (
    Cadence,
    Consent,
    DeliveryState,
    EvidenceSource,
    Origin,
    PairKind,
    PairState,
    PersonKind,
    PlacementState,
    Reading,
    Role,
    Step,
    SummaryScope,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The Slack workspace that this store serves."""

    id: str
    name: str
    kudos_channel: str | None
    installed_at: datetime
    uninstalled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody as Slack shows them, with what Trellis remembers of their choices."""

    id: str
    name: str
    zone: str
    is_bot: bool
    is_guest: bool
    is_stranger: bool
    is_admin: bool
    is_deactivated: bool
    kind: PersonKind
    dm_channel: str | None
    shares_notes: bool
    mutes_nudges: bool

    @property
    def may_take_part(self) -> bool:
        """Guests, bots, deactivated and Slack Connect people are refused (DESIGN 5.13)."""
        return not (self.is_bot or self.is_guest or self.is_stranger or self.is_deactivated)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGrant:
    """A role given to a person; `granted_by` is None where the operator's settings gave it."""

    id: str
    person_id: str
    role: Role
    granted_by: str | None
    granted_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Management:
    """Who is whose manager; it holds once confirmed by the report, or imported and told to them."""

    id: str
    report_id: str
    manager_id: str
    state: Consent
    origin: Origin
    asked_by: str | None
    asked_at: datetime
    told_at: datetime | None
    decided_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkVersion:
    """One published version of a cluster's framework, by content."""

    id: str
    framework: str
    version: str
    title: str
    digest: str
    content: str
    published_at: datetime
    published_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A member's cluster, lane and level since a date, under one framework version."""

    id: str
    person_id: str
    framework: str
    second_framework: str | None
    version_id: str
    lane: str | None
    level: str | None
    since: date
    state: PlacementState
    proposed_by: str | None
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kudos:
    """Thanks from one person to another, mapped to skills or to none."""

    id: str
    giver_id: str
    receiver_id: str
    text: str
    is_public: bool
    is_open_to_manager: bool
    framework: str | None
    given_at: datetime
    competencies: tuple[str, ...] = ()
    readers: tuple["FrozenReader", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenReader:
    """A person on a record's list of readers, and as what; the relation must still hold to read."""

    person_id: str
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a piece of evidence shows: a skill, and where given its behaviour or a milestone."""

    framework: str
    competency: str | None
    behaviour: str | None = None
    milestone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A person who confirmed one exact text of a piece of evidence."""

    person_id: str
    text_version: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A dated, owned record that something was shown; an observation was read by its owner, and answered."""

    id: str
    owner_id: str
    author_id: str
    source: EvidenceSource
    kudos_id: str | None
    text: str
    link: str | None
    happened_on: date
    written_at: datetime
    is_favourable: bool
    is_shared: bool
    text_version: int
    read_at: datetime | None = None
    reply: str | None = None
    replied_at: datetime | None = None
    marks: tuple[Mark, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    readers: tuple[FrozenReader, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastNote:
    """A note from a past review, until its member keeps or discards it; it is evidence of nothing.

    `digest` stands for its person, day and words. `skill`, `example`, `author` and `source` are as the file
    had them; `author` is None where its words are the member's own.
    """

    id: str
    person_id: str
    digest: str
    text: str
    happened_on: date
    skill: str | None
    example: str | None
    author: str | None
    source: str | None
    brought_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people who agreed to 1:1 prompts; grants no reading of anything."""

    id: str
    first_id: str
    second_id: str
    kind: PairKind
    state: PairState
    asked_by: str
    cadence: Cadence
    anchor: date
    local_time: time
    zone: str
    next_on: date | None
    next_run_at: datetime | None
    version: int
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPrompt:
    """A prompt that was put to one side of a pair for one occurrence."""

    pair_id: str
    person_id: str
    on: date
    position: int
    prompt: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message owed, by kind, recipient (a person or a channel), cause and occurrence; never its text."""

    id: str
    kind: str
    recipient: str
    cause: str
    occurrence: str
    state: DeliveryState
    priority: int
    due_at: datetime
    created_at: datetime
    attempts: int
    lease_until: datetime | None
    channel: str | None
    ts: str | None
    settled_at: datetime | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Somebody opened something of somebody else's on a day."""

    reader_id: str
    subject_id: str
    kind: str
    thing_id: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminAct:
    """An act of a People lead, or of the operator where `actor_id` is None."""

    id: str
    actor_id: str | None
    act: str
    subject_id: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkReview:
    """One owner's look at one framework in one quarter."""

    id: str
    framework: str
    version_id: str
    owner_id: str
    quarter: str
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAnswer:
    """An owner's verdict on a skill, with a comment for the other owners and People leads."""

    review_id: str
    competency: str
    verdict: Verdict
    comment: str | None
    answered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A summary as it was made: ids and numbers, never words; `manager_id` too reads a joint one."""

    id: str
    subject_id: str
    scope: SummaryScope
    asked_by: str
    manager_id: str | None
    period_from: date
    period_to: date
    made_at: datetime
    statements: str
    reply: str | None
    replied_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """A first step that was offered to a person by a message, or that they skipped."""

    person_id: str
    step: Step
    offered_at: datetime | None
    delivery_id: str | None
    skipped_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginnings:
    """What a person has done with Trellis at least once."""

    has_met: bool
    has_thanked: bool
    has_noted: bool
    has_summed_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a viewer may read of one subject's records: visibility decides it, lists obey it.

    `is_subject`: all of their own. `readings`: the relations that hold now; a record is in sight
    where the viewer stands in its frozen list under one of them. `sees_public`: public kudos.
    """

    viewer_id: str
    subject_id: str
    is_subject: bool
    readings: frozenset[Reading]
    sees_public: bool
