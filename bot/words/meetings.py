"""What Trellis says about a single 1:1 that is moved or skipped, and about a pause."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.domain.cadence import Rule, zone_or_utc
from bot.domain.here import Here
from bot.domain.meetings import MeetingAct
from bot.words.dates import clock, dated, weekday
from bot.words.pairs import rhythm, zone_name

TITLE = "Move, skip or pause"
OPEN = "Move, skip or pause"
SAVE = "Save"
CLOSE = "Close"
WHICH = "Which 1:1?"
ACT = "What should happen?"
DAY = "To which day?"
TIME = "At what time?"
UNTIL = "Until which day?"
UNTIL_HINT = "From that day on your 1:1 and its prompts go on by themselves. You can end the pause earlier."
HINT = "If that does not suit you, move it again, or talk to each other."

ACTS: Mapping[MeetingAct, str] = {
    MeetingAct.MOVE: "Move it, this once",
    MeetingAct.SKIP: "Skip it, this once",
    MeetingAct.RESTORE: "Put it back to its usual time",
    MeetingAct.PAUSE: "Pause all of them for a while",
    MeetingAct.RESUME: "End the pause now",
}


def heading(other: str, rule: Rule) -> str:
    """Whose 1:1, and its rhythm."""
    return f"Your 1:1 with {other}: {rhythm(rule)}."


def choice(at: datetime, usual: date, here: Here, *, is_moved: bool, is_skipped: bool) -> str:
    """A 1:1 to choose."""
    if is_skipped:
        return f"{weekday(usual, here)} (skipped)"
    return f"{dated(at, here)} (moved)" if is_moved else dated(at, here)


def in_zone(zone: str) -> str:
    """Under the time."""
    return f"In {zone_name(zone)}."


def consequence(act: MeetingAct, other: str) -> str:
    """What will happen if the form is sent as it is."""
    told = f"{other} gets one message about it."
    match act:
        case MeetingAct.MOVE:
            return f"{told} Prompts that were not sent yet come the working day before the new time."
        case MeetingAct.SKIP:
            return (
                f"{told} Neither of you gets prompts for it. To pass over your own prompts alone, press "
                "“Skip this time” there."
            )
        case MeetingAct.RESTORE:
            return told
        case MeetingAct.PAUSE:
            return f"{told} Until then neither of you gets prompts for this 1:1."
        case MeetingAct.RESUME:
            return f"{told} The next prompts come the working day before your next 1:1."


def receipt(other: str) -> str:
    """Who can read it."""
    return f"Who can read this: you and {other}."


def moved(at: datetime, here: Here) -> str:
    """After a move, to who moved it."""
    return f"Moved: it is on {dated(at, here)} now."


def moved_by(who: str, usual: date, at: datetime, here: Here) -> str:
    """To the other side of a move."""
    return f"{who} moved your 1:1 of {weekday(usual, here)}: it is on {dated(at, here)} now."


def skipped_by(who: str, usual: date, following: datetime, here: Here) -> str:
    """To the other side of a skip."""
    return (
        f"{who} skips your 1:1 of {weekday(usual, here)}. The next one is on {dated(following, here)}, and "
        "there are no prompts before that."
    )


def restored_by(who: str, at: datetime, here: Here) -> str:
    """To the other side, after a 1:1 was put back."""
    return f"{who} put your 1:1 back: it is on {dated(at, here)}, as usual."


def paused_by(who: str, until: date, following: datetime, here: Here) -> str:
    """To the other side of a pause."""
    return (
        f"{who} paused your 1:1 until {weekday(until, here)}. The next one is on {dated(following, here)}, "
        "and there are no prompts before that."
    )


def resumed_by(who: str, following: datetime, here: Here) -> str:
    """To the other side, after a pause was ended."""
    return f"{who} ended the pause of your 1:1. The next one is on {dated(following, here)}."


def own_clock(at: datetime, zone: str, here: Here) -> str:
    """For a reader whose clock is another than that of the 1:1."""
    there = at.astimezone(zone_or_utc(zone))
    day = weekday(there.date(), here)
    return f"That is on your clock. In {zone_name(zone)} it is {day}, {clock(there.time())}."


def done(act: MeetingAct, other: str, at: datetime, until: date | None, here: Here) -> str:
    """To who did it; `at` is when the 1:1, or the next one, is."""
    return f"{_done(act, at, until, here)} {other} is told."


def same(at: datetime, here: Here) -> str:
    """After a submission that changed nothing."""
    return f"Nothing changed: it is on {dated(at, here)}."


def changed_meanwhile(said: str) -> str:
    """Above the form, where the other side was quicker."""
    return f"{said} That was while you had this open. Save again if you still want yours."


def _done(act: MeetingAct, at: datetime, until: date | None, here: Here) -> str:
    match act:
        case MeetingAct.MOVE:
            return moved(at, here)
        case MeetingAct.SKIP:
            return f"Skipped. The next one is on {dated(at, here)}."
        case MeetingAct.RESTORE:
            return f"Put back: it is on {dated(at, here)}."
        case MeetingAct.PAUSE if until is not None:
            return f"Paused until {weekday(until, here)}. The next one is on {dated(at, here)}."
        case _:
            return f"The pause is over. The next one is on {dated(at, here)}."
