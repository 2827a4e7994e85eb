"""The page of a 1:1, through Slack's protocol: what both write, what one writes alone, what they promise."""

from datetime import timedelta

import pytest

from bot.domain.commitments import CommitmentDraft
from bot.usecases.commitments import write_commitment
from bot.words import errors
from bot.words import pairs as pair_words
from bot.words import prompts as prompt_words
from bot.words import talks as words
from storage.choices import CommitmentEnd
from storage.commitments import find_commitment, open_commitments
from storage.records import Commitment, Pair
from storage.talks import find_private_note, find_talk
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import agreed, prompts_of
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, World

ROTA, LAUNCH, LISBON = "The rota", "After the launch", "Ask about Lisbon"
PROMISE = "Introduce you to the data team"
DELIVERY = "Planning and delivery"


async def opened(here: World, who: str, other: str) -> None:
    """Somebody opens the page of their 1:1."""
    await here.people.command(who, f"/growth 1on1 @{other}")


async def wrote(here: World, who: str, other: str, **typed: str) -> None:
    """Somebody writes the agenda or the notes in their form."""
    await opened(here, who, other)
    await here.people.press(who, None, words.WRITE)
    done = await here.people.submit(who, typed)
    assert not done.errors


async def promised(here: World, who: str, other: str, text: str = PROMISE, **chosen: str) -> None:
    """Somebody writes down a promise."""
    await opened(here, who, other)
    await here.people.press(who, None, words.PROMISE)
    done = await here.people.submit(who, {"text": text, **chosen})
    assert not done.errors


async def promises(here: World, pair: Pair) -> tuple[Commitment, ...]:
    """What is open between two."""
    async with here.bot.deps.read() as workspace:
        return await open_commitments(workspace, pair.id)


async def test_both_see_what_either_wrote(here: World) -> None:
    """An agenda of the one stands on the page of the other, who adds a note; the page says who reads it."""
    await agreed(here)
    await wrote(here, ANA, "ben", agenda=ROTA)

    await opened(here, BEN, "ana")
    page = await shown(here, BEN)
    await wrote(here, BEN, "ana", agenda=ROTA, notes=LAUNCH)
    await opened(here, ANA, "ben")

    assert ROTA in page.words
    assert words.receipt("ana") in page.words
    assert {ROTA, LAUNCH} <= set((await shown(here, ANA)).words.split("\n"))


async def test_two_who_write_at_once_lose_nothing(here: World) -> None:
    """The second to save gets the words of both back in the form, and saves them."""
    pair = await agreed(here)
    for who, other in ((ANA, "ben"), (BEN, "ana")):
        await opened(here, who, other)
        await here.people.press(who, None, words.WRITE)
    await here.people.submit(ANA, {"agenda": ROTA, "notes": ""})
    await here.people.submit(BEN, {"agenda": LAUNCH, "notes": LISBON})

    form = await shown(here, BEN)
    async with here.bot.deps.read() as workspace:
        before = await find_talk(workspace, pair.id, pair.next_on)  # type: ignore[arg-type]
    await here.people.submit(BEN)
    async with here.bot.deps.read() as workspace:
        after = await find_talk(workspace, pair.id, pair.next_on)  # type: ignore[arg-type]

    assert words.both_wrote("ana") in form.words
    assert before is not None
    assert (before.agenda, before.notes) == (ROTA, None)
    assert after is not None
    assert (after.agenda, after.notes) == (f"{ROTA}\n{LAUNCH}", LISBON)


async def test_two_who_write_different_boxes_are_not_stopped(here: World) -> None:
    """One adds to the agenda while the other writes notes: both stand, and nobody is asked anything."""
    pair = await agreed(here)
    for who, other in ((ANA, "ben"), (BEN, "ana")):
        await opened(here, who, other)
        await here.people.press(who, None, words.WRITE)
    await here.people.submit(ANA, {"agenda": ROTA})
    await here.people.submit(BEN, {"notes": LAUNCH})

    async with here.bot.deps.read() as workspace:
        kept = await find_talk(workspace, pair.id, pair.next_on)  # type: ignore[arg-type]
    assert kept is not None
    assert (kept.agenda, kept.notes) == (ROTA, LAUNCH)
    assert words.SAVED in (await shown(here, BEN)).words


async def test_what_one_writes_alone_the_other_never_sees(here: World) -> None:
    """It is kept for its author, and stands on no page but theirs."""
    pair = await agreed(here)
    await opened(here, ANA, "ben")
    await here.people.press(ANA, None, words.WRITE_OWN)
    await here.people.submit(ANA, {"text": LISBON})
    mine = await shown(here, ANA)

    await opened(here, BEN, "ana")

    assert LISBON in mine.words
    assert LISBON not in (await shown(here, BEN)).words
    async with here.bot.deps.read() as workspace:
        assert await find_private_note(workspace, pair.id, pair.next_on, BEN) is None  # type: ignore[arg-type]


