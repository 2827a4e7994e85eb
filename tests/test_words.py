"""What is said, and how: laws of every sentence in bot/words (docs/decisions/0011-one-voice.md)."""

import ast
import importlib
import re
import unicodedata
from functools import cache

import pytest

from bot.words.errors import SENTENCES
from bot.words.framework_import import ERRORS
from bot.words.past_imports import PROBLEMS as PAST_PROBLEMS
from bot.words.people_import import PROBLEMS
from tests.abroad.language import Said, english_files, said
from tests.test_sizes import sources, tree

ROOMS = ("views", "listeners", "jobs", "usecases")
"""Where what people read in Slack is put together; the other files of words are for a terminal."""
FOR_OWNERS = frozenset({"admin", "beginning", "reviews"})
"""Files for People leads and owners, who look after frameworks and may hear of them."""
OF_OWNERS = {("home", "OWNED"), ("privacy", "DONE"), ("privacy", "_TOP"), ("privacy", "_BOTTOM")}
"""What else is about frameworks, or said to their owners alone."""
OF_LEADS = {"Choose a framework", "Choose a framework to begin with"}
"""The one step on the way that is a People lead's."""
JARGON = re.compile(
    r"cluster|framework|competenc|evidence|placement|rollout|behaviour|dimension|\blane\b|deliveries",
    re.IGNORECASE,
)
GUILT = re.compile(
    r"overdue|forgot|forget|should have|\b(late|failed|finally|still have not)\b", re.IGNORECASE
)
DOING = ("Choose", "Write", "Shorten", "Type", "Ask", "Open", "Look", "Leave", "Add", "Please")
_PARTS = re.compile(r"[.:;?] |, or |, and |, so ")
_EMPTY = re.compile(r"NO_|(NONE|NOTHING|NOBODY)(_|$)")
_BLANK = re.compile(r"\{[^{}]*\}")
LONGEST_TITLE, LONGEST_REFUSAL, LONGEST = 24, 200, 400


@cache
def everything() -> tuple[Said, ...]:
    """All that Trellis says."""
    return tuple(one for file in english_files() for one in said(file))


@cache
def in_slack() -> tuple[Said, ...]:
    """What it says in Slack."""
    files = {name for room in ROOMS for file in sources(f"bot/{room}") for name in _words_of(tree(file))}
    while (
        more := {name for file in english_files() if file.stem in files for name in _words_of(tree(file))}
    ) - files:
        files |= more
    return tuple(one for one in everything() if one.file in files)


def _words_of(module: ast.Module) -> set[str]:
    """The files of words that a module takes sentences from."""
    taken = [node for node in ast.walk(module) if isinstance(node, ast.ImportFrom)]
    whole = {name.name for node in taken if node.module == "bot.words" for name in node.names}
    return whole | {
        str(node.module).rpartition(".")[2] for node in taken if f"{node.module}".startswith("bot.words.")
    }


def listed(found: list[Said]) -> str:
    """Each with where it stands."""
    return "\n".join(f"{one.file}.{one.name}: {one.text}" for one in found)


def test_there_is_much_to_say() -> None:
    """The laws below look at all of it, and know what is said in Slack."""
    assert len(everything()) > 600
    assert {"home", "kudos", "errors", "dates"} <= {one.file for one in in_slack()}
    assert not {"doctor", "operating", "program"} & {one.file for one in in_slack()}


def test_nothing_is_shouted() -> None:
    """No exclamation mark, and no word in capitals but what a terminal or Slack calls so."""
    loud = [one for one in everything() if "!" in one.text]

    assert not loud, listed(loud)


def test_nothing_is_said_by_a_picture() -> None:
    """No emoji: what is meant is said in words, so nobody has to see a colour or a sign."""
    signs = [
        one
        for one in everything()
        if any(unicodedata.category(letter) == "So" for letter in one.text)
        or re.search(r":[a-z_]+:(?!/)", one.text)
    ]

    assert not signs, listed(signs)


def test_members_meet_six_words() -> None:
    """Level, skill, example, note, kudos, plan: none of the words of the code reaches members."""
    heard = [
        one
        for one in in_slack()
        if JARGON.search(_BLANK.sub("", one.text))
        and one.file not in FOR_OWNERS
        and (one.file, one.name) not in OF_OWNERS
        and one.text not in OF_LEADS
    ]

    assert not heard, listed(heard)


def test_nobody_is_made_to_feel_guilty() -> None:
    """Nothing counts what somebody has left undone."""
    blaming = [one for one in in_slack() if GUILT.search(one.text)]

    assert not blaming, listed(blaming)


@pytest.mark.parametrize("key", [*SENTENCES, *PROBLEMS, *PAST_PROBLEMS, *ERRORS])
def test_a_refusal_says_what_to_do(key: str) -> None:
    """Every refusal is short, and says what happened and what to do, or at least what to do."""
    found = [said[key] for said in (SENTENCES, PROBLEMS, PAST_PROBLEMS, ERRORS) if key in said]

    for sentence in found:
        assert len(sentence) <= LONGEST_REFUSAL
        assert _BLANK.sub("", sentence).endswith(".")
        assert len(_PARTS.split(sentence)) > 1 or sentence.startswith(DOING)


def test_an_empty_place_says_what_to_do() -> None:
    """Where there is nothing yet, a second part says what to do, or what would stand there."""
    empty = [
        one for one in in_slack() if _EMPTY.match(one.name) and one.text[0].isupper() and " " in one.text
    ]
    bare = [one for one in empty if len(_PARTS.split(one.text)) < 2]

    assert len(empty) > 8
    assert not bare, listed(bare)


def test_titles_fit() -> None:
    """Slack takes 24 characters for a title; nothing that is said is longer than a short paragraph."""
    titles = [one for one in in_slack() if one.name.endswith("TITLE") and _is_of_a_modal(one)]
    long = [one for one in titles if len(one.text) > LONGEST_TITLE] + [
        one for one in everything() if len(one.text) > LONGEST
    ]

    assert not long, listed(long)


def _is_of_a_modal(one: Said) -> bool:
    """Whether a title is a modal's: a question before an act has more room, and a mapping heads lists."""
    held = getattr(importlib.import_module(f"bot.words.{one.file}"), one.name)
    return isinstance(held, str) and not one.name.startswith("SURE")
