"""What Slack tells unasked: each event has its effect once; one that fails is told again (DESIGN 6.7)."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.deps import Deps
from bot.slack.client import slack_person
from bot.usecases.home import owe_opened_home
from bot.usecases.installing import end
from bot.usecases.people import hear_of_person


def register(app: AsyncApp) -> None:
    """Listen to people, to Home, and to the end of the installation."""
    app.event("app_home_opened")(on_home_opened)
    app.event("team_join")(on_person_changed)
    app.event("user_change")(on_person_changed)
    app.event("app_uninstalled")(on_uninstalled)
    app.event("tokens_revoked")(on_tokens_revoked)


async def on_home_opened(body: Mapping[str, Any], event: Mapping[str, Any], deps: Deps) -> None:
    """Somebody looks at their Home; the same event comes for the messages tab, where nothing is shown."""
    person = event.get("user")
    if person and event.get("tab", "home") == "home":
        await owe_opened_home(deps, person, body["event_id"])


async def on_person_changed(body: Mapping[str, Any], event: Mapping[str, Any], deps: Deps) -> None:
    """Somebody came, changed or left."""
    await hear_of_person(deps, slack_person(event["user"], deps.workspace_id), body["event_id"])


async def on_uninstalled(deps: Deps) -> None:
    """The app was removed."""
    await end(deps)


async def on_tokens_revoked(event: Mapping[str, Any], deps: Deps) -> None:
    """Tokens were taken back; people's own are none of ours."""
    if (event.get("tokens") or {}).get("bot"):
        await end(deps)
