"""auth.test and apps.connections.open."""

from __future__ import annotations

from playground.call import Call
from playground.model import Json
from playground.team import Team


def test(team: Team, _call: Call) -> Json:
    """Who the token belongs to."""
    who = team.who
    return {
        "url": f"https://{who.domain}.slack.com/",
        "team": who.team_name,
        "user": who.bot_name,
        "team_id": who.team_id,
        "user_id": who.bot_user,
        "bot_id": who.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(team: Team, _call: Call) -> Json:
    """An address for one WebSocket connection."""
    origin = team.origin.replace("http", "ws", 1)
    return {"url": f"{origin}/socket?ticket={team.sockets.ticket()}&app_id={team.who.app_id}"}
