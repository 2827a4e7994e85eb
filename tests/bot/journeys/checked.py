"""A quarterly check that two people mark, as a test needs it before its own story begins."""

from bot.words import checks as words
from playground.seen import SubmitResult, View
from tests.bot.journeys.filling import place_in
from tests.bot.journeys.kept import shown
from tests.world import World

SEEN, NOT_YET, NONE = words.MARKS.values()
MISSING = "A plan that others can follow"


def places(view: View) -> list[str]:
    """The blocks of a page's examples."""
    return [one.block_id for one in view.fields if one.block_id.startswith("mark:")]


async def mark_page(
    here: World, who: str, first: str = SEEN, rest: str = SEEN, word: str = ""
) -> SubmitResult:
    """Mark the open page: its first example one way, the others another, with a word."""
    page = await shown(here, who)
    answers = {place: first if at == 0 else rest for at, place in enumerate(places(page))}
    return await here.people.submit(who, {**answers, place_in(page, "word"): word})


async def mark_all(here: World, who: str, line: str, first: str = SEEN, word: str = MISSING) -> None:
    """Go through a check from its first page to its last, the first example of the first page apart."""
    await here.people.command(who, f"/growth {line}")
    place = 0
    while places(await shown(here, who)):
        chosen = first if place == 0 else SEEN
        done = await mark_page(here, who, chosen, SEEN, word if chosen == NOT_YET else "")
        assert not done.errors
        place += 1
        assert place < 20
