"""What the app answers in place: the body of an acknowledgement, or a post to a response_url."""

from __future__ import annotations

from dataclasses import replace

from playground.api.chat import rewritten, written
from playground.call import Call
from playground.carriers import Answer
from playground.errors import SlackError
from playground.hooks import Hook
from playground.layouts import need_message
from playground.model import Json, Message
from playground.team import Team

REFUSED = "invalid_command_response"


def show_reply(team: Team, answer: Answer, user: str, channel: str) -> Answer:
    """Post what the acknowledgement of a command says; a reply that Slack would refuse is a problem."""
    if not answer.acked or not answer.body:
        return answer
    body = answer.body if isinstance(answer.body, dict) else {"text": str(answer.body)}
    try:
        post_reply(team, Hook(user=user, channel=channel, message_ts="", born=0.0), body)
    except SlackError as error:
        return replace(answer, problem=f"{REFUSED}: {error.error} {'; '.join(error.messages)}".strip())
    return answer


def post_reply(team: Team, hook: Hook, body: Json) -> None:
    """Post, replace or delete as the body says; only the person who acted sees it unless it is in_channel."""
    acted_on = team.state.messages[hook.channel].get(hook.message_ts)
    if body.get("delete_original") and acted_on:
        team.state.remove_message(acted_on)
        return
    need_message(body)
    if body.get("replace_original") and acted_on:
        team.state.keep_message(rewritten(team, acted_on, body))
        return
    team.state.keep_message(_reply(team, hook, body))


def _reply(team: Team, hook: Hook, body: Json) -> Message:
    message = written(team, team.state.channels[hook.channel], body)
    if body.get("response_type") == "in_channel":
        return message
    return replace(message, ephemeral_to=hook.user)


def reply_to_hook(team: Team, call: Call) -> Json:
    """A post to a response_url; raises what is wrong with the address or the message."""
    body = call.args["body"]
    if not isinstance(body, dict):
        raise SlackError("invalid_payload")
    post_reply(team, team.hooks.use(call.text("hook")), body)
    return {}
