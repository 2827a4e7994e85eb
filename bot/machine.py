"""The machine's clock, which is read here and nowhere else."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251  # the one place that reads it
