"""What Trellis says on the page of a 1:1, and in the forms of its agenda and notes."""

from datetime import date

from bot.domain.here import Here
from bot.words.dates import weekday
from bot.words.lists import counted

CLOSE, CANCEL, SAVE = "Close", "Cancel", "Save"
AGENDA, NOTES, OWN = "Agenda", "Notes of you both", "Only for you"
PROMPTS, PROMISES = "To talk about", "Promises"
WRITE = "Agenda and notes"
WRITE_OWN = "Write for yourself"
WHY = "Why these?"
AGENDA_HINT = "One line each. You both see it, and either of you can add to it until the 1:1."
NOTES_HINT = "What you two want to remember. A line or two is enough."
FORM_TITLE = "Agenda and notes"
OWN_TITLE = "Only for you"
OWN_LABEL = "What do you want to remember?"
OWN_HINT = "Only you can read it. It stands in no summary."
NO_AGENDA = "Nothing on it yet. Add what you want to bring up, a line is enough."
IS_OVER = "These 1:1s have ended. What you two wrote stays here for you both to read."
PROMISE = "Write down a promise"
KEPT, CHANGE, DROP, WITHDRAW = "Kept", "Change", "Let it go", "Take it back"
NO_PROMISES = "None open. What one of you promises here comes back each time until it is answered."
TAKE_ALONG = "Take them along"
CHANGE_TIME, END_ALL = "Change when you meet", "End these 1:1s"
SAVED = "Saved."
PROMISE_TITLE = "A promise"
WHOSE = "Who promises it?"
ME = "I do"
TEXT = "What exactly?"
TEXT_HINT = "Something that the other can see is done. For example: introduce you to the data team."
SKILL = "Which skill does it help with?"


def title(other: str) -> str:
    """Over the page."""
    return f"1:1 with {other}"


def open_promises(count: int) -> str:
    """Beside the prompts, in a message: how many, and nothing of what."""
    return f"{counted(count, 'promise', 'promises')} between you two {'is' if count == 1 else 'are'} open."


def receipt(other: str) -> str:
    """Who can read what two share (DESIGN 5.3)."""
    return f"You and {other} can read this. Nobody else, and no later manager of either."


def own_receipt() -> str:
    """Who can read what one writes for oneself."""
    return "Only you can read this."


def promise_line(who: str, skill: str | None, made: date, here: Here) -> str:
    """Under a promise: whose, on what skill, since when."""
    of = f"{who}, {skill}" if skill else who
    return f"{of}, in the 1:1 of {weekday(made, here)}"


def whose(other: str, *, is_own: bool) -> str:
    """Who made a promise."""
    return "You" if is_own else other


def left_behind(count: int) -> str:
    """Promises from pairs that ended."""
    many = counted(count, "promise", "promises")
    return f"{many} of yours from 1:1s that ended {'is' if count == 1 else 'are'} still open."


def taken_hint(other: str) -> str:
    """What taking them along means."""
    return f"{other} will be able to read what you take along."


def before(on: date, here: Here) -> str:
    """To the 1:1 before."""
    return f"Before: {weekday(on, here)}"


def after(on: date, here: Here) -> str:
    """To the 1:1 after."""
    return f"Next: {weekday(on, here)}"


def both_wrote(other: str) -> str:
    """Over the form, after two people changed one text at once."""
    return (
        f"{other} saved while you were writing. Both texts stand below, so nothing is lost: put them in "
        "order, and save again."
    )


def no_room(other: str) -> str:
    """The same where there is no room for both."""
    return (
        f"{other} saved while you were writing, and both texts are too long for one box. Theirs is here: "
        "copy what you want to keep into yours, as saving puts yours in its place."
    )


def own_clash() -> str:
    """Over one's own note, after one saved it from another window."""
    return (
        "You saved this from another window meanwhile. Both texts stand below: put them in order, and save."
    )


def own_no_room() -> str:
    """The same where there is no room for both."""
    return (
        "You saved this from another window meanwhile. That text is here: copy what you want to keep, as "
        "saving puts the one below in its place."
    )


def will(other: str) -> str:
    """The other of the two makes the promise."""
    return f"{other} does"
