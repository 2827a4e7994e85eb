"""What people wrote goes when its time is over (DESIGN 5.15)."""

import pytest

from bot.settings import SettingsError
from bot.usecases.deliveries import purge
from bot.views import kudos
from tests.bot.journeys.kept import noted
from tests.bot.visibility.company import PEOPLE
from tests.bot.visibility.settled import populate
from tests.stored import stored
from tests.world import ANA, BEN, World, world

WORDS, THANKS = "Moved the heron to the ledger", "Calmed the otters"


async def written(here: World) -> None:
    """A note, and kudos that were kept as one."""
    await noted(here, ANA, WORDS)
    await here.people.command(ANA, f"/growth kudos @ben {THANKS}")
    await here.people.submit(ANA)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], kudos.OPEN)
    await here.people.submit(BEN)


async def test_notes_and_kudos_stay_three_years(here: World) -> None:
    """On the last day both are there, and then neither, nor anything that belonged to them."""
    await written(here)
    here.clock.move(days=3 * 365)
    await purge(here.bot.deps)
    assert WORDS in repr(await stored(here.bot.deps.database))

    here.clock.move(days=1)
    await purge(here.bot.deps)

    held = await stored(here.bot.deps.database)
    assert not held["evidence"]
    assert not held["kudos"] or THANKS in repr(held["kudos"])
    await purge(here.bot.deps)
    assert THANKS not in repr(await stored(here.bot.deps.database))


async def test_the_operator_sets_the_days(sqlite_address: str) -> None:
    """What is set for one kind holds for it alone."""
    async with world(sqlite_address, TRELLIS_RETENTION_DAYS="kudos:90") as here:
        await here.people.command(ANA, f"/growth kudos @ben {THANKS}")
        await here.people.submit(ANA)
        await noted(here, ANA, WORDS)
        here.clock.move(days=91)
        await purge(here.bot.deps)
        held = await stored(here.bot.deps.database)

    assert not held["kudos"]
    assert len(held["evidence"]) == 1


@pytest.mark.parametrize("wrong", ["kudos", "kudos:1", "cakes:100", "kudos:100,kudos:200", "kudos:1e3"])
async def test_a_wrong_value_stops_the_start(sqlite_address: str, wrong: str) -> None:
    """It is told by name."""
    with pytest.raises(SettingsError, match="TRELLIS_RETENTION_DAYS"):
        async with world(sqlite_address, TRELLIS_RETENTION_DAYS=wrong):
            pass


async def test_a_whole_company_grows_old(address: str) -> None:
    """After ten years no words are left but those of what never ended, on both databases."""
    async with world(address, people=PEOPLE) as here:
        await populate(here)
        here.clock.move(days=3650)
        await purge(here.bot.deps)
        await purge(here.bot.deps)
        held = await stored(here.bot.deps.database)

    gone = (
        "kudos",
        "evidence",
        "evidence_marks",
        "checks",
        "check_words",
        "summaries",
        "talks",
        "private_notes",
    )
    assert not [name for name in gone if held[name]]
    assert [row for row in held["offers"] if "taken" in row]
