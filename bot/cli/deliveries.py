"""`trellis deliveries`: messages that are owed, unknown or missed."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, at_the_desk, printable, say_json, stop
from bot.words import program as words
from bot.words.program import example

if TYPE_CHECKING:
    from bot.deps import Deps
    from storage.records import Delivery

deliveries = typer.Typer(
    help=words.DELIVERIES,
    epilog=example("trellis deliveries --json"),
)
ID = typer.Argument(metavar="ID", show_default=False, help=words.DELIVERY)


@deliveries.callback(invoke_without_command=True)
def list_deliveries(context: typer.Context, as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Print what is owed, unknown or missed."""
    if context.invoked_subcommand is not None:
        return
    from bot.usecases.deliveries import owed_now
    from bot.words.operating import MORE, NOTHING_OWED, owed
    from storage.choices import DeliveryState
    from storage.deliveries import MOST

    shown = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNKNOWN, DeliveryState.MISSED)
    found = at_the_desk(lambda deps: owed_now(deps, *shown))
    if as_json:
        say_json([_plain(one) for one in found])
    elif not found:
        typer.echo(NOTHING_OWED)
    else:
        for one in found:
            typer.echo(owed(one))
        if len(found) == MOST:
            typer.echo(MORE, err=True)


@deliveries.command(
    help=words.DELIVERIES_SEND, epilog=example("trellis deliveries send 01jzq2v9m8n7b6v5c4x3z2a1s0")
)
def send(delivery_id: Annotated[str, ID]) -> None:
    """Have a message sent after all."""
    from bot.usecases.deliveries import send_again
    from bot.words.operating import WILL_BE_SENT

    _settle(delivery_id, send_again, WILL_BE_SENT)


@deliveries.command(
    help=words.DELIVERIES_DROP, epilog=example("trellis deliveries drop 01jzq2v9m8n7b6v5c4x3z2a1s0")
)
def drop(delivery_id: Annotated[str, ID]) -> None:
    """Give a message up."""
    from bot.usecases import deliveries as usecases
    from bot.words.operating import DROPPED

    _settle(delivery_id, usecases.drop, DROPPED)


def _settle(delivery_id: str, act: Callable[["Deps", str], Awaitable[None]], done: str) -> None:
    from bot.words.operating import no_delivery, settled_already
    from storage.errors import Conflict, NotFound

    try:
        at_the_desk(lambda deps: act(deps, delivery_id))
    except NotFound:
        stop(no_delivery(printable(delivery_id)))
    except Conflict:
        stop(settled_already(printable(delivery_id)))
    typer.echo(done)


def _plain(one: "Delivery") -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "recipient": one.recipient,
        "state": one.state,
        "due_at": one.due_at.isoformat(),
        "attempts": one.attempts,
        "reason": one.reason,
    }
