"""What Trellis says when somebody has a new manager and shared things with the one before."""

TITLE = "A new manager"
SUBMIT = "Share these"
CLOSE = "Not now"
OPEN = "Choose what to share"
CHOOSE = "What may they read of what you shared before?"
CHOOSE_HINT = "Nothing is chosen beforehand. What you leave out stays as it is."
LATER = "There is no hurry: you find this under “Who can read what” too."


def told(manager: str) -> str:
    """The message to the member."""
    return f"{manager} is your manager now. You choose what they may read of what you shared before."


def told_consequence(manager: str) -> str:
    """Under it."""
    return (
        f"Nothing moves until you choose it. {manager} reads what you share from now on, and whoever managed "
        f"you before reads nothing of yours any more. {LATER}"
    )


def receipt(manager: str) -> str:
    """Who will be able to read it (DESIGN 5.3)."""
    return (
        f"Who can read what you choose: you, and {manager} for as long as {manager} is your manager. This "
        "cannot be taken back for notes and feedback. Open promises wait in your 1:1s: once you have one "
        f"with {manager}, it offers to take them along."
    )


def offered(manager: str) -> str:
    """On the page of who can read what."""
    return f"{manager} cannot read what you shared with the manager before them, until you choose it."


def more(left: int) -> str:
    """Where the list was cut."""
    return f"And {left} older. They stand here once these are shared."


def shared(manager: str) -> str:
    """Once it is done."""
    return f"Shared. {manager} can read these from now on, and nothing else of what was before."


def changed() -> str:
    """Where the manager is another by now."""
    return "Your manager has changed since you opened this, so nothing was shared. Open it again."
