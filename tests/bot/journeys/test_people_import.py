"""The company's list of people, taken over all at once or not at all."""

from datetime import date

from bot.domain.people_list import COLUMNS, read_people_list
from bot.domain.placing import PlacementDraft
from bot.usecases.people_import import ImportPlan, apply_import, plan_import
from bot.usecases.placements import propose_placement
from bot.usecases.viewers import manager_of
from storage.acts import admin_acts_seen
from storage.choices import Consent, PersonKind, PlacementState
from storage.management import ties_of
from storage.people import get_person, remove_from_rollout
from storage.placements import find_placement, find_proposal, placement_history
from tests.bot.journeys.homes import leading
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, DEV, World


async def imported(here: World, *lines: str) -> ImportPlan:
    """Import a list with these lines under the header, for good."""
    raw = "\n".join((",".join(COLUMNS), *lines)).encode()
    return await apply_import(here.bot.deps, read_people_list(raw), {})


async def manager(here: World, person_id: str) -> str | None:
    """The manager in force."""
    async with here.bot.deps.read() as workspace:
        return await manager_of(workspace, person_id)


async def test_a_placement_holds_at_once(here: World) -> None:
    """What the list says counts as confirmed, and nobody's word is claimed for it."""
    await imported(here, f"{BEN},engineering,starter,ic,e2,2026-01-05,,")

    async with here.bot.deps.read() as workspace:
        placement = await find_placement(workspace, BEN)
    assert placement is not None
    assert (placement.level, placement.lane, placement.second_framework) == ("e2", "ic", "starter")
    assert (placement.state, placement.decided_by) == (PlacementState.CONFIRMED, None)


async def test_the_placement_before_stays_in_the_history(here: World) -> None:
    """A new level replaces the one before, which is kept."""
    await managed(here, BEN, ANA)
    await placed(here, BEN, "e1")

    await imported(here, f"{BEN},engineering,,ic,e2,2026-05-04,,")

    async with here.bot.deps.read() as workspace:
        history = await placement_history(workspace, BEN)
    assert [(one.level, one.state) for one in history] == [
        ("e1", PlacementState.REPLACED),
        ("e2", PlacementState.CONFIRMED),
    ]


async def test_a_proposal_that_waits_is_settled_by_the_list(here: World) -> None:
    """Where the list says where somebody is, nobody is asked to confirm it any more."""
    proposed = PlacementDraft(
        draft="one", cluster="engineering", second_cluster=None, level="e3", since=date(2026, 6, 1)
    )
    await propose_placement(here.bot.deps, await person(here, BEN), proposed)

    await imported(here, f"{BEN},engineering,,ic,e2,2026-05-04,,")

    async with here.bot.deps.read() as workspace:
        assert await find_proposal(workspace, BEN) is None


async def test_an_imported_manager_reads_nothing_before_the_report_knows(here: World) -> None:
    """The tie is in force once the report was told of it, with the way to say that it is wrong."""
    await imported(here, f"{BEN},,,,,,{ANA},")
    before = await manager(here, BEN)

    await here.deliver()

    assert before is None
    assert await manager(here, BEN) == ANA
    assert "That’s not right" in (await here.people.dms(BEN))[-1].words


async def test_a_changed_manager_ends_the_tie_before(here: World) -> None:
    """Nobody has two managers: who was it before is so no longer."""
    await managed(here, BEN, ANA)

    await imported(here, f"{BEN},,,,,,{CLEO},")

    async with here.bot.deps.read() as workspace:
        (tie,) = await ties_of(workspace, BEN, Consent.CONFIRMED)
        assert tie.manager_id == CLEO
        assert not await ties_of(workspace, ANA, Consent.CONFIRMED)


async def test_what_both_agreed_on_is_left_alone(here: World) -> None:
    """A list that says what two people said already changes nothing between them."""
    await managed(here, BEN, ANA)

    done = await imported(here, f"{BEN},,,,,,{ANA},")

    assert not done.changed
    assert await manager(here, BEN) == ANA


async def test_importing_again_changes_nothing(here: World) -> None:
    """A list may be imported again and again: the second time there is nothing to do."""
    lines = f"{BEN},engineering,,ic,e2,2026-01-05,{ANA},", f"{DEV},starter,,,,2026-01-05,{ANA},contractor"

    first = await imported(here, *lines)
    second = await imported(here, *lines)

    assert (len(first.changed), len(second.changed)) == (2, 0)
    async with here.bot.deps.read() as workspace:
        assert len(await placement_history(workspace, BEN)) == 1
        assert len(await ties_of(workspace, ANA, Consent.CONFIRMED)) == 2


async def test_a_tie_that_was_contested_does_not_come_back(here: World) -> None:
    """A report who said that an imported manager is wrong is not given them again by the same list."""
    await imported(here, f"{BEN},,,,,,{ANA},")
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "That’s not right")

    again = await imported(here, f"{BEN},,,,,,{ANA},")

    assert not again.changed
    assert again.people[0].contested is not None
    assert await manager(here, BEN) is None


async def test_who_was_outside_the_rollout_is_told_when_they_come_in(here: World) -> None:
    """A report who could not be told of a manager hears of it once Trellis is switched on for them."""
    async with here.bot.deps.write() as workspace:
        await remove_from_rollout(workspace, [BEN])
    await imported(here, f"{BEN},,,,,,{ANA},")
    await here.deliver()
    untold = await manager(here, BEN)

    await leading(here, ANA)
    await here.people.command(ANA, "/growth admin")
    await here.people.submit(ANA, {"admin_add": [BEN]})
    await here.deliver()

    assert untold is None
    assert await manager(here, BEN) == ANA


async def test_one_wrong_line_keeps_all_back(here: World) -> None:
    """Every mistake is found, and then nothing of the list is written."""
    done = await imported(here, f"{BEN},engineering,,ic,e2,2026-01-05,,", f"{CLEO},enginering,,,,soon,,boss")

    assert [problem.key for problem in done.problems] == ["kind", "since", "cluster"]
    async with here.bot.deps.read() as workspace:
        assert await find_placement(workspace, BEN) is None


async def test_a_plan_writes_nothing(here: World) -> None:
    """What would change is found out without changing it."""
    raw = f"{','.join(COLUMNS)}\n{BEN},engineering,,,,2026-01-05,{ANA},contractor"

    plan = await plan_import(here.bot.deps, read_people_list(raw.encode()), {})

    (ben,) = plan.changed
    assert (ben.kind, ben.manager and ben.manager.id) == (PersonKind.CONTRACTOR, ANA)
    async with here.bot.deps.read() as workspace:
        assert await find_placement(workspace, BEN) is None
        assert (await get_person(workspace, BEN)).kind is PersonKind.MEMBER


async def test_what_was_imported_about_somebody_is_logged(here: World) -> None:
    """The operator's acts stand in the log that the person sees (DESIGN 5.1)."""
    await imported(here, f"{BEN},engineering,,ic,e2,2026-01-05,{ANA},")

    async with here.bot.deps.read() as workspace:
        acts = await admin_acts_seen(workspace, BEN)
    assert {(one.act, one.actor_id) for one in acts} == {
        ("placement_imported", None),
        ("manager_imported", None),
    }
