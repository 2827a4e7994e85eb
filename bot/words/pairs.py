"""What Trellis says about 1:1s: their rhythm, the form, the question and the answers."""

from datetime import date, datetime

from bot.domain.cadence import Rule
from bot.domain.here import Here
from bot.domain.pairs import is_elsewhere
from bot.words.dates import WEEKDAYS, clock, dated, moment, weekday
from storage.choices import Cadence, PairKind

LIST_TITLE = "Your 1:1s"
FORM_TITLE = "1:1 prompts"
FORM_ASK = "Ask them"
FORM_SAVE = "Save"
CLOSE = "Close"
OTHER = "With whom?"
OTHER_HINT = "Choose a colleague"
KIND = "What are you to each other?"
CADENCE = "How often?"
WEEKDAY = "On which day?"
TIME = "At what time?"
ZONE = "In whose time?"
YES = "Yes, that works"
NO = "No, thanks"
CHANGE = "Change"
END = "End"
KEEP = "Keep it"
TAKE_BACK = "Take it back"
TALK = "Open"
NEW = "Set up a 1:1"
READ = "Read"
SURE_TITLE = "End these prompts?"
OR_CHANGE = "Would another rhythm suit you better? Change it below, and they are asked."

KINDS = {
    PairKind.MANAGER: "Manager and report",
    PairKind.PEER: "Peers",
    PairKind.MENTOR: "Mentor and mentee",
}
_IN_LIST = {PairKind.MANAGER: ", manager and report", PairKind.MENTOR: ", mentor and mentee"}
CADENCES = {
    Cadence.WEEKLY: "Every week",
    Cadence.BIWEEKLY: "Every two weeks",
    Cadence.MONTHLY: "Once a month",
}
_NTH = ("first", "second", "third", "fourth", "last")


def over(other: str) -> str:
    """In the list, beside the way to what was written."""
    return f"With {other}: ended. What you two wrote is still yours to read."


def zone_name(zone: str) -> str:
    """Berlin time."""
    if zone == "UTC":
        return zone
    return f"{zone.rpartition('/')[2].replace('_', ' ')} time"


def zone_choice(zone: str, *, is_kept: bool) -> str:
    """A zone to choose: the one that the 1:1 has, or one's own."""
    return f"{zone_name(zone)}, as now" if is_kept else f"{zone_name(zone)}, where you are"


def zone_line(zone: str) -> str:
    """Under the time, where there is no choice."""
    return f"In {zone_name(zone)}."


def rhythm(rule: Rule) -> str:
    """every second Tuesday at 10:00, Berlin time."""
    at = f"at {clock(rule.at)}, {zone_name(rule.zone)}"
    day = WEEKDAYS[rule.anchor.weekday()]
    match rule.cadence:
        case Cadence.WEEKLY:
            return f"every {day} {at}"
        case Cadence.BIWEEKLY:
            return f"every second {day} {at}"
        case Cadence.MONTHLY:
            nth = _NTH[(rule.anchor.day - 1) // 7]
            return f"the {nth} {day} of every month {at}"


def consequence(rule: Rule, first: date, here: Here, *, has_pair: bool) -> str:
    """What will happen if the form is sent as it is."""
    start = "Next" if has_pair else "First"
    return (
        f"{_upper(rhythm(rule))}. {start} on {weekday(first, here)}. "
        "Each of you gets two or three things to talk about the working day before."
    )


def nothing_chosen() -> str:
    """In its place while a part is missing."""
    return "Choose a day and a time, and you will see here what happens."


def receipt(other: str | None) -> str:
    """What a pair shows to whom (DESIGN 2: nothing)."""
    who = other or "The other person"
    return (
        f"Who can read what: nothing changes. {who} sees this rhythm. "
        "Your prompts are yours alone, and either of you can end it at any time."
    )


def changed_meanwhile(other: str, rule: Rule | None) -> str:
    """Where the pair is not as the form showed it."""
    if rule is None:
        return f"Your 1:1 with {other} was ended meanwhile. Send this to ask anew."
    return f"This was changed meanwhile: now {rhythm(rule)}. Send yours again if you still want it."


def question(asker: str, rule: Rule, first: date, here: Here) -> str:
    """To the side that is asked."""
    return (
        f"{asker} would like 1:1 prompts with you: {rhythm(rule)}, first on {weekday(first, here)}. "
        "Does that work for you?"
    )


def question_consequence() -> str:
    """Under the question."""
    return (
        "If you say yes, each of you gets two or three things to talk about the working day before. "
        "It lets nobody read more than now, and either of you can end it at any time."
    )


def waiting(other: str, rule: Rule) -> str:
    """A pair that waits for the other side."""
    return f"{other} has not answered yet: {rhythm(rule)}."


def line(other: str, kind: PairKind, rule: Rule) -> str:
    """A pair in a list."""
    return f"{other}{_IN_LIST.get(kind, '')}: {rhythm(rule)}."


def next_meeting(at: datetime, rule: Rule, here: Here, *, is_moved: bool, until: date | None) -> str:
    """When the next 1:1 is on the reader's own clock; `until` is the day up to which they are paused."""
    own = " your time" if is_elsewhere(rule, at, here.zone) else ""
    once = ", moved this once" if is_moved else ""
    said = f"Next: {moment(at, here)}{own}{once}."
    return said if until is None else f"{paused(until, here)} {said}"


def paused(until: date, here: Here) -> str:
    """Of a pair that is paused."""
    return f"Paused until {weekday(until, here)}."


def own_time(at: datetime, here: Here) -> str:
    """For a reader whose clock is another than that of the 1:1."""
    return f"For you that is {dated(at, here)}."


def asked(other: str) -> str:
    """After a question was sent."""
    return f"{other} is asked whether that works. You hear from Trellis when they answer."


def agreed(other: str, rule: Rule, first: date, here: Here) -> str:
    """After a yes."""
    return f"You and {other} get prompts for your 1:1: {rhythm(rule)}. First on {weekday(first, here)}."


def declined(other: str) -> str:
    """After a no."""
    return f"You said no, and {other} has been told. Nothing will come."


def changed(other: str, rule: Rule, following: date, here: Here) -> str:
    """After a change."""
    return (
        f"Your 1:1 with {other} is now {rhythm(rule)}. Next on {weekday(following, here)}. {other} is told."
    )


def same(other: str, rule: Rule) -> str:
    """After a submission that changed nothing."""
    return f"Your 1:1 with {other} stays as it was: {rhythm(rule)}."


def answered(other: str, *, has_agreed: bool, rule: Rule, first: date, here: Here) -> str:
    """To who asked."""
    if not has_agreed:
        return f"{other} would rather not have 1:1 prompts now. Nothing will come."
    return f"{other} said yes to 1:1 prompts: {rhythm(rule)}. First on {weekday(first, here)}."


def changed_by(other: str, rule: Rule, following: date, here: Here) -> str:
    """To the other side of a change."""
    return f"{other} changed your 1:1: now {rhythm(rule)}, next on {weekday(following, here)}."


def changed_hint() -> str:
    """Under it."""
    return "If that does not suit you, change it or end it. Neither needs a reason."


def ended(other: str) -> str:
    """After an end."""
    return f"No more prompts for your 1:1 with {other}. You can set it up again whenever you like."


def sure(other: str) -> str:
    """Before an end."""
    return f"Neither you nor {other} gets prompts for this 1:1 any more. Nothing that you wrote is lost."


def _upper(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
