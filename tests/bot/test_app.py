"""What the place that joins sees to."""

import zoneinfo

from tests.world import World


async def test_time_zones_are_those_of_the_pinned_data(here: World) -> None:
    """Once Trellis is open, the machine's own zone files count for nothing: every machine reckons alike."""
    assert here.bot.port
    assert zoneinfo.TZPATH == ()
