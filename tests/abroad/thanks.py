"""The part of the tour about kudos: for several people, and for those who want no announcing."""

from bot.words import kudos, preferences
from storage.workspaces import set_kudos_channel
from tests.bot.journeys.forms import SAID
from tests.world import ANA, DEV, KUDOS_CHANNEL, World

TOGETHER = ("@ben @cleo", "@ben @cleo @dev", "@dev")


async def thanked(here: World) -> None:
    """Kudos for several, public and quiet, with one who is not announced among them and alone."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await here.people.command(DEV, "/growth settings")
    await here.people.submit(DEV, {"announce": [preferences.UNANNOUNCED]})
    for named in TOGETHER:
        for reach in (kudos.PUBLIC, kudos.QUIET):
            await here.people.command(ANA, f"/growth kudos {named} {SAID}")
            await here.people.choose(ANA, "reach", reach)
            await here.people.submit(ANA)
