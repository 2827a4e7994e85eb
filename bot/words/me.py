"""What Trellis says to somebody about themselves."""

from datetime import date

from bot.words.dates import day

TITLE = "My growth"
CLOSE = "Close"
NOW = "Where I am"
NEXT = "Toward what comes next"
PLAN = "Where I want to go"
NOTES = "Notes of the last six months"
PLACE = "Say where I am"
PLACE_AGAIN = "Propose a change"
SUMMARY = "My summary"
FRAMEWORK = "Skills and levels"
NOT_PLACED = (
    "Say which kind of work you do and which level fits. It takes a minute, and then Trellis can show "
    "what growth looks like from here."
)
NO_NOTES = "Nothing noted yet. A line about something you did is enough to begin."
ONLY_YOU = "Only you see this page."


def place(where: str, since: date, scope: str) -> str:
    """A confirmed placement."""
    said = f"{where}, since {day(since)}."
    return f"{said} {scope.rstrip('.')}." if scope else said


def waits(where: str) -> str:
    """A proposal."""
    return f"Proposed: {where}. It waits to be confirmed."


def manager(name: str | None, command: str) -> str:
    """Who the manager is."""
    if name:
        return f"Your manager here: {name}."
    return f"No manager yet. Say who it is with `{command} manager`."
