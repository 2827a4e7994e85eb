"""Every table has a rule for whoever is erased or asks for what is theirs."""

import pytest
from sqlalchemy import Table

from storage.rights import NOTHING, RULES
from storage.tables import metadata

NO_PERSON = {
    *("workspace_id", "id", "framework", "second_framework", "version_id", "level", "target", "lane"),
    *(
        "kudos_id",
        "event_id",
        "evidence_id",
        "check_id",
        "pair_id",
        "review_id",
        "offer_id",
        "ask_id",
        "feedback_id",
        "thing_id",
        "naming_id",
        "digest_id",
    ),
    *("delivery_id", "channel", "kudos_channel"),
}
"""Columns that hold ids, and never the id of a person."""


def names_people(table: Table) -> set[str]:
    """The columns that may hold the id of a person."""
    short = {column.name for column in table.columns if getattr(column.type, "length", None) == 64}
    is_id = {name for name in short if name.endswith(("_id", "_by")) or name in {"recipient", "shared_with"}}
    return is_id - NO_PERSON


def test_every_table_has_a_rule() -> None:
    """A new table says in storage/rights what of it goes with a person, and what they may take along."""
    assert set(metadata.tables) - set(RULES) == set(), "a table without a rule in storage/rights"
    assert set(RULES) - set(metadata.tables) == set(), "a rule in storage/rights without a table"


@pytest.mark.parametrize("name", metadata.tables)
def test_every_column_that_names_people_is_told_of(name: str) -> None:
    """Whoever stands in a column is erased with the row, or somebody else stands there afterwards."""
    rule, table = RULES[name], metadata.tables[name]
    gone = str(rule.gone.compile())
    told = {column for column in names_people(table) if f"{name}.{column} = :person" in gone}

    untold = names_people(table) - told - set(rule.named) - set(rule.unnamed)
    assert not untold, f"storage/rights does not say what becomes of {name}.{sorted(untold)}"


LASTING = {
    *("workspaces", "people", "rollout", "role_grants", "management", "placements", "steps", "preferences"),
    *("directions", "pairs", "meetings", "framework_versions", "framework_heads", "framework_reviews"),
    *("review_answers", "admin_acts", "pacing", "hidden_hints", "suggestion_counts", "count_reports"),
}
"""What stays as long as its person or the company wants it."""
ELSEWHERE = {"acts", "past_notes", "past_note_marks"}
"""What another part removes: `purge_acts`, `purge_past_notes`."""


@pytest.mark.parametrize("name", sorted(set(metadata.tables) - LASTING - ELSEWHERE))
def test_what_is_not_to_last_has_an_end(name: str) -> None:
    """A new table is kept for a stated time, or stands above among those that last (DESIGN 5.15)."""
    assert RULES[name].kept is not None, f"storage/rights does not say for how long {name} is kept"
    assert RULES[name].old is not NOTHING, f"storage/rights does not say which rows of {name} are old"
