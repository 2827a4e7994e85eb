"""What Trellis says about one thing that its receiver shows to a People lead."""

from collections.abc import Mapping
from datetime import date

from bot.words.dates import day
from storage.choices import ConcernKind

SHOW = "Show this to a People lead"
TITLE = "Show to a People lead"
SUBMIT = "Show it"
CLOSE = "Cancel"
LEAD = "Whom?"
OPEN = "Open it"
READ_TITLE = "Shown to you"
READ_CLOSE = "Close"
READ_HINT = "This is all that you can read of it. Who showed it sees that you opened it, and on which day."
TAKE_BACK = "Take back"
TAKEN_BACK = "Taken back. Nobody opened it."
HEADING = "What you showed to a People lead"
KINDS: Mapping[ConcernKind, str] = {
    ConcernKind.KUDOS: "kudos",
    ConcernKind.FEEDBACK: "feedback",
    ConcernKind.FEEDBACK_ANSWER: "an answer to feedback",
    ConcernKind.OBSERVATION: "what a manager wrote down",
    ConcernKind.OBSERVATION_ANSWER: "an answer to what was written down",
}


def receipt(writer: str) -> str:
    """Before it is shown (DESIGN 5.3)."""
    return (
        "Who can read this: whom you choose, as long as they are a People lead. They read exactly this, and "
        f"nothing else of yours or of {writer}’s. Trellis tells {writer} nothing; the People lead may speak "
        "with them. You can take it back until it was opened, and you see when that was."
    )


def sent(lead: str) -> str:
    """After it was shown."""
    return f"{lead} is told. You find this under “Who can read what”, and can take it back there until then."


def told(owner: str) -> str:
    """The message to the People lead."""
    return f"{owner} shows you one thing that somebody wrote to them."


def item(kind: ConcernKind, writer: str, receiver: str, on: date) -> str:
    """Above its words."""
    said = KINDS[kind]
    return f"{said[0].upper()}{said[1:]}: from {writer} to {receiver}, {day(on)}."


def line(kind: ConcernKind, lead: str, on: date, opened: date | None) -> str:
    """To its owner."""
    fate = f"opened on {day(opened)}" if opened else "not opened yet"
    return f"{KINDS[kind].capitalize()}, to {lead} on {day(on)}: {fate}."
