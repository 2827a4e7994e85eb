"""views.open, push, update and publish."""

from __future__ import annotations

from playground.call import Call
from playground.errors import SlackError
from playground.layouts import need_view
from playground.model import Json, View
from playground.screens import changed_view, new_view
from playground.shapes import view_object
from playground.team import Team


def open_modal(team: Team, call: Call) -> Json:
    """A first modal for the person whose trigger it is."""
    user, body = _triggered(team, call)
    view = new_view(team, user, body)
    team.triggers.exchange(call.text("trigger_id"))
    team.state.open_root(view)
    return _shown(team, view)


def push(team: Team, call: Call) -> Json:
    """A modal above the open one; at most three stand on each other."""
    user, body = _triggered(team, call)
    stack = team.state.stack(user)
    if not stack:
        raise SlackError("not_found")
    view = new_view(team, user, body, below=stack[-1])
    team.state.push(view)
    team.triggers.exchange(call.text("trigger_id"))
    return _shown(team, view)


def update(team: Team, call: Call) -> Json:
    """Other contents for a view that is open; `hash` guards against overwriting a newer one."""
    view = _meant(team, call)
    body = need_view(call.json("view", "invalid_arguments"), view.body["type"])
    _check_hash(call, view)
    view = changed_view(team, view, body)
    team.state.keep_view(view)
    return _shown(team, view)


def publish(team: Team, call: Call) -> Json:
    """A person's Home; the former one is replaced."""
    if not team.manifest.home_tab:
        raise SlackError("not_enabled")
    user = team.state.person(call.needed("user_id"))
    body = need_view(call.json("view", "invalid_arguments"), "home")
    former = team.state.home(user.id)
    if former:
        _check_hash(call, former)
    view = changed_view(team, former, body) if former else new_view(team, user.id, body)
    team.state.show_home(view)
    return _shown(team, view)


def _triggered(team: Team, call: Call) -> tuple[str, Json]:
    trigger_id = call.needed("trigger_id")
    body = need_view(call.json("view", "invalid_arguments"), "modal")
    return team.triggers.check(trigger_id), body


def _meant(team: Team, call: Call) -> View:
    external_id = call.text("external_id")
    if not external_id:
        return team.state.view(call.needed("view_id"))
    view = team.state.view_called(external_id)
    if view is None:
        raise SlackError("not_found")
    return view


def _check_hash(call: Call, view: View) -> None:
    if call.text("hash") not in {"", view.hash}:
        raise SlackError("hash_conflict")


def _shown(team: Team, view: View) -> Json:
    return {"view": view_object(team.who, view)}
