"""Asking for feedback, answering and declining, through Slack's protocol."""

import json

import pytest

from bot.errors import NotFoundForYou
from bot.usecases.asks import withdraw_question
from bot.words import asks as words
from playground.model import Person
from storage.asks import asks_open_on
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import last_of, shown
from tests.bot.journeys.test_feedback import opened, received
from tests.bot.journeys.ties import person
from tests.world import ANA, BEN, CLEO, DEV, PEOPLE, World, world

QUESTION = "What made my handover easy to follow?"
FULL = "No more can be asked of ben just now. Leave them out, or ask again in some weeks."


async def asked(
    here: World, asker: str, *names: str, question: str = QUESTION, **more: object
) -> dict[str, str]:
    """The errors of a question that was put to people, of whom the first is named in the command."""
    await here.people.command(asker, f"/growth ask @{names[0]} {question}")
    done = await here.people.submit(asker, {"people": list(names), **more})
    await here.people.close(asker, everything=True)
    await here.deliver()
    return dict(done.errors)


async def open_on(here: World, who: str) -> int:
    """How many questions somebody may answer now."""
    async with here.bot.deps.read() as workspace:
        return len(await asks_open_on(workspace, who, here.clock.moment.replace(year=2020)))


async def pressed(here: World, who: str, name: str) -> None:
    """A button of the last message."""
    await here.people.press(who, (await here.people.dms(who))[-1], name)


async def test_each_is_asked_by_a_message_without_the_question(here: World) -> None:
    """A name, the day and two buttons; the question opens in a modal."""
    errors = await asked(here, ANA, "ben", "cleo", by="2026-06-19")

    assert not errors
    for who in (BEN, CLEO):
        said = (await here.people.dms(who))[-1]
        assert "ana asks for your feedback, by Friday 19 June." in said.words
        assert QUESTION not in str(said)
        assert {words.ANSWER, words.NOT_NOW} <= set(said.buttons)


async def test_a_question_waits_for_working_hours(here: World) -> None:
    """Asked in the evening, it arrives in the morning."""
    here.clock.move(hours=11)
    await asked(here, ANA, "ben")
    before = await here.people.dms(BEN)

    here.clock.move(hours=13)
    await here.deliver()

    assert not before
    assert "ana asks for your feedback." in (await here.people.dms(BEN))[-1].words


async def test_the_shortcut_opens_the_form(here: World) -> None:
    """From anywhere, with nobody chosen yet."""
    await here.people.shortcut(ANA, "ask_for_feedback")

    assert "Whom do you ask?" in (await shown(here, ANA)).labels


async def test_an_answer_is_feedback_for_the_asker(here: World) -> None:
    """The form begins with the question; the asker is told, and reads the answer below their question."""
    await asked(here, ANA, "ben")
    await pressed(here, BEN, words.ANSWER)
    form = await shown(here, BEN)
    done = await here.people.submit(BEN, {"carry_on": "The list of open ends"})
    await here.deliver()

    told = (await here.people.dms(ANA))[-1]
    await opened(here, ANA)

    page = (await shown(here, ANA)).words
    assert QUESTION in form.words
    assert "Who can read this: ana and you." in form.words
    assert not done.errors
    assert "ben answered your question for feedback." in told.words
    assert QUESTION in page
    assert "The list of open ends" in page
    assert await open_on(here, BEN) == 0


async def test_a_question_is_answered_once(here: World) -> None:
    """The button of the message says that it is over, and so does a form that stood open."""
    await asked(here, ANA, "ben")
    await pressed(here, BEN, words.ANSWER)
    await here.people.submit(BEN, {"carry_on": "The list"})
    entry = await last_of(here, "view_submission")
    await here.people.close(BEN, everything=True)

    view = {
        **entry.request["view"],
        "private_metadata": entry.request["view"]["private_metadata"].replace('"draft":"', '"draft":"x'),
    }
    again = await here.people.send(entry, view=view)
    await pressed(here, BEN, words.ANSWER)

    assert "This question is over" in str(again.body)
    assert "This question is over" in (await shown(here, BEN)).words
    assert len(await received(here, ANA)) == 1


