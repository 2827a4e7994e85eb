"""What Trellis says with the prompts for a 1:1."""

from datetime import datetime

from bot.domain.cadence import Rule
from bot.domain.here import Here
from bot.words.dates import clock, moment, weekday
from bot.words.lists import counted
from bot.words.pairs import rhythm
from prompts.choose import Reason, ReasonKind
from prompts.model import SPECIAL, About, Dimension, Occasion, Trigger

WRITE_NOTE = "Write a note"
AGENDA = "Agenda"
SKIP = "Skip this time"
LATER = "Later"
WHY = "Why these?"
TITLE = "For your 1:1"
CLOSE = "Close"
HAPPENED = "Yes, it did"
FELL_OUT = "No"
LAST_HINT = "Only you two see the answer."
OFF = "No prompts for any 1:1"
REGULAR = "It was its turn."

_ABOUT = {
    About.WELLBEING: "how the work sits with you both",
    About.WORK: "the work itself",
    About.GROWTH: "growth",
    About.FEEDBACK: "feedback",
}
_DIMENSION = {
    Dimension.EXPERIENCE: "what was learned at first hand",
    Dimension.INFLUENCE: "what changed for others",
    Dimension.CAPABILITIES: "what was made and done",
}
_SIGN = {
    Trigger.SCOPE: "wider scope",
    Trigger.COACHING: "coaching others",
    Trigger.TRAINING: "training others",
    Trigger.CROSS_FUNCTIONAL: "leading across teams",
    Trigger.OWNERSHIP: "owning an outcome",
}
_OCCASION = {
    Occasion.RETURN_FROM_LEAVE: "You are back after some time away.",
    Occasion.CHANGE_OF_MANAGER: "You and {other} are new to each other as manager and report.",
    Occasion.AFTER_INCIDENT: "It suits the days after an incident.",
    Occasion.AFTER_LAUNCH: "It suits the days after a launch.",
    Occasion.CHANGE_OF_CLUSTER: "You do another kind of work than six weeks ago.",
    Occasion.CHANGE_OF_LANE: "You are on another path than six weeks ago.",
    Occasion.BEFORE_REVIEW: "A review is near.",
    Occasion.AFTER_REVIEW: "A review is just over.",
    Occasion.FRAMEWORK_CHANGED: "What your kind of work asks for changed in the last six weeks.",
    Occasion.QUARTERLY: "It is your first 1:1 of the quarter.",
    Occasion.GOAL_NEAR: "A goal of yours is near its day.",
    Occasion.OPEN_COMMITMENTS: "You two promised each other something that is still open.",
    Occasion.QUIET: "There is no note of yours from the last six weeks. That happens.",
}
_OCCASION_OF_OTHER = {
    Occasion.RETURN_FROM_LEAVE: "{other} is back after some time away.",
    Occasion.CHANGE_OF_CLUSTER: "{other} does another kind of work than six weeks ago.",
    Occasion.CHANGE_OF_LANE: "{other} is on another path than six weeks ago.",
    Occasion.FRAMEWORK_CHANGED: "What the work of {other} asks for changed in the last six weeks.",
    Occasion.GOAL_NEAR: "A goal that {other} shared with you is near its day.",
    Occasion.QUIET: (
        "There is no note from the last six weeks of {other} that you may read. "
        "That says nothing of their work."
    ),
}


def heading(other: str, at: datetime, here: Here) -> str:
    """Who and when, on the reader's own clock."""
    return f"Your 1:1 with {other}: {moment(at, here)}"


def notified(other: str, at: datetime, here: Here, things: int) -> str:
    """In the notification: what the message holds."""
    many = counted(things, "thing", "things")
    return f"{many} to talk about in your 1:1 with {other}, {moment(at, here)}."


def hint() -> str:
    """Under the prompts."""
    return "Pick one, or none. Only you see these."


def did_it_happen(at: datetime, here: Here) -> str:
    """Of the 1:1 before, until one of the two said so."""
    return f"Your 1:1 of {weekday(here.local(at).date(), here)}: did it happen?"


def said_of_last(at: datetime, here: Here, *, happened: bool) -> str:
    """In place of the question."""
    on = weekday(here.local(at).date(), here)
    return f"Your 1:1 of {on} happened." if happened else f"Your 1:1 of {on} did not happen."


def reason(why: Reason, subject: str, other: str, *, is_theirs: bool) -> str:
    """Why a prompt was chosen, from what its reader may read."""
    match why.kind:
        case ReasonKind.FIRST_TALK:
            said = "It suits a first 1:1."
        case ReasonKind.LITTLE_RECORDED:
            whose = f"What you can read of {other}" if is_theirs else "What you wrote down"
            said = f"{whose} in the last six months says little on {_dimension(subject)}."
        case ReasonKind.IN_FOCUS:
            said = f"{other} has a goal on {subject}." if is_theirs else f"You have a goal on {subject}."
        case ReasonKind.OCCASION:
            said = _occasion(why.subject, is_theirs=is_theirs).format(other=other)
        case ReasonKind.SIGN_AHEAD:
            whose = f"A next level for {other}" if is_theirs else "A next level for you"
            said = f"{whose} looks for {_sign(why.subject)}."
        case ReasonKind.NOT_LAST_TIME:
            said = f"Last time did not touch on {_about(why.subject)}."
        case ReasonKind.REGULAR:
            said = REGULAR
    return said


def why_at_all(other: str, rule: Rule) -> str:
    """Why the message came, and how it ends."""
    return (
        f"These come because you and {other} agreed to prompts for your 1:1: {rhythm(rule)}. Either of you "
        "can change that or end it."
    )


def none_yet(other: str, at: datetime, here: Here) -> str:
    """Before they were chosen."""
    return f"Your next 1:1 with {other} is on {moment(at, here)}. Your prompts come the working day before."


def put_off(other: str, until: datetime, here: Here) -> str:
    """In place of prompts that come again."""
    return f"What to talk about with {other} comes again {_on(until, here)}."


def skipped(other: str, at: datetime | None, here: Here) -> str:
    """In place of prompts that were passed over."""
    told = f"Skipped. {other} is told nothing."
    if at is None:
        return told
    return f"{told} The next ones are for {moment(at, here)}."


def _on(at: datetime, here: Here) -> str:
    local = here.local(at)
    return f"today at {clock(local.time())}" if local.date() == here.today else f"on {moment(at, here)}"


def _about(subject: str) -> str:
    return _ABOUT[About(subject)] if subject in set(About) else "this"


def _dimension(subject: str) -> str:
    return _DIMENSION.get(Dimension(subject), subject) if subject in set(Dimension) else subject


def _occasion(subject: str, *, is_theirs: bool) -> str:
    if subject not in SPECIAL:
        return REGULAR
    occasion = Occasion(subject)
    own = _OCCASION[occasion]
    return _OCCASION_OF_OTHER.get(occasion, own) if is_theirs else own


def _sign(subject: str) -> str:
    return _SIGN[Trigger(subject)] if subject in set(Trigger) else "this"
