"""Events: their envelope, who gets them, and how they are tried again."""

from __future__ import annotations

import pytest
from aiohttp import web

from playground.control import Control, Refused
from tests.playground.an_app import MANIFEST, App, buttons, home, http_app, lapse, socket_app


async def test_envelope(app: App, slack: Control) -> None:
    """An event comes in Slack's envelope, for this workspace and app."""
    await slack.open_home("U0ANA")

    got = await app.last()
    assert (got["type"], got["team_id"]) == ("event_callback", app.slack.team_id)
    assert got["event_id"].startswith("Ev")
    assert got["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": app.slack.team_id,
            "user_id": app.slack.bot_user_id,
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]


async def test_home_opened(app: App, slack: Control) -> None:
    """Opening Home tells who and where, and carries the Home that was there before."""
    await slack.open_home("U0ANA")
    first = (await app.last())["event"]
    await app.call("views.publish", user_id="U0ANA", view=home(buttons("Go")))

    shown = await slack.open_home("U0ANA")

    second = (await app.last())["event"]
    assert (first["type"], first["user"], first["tab"], "view" in first) == (
        "app_home_opened",
        "U0ANA",
        "home",
        False,
    )
    assert shown
    assert second["view"]["id"] == shown.id


async def test_messages_opened(app: App, slack: Control) -> None:
    """Opening the messages tab is told as such."""
    await slack.open_messages("U0ANA")

    assert (await app.last())["event"]["tab"] == "messages"


async def test_home_published_while_opening(app: App, slack: Control) -> None:
    """What the app publishes before it acknowledges is what the person sees on opening."""

    async def publish(payload: dict[str, object]) -> None:
        await app.call("views.publish", user_id="U0ANA", view=home(buttons("Fresh")))

    app.answer = publish

    shown = await slack.open_home("U0ANA")

    assert shown
    assert shown.buttons == ["Fresh"]


async def test_mention(app: App, slack: Control) -> None:
    """A message that names the app where it is a member reaches it, with ids for names."""
    message = await slack.post("U0ANA", "@trellis summary @sam", "general")

    event = (await app.last())["event"]
    assert event["type"] == "app_mention"
    assert event["text"] == f"<@{app.slack.bot_user_id}> summary <@U0SAM>"
    assert (event["channel"], event["ts"], event["user"]) == ("C0GENERAL", message.ts, "U0ANA")


async def test_mention_reply(app: App, slack: Control) -> None:
    """`mention` names the app by itself, and its reply shows what the person saw come of it."""

    async def answer(payload: dict[str, object]) -> None:
        await app.call("chat.postEphemeral", channel="C0GENERAL", user="U0ANA", text="Sent to you")

    app.answer = answer

    reply = await slack.mention("U0ANA", "summary", "general")

    assert reply.messages[-1].text == "Sent to you"


@pytest.mark.parametrize(("text", "channel"), [("@trellis hi", "corner"), ("hi", "general")])
async def test_no_mention(app: App, slack: Control, text: str, channel: str) -> None:
    """Messages that do not name the app, or stand where it is not, do not reach it."""
    await slack.post("U0ANA", text, channel)

    assert app.received.empty()


async def test_archived(slack: Control) -> None:
    """Nobody writes in an archived channel."""
    with pytest.raises(Refused, match="old is archived"):
        await slack.post("U0ANA", "hi", "old")


async def test_unsubscribed() -> None:
    """An event that the manifest does not ask for is not sent."""
    settings = {**MANIFEST["settings"], "event_subscriptions": {"bot_events": ["app_mention"]}}
    async with socket_app(manifest={**MANIFEST, "settings": settings}) as app:
        await app.slack.control.open_home("U0ANA")

        assert app.received.empty()


async def test_event_without_scope() -> None:
    """An event whose scope the manifest lacks is not sent, though it is subscribed to."""
    async with socket_app(manifest={**MANIFEST, "oauth_config": {"scopes": {"bot": ["chat:write"]}}}) as app:
        await app.slack.control.update_user("U0ANA", tz="Asia/Tokyo")
        await app.slack.control.post("U0ANA", "@trellis hi", "general")

        assert app.received.empty()


async def test_no_tab() -> None:
    """A tab that the manifest does not have cannot be opened."""
    features = {**MANIFEST["features"], "app_home": {}}
    async with socket_app(manifest={**MANIFEST, "features": features}) as app:
        with pytest.raises(Refused, match="has no home tab"):
            await app.slack.control.open_home("U0ANA")


async def test_retries_by_socket(app: App, slack: Control) -> None:
    """An event without acknowledgement comes again at once, after 1 and 5 minutes, then no more."""
    app.stays_silent()
    await lapse(app, 3, slack.open_home("U0ANA"))
    for failed, wait in enumerate((0, 60, 300), start=1):
        await slack.traffic("app_home_opened", least=failed)
        await slack.advance(wait)
        await app.received.get()
        await slack.advance(3)
    await slack.traffic("app_home_opened", least=4)
    await slack.advance(10_000)
    app.says(None)
    await slack.open_home("U0SAM")

    tries = [(one["retry_attempt"], one["retry_reason"]) for one in app.envelopes]
    late = "http_timeout"
    assert tries == [(0, ""), (1, late), (2, late), (3, late), (0, "")]
    assert len({one["payload"]["event_id"] for one in app.envelopes}) == 2


async def test_retries_by_http() -> None:
    """Over HTTP a retry says in its headers which it is and why."""
    async with http_app() as app:
        app.says(web.Response(status=500))
        await app.slack.control.open_home("U0ANA")
        await app.received.get()
        await app.received.get()

        retry = app.headers[1]
        assert (retry["X-Slack-Retry-Num"], retry["X-Slack-Retry-Reason"]) == ("1", "http_error")
        assert "X-Slack-Retry-Num" not in app.headers[0]


async def test_no_retry() -> None:
    """An answer may forbid further tries."""
    async with http_app() as app:
        app.says(web.Response(status=500, headers={"X-Slack-No-Retry": "1"}))
        await app.slack.control.open_home("U0ANA")
        await app.slack.control.advance(400)
        await app.slack.control.open_home("U0ANA")

        assert ["X-Slack-Retry-Num" in headers for headers in app.headers] == [False, False]


async def test_retry_ends(app: App, slack: Control) -> None:
    """Once a try is acknowledged there are no more."""
    app.stays_silent()
    await lapse(app, 3, slack.open_home("U0ANA"))
    await app.received.get()
    app.says(None)
    await slack.advance(3)
    await slack.traffic("app_home_opened", least=2)
    await slack.advance(60)
    await slack.traffic("app_home_opened", least=3)
    await slack.advance(10_000)
    await slack.open_home("U0SAM")

    assert [one["retry_attempt"] for one in app.envelopes] == [0, 1, 2, 0]


async def test_scaled_waits() -> None:
    """The waits between tries can be shortened."""
    async with socket_app(retry_scale=0.0) as app:
        app.stays_silent()
        await lapse(app, 3, app.slack.control.open_home("U0ANA"))
        for _ in range(3):
            await app.received.get()
            await app.slack.control.advance(3)

        assert len(await app.slack.control.traffic("app_home_opened", least=4)) == 4
