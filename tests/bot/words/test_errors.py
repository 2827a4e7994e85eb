"""Every refusal has its sentence."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from bot.words.errors import SENTENCES

BOT = Path(__file__).parents[3] / "bot"
KINDS = {"Invalid", "NotAllowed", "NotFoundForYou"}


def refusals() -> list[tuple[str, frozenset[str], str]]:
    """Every refusal in the program whose key is written out: the key, the values given, and where."""
    found = []
    for file in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    values = frozenset(one.arg or "" for one in node.keywords) - {"field"}
                    found.append((str(key.value), values, f"{file.relative_to(BOT)}:{node.lineno}"))
    return found


@pytest.mark.parametrize(("key", "values", "place"), refusals())
def test_a_refusal_gives_what_its_sentence_says(key: str, values: frozenset[str], place: str) -> None:
    """Each key has a sentence, and each blank in it is filled."""
    blanks = {name for _, name, _, _ in Formatter().parse(SENTENCES[key]) if name}

    assert blanks <= values, place
