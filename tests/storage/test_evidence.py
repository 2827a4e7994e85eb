"""Evidence: kept whole, listed for those in sight of it, widened only by its owner; and the reader log."""

from dataclasses import replace

import pytest

from storage.choices import EvidenceSource
from storage.errors import NotFound
from storage.evidence import (
    add_evidence,
    add_openings,
    evidence_among,
    evidence_of,
    find_kept,
    get_evidence,
    newest_day,
    openings_of,
    share_evidence,
)
from storage.kudos import add_kudos
from storage.records import Evidence, Mark, Sight, Witness
from storage.session import Database
from tests.storage.builders import (
    AS_MANAGER,
    DAY,
    NOON,
    OURS,
    TODAY,
    U1,
    U2,
    U3,
    U4,
    as_manager,
    at_once,
    some_evidence,
    some_kudos,
    some_opening,
    some_sight,
)

YEAR = 365 * DAY
MARKS = (
    Mark(framework="engineering", competency="delivery", behaviour="ships"),
    Mark(framework="engineering", competency="clarity"),
    Mark(framework="engineering", competency=None, milestone="led"),
)
SEEN = Witness(person_id=U1, text_version=1, at=NOON)
OBSERVED = some_evidence(source=EvidenceSource.OBSERVATION, is_shared=True)
FROM_KUDOS = some_evidence(author_id=U1, source=EvidenceSource.KUDOS, kudos_id="k1", witnesses=(SEEN,))


async def keep(database: Database, *pieces: Evidence) -> None:
    """Keep pieces, one after the other."""
    async with database.write(OURS) as workspace:
        for piece in pieces:
            assert await add_evidence(workspace, piece)


async def listed(database: Database, sight: Sight) -> list[str]:
    """Ids of the pieces in a sight, as they are listed."""
    async with database.read(OURS) as workspace:
        found = await evidence_of(workspace, sight, since=TODAY - YEAR, until=TODAY)
    return [piece.id for piece in found]


async def test_a_piece_comes_back_as_it_was(store: Database) -> None:
    """A piece is kept whole, its marks in the order in which they were made."""
    piece = some_evidence(
        text="Größte Mühe 🌱\n",
        link="https://fernhill.example/p1",
        is_favourable=False,
        is_shared=True,
        text_version=3,
        read_at=NOON - DAY,
        reply="Größte Freude",
        replied_at=NOON,
        marks=MARKS,
        witnesses=(SEEN, replace(SEEN, person_id=U3, text_version=3)),
        readers=(as_manager(U3), as_manager(U4)),
    )
    await keep(store, piece, some_evidence(id="e2"))

    async with store.read(OURS) as workspace:
        assert await get_evidence(workspace, "e1") == piece
        assert await evidence_among(workspace, ["e2", "gone"]) == {"e2": some_evidence(id="e2")}


async def test_an_unknown_piece_is_not_found(store: Database) -> None:
    """A piece that is not there is NotFound, and kudos that nobody kept are no piece."""
    async with store.read(OURS) as workspace:
        with pytest.raises(NotFound, match="gone"):
            await get_evidence(workspace, "gone")
        assert await find_kept(workspace, "k1") is None


async def test_kudos_are_kept_once(store: Database) -> None:
    """Kudos that are a note already are not kept again, and nothing of a second note stays."""
    async with store.write(OURS) as workspace:
        await add_kudos(workspace, some_kudos())
        assert await add_evidence(workspace, FROM_KUDOS)
        assert not await add_evidence(workspace, replace(FROM_KUDOS, id="e2", marks=MARKS))

        assert await find_kept(workspace, "k1") == "e1"
        assert await evidence_among(workspace, ["e1", "e2"]) == {"e1": FROM_KUDOS}


async def test_kudos_are_kept_once_at_once(store: Database) -> None:
    """Of many who keep the same kudos at the same moment, one does."""
    async with store.write(OURS) as workspace:
        await add_kudos(workspace, some_kudos())

    async def keep_as(name: str) -> bool:
        async with store.write(OURS) as workspace:
            return await add_evidence(workspace, replace(FROM_KUDOS, id=name, marks=MARKS))

    kept = await at_once(*(keep_as(f"e{n}") for n in range(6)))

    assert (kept.count(True), kept.count(False)) == (1, 5)


async def test_an_owner_reads_all_of_theirs(store: Database) -> None:
    """The subject's list has all that they own, private or shared, and nothing that others own."""
    await keep(
        store,
        some_evidence(id="e1"),
        some_evidence(id="e2", is_shared=True),
        some_evidence(id="e3", owner=U1, author_id=U2, is_shared=True, readers=(as_manager(U2),)),
    )

    assert await listed(store, some_sight(of=U2, to=U2)) == ["e1", "e2"]


async def test_a_manager_reads_what_is_shared_with_them(store: Database) -> None:
    """A manager reads a shared piece that names them while in sight as manager, and nothing else."""
    await keep(
        store,
        some_evidence(id="e1", is_shared=True, readers=(as_manager(U3),)),
        some_evidence(id="e2", is_shared=False, readers=(as_manager(U3),)),
        some_evidence(id="e3", is_shared=True, readers=(as_manager(U4),)),
        some_evidence(id="e4", is_shared=True),
    )

    assert await listed(store, some_sight(of=U2, to=U3, readings=AS_MANAGER)) == ["e1"]
    assert await listed(store, some_sight(of=U2, to=U3)) == []


