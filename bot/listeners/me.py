"""One's own page."""

from bot.listeners.calls import Call
from bot.usecases.me import look_at_myself
from bot.views.me import me_page


async def on_me_word(call: Call) -> None:
    """`/growth me`."""
    mine = await look_at_myself(call.deps, call.actor)
    await call.show(me_page(mine, call.deps.command))
