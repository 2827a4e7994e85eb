"""Quarterly checks: opened with their first mark, each side kept apart until both are in."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, or_

from storage import rows
from storage.records import Check, CheckMark, CheckSide, CheckWord
from storage.session import Workspace
from storage.tables import check_marks, check_sides, check_words, checks

_OF_TWO = rows.prepared(
    checks,
    checks.c.subject_id == bindparam("subject"),
    checks.c.manager_id == bindparam("manager"),
    checks.c.quarter == bindparam("quarter"),
)
_BETWEEN = rows.prepared(
    checks, checks.c.subject_id == bindparam("subject"), checks.c.manager_id == bindparam("manager")
).order_by(checks.c.id)
_BY_ID = rows.prepared(checks, checks.c.id == bindparam("check"))
_IN_QUARTER = rows.prepared(
    checks,
    or_(checks.c.subject_id == bindparam("person"), checks.c.manager_id == bindparam("person")),
    checks.c.quarter == bindparam("quarter"),
).order_by(checks.c.id)
_OF_FRAMEWORK = rows.prepared(
    checks, checks.c.framework == bindparam("framework"), checks.c.quarter == bindparam("quarter")
).order_by(checks.c.id)
_ABOUT = rows.prepared(checks, checks.c.subject_id == bindparam("subject")).order_by(
    checks.c.opened_at, checks.c.id
)
_SIDES = rows.prepared(check_sides, check_sides.c.check_id == bindparam("check"))
_MARKS = rows.prepared(check_marks, check_marks.c.check_id == bindparam("check"))
_WORDS = rows.prepared(check_words, check_words.c.check_id == bindparam("check"))


async def add_check(workspace: Workspace, check: Check) -> bool:
    """Open a check; False where these two have one for the quarter."""
    return await rows.add_new(workspace, checks, [rows.values_of(workspace, checks, check)]) == 1


async def find_check(workspace: Workspace, subject_id: str, manager_id: str, quarter: str) -> Check | None:
    """The check of two people in a quarter."""
    blanks = {"subject": subject_id, "manager": manager_id, "quarter": quarter}
    found = await rows.find_row(workspace, _OF_TWO, **blanks)
    return None if found is None else rows.record(Check, found)


async def checks_of_two(workspace: Workspace, subject_id: str, manager_id: str) -> tuple[Check, ...]:
    """All checks of a member with one manager."""
    found = await rows.rows_of(workspace, _BETWEEN, subject=subject_id, manager=manager_id)
    return tuple(rows.record(Check, row) for row in found)


async def remove_check(workspace: Workspace, check_id: str) -> None:
    """A check goes with all that either of the two marked in it."""
    for table in (check_marks, check_words, check_sides):
        await rows.remove(workspace, table, table.c.check_id == check_id)
    await rows.remove(workspace, checks, checks.c.id == check_id)


async def check_by_id(workspace: Workspace, check_id: str) -> Check | None:
    """A check by id, or None."""
    found = await rows.find_row(workspace, _BY_ID, check=check_id)
    return None if found is None else rows.record(Check, found)


async def checks_in(workspace: Workspace, person_id: str, quarter: str) -> tuple[Check, ...]:
    """The checks of a quarter that a person is one of the two of, oldest first."""
    found = await rows.rows_of(workspace, _IN_QUARTER, person=person_id, quarter=quarter)
    return tuple(rows.record(Check, row) for row in found)


async def checks_of_framework(workspace: Workspace, framework: str, quarter: str) -> tuple[Check, ...]:
    """The checks of a quarter under a framework, oldest first."""
    found = await rows.rows_of(workspace, _OF_FRAMEWORK, framework=framework, quarter=quarter)
    return tuple(rows.record(Check, row) for row in found)


async def checks_about(workspace: Workspace, subject_id: str) -> tuple[Check, ...]:
    """Every check of a person, with whomever, oldest first."""
    found = await rows.rows_of(workspace, _ABOUT, subject=subject_id)
    return tuple(rows.record(Check, row) for row in found)


async def sides_of(workspace: Workspace, check_id: str) -> tuple[CheckSide, ...]:
    """Those of the two who handed in or left it out."""
    found = await rows.rows_of(workspace, _SIDES, check=check_id)
    return tuple(rows.record(CheckSide, row) for row in found)


async def marks_in(workspace: Workspace, check_id: str) -> tuple[CheckMark, ...]:
    """All marks of both."""
    return tuple(rows.record(CheckMark, row) for row in await rows.rows_of(workspace, _MARKS, check=check_id))


async def words_in(workspace: Workspace, check_id: str) -> tuple[CheckWord, ...]:
    """What both said."""
    return tuple(rows.record(CheckWord, row) for row in await rows.rows_of(workspace, _WORDS, check=check_id))


async def put_marks(workspace: Workspace, marks: Sequence[CheckMark]) -> None:
    """Keep marks in place of those before."""
    for mark in marks:
        await rows.put(workspace, check_marks, rows.values_of(workspace, check_marks, mark))


async def put_word(workspace: Workspace, word: CheckWord) -> None:
    """Keep what one side says on a skill, in place of what they said before; nothing where it is empty."""
    if word.word:
        await rows.put(workspace, check_words, rows.values_of(workspace, check_words, word))
        return
    mine = and_(
        check_words.c.check_id == word.check_id,
        check_words.c.author_id == word.author_id,
        check_words.c.competency == word.competency,
    )
    await rows.remove(workspace, check_words, mine)


async def put_side(
    workspace: Workspace,
    check_id: str,
    author_id: str,
    *,
    handed_in: datetime | None,
    skipped: datetime | None,
) -> None:
    """One of the two hands in, or leaves it out."""
    side = CheckSide(check_id=check_id, author_id=author_id, handed_in_at=handed_in, skipped_at=skipped)
    await rows.put(workspace, check_sides, rows.values_of(workspace, check_sides, side))
