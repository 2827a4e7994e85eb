"""What Trellis says when kudos are read and kept as a note."""

TITLE = "Kudos"
CLOSE = "Close"
SUBMIT = "Keep as a note"
SKILLS = "Which skills did it show?"
SITUATION = "When and where"
EFFECT = "What it changed"
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
