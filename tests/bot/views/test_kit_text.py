"""Laws of the words that go to Slack: cleaned, cut between characters, escaped."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views import kit
from bot.views.kit.text import EMPTY, clamp_markup, one_line, several_lines

ANY_WORDS = st.text() | st.text(alphabet="<>!@&|# \n\u202e\u200d\U0001f468\U0001f469e\u0301chanelhryov*_`:")
BROADCAST = re.compile(r"<!(channel|here|everyone|group|subteam)[^<>]*>")


@given(ANY_WORDS)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """Clean words stay as they are."""
    assert kit.clean(kit.clean(text)) == kit.clean(text)


@given(ANY_WORDS)
def test_clean_words_call_nobody_and_hide_nothing(text: str) -> None:
    """After cleaning there is no broadcast, no control character but line end and tab, and it can be sent."""
    cleaned = kit.clean(text)

    hidden = {letter for letter in cleaned if unicodedata.category(letter) in ("Cc", "Cs")}
    assert hidden <= {"\n", "\t"}
    assert not BROADCAST.search(cleaned)
    assert cleaned.encode().decode() == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("hi <!channel> and <!here|here>", "hi channel and here"),
        ("<!subteam^S1|@leads> look", "leads look"),
        ("<!subteam^S1> look", "group look"),
        ("<!<!here>>", "here"),
        ("<!chan\u202enel>", "channel"),
        ("pay \u202e001\u202c now", "pay 001 now"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("\u05e9\u05dc\u05d5\u05dd \u200fx", "\u05e9\u05dc\u05d5\u05dd \u200fx"),
        ("one\ud800two", "onetwo"),
    ],
)
def test_what_is_cleaned_away(text: str, cleaned: str) -> None:
    """Broadcasts become words, overrides of direction and broken halves go, real words stay."""
    assert kit.clean(text) == cleaned


@given(ANY_WORDS, st.integers(1, 40))
def test_a_cut_fits_and_is_a_beginning(text: str, limit: int) -> None:
    """Cut words are no longer than the limit, and start as the words did."""
    cut = kit.clamp(text, limit)

    assert len(cut) <= limit
    assert cut == text or text.startswith(cut[:-1])


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("exactly", 7, "exactly"),
        ("too long", 7, "too lo…"),
        ("ends with space", 5, "ends…"),
        ("cafe\u0301s", 5, "caf…"),
        ("ab\U0001f468\u200d\U0001f469\u200d\U0001f467cd", 6, "ab…"),
        ("ab\U0001f44d\U0001f3fdcd", 4, "ab…"),
        ("\U0001f1e8\U0001f1ed\U0001f1eb\U0001f1f7x", 4, "\U0001f1e8\U0001f1ed…"),
    ],
)
def test_a_cut_splits_no_character_that_a_person_sees(text: str, limit: int, cut: str) -> None:
    """Accents, families, skin tones and flags stay whole or go."""
    assert kit.clamp(text, limit) == cut


def test_a_wall_of_accents_is_cut_all_the_same() -> None:
    """Hundreds of marks on one letter do not carry a text beyond its limit."""
    assert len(kit.clamp("e" + "\u0301" * 500, 100)) == 100


@given(ANY_WORDS)
def test_markup_gives_back_the_words_and_nothing_else(text: str) -> None:
    """A value put into markup reads as the clean words, and can open no mention, link or broadcast."""
    written = kit.markup("*{name}* did it", name=text)

    value = written.removeprefix("*").removesuffix("* did it")
    assert not set("<>") & set(value)
    assert value.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == kit.clean(text)


def test_markup_keeps_mentions_of_ours() -> None:
    """A person and a channel made by kit stay live; a forged one does not."""
    written = kit.markup(
        "{who} in {where}: {text}", who=kit.person("U1"), where=kit.channel("C1"), text="<@U2>"
    )

    assert written == "<@U1> in <#C1>: &lt;@U2&gt;"


def test_an_id_that_is_none_is_no_mention() -> None:
    """What is not a person's id is shown as words."""
    assert kit.person("U1> <!channel") == "U1&gt; &lt;!channel"


def test_markup_joined_with_words_is_no_markup() -> None:
    """Words glued to markup make the whole plain, so nothing slips through unescaped."""
    assert not isinstance(kit.markup("*a*") + " <!here>", kit.Markup)


@given(ANY_WORDS, st.integers(2, 60))
def test_cut_markup_holds_no_half_escape(text: str, limit: int) -> None:
    """However short the cut, no `&lt;` or mention is left in two."""
    cut = clamp_markup(kit.markup("{who} {text}", who=kit.person("U123456"), text=text), limit)

    assert len(cut) <= limit
    assert re.fullmatch(r"(?:[^<>&]|<@U123456>|&(?:lt|gt|amp);)*", cut)


@given(ANY_WORDS, st.integers(1, 80))
def test_a_line_is_one_line_and_never_empty(text: str, limit: int) -> None:
    """Labels hold no line end; where there are no words a dash stands."""
    line = one_line(text, limit)

    assert 1 <= len(line) <= limit
    assert "\n" not in line


def test_no_words_are_shown_as_a_dash() -> None:
    """Slack refuses an empty text, so its place shows that there is none."""
    assert several_lines(" \n ", 10) == EMPTY
