"""Where and when somebody reads: what every date and time is told by."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.cadence import zone_or_utc


@dataclass(frozen=True, slots=True)
class Here:
    """A reader's zone, and the day that it is there."""

    zone: ZoneInfo
    today: date

    def local(self, at: datetime) -> datetime:
        """A moment on the reader's clock."""
        return at.astimezone(self.zone)


def here_of(zone: str | None, now: datetime) -> Here:
    """Where a person with a zone as Slack tells it reads at a moment."""
    known = zone_or_utc(zone)
    return Here(known, now.astimezone(known).date())
