"""What is understood of a command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.commands import WORDS, understand


@pytest.mark.parametrize("word", ["note", "log", "win", "evidence", "NOTE"])
def test_a_note_keeps_all_that_was_typed(word: str) -> None:
    """After a word that is about no person, a name is one of the words."""
    typed = understand(f"{word} Paired with <@U0BEN|ben> and @cleo on R&amp;D")

    assert (typed.word, typed.person_id, typed.person_name) == ("note", None, None)
    assert typed.rest == "Paired with @ben and @cleo on R&D"


def test_kudos_take_the_first_mention_out() -> None:
    """The first person mentioned is who it is for; the rest stays, read as text."""
    typed = understand("kudos <@U0BEN|ben> for helping <@U0ANA|ana>")

    assert (typed.word, typed.person_id, typed.rest) == ("kudos", "U0BEN", "for helping @ana")


def test_a_plain_name_is_left_to_be_looked_up() -> None:
    """Where Slack made no mention of it, the name stands as typed."""
    typed = understand("thanks @ben for the rota")

    assert (typed.word, typed.person_name, typed.rest) == ("kudos", "ben", "for the rota")


def test_a_line_break_ends_the_word_too() -> None:
    """Text may begin on its own line, and keeps its lines."""
    typed = understand("note\nFirst\nSecond")

    assert (typed.word, typed.rest) == ("note", "First\nSecond")


@given(text=st.text())
def test_any_text_is_understood_or_said_back(text: str) -> None:
    """Whatever is typed gives a word that there is, or what was said."""
    typed = understand(text)

    assert typed.word in WORDS or typed.said
