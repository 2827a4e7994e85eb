"""What becomes of plans, checks and 1:1s."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Table, and_, bindparam, func, or_, select

from storage.choices import Keep
from storage.rights.rule import BEFORE, DAY, Rule, Where, ids_of, is_person
from storage.tables import (
    asked_prompts,
    chances,
    check_marks,
    check_sides,
    check_words,
    checks,
    commitments,
    directions,
    goals,
    meetings,
    pairs,
    private_notes,
    talks,
)

CHANCES = ids_of(chances, is_person(chances.c.subject_id))
CHECKS = ids_of(checks, is_person(checks.c.subject_id))
_TWO = ids_of(checks, or_(is_person(checks.c.subject_id), is_person(checks.c.manager_id)))
_PAIRS = ids_of(pairs, or_(is_person(pairs.c.first_id), is_person(pairs.c.second_id)))


def _are_both_in(check: Column[Any]) -> Where:
    """Both have handed in what they marked: what either wrote is the other's to keep."""
    side = check_sides.alias("side")
    handed_in = (
        select(func.count())
        .select_from(side)
        .where(
            side.c.workspace_id == bindparam("here"),
            side.c.check_id == check,
            side.c.handed_in_at.is_not(None),
        )
    )
    return handed_in.scalar_subquery() == 2


_OLD_CHECKS = ids_of(checks, checks.c.opened_at < BEFORE)


def _of_check(table: Table) -> Rule:
    """What somebody marked: with their own checks, and of others' what these have not read yet."""
    alone = and_(is_person(table.c.author_id), ~_are_both_in(table.c.check_id))
    both = and_(table.c.check_id.in_(_TWO), _are_both_in(table.c.check_id))
    return Rule(
        gone=or_(table.c.check_id.in_(CHECKS), alone),
        named=("author_id",),
        taken=or_(is_person(table.c.author_id), both),
        kept=Keep.NOTES,
        old=table.c.check_id.in_(_OLD_CHECKS),
    )


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "asked_prompts": Rule(
            gone=is_person(asked_prompts.c.person_id),
            taken=is_person(asked_prompts.c.person_id),
            kept=Keep.TALKS,
            old=asked_prompts.c.on < DAY,
        ),
        "chances": Rule(
            gone=is_person(chances.c.subject_id),
            named=("author_id",),
            unnamed=("manager_id",),
            taken=is_person(chances.c.subject_id),
            kept=Keep.NOTES,
            old=chances.c.marked_at < BEFORE,
        ),
        "check_marks": _of_check(check_marks),
        "check_sides": _of_check(check_sides),
        "check_words": _of_check(check_words),
        "checks": Rule(
            gone=is_person(checks.c.subject_id),
            named=("manager_id",),
            taken=checks.c.id.in_(_TWO),
            kept=Keep.NOTES,
            old=checks.c.opened_at < BEFORE,
        ),
        "commitments": Rule(
            gone=is_person(commitments.c.owner_id),
            named=("author_id",),
            taken=commitments.c.pair_id.in_(_PAIRS),
            kept=Keep.TALKS,
            old=commitments.c.ended_at < BEFORE,
        ),
        # Numbers of four people or more, frozen as they were told (DESIGN 5.12): nobody can be taken out.
        "count_reports": Rule(),
        "directions": Rule(
            gone=is_person(directions.c.person_id),
            unnamed=("shared_with",),
            taken=is_person(directions.c.person_id),
        ),
        "goals": Rule(
            gone=is_person(goals.c.owner_id),
            unnamed=("shared_with",),
            taken=is_person(goals.c.owner_id),
            kept=Keep.NOTES,
            old=goals.c.ended_at < BEFORE,
        ),
        "meetings": Rule(named=("changed_by", "answered_by"), taken=meetings.c.pair_id.in_(_PAIRS)),
        "pairs": Rule(named=("first_id", "second_id", "asked_by"), taken=pairs.c.id.in_(_PAIRS)),
        "private_notes": Rule(
            gone=is_person(private_notes.c.person_id),
            taken=is_person(private_notes.c.person_id),
            kept=Keep.TALKS,
            old=private_notes.c.on < DAY,
        ),
        "talks": Rule(
            named=("written_by",), taken=talks.c.pair_id.in_(_PAIRS), kept=Keep.TALKS, old=talks.c.on < DAY
        ),
    }
)
