"""What Trellis needs of the app's manifest (SLACK.md 4)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.settings import Mode, Settings
from bot.words import doctor as words


def read_manifest(path: Path) -> Any:
    """What a manifest file holds; None where it cannot be read."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return None


def scopes_of(manifest: Any) -> tuple[str, ...]:
    """The scopes that it asks for and that cannot be refused."""
    scopes = _at(manifest, "oauth_config", "scopes", "bot")
    return tuple(str(scope) for scope in scopes) if isinstance(scopes, list) else ()


def opens_sockets(manifest: Any) -> bool:
    """Whether it switches Socket Mode on."""
    return _at(manifest, "settings", "socket_mode_enabled") is True


def faults_of(manifest: Any, settings: Settings | None) -> Iterator[str]:
    """What Trellis would miss, each with its mend; without settings only what holds for all."""
    if not isinstance(manifest, dict):
        yield words.NO_MAPPING
        return
    for keys in (
        ("features", "app_home", "home_tab_enabled"),
        ("features", "app_home", "messages_tab_enabled"),
    ):
        if _at(manifest, *keys) is not True:
            yield words.switched_off(".".join(keys))
    if _at(manifest, "settings", "interactivity", "is_enabled") is not True:
        yield words.switched_off("settings.interactivity.is_enabled")
    if not scopes_of(manifest):
        yield words.NO_SCOPES
    if settings is not None:
        yield from _faults_with(manifest, settings)


def _faults_with(manifest: Any, settings: Settings) -> Iterator[str]:
    commands = _at(manifest, "features", "slash_commands")
    named = [
        one for one in commands or () if isinstance(one, dict) and one.get("command") == settings.command
    ]
    if not named:
        yield words.no_command(settings.command)
    elif named[0].get("should_escape") is not True:
        yield words.not_escaped(settings.command)
    if settings.mode is Mode.SOCKET and not opens_sockets(manifest):
        yield words.NO_SOCKETS


def _at(manifest: Any, *keys: str) -> Any:
    for key in keys:
        manifest = manifest.get(key) if isinstance(manifest, dict) else None
    return manifest
