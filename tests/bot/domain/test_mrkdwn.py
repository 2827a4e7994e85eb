"""Slack's markup as a person reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.mrkdwn import as_read, people_mentioned


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<@U0BEN|ben> helped", "@ben helped"),
        ("<@U0BEN> helped", "@Ben helped"),
        ("<@U0ANA> helped", "@U0ANA helped"),
        ("in <#C0TEAM|team>", "in #team"),
        ("<!channel> look", "@channel look"),
        ("<!subteam^S1|@design> look", "@design look"),
        ("see <https://example.com>", "see https://example.com"),
        ("see <https://example.com|the page>", "see the page (https://example.com)"),
        ("R&amp;D &lt;5 ms", "R&D <5 ms"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_markup_reads_as_slack_shows_it(text: str, read: str) -> None:
    """Names, channels, links and escapes become what a person sees."""
    assert as_read(text, {"U0BEN": "Ben"}) == read


@given(words=st.text())
def test_escaped_words_come_back_as_they_were(words: str) -> None:
    """What Slack escaped on the way is undone exactly."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert as_read(escaped) == words


def test_everybody_mentioned_is_found() -> None:
    """The ids of all mentions, with and without a name."""
    assert people_mentioned("<@U0BEN> and <@W0ANA|ana>, not @cleo") == {"U0BEN", "W0ANA"}
