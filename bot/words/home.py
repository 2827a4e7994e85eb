"""What Trellis says on a person's Home, and of what waits for them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.domain.here import Here
from bot.domain.messages import Kind
from bot.words.dates import moment, weekday
from bot.words.lists import counted, listed

WAITING = "Waiting for you"
MEETINGS = "Your 1:1s"
PLAN = "Your plan"
NOTES = "Your notes"
GIVEN = "Kudos you gave lately"
OWNED = "Frameworks you look after"
LEADS = "For People leads"
REMINDERS = "Reminders"

QUICK: Mapping[str, str] = {
    "note": "Write a note",
    "kudos": "Give kudos",
    "ask": "Ask for feedback",
    "1on1": "1:1s",
    "me": "My growth",
    "summary": "Summary",
}
FOR_MANAGERS: Mapping[str, str] = {"observe": "Write what I saw"}
ANSWER = "Answer"
LOOK = "Look"
READ = "Read"
OPEN = "Open"
SET_UP = "Set up a 1:1"
ALL_MEETINGS = "All my 1:1s"
OPEN_ADMIN = "Open the settings"
SAID = "What owners said"
OPEN_PRIVACY = "Who can read what"
OPEN_SETTINGS = "My settings"
OPEN_FAQ = "Questions and doubts"
OPEN_GUIDES = "Guides for talks"
TURN_OFF = "Turn reminders off"
TURN_ON = "Turn reminders on"

OWNED_HINT = "Once a quarter you are asked what to keep, reword or retire."
NOTHING_WAITS = "Nothing waits for you. A good moment for a note, or for kudos."
NO_MEETINGS = "None yet. Set one up, and you both get two or three things to talk about the day before."
NO_NOTES = "None in the last three months. One line about something you did is enough to begin with."
FOR_YOU_ALONE = "Only you see this page."
NOT_SWITCHED_ON = (
    "Trellis is not switched on for your team yet, so it never writes to you unasked. "
    "Everything on this page works all the same."
)
NUDGES_ON = (
    "Reminders are on: at most four a week, in your working hours. "
    "Questions from colleagues and prompts for your 1:1s are not among them."
)
NUDGES_OFF = (
    "Reminders are off, and stay off. Questions from colleagues and prompts for your 1:1s still come; "
    "prompts can be stopped in your settings."
)
SAID_OFF = "Reminders are off, and stay off. You can turn them on again in Trellis’s Home."
SAID_ON = "Reminders are on again: at most four a week, in your working hours."

LOST: Mapping[Kind, str] = {
    Kind.MANAGER_TOLD: "who your company’s list names as your manager",
    Kind.MANAGER_ANSWERED: "an answer about who manages whom",
    Kind.MANAGER_NEW: "that you choose what your new manager may read",
    Kind.CONCERN_SHOWN: "one thing that somebody shows you as a People lead",
    Kind.READER_NAMED: "that somebody named you to read something of theirs",
    Kind.PLACEMENT_ANSWERED: "an answer about your level",
    Kind.PAIR_ANSWERED: "an answer about a 1:1",
    Kind.PAIR_CHANGED: "a new rhythm of a 1:1",
    Kind.MEETING_CHANGED: "a 1:1 that was moved, skipped or paused",
    Kind.FEEDBACK_DECLINED: "that somebody has no feedback for you now",
    Kind.FEEDBACK_REPLIED: "an answer to your feedback",
    Kind.FEEDBACK_SHARED: "feedback for a report that you may read",
    Kind.OBSERVATION_ANSWERED: "an answer to what you wrote down",
    Kind.CHANCE_TOLD: "a word on an example that you had no chance for",
    Kind.CHECK_READY: "a quarterly check that both of you marked",
    Kind.WITNESS_CONFIRMED: "somebody’s word that they saw what you noted",
    Kind.EXAMPLE_ANSWERED: "what became of an example that you offered",
    Kind.PROMPT_AGAIN: "what to talk about in your next 1:1",
    Kind.PROMPT: "what to talk about in your next 1:1",
    Kind.SUMMARY_SHARED: "a summary that was shared with you",
    Kind.SUMMARY_READY: "a summary that is ready for you",
}


def greeting(name: str) -> str:
    """The top line."""
    return f"Hello {name}"


def standing(where: str | None, manager: str | None) -> str | None:
    """Under the top line: where they are and who manages them, as far as it is known."""
    parts = [part for part in (where, f"your manager is {manager}" if manager else None) if part]
    if not parts:
        return None
    line = "; ".join(parts)
    return f"{line[0].upper()}{line[1:]}."


def tie_waits(who: str) -> str:
    """Somebody says who manages whom."""
    return f"{who} asks you to confirm who manages whom."


def placement_waits(who: str) -> str:
    """Somebody proposes where they are."""
    return f"{who} asks you to confirm their level."


def pair_waits(who: str) -> str:
    """Somebody asks for a 1:1."""
    return f"{who} would like 1:1 prompts with you."


def observation_waits(who: str) -> str:
    """What a manager saw, not read yet."""
    return f"{who} wrote down something they saw you do."


def reply_waits(who: str) -> str:
    """A summary that can be answered."""
    return f"{who} read the same summary of your growth as you. You can add your own words to it."


def lost(kind: Kind) -> str:
    """A message whose fate is not known."""
    return f"Slack cannot tell us whether a message reached you: {LOST[kind]}."


def review_waits(title: str) -> str:
    """The quarterly look at a framework."""
    return f"The quarterly look at {title}: what to keep, reword or retire."


def kudos_wait(count: int, newest_from: str) -> str:
    """Kudos that are not notes yet."""
    if count == 1:
        return f"Kudos from {newest_from}, ready to keep as a note."
    return f"{count} kudos, ready to keep as notes, the newest from {newest_from}."


def more_waits(count: int) -> str:
    """Below a list that was cut."""
    return f"And {counted(count, 'more thing', 'more things')}, shown as these are done."


def meeting(who: str, at: datetime, here: Here, *, is_moved: bool, until: date | None) -> str:
    """One 1:1; `until` is the day up to which it is paused."""
    said = f"{who}: {moment(at, here)}"
    if until is not None:
        return f"{said}, paused until then"
    return f"{said}, moved this once" if is_moved else said


def more_meetings(count: int) -> str:
    """Below the next 1:1s."""
    return f"And {counted(count, 'other', 'others')} after that."


def note(on: date, skills: Sequence[str], here: Here, by: str | None = None) -> str:
    """One note, without its words; `by` is who wrote them, if that was somebody else."""
    words = f", in the words of {by}" if by else ""
    return f"{weekday(on, here)}: {listed(skills) if skills else 'no skill chosen yet'}{words}"


def note_count(count: int, shown: int) -> str:
    """Above the newest notes."""
    said = f"{counted(count, 'note', 'notes')} in the last three months."
    return f"{said} The newest:" if count > shown else said


def lookout(switched_on: int, people: int) -> str:
    """For a People lead."""
    return f"Trellis is on for {switched_on} of {counted(people, 'person', 'people')} here."
