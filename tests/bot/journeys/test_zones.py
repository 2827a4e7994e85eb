"""One moment, read on two clocks: whatever its page, each reader gets the day of their own."""

from datetime import UTC, datetime

from bot.views import kit
from bot.views.answers import pack
from bot.views.kudos import OPEN
from playground.seen import View
from storage.kudos import kudos_not_kept
from tests.bot.journeys.kept import open_evidence, shown
from tests.bot.journeys.observed import answered, observed
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, World

AUCKLAND, HONOLULU = "Pacific/Auckland", "Pacific/Honolulu"
LATE = datetime(2026, 6, 16, 22, tzinfo=UTC)
"""Tuesday noon in Honolulu, Wednesday morning in Auckland."""


async def apart(here: World) -> None:
    """Ana reads in Honolulu, Ben in Auckland."""
    here.clock.moment = LATE
    await here.people.update_user(ANA, tz=HONOLULU)
    await here.people.update_user(BEN, tz=AUCKLAND)


async def opened(here: World, who: str, word: str) -> str:
    """What a word opens, read."""
    await here.people.command(who, f"/growth {word}")
    return (await shown(here, who)).words


async def test_roles_and_acts_are_told_by_the_readers_day(here: World) -> None:
    """Who became a People lead, and what was done, has the day that it was for the reader."""
    await apart(here)
    await opened(here, ANA, "admin")
    await here.people.submit(ANA, {"Switch it off for": ["ben"]})

    anas, bens = await opened(here, ANA, "privacy"), await opened(here, BEN, "privacy")

    assert "ana, the first to open the settings, 16 June 2026." in anas
    assert "ana, the first to open the settings, 17 June 2026." in bens
    assert "17 June 2026: ana switched Trellis off for ben." in bens
    assert "16 June 2026: ana switched Trellis off for ben." in await opened(here, ANA, "admin")


async def test_kudos_are_told_by_the_readers_day(here: World) -> None:
    """Giver and receiver read the day of the same kudos each on their own calendar."""
    await apart(here)
    await here.people.command(ANA, "/growth kudos @ben Kept the rota fair")
    await here.people.submit(ANA)
    await here.deliver()

    await here.people.press(BEN, (await here.people.dms(BEN))[-1], OPEN)
    assert "ana thanked you on 17 June 2026:" in (await shown(here, BEN)).words

    async with here.bot.deps.read() as workspace:
        (thanks,) = await kudos_not_kept(workspace, BEN)
    assert "You thanked ben on 16 June 2026:" in (await _pressed(here, ANA, thanks.id)).words


async def test_an_answer_is_told_by_the_readers_day(here: World) -> None:
    """Who wrote down what they saw reads the day of the answer on their own calendar, as its writer does."""
    await managed(here, BEN, by=ANA)
    await apart(here)
    piece = await observed(here, BEN, ANA)
    await answered(here, piece, "Thanks")

    anas, bens = await open_evidence(here, ANA, piece.id), await open_evidence(here, BEN, piece.id)

    assert anas.view is not None
    assert bens.view is not None
    assert "ben answered on 16 June 2026" in anas.view.words
    assert "You answered on 17 June 2026" in bens.view.words


async def test_the_form_of_a_1on1_says_ones_own_time(here: World) -> None:
    """Who changes a 1:1 that is kept in another zone reads its next time on their own clock as well."""
    await apart(here)
    await here.people.command(BEN, "/growth 1on1 @cleo")
    await here.people.submit(BEN)
    await here.people.update_user(CLEO, tz=HONOLULU)

    assert "For you that is Monday 22 June, 12:00." in await opened(here, CLEO, "1on1 @ben")


async def _pressed(here: World, who: str, kudos_id: str) -> View:
    slack = here.bot.deps.slack
    button = kit.button(OPEN, "Read it", pack(kudos=kudos_id))
    await slack.post(await slack.dm_channel(who), kit.message("Here", [kit.actions(button)]).payload)
    await here.people.press(who, (await here.people.dms(who))[-1], OPEN)
    return await shown(here, who)
