"""What the operator is told when the store cannot be used."""

import pytest

from bot.words.operating import storage_refused
from storage.errors import BrokenReferences, Conflict, StorageError, Unreachable, WrongSchema


@pytest.mark.parametrize(
    ("error", "parts"),
    [
        (Unreachable("no such folder"), ("cannot be reached (no such folder)", "TRELLIS_DATABASE_URL")),
        (WrongSchema(None, "0002"), ("has no tables yet", "trellis migrate")),
        (WrongSchema("0001", "0002"), ("at schema 0001", "needs 0002", "trellis migrate")),
        (WrongSchema("0003", "0002"), ("at schema 0003", "knows 0002", "Install a newer Trellis")),
        (BrokenReferences(["people", "rollout"]), ("people and rollout", "Restore a backup")),
        (Conflict("pair", "a1"), ("conflict on pair a1", "try again")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_storage_is_told_with_a_next_step(error: StorageError, parts: tuple[str, ...]) -> None:
    """Each refusal of storage becomes a sentence that says what is wrong and what to do."""
    said = storage_refused(error)

    assert all(part in said for part in parts)
    assert said.endswith(".")
