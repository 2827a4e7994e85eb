"""What Trellis says about how many people had no opportunity yet."""

from bot.domain.counts import FEWEST
from bot.words.lists import spelled

OPEN = "Where people had no chance yet"
TITLE = "No chance yet"
CLOSE = "Close"
EVERYBODY = "All together"
REST = "All other kinds of work"
TOO_FEW = "Too few to show."
NO_GROUP = "Too few people have a confirmed level here, so nothing can be shown."
INTRO = (
    "By skill, how many people were marked as having had no opportunity yet: by themselves, or by their "
    "manager. It asks for work that gives a chance, and says nothing of anybody."
)
HOW = (
    f"Only closed quarters, only groups of {spelled(FEWEST)} people or more, in steps of {spelled(FEWEST)}, "
    "without contractors. A small kind of work is counted with the others. What was shown once stays as it "
    "was, whoever joins, leaves or takes a mark back."
)


def quarter(key: str) -> str:
    """Over one quarter."""
    year, _, number = key.partition("-q")
    return f"Quarter {number} of {year}"


def figure(skill: str, at_least: int) -> str:
    """One figure."""
    return f"{skill}: {at_least} people or more"
