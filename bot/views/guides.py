"""Guides: one, several for a moment, or all; and the button that offers them."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.views import kit
from bot.views.answers import pack, unpack
from bot.words import guides as words
from prompts.model import Guide, Line, Moment, Side

VIEW, LIST_VIEW = "guide_view", "guides_view"
OPEN, LIST, AT = "guide_open", "guides_list", "guides_at"
MOST = 60


def offer(moment: Moment, side: Side, label: str, delivery: str | None = None) -> kit.Element:
    """A quiet button for the guides of a moment; `delivery` is the message that it stands in."""
    return kit.button(AT, label, pack(moment=moment, side=side, delivery=delivery))


def every_guide(label: str) -> kit.Element:
    """A button for the list of all."""
    return kit.button(LIST, label)


def guide_button(guide: Guide, label: str = words.READ) -> kit.Element:
    """A button for one."""
    return kit.button(OPEN, label, pack(guide=guide.id))


def guides_shown(guides: Sequence[Guide], every: Sequence[Guide], told: str | None = None) -> kit.Modal:
    """One guide at once, several as a list; all where there is none to show."""
    if len(guides) == 1:
        return guide_page(guides[0])
    if guides:
        return guide_list(guides, words.ABOUT, is_all=len(guides) >= len(every))
    return guide_list(every, told or words.ABOUT, is_all=True)


def guide_page(guide: Guide) -> kit.Modal:
    """One guide, on one screen."""
    blocks = [
        kit.header(guide.title),
        kit.context(words.whose(guide.side, guide.minutes)),
        kit.section(guide.why),
        kit.bullets([_step(line) for line in guide.lines], ordered=True),
        kit.paragraph(kit.words(words.AVOID, bold=True)),
        kit.bullets(guide.avoid),
        kit.actions(every_guide(words.ALL)),
        kit.context(words.OWN_WORDS),
    ]
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE)


def guide_list(guides: Sequence[Guide], told: str, *, is_all: bool) -> kit.Modal:
    """Several to choose from."""
    if not guides:
        return kit.modal(LIST_VIEW, words.LIST_TITLE, [kit.section(words.NONE_HERE)], close=words.CLOSE)
    lines = [
        kit.section(words.in_list(one.title, one.side, one.minutes), accessory=guide_button(one))
        for one in guides[:MOST]
    ]
    more = [] if is_all else [kit.actions(every_guide(words.ALL))]
    return kit.modal(LIST_VIEW, words.LIST_TITLE, [kit.section(told), *lines, *more], close=words.CLOSE)


def read_guide(action: Mapping[str, Any]) -> str:
    """The guide that a button names."""
    return str(unpack(action.get("value")).get("guide") or "")


def read_moment(action: Mapping[str, Any]) -> tuple[Moment | None, Side]:
    """The moment and the side that a button names."""
    known = unpack(action.get("value"))
    moment, side = known.get("moment"), known.get("side")
    return Moment(moment) if moment in set(Moment) else None, Side(side) if side in set(Side) else Side.BOTH


def _step(line: Line) -> list[str | kit.Part]:
    said = kit.words(words.aloud(line.say), bold=True)
    return [said, kit.words(f"\n{words.listen(line.listen)}")]
