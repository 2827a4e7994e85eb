"""What Trellis says around a guide; its own sentences stand in the library of prompts."""

from collections.abc import Mapping

from bot.words.lists import counted
from prompts.model import Side

TITLE = "A guide"
LIST_TITLE = "Guides for talks"
CLOSE = "Close"
READ = "Read"
ALL = "All guides"
AVOID = "Leave out"
FOR_THIS_TALK = "A guide for this talk"
FOR_FIRST = "A guide for a first 1:1"
FOR_GROWTH = "Guides for a growth talk"
FOR_SUMMARY = "Guides for this talk"
FOR_SAYING = "A guide for saying it"
FOR_CHOOSING = "A guide for choosing"
ABOUT = "One screen each: what you can say, and what to listen for. Put it in your own words."
OWN_WORDS = "Nobody is told that you read this."
NOTHING_LIKE_IT = "No guide is called like that. These are all there are:"
NONE_HERE = "There are no guides here. Ask whoever runs Trellis to look at what `trellis doctor` says."
FOR: Mapping[Side, str] = {
    Side.MANAGER: "For managers",
    Side.REPORT: "For members",
    Side.BOTH: "For both of you",
}


def whose(side: Side, minutes: int) -> str:
    """Under a guide's title."""
    return f"{FOR[side]}, {counted(minutes, 'minute', 'minutes')}."


def in_list(title: str, side: Side, minutes: int) -> str:
    """A guide in the list of all."""
    return f"{title}\n{whose(side, minutes)}"


def aloud(sentence: str) -> str:
    """Something to say, in quotes."""
    return f"“{sentence}”"


def listen(what: str) -> str:
    """What to listen for, under it."""
    return f"Listen for {what}"
