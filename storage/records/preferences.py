"""What each person chose about the messages that they get."""

from dataclasses import dataclass
from datetime import date, time

from storage.choices import DigestMode
from storage.records.people import Person
from storage.types import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """When a person may be written to unasked, and about what.

    `workdays` count from Monday, which is 0; `switched_off` are kinds of message; `digest_at` is there where
    the digest comes daily; kudos for whoever is unannounced are quiet,
    and those of who `gives_publicly` begin as public.
    """

    quiet_from: time
    quiet_until: time
    workdays: tuple[int, ...]
    days_off: tuple[Days, ...]
    digest: DigestMode
    digest_at: time | None
    snoozed_until: date | None
    switched_off: tuple[str, ...]
    is_unannounced: bool
    gives_publicly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person with what decides whether they are written to, read at once; None where nothing was chosen."""

    person: Person
    is_in_rollout: bool
    preferences: Preferences | None
    holidays: tuple[Days, ...]
