"""What `/growth privacy` shows beside the table: who opened what, who holds which role, what was done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.admin import ActSeen
from bot.domain.concerns import ConcernSeen
from bot.domain.readers import NamedSeen
from storage.choices import EvidenceSource, Keep
from storage.records import Evidence, Opening


class Opened(StrEnum):
    """A kind of thing whose opening by somebody else is logged."""

    KUDOS = "kudos"
    NOTE = "note"
    OBSERVATION = "observation"
    FEEDBACK = "feedback"
    SUMMARY = "summary"
    PLAN = "plan"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningSeen:
    """One person opened things of one kind, on these days, the newest first."""

    who: str
    kind: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantSeen:
    """Who is a People lead, and since which day of the reader's; `by` is None for the operator's settings."""

    who: str
    by: str | None
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacySeen:
    """All that the page shows of one person: `named` are those whom they named to read and who read now.

    `naming` are those by which others named this person. `new_manager` is who cannot read what was shared
    with a manager before, where there is such a thing, `concerns` what they showed to People
    leads.
    """

    openings: tuple[OpeningSeen, ...]
    grants: tuple[GrantSeen, ...]
    acts: tuple[ActSeen, ...]
    kept: Mapping[Keep, timedelta]
    named: tuple[NamedSeen, ...] = ()
    naming: tuple[NamedSeen, ...] = ()
    new_manager: str | None = None
    concerns: tuple[ConcernSeen, ...] = ()


def opened_of(piece: Evidence) -> Opened:
    """As what the opening of a piece of evidence is logged."""
    return Opened.OBSERVATION if piece.source is EvidenceSource.OBSERVATION else Opened.NOTE


def gathered(openings: Iterable[Opening], names: Mapping[str, str]) -> tuple[OpeningSeen, ...]:
    """Openings by person and kind; who opened something last comes first. A day counts once."""
    days: dict[tuple[str, str], set[date]] = {}
    for one in openings:
        days.setdefault((one.reader_id, one.kind), set()).add(one.on)
    found = [
        OpeningSeen(who=names.get(reader, reader), kind=kind, days=tuple(sorted(on, reverse=True)))
        for (reader, kind), on in days.items()
    ]
    return tuple(sorted(found, key=lambda seen: (-seen.days[0].toordinal(), seen.who, seen.kind)))
