"""What Trellis says when kudos are read and kept as a note."""

TITLE = "Kudos"
CLOSE = "Close"
SUBMIT = "Keep as a note"
SKILLS = "Which skills did it show?"
OPEN_NOTE = "Open the note"
ALREADY_KEPT = "You have kept this as a note."
KEPT_TWICE = "You have kept these kudos already, so nothing was changed."


def thanked(giver: str, receiver: str | None, day: str) -> str:
    """Above the words; `receiver` is None for the reader."""
    return f"{giver} thanked {receiver or 'you'} on {day}:"


def invitation() -> str:
    """Above the form."""
    return "Keep it as a note and it counts toward your growth. The words stay as they are."
