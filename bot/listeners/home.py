"""Home and the buttons that open things, wherever they stand."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.commands import ON_WORD
from bot.listeners.outcomes import show_outcome
from bot.listeners.surfaces import Surface, surface_of
from bot.usecases.home import switch_nudges
from bot.usecases.placements import proposal_for
from bot.views.answers import unpack
from bot.views.notices import page
from bot.views.openers import NUDGES_OFF, NUDGES_ON, open_action, read_opened
from bot.views.placements import question_blocks
from bot.views.waiting import LOOK_AT_PLACEMENT
from bot.words import home as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the buttons of Home and of help."""
    for word in ON_WORD:
        app.action(open_action(word))(on_word_opened)
    app.action(LOOK_AT_PLACEMENT)(on_placement_asked_for)
    app.action(NUDGES_OFF)(on_nudges_switched)
    app.action(NUDGES_ON)(on_nudges_switched)


async def on_word_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A button that does what a word of the slash command does."""
    call = Call(
        deps=deps,
        slack=slack,
        actor=actor,
        trigger_id=body["trigger_id"],
        people=(),
        text="",
        is_on_top=surface_of(body) is Surface.MODAL_ACTION,
    )
    await ON_WORD[read_opened(action)](call)
    await ack()


async def on_placement_asked_for(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A proposal that waits for this person's word."""
    placement_id = str(unpack(action.get("value")).get("placement"))
    async with deps.read() as workspace:
        seen = await proposal_for(workspace, deps, actor.id, placement_id)
    await slack.open_view(body["trigger_id"], page(question_blocks(seen)).payload)
    await ack()


async def on_nudges_switched(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Reminders off, or on again."""
    mutes = action["action_id"] == NUDGES_OFF
    await switch_nudges(deps, actor, mutes=mutes)
    await show_outcome(slack, body, words.SAID_OFF if mutes else words.SAID_ON)
    await ack()
