"""Rules of notes."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.notes import (
    TakenMessage,
    address_of,
    check_day,
    check_link,
    day_of_message,
    is_own_message,
    local_day,
)
from bot.domain.texts import LONGEST, clean, fitting
from bot.errors import Invalid

TODAY = date(2026, 6, 16)


def a_message(
    author: str | None = "U0ANA", channel: str = "C0TEAM", ts: str = "1781517600.000200"
) -> TakenMessage:
    """A message of Ana's in a channel."""
    return TakenMessage(author_id=author, text="Done", channel=channel, ts=ts, domain="acme")


@given(day=st.dates())
def test_no_day_is_in_the_future(day: date) -> None:
    """Every day up to today is taken as it is, every later one refused at its field."""
    if day <= TODAY:
        assert check_day(day, TODAY) == day
    else:
        with pytest.raises(Invalid) as refusal:
            check_day(day, TODAY)
        assert refusal.value.field == "day"


def test_a_note_is_of_today_unless_said() -> None:
    """No day chosen is today."""
    assert check_day(None, TODAY) == TODAY


@pytest.mark.parametrize(
    "typed", ["https://example.com", " https://example.com/a?b=c#d ", "https://café.example/ü"]
)
def test_an_https_address_is_a_link(typed: str) -> None:
    """What begins with https and names a host is kept, its ends trimmed."""
    assert check_link(typed) == typed.strip()


@pytest.mark.parametrize(
    "typed",
    [
        "http://example.com",
        "ftp://example.com",
        "javascript:alert(1)",
        "example.com",
        "https://",
        "https:///path",
        "https://exam ple.com",
        "https://example.com/<!channel>",
        "https://example.com/|a",
        "https://slack.com@evil.example",
        "https://[half",
        "https://example.com/\u202egpj.exe",
        f"https://example.com/{'a' * 2000}",
    ],
)
def test_anything_else_is_no_link(typed: str) -> None:
    """Other schemes, no host, spaces, markup, disguises and endless addresses are refused at the field."""
    with pytest.raises(Invalid) as refusal:
        check_link(typed)

    assert refusal.value.field == "link"


@given(typed=st.text())
def test_whatever_is_typed_is_a_link_or_a_refusal(typed: str) -> None:
    """No words raise anything else, and what is kept is https."""
    try:
        link = check_link(typed)
    except Invalid:
        return

    assert link is None or link.startswith("https://")


@given(text=st.text())
def test_what_fits_is_whole(text: str) -> None:
    """Words within the limit are not cut, and a cut is always told."""
    words, length = fitting(text)

    assert (length is None) == (words == clean(text))


def test_a_cut_tells_how_much_there_was() -> None:
    """Of too much, what fits is kept and the whole counted."""
    assert fitting("a" * 40_000) == ("a" * LONGEST, 40_000)


@pytest.mark.parametrize(("author", "is_own"), [("U0ANA", True), ("U0BEN", False), (None, False)])
def test_only_ones_own_words_are_taken(author: str | None, is_own: bool) -> None:
    """A message by another person or a bot is nobody's own."""
    assert is_own_message(a_message(author), "U0ANA") is is_own


def test_an_address_is_made_of_ids() -> None:
    """A message has an address even where the app may not ask for it."""
    assert address_of(a_message()) == "https://acme.slack.com/archives/C0TEAM/p1781517600000200"


@pytest.mark.parametrize(
    "message", [a_message(channel="x/../y"), a_message(ts="soon"), a_message(channel=""), a_message(ts="")]
)
def test_no_address_is_made_of_anything_else(message: TakenMessage) -> None:
    """What is no id makes no link."""
    assert address_of(message) is None


def test_a_message_has_the_day_of_its_reader() -> None:
    """Ten in the morning UTC of the 15th is the 15th in London and the 16th in Kiritimati."""
    message = a_message()

    assert day_of_message(message, "Europe/London", TODAY) == date(2026, 6, 15)
    assert day_of_message(message, "Pacific/Kiritimati", TODAY) == date(2026, 6, 16)


@given(ts=st.one_of(st.text(max_size=20), st.from_regex(r"[0-9]{1,11}\.[0-9]{1,9}", fullmatch=True)))
def test_a_message_is_never_of_tomorrow(ts: str) -> None:
    """Whatever Slack's clock says, a note begins today at the latest."""
    assert day_of_message(a_message(ts=ts), "UTC", TODAY) <= TODAY


def test_a_zone_that_nobody_knows_is_utc() -> None:
    """A person without a known zone lives by UTC."""
    assert local_day(datetime(2026, 6, 16, 23, tzinfo=UTC), "Mars/Olympus") == TODAY
