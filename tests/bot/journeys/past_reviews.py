"""Past reviews that were brought before a test's own story begins."""

from bot.domain.past_reviews import read_past_table
from bot.usecases.past_imports import PastPlan, apply_past_import
from bot.words import past_notes
from playground.seen import View
from storage.past_notes import past_notes_of
from storage.records import PastNote
from tests.bot.journeys.kept import shown
from tests.world import World

HEAD = "user,date,text,skill,example,from,source"
SPOKEN = "Rebuilt the export so that support could read it"


async def brought(here: World, *lines: str) -> PastPlan:
    """Bring the lines of a table, for good."""
    raw = "\n".join((HEAD, *lines)).encode()
    return await apply_past_import(here.bot.deps, [read_past_table("reviews.csv", raw)], {})


async def waiting(here: World, person: str) -> tuple[PastNote, ...]:
    """What waits for somebody."""
    async with here.bot.deps.read() as workspace:
        return await past_notes_of(workspace, person)


async def looked(here: World, person: str) -> View:
    """The list, opened from the newest message."""
    await here.deliver()
    await here.people.press(person, (await here.people.dms(person))[-1], past_notes.LOOK)
    return await shown(here, person)
