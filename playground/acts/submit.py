"""A person submits or closes a modal, and what the app's answer makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from playground.acts.required import missing
from playground.carriers import Answer
from playground.errors import NotPossible, SlackError
from playground.layouts import need_view
from playground.model import Json, View
from playground.screens import changed_view, new_view
from playground.shapes import view_object
from playground.team import Team

TROUBLE = "We had some trouble connecting. Try again?"

Outcome = Literal["closed", "cleared", "errors", "updated", "pushed", "refused", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """`refused` never left the screen (a required input is empty); `failed` shows Slack's own excuse.

    `problem` says for developers what was wrong with the app's answer.
    """

    outcome: Outcome
    errors: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    answer: Answer | None = None


async def submit(team: Team, user: str) -> Submitted:
    """Press the modal's own button."""
    view = team.state.top(user)
    if not view.body.get("submit"):
        raise NotPossible("this modal has no button to submit it")
    errors = missing(view)
    if errors:
        team.state.show_errors(view, errors)
        return Submitted(outcome="refused", errors=errors)
    payload = {
        "type": "view_submission",
        **team.signed(team.actor(user)),
        "trigger_id": team.triggers.issue(user),
        "view": view_object(team.who, view),
        "response_urls": [],
    }
    return follow(team, view.id, await team.interact(payload))


def follow(team: Team, view_id: str, answer: Answer) -> Submitted:
    """Do what the acknowledgement asks; what Slack would not take leaves the modal as it is."""
    view = team.state.views.get(view_id)
    if not answer.acked or view is None:
        return Submitted(outcome="failed", problem=answer.problem or "the view is gone", answer=answer)
    try:
        return _follow(team, view, answer)
    except SlackError as error:
        said = "; ".join([error.error, *error.messages])
        return Submitted(outcome="failed", problem=said, answer=answer)


def _follow(team: Team, view: View, answer: Answer) -> Submitted:
    body: Json = answer.body if isinstance(answer.body, dict) else {}
    match body.get("response_action"):
        case None:
            team.state.close(view.user, [view.id])
            return Submitted(outcome="closed", answer=answer)
        case "clear":
            team.state.close(view.user, list(team.state.stacks[view.user]))
            return Submitted(outcome="cleared", answer=answer)
        case "errors":
            errors = _errors(view, body.get("errors"))
            team.state.show_errors(view, errors)
            return Submitted(outcome="errors", errors=errors, answer=answer)
        case "update":
            team.state.keep_view(changed_view(team, view, need_view(body.get("view"), "modal")))
            return Submitted(outcome="updated", answer=answer)
        case "push":
            below = team.state.show_errors(view, {})
            team.state.push(new_view(team, view.user, need_view(body.get("view"), "modal"), below))
            return Submitted(outcome="pushed", answer=answer)
        case other:
            raise SlackError("invalid_arguments", [f"unknown response_action: {other}"])


def _errors(view: View, errors: Any) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise SlackError("invalid_arguments", ["errors must name at least one block"])
    for block_id, sentence in errors.items():
        if block_id not in inputs:
            raise SlackError("invalid_arguments", [f"errors: {block_id} is no input block of this view"])
        if not isinstance(sentence, str) or not sentence:
            raise SlackError("invalid_arguments", [f"errors: {block_id} must have a sentence"])
    return dict(errors)


async def close(team: Team, user: str, *, everything: bool = False) -> Answer | None:
    """Close the modal on top, or all; the app hears of those that asked for it. None if none did."""
    team.actor(user)
    top = team.state.top(user)
    cleared = everything or bool(top.body.get("clear_on_close"))
    gone = team.state.stack(user)[::-1] if cleared else [top]
    team.state.close(user, [view.id for view in gone])
    answer = None
    for view in gone:
        if view.body.get("notify_on_close"):
            answer = await _tell_closed(team, user, view, cleared=cleared)
    return answer


async def _tell_closed(team: Team, user: str, view: View, *, cleared: bool) -> Answer:
    shown = view_object(team.who, view)
    signed = team.signed(team.actor(user))
    return await team.interact({"type": "view_closed", **signed, "view": shown, "is_cleared": cleared})
