"""The first steps: a press opens what the step is about, or skips it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.errors import Invalid
from bot.listeners.admin import on_admin_word
from bot.listeners.beginning import on_framework_step, on_team_step
from bot.listeners.calls import Call, Word
from bot.listeners.kudos import on_kudos_word
from bot.listeners.management import on_manager_word
from bot.listeners.notes import on_note_word
from bot.listeners.pairs import on_pairs_word
from bot.listeners.placements import on_place_step
from bot.listeners.summaries import on_summary_word
from bot.usecases.steps import find_to_meet, skip_steps
from bot.views import steps as views
from storage.choices import Step
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the buttons of a step."""
    app.action(views.TAKE)(on_step_taken)
    app.action(views.SKIP)(on_step_skipped)
    app.action(views.SKIP_ALL)(on_steps_skipped)


async def on_step_taken(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Open what it is about."""
    step = _step(action)
    trigger_id = body["trigger_id"]
    call = Call(deps=deps, slack=slack, actor=actor, trigger_id=trigger_id, people=(), text="")
    await ON_STEP[step](call)
    await ack()


async def on_step_skipped(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps
) -> None:
    """Skip one; in a message, what became of it takes its place and the next step follows."""
    step = _step(action)
    by_message = (body.get("container") or {}).get("type") == "message"
    await skip_steps(deps, actor, step, by_message=by_message)
    await ack()


async def on_steps_skipped(ack: AsyncAck, actor: Person, deps: Deps) -> None:
    """Skip all that are left."""
    await skip_steps(deps, actor, None, by_message=False)
    await ack()


async def on_meeting_step(call: Call) -> None:
    """The form of a 1:1, with whom it is most likely with."""
    async with call.deps.read() as workspace:
        other = await find_to_meet(workspace, call.actor.id)
    await on_pairs_word(replace(call, people=(other.id,) if other else ()))


ON_STEP: Mapping[Step, Word] = {
    Step.LOOK_AFTER: on_admin_word,
    Step.FRAMEWORK: on_framework_step,
    Step.TEAM: on_team_step,
    Step.MANAGER: on_manager_word,
    Step.PLACE: on_place_step,
    Step.MEETING: on_meeting_step,
    Step.KUDOS: on_kudos_word,
    Step.NOTE: on_note_word,
    Step.SUMMARY: on_summary_word,
}


def _step(action: Mapping[str, Any]) -> Step:
    step = views.read_step(action)
    if step is None:
        raise Invalid("not_yours")
    return step
