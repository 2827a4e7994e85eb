"""Observations: written by a manager, read by the report at the same moment, and answered (DESIGN 5.7)."""

from dataclasses import dataclass
from datetime import date

from bot.deps import Deps
from bot.domain.marking import Sheet, marks_of
from bot.domain.messages import Kind
from bot.domain.notes import EvidenceSeen, local_day
from bot.domain.observations import ObservationDraft, Observed, check_observation
from bot.domain.texts import check_text
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.marking import sheets_for
from bot.usecases.notes import evidence_for
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.suggestions import learn
from bot.usecases.viewers import viewer_of
from storage.acts import claim_act
from storage.choices import EvidenceSource, Reading
from storage.evidence import add_evidence
from storage.observations import add_reply
from storage.people import people_among
from storage.records import Evidence, FrozenReader, Mark, Person, Witness
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationDesk:
    """What the form needs to know; `report` is None until one of the reports is chosen."""

    reports: tuple[Person, ...]
    report: Person | None
    sheets: tuple[Sheet, ...]
    today: date


async def open_observation(deps: Deps, author: Person, report_id: str | None) -> ObservationDesk:
    """All that the form shows; where nobody is named, an only report is who is meant.

    Raises NotAllowed where nobody reports to the author.
    """
    async with deps.read() as workspace:
        reports = await _reports(workspace, author.id)
        if not reports:
            raise NotAllowed("no_reports", command=deps.command)
        meant = report_id or (next(iter(reports)) if len(reports) == 1 else "")
        report = reports.get(meant)
        return ObservationDesk(
            reports=tuple(sorted(reports.values(), key=lambda person: (person.name, person.id))),
            report=report,
            sheets=await sheets_for(workspace, deps, report.id) if report else (),
            today=local_day(deps.today(), author.zone),
        )


async def observe(deps: Deps, author: Person, draft: ObservationDraft) -> Person:
    """Keep what a manager saw, owe the report its message and return them; a form sent twice acts once.

    Raises Invalid at the field that is wrong, so at `report` for whoever reports to the author no more.
    """
    async with deps.write() as workspace:
        reports = await _reports(workspace, author.id)
        told = check_observation(draft, reports.keys(), local_day(deps.today(), author.zone))
        report = reports[told.report_id]
        marks = marks_of(await sheets_for(workspace, deps, report.id), draft.skills, draft.showed)
        if not await claim_act(workspace, f"observe:{author.id}:{draft.draft}", deps.today()):
            return report
        piece = _piece(deps, author, report, told, marks)
        await add_evidence(workspace, piece)
        await learn(workspace, author.id, told.text, draft.skills)
        await owe(workspace, deps, owed(deps, Kind.OBSERVATION_RECEIVED, report.id, piece.id))
        await owe_home(workspace, deps, report.id)
    deps.wake()
    return report


async def answer_observation(
    deps: Deps, actor: Person, evidence_id: str, text: str, draft: str
) -> EvidenceSeen:
    """The report's one answer, which stands beside it from then on; a form sent twice acts once.

    Raises Invalid at `reply`, NotFoundForYou for everybody else, NotAllowed where another was given before.
    """
    reply = check_text(text, "reply")
    async with deps.write() as workspace:
        piece = (await observation_for(workspace, deps, actor.id, evidence_id)).piece
        if piece.owner_id != actor.id:
            raise NotFoundForYou("not_yours")
        if await claim_act(workspace, f"answer:{actor.id}:{piece.id}:{draft}", deps.today()):
            if not await add_reply(workspace, piece.id, reply, deps.today()):
                raise NotAllowed("answered_already")
            await owe(workspace, deps, owed(deps, Kind.OBSERVATION_ANSWERED, piece.author_id, piece.id))
            await owe_home(workspace, deps, actor.id)
        answered = await evidence_for(workspace, deps, actor.id, piece.id)
    deps.wake()
    return answered


async def observation_for(workspace: Workspace, deps: Deps, viewer_id: str, evidence_id: str) -> EvidenceSeen:
    """An observation for a viewer; raises NotFoundForYou alike for what is none and what is not for them."""
    seen = await evidence_for(workspace, deps, viewer_id, evidence_id)
    if seen.piece.source is not EvidenceSource.OBSERVATION:
        raise NotFoundForYou("not_yours")
    return seen


async def _reports(workspace: Workspace, manager_id: str) -> dict[str, Person]:
    """A manager's reports who are still here, by id."""
    found = await people_among(workspace, sorted((await viewer_of(workspace, manager_id)).reports))
    return {person.id: person for person in found.values() if person.may_take_part}


def _piece(deps: Deps, author: Person, report: Person, told: Observed, marks: tuple[Mark, ...]) -> Evidence:
    return Evidence(
        id=deps.ids(),
        owner_id=report.id,
        author_id=author.id,
        source=EvidenceSource.OBSERVATION,
        kudos_id=None,
        text=told.text,
        link=None,
        # It counts for the report from this moment on, who may live a day behind.
        happened_on=min(told.day, local_day(deps.today(), report.zone)),
        written_at=deps.today(),
        is_favourable=told.is_favourable,
        is_shared=True,
        text_version=1,
        marks=marks,
        witnesses=(Witness(person_id=author.id, text_version=1, at=deps.today()),),
        readers=(FrozenReader(person_id=author.id, reading=Reading.MANAGER),),
    )
