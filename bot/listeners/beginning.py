"""Setting up: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.admin import try_channel
from bot.listeners.calls import Call
from bot.listeners.modals import show_modal
from bot.usecases.admin import check_may_lead, kudos_channel, save_admin
from bot.usecases.frameworks import begin_with_framework, offered_frameworks
from bot.views import beginning as views
from bot.views.kit import Modal
from bot.views.notices import notice
from bot.words import beginning as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the forms, and to the button of the settings."""
    app.action(views.ADD)(on_framework_added)
    app.view(views.FRAMEWORK_FORM)(on_framework_submitted)
    app.view(views.TEAM_FORM)(on_team_submitted)


async def on_framework_step(call: Call) -> None:
    """The first step of a People lead."""
    form = await _framework_form(call.deps, call.actor)
    await call.show(form)


async def on_team_step(call: Call) -> None:
    """The second."""
    await check_may_lead(call.deps, call.actor)
    form = views.team_form(call.deps.ids(), await kudos_channel(call.deps))
    await call.show(form)


async def on_framework_added(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The same form on top of the settings."""
    await show_modal(slack, body, await _framework_form(deps, actor))
    await ack()


async def on_framework_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Publish it."""
    framework = await begin_with_framework(deps, actor, views.read_framework_form(view))
    said = notice(words.in_force(framework.title, deps.command))
    await ack(response_action="update", view=said.payload)


async def on_team_submitted(
    ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Switch it on."""
    draft = views.read_team_form(view)
    await check_may_lead(deps, actor)
    await try_channel(slack, actor, draft)
    await save_admin(deps, actor, draft)
    await ack(response_action="update", view=notice(words.switched_on(len(draft.add))).payload)


async def _framework_form(deps: Deps, actor: Person) -> Modal:
    return views.framework_form(deps.ids(), await offered_frameworks(deps, actor), actor.id)
