"""Views as the app makes and changes them, whether by a method or in the answer to a submission."""

from __future__ import annotations

from dataclasses import replace

from playground.elements import with_ids
from playground.errors import SlackError
from playground.model import Json, View
from playground.team import Team
from playground.values import carried_values, first_values


def new_view(team: Team, user: str, body: Json, below: View | None = None) -> View:
    """A view not yet shown; `below` is the one it would be pushed upon."""
    _check_external_id(team, body, None)
    view_id = team.ids.next("V")
    body = {**body, "blocks": with_ids(body["blocks"], team.ids)}
    return View(
        id=view_id,
        user=user,
        body=body,
        hash=_new_hash(team),
        values=first_values(body["blocks"]),
        root=below.root if below else view_id,
        previous=below.id if below else "",
    )


def changed_view(team: Team, view: View, body: Json) -> View:
    """The view with other contents; what was typed stays where ids stay."""
    _check_external_id(team, body, view)
    blocks = with_ids(body["blocks"], team.ids)
    return replace(
        view,
        body={**body, "blocks": blocks},
        hash=_new_hash(team),
        values=carried_values(blocks, view.values),
        errors={},
    )


def _new_hash(team: Team) -> str:
    return f"{int(team.clock.civil())}.{team.ids.token(8)}"


def _check_external_id(team: Team, body: Json, own: View | None) -> None:
    external_id = body.get("external_id")
    holder = team.state.view_called(external_id) if external_id else None
    if holder and (own is None or holder.id != own.id):
        raise SlackError("duplicate_external_id")
