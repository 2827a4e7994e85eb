"""A person's Home."""

from collections.abc import Mapping

from bot.domain.home import HomeSeen
from bot.views import kit
from bot.views.answers import pack
from bot.views.given_kudos import given_lines
from bot.views.guides import every_guide
from bot.views.notes import evidence_button
from bot.views.openers import NUDGES_OFF, NUDGES_ON, opener
from bot.views.pairs import talk_button
from bot.views.readers import naming_blocks
from bot.views.reviews import LIST as SAID
from bot.views.steps import home_blocks as step_blocks
from bot.views.waiting import waiting_blocks
from bot.words import home as words
from bot.words import plans as plan_words
from bot.words import readers as reader_words
from storage.choices import Step

IN_STEPS: Mapping[Step, str] = {Step.KUDOS: "kudos", Step.NOTE: "note", Step.SUMMARY: "summary"}
"""What a step offers is not offered a second time beside it."""
MOST_WAITING = 10
MOST_MEETINGS = 5
MOST_GOALS = 5
MOST_NAMING = 5


def home_tab(seen: HomeSeen) -> kit.Home:
    """All of it: what comes next, what waits, what is planned, what was kept."""
    return kit.home(
        [
            kit.header(words.greeting(seen.name)),
            *_standing(seen),
            *_first(seen),
            *_meetings(seen),
            *_plan(seen),
            *_notes(seen),
            *_given(seen),
            *naming_blocks(reader_words.HOME, seen.naming[:MOST_NAMING]),
            *_owned(seen),
            *_lookout(seen),
            *_reminders(seen),
        ]
    )


def _first(seen: HomeSeen) -> list[kit.Block]:
    """What others ask goes before one's own next step."""
    if seen.waiting:
        return [_quick(seen), *_waiting(seen), *step_blocks(seen.step)]
    return [*step_blocks(seen.step), _quick(seen), *_waiting(seen)]


def _standing(seen: HomeSeen) -> list[kit.Block]:
    line = words.standing(seen.where, seen.manager)
    return [kit.context(line)] if line else []


def _quick(seen: HomeSeen) -> kit.Block:
    in_step = IN_STEPS.get(seen.step.step) if seen.step else None
    offered = {**words.QUICK, **(words.FOR_MANAGERS if seen.has_reports else {})}
    return kit.actions(*(opener(word, label) for word, label in offered.items() if word != in_step))


def _waiting(seen: HomeSeen) -> list[kit.Block]:
    blocks = waiting_blocks(seen.waiting, MOST_WAITING) or [kit.section(words.NOTHING_WAITS)]
    return [kit.header(words.WAITING), *blocks]


def _meetings(seen: HomeSeen) -> list[kit.Block]:
    if not seen.meetings:
        is_next = seen.step is not None and seen.step.step is Step.MEETING
        set_up = None if is_next else opener("1on1", words.SET_UP)
        return [kit.header(words.MEETINGS), kit.section(words.NO_MEETINGS, accessory=set_up)]
    lines = [
        kit.section(
            words.meeting(one.who, one.at, seen.here, is_moved=one.is_moved, until=one.until),
            accessory=talk_button(one.pair),
        )
        for one in seen.meetings[:MOST_MEETINGS]
    ]
    left = len(seen.meetings) - len(lines)
    rest = kit.section(words.more_meetings(left), accessory=opener("1on1", words.ALL_MEETINGS))
    return [kit.header(words.MEETINGS), *lines, *([rest] if left else [])]


def _plan(seen: HomeSeen) -> list[kit.Block]:
    lines = [
        plan_words.at_home(one.skill, one.goal.due_on, seen.here, is_late=one.is_late) for one in seen.goals
    ]
    said = "\n".join(lines[:MOST_GOALS]) or plan_words.none_at_home()
    return [kit.header(words.PLAN), kit.section(said, accessory=opener("plan", plan_words.OPEN))]


def _notes(seen: HomeSeen) -> list[kit.Block]:
    if not seen.notes:
        return [kit.header(words.NOTES), kit.section(words.NO_NOTES)]
    lines = [
        kit.section(
            words.note(one.on, one.skills, seen.here, one.by),
            accessory=evidence_button(one.id, words.READ),
        )
        for one in seen.notes
    ]
    return [kit.header(words.NOTES), kit.context(words.note_count(seen.note_count, len(seen.notes))), *lines]


def _given(seen: HomeSeen) -> list[kit.Block]:
    return [kit.header(words.GIVEN), *given_lines(seen.given, seen.here)] if seen.given else []


def _owned(seen: HomeSeen) -> list[kit.Block]:
    if not seen.owned:
        return []
    lines = [
        kit.section(title, accessory=kit.button(SAID, words.SAID, pack(framework=name)))
        for name, title in seen.owned
    ]
    return [kit.header(words.OWNED), *lines, kit.context(words.OWNED_HINT)]


def _lookout(seen: HomeSeen) -> list[kit.Block]:
    if seen.lookout is None:
        return []
    said = words.lookout(seen.lookout.switched_on, seen.lookout.people)
    return [kit.header(words.LEADS), kit.section(said, accessory=opener("admin", words.OPEN_ADMIN))]


def _reminders(seen: HomeSeen) -> list[kit.Block]:
    always = [opener("settings", words.OPEN_SETTINGS), opener("privacy", words.OPEN_PRIVACY)]
    if not seen.is_in_rollout:
        said, buttons = words.NOT_SWITCHED_ON, always
    elif seen.mutes_nudges:
        said, buttons = words.NUDGES_OFF, [kit.button(NUDGES_ON, words.TURN_ON), *always]
    else:
        said, buttons = words.NUDGES_ON, [kit.button(NUDGES_OFF, words.TURN_OFF), *always]
    return [
        kit.divider(),
        kit.context(said),
        kit.context(words.FOR_YOU_ALONE),
        kit.actions(*buttons, opener("faq", words.OPEN_FAQ), every_guide(words.OPEN_GUIDES)),
    ]
