"""The client against a Slack that is not ours: strict in what it sends, at ease with what it gets."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.domain.ports import (
    Posted,
    SlackAway,
    SlackBusy,
    SlackFailure,
    SlackPerson,
    SlackRefused,
    SlackShut,
    SlackUnclear,
)
from bot.slack.client import SlackClient, session, web_client
from tests.bot.slack.other import JSON, OtherSlack, other_slack

TOKEN = "xoxb-outside"
IDENTITY = {"ok": True, "team_id": "T000000001", "user_id": "U000000001"}
VIEW = {"type": "modal", "title": {"type": "plain_text", "text": "Grüße"}, "blocks": []}
PAGE = "<!doctype html><title>Nothing here</title>"


@pytest.fixture
async def other() -> AsyncIterator[OtherSlack]:
    """A Slack that is not ours."""
    async with other_slack() as made:
        yield made


@pytest.fixture
async def slack(other: OtherSlack) -> AsyncIterator[SlackClient]:
    """A client of it."""
    async with session() as http:
        yield SlackClient(web_client(TOKEN, other.url, http), http)


async def failure(slack: SlackClient) -> SlackFailure:
    """How a post fails."""
    with pytest.raises(SlackFailure) as raised:
        await slack.post("D1", {"text": "Hello"})
    return raised.value


async def test_every_call_is_a_form_in_a_post(slack: SlackClient, other: OtherSlack) -> None:
    """Reading and writing alike; nothing stands in the address, where some would not look for it."""
    other.says(IDENTITY | {"user": {"id": "U1"}, "members": [], "channel": {"id": "D1"}, "ts": "1.1"})

    await slack.identity()
    await slack.person("U1")
    await slack.people()
    await slack.dm_channel("U1")
    await slack.permalink("C1", "1.1")
    await slack.open_view("1.2.x", VIEW)
    await slack.publish_home("U1", VIEW)
    await slack.post_only_to("U1", "C1", {"text": "Hello"})
    await slack.replace("D1", "1.1", {"text": "Hello"})

    assert {(sent.verb, sent.kind) for sent in other.sent} == {("POST", "application/x-www-form-urlencoded")}
    assert not [sent.path for sent in other.sent if "?" in sent.path]
    assert {sent.token for sent in other.sent} == {f"Bearer {TOKEN}"}


async def test_what_is_no_text_goes_as_json(slack: SlackClient, other: OtherSlack) -> None:
    """Views, blocks, numbers and flags; what is not given is not sent."""
    message = {"text": "Thanks & <more>", "blocks": [{"type": "divider"}]}
    other.says({"ok": True, "ts": "1.1", "channel": "D1"})

    await slack.update_view("V1", VIEW, None)
    await slack.post("D1", message)

    updated, posted = (sent.form for sent in other.sent)
    assert json.loads(updated["view"]) == VIEW
    assert "hash" not in updated
    assert posted["text"] == message["text"]
    assert json.loads(posted["blocks"]) == message["blocks"]
    assert posted["unfurl_links"] == "false"


async def test_an_app_token_stands_in_for_the_bots_own(slack: SlackClient, other: OtherSlack) -> None:
    """apps.connections.open is asked with the app's token alone."""
    await slack.check_app_token("xapp-outside")

    (asked,) = other.sent
    assert (asked.token, asked.form) == ("Bearer xapp-outside", {})


@pytest.mark.parametrize("kind", [None, "text/plain", "text/html; charset=utf-8", "text/javascript"])
async def test_json_is_read_whatever_it_is_called(
    slack: SlackClient, other: OtherSlack, kind: str | None
) -> None:
    """An answer counts by what it holds."""
    other.says(IDENTITY, kind=kind)

    found = await slack.identity()

    assert (found.team_id, found.user_id) == ("T000000001", "U000000001")


async def test_an_identity_needs_two_ids(slack: SlackClient, other: OtherSlack) -> None:
    """Without a name the team is called by its id; there may be no bot id."""
    other.says(IDENTITY)

    found = await slack.identity()

    assert (found.team_name, found.bot_id) == ("T000000001", "")


@pytest.mark.parametrize("missing", ["team_id", "user_id"])
async def test_an_identity_without_one_is_no_answer(
    slack: SlackClient, other: OtherSlack, missing: str
) -> None:
    """Said with the name of what is missing."""
    other.says({name: value for name, value in IDENTITY.items() if name != missing})

    with pytest.raises(SlackUnclear, match=f"no_{missing}"):
        await slack.identity()


async def test_a_person_may_be_no_more_than_an_id(slack: SlackClient, other: OtherSlack) -> None:
    """Name and zone are then the least that there is; a list may come without pages."""
    other.says(IDENTITY | {"members": [{"id": "U1"}], "user": {}})

    people, person = await slack.people(), await slack.person("U2")

    assert people == [SlackPerson(id="U1", name="U1", zone="UTC")]
    assert person == SlackPerson(id="U2", name="U2", zone="UTC")


