"""Feedback for a colleague: writing it, reading it, answering and sharing it (DESIGN 5.1, 5.7)."""

from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.asks import AskSeen
from bot.domain.feedback import FeedbackDraft, FeedbackSeen, FeedbackTold, check_feedback
from bot.domain.members import check_other
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.privacy import Opened
from bot.domain.texts import check_text
from bot.domain.visibility import facts_of_feedback, may_read
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from bot.usecases.asks import asked_of, see_ask
from bot.usecases.marking import sheets_for
from bot.usecases.openings import log_opening
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.receipts import frozen_manager, named_readers, readers_of, show_to_readers
from bot.usecases.skills import find_published, skills_for
from bot.usecases.viewers import manager_of, may_know, viewer_of
from frameworks.model import Framework
from storage.acts import claim_act
from storage.asks import decide_asked, get_ask
from storage.choices import AskState, Shown
from storage.errors import NotFound
from storage.feedback import (
    add_feedback,
    get_feedback,
    mark_feedback_read,
    reply_to_feedback,
    share_feedback,
)
from storage.people import find_person, get_person, is_in_rollout, people_among
from storage.records import Feedback, FrozenReader, Person
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackDesk:
    """What the form needs to know: whom it is for, who may read it, and their skills as far as known."""

    receiver: Person | None
    manager: Person | None
    framework: Framework | None
    ask: AskSeen | None = None


async def open_feedback(
    deps: Deps, author: Person, receiver_id: str | None, ask_id: str | None = None
) -> FeedbackDesk:
    """All that the form shows; an answer is for whoever asked.

    Raises NotFoundForYou for a question to others, NotAllowed for one that is over.
    """
    ask = await see_ask(deps, author, ask_id) if ask_id else None
    meant = ask.asker.id if ask else receiver_id
    receiver = await introduce(deps, meant) if meant else None
    async with deps.read() as workspace:
        manager_id = await manager_of(workspace, receiver.id) if receiver else None
        return FeedbackDesk(
            receiver=receiver,
            manager=await find_person(workspace, manager_id) if manager_id else None,
            framework=await _skills(workspace, deps, author, receiver) if receiver else None,
            ask=ask,
        )


async def give_feedback(deps: Deps, author: Person, draft: FeedbackDraft) -> tuple[Person, Person | None]:
    """Keep feedback and owe the messages about it; a form sent twice acts once.

    Returns its receiver, and their manager where the author lets them read it. Raises Invalid at the field
    that is wrong, ManagerChanged where the receipt no longer holds, and NotAllowed where the question that
    it answers is over.
    """
    told = check_feedback(draft)
    receiver = await _receiver(deps, author, draft)
    async with deps.write() as workspace:
        framework = await _skills(workspace, deps, author, receiver)
        if draft.skill and (framework is None or framework.find_competency(draft.skill) is None):
            raise Invalid("unknown_skill", "skill")
        named = await frozen_manager(workspace, receiver.id, draft.manager_id)
        readers = named if draft.is_open_to_manager else ()
        manager = await get_person(workspace, readers[0].person_id) if readers else None
        if not await claim_act(workspace, f"feedback:{author.id}:{draft.draft}", deps.today()):
            return receiver, manager
        skilled = framework.id if framework and draft.skill else None
        given = _feedback(deps, author, receiver, told, draft, skilled, readers)
        await _settle_ask(workspace, deps, given)
        await add_feedback(workspace, given)
        await _announce(workspace, deps, given)
    deps.wake()
    return receiver, manager


async def read_feedback(deps: Deps, viewer: Person, feedback_id: str) -> FeedbackSeen:
    """Feedback for a viewer; its receiver has read it from now on, and sees who else opened it (DESIGN 5.5).

    Raises NotFoundForYou alike where there is none and where they may not read it.
    """
    async with deps.read() as workspace:
        seen = await feedback_for(workspace, deps, viewer.id, feedback_id)
    if seen.is_own and seen.feedback.read_at is None:
        async with deps.write() as workspace:
            await mark_feedback_read(workspace, feedback_id, deps.today())
            await owe_home(workspace, deps, viewer.id)
        deps.wake()
    elif viewer.id not in {seen.receiver.id, seen.author.id}:
        await log_opening(deps, viewer.id, seen.receiver, Opened.FEEDBACK, feedback_id)
    return seen


async def answer_feedback(deps: Deps, actor: Person, feedback_id: str, text: str, draft: str) -> FeedbackSeen:
    """Its receiver's one answer, which stands beside it from then on; a form sent twice acts once.

    Raises Invalid at `reply`, NotFoundForYou for everybody else, NotAllowed where another was given before.
    """
    reply = check_text(text, "reply")
    async with deps.write() as workspace:
        seen = await own_feedback(workspace, deps, actor.id, feedback_id)
        if await claim_act(workspace, f"reply:{actor.id}:{feedback_id}:{draft}", deps.today()):
            if not await reply_to_feedback(workspace, feedback_id, reply, deps.today()):
                raise NotAllowed("answered_already")
            await owe(workspace, deps, owed(deps, Kind.FEEDBACK_REPLIED, seen.author.id, feedback_id))
        answered = await own_feedback(workspace, deps, actor.id, feedback_id)
    deps.wake()
    return answered


