"""The part of the tour about one's own data: as files, and where Slack takes none."""

from bot.words.rights import SEND
from tests.world import ANA, World


async def taken_along(here: World) -> None:
    """Files that come, and files that Slack refuses."""
    for is_refused in (False, True):
        page = (await here.people.command(ANA, "/growth my-data")).view
        if is_refused:
            await here.people.fault("files.getUploadURLExternal", "error", error="file_uploads_disabled")
        await here.people.press(ANA, page, SEND)
        await here.deliver()
