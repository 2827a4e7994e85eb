"""A refusal carries what words needs, and nothing for the log to spill."""

from __future__ import annotations

import pytest

from bot.errors import BotError, Invalid, NotAllowed, NotFoundForYou


@pytest.mark.parametrize("kind", [BotError, NotAllowed, NotFoundForYou, Invalid])
def test_a_refusal_carries_key_field_and_values(kind: type[BotError]) -> None:
    """Words finds the key, the form the field, and the sentence its values."""
    error = kind("too_long", "text", limit=3000)

    assert (error.key, error.field, error.values) == ("too_long", "text", {"limit": 3000})


def test_every_refusal_is_caught_as_one() -> None:
    """Whoever answers people needs one kind to catch."""
    assert all(issubclass(kind, BotError) for kind in (NotAllowed, NotFoundForYou, Invalid))


def test_a_logged_refusal_shows_no_values() -> None:
    """What people wrote may be among the values, so only the key is printed."""
    error = Invalid("unknown_word", "text", word="my salary")

    assert "my salary" not in f"{error} {error!r}"
