"""Buttons, menus and inputs in messages, modals and Home: what the app is told."""

from __future__ import annotations

from typing import Any

import pytest

from playground.control import Control, Refused
from playground.seen import Message
from tests.playground.an_app import (
    MANIFEST,
    App,
    Json,
    buttons,
    field,
    home,
    lapse,
    modal,
    options,
    socket_app,
    text,
)


async def _message(app: App, *blocks: Json, channel: str = "U0ANA") -> Message:
    """A message of the app with these blocks, as Ana sees it."""
    await app.call("chat.postMessage", channel=channel, text="Look", blocks=list(blocks))
    return (await app.slack.control.screen("U0ANA")).everything[-1]


async def _modal(app: App, *blocks: Json) -> None:
    """Ana has a modal with these blocks open, and the app acknowledges from then on."""
    app.opens(modal(*blocks))
    await app.slack.control.command("U0ANA", "/growth")
    app.says(None)


async def test_button_in_message(app: App, slack: Control) -> None:
    """A button's payload names its message, its channel, itself and who pressed it."""
    message = await _message(app, buttons("Keep", "Drop"), channel="C0GENERAL")

    await slack.press("U0ANA", message, "Drop")

    got = await app.last()
    assert got["type"] == "block_actions"
    assert got["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": "C0GENERAL",
        "is_ephemeral": False,
    }
    assert got["channel"] == {"id": "C0GENERAL", "name": "general"}
    assert got["message"]["blocks"][0]["block_id"] == "row"
    assert got["user"] == {"id": "U0ANA", "username": "ana", "name": "ana", "team_id": app.slack.team_id}
    action = got["actions"][0]
    assert {key: action[key] for key in ("type", "action_id", "block_id")} == {
        "type": "button",
        "action_id": "drop",
        "block_id": "row",
    }
    assert got["enterprise"] is None


async def test_button_in_ephemeral(app: App, slack: Control) -> None:
    """A button in an ephemeral message comes without the message itself."""
    blocks = [buttons("Keep")]
    await app.call("chat.postEphemeral", channel="C0GENERAL", user="U0ANA", text="Psst", blocks=blocks)
    message = (await slack.messages("U0ANA", "general"))[-1]

    await slack.press("U0ANA", message, "keep")

    got = await app.last()
    assert got["container"]["is_ephemeral"] is True
    assert "message" not in got


async def test_button_in_home(app: App, slack: Control) -> None:
    """A button in Home carries the view, without channel or message."""
    await app.call("views.publish", user_id="U0ANA", view=home(buttons("Keep")))

    await slack.press("U0ANA", await slack.home("U0ANA"), "Keep")

    got = await app.last()
    assert (got["container"]["type"], got["view"]["type"]) == ("view", "home")
    assert not {"channel", "message", "response_url"} & got.keys()


async def test_equal_buttons(app: App, slack: Control) -> None:
    """Buttons with the same words are told apart by value or block, and otherwise refused."""
    rows = [buttons("Keep", block="one"), buttons("Keep", block="two")]
    rows[1]["elements"][0]["value"] = "second"
    message = await _message(app, *rows)

    await slack.press("U0ANA", message, "Keep", block="one")
    first = (await app.last())["actions"][0]["block_id"]
    await slack.press("U0ANA", message, "second")
    second = (await app.last())["actions"][0]["block_id"]

    assert (first, second) == ("one", "two")
    with pytest.raises(Refused, match="2 elements are called 'Keep'"):
        await slack.press("U0ANA", message, "Keep")


async def test_missing_button(app: App, slack: Control) -> None:
    """What is not there cannot be pressed; the answer lists what is."""
    message = await _message(app, buttons("Keep"))

    with pytest.raises(Refused, match="nothing here is called 'Sell'; there are: 'Keep'"):
        await slack.press("U0ANA", message, "Sell")


async def test_pressing_a_menu(app: App, slack: Control) -> None:
    """A menu is not pressed; a value is chosen in it."""
    await _modal(app, field("Who", type="users_select"))

    with pytest.raises(Refused, match="choose a value"):
        await slack.press("U0ANA", None, "Who")


async def test_overflow(app: App, slack: Control) -> None:
    """An overflow menu sends the option picked."""
    menu = {"type": "overflow", "action_id": "more", "options": options("Edit", "Remove")}
    section = {"type": "section", "block_id": "s", "text": text("A note"), "accessory": menu}

    await slack.press("U0ANA", await _message(app, section), "more", value="Remove")

    assert (await app.last())["actions"][0]["selected_option"]["value"] == "remove"


