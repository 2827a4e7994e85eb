"""Small turns of phrase that many sentences need."""

from collections.abc import Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def listed(items: Sequence[str]) -> str:
    """A, B and C; with semicolons where an item holds an "and" or a comma of its own."""
    if len(items) < 2:
        return "".join(items)
    if any(" and " in item or "," in item for item in items):
        return "; ".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def possessive(name: str) -> str:
    """Whose."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def spelled(number: int) -> str:
    """A small number as a word."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def counted(number: int, one: str, many: str) -> str:
    """1 note, 2 notes."""
    return f"{number} {one if number == 1 else many}"
