"""Acts as people of a running playground, over its control API. Tests and the demo use it.

    control = Control("http://127.0.0.1:8765")
    reply = await control.command("U0ANA", "/growth kudos @sam")
    done = await control.submit("U0ANA", {"What did they do?": "Mended the build"})

Fields, buttons and menus go by what a person reads on them, by action_id, or by block_id.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import aiohttp

from playground.faults import Kind as FaultKind
from playground.model import Json, Person
from playground.seen import Message, Reply, Screen, SubmitResult, Traffic, View

On = Message | View | None


class Refused(Exception):
    """What was asked cannot be done at a person's screen; the sentence says why."""


class Control:
    """A client of one playground; use it as a context manager, or close it."""

    def __init__(self, base_url: str) -> None:
        self._base = base_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        if self._session:
            await self._session.close()

    # acting

    async def command(self, user: str, text: str, *, channel: str = "", thread_ts: str = "") -> Reply:
        """Type a line such as `/growth me`; unless a channel is given, in a direct message.

        That is the app's, or where the manifest makes its messages read-only, the person's own. In a thread
        commands are refused.
        """
        asked = {"user": user, "text": text, "channel": channel, "thread_ts": thread_ts}
        return Reply(await self._act("command", **asked))

    async def press(self, user: str, on: On, name: str, *, value: str = "", block: str = "") -> Reply:
        """Press a button; None is the open modal. `value` picks from a menu or tells equal buttons apart."""
        return Reply(await self._act("press", user=user, on=_place(on), name=name, value=value, block=block))

    async def choose(
        self, user: str, name: str, value: Any, *, on: On = None, block: str = "", return_key: bool = False
    ) -> Reply:
        """Fill one field (text, an option's label, a person, a date, a list of these; None empties it)."""
        return Reply(
            await self._act(
                "enter",
                user=user,
                on=_place(on),
                name=name,
                value=_plain(value),
                block=block,
                return_key=return_key,
            )
        )

    async def submit(self, user: str, values: Mapping[str, Any] | None = None) -> SubmitResult:
        """Fill fields of the open modal in this order, then press its button."""
        for name, value in (values or {}).items():
            await self.choose(user, name, value)
        return SubmitResult(await self._act("submit", user=user))

    async def close(self, user: str, *, everything: bool = False) -> Reply:
        """Close the modal on top, or all of them."""
        return Reply(await self._act("close", user=user, everything=everything))

    async def shortcut(self, user: str, name: str) -> Reply:
        """Start a global shortcut by its name or callback_id."""
        return Reply(await self._act("shortcut", user=user, name=name))

    async def message_shortcut(self, user: str, message: Message, name: str) -> Reply:
        """Start a shortcut upon a message."""
        return Reply(await self._act("message_shortcut", user=user, on=_place(message), name=name))

    async def post(self, user: str, text: str, channel: str, *, thread_ts: str = "") -> Message:
        """Write a message; a mention of the app where it is a member reaches it first."""
        done = await self._act("post", user=user, text=text, channel=channel, thread_ts=thread_ts)
        return Message(done["message"])

    async def mention(self, user: str, text: str, channel: str) -> Reply:
        """Write a message that names the app before the text."""
        app = (await self.screen(user)).app["handle"]
        return Reply(await self._act("post", user=user, text=f"@{app} {text}", channel=channel))

    async def open_home(self, user: str) -> View | None:
        """Open the app's Home and give it as it is once the app was told."""
        await self._act("open", user=user, tab="home")
        return await self.home(user)

    async def open_messages(self, user: str) -> Reply:
        """Open the app's messages tab."""
        return Reply(await self._act("open", user=user, tab="messages"))

    async def options(self, user: str, name: str, query: str, *, on: On = None) -> list[str]:
        """What an external menu offers for typed letters."""
        asked = {"user": user, "on": _place(on), "name": name, "query": query}
        options = (await self._act("options", **asked))["options"]
        return [option["text"]["text"] for option in options]

    # seeing

    async def screen(self, user: str) -> Screen:
        """All that a person sees now."""
        return Screen(await self._get(f"state?user={quote(user)}"))

    async def home(self, user: str) -> View | None:
        return (await self.screen(user)).home

    async def view(self, user: str) -> View | None:
        """The modal on top, if one is open."""
        return (await self.screen(user)).view

    async def dms(self, user: str) -> list[Message]:
        """The messages between the app and a person, oldest first."""
        return (await self.screen(user)).dms

    async def messages(self, user: str, channel: str) -> list[Message]:
        """The messages that a person sees in a channel, called by id or name; oldest first."""
        return (await self.screen(user)).messages(channel)

    async def file(self, path: str) -> bytes:
        """The bytes of a file, by the path that its message names."""
        async with self._client().get(f"{self._base}{path}") as response:
            response.raise_for_status()
            return await response.read()

    async def until(self, user: str, holds: Callable[[Screen], Any], *, within: float = 5.0) -> Screen:
        """Wait until something holds on a person's screen; raises TimeoutError after so many seconds."""
        screen = await self.screen(user)
        now = asyncio.get_running_loop().time
        end = now() + within
        while not holds(screen):
            left = end - now()
            if left <= 0:
                raise TimeoutError(f"{user} still sees: {screen.words[-500:]}")
            query = f"state?user={quote(user)}&after={screen.version}&seconds={left:.3f}"
            screen = Screen(await self._get(query))
        return screen

    async def traffic(
        self, name: str = "", *, after: int = 0, least: int = 0, within: float = 5.0
    ) -> list[Traffic]:
        """What passed between Slack and the app, of one method or type if named.

        `least` waits for so many entries; raises TimeoutError when they do not come within so many seconds.
        """
        query = f"name={quote(name, safe='')}&after={after}&least={least}&seconds={within}"
        entries = (await self._get(f"traffic?{query}"))["traffic"]
        if len(entries) < least:
            raise TimeoutError(f"{name or 'traffic'} came {len(entries)} times, not {least}")
        return [Traffic(**entry) for entry in entries]

    # arranging

    async def add_user(self, person: Person) -> Reply:
        """Someone joins the workspace: team_join."""
        return Reply(await self._act("join", person=asdict(person)))

    async def update_user(self, user: str, **changes: Any) -> Reply:
        """Change what Slack knows of a person (fields of Person): user_change."""
        return Reply(await self._act("change", id=user, changes=changes))

    async def deactivate(self, user: str) -> Reply:
        """Someone leaves: user_change with deleted."""
        return await self.update_user(user, deleted=True)

    async def keep_channel(self, channel_id: str, **parts: Any) -> None:
        """Make or change a channel (fields of Channel); `members` is a list of ids."""
        await self._act("channel", channel={"id": channel_id, **parts})

    async def uninstall(self) -> Reply:
        """Remove the app: its token dies, then tokens_revoked and app_uninstalled."""
        return Reply(await self._act("uninstall"))

    async def event(self, kind: str, **parts: Any) -> Reply:
        """Send any event that the app subscribed to."""
        return Reply(await self._act("event", event={"type": kind, **parts}))

    async def send(self, entry: Traffic, **changes: Any) -> Reply:
        """Deliver a payload again, as it was or with parts of it changed: a duplicate, or a forgery."""
        kinds = {"event_callback": "events_api"}
        kind = kinds.get(entry.request.get("type", ""), "interactive")
        kind = "slash_commands" if "command" in entry.request else kind
        return Reply(await self._act("send", kind=kind, payload={**entry.request, **changes}))

    async def fault(self, method: str, kind: FaultKind, *, acts: bool | None = None, **parts: Any) -> None:
        """Break a method (`*` for all, `response_url`): delay, cut, status, ratelimited or error.

        `acts` says whether the call takes effect although it fails: unless said, a cut one does, the
        others do not. `times` (1; None until cleared), `seconds`, `status` and `error` as in Fault.
        """
        takes_effect = kind == "cut" if acts is None else acts
        await self._act("fault", fault={"method": method, "kind": kind, "acts": takes_effect, **parts})

    async def clear_faults(self) -> None:
        await self._act("clear_faults")

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask connections to go: `warning`, `refresh_requested`, `link_disabled`; `cut` just breaks them."""
        await self._act("disconnect", reason=reason)

    async def advance(self, seconds: float) -> None:
        """Move the playground's ticker ahead: triggers expire, retries fall due, deadlines pass."""
        await self._act("advance", seconds=seconds)

    async def move_clock(self, user: str, to: str) -> Reply:
        """Move the civil clock to a moment of this person's day: hour, tomorrow, monday, quarter."""
        return Reply(await self._act("move_clock", user=user, to=to))

    async def reach(self, moment: datetime) -> None:
        """Say that a moment has come; the civil clock is never moved back."""
        await self._act("reach", moment=moment.timestamp())

    # speaking

    async def _act(self, act: str, **asked: Any) -> Json:
        async with self._client().post(f"{self._base}/control/act/{act}", json=asked) as response:
            return await _read(response)

    async def _get(self, path: str) -> Json:
        async with self._client().get(f"{self._base}/control/{path}") as response:
            return await _read(response)

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session


async def _read(response: aiohttp.ClientResponse) -> Json:
    done: Json = await response.json()
    if response.status == 409:
        raise Refused(done["error"])
    response.raise_for_status()
    return done


def _place(on: On) -> Json:
    if on is None:
        return {}
    return {"view": on.id} if isinstance(on, View) else {"channel": on.channel, "ts": on.ts}


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
