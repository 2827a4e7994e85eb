"""What a careful person would write by hand: Bolt, the same read, views.open, and nothing else."""

import asyncio
import os
from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bench.desk import IDENTITY, desk
from bot.deps import Deps
from bot.slack.client import session, web_client
from bot.usecases.kudos import open_kudos


def _view(skills: list[tuple[str, str]], receiver: str, text: str) -> dict[str, Any]:
    options = [{"text": {"type": "plain_text", "text": title}, "value": key} for key, title in skills]
    chooser = {"type": "users_select", "action_id": "receiver", "initial_user": receiver}
    box = {"type": "plain_text_input", "action_id": "text", "multiline": True, "initial_value": text}
    menu = {"type": "multi_static_select", "action_id": "skills", "options": options}
    labels = {"receiver": chooser, "text": box, "skills": menu}
    blocks = [
        {"type": "input", "block_id": name, "label": {"type": "plain_text", "text": name}, "element": element}
        for name, element in labels.items()
    ]
    return {
        "type": "modal",
        "callback_id": "kudos",
        "title": {"type": "plain_text", "text": "Give kudos"},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": blocks,
    }


def application(deps: Deps, app: AsyncApp) -> web.Application:
    """The listener and its server."""

    @app.command("/growth")
    async def on_kudos(ack: Any, body: dict[str, Any], client: Any) -> None:
        receiver = body["text"].partition("<@")[2].partition("|")[0]
        known = await open_kudos(deps, body["user_id"], receiver)
        framework = known.skills.framework
        skills = [(one.key, one.title) for one in framework.competencies] if framework else []
        await client.views_open(
            trigger_id=body["trigger_id"], view=_view(skills, receiver, "Mended the build")
        )
        await ack()

    async def on_slack(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    async def on_ready(_: web.Request) -> web.Response:
        return web.Response()

    site = web.Application()
    site.router.add_post("/slack/events", on_slack)
    site.router.add_get("/readyz", on_ready)
    return site


async def main() -> None:
    """Serve until ended."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id=IDENTITY.team_id,
            bot_token="xoxb-bench",
            bot_id="B0BOT",
            bot_user_id="U0BOT",
        )

    environ = os.environ
    async with desk(environ["TRELLIS_DATABASE_URL"], environ["SLACK_API_URL"]) as deps, session() as http:
        app = AsyncApp(
            client=web_client("xoxb-bench", environ["SLACK_API_URL"], http),
            authorize=authorize,
            signing_secret=environ["SLACK_SIGNING_SECRET"],
            process_before_response=True,
        )
        runner = web.AppRunner(application(deps, app), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", int(environ["TRELLIS_PORT"])).start()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
