"""What Trellis says where a check finds much, in a terminal."""

from bot.words.lists import counted


def many(path: str, warnings: int, rules: int) -> str:
    """A file with much to say of it."""
    kinds = counted(rules, "kind", "kinds")
    return f"{path}: {warnings} warnings of {kinds}, the first of each here; `--all` prints every one."


def of_a_rule(rule: str, warnings: int) -> str:
    """What one rule found."""
    return f"\n{rule}: {counted(warnings, 'warning', 'warnings')}"


def more(warnings: int) -> str:
    """What is left out."""
    return f"… and {warnings} more"
