"""What Trellis says to whoever gave kudos, after they were sent."""

from bot.words.lists import listed

TITLE = "Kudos you gave"
CLOSE = "Close"
UNDO = "Undo"
ADD = "Add details"
SAVE = "Save"
SITUATION = "When and where was it?"
EFFECT = "What did it change?"
LINK = "Link"
LINK_HINT = "Starts with https://"
OPEN = "Open"
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


def details_receipt(receivers: tuple[str, ...], *, is_public: bool) -> str:
    """Who will be able to read what is added."""
    who = (
        "everyone who can read these kudos" if is_public else f"{listed(receivers)}, each in theirs, and you"
    )
    if not is_public and len(receivers) == 1:
        who = f"{receivers[0]}, you, and whoever else can read these kudos"
    return f"Who can read this: {who}. Nobody gets a message, and a note that was kept before stays as it is."


def added(receivers: tuple[str, ...]) -> str:
    """After details were added."""
    open_it = "opens these kudos or keeps" if len(receivers) == 1 else "open these kudos or keep"
    return f"Added. It is there when {listed(receivers)} {open_it} them as a note."
