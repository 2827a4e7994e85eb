"""Observations: they wait until they are read or answered, and are answered once."""

from storage.choices import EvidenceSource
from storage.evidence import add_evidence, get_evidence
from storage.observations import add_reply, mark_read, observations_unread
from storage.session import Database
from tests.storage.builders import DAY, NOON, OURS, U1, U2, U3, at_once, some_evidence

OBSERVED = EvidenceSource.OBSERVATION


async def keep(database: Database, *names: str) -> None:
    """Keep what U1 saw U2 do, each a day after the one before."""
    async with database.write(OURS) as workspace:
        for day, name in enumerate(names):
            at = NOON + day * DAY
            await add_evidence(
                workspace, some_evidence(id=name, author_id=U1, source=OBSERVED, written_at=at)
            )


async def unread(database: Database, owner: str = U2) -> list[str]:
    """What waits for somebody."""
    async with database.read(OURS) as workspace:
        return [piece.id for piece in await observations_unread(workspace, owner)]


async def test_observations_wait_for_whom_they_are_about(store: Database) -> None:
    """The oldest comes first; notes and what is about others do not wait."""
    await keep(store, "e2", "e1")
    async with store.write(OURS) as workspace:
        await add_evidence(workspace, some_evidence(id="e3"))
        await add_evidence(workspace, some_evidence(id="e4", owner=U3, author_id=U2, source=OBSERVED))

    assert await unread(store) == ["e2", "e1"]
    assert await unread(store, U1) == []


async def test_what_is_read_or_answered_waits_no_more(store: Database) -> None:
    """Either is enough, and the rest waits on."""
    await keep(store, "e1", "e2", "e3")
    async with store.write(OURS) as workspace:
        await mark_read(workspace, "e1", NOON)
        await add_reply(workspace, "e2", "So it was", NOON)

    assert await unread(store) == ["e3"]


async def test_the_first_reading_counts(store: Database) -> None:
    """Reading again leaves the moment as it was."""
    await keep(store, "e1")
    async with store.write(OURS) as workspace:
        await mark_read(workspace, "e1", NOON)
        await mark_read(workspace, "e1", NOON + DAY)

        assert (await get_evidence(workspace, "e1")).read_at == NOON


async def test_an_answer_is_given_once_at_once(store: Database) -> None:
    """Of several answers at the same moment one is kept, with its date; the others are told so."""
    await keep(store, "e1")

    async def answer(number: int) -> bool:
        async with store.write(OURS) as workspace:
            return await add_reply(workspace, "e1", f"Answer {number}", NOON + number * DAY)

    given = await at_once(*(answer(number) for number in range(4)))

    async with store.read(OURS) as workspace:
        piece = await get_evidence(workspace, "e1")
    assert (given.count(True), given.count(False)) == (1, 3)
    assert piece.reply == f"Answer {given.index(True)}"
    assert piece.replied_at == NOON + given.index(True) * DAY
