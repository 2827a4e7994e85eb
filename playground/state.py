"""What the workspace remembers while it runs, and who is told of each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from playground.errors import NotPossible, SlackError
from playground.ids import Ids
from playground.model import Channel, File, Json, Message, Person, View

STACK = 3  # a root and two pushes: SLACK.md 3, views.push


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that the named people would see change; None means everyone."""

    what: str  # message, view, home, person, channel, app, traffic, clock
    id: str
    people: frozenset[str] | None = None


class State:
    """People, conversations, messages and views; `changed` hears of each change after it is made."""

    def __init__(self, ids: Ids, bot_user: str, changed: Callable[[Change], None]) -> None:
        self.ids = ids
        self.bot_user = bot_user
        self._changed = changed
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, dict[str, Message]] = {}
        self.posted: list[tuple[str, str]] = []
        self.files: dict[str, File] = {}
        self.views: dict[str, View] = {}
        self.stacks: dict[str, list[str]] = {}
        self.homes: dict[str, str] = {}
        self.typed: dict[tuple[str, str, str], Json] = {}
        self.dms: dict[tuple[str, str], str] = {}

    # people and conversations

    def keep_person(self, person: Person) -> None:
        self.people[person.id] = person
        self._changed(Change(what="person", id=person.id))

    def person(self, user: str) -> Person:
        if user not in self.people:
            raise SlackError("user_not_found")
        return self.people[user]

    def keep_channel(self, channel: Channel) -> None:
        self.channels[channel.id] = channel
        self.messages.setdefault(channel.id, {})
        self._changed(Change(what="channel", id=channel.id, people=channel.members))

    def channel(self, channel: str) -> Channel:
        if channel not in self.channels:
            raise SlackError("channel_not_found")
        return self.channels[channel]

    def find_dm(self, user: str) -> Channel | None:
        """The direct message between the app and a person, if it was ever opened."""
        return self.channels.get(self.dms.get((user, self.bot_user), ""))

    def dm(self, user: str) -> Channel:
        """The direct message between the app and a person, opened now if need be."""
        return self._dm(user, self.bot_user)

    def own_dm(self, user: str) -> Channel:
        """Where a person writes to themselves."""
        return self._dm(user, user)

    def _dm(self, user: str, other: str) -> Channel:
        if (user, other) not in self.dms:
            members = frozenset({user, other})
            channel = Channel(
                id=self.ids.next("D"),
                name="directmessage",
                is_im=True,
                is_private=True,
                members=members,
                user=user,
            )
            self.dms[user, other] = channel.id
            self.keep_channel(channel)
        return self.channels[self.dms[user, other]]

    # messages

    def keep_message(self, message: Message) -> None:
        known = self.messages[message.channel]
        if message.ts not in known:
            self.posted.append((message.channel, message.ts))
        known[message.ts] = message
        self._tell_of(message)

    def remove_message(self, message: Message) -> None:
        del self.messages[message.channel][message.ts]
        self._tell_of(message)

    def message(self, channel: str, ts: str) -> Message:
        try:
            return self.messages[channel][ts]
        except KeyError:
            raise SlackError("message_not_found") from None

    def seen_since(self, mark: int, user: str) -> list[Message]:
        """The messages that a person sees and that were posted after the mark (`len(posted)` then)."""
        messages = (self.messages[channel].get(ts) for channel, ts in self.posted[mark:])
        return [message for message in messages if message and self.may_see(user, message)]

    def may_see(self, user: str, message: Message) -> bool:
        if message.ephemeral_to:
            return message.ephemeral_to == user
        return user in self.channels[message.channel].members

    def _tell_of(self, message: Message) -> None:
        members = self.channels[message.channel].members
        people = frozenset({message.ephemeral_to}) if message.ephemeral_to else members
        self._changed(Change(what="message", id=f"{message.channel}/{message.ts}", people=people))

    # files

    def file(self, file_id: str) -> File:
        if file_id not in self.files:
            raise SlackError("file_not_found")
        return self.files[file_id]

    def remove_file(self, file: File) -> None:
        """Its message goes with the last of its files."""
        del self.files[file.id]
        holding = [one for known in self.messages.values() for one in known.values() if file.id in one.files]
        for message in holding:
            left = [one for one in message.files if one != file.id]
            if left:
                self.keep_message(replace(message, files=left))
            else:
                self.remove_message(message)

    # views

    def keep_view(self, view: View) -> None:
        self.views[view.id] = view
        what = "home" if view.is_home else "view"
        self._changed(Change(what=what, id=view.id, people=frozenset({view.user})))

    def view(self, view_id: str) -> View:
        if view_id not in self.views:
            raise SlackError("not_found")
        return self.views[view_id]

    def view_called(self, external_id: str) -> View | None:
        named = (view for view in self.views.values() if view.body.get("external_id") == external_id)
        return next(named, None)

    def home(self, user: str) -> View | None:
        return self.views.get(self.homes.get(user, ""))

    def stack(self, user: str) -> list[View]:
        """A person's open modals, the lowest first."""
        return [self.views[view_id] for view_id in self.stacks.get(user, ())]

    def top(self, user: str) -> View:
        stack = self.stack(user)
        if not stack:
            raise NotPossible(f"{user} has no modal open")
        return stack[-1]

    def open_root(self, view: View) -> None:
        """Show a modal; what was open gives way."""
        self.drop_views(self.stacks.get(view.user, ()))
        self.stacks[view.user] = [view.id]
        self.keep_view(view)

    def push(self, view: View) -> None:
        """Show a modal above the others; raises push_limit_reached beyond three."""
        stack = self.stacks.setdefault(view.user, [])
        if len(stack) >= STACK:
            raise SlackError("push_limit_reached")
        stack.append(view.id)
        self.keep_view(view)

    def show_home(self, view: View) -> None:
        self.homes[view.user] = view.id
        self.keep_view(view)

    def close(self, user: str, view_ids: Iterable[str]) -> None:
        """Take modals off a person's stack."""
        gone = set(view_ids)
        self.stacks[user] = [view_id for view_id in self.stacks.get(user, ()) if view_id not in gone]
        self.drop_views(gone)
        self._changed(Change(what="view", id="", people=frozenset({user})))

    def drop_views(self, view_ids: Iterable[str]) -> None:
        for view_id in list(view_ids):
            self.views.pop(view_id, None)

    def show_errors(self, view: View, errors: dict[str, str]) -> View:
        """Put sentences at the fields of a view; what was typed stays."""
        marked = replace(view, errors=errors)
        self.keep_view(marked)
        return marked
