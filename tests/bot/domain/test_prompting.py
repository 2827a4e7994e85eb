"""When prompts are claimed, for whom, and what they are chosen by."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cadence import Rule
from bot.domain.prompting import (
    Hours,
    Sides,
    plan_of,
    prompt_due,
    read_reason,
    reason_text,
    run_at,
    side_of,
    signs_ahead,
    thin_subjects,
)
from bot.domain.timetable import Timetable, held_after, is_held, time_of
from frameworks.model import Competency, Framework, Lane, Level, Milestone
from prompts.choose import Reason, ReasonKind
from prompts.model import Side, Trigger
from storage.choices import Cadence
from tests.bot.domain.civil import limits_of_all_kinds, zones
from tests.bot.domain.tables import after, keys_of, timetables

NOON = datetime(2026, 6, 16, 12, tzinfo=UTC)
seeded = settings(derandomize=True, deadline=None, max_examples=200)
sides = st.tuples(st.builds(Hours, zones, limits_of_all_kinds), st.builds(Hours, zones, limits_of_all_kinds))
delays = st.timedeltas(timedelta(0), timedelta(days=400))


def first_of(table: Timetable) -> date:
    """The key of the first 1:1 that is held."""
    return held_after(table, table.rule.anchor - timedelta(days=1))


@seeded
@given(table=timetables(), sides=sides, late=delays)
def test_one_claim_catches_up(table: Timetable, sides: Sides, late: timedelta) -> None:
    """However late a claim is, the pair is not due again at that moment."""
    first = first_of(table)
    now = run_at(table, first, sides) + late

    plan = plan_of(table, first, sides, now)

    assert plan.next_run_at > now
    assert plan.next_run_at == run_at(table, plan.next_on, sides)
    assert plan.next_on == held_after(table, plan.owed[-1].on)


@seeded
@given(table=timetables(), sides=sides, late=delays)
def test_what_is_due_and_ahead_is_owed(table: Timetable, sides: Sides, late: timedelta) -> None:
    """What is owed is due by now and ahead, or it is the newest alone: older ones are passed over."""
    first = first_of(table)
    now = run_at(table, first, sides) + late

    plan = plan_of(table, first, sides, now)

    assert all(run_at(table, one.on, sides) <= now for one in plan.owed)
    assert all(time_of(table, one.on) > now for one in plan.owed) or len(plan.owed) == 1


@seeded
@given(table=timetables(), sides=sides)
def test_each_side_is_due_in_its_own_time(table: Timetable, sides: Sides) -> None:
    """Claimed on time, each side is due by its own hours, before the 1:1, and one of them now."""
    first = first_of(table)
    now = run_at(table, first, sides)

    one = plan_of(table, first, sides, now).owed[0]

    at = time_of(table, first)
    assert one.on == first
    assert list(one.due) == [prompt_due(at, hours) for hours in sides]
    assert min(one.due) == now
    assert max(one.due) < at


@seeded
@given(table=timetables(), sides=sides, late=delays)
def test_nothing_is_due_before_its_claim(table: Timetable, sides: Sides, late: timedelta) -> None:
    """A late claim owes its prompts from now on."""
    first = first_of(table)
    now = run_at(table, first, sides) + late

    assert min(due for one in plan_of(table, first, sides, now).owed for due in one.due) >= now


@seeded
@given(table=timetables(), sides=sides, steps=st.lists(st.integers(1, 40), min_size=1, max_size=12))
def test_claims_never_repeat_a_date(table: Timetable, sides: Sides, steps: Sequence[int]) -> None:
    """Claimed again and again, however irregularly, no key is owed twice and keys only rise."""
    on, owed = first_of(table), []
    now = run_at(table, on, sides)
    for days in steps:
        if now >= run_at(table, on, sides):
            plan = plan_of(table, on, sides, now)
            owed += [one.on for one in plan.owed]
            on = plan.next_on
        now += timedelta(days=days)

    assert owed == sorted(set(owed))


@seeded
@given(table=timetables(), sides=sides)
def test_each_meeting_is_claimed_once(table: Timetable, sides: Sides) -> None:
    """Claimed whenever it is due, a pair owes each 1:1 that is held once, and none that is left out."""
    keys = [on for on in keys_of(table.rule, 14) if is_held(table, on)]
    on, owed = keys[0], list[date]()
    while on <= keys[-1]:
        plan = plan_of(table, on, sides, run_at(table, on, sides))
        owed += [one.on for one in plan.owed]
        on = plan.next_on

    assert owed[: len(keys)] == keys


def test_a_claim_of_what_is_left_out_owes_nothing() -> None:
    """Where the 1:1 that was to be claimed was skipped since, the next one is waited for."""
    rule = Rule(cadence=Cadence.WEEKLY, anchor=date(2026, 6, 16), at=time(10), zone="UTC")
    table = after(Timetable(rule=rule), 0, None)

    plan = plan_of(table, rule.anchor, (Hours("UTC"), Hours("UTC")), NOON)

    assert plan.owed == ()
    assert plan.next_on == date(2026, 6, 23)


def test_two_who_manage_each_other_are_asked_as_peers() -> None:
    """A side follows from who manages whom; where both or neither does, both are asked alike."""
    assert side_of(is_manager=True, is_report=False) is Side.MANAGER
    assert side_of(is_manager=False, is_report=True) is Side.REPORT
    assert side_of(is_manager=True, is_report=True) is Side.BOTH
    assert side_of(is_manager=False, is_report=False) is Side.BOTH


def a_framework() -> Framework:
    """Three skills over two dimensions, and one outside of any."""
    skills = [
        ("delivery", "capabilities"),
        ("craft", "capabilities"),
        ("coaching", "influence"),
        ("odd", None),
    ]
    return Framework(
        id="x",
        version="1",
        title="X",
        competencies=tuple(
            Competency(key=f"x/{name}", id=name, title=name.title(), dimension=dimension)
            for name, dimension in skills
        ),
    )


def some_notes(*skills: str) -> list[frozenset[str]]:
    """The skills of as many notes, one each."""
    return [frozenset({f"x/{skill}"}) for skill in skills]


def test_everything_is_thin_without_notes() -> None:
    """Where nothing is recorded, every dimension and skill is thin."""
    thin = thin_subjects(a_framework(), [])

    assert set(thin) == {"capabilities", "influence", "x/delivery", "x/craft", "x/coaching", "x/odd"}


def test_the_thinnest_comes_first() -> None:
    """One note leaves a subject thin but behind those with none; two notes do not."""
    thin = thin_subjects(a_framework(), some_notes("delivery", "delivery", "craft"))

    assert set(thin) == {"influence", "x/coaching", "x/odd", "x/craft"}
    assert thin[-1] == "x/craft"


def test_skills_of_elsewhere_change_nothing() -> None:
    """Notes on skills that are not in the framework leave what is thin as it was."""
    assert thin_subjects(a_framework(), some_notes("elsewhere")) == thin_subjects(a_framework(), [])


def test_signs_are_those_of_the_next_levels() -> None:
    """Ahead lie the common triggers of the milestones of the levels that come next, and no others."""
    lanes = (Lane(id="ic", title="Depth", kind="ic"),)
    levels = tuple(Level(id=f"e{n}", lane="ic", title=f"E{n}", scope="", rank=n) for n in (1, 2, 3))
    signs = [("e1", "ownership"), ("e2", "scope"), ("e2", "incident"), ("e3", "training")]
    milestones = tuple(
        Milestone(id=f"{level}-{trigger}", level=level, trigger=trigger, text="Did it")
        for level, trigger in signs
    )
    framework = replace(a_framework(), lanes=lanes, levels=levels, milestones=milestones)

    assert signs_ahead(framework, "e1") == {Trigger.SCOPE}
    assert signs_ahead(framework, "e3") == frozenset()
    assert signs_ahead(framework, None) == frozenset()


@pytest.mark.parametrize("kind", list(ReasonKind))
@pytest.mark.parametrize("subject", ["", "influence", "x/delivery"])
def test_a_reason_survives_being_kept(kind: ReasonKind, subject: str) -> None:
    """A reason that is kept as text comes back as it was."""
    reason = Reason(kind=kind, subject=subject)

    assert read_reason(reason_text(reason)) == reason


def test_an_unknown_reason_is_the_plainest() -> None:
    """A reason of a later version reads as its turn, never as a fault."""
    assert read_reason("moonlight").kind is ReasonKind.REGULAR
