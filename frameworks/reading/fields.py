"""Typed reading of a mapping: each fault is noted once, with its line, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from frameworks.findings import STAND_IN, nearest
from frameworks.reading.nodes import Entries, Items, Node, Scalar, empty_at, kind_of, line_of
from frameworks.reading.page import Page

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_TAKEN_FOR = {"bool": "a yes or no", "int": "a number", "float": "a number", "timestamp": "a date"}
_SHAPES: dict[type[Node], str] = {Items: "a list", Entries: "a mapping"}


class Word(NamedTuple):
    """A text and its line."""

    text: str
    line: int


class Fields:
    """One mapping of a file, of which `known` are the keys it may hold; `what` names it in messages."""

    __slots__ = ("_keys", "_nodes", "line", "page", "what")

    def __init__(self, page: Page, entries: Entries, *, what: str, known: AbstractSet[str]) -> None:
        self.page = page
        self.line = entries.line
        self.what = what
        self._nodes = entries.nodes
        self._keys = entries.keys
        if not entries.keys.keys() <= known:
            for key in entries.keys.keys() - known:
                self._note_unknown(entries.keys[key], known)

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    @property
    def subject(self) -> str:
        """What it is called at the head of a sentence."""
        return self.what[:1].upper() + self.what[1:]

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping where it lacks the key."""
        found = self._keys.get(key)
        return line_of(found) if found else self.line

    def error(self, key: str, what: str, how: str) -> None:
        """Note an error at a key."""
        self.page.error(self.line_of(key), what, how)

    def require(self, *keys: str) -> None:
        """Note each key that is missing or empty."""
        for key in keys:
            if key not in self._nodes:
                self.error(key, f"{self.subject} lacks `{key}`", f"Add `{key}:` with a value")

    def text(self, key: str) -> str:
        """A text on one line; empty where there is none."""
        node = self._nodes.get(key)
        text = self._text_of(key, node) if node else None
        return _on_one_line(text) if text else ""

    def lines(self, key: str) -> str | None:
        """A text whose line breaks are kept, or None."""
        node = self._nodes.get(key)
        text = self._text_of(key, node) if node else None
        if text is None or "\n" not in text:
            return _on_one_line(text) if text else None
        return "\n".join(filter(None, map(_on_one_line, text.splitlines())))

    def word(self, key: str) -> Word | None:
        """A text on one line, with its place, or None."""
        node = self._nodes.get(key)
        return self.word_of(key, node) if node else None

    def word_of(self, key: str, node: Node) -> Word | None:
        """The text in a node that stands under a key, or None."""
        text = self._text_of(key, node)
        return Word(_on_one_line(text), line_of(node)) if text else None

    def words(self, key: str) -> tuple[Word, ...]:
        """A list of texts."""
        return tuple(word for node in self.nodes(key) if (word := self.word_of(key, node)))

    def id(self, key: str) -> Word | None:
        """An id, or None where it is missing or is no id."""
        word = self.word(key)
        return word if word and self._is_id(word) else None

    def own_id(self, kind: str, taken: Container[str]) -> str:
        """The id of this part, and in messages its name; one that is taken is an error.

        Where there is none to use a stand-in is given, so that the rest of the part can be read.
        """
        word = self.id("id")
        if word and word.text not in taken:
            self.what = f"{kind} {word.text}"
            return word.text
        if word:
            what = f"{kind.capitalize()} `{word.text}` is given twice"
            self.error("id", what, "Give the second one an id of its own")
        return f"{STAND_IN}{self.line}"

    def choice(self, key: str, options: Iterable[str]) -> str | None:
        """One of a few words, or None."""
        word = self.word(key)
        return self.choice_of(key, word, options) if word else None

    def choice_of(self, key: str, word: Word, options: Iterable[str]) -> str | None:
        """A text that stands under a key, where it is one of a few words; else None."""
        if word.text in options:
            return word.text
        self.page.error(word.line, f"`{key}` of {self.what} is `{word.text}`", nearest(word.text, options))
        return None

    def whole(self, key: str) -> int | None:
        """A whole number of at least 0, or None."""
        node = self._nodes.get(key)
        return self.whole_of(key, node) if node else None

    def whole_of(self, key: str, node: Node) -> int | None:
        """The whole number in a node that stands under a key, or None."""
        if isinstance(node, Scalar) and kind_of(node) == "int" and _WHOLE.fullmatch(node.value):
            return int(node.value)
        self._note_wrong(key, node, "a whole number", "Write it in plain digits, such as 3")
        return None

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        found = (self.whole_of(key, node) for node in self.nodes(key))
        return tuple(number for number in found if number is not None)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        node = self._nodes.get(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and not node.style and node.value in {"true", "false"}:
            return node.value == "true"
        self._note_wrong(key, node, "true or false", "Write `true` or `false`")
        return default

    def fields(self, key: str, *, what: str, known: AbstractSet[str]) -> Fields | None:
        """A mapping with known keys, or None."""
        node = self._nodes.get(key)
        return self.fields_of(key, node, what=what, known=known) if node else None

    def fields_of(self, key: str, node: Node, *, what: str, known: AbstractSet[str]) -> Fields | None:
        """The mapping in a node that stands under a key, or None."""
        if isinstance(node, Entries):
            return Fields(self.page, node, what=what, known=known)
        self._note_wrong(key, node, f"{what} with keys", f"Give {what} as keys and values")
        return None

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The nodes of a list, unread."""
        node = self._nodes.get(key)
        if isinstance(node, Items):
            return tuple(node.nodes)
        if node is not None:
            self._note_wrong(key, node, "a list", "Begin each entry with a dash, or put them in [brackets]")
        return ()

    def listed(self, key: str, *, what: str, known: AbstractSet[str]) -> Iterator[Fields]:
        """The mappings of a list."""
        for node in self.nodes(key):
            fields = self.fields_of(key, node, what=what, known=known)
            if fields:
                yield fields

    def named(self, key: str) -> Iterator[tuple[Word, Node]]:
        """The entries of a mapping whose keys are ids."""
        node = self._nodes.get(key)
        if isinstance(node, Entries):
            for name in node.keys.values():
                word = self.word_of(key, name)
                if word and self._is_id(word):
                    yield word, node.nodes.get(name.value) or empty_at(name)
        elif node is not None:
            self._note_wrong(key, node, "a mapping", "Give each entry as `id: value`")

    def _text_of(self, key: str, node: Node) -> str | None:
        if not isinstance(node, Scalar) or (kind := kind_of(node)) == "refused":
            self._note_wrong(key, node, "a text", "Write one text; quote it if it holds a colon")
        elif kind != "str":
            self._note_surprise(key, node, kind)
        elif node.value.strip():
            return node.value
        else:
            self.page.error(
                line_of(node), f"`{key}` of {self.what} is an empty text", "Fill it or leave it out"
            )
        return None

    def _is_id(self, word: Word) -> bool:
        if _ID.fullmatch(word.text):
            return True
        how = "Use letters, digits, dots, dashes and underscores, 60 at most"
        self.page.error(word.line, f"`{_short(word.text)}` is not an id", how)
        return False

    def _note_unknown(self, key: Scalar, known: AbstractSet[str]) -> None:
        how = nearest(key.value, known)
        if " " in key.value.strip():
            how = "Put the whole sentence in quotes if the colon is part of it"
        self.page.error(line_of(key), f"`{_short(key.value)}` is not a key of {self.what}", how)

    def _note_surprise(self, key: str, node: Scalar, kind: str) -> None:
        if kind == "null":
            what = f"`{key}` of {self.what} has an empty entry"
            self.page.error(line_of(node), what, "Fill it or remove it")
            return
        taken = "a time in base sixty" if ":" in node.value and kind != "timestamp" else None
        reading = taken or _TAKEN_FOR.get(kind, "no text")
        what = f"`{_short(node.value)}` under `{key}` is read as {reading}, where text is meant"
        self.page.error(line_of(node), what, f'Put it in quotes: "{_short(node.value)}"')

    def _note_wrong(self, key: str, node: Node, wanted: str, how: str) -> None:
        if isinstance(node, Scalar) and kind_of(node) == "refused":
            return
        given = f"`{_short(node.value)}`" if isinstance(node, Scalar) else _SHAPES[type(node)]
        self.page.error(line_of(node), f"`{key}` of {self.what} must be {wanted}, not {given}", how)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    plain = _on_one_line(text)
    return plain if len(plain) <= 40 else f"{plain[:39]}…"
