"""The forms in which a member lets others read: a named reader, a People lead; as a test opens them."""

from datetime import date

from bot.words import concerns, handover, notes, readers
from storage.choices import Shown
from tests.bot.journeys.feedback_forms import SAID, feedback_read
from tests.bot.journeys.homes import leading
from tests.bot.journeys.kept import noted
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, World


async def concern(here: World) -> None:
    """One thing to a People lead."""
    await leading(here, CLEO)
    await feedback_read(here)
    await here.people.press(BEN, None, concerns.SHOW)


async def reader(here: World) -> None:
    """Somebody to read, and what was shared before."""
    await managed(here, ANA, by=BEN)
    await noted(here, ANA, SAID, reach=notes.shared("ben"))
    await here.people.command(ANA, "/growth privacy")
    await here.people.press(ANA, None, readers.NAME)


SHARED = readers.before(Shown.NOTE, date(2026, 6, 16), SAID)
"""The note that was shared, as it stands in the list."""


async def new_manager(here: World) -> None:
    """What was shared with the manager before."""
    await managed(here, BEN, by=ANA)
    await noted(here, BEN, SAID, reach=notes.shared("ana"))
    await managed(here, BEN, by=CLEO)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], handover.OPEN)
