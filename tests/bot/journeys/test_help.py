"""Help, through Slack's protocol."""

import pytest

from bot.listeners.commands import ON_WORD
from bot.words.help import FIRST, FOR_LEADS, FOR_MANAGERS, MORE_WORDS
from playground.seen import Message
from tests.bot.journeys.homes import leading
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, CLEO, World


async def whole_help(here: World, person: str) -> Message:
    """Help with all words."""
    reply = await here.people.command(person, "/growth help")
    short = reply.messages[-1]
    await here.people.press(person, short, "More words")
    shown = (await here.people.screen(person)).everything
    return next(message for message in shown if message.ts == short.ts)


@pytest.mark.parametrize("typed", ["/growth", "/growth help"])
async def test_help_shows_the_words_most_people_need(here: World, typed: str) -> None:
    """Typing nothing, or `help`, shows the first words, to the caller alone."""
    reply = await here.people.command(BEN, typed)

    said = reply.messages[-1]
    assert said.ephemeral
    assert all(f"/growth {word}`" in said.words for word in FIRST)
    assert not any(f"/growth {word}`" in said.words for word in MORE_WORDS)


async def test_more_shows_the_others_in_place(here: World) -> None:
    """The button turns the same message into one with all words; some are for leads or managers alone."""
    await leading(here, ANA)
    await managed(here, BEN, by=CLEO)

    assert "/growth privacy`" in (await whole_help(here, BEN)).words
    assert "/growth admin`" not in (await whole_help(here, BEN)).words
    assert "/growth admin`" in (await whole_help(here, ANA)).words
    assert "/growth observe`" not in (await whole_help(here, ANA)).words
    assert "/growth observe`" in (await whole_help(here, CLEO)).words


def test_every_word_shown_works() -> None:
    """Help names no word that nothing answers, and leaves none out."""
    assert {*FIRST, *MORE_WORDS, *FOR_MANAGERS, *FOR_LEADS, "help"} == set(ON_WORD)


@pytest.mark.parametrize("word", [*FIRST, *MORE_WORDS, *FOR_MANAGERS, *FOR_LEADS])
async def test_each_button_opens_what_its_word_opens(here: World, word: str) -> None:
    """Pressing the button beside a word is the same as typing it."""
    await leading(here, ANA)
    await managed(here, BEN, by=ANA)
    shown = await whole_help(here, ANA)
    label, _ = {**FIRST, **MORE_WORDS, **FOR_MANAGERS, **FOR_LEADS}[word]

    await here.people.press(ANA, shown, label)
    pressed = await here.people.view(ANA)
    await here.people.command(ANA, f"/growth {word}")
    typed = await here.people.view(ANA)

    assert pressed is not None
    assert typed is not None
    assert pressed.callback_id == typed.callback_id


async def test_help_shows_what_waits(here: World) -> None:
    """What others asked stands above the words, with its button."""
    await here.people.command(CLEO, "/growth manager @ben")
    await here.people.submit(CLEO, {"claim": "They are my manager"})

    shown = (await here.people.command(BEN, "/growth")).messages[-1]
    await here.people.press(BEN, shown, "Answer")

    opened = await here.people.view(BEN)
    assert "cleo asks you to confirm" in shown.words
    assert opened is not None
    assert "Yes, that’s right" in opened.buttons


async def test_an_unknown_word_is_answered(here: World) -> None:
    """A typo gets the nearest word, anything else the way to help."""
    near = await here.people.command(BEN, "/growth privcy")
    far = await here.people.command(BEN, "/growth 🦑")

    assert "/growth privacy" in near.text
    assert "/growth help" in far.text
