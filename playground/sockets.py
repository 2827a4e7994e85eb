"""Socket Mode: up to ten connections, each payload to one of them, acknowledged by envelope id."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from playground.carriers import FAILED, Answer, Parcel
from playground.clock import Clock
from playground.ids import Ids
from playground.model import Json

MOST = 10  # connections an app: SLACK.md 1
GRACE = 10.0  # seconds to leave by oneself after a refresh was asked for
HOST = "applink-playground"


class Connection:
    """One WebSocket of the app, with the envelopes it still has to acknowledge."""

    def __init__(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        self.socket = socket
        self.transport = transport
        self.leaving = False
        self._waiting: dict[str, asyncio.Future[Answer]] = {}

    async def deliver(self, envelope: Json) -> Answer:
        """Send an envelope and wait for its acknowledgement; the end of the socket ends the wait."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = answer
        try:
            await self.socket.send_json(envelope)
            return await answer
        except ConnectionError:
            return Answer(problem=FAILED)
        finally:
            del self._waiting[envelope["envelope_id"]]

    def acknowledge(self, text: str) -> None:
        """Take what the app sent; what answers no open envelope of this socket is ignored."""
        try:
            message = json.loads(text)
        except ValueError:
            return
        answer = self._waiting.get(message.get("envelope_id", "")) if isinstance(message, dict) else None
        if answer and not answer.done():
            answer.set_result(Answer(status=200, body=message.get("payload") or None))

    def lose_all(self) -> None:
        """The socket is gone, and with it every acknowledgement still due on it."""
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_result(Answer(problem=FAILED))


class Sockets:
    """The app's connections; a carrier of parcels."""

    def __init__(self, ids: Ids, clock: Clock, app_id: str, changed: Callable[[], None]) -> None:
        self._ids = ids
        self._clock = clock
        self._app_id = app_id
        self._changed = changed
        self._tickets: set[str] = set()
        self._open: list[Connection] = []
        self._closing: list[asyncio.Task[None]] = []
        self._turn = 0

    @property
    def ready(self) -> list[Connection]:
        """The connections that payloads may go to."""
        return [connection for connection in self._open if not connection.leaving]

    def ticket(self) -> str:
        """What apps.connections.open puts in the address; good for one connection."""
        ticket = self._ids.token()
        self._tickets.add(ticket)
        return ticket

    async def carry(self, parcel: Parcel) -> Answer:
        """Give the parcel to the next connection in turn."""
        ready = self.ready
        if not ready:
            return Answer(problem=FAILED)
        self._turn += 1
        return await ready[self._turn % len(ready)].deliver(self._envelope(parcel))

    def _envelope(self, parcel: Parcel) -> Json:
        envelope: Json = {
            "envelope_id": self._ids.token(),
            "type": parcel.kind,
            "payload": parcel.payload,
            "accepts_response_payload": parcel.kind != "events_api",
        }
        if parcel.kind == "events_api":
            envelope |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason}
        return envelope

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection from its hello to its end; 404 without a fresh ticket."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPNotFound
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse(heartbeat=20.0, timeout=1.0)
        await socket.prepare(request)
        if len(self._open) >= MOST:
            await socket.send_json(_goodbye("too_many_websockets"))
            await socket.close()
            return socket
        await self._converse(Connection(socket, request.transport))
        return socket

    async def _converse(self, connection: Connection) -> None:
        self._open.append(connection)
        self._changed()
        try:
            await connection.socket.send_json(self._hello())
            async for message in connection.socket:
                if message.type == WSMsgType.TEXT:
                    connection.acknowledge(message.data)
        finally:
            self._open.remove(connection)
            connection.lose_all()
            self._changed()

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._open),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": HOST, "build_number": 1, "approximate_connection_time": 18060},
        }

    async def disconnect(self, reason: str) -> None:
        """Ask every connection to go: gently with a refresh, at once with any other reason but `warning`."""
        await asyncio.gather(*(self._dismiss(connection, reason) for connection in self._open))

    async def _dismiss(self, connection: Connection, reason: str) -> None:
        connection.leaving = reason != "warning"
        with suppress(ConnectionError):
            await connection.socket.send_json(_goodbye(reason))
            if reason == "refresh_requested":
                self._closing.append(asyncio.create_task(self._close_later(connection)))
            elif connection.leaving:
                await connection.socket.close()

    async def _close_later(self, connection: Connection) -> None:
        await self._clock.sleep(GRACE)
        await connection.socket.close()

    async def stop(self) -> None:
        """Close every connection now."""
        await self.disconnect("link_disabled")
        for task in self._closing:
            task.cancel()
        await asyncio.gather(*self._closing, return_exceptions=True)

    def cut(self) -> None:
        """Drop every connection without a word, as a network does."""
        for connection in list(self._open):
            if connection.transport:
                connection.transport.abort()


def _goodbye(reason: str) -> dict[str, Any]:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": HOST}}
