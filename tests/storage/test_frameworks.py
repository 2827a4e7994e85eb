"""Published framework versions: by content, never changed."""

import pytest

from storage.errors import NotFound
from storage.frameworks import (
    add_version,
    find_head,
    get_version,
    head_ids,
    heads,
    publication_times,
    set_head,
)
from storage.session import Database
from tests.storage.builders import DAY, NOON, OURS, U1, at_once, some_version

V1 = some_version()  # `begin` published it
PRODUCT = some_version(id="v3", framework="product")


async def test_a_version_comes_back_as_it_was(store: Database) -> None:
    """A version is kept whole, to the letter."""
    version = some_version(id="v2", digest="d2", content='{"title": "Größe 🌱"}\n', published_by=U1)
    async with store.write(OURS) as workspace:
        assert await add_version(workspace, version) == version

        assert await get_version(workspace, "v2") == version


async def test_the_same_content_is_the_same_version(store: Database) -> None:
    """Content that was published before comes back as the version that it was then."""
    async with store.write(OURS) as workspace:
        again = await add_version(workspace, some_version(id="v2", digest=V1.digest, title="Engineers"))

        assert again == V1
        with pytest.raises(NotFound, match="v2"):
            await get_version(workspace, "v2")


async def test_two_clusters_may_share_content(store: Database) -> None:
    """The same content under another cluster's id is another version."""
    async with store.write(OURS) as workspace:
        assert await add_version(workspace, PRODUCT) == PRODUCT


async def test_replicas_publish_once(store: Database) -> None:
    """Of many who publish the same content at once, all get the one version that was kept."""

    async def publish(name: str) -> str:
        async with store.write(OURS) as workspace:
            return (await add_version(workspace, some_version(id=name, digest="new"))).id

    assert len(set(await at_once(*(publish(f"v1{n}") for n in range(6))))) == 1


async def test_one_version_counts(store: Database) -> None:
    """The version that counts for a cluster is the one that was last said to; older ones stay."""
    async with store.write(OURS) as workspace:
        second = await add_version(workspace, some_version(id="v2", digest="d2"))
        await set_head(workspace, "engineering", V1.id)
        await set_head(workspace, "engineering", second.id)

        assert await find_head(workspace, "engineering") == second
        assert await get_version(workspace, V1.id) == V1


async def test_clusters_have_heads_of_their_own(store: Database) -> None:
    """Every cluster with a published version has one that counts; a version that none names counts not."""
    async with store.write(OURS) as workspace:
        await add_version(workspace, PRODUCT)
        await set_head(workspace, "product", PRODUCT.id)
        assert await heads(workspace) == (PRODUCT,)
        await set_head(workspace, "engineering", V1.id)

        assert await heads(workspace) == (V1, PRODUCT)
        assert await head_ids(workspace) == {"engineering": "v1", "product": "v3"}
        assert await find_head(workspace, "design") is None


async def test_a_version_may_count_again(store: Database) -> None:
    """Going back to older content makes its old version count again, without a copy."""
    async with store.write(OURS) as workspace:
        await add_version(workspace, some_version(id="v2", digest="d2"))
        await set_head(workspace, "engineering", "v2")
        older = await add_version(workspace, some_version(id="v9", published_at=NOON))
        await set_head(workspace, "engineering", older.id)

        assert await find_head(workspace, "engineering") == V1


async def test_times_of_publication(store: Database) -> None:
    """It is known when each version of a cluster was published, oldest first, and of no other cluster."""
    async with store.write(OURS) as workspace:
        await add_version(workspace, some_version(id="v2", digest="d2", published_at=NOON + DAY))
        await add_version(workspace, some_version(id="v4", digest="d4", published_at=NOON - DAY))
        await add_version(workspace, PRODUCT)

        assert await publication_times(workspace, "engineering") == (NOON - DAY, NOON, NOON + DAY)
