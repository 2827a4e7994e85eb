"""What is understood of a command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.commands import WORDS, Meant, understand


@pytest.mark.parametrize("word", ["note", "log", "win", "evidence", "NOTE"])
def test_a_note_keeps_all_that_was_typed(word: str) -> None:
    """After a word that is about no person, a name is one of the words."""
    typed = understand(f"{word} Paired with <@U0BEN|ben> and @cleo on R&amp;D")

    assert (typed.word, typed.people) == ("note", ())
    assert typed.rest == "Paired with @ben and @cleo on R&D"


def test_kudos_take_the_first_mention_out() -> None:
    """The first person mentioned is who it is for; the rest stays, read as text."""
    typed = understand("kudos <@U0BEN|ben> for helping <@U0ANA|ana>")

    assert (typed.word, typed.people, typed.rest) == ("kudos", (Meant(id="U0BEN"),), "for helping @ana")


def test_a_plain_name_is_left_to_be_looked_up() -> None:
    """Where Slack made no mention of it, the name stands as typed."""
    typed = understand("thanks @ben for the rota")

    assert (typed.word, typed.people, typed.rest) == ("kudos", (Meant(name="ben"),), "for the rota")


@pytest.mark.parametrize(
    "named",
    ["<@U0BEN|ben> <@U0CLEO|cleo>", "<@U0BEN>, <@U0CLEO>", "<@U0BEN><@U0CLEO>", "<@U0BEN|ben> and <@U0CLEO>"],
)
def test_kudos_take_all_who_are_named_in_a_row(named: str) -> None:
    """Several receivers stand one after the other; whoever is named in what follows is part of the words."""
    typed = understand(f"kudos {named} with thanks to <@U0ANA|ana> too")

    assert typed.people == (Meant(id="U0BEN"), Meant(id="U0CLEO"))
    assert typed.rest == "with thanks to @ana too"


def test_plain_names_in_a_row_are_taken_too() -> None:
    """Where Slack made no mentions, names in a row are looked up each; one of them twice is one person."""
    typed = understand("kudos @ben, @cleo and @ben for the rota")

    assert (typed.people, typed.rest) == ((Meant(name="ben"), Meant(name="cleo")), "for the rota")


def test_a_name_with_an_ending_is_part_of_the_words() -> None:
    """Somebody’s work may be named right after who is thanked for it."""
    typed = understand("kudos <@U0BEN|ben> <@U0CLEO|cleo>’s rota would not exist without you")

    assert typed.people == (Meant(id="U0BEN"),)


def test_other_words_take_one_person() -> None:
    """What is for one person leaves a second name among the words."""
    typed = understand("feedback <@U0BEN|ben> <@U0CLEO|cleo> said so too")

    assert (typed.people, typed.rest) == ((Meant(id="U0BEN"),), "@cleo said so too")


def test_a_line_break_ends_the_word_too() -> None:
    """Text may begin on its own line, and keeps its lines."""
    typed = understand("note\nFirst\nSecond")

    assert (typed.word, typed.rest) == ("note", "First\nSecond")


@given(text=st.text())
def test_any_text_is_understood_or_said_back(text: str) -> None:
    """Whatever is typed gives a word that there is, or what was said."""
    typed = understand(text)

    assert typed.word in WORDS or typed.said
