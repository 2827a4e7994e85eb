"""A note that becomes an example: with the consent of everybody named, and without a name."""

from dataclasses import replace

from bot.usecases.frameworks import publish_framework
from bot.usecases.offers import examples_taken
from bot.usecases.people import take_person
from bot.words import offers as words
from frameworks.load import load_library
from playground.seen import Message, View
from storage.people import remove_from_rollout
from storage.records import Offer
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import noted, open_evidence, shown
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, World

NOTE = "Planned the release with Cleo in two steps, see https://fernhill.example/1"
CLEAN = "Planned the release with a colleague in two steps, see"
EXAMPLE = "Planned a release in two steps"
DELIVERY = ["Planning and delivery"]


async def offering(here: World, text: str = NOTE) -> View:
    """Ben, an engineer whose manager is Dev, wrote a note on a skill that Ana looks after, and offers it."""
    for loaded in load_library():
        if loaded.framework is not None and loaded.framework.id == "engineering":
            await publish_framework(here.bot.deps, replace(loaded.framework, owners=(ANA,)), None)
    await managed(here, BEN, by=DEV)
    await placed(here, BEN, "e2")
    await here.deliver()
    note = await noted(here, BEN, text, skills=DELIVERY)
    await open_evidence(here, BEN, note.id)
    await here.people.press(BEN, None, words.OFFER)
    (sign,) = [one for one in (await shown(here, BEN)).fields if one.block_id == "sign"]
    first = sign.element["option_groups"][0]["options"][0]["text"]["text"]
    await here.people.choose(BEN, "sign", first)
    return await shown(here, BEN)


async def offered(here: World, text: str = EXAMPLE, note: str = NOTE) -> None:
    """The form, sent."""
    await offering(here, note)
    done = await here.people.submit(BEN, {"text": text})
    assert not done.errors
    await here.deliver()


async def last(here: World, person_id: str) -> Message:
    """The newest message."""
    return (await here.people.dms(person_id))[-1]


async def opened(here: World, person_id: str) -> View:
    """The page of the offer, from the newest message."""
    await here.people.press(person_id, await last(here, person_id), words.READ)
    return await shown(here, person_id)


async def answers(here: World, person_id: str, word: str) -> None:
    """Somebody opens the newest message about it, and says a word."""
    await opened(here, person_id)
    await here.people.press(person_id, None, word)
    await here.deliver()


async def taken(here: World) -> tuple[Offer, ...]:
    """All that owners took."""
    async with here.bot.deps.read() as workspace:
        return await examples_taken(workspace)


async def test_the_form_begins_without_names_and_says_who_must_agree(here: World) -> None:
    """Names, mentions and links are taken out, and whoever is named is told of before anything is sent."""
    form = await offering(here)

    assert CLEAN in str(form.values)
    assert "Asked first: cleo" in form.words


async def test_a_name_that_is_left_is_refused_at_its_field(here: World) -> None:
    """Neither a member's name nor a link passes, the author's own included."""
    await offering(here)

    for text in ("Planned it with Cleo", "Ben planned it", "Planned it, see https://fernhill.example/1"):
        done = await here.people.submit(BEN, {"text": text})
        assert done.errors is not None
        assert "so that nobody is named" in done.errors["text"]


async def test_who_is_named_is_asked_once_and_reads_the_exact_text_in_a_modal(here: World) -> None:
    """The message holds who asks and none of the words; the text opens in a modal."""
    await offered(here)

    message = await last(here, CLEO)
    page = await opened(here, CLEO)
    assert "ben would like to offer an example" in message.words
    assert EXAMPLE not in message.words
    assert EXAMPLE in page.words
    assert len(await here.people.dms(CLEO)) == 1
    assert not [one for one in await here.people.dms(ANA) if "example" in one.words]


async def test_agreed_by_all_the_owner_takes_it_and_all_read_it(here: World) -> None:
    """The owner reads text and behaviour and not whose it is; taken, it stands beside the behaviour."""
    await offered(here)
    await answers(here, CLEO, words.AGREE)
    message = await last(here, ANA)
    page = await opened(here, ANA)
    await here.people.press(ANA, page, words.TAKE)
    await here.deliver()

    assert "An example for Engineering is proposed to you." in message.words
    assert EXAMPLE not in message.words
    assert EXAMPLE in page.words
    assert not {"ben", "cleo"} & set(f"{page.words} {message.words}".casefold().split())
    assert "was taken" in (await last(here, BEN)).words
    await here.people.command(DEV, "/growth framework engineering")
    await here.people.choose(DEV, "framework_look", DELIVERY[0])
    assert EXAMPLE in (await shown(here, DEV)).words


