"""Presses, shortcuts and events that no client would send: each is answered, and changes nothing."""

import json
from typing import Any

import pytest

from tests.bot.doors.letters import interaction, posted
from tests.bot.journeys.filling import filled, held, is_unforeseen
from tests.bot.journeys.forms import FORMS, Form
from tests.listeners import registered
from tests.stored import stored
from tests.world import ANA, World

VALUES: tuple[Any, ...] = (
    *(None, 7, [], "x", "[" * 2000, '{"at":"x","page":{},"version":[],"on":7}'),
    '{"draft":[],"round":"x","report_round":{},"evidence":"x","delivery":{}}',
    '{"evidence":7,"kudos":7,"summary":7,"placement":7,"tie":7,"pair":7,"review":7,"delivery":7,"at":-9}',
    '{"evidence":"\\u0000","kudos":"\\ud800","summary":"x","at":99999999999999999999,"page":1e999}',
)
VIEW = {"id": "V0", "type": "modal", "private_metadata": "[", "state": None}


def press(here: World, action_id: str, value: Any, **more: Any) -> str:
    """The body of a press."""
    action = {"type": "button", "action_id": action_id, "block_id": "b1", "value": value}
    who = {"user": {"id": ANA}, "team": {"id": here.slack.team_id}}
    ways = {"trigger_id": "1.2.3", "response_url": f"{here.slack.base_url}/response/none"}
    return interaction({"type": "block_actions", **who, **ways, "actions": [action], **more})


@pytest.mark.slow
async def test_every_button_answers_whatever_its_value_is(
    here: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """No value of a button, and no view around it, breaks what listens to it."""
    statuses = set()
    for action_id in sorted(registered().actions):
        for value in VALUES:
            statuses.add((await posted(here, press(here, action_id, value, view=VIEW))).status)

    failed = [line for line in capsys.readouterr().out.splitlines() if "failed" in line]
    assert statuses == {200}
    assert not [line for line in failed if "error=SlackRefused" not in line and "view_id" not in line][:5]


async def test_a_press_upon_nothing_is_answered(here: World) -> None:
    """A press that says neither where nor upon what it was."""
    bodies = [
        press(here, "no_such_button", "x"),
        press(here, "kudos_open", "x", container=None, view=None),
        interaction({"type": "block_actions", "user": {"id": ANA}, "team": {"id": here.slack.team_id}}),
        interaction({"type": "view_submission", "user": {"id": ANA}, "team": {"id": here.slack.team_id}}),
        interaction({"type": "shortcut", "user": {"id": ANA}, "team": {"id": here.slack.team_id}}),
        interaction({"type": "message_action", "user": None, "team": None, "callback_id": "save_as_note"}),
    ]
    before = await held(here)

    statuses = [(await posted(here, body)).status for body in bodies]

    assert all(status < 500 for status in statuses), statuses
    assert await held(here) == before


BLOCKS: tuple[Any, ...] = (
    *(None, "x", [], [{}], [{"type": "input"}], [{"type": "input", "block_id": 7}], [None], [["x"]]),
    [{"type": "input", "block_id": "elsewhere~1"}, {"type": "section"}],
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
async def test_blocks_changed_on_the_way_back_are_answered(here: World, form: Form) -> None:
    """Where the blocks are not those of the form, an error finds its place or a page of its own."""
    entry = await filled(here, form)
    view = {**entry.request["view"], "state": {"values": {}}}

    answers = [(blocks, await here.people.send(entry, view={**view, "blocks": blocks})) for blocks in BLOCKS]

    assert not [(blocks, reply.body) for blocks, reply in answers if is_unforeseen(reply)]


EVENTS: tuple[dict[str, Any], ...] = (
    {"type": "app_home_opened"},
    {"type": "app_home_opened", "tab": "home"},
    {"type": "app_home_opened", "tab": "home", "user": None},
    {"type": "app_home_opened", "tab": "home", "user": "U0NONE"},
    {"type": "app_mention", "user": "U0NONE", "channel": "C0NONE", "text": "<@U0APP> summary <@U0ANA>"},
    {"type": "app_mention", "user": "U0GUEST", "channel": "C0KUDOS", "text": "<@U0APP> summary <@U0ANA>"},
    {"type": "app_mention", "user": ANA, "channel": "C0KUDOS", "text": "a" * 40_000},
    {"type": "app_mention", "user": ANA, "channel": "C0KUDOS", "text": ""},
    {"type": "tokens_revoked", "tokens": None},
    {"type": "tokens_revoked", "tokens": {"oauth": ["U0ANA"]}},
    {"type": "message", "text": "x"},
)


async def test_events_that_say_little_are_taken(here: World) -> None:
    """An event about nobody, or of a kind that nobody asked for, is acknowledged and has no effect."""
    before = await stored(here.bot.deps.database, but={"acts", "deliveries", "people"})
    for number, event in enumerate(EVENTS):
        about = {"type": "event_callback", "team_id": here.slack.team_id, "event_id": f"E{number}"}
        assert (await posted(here, json.dumps({**about, "event": event}))).status == 200, event

    assert await stored(here.bot.deps.database, but={"acts", "deliveries", "people"}) == before
