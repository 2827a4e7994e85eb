"""When prompts are claimed, for whom, and what they are chosen by."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cadence import Rule, instant, next_date, prompt_due
from bot.domain.prompting import (
    plan_of,
    read_reason,
    reason_text,
    run_at,
    side_of,
    signs_ahead,
    thin_subjects,
)
from frameworks.model import Competency, Framework, Lane, Level, Milestone
from prompts.choose import Reason, ReasonKind
from prompts.model import Side, Trigger
from storage.choices import Cadence
from tests.bot.domain.civil import dates, minutes, zones

NOON = datetime(2026, 6, 16, 12, tzinfo=UTC)
seeded = settings(derandomize=True, deadline=None, max_examples=200)
rules = st.builds(Rule, cadence=st.sampled_from(Cadence), anchor=dates, at=minutes, zone=zones)
two_zones = st.tuples(zones, zones)
delays = st.timedeltas(timedelta(0), timedelta(days=400))


@seeded
@given(rule=rules, sides=two_zones, late=delays)
def test_one_claim_catches_up(rule: Rule, sides: tuple[str, str], late: timedelta) -> None:
    """However late a claim is, the pair is not due again at that moment."""
    now = run_at(rule, rule.anchor, sides) + late

    plan = plan_of(rule, rule.anchor, sides, now)

    assert plan.next_run_at > now
    assert plan.next_run_at == run_at(rule, plan.next_on, sides)
    assert plan.next_on == next_date(rule, after=plan.on)


@seeded
@given(rule=rules, sides=two_zones, late=delays)
def test_the_newest_due_occurrence_is_owed(rule: Rule, sides: tuple[str, str], late: timedelta) -> None:
    """What is owed is due by now and the one after it is not: older ones are passed over."""
    now = run_at(rule, rule.anchor, sides) + late

    plan = plan_of(rule, rule.anchor, sides, now)

    assert plan.on >= rule.anchor
    assert run_at(rule, plan.on, sides) <= now < run_at(rule, plan.next_on, sides)


@seeded
@given(rule=rules, sides=two_zones)
def test_each_side_is_due_in_its_own_time(rule: Rule, sides: tuple[str, str]) -> None:
    """Claimed on time, each side is due by its own clock, before the 1:1, and one of them now."""
    now = run_at(rule, rule.anchor, sides)

    plan = plan_of(rule, rule.anchor, sides, now)

    assert plan.on == rule.anchor
    assert list(plan.due) == [prompt_due(rule, plan.on, zone_of_reader=zone) for zone in sides]
    assert min(plan.due) == now
    assert max(plan.due) < instant(rule, plan.on)


@seeded
@given(rule=rules, sides=two_zones, late=delays)
def test_nothing_is_due_before_its_claim(rule: Rule, sides: tuple[str, str], late: timedelta) -> None:
    """A late claim owes its prompts from now on."""
    now = run_at(rule, rule.anchor, sides) + late

    assert min(plan_of(rule, rule.anchor, sides, now).due) >= now


@seeded
@given(rule=rules, sides=two_zones, steps=st.lists(st.integers(1, 40), min_size=1, max_size=12))
def test_claims_never_repeat_a_date(rule: Rule, sides: tuple[str, str], steps: Sequence[int]) -> None:
    """Claimed again and again, however irregularly, no local date is owed twice and dates only rise."""
    on, now, owed = rule.anchor, run_at(rule, rule.anchor, sides), []
    for days in steps:
        if now >= run_at(rule, on, sides):
            plan = plan_of(rule, on, sides, now)
            owed.append(plan.on)
            on = plan.next_on
        now += timedelta(days=days)

    assert owed == sorted(set(owed))


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


def test_a_monday_is_prepared_on_friday() -> None:
    """The prompts for a Monday come on the Friday before, in the last working hour."""
    mondays = Rule(cadence=Cadence.WEEKLY, anchor=date(2026, 6, 22), at=time(10), zone="UTC")

    assert run_at(mondays, mondays.anchor, ("UTC", "UTC")) == datetime(2026, 6, 19, 17, tzinfo=UTC)