async def test_declining_is_told_once_and_kindly(here: World) -> None:
    """Not now, with a line: the asker gets one message without it, and reads it in a modal."""
    await asked(here, ANA, "ben", "cleo")
    await pressed(here, BEN, words.NOT_NOW)
    await here.people.submit(BEN, {"word": "I was away that week"})
    await here.people.send(await last_of(here, "view_submission"))
    await here.deliver()

    (told,) = await here.people.dms(ANA)
    await pressed(here, ANA, words.READ_DECLINE)

    assert "ben cannot take on your question for feedback just now." in told.words
    assert "I was away" not in str(told)
    assert "I was away that week" in (await shown(here, ANA)).words
    assert (await open_on(here, BEN), await open_on(here, CLEO)) == (0, 1)


async def test_declining_needs_no_line(here: World) -> None:
    """Two presses; then there is nothing more to read."""
    await asked(here, ANA, "ben")
    await pressed(here, BEN, words.NOT_NOW)
    await here.people.submit(BEN, {})
    await here.deliver()

    assert (await here.people.dms(ANA))[-1].buttons == []


async def test_home_holds_what_is_asked(here: World) -> None:
    """A question waits on Home until it is answered, declined or over."""
    await asked(here, ANA, "ben")
    home = await home_of(here, BEN)

    await here.people.press(BEN, home, words.ANSWER)
    await here.people.submit(BEN, {"carry_on": "The list"})

    assert "ana asks for your feedback." in home.words
    assert "ana asks for your feedback." not in (await home_of(here, BEN)).words


async def test_trellis_reminds_once(here: World) -> None:
    """Five working days later, in the morning; then never again, however long it waits."""
    await asked(here, ANA, "ben")
    counts = []
    for _ in range(25):
        here.clock.move(days=1)
        await here.deliver()
        counts.append(len(await here.people.dms(BEN)))

    said = (await here.people.dms(BEN))[-1]
    assert counts[5:8] == [1, 2, 2]
    assert counts[-1] == 2
    assert "ana asked for your feedback some days ago." in said.words
    assert "Why am I seeing this?" in said.buttons
    assert QUESTION not in str(said)


@pytest.mark.parametrize("way", [words.ANSWER, words.NOT_NOW])
async def test_what_is_done_is_not_reminded_of(here: World, way: str) -> None:
    """Neither after an answer nor after a decline."""
    await asked(here, ANA, "ben")
    await pressed(here, BEN, way)
    await here.people.submit(BEN, {"carry_on": "The list"} if way == words.ANSWER else {})
    here.clock.move(days=8)
    await here.deliver()

    assert len(await here.people.dms(BEN)) == 1


async def test_the_asker_cannot_ask_again_while_it_waits(here: World) -> None:
    """Who asked waits: a second question to the same person is refused until the first is over."""
    await asked(here, ANA, "ben")

    errors = await asked(here, ANA, "ben", question="And the demo?")

    assert "You have asked ben already." in errors["people"]
    assert await open_on(here, BEN) == 1


async def test_a_question_ends_by_itself_and_nobody_is_told(here: World) -> None:
    """After thirty days it can be answered no more, stands on no Home, and the asker hears nothing."""
    await asked(here, ANA, "ben")
    here.clock.move(days=31)
    await here.deliver()

    await pressed(here, BEN, words.ANSWER)

    assert "This question is over" in (await shown(here, BEN)).words
    assert "asks for your feedback" not in (await home_of(here, BEN)).words
    assert await here.people.dms(ANA) == []
    assert not await asked(here, ANA, "ben")


@pytest.mark.parametrize("alone", [True, False])
async def test_a_fourth_question_is_refused_in_the_same_words(sqlite_address: str, alone: bool) -> None:
    """Three are open, from whomever: who tries a fourth learns that and no more, however many they ask."""
    more = tuple(Person(id=f"U0M{at}", name=f"m{at}") for at in range(2))
    async with world(sqlite_address, people=(*PEOPLE, *more)) as here:
        for by in (ANA, CLEO, DEV):
            assert not await asked(here, by, "ben")

        errors = await asked(here, "U0M0", *(["ben"] if alone else ["ben", "m1"]))

        assert errors == {"people": FULL}
        assert await here.people.dms("U0M1") == []
        assert await open_on(here, BEN) == 3


