"""What Trellis says to whoever gave kudos, after they were sent."""

from bot.words.lists import listed

TITLE = "Kudos you gave"
CLOSE = "Close"
UNDO = "Undo"
OPEN = "Look at it"
UNDO_HINT = "You can take them back for ten minutes after sending."


def thanked(receivers: tuple[str, ...], day: str) -> str:
    """Above the words."""
    return f"You thanked {listed(receivers)} on {day}:"


def taken_back(receivers: tuple[str, ...]) -> str:
    """After they were taken back: said alike whether or not somebody kept a note, which is theirs to know."""
    have = "has" if len(receivers) == 1 else "have"
    who = receivers[0] if len(receivers) == 1 else "one of them"
    return (
        f"Taken back. {listed(receivers)} no longer {have} these kudos, and their messages go. A note "
        f"that {who} may have made of them stays as it is, and no longer says that you saw it."
    )


def at_home(receivers: tuple[str, ...], day: str) -> str:
    """One line on Home."""
    return f"{day}: to {listed(receivers)}"
