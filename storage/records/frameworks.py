"""Published frameworks and their reviews."""

from dataclasses import dataclass
from datetime import datetime

from storage.choices import (
    Verdict,
)


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
