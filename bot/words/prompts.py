"""What Trellis says with the prompts for a 1:1."""

from datetime import datetime

from bot.domain.cadence import Rule
from bot.domain.here import Here
from bot.words.dates import moment
from bot.words.lists import counted
from bot.words.pairs import rhythm
from prompts.choose import Reason, ReasonKind
from prompts.model import About, Dimension

WRITE_NOTE = "Write a note"
SKIP = "Skip this time"
WHY = "Why these?"
TITLE = "For your 1:1"
CLOSE = "Close"

_ABOUT = {
    About.WELLBEING: "how the work sits with you both",
    About.WORK: "the work itself",
    About.GROWTH: "growth",
    About.FEEDBACK: "feedback",
}
_DIMENSION = {
    Dimension.EXPERIENCE: "what was learned at first hand",
    Dimension.INFLUENCE: "what changed for others",
    Dimension.CAPABILITIES: "what was made and done",
}


def heading(other: str, at: datetime, here: Here) -> str:
    """Who and when, on the reader's own clock."""
    return f"Your 1:1 with {other}: {moment(at, here)}"


def notified(other: str, at: datetime, here: Here, things: int) -> str:
    """In the notification: what the message holds."""
    many = counted(things, "thing", "things")
    return f"{many} to talk about in your 1:1 with {other}, {moment(at, here)}."


def hint() -> str:
    """Under the prompts."""
    return "Pick one, or none. Only you see these."


def reason(why: Reason, subject: str, other: str, *, is_theirs: bool) -> str:
    """Why a prompt was chosen, from what its reader may read."""
    match why.kind:
        case ReasonKind.FIRST_TALK:
            return "It suits a first 1:1."
        case ReasonKind.LITTLE_RECORDED:
            whose = f"What you can read of {other}" if is_theirs else "What you wrote down"
            return f"{whose} in the last six months says little on {_dimension(subject)}."
        case ReasonKind.NOT_LAST_TIME:
            return f"Last time did not touch on {_about(why.subject)}."
        case ReasonKind.REGULAR:
            return "It was its turn."


def why_at_all(other: str, rule: Rule) -> str:
    """Why the message came, and how it ends."""
    return (
        f"These come because you and {other} agreed to prompts for your 1:1: {rhythm(rule)}. Either of you "
        "can change that or end it."
    )


def none_yet(other: str, at: datetime, here: Here) -> str:
    """Before they were chosen."""
    return f"Your next 1:1 with {other} is on {moment(at, here)}. Your prompts come the working day before."


def skipped(other: str, at: datetime | None, here: Here) -> str:
    """In place of prompts that were passed over."""
    told = f"Skipped. {other} is told nothing."
    if at is None:
        return told
    return f"{told} The next ones are for {moment(at, here)}."


def _about(subject: str) -> str:
    return _ABOUT[About(subject)] if subject in set(About) else "this"


def _dimension(subject: str) -> str:
    return _DIMENSION.get(Dimension(subject), subject) if subject in set(Dimension) else subject
