"""conversations.open, and what the other methods ask of a conversation."""

from __future__ import annotations

from playground.call import Call
from playground.errors import SlackError
from playground.model import Channel, Json
from playground.team import Team


def open_dm(team: Team, call: Call) -> Json:
    """The direct message with one person; groups are not opened here."""
    users = call.text("users")
    if not users:
        raise SlackError("users_list_not_supplied")
    if "," in users:
        raise SlackError("missing_scope", needed="mpim:write", provided=",".join(team.manifest.scopes))
    known = team.state.find_dm(users)
    channel = dm_with(team, users)
    if call.flag("return_im"):
        return {"channel": {"id": channel.id, "is_im": True, "user": channel.user, "is_open": True}}
    flags = {"no_op": True, "already_open": True} if known else {}
    return {"channel": {"id": channel.id}, **flags}


def dm_with(team: Team, user: str) -> Channel:
    """The app's direct message with a person, if the app may open one."""
    person = team.state.person(user)
    if person.is_bot:
        raise SlackError("cannot_dm_bot")
    if person.deleted:
        raise SlackError("user_disabled")
    if person.is_stranger:
        raise SlackError("invalid_user_combination")
    return team.state.dm(user)


def channel_to_write_in(team: Team, name: str) -> Channel:
    """The conversation that a message of the app may go to, named by its id, a user's id or #name.

    Raises channel_not_found, not_in_channel, is_archived, messages_tab_disabled.
    """
    channel = _named(team, name)
    if channel.is_archived:
        raise SlackError("is_archived")
    if team.who.bot_user not in channel.members:
        _refuse_outsider(team, channel)
    if channel.is_im and not team.manifest.messages_tab:
        raise SlackError("messages_tab_disabled")
    return channel


def _refuse_outsider(team: Team, channel: Channel) -> None:
    if channel.is_private or channel.is_im:
        raise SlackError("channel_not_found")
    if "chat:write.public" not in team.manifest.scopes:
        raise SlackError("not_in_channel")


def _named(team: Team, name: str) -> Channel:
    if name in team.state.people:
        return _dm_to_write_in(team, name)
    if name.startswith("#"):
        open_ones = (one for one in team.state.channels.values() if not one.is_private)
        name = next((one.id for one in open_ones if one.name == name[1:]), "")
    return team.state.channel(name)


def _dm_to_write_in(team: Team, user: str) -> Channel:
    known = team.state.find_dm(user)  # a direct message outlives its person: python-slack-sdk#1156
    if known:
        return known
    try:
        return dm_with(team, user)
    except SlackError as error:
        known_names = {"cannot_dm_bot", "invalid_user_combination"}
        raise SlackError(error.error if error.error in known_names else "channel_not_found") from None
