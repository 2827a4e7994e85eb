"""What Trellis says with all 1:1s of a manager's week."""

from datetime import datetime

from bot.domain.here import Here
from bot.words.dates import moment
from bot.words.lists import counted

HEADING = "Your 1:1s with reports this week"
HINT = "This takes the place of a message before each. Your reports get their own prompts. Only you see this."


def notified(count: int) -> str:
    """In the notification."""
    many = counted(count, "1:1", "1:1s")
    return f"{many} with your reports this week, with something to talk about in each."


def line(who: str, at: datetime, here: Here, promises: int) -> str:
    """A 1:1 of the week, on the reader's own clock, and how many promises are open."""
    said = f"{who}: {moment(at, here)}"
    return f"{said}. {counted(promises, 'open promise', 'open promises')}." if promises else said
