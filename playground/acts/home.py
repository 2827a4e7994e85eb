"""A person opens the app: its Home, or its messages."""

from __future__ import annotations

from typing import Literal

from playground.acts.events import emit
from playground.carriers import Answer
from playground.errors import NotPossible
from playground.model import Json
from playground.shapes import view_object
from playground.team import Team


async def open_app(team: Team, user: str, tab: Literal["home", "messages"] = "home") -> Answer | None:
    """Tell the app which tab was opened; None when it does not listen."""
    team.actor(user)
    shown = team.manifest.home_tab if tab == "home" else team.manifest.messages_tab
    if not shown:
        raise NotPossible(f"the app's manifest has no {tab} tab")
    event: Json = {"type": "app_home_opened", "user": user, "channel": team.state.dm(user).id, "tab": tab}
    home = team.state.home(user)
    if home and tab == "home":
        event["view"] = view_object(team.who, home)
    return await emit(team, event)
