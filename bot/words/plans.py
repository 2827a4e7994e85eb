"""What Trellis says about where somebody wants to go, and about their goals."""

from collections.abc import Mapping
from datetime import date

from bot.domain.here import Here
from bot.words.dates import day, weekday
from bot.words.lists import listed
from storage.choices import GoalEnd

TITLE = "My plan"
CLOSE = "Close"
CANCEL = "Cancel"
DIRECTION = "Where I want to go"
GOALS = "Goals"
CLOSED = "Closed goals"
WRITE = "Write three lines"
CHANGE = "Change"
ADD = "Add a goal"
END = "Close it"
SAVE = "Save"
MORE, NEXT, ONE_DAY = "What I want more of", "What I want next", "What I want one day"
NO_DIRECTION = (
    "Nothing written yet. Three short lines are enough: what you want more of, what you want next, and what "
    "you want one day."
)
NO_GOALS = "None yet. One is enough: what you will do, how anyone would see that it is done, and by when."
DIRECTION_TITLE = "Where I want to go"
MORE_HINT = "For example: more work with customers, fewer fire drills."
NEXT_HINT = "Within a year, say."
ONE_DAY_HINT = "It binds nobody, and you can change it at any time."
GOAL_TITLE = "A goal"
TEXT = "What will you do?"
TEXT_HINT = "A project, something to practise, a talk, working beside somebody."
SIGN = "What will be seen when it is done?"
SIGN_HINT = "Something that another person could see and point at."
SKILL = "Which skill does it grow?"
DUE = "By when?"
REACH = "Who may read it?"
END_TITLE = "Close this goal"
HOW = "How did it go?"
LEARNED = "What did you learn?"
LEARNED_HINT = "A line is enough. Who could read the goal can read this."
ENDS: Mapping[GoalEnd, str] = {
    GoalEnd.REACHED: "I reached it",
    GoalEnd.CHANGED: "It became something else",
    GoalEnd.DROPPED: "I let it go",
}
ENDED: Mapping[GoalEnd, str] = {
    GoalEnd.REACHED: "reached",
    GoalEnd.CHANGED: "became something else",
    GoalEnd.DROPPED: "let go",
}
SAVED = "Saved."
OPEN = "Open my plan"


def title_of(owner: str | None) -> str:
    """Over a plan; `owner` is None for the reader's own."""
    return f"{owner}’s plan" if owner else TITLE


def not_all(owner: str) -> str:
    """Under somebody else's plan."""
    return f"{owner} shared this with you. There may be more that they keep to themselves."


def receipt(manager: str | None) -> str:
    """Who will be able to read it, for either choice (DESIGN 5.3)."""
    if manager is None:
        return "Only you can read it for now, as you have no manager here yet."
    return (
        f"Private: only you. Shared: you, and {manager} for as long as {manager} is your manager. "
        "You can make it private again; what was read by then is known."
    )


def read_by(others: tuple[str, ...], *, is_owners: bool, is_shared: bool) -> str:
    """Who can read one part of it now beside its owner: the manager, if they still manage, and readers."""
    if not is_owners:
        return "Shared with you."
    if not is_shared:
        return "Only you can read this."
    return f"{listed(['You', *others])} can read this." if others else "Only you can read this now."


def goal_line(skill: str | None, due: date, here: Here, *, is_late: bool) -> str:
    """Under a goal: its skill and its day."""
    when = weekday(due, here)
    by = f"was to be done by {when}" if is_late else f"by {when}"
    return f"{skill}, {by}" if skill else f"{by[0].upper()}{by[1:]}"


def sign_line(sign: str) -> str:
    """What will be seen when it is done."""
    return f"Done when: {sign}"


def ended_line(end: GoalEnd, on: date, skill: str | None) -> str:
    """How a goal was closed."""
    said = f"{ENDED[end][0].upper()}{ENDED[end][1:]} on {day(on)}"
    return f"{said}, for {skill}" if skill else said


def learned_line(learned: str) -> str:
    """What was learned."""
    return f"Learned: {learned}"


def at_home(skill: str | None, due: date, here: Here, *, is_late: bool) -> str:
    """A goal on Home, without its words."""
    what = f"A goal on {skill}" if skill else "A goal"
    when = weekday(due, here)
    return f"{what}: its day was {when}" if is_late else f"{what}, by {when}"


def none_at_home() -> str:
    """On Home, before there is a goal."""
    return "No goal yet. One goal with a date is enough to steer by."


def goal_waits(count: int) -> str:
    """Goals whose day has passed."""
    if count == 1:
        return "A goal of yours is past its day. Close it, or give it a new one."
    return f"{count} goals of yours are past their day. Close them, or give them a new one."
