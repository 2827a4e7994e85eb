"""A store of a size, made with plain inserts."""

from datetime import UTC, datetime, timedelta

from bot.deps import Deps
from bot.domain.ports import Identity, SlackPerson
from bot.usecases.frameworks import publish_framework
from bot.usecases.installing import begin
from bot.usecases.people import as_person
from frameworks.load import load_library
from frameworks.model import Framework
from storage.evidence import add_evidence
from storage.frameworks import head_ids
from storage.management import add_management
from storage.people import add_to_rollout, put_person
from storage.placements import add_placement
from storage.records import (
    Consent,
    Evidence,
    EvidenceSource,
    FrozenReader,
    Management,
    Mark,
    Origin,
    Placement,
    PlacementState,
    Reading,
    Witness,
)
from storage.session import Workspace

NOW = datetime(2026, 6, 16, 10, 0, tzinfo=UTC)
BOSS, GIVER = "U0BOSS", "U0GIVER"


async def found_company(deps: Deps, identity: Identity, people: int) -> Framework:
    """Everybody placed at e2 of engineering, all reporting to one; returns the framework."""
    await begin(deps, identity)
    framework = next(
        one.framework for one in load_library() if one.framework and one.framework.id == "engineering"
    )
    await publish_framework(deps, framework, None)
    async with deps.write() as workspace:
        version = (await head_ids(workspace))["engineering"]
        for person_id in (BOSS, GIVER, *names(people)):
            shown = SlackPerson(id=person_id, name=person_id.lower(), zone="UTC")
            await put_person(workspace, as_person(shown, None))
        await add_to_rollout(workspace, [BOSS, GIVER, *names(people)], None, NOW)
        for person_id in names(people):
            await _place(workspace, deps, person_id, version)
    return framework


def names(people: int) -> list[str]:
    """Ids of the members."""
    return [f"U0M{number:05}" for number in range(people)]


async def add_notes(deps: Deps, framework: Framework, person_id: str, many: int) -> None:
    """Shared notes over two years on all skills and behaviours, a third of them witnessed."""
    marks = [
        Mark(framework=framework.id, competency=skill.key, behaviour=behaviour.id)
        for skill in framework.competencies
        for behaviour in skill.behaviours
    ]
    reader = FrozenReader(person_id=BOSS, reading=Reading.MANAGER)
    async with deps.write() as workspace:
        for number in range(many):
            seen = (Witness(person_id=GIVER, text_version=1, at=NOW),) if number % 3 == 0 else ()
            piece = Evidence(
                id=deps.ids(),
                owner_id=person_id,
                author_id=person_id,
                source=EvidenceSource.NOTE,
                kudos_id=None,
                text=f"Note {number} of what was done and what it changed for others.",
                link=None,
                happened_on=(NOW - timedelta(days=number * 730 // many)).date(),
                written_at=NOW,
                is_favourable=True,
                is_shared=True,
                text_version=1,
                marks=(marks[number % len(marks)],),
                witnesses=seen,
                readers=(reader,),
            )
            await add_evidence(workspace, piece)


async def _place(workspace: Workspace, deps: Deps, person_id: str, version: str) -> None:
    placement = Placement(
        id=deps.ids(),
        person_id=person_id,
        framework="engineering",
        second_framework=None,
        version_id=version,
        lane="ic",
        level="e2",
        since=NOW.date(),
        state=PlacementState.CONFIRMED,
        proposed_by=None,
        proposed_at=NOW,
        decided_by=None,
        decided_at=NOW,
    )
    tie = Management(
        id=deps.ids(),
        report_id=person_id,
        manager_id=BOSS,
        state=Consent.CONFIRMED,
        origin=Origin.PERSON,
        asked_by=BOSS,
        asked_at=NOW,
        told_at=None,
        decided_at=NOW,
        ended_at=None,
    )
    await add_placement(workspace, placement)
    await add_management(workspace, tie)
