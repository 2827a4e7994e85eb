"""What the app's manifest allows: its commands, shortcuts, events, scopes and tabs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    name: str  # with its slash
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    kind: Literal["global", "message"]
    name: str
    callback_id: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    app_name: str
    description: str
    bot_name: str
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    events: frozenset[str]
    scopes: tuple[str, ...]
    home_tab: bool
    messages_tab: bool
    messages_read_only: bool  # nobody but the app writes there
    interactivity: bool


def read_manifest(source: Mapping[str, Any]) -> Manifest:
    """The manifest's parts that a workspace acts on; what is absent is off, as at Slack."""
    features, settings = source.get("features", {}), source.get("settings", {})
    home = features.get("app_home", {})
    shown = source.get("display_information", {})
    app_name = str(shown.get("name", "App"))
    return Manifest(
        app_name=app_name,
        description=str(shown.get("description", "")),
        bot_name=str(features.get("bot_user", {}).get("display_name", app_name)),
        commands=tuple(map(_command, features.get("slash_commands", ()))),
        shortcuts=tuple(map(_shortcut, features.get("shortcuts", ()))),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        scopes=_scopes(source.get("oauth_config", {}).get("scopes", {})),
        home_tab=bool(home.get("home_tab_enabled", False)),
        messages_tab=bool(home.get("messages_tab_enabled", False)),
        messages_read_only=bool(home.get("messages_tab_read_only_enabled", False)),
        interactivity=bool(settings.get("interactivity", {}).get("is_enabled", False)),
    )


def _scopes(scopes: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*scopes.get("bot", ()), *scopes.get("bot_optional", ())]))


def _command(entry: Mapping[str, Any]) -> Command:
    return Command(
        name=str(entry["command"]),
        description=str(entry.get("description", "")),
        usage_hint=str(entry.get("usage_hint", "")),
        should_escape=bool(entry.get("should_escape", False)),
    )


def _shortcut(entry: Mapping[str, Any]) -> Shortcut:
    return Shortcut(
        kind="message" if entry["type"] == "message" else "global",
        name=str(entry["name"]),
        callback_id=str(entry["callback_id"]),
        description=str(entry.get("description", "")),
    )
