"""Kudos as their giver sees them after sending."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.feedback import LONGEST_PART
from bot.domain.given_kudos import Details, GivenLine, GivenSeen
from bot.domain.here import Here
from bot.domain.notes import LONGEST_LINK
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.kept_kudos import told_parts
from bot.words import dates
from bot.words import given_kudos as words
from bot.words import kudos as kudos_words

READ, FORM = "kudos_given", "kudos_details"
OPEN, UNDO, ADD = "given_open", "given_undo", "given_add"


def given_page(seen: GivenSeen) -> kit.Modal:
    """What was sent, and what may still be done about it."""
    names = tuple(person.name for person in seen.receivers)
    is_public = any(one.is_public for one in seen.kudos)
    return kit.modal(
        READ,
        words.TITLE,
        [
            kit.section(words.thanked(names, dates.day(seen.given_on))),
            *told_parts(seen.kudos[0]),
            kit.context(kudos_words.seen_skills(seen.skill_titles), kudos_words.reach(is_public=is_public)),
            *_buttons(seen),
        ],
        close=words.CLOSE,
    )


def after_sending(event_id: str | None) -> list[kit.Block]:
    """What may be done about kudos that were just sent; nothing is known of a form that was sent twice."""
    if event_id is None:
        return []
    return [kit.actions(_add(event_id), _undo(event_id)), kit.context(words.UNDO_HINT)]


def details_form(seen: GivenSeen) -> kit.Modal:
    """What may be added, with what was added before."""
    names, first = tuple(person.name for person in seen.receivers), seen.kudos[0]
    link = kit.text_box("given_link", initial=first.link, max_length=LONGEST_LINK)
    return kit.modal(
        FORM,
        words.ADD,
        [
            kit.quote(first.text),
            _detail("situation", words.SITUATION, first.situation),
            _detail("effect", words.EFFECT, first.effect),
            kit.input_block("link", words.LINK, link, hint=words.LINK_HINT, optional=True),
            kit.context(words.details_receipt(names, is_public=any(one.is_public for one in seen.kudos))),
        ],
        submit=words.SAVE,
        close=words.CLOSE,
        private_metadata=pack(event=seen.event_id),
    )


def read_details(view: Mapping[str, Any]) -> tuple[str, Details]:
    """What was typed, and to which kudos."""
    answers = Answers.of(view)
    typed = Details(
        situation=answers.text("situation"), effect=answers.text("effect"), link=answers.text("link")
    )
    return str(unpack(view.get("private_metadata")).get("event") or ""), typed


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
    return after_sending(seen.event_id) if seen.may_take_back else [kit.actions(_add(seen.event_id))]


def _detail(field: str, label: str, said: str | None) -> kit.Block:
    box = kit.text_box("given_detail", multiline=True, initial=said, max_length=LONGEST_PART)
    return kit.input_block(field, label, box, optional=True)


def _add(event_id: str) -> kit.Element:
    return kit.button(ADD, words.ADD, pack(event=event_id))


def _undo(event_id: str) -> kit.Element:
    return kit.button(UNDO, words.UNDO, pack(event=event_id))
