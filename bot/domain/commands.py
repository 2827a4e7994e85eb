"""What was typed after the slash command."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from bot.domain.mrkdwn import as_read

WORDS = (
    *("help", "me", "framework", "note", "kudos", "feedback", "ask", "observe", "manager", "1on1"),
    *("check", "plan", "summary", "faq", "settings", "privacy", "my-data", "admin"),
)
ALIASES = {"log": "note", "win": "note", "evidence": "note", "thanks": "kudos", "goal": "plan", "": "help"}
GUIDES = "guides"
"""After `help`: the list of guides, or the one that is meant."""
GUIDES_CALL = " ".join(("help", GUIDES))
_MEANT = {
    "guide": GUIDES_CALL,
    "guides": GUIDES_CALL,
    "questions": "faq",
    "doubts": "faq",
    "data": "my-data",
    "export": "my-data",
    "erase": "my-data",
}
"""What is likely to be typed for what has another name."""
PERSONAL = frozenset({"kudos", "feedback", "ask", "observe", "manager", "1on1", "check", "plan", "summary"})
"""The words that are about a person; after any other, a name is one of the words that were typed."""
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_PLAIN = re.compile(r"(?<!\S)@([\w.\-]+)")
_LIKENESS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A command: `word` is one of WORDS, or None where it was not understood.

    `person_id` is the first person mentioned, `person_name` a plain `@sam` that has yet to be looked up;
    `rest` is all else as a person reads it, with the mention taken out.
    """

    word: str | None
    said: str
    guess: str | None
    person_id: str | None
    person_name: str | None
    rest: str


def understand(text: str) -> Typed:
    """The word, the person and the rest of a command's text."""
    said, rest = [*text.strip().split(maxsplit=1), "", ""][:2]
    word = ALIASES.get(said.casefold(), said.casefold())
    known = word if word in WORDS else None
    near = [_MEANT[word]] if word in _MEANT else _likest(word)
    mention = _MENTION.search(rest) if known in PERSONAL else None
    plain = None if mention or known not in PERSONAL else _PLAIN.search(rest)
    found = mention or plain
    left = f"{rest[: found.start()].rstrip()} {rest[found.end() :].lstrip()}" if found else rest
    return Typed(
        word=known,
        said=said,
        guess=ALIASES.get(near[0], near[0]) if near and known is None else None,
        person_id=mention.group(1) if mention else None,
        person_name=plain.group(1) if plain else None,
        rest=as_read(left).strip(),
    )


def _likest(word: str) -> list[str]:
    return get_close_matches(word, [*WORDS, *filter(None, ALIASES)], n=1, cutoff=_LIKENESS)
