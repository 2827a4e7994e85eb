"""`/growth`: every word, and an answer to what is none."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.commands import Meant, understand
from bot.domain.ports import Slack
from bot.errors import Invalid
from bot.listeners.admin import on_admin_word
from bot.listeners.asks import on_ask_word
from bot.listeners.calls import Call, Word
from bot.listeners.checks import on_check_word
from bot.listeners.faq import on_faq_word
from bot.listeners.feedback import on_feedback_word
from bot.listeners.frameworks import on_framework_word
from bot.listeners.help import on_help_word
from bot.listeners.kudos import on_kudos_word
from bot.listeners.management import on_manager_word
from bot.listeners.me import on_me_word
from bot.listeners.notes import on_note_word
from bot.listeners.observations import on_observe_word
from bot.listeners.pairs import on_pairs_word
from bot.listeners.plans import on_plan_word
from bot.listeners.preferences import on_settings_word
from bot.listeners.privacy import on_privacy_word
from bot.listeners.rights import on_my_data_word
from bot.listeners.summaries import on_summary_word
from bot.usecases.people import find_named
from bot.views.help import not_understood
from storage.records import Person

ON_WORD: Mapping[str, Word] = {
    "admin": on_admin_word,
    "ask": on_ask_word,
    "faq": on_faq_word,
    "feedback": on_feedback_word,
    "framework": on_framework_word,
    "help": on_help_word,
    "kudos": on_kudos_word,
    "manager": on_manager_word,
    "my-data": on_my_data_word,
    "note": on_note_word,
    "observe": on_observe_word,
    "me": on_me_word,
    "1on1": on_pairs_word,
    "check": on_check_word,
    "plan": on_plan_word,
    "privacy": on_privacy_word,
    "settings": on_settings_word,
    "summary": on_summary_word,
}


def register(app: AsyncApp, command: str) -> None:
    """Listen to the slash command."""
    app.command(command)(on_command)


async def on_command(ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack) -> None:
    """Open what the word opens, or answer for the caller's eyes only."""
    typed = understand(body.get("text") or "")
    if typed.word is None:
        await ack(response_type="ephemeral", **not_understood(typed.said, typed.guess, deps.command).payload)
        return
    call = Call(
        deps=deps,
        slack=slack,
        actor=actor,
        trigger_id=body["trigger_id"],
        people=tuple([await _person(deps, one) for one in typed.people]),
        text=typed.rest,
    )
    said = await ON_WORD[typed.word](call)
    if said is None:
        await ack()
    else:
        await ack(response_type="ephemeral", **said.payload)


async def _person(deps: Deps, meant: Meant) -> str:
    if meant.id is not None:
        return meant.id
    found = await find_named(deps, meant.name or "")
    if found is None:
        raise Invalid("name_unknown", name=meant.name)
    return found.id
