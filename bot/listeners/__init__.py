"""Slack's doors: every listener, registered in one place."""

from slack_bolt.async_app import AsyncApp

from bot.listeners import commands, kudos, management


def register_all(app: AsyncApp, command: str) -> None:
    """Listen to everything that the manifest sends."""
    commands.register(app, command)
    kudos.register(app)
    management.register(app)
