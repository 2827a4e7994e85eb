"""The control API: JSON over HTTP to act as any person, watch what they see, and break things on purpose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from playground.about import about_payload, id_of
from playground.acts import home, messages, people, shortcuts
from playground.acts import submit as forms
from playground.acts.commands import run_command
from playground.acts.enter import enter
from playground.acts.events import emit
from playground.acts.options import options_for
from playground.acts.people import known_parts
from playground.acts.press import press
from playground.acts.surfaces import Place, surface
from playground.carriers import Answer, Parcel
from playground.elements import find_field
from playground.errors import NotPossible, SlackError
from playground.faults import Fault
from playground.hiding import refilled
from playground.model import Channel, Json
from playground.moments import civil_time, moves
from playground.snapshot import message_seen, view_seen
from playground.team import Team


class Asked(dict[str, Any]):
    """The parts of a request; a missing one is said by name."""

    def __missing__(self, name: str) -> Any:
        raise NotPossible(f"the request lacks {name!r}")


Act = Callable[[Team, Asked], Awaitable[Json]]


async def _command(team: Team, asked: Asked) -> Json:
    channel, thread_ts = asked.get("channel", ""), asked.get("thread_ts", "")
    return _answered(await run_command(team, asked["user"], asked["text"], channel, thread_ts))


async def _press(team: Team, asked: Asked) -> Json:
    value, block = asked.get("value", ""), asked.get("block", "")
    answer = await press(team, asked["user"], _place(asked), asked["name"], block=block, value=value)
    return _answered(answer)


async def _enter(team: Team, asked: Asked) -> Json:
    answer = await enter(
        team,
        asked["user"],
        _place(asked),
        asked["name"],
        asked["value"],
        block=asked.get("block", ""),
        return_key=asked.get("return_key", False),
    )
    return _answered(answer)


async def _submit(team: Team, asked: Asked) -> Json:
    done = await forms.submit(team, asked["user"])
    extra = {"outcome": done.outcome, "errors": done.errors}
    return {**_answered(done.answer), **extra, "problem": done.problem}


async def _close(team: Team, asked: Asked) -> Json:
    everything = asked.get("everything", False)
    return _answered(await forms.close(team, asked["user"], everything=everything))


async def _shortcut(team: Team, asked: Asked) -> Json:
    return _answered(await shortcuts.run_shortcut(team, asked["user"], asked["name"]))


async def _message_shortcut(team: Team, asked: Asked) -> Json:
    answer = await shortcuts.run_message_shortcut(team, asked["user"], asked["name"], _place(asked))
    return _answered(answer)


async def _post(team: Team, asked: Asked) -> Json:
    message, answer = await messages.post(
        team, asked["user"], asked["text"], asked["channel"], asked.get("thread_ts", "")
    )
    return {**_answered(answer), "message": message_seen(team, asked["user"], message)}


async def _open(team: Team, asked: Asked) -> Json:
    return _answered(await home.open_app(team, asked["user"], asked.get("tab", "home")))


async def _options(team: Team, asked: Asked) -> Json:
    there = surface(team, asked["user"], _place(asked))
    field = find_field(there.blocks, asked["name"], block=asked.get("block", ""))
    return {"options": await options_for(team, asked["user"], there, field, asked["query"])}


async def _join(team: Team, asked: Asked) -> Json:
    return _answered(await people.join(team, asked["person"]))


async def _change(team: Team, asked: Asked) -> Json:
    return _answered(await people.change(team, asked["id"], asked["changes"]))


async def _uninstall(team: Team, _asked: Asked) -> Json:
    answers = await people.uninstall(team)
    return _answered(next((answer for answer in answers if answer and not answer.acked), answers[-1]))


async def _channel(team: Team, asked: Asked) -> Json:
    parts = known_parts(Channel, asked["channel"])
    known = team.state.channels.get(parts["id"])
    team.state.keep_channel(replace(known, **parts) if known else Channel(**parts))
    return {}


async def _event(team: Team, asked: Asked) -> Json:
    return _answered(await emit(team, asked["event"]))


async def _send(team: Team, asked: Asked) -> Json:
    payload = refilled(asked["payload"], _secrets(team, asked["payload"]))
    return _answered(await team.outbox.send(Parcel(kind=asked["kind"], payload=payload)))


def _secrets(team: Team, payload: Json) -> Json:
    """What a payload holds that no traffic keeps, made anew for whoever sends it again."""
    user, channel = about_payload(payload), id_of(payload.get("channel") or payload.get("channel_id"))
    container = payload.get("container")
    ts = container.get("message_ts", "") if isinstance(container, dict) else ""
    return {"token": team.who.verification_token, "response_url": team.response_url(user, channel, str(ts))}


async def _fault(team: Team, asked: Asked) -> Json:
    team.faults.arm(Fault(**known_parts(Fault, asked["fault"])))
    return {}


async def _clear_faults(team: Team, _asked: Asked) -> Json:
    team.faults.clear()
    return {}


async def _disconnect(team: Team, asked: Asked) -> Json:
    if asked["reason"] == "cut":
        team.sockets.cut()
    else:
        await team.sockets.disconnect(asked["reason"])
    return {}


async def _advance(team: Team, asked: Asked) -> Json:
    team.clock.advance(float(asked["seconds"]))
    return {}


async def _move_clock(team: Team, asked: Asked) -> Json:
    now = civil_time(team.clock.civil(), team.actor(asked["user"]))
    known = {move.name: move.at.timestamp() for move in moves(now)}
    if asked["to"] not in known:
        raise NotPossible(f"the clock moves to one of {', '.join(known)}, not to {asked['to']!r}")
    await team.moving.move(known[asked["to"]])
    return {}


async def _reach(team: Team, asked: Asked) -> Json:
    team.moving.reach(float(asked["moment"]))
    return {}


ACTS: dict[str, Act] = {
    "command": _command,
    "press": _press,
    "enter": _enter,
    "submit": _submit,
    "close": _close,
    "shortcut": _shortcut,
    "message_shortcut": _message_shortcut,
    "post": _post,
    "open": _open,
    "options": _options,
    "join": _join,
    "change": _change,
    "uninstall": _uninstall,
    "channel": _channel,
    "event": _event,
    "send": _send,
    "fault": _fault,
    "clear_faults": _clear_faults,
    "disconnect": _disconnect,
    "advance": _advance,
    "move_clock": _move_clock,
    "reach": _reach,
}


def _place(asked: Asked) -> Place:
    return Place(**known_parts(Place, asked.get("on", {})))


def _answered(answer: Answer | None) -> Json:
    if answer is None:
        return {"told": False, "acked": True, "problem": "", "seconds": 0.0, "status": None, "body": None}
    return {
        "told": True,
        "acked": answer.acked,
        "problem": answer.problem,
        "seconds": answer.seconds,
        "status": answer.status,
        "body": answer.body,
    }


async def act(team: Team, name: str, asked: Json) -> Json:
    """Do one act; the answer also tells what the person sees since: new messages, and the open modal."""
    if name not in ACTS:
        raise NotPossible(f"there is no act called {name!r}; there are: {', '.join(ACTS)}")
    mark = len(team.state.posted)
    try:
        done = await ACTS[name](team, Asked(asked))
    except SlackError as error:
        raise NotPossible(error.error) from error
    user = asked.get("user", "")
    return {**done, **_seen_since(team, user, mark)} if user else done


def _seen_since(team: Team, user: str, mark: int) -> Json:
    stack = team.state.stack(user)
    return {
        "messages": [message_seen(team, user, one) for one in team.state.seen_since(mark, user)],
        "view": view_seen(team, stack[-1]) if stack else None,
    }
