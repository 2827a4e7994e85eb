"""Messages about a single 1:1 that was moved or skipped, and about a pause."""

from bot.deps import Deps
from bot.domain.here import here_of
from bot.domain.letters import Letter, Post
from bot.usecases.deliveries import Reader
from bot.usecases.meetings import told_of
from bot.views.meetings import told_message
from storage.records import Delivery
from storage.session import Workspace


async def changed(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To the other side of the newest change of a 1:1, while it is ahead."""
    done = await told_of(workspace, deps, delivery)
    here = here_of(reader.person.zone if reader.person else None, deps.today())
    return Post(told_message(done, here, delivery.id).payload)
