"""What every call of the Web API passes: token, scope, rate, faults, then the method itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.api.registry import ANSWERS
from playground.call import Call
from playground.errors import SlackError
from playground.faults import Fault
from playground.methods import METHODS, Method
from playground.model import Json
from playground.team import Team

HOOK = "response_url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What goes back over the wire; `cut` means that nothing does."""

    body: Json
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False


async def answer(team: Team, call: Call) -> Outcome:
    """Answer a call, with the fault that befalls it if one is armed, and keep it in the traffic."""
    started = team.clock.ticks()
    fault = team.faults.take(call.method)
    outcome = await _with_fault(team, call, fault) if fault else _act(team, call)
    _note(team, call, outcome, team.clock.ticks() - started, fault.kind if fault else "")
    return outcome


def _act(team: Team, call: Call) -> Outcome:
    try:
        method = _check(team, call)
        body = {"ok": True, **ANSWERS[call.method](team, call)}
        return Outcome(body=body, headers=_scope_headers(team, method))
    except SlackError as error:
        headers = {"Retry-After": str(error.extra["retry_after"])} if error.error == "ratelimited" else {}
        return Outcome(body=error.body(), status=429 if headers else 200, headers=headers)


def _check(team: Team, call: Call) -> Method:
    method = METHODS.get(call.method)
    if method is None or call.method not in ANSWERS:
        raise SlackError("unknown_method", req_method=call.method)
    if method.token != "none":  # noqa: S105 - the kind of a token, not a token
        _check_token(team, call, method)
    _check_scope(team, method)
    if wait := team.pace.wait(call.method, call.text("channel") or call.text("hook")):
        raise SlackError("ratelimited", retry_after=wait)
    return method


def _check_token(team: Team, call: Call, method: Method) -> None:
    if not call.token:
        raise SlackError("not_authed")
    if call.token not in {team.bot_token, team.app_token}:
        raise SlackError("invalid_auth")
    if (call.token == team.app_token) != (method.token == "app"):  # noqa: S105 - the kind of a token
        raise SlackError("not_allowed_token_type")
    if team.revoked:
        raise SlackError("account_inactive")


def _check_scope(team: Team, method: Method) -> None:
    granted = team.manifest.scopes
    if method.token == "bot" and method.scope and method.scope not in granted:  # noqa: S105 - as above
        raise SlackError("missing_scope", needed=method.scope, provided=",".join(granted))


def _scope_headers(team: Team, method: Method) -> dict[str, str]:
    if method.token != "bot":  # noqa: S105 - the kind of a token, not a token
        return {}
    return {"X-OAuth-Scopes": ",".join(team.manifest.scopes), "X-Accepted-OAuth-Scopes": method.scope}


async def _with_fault(team: Team, call: Call, fault: Fault) -> Outcome:
    outcome = _act(team, call) if fault.acts else None
    match fault.kind:
        case "delay":
            await team.clock.sleep(fault.seconds)
            return outcome or _act(team, call)
        case "cut":
            return Outcome(body={}, status=0, cut=True)
        case "ratelimited":
            wait = str(max(1, round(fault.seconds)))
            return Outcome(
                body={"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": wait}
            )
        case "status":
            return Outcome(body={"ok": False, "error": "internal_error"}, status=fault.status)
        case "error":
            return Outcome(body={"ok": False, "error": fault.error})


def _note(team: Team, call: Call, outcome: Outcome, seconds: float, fault: str) -> None:
    body: Any = outcome.body
    problem = "cut" if outcome.cut else str(body.get("error", ""))
    team.traffic.note(
        at=team.clock.wall(),
        kind="response_url" if call.method == HOOK else "api",
        name=call.method,
        request=call.args,
        answer=body,
        status=outcome.status,
        seconds=seconds,
        about=_about(team, call),
        problem=problem,
        fault=fault,
    )


def _about(team: Team, call: Call) -> str:
    """The person whom a call concerns, or else the conversation; empty where it names neither."""
    view, hook = team.state.views.get(call.text("view_id")), team.hooks.find(call.text("hook"))
    named = (
        team.triggers.owner(call.text("trigger_id")),
        view.user if view else "",
        hook.user if hook else "",
        *(call.text(name) for name in ("user_id", "user", "users")),
    )
    return next(filter(None, named), "") or _conversation(team, call.text("channel"))


def _conversation(team: Team, channel: str) -> str:
    known = team.state.channels.get(channel)
    return known.user if known and known.is_im else channel
