"""What suggested skills learned from what people chose."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """In how many pieces that people marked with a skill a feature was found; features are numbers."""

    competency: str
    feature: int
    pieces: int
