"""Where people want to go, and what two of them marked, in the company of visibility."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.checks import asked_of
from bot.domain.counts import Figure, Report, report_as_json
from storage.chances import add_chances, add_count_report
from storage.checks import add_check, put_marks, put_side, put_word
from storage.choices import ChanceEnd, CheckMarked
from storage.commitments import add_commitment
from storage.frameworks import head_ids
from storage.plans import put_direction, put_goal
from storage.session import Workspace
from storage.talks import put_private_note, put_talk
from storage.witnesses import put_asked
from tests.bot.journeys.ties import examples_asked
from tests.bot.visibility.offered import Words
from tests.storage import builders, checked, talked
from tests.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkWords:
    """What is said in one 1:1: shared, for oneself alone, and promised."""

    agenda: str
    notes: str
    own: str
    promise: str


async def direct(workspace: Workspace, owners: Mapping[Words, str], managers: Mapping[str, str]) -> None:
    """Each wants to go somewhere, and shares it with whom they name."""
    for secret, owner in owners.items():
        direction = builders.some_direction(of=owner, more=secret.words, shared_with=managers[secret.id])
        await put_direction(workspace, direction)


async def ask_about(workspace: Workspace, evidence_id: str, person: str) -> None:
    """Somebody is asked whether they saw what a note says, and has not answered."""
    asked = checked.some_asked(evidence_id=evidence_id, person_id=person, text_version=2)
    await put_asked(workspace, [asked])


async def aim(workspace: Workspace, owners: Mapping[Words, str], managers: Mapping[str, str]) -> None:
    """Each has goals, shared with whom they name, if anybody."""
    for secret, owner in owners.items():
        goal = builders.some_goal(
            id=secret.id, of=owner, text=secret.words, sign=secret.words, shared_with=managers.get(secret.id)
        )
        await put_goal(workspace, goal)


async def talk(workspace: Workspace, pair: str, on: date, two: tuple[str, str], said: TalkWords) -> None:
    """Two write for a 1:1, one of them for themselves too, and promise each other something."""
    one, other = two
    texts = {"pair_id": pair, "on": on}
    await put_talk(workspace, talked.some_talk(agenda=said.agenda, notes=said.notes, written_by=one, **texts))
    await put_private_note(workspace, talked.some_private_note(person_id=one, text=said.own, **texts))
    await add_commitment(
        workspace,
        talked.some_commitment(pair_id=pair, owner_id=one, author_id=other, text=said.promise),
    )


async def miss(
    workspace: Workspace, answered: Mapping[Words, tuple[str, str]], waiting: tuple[str, ...]
) -> None:
    """Each had no chance for an example, and a manager said why not now; more of the first wait."""
    examples = [
        {"framework": "engineering", "competency": skill, "behaviour": example}
        for skill, example in examples_asked()
    ]
    ended = {"end": ChanceEnd.NOT_NOW, "ended_at": builders.NOON}
    several = [
        checked.some_chance(
            id=secret.id, of=subject, to=manager, author_id=subject, word=secret.words, **examples[0], **ended
        )
        for secret, (subject, manager) in answered.items()
    ]
    subject, manager = next(iter(answered.values()))
    several += [
        checked.some_chance(id=name, of=subject, to=manager, author_id=manager, **example)
        for name, example in zip(waiting, examples[1:], strict=False)
    ]
    await add_chances(workspace, several)


async def count(workspace: Workspace) -> None:
    """What was told of the last closed quarter, and is told again as it was."""
    skill, _ = examples_asked()[0]
    figure = Figure(unit="engineering", competency=skill, at_least=96)
    told = report_as_json(Report(groups=("engineering",), figures=(figure,)))
    await add_count_report(workspace, checked.some_count_report(quarter="2026-q1", figures=told))


async def check(
    workspace: Workspace, here: World, name: str, two: tuple[str, str], said: Mapping[str, str]
) -> None:
    """A member and a manager mark one example of a skill each in their own way, and say something on it."""
    version_id = (await head_ids(workspace))["engineering"]
    framework = await here.bot.deps.shelf.version(workspace, version_id)
    asked = asked_of(framework, "e2", "e3")[0]
    example = {"competency": asked.skill.key, "behaviour": asked.examples[0].id}
    subject, manager = two
    await add_check(workspace, checked.some_check(id=name, of=subject, by=manager, version_id=version_id))
    for author, word in said.items():
        mark = CheckMarked.SEEN if author == subject else CheckMarked.NOT_YET
        side = {"check_id": name, "author_id": author}
        await put_marks(workspace, [checked.some_check_mark(**side, **example, mark=mark)])
        await put_word(workspace, checked.some_check_word(**side, competency=asked.skill.key, word=word))
        await put_side(workspace, name, author, handed_in=builders.NOON, skipped=None)
