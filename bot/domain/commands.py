"""What was typed after the slash command."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

WORDS = ("help", "me", "framework", "note", "kudos", "manager", "1on1", "summary", "privacy", "admin")
ALIASES = {"log": "note", "win": "note", "evidence": "note", "thanks": "kudos", "": "help"}
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_PLAIN = re.compile(r"(?<!\S)@([\w.\-]+)")
_LIKENESS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A command: `word` is one of WORDS, or None where it was not understood.

    `person_id` is the first person mentioned, `person_name` a plain `@sam` that has yet to be looked up;
    `rest` is all else, with the mention taken out.
    """

    word: str | None
    said: str
    guess: str | None
    person_id: str | None
    person_name: str | None
    rest: str


def understand(text: str) -> Typed:
    """The word, the person and the rest of a command's text."""
    said, _, rest = text.strip().partition(" ")
    word = ALIASES.get(said.casefold(), said.casefold())
    known = word if word in WORDS else None
    near = get_close_matches(word, [*WORDS, *filter(None, ALIASES)], n=1, cutoff=_LIKENESS)
    mention = _MENTION.search(rest)
    plain = None if mention else _PLAIN.search(rest)
    found = mention or plain
    left = f"{rest[: found.start()]}{rest[found.end() :]}" if found else rest
    return Typed(
        word=known,
        said=said,
        guess=ALIASES.get(near[0], near[0]) if near and known is None else None,
        person_id=mention.group(1) if mention else None,
        person_name=plain.group(1) if plain else None,
        rest=" ".join(left.split(" ")).strip(),
    )
