"""What Trellis says about asking for feedback, and about declining."""

from datetime import date

from bot.domain.asks import MOST_ASKED, OPEN_FOR
from bot.domain.here import Here
from bot.words.dates import day, weekday
from bot.words.lists import listed, spelled

FORM_TITLE = "Ask for feedback"
FORM_SUBMIT = "Ask"
CLOSE = "Close"
PEOPLE = "Whom do you ask?"
PEOPLE_PLACEHOLDER = "Choose colleagues"
PEOPLE_HINT = f"Up to {spelled(MOST_ASKED)}. Each answers by themselves, and sees none of the others."
QUESTION = "What would you like to know?"
QUESTION_HINT = (
    "The narrower, the better the answer: “What made my handover easy or hard to follow?” rather than "
    "“How am I doing?”"
)
SKILL = "Which skill is it about?"
BY = "By when?"
BY_HINT = "If the day matters. Trellis reminds them once, and you need not."
ANSWER = "Answer"
NOT_NOW = "Not now"
TAKE_BACK = "Take it back"
TAKE_BACK_TITLE = "Take it back?"
TAKE_BACK_SURE = "Who has not answered yet no longer can, and is not told. What was answered stays yours."
TAKE_BACK_NO = "Leave it"
DECLINE_TITLE = "Not now"
DECLINE_SUBMIT = "Not now"
DECLINE_WORD = "A line for them, if you like"
READ_DECLINE = "Read their line"
DECLINED_TITLE = "Not now"


def receipt() -> str:
    """Who will be able to read it (DESIGN 5.3)."""
    return (
        "Who can read this: you and those you ask. What they answer is for you, and you may show it to your "
        f"manager. After {OPEN_FOR.days} days a question ends by itself, and nobody is told."
    )


def cut(length: int, most: int) -> str:
    """When more was typed after the command than a question holds."""
    return (
        f"You typed {length:,} characters, and a question holds {most:,}. The rest is not kept: shorten it "
        "in the form before you send it."
    )


def sent(names: tuple[str, ...]) -> str:
    """After Ask."""
    return f"Asked: {listed(names)}. You hear from Trellis as soon as one of them answers."


WAITING = "Questions of yours that wait"


def waits_for(names: tuple[str, ...], asked_on: date) -> str:
    """Under a question of one's own that is still open."""
    return f"Waits for {listed(names)}, since {day(asked_on)}."


def asked(asker: str, by: date | None, here: Here) -> str:
    """The DM to somebody who is asked: our words only (DESIGN 5.10)."""
    return (
        f"{asker} asks for your feedback, by {weekday(by, here)}."
        if by
        else f"{asker} asks for your feedback."
    )


def asked_hint(asker: str) -> str:
    """Under it."""
    return f"Two lines are enough. “Not now” is fine too, and {asker} is told so kindly."


def reminder(asker: str) -> str:
    """The one reminder."""
    return f"{asker} asked for your feedback some days ago. Do you have two lines for them?"


def waits(asker: str) -> str:
    """On Home, while it waits."""
    return f"{asker} asks for your feedback."


def asks_you(asker: str) -> str:
    """Above the question."""
    return f"{asker} asks you:"


def about(skill: str | None, by: date | None, here: Here) -> str | None:
    """Under the question: the skill, and the day by which an answer is of most use."""
    said = [f"It is about {skill}." if skill else "", f"By {weekday(by, here)}, if you can." if by else ""]
    return " ".join(part for part in said if part) or None


def decline_intro(asker: str) -> str:
    """In the form that declines."""
    return f"{asker} is told that you cannot take this on just now, once and kindly. You need not say why."


def decline_receipt(asker: str) -> str:
    """Who will be able to read the line."""
    return f"Who can read this: you and {asker}."


def decline_said(asker: str) -> str:
    """After it."""
    return f"Done. {asker} is told, and you are not reminded."


def declined(person: str) -> str:
    """The DM to the asker."""
    return f"{person} cannot take on your question for feedback just now."


def declined_hint() -> str:
    """Under it."""
    return "That says nothing about you: people have much to do. Somebody else may have seen it too."


def line_of(person: str) -> str:
    """Above the line of somebody who declined."""
    return f"{person} wrote:"
