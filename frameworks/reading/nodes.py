"""YAML as a tree of nodes that know their line.

Nothing is converted: a node keeps its text, and says what YAML 1.1 would have taken it for. Made from the
parser's events, because the library's own composer recurses in C and dies on deep nesting.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

import yaml
from yaml import events

from frameworks.reading.page import Page

SIZE_LIMIT = 5_000_000
DEPTH_LIMIT = 40
_BEGIN = "Begin it with `framework:` and an id"
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Scalar(NamedTuple):
    """A single value. `kind` is YAML's name for it: str, null, bool, int, float, …, or `refused`."""

    text: str
    line: int
    kind: str


class Items(NamedTuple):
    """A list."""

    nodes: list[Node]
    line: int


class Entries(NamedTuple):
    """A mapping, keys in the order given; a key given twice keeps its first value."""

    nodes: dict[str, tuple[Scalar, Node]]
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
        _note_broken(error, page)
        return None
    if isinstance(root, Entries):
        return root
    if root is None or is_null(root):
        if not page.findings:
            page.error(1, "The file is empty", _BEGIN)
    else:
        page.error(root.line, "The file holds no keys and values", _BEGIN)
    return None


def is_null(node: Node) -> bool:
    """Whether the value is left empty."""
    return isinstance(node, Scalar) and node.kind == "null"


def _decoded(raw: bytes, page: Page) -> str | None:
    if len(raw) > SIZE_LIMIT:
        page.error(1, "The file is larger than 5 MB", "Keep one cluster a file")
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


def _note_broken(error: yaml.MarkedYAMLError, page: Page) -> None:
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "it cannot be read"
    how = "Check indentation, quotes and brackets here and just above"
    if "tab" in problem or "'\\t'" in problem:
        how = "Indent with spaces, not tabs"
    elif "mapping values" in problem:
        how = "Put a text that holds a colon in quotes, and check the indentation"
    page.error(mark.line + 1 if mark else 1, f"This is not YAML: {problem}", how)


class _Open:
    """A list or mapping whose end has not been read yet."""

    __slots__ = ("is_mapping", "line", "nodes")

    def __init__(self, line: int, *, is_mapping: bool) -> None:
        self.line = line
        self.is_mapping = is_mapping
        self.nodes: list[Node] = []

    def closed(self, page: Page) -> Node:
        if not self.is_mapping:
            return Items(self.nodes, self.line)
        return Entries(_keyed(self.nodes, page), self.line)


def _composed(text: str, page: Page) -> Node | None:
    """Raises yaml.MarkedYAMLError for what is not YAML."""
    stack: list[_Open] = []
    root: Node | None = None
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, events.ScalarEvent):
            node: Node = _scalar(event, page)
        elif isinstance(event, events.CollectionStartEvent):
            _note_refused(event, page)
            stack.append(_Open(_line(event), is_mapping=isinstance(event, events.MappingStartEvent)))
            if len(stack) > DEPTH_LIMIT:
                page.error(_line(event), "Lists are nested too deeply", "Check the brackets and dashes here")
                return None
            continue
        elif isinstance(event, events.CollectionEndEvent):
            node = stack.pop().closed(page)
        elif isinstance(event, events.AliasEvent):
            page.error(_line(event), f"The alias `*{event.anchor}` is refused", "Write the value out")
            node = Scalar("", _line(event), "refused")
        elif isinstance(event, events.DocumentStartEvent) and root is not None:
            page.error(_line(event), "A second document begins here", "Keep one framework a file")
            return None
        else:
            continue
        if stack:
            stack[-1].nodes.append(node)
        else:
            root = node
    return root


def _line(event: events.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _note_refused(event: events.ScalarEvent | events.CollectionStartEvent, page: Page) -> bool:
    if event.anchor is not None:
        page.error(_line(event), f"The anchor `&{event.anchor}` is refused", "Remove it")
    if event.tag is not None:
        page.error(_line(event), f"The tag `{event.tag}` is refused", "Remove it; quote what is text")
    return event.tag is not None


def _scalar(event: events.ScalarEvent, page: Page) -> Scalar:
    line = _line(event)
    if (event.anchor is not None or event.tag is not None) and _note_refused(event, page):
        return Scalar("", line, "refused")
    text: str = event.value
    return Scalar(text, line, "str" if event.style else _plain_kind(text))


def _plain_kind(text: str) -> str:
    """What YAML 1.1 takes an unquoted text for."""
    for tag, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return str(tag).rpartition(":")[2]
    return "str"


def _keyed(nodes: list[Node], page: Page) -> dict[str, tuple[Scalar, Node]]:
    found: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            page.error(key.line, "A key is a list or a mapping, not a word", "Write the key as one word")
        elif key.text in found:
            first = found[key.text][0].line
            page.error(key.line, f"`{key.text}` is given twice, first on line {first}", "Keep one of them")
        elif key.kind != "refused":
            found[key.text] = (key, value)
    return found
