"""`/growth my-data`: a member sees all of it, and ends it."""

import json

import pytest

from bot.domain.rights import DATA, PAGE
from bot.usecases.deliveries import owed_now
from bot.usecases.rights import send_own
from bot.views import rights as views
from bot.words import rights as words
from storage.choices import DeliveryState
from tests.bot.journeys.kept import noted, notes_of, shown
from tests.bot.journeys.righted import asked_to_erase
from tests.bot.journeys.ties import person
from tests.stored import stored
from tests.world import ANA, BEN, CLEO, World

WORDS = "Moved the heron to the ledger"


async def held_back(here: World) -> list[str]:
    """The kinds of what waits to be sent."""
    waiting = await owed_now(here.bot.deps, DeliveryState.PENDING, DeliveryState.UNKNOWN)
    return [one.kind for one in waiting]


async def test_a_member_sees_all_that_is_theirs(here: World) -> None:
    """The first page counts, the next ones show the words."""
    await noted(here, ANA, WORDS)
    page = (await here.people.command(ANA, "/growth my-data")).view
    assert page is not None
    assert "Notes, kept kudos, and what was written down: 1" in page.words

    await here.people.press(ANA, page, views.TURN_ON)

    assert WORDS in (await shown(here, ANA)).words


async def test_pages_go_on_and_back(here: World) -> None:
    """All of many things can be reached, and the first page is one press back."""
    for place in range(25):
        await noted(here, ANA, f"Note number {place}.")
    await here.people.command(ANA, "/growth my-data")
    seen = ""
    while any(field.action_id == views.TURN_ON for field in (await shown(here, ANA)).fields):
        await here.people.press(ANA, await shown(here, ANA), views.TURN_ON)
        seen += (await shown(here, ANA)).words

    assert not [place for place in range(25) if f"Note number {place}." not in seen]
    await here.people.press(ANA, await shown(here, ANA), views.TURN_BACK)
    assert views.TURN_ON in {field.action_id for field in (await shown(here, ANA)).fields}


async def test_it_comes_as_files(here: World) -> None:
    """One press: a page to read and data for programs, in a message from Trellis to the member alone."""
    await noted(here, ANA, WORDS)
    page = (await here.people.command(ANA, "/growth my-data")).view

    told = (await here.people.press(ANA, page, words.SEND)).view
    await here.deliver()

    assert told is not None
    assert words.SENT in told.words
    (message,) = [one for one in await here.people.dms(ANA) if one.files]
    assert WORDS not in message.words
    assert set(message.files) == {PAGE, DATA}
    read = (await here.people.file(message.files[PAGE])).decode()
    data = json.loads(await here.people.file(message.files[DATA]))
    assert WORDS in read
    assert [one["text"] for one in data["tables"]["evidence"]] == [WORDS]
    assert not [one for who in (BEN, CLEO) for one in await here.people.dms(who) if one.files]


async def test_a_press_that_comes_twice_sends_once(here: World) -> None:
    """What one showing of the page asks for is owed once."""
    await here.people.command(ANA, "/growth my-data")

    for _ in range(2):
        await send_own(here.bot.deps, await person(here, ANA), "a draft")
    await here.deliver()

    assert len([one for one in await here.people.dms(ANA) if one.files]) == 1


@pytest.mark.parametrize("code", ["missing_scope", "file_uploads_disabled"])
async def test_where_slack_takes_no_files_it_is_said(here: World, code: str) -> None:
    """The member learns who can help; nothing else waits for it."""
    page = (await here.people.command(ANA, "/growth my-data")).view
    await here.people.fault("files.getUploadURLExternal", "error", error=code)

    await here.people.press(ANA, page, words.SEND)
    await here.deliver()

    assert words.NO_FILES in (await here.people.dms(ANA))[-1].words
    assert (await held_back(here)) == []


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
async def test_files_that_fail_are_sent_again(here: World, method: str) -> None:
    """A failure of Slack is tried again, until they are there."""
    page = (await here.people.command(ANA, "/growth my-data")).view
    await here.people.fault(method, "status", status=503)
    await here.people.press(ANA, page, words.SEND)
    await here.deliver()
    before = [one for one in await here.people.dms(ANA) if one.files]

    here.clock.move(minutes=2)
    await here.deliver()

    assert not before
    assert len([one for one in await here.people.dms(ANA) if one.files]) == 1


async def test_files_go_with_who_erases_themselves(here: World) -> None:
    """What was sent as files is taken away in Slack too."""
    page = (await here.people.command(ANA, "/growth my-data")).view
    await here.people.press(ANA, page, words.SEND)
    await here.deliver()
    await here.people.close(ANA, everything=True)

    await asked_to_erase(here, ANA)
    await here.people.submit(ANA, {"word": words.WORD})
    await here.deliver()

    assert not [one for one in await here.people.dms(ANA) if one.files]


async def test_what_goes_and_stays_is_said_first(here: World) -> None:
    """Before a word can be typed, the page lists both; nothing is erased by looking."""
    await noted(here, ANA, WORDS)
    before = await stored(here.bot.deps.database)

    page = (await here.people.command(ANA, "/growth my-data")).view
    told = (await here.people.press(ANA, page, views.ERASE)).view

    assert told is not None
    assert all(line in told.words for line in (*words.GOES, *words.STAYS))
    assert await stored(here.bot.deps.database) == before


async def test_another_word_erases_nothing(here: World) -> None:
    """The form says at its field what to type."""
    await noted(here, ANA, WORDS)
    await asked_to_erase(here, ANA)

    done = await here.people.submit(ANA, {"word": "yes"})

    assert "Type erase here" in str(done.errors)
    assert len(await notes_of(here, ANA)) == 1


async def test_the_word_erases_all(here: World) -> None:
    """Once it is typed, the notes are gone, messages of Trellis too, and the page says so."""
    await noted(here, ANA, WORDS)
    await here.people.command(BEN, "/growth kudos @ana Calmed the otters")
    await here.people.submit(BEN)
    await here.deliver()
    assert await here.people.dms(ANA)
    await asked_to_erase(here, ANA)

    done = await here.people.submit(ANA, {"word": " Erase "})
    await here.deliver()

    assert not done.errors
    assert words.ERASED in (await shown(here, ANA)).words
    assert not await here.people.dms(ANA)
    held = repr(await stored(here.bot.deps.database))
    assert "heron" not in held
    assert "otters" not in held


async def test_a_failure_of_slack_is_tried_again(here: World) -> None:
    """A message that Slack would not take away at once is taken away later."""
    await here.people.command(BEN, "/growth kudos @ana Calmed the otters")
    await here.people.submit(BEN)
    await here.deliver()
    await asked_to_erase(here, ANA)
    await here.people.submit(ANA, {"word": "erase"})
    await here.people.fault("chat.delete", "cut")

    await here.deliver()
    here.clock.move(minutes=10)
    await here.deliver()

    assert not await here.people.dms(ANA)


async def test_what_is_typed_nearby_is_understood(here: World) -> None:
    """Somebody who types `export` is shown where that is."""
    said = await here.people.command(ANA, "/growth export")

    assert "my-data" in str(said.body)
