"""What Trellis says around the answers to doubts; the answers stand in the library of prompts."""

from collections.abc import Mapping

from prompts.model import Opens

TITLE = "Questions and doubts"
CLOSE = "Close"
READ = "Read"
ALL = "All questions"
DO = "What to do"
RELATED = "Near to this"
ABOUT = "What people ask, or doubt. The answers are short, and say what Trellis does not do as well."
MEANT = "Did you mean one of these?"
EVERYTHING = "All questions"
NONE_HERE = "There are no answers here. Ask whoever runs Trellis to look at what `trellis doctor` says."
LABEL: Mapping[Opens, str] = {
    Opens.FRAMEWORK: "Skills and levels",
    Opens.KUDOS: "Give kudos",
    Opens.MANAGER: "Say who it is",
    Opens.ME: "My growth",
    Opens.NOTE: "Write a note",
    Opens.PAIRS: "1:1s",
    Opens.PRIVACY: "Who can read what",
    Opens.SUMMARY: "My summary",
}


def guide(title: str) -> str:
    """The button that opens a guide."""
    return f"Guide: {title.strip('“”')}"


def not_sure(said: str) -> str:
    """Above what may be meant."""
    return f"I am not sure what “{said}” is about. {MEANT}"


def nothing_on(said: str) -> str:
    """Above all questions, where none is like it."""
    return f"I have no answer on “{said}”. These are the ones I have; for others, ask a People lead."
