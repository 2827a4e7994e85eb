"""What Trellis says to People leads."""

from collections.abc import Sequence

from bot.words.lists import counted, listed

TITLE = "Trellis settings"
SAVE = "Save"
CLOSE = "Close"
SAVED_TITLE = "Saved"
SAVED = "Saved. Each change is logged, and shown under privacy to whom it is about."
NEW_LEAD = (
    "You are the first People lead now, as the first workspace owner or admin to open this page. "
    "Everyone can see that under privacy. You can name somebody else below and step back."
)
ROLLOUT = "For whom Trellis is on"
ROLLOUT_HINT = (
    "Trellis writes unasked only to people for whom it is on. Anybody else can use it, "
    "and hears from it at most once, when a colleague thanks or asks them."
)
ADD = "Switch it on for"
ADD_PLACEHOLDER = "Choose people"
ADD_HINT = "Start with one team."
REMOVE = "Switch it off for"
REMOVE_HINT = "Their notes, levels and 1:1s stay as they are."
ROLES = "People leads"
LEAD = "Add a People lead"
LEAD_PLACEHOLDER = "Choose a colleague"
LEAD_HINT = (
    "They see and set what you do here, and every member’s level. They read no notes and no quiet kudos."
)
UNLEAD = "Take the role back from"
CHANNEL = "Kudos channel"
CHANNEL_PLACEHOLDER = "Choose a public channel"
CHANNEL_HINT = "Public kudos are posted here. First invite Trellis: type /invite @Trellis in the channel."
CHANNEL_TRIED = "Public kudos will be posted in this channel. Only you see this line."
HOLIDAYS = "Days off for everybody"
HOLIDAYS_PLACEHOLDER = "2026-12-25"
HOLIDAYS_HINT = (
    "A date a line, or from one to another as 2026-12-24/2026-12-31. What nobody asked for waits on these "
    "days, in every office. Days off of one office or person are theirs to set."
)
LEVELS = "Levels"
PROPOSALS_HINT = "These wait for your word."
FRAMEWORKS = "Frameworks in force"
NO_FRAMEWORKS = "None yet. Begin with one that comes with Trellis, or with a file of your own."
ACTS = "Latest changes"
MOST_NAMES = 30


def switched_on(names: Sequence[str], people: int) -> str:
    """Who is in."""
    if not names:
        return f"It is on for nobody yet, of {counted(people, 'person', 'people')} here."
    head = f"It is on for {len(names)} of {counted(people, 'person', 'people')} here: "
    shown = listed(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return f"{head}{shown}, and {more} more." if more > 0 else f"{head}{shown}."


def placed(count: int, people: int) -> str:
    """How many have a level."""
    return f"{count} of {counted(people, 'person', 'people')} have a confirmed level."


def leads(names: Sequence[str]) -> str:
    """Who they are."""
    return f"Now: {listed(names)}."


def framework(title: str, version: str, owners: Sequence[str]) -> str:
    """One framework."""
    return f"{title} {version}, looked after by {listed(owners) if owners else 'the People leads'}."
