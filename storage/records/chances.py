"""An example for which somebody had no opportunity yet, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.choices import ChanceEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """`author_id` marked, on a day, that `subject_id` had no opportunity yet for one example.

    `manager_id` is the manager of that day, who reads it with the subject and is to find one; None where
    there was none. `end` and `ended_at` are None while it is open; `word` is what the manager said to it.
    """

    id: str
    subject_id: str
    manager_id: str | None
    author_id: str
    framework: str
    competency: str
    behaviour: str
    marked_on: date
    marked_at: datetime
    end: ChanceEnd | None = None
    ended_at: datetime | None = None
    word: str | None = None
