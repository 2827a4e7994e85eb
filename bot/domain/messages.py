"""Every kind of message that Trellis sends, and what it is to its reader (DESIGN 6.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from bot.domain.budget import MessageClass


class Kind(StrEnum):
    """A kind of delivery; the word is stored with each."""

    HOME = "home"
    KUDOS_RECEIVED = "kudos_received"
    KUDOS_POSTED = "kudos_posted"
    KUDOS_TAKEN_BACK = "kudos_taken_back"
    FEEDBACK_RECEIVED = "feedback_received"
    FEEDBACK_ASKED = "feedback_asked"
    FEEDBACK_REMINDER = "feedback_reminder"
    FEEDBACK_ANSWERED = "feedback_answered"
    FEEDBACK_DECLINED = "feedback_declined"
    FEEDBACK_REPLIED = "feedback_replied"
    FEEDBACK_SHARED = "feedback_shared"
    OBSERVATION_RECEIVED = "observation_received"
    OBSERVATION_ANSWERED = "observation_answered"
    MANAGER_ASKED = "manager_asked"
    MANAGER_TOLD = "manager_told"
    MANAGER_ANSWERED = "manager_answered"
    MANAGER_NEW = "manager_new"
    CONCERN_SHOWN = "concern_shown"
    READER_NAMED = "reader_named"
    PLACEMENT_ASKED = "placement_asked"
    PLACEMENT_ANSWERED = "placement_answered"
    PAIR_ASKED = "pair_asked"
    PAIR_ANSWERED = "pair_answered"
    PAIR_CHANGED = "pair_changed"
    MEETING_CHANGED = "meeting_changed"
    PROMPT = "prompt"
    PROMPT_AGAIN = "prompt_again"
    WEEK = "week"
    FRAMEWORK_NUDGE = "framework_nudge"
    SUMMARY_SHARED = "summary_shared"
    SUMMARY_READY = "summary_ready"
    SUMMARY_MENTION = "summary_mention"
    CHECK_ASKED = "check_asked"
    CHECK_READY = "check_ready"
    CHANCE_TOLD = "chance_told"
    WELCOME = "welcome"
    LEAD_WELCOME = "lead_welcome"
    STEP = "step"
    STEP_CLOSED = "step_closed"
    PAST_NOTES = "past_notes"
    WITNESS_ASKED = "witness_asked"
    WITNESS_CONFIRMED = "witness_confirmed"
    EXAMPLE_ASKED = "example_asked"
    EXAMPLE_PROPOSED = "example_proposed"
    EXAMPLE_ANSWERED = "example_answered"
    DIGEST = "digest"
    OWN_DATA = "own_data"
    ERASED = "erased"


FILES = "files"
"""Where a message stands that is files: its ts holds their ids, with a space between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How a kind of message behaves.

    `is_ask`: a member asks something of another; one such message may reach a person outside the
    rollout, explained. `reaches_outside`: it answers the reader's own act or was agreed to by them, so the
    rollout does not matter. `is_harmless_twice`: a second copy replaces the first, so an unclear failure is
    tried again. `stands_for_all`: what one shows now is all that the others of its kind would show that
    wait for the same reader. `lasts`: what is older when it could go is missed. `is_to_person`: False for a
    channel. `may_be_off`: its reader may switch it off by itself. `is_about_its_day`: its occurrence is a
    day, and on a day off of its reader it is of no use.
    """

    message_class: MessageClass
    is_ask: bool = False
    reaches_outside: bool = False
    is_harmless_twice: bool = False
    stands_for_all: bool = False
    is_to_person: bool = True
    may_be_off: bool = False
    is_about_its_day: bool = False
    lasts: timedelta = timedelta(days=14)


_ANSWER, _OWED, _NUDGE = MessageClass.ANSWER, MessageClass.OWED, MessageClass.NUDGE

MANNERS: Mapping[Kind, Manners] = MappingProxyType(
    {
        Kind.HOME: Manners(
            message_class=_ANSWER,
            reaches_outside=True,
            is_harmless_twice=True,
            stands_for_all=True,
            lasts=timedelta(hours=1),
        ),
        # Thanks are worth most while fresh, and Slack's own do-not-disturb keeps them quiet at night.
        Kind.KUDOS_RECEIVED: Manners(message_class=_ANSWER, is_ask=True),
        Kind.KUDOS_POSTED: Manners(message_class=_ANSWER, is_to_person=False),
        # As with what is erased: no message but the end of one.
        Kind.KUDOS_TAKEN_BACK: Manners(
            message_class=_ANSWER, is_harmless_twice=True, is_to_person=False, lasts=timedelta(days=90)
        ),
        Kind.FEEDBACK_RECEIVED: Manners(message_class=_ANSWER, is_ask=True),
        # A question is open for as long as its message may go.
        Kind.FEEDBACK_ASKED: Manners(message_class=_OWED, is_ask=True, lasts=timedelta(days=30)),
        Kind.FEEDBACK_REMINDER: Manners(message_class=_NUDGE, may_be_off=True, lasts=timedelta(days=30)),
        Kind.FEEDBACK_ANSWERED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.FEEDBACK_DECLINED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.FEEDBACK_REPLIED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.FEEDBACK_SHARED: Manners(message_class=_ANSWER, reaches_outside=True),
        # Who is observed reads it no later than anyone (DESIGN 5.7): at once, whoever Trellis is on for.
        Kind.OBSERVATION_RECEIVED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.OBSERVATION_ANSWERED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.MANAGER_ASKED: Manners(message_class=_OWED, is_ask=True),
        Kind.MANAGER_TOLD: Manners(message_class=_OWED, lasts=timedelta(days=90)),
        Kind.MANAGER_ANSWERED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.MANAGER_NEW: Manners(message_class=_OWED, reaches_outside=True, lasts=timedelta(days=30)),
        # A People lead is one whoever Trellis is on for.
        Kind.CONCERN_SHOWN: Manners(message_class=_OWED, reaches_outside=True, lasts=timedelta(days=30)),
        Kind.READER_NAMED: Manners(message_class=_OWED, is_ask=True),
        Kind.PLACEMENT_ASKED: Manners(message_class=_OWED, is_ask=True),
        Kind.PLACEMENT_ANSWERED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.PAIR_ASKED: Manners(message_class=_OWED, is_ask=True),
        Kind.PAIR_ANSWERED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.PAIR_CHANGED: Manners(message_class=_OWED, reaches_outside=True),
        Kind.MEETING_CHANGED: Manners(message_class=_OWED, reaches_outside=True),
        # Prompts may go out on a Friday for a Monday: their letter says when they are too late.
        Kind.PROMPT: Manners(
            message_class=_OWED,
            reaches_outside=True,
            may_be_off=True,
            is_about_its_day=True,
        ),
        Kind.PROMPT_AGAIN: Manners(message_class=_OWED, reaches_outside=True, is_about_its_day=True),
        Kind.WEEK: Manners(message_class=_OWED, reaches_outside=True, may_be_off=True),
        Kind.FRAMEWORK_NUDGE: Manners(message_class=_NUDGE, lasts=timedelta(days=30), may_be_off=True),
        # Nobody reads a summary of a person before that person may (DESIGN 5.7): at once.
        Kind.SUMMARY_SHARED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.SUMMARY_READY: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.SUMMARY_MENTION: Manners(
            message_class=_ANSWER, reaches_outside=True, lasts=timedelta(minutes=30)
        ),
        Kind.CHECK_ASKED: Manners(message_class=_OWED, is_ask=True, lasts=timedelta(days=30)),
        Kind.CHECK_READY: Manners(message_class=_ANSWER, reaches_outside=True),
        # What a manager marked of somebody is theirs to read no later (DESIGN 5.7).
        Kind.CHANCE_TOLD: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.WELCOME: Manners(message_class=_NUDGE, may_be_off=True),
        # A People lead is named before Trellis is on for anybody; the step after one's own act is an answer.
        Kind.LEAD_WELCOME: Manners(message_class=_OWED, reaches_outside=True),
        Kind.STEP: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.STEP_CLOSED: Manners(message_class=_ANSWER, reaches_outside=True, is_harmless_twice=True),
        Kind.PAST_NOTES: Manners(message_class=_NUDGE, may_be_off=True, lasts=timedelta(days=30)),
        Kind.WITNESS_ASKED: Manners(message_class=_OWED, is_ask=True),
        Kind.WITNESS_CONFIRMED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.EXAMPLE_ASKED: Manners(message_class=_OWED, is_ask=True),
        # Who looks after skills does so whoever Trellis is on for.
        Kind.EXAMPLE_PROPOSED: Manners(message_class=_OWED, reaches_outside=True),
        Kind.EXAMPLE_ANSWERED: Manners(message_class=_ANSWER, reaches_outside=True),
        Kind.DIGEST: Manners(message_class=_NUDGE),
        # A second copy of one's own is a nuisance, and none is a right denied.
        Kind.OWN_DATA: Manners(message_class=_ANSWER, reaches_outside=True, is_harmless_twice=True),
        # No message but the taking away of one, which may be done twice (DESIGN 5.9).
        Kind.ERASED: Manners(
            message_class=_ANSWER,
            is_harmless_twice=True,
            is_to_person=False,
            lasts=timedelta(days=90),
        ),
    }
)

PRIORITY: Mapping[MessageClass, int] = MappingProxyType({_ANSWER: 0, _OWED: 1, _NUDGE: 2})
"""Answers to people go ahead of bulk (DESIGN 6.4)."""

NUDGES = tuple(
    kind
    for kind, manners in MANNERS.items()
    if manners.message_class is MessageClass.NUDGE and kind is not Kind.DIGEST
)
"""The kinds that draw on the budget by themselves; several of them may come as one digest."""

PROMPTS = frozenset({Kind.PROMPT, Kind.PROMPT_AGAIN})
"""The kinds that hold what to talk about in one 1:1; their occurrence is its key."""