async def test_a_decline_ends_it_without_a_reason(here: World) -> None:
    """One who would rather not is enough; the author is told so, and not by whom."""
    await offered(here)
    await answers(here, CLEO, words.DECLINE)

    told = (await last(here, BEN)).words
    assert "will not be proposed" in told
    assert "cleo" not in told
    assert not [one for one in await here.people.dms(ANA) if "example" in one.words]


async def test_a_changed_text_asks_again(here: World) -> None:
    """Who agreed is asked anew, and a press upon the text of before changes nothing."""
    await offered(here)
    old = await opened(here, CLEO)
    await open_offer_of(here)
    await here.people.press(BEN, None, words.CHANGE)
    await here.people.submit(BEN, {"text": "Planned a release in three steps"})
    await here.deliver()
    late = await here.people.press(CLEO, old, words.AGREE)

    assert late.view is not None
    assert "was changed since you opened it" in late.view.words
    await here.people.close(CLEO, everything=True)
    assert "three steps" in (await opened(here, CLEO)).words
    assert len(await here.people.dms(CLEO)) == 2


async def open_offer_of(here: World) -> None:
    """Ben opens the page of what he offered, from his Home and his note."""
    home = await home_of(here, BEN)
    await here.people.press(BEN, home, "Read")
    await here.people.press(BEN, None, words.LOOK_AT_OFFER)


async def test_its_author_takes_it_back(here: World) -> None:
    """Nobody can agree any more, the text is erased, and whoever asks again begins anew."""
    await offered(here)
    page = await opened(here, CLEO)
    await open_offer_of(here)
    await here.people.press(BEN, None, words.WITHDRAW)

    late = await here.people.press(CLEO, page, words.AGREE)

    assert late.view is not None
    assert "not yours to open" in late.view.words
    assert words.asked("ben") not in (await home_of(here, CLEO)).words


async def test_a_yes_can_be_taken_back_until_it_is_taken(here: World) -> None:
    """Also when the owner has it: then there is nothing for them to take."""
    await offered(here)
    await answers(here, CLEO, words.AGREE)
    page = await opened(here, ANA)
    await here.people.close(CLEO, everything=True)
    await answers(here, CLEO, words.TAKE_BACK)

    late = await here.people.press(ANA, page, words.TAKE)

    assert late.view is not None
    assert "not yours to open" in late.view.words
    assert await taken(here) == ()


async def test_nobody_named_goes_to_the_owners_at_once(here: World) -> None:
    """A note about oneself alone asks nobody; the owner may say no, kindly."""
    await offered(here, note="Planned the release in two steps")
    await answers(here, ANA, words.NOT_THIS)

    assert "was not taken this time" in (await last(here, BEN)).words
    assert await taken(here) == ()


async def test_they_wait_in_home(here: World) -> None:
    """Whoever is asked, and then the owner, finds it in Home."""
    await offered(here)
    asked = await home_of(here, CLEO)
    await here.people.press(CLEO, asked, "Read")
    await here.people.press(CLEO, None, words.AGREE)
    await here.deliver()

    assert words.asked("ben") in asked.words
    assert words.asked("ben") not in (await home_of(here, CLEO)).words
    assert words.proposed("Engineering") in (await home_of(here, ANA)).words


async def test_outside_the_rollout_one_explained_question_comes(here: World) -> None:
    """Somebody named for whom Trellis is off is asked, with what Trellis is."""
    async with here.bot.deps.write() as workspace:
        await remove_from_rollout(workspace, [CLEO])
    await offered(here)

    assert "not switched on for you" in (await last(here, CLEO)).words


async def test_who_leaves_ends_what_they_had_a_word_in(here: World) -> None:
    """An open offer comes to nothing when somebody named leaves, and its author is told."""
    await offered(here)
    cleo = await here.bot.deps.slack.person(CLEO)
    await take_person(here.bot.deps, replace(cleo, is_deactivated=True))
    await here.deliver()

    assert "will not be proposed" in (await last(here, BEN)).words


async def test_who_left_cannot_be_asked(here: World) -> None:
    """A note that names somebody who is not here any more cannot become an example."""
    await offering(here, "Planned it with Gone, who knew how")

    done = await here.people.submit(BEN, {"text": EXAMPLE})

    assert "cannot be asked here" in str(done.json)
