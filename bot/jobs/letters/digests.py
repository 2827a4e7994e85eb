"""Several reminders in one message."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.domain.messages import NUDGES, Kind
from bot.domain.waiting import Waiting, What
from bot.errors import NotFoundForYou
from bot.usecases.calm import gather, leave_out
from bot.usecases.deliveries import Reader, Render
from bot.views import kit
from bot.views.waiting import waiting_blocks
from bot.views.why import digest_message
from storage.records import Delivery
from storage.session import Workspace


async def digest(
    workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader, write: Render
) -> Letter:
    """A line and a button for each: of what waited, and of what may never have arrived."""
    lines = []
    for item in await gather(workspace, deps, delivery, reader.known):
        line = await _line(workspace, deps, item, reader, write)
        if line is None:
            await leave_out(workspace, deps, item)
        else:
            lines.append(line)
    if not lines:
        raise NotFoundForYou("not_yours")
    return Post(digest_message(lines).payload)


async def _line(
    workspace: Workspace, deps: Deps, item: Delivery, reader: Reader, write: Render
) -> kit.Block | None:
    if item.kind not in NUDGES:
        return _lost(item)
    letter = await write(workspace, deps, item, reader)
    return kit.in_a_line(kit.Message(payload=dict(letter.message))) if isinstance(letter, Post) else None


def _lost(item: Delivery) -> kit.Block:
    what = Waiting(
        what=What.MESSAGE, id=item.cause, since=item.due_at, delivery=item.id, kind=Kind(item.kind)
    )
    return waiting_blocks([what], 1)[0]
