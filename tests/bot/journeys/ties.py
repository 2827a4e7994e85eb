"""Ties and placements that a test needs before its own story begins."""

from datetime import date

from bot.domain.checks import asked_of
from bot.domain.placing import PlacementDraft
from bot.domain.ties import Claim, ManagerDraft
from bot.usecases.management import ask_management, decide_tie
from bot.usecases.placements import decide_proposal, propose_placement
from bot.usecases.viewers import manager_of
from storage.choices import Consent
from storage.management import managers_of
from storage.people import get_person
from storage.placements import find_proposal
from storage.records import Person
from tests.world import World, library


async def person(here: World, person_id: str) -> Person:
    """A person as stored."""
    async with here.bot.deps.read() as workspace:
        return await get_person(workspace, person_id)


async def managed(here: World, report: str, by: str) -> None:
    """A tie that both agreed to."""
    deps = here.bot.deps
    draft = ManagerDraft(draft=deps.ids(), other_id=report, claim=Claim.MY_REPORT)
    await ask_management(deps, await person(here, by), draft)
    async with deps.read() as workspace:
        tie = (await managers_of(workspace, report, Consent.ASKED))[-1]
    await decide_tie(deps, await person(here, report), tie.id, agrees=True)
    async with deps.read() as workspace:
        assert await manager_of(workspace, report) == by


async def placed(here: World, who: str, level: str | None, cluster: str = "engineering") -> None:
    """A placement that the manager confirmed."""
    deps = here.bot.deps
    draft = PlacementDraft(
        draft=deps.ids(), cluster=cluster, second_cluster=None, level=level, since=date(2026, 1, 5)
    )
    await propose_placement(deps, await person(here, who), draft)
    async with deps.read() as workspace:
        proposal = await find_proposal(workspace, who)
        manager_id = await manager_of(workspace, who)
    assert proposal is not None
    assert manager_id is not None
    await decide_proposal(deps, await person(here, manager_id), proposal.id, agrees=True)


def examples_asked() -> list[tuple[str, str]]:
    """Skills of engineering, each with an example of it that the level after e2 asks for."""
    (framework,) = [one for one in library() if one.id == "engineering"]
    asked = asked_of(framework, "e2", "e3")
    return [(one.skill.key, example.id) for one in asked for example in one.examples]
