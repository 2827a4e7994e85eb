"""What each kind of message is called and when it comes: in settings, in “why”, in docs/messages.md."""

from collections.abc import Mapping

from bot.domain.budget import IGNORED, Limits, MessageClass
from bot.domain.messages import MANNERS, Kind
from bot.words.lists import counted, spelled

TITLE: Mapping[Kind, str] = {
    Kind.HOME: "Your Home page",
    Kind.KUDOS_RECEIVED: "Kudos for you",
    Kind.KUDOS_POSTED: "Public kudos in their channel",
    Kind.KUDOS_TAKEN_BACK: "A message about kudos that is taken away",
    Kind.FEEDBACK_RECEIVED: "Feedback for you",
    Kind.FEEDBACK_ASKED: "A question for your feedback",
    Kind.FEEDBACK_REMINDER: "A question for your feedback, once more",
    Kind.FEEDBACK_ANSWERED: "Feedback that you asked for",
    Kind.FEEDBACK_DECLINED: "Somebody has no feedback for you now",
    Kind.FEEDBACK_REPLIED: "An answer to your feedback",
    Kind.FEEDBACK_SHARED: "Feedback for a report that you may read",
    Kind.OBSERVATION_RECEIVED: "What a manager saw you do",
    Kind.OBSERVATION_ANSWERED: "A report’s answer to what you saw",
    Kind.MANAGER_ASKED: "A question about who manages whom",
    Kind.MANAGER_TOLD: "Who your company’s list names as your manager",
    Kind.MANAGER_ANSWERED: "An answer about who manages whom",
    Kind.MANAGER_NEW: "What a new manager may read",
    Kind.CONCERN_SHOWN: "One thing that somebody shows to a People lead",
    Kind.READER_NAMED: "You were named to read something",
    Kind.PLACEMENT_ASKED: "A question about somebody’s level",
    Kind.PLACEMENT_ANSWERED: "An answer about your level",
    Kind.PAIR_ASKED: "A question about a 1:1",
    Kind.PAIR_ANSWERED: "An answer about a 1:1",
    Kind.PAIR_CHANGED: "A new rhythm of a 1:1",
    Kind.MEETING_CHANGED: "A 1:1 moved, skipped or paused",
    Kind.PROMPT: "What to talk about in a 1:1",
    Kind.PROMPT_AGAIN: "What to talk about in a 1:1, once more",
    Kind.WEEK: "All 1:1s with your reports in one message a week",
    Kind.FRAMEWORK_NUDGE: "The quarterly look at skills and levels",
    Kind.SUMMARY_SHARED: "A summary that was shared with you",
    Kind.SUMMARY_READY: "A summary that you asked for",
    Kind.SUMMARY_MENTION: "A summary that you asked for in a channel",
    Kind.CHECK_ASKED: "A quarterly check for you to mark",
    Kind.CHECK_READY: "A quarterly check that both marked",
    Kind.CHANCE_TOLD: "A chance that you did not have yet",
    Kind.WELCOME: "First steps with Trellis",
    Kind.LEAD_WELCOME: "First steps of a People lead",
    Kind.STEP: "The next step after one that you did",
    Kind.STEP_CLOSED: "A step that is done",
    Kind.PAST_NOTES: "Notes from past reviews",
    Kind.WITNESS_ASKED: "A question whether you saw something",
    Kind.WITNESS_CONFIRMED: "Somebody confirmed what you noted",
    Kind.EXAMPLE_ASKED: "A question whether a note may become an example",
    Kind.EXAMPLE_PROPOSED: "An example for skills that you look after",
    Kind.EXAMPLE_ANSWERED: "What became of an example that you offered",
    Kind.DIGEST: "Several reminders in one message",
    Kind.OWN_DATA: "Your own data as files",
    Kind.ERASED: "A message of Trellis that is taken away",
}
WHEN: Mapping[Kind, str] = {
    Kind.HOME: "You opened Trellis’s Home, or something on it changed.",
    Kind.KUDOS_RECEIVED: "A colleague thanked you.",
    Kind.KUDOS_POSTED: "Somebody gave public kudos to colleagues who want to be announced.",
    Kind.KUDOS_TAKEN_BACK: "Whoever gave kudos took them back: it is no message, but the end of one.",
    Kind.FEEDBACK_RECEIVED: "A colleague wrote feedback for you.",
    Kind.FEEDBACK_ASKED: "A colleague asked you for feedback.",
    Kind.FEEDBACK_REMINDER: "A question for your feedback waits for five working days of yours: once.",
    Kind.FEEDBACK_ANSWERED: "A colleague answered your question for feedback.",
    Kind.FEEDBACK_DECLINED: "A colleague whom you asked for feedback pressed “Not now”.",
    Kind.FEEDBACK_REPLIED: "Whoever got your feedback answered it.",
    Kind.FEEDBACK_SHARED: "A report showed you feedback, or its author let you read it.",
    Kind.OBSERVATION_RECEIVED: "Your manager wrote down something they saw you do.",
    Kind.OBSERVATION_ANSWERED: "A report answered what you wrote down.",
    Kind.MANAGER_ASKED: "A colleague said that you manage them, or that they manage you.",
    Kind.MANAGER_TOLD: "Your company’s list names your manager, and you can say that it is wrong.",
    Kind.MANAGER_ANSWERED: "A colleague answered your question.",
    Kind.MANAGER_NEW: "You have a new manager, and shared something with the one before.",
    Kind.CONCERN_SHOWN: "A member shows you, as a People lead, one thing that was written to them.",
    Kind.READER_NAMED: "A colleague named you to read some of what they share, until a day.",
    Kind.PLACEMENT_ASKED: "Somebody whose level you confirm said where they are.",
    Kind.PLACEMENT_ANSWERED: "The level that you proposed was confirmed, or not.",
    Kind.PAIR_ASKED: "A colleague would like 1:1 prompts with you.",
    Kind.PAIR_ANSWERED: "A colleague answered your question about a 1:1.",
    Kind.PAIR_CHANGED: "The other one of a 1:1 changed its rhythm, its day or its time for good.",
    Kind.MEETING_CHANGED: "The other one of a 1:1 moved or skipped it once, or paused it for a while.",
    Kind.PROMPT: "The working day before a 1:1 to which you both agreed.",
    Kind.PROMPT_AGAIN: "You asked to see later what to talk about in a 1:1.",
    Kind.WEEK: "You have three 1:1s with reports or more: at the start of your week, in place of one each.",
    Kind.FRAMEWORK_NUDGE: "You look after skills and levels here: on the first Monday of a quarter.",
    Kind.SUMMARY_SHARED: "A summary of your growth was made by your manager, or shared by a report.",
    Kind.SUMMARY_READY: "You made a summary.",
    Kind.SUMMARY_MENTION: "You mentioned Trellis in a channel.",
    Kind.CHECK_ASKED: "The other of you two marked the quarterly check.",
    Kind.CHECK_READY: "The other of you two marked the quarterly check after you.",
    Kind.CHANCE_TOLD: "Your manager marked an example that you had no chance for, or answered such a mark.",
    Kind.WELCOME: "Trellis was switched on for you: once.",
    Kind.LEAD_WELCOME: "You were made a People lead while something was to be set up.",
    Kind.STEP: "You did or skipped the step before.",
    Kind.STEP_CLOSED: "You did or skipped the step: it takes the place of its message.",
    Kind.PAST_NOTES: "Notes from past reviews were brought for you to keep or discard.",
    Kind.WITNESS_ASKED: "A colleague noted something, and asks whether you saw it.",
    Kind.WITNESS_CONFIRMED: "Somebody whom you asked saw what you noted, and says so.",
    Kind.EXAMPLE_ASKED: "A colleague would like to offer a note that names you as an example.",
    Kind.EXAMPLE_PROPOSED: "Everybody named agreed to an example for skills that you look after.",
    Kind.EXAMPLE_ANSWERED: "An owner took the example that you offered, or left it.",
    Kind.OWN_DATA: "You asked for it.",
    Kind.ERASED: "Somebody had everything of theirs erased: it is no message, but the end of one.",
    Kind.DIGEST: "Three or more reminders waited for you, or it was the time of day that you chose.",
}
CLASS: Mapping[MessageClass, str] = {
    MessageClass.ANSWER: "at once",
    MessageClass.OWED: "in your hours",
    MessageClass.NUDGE: "a reminder",
}
_OFF: Mapping[MessageClass, str] = {
    MessageClass.ANSWER: "It follows what you or a colleague just did.",
    MessageClass.OWED: "A colleague waits for it, so it waits for your hours and comes.",
    MessageClass.NUDGE: "Untick it in your settings, or turn all reminders off.",
}
_OFF_BY_ITSELF: Mapping[Kind, str] = {
    Kind.HOME: "It is a page and no message: nothing notifies you.",
    Kind.KUDOS_POSTED: "Choose in your settings that you are not announced.",
    Kind.PROMPT: "Untick it in your settings, skip it once, or end the 1:1.",
    Kind.PROMPT_AGAIN: "It comes once for each time that you press “Later”.",
    Kind.WEEK: "Untick it in your settings, and what to talk about comes before each 1:1.",
    Kind.STEP: "Untick the first steps in your settings.",
    Kind.ERASED: "Nothing is sent: what was sent before goes.",
    Kind.KUDOS_TAKEN_BACK: "Nothing is sent: what was sent before goes.",
    Kind.DIGEST: "Choose “Each by itself” in your settings, or turn all reminders off.",
}

