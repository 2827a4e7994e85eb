"""Who was asked whether they saw what somebody noted, and who confirmed it."""

from collections.abc import Sequence

from sqlalchemy import and_, bindparam, select

from storage import rows
from storage.choices import WitnessAsk
from storage.records import AskedWitness, Witness
from storage.session import Workspace
from storage.tables import evidence, evidence_witnesses, witness_asks

_OF_PIECE = rows.prepared(witness_asks, witness_asks.c.evidence_id == bindparam("evidence")).order_by(
    witness_asks.c.asked_at, witness_asks.c.person_id
)
_OF_TWO = rows.prepared(
    witness_asks,
    witness_asks.c.evidence_id == bindparam("evidence"),
    witness_asks.c.person_id == bindparam("person"),
)
_WAITING = rows.prepared(
    witness_asks,
    witness_asks.c.person_id == bindparam("person"),
    witness_asks.c.state == WitnessAsk.ASKED,
).order_by(witness_asks.c.asked_at, witness_asks.c.evidence_id)


async def put_asked(workspace: Workspace, asked: Sequence[AskedWitness]) -> None:
    """Ask, or note an answer, in place of what stood there of the same person."""
    for one in asked:
        await rows.put(workspace, witness_asks, rows.values_of(workspace, witness_asks, one))


async def asked_of(workspace: Workspace, evidence_id: str) -> tuple[AskedWitness, ...]:
    """All who were asked about a piece, the first first."""
    found = await rows.rows_of(workspace, _OF_PIECE, evidence=evidence_id)
    return tuple(rows.record(AskedWitness, row) for row in found)


async def find_asked(workspace: Workspace, evidence_id: str, person_id: str) -> AskedWitness | None:
    """The question to one person about a piece, if there was one."""
    found = await rows.find_row(workspace, _OF_TWO, evidence=evidence_id, person=person_id)
    return None if found is None else rows.record(AskedWitness, found)


async def asks_waiting(workspace: Workspace, person_id: str) -> tuple[AskedWitness, ...]:
    """What a person was asked and has not answered, the oldest first."""
    found = await rows.rows_of(workspace, _WAITING, person=person_id)
    return tuple(rows.record(AskedWitness, row) for row in found)


async def hold_piece(workspace: Workspace, evidence_id: str) -> None:
    """Let nobody else ask about a piece, or change it, until the transaction ends."""
    here = select(evidence.c.id).where(evidence.c.workspace_id == workspace.id, evidence.c.id == evidence_id)
    await rows.rows_of(workspace, here.with_for_update())


async def put_witness(workspace: Workspace, evidence_id: str, witness: Witness) -> None:
    """Somebody confirms a text, in place of an older one that they confirmed."""
    row = {
        "evidence_id": evidence_id,
        "person_id": witness.person_id,
        "text_version": witness.text_version,
        "at": witness.at,
    }
    await rows.put(workspace, evidence_witnesses, row)


async def remove_witness(workspace: Workspace, evidence_id: str, person_id: str) -> None:
    """Somebody confirms a piece no more."""
    one = and_(evidence_witnesses.c.evidence_id == evidence_id, evidence_witnesses.c.person_id == person_id)
    await rows.remove(workspace, evidence_witnesses, one)


async def change_text(workspace: Workspace, evidence_id: str, text: str, version: int) -> bool:
    """Write the next version of a piece's text; False where the one that it was made from is not the last."""
    same = and_(evidence.c.id == evidence_id, evidence.c.text_version == version)
    return bool(await rows.change(workspace, evidence, same, text=text, text_version=version + 1))
