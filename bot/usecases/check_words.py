"""What was marked and said in quarterly checks, for whoever reads a summary (DESIGN 5.1, 7)."""

from collections.abc import Sequence
from datetime import date

from bot.domain.checks import Marked, SaidInCheck, words_by, words_marked
from bot.domain.notes import local_day
from bot.domain.standing import Word
from bot.domain.statements import Statement
from bot.domain.visibility import Viewer, facts_of_check, may_read
from storage.checks import check_by_id, checks_about, marks_in, sides_of, words_in
from storage.choices import CheckMarked
from storage.people import get_person
from storage.records import Check
from storage.session import Workspace


async def words_in_checks(
    workspace: Workspace, viewer: Viewer, subject_id: str, until: date
) -> tuple[Word, ...]:
    """Who marked an example as not there yet by a day, in checks handed in by both that a viewer may read."""
    marked: list[Marked] = []
    for check in await checks_about(workspace, subject_id):
        marked += await _marked(workspace, viewer, check)
    return tuple(words_marked(one for one in marked if one.on <= until))


async def said_in_checks(
    workspace: Workspace, viewer: Viewer, statement: Statement
) -> tuple[SaidInCheck, ...]:
    """The words behind a line of a summary that were said in checks, as far as a viewer may read them."""
    said: list[SaidInCheck] = []
    for check_id in statement.evidence:
        check = await check_by_id(workspace, check_id)
        if check is not None:
            said += await _said(workspace, viewer, check, statement)
    return tuple(said)


async def _said(
    workspace: Workspace, viewer: Viewer, check: Check, statement: Statement
) -> Sequence[SaidInCheck]:
    """What each said of the skill who marked the example as not there yet."""
    place = statement.competency, statement.behaviour
    days = {
        one.mark.author_id: one.on
        for one in await _marked(workspace, viewer, check)
        if (one.mark.competency, one.mark.behaviour) == place and one.mark.mark is CheckMarked.NOT_YET
    }
    words = await words_in(workspace, check.id)
    return [
        SaidInCheck(author_id=author, on=on, word=word)
        for author, on in sorted(days.items())
        if (word := words_by(words, author).get(statement.competency or ""))
    ]


async def _marked(workspace: Workspace, viewer: Viewer, check: Check) -> list[Marked]:
    """The marks of both, where both are in and the viewer may read either's."""
    sides = {side.author_id: side.handed_in_at for side in await sides_of(workspace, check.id)}
    mine, theirs = sides.get(check.subject_id), sides.get(check.manager_id)
    if mine is None or theirs is None:
        return []
    if not may_read(viewer, facts_of_check(check, check.subject_id, are_both_in=True)):
        return []
    zone = (await get_person(workspace, check.subject_id)).zone
    days = {check.subject_id: local_day(mine, zone), check.manager_id: local_day(theirs, zone)}
    return [Marked(mark=one, on=days[one.author_id]) for one in await marks_in(workspace, check.id)]