@pytest.mark.parametrize("metadata", [{}, {"response_metadata": None}, {"response_metadata": {}}])
async def test_a_list_without_a_next_page_is_at_its_end(
    slack: SlackClient, other: OtherSlack, metadata: dict[str, Any]
) -> None:
    """However that is said."""
    other.says(IDENTITY | {"members": [{"id": "U1"}]} | metadata)

    assert len(await slack.people()) == 1


@pytest.mark.parametrize(
    ("said", "posted"),
    [
        ({}, Posted(channel="D1", ts="")),
        ({"ts": "1.1"}, Posted(channel="D1", ts="1.1")),
        ({"ts": "1.1", "channel": "D2"}, Posted(channel="D2", ts="1.1")),
    ],
    ids=["nothing", "a moment", "all"],
)
async def test_a_post_that_was_taken_is_posted(
    slack: SlackClient, other: OtherSlack, said: dict[str, str], posted: Posted
) -> None:
    """Where it stands is where it was sent, unless the answer says otherwise."""
    other.says({"ok": True} | said)

    assert await slack.post("D1", {"text": "Hello"}) == posted


async def test_an_answer_without_an_address_gives_none(slack: SlackClient, other: OtherSlack) -> None:
    """As where the bot may not see the message."""
    assert await slack.permalink("C1", "1.1") is None


async def test_a_dm_without_a_channel_is_no_answer(slack: SlackClient, other: OtherSlack) -> None:
    """Nothing can be sent to it."""
    with pytest.raises(SlackUnclear, match="no_id"):
        await slack.dm_channel("U1")


@pytest.mark.parametrize(
    ("said", "status", "meaning", "code"),
    [
        ({"ok": False, "error": "not_in_channel"}, 200, SlackRefused, "not_in_channel"),
        ({"ok": False, "error": "token_revoked"}, 200, SlackShut, "token_revoked"),
        ({"ok": False, "error": "unknown_method"}, 404, SlackRefused, "unknown_method"),
        ({"ok": False}, 200, SlackRefused, "http_200"),
        ({"ok": False, "error": "fatal_error"}, 200, SlackUnclear, "fatal_error"),
        ({"ok": False, "error": "ratelimited"}, 200, SlackBusy, "ratelimited"),
        ({"message": "Not Found"}, 404, SlackAway, "http_404"),
        (PAGE, 403, SlackAway, "http_403"),
        (PAGE, 200, SlackUnclear, "http_200"),
        (PAGE, 502, SlackUnclear, "http_502"),
        ("", 500, SlackUnclear, "http_500"),
        ("", 200, SlackUnclear, "http_200"),
        ("[true]", 200, SlackUnclear, "http_200"),
        ('{"ok":tr', 200, SlackUnclear, "http_200"),
    ],
)
@pytest.mark.parametrize("kind", [JSON, "text/html", "text/plain"])
async def test_a_failure_is_sorted_by_what_it_means(
    slack: SlackClient,
    other: OtherSlack,
    said: Any,
    status: int,
    meaning: type[SlackFailure],
    code: str,
    kind: str,
) -> None:
    """Slack's own no is for good; what never reached it is surely not done; all else nobody can tell."""
    other.says(said, status, kind)

    failed = await failure(slack)

    assert (type(failed), failed.code) == (meaning, code)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("30", 30.0), ("0", 0.0), ("soon", 1.0), ("-5", 1.0), ("inf", 1.0), ("9" * 400, 1.0), ("", 1.0)],
)
async def test_how_long_to_wait_is_believed_where_it_is_a_number(
    slack: SlackClient, other: OtherSlack, header: str, seconds: float
) -> None:
    """Else it is a second."""
    other.says("", 429, Retry_After=header)

    failed = await failure(slack)

    assert isinstance(failed, SlackBusy)
    assert failed.seconds == seconds


async def test_who_does_not_listen_was_not_told() -> None:
    """A refused connection is surely nothing done."""
    async with other_slack() as gone:
        address = gone.url
    async with session() as http:
        failed = await failure(SlackClient(web_client(TOKEN, address, http), http))

    assert (type(failed), failed.code) == (SlackAway, "not_connected")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"])
async def test_calls_on_this_machine_go_to_no_proxy(
    other: OtherSlack, monkeypatch: pytest.MonkeyPatch, name: str, host: str
) -> None:
    """A proxy of the environment could not reach them."""
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with session() as http:
        slack = SlackClient(web_client(TOKEN, other.url.replace("127.0.0.1", host), http), http)

        await slack.post("D1", {"text": "Hello"})

    assert len(other.sent) == 1


async def test_calls_to_elsewhere_go_to_the_proxy(other: OtherSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the operator's network wants it."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    async with session() as http:
        client = web_client(TOKEN, "https://slack.example/api/", http)

    assert client.proxy == "http://127.0.0.1:9"
