"""The message of a week: all 1:1s with reports, each with its prompts behind a button."""

from bot.domain.messages import Kind
from bot.domain.weeks import WeekLine, WeekSeen
from bot.views import kit
from bot.views.answers import pack
from bot.views.openers import opener
from bot.views.pairs import talk_button
from bot.views.why import WHY
from bot.words import home as home_words
from bot.words import messages as message_words
from bot.words import weeks as words

MOST_LINES = 30


def week_message(seen: WeekSeen, delivery: str) -> kit.Message:
    """Who and when, in order, with what to talk about behind a button each."""
    shown = seen.lines[:MOST_LINES]
    left = len(seen.lines) - len(shown)
    return kit.message(
        words.notified(len(seen.lines)),
        [
            kit.header(words.HEADING),
            *(_line(line, seen, delivery) for line in shown),
            *([kit.context(home_words.more_meetings(left))] if left else []),
            kit.actions(
                opener("1on1", home_words.ALL_MEETINGS, delivery=delivery),
                kit.button(WHY, message_words.WHY, pack(delivery=delivery, kind=Kind.WEEK)),
            ),
            kit.context(words.HINT),
        ],
    )


def _line(line: WeekLine, seen: WeekSeen, delivery: str) -> kit.Block:
    said = words.line(line.who, line.at, seen.here, line.promises)
    return kit.section(said, accessory=talk_button(line.pair, delivery, line.on))
