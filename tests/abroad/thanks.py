"""The part of the tour about kudos: for several people, and for those who want no announcing."""

from bot.views import given_kudos
from bot.views import kudos as views
from bot.words import kudos, preferences
from storage.workspaces import set_kudos_channel
from tests.bot.journeys.forms import SAID
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import open_evidence, shown, the_note_of
from tests.world import ANA, BEN, CLEO, DEV, KUDOS_CHANNEL, World

TOGETHER = ("@ben @cleo", "@ben @cleo @dev", "@dev")


async def taken_back(here: World) -> None:
    """Kudos taken back from Home and from what is shown after sending, and too late."""
    for named, minutes in (("@ben", 0), ("@ben @cleo", 0), ("@ben @cleo", 11)):
        await here.people.command(ANA, f"/growth kudos {named} {SAID}")
        await here.people.submit(ANA)
        await here.deliver()
        here.clock.move(minutes=minutes)
        if minutes == 0:
            await here.people.press(ANA, await home_of(here, ANA), given_kudos.OPEN)
        await here.people.press(ANA, None, given_kudos.UNDO)
        await here.deliver()


async def detailed(here: World) -> None:
    """Details that come while the form to keep stands open, and after the kudos were kept."""
    await here.people.command(ANA, f"/growth kudos @ben @cleo {SAID}")
    await here.people.submit(ANA)
    await here.deliver()
    for who in (BEN, CLEO):
        await here.people.press(who, (await here.people.dms(who))[-1], views.OPEN)
    await here.people.submit(CLEO)
    here.clock.move(minutes=1)
    await here.people.press(ANA, None, given_kudos.ADD)
    await here.people.submit(ANA, {"situation": SAID, "effect": SAID})
    await here.people.submit(BEN)
    await here.people.press(CLEO, (await here.people.dms(CLEO))[-1], views.OPEN)


async def kept_together(here: World) -> None:
    """Two kudos that become one note, read by its owner and by one of those who gave them."""
    for giver in (ANA, CLEO):
        await here.people.command(giver, f"/growth kudos @ben {SAID}")
        await here.people.submit(giver)
        await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], views.OPEN)
    (boxes,) = [one for one in (await shown(here, BEN)).fields if one.block_id == "together"]
    await here.people.choose(BEN, "together", [boxes.element["options"][0]["text"]["text"]])
    await here.people.submit(BEN)
    note = await the_note_of(here, BEN)
    for who in (BEN, ANA):
        await open_evidence(here, who, note.id)


async def thanked(here: World) -> None:
    """Kudos for several, public and quiet, with one who is not announced among them and alone."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await here.people.command(DEV, "/growth settings")
    await here.people.submit(DEV, {"announce": [preferences.UNANNOUNCED]})
    for named in TOGETHER:
        for is_public in (True, False):
            await here.people.command(ANA, f"/growth kudos {named} {SAID}")
            if is_public:
                await here.people.choose(ANA, "reach", kudos.PUBLIC)
            await here.people.submit(ANA)
