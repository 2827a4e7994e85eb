"""Whom a payload is about: a person's id, or else a conversation's."""

from __future__ import annotations

from typing import Any

from playground.model import Json


def about_payload(payload: Json) -> str:
    """Whoever acted, or whom or where an event tells of, in whatever shape a test gave it; else empty."""
    event = payload.get("event")
    inner = event if isinstance(event, dict) else {}
    named = (payload.get("user"), payload.get("user_id"), inner.get("user"), inner.get("channel"))
    return next(filter(None, map(id_of, named)), "")


def id_of(value: Any) -> str:
    """The id that stands for something in Slack's JSON: itself, or in an object; empty for anything else."""
    inner = value.get("id") if isinstance(value, dict) else value
    return inner if isinstance(inner, str) else ""