async def show_feedback_to_manager(
    deps: Deps, owner: Person, feedback_id: str, manager_id: str | None
) -> FeedbackSeen:
    """Its receiver lets their manager read it, who is told; sharing twice changes nothing.

    Raises NotFoundForYou for everybody else, ManagerChanged where the receipt no longer holds.
    """
    async with deps.write() as workspace:
        await own_feedback(workspace, deps, owner.id, feedback_id)
        readers = await frozen_manager(workspace, owner.id, manager_id)
        if readers:
            await show_to_readers(workspace, deps, owner.id, Shown.FEEDBACK, feedback_id)
        if await share_feedback(workspace, feedback_id, readers):
            told = [owed(deps, Kind.FEEDBACK_SHARED, one.person_id, feedback_id) for one in readers]
            await owe(workspace, deps, *told)
        shared = await own_feedback(workspace, deps, owner.id, feedback_id)
    deps.wake()
    return shared


async def own_feedback(workspace: Workspace, deps: Deps, owner_id: str, feedback_id: str) -> FeedbackSeen:
    """Feedback for its receiver, inside a transaction; raises NotFoundForYou for everybody else."""
    seen = await feedback_for(workspace, deps, owner_id, feedback_id)
    if not seen.is_own:
        raise NotFoundForYou("not_yours")
    return seen


async def feedback_for(workspace: Workspace, deps: Deps, viewer_id: str, feedback_id: str) -> FeedbackSeen:
    """As read_feedback, inside a transaction and without a trace of the opening."""
    try:
        given = await get_feedback(workspace, feedback_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    viewer = await viewer_of(workspace, viewer_id, now=deps.today())
    if not may_read(viewer, facts_of_feedback(given)):
        raise NotFoundForYou("not_yours")
    return await _seen(workspace, deps, given, await get_person(workspace, viewer_id))


async def _seen(workspace: Workspace, deps: Deps, given: Feedback, viewer: Person) -> FeedbackSeen:
    is_own = viewer.id == given.receiver_id
    manager_id = await manager_of(workspace, given.receiver_id)
    reading = [one.person_id for one in given.readers if one.person_id == manager_id]
    people = await people_among(workspace, [*reading, *([manager_id] if manager_id and is_own else [])])
    framework = await find_published(workspace, deps, given.framework) if given.framework else None
    skill = framework.find_competency(given.competency or "") if framework else None
    is_of_two = viewer.id in {given.author_id, given.receiver_id}
    return FeedbackSeen(
        feedback=given,
        author=await get_person(workspace, given.author_id),
        receiver=await get_person(workspace, given.receiver_id),
        viewer=viewer,
        given_on=local_day(given.given_at, viewer.zone),
        replied_on=local_day(given.replied_at, viewer.zone) if given.replied_at else None,
        skill=skill.title if skill else None,
        question=await get_ask(workspace, given.ask_id) if given.ask_id and is_of_two else None,
        manager=people.get(manager_id or "") if is_own else None,
        readers=tuple(people[one] for one in reading),
        sheets=await sheets_for(workspace, deps, viewer.id, given) if is_own else (),
        shown=await readers_of(workspace, deps, given.receiver_id, given.readers),
        named=await named_readers(workspace, deps, viewer.id, Shown.FEEDBACK) if is_own else (),
    )


async def _receiver(deps: Deps, author: Person, draft: FeedbackDraft) -> Person:
    """Whom it is for: whoever asked, or who was chosen."""
    if draft.ask_id is not None:
        async with deps.read() as workspace:
            return (await asked_of(workspace, deps, author.id, draft.ask_id)).asker
    return check_other(author, await introduce(deps, draft.receiver_id or ""), "receiver")


async def _skills(workspace: Workspace, deps: Deps, author: Person, receiver: Person) -> Framework | None:
    """The receiver's framework, for whoever may know their kind of work."""
    is_in = await is_in_rollout(workspace, author.id)
    if not may_know(author, receiver.id, is_in_rollout=is_in):
        return None
    return (await skills_for(workspace, deps, receiver.id)).framework


async def _settle_ask(workspace: Workspace, deps: Deps, given: Feedback) -> None:
    if given.ask_id is None:
        return
    seen = await asked_of(workspace, deps, given.author_id, given.ask_id)
    answered = seen.is_open and await decide_asked(
        workspace, given.ask_id, given.author_id, AskState.ANSWERED, None, deps.today()
    )
    if not answered:
        raise NotAllowed("ask_over")


async def _announce(workspace: Workspace, deps: Deps, given: Feedback) -> None:
    kind = Kind.FEEDBACK_ANSWERED if given.ask_id else Kind.FEEDBACK_RECEIVED
    shared = [owed(deps, Kind.FEEDBACK_SHARED, one.person_id, given.id) for one in given.readers]
    await owe(workspace, deps, owed(deps, kind, given.receiver_id, given.id), *shared)
    await owe_home(workspace, deps, given.receiver_id, given.author_id)


def _feedback(
    deps: Deps,
    author: Person,
    receiver: Person,
    told: FeedbackTold,
    draft: FeedbackDraft,
    framework: str | None,
    readers: tuple[FrozenReader, ...],
) -> Feedback:
    return Feedback(
        id=deps.ids(),
        author_id=author.id,
        receiver_id=receiver.id,
        ask_id=draft.ask_id,
        situation=told.situation,
        carry_on=told.carry_on,
        try_next=told.try_next,
        effect=told.effect,
        framework=framework,
        competency=draft.skill,
        given_at=deps.today(),
        readers=readers,
    )
