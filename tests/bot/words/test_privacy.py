"""Who can read what, in words."""

from pathlib import Path

import pytest

from bot.domain.admin import Act
from bot.domain.privacy import Opened
from bot.domain.visibility import TABLE, Relation, Thing
from bot.words.privacy import DONE, OPENED, READABLE, READER, privacy_page, readers

PAGE = Path(__file__).parents[3] / "docs" / "privacy.md"


def test_every_thing_and_relation_has_words() -> None:
    """Nothing of the table is left out of what people read."""
    assert set(READABLE) == set(Thing) == set(TABLE)
    assert set(READER) == set(Relation)


def test_whatever_is_logged_can_be_told() -> None:
    """Each act of a People lead, and each kind of thing that is opened, has words."""
    assert set(DONE) == set(Act)
    assert set(OPENED) == set(Opened)


@pytest.mark.parametrize("thing", Thing)
def test_each_relation_of_the_table_changes_the_line(thing: Thing) -> None:
    """A reader more or less in the table is a reader more or less on the page."""
    whole = readers(thing, TABLE[thing])

    assert all(
        readers(thing, TABLE[thing] - {held}) != whole for held in TABLE[thing] if len(TABLE[thing]) > 1
    )


def test_the_page_in_docs_is_the_table() -> None:
    """docs/privacy.md is what the code obeys; print it anew with privacy_page(TABLE) after a change."""
    assert PAGE.read_text() == privacy_page(TABLE)
