"""Events for the app: only those its manifest asks for, in Slack's envelope."""

from __future__ import annotations

from playground.carriers import Answer
from playground.methods import EVENT_SCOPES
from playground.model import Json
from playground.team import Team


async def emit(team: Team, event: Json) -> Answer | None:
    """Send an event; gives the first answer, or None when the app did not subscribe or lacks the scope."""
    scope = EVENT_SCOPES.get(event["type"], "")
    if event["type"] not in team.manifest.events or (scope and scope not in team.manifest.scopes):
        return None
    return await team.outbox.send_event(enveloped(team, event))


def enveloped(team: Team, event: Json) -> Json:
    """The event_callback around an event."""
    who, channel = team.who, team.state.channels.get(event.get("channel", ""))
    authorization = {
        "enterprise_id": None,
        "team_id": who.team_id,
        "user_id": who.bot_user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "type": "event_callback",
        "token": who.verification_token,
        "team_id": who.team_id,
        "context_team_id": who.team_id,
        "context_enterprise_id": None,
        "api_app_id": who.app_id,
        "event": {**event, "event_ts": event.get("event_ts") or team.now_ts()},
        "event_id": team.ids.next("Ev"),
        "event_time": int(team.clock.civil()),
        "authorizations": [authorization],
        "is_ext_shared_channel": bool(channel and channel.is_ext_shared),
        "event_context": team.ids.next("4-"),
    }