async def test_a_witness_reads_what_they_confirmed(store: Database) -> None:
    """A witness reads a piece as long as its text is the one that they confirmed, shared or not."""
    await keep(
        store,
        some_evidence(id="e1", witnesses=(SEEN,)),
        some_evidence(id="e2", witnesses=(SEEN,), text_version=2),
        some_evidence(id="e3", witnesses=(replace(SEEN, person_id=U3),)),
    )

    assert await listed(store, some_sight(of=U2, to=U1)) == ["e1"]


async def test_an_observation_is_read_by_its_author_and_whom_it_names(store: Database) -> None:
    """Its author for good, a manager that it names while in sight as such, and no witness beside them."""
    await keep(
        store,
        replace(OBSERVED, id="e1", author_id=U1),
        replace(OBSERVED, id="e2", author_id=U3, readers=(as_manager(U1),)),
        replace(OBSERVED, id="e3", author_id=U3, witnesses=(SEEN,)),
        some_evidence(id="e4", author_id=U1),
    )

    assert await listed(store, some_sight(of=U2, to=U1)) == ["e1"]
    assert await listed(store, some_sight(of=U2, to=U1, readings=AS_MANAGER)) == ["e1", "e2"]
    assert await listed(store, some_sight(of=U2, to=U2)) == ["e1", "e2", "e3", "e4"]


async def test_days_bound_a_list(store: Database) -> None:
    """A list goes from the first day to the last, both included, oldest first, and stops at its limit."""
    await keep(
        store,
        some_evidence(id="e5", happened_on=TODAY),
        some_evidence(id="e4", happened_on=TODAY - DAY),
        some_evidence(id="e2", happened_on=TODAY - 2 * DAY),
        some_evidence(id="e3", happened_on=TODAY - 2 * DAY),
        some_evidence(id="e1", happened_on=TODAY - 3 * DAY),
    )
    sight, first, last = some_sight(of=U2, to=U2), TODAY - 2 * DAY, TODAY - DAY
    async with store.read(OURS) as workspace:
        whole = await evidence_of(workspace, sight, since=first, until=last)
        assert [piece.id for piece in whole] == ["e2", "e3", "e4"]
        assert await evidence_of(workspace, sight, since=first, until=last, limit=1) == whole[:1]


async def test_the_newest_day_is_that_of_what_is_in_sight(store: Database) -> None:
    """The newest day is the owner's last note for the owner, and for others the last that they may read."""
    await keep(
        store,
        some_evidence(id="e1", happened_on=TODAY),
        some_evidence(id="e2", happened_on=TODAY - DAY, is_shared=True, readers=(as_manager(U3),)),
        some_evidence(id="e3", happened_on=TODAY - 2 * DAY, is_shared=True, readers=(as_manager(U3),)),
    )
    async with store.read(OURS) as workspace:
        assert await newest_day(workspace, some_sight(of=U2, to=U2)) == TODAY
        assert await newest_day(workspace, some_sight(of=U2, to=U3, readings=AS_MANAGER)) == TODAY - DAY
        assert await newest_day(workspace, some_sight(of=U2, to=U4, readings=AS_MANAGER)) is None


async def test_sharing_widens_one_piece(store: Database) -> None:
    """Sharing adds readers to one piece and takes none away; done again it changes nothing."""
    await keep(store, some_evidence(id="e1", readers=(as_manager(U4),)), some_evidence(id="e2"))
    async with store.write(OURS) as workspace:
        await share_evidence(workspace, "e1", [as_manager(U3)])
        await share_evidence(workspace, "e1", [as_manager(U3)])

        shared = some_evidence(id="e1", is_shared=True, readers=(as_manager(U3), as_manager(U4)))
        assert await evidence_among(workspace, ["e1", "e2"]) == {"e1": shared, "e2": some_evidence(id="e2")}


async def test_openings_are_logged_once_a_day(store: Database) -> None:
    """Who opened what is logged once for a day; another day, person or thing is another line."""
    async with store.write(OURS) as workspace:
        await add_openings(workspace, [some_opening(), some_opening(), some_opening(thing_id="e2")])
        await add_openings(workspace, [some_opening(), some_opening(reader=U3)])
        await add_openings(workspace, [some_opening(on=TODAY + DAY)])

        assert await openings_of(workspace, U1, since=TODAY) == (
            some_opening(on=TODAY + DAY),
            some_opening(),
            some_opening(thing_id="e2"),
            some_opening(reader=U3),
        )


async def test_openings_are_seen_by_their_subject(store: Database) -> None:
    """The log of a person has what was opened of theirs from a day on, and nothing of others'."""
    async with store.write(OURS) as workspace:
        await add_openings(workspace, [some_opening(on=TODAY - DAY), some_opening(on=TODAY)])
        await add_openings(workspace, [some_opening(subject=U3, reader=U1)])

        assert await openings_of(workspace, U1, since=TODAY) == (some_opening(on=TODAY),)


async def test_nothing_opened_is_nothing_logged(store: Database) -> None:
    """Logging no openings is not an error."""
    async with store.write(OURS) as workspace:
        await add_openings(workspace, [])

        assert await openings_of(workspace, U1, since=TODAY) == ()
