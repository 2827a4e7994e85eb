"""Kudos, notes, who reads them, and the summaries that rest on them."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.choices import (
    EvidenceSource,
    Reading,
    SummaryScope,
    WitnessAsk,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kudos:
    """Thanks from one person to another, mapped to skills or to none.

    Who is thanked along with others has kudos of their own: what was one act shares its `event_id`. What the
    giver added afterwards is of the moment `detailed_at`.
    """

    id: str
    event_id: str
    giver_id: str
    receiver_id: str
    text: str
    is_public: bool
    is_open_to_manager: bool
    framework: str | None
    given_at: datetime
    situation: str | None = None
    effect: str | None = None
    link: str | None = None
    detailed_at: datetime | None = None
    competencies: tuple[str, ...] = ()
    readers: tuple["FrozenReader", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenReader:
    """A person on a record's list of readers, and as what; the relation must still hold to read.

    `naming` is under which naming of its owner's a reader stands there.
    """

    person_id: str
    reading: Reading
    naming: str | None = None


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
class AskedWitness:
    """The question to one person whether they saw what a piece says in one exact text."""

    evidence_id: str
    person_id: str
    text_version: int
    state: WitnessAsk
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one of several people wrote of a piece that was made of the kudos of all of them."""

    person_id: str
    kudos_id: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A dated, owned record that something was shown; an observation was read by its owner, and answered.

    `lines` are the parts of its text where several people wrote it: each is a witness of their own alone.
    """

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
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Somebody opened something of somebody else's on a day."""

    reader_id: str
    subject_id: str
    kind: str
    thing_id: str
    on: date


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
    readers: tuple[FrozenReader, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a viewer may read of one subject's records: visibility decides it, lists obey it.

    `is_subject`: all of their own. `readings`: the relations that hold now; a record is in sight
    where the viewer stands in its frozen list under one of them. `sees_public`: public kudos.
    `namings`: those in force under which the subject named the viewer to read.
    """

    viewer_id: str
    subject_id: str
    is_subject: bool
    readings: frozenset[Reading]
    sees_public: bool
    namings: frozenset[str] = frozenset()