CHOICES: list[tuple[Json, Any, Json]] = [
    (
        {"type": "static_select", "options": options("One", "Two")},
        "Two",
        {"selected_option": options("Two")[0]},
    ),
    (
        {"type": "radio_buttons", "options": options("One", "Two")},
        "one",
        {"selected_option": options("One")[0]},
    ),
    (
        {"type": "checkboxes", "options": options("One", "Two")},
        ["One", "Two"],
        {"selected_options": options("One", "Two")},
    ),
    (
        {"type": "multi_static_select", "options": options("One", "Two")},
        ["Two"],
        {"selected_options": options("Two")},
    ),
    ({"type": "users_select"}, "sam", {"selected_user": "U0SAM"}),
    ({"type": "multi_users_select"}, ["@sam", "U0ANA"], {"selected_users": ["U0SAM", "U0ANA"]}),
    ({"type": "conversations_select"}, "general", {"selected_conversation": "C0GENERAL"}),
    ({"type": "channels_select"}, "#general", {"selected_channel": "C0GENERAL"}),
    ({"type": "datepicker"}, "2026-03-31", {"selected_date": "2026-03-31"}),
    ({"type": "timepicker"}, "09:30", {"selected_time": "09:30"}),
    ({"type": "datetimepicker"}, 1770000000, {"selected_date_time": 1770000000}),
]


@pytest.mark.parametrize(("element", "value", "sent"), CHOICES, ids=[row[0]["type"] for row in CHOICES])
async def test_choice(app: App, slack: Control, element: Json, value: Any, sent: Json) -> None:
    """An input with dispatch_action tells the app at once what was chosen, and its state holds it."""
    await _modal(app, field("Pick", block="b", action_id="pick", **element) | {"dispatch_action": True})

    await slack.choose("U0ANA", "pick", value)

    got = await app.last()
    assert got["actions"][0].items() >= sent.items()
    assert got["view"]["state"]["values"]["b"]["pick"] == {"type": element["type"], **sent}


@pytest.mark.parametrize(
    ("element", "value", "said"),
    [
        (
            {"type": "static_select", "options": options("One")},
            "Nine",
            "does not offer 'Nine'; there are: 'One'",
        ),
        ({"type": "users_select"}, "nobody", "nobody called 'nobody'"),
        ({"type": "channels_select"}, "attic", "no channel called 'attic'"),
    ],
)
async def test_choice_not_offered(app: App, slack: Control, element: Json, value: str, said: str) -> None:
    """Nobody can choose what an element does not offer."""
    await _modal(app, field("Pick", **element))

    with pytest.raises(Refused, match=said):
        await slack.choose("U0ANA", "Pick", value)


async def test_quiet_input(app: App, slack: Control) -> None:
    """An input without dispatch_action keeps its value to itself until the form is submitted."""
    await _modal(app, field("What"))

    reply = await slack.choose("U0ANA", "What", "words")

    assert not reply.told


@pytest.mark.parametrize(("on", "return_key", "told"), [
    (["on_enter_pressed"], False, False),
    (["on_enter_pressed"], True, True),
    (["on_character_entered"], False, True),
])  # fmt: skip
async def test_dispatching_text(
    app: App, slack: Control, on: list[str], return_key: bool, told: bool
) -> None:
    """A text input with dispatch_action tells the app when its configuration says so."""
    block = field("What", dispatch_action_config={"trigger_actions_on": on}) | {"dispatch_action": True}
    await _modal(app, block)

    reply = await slack.choose("U0ANA", "What", "words", return_key=return_key)

    assert reply.told is told


async def test_menu_outside_inputs(app: App, slack: Control) -> None:
    """A menu outside an input block tells the app of each choice."""
    menu = {"type": "users_select", "action_id": "who"}
    await _modal(app, {"type": "section", "text": text("Who"), "accessory": menu}, field("What"))

    await slack.choose("U0ANA", "who", "sam")

    assert (await app.last())["actions"][0]["selected_user"] == "U0SAM"


async def test_message_state(app: App, slack: Control) -> None:
    """What one person put into a message's inputs comes with their next press, and with nobody else's."""
    menu = {"type": "static_select", "action_id": "pick", "options": options("One", "Two")}
    row = {"type": "actions", "block_id": "b", "elements": [menu, *buttons("Go")["elements"]]}
    message = await _message(app, row, channel="C0GENERAL")
    await slack.choose("U0ANA", "pick", "Two", on=message)

    await slack.press("U0ANA", message, "Go")
    ana = (await app.last())["state"]["values"]["b"]["pick"]["selected_option"]
    await slack.press("U0SAM", message, "Go")
    sam = (await app.last())["state"]["values"]["b"]["pick"]["selected_option"]

    assert (ana["value"], sam) == ("two", None)


async def test_hidden_message(app: App, slack: Control) -> None:
    """Nobody presses a button in a message that they do not see."""
    message = await _message(app, buttons("Keep"))

    with pytest.raises(Refused, match="U0SAM sees no message"):
        await slack.press("U0SAM", message, "Keep")


async def test_late_action(app: App, slack: Control) -> None:
    """An action that is not acknowledged in time is a time-out for the person."""
    message = await _message(app, buttons("Keep"))
    app.stays_silent()

    reply = await lapse(app, 3.0, slack.press("U0ANA", message, "Keep"))

    assert reply.problem == "operation_timeout"


async def test_interactivity_off() -> None:
    """Without interactivity in the manifest a button leads nowhere."""
    settings = {**MANIFEST["settings"], "interactivity": {"is_enabled": False}}
    async with socket_app(manifest={**MANIFEST, "settings": settings}) as app:
        message = await _message(app, buttons("Keep"))

        with pytest.raises(Refused, match="does not enable interactivity"):
            await app.slack.control.press("U0ANA", message, "Keep")
