"""An observation that a test needs before its own story begins."""

from datetime import date

from bot.domain.observations import ObservationDraft
from bot.usecases.observations import answer_observation, observe
from storage.records import Evidence
from tests.bot.journeys.kept import notes_of
from tests.bot.journeys.ties import person
from tests.world import World

SEEN = "Ran the incident review alone"


async def observed(
    here: World,
    report: str,
    by: str,
    text: str = SEEN,
    *,
    is_favourable: bool = True,
    on: date | None = None,
    skills: tuple[str, ...] = (),
    showed: tuple[str, ...] = (),
) -> Evidence:
    """What a manager wrote down about a report."""
    draft = ObservationDraft(
        draft=here.bot.deps.ids(),
        report_id=report,
        text=text,
        is_favourable=is_favourable,
        happened_on=on,
        skills=skills,
        showed=showed,
    )
    known = {piece.id for piece in await notes_of(here, report)}
    await observe(here.bot.deps, await person(here, by), draft)
    (piece,) = [one for one in await notes_of(here, report) if one.id not in known]
    return piece


async def answered(here: World, piece: Evidence, reply: str) -> None:
    """The answer of whom it is about."""
    actor = await person(here, piece.owner_id)
    await answer_observation(here.bot.deps, actor, piece.id, reply, here.bot.deps.ids())
