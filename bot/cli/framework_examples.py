"""The work of `trellis frameworks examples`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.offers import joined, with_examples
from bot.usecases.offers import examples_taken
from bot.usecases.skills import published
from bot.words.framework_files import example_of
from frameworks.model import Behaviour, Competency, Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """A behaviour whose examples are more than its published file has."""

    framework: str
    skill: str
    behaviour: str
    text: str
    example: str


async def examples_taken_of(deps: Deps, name: str | None) -> tuple[Paste, ...]:
    """What is to be pasted, of one framework or of all that are published."""
    async with deps.read() as workspace:
        frameworks, taken = await published(workspace, deps), await examples_taken(workspace)
    chosen = [one for key, one in frameworks.items() if name in {None, key}]
    return tuple(paste for one in chosen for paste in _pastes(one, with_examples(one, taken)))


def pasted(paste: Paste) -> Iterator[str]:
    """The lines for the file: where they go, then the whole example as a block of text."""
    yield example_of(paste.framework, paste.skill, paste.text)
    yield "example: |-"
    yield from (f"  {line}" for line in paste.example.splitlines())


def plain(paste: Paste) -> dict[str, str]:
    """For programs."""
    return {
        "framework": paste.framework,
        "skill": paste.skill,
        "behaviour": paste.behaviour,
        "text": paste.text,
        "example": paste.example,
    }


def _pastes(before: Framework, after: Framework) -> Iterator[Paste]:
    known = {(skill.key, one.id): joined(one.example, ()) for skill, one in _behaviours(before)}
    for skill, one in _behaviours(after):
        if one.example and joined(one.example, ()) != known.get((skill.key, one.id)):
            yield Paste(
                framework=after.id, skill=skill.id, behaviour=one.id, text=one.text, example=one.example
            )


def _behaviours(framework: Framework) -> Iterator[tuple[Competency, Behaviour]]:
    for skill in framework.competencies:
        yield from ((skill, one) for one in skill.behaviours)
