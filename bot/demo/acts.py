"""What people of the demo write, each through the use-case that Slack's doors call."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from bot.deps import Deps
from bot.domain.kept_kudos import KeepDraft
from bot.domain.kudos import KudosDraft
from bot.domain.marking import sign_value
from bot.domain.notes import NoteDraft
from bot.domain.observations import ObservationDraft
from bot.domain.reviews import AnswerDraft
from bot.domain.visibility import sight
from bot.usecases.kept_kudos import keep_kudos
from bot.usecases.kudos import give_kudos
from bot.usecases.notes import read_evidence, write_note
from bot.usecases.observations import answer_observation, observe
from bot.usecases.reviews import answer_review, open_reviews
from bot.usecases.steps import skip_steps
from bot.usecases.summaries import make_summary, reply_to_summary
from bot.usecases.viewers import manager_of, viewer_of
from storage.choices import Verdict
from storage.evidence import evidence_of
from storage.kudos import kudos_not_kept
from storage.observations import observations_unread
from storage.people import get_person
from storage.records import Person
from storage.summaries import unanswered_summaries

Act = Callable[[Deps], Awaitable[None]]
RECENTLY = timedelta(days=60)


def thanks(giver: str, receiver: str, text: str, *skills: str, quietly: bool = False) -> Act:
    """Kudos, with skills of the receiver's framework given as `framework:origin/skill`."""

    async def act(deps: Deps) -> None:
        draft = KudosDraft(
            draft=deps.ids(),
            receivers=(receiver,),
            text=text,
            framework=skills[0].partition(":")[0] if skills else None,
            competencies=tuple(skill.partition(":")[2] for skill in skills),
            is_unsure=not skills,
            is_public=not quietly,
            is_open_to_manager=False,
            manager_id=None,
        )
        await give_kudos(deps, await person_of(deps, giver), draft)

    return act


def keeps_kudos(owner: str, skill: str, showed: str = "", *, shares: bool = True) -> Act:
    """The receiver keeps the newest kudos as a note, which their manager may read where it is shared."""

    async def act(deps: Deps) -> None:
        async with deps.read() as workspace:
            newest = max(await kudos_not_kept(workspace, owner), key=lambda one: one.given_at)
        draft = KeepDraft(
            kudos_id=newest.id,
            skills=(skill,),
            showed=_signs(skill, showed),
            is_shared=shares,
            manager_id=await _manager_of(deps, owner) if shares else None,
        )
        await keep_kudos(deps, await person_of(deps, owner), draft)

    return act


def notes(
    owner: str, text: str, skill: str, showed: str = "", *, milestone: str = "", shares: bool = False
) -> Act:
    """A note about something of that day; a milestone of the next level is given as `framework id`."""

    async def act(deps: Deps) -> None:
        draft = NoteDraft(
            draft=deps.ids(),
            text=text,
            happened_on=None,
            link="",
            skills=(skill,),
            showed=(*_signs(skill, showed), *((sign_value("milestone", milestone),) if milestone else ())),
            is_shared=shares,
            is_choice=False,
            is_of_message=False,
            manager_id=await _manager_of(deps, owner) if shares else None,
        )
        await write_note(deps, await person_of(deps, owner), draft)

    return act


def opens_note(manager: str, report: str) -> Act:
    """A manager opens the newest note that a report shared; the report can see that they did."""

    async def act(deps: Deps) -> None:
        until = deps.today().date()
        async with deps.read() as workspace:
            readable = sight(await viewer_of(workspace, manager), report)
            found = await evidence_of(workspace, readable, since=until - RECENTLY, until=until)
        theirs = [piece for piece in found if piece.author_id != manager]
        newest = max(theirs, key=lambda piece: piece.written_at)
        await read_evidence(deps, manager, newest.id)

    return act


def observes(
    manager: str, report: str, text: str, skill: str, showed: str, *, differently: bool = False
) -> Act:
    """A manager writes down what they saw a report do that day, to keep doing or to do differently."""

    async def act(deps: Deps) -> None:
        draft = ObservationDraft(
            draft=deps.ids(),
            report_id=report,
            text=text,
            is_favourable=not differently,
            happened_on=None,
            skills=(skill,),
            showed=_signs(skill, showed),
        )
        await observe(deps, await person_of(deps, manager), draft)

    return act


def reads_observation(report: str, answer: str = "") -> Act:
    """The report reads what waits for them, and may answer it."""

    async def act(deps: Deps) -> None:
        async with deps.read() as workspace:
            waiting = await observations_unread(workspace, report)
        for piece in waiting:
            await read_evidence(deps, report, piece.id)
            if answer:
                await answer_observation(deps, await person_of(deps, report), piece.id, answer, deps.ids())

    return act


def sums_up(manager: str, report: str, period: str) -> Act:
    """A manager has the joint summary made, which both read from then on."""

    async def act(deps: Deps) -> None:
        await make_summary(deps, await person_of(deps, manager), report, period, deps.ids())

    return act


def looks_back(member: str) -> Act:
    """A member reads what their own notes and kudos say so far, which nobody else hears of."""

    async def act(deps: Deps) -> None:
        await make_summary(deps, await person_of(deps, member), None, "", deps.ids())

    return act


def skips_first_steps(member: str) -> Act:
    """Somebody finds their own way."""

    async def act(deps: Deps) -> None:
        await skip_steps(deps, await person_of(deps, member), None, by_message=False)

    return act


def answers_summary(member: str, text: str) -> Act:
    """The member's word on their newest joint summary."""

    async def act(deps: Deps) -> None:
        async with deps.read() as workspace:
            waiting = await unanswered_summaries(workspace, member, deps.today() - RECENTLY)
        newest = max(waiting, key=lambda summary: summary.made_at)
        await reply_to_summary(deps, await person_of(deps, member), newest.id, text, deps.ids())

    return act


def reviews_framework(owner: str, said: Mapping[str, tuple[Verdict, str]]) -> Act:
    """An owner goes through the quarterly look that waits for them; what `said` lacks is kept as it is."""

    async def act(deps: Deps) -> None:
        actor = await person_of(deps, owner)
        async with deps.read() as workspace:
            waiting = await open_reviews(workspace, deps, owner)
        for seen in waiting:
            keys = [skill.key for skill in seen.framework.competencies]
            words = [(key, *said.get(key, (Verdict.KEEP, ""))) for key in keys]
            drafts = [AnswerDraft(competency=key, verdict=one, comment=why) for key, one, why in words]
            await answer_review(deps, actor, seen.review.id, seen.pages - 1, drafts)

    return act


async def person_of(deps: Deps, person_id: str) -> Person:
    """Somebody as the store knows them."""
    async with deps.read() as workspace:
        return await get_person(workspace, person_id)


async def _manager_of(deps: Deps, person_id: str) -> str | None:
    async with deps.read() as workspace:
        return await manager_of(workspace, person_id)


def _signs(skill: str, behaviour: str) -> tuple[str, ...]:
    return (sign_value("behaviour", skill, behaviour),) if behaviour else ()
