"""What is said of a person's own data."""

from bot.domain.rights import UNTOLD
from bot.words.rights_labels import HEADINGS, LABELS
from storage.rights import NOTHING, RULES
from storage.tables import metadata


def test_every_table_that_is_taken_along_has_a_heading() -> None:
    """Nothing of an export is left out of the page that is read."""
    taken = {name for name, rule in RULES.items() if rule.taken is not NOTHING}

    assert set(HEADINGS) == taken, "bot/words/rights_labels.py lacks a heading, or has one too many"


def test_every_column_that_is_told_has_a_label() -> None:
    """Each column of those tables is told by a name, or left to the data for programs."""
    columns = {
        column.name
        for name in HEADINGS
        for column in metadata.tables[name].columns
        if column.name not in {"workspace_id", *UNTOLD, *RULES[name].withheld}
    }

    assert columns == set(LABELS), "bot/words/rights_labels.py lacks a label, or has one too many"
