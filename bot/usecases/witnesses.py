"""Asking who saw it: each confirms one exact text, reads nothing else, and may take it back (DESIGN 5.1)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.domain.notes import EvidenceSeen
from bot.domain.visibility import may_read
from bot.domain.witnesses import (
    WitnessSeen,
    asked_anew,
    check_answer,
    check_asked,
    check_change,
    facts_of_ask,
)
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.notes import evidence_for
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.viewers import viewer_of
from storage.choices import WitnessAsk
from storage.errors import NotFound
from storage.evidence import get_evidence
from storage.people import get_person
from storage.records import AskedWitness, Person, Witness
from storage.session import Workspace
from storage.witnesses import (
    asked_of,
    asks_waiting,
    change_text,
    find_asked,
    hold_piece,
    put_asked,
    put_witness,
    remove_witness,
)


async def open_own(deps: Deps, owner: Person, evidence_id: str) -> EvidenceSeen:
    """A note in the owner's own words, to ask about or to change; raises NotFoundForYou for any other."""
    async with deps.read() as workspace:
        return await _own(workspace, deps, owner, evidence_id)


async def ask_witnesses(deps: Deps, owner: Person, evidence_id: str, chosen: tuple[str, ...]) -> EvidenceSeen:
    """Ask people whether they saw it; who was asked before is not asked again, whatever they said.

    Raises Invalid at `people`, and NotFoundForYou for a note that is not in the owner's own words.
    """
    people = [await introduce(deps, one) for one in chosen]
    async with deps.write() as workspace:
        seen = await _own(workspace, deps, owner, evidence_id)
        await hold_piece(workspace, evidence_id)
        new = check_asked(owner, people, await asked_of(workspace, evidence_id))
        version = seen.piece.text_version
        asked = [
            AskedWitness(
                evidence_id=evidence_id,
                person_id=person.id,
                text_version=version,
                state=WitnessAsk.ASKED,
                asked_at=deps.today(),
            )
            for person in new
        ]
        await put_asked(workspace, asked)
        await _owe_questions(workspace, deps, asked)
        shown = await _own(workspace, deps, owner, evidence_id)
    deps.wake()
    return shown


async def change_note(
    deps: Deps, owner: Person, evidence_id: str, text: str, version: int | None
) -> EvidenceSeen:
    """The owner words a note anew: nobody has confirmed that text, and who had, or was asked, is asked again.

    Raises Invalid at `text`, NotAllowed where it was changed meanwhile, NotFoundForYou as `ask_witnesses`.
    """
    async with deps.write() as workspace:
        seen = await _own(workspace, deps, owner, evidence_id)
        words = check_change(seen.piece, text, version)
        if words != seen.piece.text:
            if not await change_text(workspace, evidence_id, words, seen.piece.text_version):
                raise NotAllowed("text_changed")
            before = await asked_of(workspace, evidence_id)
            again = asked_anew(before, seen.piece.text_version + 1, deps.today())
            await put_asked(workspace, again)
            await _owe_questions(workspace, deps, again)
            await owe_home(workspace, deps, owner.id)
        shown = await _own(workspace, deps, owner, evidence_id)
    deps.wake()
    return shown


async def open_ask(deps: Deps, viewer: Person, evidence_id: str) -> WitnessSeen:
    """The text that somebody is asked about; raises NotFoundForYou for all others, and once they declined."""
    async with deps.read() as workspace:
        return await ask_for(workspace, viewer.id, evidence_id)


async def answer_ask(
    deps: Deps, viewer: Person, evidence_id: str, version: int | None, *, confirms: bool
) -> WitnessSeen:
    """Somebody says that they saw it, or rather not; the second also takes back what was confirmed.

    The owner hears of a confirmation alone: that somebody declined looks as if they had not answered yet.
    Raises NotFoundForYou for who was not asked, NotAllowed where the text was changed since.
    """
    async with deps.write() as workspace:
        seen = await ask_for(workspace, viewer.id, evidence_id)
        asked = check_answer(await find_asked(workspace, evidence_id, viewer.id), seen.piece, version)
        state = WitnessAsk.CONFIRMED if confirms else WitnessAsk.DECLINED
        if asked.state is not state:
            await put_asked(workspace, [replace(asked, state=state)])
            await _keep_answer(workspace, deps, viewer, seen, confirms=confirms)
            await owe_home(workspace, deps, viewer.id, seen.owner.id)
    deps.wake()
    return replace(seen, asked=replace(asked, state=state))


async def ask_for(workspace: Workspace, viewer_id: str, evidence_id: str) -> WitnessSeen:
    """As open_ask, within a transaction."""
    asked = await find_asked(workspace, evidence_id, viewer_id)
    try:
        piece = await get_evidence(workspace, evidence_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if asked is None or not may_read(await viewer_of(workspace, viewer_id), facts_of_ask(asked, piece)):
        raise NotFoundForYou("not_yours")
    return WitnessSeen(piece=piece, owner=await get_person(workspace, piece.owner_id), asked=asked)


async def confirmed_for(workspace: Workspace, owner_id: str, evidence_id: str, by: str) -> Person:
    """Who confirmed a note of an owner's, as long as they do; raises NotFoundForYou."""
    asked = await find_asked(workspace, evidence_id, by)
    try:
        piece = await get_evidence(workspace, evidence_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if piece.owner_id != owner_id or asked is None or asked.state is not WitnessAsk.CONFIRMED:
        raise NotFoundForYou("not_yours")
    return await get_person(workspace, by)


async def asks_for(workspace: Workspace, person_id: str) -> tuple[WitnessSeen, ...]:
    """All that a person was asked and has not answered."""
    return tuple(
        [
            await ask_for(workspace, person_id, one.evidence_id)
            for one in await asks_waiting(workspace, person_id)
        ]
    )


async def _own(workspace: Workspace, deps: Deps, owner: Person, evidence_id: str) -> EvidenceSeen:
    seen = await evidence_for(workspace, deps, owner.id, evidence_id)
    if not seen.may_change:
        raise NotFoundForYou("not_yours")
    return seen


async def _keep_answer(
    workspace: Workspace, deps: Deps, viewer: Person, seen: WitnessSeen, *, confirms: bool
) -> None:
    if not confirms:
        await remove_witness(workspace, seen.piece.id, viewer.id)
        return
    version = seen.piece.text_version
    await put_witness(
        workspace, seen.piece.id, Witness(person_id=viewer.id, text_version=version, at=deps.today())
    )
    told = owed(
        deps, Kind.WITNESS_CONFIRMED, seen.owner.id, seen.piece.id, occurrence=f"{viewer.id}:{version}"
    )
    await owe(workspace, deps, told)


async def _owe_questions(workspace: Workspace, deps: Deps, asked: Sequence[AskedWitness]) -> None:
    questions = [
        owed(deps, Kind.WITNESS_ASKED, one.person_id, one.evidence_id, occurrence=str(one.text_version))
        for one in asked
    ]
    await owe(workspace, deps, *questions)
    await owe_home(workspace, deps, *(one.person_id for one in asked))
