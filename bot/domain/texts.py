"""What people write, made safe to keep."""

import unicodedata

from bot.errors import Invalid

LONGEST = 3000
_KEPT_CONTROLS = "\n\t"
_UNKEPT = frozenset({"Cc", "Cs"})  # controls, and halves of letters, which no store takes
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def clean(text: str) -> str:
    """Without control and direction characters, which could make words look like others; ends trimmed."""
    kept = (
        letter
        for letter in text.replace("\r\n", "\n")
        if letter in _KEPT_CONTROLS
        or (unicodedata.category(letter) not in _UNKEPT and letter not in _DIRECTION)
    )
    return "".join(kept).strip()


def check_text(text: str, field: str, most: int = LONGEST) -> str:
    """Clean words of 1 to `most` characters, at first Slack's longest input; raises Invalid at the field."""
    words = clean(text)
    if not words:
        raise Invalid("nothing_typed", field)
    if len(words) > most:
        raise Invalid("text_too_long", field, length=len(words), most=most)
    return words


def check_line(text: str, field: str, most: int) -> str | None:
    """Clean words that may be left out; raises Invalid at the field where they are too long."""
    return check_text(text, field, most) if clean(text) else None


def fitting(text: str, most: int = LONGEST) -> tuple[str, int | None]:
    """Words for the box of a form, and how many characters there were if they did not fit."""
    words = clean(text)
    return words[:most], len(words) if len(words) > most else None
