"""Asking who saw it, through Slack's protocol: one exact text, nothing else, and a way back."""

import pytest

from bot.words import errors
from bot.words import witnesses as words
from playground.seen import Message
from storage.evidence import get_evidence
from storage.records import Evidence
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import noted, open_evidence, shown
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, World

NOTE, ANEW = "Kept the rota fair in the storm", "Kept the rota fair, and wrote down how"


async def kept(here: World, note: Evidence) -> Evidence:
    """A note as it stands."""
    async with here.bot.deps.read() as workspace:
        return await get_evidence(workspace, note.id)


async def asking(here: World, *people: str) -> Evidence:
    """Ben noted something, and asks people whether they saw it; the questions have gone out."""
    note = await noted(here, BEN, NOTE)
    await ask(here, note, *people)
    return note


async def ask(here: World, note: Evidence, *people: str) -> None:
    """Ben asks people about a note of his."""
    await open_evidence(here, BEN, note.id)
    await here.people.press(BEN, None, words.ASK)
    done = await here.people.submit(BEN, {"people": list(people)})
    assert not done.errors
    await here.deliver()


async def told(here: World, who: str) -> list[Message]:
    """What Trellis wrote to somebody of its own accord."""
    return [message for message in await here.people.dms(who) if message.json.get("text") != "Here"]


async def question(here: World, who: str) -> Message:
    """The last message that somebody got."""
    return (await told(here, who))[-1]


async def answered(here: World, who: str, button: str) -> None:
    """Somebody opens the question and presses a button."""
    await here.people.press(who, await question(here, who), words.LOOK)
    await here.people.press(who, None, button)
    await here.people.close(who, everything=True)
    await here.deliver()


def confirmed_by(note: Evidence) -> set[str]:
    """Who stands beside the text as it is."""
    return {one.person_id for one in note.witnesses if one.text_version == note.text_version}


async def test_who_is_asked_reads_the_text_and_nothing_else(here: World) -> None:
    """The message has a name and a button; the page has the words, none of the skills, no reader."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    note = await noted(here, BEN, NOTE, skills=["Planning and delivery"])
    await ask(here, note, CLEO)
    message = await question(here, CLEO)
    await here.people.press(CLEO, message, words.LOOK)

    page = await shown(here, CLEO)
    assert words.asked("ben") in message.words
    assert NOTE not in str(message.blocks)
    assert NOTE in page.words
    assert "Planning and delivery" not in page.words


async def test_a_confirmation_stands_beside_the_text_and_is_told(here: World) -> None:
    """The owner hears of it, once; the page names the witness."""
    note = await asking(here, "ana", "cleo")
    await answered(here, ANA, words.YES)
    await open_evidence(here, BEN, note.id)

    page = await shown(here, BEN)
    assert confirmed_by(await kept(here, note)) == {ANA}
    assert words.confirmed("ana") in (await question(here, BEN)).words
    assert words.waits_for(["cleo"]) in page.words


async def test_who_would_rather_not_is_not_told_of(here: World) -> None:
    """It looks as if they had not answered, they read it no more, and are not asked again."""
    note = await asking(here, "ana")
    heard = len(await told(here, BEN))
    before = await question(here, ANA)
    await answered(here, ANA, words.NO)
    await ask(here, note, "ana")
    await here.people.press(ANA, before, words.LOOK)

    page = await shown(here, ANA)
    await open_evidence(here, BEN, note.id)
    assert errors.SENTENCES["not_yours"] in page.words
    assert words.waits_for(["ana"]) in (await shown(here, BEN)).words
    assert len(await told(here, BEN)) == heard
    assert await question(here, ANA) == before


async def test_a_confirmation_can_be_taken_back_without_a_word(here: World) -> None:
    """The name goes, nobody is told, and what was sent of it meanwhile is not sent."""
    note = await asking(here, "ana")
    await answered(here, ANA, words.YES)
    heard = len(await told(here, BEN))
    await here.people.press(ANA, await question(here, ANA), words.LOOK)
    await here.people.press(ANA, None, words.TAKE_BACK)
    await here.deliver()

    assert confirmed_by(await kept(here, note)) == set()
    assert len(await told(here, BEN)) == heard


async def test_new_words_ask_everybody_again(here: World) -> None:
    """Nobody has confirmed the new text; who had, and who was still asked, get it; who declined does not."""
    note = await asking(here, "ana", "cleo", "dev")
    await answered(here, ANA, words.YES)
    await answered(here, DEV, words.NO)
    devs = await question(here, DEV)
    await open_evidence(here, BEN, note.id)
    await here.people.press(BEN, None, words.CHANGE)
    await here.people.submit(BEN, {"text": ANEW})
    await here.deliver()

    assert confirmed_by(await kept(here, note)) == set()
    for who in (ANA, CLEO):
        await here.people.press(who, await question(here, who), words.LOOK)
        page = await shown(here, who)
        assert ANEW in page.words
        assert NOTE not in page.words
        await here.people.close(who, everything=True)
    assert await question(here, DEV) == devs


async def test_an_answer_to_an_older_text_changes_nothing(here: World) -> None:
    """A page that stood open while the owner changed the words: its yes is refused, and says why."""
    note = await asking(here, "ana")
    await here.people.press(ANA, await question(here, ANA), words.LOOK)
    await open_evidence(here, BEN, note.id)
    await here.people.press(BEN, None, words.CHANGE)
    await here.people.submit(BEN, {"text": ANEW})

    await here.people.press(ANA, None, words.YES)

    assert errors.SENTENCES["text_changed"] in (await shown(here, ANA)).words
    assert confirmed_by(await kept(here, note)) == set()


@pytest.mark.parametrize(
    ("people", "said"),
    [(["ben"], "Choose somebody else"), (["ana", "cleo", "dev", "guest"], "guest")],
)
async def test_who_cannot_have_seen_it_is_refused_at_the_field(
    here: World, people: list[str], said: str
) -> None:
    """Oneself and guests are no witnesses; nobody is asked."""
    note = await noted(here, BEN, NOTE)
    await open_evidence(here, BEN, note.id)
    await here.people.press(BEN, None, words.ASK)

    done = await here.people.submit(BEN, {"people": people})
    await here.deliver()

    assert said in done.errors["people"]
    assert not any(words.LOOK in one.buttons for one in await told(here, ANA))


async def test_a_question_waits_on_home_until_it_is_answered(here: World) -> None:
    """Whoever missed the message finds it there, once."""
    await asking(here, "ana")
    home = await home_of(here, ANA)
    await here.people.press(ANA, home, words.LOOK)
    await here.people.press(ANA, None, words.YES)

    after = await home_of(here, ANA)
    assert words.asked("ben") in home.words
    assert words.asked("ben") not in after.words


async def test_a_witness_is_not_told_who_else_confirmed(here: World) -> None:
    """Who opens a note that they confirmed, by whatever way, finds the line and no other witness's name."""
    note = await asking(here, "cleo", "dev")
    for who in (CLEO, DEV):
        await answered(here, who, words.YES)

    opened = await open_evidence(here, DEV, note.id)

    assert opened.view is not None
    assert NOTE in opened.view.words
    assert "cleo" not in str(opened.view.blocks)
