"""What Trellis says when kudos are read and kept as a note."""

from bot.words.lists import listed

TITLE = "Kudos"
CLOSE = "Close"
SUBMIT = "Keep as a note"
SKILLS = "Which skills did it show?"
SITUATION = "When and where"
EFFECT = "What it changed"
TOGETHER = "Were others about the same thing?"
TOGETHER_HINT = "Tick them to keep one note: each giver stands for their own words, and reads no others."
OPEN_NOTE = "Open the note"
ALREADY_KEPT = "You have kept this as a note."
KEPT_TWICE = "You have kept these kudos already, so nothing was changed."


def thanked(giver: str, receiver: str | None, day: str) -> str:
    """Above the words; `receiver` is None for the reader."""
    return f"{giver} thanked {receiver or 'you'} on {day}:"


def invitation() -> str:
    """Above the form."""
    return "Keep it as a note and it counts toward your growth. The words stay as they are."


def detailed(giver: str) -> str:
    """When the giver added something while the form stood open."""
    return f"{giver} has just added to these kudos. Read them as they are now, then keep them."


def added_later(giver: str) -> str:
    """Under kudos that were kept, where their giver added something after that."""
    return f"{giver} added to these kudos after you had kept them. Your note stays as you kept it."


def other(giver: str, day: str) -> str:
    """Other kudos that may be about the same thing."""
    return f"{giver}, {day}"


def also_read_by(givers: tuple[str, ...]) -> str:
    """Who else can read their own words of a note that is made of several kudos."""
    if len(givers) == 1:
        return f"{givers[0]}, who wrote what you ticked, can read that."
    return f"{listed(givers)}, who wrote what you ticked, can read that, each their own."
