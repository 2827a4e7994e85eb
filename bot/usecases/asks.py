"""Asking for feedback: whom, at most three at once on one person, and declining (DESIGN 5.1)."""

from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.asks import (
    MOST_ASKED,
    AskDraft,
    AskSeen,
    AskTold,
    AskWaiting,
    check_ask,
    check_decline,
    has_room,
    is_open,
    open_since,
    place_of,
    remind_at,
    still_open,
)
from bot.domain.here import here_of
from bot.domain.marking import Sheet
from bot.domain.members import check_other
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.preferences import limits_of
from bot.domain.visibility import facts_of_ask, may_read
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from bot.usecases.marking import sheets_for
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.skills import find_published
from bot.usecases.viewers import viewer_of
from storage.acts import claim_act
from storage.asks import (
    add_ask,
    asks_open_by,
    asks_open_on,
    decide_asked,
    get_ask,
    hold_asked,
    withdraw_ask,
)
from storage.choices import AskState
from storage.errors import NotFound
from storage.people import find_reader, get_person, people_among
from storage.records import Asked, FeedbackAsk, Person
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDesk:
    """What the form needs to know: whom was meant, the asker's own skills, and what waits for an answer."""

    person: Person | None
    sheets: tuple[Sheet, ...]
    waiting: tuple[AskWaiting, ...]


async def open_ask(deps: Deps, asker: Person, person_id: str | None) -> AskDesk:
    """All that the form shows; nobody is chosen where Slack does not know who was named."""
    person = await introduce(deps, person_id) if person_id else None
    async with deps.read() as workspace:
        sheets = await sheets_for(workspace, deps, asker.id)
        return AskDesk(person=person, sheets=sheets, waiting=await _waiting(workspace, deps, asker))


async def ask_for_feedback(deps: Deps, asker: Person, draft: AskDraft) -> tuple[Person, ...]:
    """Put a question to people, owe them its message and one reminder, and return them.

    A form sent twice acts once. Raises Invalid at the field that is wrong, so at `people` for whoever takes
    no more now: in the same words whoever asked them, and whether one is named or several.
    """
    named = tuple(dict.fromkeys(draft.people))[: MOST_ASKED + 1]  # one too many is refused below
    people = [check_other(asker, await introduce(deps, one), "people") for one in named]
    async with deps.write() as workspace:
        sheets = await sheets_for(workspace, deps, asker.id)
        told = check_ask(draft, sheets, local_day(deps.today(), asker.zone))
        if not await claim_act(workspace, f"ask:{asker.id}:{draft.draft}", deps.today()):
            return tuple(people)
        await _check_room(workspace, deps, asker, people)
        ask = _ask(deps, asker, told)
        await add_ask(workspace, ask)
        for person in people:
            await _owe(workspace, deps, ask, person)
        await owe_home(workspace, deps, *told.people)
    deps.wake()
    return tuple(people)


async def withdraw_question(deps: Deps, actor: Person, ask_id: str) -> None:
    """Take a question back from those who may still answer; what was answered stays, and nobody is told.

    A second time changes nothing. Raises NotFoundForYou for whoever did not ask it.
    """
    async with deps.write() as workspace:
        ask = await _own_ask(workspace, actor, ask_id)
        if await withdraw_ask(workspace, ask.id, deps.today()):
            await owe_home(workspace, deps, *still_open(ask))
    deps.wake()


async def decline_ask(deps: Deps, actor: Person, ask_id: str, word: str) -> AskSeen:
    """Not now: its asker is told once, with the line if there is one; a second time changes nothing.

    Raises Invalid at `word`, NotFoundForYou for whoever was not asked, NotAllowed where it is over.
    """
    line = check_decline(word)
    async with deps.write() as workspace:
        seen = await asked_of(workspace, deps, actor.id, ask_id)
        if seen.place.state is AskState.DECLINED:
            return seen
        if not seen.is_open:
            raise NotAllowed("ask_over")
        await decide_asked(workspace, ask_id, actor.id, AskState.DECLINED, line, deps.today())
        told = owed(deps, Kind.FEEDBACK_DECLINED, seen.asker.id, ask_id, occurrence=actor.id)
        await owe(workspace, deps, told)
        await owe_home(workspace, deps, actor.id)
    deps.wake()
    return seen


async def see_ask(deps: Deps, actor: Person, ask_id: str) -> AskSeen:
    """A question that was put to a person, for them. Raises NotFoundForYou, NotAllowed where it is over."""
    async with deps.read() as workspace:
        seen = await asked_of(workspace, deps, actor.id, ask_id)
    if not seen.is_open:
        raise NotAllowed("ask_over")
    return seen


