"""A made-up language: every sentence of bot/words in letters of its own, and what a language would lack.

It is English in full-width letters: as long, told from ours at a glance, and cased alike.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bot.words

ENGLISH = Path(bot.words.__path__[0])
_LETTERS = {ord(letter): ord(letter) + 0xFEE0 for letter in "abcdefghijklmnopqrstuvwxyz"}
_ABROAD = _LETTERS | {letter - 32: far - 32 for letter, far in _LETTERS.items()}
_HOME = {far: near for near, far in _ABROAD.items()}
_BLANK = re.compile(r"\{[^{}]*\}")


def abroad(text: str) -> str:
    """Words in the made-up language; the blanks of a template stay."""
    parts, blanks = _BLANK.split(text), [*_BLANK.findall(text), ""]
    return "".join(part.translate(_ABROAD) + blank for part, blank in zip(parts, blanks, strict=True))


def back_home(text: str) -> str:
    """The English of it."""
    return text.translate(_HOME)


def make_language(folder: Path) -> None:
    """Write the made-up language: a file beside each English one, with the same names in it."""
    for file in english_files():
        tree = _Spoken().visit(ast.parse(file.read_bytes()))
        (folder / file.name).write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")


def english_files() -> list[Path]:
    """The files that hold the English sentences."""
    return [file for file in sorted(ENGLISH.glob("*.py")) if file.name != "__init__.py"]


class _Spoken(ast.NodeTransformer):
    """Turns what is said and leaves what is a key, is compared, or is handed to a method of a value."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant(abroad(node.value)) if isinstance(node.value, str) else node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        node.values = [self.visit(value) for value in node.values]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Attribute):
            node.func = self.visit(node.func)
            node.args = [one if isinstance(one, ast.Constant) else self.visit(one) for one in node.args]
            node.keywords = [self.visit(one) for one in node.keywords]
            return node
        return self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        node.value = self.visit(node.value)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.AST:
        node.value = self.visit(node.value)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return node


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a file of words says, by the name that it stands under; `{}` is a value in it."""

    file: str
    name: str
    text: str


def said(file: Path) -> Iterator[Said]:
    """All that a file of words says."""
    for node in _Spoken().visit(ast.parse(file.read_bytes())).body:
        for name in _named(node):
            for text in _texts(node):
                if text != back_home(text):
                    yield Said(file.stem, name, back_home(text))


def _named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return _targets(node.targets[0])
    return _targets(node.target) if isinstance(node, ast.AnnAssign) else []


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for part in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and isinstance(part, ast.Constant)):
            yield from _texts(part)


def gaps(folder: Path) -> Iterator[str]:
    """What a language lacks of the English: a file, a sentence, one of its parameters, keys or blanks."""
    for file in english_files():
        if not (folder / file.name).exists():
            yield f"{file.name} is missing"
            continue
        there = _names(folder / file.name)
        for name, needed in _names(file).items():
            if name not in there:
                yield f"{file.name}: {name} is missing"
            elif there[name] != needed:
                yield f"{file.name}: {name} is {there[name]} and not {needed}"


def _names(file: Path) -> dict[str, str]:
    """The names that a file gives to others, each with what must be alike in every language."""
    found: dict[str, str] = {}
    for node in ast.parse(file.read_bytes()).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = (
                f"({ast.unparse(node.args)}) -> {ast.unparse(node.returns or ast.Constant(None))}"
            )
        elif isinstance(node, ast.ClassDef):
            members = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
            found[node.name] = f"a class with {', '.join(members)}"
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {name: _shape(node.value) for target in targets for name in _targets(target)}
    return {name: shape for name, shape in found.items() if not name.startswith("_")}


def _targets(target: ast.expr) -> list[str]:
    return [ast.unparse(one) for one in (target.elts if isinstance(target, ast.Tuple) else [target])]


def _shape(value: ast.expr | None) -> str:
    """Keys of a mapping, items of a tuple, blanks of a template: what the program goes by."""
    if isinstance(value, ast.Dict):
        inside = [
            f"{ast.unparse(key)}: {_shape(one)}"
            for key, one in zip(value.keys, value.values, strict=True)
            if key
        ]
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, ast.Tuple):
        return f"{len(value.elts)} parts"
    said = [one.value for one in ast.walk(value) if isinstance(one, ast.Constant)] if value else []
    blanks = {blank for text in said if isinstance(text, str) for blank in _BLANK.findall(text)}
    return f"text with {', '.join(sorted(blanks))}"
