"""What Trellis says about readers whom a member names."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.readers import FromNow
from bot.words.dates import day
from bot.words.lists import listed
from storage.choices import Shown

NAMED_HEADING = "Whom you named to read"
NAMED_HINT = (
    "A mentor, somebody who stands in for your manager, or anyone you also work for: you say what they may "
    "read, and until when."
)
NAMED_NOBODY = "Nobody. Only who stands in the table below reads anything of yours."
NAMING_HEADING = "Who named you to read"
NAME = "Name a reader"
END = "End now"
END_TITLE = "End this now?"
KEEP = "Keep"
LOOK = "See what it is"
TITLE = "Name a reader"
SUBMIT = "Name them"
CLOSE = "Close"
WHO = "Who?"
WHO_HINT = "Choose a colleague"
FROM_NOW = "What may they read from now on?"
FROM_NOW_OPTIONS: Mapping[FromNow, tuple[str, str]] = {
    FromNow.NOTES: ("Notes and feedback that I share", "Each time you share one with your manager"),
    FromNow.PLAN: ("What I share of my plan", "Your direction and goals, as you share or change them"),
    FromNow.SUMMARIES: ("Summaries that I share", "They say where you stand toward the next level"),
    FromNow.LEVEL: ("My level", "And the kind of work it belongs to"),
}
BEFORE = "And of what you shared before?"
BEFORE_HINT = "Nothing is shown unless you choose it here."
BEFORE_PLACEHOLDER = "Choose what they may read"
UNTIL = "Until when?"
UNTIL_HINT = "The last day, at most a year ahead. It then stops by itself, and you can end it at any time."
RECEIPT = (
    "Who can read this: whoever you name here, until the day you set. They are told, without a word of what "
    "you wrote. Nothing private is shown to them. Whatever they open stands under “Who can read what”, for "
    "you to see."
)
SHOWN_TITLE = "Shown to you"
OPEN = "Open"
OPEN_PLAN = "Open their plan"
NOTHING_SHOWN = "Nothing yet. What they share from now on will stand here."
HOME = "Shown to you by others"
ENDED = "Ended. They read nothing of yours under it any more."
OBSERVED = "Written down by a manager"
KINDS: Mapping[Shown, str] = {
    Shown.NOTE: "Note",
    Shown.FEEDBACK: "Feedback",
    Shown.DIRECTION: "Where I want to go",
    Shown.GOAL: "Goal",
    Shown.SUMMARY: "Summary",
}
_FOR: Mapping[FromNow, str] = {
    FromNow.NOTES: "notes and feedback you share",
    FromNow.PLAN: "what you share of your plan",
    FromNow.SUMMARIES: "summaries you share",
    FromNow.LEVEL: "your level",
}


def until(name: str, last: date) -> str:
    """A reader with their last day."""
    return f"{name} (until {day(last)})"


def also(readers: Sequence[str]) -> str:
    """Beside a receipt: whom its owner named for what they share."""
    return f"What you share is also shown to {listed(list(readers))}, as you named them to read."


def before(kind: Shown, on: date, title: str, *, is_observed: bool = False) -> str:
    """Something to tick."""
    said = f"{OBSERVED}, {day(on)}" if is_observed else line(kind, on)
    return f"{said}: {title}" if title else said


def named(reader: str, last: date, from_now: frozenset[FromNow]) -> str:
    """One naming, to who made it."""
    what = listed([_FOR[one] for one in FromNow if one in from_now])
    return f"{reader}, until {day(last)}: {what or 'what you chose when you named them'}."


def naming(owner: str, last: date) -> str:
    """One naming, to its reader."""
    return f"{owner} lets you read some of what they share, until {day(last)}."


def told(owner: str, last: date) -> str:
    """The message to somebody named."""
    return f"{owner} named you to read some of what they share, until {day(last)}."


TOLD_CONSEQUENCE = (
    "You need not do anything. They see what you open, and on which day. They can end it at any time."
)


def end_sure(reader: str) -> str:
    """Before an end."""
    return f"{reader} then reads nothing of yours under it any more. What they have read by then is known."


def sent(reader: str) -> str:
    """After naming."""
    return (
        f"{reader} is told, in their working hours. You find this under “Who can read what”, and can end it "
        "there."
    )


def level(said: str) -> str:
    """Where a member is, to a reader named for it."""
    return f"Where they are now: {said}."


def line(kind: Shown, on: date) -> str:
    """One thing in the list, without its words."""
    return f"{KINDS[kind]} of {day(on)}"
