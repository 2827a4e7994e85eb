"""Days on which nobody of the company works, as a People lead writes them."""

from collections.abc import Iterable
from datetime import date

from bot.errors import Invalid
from storage.types import Days

MOST = 60
FIELD = "holidays"


def read_holidays(text: str) -> tuple[Days, ...]:
    """Days of a text, `2026-12-25` or from one to another as `2026-12-24/2026-12-31`; raises Invalid."""
    found = {_read(word) for word in text.replace(",", " ").split()}
    if len(found) > MOST:
        raise Invalid("too_many_holidays", FIELD, most=MOST)
    return tuple(sorted(found))


def holidays_text(holidays: Iterable[Days]) -> str:
    """The text that gives these days again, a line each."""
    return "\n".join(one.first.isoformat() if one.first == one.last else str(one) for one in holidays)


def _read(word: str) -> Days:
    try:
        return Days.read(word) if "/" in word else Days(date.fromisoformat(word), date.fromisoformat(word))
    except ValueError:
        raise Invalid("holiday_unknown", FIELD, said=word[:30]) from None
