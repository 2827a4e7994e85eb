"""The manifest asks for what Trellis uses, no more and no less (SLACK.md 4)."""

import ast
import inspect
import json
import os
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.kwargs_injection.async_args import AsyncArgs

from bot.listeners.commands import ON_WORD
from bot.slack import client
from tests.listeners import COMMAND, registered
from tests.view_ids import listened_actions, listened_forms
from tests.world import MANIFEST

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / os.environ.get("TRELLIS_TEST_DATA", "../shared/data") / "../manifest.schema.2.0.0.json"

NONE = frozenset[str]()
SCOPES_OF_METHODS = {
    # https://docs.slack.dev/reference/methods/NAME, "Scopes"; with an app token connections:write, which is
    # granted with that token and stands in no manifest.
    "apps.connections.open": NONE,
    "auth.test": NONE,
    "chat.getPermalink": NONE,
    "chat.postEphemeral": {"chat:write"},
    "chat.delete": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "files.completeUploadExternal": {"files:write"},
    "files.delete": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
    "conversations.open": {"im:write"},
    "users.info": {"users:read"},
    "users.list": {"users:read"},
    "views.open": NONE,
    "views.publish": NONE,
    "views.push": NONE,
    "views.update": NONE,
}
MAY_BE_REFUSED = {"files:write"}
"""Without it what was to be a file is told in a message (tests/bot/journeys/test_rights.py)."""
SCOPES_OF_EVENTS = {
    # https://docs.slack.dev/reference/events/NAME, "Required scopes".
    "app_home_opened": NONE,
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": NONE,
    "team_join": {"users:read"},
    "tokens_revoked": NONE,
    "user_change": {"users:read"},
}
SCOPE_OF_COMMANDS = {"commands"}  # https://docs.slack.dev/reference/scopes/commands: shortcuts too

OURS = {"deps", "slack", "actor"}
"""What the gate gives to a listener, by name (bot/listeners/dispatch.py)."""
ANOTHERS_DOOR = {"client", "say", "app", "logger"}
"""What Bolt would give, and only bot/slack and the logs of our own may hold (DESIGN 3)."""


def test_the_manifest_has_slacks_shape() -> None:
    """Slack's own schema finds no fault in it."""
    if not SCHEMA.exists():
        pytest.skip(f"{SCHEMA.name} is not beside the shared data")
    from jsonschema import Draft7Validator

    faults = Draft7Validator(json.loads(SCHEMA.read_text())).iter_errors(MANIFEST)

    assert not [f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in faults]


def methods_used() -> set[str]:
    """The Web API methods that the one client calls, by Slack's names."""
    tree = ast.parse(inspect.getsource(client))
    calls = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names = {call.removeprefix("self._client.") for call in calls if call.startswith("self._client.")}
    return {_dotted(name) for name in names}


def _dotted(name: str) -> str:
    """`chat_postMessage` as `chat.postMessage`."""
    return name.replace("_", ".")


def test_the_scopes_are_those_that_are_used() -> None:
    """Each method, event and command has its scope, and no scope is there without need of it."""
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    needed = SCOPE_OF_COMMANDS.union(
        *(SCOPES_OF_METHODS[method] for method in methods_used()),
        *(SCOPES_OF_EVENTS[event] for event in events),
    )

    scopes = MANIFEST["oauth_config"]["scopes"]
    assert set(scopes["bot_optional"]) == MAY_BE_REFUSED
    assert set(scopes["bot"]) == needed - MAY_BE_REFUSED


def test_the_table_of_methods_names_none_that_is_not_called() -> None:
    """What is no longer called has no place in the table."""
    assert set(SCOPES_OF_METHODS) == methods_used()


def test_commands_are_listened_to() -> None:
    """Every command of the manifest is answered, and escapes the names that are typed."""
    commands = MANIFEST["features"]["slash_commands"]

    assert {one["command"] for one in commands} == set(registered().commands) == {COMMAND}
    assert all(one["should_escape"] for one in commands)


def test_the_words_that_a_command_hints_at_exist() -> None:
    """The usage hint names words that work."""
    (command,) = MANIFEST["features"]["slash_commands"]

    assert set(command["usage_hint"].strip("[]").split(" | ")) <= set(ON_WORD)


def test_shortcuts_are_listened_to_and_the_reverse() -> None:
    """Every shortcut has its listener, and no listener waits for one that is not in the manifest."""
    shortcuts = {one["callback_id"] for one in MANIFEST["features"]["shortcuts"]}

    assert shortcuts == set(registered().shortcuts)


def test_events_are_listened_to_and_the_reverse() -> None:
    """Every event that Slack is asked for has its listener, and the reverse."""
    assert set(MANIFEST["settings"]["event_subscriptions"]["bot_events"]) == set(registered().events)


def test_every_action_of_a_view_has_a_listener_and_the_reverse() -> None:
    """Buttons and inputs that tell at once are listened to; no listener waits for what no view shows."""
    assert listened_actions() == set(registered().actions)


def test_every_form_has_a_listener_and_the_reverse() -> None:
    """What can be sent is listened to, and nothing else."""
    assert listened_forms() == set(registered().views)


def test_nothing_is_listened_to_twice() -> None:
    """Of two listeners for one id, the second would run only where the first was too slow (SLACK.md 1)."""
    assert not registered().twice


def named(listener: Any) -> set[str]:
    """The names by which a listener receives."""
    return set(inspect.signature(listener).parameters)


def test_listeners_receive_by_names_that_exist() -> None:
    """Bolt passes None for a name that it does not know."""
    bolts = set(inspect.signature(AsyncArgs.__init__).parameters) - ANOTHERS_DOOR
    unknown = {listener.__name__: named(listener) - bolts - OURS for listener in registered().everything}

    assert not {name: names for name, names in unknown.items() if names}


def test_events_know_no_actor() -> None:
    """The gate gives no actor to an event, whose person may be a guest or gone."""
    assert not [one.__name__ for one in registered().events.values() if "actor" in named(one)]


def test_whatever_waits_for_an_answer_gets_one() -> None:
    """Every listener but those of events acknowledges."""
    registry = registered()
    events = set(registry.events.values())

    assert not [one.__name__ for one in registry.everything if one not in events and "ack" not in named(one)]
