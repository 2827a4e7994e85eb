"""`trellis deliveries`: messages that are owed, unknown or missed."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, at_the_desk, printable, say_json, stop

if TYPE_CHECKING:
    from bot.deps import Deps
    from storage.records import Delivery

deliveries = typer.Typer(
    help="List messages that are owed, unknown or missed; send or drop one.",
    epilog="Example: trellis deliveries --json",
)
ID = typer.Argument(metavar="ID", show_default=False, help="As `trellis deliveries` shows it.")


@deliveries.callback(invoke_without_command=True)
def list_deliveries(context: typer.Context, as_json: Annotated[bool, AS_JSON] = False) -> None:
    """List messages that are owed, unknown or missed, the oldest first; or send or drop one.

    Unknown: Slack may or may not have taken it, so it is never sent again by itself. Missed: too old to be
    useful when it could go, or its reader did not want it. What a message says is never shown.
    """
    if context.invoked_subcommand is not None:
        return
    from bot.usecases.deliveries import owed_now
    from bot.words.operating import MORE, NOTHING_OWED
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
            typer.echo(_line(one))
        if len(found) == MOST:
            typer.echo(MORE, err=True)


@deliveries.command(epilog="Example: trellis deliveries send 01jzq2v9m8n7b6v5c4x3z2a1s0")
def send(delivery_id: Annotated[str, ID]) -> None:
    """Have a message sent after all, where it is still allowed; a running Trellis sends it within seconds."""
    from bot.usecases.deliveries import send_again
    from bot.words.operating import WILL_BE_SENT

    _settle(delivery_id, send_again, WILL_BE_SENT)


@deliveries.command(epilog="Example: trellis deliveries drop 01jzq2v9m8n7b6v5c4x3z2a1s0")
def drop(delivery_id: Annotated[str, ID]) -> None:
    """Give a message up: it is never sent."""
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


def _line(one: "Delivery") -> str:
    reason = f"  ({one.reason})" if one.reason else ""
    return f"{one.id}  {one.state:<8} {one.due_at:%Y-%m-%d %H:%M}  {one.kind} to {one.recipient}{reason}"


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
