"""The one handler layer under both doors: gate, deadline, and what a person is told when an act fails."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.deps import Deps
from bot.domain.ports import Identity, SlackFailure
from bot.errors import BotError
from bot.listeners.presses import settle_pressed
from bot.listeners.surfaces import Surface, answer, notice_trigger, surface_of
from bot.logs import without_words
from bot.usecases.people import introduce
from bot.views.notices import notice
from bot.words import errors as words

DEADLINE_SECONDS = 2.5
_log = structlog.get_logger()


class TrellisApp(AsyncApp):
    """Bolt with a deadline, a refusal of other workspaces, and an orderly end (SLACK.md 1)."""

    def __init__(
        self,
        *,
        client: Any,
        identity: Identity,
        token: str,
        deps: Deps,
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        known = AuthorizeResult(
            enterprise_id=None,
            team_id=identity.team_id,
            bot_user_id=identity.user_id,
            bot_id=identity.bot_id,
            bot_token=token,
        )

        async def authorize(**_: Any) -> AuthorizeResult:
            return known

        super().__init__(
            name="trellis",  # else Bolt looks for our file's name through the whole stack, for 0.1 s
            client=client,
            authorize=authorize,
            process_before_response=True,
            request_verification_enabled=False,
            logger=logging.getLogger("trellis.bolt"),
        )
        self.deps = deps
        self._deadline = deadline
        self.is_draining = False
        self._in_flight: set[asyncio.Task[Any] | None] = set()
        self.use(self._admit)
        self.error(self._report)

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """Answer within 2.5 s; another workspace's requests change nothing."""
        if self.is_draining:
            return BoltResponse(status=503)
        task = asyncio.current_task()
        self._in_flight.add(task)
        try:
            return await self._answer(req)
        finally:
            self._in_flight.discard(task)

    async def drain(self, seconds: float) -> None:
        """Take nothing new and wait for what is being answered."""
        self.is_draining = True
        running = {task for task in self._in_flight if task is not None}
        if running:
            await asyncio.wait(running, timeout=seconds)

    async def _answer(self, req: AsyncBoltRequest) -> BoltResponse:
        surface = surface_of(req.body)
        if req.context.team_id not in {None, self.deps.workspace_id}:
            return answer(surface, req.body, words.other_workspace())
        try:
            async with asyncio.timeout(self._deadline):
                response = await super().async_dispatch(req)
        except TimeoutError:
            _log.warning("too_slow", surface=surface)
            return (
                BoltResponse(status=503)
                if surface is Surface.EVENT
                else answer(surface, req.body, words.too_slow())
            )
        is_idle = response.status == HTTPStatus.NOT_FOUND and req.body.get("type") == "event_callback"
        return BoltResponse(status=200) if is_idle else response  # nobody listens: no need to tell it again

    async def _admit(
        self,
        body: Mapping[str, Any],
        context: AsyncBoltContext,
        next: Callable[[], Awaitable[Any]],  # noqa: A002  # Bolt's name
    ) -> BoltResponse | None:
        """Give the listener `deps`, `slack` and `actor`; guests, bots, leavers and strangers are refused."""
        context["deps"], context["slack"] = self.deps, self.deps.slack
        surface = surface_of(body)
        if surface is not Surface.EVENT:
            actor = await introduce(self.deps, context.user_id or "")
            if actor is None or not actor.may_take_part:
                return answer(surface, body, words.not_for_you())
            context["actor"] = actor
            await settle_pressed(self.deps, actor, body)
        await next()
        return None

    async def _report(self, error: Exception, body: Mapping[str, Any]) -> BoltResponse:
        """Say what happened where the person is looking; what nobody foresaw gets a reference and a log."""
        surface = surface_of(body)
        if isinstance(error, BotError):
            sentence, field = words.sentence(error), error.field
        else:
            reference = self.deps.ids()[-6:]
            code = {"code": error.code} if isinstance(error, SlackFailure) else {}
            _log.error("failed", reference=reference, surface=surface, **without_words(error), **code)
            if surface is Surface.EVENT:
                return BoltResponse(status=500)
            sentence, field = words.unforeseen(reference), None
        trigger = notice_trigger(surface, body)
        if trigger is not None:
            await self._notify(surface, trigger, sentence)
        return answer(surface, body, sentence, field)

    async def _notify(self, surface: Surface, trigger: str, sentence: str) -> None:
        show = self.deps.slack.push_view if surface is Surface.MODAL_ACTION else self.deps.slack.open_view
        try:
            await show(trigger, notice(sentence).payload)
        except SlackFailure as failure:
            _log.warning("notice_not_shown", code=failure.code)
