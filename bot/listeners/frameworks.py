"""Reading a framework: from Slack's doors to the page."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.errors import Invalid
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal, show_modal
from bot.usecases.frameworks import Reading, read_framework
from bot.views import frameworks as views
from bot.views.kit import Modal
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the page's choices."""
    app.action(views.OPEN)(on_framework_opened)
    app.action(views.CLUSTER)(on_framework_turned)
    app.action(views.LOOK)(on_framework_turned)


async def on_framework_word(call: Call) -> None:
    """`/growth framework [cluster]`."""
    reading = await read_framework(call.deps, call.actor, call.text.casefold() or None)
    if call.text and reading.framework is None and reading.clusters:
        known = tuple(title for _, title in reading.clusters)
        raise Invalid("cluster_unknown", cluster=call.text[:40], known=known)
    await call.show(_page(reading, None))


async def on_framework_opened(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A button that opens one's own framework, on top of what is open."""
    reading = await read_framework(deps, actor, None)
    await show_modal(slack, body, _page(reading, None))
    await ack()


async def on_framework_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Another cluster, level or skill."""
    cluster, look = views.read_framework_turn(body["view"], action)
    reading = await read_framework(deps, actor, cluster)
    await renew_modal(slack, body["view"], _page(reading, look))
    await ack()


def _page(reading: Reading, look: str | None) -> Modal:
    return views.framework_page(
        views.FrameworkPage(
            clusters=reading.clusters, framework=reading.framework, look=look, my_level=reading.my_level
        )
    )
