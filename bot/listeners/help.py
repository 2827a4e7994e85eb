"""Help: from Slack's doors to what is shown."""

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.deps import Deps
from bot.domain.commands import GUIDES
from bot.listeners.calls import Call
from bot.listeners.guides import on_guides_word
from bot.usecases.home import see_help
from bot.views import help as views
from bot.views.kit import Message
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the button that shows all words."""
    app.action(views.MORE)(on_more_asked)


async def on_help_word(call: Call) -> Message | None:
    """`/growth` and `/growth help`; `/growth help guides` opens the list, or the guide that is meant."""
    word, _, rest = call.text.partition(" ")
    if word.casefold() in {GUIDES, GUIDES.removesuffix("s")}:
        await on_guides_word(call, rest.strip())
        return None
    return views.help_message(await see_help(call.deps, call.actor), call.deps.command)


async def on_more_asked(ack: AsyncAck, actor: Person, deps: Deps, respond: AsyncRespond) -> None:
    """The same message with all words; only the person who asked sees it, so no other call can change it."""
    shown = views.help_message(await see_help(deps, actor), deps.command, shows_all=True)
    await respond(replace_original=True, **shown.payload)
    await ack()
