"""What stands in a block and answers: buttons, selects, boxes, pickers.

Names and values are ids of ours and must fit; words are cut to fit. Options beyond what Slack takes are left
off, so a view that may hold more offers a way to narrow them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from typing import Any, Literal

import slackblocks as sb

from bot.views.kit.text import body, is_web_link, one_line, plain, several_lines

Element = sb.Element
OptionGroup = sb.OptionGroup
Confirm = sb.ConfirmationDialogue

MOST_OPTIONS = 100
MOST_BOXES = 10
MOST_IN_OVERFLOW = 5
LONGEST_ANSWER = 3000
_LABEL = 75
_PLACEHOLDER = 150


class Option(sb.Option):
    """An option that is written once: a form shows hundreds, and the library writes each three times."""

    def __init__(self, value: str, label: str, description: str | None) -> None:
        hint = None if description is None else plain(description, _LABEL)
        super().__init__(text=plain(label, _LABEL), value=value, description=hint)
        self._written: dict[str, Any] = super()._resolve()

    def _resolve(self) -> dict[str, Any]:
        return self._written


@lru_cache(maxsize=2048)
def option(value: str, label: str, description: str | None = None) -> Option:
    """One choice: our value (1 to 150 characters), and what is read."""
    if not value:
        raise ValueError("an option needs a value")
    return Option(value, label, description)


def option_groups(groups: Mapping[str, Sequence[Option]]) -> list[OptionGroup]:
    """Options under headings; a heading without options is left out."""
    return [
        OptionGroup(plain(label, _LABEL), list(options[:MOST_OPTIONS]))
        for label, options in groups.items()
        if options
    ][:MOST_OPTIONS]


def confirm(
    title: str, text: str, yes: str, no: str, style: Literal["primary", "danger"] | None = None
) -> Confirm:
    """The question asked before an act is carried out."""
    return Confirm(plain(title, 100), body(text, 300), plain(yes, 30), plain(no, 30), style)


def button(
    action_id: str,
    label: str,
    value: str | None = None,
    style: Literal["primary", "danger"] | None = None,
    url: str | None = None,
    confirm: Confirm | None = None,
) -> Element:
    """A button. A `url` that is no web link is left off; a link button still sends its action."""
    return sb.Button(
        text=plain(label, _LABEL),
        action_id=action_id,
        value=value,
        style=style,
        url=url if url and is_web_link(url) else None,
        confirm=confirm,
    )


def text_box(
    action_id: str,
    *,
    multiline: bool = False,
    initial: str | None = None,
    max_length: int = LONGEST_ANSWER,
    placeholder: str | None = None,
) -> Element:
    """A box to write in; `initial` is what it holds already."""
    return sb.PlainTextInput(
        action_id=action_id,
        multiline=multiline,
        initial_value=several_lines(initial, max_length) if initial and initial.strip() else None,
        max_length=max_length,
        placeholder=_placeholder(placeholder),
    )


def select(
    action_id: str,
    options: Sequence[Option] | Sequence[OptionGroup],
    *,
    initial: str | None = None,
    placeholder: str | None = None,
) -> Element:
    """One of up to 100 options, or of 100 groups; `initial` is a value, ignored where it is not offered."""
    plain_options, groups = _sorted_out(options)
    menu = sb.StaticSelectMenu(
        action_id=action_id,
        options=plain_options,
        option_groups=groups,
        placeholder=_placeholder(placeholder),
    )
    # Set afterwards: with groups the constructor wants a group here, which Slack refuses.
    menu.initial_option = next(iter(_chosen(options, {initial} if initial else ())), None)
    return menu


def one_of(action_id: str, options: Sequence[Option]) -> Element:
    """One option: all in sight where Slack takes as many, else in a menu."""
    return radio(action_id, options) if len(options) <= MOST_BOXES else select(action_id, options)


def multi_select(
    action_id: str,
    options: Sequence[Option] | Sequence[OptionGroup],
    *,
    initial: Collection[str] = (),
    most: int | None = None,
    placeholder: str | None = None,
) -> Element:
    """Up to `most` of the options; `initial` holds values, those not offered are ignored."""
    plain_options, groups = _sorted_out(options)
    menu = sb.StaticMultiSelectMenu(
        action_id=action_id,
        options=plain_options,  # type: ignore[arg-type]  # None is taken, and needed beside groups
        option_groups=groups,
        max_selected_items=most,
        placeholder=_placeholder(placeholder),
    )
    # Set afterwards: with groups the constructor wants groups here, which Slack refuses.
    menu.initial_options = [*_chosen(options, initial)[:most]] or None
    return menu


def user_select(action_id: str, *, initial: str | None = None, placeholder: str | None = None) -> Element:
    """One person."""
    return sb.UserSelectMenu(action_id=action_id, initial_user=initial, placeholder=_placeholder(placeholder))


def multi_user_select(
    action_id: str,
    *,
    initial: Sequence[str] = (),
    most: int | None = None,
    placeholder: str | None = None,
) -> Element:
    """Several people."""
    return sb.UserMultiSelectMenu(
        action_id=action_id,
        initial_users=list(initial)[:most] or None,
        max_selected_items=most,
        placeholder=_placeholder(placeholder),
    )


def channel_select(action_id: str, *, initial: str | None = None, placeholder: str | None = None) -> Element:
    """One public channel."""
    return sb.ChannelSelectMenu(
        action_id=action_id, initial_channel=initial, placeholder=_placeholder(placeholder)
    )


def radio(action_id: str, options: Sequence[Option], *, initial: str | None = None) -> Element:
    """One of up to ten options, all in sight."""
    shown = list(options[:MOST_BOXES])
    chosen = next(iter(_chosen(shown, {initial} if initial else ())), None)
    return sb.RadioButtonGroup(action_id=action_id, options=_as_library(shown), initial_option=chosen)


def checkboxes(action_id: str, options: Sequence[Option], *, initial: Collection[str] = ()) -> Element:
    """Any of up to ten options, all in sight."""
    shown = list(options[:MOST_BOXES])
    chosen = _as_library(_chosen(shown, initial)) or None
    return sb.CheckboxGroup(action_id=action_id, options=_as_library(shown), initial_options=chosen)


def date_picker(action_id: str, *, initial: date | None = None, placeholder: str | None = None) -> Element:
    """A day."""
    return sb.DatePicker(
        action_id=action_id,
        initial_date=initial.isoformat() if initial else None,
        placeholder=_placeholder(placeholder),
    )


def time_picker(action_id: str, *, initial: time | None = None, placeholder: str | None = None) -> Element:
    """A time of day, in hours and minutes."""
    return sb.TimePicker(
        action_id=action_id,
        initial_time=initial.strftime("%H:%M") if initial else None,
        placeholder=_placeholder(placeholder),
    )


def overflow(action_id: str, options: Sequence[Option]) -> Element:
    """Up to five acts behind three dots."""
    return sb.OverflowMenu(action_id=action_id, options=_as_library(options[:MOST_IN_OVERFLOW]))


def _placeholder(text: str | None) -> sb.PlainText | None:
    return sb.PlainText(one_line(text, _PLACEHOLDER)) if text else None


def _sorted_out(
    options: Sequence[Option] | Sequence[OptionGroup],
) -> tuple[list[sb.Option] | None, list[OptionGroup] | None]:
    groups = [found for found in options[:MOST_OPTIONS] if isinstance(found, OptionGroup)]
    if groups:
        return None, groups
    return [found for found in options[:MOST_OPTIONS] if isinstance(found, Option)], None


def _chosen(options: Sequence[Option] | Sequence[OptionGroup], values: Collection[str]) -> list[sb.Option]:
    wanted = set(values)
    if not wanted:
        return []
    offered: list[sb.Option] = []
    for found in options[:MOST_OPTIONS]:
        offered += found.options if isinstance(found, OptionGroup) else [found]
    return [found for found in offered if found.value in wanted]


def _as_library(options: Sequence[sb.Option]) -> list[sb.Option]:
    return list(options)
