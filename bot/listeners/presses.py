"""A button that comes back proves that its message arrived (DESIGN 6.3), whatever it was about."""

from collections.abc import Mapping
from typing import Any

from bot.deps import Deps
from bot.usecases.deliveries import settle_press
from bot.usecases.home import settle_at_home
from bot.views.answers import unpack
from storage.records import Person


async def settle_pressed(deps: Deps, actor: Person, body: Mapping[str, Any]) -> None:
    """Settle the delivery that a pressed button names, in a message or on Home; all else costs nothing."""
    container = body.get("container") or {}
    is_home = (body.get("view") or {}).get("type") == "home"
    if body.get("type") != "block_actions" or not (is_home or container.get("type") == "message"):
        return
    for action in body.get("actions") or ():
        delivery = unpack(action.get("value")).get("delivery")
        if isinstance(delivery, str) and is_home:
            await settle_at_home(deps, actor, delivery)
        elif isinstance(delivery, str):
            channel, ts = str(container.get("channel_id")), str(container.get("message_ts"))
            await settle_press(deps, delivery, actor.id, channel, ts)
