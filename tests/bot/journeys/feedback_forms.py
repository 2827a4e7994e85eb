"""The forms of feedback and of questions for it, as a test opens them."""

from bot.words import asks
from bot.words import feedback as words
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, World

SAID = "Kept the rota fair"


async def feedback(here: World) -> None:
    """Feedback for somebody with a manager."""
    await managed(here, BEN, by=CLEO)
    await here.people.command(ANA, f"/growth feedback @ben {SAID}")


async def feedback_read(here: World) -> None:
    """The page of feedback, with all that can be kept of it."""
    await feedback(here)
    await here.people.submit(ANA, {"carry_on": SAID, "try_next": SAID})
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], words.OPEN)


async def feedback_reply(here: World) -> None:
    """The answer to it."""
    await feedback_read(here)
    await here.people.press(BEN, None, words.REPLY)


async def ask(here: World) -> None:
    """A question to one person."""
    await managed(here, BEN, by=CLEO)
    await here.people.command(ANA, f"/growth ask @ben {SAID}")


async def asked(here: World) -> None:
    """The same once its message arrived."""
    await ask(here)
    await here.people.submit(ANA)
    await here.deliver()


async def ask_answer(here: World) -> None:
    """The answer to a question."""
    await asked(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], asks.ANSWER)


async def ask_decline(here: World) -> None:
    """Not now."""
    await asked(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], asks.NOT_NOW)
