"""The quarterly check of one member by themselves and by their manager, each alone."""

from dataclasses import dataclass
from datetime import datetime

from storage.choices import CheckMarked


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What two people mark in one quarter: what `target` asks beyond `level`, in a version of a framework."""

    id: str
    subject_id: str
    manager_id: str
    framework: str
    version_id: str
    level: str | None
    target: str | None
    quarter: str
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSide:
    """One of the two: when they handed it in, or said that they leave it out."""

    check_id: str
    author_id: str
    handed_in_at: datetime | None
    skipped_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMark:
    """What one of the two says of one example."""

    check_id: str
    author_id: str
    competency: str
    behaviour: str
    mark: CheckMarked


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWord:
    """What one of the two says on a skill of which something is not there yet."""

    check_id: str
    author_id: str
    competency: str
    word: str
