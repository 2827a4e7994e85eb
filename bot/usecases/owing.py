"""Owing a message: written with its cause, in the same transaction (DESIGN 6.3)."""

from datetime import datetime

from bot.deps import Deps
from bot.domain.messages import MANNERS, PRIORITY, Kind
from storage.deliveries import NewDelivery, add_deliveries, ever_owed
from storage.session import Workspace


def owed(
    deps: Deps, kind: Kind, recipient: str, cause: str, *, occurrence: str = "", due: datetime | None = None
) -> NewDelivery:
    """A message to owe from now, or from `due`."""
    return NewDelivery(
        id=deps.ids(),
        kind=kind,
        recipient=recipient,
        cause=cause,
        occurrence=occurrence,
        priority=PRIORITY[MANNERS[kind].message_class],
        due_at=due or deps.today(),
    )


async def owe(workspace: Workspace, deps: Deps, *messages: NewDelivery) -> None:
    """Owe messages, each once."""
    await add_deliveries(workspace, messages, deps.today())


async def owe_home(workspace: Workspace, deps: Deps, *people: str) -> None:
    """Show people their Home afresh, those who ever looked at it: others see it when they open it."""
    lookers = await ever_owed(workspace, Kind.HOME, people)
    ordered = [person for person in dict.fromkeys(people) if person in lookers]
    await owe(workspace, deps, *(owed(deps, Kind.HOME, person, deps.ids()) for person in ordered))
