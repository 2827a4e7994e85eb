"""An example for which somebody had no opportunity yet, what became of it, and how many there were."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CountReport:
    """What was told of how many people in one quarter, as it is told from then on; numbers and no names."""

    quarter: str
    figures: str
    made_at: datetime
