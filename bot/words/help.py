"""What Trellis says about its own words."""

from collections.abc import Mapping

ABOUT = "Trellis keeps what you and others saw of your growth, and helps you talk about it."
WAITING = "Waiting for you"
MORE = "More words"
ALSO = "All of this is on Trellis’s Home page too, without typing."

FIRST: Mapping[str, tuple[str, str]] = {
    "kudos": ("Give kudos", "thank a colleague, and say what it showed"),
    "note": ("Write a note", "keep something you did, in under twenty seconds"),
    "ask": ("Ask for feedback", "put one question to up to five colleagues"),
    "1on1": ("1:1s", "set up a 1:1 and get something to talk about the day before"),
    "me": ("My growth", "where you are, and what comes next"),
}
MORE_WORDS: Mapping[str, tuple[str, str]] = {
    "summary": ("Summary", "what your notes and kudos say, with those behind every line"),
    "feedback": ("Give feedback", "tell a colleague what to continue and what to try, between you two"),
    "check": ("Quarterly check", "you and your manager each mark what was seen, then talk where you differ"),
    "plan": ("My plan", "where you want to go, and goals with a date"),
    "framework": ("Skills and levels", "what your kind of work asks for, with examples"),
    "manager": ("Manager", "say who your manager is, or who reports to you"),
    "settings": ("My settings", "when Trellis may write to you and about what, and your days off"),
    "faq": ("Questions and doubts", "short answers, such as on “paperwork” or “pay”, and what to do"),
    "privacy": ("Privacy", "who can read what, and who opened yours"),
    "my-data": ("My data", "all that Trellis holds of you, to take along or to erase"),
}
GUIDES = ("Guides for talks", "what to say, and what to listen for, in a talk that is hard to begin")
FOR_MANAGERS: Mapping[str, tuple[str, str]] = {
    "observe": ("What I saw", "write down what you saw a report do; they read it at once and can answer"),
}
FOR_LEADS: Mapping[str, tuple[str, str]] = {
    "admin": ("Settings", "for whom Trellis is on, People leads, the kudos channel, days off for all"),
}

LINE = "`{command} {word}`: {does}."
"""One word and what it does, as markup."""


def not_understood(said: str, guess: str | None, command: str) -> str:
    """After a word that is none: never silence."""
    if guess:
        return f"I don’t know “{said}”. Did you mean `{command} {guess}`?"
    return f"I don’t know “{said}”. Type `{command} help` to see what you can do."
