"""How Slack writes people, conversations, messages and views in its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from playground.model import Channel, Json, Message, Person, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the workspace and the app are."""

    team_id: str
    team_name: str
    domain: str
    app_id: str
    app_name: str
    bot_id: str
    bot_user: str
    bot_name: str
    verification_token: str


def user_object(who: Identity, person: Person, wall: float) -> Json:
    """A user as users.info and the user events give it."""
    zone = datetime.fromtimestamp(wall, UTC).astimezone(ZoneInfo(person.tz))
    offset = zone.utcoffset()
    return {
        "id": person.id,
        "team_id": person.team_id or who.team_id,
        "name": person.name,
        "deleted": person.deleted,
        "real_name": person.real_name or person.name,
        "tz": person.tz,
        "tz_label": zone.tzname() or person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": _profile(who, person),
        "is_admin": person.is_admin or person.is_owner,
        "is_owner": person.is_owner,
        "is_primary_owner": False,
        "is_restricted": person.is_restricted or person.is_ultra_restricted,
        "is_ultra_restricted": person.is_ultra_restricted,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": int(wall),
        **({"is_stranger": True} if person.is_stranger else {}),
    }


def _profile(who: Identity, person: Person) -> Json:
    real_name = person.real_name or person.name
    return {
        "title": person.title,
        "real_name": real_name,
        "real_name_normalized": real_name,
        "display_name": person.real_name or person.name,
        "display_name_normalized": person.real_name or person.name,
        "team": person.team_id or who.team_id,
    }


def short_user(who: Identity, person: Person) -> Json:
    """The person who acted, as interaction payloads name them."""
    team_id = person.team_id or who.team_id
    return {"id": person.id, "username": person.name, "name": person.name, "team_id": team_id}


def channel_name(channel: Channel) -> str:
    """What payloads call a conversation; private ones keep their names to themselves."""
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name


def message_object(who: Identity, message: Message) -> Json:
    """A message as chat.postMessage and interaction payloads give it."""
    shown: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "team": who.team_id,
        "text": message.text,
    }
    if message.blocks:
        shown["blocks"] = message.blocks
    if message.thread_ts:
        shown["thread_ts"] = message.thread_ts
    if message.edited_ts:
        shown["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.metadata:
        shown["metadata"] = message.metadata
    if message.by_app:
        shown |= {"bot_id": who.bot_id, "app_id": who.app_id, "bot_profile": _bot_profile(who)}
    return shown


def _bot_profile(who: Identity) -> Json:
    return {
        "id": who.bot_id,
        "app_id": who.app_id,
        "name": who.bot_name,
        "deleted": False,
        "team_id": who.team_id,
    }


def view_object(who: Identity, view: View) -> Json:
    """A view with its state, as views.open answers and interaction payloads carry it."""
    body = view.body
    return {
        "id": view.id,
        "team_id": who.team_id,
        "type": body["type"],
        "blocks": view.blocks,
        "private_metadata": body.get("private_metadata", ""),
        "callback_id": body.get("callback_id", ""),
        "state": {"values": view.values},
        "hash": view.hash,
        "title": body.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": body.get("clear_on_close", False),
        "notify_on_close": body.get("notify_on_close", False),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "previous_view_id": view.previous or None,
        "root_view_id": view.root,
        "app_id": who.app_id,
        "external_id": body.get("external_id", ""),
        "app_installed_team_id": who.team_id,
        "bot_id": who.bot_id,
    }
