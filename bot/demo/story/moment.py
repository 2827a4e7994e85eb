"""A moment of the demo's past."""

from dataclasses import dataclass

from bot.demo.acts import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that happened so many days ago, on the working day before where that was a weekend."""

    days_ago: int
    hour: int
    act: Act
