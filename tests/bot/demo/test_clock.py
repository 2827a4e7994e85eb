"""The demo's clock: whoever moves it finds what would have come meanwhile."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from playground.seen import Message
from tests.world import World

pytestmark = pytest.mark.slow


def _sent(message: Message) -> datetime:
    return datetime.fromtimestamp(float(message.ts), UTC)


async def test_prompts_come_on_their_days(demo: World) -> None:
    """Over a quarter each prompt of a weekly 1:1 comes once, a day before it, dated when it came."""
    before = len(await demo.people.dms("U0WREN"))

    await demo.people.move_clock("U0OTIS", "quarter")
    new = (await demo.people.dms("U0WREN"))[before:]

    prompts = [_sent(message) for message in new if "Your 1:1 with Otis" in message.words]
    assert prompts
    assert prompts == sorted(prompts)
    assert len({moment.date() for moment in prompts}) == len(prompts)
    gaps = [later.date() - earlier.date() for earlier, later in pairwise(prompts)]
    assert {gap.days for gap in gaps} <= {7}


async def test_the_next_quarter_brings_the_nudge(demo: World) -> None:
    """An owner is asked to look at the framework on the first Monday, once."""
    await demo.people.move_clock("U0OTIS", "quarter")

    nudges = [one for one in await demo.people.dms("U0WREN") if _sent(one).date().isoformat() == "2026-07-06"]

    assert len([one for one in nudges if "Engineering" in one.words]) == 1


async def test_nothing_comes_early(demo: World) -> None:
    """An hour brings no message that is dated later than the clock."""
    await demo.people.move_clock("U0OTIS", "hour")
    screen = await demo.people.screen("U0WREN")
    now = datetime.fromisoformat(screen.json["clock"]["now"])

    assert all(_sent(message) <= now for message in screen.dms)
    assert screen.json["clock"]["target"] is None
