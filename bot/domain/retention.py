"""For how long things are kept (DESIGN 5.15)."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from storage.choices import Keep

RETENTION: Mapping[Keep, timedelta] = MappingProxyType(
    {
        Keep.KUDOS: timedelta(days=3 * 365),
        Keep.FEEDBACK: timedelta(days=3 * 365),
        Keep.NOTES: timedelta(days=3 * 365),
        Keep.TALKS: timedelta(days=3 * 365),
        Keep.LOG: timedelta(days=365),
        Keep.MESSAGES: timedelta(days=90),
    }
)
"""Where the operator sets nothing else."""
