"""What Trellis says about the quarterly look at a framework."""

from bot.words.lists import counted, possessive

FORM_TITLE = "Look at the framework"
LIST_TITLE = "What owners said"
SAVE = "Save"
SAVE_NEXT = "Save, next page"
CLOSE = "Close"
OPEN = "Look at it"
EARLIER = "What was said"
COMMENT = "A word on it"
KEEP = "Keep it as it is"
REWORD = "Reword it"
RETIRE = "Retire it"
INTRO = (
    "Skip what you have no view on. Owners of this framework and People leads can read what you say here; "
    "nothing changes until somebody publishes a new version."
)
NOTHING = "Nothing has been said yet. Owners are asked once a quarter."
WHY = "You get this once a quarter because you look after this framework."


def verdict(word: str) -> str:
    """A verdict in a list."""
    return {"keep": KEEP, "reword": REWORD, "retire": RETIRE}[word]


def nudge(title: str, skills: int) -> str:
    """The quarterly message."""
    return (
        f"Does the {title} framework still say what good work looks like here? "
        f"{counted(skills, 'skill', 'skills')}, about ten minutes."
    )


def listed_review(owner: str, quarter: str) -> str:
    """Over one owner's answers."""
    year, _, number = quarter.partition("-q")
    return f"{possessive(owner)} look, quarter {number} of {year}"


def answer(title: str, said: str) -> str:
    """One verdict."""
    return f"{title}: {said.lower()}"
