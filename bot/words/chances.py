"""What Trellis says where somebody had no opportunity yet: it is a task, and no word on the person."""

from datetime import date

from bot.domain.here import Here
from bot.words.dates import weekday
from bot.words.lists import counted, possessive
from storage.choices import ChanceEnd

MARK = "No chance yet"
TITLE = "No chance yet"
PAGE_TITLE = "Chances to find"
SAVE, CLOSE, CANCEL = "Save", "Close", "Cancel"
OPEN = "Look"
EXAMPLES = "For which examples was there no chance?"
PLACEHOLDER = "Choose examples"
ARRANGE = "Say what is arranged"
NOT_NOW = "Not now"
TAKE_BACK = "Take it back"
NOT_NOW_TITLE = "Not now"
WORD = "Why not now?"
WORD_HINT = "A line is enough. For example: the next incident review is yours to run in spring."
_BECOMES = "It becomes a task for"
_COUNTS = "People leads see counts of four people or more, and no names."
ANSWERED = "Answered"
NOBODY = "somebody who left"
GONE = "An example that is there no more"
MORE = "See all"
WITHOUT_TALKS = "To promise something, set up 1:1s with each other first."
NOBODY_TO_FIND = "Say who your manager is, and mark it again: then it becomes a task for them."


def intro(subject: str, *, is_own: bool) -> str:
    """Over the form."""
    who = "you" if is_own else subject
    return (
        f"Mark what the next level asks and {who} had no occasion for. It says nothing about how {who} would "
        "do it, and stands in a summary as “no opportunity yet” until something is noted."
    )


def receipt(subject: str, manager: str | None, *, is_own: bool) -> str:
    """Who will be able to read it, and what becomes of it (DESIGN 5.3)."""
    if not is_own:
        return (
            f"Who can read this: {subject} and you, while you manage {subject}. {_BECOMES} you, in your next "
            f"1:1. {_COUNTS}"
        )
    if manager is None:
        return f"Who can read this: only you, as you have no manager here yet. {_COUNTS}"
    return (
        f"Who can read this: you and {manager}, while {manager} manages you. {_BECOMES} {manager}, in your "
        f"next 1:1. {_COUNTS}"
    )


def task(subject: str, *, is_own: bool) -> str:
    """Over what is to be found."""
    return "Find you a chance to:" if is_own else f"Find {subject} a chance to:"


def looks(manager: str) -> str:
    """To the member: whose turn it is."""
    return f"{manager} is to find these, and it comes back in each 1:1 until then."


def marked(skill: str | None, author: str, on: date, here: Here) -> str:
    """Under an example: its skill, who marked it and when."""
    said = f"marked by {author} on {weekday(on, here)}"
    return f"{skill}, {said}" if skill else f"{said[0].upper()}{said[1:]}"


def answered(end: ChanceEnd, manager: str) -> str:
    """What the manager said to it."""
    if end is ChanceEnd.ARRANGED:
        return f"{manager} says that something is arranged: see the promises of your 1:1s."
    return f"Not now, in the words of {manager}:"


def none(subject: str, *, is_own: bool) -> str:
    """Where there is nothing."""
    who = "you" if is_own else subject
    return f"Nothing waits: no example is marked that {who} had no chance for."


def waits(subject: str, count: int) -> str:
    """On the manager's Home."""
    return f"Find {subject} a chance for {counted(count, 'example', 'examples')}."


def at_mine(count: int) -> str:
    """On the member's own page."""
    if not count:
        return "What was said to examples that you had no chance for stands here."
    return f"You had no chance yet for {counted(count, 'example', 'examples')}. That is a task, not a gap."


def more(count: int) -> str:
    """Below the first of them, in a 1:1."""
    return f"And {counted(count, 'more example', 'more examples')}."


def told(who: str, end: ChanceEnd | None) -> str:
    """The message to the member: that something was marked or answered, never what."""
    if end is None:
        return f"{who} marked that you had no chance yet for something that the next level asks."
    if end is ChanceEnd.TAKEN_BACK:
        return f"{who} took back a mark: that you had no chance yet for an example."
    return f"You had no chance yet for an example, and {who} answered."


def hint(subject: str) -> str:
    """Over the word of a manager."""
    return f"{subject} reads it. What {possessive(subject)} summary says does not change by it."
