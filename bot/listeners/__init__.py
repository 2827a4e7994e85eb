"""Slack's doors: every listener, registered in one place."""

from slack_bolt.async_app import AsyncApp

from bot.listeners import (
    admin,
    asks,
    beginning,
    chances,
    checks,
    commands,
    concerns,
    counts,
    events,
    faq,
    feedback,
    frameworks,
    given_kudos,
    guides,
    handover,
    help,  # noqa: A004  # the word of the slash command
    home,
    kept_feedback,
    kept_kudos,
    kudos,
    management,
    meetings,
    notes,
    observations,
    offers,
    pairs,
    past_notes,
    placements,
    plans,
    preferences,
    privacy,
    prompts,
    readers,
    reviews,
    rights,
    steps,
    suggesting,
    summaries,
    talks,
    witnesses,
)


def register_all(app: AsyncApp, command: str) -> None:
    """Listen to everything that the manifest sends."""
    admin.register(app)
    asks.register(app)
    beginning.register(app)
    chances.register(app)
    checks.register(app)
    commands.register(app, command)
    concerns.register(app)
    counts.register(app)
    events.register(app)
    faq.register(app)
    feedback.register(app)
    frameworks.register(app)
    given_kudos.register(app)
    guides.register(app)
    handover.register(app)
    help.register(app)
    home.register(app)
    kept_feedback.register(app)
    kept_kudos.register(app)
    kudos.register(app)
    management.register(app)
    meetings.register(app)
    notes.register(app)
    observations.register(app)
    offers.register(app)
    pairs.register(app)
    past_notes.register(app)
    placements.register(app)
    preferences.register(app)
    plans.register(app)
    privacy.register(app)
    prompts.register(app)
    readers.register(app)
    reviews.register(app)
    rights.register(app)
    steps.register(app)
    suggesting.register(app)
    summaries.register(app)
    talks.register(app)
    witnesses.register(app)
