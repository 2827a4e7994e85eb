"""What Trellis says to those who are asked whether they saw it, and to who asks."""

from collections.abc import Sequence

from bot.words.lists import listed

ASK = "Ask who saw it"
CHANGE = "Change the text"
ASK_TITLE = "Ask who saw it"
CHANGE_TITLE = "Change the text"
SUBMIT = "Ask them"
SAVE = "Save"
CLOSE = "Close"
PEOPLE = "Who saw it?"
PEOPLE_HINT = "Up to five. Each confirms for themselves, and sees nobody else’s answer."
RECEIPT = (
    "They read this text and nothing else of yours. You hear of each who confirms; who does not answer need "
    "give no reason."
)
TEXT = "The text"
CHANGE_HINT = "Nobody has confirmed new words yet, so all who had, or were asked, are asked again."
TITLE = "Did you see this?"
LOOK = "Look"
READ = "Read it"
YES = "Yes, I saw it"
NO = "Rather not"
TAKE_BACK = "Take it back"
CONSEQUENCE = (
    "If you confirm it, your name stands beside this text wherever it is read. You see nothing else of the "
    "note, and a changed text asks you again. A “rather not” is told to nobody."
)
CONFIRMED = "You confirmed this text. You can take that back at any time; nobody is told why."
SAID_YES = "Thank you. Your name stands beside this text."
SAID_NO = "That is settled. Nobody is told, and you are not asked about this note again."
ASKED_NOW = "Asked. Each gets one message."
CHANGED_NOW = "Saved."


def asked(owner: str) -> str:
    """The question, without the words it is about."""
    return f"{owner} asks whether you saw something that they noted."


def asked_hint(owner: str) -> str:
    """Under the question."""
    return f"You read that one text, and {owner} hears only if you confirm it."


def confirmed(witness: str) -> str:
    """To the owner."""
    return f"{witness} confirmed something that you noted."


def from_owner(owner: str) -> str:
    """Over the text."""
    return f"{owner} noted:"


def waits_for(names: Sequence[str]) -> str:
    """To the owner: who was asked and stands beside the text not yet."""
    return f"Asked, not confirmed so far: {listed(names)}."
