"""When the demo's past happened, counted back from the moment at which it is shown."""

from datetime import datetime, time, timedelta

FIRST_DAY, FIRST_HOUR = 182, 9
"""Days ago, and the hour, at which it begins."""
SATURDAY = 5


def beginning(now: datetime) -> datetime:
    """When the history begins that ends now."""
    return civil_moment(now, FIRST_DAY, FIRST_HOUR)


def civil_moment(now: datetime, days_ago: int, hour: int) -> datetime:
    """An hour so many days ago, in the same zone as now: always on a working day."""
    day = (now - timedelta(days=days_ago)).date()
    day -= timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    return datetime.combine(day, time(hour), tzinfo=now.tzinfo)
