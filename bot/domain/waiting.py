"""What waits for a person, and in which order they see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.messages import Kind


class What(StrEnum):
    """What kind of thing waits; the order here is the order in which people see them.

    Somebody else's question comes first, then what is said of oneself, then one's own upkeep.
    """

    TIE = "tie"
    PLACEMENT = "placement"
    PAIR = "pair"
    WITNESS = "witness"
    ASK = "ask"
    EXAMPLE = "example"
    PROPOSAL = "proposal"
    OBSERVATION = "observation"
    FEEDBACK = "feedback"
    REPLY = "reply"
    MESSAGE = "message"
    CHECK = "check"
    CHANCE = "chance"
    REVIEW = "review"
    KUDOS = "kudos"
    PAST_NOTES = "past_notes"
    GOAL = "goal"


ORDER = tuple(What)
COVERED = frozenset(
    {
        Kind.HOME,
        Kind.KUDOS_RECEIVED,
        Kind.KUDOS_TAKEN_BACK,
        Kind.FEEDBACK_RECEIVED,
        Kind.FEEDBACK_ANSWERED,
        Kind.FEEDBACK_ASKED,
        Kind.FEEDBACK_REMINDER,
        Kind.OBSERVATION_RECEIVED,
        Kind.MANAGER_ASKED,
        Kind.PLACEMENT_ASKED,
        Kind.PAIR_ASKED,
        Kind.WEEK,
        Kind.CHECK_ASKED,
        Kind.FRAMEWORK_NUDGE,
        Kind.SUMMARY_MENTION,
        Kind.WELCOME,
        Kind.LEAD_WELCOME,
        Kind.STEP,
        Kind.STEP_CLOSED,
        Kind.PAST_NOTES,
        Kind.WITNESS_ASKED,
        Kind.EXAMPLE_ASKED,
        Kind.EXAMPLE_PROPOSED,
        Kind.DIGEST,
        Kind.OWN_DATA,
        Kind.ERASED,
    }
)
"""Kinds of message whose matter waits in Home by itself, or is settled by asking again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits: `id` names what a press opens, `who` and `title` are names of ours to show.

    `count` is how many there are where one line stands for several. `delivery` is a message that may not
    have arrived, and `kind` what it was about.
    """

    what: What
    id: str
    since: datetime
    who: str | None = None
    title: str | None = None
    count: int = 1
    delivery: str | None = None
    kind: Kind | None = None


def in_order(items: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """By what they are, and the oldest first within that."""
    return tuple(sorted(items, key=lambda item: (ORDER.index(item.what), item.since, item.id)))


def may_be_lost(kind: str) -> bool:
    """Whether a message of unknown fate stands in Home by itself: its matter is not there already."""
    return kind not in COVERED
