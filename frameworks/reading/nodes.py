"""YAML as a tree of nodes that know their line.

Nothing is converted: a value keeps its text, and `kind_of` says what YAML 1.1 would take it for. Made from
the parser's events, because the library's own composer recurses in C and dies on deep nesting.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

import yaml
from yaml import events

from frameworks.reading.page import Page

SIZE_LIMIT = 5_000_000
DEPTH_LIMIT = 40
_BEGIN = "Begin it with a key, a colon and a value"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


Scalar: TypeAlias = events.ScalarEvent


class Items(NamedTuple):
    """A list."""

    nodes: list[Node]
    line: int


class Entries(NamedTuple):
    """A mapping in the order given: all its `keys`, and `nodes` for those not left empty.

    A key given twice keeps its first value.
    """

    nodes: dict[str, Node]
    keys: dict[str, Scalar]
    line: int


Node: TypeAlias = Scalar | Items | Entries


def read_nodes(raw: bytes, page: Page) -> Entries | None:
    """The file's mapping, or None with the reason noted on the page."""
    text = _decoded(raw, page)
    if text is None:
        return None
    try:
        root = _composed(text, page)
    except yaml.MarkedYAMLError as error:
        _note_broken(error, text, page)
        return None
    if isinstance(root, Entries):
        return root
    if root is None or is_null(root):
        if not page.findings:
            page.error(1, "The file is empty", _BEGIN)
    else:
        page.error(line_of(root), "The file holds no keys and values", _BEGIN)
    return None


def is_null(node: Node) -> bool:
    """Whether the value is left empty."""
    return isinstance(node, Scalar) and not node.style and node.value in _NULLS and node.tag is None


def empty_at(key: Scalar) -> Scalar:
    """The empty value of a key."""
    return Scalar(None, None, (True, False), "", key.start_mark)


def line_of(node: Node) -> int:
    """The line on which a node begins."""
    return _line(node) if isinstance(node, Scalar) else node.line


def kind_of(node: Scalar) -> str:
    """What YAML 1.1 takes a value for (str, null, bool, int, …), or `refused` where an error is noted."""
    if node.tag is not None:
        return "refused"
    return "str" if node.style else _plain_kind(node.value)


def _decoded(raw: bytes, page: Page) -> str | None:
    if len(raw) > SIZE_LIMIT:
        page.error(1, "The file is larger than 5 MB", "Split it")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        page.error(line, "The file is not UTF-8 text", "Save it again as UTF-8")
        return None
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        page.error(line, f"Character {found[0]!a} cannot stand in YAML", "Remove it")
        return None
    return text


def _note_broken(error: yaml.MarkedYAMLError, text: str, page: Page) -> None:
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    problem = error.problem or "it cannot be read"
    how = "Check indentation, quotes and brackets here and just above"
    if "mapping values" in problem:
        how = "Put a text that holds a colon in quotes, and check the indentation"
    elif mark and lines[line][mark.column : mark.column + 1] == "\t":
        how = "Indent with spaces, not tabs"
    page.error(line + 1, f"This is not YAML: {problem}", how)


def _composed(text: str, page: Page) -> Node | None:
    """Raises yaml.MarkedYAMLError for what is not YAML."""
    tree = _Tree(page)
    for event in iter(yaml.CSafeLoader(text).get_event, None):
        if isinstance(event, events.ScalarEvent):
            if event.tag or event.anchor or event.style == '"':
                _check_scalar(event, page)
            tree.nodes.append(event)
        elif not tree.takes(event):
            return None
    return tree.root


class _Tree:
    """The nodes of a document while its events come in: lists and mappings wait until they end."""

    def __init__(self, page: Page) -> None:
        self.root: Node | None = None
        self.nodes: list[Node] = []
        self._page = page
        self._waiting: list[tuple[list[Node], int, bool]] = []

    def takes(self, event: events.Event) -> bool:
        """Whether to go on after this event, which is no scalar."""
        if isinstance(event, events.CollectionStartEvent):
            return self._begins(event)
        if isinstance(event, events.CollectionEndEvent):
            self._ends()
        elif isinstance(event, events.AliasEvent):
            self._page.error(_line(event), f"The alias `*{event.anchor}` is refused", "Write the value out")
            self.nodes.append(Scalar(None, "*", (False, False), "", event.start_mark))
        elif isinstance(event, events.DocumentEndEvent):
            self.root = self.nodes[0]
        elif isinstance(event, events.DocumentStartEvent) and self.root is not None:
            self._page.error(
                _line(event), "A second document begins here", "Remove the `---`, or give it a file"
            )
            return False
        return True

    def _begins(self, event: events.CollectionStartEvent) -> bool:
        _note_refused(event, self._page)
        is_mapping = isinstance(event, events.MappingStartEvent)
        self._waiting.append((self.nodes, _line(event), is_mapping))
        self.nodes = []
        if len(self._waiting) <= DEPTH_LIMIT:
            return True
        self._page.error(_line(event), "Lists are nested too deeply", "Check the brackets and dashes here")
        return False

    def _ends(self) -> None:
        inner = self.nodes
        self.nodes, line, is_mapping = self._waiting.pop()
        self.nodes.append(_mapping(inner, line, self._page) if is_mapping else Items(inner, line))


def _line(event: events.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1


def _note_refused(event: events.ScalarEvent | events.CollectionStartEvent, page: Page) -> None:
    if event.anchor is not None:
        page.error(_line(event), f"The anchor `&{event.anchor}` is refused", "Remove it")
    if event.tag is not None:
        page.error(_line(event), f"The tag `{event.tag}` is refused", "Remove it; quote what is text")


def _check_scalar(event: events.ScalarEvent, page: Page) -> None:
    _note_refused(event, page)
    if found := _UNPRINTABLE.search(event.value):
        page.error(_line(event), f"Character {found[0]!a} cannot stand in a text", "Remove it")
        event.tag = "unprintable"


def _plain_kind(text: str) -> str:
    """What YAML 1.1 takes an unquoted text for."""
    for tag, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return str(tag).rpartition(":")[2]
    return "str"


def _mapping(nodes: list[Node], line: int, page: Page) -> Entries:
    found: dict[str, Node] = {}
    keys: dict[str, Scalar] = {}
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            page.error(line_of(key), "A key is a list or a mapping, not a word", "Write the key as one word")
        elif key.value in keys:
            first = line_of(keys[key.value])
            page.error(
                line_of(key), f"`{key.value}` is given twice, first on line {first}", "Keep one of them"
            )
        elif key.tag is None:
            keys[key.value] = key
            if not is_null(value):
                found[key.value] = value
    return Entries(found, keys, line)
