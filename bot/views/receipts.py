"""What a receipt says beside who reads: whom its owner named for what they share."""

from collections.abc import Sequence

from bot.domain.readers import NamedSeen
from bot.views import kit
from bot.words import readers as words


def also_shown(named: Sequence[NamedSeen]) -> list[kit.Block]:
    """Under a receipt."""
    return [kit.context(also_line(named))] if named else []


def also_line(named: Sequence[NamedSeen]) -> str:
    """The same as a sentence; nothing where nobody is named."""
    return words.also([words.until(one.reader.name, one.last) for one in named]) if named else ""


def sure_with(sentence: str, named: Sequence[NamedSeen]) -> str:
    """A receipt that stands in the question before an act."""
    return f"{sentence} {also_line(named)}".strip()


def readers_shown(named: Sequence[NamedSeen], viewer_id: str, you: str) -> tuple[str, ...]:
    """The names of those to whom a thing is shown, with `you` for the viewer."""
    return tuple(you if one.reader.id == viewer_id else one.reader.name for one in named)
