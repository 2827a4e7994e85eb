"""Showing a modal from wherever a person is, and renewing one that stands open."""

from collections.abc import Mapping
from typing import Any

import structlog

from bot.domain.ports import Slack, SlackFailure, SlackRefused
from bot.listeners.surfaces import Surface, surface_of
from bot.views.kit import Modal

_log = structlog.get_logger()


async def show_modal(slack: Slack, body: Mapping[str, Any], modal: Modal) -> None:
    """Open a modal, or lay it on top of the one that the press was in."""
    show = slack.push_view if surface_of(body) is Surface.MODAL_ACTION else slack.open_view
    await show(body["trigger_id"], modal.payload)


async def turn_modal(slack: Slack, body: Mapping[str, Any], modal: Modal) -> None:
    """Show a form in the place of the page that the press was in, or open it from anywhere else."""
    if surface_of(body) is Surface.MODAL_ACTION:
        await renew_modal(slack, body["view"], modal)
    else:
        await slack.open_view(body["trigger_id"], modal.payload)


async def renew_modal(slack: Slack, view: Mapping[str, Any], modal: Modal) -> None:
    """Show an open form afresh, unless a quicker press has shown a newer one already."""
    try:
        await slack.update_view(view["id"], modal.payload, view.get("hash"))
    except SlackRefused as refused:
        if refused.code != "hash_conflict":
            raise


async def show_done(slack: Slack, view: Mapping[str, Any], modal: Modal) -> None:
    """Show what an act made of an open page. The act is kept already, so a failure is only logged."""
    try:
        await renew_modal(slack, view, modal)
    except SlackFailure as failure:
        _log.warning("outcome_not_shown", code=failure.code)
