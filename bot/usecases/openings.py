"""Who opened what of somebody else's; its owner sees it (DESIGN 5.5)."""

from bot.deps import Deps
from bot.domain.notes import local_day
from storage.evidence import add_openings
from storage.records import Opening, Person


async def log_opening(deps: Deps, reader_id: str, subject: Person, kind: str, thing_id: str) -> None:
    """Log an opening, once for each of the subject's days."""
    opening = Opening(
        reader_id=reader_id,
        subject_id=subject.id,
        kind=kind,
        thing_id=thing_id,
        on=local_day(deps.today(), subject.zone),
    )
    async with deps.write() as workspace:
        await add_openings(workspace, [opening])
