"""What Trellis says about notes."""

from collections.abc import Mapping

from bot.words.lists import listed
from storage.choices import EvidenceSource

FORM_TITLE = "Write a note"
FORM_SUBMIT = "Save"
CLOSE = "Close"
TEXT = "What happened?"
TEXT_HINT = "What you did, and what it changed."
TEXT_HINT_OF_MESSAGE = "In your own words. Of other people’s messages only the link is kept."
MORE = "Add skills, a date, a link, or share it"
DAY = "When?"
LINK = "Link"
LINK_HINT = "Starts with https://"
REACH = "Who may read it?"
PRIVATE = "Only me"
SKILLS = "Which skills?"
SKILLS_PLACEHOLDER = "Choose up to three"
SKILLS_HINT = "Choose them first: their examples appear below."
SHOWED = "Which examples did it show?"
SHOWED_PLACEHOLDER = "Choose what fits"
ONE_SKILL_PLACEHOLDER = "Choose one"
NO_SKILL_TO_CHOOSE = (
    "There are no skills to choose yet: say where you are, under “My growth”. It is kept all the same."
)
NO_SKILLS = (
    "There are no skills to choose until you say where you are, under “My growth”. "
    "The note is kept all the same."
)
READ_TITLE = "Note"
READ_CLOSE = "Close"
KEPT_TITLES: Mapping[EvidenceSource, str] = {
    EvidenceSource.KUDOS: "Kudos you kept",
    EvidenceSource.FEEDBACK: "Feedback you kept",
}
SHARE_TITLE = "Share this?"
SHARE_NO = "Keep it as it is"
YOU = "you"
GONE = "Something that is no longer among the skills"


def starts(manager: str | None, *, is_shared: bool) -> str:
    """Beside Save, while the rest is folded: who will read it."""
    if not is_shared:
        return "Private: only you can read it."
    return f"Shared with {manager}, your manager." if manager else _shared_with_nobody()


def shared(manager: str | None) -> str:
    """The choice to share."""
    return f"Me and {manager}, my manager" if manager else "Me and my manager"


def shared_description(manager: str | None) -> str | None:
    """Beside the choice to share."""
    return None if manager else "You have no manager here yet"


def receipt(manager: str | None, *, is_shared: bool, writer: str | None = None) -> str:
    """Who will be able to read it; `writer` wrote the words of kudos, and can read those for good."""
    also = f" {writer}, who wrote the words, can read those." if writer else ""
    if not is_shared:
        return f"Who can read this: only you.{also}"
    if manager is None:
        return f"{_shared_with_nobody()}{also}"
    return f"Who can read this: you, and {manager} for as long as {manager} is your manager.{also}"


def manager_changed(manager: str | None) -> str:
    """When the receipt no longer held at Save."""
    now = f"Your manager is now {manager}." if manager else "You have no manager here any more."
    return f"{now} Look at who can read this, then save again. Nothing you typed is lost."


def cut(length: int, most: int) -> str:
    """When more was typed after the command than a note holds."""
    return (
        f"You typed {length:,} characters, and a note holds {most:,}. The rest is not kept: shorten it in "
        "the form, or write a second note."
    )


def of_message(day: str) -> str:
    """Under the words, for a note that begins with a message."""
    return f"From a message of {day}."


def milestones_of(level: str) -> str:
    """The heading over a level's milestones."""
    return f"Milestones: {level}"


def skill_shown(skill: str, behaviour: str) -> str:
    """One line of what a note shows."""
    return f"{skill}: {behaviour}"


def milestone(text: str) -> str:
    """A milestone among what a note shows."""
    return f"Milestone: {text}"


def from_owner(owner: str) -> str:
    """Above somebody else's note."""
    return f"{owner} keeps this as a note."


def dated(day: str, writer: str | None) -> str:
    """When it happened, and who wrote it if that was not the owner."""
    return f"{day}, in the words of {writer}" if writer else day


def witnessed(names: tuple[str, ...]) -> str:
    """Who confirmed the words."""
    return f"Seen by {listed(names)}."


def read_by(names: tuple[str, ...], witnesses: tuple[str, ...]) -> str:
    """Who can read a note now; witnesses read the words alone."""
    also = f" {listed(witnesses)} can read the words." if witnesses else ""
    return f"Who can read this: {listed(names)}.{also}"


def share(manager: str) -> str:
    """The button that shares."""
    return f"Share with {manager}"


def share_sure(manager: str) -> str:
    """Before it is shared: the receipt (DESIGN 5.3)."""
    return (
        f"{manager} can then read all of it for as long as {manager} is your manager. "
        "This cannot be taken back."
    )


def share_manager_changed(manager: str | None) -> str:
    """When the manager was another one by the time of the press."""
    now = f"is now {manager}" if manager else "is nobody here now"
    return f"Your manager {now}, so nothing was shared."


def _shared_with_nobody() -> str:
    return (
        "Who can read this: only you for now, as you have no manager here yet. "
        "Once you have one, you can share it from the note."
    )
