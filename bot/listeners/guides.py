"""Guides: from the buttons that offer them to the page."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.guides import guides_about, guides_at
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal, show_modal
from bot.views import guides as views
from bot.views.kit import Modal
from bot.words import guides as words


def register(app: AsyncApp) -> None:
    """Listen to the buttons of guides, wherever they stand."""
    app.action(views.OPEN)(on_guide_opened)
    app.action(views.LIST)(on_guides_listed)
    app.action(views.AT)(on_guides_offered)


async def on_guides_word(call: Call, typed: str) -> None:
    """`/growth help guides [words]`."""
    meant = guides_about(call.deps.guides, typed)
    told = words.NOTHING_LIKE_IT if typed else None
    await call.show(views.guides_shown(meant, call.deps.guides, told))


async def on_guide_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], deps: Deps, slack: Slack
) -> None:
    """One guide."""
    name = views.read_guide(action)
    chosen = tuple(guide for guide in deps.guides if guide.id == name)
    await _show(slack, body, views.guides_shown(chosen, deps.guides))
    await ack()


async def on_guides_listed(ack: AsyncAck, body: Mapping[str, Any], deps: Deps, slack: Slack) -> None:
    """All guides."""
    await _show(slack, body, views.guides_shown((), deps.guides))
    await ack()


async def on_guides_offered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], deps: Deps, slack: Slack
) -> None:
    """The guides of the moment that the button stands at."""
    moment, side = views.read_moment(action)
    chosen = guides_at(deps.guides, moment, side) if moment else ()
    await _show(slack, body, views.guides_shown(chosen, deps.guides))
    await ack()


async def _show(slack: Slack, body: Mapping[str, Any], modal: Modal) -> None:
    """From one guide to another in place, since Slack lays no more than three modals on each other."""
    view = body.get("view") or {}
    if view.get("callback_id") in {views.VIEW, views.LIST_VIEW}:
        await renew_modal(slack, view, modal)
    else:
        await show_modal(slack, body, modal)
