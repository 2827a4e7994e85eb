"""What Trellis says about the quarterly check."""

from collections.abc import Mapping

from bot.words.lists import counted
from storage.choices import CheckMarked

TITLE = "Quarterly check"
CLOSE = "Close"
NEXT = "Save and go on"
LAST = "Hand it in"
MARK = "Mark mine"
LOOK = "See where we differ"
SKIP = "Not this quarter"
SKIPPED = "Left out. Nobody is told, and the next quarter begins anew."
PLACEHOLDER = "Choose"
MARKS: Mapping[CheckMarked, str] = {
    CheckMarked.SEEN: "Seen",
    CheckMarked.NOT_YET: "Not yet",
    CheckMarked.NO_OPPORTUNITY: "No opportunity yet",
}
WORD = "Where it is not yet: what is missing?"
WORD_HINT = "A line is enough. The other reads it once you have both handed in."
DIFFER = "Where you differ"
NO_DIFFERENCE = "You saw the same everywhere. What would you both like to see next?"
OPPORTUNITY = "Where there was no opportunity"
OPPORTUNITY_HINT = (
    "That is a task and no gap: it waits for the manager in your next 1:1. Which piece of work could "
    "give one?"
)
AGREE = "Where you agree"
NEXT_STEP = "Agree on one or two next steps"
ADD_GOAL = "Add a goal"
ADD_PROMISE = "Promise something"
GOAL_HINT = "One or two things to try until the next check are plenty: a goal, or a promise for your 1:1s."


def intro(other: str, *, is_subject: bool, target: str | None) -> str:
    """Above the first page."""
    what = f"what {target} asks beyond today" if target else "what these skills ask"
    whose = "you have" if is_subject else "they have"
    return (
        f"Mark {what}, as far as {whose} shown it. You and {other} do this alone, and see each other’s once "
        "both are in. It takes about fifteen minutes, and each page is saved."
    )


def progress(page: int, of: int, skill: str) -> str:
    """Over a page."""
    return f"{page} of {of}: {skill}"


def receipt(other: str) -> str:
    """Who will be able to read it."""
    return f"Who can read this: only you, until you have both handed in. Then you and {other}."


def waits(other: str) -> str:
    """Handed in, while the other side is not."""
    return (
        f"Handed in. You both see each other’s once {other} has handed in too; there is nothing more to do."
    )


def asked(other: str) -> str:
    """The other side is in: a message and a line on Home."""
    return f"{other} marked the quarterly check that you two share."


def asked_hint(other: str) -> str:
    """Under that message."""
    return (
        f"Mark yours alone: you see what {other} marked once yours is in. If it does not fit this quarter, "
        "leave it out; nobody is told."
    )


def ready(other: str) -> str:
    """Both are in."""
    return f"You and {other} have both marked the quarterly check."


def one_difference() -> str:
    """Beside a skill with one difference."""
    return "One difference: a short talk."


def many_differences(count: int) -> str:
    """Beside a skill with more."""
    return f"{counted(count, 'difference', 'differences')}: you may be reading the words differently."


def owners_hint() -> str:
    """What becomes of that."""
    return "The owners of these skills learn in how many checks this happened, if there are four or more."


def side(who: str, mark: CheckMarked) -> str:
    """One side's mark."""
    return f"{who}: {MARKS[mark].casefold()}"


YOU = "You"


def said(who: str, word: str) -> str:
    """One side's words on a skill."""
    return f"{who}: {word}"


def agreement(seen: int, not_yet: int) -> str:
    """How often both said the same."""
    return f"Both seen: {seen}. Both not yet: {not_yet}."


def in_reviews(count: int) -> str:
    """To the owner of a skill, in the quarterly look."""
    return f"In {count} checks last quarter, two people read this skill differently."
