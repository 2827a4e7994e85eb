"""A single 1:1 moved or skipped, and a pause: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.here import here_of
from bot.domain.ports import Slack
from bot.listeners.modals import renew_modal, turn_modal
from bot.usecases.meetings import MeetingMoved, change_meeting, open_meetings
from bot.views import meetings as views
from bot.views.notices import notice
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form."""
    app.action(views.OPEN)(on_meeting_opened)
    for action in views.TURNED:
        app.action(action)(on_meeting_turned)
    app.view(views.FORM)(on_meeting_submitted)


async def on_meeting_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Move, skip or pause."""
    desk = await open_meetings(deps, actor, views.read_pair(action))
    form = views.first_form(desk, actor, deps.ids())
    await turn_modal(slack, body, views.meeting_form(form))
    await ack()


async def on_meeting_turned(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A choice in the open form changes what it asks, and what it says will happen."""
    view = body["view"]
    desk = await open_meetings(deps, actor, views.read_meeting_form(view).pair_id)
    await renew_modal(slack, view, views.meeting_form(views.turned_form(desk, actor, view)))
    await ack()


async def on_meeting_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save; where the other side was quicker, the form comes back with what they did and what was typed."""
    draft = views.read_meeting_form(view)
    try:
        done = await change_meeting(deps, actor, draft)
    except MeetingMoved:
        desk = await open_meetings(deps, actor, draft.pair_id)
        shown = views.meeting_form(views.turned_form(desk, actor, view))
        await ack(response_action="update", view=shown.payload)
    else:
        said = views.done_words(done, here_of(actor.zone, deps.today())) if done else ""
        await (ack(response_action="update", view=notice(said).payload) if done else ack())
