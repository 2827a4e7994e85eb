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
SEVERAL = frozenset({"kudos"})
"""Those of them that may be about several people, named one after the other."""
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_PLAIN = re.compile(r"(?<!\S)@([\w.\-]+)")
_BETWEEN = re.compile(r"\s*(?:[,&+]\s*)?(?:and\s+)?")
_END = re.compile(r"(?=[\s,&+]|$)")
_LIKENESS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Somebody who was named: by a mention, or by a plain `@sam` that has yet to be looked up."""

    id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A command: `word` is one of WORDS, or None where it was not understood.

    `people` holds the first person mentioned, and for words of SEVERAL those who follow at once; `rest` is
    all else as a person reads it, with these mentions taken out.
    """

    word: str | None
    said: str
    guess: str | None
    people: tuple[Meant, ...]
    rest: str


def understand(text: str) -> Typed:
    """The word, the person and the rest of a command's text."""
    said, rest = [*text.strip().split(maxsplit=1), "", ""][:2]
    word = ALIASES.get(said.casefold(), said.casefold())
    known = word if word in WORDS else None
    near = [_MEANT[word]] if word in _MEANT else _likest(word)
    people, left = _named(rest, several=known in SEVERAL) if known in PERSONAL else ((), rest)
    return Typed(
        word=known,
        said=said,
        guess=ALIASES.get(near[0], near[0]) if near and known is None else None,
        people=people,
        rest=as_read(left).strip(),
    )


def _named(rest: str, *, several: bool) -> tuple[tuple[Meant, ...], str]:
    """Who is meant, and the text without them."""
    first = _MENTION.search(rest) or _PLAIN.search(rest)
    if first is None:
        return (), rest
    found = [first]
    while several and (another := _next(rest, found[-1].end())):
        found.append(another)
    left = f"{rest[: first.start()].rstrip()} {rest[found[-1].end() :].lstrip()}"
    return tuple(dict.fromkeys(_meant(one) for one in found)), left


def _next(rest: str, end: int) -> re.Match[str] | None:
    """A mention that follows another with nothing but a comma or an “and” between the two."""
    between = _BETWEEN.match(rest, end)
    at = between.end() if between else end
    found = _MENTION.match(rest, at) or _PLAIN.match(rest, at)
    return found if found and _END.match(rest, found.end()) else None


def _meant(found: re.Match[str]) -> Meant:
    return Meant(id=found.group(1)) if found.re is _MENTION else Meant(name=found.group(1))


def _likest(word: str) -> list[str]:
    return get_close_matches(word, [*WORDS, *filter(None, ALIASES)], n=1, cutoff=_LIKENESS)
