"""Slack's doors: every listener, registered in one place."""

from slack_bolt.async_app import AsyncApp

from bot.listeners import (
    commands,
    frameworks,
    kept_kudos,
    kudos,
    management,
    notes,
    placements,
    reviews,
    summaries,
)


def register_all(app: AsyncApp, command: str) -> None:
    """Listen to everything that the manifest sends."""
    commands.register(app, command)
    frameworks.register(app)
    kept_kudos.register(app)
    kudos.register(app)
    management.register(app)
    notes.register(app)
    placements.register(app)
    reviews.register(app)
    summaries.register(app)