WHY = "Why am I seeing this?"
WHY_TITLE = "Why you see this"
CLOSE = "Close"
END = "No more of these"
WHY_HOURS = "It came in your hours: not while it is quiet for you, nor on a day off."
OPEN_SETTINGS = "My settings"
DIGEST_HEADING = "Waiting for you"
DIGEST_HINT = "Trellis put these into one message, so that it writes to you once."


def off(kind: Kind) -> str:
    """How a kind of message is switched off."""
    return _OFF_BY_ITSELF.get(kind) or _OFF[MANNERS[kind].message_class]


def many_this_week(count: int, most: int) -> str:
    """How many reminders came, and how many may."""
    return f"{counted(count, 'reminder', 'reminders')} in the last seven days, of at most {spelled(most)}."


def budget() -> str:
    """The rule behind all reminders."""
    most = Limits().nudges_a_week
    return (
        f"Trellis sends at most {spelled(most)} reminders a week, and {spelled(most // 2)} where the last "
        f"{spelled(IGNORED)} were left alone; using one brings the others back."
    )


def switched_off(title: str) -> str:
    """After one kind was switched off."""
    return f"“{title}” is off, and stays off. You can turn it on again in your settings."


def digest(count: int) -> str:
    """What a notification shows of a digest."""
    return f"Trellis has {counted(count, 'thing', 'things')} for you, in one message."
