"""Kudos: kept whole, listed for those in sight of them, kept as a note once."""

import pytest

from storage.choices import EvidenceSource
from storage.errors import NotFound
from storage.evidence import add_evidence
from storage.kudos import add_kudos, get_kudos, kudos_not_kept, kudos_received
from storage.records import Kudos, Sight
from storage.session import Database
from tests.storage.builders import (
    AS_MANAGER,
    DAY,
    MICROSECOND,
    NOON,
    OURS,
    U1,
    U2,
    U3,
    U4,
    as_manager,
    some_evidence,
    some_kudos,
    some_sight,
)


async def keep(database: Database, *thanks: Kudos) -> None:
    """Keep kudos, one after the other."""
    async with database.write(OURS) as workspace:
        for one in thanks:
            await add_kudos(workspace, one)


async def received(database: Database, sight: Sight, **how: int) -> list[str]:
    """Ids of the kudos in a sight, as they are listed."""
    async with database.read(OURS) as workspace:
        return [one.id for one in await kudos_received(workspace, sight, since=NOON - DAY, **how)]


async def test_kudos_come_back_as_given(store: Database) -> None:
    """Kudos are kept whole: words, skills and those who may read them."""
    thanks = some_kudos(
        text="Größte Mühe 🌱\n",
        is_open_to_manager=True,
        framework="engineering",
        competencies=("clarity", "delivery"),
        readers=(as_manager(U3), as_manager(U4)),
    )
    await keep(store, thanks, some_kudos(id="k2", is_public=True))

    async with store.read(OURS) as workspace:
        assert await get_kudos(workspace, "k1") == thanks
        assert await get_kudos(workspace, "k2") == some_kudos(id="k2", is_public=True)


async def test_unknown_kudos_are_not_found(store: Database) -> None:
    """Kudos that are not there are NotFound."""
    async with store.read(OURS) as workspace:
        with pytest.raises(NotFound, match="gone"):
            await get_kudos(workspace, "gone")


@pytest.mark.parametrize("is_public", [True, False])
async def test_giver_and_receiver_read_all(store: Database, is_public: bool) -> None:
    """Whoever gave kudos and whoever got them read them, public or quiet."""
    await keep(store, some_kudos(giver=U1, receiver=U2, is_public=is_public))

    assert await received(store, some_sight(of=U2, to=U2)) == ["k1"]
    assert await received(store, some_sight(of=U2, to=U1)) == ["k1"]


async def test_the_rollout_reads_public_kudos(store: Database) -> None:
    """Who sees public things reads public kudos, and no quiet ones; who does not reads none."""
    await keep(store, some_kudos(id="k1", is_public=True), some_kudos(id="k2"))

    assert await received(store, some_sight(of=U2, to=U4, sees_public=True)) == ["k1"]
    assert await received(store, some_sight(of=U2, to=U4)) == []


async def test_a_manager_reads_what_names_them(store: Database) -> None:
    """A manager reads quiet kudos that name them while they are in sight as manager, and no others."""
    await keep(
        store,
        some_kudos(id="k1", readers=(as_manager(U3),)),
        some_kudos(id="k2", readers=(as_manager(U4),)),
        some_kudos(id="k3"),
    )

    assert await received(store, some_sight(of=U2, to=U3, readings=AS_MANAGER)) == ["k1"]
    assert await received(store, some_sight(of=U2, to=U3)) == []


async def test_lists_are_of_one_subject(store: Database) -> None:
    """A list holds only what its subject received, even where the viewer may read more."""
    await keep(
        store,
        some_kudos(id="k1", giver=U1, receiver=U2),
        some_kudos(id="k2", giver=U2, receiver=U1),
        some_kudos(id="k3", giver=U1, receiver=U3),
    )

    assert await received(store, some_sight(of=U2, to=U1)) == ["k1"]


async def test_the_newest_come_first(store: Database) -> None:
    """Kudos are listed newest first, as many as asked for, back to a moment that is included."""
    await keep(
        store,
        some_kudos(id="k1", given_at=NOON - DAY),
        some_kudos(id="k2", given_at=NOON),
        some_kudos(id="k3", given_at=NOON),
        some_kudos(id="k0", given_at=NOON - DAY - MICROSECOND),
    )
    sight = some_sight(of=U2, to=U2)

    assert await received(store, sight) == ["k3", "k2", "k1"]
    assert await received(store, sight, limit=2) == ["k3", "k2"]


async def test_kept_ones_no_longer_wait(store: Database) -> None:
    """Kudos wait for their receiver until they are a note; those of others are not listed."""
    await keep(
        store,
        some_kudos(id="k1"),
        some_kudos(id="k2", given_at=NOON + DAY),
        some_kudos(id="k3"),
        some_kudos(id="k4", giver=U2, receiver=U1),
    )
    kept = some_evidence(owner=U2, author_id=U1, source=EvidenceSource.KUDOS, kudos_id="k1")
    async with store.write(OURS) as workspace:
        await add_evidence(workspace, kept)

        assert [one.id for one in await kudos_not_kept(workspace, U2)] == ["k2", "k3"]
        assert [one.id for one in await kudos_not_kept(workspace, U2, limit=1)] == ["k2"]
