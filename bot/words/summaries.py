"""What Trellis says around a summary; its own lines stand in words/summary.py."""

from collections.abc import Sequence
from datetime import date

from bot.words.dates import days
from bot.words.lists import counted, listed, possessive

TITLE = "Summary"
SOURCES_TITLE = "What it rests on"
REPLY_TITLE = "Your reply"
SEND = "Send"
CLOSE = "Close"
STRENGTHS = "What stands out"
GAPS = "Where there is room"
QUESTION = "To talk about next"
NEXT = "Next page"
BACK = "Previous page"
NOTES = "Notes"
OPEN = "Open it"
REPLY = "Reply"
SHARE_YES = "Share"
REPLY_LABEL = "What would you like to add or correct?"
REPLY_HINT = "It stands with this summary from now on. You can change it later by replying again."
GONE = "These notes are no longer here, or not shared with you any more."
ONLY_YOU = "Only you see this. It includes your private notes; nobody is told that you asked."
NOT_SCORED = "No score, no rank, no decision: only what was noted, and what was not."


def heading(subject: str, first: date, last: date, *, is_own: bool) -> str:
    """Over a summary."""
    whose = "Your growth" if is_own else f"{possessive(subject)} growth"
    return f"{whose}, {days(first, last)}"


def who_reads(others: Sequence[str]) -> str:
    """Who has a joint summary beside the reader."""
    return (
        f"{listed(['You', *others])} read this same text. It rests only on notes that the member shared with "
        "their manager."
    )


def share(manager: str) -> str:
    """The button that has the joint summary made."""
    return f"Share with {manager}"


def share_title() -> str:
    """Above the question before sharing."""
    return "Share?"


def share_sure(manager: str) -> str:
    """Before sharing."""
    return (
        f"{manager} and you both get a summary of the same time, made only from notes that you share with "
        "them. Private notes stay out."
    )


def sources(number: int) -> str:
    """The button at a line."""
    return f"{NOTES} ({number})"


def source(on: str, witnesses: tuple[str, ...]) -> str:
    """Under one note."""
    seen = (
        f"Confirmed by {listed(tuple(dict.fromkeys(witnesses)))}."
        if witnesses
        else "Not confirmed by anybody else."
    )
    return f"{on}. {seen}"


def observed(on: str, author: str, kind: str) -> str:
    """Under what a manager saw; `kind` says whether to keep doing it."""
    return f"{on}, in the words of {author}. {kind}."


def in_check(on: str, author: str) -> str:
    """Under what somebody said of a skill in a quarterly check."""
    return f"{on}, in the words of {author}, in the quarterly check."


def replied(subject: str, *, is_own: bool) -> str:
    """Over the member's reply."""
    return "Your reply" if is_own else f"{possessive(subject)} reply"


def page(number: int, of: int) -> str:
    """At the foot of a long summary."""
    return f"Page {number} of {of}"


def shared(other: str, first: date, last: date, *, is_mine: bool) -> str:
    """The DM to the other side of a joint summary."""
    if is_mine:
        return (
            f"{other} asked for a summary of your growth, {days(first, last)}. You both read the same text."
        )
    return f"{other} shared a summary of their growth with you, {days(first, last)}."


def ready(subject: str, first: date, last: date, *, is_own: bool) -> str:
    """The DM to who asked in a channel."""
    whose = "your growth" if is_own else f"{possessive(subject)} growth"
    return f"The summary of {whose}, {days(first, last)}, is ready."


def counts(shown: int, emerging: int, nothing: int) -> str:
    """Standing in numbers, which a DM may carry."""
    return (
        f"{counted(shown, 'example', 'examples')} shown, {emerging} emerging, "
        f"{nothing} with nothing recorded."
    )


def sent_to_you() -> str:
    """In the channel, to the asker alone."""
    return "I have sent it to you."


def mention_help(command: str) -> str:
    """In the channel, to the asker alone, when a mention was not understood."""
    return f"Here I answer “summary @person”. For everything else, type `{command} help`."