async def test_room_comes_back_with_an_answer_and_a_leaver(sqlite_address: str) -> None:
    """A declined question makes room, and so does one whose asker left."""
    more = tuple(Person(id=f"U0M{at}", name=f"m{at}") for at in range(3))
    async with world(sqlite_address, people=(*PEOPLE, *more)) as here:
        for by in ("U0M0", CLEO, DEV):
            await asked(here, by, "ben")
        await here.people.deactivate("U0M0")

        first, second = await asked(here, ANA, "ben"), await asked(here, "U0M1", "ben")
        await pressed(here, BEN, words.NOT_NOW)
        await here.people.submit(BEN, {})
        third = await asked(here, "U0M2", "ben")

        assert (first, second, third) == ({}, {"people": FULL}, {})


async def test_a_day_lies_ahead_and_before_the_end(here: World) -> None:
    """By when: tomorrow at the soonest, and while the question is open."""
    behind = await asked(here, ANA, "ben", by="2026-06-16")
    beyond = await asked(here, ANA, "ben", by="2026-07-17")

    assert "still ahead" in behind["by"]
    assert "30 days" in beyond["by"]


async def test_others_neither_answer_nor_read_it(here: World) -> None:
    """A button that somebody else presses opens nothing; one who was asked sees nothing of the others."""
    await asked(here, ANA, "ben", "cleo")
    await pressed(here, BEN, words.NOT_NOW)
    await here.people.submit(BEN, {"word": "I was away"})
    press = next(one for one in await here.people.traffic("block_actions"))

    await here.people.send(press, user={**press.request["user"], "id": DEV})
    await pressed(here, CLEO, words.ANSWER)

    assert QUESTION not in str(await here.people.view(DEV))
    assert "ben" not in (await shown(here, CLEO)).words


async def test_help_names_it_among_the_five(here: World) -> None:
    """`ask` is one of the words that most people need."""
    said = await here.people.command(ANA, "/growth")

    assert "`/growth ask`" in str(said.messages[0].json)
    assert "`/growth summary`" not in str(said.messages[0].json)


async def test_who_asked_sees_what_waits_and_takes_it_back(here: World) -> None:
    """The form has the question and who may still answer; taken back, it is over, and none is told."""
    await asked(here, ANA, "ben", "cleo")
    await pressed(here, CLEO, words.ANSWER)
    await here.people.submit(CLEO, {"carry_on": "The list of open ends"})
    await here.deliver()
    messages = len(await here.people.dms(BEN))
    await here.people.command(ANA, "/growth ask @dev What slowed you down?")
    waiting = (await shown(here, ANA)).words

    await here.people.press(ANA, None, words.TAKE_BACK)
    await here.deliver()

    assert QUESTION in waiting
    assert "Waits for ben, since 16 June 2026." in waiting
    after = await shown(here, ANA)
    assert QUESTION not in after.words
    assert after.values["question"]["ask_question"]["value"] == "What slowed you down?"
    assert await open_on(here, BEN) == 0
    assert len(await here.people.dms(BEN)) == messages
    await pressed(here, BEN, words.ANSWER)
    assert "This question is over" in (await shown(here, BEN)).words


async def test_nobody_else_takes_a_question_back(here: World) -> None:
    """A forged press by one who was asked, or by a stranger to it, changes nothing."""
    await asked(here, ANA, "ben")
    await here.people.command(ANA, "/growth ask")
    view = await shown(here, ANA)
    (value,) = [
        block["accessory"]["value"]
        for block in view.json["blocks"]
        if block.get("accessory", {}).get("action_id") == "ask_take_back"
    ]

    for who in (BEN, DEV):
        with pytest.raises(NotFoundForYou):
            await withdraw_question(here.bot.deps, await person(here, who), json.loads(value)["ask"])

    assert await open_on(here, BEN) == 1
