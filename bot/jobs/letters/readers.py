"""Messages to readers whom members name."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.usecases.deliveries import Reader
from bot.usecases.readers import naming_for
from bot.views.notices import explained
from bot.views.readers import told_message
from storage.records import Delivery
from storage.session import Workspace


async def named(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To somebody named, while it holds."""
    message = told_message(await naming_for(workspace, deps, delivery.recipient, delivery.cause), delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)
