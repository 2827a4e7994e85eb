"""Kudos as their giver sees them after sending."""

from collections.abc import Mapping, Sequence

from bot.domain.given_kudos import GivenLine, GivenSeen
from bot.domain.here import Here
from bot.views import kit
from bot.views.answers import pack, unpack
from bot.words import dates
from bot.words import given_kudos as words
from bot.words import kudos as kudos_words

READ = "kudos_given"
OPEN, UNDO = "given_open", "given_undo"


def given_page(seen: GivenSeen) -> kit.Modal:
    """What was sent, and what may still be done about it."""
    names = tuple(person.name for person in seen.receivers)
    is_public = any(one.is_public for one in seen.kudos)
    return kit.modal(
        READ,
        words.TITLE,
        [
            kit.section(words.thanked(names, dates.day(seen.given_on))),
            kit.quote(seen.kudos[0].text),
            kit.context(kudos_words.seen_skills(seen.skill_titles), kudos_words.reach(is_public=is_public)),
            *_buttons(seen),
        ],
        close=words.CLOSE,
    )


def after_sending(event_id: str | None) -> list[kit.Block]:
    """What may be done about kudos that were just sent; nothing is known of a form that was sent twice."""
    if event_id is None:
        return []
    return [kit.actions(_undo(event_id)), kit.context(words.UNDO_HINT)]


def given_lines(lines: Sequence[GivenLine], here: Here) -> list[kit.Block]:
    """The last kudos on their giver's Home."""
    return [
        kit.section(
            words.at_home(one.receivers, dates.weekday(one.on, here)),
            accessory=kit.button(OPEN, words.OPEN, pack(event=one.event_id)),
        )
        for one in lines
    ]


def read_event(pressed: Mapping[str, object]) -> str:
    """Which kudos a button is about, as a hint."""
    return str(unpack(pressed.get("value")).get("event") or "")


def _buttons(seen: GivenSeen) -> list[kit.Block]:
    return after_sending(seen.event_id) if seen.may_take_back else []


def _undo(event_id: str) -> kit.Element:
    return kit.button(UNDO, words.UNDO, pack(event=event_id))
