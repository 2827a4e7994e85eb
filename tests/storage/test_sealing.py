"""The keys of private words: told apart, missed, and changed (DESIGN 5.14)."""

import pytest

from storage.checks import add_check
from storage.errors import KeyMissing
from storage.sealing import check_keys, count_unsealed, keys_in_use, seal_page, sealed_columns
from storage.session import Database
from storage.types import KeyRing
from tests.databases import opened
from tests.storage.builders import OURS, begin
from tests.storage.checked import some_check
from tests.storage.test_sealed import SECRET, confide, raw

OLD, NEW, OTHER = ("old", b"o" * 32), ("new", b"n" * 32), ("new", b"x" * 32)
COLUMNS = len(list(sealed_columns()))


async def told(address: str, *keys: tuple[str, bytes]) -> None:
    """A store in which everything that people write was written with some keys."""
    async with opened(address, KeyRing(keys)) as database:
        await begin(database)
        async with database.write(OURS) as workspace:
            await confide(workspace)


async def rotated(database: Database, most: int = 500) -> list[int]:
    """The pages of a rotation to its end."""
    pages = [0]
    while not pages[1:] or pages[-1]:
        async with database.write(OURS) as workspace:
            pages.append(await seal_page(workspace, most))
    return pages[1:-1]


@pytest.mark.parametrize("before", [(), (OLD,)], ids=["plain", "old"])
async def test_everything_is_sealed_with_the_newest(
    address: str, before: tuple[tuple[str, bytes], ...]
) -> None:
    """After a rotation the new key alone opens every word, and each is what it was."""
    await told(address, *before)
    async with opened(address, KeyRing((NEW, OLD))) as database:
        await rotated(database)
    async with opened(address, KeyRing((NEW,))) as database, database.read(OURS) as workspace:
        found = await keys_in_use(workspace)
        words = [
            word
            for column in sealed_columns()
            for word in await workspace.session.scalars(column.table.select().with_only_columns(column))
        ]

        assert found.words == {"new": COLUMNS}
        assert not found.missing
        assert all(SECRET in word for word in words)


async def test_a_rotation_goes_on_where_it_was_cut_short(address: str) -> None:
    """Pages are small, what is done stays done, and a second run does the rest and no more."""
    await told(address, OLD)
    async with opened(address, KeyRing((NEW, OLD))) as database:
        async with database.write(OURS) as workspace:
            first = await seal_page(workspace, 5)
        async with database.read(OURS) as workspace:
            left = await count_unsealed(workspace)
        pages = await rotated(database, 5)

        assert first == 5
        assert left == COLUMNS - 5 == sum(pages)
        assert not await rotated(database)


@pytest.mark.parametrize("keys", [(NEW,), ()], ids=["another", "none"])
async def test_a_lost_key_changes_nothing(address: str, keys: tuple[tuple[str, bytes], ...]) -> None:
    """Without the key, a look and a rotation say which it is, and every byte stays as it was."""
    await told(address, OLD)
    async with opened(address, KeyRing(keys)) as database:
        async with database.read(OURS) as workspace:
            before = [await raw(workspace, column) for column in sealed_columns()]
            assert (await keys_in_use(workspace)).missing == ("old",)
            with pytest.raises(KeyMissing, match="old"):
                await check_keys(workspace)
        with pytest.raises(KeyMissing, match="old"):
            async with database.write(OURS) as workspace:
                await seal_page(workspace)
        async with database.read(OURS) as workspace:
            assert [await raw(workspace, column) for column in sealed_columns()] == before


async def test_a_wrong_key_is_missed_like_a_lost_one(address: str) -> None:
    """Another key under the same id opens nothing, and it is told."""
    await told(address, NEW)
    async with opened(address, KeyRing((OTHER,))) as database, database.read(OURS) as workspace:
        assert (await keys_in_use(workspace)).missing == ("new",)
        with pytest.raises(KeyMissing):
            await check_keys(workspace)


async def test_words_of_another_workspace_are_not_counted(store: Database) -> None:
    """What is counted is ours."""
    async with store.write(OURS) as workspace:
        await add_check(workspace, some_check())
        assert not (await keys_in_use(workspace)).words
