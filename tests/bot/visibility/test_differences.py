"""Inference counts as reading: what somebody may not read changes nothing of what they see (DESIGN 5.2).

Two worlds differ in one thing. Whoever may not read it is shown the same in both, letter for letter: every
word, Home, messages and their order, prompts, counts, and what they could take along.
"""

import asyncio
import shutil
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from tests.bot.visibility.company import PEOPLE
from tests.bot.visibility.differing import CHANGES, LOOKERS, MORE, Change, lived
from tests.databases import sqlite_url
from tests.world import world

pytestmark = pytest.mark.slow


def _life(template: Path, folder: Path, change: Change | None) -> dict[str, str]:
    """What everybody was shown in one world."""
    address = sqlite_url(shutil.copyfile(template, folder / "store.db"))

    async def live() -> dict[str, str]:
        async with world(address, people=PEOPLE) as here:
            return await lived(here, change)

    return asyncio.run(live())


@pytest.fixture(scope="module")
def without(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The world in which nothing more happens."""
    return _life(sqlite_template, tmp_path_factory.mktemp("without"), None)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_whoever_may_not_read_it_is_shown_the_same(
    without: dict[str, str], sqlite_template: Path, tmp_path: Path, change: Change
) -> None:
    """Letter for letter, but for Slack's numbers; of those who may, somebody is shown something else."""
    with_it = _life(sqlite_template, tmp_path, change)

    differing = {person for person in LOOKERS if with_it[person] != without[person]}
    told = {person: _first_of(without[person], with_it[person]) for person in differing - change.may}
    assert not told
    assert differing & change.may
    assert not [person for person in LOOKERS if person not in change.may and MORE in with_it[person]]


def _first_of(one: str, other: str) -> str:
    """Where two texts begin to differ."""
    before, after = one.replace(", ", ",\n").split("\n"), other.replace(", ", ",\n").split("\n")
    return "\n".join(islice(unified_diff(before, after, lineterm="", n=3), 40))
