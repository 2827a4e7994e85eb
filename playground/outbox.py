"""Sends payloads to the app, measures the three seconds, and tries events again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from playground.about import about_payload
from playground.carriers import TIMED_OUT, Answer, Carrier, Parcel
from playground.clock import Clock
from playground.traffic import Traffic

ACK = 3.0  # seconds to acknowledge: SLACK.md 1
RETRY_WAITS = (0.0, 60.0, 300.0)  # seconds before each further try of an event: SLACK.md 1


class Outbox:
    """One way out, whichever carrier is in use; `retry_scale` stretches the waits between tries."""

    def __init__(self, carrier: Carrier, clock: Clock, traffic: Traffic, retry_scale: float) -> None:
        self.carrier = carrier
        self._clock = clock
        self._traffic = traffic
        self._retry_scale = retry_scale
        self._underway: set[asyncio.Task[None]] = set()

    async def send(self, parcel: Parcel) -> Answer:
        """Deliver once; an answer after three seconds counts as none."""
        started = self._clock.ticks()
        try:
            answer = await self._clock.within(ACK, self.carrier.carry(parcel))
        except TimeoutError:
            answer = Answer(problem=TIMED_OUT)
        answer = replace(answer, seconds=self._clock.ticks() - started)
        self._note(parcel, answer)
        return answer

    async def send_event(self, envelope: Mapping[str, Any]) -> Answer:
        """Deliver an event; gives the first answer, and goes on trying behind it."""
        first: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(self._keep_trying(dict(envelope), first))
        self._underway.add(task)
        task.add_done_callback(self._underway.discard)
        return await first

    async def _keep_trying(self, envelope: dict[str, Any], first: asyncio.Future[Answer]) -> None:
        parcel = Parcel(kind="events_api", payload=envelope)
        answer = await self.send(parcel)
        first.set_result(answer)
        for attempt, wait in enumerate(RETRY_WAITS, start=1):
            if answer.acked or answer.headers.get("X-Slack-No-Retry") == "1":
                return
            await self._clock.sleep(wait * self._retry_scale)
            answer = await self.send(replace(parcel, attempt=attempt, reason=_reason(answer)))

    async def stop(self) -> None:
        """Give up on what is still to be tried again."""
        for task in list(self._underway):
            task.cancel()
        await asyncio.gather(*self._underway, return_exceptions=True)

    def _note(self, parcel: Parcel, answer: Answer) -> None:
        self._traffic.note(
            at=self._clock.wall(),
            kind="delivery",
            name=parcel_name(parcel),
            request=parcel.payload,
            answer=answer.body,
            status=answer.status,
            seconds=answer.seconds,
            about=about_payload(parcel.payload),
            problem=answer.problem,
            attempt=parcel.attempt,
        )


def parcel_name(parcel: Parcel) -> str:
    """What a payload is called in the log: the command, the event's type, the interaction's type."""
    payload = parcel.payload
    if parcel.kind == "slash_commands":
        return str(payload.get("command", ""))
    if parcel.kind == "events_api":
        return str(payload.get("event", payload).get("type", ""))
    return str(payload.get("type", ""))


def _reason(answer: Answer) -> str:
    if answer.problem == TIMED_OUT:
        return "http_timeout"
    return "http_error" if answer.status else "connection_failed"
