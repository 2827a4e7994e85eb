"""What Trellis says of the keys of private words, to the operator."""

from collections.abc import Mapping

from bot.words.lists import counted, listed

NO_KEYS = (
    "TRELLIS_SECRET_KEYS is not set, so there is nothing to seal with; "
    "write id:key, with a key from 'openssl rand -base64 32'."
)
NOTHING = "No words are stored yet."


def in_use(words: Mapping[str, int]) -> list[str]:
    """How many words each key sealed."""
    lines = [f"{_name(key_id)}: {counted(count, 'text', 'texts')}" for key_id, count in words.items()]
    return lines or [NOTHING]


def missing(key_id: str) -> str:
    """A key that is not here, or is another one under the same id."""
    return (
        f"Some texts are sealed with the key {key_id}, and TRELLIS_SECRET_KEYS does not have it, or has "
        "another under that id. Put the right one back, after the newest; nothing was changed."
    )


def progress(done: int, total: int) -> str:
    """One page further."""
    return f"{done:,} of {total:,}"


def rotated(newest: str, done: int) -> str:
    """All of it."""
    if not done:
        return f"Everything is sealed with {newest} already: nothing to do."
    return (
        f"{counted(done, 'text', 'texts')} sealed with {newest}. Older keys can be taken out of "
        "TRELLIS_SECRET_KEYS once every replica was restarted with it in front; backups from before "
        "need them still."
    )


def well(words: Mapping[str, int], newest: str | None) -> str:
    """For the doctor: everything can be read."""
    if newest is None:
        return "none set: private text is stored as readable text"
    rest = sum(count for key_id, count in words.items() if key_id != newest)
    said = f"{counted(words.get(newest, 0), 'text', 'texts')} sealed with {newest}"
    return f"{said}, {counted(rest, 'text', 'texts')} not; see `trellis keys rotate`" if rest else said


def all_missing(ids: tuple[str, ...]) -> str:
    """For the doctor: some cannot."""
    return missing(listed(ids))


def _name(key_id: str) -> str:
    return key_id or "not sealed"
