"""What Trellis says about its own words."""


def not_understood(said: str, guess: str | None, command: str) -> str:
    """After a word that is none: never silence."""
    if guess:
        return f"I don’t know “{said}”. Did you mean `{command} {guess}`?"
    return f"I don’t know “{said}”. Type `{command} help` to see what you can do."