async def test_a_promise_returns_until_it_is_answered(here: World) -> None:
    """It stands on the page of both, is counted beside the prompts, and goes when its owner says so."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    pair = await agreed(here)
    await promised(here, ANA, "ben", skill=DELIVERY)
    here.clock.moment += timedelta(days=1)
    await here.tick()
    message = (await prompts_of(here, BEN))[-1]
    await here.people.press(BEN, message, prompt_words.AGENDA)
    page = await shown(here, BEN)

    await opened(here, ANA, "ben")
    await here.people.press(ANA, None, words.KEPT)

    assert PROMISE not in str(message.blocks)
    assert words.open_promises(1) in message.words
    assert PROMISE in page.words
    assert f"ana, {DELIVERY}, in the 1:1 of" in page.words
    assert words.KEPT not in page.buttons
    assert await promises(here, pair) == ()
    assert PROMISE not in (await shown(here, ANA)).words


async def test_a_promise_may_be_changed_and_let_go(here: World) -> None:
    """Its owner words it anew, and it returns so; then lets it go."""
    pair = await agreed(here)
    await promised(here, BEN, "ana")
    await here.people.press(BEN, None, words.CHANGE)
    await here.people.submit(BEN, {"text": "Introduce Ana to two of them"})
    (changed,) = await promises(here, pair)
    await here.people.press(BEN, None, words.DROP)

    async with here.bot.deps.read() as workspace:
        ended = await find_commitment(workspace, changed.id)
    assert (changed.text, changed.owner_id) == ("Introduce Ana to two of them", BEN)
    assert ended is not None
    assert ended.end is CommitmentEnd.DROPPED


async def test_who_wrote_a_promise_down_for_the_other_may_take_it_back(here: World) -> None:
    """No more than that: whether it was kept is for who made it."""
    pair = await agreed(here)
    await promised(here, ANA, "ben", owner=words.will("ben"))
    page = await shown(here, ANA)
    await opened(here, BEN, "ana")

    assert words.KEPT in (await shown(here, BEN)).buttons
    assert words.WITHDRAW in page.buttons
    assert words.KEPT not in page.buttons
    await here.people.press(ANA, None, words.WITHDRAW)
    assert await promises(here, pair) == ()


async def test_a_promise_without_words_is_refused_at_its_box(here: World) -> None:
    """Nothing is kept, and the form stays."""
    pair = await agreed(here)
    await opened(here, ANA, "ben")
    await here.people.press(ANA, None, words.PROMISE)

    done = await here.people.submit(ANA, {"text": " "})

    assert done.errors["text"] == errors.SENTENCES["nothing_typed"]
    assert await promises(here, pair) == ()


async def test_a_promise_that_was_changed_meanwhile_is_not_overwritten(here: World) -> None:
    """Two windows of one person: the second says so beside what was typed."""
    pair = await agreed(here)
    await promised(here, BEN, "ana")
    await here.people.press(BEN, None, words.CHANGE)
    (kept,) = await promises(here, pair)
    elsewhere = CommitmentDraft(
        draft="window-2",
        pair_id=pair.id,
        owner_id=BEN,
        text="First",
        skill=None,
        commitment_id=kept.id,
        version=kept.version,
    )
    await write_commitment(here.bot.deps, await person(here, BEN), elsewhere)

    done = await here.people.submit(BEN, {"text": "Second"})

    assert done.errors["text"] == errors.SENTENCES["commitment_moved"]
    assert [one.text for one in await promises(here, pair)] == ["First"]


async def test_twenty_promises_are_enough(here: World) -> None:
    """The next waits until one is answered."""
    pair = await agreed(here)
    for number in range(20):
        await promised(here, ANA, "ben", f"Promise {number}")
    await opened(here, ANA, "ben")
    await here.people.press(ANA, None, words.PROMISE)

    done = await here.people.submit(ANA, {"text": "One more"})

    assert "20 open promises" in done.errors["text"]
    assert len(await promises(here, pair)) == 20


async def test_promises_of_a_pair_that_ended_go_along_as_their_owner_chooses(here: World) -> None:
    """A later 1:1 says that there are some; only one press takes them, the other side's stay behind."""
    first = await agreed(here, BEN, ANA)
    await promised(here, BEN, "ana")
    await promised(here, ANA, "ben", "Write to Lisbon")
    await here.people.command(BEN, "/growth 1on1")
    await here.people.press(BEN, None, pair_words.END)
    later = await agreed(here, BEN, CLEO)
    await opened(here, BEN, "cleo")
    page = await shown(here, BEN)

    await here.people.press(BEN, None, words.TAKE_ALONG)

    assert words.left_behind(1) in page.words
    assert PROMISE not in page.words
    assert [one.text for one in await promises(here, later)] == [PROMISE]
    assert [one.text for one in await promises(here, first)] == ["Write to Lisbon"]
    assert words.TAKE_ALONG not in (await shown(here, BEN)).buttons


async def test_one_turns_to_the_next_and_back(here: World) -> None:
    """For a day after it began the page is of that 1:1, with the next a press away."""
    await agreed(here)
    await wrote(here, ANA, "ben", notes=LAUNCH)
    here.clock.moment += timedelta(days=1, hours=6)
    await opened(here, ANA, "ben")
    first = await shown(here, ANA)
    await here.people.press(ANA, None, next(one for one in first.buttons if one.startswith("Next: ")))
    second = await shown(here, ANA)
    await here.people.press(ANA, None, next(one for one in second.buttons if one.startswith("Before: ")))

    assert LAUNCH in first.words
    assert LAUNCH not in second.words
    assert LAUNCH in (await shown(here, ANA)).words


@pytest.mark.parametrize("who", [ANA, BEN])
async def test_what_was_written_stays_to_be_read_when_it_is_over(here: World, who: str) -> None:
    """Either of the two finds it by the list, and can add nothing."""
    await agreed(here)
    await wrote(here, ANA, "ben", agenda=ROTA)
    await here.people.command(BEN, "/growth 1on1")
    await here.people.press(BEN, None, pair_words.END)

    await here.people.command(who, "/growth 1on1")
    await here.people.press(who, None, pair_words.READ)

    page = await shown(here, who)
    assert ROTA in page.words
    assert words.IS_OVER in page.words
    assert not {words.WRITE, words.WRITE_OWN, words.PROMISE} & set(page.buttons)
