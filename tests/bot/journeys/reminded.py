"""Reminders and settings as a test brings them about."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.messages import Kind
from bot.usecases.frameworks import publish_framework
from bot.words.messages import TITLE
from playground.seen import SubmitResult
from tests.world import World, library

OWNED = tuple(one.id for one in library() if one.id not in {"shared", "starter"})


async def looked_after(here: World, owner: str, *frameworks: str) -> None:
    """Let somebody look after frameworks, each of which will remind them once a quarter."""
    for framework in library():
        if framework.id in frameworks:
            await publish_framework(here.bot.deps, replace(framework, owners=(owner,)), None)


async def settings_of(here: World, person: str, answers: Mapping[str, Any]) -> SubmitResult:
    """Open the settings, choose, and save; what is wrong comes back."""
    await here.people.command(person, "/growth settings")
    return await here.people.submit(person, dict(answers))


def titles_of(*kinds: Kind) -> list[str]:
    """The switches of kinds of message, as they are read."""
    return [TITLE[kind] for kind in kinds]
