"""Slack's doors: every listener, registered in one place."""

from slack_bolt.async_app import AsyncApp

from bot.listeners import commands, frameworks, kudos, management, placements


def register_all(app: AsyncApp, command: str) -> None:
    """Listen to everything that the manifest sends."""
    commands.register(app, command)
    frameworks.register(app)
    kudos.register(app)
    management.register(app)
    placements.register(app)
