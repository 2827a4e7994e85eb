"""The part of the tour where skills are suggested, and wording is hinted at."""

from bot.views import kudos, suggesting
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, World

TYPED = (
    "zzq xxv wwj qqz vvx jjw kkq",
    "Thanks for fixing it",
    "Split the migration into four small releases and checked each",
    "You are such a star",
)
"""Kudos like no skill, too short for a guess, with skills to suggest; the last for the hint after sending."""


async def suggested(here: World) -> None:
    """Skills suggested for a text, none for a short one or one like no skill; hints, and their end."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    for text in TYPED:
        await here.people.command(ANA, f"/growth kudos @ben {text}")
        await here.people.press(ANA, None, kudos.SUGGEST)
        await here.people.submit(ANA)
    await here.people.press(ANA, None, suggesting.HIDE)
