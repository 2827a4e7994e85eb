"""docs/messages.md: every kind of message, as the code has them."""

from collections.abc import Iterator
from pathlib import Path

from bot.domain.messages import MANNERS, Kind
from bot.words.messages import CLASS, TITLE, WHEN, budget, off

PAGE = Path(__file__).parents[3] / "docs" / "messages.md"


def rows() -> Iterator[str]:
    """A row of the table for each kind of message, in the order of the code."""
    for kind in Kind:
        how = CLASS[MANNERS[kind].message_class]
        yield f"| {TITLE[kind]} | {WHEN[kind]} | {how} | {off(kind)} |"


def test_the_page_names_every_kind_of_message() -> None:
    """The table of the page is what the code says: each kind, when it comes, how, and how it is stopped."""
    page = PAGE.read_text(encoding="utf-8")
    table = [line for line in page.splitlines() if line.startswith("| ")]

    assert table[2:] == list(rows()), "\n" + "\n".join(rows())


def test_the_page_says_the_rule() -> None:
    """The budget stands on the page in the words of the settings."""
    assert budget() in PAGE.read_text(encoding="utf-8").replace("\n", " ")


def test_no_two_kinds_are_called_alike() -> None:
    """Each switch can be told from the others."""
    assert len(set(TITLE.values())) == len(Kind)
