"""Observations that a test needs before its own story begins."""

from datetime import date

from bot.domain.observations import ObservationDraft
from bot.usecases.management import end_tie
from bot.usecases.observations import answer_observation, observe
from bot.words.observations import KEEP_DOING
from storage.choices import Consent
from storage.management import managers_of
from storage.records import Evidence
from tests.bot.journeys.kept import notes_of
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, World

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


async def tie(here: World) -> None:
    """Ana manages Ben, who is an engineer."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.deliver()


async def untied(here: World) -> None:
    """Ben says that nobody is his manager."""
    async with here.bot.deps.read() as workspace:
        (held,) = await managers_of(workspace, BEN, Consent.CONFIRMED)
    await end_tie(here.bot.deps, await person(here, BEN), held.id)


async def sent(here: World, text: str = SEEN, kind: str = KEEP_DOING) -> None:
    """Ana writes down what she saw Ben do, in the form."""
    await here.people.command(ANA, f"/growth observe @ben {text}")
    done = await here.people.submit(ANA, {"kind": kind})
    assert not done.errors
    await here.deliver()
