"""The one real client of Slack: calls, and failures sorted by what they mean for us (DESIGN 6.3)."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from yarl import URL

from bot.domain.ports import (
    Attachment,
    Identity,
    Payload,
    Posted,
    SlackAway,
    SlackBusy,
    SlackFailure,
    SlackPerson,
    SlackRefused,
    SlackShut,
    SlackUnclear,
)
from bot.settings import is_on_this_machine

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 10.0
PAGE = 200
_UNCLEAR = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
# About the token and not what was asked (https://docs.slack.dev/reference/methods/chat.postMessage, errors).
_SHUT = frozenset(
    {
        "access_denied",
        "account_inactive",
        "accesslimited",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "team_added_to_org",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    }
)
_NEVER_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
_QUIET = {"unfurl_links": False, "unfurl_media": False, "link_names": False, "parse": "none"}


def session() -> aiohttp.ClientSession:
    """The HTTP session that all calls share; close it at the end."""
    timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS, sock_connect=CONNECT_SECONDS)
    connector = aiohttp.TCPConnector(limit=32)
    return aiohttp.ClientSession(timeout=timeout, connector=connector, response_class=_Answer)


def web_client(token: str, api_url: str, http: aiohttp.ClientSession) -> AsyncWebClient:
    """A client that repeats nothing by itself: a repeated post could arrive twice."""
    client = _FormClient(token=token, base_url=api_url, session=http, retry_handlers=[])
    if is_on_this_machine(api_url):  # where a proxy of the environment cannot reach
        client.proxy = None
    return client


class _FormClient(AsyncWebClient):
    """Sends every call as a form in the body of a POST.

    Slack takes that for all its methods (https://docs.slack.dev/apis/web-api, "POST bodies"), and so does
    whatever else speaks its protocol; what the SDK sends by itself is now a query, now JSON.
    """

    async def api_call(
        self,
        api_method: str,
        *,
        params: Mapping[str, Any] | None = None,
        json: Mapping[str, Any] | None = None,
        **_: Any,
    ) -> AsyncSlackResponse:
        """Call a method; a token among the arguments stands in for the client's own."""
        arguments = {**(params or {}), **(json or {})}
        token = {"token": arguments.pop("token", None)}
        form = {name: _field(value) for name, value in arguments.items() if value is not None}
        body = URL.build(query=form).raw_query_string.encode()  # ten times as quick as the SDK's own way
        return await super().api_call(api_method, params=token, data=body)  # type: ignore[arg-type]  # goes as it is


class _Answer(aiohttp.ClientResponse):
    """An answer is the JSON object that it holds, whatever it says that it is; or None."""

    @property
    def content_type(self) -> str:
        """What the SDK goes by; no method that Trellis calls answers with anything else."""
        return "application/json"

    async def json(self, **_: Any) -> Any:
        """The object, or None where there is none."""
        try:
            said = await super().json(content_type=None)
        except ValueError:
            return None
        return said if isinstance(said, dict) else None


class SlackClient:
    """Speaks to Slack over its Web API."""

    def __init__(self, client: AsyncWebClient, http: aiohttp.ClientSession) -> None:
        self._client = client
        self._http = http
        self._team_id: str | None = None

    async def identity(self) -> Identity:
        """Who the bot is."""
        said = await _ask(self._client.auth_test)
        team_id = _part(said, "team_id")
        return Identity(
            team_id=team_id,
            team_name=said.get("team") or team_id,
            user_id=_part(said, "user_id"),
            bot_id=said.get("bot_id") or "",
        )

    async def scopes(self) -> frozenset[str] | None:
        """What the bot was granted (a header of auth.test), or None where this Slack does not say."""
        said = await _said(self._client.auth_test)
        granted = said.headers.get("x-oauth-scopes")
        return None if granted is None else frozenset(filter(None, map(str.strip, granted.split(","))))

    async def check_app_token(self, app_token: str) -> None:
        """Whether Socket Mode would be opened for an app token (apps.connections.open)."""
        await _ask(self._client.apps_connections_open, app_token=app_token)

    async def person(self, person_id: str) -> SlackPerson:
        """One person."""
        said = await _ask(self._client.users_info, user=person_id)
        return slack_person({"id": person_id, **(said.get("user") or {})}, await self._team())

    async def people(self) -> list[SlackPerson]:
        """Everybody, page by page."""
        team_id = await self._team()
        found: list[SlackPerson] = []
        cursor = ""
        while True:
            said = await _ask(self._client.users_list, limit=PAGE, cursor=cursor)
            found.extend(slack_person(user, team_id) for user in said.get("members") or ())
            cursor = (said.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return found

    async def _team(self) -> str:
        if self._team_id is None:
            self._team_id = (await self.identity()).team_id
        return self._team_id

    async def open_view(self, trigger_id: str, view: Payload) -> None:
        """Open a modal."""
        await _ask(self._client.views_open, trigger_id=trigger_id, view=view)

    async def push_view(self, trigger_id: str, view: Payload) -> None:
        """Open a modal on top of another."""
        await _ask(self._client.views_push, trigger_id=trigger_id, view=view)

    async def update_view(self, view_id: str, view: Payload, view_hash: str | None) -> None:
        """Replace an open modal."""
        await _ask(self._client.views_update, view_id=view_id, view=view, hash=view_hash)

    async def publish_home(self, person_id: str, view: Payload) -> None:
        """Show a person their Home."""
        await _ask(self._client.views_publish, user_id=person_id, view=view)

    async def dm_channel(self, person_id: str) -> str:
        """The DM of a person with the bot."""
        said = await _ask(self._client.conversations_open, users=person_id)
        return _part(said.get("channel") or {}, "id")

    async def post(self, channel: str, message: Payload) -> Posted:
        """Post a message; links stay closed and nothing typed becomes a mention."""
        said = await _ask(self._client.chat_postMessage, channel=channel, **message, **_QUIET)
        return Posted(channel=said.get("channel") or channel, ts=said.get("ts") or "")

    async def replace(self, channel: str, ts: str, message: Payload) -> None:
        """Put another message in the place of one of ours."""
        quiet = {"link_names": False, "parse": "none"}
        await _ask(self._client.chat_update, channel=channel, ts=ts, **message, **quiet)

    async def remove(self, channel: str, ts: str) -> None:
        """Take a message of ours away."""
        await _ask(self._client.chat_delete, channel=channel, ts=ts)

    async def share(self, channel: str, files: Sequence[Attachment], comment: str) -> tuple[str, ...]:
        """Send files with a line above them; returns their ids. Nothing shows before the last call."""
        try:
            known = [{"id": await self._uploaded(one), "title": one.title} for one in files]
            await _ask(
                self._client.files_completeUploadExternal,
                files=known,
                channel_id=channel,
                initial_comment=comment,
            )
        except SlackShut as shut:
            # Files are a scope of their own that a workspace may leave out.
            raise SlackRefused(shut.code) if shut.code == "missing_scope" else shut from None
        return tuple(one["id"] for one in known)

    async def _uploaded(self, file: Attachment) -> str:
        """The id of a file whose bytes Slack has, and that nobody sees yet; raises SlackFailure."""
        said = await _ask(
            self._client.files_getUploadURLExternal, filename=file.name, length=len(file.content)
        )
        address = _part(said, "upload_url")
        if not address.startswith("https://") and not is_on_this_machine(address):
            raise SlackAway("upload_not_private")
        try:
            async with self._http.post(address, data=file.content) as answer:
                if answer.status != 200:
                    raise SlackAway(f"upload_{answer.status}")
        except (aiohttp.ClientError, TimeoutError) as error:
            raise SlackAway(type(error).__name__) from None
        return _part(said, "file_id")

    async def remove_file(self, file_id: str) -> None:
        """Take a file of ours away."""
        await _ask(self._client.files_delete, file=file_id)

    async def post_only_to(self, person_id: str, channel: str, message: Payload) -> None:
        """Show a message in a channel to one person."""
        quiet = {"link_names": False, "parse": "none"}
        await _ask(self._client.chat_postEphemeral, channel=channel, user=person_id, **message, **quiet)

    async def permalink(self, channel: str, ts: str) -> str | None:
        """The address of a message, or None where the bot may not see it."""
        try:
            said = await _ask(self._client.chat_getPermalink, channel=channel, message_ts=ts)
        except SlackRefused:
            return None
        address: str | None = said.get("permalink")
        return address


def slack_person(user: Payload, team_id: str) -> SlackPerson:
    """Slack's user object, as users.info, users.list and the user events give it.

    Who belongs to another team is a stranger, but for one of the same enterprise (SLACK.md 6).
    """
    profile = user.get("profile") or {}
    name = (
        profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name")
    )
    is_foreign = user.get("team_id") not in {None, "", team_id} and not user.get("enterprise_user")
    return SlackPerson(
        id=user["id"],
        name=name or user["id"],
        zone=user.get("tz") or "UTC",
        is_bot=bool(user.get("is_bot")) or user["id"] == "USLACKBOT",
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_stranger=bool(user.get("is_stranger")) or is_foreign,
        is_admin=bool(user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner")),
        is_deactivated=bool(user.get("deleted")),
    )


def _field(value: Any) -> str:
    """An argument as it stands in a form: what is no text goes as JSON."""
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))


def _part(said: Mapping[str, Any], name: str) -> str:
    """A part without which an answer is none."""
    found = said.get(name)
    if not isinstance(found, str) or not found:
        raise SlackUnclear(f"no_{name}")
    return found


async def _ask(method: Callable[..., Awaitable[AsyncSlackResponse]], **arguments: Any) -> dict[str, Any]:
    said = await _said(method, **arguments)
    answer: dict[str, Any] = said.data if isinstance(said.data, dict) else {}
    return answer


async def _said(method: Callable[..., Awaitable[AsyncSlackResponse]], **arguments: Any) -> AsyncSlackResponse:
    try:
        return await method(**arguments)
    except SlackApiError as error:
        raise _failure(error.response) from None
    except _NEVER_CONNECTED:
        raise SlackAway("not_connected") from None
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise SlackUnclear(type(error).__name__) from None


def _failure(response: AsyncSlackResponse) -> SlackFailure:
    """What an answer without `ok` means; where Slack's own word is missing, something else answered."""
    answer = response.data if isinstance(response.data, dict) else {}
    status, is_slacks = response.status_code, bool(answer.get("error")) or answer.get("ok") is False
    code = str(answer.get("error") or f"http_{status}")
    if status == 429 or code in {"ratelimited", "rate_limited"}:
        return SlackBusy(code, _seconds(response.headers.get("Retry-After")))
    if status >= 500 or code in _UNCLEAR:
        return SlackUnclear(code)
    if is_slacks:
        return SlackShut(code) if code in _SHUT else SlackRefused(code)
    return SlackAway(code) if status >= 400 else SlackUnclear(code)


def _seconds(text: str | None) -> float:
    """Retry-After, in whole seconds as Slack gives it (SLACK.md 2); one where it is none."""
    return float(text) if text and text.isdecimal() and len(text) < 6 else 1.0
