"""A store of a size, made with plain inserts."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import text

from bot.deps import Deps
from bot.domain.ports import Identity, SlackPerson
from bot.usecases.frameworks import publish_framework
from bot.usecases.installing import begin
from bot.usecases.people import as_person
from frameworks.load import load_library
from frameworks.model import Framework
from storage.choices import Consent, EvidenceSource, Origin, PlacementState, Reading
from storage.frameworks import head_ids
from storage.management import add_management
from storage.people import add_to_rollout, put_person
from storage.placements import add_placement
from storage.records import Management, Placement
from storage.session import Workspace
from storage.tables import evidence, evidence_marks, evidence_readers, evidence_witnesses

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


async def refresh_statistics(deps: Deps) -> None:
    """What a database in use does by itself, and the tests' own PostgreSQL does not."""
    async with deps.write() as workspace:
        await workspace.session.execute(text("ANALYZE"))


def names(people: int) -> list[str]:
    """Ids of the members."""
    return [f"U0M{number:05}" for number in range(people)]


async def add_notes(deps: Deps, framework: Framework, person_id: str, many: int) -> None:
    """Shared notes over two years on all skills and behaviours, a third of them witnessed; in bulk."""
    shown = [(skill.key, one.id) for skill in framework.competencies for one in skill.behaviours]
    ids = [deps.ids() for _ in range(many)]
    days = [(NOW - timedelta(days=number * 730 // many)).date() for number in range(many)]
    async with deps.write() as workspace:
        here = workspace.id
        notes = [_note(here, one, person_id, day) for one, day in zip(ids, days, strict=True)]
        marks = [_mark(here, one, *shown[place % len(shown)]) for place, one in enumerate(ids)]
        named = {"workspace_id": here, "person_id": BOSS, "reading": Reading.MANAGER}
        seen = {"workspace_id": here, "person_id": GIVER, "text_version": 1, "at": NOW}
        await workspace.session.execute(evidence.insert(), notes)
        await workspace.session.execute(evidence_marks.insert(), marks)
        await workspace.session.execute(
            evidence_readers.insert(), [named | {"evidence_id": one} for one in ids]
        )
        witnessed = [seen | {"evidence_id": one} for one in ids[::3]]
        await workspace.session.execute(evidence_witnesses.insert(), witnessed)


def _note(here: str, note_id: str, owner_id: str, day: date) -> dict[str, Any]:
    return {
        "workspace_id": here,
        "id": note_id,
        "owner_id": owner_id,
        "author_id": owner_id,
        "source": EvidenceSource.NOTE,
        "text": "What was done, and what it changed for others, in a line or two.",
        "happened_on": day,
        "written_at": NOW,
        "is_favourable": True,
        "is_shared": True,
        "text_version": 1,
    }


def _mark(here: str, note_id: str, competency: str, behaviour: str) -> dict[str, Any]:
    return {
        "workspace_id": here,
        "evidence_id": note_id,
        "position": 0,
        "framework": "engineering",
        "competency": competency,
        "behaviour": behaviour,
    }


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
