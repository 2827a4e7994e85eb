"""Rules of observations: what a manager saw a report do, and what it counts as (DESIGN 7)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.notes import check_day
from bot.domain.standing import Word
from bot.domain.texts import check_text
from bot.errors import Invalid
from storage.choices import EvidenceSource
from storage.records import Evidence

_OF_A_NAMED_PERSON = frozenset({EvidenceSource.OBSERVATION, EvidenceSource.FEEDBACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationDraft:
    """An observation as typed: `draft` is one per opened form, `is_favourable` None until it is chosen."""

    draft: str
    report_id: str | None
    text: str
    is_favourable: bool | None
    happened_on: date | None
    skills: tuple[str, ...]
    showed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What a draft tells, ready to keep."""

    report_id: str
    text: str
    is_favourable: bool
    day: date


def check_observation(draft: ObservationDraft, reports: Collection[str], today: date) -> Observed:
    """What a draft tells of one of its writer's reports; raises Invalid at the field that is wrong."""
    if draft.report_id is None or draft.report_id not in reports:
        raise Invalid("not_a_report", "report")
    text = check_text(draft.text, "text")
    if draft.is_favourable is None:
        raise Invalid("choose_one", "kind")
    day = check_day(draft.happened_on, today)
    return Observed(report_id=draft.report_id, text=text, is_favourable=draft.is_favourable, day=day)


def is_unread(piece: Evidence) -> bool:
    """Whether a piece is an observation that its owner has not opened yet."""
    return piece.source is EvidenceSource.OBSERVATION and piece.read_at is None


def words_against(evidence: Iterable[Evidence]) -> Iterator[Word]:
    """The word of each author who saw a behaviour fall short: only a named person's says not yet.

    An observation, or a *try* of feedback that the member accepted when they kept it (DESIGN 7).
    """
    for piece in evidence:
        if piece.source in _OF_A_NAMED_PERSON and not piece.is_favourable:
            for mark in piece.marks:
                if mark.competency and mark.behaviour:
                    yield Word(
                        person_id=piece.author_id,
                        competency=mark.competency,
                        behaviour=mark.behaviour,
                        on=piece.happened_on,
                        said_in=piece.id,
                    )
