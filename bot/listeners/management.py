"""Who manages whom: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.domain.ties import Claim
from bot.listeners.calls import Call
from bot.listeners.outcomes import show_outcome
from bot.usecases.management import ask_management, decide_tie, end_tie, ties_for
from bot.usecases.people import introduce
from bot.views import management as views
from bot.views.answers import unpack
from bot.views.kit import Modal
from bot.views.notices import notice
from bot.words import management as words
from storage.choices import Consent
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form and to the answers."""
    app.view(views.FORM)(on_manager_submitted)
    app.action(views.YES)(on_tie_answered)
    app.action(views.NO)(on_tie_answered)
    app.action(views.END)(on_tie_ended)


async def on_manager_word(call: Call) -> None:
    """`/growth manager [@person]`; a mention of nobody leaves the person to be chosen."""
    other = await introduce(call.deps, call.person_id) if call.person_id else None
    await call.show(await _form(call.deps, call.actor, other.id if other else None))


async def _form(deps: Deps, actor: Person, other_id: str | None) -> Modal:
    """The form, with the ties that hold or wait above it."""
    async with deps.read() as workspace:
        held = await ties_for(workspace, actor.id, Consent.CONFIRMED)
        waiting = await ties_for(workspace, actor.id, Consent.ASKED)
    known = [block for seen in held for block in views.tie_blocks(seen, actor.id)]
    known += [block for seen in waiting for block in views.question_blocks(seen, actor.id)]
    has_manager = any(seen.report.id == actor.id for seen in (*held, *waiting))
    claim = None if has_manager else Claim.MY_MANAGER
    return views.manager_form(deps.ids(), other_id, known, claim)


async def on_manager_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Ask them to confirm."""
    other = await ask_management(deps, actor, views.read_manager_form(view))
    await ack(response_action="update", view=notice(words.sent(other.name)).payload)


async def on_tie_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Yes, or no."""
    agrees = action["action_id"] == views.YES
    seen = await decide_tie(deps, actor, str(unpack(action.get("value")).get("tie")), agrees=agrees)
    other = seen.other(actor.id)
    said = words.outcome(other.name, agreed=agrees, is_other_manager=seen.manager.id == other.id)
    await show_outcome(slack, body, said)
    await ack()


async def on_tie_ended(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """It holds no longer, or never did."""
    seen = await end_tie(deps, actor, str(unpack(action.get("value")).get("tie")))
    await show_outcome(slack, body, words.ended(seen.other(actor.id).name))
    await ack()