async def see_decline(deps: Deps, actor: Person, ask_id: str, person_id: str) -> AskSeen:
    """What somebody wrote who declined, for its asker. Raises NotFoundForYou."""
    async with deps.read() as workspace:
        return await declined_for(workspace, deps, actor.id, ask_id, person_id)


async def declined_for(
    workspace: Workspace, deps: Deps, viewer_id: str, ask_id: str, person_id: str
) -> AskSeen:
    """The same, inside a transaction."""
    seen = await ask_for(workspace, deps, viewer_id, ask_id, person_id)
    if viewer_id != seen.asker.id or seen.place.state is not AskState.DECLINED:
        raise NotFoundForYou("not_yours")
    return seen


async def asked_of(workspace: Workspace, deps: Deps, person_id: str, ask_id: str) -> AskSeen:
    """A question for one who was asked, inside a transaction; raises NotFoundForYou."""
    return await ask_for(workspace, deps, person_id, ask_id, person_id)


async def ask_for(workspace: Workspace, deps: Deps, viewer_id: str, ask_id: str, person_id: str) -> AskSeen:
    """A question to one person, for that person or its asker; raises NotFoundForYou for everybody else."""
    try:
        ask = await get_ask(workspace, ask_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    place = place_of(ask, person_id)
    viewer = await viewer_of(workspace, viewer_id)
    if place is None or not may_read(viewer, facts_of_ask(ask, person_id)):
        raise NotFoundForYou("not_yours")
    framework = await find_published(workspace, deps, ask.framework) if ask.framework else None
    skill = framework.find_competency(ask.competency or "") if framework else None
    return AskSeen(
        here=here_of((await get_person(workspace, viewer_id)).zone, deps.today()),
        ask=ask,
        asker=await get_person(workspace, ask.asker_id),
        person=await get_person(workspace, person_id),
        place=place,
        skill=skill.title if skill else None,
        is_open=is_open(ask, person_id, deps.today()),
    )


async def asks_waiting(workspace: Workspace, deps: Deps, person_id: str) -> tuple[AskSeen, ...]:
    """The questions that somebody may still answer, oldest first."""
    found = await asks_open_on(workspace, person_id, open_since(deps.today()))
    return tuple([await asked_of(workspace, deps, person_id, ask.id) for ask in found])


async def _own_ask(workspace: Workspace, asker: Person, ask_id: str) -> FeedbackAsk:
    try:
        ask = await get_ask(workspace, ask_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if ask.asker_id != asker.id:
        raise NotFoundForYou("not_yours")
    return ask


async def _waiting(workspace: Workspace, deps: Deps, asker: Person) -> tuple[AskWaiting, ...]:
    found = await asks_open_by(workspace, asker.id, open_since(deps.today()))
    known = await people_among(workspace, {one for ask in found for one in still_open(ask)})
    return tuple(
        AskWaiting(
            ask_id=ask.id,
            question=ask.question,
            people=tuple(known[one] for one in still_open(ask)),
            asked_on=local_day(ask.asked_at, asker.zone),
        )
        for ask in found
    )


async def _check_room(workspace: Workspace, deps: Deps, asker: Person, people: list[Person]) -> None:
    """Raise Invalid for those who take no more now, or who have not answered this asker yet."""
    await hold_asked(workspace, [person.id for person in people])
    since, full = open_since(deps.today()), []
    for person in people:
        found = await asks_open_on(workspace, person.id, since)
        if any(ask.asker_id == asker.id for ask in found):
            raise Invalid("asked_already", "people", name=person.name)
        if not has_room(found):
            full.append(person.name)
    if full:
        raise Invalid("asks_full", "people", names=tuple(full))


def _ask(deps: Deps, asker: Person, told: AskTold) -> FeedbackAsk:
    return FeedbackAsk(
        id=deps.ids(),
        asker_id=asker.id,
        question=told.question,
        framework=told.framework,
        competency=told.competency,
        wanted_by=told.wanted_by,
        asked_at=deps.today(),
        asked=tuple(Asked(person_id=one, state=AskState.OPEN) for one in told.people),
    )


async def _owe(workspace: Workspace, deps: Deps, ask: FeedbackAsk, person: Person) -> None:
    """The question, and one reminder for all time: its key is the question's."""
    limits = limits_of(await find_reader(workspace, person.id))
    due = remind_at(ask.asked_at, person.zone, limits)
    reminder = owed(deps, Kind.FEEDBACK_REMINDER, person.id, ask.id, due=due)
    await owe(workspace, deps, owed(deps, Kind.FEEDBACK_ASKED, person.id, ask.id), reminder)
