"""Suggested skills and hints on wording: made here, from what the writer may read, and kept nowhere."""

import asyncio
from collections.abc import Collection, Sequence

from bot.deps import Deps
from bot.domain.suggesting import Guess, features_of, learned_of
from bot.domain.wording import Hint, hint_on
from bot.usecases.viewers import viewer_of
from frameworks.model import Competency
from frameworks.suggest import has_enough, suggested
from storage.records import Person
from storage.session import Workspace
from storage.suggestions import add_taught, has_hidden_hints, set_hints, taught_to


async def guess_skills(deps: Deps, writer: Person, skills: Sequence[Competency], text: str) -> Guess:
    """Which of the skills a text may show, likeliest first."""
    if not has_enough(text):
        return Guess(is_short=True)
    async with deps.read() as workspace:
        taught = await taught_to(
            workspace,
            writer.id,
            [skill.key for skill in skills],
            features_of(text),
            sees_public=(await viewer_of(workspace, writer.id)).is_in_rollout,
        )
    # The first time that a framework is met takes a tenth of a second, so it is not for the loop.
    keys = await asyncio.to_thread(suggested, skills, text, learned_of(taught))
    return Guess(keys=keys)


async def learn(
    workspace: Workspace, chooser_id: str, text: str, skills: Collection[str], *, is_public: bool = False
) -> None:
    """Count what somebody chose for a text: for themselves, or for everybody where all may read that text."""
    await add_taught(workspace, chooser_id, skills, features_of(text), is_public=is_public)


async def find_hint(deps: Deps, writer: Person, text: str) -> Hint | None:
    """The hint that a text calls for, unless its writer wants none."""
    hint = hint_on(text)
    if hint is None:
        return None
    async with deps.read() as workspace:
        return None if await has_hidden_hints(workspace, writer.id) else hint


async def hide_hints(deps: Deps, writer: Person) -> None:
    """No more hints, until they are turned on again in the settings."""
    async with deps.write() as workspace:
        await set_hints(workspace, writer.id, hidden=True)
