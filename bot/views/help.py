"""Help, and the answer to what was not understood."""

from bot.views import kit
from bot.words import help as words


def not_understood(said: str, guess: str | None, command: str) -> kit.Message:
    """Did you mean."""
    return kit.message(words.not_understood(kit.clamp(said, 40), guess, command))
