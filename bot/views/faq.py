"""Answers to doubts: one with what to do about it, or all to choose from."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.faq import FaqSeen
from bot.views import kit
from bot.views.answers import pack, unpack
from bot.views.guides import guide_button
from bot.views.openers import opener
from bot.words import faq as words
from prompts.model import Answer

VIEW = "faq_view"
READ, LIST = "faq_read", "faq_list"
MOST = 80


def faq_page(seen: FaqSeen) -> kit.Modal:
    """The page."""
    blocks = _answer(seen, seen.answer) if seen.answer else _every(seen)
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE)


def read_named(action: Mapping[str, Any]) -> str:
    """The answer that a button names."""
    return str(unpack(action.get("value")).get("answer") or "")


def _answer(seen: FaqSeen, answer: Answer) -> list[kit.Block]:
    return [
        kit.header(answer.title),
        kit.section(answer.text),
        kit.paragraph(kit.words(words.DO, bold=True)),
        kit.section(answer.do),
        kit.actions(*_ways(seen, answer)),
        *([kit.divider(), kit.paragraph(kit.words(words.RELATED, bold=True))] if seen.near else []),
        *_lines(seen.near),
    ]


def _ways(seen: FaqSeen, answer: Answer) -> list[kit.Element]:
    opens = [opener(answer.opens, words.LABEL[answer.opens])] if answer.opens else []
    guide = [guide_button(seen.guide, words.guide(seen.guide.title))] if seen.guide else []
    return [*opens, *guide, kit.button(LIST, words.ALL)]


def _every(seen: FaqSeen) -> list[kit.Block]:
    if not seen.every:
        return [kit.section(words.NONE_HERE)]
    said = kit.clamp(seen.typed, 40)
    if seen.near:
        near = {one.id for one in seen.near}
        rest = [one for one in seen.every if one.id not in near]
        heading = kit.paragraph(kit.words(words.EVERYTHING, bold=True))
        told = kit.section(words.not_sure(said))
        return [told, *_lines(seen.near), kit.divider(), heading, *_lines(rest)]
    return [kit.section(words.nothing_on(said) if said else words.ABOUT), *_lines(seen.every)]


def _lines(answers: Sequence[Answer]) -> list[kit.Block]:
    return [
        kit.section(one.title, accessory=kit.button(READ, words.READ, pack(answer=one.id)))
        for one in answers[:MOST]
    ]
