"""Markdown to its parts: tables, and list entries and paragraphs with the headings over them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from frameworks.importers.grid import Cell, Cells
from frameworks.importers.remarks import Notebook
from frameworks.importers.rows import on_one_line

_BREAKS = ("<br", "<li", "</li", "<p", "</p", "<div", "</div")
_LINK = ("https://", "http://")


class Heading(NamedTuple):
    """A heading or the head of a list, how deep it stands, and its line."""

    depth: int
    text: str
    line: int


class Table(NamedTuple):
    """A table under its headings."""

    path: tuple[Heading, ...]
    cells: Cells


class Leaf(NamedTuple):
    """A sentence under its headings: an entry of a list with what is listed below it, or a paragraph."""

    path: tuple[Heading, ...]
    cell: Cell
    examples: tuple[str, ...] = ()
    is_paragraph: bool = False


class Parts(NamedTuple):
    """All of a text that may say something, and the headings under which nothing stands."""

    tables: list[Table]
    leaves: list[Leaf]
    headings: list[tuple[Heading, ...]]


def parts_of(text: str, notebook: Notebook) -> Parts:
    """The parts of a Markdown text in the order in which they stand."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    plain = _without_front_matter(text)
    root = SyntaxTreeNode(parser.parse(plain))
    reader = _Reader(plain.split("\n"), notebook)
    for node in root.children:
        reader.take(node)
    return reader.parts


def _without_front_matter(text: str) -> str:
    """The same lines, those of a page's settings between two rules at its head left empty."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].strip() == "---" and "---" in lines[1:30]:
        end = lines.index("---", 1)
        lines[: end + 1] = [""] * (end + 1)
    return "\n".join(lines)


class _Reader:
    def __init__(self, lines: list[str], notebook: Notebook) -> None:
        self.parts = Parts([], [], [])
        self._lines = lines
        self._notebook = notebook
        self._path: tuple[Heading, ...] = ()

    def take(self, node: SyntaxTreeNode) -> None:
        """Take in one block."""
        if node.type == "heading":
            cell = cell_of(node.children[0], _line(node))
            depth = int(node.tag[1:])
            above = tuple(one for one in self._path if one.depth < depth)
            self._path = (*above, Heading(depth, cell.text, cell.line))
            self.parts.headings.append(self._path)
        elif node.type == "table":
            self.parts.tables.append(Table(self._path, list(self._table(node))))
        elif node.type in {"bullet_list", "ordered_list"}:
            for item in node.children:
                self.parts.leaves.extend(_leaves(item, self._path, 10))
        elif node.type == "paragraph":
            cell = cell_of(node.children[0], _line(node))
            self.parts.leaves.append(Leaf(self._path, cell, is_paragraph=True))
        elif node.type == "blockquote":
            for child in node.children:
                self.take(child)
        elif node.type in {"fence", "code_block", "html_block"} and node.content.strip():
            line = _line(node)
            self._notebook.look(line, "outside", text=on_one_line(node.content))

    def _table(self, node: SyntaxTreeNode) -> Iterator[list[Cell]]:
        width = 0
        for row in (row for part in node.children for row in part.children):
            line = _line(row)
            written = [cell.strip() for cell in escapedSplit(self._lines[line - 1].strip())]
            written = written[1:] if written and not written[0] else written
            written = written[:-1] if written and not written[-1] else written
            cells = [
                cell_of(cell.children[0], line) if cell.children else Cell((), line) for cell in row.children
            ]
            width = width or len(cells)
            left_over = [text for text in written[width:] if text]
            if left_over:
                values = {"cells": str(len(written)), "columns": str(width), "cell": left_over[0]}
                self._notebook.error(line, "row_cells", **values)
            yield cells


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1


def _leaves(item: SyntaxTreeNode, path: tuple[Heading, ...], depth: int) -> Iterator[Leaf]:
    """An entry of a list: a heading of the entries below it, or a sentence with those as its examples."""
    first = item.children[0] if item.children else None
    if first is None or first.type != "paragraph":
        return
    cell = cell_of(first.children[0], _line(first))
    below = [one for part in item.children[1:] if part.type.endswith("_list") for one in part.children]
    if below and _is_heading(cell):
        under = (*path, Heading(depth, cell.text.rstrip(" :"), cell.line))
        for one in below:
            yield from _leaves(one, under, depth + 1)
        return
    examples = [cell_of(one.children[0].children[0], 1).text for one in below if one.children]
    yield Leaf(path, cell, tuple(examples))


def _is_heading(cell: Cell) -> bool:
    """Whether an entry with entries below it only names what they are about."""
    text = cell.text
    return text.endswith(":") or cell.is_strong or (len(text.split()) < 6 and not text.endswith("."))


def cell_of(inline: SyntaxTreeNode, line: int) -> Cell:
    """What a piece of text says, line by line; marks of style and other HTML than breaks are taken off."""
    links: list[str] = []
    text = "".join(_text(child, links) for child in inline.children)
    lines = tuple(plain for one in text.split("\n") if (plain := on_one_line(one)))
    said = [child for child in inline.children if child.type != "text" or child.content.strip()]
    is_strong = bool(said) and all(child.type == "strong" for child in said)
    return Cell(lines, line, tuple(dict.fromkeys(links)), is_strong)


def _text(node: SyntaxTreeNode, links: list[str]) -> str:
    if node.type in {"text", "code_inline", "image"}:
        return node.content
    if node.type == "softbreak":
        return " "
    if node.type == "hardbreak":
        return "\n"
    if node.type == "html_inline":
        return "\n" if node.content.casefold().startswith(_BREAKS) else ""
    if node.type == "link" and str(node.attrs.get("href", "")).startswith(_LINK):
        links.append(str(node.attrs["href"]))
    return "".join(_text(child, links) for child in node.children)
