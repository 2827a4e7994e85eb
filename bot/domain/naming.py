"""Whose names stand in a text, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from re import Match

from storage.records import Person

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_LINK = re.compile(r"<?(?:https?://|mailto:|www\.)[^\s<>]+>?|[\w.+-]+@[\w-]+\.[\w.-]+", re.IGNORECASE)
_WORD = re.compile(r"@?[^\W\d_]+")
_SHORTEST = 3
_ALSO_WORDS = frozenset(
    {
        *("april", "art", "baker", "bill", "black", "brook", "brown", "chase", "cliff"),
        *("cook", "dale", "dawn", "dean", "drew", "faith", "field", "frank", "grace"),
        *("grant", "green", "guy", "hill", "hope", "joy", "june", "king", "long"),
        *("mark", "may", "miles", "page", "pat", "ray", "reed", "rich", "rob"),
        *("rose", "sky", "stone", "white", "will", "wood", "young"),
    }
)
"""Names that are words as well: only a capital, or @, makes a name of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who is named in a text: those of whom it is plain, and names that may be several people's."""

    people: tuple[Person, ...]
    unclear: Mapping[str, tuple[Person, ...]]


class Names:
    """The names of a company's people, by each of their parts."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_id = {person.id: person for person in people if not person.is_bot}
        self._by_part: dict[str, list[Person]] = {}
        for person in self._by_id.values():
            for part in _parts(person.name):
                self._by_part.setdefault(part, []).append(person)

    def named(self, text: str) -> Named:
        """Who is named: a mention is plain, and a name that one person alone has.

        Of several of one name, whoever is named by another part too is meant, and who is here before who
        left.
        """
        sure = {one: self._by_id[one] for one in _MENTION.findall(text) if one in self._by_id}
        found = {word: self._by_part[word] for word, _ in self._words(text)}
        for meant in found.values():
            if len(meant) == 1:
                sure.setdefault(meant[0].id, meant[0])
        unclear = {}
        for word, meant in found.items():
            here = [person for person in meant if person.may_take_part] or meant
            if not any(person.id in sure for person in meant):
                if len(here) == 1:
                    sure[here[0].id] = here[0]
                else:
                    unclear[word] = tuple(here)
        return Named(people=tuple(sure.values()), unclear=unclear)

    def known(self, ids: Iterable[str]) -> tuple[Person, ...]:
        """The people with these ids."""
        return tuple(self._by_id[one] for one in ids if one in self._by_id)

    def left_in(self, text: str) -> tuple[str, ...]:
        """What of a text is a name, a mention or a link."""
        names = [match[0] for _, match in self._words(text)]
        others = [match[0] for shape in (_MENTION, _LINK) for match in shape.finditer(text)]
        return tuple(dict.fromkeys((*others, *names)))

    def without(self, text: str, instead: str) -> str:
        """The text with `instead` in the place of each person, and without links."""
        bare = _LINK.sub("", _MENTION.sub(instead, text))
        named = _WORD.sub(lambda match: instead if self._is_name(match) else match[0], bare)
        again = re.escape(instead)
        once = re.sub(rf"{again}(?:[ .\-]{again})+", instead, named)
        return re.sub(r"[ \t]{2,}", " ", once).strip()

    def _words(self, text: str) -> Iterator[tuple[str, Match[str]]]:
        bare = _LINK.sub(lambda match: " " * len(match[0]), text)
        for match in _WORD.finditer(bare):
            if self._is_name(match):
                yield match[0].removeprefix("@").casefold(), match

    def _is_name(self, match: Match[str]) -> bool:
        said = match[0]
        word = said.removeprefix("@").casefold()
        return word in self._by_part and (
            word not in _ALSO_WORDS or said.startswith("@") or said[0].isupper()
        )


def _parts(name: str) -> tuple[str, ...]:
    """The parts by which somebody is called; a short one, such as "de", only where it is the whole name."""
    parts = [part.casefold() for part in re.findall(r"[^\W\d_]+", name)]
    return tuple(dict.fromkeys(part for part in parts if len(part) >= _SHORTEST or len(parts) == 1))
