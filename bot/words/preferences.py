"""What Trellis says about a person's own settings."""

from collections.abc import Mapping

from bot.words.dates import days
from storage.choices import DigestMode
from storage.types import Days

TITLE = "My settings"
SAVE = "Save"
CLOSE = "Close"
HOURS = "When Trellis may write to you"
AWAY = "When you are away"
REMINDERS = "Reminders"
ANNOUNCING = "Kudos"

QUIET_FROM = "Quiet from"
QUIET_FROM_HINT = "From this time on, what you did not ask for waits."
QUIET_UNTIL = "Quiet until"
QUIET_UNTIL_HINT = "What waited comes from then on. The same time twice means no quiet hours."
WORKDAYS = "On which days do you work?"
WORKDAYS_HINT = "On other days what you did not ask for waits."
DAYS_OFF = "Your days off"
DAYS_OFF_HINT = "Untick what no longer holds."
FIRST = "Add days off: the first day"
FIRST_HINT = "Leave, a holiday: what you did not ask for waits, and a 1:1 on such a day brings no prompts."
LAST = "The last day"
LAST_HINT = "For a single day you can leave this empty."
SNOOZE = "Nothing until"
SNOOZE_HINT = (
    "Whatever you did not ask for waits until that day. Kudos, and answers to what you do, still come."
)
ALL = "Which reminders?"
ALL_ON = "Those that are ticked below"
ALL_OFF = "None at all"
ALL_OFF_HINT = "Prompts for your 1:1s still come while they are ticked"
KINDS = "Which of these do you want?"
KINDS_HINT = "What you untick stays off until you tick it again."
DIGEST = "How should reminders come?"
DIGESTS: Mapping[DigestMode, str] = {
    DigestMode.WHEN_THREE: "One by one, and in one message where three wait",
    DigestMode.DAILY: "In one message, once a day",
    DigestMode.NEVER: "Each by itself",
}
DIGEST_AT = "At what time of day?"
DIGEST_AT_HINT = "For reminders once a day."
ANNOUNCED = "May kudos for you be public?"
UNANNOUNCED = "Don’t announce me: kudos for me stay between two"
ANNOUNCED_HINT = (
    "They are never posted, and only you two can read them. Whoever gives you some reads so before sending. "
    "Those that were public before stay so, but are posted no more."
)
GIVING = "How should kudos that you give begin?"
STARTS_QUIET = "Quiet, just between two"
STARTS_PUBLIC = "For everyone"
GIVING_HINT = "You can choose anew each time. If you want no announcing yourself, they begin quiet."
WRITING = "While you write"
HINTS = "Hints on wording"
HINTS_ON = "Tell me when a text says more about a person than about what they did"
HINTS_HINT = "Only you see a hint, and it is kept nowhere."
RECEIPT = (
    "Who can read this: you alone. Others notice one thing: whoever gives you kudos reads whether they can "
    "be public."
)
SAVED = "Saved. From now on Trellis writes to you by these settings."


def off(one: Days) -> str:
    """One time off."""
    return days(one.first, one.last)
