"""A person writes a message; one that names the app where it is a member reaches it as app_mention."""

from __future__ import annotations

from playground.acts.commands import place_of, typed_text
from playground.acts.events import emit
from playground.carriers import Answer
from playground.errors import NotPossible
from playground.model import Channel, Json, Message
from playground.team import Team


async def post(
    team: Team, user: str, text: str, channel: str, thread_ts: str = ""
) -> tuple[Message, Answer | None]:
    """Write as a person, names typed with @; gives the message, and the app's answer if it was told.

    With the `ts` of a message that they see, the new one stands in its thread.
    """
    team.actor(user)
    place = place_of(team, user, channel)
    if place.is_archived:
        raise NotPossible(f"{place.name} is archived")
    written, root = _written(team, text), _root(team, user, place, thread_ts) if thread_ts else ""
    message = Message(ts=team.now_ts(), channel=place.id, user=user, text=written, thread_ts=root)
    team.state.keep_message(message)
    if not _names_app(team, place, written):
        return message, None
    return message, await emit(team, _mention(team, message))


def _root(team: Team, user: str, place: Channel, ts: str) -> str:
    """Where the thread begins in which a message is answered: threads are one deep."""
    answered = team.state.messages[place.id].get(ts)
    if answered is None or not team.state.may_see(user, answered):
        raise NotPossible("there is no such message to answer")
    if answered.ephemeral_to:
        raise NotPossible("what only one person sees cannot be answered in a thread")
    return answered.thread_ts or answered.ts


def _written(team: Team, text: str) -> str:
    """Mentions as messages hold them: the id alone."""
    typed = typed_text(team, text, escaped=True)
    for person in team.state.people.values():
        typed = typed.replace(f"<@{person.id}|{person.name}>", f"<@{person.id}>")
    return typed


def _names_app(team: Team, place: Channel, text: str) -> bool:
    bot = team.who.bot_user
    return not place.is_im and bot in place.members and f"<@{bot}>" in text


def _mention(team: Team, message: Message) -> Json:
    event: Json = {
        "type": "app_mention",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "client_msg_id": team.ids.token(),
        "team": team.who.team_id,
        "channel": message.channel,
        "event_ts": message.ts,
    }
    return {**event, "thread_ts": message.thread_ts} if message.thread_ts else event
